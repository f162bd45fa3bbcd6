"""Events to documents: every lot once per file, every run once per transformation, in the order of the events."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from gclink._text import Text
from gclink.bridges._known import Known
from gclink.bridges._lexical import instant_of
from gclink.bridges._mapping import load_table
from gclink.bridges._registry import ImportOptions
from gclink.bridges._report import Consequence, Item, Relation
from gclink.bridges._work import Tree, Work
from gclink.bridges.epcis._epc import Goods, goods_of, known_lot, known_product, known_site
from gclink.bridges.epcis._error import told_error
from gclink.bridges.epcis._event import CONVERTED, Entry, Event, cbv
from gclink.bridges.epcis._source import Source
from gclink.bridges.epcis._units import lot_quantity, mass_in_tonnes, tell_quantity

__all__ = ["import_events"]

#: The IRI under which a code of ours is written where the CBV has no term.
PROCESS_TYPES = "https://w3id.org/gclink/processType/"


@dataclass(slots=True)
class _File:
    """What the events of one file have brought so far."""

    source: Source
    options: ImportOptions
    known: Known
    works: list[Work] = field(default_factory=list)
    #: id -> draft, the event it came by, and what its parameters go by.
    lots: dict[str, tuple[Tree, Work, str]] = field(default_factory=dict)
    runs: dict[str, tuple[Tree, Work, str]] = field(default_factory=dict)

    def issued_at(self, work: Work, event: Event, ours: str) -> str | None:
        """Return when the event was recorded, else when the file was made."""
        part = event.recorded or self.source.created
        instant = instant_of(part.text) if part is not None else None
        if part is None or instant is None:
            if part is not None:
                work.find(
                    "source_schema_invalid", part.path, "no instant with a zone", "没有带时区的时刻", stated=part.text
                )
            return None
        written = f"{instant:%Y-%m-%dT%H:%M:%SZ}"
        relation = None if part is event.recorded else Relation.BROADER
        work.came(ours, part.path, part.text, written, theirs="recordTime", relation=relation)
        return written

    def site(self, work: Work, event: Event, ours: str) -> str | None:
        """Return the known site of the business location, else of the read point; which one is told."""
        place = event.location or event.read_point
        if place is None:
            return None
        tree, found = known_site(self.known, place.text)
        for fault in found.faults:
            work.find(fault, place.path, stated=place.text)
        which = "bizLocation" if event.location is not None else "readPoint"
        if tree is None:
            note = Text(f"{which}: no known site has it", f"{which}：没有已知场所与之相符")
            work.came(ours, place.path, place.text, theirs="bizLocation", relation=Relation.LOST, note=note)
            return None
        note = Text(f"taken from {which}", f"取自 {which}")
        work.came(ours, place.path, place.text, tree["id"], theirs="bizLocation", note=note)
        return str(tree["id"])


def import_events(source: Source, options: ImportOptions) -> tuple[Item, ...]:
    """Return one item per event, with the documents at the event that brought them."""
    file = _File(source, options, Known(options.known))
    corrected = {event.event_id.text for event in source.events if event.event_id is not None and event.error is None}
    for event in source.events:
        work = Work(load_table("epcis"), options, event.path)
        for part in () if file.works else source.rest:
            work.lost(part.path, part.text)
        file.works.append(work)
        _tell_all(work, event)
        if event.type not in CONVERTED:
            work.refuse("out_of_scope", event.path, event.type, event.type, stated=event.type)
            if event.error is not None:
                work.find("error_declaration_present", event.error.path)
            for entry in event.others:
                tell_quantity(work, entry)
        elif event.error is not None:
            _check(work, event)
            work.drafts += told_error(work, event, file.known, corrected)
        elif event.type == "ObjectEvent":
            _object(file, work, event)
        else:
            _transformation(file, work, event)
    _finish(file)
    return tuple(
        work.item(key=event.event_id.text if event.event_id is not None else None, content=event.content())
        for work, event in zip(file.works, source.events, strict=True)
    )


def _tell_all(work: Work, event: Event) -> None:
    """Report what holds for every event: its identity, its time, its extensions, and all that has no place."""
    run = event.type == "TransformationEvent" and event.transformation is not None
    if event.event_id is None and not run:
        work.find("event_identity_missing", event.path)
    if event.time is None or event.instant is None:
        stated = None if event.time is None else event.time.text
        work.refuse(
            "source_schema_invalid", event.path, "no event time with a zone", "没有带时区的事件时间", stated=stated
        )
    if event.offset is None or event.local_day is None:
        stated = None if event.offset is None else event.offset.text
        work.refuse("source_schema_invalid", event.path, "no time zone offset", "没有时区偏移", stated=stated)
    elif event.zones_disagree and event.time is not None:
        en, zh = "the time and the offset name two zones", "时间与偏移指明了两个时区"
        work.find(
            "flag_value_conflict", event.offset.path, en, zh, stated=event.offset.text, computed=event.time.text[-6:]
        )
    if event.type in CONVERTED:
        for part in event.extensions:
            work.find("extension_not_mapped", part.path, stated=part.text[:80])
            work.lost(part.path, part.text, "extension")
        for part in event.unknown:
            work.find("attribute_unknown", part.path, stated=part.text[:80])
            work.lost(part.path, part.text)
    for name, part in event.rest:
        work.lost(part.path, part.text, name)
    if event.action is not None:
        work.lost(event.action.path, event.action.text, "action")
    if event.offset is not None:
        work.lost(event.offset.path, event.offset.text, "eventTimeZoneOffset")


def _check(work: Work, event: Event) -> None:
    """Report what an erroneous event gets wrong besides; it is not converted whatever that is."""
    for entry in event.entries:
        tell_quantity(work, entry)
        if goods_of(entry.epc).pattern:
            work.find("granularity_unsupported", entry.path, entry.epc, entry.epc, stated=entry.epc)
    if event.type == "TransformationEvent":
        _check_outputs(work, event, Consequence.NOTE)


def _check_outputs(work: Work, event: Event, consequence: Consequence) -> None:
    if not any(entry.listed and entry.quantity is not None for entry in event.outputs):
        path = event.outputs[0].path if event.outputs else event.path
        work.find("output_quantity_missing", path, consequence=consequence)


# Object events


def _object(file: _File, work: Work, event: Event) -> None:
    if event.action is not None and event.action.text == "DELETE":
        work.refuse("out_of_scope", event.action.path, "DELETE ends the lot", "DELETE 终结批次", stated="DELETE")
        return
    listed = [entry for entry in event.objects if entry.listed]
    items = [entry for entry in event.objects if not entry.listed]
    named = [entry for entry in items if _explicit(file, entry)]
    if (not listed and len(named) < len(items)) or not event.objects:
        work.partial("quantity_missing", event.path)
    for entry in (*listed, *items):
        tell_quantity(work, entry, Consequence.PARTIAL)
        if not entry.listed and entry not in named:
            note = Text("an item without a lot", "没有批次的单件")
            work.came("Lot", entry.path, entry.epc, theirs="epcList", relation=Relation.LOST, note=note)
            continue
        goods = _granular(work, entry)
        if goods is not None:
            _lot(file, work, event, entry, goods)


def _explicit(file: _File, entry: Entry) -> bool:
    """Whether the caller names the lot number of one item."""
    return "lotNumber" in file.options.parameters.get("documents", {}).get(entry.epc, {})


def _granular(work: Work, entry: Entry) -> Goods | None:
    """Return what an entry names, None with a finding for a class or a pattern, which is no lot."""
    goods = goods_of(entry.epc)
    for fault in goods.identified.faults:
        work.find(fault, entry.path, stated=entry.epc)
    if not goods.granular:
        work.partial("granularity_unsupported", entry.path, entry.epc, entry.epc, stated=entry.epc)
        return None
    return goods


def _lot(file: _File, work: Work, event: Event, entry: Entry, goods: Goods) -> Tree | None:
    """Draft a lot, or add to the draft of an earlier event; one that is known already is not written again."""
    known = known_lot(file.known, goods)
    if known is not None:
        _compare(work, entry, known)
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


def _new_lot(file: _File, work: Work, event: Event, entry: Entry, goods: Goods) -> Tree:
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


# Transformations


def _transformation(file: _File, work: Work, event: Event) -> None:
    name = event.transformation or event.event_id
    key = name.text if name is not None else work.path
    if key in file.runs:
        draft = file.runs[key][0]
    else:
        draft = _new_run(file, work, event)
        file.runs[key] = (draft, work, key)
    day = event.local_day
    if day is not None and event.time is not None:
        period = draft.setdefault("period", {"type": "Period", "start": day, "end": day})
        period["start"], period["end"] = min(period["start"], day), max(period["end"], day)
        work.came("ProcessRun.period", event.time.path, event.time.text, f"{period['start']}/{period['end']}")
    inputs = [_flow(file, work, entry, "input") for entry in event.inputs]
    _check_outputs(work, event, Consequence.PARTIAL)
    outputs = []
    for entry in event.outputs:
        flow = _flow(file, work, entry, None)
        outputs.append(flow)
        goods = goods_of(entry.epc)
        if flow is not None and goods.granular and (entry.listed or _explicit(file, entry)):
            lot = _lot(file, work, event, entry, goods)
            sources = [made["lot"] for made in inputs if made is not None]
            if lot is not None and sources:
                lot["producedFrom"] = list(dict.fromkeys([*lot.get("producedFrom", []), *sources]))
                work.computed("Lot.producedFrom", ", ".join(sources))
    for place, made in (("inputs", inputs), ("outputs", outputs)):
        flows = [flow for flow in made if flow is not None]
        if flows:
            draft.setdefault(place, []).extend(flows)


def _new_run(file: _File, work: Work, event: Event) -> Tree:
    draft: Tree = {"type": "ProcessRun"}
    name = event.transformation or event.event_id
    if name is not None:
        draft["id"] = name.text
        work.came("ProcessRun.id", name.path, name.text)
        if event.event_id is not None and event.transformation is not None:
            work.lost(event.event_id.path, event.event_id.text)
    issued = file.issued_at(work, event, "ProcessRun.issuedAt")
    if issued is not None:
        draft["issuedAt"] = issued
    site = file.site(work, event, "ProcessRun.site")
    if site is not None:
        draft["site"] = site
    step = _process_type(work, event)
    if step is not None:
        draft["processType"] = step
    if replaced := _replaced(file, event):
        draft["supersedes"] = replaced
    return draft


def _process_type(work: Work, event: Event) -> str | None:
    """Return our code of a business step; a term without one is what the caller says, else ``other``."""
    if event.step is None:
        return None
    own = event.step.text.removeprefix(PROCESS_TYPES)
    term = cbv("bizstep", event.step.text)
    code = own if own != event.step.text else work.table.ours_of("bizStep", term)
    if code is not None:
        work.came("ProcessRun.processType", event.step.path, event.step.text, code)
        return code
    name = (event.transformation or event.event_id or event.step).text
    given = work.options.of("ProcessRun", name).get("processType")
    written = given if isinstance(given, str) else "other"
    note = Text(f"{term} has no code of ours", f"{term} 没有对应代码")
    work.came(
        "ProcessRun.processType", event.step.path, event.step.text, written, relation=Relation.NARROWER, note=note
    )
    return written


def _replaced(file: _File, event: Event) -> Tree | None:
    """Return a citation of the run that this event corrects, where that is known."""
    if event.event_id is None:
        return None
    for other in file.source.events:
        if other.error is not None and event.event_id.text in other.error.corrections:
            name = other.transformation or other.event_id
            if name is not None and file.known.by_id(name.text, "ProcessRun") is not None:
                return file.known.reference(name.text)
    return None


def _flow(file: _File, work: Work, entry: Entry, role: str | None) -> Tree | None:
    given = file.options.of("MaterialFlow", entry.epc)
    tell_quantity(work, entry, Consequence.NOTE if "mass" in given else Consequence.PARTIAL)
    goods = _granular(work, entry)
    if goods is None:
        return None
    known = known_lot(file.known, goods)
    lot = str(known["id"]) if known is not None else goods.epc
    draft: Tree = {"type": "MaterialFlow", "lot": lot}
    place = "inputs" if role is not None else "outputs"
    listed = "inputQuantityList" if role is not None else "outputQuantityList"
    note = None if known is not None or role is None else Text("the lot is not known here", "该批次在此未知")
    work.came(f"ProcessRun.{place}", entry.path, entry.epc, lot, theirs=listed, note=note)
    if role is not None:
        draft["role"] = role
        work.computed("MaterialFlow.role", role)
    mass = mass_in_tonnes(work, entry)
    if mass is not None:
        draft["mass"] = mass
        work.came("MaterialFlow.mass", entry.path, f"{entry.quantity} {entry.uom}", f"{mass['value']} t")
    elif "mass" not in given and entry.quantity is not None:
        shown = entry.uom or "{piece}"
        work.partial("unit_not_convertible", entry.path, f"{shown} is no mass", f"{shown} 不是质量", stated=shown)
    return work.complete(draft, entry.epc)


def _finish(file: _File) -> None:
    """Complete the drafts with what the caller passes, lots before the runs that refer to them."""
    for drafts in (file.lots, file.runs):
        for draft, work, identity in drafts.values():
            work.drafts.append(work.complete(draft, identity))
