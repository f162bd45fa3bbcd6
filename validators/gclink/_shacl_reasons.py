"""What a SHACL report says in the words of the standard.

The shape that was broken is named after its constraint (``shapes/Owner.field#kind``), so the key is read off its IRI;
the focus node and the value give the place. Faults that only follow from another fault give no reason, as everywhere:
a bound of a number in the wrong form, a member of an object of the wrong class.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Final, NamedTuple

import pyoxigraph as ox

from gclink._model import Class, Field, model
from gclink._places import Path, Reason, distinct
from gclink._rdf_graph import Graph, Node, Term
from gclink._rdf_names import DATATYPES, RDF_TYPE, class_of, member_of
from gclink.findings import path_of

SH: Final = "http://www.w3.org/ns/shacl#"

#: The order in which kinds hide one another at one place.
_RANK: Final = {
    kind: rank
    for rank, kind in enumerate(
        "required closed cardinality type language pattern enum text min max unit scheme".split()  # noqa: SIM905
    )
}
#: Kinds whose fault makes everything below its place meaningless.
_HIDES_BELOW: Final = frozenset({"closed", "cardinality", "type"})
_NARROWING: Final = frozenset({"min", "max", "unit", "scheme"})


class Result(NamedTuple):
    """One result of a SHACL report; ``path`` is a property IRI, None where there is none or more than one."""

    focus: Node
    shape: str
    component: str
    path: str | None
    value: Term | None


def reasons(results: Iterable[Result], graph: Graph, nodes: Mapping[str, str]) -> list[Reason]:
    """Return why one document is refused, each reason once, in the order of the results.

    ``nodes`` gives the JSON Pointer of each node of the document (as ``RdfDocument.nodes``); results about nodes of
    other documents are passed over.
    """
    found: list[Reason] = []
    for result in results:
        pointer = nodes.get(str(result.focus))
        if pointer is not None and result.shape.startswith(f"{model().base}shapes/"):
            found += _Mapping(graph, nodes, result, _steps(pointer)).reasons()
    return distinct(_told(found))


def untargeted(graph: Graph, root: Node) -> bool:
    """Whether no shape targets a document's node, so that a report says nothing about it."""
    types = graph.nodes.get(root, {}).get(RDF_TYPE, {})
    return not any(model().document(class_of(term.value)) for term in types if isinstance(term, ox.NamedNode))


def _steps(pointer: str) -> Path:
    return tuple(int(step) if step.isdigit() else step for step in path_of(pointer))


def _told(found: list[Reason]) -> Iterator[Reason]:
    """Leave out what another reason at the same place, or above it, hides."""
    if any(reason.key == "Document.type#type" for reason in found):
        found = [reason for reason in found if reason.key == "Document.type#type"]
    best: dict[Path, int] = {}
    for reason in found:
        rank = _RANK[reason.kind]
        best[reason.pointer] = min(best.get(reason.pointer, rank), rank)
    hiding = {reason.pointer for reason in found if reason.kind in _HIDES_BELOW}
    for reason in found:
        above = (reason.pointer[:length] for length in range(1, len(reason.pointer)))
        if _RANK[reason.kind] == best[reason.pointer] and not any(place in hiding for place in above):
            yield reason


class _Mapping:
    """One result on its way to reasons."""

    def __init__(self, graph: Graph, nodes: Mapping[str, str], result: Result, at: Path) -> None:
        self._graph = graph
        self._nodes = nodes
        self._result = result
        self._at = at

    def reasons(self) -> Iterator[Reason]:
        key = self._result.shape.removeprefix(f"{model().base}shapes/")
        name, _, kind = key.partition("#")
        owner, _, member = name.partition(".")
        if kind == "closed":
            yield self._closed(model().classes[owner])
        elif owner == "Document" and member in ("id", "type"):
            requirement = {"required": "GCL-COR-001", "pattern": "GCL-COR-005"}.get(kind, "GCL-COR-048")
            yield Reason((member,), key, kind, requirement)
        elif member:
            field = model().classes[owner].fields[member]
            kind = self._kind(field, kind)
            for place in self._places(field, kind):
                yield Reason(place, field.key(kind), kind, field.requirements[kind])

    def _closed(self, cls: Class) -> Reason:
        assert self._result.path is not None
        return Reason((*self._at, member_of(self._result.path, cls)), f"{cls.name}#closed", "closed", "GCL-COR-002")

    def _kind(self, field: Field, kind: str) -> str:
        """Tell apart a literal of another datatype and one of the right datatype in a wrong form.

        ``sh:datatype`` refuses both; in the words of the standard the second breaks the pattern.
        """
        value = self._result.value
        ill_formed = (
            kind == "type"
            and isinstance(value, ox.Literal)
            and "pattern" in field.requirements
            and value.datatype.value == DATATYPES.get(field.type)
        )
        return "pattern" if ill_formed else kind

    def _places(self, field: Field, kind: str) -> Iterator[Path]:
        place = (*self._at, field.name)
        if kind in ("required", "cardinality"):
            yield place
        elif kind == "language":
            yield from ((*place, tag) for tag in self._repeated(field))
        elif kind in _NARROWING and field.embedded:
            yield from self._inner(field, place, kind)
        else:
            yield self._of_value(field, place)

    def _of_value(self, field: Field, place: Path) -> Path:
        value = self._result.value
        if isinstance(value, ox.BlankNode) and str(value) in self._nodes:
            return _steps(self._nodes[str(value)])
        if field.type == "LocalizedText":
            tagged = isinstance(value, ox.Literal) and value.language is not None
            return (*place, value.language) if tagged and isinstance(value, ox.Literal) and value.language else place
        if field.many:
            values = self._values(self._result.focus, field.name)
            return (*place, values.index(value)) if value in values else place
        return place

    def _inner(self, field: Field, place: Path, kind: str) -> Iterator[Path]:
        """Yield the places of a value that stands in the embedded objects of a field."""
        member = kind if kind in ("unit", "scheme") else "amount" if field.type == "Money" else "value"
        for node in self._values(self._result.focus, field.name):
            if isinstance(node, ox.BlankNode) and self._result.value in self._values(node, member):
                known = self._nodes.get(str(node))
                yield (*(_steps(known) if known is not None else place), member)

    def _repeated(self, field: Field) -> Iterator[str]:
        seen: set[str] = set()
        for term in self._values(self._result.focus, field.name):
            tag = term.language if isinstance(term, ox.Literal) else None
            if tag is not None:
                if tag in seen:
                    yield tag
                seen.add(tag)

    def _values(self, node: Node, member: str) -> list[Term]:
        return list(self._graph.nodes.get(node, {}).get(model().base + member, ()))
