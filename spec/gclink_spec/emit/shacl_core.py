"""The structural constraints (T1) as SHACL core: ``ontology/shapes.ttl``.

One shape for one constraint, and its IRI is the constraint's key below ``shapes/``: a validation report of any SHACL
engine names the broken constraint in ``sh:sourceShape`` and the requirement by ``gcl:requirement`` of that shape. A
class is a closed node shape that lists the shapes of its members, inherited ones shared.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal

from gclink_spec import lexical
from gclink_spec._model import Field, Kind, Model, Text
from gclink_spec.constraints import constraint, kinds_of
from gclink_spec.emit import _shacl_texts
from gclink_spec.emit._gap import Gap
from gclink_spec.emit._turtle import Turtle, collection, name, node, string, texts
from gclink_spec.emit.runtime import pattern_of
from gclink_spec.emit.skos import concept

PATH = "ontology/shapes.ttl"

_DATATYPES = {
    "text": "xsd:string",
    "code": "xsd:string",
    "decimal": "xsd:decimal",
    "integer": "xsd:integer",
    "boolean": "xsd:boolean",
    "date": "xsd:date",
    "dateTime": "xsd:dateTime",
    "LocalizedText": "rdf:langString",
}

#: Helper shapes that others name; no constraint of their own.
_LINE_BREAK = "<shapes/lineBreak>"
_ILLEGAL = "<shapes/illegalCharacter>"
_ONE_CLASS = "<shapes/oneClass>"

#: Characters that XML 1.0 cannot carry, as a class; surrogates cannot occur in RDF.
_ILLEGAL_CHARACTERS = "[\x01-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]"

_LEAF = {"Money": "amount", "Quantity": "value"}

_ESCAPE = re.compile(r"\\u([0-9A-F]{4})")

Line = tuple[str, Iterable[str] | str]


def shape(key: str) -> str:
    """Return the IRI of the shape of a constraint, relative to the base."""
    return name(f"shapes/{key}")


def emit(model: Model) -> dict[str, bytes]:
    """Return the file with the helper shapes, the node shapes and the shapes of all constraints."""
    out = Turtle(model.base, ("rdf", "rdfs", "sh", "xsd"), "Structure of Green Carbon Link documents as SHACL core.")
    _helpers(out)
    _identity(out, model)
    for cls in model.classes.values():
        if cls.kind is not Kind.ABSTRACT and cls.name != "LocalizedText":
            _node_shape(out, model, cls.name)
    for cls in model.classes.values():
        for field in cls.fields:
            if not _is_id(field):
                for kind in _kinds(model, field):
                    _property_shape(out, model, field, kind)
    return {PATH: out.bytes()}


def inexpressible(_: Model) -> tuple[Gap, ...]:
    """Return what SHACL core cannot say of a graph; the reader of RDF decides these."""
    target = "SHACL core"
    return (
        Gap(
            "GCL-COR-001",
            target,
            Text(
                "A node without rdf:type is the target of no shape; the reader reports it.",
                "没有 rdf:type 的节点不是任何形状的目标，由读取器报告。",
            ),
        ),
        Gap(
            "GCL-COR-006",
            target,
            Text(
                "Normal form C cannot be stated by a pattern; the reader checks it.",
                "规范形式 C 无法用正则式表达，由读取器核对。",
            ),
        ),
        Gap(
            "GCL-COR-007",
            target,
            Text(
                "Equal triples are one triple in RDF, and equality of blank nodes cannot be stated; the "
                "reader compares the items.",
                "相同三元组在 RDF 中只算一个，空白节点的相等性也无法表达；由读取器比较各项。",
            ),
        ),
        Gap(
            "GCL-COR-008",
            target,
            Text(
                "RDF folds the case of language tags and SHACL core has no pattern on them; "
                "the reader checks the text.",
                "RDF 不区分语言标签大小写，SHACL core 也无法对其使用正则式；由读取器核对原文。",
            ),
        ),
    )


def _helpers(out: Turtle) -> None:
    out.add(_LINE_BREAK, ("a", "sh:NodeShape"), ("sh:pattern", string("[\n\r]")))
    out.add(_ILLEGAL, ("a", "sh:NodeShape"), ("sh:pattern", string(_ILLEGAL_CHARACTERS)))
    out.add(
        _ONE_CLASS,
        ("a", "sh:NodeShape"),
        ("sh:property", node(("sh:path", "rdf:type"), ("sh:maxCount", "1"))),
    )


def _identity(out: Turtle, model: Model) -> None:
    """Write the constraints on ``id``, which is the document's node itself and therefore no property."""
    field = model.classes["Document"].fields[0]
    assert _is_id(field)
    targets = [name(document) for document in model.documents]
    for kind, lines in (
        ("required", (("sh:nodeKind", "sh:IRI"),)),
        ("pattern", _anchored(lexical.IRI)),
        ("type", (("sh:node", _ONE_CLASS),)),
    ):
        out.add(
            shape(f"Document.id#{kind}" if kind != "type" else "Document.type#type"),
            ("a", "sh:NodeShape"),
            ("sh:targetClass", targets),
            *lines,
            ("gcl:requirement", string(constraint(model, field, kind).requirement)),
            ("sh:message", texts(_IDENTITY[kind])),
        )


_IDENTITY = {
    "required": Text("a document is named by an IRI, not by a blank node", "文档须以 IRI 命名，而非空白节点"),
    "pattern": Text("the IRI of a document is absolute and has no blanks", "文档的 IRI 须为绝对形式且不含空白"),
    "type": Text("a document has exactly one class", "文档只能属于一个类"),
}


def _node_shape(out: Turtle, model: Model, cls: str) -> None:
    members = [
        shape(f"{field.owner}.{field.name}#{kind}")
        for field in model.fields_of(cls)
        if not _is_id(field)
        for kind in _kinds(model, field)
    ]
    out.add(
        shape(f"{cls}#closed"),
        ("a", "sh:NodeShape"),
        ("sh:targetClass", name(cls)),
        ("sh:closed", "true"),
        ("sh:ignoredProperties", collection(["rdf:type"])),
        ("gcl:requirement", string("GCL-COR-002")),
        ("sh:message", texts(_shacl_texts.closed(model.classes[cls]))),
        ("sh:property", "\n        " + " ,\n        ".join(members)),
    )


def _kinds(model: Model, field: Field) -> Iterable[str]:
    """Return the kinds of constraint that a graph can show at a field."""
    for kind in kinds_of(model, field):
        unlimited = kind == "cardinality" and (field.maximum is None or field.type == "LocalizedText")
        if kind != "unique" and not unlimited:
            yield kind


def _property_shape(out: Turtle, model: Model, field: Field, kind: str) -> None:
    out.add(
        shape(f"{field.owner}.{field.name}#{kind}"),
        ("a", "sh:PropertyShape"),
        ("sh:path", _path(field, kind)),
        *_constraint(model, field, kind),
        ("gcl:requirement", string(constraint(model, field, kind).requirement)),
        ("sh:message", texts(_shacl_texts.message(model, field, kind))),
    )


def _path(field: Field, kind: str) -> str:
    if field.restrict is not None and kind == field.restrict[0]:
        return collection([name(field.name), name(kind)])
    if field.embedded and kind in ("min", "max"):
        return collection([name(field.name), name(_LEAF[field.type])])
    return name(field.name)


def _constraint(model: Model, field: Field, kind: str) -> tuple[Line, ...]:
    match kind:
        case "required":
            return (("sh:minCount", str(field.minimum)),)
        case "cardinality":
            return (("sh:maxCount", str(field.maximum)),)
        case "type":
            return _type(model, field)
        case "pattern":
            pattern = pattern_of(model, field)
            assert pattern is not None
            return _anchored(pattern)
        case "text":
            return (("sh:minLength", "1"), ("sh:not", _ILLEGAL))
        case "language":
            return (("sh:uniqueLang", "true"),)
        case "enum":
            return (("sh:in", collection(_codes(model, field))),)
        case "min" | "max":
            return _bound(field, kind)
        case "unit":
            assert field.restrict is not None
            return (("sh:in", collection(string(unit) for unit in field.restrict[1])),)
        case "scheme":
            assert field.restrict is not None
            inner = model.field(field.type, "scheme")
            assert inner is not None
            assert inner.code_list is not None
            return (("sh:in", collection(concept(inner.code_list, code) for code in field.restrict[1])),)
    raise ValueError(f"no shape for a constraint of kind {kind!r}")


def _type(model: Model, field: Field) -> tuple[Line, ...]:
    if field.embedded:
        return (("sh:nodeKind", "sh:BlankNode"), ("sh:class", name(field.type)), ("sh:node", _ONE_CLASS))
    if field.type in ("iri", "ref") or _is_concept(model, field):
        return (("sh:nodeKind", "sh:IRI"),)
    datatype: Line = ("sh:datatype", _DATATYPES[field.type])
    if field.type == "integer":
        return (datatype, *_anchored(lexical.INTEGER))
    if field.type == "boolean":
        return (datatype, *_anchored("(true|false)"))
    return (datatype,)


def _codes(model: Model, field: Field) -> Iterable[str]:
    if field.values:
        return [string(value) for value in field.values]
    assert field.code_list is not None
    values = model.code_lists[field.code_list].values()
    if _is_concept(model, field):
        return [concept(field.code_list, value) for value in values]
    return [string(value) for value in values]


def _bound(field: Field, kind: str) -> tuple[Line, ...]:
    bound = field.bound
    assert bound is not None
    if kind == "min":
        assert bound.minimum is not None
        return (("sh:minExclusive" if bound.exclusive_minimum else "sh:minInclusive", _number(bound.minimum)),)
    assert bound.maximum is not None
    return (("sh:maxExclusive" if bound.exclusive_maximum else "sh:maxInclusive", _number(bound.maximum)),)


def _number(value: Decimal) -> str:
    return f'"{value:f}"^^xsd:decimal'


def _anchored(pattern: str) -> tuple[Line, ...]:
    """Return a pattern for the whole value.

    Some engines let ``$`` match before a final line feed, so a line break is excluded by a second constraint.
    """
    plain = _ESCAPE.sub(lambda match: chr(max(1, int(match[1], 16))), pattern)
    return (("sh:pattern", string(f"^{plain}$")), ("sh:not", _LINE_BREAK))


def _is_concept(model: Model, field: Field) -> bool:
    return field.code_list is not None and not model.code_lists[field.code_list].outside


def _is_id(field: Field) -> bool:
    return (field.owner, field.name) == ("Document", "id")
