"""Trees of this standard: a caller's made complete, a draft put in the order canonical documents have."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from gclink._model import Field, model

__all__ = ["complete", "ordered"]


def ordered(owner: str, draft: dict[str, Any]) -> dict[str, Any]:
    """Return an object with its members in the order of the standard, as canonical documents have them."""
    fields = model().classes[owner].fields
    found: dict[str, Any] = {"type": owner}
    for field in fields.values():
        if field.name in draft:
            found[field.name] = _ordered_value(field, draft[field.name])
    found.update({name: value for name, value in draft.items() if name not in found})
    return found


def _ordered_value(field: Field, value: Any) -> Any:
    if field.embedded and isinstance(value, dict):
        return ordered(field.type, value)
    if field.embedded and isinstance(value, list):
        return [ordered(field.type, item) if isinstance(item, dict) else item for item in value]
    if field.type == "LocalizedText" and isinstance(value, dict):
        return dict(sorted(value.items()))
    return value


def complete(owner: str, tree: Mapping[str, Any]) -> dict[str, Any]:
    """Return a caller's tree with the ``type`` of every embedded object, which a person need not write."""
    cls = model().classes.get(owner)
    if cls is None:
        return dict(tree)
    found: dict[str, Any] = {"type": owner}
    for name, value in tree.items():
        field = cls.fields.get(name)
        if field is not None and field.embedded and isinstance(value, Mapping):
            found[name] = complete(field.type, value)
        elif field is not None and field.embedded and isinstance(value, list):
            found[name] = [complete(field.type, item) if isinstance(item, Mapping) else item for item in value]
        else:
            found[name] = value
    return found
