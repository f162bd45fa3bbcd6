"""PACT product footprints: version 3.0 both ways, version 2.3 on the way in.

A file may hold one footprint, a list of them, a response (``data``) or an event that fulfils a request
(``data.pfs``). The published examples break PACT's own sums more often than not; what they state is carried over.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from gclink._text import Text
from gclink.bridges import _json
from gclink.bridges._known import Known
from gclink.bridges._mapping import Table, load_table
from gclink.bridges._pact_2 import read_footprint_2
from gclink.bridges._pact_3 import read_footprint_3
from gclink.bridges._pact_out import write_footprints
from gclink.bridges._registry import Exported, ImportOptions
from gclink.bridges._report import Consequence, FieldOutcome, Finding, Item, LossReport, Relation
from gclink.errors import GclinkError

__all__ = ["PACT_2", "PACT_3"]

#: Attribute names that only versions 1 and 2 have.
_OLD_NAMES: Final = frozenset(
    {"biogenicEmissions", "reportingPeriodStart", "reportingPeriodEnd", "emissionFactorSources", "geography_country"}
)
_TWO_NAMES: Final = frozenset({"declaredUnit", "unitaryProductAmount", "pCfExcludingBiogenic", "dLucGhgEmissions"})
_VERSION: Final = re.compile(r"([0-9]+)\.[0-9]+\.[0-9]+(-[0-9]{8})?")


def _footprints(tree: Any) -> Iterator[tuple[str, Any]]:
    """Yield pointer and tree of every footprint, whichever envelope it comes in."""
    if isinstance(tree, list):
        for index, item in enumerate(tree):
            yield f"/{index}", item
    elif isinstance(tree, dict) and "pcf" not in tree and "data" in tree:
        inner = tree["data"]
        if isinstance(inner, dict) and "pfs" in inner:
            for index, item in enumerate(inner["pfs"] if isinstance(inner["pfs"], list) else []):
                yield f"/data/pfs/{index}", item
        elif isinstance(inner, list):
            for index, item in enumerate(inner):
                yield f"/data/{index}", item
        else:
            yield "/data", inner
    else:
        yield "", tree


def _is_old(tree: Any) -> bool:
    """Whether a footprint is of version 1 or 2, by the names it uses, else by the version it declares."""
    pcf = tree.get("pcf") if isinstance(tree, dict) else None
    if not isinstance(pcf, dict):
        return False
    if pcf.keys() & (_OLD_NAMES | _TWO_NAMES):
        return True
    return str(tree.get("specVersion", "")).startswith(("1.", "2.")) and "declaredUnitAmount" not in pcf


@dataclass(frozen=True, slots=True)
class _Pact:
    """One version of the format."""

    name: str
    title: Text
    media: tuple[str, ...] = ("application/json",)

    @property
    def table(self) -> Table:
        """The mapping table."""
        return load_table(self.name)

    def detect(self, raw: bytes) -> bool:
        """Whether the bytes hold a footprint of this version."""
        if b'"pcf"' not in raw:
            return False
        try:
            found = list(_footprints(_json.parse(raw)))
        except GclinkError:  # detection asks, reading tells
            return False
        first = found[0][1] if found else None
        shaped = isinstance(first, dict) and isinstance(first.get("pcf"), dict) and "partialFullPcf" not in first
        return shaped and _is_old(first) == (self.name == "pact-2.3")

    def read(self, raw: bytes, options: ImportOptions) -> LossReport:
        """Convert every footprint of a file."""
        known = Known(options.known)
        items: list[Item] = []
        tree = _json.parse(raw, options.source, options.limits)
        for base, footprint in _footprints(tree):
            item = self._one(base, footprint, options, known)
            if item.verdict.writes:
                for draft in item.drafts:
                    known.add(draft)
            items.append(item)
        if items:
            items[0] = replace(items[0], fields=(*items[0].fields, *_envelope(tree, [item.path for item in items])))
        else:
            found = Finding.of("vacuous_content", "", consequence=Consequence.REFUSE)
            items.append(Item("", (found,), ()))
        return LossReport(self.name, tuple(items))

    def _one(self, base: str, tree: Any, options: ImportOptions, known: Known) -> Item:
        if not isinstance(tree, dict) or not isinstance(tree.get("pcf"), dict):
            detail = Text("no footprint with a pcf", "不是含 pcf 的足迹")
            found = Finding.of("source_schema_invalid", base, detail, consequence=Consequence.REFUSE)
            return Item(base, (found,), ())
        fault = self._version_fault(base, tree)
        if fault is not None:
            return Item(base, (fault,), (), key=_key(tree))
        if self.name == "pact-2.3":
            return read_footprint_2(self.table, options, tree, base, _key(tree), known)
        return read_footprint_3(self.table, options, tree, base, _key(tree), known)

    def _version_fault(self, base: str, tree: dict[str, Any]) -> Finding | None:
        stated = tree.get("specVersion")
        text = stated if isinstance(stated, str) else ""
        match = _VERSION.fullmatch(text)
        major = match[1] if match else ""
        code = None
        if self.name == "pact-3.0":
            code = None if major == "3" and text.startswith("3.0.") else "version_mismatch"
        elif tree["pcf"].keys() & _OLD_NAMES or major != "2":
            code = "version_unsupported" if major == "1" else "version_mismatch"
        if code is None:
            return None
        return Finding.of(code, f"{base}/specVersion", stated=text, consequence=Consequence.REFUSE)

    def write(self, documents: Sequence[Mapping[str, Any]], options: ImportOptions) -> Exported:
        """Convert passports to footprints of version 3.0; the older version is not written."""
        if self.name == "pact-2.3":
            detail = Text("only version 3.0 is written", "只写出 3.0 版")
            found = Finding.of("version_unsupported", "", detail, consequence=Consequence.REFUSE)
            return Exported(LossReport(self.name, (Item("", (found,), ()),), export=True), None, self.media[0], ".json")
        items, footprints = write_footprints(self.table, documents, options)
        report = LossReport(self.name, tuple(items), export=True)
        if not report.verdict.writes:
            return Exported(report, None, self.media[0], ".json")
        content = _json.dump(footprints[0] if len(footprints) == 1 else {"data": footprints})
        return Exported(report, content, self.media[0], ".json")


def _envelope(tree: Any, inside: Sequence[str]) -> Iterator[FieldOutcome]:
    """Yield what stands around the footprints: the response or event they came in, which has no place here."""
    paths = frozenset(inside)
    for place, value in _json.leaves(tree):
        holder = place
        while holder and holder not in paths:
            holder = holder.rpartition("/")[0]
        if holder not in paths and value not in (None, "", [], {}):
            yield FieldOutcome(Relation.LOST, place, "", str(value))


def _key(tree: dict[str, Any]) -> str | None:
    name = tree.get("id")
    return f"urn:uuid:{name}" if isinstance(name, str) and name else None


PACT_2: Final = _Pact("pact-2.3", Text("PACT product footprint 2.3", "PACT 产品足迹 2.3"))
PACT_3: Final = _Pact("pact-3.0", Text("PACT product footprint 3.0", "PACT 产品足迹 3.0"))
