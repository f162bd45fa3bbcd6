"""Minor units: money is rounded half away from zero, once, to the unit of its currency."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from gclink.calculations._checks import InputError
from gclink.calculations._numbers import half_away, ratio
from gclink.tables import lookup


def minor_places(currency: str, member: str = "currency") -> int:
    """Return the decimals of a currency (ISO 4217); refuses a code that table ``currency`` does not hold."""
    scale = lookup("currency", currency, "scale")
    if not isinstance(scale, Decimal):
        raise InputError(member, "code", found=currency, options="ISO 4217")
    return len(str(int(scale))) - 1


def to_minor(value: Fraction, currency: str) -> Decimal:
    """Return an amount in the minor unit of its currency: hu(x) of the requirements."""
    return half_away(value, minor_places(currency))


def is_minor(amount: Decimal, currency: str) -> bool:
    """Tell whether an amount has no more decimals than its currency (GCL-FIN-006)."""
    return ratio(to_minor(ratio(amount), currency)) == ratio(amount)
