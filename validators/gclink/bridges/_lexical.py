"""Values in one spelling: decimals, instants, periods with an open or closed end, identifiers, units.

The conversions that every neighbour needs, each as a pure function. Where a value has no reading the function returns
None and the bridge says so; nothing is guessed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from decimal import MAX_EMAX, MIN_EMIN, Context, Decimal, Inexact
from typing import Final

from gclink.calculations.identifiers import gs1_check, lei_remainder, uscc_check_symbol
from gclink.canonical import canonical_decimal

__all__ = [
    "EXACT",
    "REC20_TO_UCUM",
    "UCUM_TO_REC20",
    "Identified",
    "add_months",
    "day_before",
    "decimal_of",
    "identifier_fault",
    "identifier_of",
    "instant_of",
    "number_of",
    "plain",
    "tolerance",
    "total",
]

#: Exact or an error: what a bridge computes with never rounds in silence.
EXACT: Final = Context(prec=400, Emax=MAX_EMAX, Emin=MIN_EMIN, traps=[Inexact])

#: No document holds a number with more digits.
_LONGEST: Final = 200
_DECIMAL: Final = re.compile(r"[+-]?[0-9]+(\.[0-9]+)?")
_INSTANT: Final = re.compile(
    r"([0-9]{4}-[0-9]{2}-[0-9]{2})[Tt ]([0-9]{2}:[0-9]{2}:[0-9]{2})(\.[0-9]+)? ?([Zz]|[+-][0-9]{2}:?[0-9]{2})"
)
_UUID: Final = re.compile(r"[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}")
_GTIN_LENGTHS: Final = frozenset({8, 12, 13, 14})

#: UN/ECE Recommendation 20 to UCUM, for the units this standard has.
REC20_TO_UCUM: Final = {
    "KGM": "kg",
    "TNE": "t",
    "GRM": "g",
    "LTR": "L",
    "MTQ": "m3",
    "MTK": "m2",
    "KWH": "kW.h",
    "3B": "MJ",
    "HUR": "h",
    "C62": "{piece}",
    "EA": "{piece}",
    "P1": "%",
    "TKM": "t.km",
    "HAR": "har",
}
UCUM_TO_REC20: Final = {ucum: code for code, ucum in REC20_TO_UCUM.items() if code != "EA"}


def decimal_of(text: str) -> Decimal | None:
    """Return a decimal string's value, None for exponents, blanks, other digits, words, and more digits than sense."""
    return EXACT.create_decimal(text) if len(text) <= _LONGEST and _DECIMAL.fullmatch(text) else None


def number_of(digits: str) -> Decimal:
    """Return the exact value of the digits of a JSON number, an exponent included."""
    return EXACT.create_decimal(digits)


def plain(value: Decimal) -> str:
    """Return a decimal as documents of this standard write it."""
    return canonical_decimal(value)


def total(values: Iterable[Decimal]) -> Decimal:
    """Return the exact sum."""
    found = Decimal(0)
    for value in values:
        found = EXACT.add(found, value)
    return found


def tolerance(stated: Decimal) -> Decimal:
    """Return what a recomputed figure of carbon may differ by: 0.5 % of the stated one, at least 0.001 kg CO2e."""
    return max(EXACT.multiply(Decimal("0.005"), stated.copy_abs()), Decimal("0.001"))


def instant_of(text: str) -> datetime | None:
    """Return an instant in UTC; None without a zone, or for a day that does not exist. Fractions of seconds are cut."""
    match = _INSTANT.fullmatch(text)
    if match is None:
        return None
    zone = match[4].upper()
    if zone != "Z" and ":" not in zone:
        zone = f"{zone[:3]}:{zone[3:]}"
    try:
        found = datetime.fromisoformat(f"{match[1]}T{match[2]}{'+00:00' if zone == 'Z' else zone}").astimezone(UTC)
    except (ValueError, OverflowError):
        return None
    return found if 1900 <= found.year <= 2999 else None


def day_before(day: date) -> date:
    """Return the day before."""
    return day - timedelta(days=1)


def add_months(day: date, months: int) -> date:
    """Return the same day so many months later, the last of the month where it has no such day."""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    for last in (day.day, 30, 29, 28):
        try:
            return date(year, month + 1, min(day.day, last))
        except ValueError:
            continue
    raise AssertionError(day)


@dataclass(frozen=True, slots=True)
class Identified:
    """An identifier of this standard read from a foreign one, and what is wrong with it, as finding codes.

    ``tail`` is what the foreign one says beyond it: the serial of an SGTIN, the lot of an LGTIN or Digital Link.
    """

    scheme: str
    value: str
    faults: tuple[str, ...] = ()
    lot: str | None = None
    serial: str | None = None

    def tree(self) -> dict[str, str]:
        """Return the Identifier object."""
        return {"type": "Identifier", "scheme": self.scheme, "identifierValue": self.value}


def identifier_fault(scheme: str, value: str) -> str | None:
    """Return the finding code of what is wrong with an identifier of a scheme, None for nothing."""
    if scheme == "gtin":
        if not (value.isascii() and value.isdigit() and len(value) in _GTIN_LENGTHS):
            return "identifier_malformed"
        return None if gs1_check(value[:-1]) == value[-1] else "identifier_check_digit"
    if scheme == "gln":
        if not (value.isascii() and value.isdigit() and len(value) == 13):
            return "identifier_malformed"
        return None if gs1_check(value[:-1]) == value[-1] else "identifier_check_digit"
    if scheme == "lei":
        if not re.fullmatch(r"[0-9A-Z]{18}[0-9]{2}", value):
            return "identifier_malformed"
        return None if lei_remainder(value) == 1 else "identifier_check_digit"
    if scheme == "uscc":
        if not re.fullmatch(r"[0-9A-HJ-NPQRTUWXY]{18}", value):
            return "identifier_malformed"
        return None if uscc_check_symbol(value[:17]) == value[17] else "identifier_check_digit"
    return None


def _checked(scheme: str, value: str, lot: str | None = None, serial: str | None = None) -> Identified:
    fault = identifier_fault(scheme, value)
    return Identified(scheme, value, () if fault is None else (fault,), lot, serial)


def identifier_of(text: str) -> Identified:
    """Read a URN, DID or GS1 Digital Link; anything else is a ``registry_id`` with the whole text.

    A text that names no scheme (no ``urn:`` with namespace and name, no IRI) carries ``identifier_scheme_missing``.
    """
    if not re.fullmatch(r"[A-Za-z][A-Za-z0-9+.-]*:[^\s\x00-\x20<>\"{}|\\^`]+", text):
        return Identified("registry_id", text, ("identifier_scheme_missing",))
    lower = text.lower()
    if lower.startswith("did:"):
        good = re.fullmatch(r"did:[a-z0-9]+:[A-Za-z0-9._:%-]*[A-Za-z0-9._%-]", text)
        return Identified("did", text, () if good else ("identifier_malformed",))
    if re.match(r"https?://", lower) and (
        link := re.search(r"/01/([0-9]{14}|[0-9]{13}|[0-9]{12}|[0-9]{8})(/|$)", text)
    ):
        lot = re.search(r"/10/([^/?#]+)", text)
        serial = re.search(r"/21/([^/?#]+)", text)
        return _checked("gtin", link[1].zfill(14), lot[1] if lot else None, serial[1] if serial else None)
    if not lower.startswith("urn:"):
        return Identified("registry_id", text)
    parts = text.split(":", 2)
    if not parts[1] or (len(parts) == 3 and not parts[2].strip(":")):
        return Identified("registry_id", text, ("identifier_scheme_missing",))
    if len(parts) < 3:
        return Identified("registry_id", text, ("identifier_malformed",))
    return _urn(text, parts[1].lower(), parts[2])


def _urn(text: str, namespace: str, name: str) -> Identified:
    if namespace == "uuid":
        return Identified("registry_id", text, () if _UUID.fullmatch(name) else ("identifier_malformed",))
    if namespace in ("gtin", "gln"):
        width = 14 if namespace == "gtin" else 13
        found = _checked(namespace, name.zfill(width) if name.isascii() and name.isdigit() else name)
        return found if found.faults != ("identifier_malformed",) else Identified("registry_id", text, found.faults)
    if namespace == "lei":
        found = _checked("lei", name.upper())
        return found if found.faults != ("identifier_malformed",) else Identified("registry_id", text, found.faults)
    if namespace == "pact" and (own := re.fullmatch(r"w3id\.org:gclink:([a-z_]+):(.+)", name)):
        return _checked(own[1], own[2])  # the form in which this library writes a scheme that has no URN of its own
    if namespace != "epc":
        return Identified("registry_id", text)
    return _epc(text, name)


def _epc(text: str, name: str) -> Identified:
    malformed = Identified("registry_id", text, ("identifier_malformed",))
    if match := re.fullmatch(r"(?:id:sgtin|class:lgtin):([0-9]{6,12})\.([0-9]+)\.(.+)", name):
        company, item, tail = match[1], match[2], match[3]
        if len(company) + len(item) != 13:
            return malformed
        body = item[0] + company + item[1:]
        is_lot = name.startswith("class")
        return Identified(
            "gtin", body + gs1_check(body), (), tail if is_lot else None, None if is_lot or tail == "*" else tail
        )
    if match := re.fullmatch(r"idpat:sgtin:([0-9]{6,12})\.([0-9]+)\.\*", name):
        body = match[2][0] + match[1] + match[2][1:]
        return Identified("gtin", body + gs1_check(body)) if len(body) == 13 else malformed
    if match := re.fullmatch(r"id:(?:sgln|pgln):([0-9]{6,12})\.([0-9]*)(?:\..*)?", name):
        body = match[1] + match[2]
        return Identified("gln", body + gs1_check(body)) if len(body) == 12 else malformed
    return Identified("registry_id", text)
