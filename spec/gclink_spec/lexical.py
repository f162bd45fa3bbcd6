"""The lexical forms of the standard as regular expressions in the subset that every engine shares.

JSON Schema, XSD, SHACL, XPath and Python read the same pattern source, so that none of them can be laxer: literals,
classes, ``{n,m}``, ``*``, ``+``, ``?``, ``|`` and plain groups; no anchors, no ``\\d``, no look-around, no ``(?:``.
A user of a pattern anchors it in its own language.
"""

from __future__ import annotations

from decimal import Decimal
from functools import cache

from gclink_spec._model import Bound

DIGEST = "sha-256:[0-9a-f]{64}"
LANGUAGE = "[a-z]{2,3}(-[a-z0-9]{2,8})*"
IRI = '[A-Za-z][A-Za-z0-9+.-]*:[^\\u0000-\\u0020<>"{}|\\\\\\^`\\u007F-\\u009F]+'
UCUM = "[!-~]+"
CLASS_NAME = "[A-Z][A-Za-z0-9]*"
VERSION = "(0|[1-9][0-9]{0,8})[.](0|[1-9][0-9]{0,8})[.](0|[1-9][0-9]{0,8})"
#: At most 15 digits: below 2^53, so that every JSON parser keeps it exact.
INTEGER = "(0|-?[1-9][0-9]{0,14})"

_DAYS_31 = "(0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])"
_DAYS_30 = "(0[469]|11)-(0[1-9]|[12][0-9]|30)"
_DAYS_28 = "02-(0[1-9]|1[0-9]|2[0-8])"
_YEAR = "(19|2[0-9])[0-9]{2}"
#: Leap years from 1900 to 2999: divisible by 4 and not a century, or 2000, 2400, 2800.
_LEAP = "((19|2[0-9])(0[48]|[2468][048]|[13579][26])|2000|2400|2800)"

DATE = f"({_YEAR}-({_DAYS_31}|{_DAYS_30}|{_DAYS_28})|{_LEAP}-02-29)"
DATE_TIME = f"{DATE}T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]Z"

#: At most 15 digits before and 9 after the point: what every engine holds exactly (libxml2 ends at 24 digits).
_FRACTION = "([.][0-9]{0,8}[1-9])"
_NONZERO = f"([1-9][0-9]{{0,14}}{_FRACTION}?|0[.][0-9]{{0,8}}[1-9])"
DECIMAL = f"(0|-?{_NONZERO})"


def _digits_between(low: int, high: int) -> list[str]:
    """Return alternatives for the integers from low to high (0 <= low <= high), by common prefixes."""
    if low > high:
        return []
    if len(str(low)) < len(str(high)):
        edge = 10 ** len(str(low)) - 1
        return _digits_between(low, edge) + _digits_between(edge + 1, high)
    a, b = str(low), str(high)
    if len(a) == 1:
        return [a if a == b else f"[{a}-{b}]"]
    if a[0] == b[0]:
        return [f"{a[0]}{part}" for part in _same_width(a[1:], b[1:])]
    return _same_width(a, b)


def _same_width(a: str, b: str) -> list[str]:
    """Return alternatives for digit strings of one width between a and b, leading zeros allowed."""
    width = len(a)
    if width == 1:
        return [a if a == b else f"[{a}-{b}]"]
    if a == "0" * width and b == "9" * width:
        return [f"[0-9]{{{width}}}"]
    if a[0] == b[0]:
        return [a[0] + part for part in _same_width(a[1:], b[1:])]
    parts: list[str] = []
    first, last = int(a[0]), int(b[0])
    if a[1:] != "0" * (width - 1):
        parts += [a[0] + part for part in _same_width(a[1:], "9" * (width - 1))]
        first += 1
    tail: list[str] = []
    if b[1:] != "9" * (width - 1):
        tail = [b[0] + part for part in _same_width("0" * (width - 1), b[1:])]
        last -= 1
    if first <= last:
        head = str(first) if first == last else f"[{first}-{last}]"
        parts.append(f"{head}[0-9]{{{width - 1}}}")
    return parts + tail


def _at_least(low: int) -> list[str]:
    """Return alternatives for the integers from low (>= 0) upwards."""
    width = len(str(low))
    return [*_digits_between(low, 10**width - 1), f"[1-9][0-9]{{{width},14}}"]


def _alternatives(parts: list[str]) -> str:
    return parts[0] if len(parts) == 1 else "(" + "|".join(parts) + ")"


@cache
def decimal(bound: Bound | None = None) -> str:
    """Return the pattern of a canonical decimal inside a bound whose ends are whole numbers.

    Covers every interval of the standard; an end that is not whole raises ValueError, because a digit pattern for it
    would be unreadable, and a rule says it better.
    """
    if bound is None or (bound.minimum is None and bound.maximum is None):
        return DECIMAL
    low, high = bound.minimum, bound.maximum
    for end in (low, high):
        if end is not None and end != end.to_integral_value():
            raise ValueError(f"a bound in a pattern has whole ends, not {end}")
    positive = _nonnegative(
        low if low is not None and low > 0 else Decimal(0),
        high,
        bound.exclusive_minimum and low is not None and low >= 0,
        bound.exclusive_maximum,
    )
    negative: list[str] = []
    if low is None or low < 0:
        mirrored_low = Decimal(0) if high is None or high >= 0 else -high
        mirrored = _nonnegative(
            mirrored_low,
            None if low is None else -low,
            (high is not None and high < 0 and bound.exclusive_maximum),
            bound.exclusive_minimum,
        )
        negative = [f"-{part}" for part in mirrored if part != "0"]
    if high is not None and high < 0:
        positive = []
    return _alternatives(positive + negative)


def _nonnegative(low: Decimal, high: Decimal | None, open_low: bool, open_high: bool) -> list[str]:
    """Return alternatives for canonical decimals x >= 0 in the interval; "0" stands alone, to be left out."""
    if high is not None and (high < low or (high == low and (open_low or open_high))):
        return []
    start, parts = int(low), []
    stop = None if high is None else int(high)
    if start == 0:
        if not open_low and not (stop == 0 and open_high):
            parts.append("0")
        if stop is None or stop > 0:
            parts.append("0[.][0-9]{0,8}[1-9]")
        first_whole = 1
    else:
        first_whole = start
        if open_low:
            if stop is None or start < stop:
                parts.append(f"{start}{_FRACTION}")
            first_whole = start + 1
    if stop is None:
        parts.append(f"{_alternatives(_at_least(first_whole))}{_FRACTION}?")
        return parts
    if first_whole <= stop - 1:
        parts.append(f"{_alternatives(_digits_between(first_whole, stop - 1))}{_FRACTION}?")
    if stop >= first_whole and not open_high:
        parts.append(str(stop))
    return parts


@cache
def integer(bound: Bound | None = None) -> str:
    """Return the pattern of a canonical integer inside a bound, at most 15 digits."""
    if bound is None:
        return INTEGER
    low = None if bound.minimum is None else int(bound.minimum) + (1 if bound.exclusive_minimum else 0)
    high = None if bound.maximum is None else int(bound.maximum) - (1 if bound.exclusive_maximum else 0)
    parts: list[str] = []
    if high is None or high >= 0:
        start = max(low or 0, 0)
        if high is None:
            parts += _digits_between(start, 9) if start <= 9 else []
            parts += _integer_tail(start)
        else:
            parts += _digits_between(start, high)
    if low is None or low < 0:
        top = 1 if high is None or high >= 0 else -high
        if low is None:
            inner = (_digits_between(top, 9) if top <= 9 else []) + _integer_tail(top)
        else:
            inner = _digits_between(top, -low)
        parts += [f"-{part}" for part in inner]
    return _alternatives(parts)


def _integer_tail(start: int) -> list[str]:
    """Return alternatives for whole numbers of two digits and more, from start, up to 15 digits."""
    if start <= 10:
        return ["[1-9][0-9]{1,14}"]
    width = len(str(start))
    return [*_digits_between(start, 10**width - 1), f"[1-9][0-9]{{{width},14}}"]
