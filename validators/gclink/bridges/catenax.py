"""The product carbon footprint of Catena-X: 9.0.0 both ways, the flat layout of 8.0.0 on the way in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any, Final

from gclink._text import Text
from gclink.bridges import _json
from gclink.bridges._catenax_in import read_footprint
from gclink.bridges._catenax_out import write_footprints
from gclink.bridges._known import Known
from gclink.bridges._mapping import Row, Table, load_table
from gclink.bridges._reading import REFUSE, Reading
from gclink.bridges._registry import Exported, ImportOptions
from gclink.bridges._report import Consequence, Finding, Item, LossReport
from gclink.errors import GclinkError

__all__ = ["CATENAX_8", "CATENAX_9"]

_URN: Final = "urn:io.catenax.pcf:datamodel:version:"
#: Arrays that hold what they name; every other array of objects is a wrapper around one.
_LISTS: Final = frozenset({"attestationOfConformance", "precedingPfIds"})


@cache
def _flat_table() -> Table:
    """Return the table of 8.0.0: the same attributes, each at its place in the flat layout."""
    table = load_table("catenax-9.0")
    outer, ratings = table.settings["outer8"], table.settings["ratings8"]

    def flat(row: Row) -> Row:
        steps = [step for step in row.theirs.split("/") if step and step != "0"]
        below = next((index for index, step in enumerate(steps) if step in outer), len(steps) - 1)
        if steps and steps[-1] == "*":
            below = min(below, len(steps) - 2)
        kept = steps[below:]
        prefix = (
            "" if kept and kept[0] in outer else "/pcf/dataQualityRating" if kept[:1] and kept[0] in ratings else "/pcf"
        )
        return replace(row, theirs=prefix + "".join(f"/{step}" for step in kept)) if row.theirs else row

    title = Text("Catena-X PCF 8.0", "Catena-X PCF 8.0")
    return replace(table, name="catenax-8.0", title=title, version="8.0.0", rows=tuple(map(flat, table.rows)))


def _wrappers(tree: Any, path: str = "") -> Iterator[tuple[str, list[Any]]]:
    """Yield every array of objects that should hold one."""
    if isinstance(tree, dict):
        for name, value in tree.items():
            if isinstance(value, list) and name not in _LISTS and any(isinstance(item, dict) for item in value):
                yield f"{path}/{name}", value
            yield from _wrappers(value, f"{path}/{name}")
    elif isinstance(tree, list):
        for index, value in enumerate(tree):
            yield from _wrappers(value, f"{path}/{index}")


@dataclass(frozen=True, slots=True)
class _Catenax:
    """One version of the format."""

    name: str
    title: Text
    version: str
    media: tuple[str, ...] = ("application/json",)

    @property
    def table(self) -> Table:
        """The mapping table."""
        return load_table(self.name) if self.name == "catenax-9.0" else _flat_table()

    def detect(self, raw: bytes) -> bool:
        """Whether the bytes hold a footprint of this layout."""
        if b'"partialFullPcf"' not in raw:
            return False
        try:
            tree = _json.parse(raw)
        except GclinkError:  # detection asks, reading tells
            return False
        return isinstance(tree, dict) and ("scopeOfPcfForm" in tree) == (self.name == "catenax-9.0")

    def read(self, raw: bytes, options: ImportOptions) -> LossReport:
        """Convert the footprint of a file."""
        tree = _json.parse(raw, options.source, options.limits)
        if not isinstance(tree, dict):
            detail = Text("no footprint", "不是足迹")
            found = Finding.of("source_schema_invalid", "", detail, consequence=Consequence.REFUSE)
            return LossReport(self.name, (Item("", (found,), ()),))
        return LossReport(self.name, (self._one(tree, options),))

    def _one(self, tree: dict[str, Any], options: ImportOptions) -> Item:
        new = self.name == "catenax-9.0"
        base = "/pcfAssessmentAndMethodology/0/pcfAssessmentInformation/0/idAndVersion/0" if new else ""
        name = _json.at(tree, f"{base}/id")
        key = f"urn:uuid:{name.removeprefix('urn:uuid:')}" if isinstance(name, str) else None
        reading = Reading(self.table, options, tree, "", key)
        path = "/scopeOfPcfForm/0/specVersion" if new else "/specVersion"
        stated = _json.at(tree, path)
        declared = stated if isinstance(stated, list) else [stated]
        if _URN + self.version not in declared:
            text = ", ".join(str(one) for one in declared if isinstance(one, str))
            reading.find("version_mismatch", path, stated=text, consequence=REFUSE)
            return reading.item()
        for place, wrapped in _wrappers(tree):
            if len(wrapped) != 1:
                detail = Text(f"{len(wrapped)} where one is due", f"应为一个，实为 {len(wrapped)} 个")
                reading.find("source_schema_invalid", place, detail, consequence=REFUSE)
        return reading.item() if reading.findings else read_footprint(reading, Known(options.known))

    def write(self, documents: Sequence[Mapping[str, Any]], options: ImportOptions) -> Exported:
        """Convert one passport to a footprint of 9.0.0; the older layout is not written."""
        if self.name == "catenax-8.0":
            detail = Text("only version 9.0 is written", "只写出 9.0 版")
            found = Finding.of("version_unsupported", "", detail, consequence=Consequence.REFUSE)
            return Exported(LossReport(self.name, (Item("", (found,), ()),), export=True), None, self.media[0], ".json")
        items, made = write_footprints(self.table, documents, options)
        report = LossReport(self.name, tuple(items), export=True)
        content = _json.dump(made[0]) if report.verdict.writes else None
        return Exported(report, content, self.media[0], ".json")


CATENAX_8: Final = _Catenax("catenax-8.0", Text("Catena-X PCF 8.0", "Catena-X PCF 8.0"), "8.0.0")
CATENAX_9: Final = _Catenax("catenax-9.0", Text("Catena-X PCF 9.0", "Catena-X PCF 9.0"), "9.0.0")
