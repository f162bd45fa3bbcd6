"""Exact numbers: fractions inside, decimals outside, one rounding at the end.

Half away from zero everywhere (GCL-FIN-007). No decimal context is read or changed: the context of the caller cannot
change a result.
"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

#: Digits after the point of a result that does not end (carbon figures); money has the digits of its currency.
PLACES = 12

#: Mass of carbon dioxide per mass of carbon, and of nitrous oxide per mass of nitrogen; never 3.67 or 1.57.
CO2_PER_C = Fraction(44, 12)
N2O_PER_N = Fraction(44, 28)


def ratio(value: Decimal | int) -> Fraction:
    """Return the number as a fraction, exactly."""
    return Fraction(value)


def half_away(value: Fraction, places: int = PLACES) -> Decimal:
    """Return the number rounded half away from zero to so many decimals."""
    scaled = abs(value) * 10**places
    whole = (2 * scaled.numerator + scaled.denominator) // (2 * scaled.denominator)
    return _decimal(-whole if value < 0 else whole, places)


def round_down(value: Fraction, places: int) -> Decimal:
    """Return the number cut towards zero, for shares of which the sum must not exceed the whole (GCL-PAS-039)."""
    scaled = abs(value) * 10**places
    whole = scaled.numerator // scaled.denominator
    return _decimal(-whole if value < 0 else whole, places)


def exact(value: Fraction) -> Decimal:
    """Return a sum or product of decimals without any rounding."""
    places, denominator = 0, value.denominator
    for prime in (2, 5):
        power = 0
        while denominator % prime == 0:
            denominator //= prime
            power += 1
        places = max(places, power)
    if denominator != 1:
        raise ArithmeticError(f"{value} has no end in decimals")
    return _decimal(int(value * 10**places), places)


def clip(value: Fraction, low: Fraction, high: Fraction) -> Fraction:
    """Return the value cut to the interval."""
    return max(low, min(high, value))


def canonical(value: Decimal) -> str:
    """Return the one text of a decimal: no exponent, no superfluous zeros, never ``-0``."""
    sign, digits, exponent = value.as_tuple()
    if not isinstance(exponent, int):
        raise ArithmeticError(f"{value} is not finite")
    text = "".join(map(str, digits))
    if exponent >= 0:
        text = (text + "0" * exponent).lstrip("0")
    else:
        text = text.rjust(1 - exponent, "0")
        head, tail = text[:exponent].lstrip("0"), text[exponent:].rstrip("0")
        text = f"{head or '0'}.{tail}" if tail else head
    return f"-{text}" if sign and text else text or "0"


def _decimal(whole: int, places: int) -> Decimal:
    """Return ``whole`` / 10^places without superfluous zeros; built from digits, so no context rounds it."""
    while places and whole % 10 == 0:
        whole //= 10
        places -= 1
    digits = tuple(int(digit) for digit in str(abs(whole)))
    return Decimal((int(whole < 0), digits, -places))
