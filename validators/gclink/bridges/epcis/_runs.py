"""Transformation events: every run once per transformation, with the lots that go in and come out."""

from __future__ import annotations

from typing import Final

from gclink._text import Text
from gclink.bridges._report import Consequence, Relation
from gclink.bridges._work import Tree, Work
from gclink.bridges.epcis._epc import goods_of, known_lot
from gclink.bridges.epcis._event import Entry, Event, cbv
from gclink.bridges.epcis._file import File, explicit, granular
from gclink.bridges.epcis._lots import lot_of
from gclink.bridges.epcis._units import mass_in_tonnes, tell_quantity

__all__ = ["check_outputs", "import_run"]

#: The IRI under which a code of ours is written where the CBV has no term.
PROCESS_TYPES: Final = "https://w3id.org/gclink/processType/"


def import_run(file: File, work: Work, event: Event) -> None:
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
    check_outputs(work, event, Consequence.PARTIAL)
    outputs = []
    for entry in event.outputs:
        flow = _flow(file, work, entry, None)
        outputs.append(flow)
        goods = goods_of(entry.epc)
        if flow is not None and goods.granular and (entry.listed or explicit(file, entry)):
            lot = lot_of(file, work, event, entry, goods)
            sources = [made["lot"] for made in inputs if made is not None]
            if lot is not None and sources:
                lot["producedFrom"] = list(dict.fromkeys([*lot.get("producedFrom", []), *sources]))
                work.computed("Lot.producedFrom", ", ".join(sources))
    for place, made in (("inputs", inputs), ("outputs", outputs)):
        flows = [flow for flow in made if flow is not None]
        if flows:
            draft.setdefault(place, []).extend(flows)


def _new_run(file: File, work: Work, event: Event) -> Tree:
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


def _replaced(file: File, event: Event) -> Tree | None:
    """Return a citation of the run that this event corrects, where that is known."""
    if event.event_id is None:
        return None
    for other in file.source.events:
        if other.error is not None and event.event_id.text in other.error.corrections:
            name = other.transformation or other.event_id
            if name is not None and file.known.by_id(name.text, "ProcessRun") is not None:
                return file.known.reference(name.text)
    return None


def _flow(file: File, work: Work, entry: Entry, role: str | None) -> Tree | None:
    given = file.options.of("MaterialFlow", entry.epc)
    tell_quantity(work, entry, Consequence.NOTE if "mass" in given else Consequence.PARTIAL)
    goods = granular(work, entry)
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


def check_outputs(work: Work, event: Event, consequence: Consequence) -> None:
    if not any(entry.listed and entry.quantity is not None for entry in event.outputs):
        path = event.outputs[0].path if event.outputs else event.path
        work.find("output_quantity_missing", path, consequence=consequence)
