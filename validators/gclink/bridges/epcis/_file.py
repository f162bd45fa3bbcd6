"""What the events of one file have brought so far, and what every event has in common."""

from __future__ import annotations

from dataclasses import dataclass, field

from gclink._text import Text
from gclink.bridges._known import Known
from gclink.bridges._lexical import instant_of
from gclink.bridges._registry import ImportOptions
from gclink.bridges._report import Relation
from gclink.bridges._work import Tree, Work
from gclink.bridges.epcis._epc import Goods, goods_of, known_site
from gclink.bridges.epcis._event import Entry, Event
from gclink.bridges.epcis._source import Source

__all__ = ["File", "explicit", "granular"]


@dataclass(slots=True)
class File:
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


def explicit(file: File, entry: Entry) -> bool:
    """Whether the caller names the lot number of one item."""
    return "lotNumber" in file.options.parameters.get("documents", {}).get(entry.epc, {})


def granular(work: Work, entry: Entry) -> Goods | None:
    """Return what an entry names, None with a finding for a class or a pattern, which is no lot."""
    goods = goods_of(entry.epc)
    for fault in goods.identified.faults:
        work.find(fault, entry.path, stated=entry.epc)
    if not goods.granular:
        work.partial("granularity_unsupported", entry.path, entry.epc, entry.epc, stated=entry.epc)
        return None
    return goods
