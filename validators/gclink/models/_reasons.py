"""What an error of the typed models says in the words of the standard: place, constraint, requirement."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from gclink._places import (
    Path,
    Place,
    Reason,
    closed,
    distinct,
    locate,
    narrowed,
    not_an_object,
    reason,
    without_class,
    wrong_class,
    wrong_type,
)

if TYPE_CHECKING:
    from pydantic import ValidationError
    from pydantic_core import ErrorDetails

_ENDS = {"greater_than_equal": "min", "less_than_equal": "max"}
_NARROWING = "gclink_"
_SIZES = frozenset({"too_short", "too_long"})
_FORMS = frozenset({"string_pattern_mismatch", "string_too_short"})
_INTEGER_LIMIT = 10**15


def reasons(error: ValidationError, instance: Any) -> list[Reason]:
    """Return every reason of a refusal, each once; ``instance`` is the whole document as it came."""
    if not isinstance(instance, dict):
        return [not_an_object()]
    found: list[Reason] = []
    for detail in error.errors(include_url=False):
        found += _one(detail, instance)
    return distinct(found)


def _one(detail: ErrorDetails, instance: dict[str, Any]) -> list[Reason]:
    match detail["type"]:
        case "union_tag_not_found":
            return [without_class(None, ())]
        case "union_tag_invalid":
            return [wrong_class(None)]
    path = _path(detail["loc"], instance)
    if path and path[-1] == "type":
        return _class_name(path, instance)
    place = locate(instance, path)
    if place is None:
        return []
    if detail["type"] == "extra_forbidden" or path == ("@context",):
        return [closed(place.holder, path)]
    return _of_field(place, detail, path)


def _path(loc: tuple[int | str, ...], instance: dict[str, Any]) -> Path:
    """Return the path of an error without what pydantic adds: the branch of a union and the mark of a key."""
    tagged = bool(loc) and loc[0] == instance.get("type") and loc[0] not in instance
    return tuple(step for step in (loc[1:] if tagged else loc) if step != "[key]")


def _class_name(path: Path, instance: dict[str, Any]) -> list[Reason]:
    """Return the reason for a discriminator that is missing or names another class."""
    place = locate(instance, path)
    if place is None:
        return [wrong_class(None) if "type" in instance else without_class(None, ())] if path == ("type",) else []
    return [wrong_class(place)]


def _of_field(place: Place, detail: ErrorDetails, path: Path) -> list[Reason]:
    field, kind, value = place.field, detail["type"], detail["input"]
    if field is None:
        return []
    if kind == "missing":
        return [reason(field, "required", path)]
    if kind == "too_short" and len(value) >= detail["ctx"]["min_length"]:
        return []  # pydantic counts only the items that were sound
    if kind in _SIZES:
        return [reason(field, "language" if field.type == "LocalizedText" else "cardinality", path)]
    if kind == "gclink_unique":
        return [reason(field, "unique", (*path, index)) for index in detail["ctx"]["positions"]]
    if kind in _FORMS:
        return [reason(field, _form(place, detail), path)]
    if kind in _ENDS:
        if abs(value) >= _INTEGER_LIMIT:
            return [reason(field, "type", path)]
        return narrowed(place, _ENDS[kind], path, value)
    if kind.startswith(_NARROWING) and kind != "gclink_null":
        return narrowed(place, kind.removeprefix(_NARROWING), path, value)
    if kind == "enum" and isinstance(value, str):
        return [reason(field, "enum", path)]
    return [wrong_type(place, path, value)]


def _form(place: Place, detail: ErrorDetails) -> str:
    """Return the kind of a fault of spelling: a language tag, free text, or a lexical form."""
    assert place.field is not None
    if detail["loc"][-1] == "[key]":
        return "language"
    return "pattern" if place.field.pattern is not None else "text"
