"""What generated rule code calls: the built-ins of the rule language, exact arithmetic and table columns.

Values arrive as the tree holds them: dates and codes as text, integers as int, decimals already converted where the
code computes with them. Every function here is defined for T1-valid values only.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from decimal import (
    MAX_EMAX,
    MAX_PREC,
    MIN_EMIN,
    Context,
    Decimal,
    DivisionByZero,
    Inexact,
    InvalidOperation,
    Overflow,
    getcontext,
    setcontext,
)
from functools import cache
from operator import mul
from typing import Any

from gclink import tables

Tree = Mapping[str, Any]
#: Requirement id, index of the violated line, and the path of the context object below the object checked.
Violation = tuple[str, int, tuple[str | int, ...]]

#: Sums and products of decimals are never rounded: a digit lost would trap instead of deciding a verdict.
EXACT = Context(
    prec=MAX_PREC, Emax=MAX_EMAX, Emin=MIN_EMIN, traps=[Inexact, InvalidOperation, Overflow, DivisionByZero]
)


def exactly(check: Callable[[Tree], list[Violation]]) -> Callable[[Tree], list[Violation]]:
    """Run a check in the exact decimal context and leave the caller's as it was.

    The context is shared: rules read no flag of it and change nothing else in it.
    """

    def run(tree: Tree) -> list[Violation]:
        before = getcontext()
        setcontext(EXACT)
        try:
            return check(tree)
        finally:
            setcontext(before)

    return run


def below(found: Sequence[Violation], *path: str | int) -> list[Violation]:
    """Return violations of an embedded object as violations of the object that holds it."""
    return [(requirement, line, (*path, *inner)) for requirement, line, inner in found]


# tables


@cache
def integers(table: str, column: str) -> Mapping[str, int]:
    """Return a column of whole numbers by key; rows without the cell are left out."""
    return {key: int(cell) for key, cell in texts(table, column).items()}


@cache
def decimals(table: str, column: str) -> Mapping[str, Decimal]:
    """Return a column of decimals by key; rows without the cell are left out."""
    return {key: Decimal(cell) for key, cell in texts(table, column).items()}


@cache
def texts(table: str, column: str) -> Mapping[str, str]:
    """Return a column of dates or other texts by key; rows without the cell are left out."""
    found = tables.table(table)
    return {key[0]: str(row[column]) for key, row in found.index.items() if column in row}


@cache
def keys(table: str) -> frozenset[str]:
    """Return the keys of a table with one key column."""
    return frozenset(key[0] for key in tables.relation(table))


def rows(table: str) -> frozenset[tuple[str, ...]]:
    """Return the tuples of a relation."""
    return tables.relation(table)


# numbers


def is_whole(value: Decimal | int) -> bool:
    """Whether a number has no fraction."""
    return isinstance(value, int) or value == value.to_integral_value()


def is_rounded(
    value: Decimal | int, numerator: Decimal | int, denominator: Decimal | int, scale: Decimal | int
) -> bool:
    """Whether ``value`` is ``numerator / denominator`` rounded half away from zero to ``1 / scale``.

    Decided by products alone: the quotient need not have an end. False for a denominator of zero or below, where there
    is nothing to compare with.
    """
    y: Decimal | int = value * scale
    if denominator <= 0 or not is_whole(y) or (y > 0 > numerator) or (y < 0 < numerator):
        return False
    size, whole = (numerator if numerator >= 0 else -numerator), (y if y >= 0 else -y)
    return bool((2 * whole - 1) * denominator <= 2 * size * scale < (2 * whole + 1) * denominator)


#: Items of arrays by the value of a member, for the arrays met in one check.
Memo = dict[tuple[int, tuple[str, ...]], dict[Any, list[Any]]]


def matching(memo: Memo, items: Sequence[Any], value: Any, *names: str) -> Sequence[Any]:
    """Return the items of an array whose member (by its path of names) has a value.

    The array is indexed once per check; the tree must not change meanwhile.
    """
    index = memo.get((id(items), names))
    if index is None:
        index = memo[id(items), names] = {}
        for item in items:
            key = item
            for name in names:
                key = key[name]
            index.setdefault(key, []).append(item)
    return index.get(value, ())


def are_distinct(values: list[Any]) -> bool:
    """Whether no value occurs twice."""
    return len(set(values)) == len(values)


# dates, as text YYYY-MM-DD of the years 1900 to 2999

_TWO_DIGITS = tuple(f"{number:02d}" for number in range(32))


def add_months(day: str, months: int) -> str:
    """Return the same day some months later (or earlier), cut to the end of a shorter month."""
    year, month = divmod(int(day[:4]) * 12 + int(day[5:7]) - 1 + months, 12)
    tail = day[8:]
    if tail > "28":
        tail = _TWO_DIGITS[min(int(tail), monthrange(year, month + 1)[1])]
    return f"{year}-{_TWO_DIGITS[month + 1]}-{tail}"


def days(start: str, end: str) -> int:
    """Return the number of days from ``start`` to ``end``; negative if ``end`` is earlier."""
    return date.fromisoformat(end).toordinal() - date.fromisoformat(start).toordinal()


def days30(start: str, end: str) -> int:
    """Return the days from ``start`` to ``end`` in months of 30 days (30E/360)."""
    months = 12 * (int(end[:4]) - int(start[:4])) + int(end[5:7]) - int(start[5:7])
    return 30 * months + min(int(end[8:]), 30) - min(int(start[8:]), 30)


def leap_days(start: str, end: str) -> int:
    """Return how many of the days from ``start`` (counted) to ``end`` (not counted) lie in leap years."""
    return _leap_days_before(end) - _leap_days_before(start)


def _leap_days_before(day: str) -> int:
    year = int(day[:4])
    before = year - 1
    leap_years = before // 4 - before // 100 + before // 400
    if year % 4 or (year % 100 == 0 and year % 400):
        return 366 * leap_years
    return 366 * leap_years + date.fromisoformat(day).timetuple().tm_yday - 1


def ymd(day: str) -> int:
    """Return a date as the number yyyymmdd."""
    return int(day[:4] + day[5:7] + day[8:])


# check digits

_DIGITS = frozenset("0123456789")
_LEI = frozenset("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ")
#: Letters as the two digits that they count for.
_LEI_NUMBERS = {ord(symbol): str(int(symbol, 36)) for symbol in _LEI - _DIGITS}
_USCC = {symbol: value for value, symbol in enumerate("0123456789ABCDEFGHJKLMNPQRTUWXY")}
_USCC_WEIGHTS = (1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28)


def valid_gtin(text: str) -> bool:
    """Whether a text is a GTIN of 8, 12, 13 or 14 digits with the right check digit (GS1)."""
    return len(text) in (8, 12, 13, 14) and _modulo_10(text)


def valid_gln(text: str) -> bool:
    """Whether a text is a GLN of 13 digits with the right check digit (GS1)."""
    return len(text) == 13 and _modulo_10(text)


def _modulo_10(text: str) -> bool:
    if not _DIGITS.issuperset(text):
        return False
    numbers = list(map(int, text))
    return (sum(numbers[::-2]) + 3 * sum(numbers[-2::-2])) % 10 == 0


def valid_lei(text: str) -> bool:
    """Whether a text is a legal entity identifier whose number modulo 97 is 1 (ISO 17442)."""
    if len(text) != 20 or not _LEI.issuperset(text) or not _DIGITS.issuperset(text[18:]):
        return False
    return int(text.translate(_LEI_NUMBERS)) % 97 == 1


def valid_uscc(text: str) -> bool:
    """Whether a text is a unified social credit code with the right check symbol (GB 32100)."""
    values = [_USCC[symbol] for symbol in text if symbol in _USCC]
    if len(values) != 18 or len(text) != 18:
        return False
    return bool(values[17] == -sum(map(mul, values, _USCC_WEIGHTS)) % 31)
