"""JSON-LD, with the one context of the standard and no other.

A document in the plain form is the same text as its JSON: it is read strictly, as JSON, so that doubled keys and odd
numbers are seen. Only a text that uses JSON-LD's own keywords is expanded to RDF. The context comes from the package;
nothing is fetched, and a context of anyone else is a fault, because it could give every member another meaning.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import Any, Final

import orjson

from gclink._json_reader import JsonDocument, ReaderProblem, read_json_documents
from gclink._rdf_graph import Graph, parse_graph
from gclink._rdf_names import CONTEXT
from gclink._rdf_problems import RdfProblem, RdfProblemKind
from gclink._rdf_reader import documents_of
from gclink._rdf_triples import ntriples
from gclink._schemas import artefacts
from gclink.findings import pointer_of
from gclink.limits import DEFAULT_LIMITS, Limits

#: Where a keyword is no sign of expanded JSON-LD: the document's own context.
_CONTEXT: Final = "@context"


@cache
def context() -> dict[str, Any]:
    """Return the terms of the published context."""
    loaded: dict[str, Any] = orjson.loads((artefacts("schemas/context") / "v1.jsonld").read_bytes())
    terms: dict[str, Any] = loaded[_CONTEXT]
    return terms


def read_jsonld(raw: bytes, source: str, limits: Limits) -> list[Any]:
    """Return the documents of a JSON-LD text: of its JSON where it is in the plain form, of its graph where not."""
    read = read_json_documents(raw, source, limits)
    if not any(_keywords(document.tree, ()) for document in read) or any(_foreign(document.tree) for document in read):
        return [_plain(document) for document in read]
    trees = [document.tree for document in read]
    # Only at the root does a bare @graph mean the default graph; inside an array it is a graph of its own.
    graph = expand(trees[0] if read[0].base == "" else trees, source, limits)
    documents = documents_of(graph, raw, "jsonld", source, limits)
    # The places of the JSON are no places of the tree, so what the text got wrong stands at the document as a whole.
    loose = [ReaderProblem.of(p.kind, "", p.line, p.column, p.found) for document in read for p in document.problems]
    return [documents[0].with_problems(loose), *documents[1:]] if loose else list(documents)


def _foreign(tree: dict[str, Any]) -> bool:
    """Whether a text cannot be expanded without loss: another context, or bare member names without any."""
    found = [value for _, value in _contexts(tree, ())]
    if any(value != CONTEXT for value in found):
        return True
    return _CONTEXT not in tree and _bare(tree)


def _bare(value: Any) -> bool:
    """Whether a member name is neither a keyword nor an IRI, and would vanish on expansion."""
    if isinstance(value, dict):
        return _CONTEXT not in value and any((":" not in k and k[:1] != "@") or _bare(v) for k, v in value.items())
    return isinstance(value, list) and any(map(_bare, value))


def expand(document: dict[str, Any] | list[dict[str, Any]], source: str, limits: Limits) -> Graph:
    """Return the RDF of a JSON-LD document; the standard's context is put in from the package.

    Only the terms of the classes that occur are put in: the result is the same, in a fortieth of the time.
    """
    inlined = _inlined(document, part(document))
    return parse_graph(orjson.dumps(inlined), "jsonld", source, limits)


def part(document: Any) -> dict[str, Any]:
    """Return the terms of the context that a document can use: the keywords, and the classes it names."""
    named: set[str] = set()

    def collect(value: Any) -> None:
        if isinstance(value, dict):
            for key in ("type", "@type"):
                names = value.get(key)
                named.update(name for name in (names if isinstance(names, list) else [names]) if isinstance(name, str))
            for item in value.values():
                collect(item)
        elif isinstance(value, list):
            for item in value:
                collect(item)

    collect(document)
    return {name: term for name, term in context().items() if name.startswith("@") or name == "type" or name in named}


def _inlined(value: Any, terms: dict[str, Any]) -> Any:
    if isinstance(value, dict):
        return {k: terms if k == _CONTEXT and v == CONTEXT else _inlined(v, terms) for k, v in value.items()}
    return [_inlined(item, terms) for item in value] if isinstance(value, list) else value


def _contexts(value: Any, path: tuple[str | int, ...]) -> Iterator[tuple[tuple[str | int, ...], Any]]:
    """Yield every context in a text, with its path."""
    if isinstance(value, dict):
        for key, item in value.items():
            if key == _CONTEXT:
                yield (*path, key), item
            else:
                yield from _contexts(item, (*path, key))
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from _contexts(item, (*path, index))


def _keywords(value: Any, path: tuple[str | int, ...]) -> bool:
    """Whether a text uses keywords of JSON-LD beyond a context at its root."""
    if isinstance(value, dict):
        return any(
            (key.startswith("@") and not (key == _CONTEXT and not path)) or _keywords(item, (*path, key))
            for key, item in value.items()
        )
    return isinstance(value, list) and any(_keywords(item, (*path, index)) for index, item in enumerate(value))


@dataclass(frozen=True, slots=True)
class PlainDocument:
    """A document in the plain form of JSON-LD: the tree and the faults of its JSON, and of its context."""

    tree: dict[str, Any]
    problems: tuple[Any, ...]
    source: str
    locate: Callable[[str], tuple[int, int]] = field(repr=False, compare=False)

    @property
    def graph(self) -> Graph:
        """The RDF of the tree, made when it is asked for: nothing but a SHACL engine needs it."""
        return parse_graph(ntriples(self.tree)[0].encode(), "ntriples", self.source, DEFAULT_LIMITS)

    @property
    def nodes(self) -> dict[str, str]:
        """The JSON Pointer of each node of the graph."""
        return ntriples(self.tree)[1]


def _plain(document: JsonDocument) -> PlainDocument:
    problems: list[Any] = list(document.problems)
    if _keywords(document.tree, ()) and _CONTEXT not in document.tree:
        problems.append(RdfProblem.of(RdfProblemKind.CONTEXT, "", document.locate(""), "no context"))
    for path, value in _contexts(document.tree, ()):
        if value != CONTEXT or len(path) > 1:
            pointer = pointer_of(path)
            found = orjson.dumps(value).decode()[:60]
            problems.append(RdfProblem.of(RdfProblemKind.CONTEXT, pointer, document.locate(pointer), found))
    tree = {key: value for key, value in document.tree.items() if key != _CONTEXT}
    return PlainDocument(tree, tuple(problems), document.source, document.locate)
