"""From the tree of a document to RDF text that reads back as the same tree.

Own code and not a library's serialiser: those order by random labels, rewrite numbers, and cannot keep an embedded
object where a person would look for it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any, Final

import orjson

from gclink._model import model
from gclink._rdf_names import CONTEXT, RDF_TYPE, STRING, XSD
from gclink._rdf_triples import Embedded, Iri, Literal, Value, ntriples, properties, quote
from gclink.errors import GclinkError, Text
from gclink.structure import walk

__all__ = ["write", "write_bundle"]

_LOCAL: Final = re.compile("[A-Za-z0-9_]([A-Za-z0-9_-]*[A-Za-z0-9_])?")
_INDENT: Final = "    "


def write(tree: dict[str, Any], to: str) -> bytes:
    """Return one document as ``turtle``, ``ntriples`` or ``jsonld``."""
    return write_bundle([tree], to)


def write_bundle(trees: Sequence[dict[str, Any]], to: str) -> bytes:
    """Return documents as one graph in ``turtle`` or ``ntriples``, or in ``jsonld`` (an array for more than one).

    Raises GclinkError for a tree that structure refuses, because its RDF would be read back as something else.
    """
    for tree in trees:
        _require_sound(tree)
    match to:
        case "turtle":
            return _turtle(trees).encode()
        case "ntriples":
            prefixes = ["b"] if len(trees) == 1 else [f"d{number}b" for number in range(len(trees))]
            return "".join(ntriples(tree, p)[0] for tree, p in zip(trees, prefixes, strict=True)).encode()
        case "jsonld":
            documents = [_with_context(tree) for tree in trees]
            whole = documents[0] if len(documents) == 1 else documents
            return orjson.dumps(whole, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)
    raise ValueError(f"{to!r} is none of turtle, ntriples, jsonld")


def _require_sound(tree: dict[str, Any]) -> None:
    fault = next(walk(tree), None)
    if fault is None:
        return
    place = "/".join(("", *map(str, fault.path))) or "/"
    raise GclinkError(
        "not_writable",
        Text(
            f"the document cannot be written as RDF: {fault.key} is broken at {place}",
            f"文档无法写成 RDF：{place} 处违反 {fault.key}",
        ),
        Text("Check the document first and mend what is found.", "请先核对文档并修正所报问题。"),
    )


def _with_context(tree: dict[str, Any]) -> dict[str, Any]:
    from gclink.convert import ordered

    return {"@context": CONTEXT} | {name: value for name, value in ordered(tree).items() if name != "@context"}


def _turtle(trees: Iterable[dict[str, Any]]) -> str:
    writer = _Turtle()
    bodies = [writer.document(tree) for tree in trees]
    return writer.header() + "".join(bodies)


class _Turtle:
    """Writes documents and remembers which prefixes they used."""

    def __init__(self) -> None:
        self._base = model().base
        self._used: set[str] = set()
        self._lists = {f"{self._base}{name}/": name for name, entry in model().code_lists.items() if not entry.outside}

    def header(self) -> str:
        """Return the prefixes: the standard's, then the datatypes, then the code lists that were used."""
        lines = [f"@prefix gcl: <{self._base}> .\n"]
        if "xsd" in self._used:
            lines.append(f"@prefix xsd: <{XSD}> .\n")
        lines += [f"@prefix {name}: <{self._base}{name}/> .\n" for name in sorted(self._used - {"xsd"})]
        return "".join(lines)

    def document(self, tree: dict[str, Any]) -> str:
        """Return the statements of one document."""
        return f"\n{Iri(tree['id'])} {self._body(tree, (), 1)} .\n"

    def _body(self, tree: dict[str, Any], path: tuple[str | int, ...], level: int) -> str:
        pad = "\n" + _INDENT * level
        parts = [
            ("a" if predicate == RDF_TYPE else self._iri(predicate)) + self._objects(values, level)
            for predicate, values in properties(tree, path)
        ]
        return f" ;{pad}".join(parts)

    def _objects(self, values: list[Value], level: int) -> str:
        if len(values) == 1:
            return " " + self._term(values[0], level)
        pad = "\n" + _INDENT * (level + 1)
        return pad + f" ,{pad}".join(self._term(value, level + 1) for value in values)

    def _term(self, value: Value, level: int) -> str:
        if isinstance(value, Embedded):
            body = self._body(value.tree, value.path, level + 1)
            lines = "\n" in body
            return f"[ {body}\n{_INDENT * level}]" if lines else f"[ {body} ]"
        if isinstance(value, Iri):
            return self._iri(value.value)
        return self._literal(value)

    def _literal(self, value: Literal) -> str:
        if value.language is not None or value.datatype == STRING:
            return str(value)
        local = value.datatype.removeprefix(XSD)
        if local in ("integer", "boolean"):
            return value.text
        self._used.add("xsd")
        return f"{quote(value.text)}^^xsd:{local}"

    def _iri(self, iri: str) -> str:
        if iri.startswith(self._base):
            namespace, _, local = iri.rpartition("/")
            namespace += "/"
            if _LOCAL.fullmatch(local):
                if namespace == self._base:
                    return f"gcl:{local}"
                name = self._lists.get(namespace)
                if name is not None:
                    self._used.add(name)
                    return f"{name}:{local}"
        return str(Iri(iri))
