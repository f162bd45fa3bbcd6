"""Events to documents: every lot once per file, every run once per transformation, in the order of the events."""

from __future__ import annotations

from gclink.bridges._known import Known
from gclink.bridges._mapping import load_table
from gclink.bridges._registry import ImportOptions
from gclink.bridges._report import Consequence, Item
from gclink.bridges._work import Work
from gclink.bridges.epcis._epc import goods_of
from gclink.bridges.epcis._error import told_error
from gclink.bridges.epcis._event import CONVERTED, Event
from gclink.bridges.epcis._file import File
from gclink.bridges.epcis._lots import import_lots
from gclink.bridges.epcis._runs import check_outputs, import_run
from gclink.bridges.epcis._source import Source
from gclink.bridges.epcis._units import tell_quantity

__all__ = ["import_events"]


def import_events(source: Source, options: ImportOptions) -> tuple[Item, ...]:
    """Return one item per event, with the documents at the event that brought them."""
    file = File(source, options, Known(options.known))
    corrected = {event.event_id.text for event in source.events if event.event_id is not None and event.error is None}
    for event in source.events:
        work = Work(load_table("epcis"), options, event.path)
        file.works.append(work)
        _tell_all(work, event)
        if event.type not in CONVERTED:
            work.refuse("out_of_scope", event.path, event.type, event.type, stated=event.type)
            if event.path:
                work.lost(event.path, event.type)
            if event.error is not None:
                work.find("error_declaration_present", event.error.path)
            for entry in event.others:
                tell_quantity(work, entry)
        elif event.error is not None:
            _check(work, event)
            work.drafts += told_error(work, event, file.known, corrected)
        elif event.type == "ObjectEvent":
            import_lots(file, work, event)
        else:
            import_run(file, work, event)
    _finish(file)
    _sweep(file)
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
        check_outputs(work, event, Consequence.NOTE)


def _finish(file: File) -> None:
    """Complete the drafts with what the caller passes, lots before the runs that refer to them."""
    for drafts in (file.lots, file.runs):
        for draft, work, identity in drafts.values():
            work.drafts.append(work.complete(draft, identity))


def _sweep(file: File) -> None:
    """List every value of the file that no outcome has named, at its event, else at the first one."""
    told = {outcome.theirs for work in file.works for outcome in work.fields if outcome.theirs}
    owners = {work.path: work for work in file.works}
    for part in file.source.rest if file.works else ():
        path = part.path
        while path and path not in told and path not in owners:
            path = path.rpartition("/")[0]
        if path not in told:
            owners.get(path, file.works[0]).lost(part.path, part.text)
