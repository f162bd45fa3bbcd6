"""The classes and properties as OWL: ``ontology/gclink.ttl``.

The ontology says what the words mean and infers nothing that a document does not say: a domain is the union of all
classes that declare a field, so that using a property never makes a thing an instance of a class it was not given, and
cardinalities are the shapes' business. Terms of other vocabularies are notes here; alignments are written by hand.
"""

from __future__ import annotations

from gclink_spec._model import Class, Field, Kind, Model, Text
from gclink_spec.constraints import is_outside
from gclink_spec.emit._turtle import Turtle, collection, name, node, string, texts
from gclink_spec.emit.skos import scheme

PATH = "ontology/gclink.ttl"

_TITLE = Text("Green Carbon Link ontology", "绿碳链接本体")
_ABSTRACT = Text(
    "Classes and properties of the Green Carbon Link standard; the shapes say which of them a document carries.",
    "绿碳链接标准的类与属性；文档须含哪些成员由形状图规定。",
)

_DATATYPES = {
    "text": "xsd:string",
    "decimal": "xsd:decimal",
    "integer": "xsd:integer",
    "boolean": "xsd:boolean",
    "date": "xsd:date",
    "dateTime": "xsd:dateTime",
    "LocalizedText": "rdf:langString",
}

#: Annotations that the shapes and rules carry.
_ANNOTATIONS = {
    "requirement": (
        Text("requirement", "要求"),
        Text("Id of the requirement that a shape checks.", "形状所核对的要求编号。"),
    ),
}


def properties(model: Model) -> dict[str, list[Field]]:
    """Return the fields that are properties, by name: all of a name share one IRI, and ``id`` is the node itself."""
    found: dict[str, list[Field]] = {}
    for cls in model.classes.values():
        for field in cls.fields:
            if (field.owner, field.name) != ("Document", "id"):
                found.setdefault(field.name, []).append(field)
    return found


def emit(model: Model) -> dict[str, bytes]:
    """Return the file with the ontology header, the classes and the properties."""
    out = Turtle(
        model.base,
        ("dct", "owl", "rdf", "rdfs", "skos", "xsd"),
        "Classes and properties of the Green Carbon Link standard as OWL 2.",
    )
    out.add(
        f"<{model.base}>",
        ("a", "owl:Ontology"),
        ("owl:versionIRI", f"<{model.base}{model.version}>"),
        ("owl:versionInfo", string(model.version)),
        ("dct:title", texts(_TITLE)),
        ("dct:description", texts(_ABSTRACT)),
    )
    for local, (label, definition) in _ANNOTATIONS.items():
        out.add(
            name(local),
            ("a", "owl:AnnotationProperty"),
            ("rdfs:label", texts(label)),
            ("skos:definition", texts(definition)),
            _ours(model),
        )
    for cls in model.classes.values():
        if cls.name != "LocalizedText":
            _class(out, model, cls)
    for fields in properties(model).values():
        _property(out, model, fields)
    return {PATH: out.bytes()}


def _class(out: Turtle, model: Model, cls: Class) -> None:
    note = Text("Only a parent of other classes.", "仅作为其他类的父类。") if cls.kind is Kind.ABSTRACT else None
    out.add(
        name(cls.name),
        ("a", "owl:Class"),
        ("rdfs:subClassOf", name(cls.parent) if cls.parent else ""),
        ("rdfs:label", texts(cls.label)),
        ("skos:definition", texts(cls.definition)),
        ("skos:scopeNote", texts(note)),
        *_history(cls),
        ("skos:note", _mapping(cls.mapping)),
        _ours(model),
    )


def _property(out: Turtle, model: Model, fields: list[Field]) -> None:
    first = fields[0]
    single = all(field.maximum == 1 for field in fields) and first.type != "LocalizedText"
    kind = "owl:DatatypeProperty" if _range_of(model, first).startswith(("xsd:", "rdf:")) else "owl:ObjectProperty"
    out.add(
        name(first.name),
        ("a", [kind, "owl:FunctionalProperty"] if single else [kind]),
        ("rdfs:domain", _union([field.owner for field in fields])),
        ("rdfs:range", _range(model, fields)),
        ("rdfs:label", texts(first.label)),
        ("skos:definition", _definitions(model, fields)),
        ("skos:scopeNote", _targets(model, fields)),
        *_history(first if all(field.deprecated for field in fields) else None),
        ("skos:note", sorted({note for field in fields for note in _mapping(field.mapping)})),
        _ours(model),
    )


def _range_of(model: Model, field: Field) -> str:
    """Return the range of one field; empty for a reference, whose target is another document or a thing outside."""
    if field.type in _DATATYPES:
        return _DATATYPES[field.type]
    if field.type == "code":
        assert field.code_list is not None
        if is_outside(model, field):
            return "xsd:string"
        listed = ("owl:hasValue", scheme(field.code_list))
        return node(("a", "owl:Restriction"), ("owl:onProperty", "skos:inScheme"), listed)
    return name(field.type) if field.embedded else ""


def _range(model: Model, fields: list[Field]) -> list[str]:
    """Return the range, where all uses of the name agree on it."""
    ranges = {_range_of(model, field): None for field in fields}
    return [only for only in ranges if only] if len(ranges) == 1 else []


def _union(owners: list[str]) -> str:
    if len(owners) == 1:
        return name(owners[0])
    return node(("a", "owl:Class"), ("owl:unionOf", collection(name(owner) for owner in owners)))


def _definitions(model: Model, fields: list[Field]) -> list[str]:
    """Return the definition; where classes word it differently, each with the name of its class before it."""
    first = fields[0].definition
    if all(field.definition == first for field in fields):
        return texts(first)
    return [literal for field in fields for literal in texts(_of(model, field))]


def _of(model: Model, field: Field) -> Text:
    label, words = model.classes[field.owner].label, field.definition
    return Text(words.en and f"{label.en}: {words.en}", words.zh and f"{label.zh}：{words.zh}")


def _targets(model: Model, fields: list[Field]) -> list[str]:
    """Return what a reference points to, as a note: a range would make any cited IRI an instance of that class."""
    names = list(dict.fromkeys(target for field in fields for target in field.targets))
    if not names:
        return []
    labels = [model.classes[target].label for target in names]
    return texts(
        Text(
            "Refers to: " + ", ".join(label.en for label in labels),
            "指向：" + "、".join(label.zh for label in labels),
        )
    )


def _mapping(mapping: str | None) -> list[str]:
    """Return what other vocabularies call a thing, as a note: their IRIs are aligned by hand elsewhere."""
    return [f"{string('Compare: ' + mapping)}@en"] if mapping else []


def _history(of: Class | Field | None) -> tuple[tuple[str, str], ...]:
    if of is None or of.deprecated is None:
        return ()
    replaced = (("dct:isReplacedBy", name(of.replaced_by)),) if of.replaced_by else ()
    return (("owl:deprecated", "true"), *replaced)


def _ours(model: Model) -> tuple[str, str]:
    return ("rdfs:isDefinedBy", f"<{model.base}>")
