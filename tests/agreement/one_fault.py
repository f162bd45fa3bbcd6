"""One fault at a time, from the model: for every structural constraint, documents that break it and nothing else.

Each fault says in which syntaxes it can be written at all. That is decided by what the syntax is (a triple has no
order, an element no number type), never by what an engine makes of it.
"""

from __future__ import annotations

import copy
import random
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from gclink._model import Class, Field, model
from gclink.findings import pointer_of
from gclink.structure import check_structure
from gclink_conformance.generated.changes import Change, changes
from gclink_conformance.trees import valid_tree

Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class OneFault:
    """A document with one fault: the constraint, the requirement and the JSON Pointer that every engine must name."""

    name: str
    tree: dict[str, Any]
    key: str
    requirement: str
    pointer: str
    syntaxes: frozenset[str]

    @property
    def kind(self) -> str:
        return self.key.partition("#")[2]

    @property
    def cls(self) -> str:
        return self.name.split(" ", 1)[0]

    @property
    def expected(self) -> set[tuple[str, str, str]]:
        return {(self.requirement, self.pointer, self.key)}


@dataclass(frozen=True, slots=True)
class _Spot:
    """Where a constraint is broken: the first place at which a document can reach it."""

    document: str
    path: Path
    holder: Class
    field: Field | None
    kind: str


@cache
def _spots() -> tuple[_Spot, ...]:
    """Return one place for each constraint that a document can reach."""
    found: dict[str, _Spot] = {}
    for name, cls in model().classes.items():
        if cls.kind == "document":
            for path, holder in _objects(cls, ()):
                found.setdefault(f"{holder.name}#closed", _Spot(name, path, holder, None, "closed"))
                for field in holder.fields.values():
                    for kind in field.requirements:
                        found.setdefault(field.key(kind), _Spot(name, path, holder, field, kind))
    return tuple(found.values())


def _objects(cls: Class, path: Path) -> Iterator[tuple[Path, Class]]:
    yield path, cls
    for field in cls.fields.values():
        if field.embedded:
            yield from _objects(model().classes[field.type], (*path, field.name, *([0] if field.many else [])))


def documents() -> list[str]:
    """Return the classes whose documents carry faults."""
    return list(dict.fromkeys(spot.document for spot in _spots()))


def keys() -> set[str]:
    """Return the constraints that are broken."""
    return {spot.field.key(spot.kind) if spot.field else f"{spot.holder.name}#closed" for spot in _spots()}


@cache
def faults_of(document: str) -> tuple[OneFault, ...]:
    """Return the faults that the documents of one class carry."""
    whole = valid_tree(model(), document, random.Random(document), 1.0)
    return tuple(fault for spot in _spots() if spot.document == document for fault in _at_spot(spot, whole))


def _at_spot(spot: _Spot, whole: dict[str, Any]) -> Iterator[OneFault]:
    document, path, field = spot.document, spot.path, spot.field
    base = _pruned(whole, path, field)
    if field is None:
        key = f"{spot.holder.name}#closed"
        _at(base, path)["unheardOf"] = "x"
        pointer = pointer_of((*path, "unheardOf"))
        yield OneFault(f"{document} {key}", base, key, "GCL-COR-002", pointer, frozenset({"json", "xml", "rdf"}))
        return
    key, requirement = field.key(spot.kind), field.requirements[spot.kind]
    for number, change in enumerate(changes(field, spot.kind, _at(base, path)[field.name], root=not path)):
        tree = copy.deepcopy(base)
        change.put(_at(tree, path), field.name)
        pointer = pointer_of((*path, field.name, *change.where))
        yield OneFault(f"{document} {key} {number}", tree, key, requirement, pointer, _holding(change, field, path))


def _holding(change: Change, field: Field, path: Path) -> frozenset[str]:
    # The id of a document is its node in RDF: it can be absent or of the wrong form there, and nothing else.
    return change.syntaxes - {"rdf"} if field.name == "id" and not path and not change.node else change.syntaxes


def _pruned(whole: dict[str, Any], path: Path, field: Field | None) -> dict[str, Any]:
    """Return the document with its required members and what leads to the field, for speed; it is sound."""
    tree = _kept(whole, [step for step in path if isinstance(step, str)] + ([field.name] if field else []))
    assert check_structure(tree) == [], (tree["type"], path)
    return tree


def _kept(node: dict[str, Any], steps: list[str]) -> dict[str, Any]:
    kept: dict[str, Any] = {"type": node["type"]}
    for field in model().classes[node["type"]].fields.values():
        wanted = bool(steps) and field.name == steps[0]
        if not (field.minimum or wanted):
            continue
        value = node[field.name]
        rest = steps[1:] if wanted else []
        if field.many:
            value = value[: max(field.minimum, 1)]
        if field.embedded:
            value = [_kept(item, rest) for item in value] if field.many else _kept(value, rest)
        kept[field.name] = copy.deepcopy(value)
    return kept


def _at(node: Any, path: Path) -> Any:
    for step in path:
        node = node[step]
    return node
