"""The two bridges of EPCIS: the same events in JSON-LD and in XML."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from gclink._text import Text
from gclink.bridges._mapping import load_table
from gclink.bridges._registry import Exported, ImportOptions
from gclink.bridges._report import Consequence, Finding, Item, LossReport
from gclink.bridges.epcis._export import export_json, export_xml
from gclink.bridges.epcis._from_json import read_json
from gclink.bridges.epcis._from_xml import NAMESPACE, QUERY_NAMESPACE, read_xml
from gclink.bridges.epcis._importer import import_events
from gclink.bridges.epcis._source import Source
from gclink.limits import Limits

__all__ = ["EPCIS_JSON", "EPCIS_XML"]

_Writer = Callable[[Sequence[Mapping[str, Any]], ImportOptions], Exported]


class _Epcis:
    """EPCIS 2.0 in one syntax."""

    def __init__(
        self,
        name: str,
        media: tuple[str, ...],
        marks: tuple[bytes, ...],
        read: Callable[[bytes, str, Limits], Source],
        write: _Writer,
    ) -> None:
        self.name = name
        self.media = media
        self._marks = marks
        self._read = read
        self._write = write

    @property
    def title(self) -> Text:
        """What a person calls it."""
        title, syntax = load_table("epcis").title, "XML" if self.name.endswith("xml") else "JSON-LD"
        return Text(f"{title.en} ({syntax})", f"{title.zh}（{syntax}）")

    def detect(self, raw: bytes) -> bool:
        """Whether the syntax and a name of EPCIS stand in the bytes."""
        is_json = raw.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] == b"{"
        return is_json == self.name.endswith("json") and any(mark in raw for mark in self._marks)

    def read(self, raw: bytes, options: ImportOptions) -> LossReport:
        """Convert the events of a file; a file of another version, or without events, is refused."""
        source = self._read(raw, options.source, options.limits)
        version = source.version.text if source.version is not None else ""
        if version.split(".")[0] != "2":
            path = source.version.path if source.version is not None else "/"
            detail = Text(f"version {version or 'not stated'}", f"版本 {version or '未说明'}")
            found = Finding.of("version_unsupported", path, detail, stated=version, consequence=Consequence.REFUSE)
            return LossReport(self.name, (Item("", (found,), ()),), options.source)
        if not source.events:
            detail = Text("no events", "没有事件")
            found = Finding.of("vacuous_content", "/", detail, consequence=Consequence.REFUSE)
            return LossReport(self.name, (Item("", (found,), ()),), options.source)
        return LossReport(self.name, import_events(source, options), options.source)

    def write(self, documents: Sequence[Mapping[str, Any]], options: ImportOptions) -> Exported:
        """Write the lots and process runs among the documents as events."""
        return self._write(documents, options)


EPCIS_XML = _Epcis(
    "epcis-xml",
    ("application/xml",),
    (NAMESPACE.encode(), QUERY_NAMESPACE.encode(), b"urn:epcglobal:epcis:xsd:"),
    read_xml,
    export_xml,
)
EPCIS_JSON = _Epcis(
    "epcis-json",
    ("application/ld+json", "application/json"),
    (b'"EPCISDocument"', b'"EPCISQueryDocument"', b"epcis-context.jsonld"),
    read_json,
    export_json,
)
