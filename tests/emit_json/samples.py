"""Documents made from the model alone: every member present, every value of a sound form."""

from __future__ import annotations

from typing import Any

from gclink_spec import Model
from gclink_spec._model import Bound, Field, Kind

_TEXTS = {"digest": "sha-256:" + "0123456789abcdef" * 4, "ucum": "kg"}


def document(model: Model, name: str, *, items: int = 1, optional: bool = True) -> dict[str, Any]:
    """Return an object of a class; arrays hold ``items`` items, optional members are there or not."""
    cls = model.classes[name]
    found: dict[str, Any] = {"type": name}
    for field in model.fields_of(name):
        if field.required or optional:
            found[field.name] = _member(model, field, items, optional)
    if cls.kind is Kind.DOCUMENT:
        found["id"] = f"https://example.org/{name}/1"
        found["specVersion"] = "1.0.0"
    return found


def _member(model: Model, field: Field, items: int, optional: bool) -> Any:
    if not field.many:
        return value(model, field, 0, items, optional)
    count = items if field.maximum is None else min(items, field.maximum)
    found: list[Any] = []
    for number in range(count):
        item = value(model, field, number, items, optional)
        if item not in found:
            found.append(item)
    return found


def value(model: Model, field: Field, number: int = 0, items: int = 1, optional: bool = True) -> Any:
    """Return one value of a field, told apart by ``number`` where the type allows."""
    match field.type:
        case "LocalizedText":
            return {"en": f"{field.name} {number}", "zh": f"文本 {number}"}
        case "text":
            return field.values[0] if field.values else _TEXTS.get(field.format or "", f"{field.name} {number}")
        case "code":
            assert field.code_list is not None
            codes = model.code_lists[field.code_list].values()
            return codes[number % len(codes)] if codes else "CN-45"
        case "decimal":
            return number_in(field.bound)
        case "integer":
            return number + int(number_in(field.bound))
        case "boolean":
            return True
        case "date":
            return "2024-02-29"
        case "dateTime":
            return "2024-02-29T23:59:59Z"
        case "iri" | "ref":
            return f"https://example.org/{field.name}/{number}"
    found = document(model, field.type, items=items, optional=optional)
    for member in ("position", "target", "lot", "uri", "stage", "component", "methodName", "identifierValue"):
        inner = model.field(field.type, member)
        if inner is not None and member in found and inner.type != "DocumentReference":
            found[member] = value(model, inner, number)
    if field.restrict is not None:
        found[field.restrict[0]] = field.restrict[1][0]
    if field.bound is not None:
        found["value" if field.type == "Quantity" else "amount"] = number_in(field.bound)
    return found


def number_in(bound: Bound | None) -> str:
    """Return a canonical decimal inside a bound."""
    if bound is None or bound.minimum is None:
        return "-2" if bound is not None else "12"
    return str(int(bound.minimum) + (1 if bound.exclusive_minimum else 0))
