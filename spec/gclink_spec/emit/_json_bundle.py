"""Flat schemas for code generators: one file per document class, everything local, nothing that only a validator needs.

Generators keep no rules, and guards, patterns and narrowed variants only multiply their classes: a program validates
with the published schemas first and deserialises into what is generated from here. One type per code list and per
class stays; every decimal is ``Decimal``, every Quantity ``Quantity``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from gclink_spec._model import Model
from gclink_spec.emit import _json_classes
from gclink_spec.emit._json_scalars import Node

_DROPPED = frozenset({"pattern", "not", "maxLength", "minLength", "minimum", "maximum", "propertyNames", "uniqueItems"})


def bundles(model: Model, common: Mapping[str, Node]) -> Iterator[tuple[str, Node]]:
    """Yield the bundle of every document class, then the one of all of them, whose union has a discriminator."""
    lean = {name: _lean(node, common) for name, node in common.items()}
    documents = {
        name: _lean(_json_classes.closed_object(model, model.classes[name], ""), common) for name in model.documents
    }
    for name, document in documents.items():
        yield name, {**document, "$defs": _reachable(document, lean)}
    references = {name: f"#/$defs/{name}" for name in documents}
    union: Node = {
        "title": "AnyDocument",
        "description": "Any document of the standard.",
        "oneOf": [{"$ref": reference} for reference in references.values()],
        "discriminator": {"propertyName": "type", "mapping": references},
    }
    yield "AnyDocument", {**union, "$defs": {**documents, **_reachable(documents, lean)}}


def _lean(node: Any, common: Mapping[str, Node]) -> Any:
    """Return a node without validation detail and annotations, every reference led to the general definition."""
    if isinstance(node, list):
        return [_lean(item, common) for item in node]
    if not isinstance(node, dict):
        return node
    found: Node = {}
    for key, value in node.items():
        if key in _DROPPED or key.startswith("x-"):
            continue
        if key == "allOf":
            value = [part for part in value if "$ref" in part]
            if not value:
                continue
        if key == "properties":
            found[key] = {name: _lean(member, common) for name, member in value.items()}
        elif key == "$ref":
            found[key] = f"#/$defs/{_general(value.rpartition('/')[2], common)}"
        else:
            found[key] = _lean(value, common)
    return found


def _general(name: str, common: Mapping[str, Node]) -> str:
    """Return the definition that a narrowed one is a variant of."""
    node = common[name]
    if "x-variantOf" in node:
        return str(node["x-variantOf"])
    if name.startswith("Decimal"):
        return "Decimal"
    if node.get("type") == "integer":
        return "Integer"
    return name


def _reachable(start: Any, definitions: Mapping[str, Node]) -> dict[str, Node]:
    """Return the definitions that a schema refers to at any depth, in the order of ``common.json``."""
    found: set[str] = set()
    waiting = list(_references(start))
    while waiting:
        name = waiting.pop()
        if name not in found and name in definitions:
            found.add(name)
            waiting += _references(definitions[name])
    return {name: node for name, node in definitions.items() if name in found}


def _references(node: Any) -> Iterator[str]:
    if isinstance(node, dict):
        for key, value in node.items():
            if key == "$ref":
                yield value.rpartition("/")[2]
            else:
                yield from _references(value)
    elif isinstance(node, list):
        for item in node:
            yield from _references(item)
