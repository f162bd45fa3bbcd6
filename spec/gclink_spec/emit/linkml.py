"""A LinkML schema of the standard, so that nobody is locked into our own source.

The export carries classes, slots, enumerations, patterns, bounds and the texts in both languages. It is a copy for
other tools, not a second source of verdicts: LinkML's generators write decimals as floats and know no exclusive bounds,
so a decimal is exported as a string with the pattern that also holds its bound.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import yaml

from gclink_spec import lexical
from gclink_spec._model import Bound, Class, Code, CodeList, Field, Kind, Model, Text
from gclink_spec.emit._json_names import BOUNDED_MEMBER, code_list_name, type_name, upper_camel

PATH = "schemas/linkml/gclink.yaml"
_MARK = "# Generated from spec/ by `gclink spec build`; do not edit.\n"
_FORMATS = {"digest": lexical.DIGEST, "ucum": lexical.UCUM}
_PATTERNS = {"date": lexical.DATE, "dateTime": lexical.DATE_TIME, "iri": lexical.IRI, "ref": lexical.IRI}
#: Dates stay strings with a pattern: LinkML's own date types normalise what they read.
_RANGES = {"integer": "integer", "boolean": "boolean", "iri": "uri", "ref": "uri"}


def emit(model: Model) -> dict[str, bytes]:
    """Return the LinkML schema."""
    text = yaml.dump(schema(model), allow_unicode=True, sort_keys=False, width=120)
    return {PATH: (_MARK + text).encode()}


def schema(model: Model) -> dict[str, Any]:
    """Return the schema as plain data."""
    return {
        "id": f"{model.base}linkml/gclink",
        "name": "gclink",
        "title": "Green Carbon Link",
        "version": model.version,
        "prefixes": {
            "linkml": "https://w3id.org/linkml/",
            "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
            "gcl": model.base,
        },
        "imports": ["linkml:types"],
        "default_prefix": "gcl",
        "default_range": "string",
        "classes": {cls.name: _class(model, cls) for cls in model.classes.values()},
        "enums": {
            **{code_list_name(c.name): _enum(model, c) for c in model.code_lists.values() if not c.pattern},
            **_listed_values(model),
        },
    }


def _texts(label: Text, definition: Text | None) -> dict[str, Any]:
    """Return title and description, with the Chinese ones as alternatives of their own language."""
    node: dict[str, Any] = {"title": label.en}
    if definition is not None and definition.en:
        node["description"] = definition.en
    chinese = {}
    if label.zh:
        chinese["title_zh"] = label.zh
    if definition is not None and definition.zh:
        chinese["description_zh"] = definition.zh
    if chinese:
        node["annotations"] = chinese
    return node


def _class(model: Model, cls: Class) -> dict[str, Any]:
    node: dict[str, Any] = {**_texts(cls.label, cls.definition), "class_uri": f"gcl:{cls.name}"}
    if cls.parent:
        node["is_a"] = cls.parent
    if cls.kind is Kind.ABSTRACT:
        node["abstract"] = True
    if cls.name == "LocalizedText":
        # A map from language to text; LinkML's nearest form is a class whose instances may carry any slot.
        return {**node, "class_uri": "linkml:Any"}
    attributes: dict[str, Any] = {}
    if cls.parent is None:
        attributes["type"] = {"title": "type", "designates_type": True, "required": True, "slot_uri": "rdf:type"}
    attributes |= {field.name: _slot(model, field) for field in cls.fields}
    return {**node, "attributes": attributes}


def _slot(model: Model, field: Field) -> dict[str, Any]:
    node: dict[str, Any] = {**_texts(field.label, field.definition), "slot_uri": f"gcl:{field.name}"}
    if field.name == "id":
        node["identifier"] = True
    node |= _range(model, field)
    if field.required:
        node["required"] = True
    if field.many:
        node["multivalued"] = True
        # An optional array is absent or has an item; LinkML cannot say that, so only a required one has a least number.
        if field.required:
            node["minimum_cardinality"] = field.minimum
        if field.maximum is not None:
            node["maximum_cardinality"] = field.maximum
    if field.embedded or field.type == "LocalizedText":
        node["inlined"] = True
        if field.many:
            node["inlined_as_list"] = True
    if comments := list(_comments(field)):
        node["comments"] = comments
    return node


def _comments(field: Field) -> Iterator[str]:
    """Yield in words what narrows an embedded object, which a LinkML slot cannot reach into."""
    if field.unit and field.unit != "1":
        yield f"Unit: {field.unit}"
    if field.restrict is not None:
        member, values = field.restrict
        yield f"{member} is one of: {' '.join(values)}"
    if field.bound is not None and field.embedded:
        yield f"{BOUNDED_MEMBER[field.type]} matches {_anchored(lexical.decimal(field.bound))}"


def _range(model: Model, field: Field) -> dict[str, Any]:
    if field.embedded:
        node: dict[str, Any] = {"range": field.type}
        if field.targets:
            node["see_also"] = [f"gcl:{target}" for target in field.targets]
        return node
    if field.type == "LocalizedText":
        return {"range": "LocalizedText"}
    if field.values:
        return {"range": upper_camel(field.name)}
    if field.type == "code":
        assert field.code_list is not None
        codes = model.code_lists[field.code_list]
        return (
            {"range": "string", "pattern": _anchored(codes.pattern)} if codes.pattern else {"range": type_name(field)}
        )
    node = {"range": _RANGES.get(field.type, "string")}
    if field.type == "decimal":
        node["pattern"] = _anchored(lexical.decimal(field.bound))
    elif field.format is not None:
        node["pattern"] = _anchored(_FORMATS[field.format])
    elif field.type in _PATTERNS:
        node["pattern"] = _anchored(_PATTERNS[field.type])
    elif field.type == "integer":
        node |= _whole_bound(field.bound)
    return node


def _whole_bound(bound: Bound | None) -> dict[str, int]:
    node: dict[str, int] = {}
    if bound is not None and bound.minimum is not None:
        node["minimum_value"] = int(bound.minimum) + (1 if bound.exclusive_minimum else 0)
    if bound is not None and bound.maximum is not None:
        node["maximum_value"] = int(bound.maximum) - (1 if bound.exclusive_maximum else 0)
    return node


def _anchored(pattern: str) -> str:
    return f"^({pattern})$"


def _enum(model: Model, codes: CodeList) -> dict[str, Any]:
    return {
        **_texts(codes.label, codes.definition),
        "permissible_values": {code.value: _permissible(model, codes, code) for code in codes.codes},
    }


def _permissible(model: Model, codes: CodeList, code: Code) -> dict[str, Any]:
    node: dict[str, Any] = {} if codes.outside else {"meaning": model.code_iri(codes.name, code.value)}
    return {**node, **_texts(code.label, code.definition)} if code.label.en != code.value else node


def _listed_values(model: Model) -> dict[str, Any]:
    """Return the enumerations of fields that list their values themselves."""
    return {
        upper_camel(field.name): {
            **_texts(field.label, field.definition),
            "permissible_values": {value: {} for value in field.values},
        }
        for cls in model.classes.values()
        for field in cls.fields
        if field.values
    }
