"""Lots and process runs as EPCIS 2.0: an object event for each lot, a transformation event for each run.

Both syntaxes are written from one list of events. A day becomes its first instant in UTC; nothing else is made up.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from lxml import etree

from gclink.bridges._json import Digits, dump
from gclink.bridges._known import Known
from gclink.bridges._lexical import UCUM_TO_REC20
from gclink.bridges._mapping import load_table
from gclink.bridges._registry import Exported, ImportOptions
from gclink.bridges._report import FieldOutcome, LossReport, Relation
from gclink.bridges._work import Work
from gclink.bridges.epcis._epc import digital_link, goods_of, place_link
from gclink.bridges.epcis._event import HARVEST
from gclink.bridges.epcis._from_xml import MASTER_DATA, NAMESPACE

__all__ = ["export_json", "export_xml"]

Tree = Mapping[str, Any]

CONTEXT: Final = "https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld"
PROCESS_TYPES: Final = "https://w3id.org/gclink/processType/"
_CBV: Final = "urn:epcglobal:cbv:bizstep:"


@dataclass(slots=True)
class _Written:
    """One event to be written; quantities as (class, number, Rec 20 code or nothing)."""

    type: str
    time: str
    recorded: str
    event_id: str | None = None
    site: str | None = None
    step: str | None = None
    transformation: str | None = None
    harvest: tuple[str, str] | None = None
    quantities: list[tuple[str, str, str | None]] = field(default_factory=list)
    inputs: list[tuple[str, str, str | None]] = field(default_factory=list)
    outputs: list[tuple[str, str, str | None]] = field(default_factory=list)


class _Export:
    """What is written, and the outcome of every field."""

    def __init__(self, documents: Sequence[Tree], options: ImportOptions) -> None:
        self.work = Work(load_table("epcis"), options)
        self.known = Known((*documents, *options.known))
        self.documents = documents

    def events(self) -> list[_Written]:
        """Return the events of all lots and runs, lots first."""
        lots = [tree for tree in self.documents if tree.get("type") == "Lot"]
        runs = [tree for tree in self.documents if tree.get("type") == "ProcessRun"]
        if not lots and not runs:
            self.work.refuse("out_of_scope", "", "no Lot and no ProcessRun", "没有批次或过程运行")
        return [*(event for lot in lots for event in self._lot(lot)), *(self._run(run) for run in runs)]

    def _went(
        self,
        ours: str,
        value: object,
        theirs: str | None = None,
        relation: Relation | None = None,
        written: object = None,
    ) -> None:
        row = self.work.row(ours, theirs)
        chosen = relation or row.back or Relation.LOST
        shown = None if chosen is Relation.LOST else str(value if written is None else written)
        self.work.fields.append(FieldOutcome(chosen, row.theirs, ours, str(value), shown, row.note))

    def _lot(self, lot: Tree) -> list[_Written]:
        """Return one event per identity that the lot names, one without where it names none."""
        name = self._class(lot, tell=True)
        quantity = lot["quantity"]
        self._went("Lot.quantity", f"{quantity['value']} {quantity['unit']}")
        code = None if quantity["unit"] == "{piece}" else UCUM_TO_REC20[quantity["unit"]]
        self._went("Lot.issuedAt", lot["issuedAt"], "recordTime")
        site = self._place(lot["producedAt"], "Lot.producedAt")
        period = lot["period"]
        self._went("Lot.period", f"{period['start']}/{period['end']}", "ilmd")
        for event in lot.get("events", ()):
            self._went("Lot.events", event)
        if "producedFrom" in lot:
            made = [run for run in self._runs() if lot["id"] in self._flows(run, "outputs")]
            same = any(set(lot["producedFrom"]) == set(self._flows(run, "inputs")) for run in made)
            self._went("Lot.producedFrom", ", ".join(lot["producedFrom"]), relation=None if same else Relation.LOST)
        self._rest(
            lot,
            ("id", "lotNumber", "product", "quantity", "issuedAt", "producedAt", "period", "events", "producedFrom"),
        )
        return [
            _Written(
                "ObjectEvent",
                f"{period['end']}T00:00:00Z",
                lot["issuedAt"],
                event_id=event,
                site=site,
                harvest=(period["start"], period["end"]),
                quantities=[(name, quantity["value"], code)],
            )
            for event in lot.get("events") or [None]
        ]

    def _run(self, run: Tree) -> _Written:
        self._went("ProcessRun.id", run["id"])
        self._went("ProcessRun.issuedAt", run["issuedAt"], "recordTime")
        code = run["processType"]
        term = self.work.table.theirs_of("bizStep", code)
        self._went("ProcessRun.processType", code)
        period = run["period"]
        one_day = period["start"] == period["end"]
        relation = Relation.NARROWER if one_day else Relation.LOST
        self._went("ProcessRun.period", f"{period['start']}/{period['end']}", relation=relation, written=period["end"])
        event = _Written(
            "TransformationEvent",
            f"{period['end']}T00:00:00Z",
            run["issuedAt"],
            site=self._place(run["site"], "ProcessRun.site"),
            step=f"{PROCESS_TYPES}{code}" if term is None else term,
            transformation=run["id"],
            inputs=[self._flow(flow, "inputs") for flow in run.get("inputs", ())],
            outputs=[self._flow(flow, "outputs") for flow in run["outputs"]],
        )
        self._rest(run, ("id", "issuedAt", "processType", "site", "period", "inputs", "outputs"))
        return event

    def _runs(self) -> list[Tree]:
        return [tree for tree in self.documents if tree.get("type") == "ProcessRun"]

    @staticmethod
    def _flows(run: Tree, place: str) -> list[str]:
        return [flow["lot"] for flow in run.get(place, ())]

    def _flow(self, flow: Tree, place: str) -> tuple[str, str, str | None]:
        lot = self.known.by_id(flow["lot"], "Lot")
        name = flow["lot"] if lot is None else self._class(lot, tell=False)
        listed = "inputQuantityList" if place == "inputs" else "outputQuantityList"
        self._went(f"ProcessRun.{place}", flow["lot"], listed, written=name)
        self._went("MaterialFlow.mass", f"{flow['mass']['value']} t")
        for member in ("role", "allocationFactor", "allocationBasis", "economicShare"):
            if member in flow:
                self._went(f"MaterialFlow.{member}", flow[member])
        return name, flow["mass"]["value"], "TNE"

    def _class(self, lot: Tree, *, tell: bool) -> str:
        """Return the name of a lot in an event: its own IRI where that is an EPC, else a Digital Link, else its IRI."""
        goods = goods_of(lot["id"])
        own = goods.lot == lot["lotNumber"] and goods.gtin is not None
        gtin = None if own else self._gtin(lot["product"])
        name = str(lot["id"]) if own or gtin is None else digital_link(gtin, lot["lotNumber"])
        if tell:
            self._went("Lot.id", lot["id"], relation=None if name == lot["id"] else Relation.LOST)
            self._went("Lot.lotNumber", lot["lotNumber"], relation=None if own or gtin is not None else Relation.LOST)
            self._went("Lot.product", lot["product"], relation=None if own or gtin is not None else Relation.LOST)
        return name

    def _gtin(self, product: str) -> str | None:
        tree = self.known.by_id(product, "ProductType") or {}
        return next((e["identifierValue"] for e in tree.get("identifiers", ()) if e["scheme"] == "gtin"), None)

    def _place(self, site: str, ours: str) -> str:
        tree = self.known.by_id(site, "Site") or {}
        gln = next((e["identifierValue"] for e in tree.get("identifiers", ()) if e["scheme"] == "gln"), None)
        self._went(ours, site, "bizLocation", written=site if gln is None else place_link(gln))
        return site if gln is None else place_link(gln)

    def _rest(self, tree: Tree, told: tuple[str, ...]) -> None:
        """Record every other member as lost."""
        for name, value in tree.items():
            if name in told or name in ("type", "specVersion", "status"):
                continue
            shown = str(value) if isinstance(value, str | int) else ""
            ours = f"{tree['type']}.{name}"
            self.work.fields.append(FieldOutcome(Relation.LOST, "", ours, shown, None, None))


def export_json(documents: Sequence[Tree], options: ImportOptions) -> Exported:
    """Write EPCIS JSON-LD."""
    export = _Export(documents, options)
    events = export.events()
    tree = {
        "@context": [CONTEXT],
        "type": "EPCISDocument",
        "schemaVersion": "2.0",
        "creationDate": _created(events),
        "epcisBody": {"eventList": [_as_tree(event) for event in events]},
    }
    return _exported(export, "epcis-json", dump(tree), "application/ld+json", ".jsonld")


def export_xml(documents: Sequence[Tree], options: ImportOptions) -> Exported:
    """Write EPCIS XML."""
    export = _Export(documents, options)
    events = export.events()
    root = etree.Element(
        f"{{{NAMESPACE}}}EPCISDocument",
        {"schemaVersion": "2.0", "creationDate": _created(events)},
        nsmap={"epcis": NAMESPACE, "cbvmda": MASTER_DATA},
    )
    listed = etree.SubElement(etree.SubElement(root, "EPCISBody"), "EventList")
    for event in events:
        _as_element(listed, event)
    content = etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True)
    return _exported(export, "epcis-xml", content, "application/xml", ".xml")


def _exported(export: _Export, name: str, content: bytes, media: str, suffix: str) -> Exported:
    item = export.work.item()
    report = LossReport(name, (item,), export.work.options.source)
    return Exported(report, content if item.verdict.writes else None, media, suffix)


def _created(events: list[_Written]) -> str:
    """Return the latest instant that the documents name, so that the same documents give the same file."""
    return max((event.recorded for event in events), default="1970-01-01T00:00:00Z")


def _as_tree(event: _Written) -> dict[str, Any]:
    tree: dict[str, Any] = {"type": event.type}
    if event.event_id is not None:
        tree["eventID"] = event.event_id
    tree |= {"eventTime": event.time, "recordTime": event.recorded, "eventTimeZoneOffset": "+00:00"}
    if event.type == "ObjectEvent":
        tree |= {"action": "ADD", "quantityList": [_quantity(entry) for entry in event.quantities]}
    else:
        if event.inputs:
            tree["inputQuantityList"] = [_quantity(entry) for entry in event.inputs]
        tree |= {"outputQuantityList": [_quantity(entry) for entry in event.outputs]}
        tree |= {"transformationID": event.transformation, "bizStep": event.step}
    if event.site is not None:
        tree["bizLocation"] = {"id": event.site}
    if event.harvest is not None:
        tree["ilmd"] = {f"cbvmda:{name}": day for name, day in zip(HARVEST, event.harvest, strict=True)}
    return tree


def _quantity(entry: tuple[str, str, str | None]) -> dict[str, Any]:
    name, number, code = entry
    tree: dict[str, Any] = {"epcClass": name, "quantity": Digits(number)}
    return tree if code is None else {**tree, "uom": code}


def _as_element(parent: Any, event: _Written) -> None:
    element = etree.SubElement(parent, event.type)
    _text(element, "eventTime", event.time)
    _text(element, "recordTime", event.recorded)
    _text(element, "eventTimeZoneOffset", "+00:00")
    if event.event_id is not None:
        _text(element, "eventID", event.event_id)
    if event.type == "ObjectEvent":
        _text(element, "action", "ADD")
    else:
        if event.inputs:
            _list(element, "inputQuantityList", event.inputs)
        _list(element, "outputQuantityList", event.outputs)
        _text(element, "transformationID", event.transformation or "")
        step = event.step or ""
        _text(element, "bizStep", step if ":" in step else _CBV + step)
    if event.site is not None:
        _text(etree.SubElement(element, "bizLocation"), "id", event.site)
    if event.type == "ObjectEvent":
        _list(element, "quantityList", event.quantities)
    if event.harvest is not None:
        data = etree.SubElement(element, "ilmd")
        for name, day in zip(HARVEST, event.harvest, strict=True):
            etree.SubElement(data, f"{{{MASTER_DATA}}}{name}").text = day


def _list(parent: Any, name: str, entries: list[tuple[str, str, str | None]]) -> None:
    listed = etree.SubElement(parent, name)
    for epc, number, code in entries:
        element = etree.SubElement(listed, "quantityElement")
        _text(element, "epcClass", epc)
        _text(element, "quantity", number)
        if code is not None:
            _text(element, "uom", code)


def _text(parent: Any, name: str, value: str) -> None:
    etree.SubElement(parent, name).text = value
