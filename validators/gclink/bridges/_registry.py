"""Which bridges there are, how a format is recognised, and how files go through them."""

from __future__ import annotations

import importlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Protocol

from gclink._text import Text
from gclink.bridges._report import Consequence, Finding, Item, LossReport
from gclink.errors import GclinkError, Unreadable, UnreadableInput
from gclink.limits import DEFAULT_LIMITS, Limits

__all__ = [
    "Bridge",
    "Exported",
    "ImportOptions",
    "UnknownFormatError",
    "bridge",
    "bridges",
    "detect",
    "export_documents",
    "formats",
    "import_source",
    "import_sources",
]


@dataclass(frozen=True, slots=True)
class ImportOptions:
    """What a caller passes to a conversion, either way.

    ``parameters`` are what the source cannot supply: by class name (or, for an export, by format name) a tree with the
    members to fill in, and below ``documents`` the same by the id of one document. A parameter never replaces a stated
    value. ``absent_as_zero`` lets an additive component that is left out be written as 0. ``language`` is the tag of
    the source's texts. ``received`` is the instant of receipt (dateTime), None to leave it out of account. ``known``
    are documents of this standard in which references may resolve. ``each`` lets every document of a source stand
    alone.
    """

    parameters: Mapping[str, Any] = field(default_factory=dict)
    absent_as_zero: bool = False
    language: str = "und"
    received: str | None = None
    known: tuple[Mapping[str, Any], ...] = ()
    each: bool = False
    source: str = "<input>"
    limits: Limits = DEFAULT_LIMITS

    def of(self, name: str, identity: str | None = None) -> dict[str, Any]:
        """Return the parameters for one class, those of the single document over the general ones."""
        general = self.parameters.get(name, {})
        single = self.parameters.get("documents", {}).get(identity, {}) if identity else {}
        if "type" in single and single["type"] != name:
            single = {}
        return {**general, **{key: value for key, value in single.items() if key != "type"}}


@dataclass(frozen=True, slots=True)
class Exported:
    """What an export gives: the report, and the file if the verdict lets one be written."""

    report: LossReport
    content: bytes | None
    media: str
    suffix: str


class Bridge(Protocol):
    """One form of one neighbour; a bridge that cannot write raises in ``write`` what ``not_offered`` makes."""

    @property
    def name(self) -> str:
        """The name of the format on the command line."""

    @property
    def title(self) -> Text:
        """What a person calls it."""

    @property
    def media(self) -> tuple[str, ...]:
        """The media types of its files."""

    def detect(self, raw: bytes) -> bool:
        """Whether bytes look like this form; cheap, and never an error."""

    def read(self, raw: bytes, options: ImportOptions) -> LossReport:
        """Convert a foreign file to documents of this standard; raises UnreadableInput for no such syntax at all."""

    def write(self, documents: Sequence[Mapping[str, Any]], options: ImportOptions) -> Exported:
        """Convert documents of this standard to a foreign file."""


#: format -> (module, attribute), in the order in which formats are tried. One line for a new neighbour.
_BRIDGES: dict[str, tuple[str, str]] = {
    "pact-2.3": ("gclink.bridges.pact", "PACT_2"),
    "pact-3.0": ("gclink.bridges.pact", "PACT_3"),
    "untp-0.6.1": ("gclink.bridges.untp", "UNTP_6"),
    "untp-0.7.0": ("gclink.bridges.untp", "UNTP_7"),
    "catenax-8.0": ("gclink.bridges.catenax", "CATENAX_8"),
    "catenax-9.0": ("gclink.bridges.catenax", "CATENAX_9"),
    "ubl": ("gclink.bridges.ubl", "UBL"),
    "epcis-xml": ("gclink.bridges.epcis", "EPCIS_XML"),
    "epcis-json": ("gclink.bridges.epcis", "EPCIS_JSON"),
    "iso20022-tsin.001": ("gclink.bridges.iso20022", "TSIN_001"),
    "iso20022-tsin.002": ("gclink.bridges.iso20022", "TSIN_002"),
    "iso20022-tsin.006": ("gclink.bridges.iso20022", "TSIN_006"),
    "iso20022-payment": ("gclink.bridges.iso20022", "PAYMENT"),
    "cadt": ("gclink.bridges.cadt", "CADT"),
    "cdop": ("gclink.bridges.cdop", "CDOP"),
}


class UnknownFormatError(GclinkError):
    """A format nobody knows by this name."""

    def __init__(self, name: str) -> None:
        known = ", ".join(formats())
        super().__init__(
            "unknown_format",
            Text(f"there is no format {name}", f"没有名为 {name} 的格式"),
            Text(f"formats: {known}", f"可用格式：{known}"),
        )


def formats() -> tuple[str, ...]:
    """Return the names of all formats."""
    return tuple(_BRIDGES)


def bridge(name: str) -> Bridge:
    """Return the bridge of a format; raises UnknownFormatError."""
    if name not in _BRIDGES:
        raise UnknownFormatError(name)
    module, attribute = _BRIDGES[name]
    found: Bridge = getattr(importlib.import_module(module), attribute)
    return found


def bridges() -> tuple[Bridge, ...]:
    """Return all bridges."""
    return tuple(bridge(name) for name in _BRIDGES)


def family(name: str) -> tuple[str, ...]:
    """Return the formats a name stands for: itself, or all whose name begins with it (``pact`` for ``pact-3.0``)."""
    found = (name,) if name in _BRIDGES else tuple(known for known in _BRIDGES if known.split("-")[0] == name)
    if not found:
        raise UnknownFormatError(name)
    return found


def detect(raw: bytes, among: Sequence[str] | None = None) -> str | None:
    """Return the first format that recognises the bytes, None for none."""
    return next((name for name in (among or formats()) if bridge(name).detect(raw)), None)


def import_source(raw: bytes, options: ImportOptions, name: str | None = None) -> LossReport:
    """Convert one file, its format detected when it is not named (``pact`` leaves the version open).

    Raises UnreadableInput when no format is recognised, or the bytes have no syntax; UnknownFormatError.
    """
    among = family(name) if name is not None else None
    chosen = among[0] if among is not None and len(among) == 1 else detect(raw, among)
    if chosen is None:
        if among is None:
            raise UnreadableInput(
                Unreadable.UNKNOWN_FORMAT,
                Text("no format is recognised", "无法识别格式"),
                Text(f"name it with --from: {', '.join(formats())}", f"请用 --from 指定：{', '.join(formats())}"),
                source=options.source,
            )
        chosen = among[-1]  # the newest: it tells what its own form asks for
    report = bridge(chosen).read(raw, options)
    return replace(report, source=options.source, each=options.each)


def import_sources(
    sources: Iterable[tuple[str, bytes]], options: ImportOptions, name: str | None = None
) -> list[LossReport]:
    """Convert several files that belong together: what one brings, the next can refer to; nothing is written twice."""
    met: dict[str, str] = {}
    written: dict[str, Mapping[str, Any]] = {}
    reports = []
    for source, raw in sources:
        step = replace(options, source=source, known=(*options.known, *written.values()))
        report = import_source(raw, step, name)
        items = tuple(_without_doubles(item, met, written) for item in report.items)
        report = replace(report, items=items)
        written.update({tree["id"]: tree for tree in report.documents if "id" in tree})
        reports.append(report)
    return reports


def _without_doubles(item: Item, met: dict[str, str], written: Mapping[str, Mapping[str, Any]]) -> Item:
    """Report an item that was there before; the same content is not written again, another content is refused."""
    drafts = tuple(tree for tree in item.drafts if written.get(str(tree.get("id"))) != tree)
    if item.key is None or item.content is None:
        return replace(item, drafts=drafts)
    before = met.get(item.key)
    if before is None:
        met[item.key] = item.content
        return replace(item, drafts=drafts)
    same = before == item.content
    detail = (
        Text(f"{item.key} with the same content; not written again", f"{item.key} 内容相同，不再写出")
        if same
        else Text(f"{item.key} with another content", f"{item.key} 内容不同")
    )
    consequence = Consequence.NOTE if same else Consequence.REFUSE
    found = Finding.of("duplicate_identifier", item.path, detail, stated=item.key, consequence=consequence)
    return replace(item.found(found), drafts=())


def export_documents(documents: Sequence[Mapping[str, Any]], options: ImportOptions, name: str) -> Exported:
    """Convert documents to a foreign file; ``pact`` means the newest form of PACT that can be written."""
    exported = bridge(family(name)[-1]).write(documents, options)
    return replace(exported, report=replace(exported.report, export=True, source=options.source))
