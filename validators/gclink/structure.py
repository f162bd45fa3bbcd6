"""Structure (tier T1): the form of one document, against its class.

The verdict on the fast path is the published JSON Schema's, run by jsonschema-rs. When it says no, the walk below
names every fault by constraint, requirement and place; the same walk serves the trees that were read from XML and RDF.
The two must agree: where the schema refuses and the walk finds nothing, ``StructureDisagreementError`` says so aloud.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Context, Decimal
from functools import cache
from typing import Any

from gclink import _structure_texts as texts
from gclink._model import Class, Field, RuntimeModel, model
from gclink._schemas import acceptor
from gclink._text import Text

Path = tuple[str | int, ...]

#: Enough digits for any decimal a document can hold within the size limits that matter; exact, local.
_EXACT = Context(prec=400)
_INTEGER_LIMIT = 10**15


@dataclass(frozen=True, slots=True)
class Fault:
    """One structural fault: its constraint, the requirement it breaks, and where."""

    path: Path
    key: str
    kind: str
    requirement: str
    expected: Text
    found: Text


class StructureDisagreementError(AssertionError):
    """The published schema and the walk give different verdicts: a defect of this library, never of the document."""


def check_structure(tree: Any) -> list[Fault]:
    """Return every structural fault of a document's tree; empty for a document of the right form."""
    name = tree.get("type") if isinstance(tree, dict) else None
    accepts = _acceptor(name) if isinstance(name, str) else None
    if accepts is not None and accepts(tree):
        return []
    faults = list(walk(tree))
    if accepts is not None and not faults:
        raise StructureDisagreementError(f"the schema refuses {tree.get('id')!r} and no constraint is broken")
    return faults


@cache
def _acceptor(name: str) -> Callable[[Any], bool] | None:
    return acceptor(name) if model().document(name) is not None else None


def walk(tree: Any) -> Iterator[Fault]:
    """Yield every structural fault of a tree, in the order of the document's fields."""
    standard = model()
    if not isinstance(tree, dict):
        yield Fault((), "Document#type", "type", "GCL-COR-048", texts.AN_OBJECT, texts.found(tree))
        return
    name = tree.get("type")
    if name is None:
        yield Fault((), "Document.type#required", "required", "GCL-COR-001", texts.CLASS_NAME, texts.ABSENT)
        return
    cls = standard.document(name)
    if cls is None:
        yield Fault(("type",), "Document.type#type", "type", "GCL-COR-048", texts.CLASS_NAME, texts.found(name))
        return
    yield from _object(standard, cls, tree, ())


def _object(standard: RuntimeModel, cls: Class, tree: dict[str, Any], path: Path) -> Iterator[Fault]:
    for name in tree:
        if name != "type" and name not in cls.fields and not (name == "@context" and not path):
            yield Fault(
                (*path, name), f"{cls.name}#closed", "closed", "GCL-COR-002", texts.members_of(cls), texts.member(name)
            )
    for field in cls.fields.values():
        value = tree.get(field.name)
        if field.name not in tree:
            if field.minimum:
                yield _fault(field, "required", path, texts.required(field), texts.ABSENT)
        elif field.many:
            yield from _array(standard, field, value, (*path, field.name))
        elif isinstance(value, list):
            yield _fault(field, "cardinality", (*path, field.name), texts.one(field), texts.items(len(value)))
        else:
            yield from _value(standard, field, value, (*path, field.name))


def _array(standard: RuntimeModel, field: Field, value: Any, path: Path) -> Iterator[Fault]:
    if not isinstance(value, list):
        yield _fault(field, "cardinality", path, texts.an_array(field), texts.found(value))
        return
    count = len(value)
    if count < max(field.minimum, 1) or (field.maximum is not None and count > field.maximum):
        yield _fault(field, "cardinality", path, texts.cardinality(field), texts.items(count))
    if "unique" in field.requirements:
        seen: list[Any] = []
        for index, item in enumerate(value):
            if any(_same(item, other) for other in seen):
                yield _fault(field, "unique", (*path, index), texts.DISTINCT, texts.found(item))
            seen.append(item)
    for index, item in enumerate(value):
        yield from _value(standard, field, item, (*path, index))


def _same(one: Any, other: Any) -> bool:
    """Equality without Python's ``True == 1``."""
    if type(one) is not type(other):
        return False
    if isinstance(one, dict):
        return one.keys() == other.keys() and all(_same(one[key], other[key]) for key in one)
    if isinstance(one, list):
        return len(one) == len(other) and all(map(_same, one, other))
    return bool(one == other)


def _value(standard: RuntimeModel, field: Field, value: Any, path: Path) -> Iterator[Fault]:
    if field.embedded:
        yield from _embedded(standard, field, value, path)
        return
    if field.type == "LocalizedText":
        yield from _language_map(field, value, path)
        return
    if field.type == "boolean":
        if not isinstance(value, bool):
            yield _fault(field, "type", path, texts.A_BOOLEAN, texts.found(value))
        return
    if field.type == "integer":
        yield from _integer(field, value, path)
        return
    if not isinstance(value, str):
        yield _fault(field, "type", path, texts.a_text(field), texts.found(value))
        return
    if field.type == "text":
        if field.values and value not in field.values:
            yield _fault(field, "enum", path, texts.one_of(sorted(field.values)), texts.found(value))
        elif field.pattern is not None and not field.pattern.fullmatch(value):
            yield _fault(field, "pattern", path, texts.form(field), texts.found(value))
        elif not value:
            yield _fault(field, "text", path, texts.SOME_TEXT, texts.found(value))
        return
    if field.type == "code" and field.pattern is None:
        if value not in field.codes:
            yield _fault(field, "enum", path, texts.code_of(field), texts.found(value))
        return
    if field.pattern is not None and not field.pattern.fullmatch(value):
        yield _fault(field, "pattern", path, texts.form(field), texts.found(value))
    elif field.bound is not None:
        yield from _bounds(field, _EXACT.create_decimal(value), path)


def _integer(field: Field, value: Any, path: Path) -> Iterator[Fault]:
    if isinstance(value, bool) or not isinstance(value, int) or abs(value) >= _INTEGER_LIMIT:
        yield _fault(field, "type", path, texts.AN_INTEGER, texts.found(value))
    elif field.bound is not None:
        yield from _bounds(field, Decimal(value), path)


def _bounds(field: Field, number: Decimal, path: Path) -> Iterator[Fault]:
    assert field.bound is not None
    if field.bound.below(number):
        yield _fault(field, "min", path, texts.bound(field), texts.found(format(number, "f")))
    elif field.bound.above(number):
        yield _fault(field, "max", path, texts.bound(field), texts.found(format(number, "f")))


def _language_map(field: Field, value: Any, path: Path) -> Iterator[Fault]:
    if not isinstance(value, dict):
        yield _fault(field, "type", path, texts.A_LANGUAGE_MAP, texts.found(value))
        return
    if not value:
        yield _fault(field, "language", path, texts.ONE_LANGUAGE, texts.ABSENT)
    for tag, text in value.items():
        if not texts.LANGUAGE.fullmatch(tag):
            yield _fault(field, "language", (*path, tag), texts.LANGUAGE_TAG, texts.member(tag))
        if not isinstance(text, str):
            yield _fault(field, "type", (*path, tag), texts.a_text(field), texts.found(text))
        elif not text:
            yield _fault(field, "text", (*path, tag), texts.SOME_TEXT, texts.found(text))


def _embedded(standard: RuntimeModel, field: Field, value: Any, path: Path) -> Iterator[Fault]:
    cls = standard.classes[field.type]
    if not isinstance(value, dict):
        yield _fault(field, "type", path, texts.an_object_of(cls), texts.found(value))
        return
    if value.get("type") != cls.name:
        yield _fault(field, "type", path, texts.an_object_of(cls), texts.found_type(value.get("type")))
        return
    inner = list(_object(standard, cls, value, path))
    yield from inner
    broken = {fault.path for fault in inner}
    if field.restrict is not None:
        member, allowed = field.restrict
        carried = value.get(member)
        if isinstance(carried, str) and carried not in allowed and (*path, member) not in broken:
            yield _fault(field, member, (*path, member), texts.one_of(allowed), texts.found(carried))
    if field.bound is not None:
        member = "amount" if field.type == "Money" else "value"
        number = value.get(member)
        if isinstance(number, str) and (*path, member) not in broken:
            yield from _bounds(field, _EXACT.create_decimal(number), (*path, member))


def _fault(field: Field, kind: str, path: Path, expected: Text, found: Text) -> Fault:
    if kind == "required":
        path = (*path, field.name)
    return Fault(path, field.key(kind), kind, field.requirements.get(kind, "GCL-COR-048"), expected, found)
