"""From RDF in any syntax to documents: one for each node that is not embedded in another.

Every IRI that is the subject of a statement is taken for a document, and so is every blank node that no statement
holds: a document whose class was misspelt must be reported, and SHACL would pass it by for want of a target.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Final

import pyoxigraph as ox

from gclink._json_problems import ReaderProblem
from gclink._model import model
from gclink._rdf_graph import FORMATS, Graph, Node, parse_graph
from gclink._rdf_problems import RdfProblem, RdfProblemKind
from gclink._rdf_tree import TreeBuilder
from gclink._turtle_places import LostError, Object, Places, read_places
from gclink.errors import Text, Unreadable, UnreadableInput
from gclink.limits import DEFAULT_LIMITS, Limits

__all__ = ["RdfDocument", "RdfProblem", "RdfProblemKind", "documents_of", "read_rdf"]

_PLACED: Final = frozenset({"turtle", "ntriples"})
_CAPITAL_TAG: Final = re.compile(rb"[\"']@[A-Za-z0-9-]*[A-Z]")


class _Text:
    """The text of one file and, once they are asked for, the places of its triples; shared by its documents."""

    __slots__ = ("_kind", "_places", "_raw", "capitals")

    def __init__(self, raw: bytes, kind: str) -> None:
        self._raw = raw
        self._kind = kind
        self._places: Places | None = None
        #: Whether a language tag may be written with capitals, which every RDF parser folds.
        self.capitals = kind in _PLACED and _CAPITAL_TAG.search(raw) is not None

    @property
    def places(self) -> Places | None:
        """The places of the triples, None where the syntax or the text does not give them."""
        if self._places is None and self._kind in _PLACED:
            text = self._raw.decode()
            try:
                self._places = read_places(text)
            except LostError:
                # The parser knows forms that the search for places does not; the pointer alone must do then.
                self._places = Places(text)
        return self._places


@dataclass(frozen=True, slots=True)
class RdfDocument:
    """One document as read from RDF.

    ``tree`` is canonical when ``problems`` is empty and structure finds no fault. ``nodes`` gives the JSON Pointer of
    each node of the document, in the syntax of N-Triples: what a SHACL report calls its focus node.
    """

    tree: dict[str, Any]
    problems: tuple[RdfProblem | ReaderProblem, ...]
    source: str
    nodes: Mapping[str, str]
    graph: Graph = field(repr=False, compare=False)
    _root: str = field(repr=False, compare=False)
    _origins: Mapping[str, tuple[str, str, int]] = field(repr=False, compare=False)
    _text: _Text = field(repr=False, compare=False)

    def locate(self, pointer: str) -> tuple[int | None, int | None]:
        """Return line and column of the value at a JSON Pointer, or of its nearest ancestor that is there.

        Both are None for syntaxes and forms whose places are not known.
        """
        places = self._text.places
        if places is None:
            return None, None
        found = _Search(places, self._root, self._origins).offset(pointer)
        return places.line_column(found) if found is not None else (None, None)

    def with_problems(self, problems: Iterable[Any]) -> RdfDocument:
        """Return the document with further faults before its own."""
        return replace(self, problems=(*problems, *self.problems))


def read_rdf(raw: bytes, kind: str, source: str, limits: Limits = DEFAULT_LIMITS) -> list[Any]:
    """Return the documents of a text; ``kind`` is turtle, ntriples, jsonld, trig or nquads.

    Raises UnreadableInput with line and column where there is no graph or no document in it, and LimitExceeded.
    """
    if kind not in FORMATS:
        raise ValueError(f"{kind!r} is none of the RDF syntaxes: {', '.join(FORMATS)}")
    if kind == "jsonld":
        from gclink._jsonld import read_jsonld

        return read_jsonld(raw, source, limits)
    return documents_of(parse_graph(raw, kind, source, limits), raw, kind, source, limits)


def documents_of(graph: Graph, raw: bytes, kind: str, source: str, limits: Limits) -> list[RdfDocument]:
    """Return the documents of a graph that was read from a text."""
    text = _Text(raw, kind)
    built = []
    taken: set[Node] = set()
    for root in _roots(graph):
        builder = TreeBuilder(graph, source, limits, taken)
        built.append((root, builder, builder.build(root)))
    claimed = {node for _, builder, _ in built for node in builder.claimed}
    documents = [
        _document(graph, root, builder, tree, text, source)
        for root, builder, tree in built
        if root not in claimed or model().document(tree.get("type")) is not None
    ]
    if not documents:
        raise UnreadableInput(
            Unreadable.NO_DOCUMENTS,
            Text("the text holds no document", "文本中没有文档"),
            Text(
                "State at least one document with its class: <id> a gcl:Party .",
                "请至少陈述一份文档及其类：<id> a gcl:Party .",
            ),
            source=source,
        )
    if len(documents) > limits.max_documents:
        raise limits.exceeded("max_documents", len(documents), source=source)
    if graph.named:
        named = RdfProblem.of(RdfProblemKind.NAMED_GRAPH, "", (None, None), ", ".join(graph.named[:3]), "Document#type")
        documents[0] = documents[0].with_problems([named])
    return documents


def _roots(graph: Graph) -> Iterator[Node]:
    """Yield the nodes that stand on their own, in the order of the text."""
    reached: set[Node] = set()

    def reach(node: Node) -> None:
        waiting = [node]
        while waiting:
            current = waiting.pop()
            if current not in reached:
                reached.add(current)
                for objects in graph.nodes.get(current, {}).values():
                    waiting += [term for term in objects if isinstance(term, ox.BlankNode)]

    for node in graph.nodes:
        if isinstance(node, ox.NamedNode) or node not in graph.held:
            reach(node)
            yield node
    # What is left are blank nodes that only hold one another: a circle that hangs on nothing.
    for node in graph.nodes:
        if node not in reached:
            reach(node)
            yield node


def _document(
    graph: Graph, root: Node, builder: TreeBuilder, tree: dict[str, Any], text: _Text, source: str
) -> RdfDocument:
    name = str(root)
    search = _Search(text.places, name, builder.origins) if builder.problems and text.places else None
    problems = [
        RdfProblem.of(kind, pointer, search.place(pointer) if search else (None, None), found, key)
        for kind, pointer, found, key in builder.problems
    ]
    if text.capitals and text.places is not None:
        problems += _capital_tags(builder, _Search(text.places, name, builder.origins))
    nodes = {str(node): pointer for node, pointer in builder.pointers.items()}
    return RdfDocument(tree, tuple(problems), source, nodes, graph, name, builder.origins, text)


def _capital_tags(builder: TreeBuilder, search: _Search) -> Iterator[RdfProblem]:
    for pointer in builder.origins:
        written = search.object(pointer)
        tag = written.tag if written is not None else None
        # The member itself has the origin of its first text; the problem stands at the text.
        if tag is not None and tag != tag.lower() and pointer.endswith("/" + tag.lower()):
            yield RdfProblem.of(RdfProblemKind.CAPITALS, pointer, search.place(pointer), f"@{tag}")


class _Search:
    """Finds the place of a pointer by the triples that led to it."""

    def __init__(self, places: Places, root: str, origins: Mapping[str, tuple[str, str, int]]) -> None:
        self._places = places
        self._root = root
        self._origins = origins

    def place(self, pointer: str) -> tuple[int | None, int | None]:
        found = self.offset(pointer)
        return self._places.line_column(found) if found is not None else (None, None)

    def offset(self, pointer: str) -> int | None:
        """Return where the nearest thing on the way to a pointer begins."""
        while pointer:
            found = self.object(pointer)
            if found is not None:
                return found.at
            pointer = pointer.rpartition("/")[0]
        return self._places.subjects.get(self._subject())

    def object(self, pointer: str) -> Object | None:
        """Return the object of the triple that a pointer came from."""
        origin = self._origins.get(pointer)
        if origin is None:
            return None
        parent, predicate, rank = origin
        if parent:
            held = self.object(parent)
            subject = held.key if held is not None else None
        else:
            subject = self._subject()
        objects = self._places.objects.get((subject, predicate), []) if subject is not None else []
        return objects[rank] if rank < len(objects) else None

    def _subject(self) -> str:
        """Return how the places name the document's node; a blank node without label has only its offset there."""
        if self._root in self._places.subjects or self._root.startswith("<"):
            return self._root
        inner = {value.key for values in self._places.objects.values() for value in values}
        return next((key for key in self._places.subjects if key.startswith("[]") and key not in inner), self._root)
