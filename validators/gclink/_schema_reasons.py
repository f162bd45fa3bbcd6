"""What an error of ``jsonschema`` says in the words of the standard.

The published schemas name the kind of every keyword that can fail (``x-kind`` on its own node); the path in the
document gives the rest. Faults that only follow from another fault give no reason: a bound on a decimal that is not
canonical, a member of an object that names the wrong class.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from gclink._model import model
from gclink._places import (
    Path,
    Place,
    Reason,
    closed,
    distinct,
    duplicates,
    locate,
    narrowed,
    not_an_object,
    reason,
    without_class,
    wrong_class,
    wrong_type,
)

if TYPE_CHECKING:
    from jsonschema import ValidationError

_NARROWING = frozenset({"min", "max", "unit", "scheme"})


def explain(errors: Iterable[ValidationError], instance: Any) -> list[Reason]:
    """Return the reasons of all errors of one document, each once."""
    return distinct(found for error in errors for found in reasons(error, instance))


def reasons(error: ValidationError, instance: Any) -> list[Reason]:
    """Return the reasons behind one error of a published schema; ``instance`` is the whole document.

    Empty when the error only follows from another one that the same run reports.
    """
    if not isinstance(instance, dict):
        return [not_an_object()]
    if error.validator == "oneOf":
        return _any_document(error, instance)
    path: Path = tuple(error.absolute_path)
    match error.validator:
        case "required":
            return _required(error, instance, path)
        case "additionalProperties":
            return _closed(error, instance, path)
        case "const":
            return _constant(instance, path)
    place = locate(instance, path)
    if place is None or place.field is None:
        return []
    if error.validator == "type":
        return [wrong_type(place, path, error.instance)]
    schema: Any = error.schema
    kind = str(schema["x-kind"][error.validator])
    return _of_kind(place, kind, path, error.instance)


def _of_kind(place: Place, kind: str, path: Path, value: Any) -> list[Reason]:
    field = place.field
    assert field is not None
    if kind in _NARROWING:
        return narrowed(place, kind, path, value)
    if kind == "unique":
        return [reason(field, kind, (*path, index)) for index in duplicates(value)]
    if kind == "language" and isinstance(value, str):
        return [reason(field, kind, (*path, value))]
    if kind == "enum" and not isinstance(value, str):
        return []
    return [reason(field, kind, path)]


def _required(error: Any, instance: Any, path: Path) -> list[Reason]:
    place = locate(instance, path)
    missing = [name for name in error.validator_value if error.message.startswith(repr(name))]
    if place is None:
        # At the root a document without `type` has no class to walk.
        return [without_class(None, ())] if not path and missing == ["type"] else []
    cls = place.inner_class
    if cls is None:
        return []
    if missing == ["type"]:
        return [without_class(place.field, path)]
    if error.instance.get("type") != cls.name:
        return []
    return [reason(cls.fields[name], "required", (*path, name)) for name in missing]


def _closed(error: Any, instance: Any, path: Path) -> list[Reason]:
    place = locate(instance, path)
    cls = place.inner_class if place is not None else None
    if cls is None or error.instance.get("type") != cls.name:
        return []
    return [closed(cls, (*path, name)) for name in error.instance if name not in error.schema["properties"]]


def _constant(instance: Any, path: Path) -> list[Reason]:
    place = locate(instance, path)
    if path == ("@context",):
        return [] if place is None else [closed(place.holder, path)]
    return [wrong_class(place)] if place is not None or path == ("type",) else []


def _any_document(error: Any, instance: Any) -> list[Reason]:
    """Return the reasons of the branch that the document names; the other branches say nothing about it."""
    if "type" not in instance:
        return []
    cls = model().document(instance["type"])
    if cls is None:
        return [wrong_class(None)]
    branches = [branch["$ref"] for branch in error.validator_value]
    own = branches.index(f"{cls.name}.json")
    return explain((inner for inner in error.context or () if inner.schema_path[0] == own), instance)
