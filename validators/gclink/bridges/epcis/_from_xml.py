"""Events out of EPCIS XML: a document, or the results of a query."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from gclink.bridges._nodes import Node, from_xml
from gclink.bridges.epcis._event import HARVEST, LOST, READ, Declared, Entry, Event, Part
from gclink.bridges.epcis._source import Source
from gclink.limits import Limits

__all__ = ["MASTER_DATA", "NAMESPACE", "QUERY_NAMESPACE", "read_xml"]

NAMESPACE: Final = "urn:epcglobal:epcis:xsd:2"
#: The words of the CBV for master data of a lot.
MASTER_DATA: Final = "urn:epcglobal:cbv:mda"
QUERY_NAMESPACE: Final = "urn:epcglobal:epcis-query:xsd:2"

_XSI: Final = "{http://www.w3.org/2001/XMLSchema-instance}"
_READ: Final = READ | {"baseExtension", "extension"}


def read_xml(raw: bytes, source: str, limits: Limits) -> Source:
    """Return the events of a file; raises UnreadableInput for what is no XML."""
    root = from_xml(raw, source, {}, limits)
    listed = root.first("EPCISBody/EventList") or root.first("EPCISBody/QueryResults/resultsBody/EventList")
    version = root.attributes.get("schemaVersion")
    created = root.attributes.get("creationDate")
    found = root.namespace in (NAMESPACE, QUERY_NAMESPACE)
    return Source(
        Part(version, f"{root.path}/@schemaVersion") if version and found else None,
        Part(created, f"{root.path}/@creationDate") if created else None,
        tuple(_event(event) for event in _events(listed)) if listed is not None and found else (),
        tuple(_values(root)),
    )


def _values(root: Node) -> Iterator[Part]:
    """Yield every text and attribute of a file; what says of which kind the file is, and where schemas are, is none."""
    for node in root.walk():
        if node.text:
            yield Part(node.text, node.path)
        for name, value in node.attributes.items():
            if not name.startswith(_XSI) and (node is not root or name not in ("schemaVersion", "creationDate")):
                yield Part(value, f"{node.path}/@{name.rpartition('}')[2]}")


def _events(listed: Node) -> Iterator[Node]:
    """Yield the events; those that came later stand inside an element ``extension`` of older files."""
    for child in listed.children:
        if child.name == "extension":
            yield from _events(child)
        else:
            yield child


def _part(node: Node, path: str) -> Part | None:
    found = node.first(path)
    return Part(found.text, found.path) if found is not None and found.text else None


def _event(node: Node) -> Event:
    objects = (*_epcs(node, "epcList"), *_quantities(node, "quantityList"))
    children = (*_epcs(node, "childEPCs"), *_quantities(node, "childQuantityList"))
    mine = node.name == "ObjectEvent"
    own = [child for child in node.children if not child.namespace]
    return Event(
        type=node.name,
        path=node.path,
        event_id=_part(node, "eventID") or _part(node, "baseExtension/eventID"),
        time=_part(node, "eventTime"),
        offset=_part(node, "eventTimeZoneOffset"),
        recorded=_part(node, "recordTime"),
        action=_part(node, "action"),
        step=_part(node, "bizStep"),
        read_point=_part(node, "readPoint/id"),
        location=_part(node, "bizLocation/id"),
        transformation=_part(node, "transformationID"),
        objects=objects if mine else (),
        inputs=(*_epcs(node, "inputEPCList"), *_quantities(node, "inputQuantityList")),
        outputs=(*_epcs(node, "outputEPCList"), *_quantities(node, "outputQuantityList")),
        others=(*children, *(() if mine else objects)),
        harvest=(_harvest(node, HARVEST[0]), _harvest(node, HARVEST[1])),
        error=_error(node),
        rest=tuple((child.name, Part(_shown(child), child.path)) for child in own if child.name in LOST),
        extensions=tuple(_extensions(node)),
        unknown=tuple(Part(_shown(child), child.path) for child in own if child.name not in _READ | LOST),
    )


def _shown(node: Node) -> str:
    values = [*node.attributes.values(), node.text]
    own = ", ".join(value for value in values if value)
    return ", ".join(part for part in (own, *(_shown(child) for child in node.children)) if part)


def _epcs(node: Node, name: str) -> Iterator[Entry]:
    for epc in node.all(f"{name}/epc"):
        yield Entry(epc.text, epc.path, listed=False)


def _quantities(node: Node, name: str) -> Iterator[Entry]:
    for element in node.all(f"{name}/quantityElement"):
        quantity = element.first("quantity")
        yield Entry(
            element.value("epcClass") or "",
            element.path,
            listed=True,
            quantity=quantity.text if quantity is not None and quantity.text and not quantity.nil else None,
            uom=element.value("uom"),
        )


def _error(node: Node) -> Declared | None:
    declared = node.first("errorDeclaration") or node.first("baseExtension/errorDeclaration")
    if declared is None:
        return None
    corrections = tuple(found.text for found in declared.all("correctiveEventIDs/correctiveEventID") if found.text)
    return Declared(declared.path, _part(declared, "declarationTime"), _part(declared, "reason"), corrections)


def _harvest(node: Node, name: str) -> Part | None:
    found = next((child for child in node.all(f"ilmd/{name}") if child.namespace == MASTER_DATA and child.text), None)
    return None if found is None else Part(found.text, found.path)


def _extensions(node: Node) -> Iterator[Part]:
    """Yield the outermost elements and the attributes of another namespace, and what an extension holds."""
    for name, value in node.attributes.items():
        if name.startswith("{"):
            yield Part(value, f"{node.path}/@{name.rpartition('}')[2]}")
    for child in node.children:
        if child.namespace == MASTER_DATA and child.name in HARVEST:
            continue
        if child.namespace or child.name == "extension":
            yield Part(_shown(child), child.path)
        else:
            yield from _extensions(child)
