"""Quantities of events as quantities of lots, and as masses of flows, without any rounding."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from gclink.bridges._lexical import EXACT, REC20_TO_UCUM, plain
from gclink.bridges._numbers import bounded
from gclink.bridges._report import Consequence
from gclink.bridges._work import Tree, Work
from gclink.bridges.epcis._event import Entry

__all__ = ["lot_quantity", "mass_in_tonnes", "tell_quantity"]

#: Units of a lot, and those that become one of them by a power of ten.
_LOT_UNITS: Final = frozenset({"kg", "t", "L", "{piece}"})
_SCALED: Final = {"g": ("kg", Decimal("0.001")), "m3": ("L", Decimal(1000))}
_TONNES: Final = {"t": Decimal(1), "kg": Decimal("0.001"), "g": Decimal("0.000001")}
#: Digits that a decimal of this standard can have before and behind its point.
_BEFORE, _BEHIND = 15, 9


def tell_quantity(work: Work, entry: Entry, consequence: Consequence = Consequence.NOTE) -> None:
    """Report what is wrong with the quantity of an entry of a list of quantities."""
    if not entry.listed:
        return
    if entry.uom is None:
        work.find("quantity_without_unit", entry.path, entry.epc, entry.epc, stated=entry.quantity)
    if entry.quantity is None:
        work.find("quantity_nil", entry.path, entry.epc, entry.epc, consequence=consequence)


def value_of(work: Work, entry: Entry) -> Decimal | None:
    """Return the exact value of a quantity, None for none, or for one that no document can hold."""
    if entry.quantity is None:
        return None
    value = bounded(entry.quantity)
    if value is None:
        work.refuse("lexical_not_decimal", entry.path, stated=entry.quantity[:80])
        return None
    if value <= 0 or not _fits(value):
        work.refuse("range_exceeded", entry.path, "a quantity is above 0", "数量须大于 0", stated=entry.quantity)
        return None
    return value


def _fits(value: Decimal) -> bool:
    whole, _, fraction = plain(value).lstrip("-").partition(".")
    return len(whole) <= _BEFORE and len(fraction) <= _BEHIND


def unit_of(work: Work, entry: Entry) -> str | None:
    """Return the unit: pieces where none is stated, None and a finding for an unknown one."""
    if entry.uom is None:
        return "{piece}"
    unit = REC20_TO_UCUM.get(entry.uom)
    if unit is None:
        work.partial("unit_unknown", entry.path, entry.uom, entry.uom, stated=entry.uom)
    return unit


def lot_quantity(work: Work, entry: Entry) -> Tree | None:
    """Return the quantity of a lot, None where it has none."""
    if not entry.listed:
        return {"type": "Quantity", "value": "1", "unit": "{piece}"}
    value, unit = value_of(work, entry), unit_of(work, entry)
    if value is None or unit is None:
        return None
    if unit in _SCALED:
        unit, factor = _SCALED[unit]
        value = EXACT.multiply(value, factor)
    if unit not in _LOT_UNITS or not _fits(value):
        work.partial("unit_not_convertible", entry.path, entry.uom or "", entry.uom or "", stated=entry.uom)
        return None
    return {"type": "Quantity", "value": plain(value), "unit": unit}


def mass_in_tonnes(work: Work, entry: Entry) -> Tree | None:
    """Return the mass of a flow, None where the unit is none of mass."""
    value = value_of(work, entry) if entry.listed else None
    unit = unit_of(work, entry) if entry.listed else None
    if value is None or unit not in _TONNES:
        return None
    mass = EXACT.multiply(value, _TONNES[unit])
    if not _fits(mass):
        work.refuse("range_exceeded", entry.path, "too many digits in t", "以 t 计位数过多", stated=entry.quantity)
        return None
    return {"type": "Quantity", "value": plain(mass), "unit": "t"}
