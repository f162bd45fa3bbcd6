"""Events out of EPCIS JSON-LD: a document, the results of a query, or one event by itself."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Any, Final

from gclink.bridges._json import Digits, at, escape, leaves, parse
from gclink.bridges.epcis._event import HARVEST, LOST, READ, Declared, Entry, Event, Part
from gclink.bridges.epcis._source import Source
from gclink.limits import Limits

__all__ = ["read_json"]

_HARVEST: Final = tuple(f"cbvmda:{name}" for name in HARVEST)
_READ: Final = READ | {"type", "@context", "id"}


def read_json(raw: bytes, source: str, limits: Limits) -> Source:
    """Return the events of a file; raises UnreadableInput for what is no JSON."""
    tree = parse(raw, source, limits)
    if isinstance(tree, dict) and "epcisBody" not in tree and "eventTime" in tree:
        return Source(Part("2.0", "/@context"), None, (_event(tree, ""),), _values(tree, ()))
    listed, base = at(tree, "/epcisBody/eventList"), "/epcisBody/eventList"
    if not isinstance(listed, list):
        base = "/epcisBody/queryResults/resultsBody/eventList"
        listed = at(tree, base)
    listed = listed if isinstance(listed, list) else []
    events = {f"{base}/{index}": event for index, event in enumerate(listed) if isinstance(event, dict)}
    return Source(
        _part(tree, "", "schemaVersion"),
        _part(tree, "", "creationDate"),
        tuple(_event(event, path) for path, event in events.items()),
        _values(tree, events),
    )


def _values(tree: Any, events: Collection[str]) -> tuple[Part, ...]:
    """Return every value of a file; what says of which kind the file and its events are is none."""
    kind = {f"{path}/type" for path in events} | {"/type", "/schemaVersion", "/creationDate"}
    return tuple(
        Part(_shown(value), path)
        for path, value in leaves(tree)
        if path not in kind and not path.startswith("/@context") and value not in (None, "", [], {})
    )


def _part(tree: Any, path: str, *names: str) -> Part | None:
    value = tree
    for name in names:
        value = value.get(name) if isinstance(value, dict) else None
        path = f"{path}/{escape(name)}"
    return Part(str(value), path) if isinstance(value, str) and value else None


def _event(tree: dict[str, Any], path: str) -> Event:
    kind = str(tree.get("type", ""))
    objects = (*_epcs(tree, path, "epcList"), *_quantities(tree, path, "quantityList"))
    children = (*_epcs(tree, path, "childEPCs"), *_quantities(tree, path, "childQuantityList"))
    mine = kind == "ObjectEvent"
    return Event(
        type=kind,
        path=path,
        event_id=_part(tree, path, "eventID"),
        time=_part(tree, path, "eventTime"),
        offset=_part(tree, path, "eventTimeZoneOffset"),
        recorded=_part(tree, path, "recordTime"),
        action=_part(tree, path, "action"),
        step=_part(tree, path, "bizStep"),
        read_point=_part(tree, path, "readPoint", "id"),
        location=_part(tree, path, "bizLocation", "id"),
        transformation=_part(tree, path, "transformationID"),
        objects=objects if mine else (),
        inputs=(*_epcs(tree, path, "inputEPCList"), *_quantities(tree, path, "inputQuantityList")),
        outputs=(*_epcs(tree, path, "outputEPCList"), *_quantities(tree, path, "outputQuantityList")),
        others=(*children, *(() if mine else objects)),
        harvest=(_part(tree, path, "ilmd", _HARVEST[0]), _part(tree, path, "ilmd", _HARVEST[1])),
        error=_error(tree, path),
        rest=tuple((name, Part(_shown(tree[name]), f"{path}/{name}")) for name in tree if name in LOST),
        extensions=tuple(_extensions(tree, path)),
        unknown=tuple(
            Part(_shown(tree[name]), f"{path}/{escape(name)}")
            for name in tree
            if name not in _READ | LOST and ":" not in name
        ),
    )


def _shown(value: Any) -> str:
    if isinstance(value, str):
        return str(value)
    if isinstance(value, list):
        return ", ".join(_shown(item) for item in value)
    if isinstance(value, dict):
        return ", ".join(f"{name}: {_shown(item)}" for name, item in value.items())
    return "" if value is None else str(value).lower()


def _epcs(tree: dict[str, Any], path: str, name: str) -> Iterator[Entry]:
    for index, epc in enumerate(_listed(tree, name)):
        if isinstance(epc, str):
            yield Entry(str(epc), f"{path}/{name}/{index}", listed=False)


def _quantities(tree: dict[str, Any], path: str, name: str) -> Iterator[Entry]:
    for index, item in enumerate(_listed(tree, name)):
        if isinstance(item, dict):
            quantity, uom = item.get("quantity"), item.get("uom")
            yield Entry(
                str(item.get("epcClass", "")),
                f"{path}/{name}/{index}",
                listed=True,
                quantity=str(quantity) if isinstance(quantity, Digits) else None,
                uom=str(uom) if isinstance(uom, str) and uom else None,
            )


def _listed(tree: dict[str, Any], name: str) -> list[Any]:
    value = tree.get(name, [])
    return value if isinstance(value, list) else []


def _error(tree: dict[str, Any], path: str) -> Declared | None:
    declared = tree.get("errorDeclaration")
    if not isinstance(declared, dict):
        return None
    place = f"{path}/errorDeclaration"
    return Declared(
        place,
        _part(declared, place, "declarationTime"),
        _part(declared, place, "reason"),
        tuple(str(name) for name in _listed(declared, "correctiveEventIDs") if isinstance(name, str)),
    )


def _extensions(tree: dict[str, Any], path: str) -> Iterator[Part]:
    """Yield every member whose name has a prefix, in the event and in what it holds."""
    for name, value in tree.items():
        if ":" in name and not name.startswith("@") and name not in _HARVEST:
            yield Part(_shown(value), f"{path}/{escape(name)}")
        elif isinstance(value, dict):
            yield from _extensions(value, f"{path}/{escape(name)}")
        elif isinstance(value, list):
            for index, item in enumerate(value):
                if isinstance(item, dict):
                    yield from _extensions(item, f"{path}/{escape(name)}/{index}")
