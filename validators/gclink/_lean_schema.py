"""A published schema in the form in which one engine runs it fastest: the same constraints, nothing for readers.

Texts and annotations go, a single reference takes the place of the ``allOf`` around it, forms of values stand where
they are used, and the guard against a line end behind ``$`` goes too: the engine's ``$`` is the end of the text. Tests
hold the verdicts of both against each other.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

Node = dict[str, Any]

#: Keywords of a schema that constrain; whatever else stands in ours is for people and tools.
_KEPT: Final = frozenset(
    {
        "type", "const", "enum", "pattern", "required", "minLength", "maxLength", "minItems", "maxItems", "uniqueItems",
        "minimum", "maximum", "minProperties", "additionalProperties", "propertyNames", "items", "properties",
        "patternProperties", "allOf", "anyOf", "oneOf", "not", "if", "then", "else", "contains", "$ref",
        "dependentRequired",
    }
)  # fmt: skip
#: What only readers and tools use.
_DROPPED: Final = frozenset({"$schema", "$id", "$comment", "$defs", "title", "description", "format"})
_NAMED: Final = frozenset({"properties", "patternProperties"})
_PLAIN: Final = frozenset({"const", "enum", "required", "dependentRequired"})
_LINE_END: Final = {"type": "string", "pattern": "\\n"}


def lean(schema: Node, definition: Callable[[str], Node]) -> Node:
    """Return a schema with the definitions it needs in its own ``$defs``.

    ``definition`` gives a shared one by name. Raises ValueError for a keyword that this module does not know, so that
    no constraint is ever dropped unnoticed.
    """
    held: dict[str, Node] = {}

    def of(node: Any) -> Any:
        if not isinstance(node, dict):
            return node
        if "$ref" in node and len(node) == 1:
            return reference(str(node["$ref"]).rpartition("/")[2])
        made: Node = {}
        for key, value in node.items():
            if key in _DROPPED or key.startswith("x-"):
                continue
            if key not in _KEPT:
                raise ValueError(f"the keyword {key} of a published schema is not known here")
            if key in _NAMED:
                made[key] = {name: of(inner) for name, inner in value.items()}
            elif key in _PLAIN:
                made[key] = value
            elif key == "$ref":
                made.setdefault("allOf", []).append(reference(str(value).rpartition("/")[2]))
            elif isinstance(value, list):
                made.setdefault(key, []).extend(of(inner) for inner in value)
            elif key != "not" or value != _LINE_END:
                made[key] = of(value)
        return _unwrapped(made)

    def reference(name: str) -> Node:
        published = definition(name)
        if "properties" not in published and "oneOf" not in published:
            form: Node = of(published)
            return form
        if name not in held:
            held[name] = {}  # known before it is read: a class may hold objects of its own kind
            held[name] = of(published)
        return {"$ref": f"#/$defs/{name}"}

    top = of(schema)
    return {**top, "$defs": held} if held else dict(top)


def _unwrapped(node: Node) -> Node:
    """Put a single part of ``allOf`` where it stands, if it says nothing that its surroundings say too."""
    parts = node.get("allOf")
    if not isinstance(parts, list) or len(parts) != 1 or not isinstance(parts[0], dict):
        return node
    rest = {key: value for key, value in node.items() if key != "allOf"}
    return node if rest.keys() & parts[0].keys() else {**rest, **parts[0]}
