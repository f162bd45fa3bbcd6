"""From a tree to RDF terms, faults and all.

A tree of the right form gives the published RDF form. A tree that is wrong gives RDF that is wrong in the same way (a
number where a decimal is due becomes an xsd:integer, an unknown member a property of nobody), so that SHACL can judge
what was read from JSON or XML and must find the same constraint broken.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final, TypeAlias

from gclink._model import Class, Field, model
from gclink._rdf_names import DATATYPES, RDF, RDF_TYPE, STRING, XSD, class_iri, is_concept, list_iri, member_iri
from gclink.findings import pointer_of

_IN_LITERAL: Final = re.compile('[\\\\"\x00-\x1f\x7f-\x9f\ufffe\uffff]')
_IN_IRI: Final = re.compile('[\x00-\x20<>"{}|^`\\\\\x7f-\x9f]')
_SHORT: Final = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"}
_TAG: Final = re.compile("[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*")


@dataclass(frozen=True, slots=True)
class Iri:
    """A node with a name."""

    value: str

    def __str__(self) -> str:
        return f"<{_IN_IRI.sub(_numbered, self.value)}>"


@dataclass(frozen=True, slots=True)
class Literal:
    """A literal: its text, its datatype IRI, and its language if it has one."""

    text: str
    datatype: str = STRING
    language: str | None = None

    def __str__(self) -> str:
        quoted = quote(self.text)
        if self.language is not None:
            return f"{quoted}@{self.language}"
        return quoted if self.datatype == STRING else f"{quoted}^^<{self.datatype}>"


@dataclass(frozen=True, slots=True)
class Embedded:
    """A blank node: the object that stands there, and its class if it names one."""

    tree: dict[str, Any]
    cls: Class | None
    path: tuple[str | int, ...]


Value: TypeAlias = Iri | Literal | Embedded


def quote(text: str) -> str:
    """Return a text as a quoted string of N-Triples and Turtle."""
    return f'"{_IN_LITERAL.sub(_escaped, text)}"'


def properties(tree: dict[str, Any], path: tuple[str | int, ...] = ()) -> Iterator[tuple[str, list[Value]]]:
    """Yield the properties of an object with their values, ``rdf:type`` first, then in the order of the model."""
    cls = model().classes.get(tree["type"]) if isinstance(tree.get("type"), str) else None
    if "type" in tree:
        yield RDF_TYPE, [_class(name) for name in (tree["type"] if isinstance(tree["type"], list) else [tree["type"]])]
    fields = cls.fields if cls is not None else {}
    for name, field in fields.items():
        if name in tree and not is_identity(name, path):
            yield member_iri(name, cls), list(_values(field, tree[name], (*path, name)))
    for name, value in tree.items():
        if name not in fields and name != "type" and not (name in ("@context", "id") and not path):
            yield member_iri(name, cls), list(_strange(value, (*path, name)))


def is_identity(name: str, path: tuple[str | int, ...]) -> bool:
    """Whether a member is the ``id`` of the document, which is the node itself."""
    return name == "id" and not path


def ntriples(tree: dict[str, Any], prefix: str = "b") -> tuple[str, dict[str, str]]:
    """Return a tree as N-Triples, and the JSON Pointer of each of its nodes.

    Blank nodes are numbered in the order of the tree, after ``prefix``.
    """
    identity = tree.get("id")
    root = str(Iri(identity)) if isinstance(identity, str) else f"_:{prefix}0"
    nodes = {root: ""}
    lines: list[str] = []

    def write(subject: str, held: dict[str, Any], path: tuple[str | int, ...]) -> None:
        for predicate, values in properties(held, path):
            for value in values:
                if isinstance(value, Embedded):
                    label = f"_:{prefix}{len(nodes)}"
                    nodes[label] = pointer_of(value.path)
                    lines.append(f"{subject} {Iri(predicate)} {label} .\n")
                    write(label, value.tree, value.path)
                else:
                    lines.append(f"{subject} {Iri(predicate)} {value} .\n")

    write(root, tree, ())
    return "".join(lines), nodes


def _class(name: Any) -> Value:
    return Iri(class_iri(name)) if isinstance(name, str) else Literal(str(name))


def _values(field: Field, value: Any, path: tuple[str | int, ...]) -> Iterator[Value]:
    if field.type == "LocalizedText" and isinstance(value, dict):
        for tag in sorted(value):
            yield _text(tag, value[tag], (*path, tag))
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield _value(field, item, (*path, index))
    else:
        yield _value(field, value, path)


def _text(tag: str, text: Any, path: tuple[str | int, ...]) -> Value:
    if not isinstance(text, str):
        return _plain(text, path)
    return Literal(text, language=tag) if _TAG.fullmatch(tag) else Literal(text)


def _value(field: Field, value: Any, path: tuple[str | int, ...]) -> Value:
    if isinstance(value, str) and not field.embedded:
        if is_concept(field):
            assert field.code_list is not None
            return Iri(value if ":" in value else list_iri(field.code_list) + value)
        if field.type in ("iri", "ref"):
            return Iri(value)
        if field.type in ("decimal", "date", "dateTime"):
            return Literal(value, DATATYPES[field.type])
        return Literal(value)
    return _plain(value, path)


def _strange(value: Any, path: tuple[str | int, ...]) -> Iterator[Value]:
    if isinstance(value, list):
        for index, item in enumerate(value):
            yield _plain(item, (*path, index))
    else:
        yield _plain(value, path)


def _plain(value: Any, path: tuple[str | int, ...]) -> Value:
    """Return a value by its JSON type alone."""
    if isinstance(value, dict):
        return _object(value, path)
    if isinstance(value, bool):
        return Literal("true" if value else "false", XSD + "boolean")
    if isinstance(value, int):
        return Literal(str(value), XSD + "integer")
    if isinstance(value, float):
        return Literal(repr(value), XSD + "double")
    if value is None or isinstance(value, list):
        return Literal("null" if value is None else "[ ]", RDF + "JSON")
    return Literal(value)


def _object(value: dict[str, Any], path: tuple[str | int, ...]) -> Value:
    """Return an object as a blank node, or as the term that it is the expanded form of."""
    if isinstance(value.get("@value"), str):
        language = value.get("@language")
        if isinstance(language, str) and _TAG.fullmatch(language):
            return Literal(value["@value"], language=language)
        datatype = str(value.get("@type", STRING))
        return Literal(value["@value"], XSD + datatype[4:] if datatype.startswith("xsd:") else datatype)
    if isinstance(value.get("@id"), str):
        return Iri(value["@id"])
    name = value.get("type")
    return Embedded(value, model().classes.get(name) if isinstance(name, str) else None, path)


def _escaped(match: re.Match[str]) -> str:
    return _SHORT.get(match[0]) or _numbered(match)


def _numbered(match: re.Match[str]) -> str:
    return f"\\u{ord(match[0]):04X}"
