"""Classes as closed JSON objects, and the narrowed variants that bounds, units and schemes call for.

The members of a class are written out with the inherited ones, because ``additionalProperties: false`` sees only its
own object. Each member carries ``x-constraint`` (``Owner.field``) and ``x-requirement`` (kind to requirement), which
is everything a report needs beside the kind that failed.
"""

from __future__ import annotations

from typing import Any

from gclink_spec._model import Class, Field, Kind, Model
from gclink_spec.constraints import kinds_of, requirement_of
from gclink_spec.emit._json_names import BOUNDED_MEMBER, bound_name, type_name
from gclink_spec.emit._json_scalars import Node, labels

#: The only value of the member ``@context`` of a JSON document.
CONTEXT_IRI = "https://w3id.org/gclink/context/v1"


def member(model: Model, field: Field, refs: str) -> Node:
    """Return the node of one member of a class; ``refs`` is the file that holds the shared definitions, or empty."""
    target: Node = {"$ref": f"{refs}#/$defs/{type_name(field)}"}
    node: Node = {}
    if field.definition.en:
        node["description"] = field.definition.en
    node |= labels(field.label, field.definition)
    node |= constraint_marks(model, field)
    if not field.many:
        # Not `$ref` with siblings: generators would make a new type of every use.
        return {**node, "allOf": [target]}
    node |= {"type": "array", "minItems": 1}
    kinds = {"minItems": "cardinality"}
    if field.maximum is not None:
        node["maxItems"] = field.maximum
        kinds["maxItems"] = "cardinality"
    if "unique" in kinds_of(model, field):
        node["uniqueItems"] = True
        kinds["uniqueItems"] = "unique"
    return {**node, "items": target, "x-kind": kinds}


def constraint_marks(model: Model, field: Field) -> Node:
    """Return the key and the requirements of a member, one requirement per kind of constraint."""
    return {
        "x-constraint": f"{field.owner}.{field.name}",
        "x-requirement": {kind: requirement_of(model, field, kind) for kind in kinds_of(model, field)},
    }


def closed_object(model: Model, cls: Class, refs: str, *, title: str | None = None) -> Node:
    """Return the closed object of a concrete class."""
    fields = model.fields_of(cls.name)
    properties: dict[str, Any] = {}
    if cls.kind is Kind.DOCUMENT:
        properties["@context"] = {"type": "string", "const": CONTEXT_IRI}
    properties["type"] = {"type": "string", "const": cls.name}
    for field in fields:
        properties[field.name] = member(model, field, refs)
    node: Node = {"title": title or cls.name}
    if cls.definition.en:
        node["description"] = cls.definition.en
    return {
        **node,
        **labels(cls.label, cls.definition),
        "x-class": cls.name,
        "x-constraint": cls.name,
        "x-requirement": {"closed": "GCL-COR-002"},
        "type": "object",
        "required": ["type", *(f.name for f in fields if f.required)],
        "properties": properties,
        "additionalProperties": False,
    }


def variant(model: Model, field: Field) -> Node:
    """Return the narrowed form of an embedded class that a field with a bound, units or schemes asks for."""
    cls = model.classes[field.type]
    node = closed_object(model, cls, "", title=type_name(field))
    node["x-variantOf"] = cls.name
    if field.bound is not None:
        inner = BOUNDED_MEMBER[field.type]
        node["properties"][inner]["allOf"] = [{"$ref": f"#/$defs/Decimal{bound_name(field.bound)}"}]
    if field.restrict is not None:
        inner, values = field.restrict
        # The general form stays beside the list, so that a fault of form keeps its own name.
        node["properties"][inner]["allOf"].append({"type": "string", "enum": list(values), "x-kind": {"enum": inner}})
    return node


def value_classes(model: Model) -> dict[str, Node]:
    """Return every embedded class and every variant that a field uses, classes in model order."""
    found: dict[str, Node] = {}
    fields = [field for cls in model.classes.values() for field in cls.fields if field.embedded]
    for cls in model.classes.values():
        if cls.kind is not Kind.VALUE or cls.name == "LocalizedText":
            continue
        found[cls.name] = closed_object(model, cls, "")
        variants: dict[str, Node] = {}
        for field in fields:
            name = type_name(field)
            if field.type != cls.name or name == cls.name:
                continue
            node = variants.setdefault(name, variant(model, field))
            if node != variant(model, field):
                raise ValueError(f"{field.owner}.{field.name}: two variants of {cls.name} share the name {name}")
        found |= {name: variants[name] for name in sorted(variants)}
    return found
