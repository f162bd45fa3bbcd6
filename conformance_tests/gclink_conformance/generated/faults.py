"""For every structural constraint, cases that break it and nothing else: one fault in a sound document.

The faults come from the model, so a new member brings its own. They are put into the bases, which conform, so that an
implementation that misses the fault says ``conforms`` and cannot be right for another reason. Ids are the stable keys
of the constraints, such as ``gcl-cor-047-carbonpassport-boundary-required-n01``; the number is that of the change among
all ways to break the kind, so a new way takes a new number and no id changes its meaning. A constraint with few ways to
break it is broken at a second place too, in another document where there is one: those numbers start at 51.
"""

from __future__ import annotations

import copy
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path as FilePath
from typing import Any, Final

from gclink._model import Field
from gclink.findings import pointer_of

from gclink_conformance.cases import AS_OF, Case, Expected, Raw
from gclink_conformance.generated._texts import rationale, title
from gclink_conformance.generated.broken_xml import holds_markup, to_xml
from gclink_conformance.generated.changes import Change, changes
from gclink_conformance.generated.spots import Spot, at, second_spots, spots
from gclink_conformance.order import in_order, moved

Tree = dict[str, Any]
Path = tuple[str | int, ...]

#: Kinds with so many ways to break them that one place has enough.
_PLENTY: Final = frozenset({"enum", "language", "pattern"})
#: Kinds with many near misses: each constraint takes every third of them, a different third from field to field.
_THINNED: Final = frozenset({"pattern", "type"})
_STRIDE: Final = 3
#: What is added to the number of a change where it is made at the second place.
_SECOND: Final = 50
#: Kinds whose JSON form says something that its JSON-LD need not: an array of one is its item, a number may be coerced.
_NOT_IN_JSONLD: Final = frozenset({"type", "cardinality", "unique"})


def faults(root: FilePath) -> tuple[Case, ...]:
    """Return the cases, in the order of the model; ``root`` is the folder of the suite."""
    found = [case for spot in spots(root) for case in _cases(spot)]
    return (*found, *(case for spot in second_spots(root) for case in _cases(spot)))


def _cases(spot: Spot) -> Iterator[Case]:
    if spot.field is None:
        patch = {"op": "add", "path": pointer_of((*spot.path, "unheardOf")), "value": "x"}
        prefix = f"gcl-cor-002-{spot.holder.name.lower()}-closed"
        formats = ("json", "xml", "jsonld", "turtle")
        yield _case(
            spot, f"{prefix}-n{1 + _first(spot):02d}", "GCL-COR-002", (patch,), formats, (*spot.path, "unheardOf")
        )
        return
    field, kind = spot.field, spot.kind
    requirement = field.requirements[kind]
    prefix = f"{requirement.lower()}-{field.owner.lower()}-{field.name.lower()}-{kind}"
    turn = (zlib.crc32(field.key(kind).encode()) + spot.second) % _STRIDE
    holder = at(spot.tree, spot.path)
    for number, change in enumerate(changes(field, kind, holder[field.name], root=not spot.path)):
        if spot.second and not _few(spot) and not (change.always and kind in ("min", "max")):
            continue
        thin = kind in _THINNED and not (kind == "pattern" and field.type in ("date", "dateTime"))
        if thin and (number or spot.second) and (number + turn) % _STRIDE and not change.always:
            continue
        yield from _changed(spot, field, change, f"{prefix}-n{number + 1 + _first(spot):02d}", requirement)


def _few(spot: Spot) -> bool:
    """Whether a constraint has so few ways to break it that a second place is asked for."""
    if spot.kind in ("min", "max"):
        return spot.field is not None and spot.field.type == "integer"
    return spot.kind not in _PLENTY


def _first(spot: Spot) -> int:
    return _SECOND if spot.second else 0


def _changed(spot: Spot, field: Field, change: Change, name: str, requirement: str) -> Iterator[Case]:
    tree = copy.deepcopy(spot.tree)
    holder = at(tree, spot.path)
    change.put(holder, field.name)
    place = (*spot.path, field.name, *change.where)
    formats = _formats(change, field, spot)
    if holds_markup(holder.get(field.name)):
        yield _raw(spot, name, requirement, tree, place)
        return
    if not formats:
        return
    patch = _patch(at(spot.tree, spot.path), holder, spot.path)
    yield _case(spot, name, requirement, (patch,), formats, place)


def _formats(change: Change, field: Field, spot: Spot) -> tuple[str, ...]:
    syntaxes = set(change.syntaxes)
    if field.name == "id" and not spot.path and not change.node:
        # The id of a document is its node in RDF: it can be absent or of the wrong form there, and nothing else.
        syntaxes.discard("rdf")
    formats: list[str] = [name for name in ("json", "xml") if name in syntaxes]
    if "rdf" in syntaxes:
        # Of the many near misses of a form, JSON and Turtle speak for JSON-LD as well.
        plain = "json" in syntaxes and spot.kind not in _NOT_IN_JSONLD and not change.always
        formats += ["jsonld"] if plain else []
        formats.append("turtle")
    return tuple(formats)


def _patch(before: Tree, after: Tree, path: Path) -> Mapping[str, Any]:
    """Return the one operation that makes an object what it is after the change, as deep as it goes."""
    name = _only(before, after)
    assert name is not None, path
    place = (*path, name)
    if name not in after:
        return {"op": "remove", "path": pointer_of(place)}
    if name not in before:
        return {"op": "add", "path": pointer_of(place), "value": after[name]}
    one, other = before[name], after[name]
    if isinstance(one, list) and isinstance(other, list) and len(one) == len(other):
        unequal = [index for index, pair in enumerate(zip(one, other, strict=True)) if _differs(*pair)]
        if len(unequal) == 1:
            place = (*place, unequal[0])
            one, other = one[unequal[0]], other[unequal[0]]
    if _only(one, other) is not None:
        return _patch(one, other, place)
    return {"op": "replace", "path": pointer_of(place), "value": other}


def _only(one: Any, other: Any) -> str | None:
    """Return the one member in which two objects of a class differ; None where that is not all there is."""
    if not (isinstance(one, dict) and isinstance(other, dict) and one.get("type") == other.get("type") is not None):
        return None
    names = [key for key in {**one, **other} if key not in one or key not in other or _differs(one[key], other[key])]
    return names[0] if len(names) == 1 else None


def _differs(one: Any, other: Any) -> bool:
    return type(one) is not type(other) or bool(one != other)


def _case(
    spot: Spot,
    name: str,
    requirement: str,
    patch: tuple[Mapping[str, Any], ...],
    formats: tuple[str, ...],
    place: Path,
) -> Case:
    return Case(
        id=name,
        requirement=requirement,
        title=title(spot.holder, spot.field, spot.kind),
        polarity="negative",
        base=spot.base,
        patch=patch,
        raw=(),
        formats=formats,
        scope="document",
        as_of=AS_OF,
        verdict="violates",
        findings=(Expected(requirement, None, pointer_of(place)),),
        rationale=rationale(spot.kind),
        file=FilePath("generated"),
    )


def _raw(spot: Spot, name: str, requirement: str, tree: Tree, place: Path) -> Case:
    """Return a case that only XML can carry, as text."""
    pointer = moved(spot.tree, pointer_of(place))
    ordered = copy.deepcopy(in_order(spot.tree))
    assert spot.field is not None
    steps = [int(step) if step.isdigit() else step for step in pointer.split("/")[1:]]
    # The object of the fault in canonical order, with its member as the change left it.
    depth = len(spot.path)
    holder = at(ordered, tuple(steps[:depth]))
    holder[spot.field.name] = at(tree, spot.path)[spot.field.name]
    made = _case(spot, name, requirement, (), ("xml",), tuple(steps))
    raw = (Raw("document", "xml", to_xml(ordered)),)
    return replace(made, base=None, raw=raw)
