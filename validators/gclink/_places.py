"""From a path in a document to the constraint that stands there.

Engines report a path and a keyword or error name; the name of the fault, ``Owner.field#kind``, follows from the path
by walking the classes of the standard. JSON Schema and the typed models share this walk, so that both give the same
answer for the same place.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Context, Decimal
from typing import Any, NamedTuple

from gclink._model import Class, Field, model

Path = tuple[str | int, ...]

_EXACT = Context(prec=400)
_INTEGER_LIMIT = 10**15


class Reason(NamedTuple):
    """Why a document is refused: where, by which constraint, of which kind, and the requirement it breaks."""

    pointer: Path
    key: str
    kind: str
    requirement: str


@dataclass(frozen=True, slots=True)
class Place:
    """What a path leads to.

    ``holder`` is the class of the object in which the last member stands, ``field`` that member (None at the root, or
    for a member that is not declared), ``around`` the member whose value the object is (None for the document), and
    ``object_path`` the path of the object.
    """

    holder: Class
    object_path: Path
    around: Field | None
    field: Field | None

    @property
    def inner_class(self) -> Class | None:
        """Return the class of the object that the path leads to, if it leads to one."""
        if self.field is None:
            return self.holder
        return model().classes[self.field.type] if self.field.embedded else None


def locate(instance: Any, path: Path) -> Place | None:
    """Walk a path; None when it passes an object of the wrong class, whose members have no meaning."""
    document = model().document(instance.get("type")) if isinstance(instance, dict) else None
    if document is None:
        return None
    place = Place(document, (), None, None)
    node: Any = instance
    for position, step in enumerate(path):
        node = _child(node, step)
        if isinstance(step, int):
            continue
        if place.field is not None:
            if not place.field.embedded:
                return place
            place = Place(model().classes[place.field.type], path[:position], place.field, None)
        place = Place(place.holder, place.object_path, place.around, place.holder.fields.get(step))
        if place.field is None:
            return place
        if not _is_sound(place.field, node, path[position + 1 :]):
            return None
    return place


def _child(node: Any, step: str | int) -> Any:
    if isinstance(step, int):
        return node[step] if isinstance(node, list) and step < len(node) else None
    return node.get(step) if isinstance(node, dict) else None


def _is_sound(field: Field, node: Any, rest: Path) -> bool:
    """Whether the members below an embedded value may be judged: it is an object that names its class."""
    if not field.embedded:
        return True
    if rest and isinstance(rest[0], int):
        node, rest = _child(node, rest[0]), rest[1:]
    if not rest or rest == ("type",):
        return True
    return isinstance(node, dict) and node.get("type") == field.type


def reason(field: Field, kind: str, pointer: Path) -> Reason:
    """Return the reason for one kind of fault at a field."""
    return Reason(pointer, field.key(kind), kind, field.requirements.get(kind, "GCL-COR-048"))


def closed(holder: Class, pointer: Path) -> Reason:
    """Return the reason for a member that nobody declared."""
    return Reason(pointer, f"{holder.name}#closed", "closed", "GCL-COR-002")


def not_an_object() -> Reason:
    """Return the reason for a document that is not an object."""
    return Reason((), "Document#type", "type", "GCL-COR-048")


def wrong_class(place: Place | None) -> Reason:
    """Return the reason for an object that names another class than the one that belongs here."""
    if place is None or place.around is None:
        return Reason(("type",), "Document.type#type", "type", "GCL-COR-048")
    return reason(place.around, "type", place.object_path)


def without_class(field: Field | None, pointer: Path) -> Reason:
    """Return the reason for an object without ``type``."""
    if field is None:
        return Reason((), "Document.type#required", "required", "GCL-COR-001")
    return reason(field, "type", pointer)


def wrong_type(place: Place, pointer: Path, value: Any) -> Reason:
    """Return the reason for a value of the wrong JSON type; an array for one value, or one for many, is cardinality."""
    field = place.field
    if field is None:
        return closed(place.holder, pointer)
    in_array = bool(pointer) and isinstance(pointer[-1], int)
    if not in_array and field.many != isinstance(value, list) and pointer[-1] == field.name:
        return reason(field, "cardinality", pointer)
    return reason(field, "type", pointer)


def narrowed(place: Place, kind: str, pointer: Path, value: Any) -> list[Reason]:
    """Return the reason for a bound, unit or scheme, unless the value has a fault of form that hides it.

    The constraint belongs to the member itself, or to the one around it that narrows a Quantity, Money or Identifier.
    """
    field = place.field
    if field is None or not _well_formed(field, value):
        return []
    if isinstance(value, int) and abs(value) >= _INTEGER_LIMIT:
        return [reason(field, "type", pointer)]
    bearer = field if kind in field.requirements else place.around
    return [] if bearer is None else [reason(bearer, kind, pointer)]


def _well_formed(field: Field, value: Any) -> bool:
    if field.type == "integer":
        return isinstance(value, int) and not isinstance(value, bool)
    if not isinstance(value, str):
        return False
    if field.pattern is not None:
        return field.pattern.fullmatch(value) is not None
    return not field.codes or value in field.codes


def bound_kind(field: Field, number: Decimal) -> str | None:
    """Return the end of the bound that a number breaks."""
    if field.bound is None:
        return None
    number = _EXACT.create_decimal(number)
    return "min" if field.bound.below(number) else "max" if field.bound.above(number) else None


def duplicates(items: list[Any]) -> list[int]:
    """Return the positions of the items that stand earlier in the array already; ``true`` is not 1."""
    seen: list[Any] = []
    found = []
    for index, item in enumerate(items):
        if any(_same(item, other) for other in seen):
            found.append(index)
        seen.append(item)
    return found


def _same(one: Any, other: Any) -> bool:
    if type(one) is not type(other):
        return False
    if isinstance(one, dict):
        return one.keys() == other.keys() and all(_same(one[key], other[key]) for key in one)
    if isinstance(one, list):
        return len(one) == len(other) and all(map(_same, one, other))
    return bool(one == other)


def distinct(reasons: Iterable[Reason]) -> list[Reason]:
    """Return reasons without repetition, in their order."""
    return list(dict.fromkeys(reasons))
