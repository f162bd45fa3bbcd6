"""One fault for each structural constraint, put into a document that is otherwise right."""

from __future__ import annotations

import copy
import random
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from gclink._model import Field, RuntimeModel
from gclink_conformance.trees import valid_tree

#: Constraints that a graph cannot break: sets have no duplicates, and languages are tested on their own.
NOT_IN_A_GRAPH = frozenset({"unique", "language"})

_FORMS = {
    "decimal": "05",
    "date": "2026-02-30",
    "dateTime": "2026-01-01T24:00:00Z",
    "iri": "no-scheme",
    "ref": "no-scheme",
    "digest": "sha-256:00",
    "ucum": "k g",
    "language": "EN",
    "className": "lower",
}


@dataclass(frozen=True)
class Faulty:
    """A document with one fault, and the constraint it breaks."""

    key: str
    tree: dict[str, Any]


def faulty_documents(standard: RuntimeModel) -> Iterator[Faulty]:
    """Yield a document for each constraint of each class that can stand in a document, each constraint once."""
    done: set[str] = set()
    for name, cls in standard.classes.items():
        if cls.kind == "document":
            yield from _of_document(standard, valid_tree(standard, name, random.Random(len(done)), 1.0), done)


def _of_document(standard: RuntimeModel, tree: dict[str, Any], done: set[str]) -> Iterator[Faulty]:
    for path in list(_objects(tree, ())):
        cls = standard.classes[_at(tree, path)["type"]]
        if f"{cls.name}#closed" not in done:
            done.add(f"{cls.name}#closed")
            changed = copy.deepcopy(tree)
            _at(changed, path)["nobodysMember"] = "here"
            yield Faulty(f"{cls.name}#closed", changed)
        for field in cls.fields.values():
            for kind in field.requirements:
                key = field.key(kind)
                if key in done or kind in NOT_IN_A_GRAPH or field.name == "id":
                    continue
                changed = copy.deepcopy(tree)
                if _break(standard, field, kind, _at(changed, path)):
                    done.add(key)
                    yield Faulty(key, changed)


def _objects(value: Any, path: tuple[str | int, ...]) -> Iterator[tuple[str | int, ...]]:
    if isinstance(value, dict):
        if "type" in value:
            yield path
        for name, item in value.items():
            yield from _objects(item, (*path, name))
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from _objects(item, (*path, index))


def _at(tree: Any, path: tuple[str | int, ...]) -> Any:
    for step in path:
        tree = tree[step]
    return tree


def _break(standard: RuntimeModel, field: Field, kind: str, held: dict[str, Any]) -> bool:
    """Put a fault of a kind into an object; False where a graph cannot show it."""
    if kind == "required":
        del held[field.name]
        return True
    if kind == "cardinality":
        return _too_many(standard, field, held)
    value = held[field.name]
    holder, place = (value, 0) if field.many else (held, field.name)
    wrong = _wrong(field, kind, holder[place])
    if wrong is None:
        return False
    holder[place] = wrong
    return True


def _too_many(standard: RuntimeModel, field: Field, held: dict[str, Any]) -> bool:
    if field.maximum is None or field.type == "LocalizedText":
        return False
    values: list[Any] = []
    rng = random.Random(7)
    for _ in range(200):
        made = valid_tree(standard, held["type"], rng, 1.0)[field.name]
        for item in made if field.many else [made]:
            if item not in values:
                values.append(item)
        if len(values) > field.maximum:
            held[field.name] = values[: field.maximum + 1]
            return True
    # A list of one code, or a constant: a second value is wrong by itself, but too many comes first.
    held[field.name] = [*values, "another"]
    return True


def _wrong(field: Field, kind: str, value: Any) -> Any:
    """Return a value with a fault of a kind."""
    match kind:
        case "type":
            return "a text" if field.type in ("integer", "boolean", "LocalizedText") or field.embedded else 5
        case "pattern":
            return _FORMS.get(field.format or field.type, "not the form")
        case "enum":
            return "no_such_value"
        case "text":
            return {"en": ""} if field.type == "LocalizedText" else ""
        case "min" | "max":
            return _beyond(field, kind, value)
        case "unit":
            return value | {"unit": "furlong"}
        case "scheme":
            return value | {"scheme": "other" if "other" in _schemes(field) else "lei"}
    raise AssertionError(kind)


def _schemes(field: Field) -> frozenset[str]:
    from gclink._model import model

    return model().classes["Identifier"].fields["scheme"].codes - frozenset(field.restrict[1] if field.restrict else ())


def _beyond(field: Field, kind: str, value: Any) -> Any:
    assert field.bound is not None
    end = field.bound.minimum if kind == "min" else field.bound.maximum
    assert end is not None
    number = end - 1 if kind == "min" else end + 1
    if field.type == "integer":
        return int(number)
    if field.type == "decimal":
        return format(number, "f")
    return value | {"amount" if field.type == "Money" else "value": format(number, "f")}
