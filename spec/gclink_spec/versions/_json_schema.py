"""Facts of the published JSON Schemas: classes, members, and the named forms of values."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from gclink_spec.versions._facts import Facet, Facts, Value

Node = dict[str, Any]


def facts(files: Mapping[str, bytes]) -> Facts:
    """Return the facts of a folder of schemas, by name of the file without its ending."""
    found: Facts = {}
    for raw in files.values():
        schema = json.loads(raw)
        for name, node in schema.get("$defs", {}).items():
            _definition(found, name, node)
        if "properties" in schema:
            _definition(found, schema["title"], schema)
    return found


def _definition(found: Facts, name: str, node: Node) -> None:
    if "properties" not in node:
        found[name] = {Facet.IS: "form", **_value(node)}
        return
    found[name] = {Facet.IS: "class", Facet.TEXT: str(node.get("description", ""))}
    if node.get("additionalProperties") is False or node.get("unevaluatedProperties") is False:
        found[name][Facet.CLOSED] = True
    required = frozenset(node.get("required", ()))
    for member, inner in node["properties"].items():
        if member not in ("type", "@context"):
            found[f"{name}.{member}"] = {Facet.IS: "field", **_member(inner, member in required)}


def _member(node: Node, required: bool) -> dict[str, Value]:
    facets: dict[str, Value] = {Facet.REQUIRED: required, Facet.TEXT: str(node.get("description", ""))}
    if node.get("type") == "array":
        facets[Facet.LEAST] = int(node.get("minItems", 0))
        if "maxItems" in node:
            facets[Facet.MOST] = int(node["maxItems"])
        if node.get("uniqueItems"):
            facets[Facet.UNIQUE] = True
        facets[Facet.FORM] = f"array of {_form(node.get('items', {}))}"
        return facets
    facets[Facet.FORM] = _form(node)
    return facets


def _form(node: Node) -> str:
    """Return the name of a form: what is referred to, or the schema itself without its texts."""
    parts = [part for part in (node, *node.get("allOf", ())) if "$ref" in part]
    others = {key: value for key, value in node.items() if key in ("type", "const", "enum", "pattern", "not", "oneOf")}
    names = [str(part["$ref"]).rpartition("/")[2] for part in parts]
    return " and ".join([*names, *([json.dumps(others, sort_keys=True)] if others else [])]) or "anything"


def _value(node: Node) -> dict[str, Value]:
    facets: dict[str, Value] = {Facet.TEXT: str(node.get("description", ""))}
    if "enum" in node:
        facets[Facet.ONE_OF] = frozenset(map(str, node["enum"]))
    form = {
        key: value
        for key, value in node.items()
        if key not in ("title", "description", "enum", "$comment", "$id", "$schema") and not key.startswith("x-")
    }
    facets[Facet.FORM] = json.dumps(form, sort_keys=True, ensure_ascii=False)
    return facets
