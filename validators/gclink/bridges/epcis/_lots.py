"""Object events, and the lots that any event names: every lot once per file."""

from __future__ import annotations

from datetime import date
from typing import Any

from gclink._text import Text
from gclink.bridges._mapping import load_table
from gclink.bridges._registry import ImportOptions
from gclink.bridges._report import Consequence, Relation
from gclink.bridges._work import Tree, Work
from gclink.bridges.epcis._epc import Goods, known_lot, known_product
from gclink.bridges.epcis._event import Entry, Event
from gclink.bridges.epcis._file import File, explicit, granular
from gclink.bridges.epcis._units import lot_quantity, mass_in_tonnes, tell_quantity

__all__ = ["import_lots", "lot_of"]


def import_lots(file: File, work: Work, event: Event) -> None:
    if event.action is not None and event.action.text == "DELETE":
        work.refuse("out_of_scope", event.action.path, "DELETE ends the lot", "DELETE 终结批次", stated="DELETE")
        return
    listed = [entry for entry in event.objects if entry.listed]
    items = [entry for entry in event.objects if not entry.listed]
    named = [entry for entry in items if explicit(file, entry)]
    if (not listed and len(named) < len(items)) or not event.objects:
        work.partial("quantity_missing", event.path)
    for entry in (*listed, *items):
        tell_quantity(work, entry, Consequence.PARTIAL)
        if not entry.listed and entry not in named:
            note = Text("an item without a lot", "没有批次的单件")
            work.came("Lot", entry.path, entry.epc, theirs="epcList", relation=Relation.LOST, note=note)
            continue
        goods = granular(work, entry)
        if goods is not None:
            lot_of(file, work, event, entry, goods)


def lot_of(file: File, work: Work, event: Event, entry: Entry, goods: Goods) -> Tree | None:
    """Draft a lot, or add to the draft of an earlier event; one that is known already is not written again."""
    known = known_lot(file.known, goods)
    if known is not None:
        _compare(work, entry, known)
        if event.event_id is not None and event.event_id.text in known.get("events", ()):
            work.came("Lot.events", event.event_id.path, event.event_id.text)
        return None
    if goods.epc in file.lots:
        draft = file.lots[goods.epc][0]
        _compare(work, entry, draft)
    else:
        draft = _new_lot(file, work, event, entry, goods)
        file.lots[goods.epc] = (draft, work, goods.epc)
    if event.event_id is not None:
        events = draft.setdefault("events", [])
        if event.event_id.text not in events:
            events.append(event.event_id.text)
        work.came("Lot.events", event.event_id.path, event.event_id.text)
    return draft


def _compare(work: Work, entry: Entry, lot: Any) -> None:
    """Say whether an event states the whole quantity of a lot that is described already."""
    probe = Work(work.table, work.options)
    stated = lot_quantity(probe, entry) if entry.listed else lot.get("quantity")
    shown = f"{entry.quantity} {entry.uom or ''}".strip() if entry.listed else entry.epc
    same = stated == lot.get("quantity") or (
        stated is not None and mass_in_tonnes(probe, entry) is not None and _tonnes(lot) == mass_in_tonnes(probe, entry)
    )
    quantity = lot.get("quantity", {})
    written = f"{quantity.get('value', '')} {quantity.get('unit', '')}"
    note = Text("the lot is described already", "该批次已有描述")
    relation = Relation.EXACT if same else Relation.CONTRADICTORY
    work.came("Lot.quantity", entry.path, shown, written, relation=relation, note=note)


def _tonnes(lot: Any) -> Tree | None:
    quantity = lot.get("quantity", {})
    code = {"kg": "KGM", "t": "TNE"}.get(quantity.get("unit"))
    probe = Work(load_table("epcis"), ImportOptions())
    return None if code is None else mass_in_tonnes(probe, Entry("", "", True, quantity["value"], code))


def _new_lot(file: File, work: Work, event: Event, entry: Entry, goods: Goods) -> Tree:
    draft: Tree = {"type": "Lot", "id": goods.epc}
    work.came("Lot.id", entry.path, entry.epc)
    if goods.lot is not None:
        draft["lotNumber"] = goods.lot
        work.came("Lot.lotNumber", entry.path, entry.epc, goods.lot)
    product = known_product(file.known, goods.gtin)
    if product is not None:
        draft["product"] = product["id"]
        work.computed("Lot.product", product["id"])
    quantity = lot_quantity(work, entry)
    if quantity is not None:
        draft["quantity"] = quantity
        shown = f"{entry.quantity or 1} {entry.uom or ''}".strip()
        work.came("Lot.quantity", entry.path, shown, f"{quantity['value']} {quantity['unit']}")
    issued = file.issued_at(work, event, "Lot.issuedAt")
    if issued is not None:
        draft["issuedAt"] = issued
    site = file.site(work, event, "Lot.producedAt")
    if site is not None:
        draft["producedAt"] = site
    period = _harvest(work, event)
    if period is not None:
        draft["period"] = period
    return draft


def _harvest(work: Work, event: Event) -> Tree | None:
    """Return the days of harvest where both are named in the words of the CBV; other vocabularies are not guessed."""
    first, last = event.harvest
    if first is None or last is None:
        return None
    days = []
    for part in (first, last):
        day = part.text[:10]
        try:
            date.fromisoformat(day)
        except ValueError:
            work.find("source_schema_invalid", part.path, "not a calendar day", "不是日历日", stated=part.text)
            return None
        days.append(day)
    if days[0] > days[1]:
        work.find("period_reversed", first.path, stated=days[0], computed=days[1])
    for part, day in zip((first, last), days, strict=True):
        work.came("Lot.period", part.path, part.text, day, relation=Relation.NARROWER)
    return {"type": "Period", "start": days[0], "end": days[1]}
