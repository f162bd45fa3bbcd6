"""Bounds on inputs; a fault names the member, the registry adds the calculation."""

from __future__ import annotations

from collections.abc import Iterable, Sized
from datetime import date
from decimal import Decimal
from fractions import Fraction

from gclink.calculations._numbers import canonical, half_away


class InputError(Exception):
    """An input that cannot be used; becomes a CalculationError at the edge of the calculation."""

    def __init__(self, member: str, problem: str, **details: str) -> None:
        self.member = member
        self.problem = problem
        self.details = details
        super().__init__(f"{member}: {problem}")


def shown(value: object) -> str:
    """Return a value as a message shows it."""
    if isinstance(value, Decimal) and value.is_finite():
        return canonical(value)
    if isinstance(value, Fraction):
        return canonical(half_away(value))
    if isinstance(value, date):
        return value.isoformat()
    return repr(value) if isinstance(value, float) else str(value)


def positive(member: str, value: Decimal | Fraction | int) -> None:
    """Refuse zero and below."""
    if value <= 0:
        raise InputError(member, "range", found=shown(value), bound="> 0")


def not_negative(member: str, value: Decimal | int) -> None:
    """Refuse what is below zero."""
    if value < 0:
        raise InputError(member, "range", found=shown(value), bound=">= 0")


def not_negatives(**values: Decimal | int) -> None:
    """Refuse each value below zero; the names are JSON names of members."""
    for member, value in values.items():
        not_negative(member, value)


def fraction(member: str, value: Decimal) -> None:
    """Refuse what is outside 0 to 1, so that a percentage is not taken for a fraction."""
    if not 0 <= value <= 1:
        raise InputError(member, "range", found=shown(value), bound="0..1")


def one_of(member: str, value: str, options: Iterable[str]) -> None:
    """Refuse a code that is not admitted."""
    admitted = tuple(options)
    if value not in admitted:
        raise InputError(member, "code", found=value, options=", ".join(admitted))


def after(member: str, value: date, other: date, *, or_equal: bool = False) -> None:
    """Refuse a day that does not follow another one."""
    if value < other or (value == other and not or_equal):
        raise InputError(member, "after", found=shown(value), other=shown(other))


def some(member: str, items: Sized) -> None:
    """Refuse an empty list."""
    if not len(items):
        raise InputError(member, "count", found="0", bound=">= 1")
