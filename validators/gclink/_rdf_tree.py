"""From the nodes of a graph to the tree of a document, keeping what is wrong visible.

Where a term cannot be the value of its member, the tree holds it as JSON-LD would write it expanded (``{"@value": "5",
"@type": "xsd:string"}``): structure refuses that with the same constraint as in JSON, and its message shows exactly
what stood there. Only what no tree can show becomes a problem of the reader.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, Final

import pyoxigraph as ox

from gclink._json_problems import text_faults
from gclink._model import Field, model
from gclink._rdf_graph import Graph, Node, Path, Term
from gclink._rdf_names import (
    DATATYPES,
    LANG_STRING,
    RDF_FIRST,
    RDF_NIL,
    RDF_TYPE,
    STRING,
    XSD,
    class_of,
    is_concept,
    list_iri,
    member_of,
)
from gclink._rdf_problems import RdfProblemKind
from gclink.findings import pointer_of
from gclink.limits import Limits

#: Whole numbers that every syntax carries exactly; structure refuses longer ones.
_INTEGER: Final = re.compile("0|-?[1-9][0-9]{0,14}")


class TreeBuilder:
    """Builds the tree of one document; one object for one root.

    ``taken`` are the nodes that documents of the same graph hold already, this one's included as it grows. ``origins``
    says for each pointer which triple it came from: pointer of the parent, property IRI, and the rank of the object
    among those of the property. ``pointers`` gives the pointer of each node of the document.
    """

    def __init__(self, graph: Graph, source: str, limits: Limits, taken: set[Node]) -> None:
        self._graph = graph
        self._source = source
        self._limits = limits
        self._standard = model()
        self._taken = taken
        self._open: list[Node] = []
        self.pointers: dict[Node, str] = {}
        self.origins: dict[str, tuple[str, str, int]] = {}
        self.problems: list[tuple[RdfProblemKind, str, str, str]] = []
        #: IRIs that stand where an embedded object belongs; their own statements are no document.
        self.claimed: set[ox.NamedNode] = set()

    def build(self, root: Node) -> dict[str, Any]:
        """Return the tree of the document at a node."""
        identity = {"id": root.value} if isinstance(root, ox.NamedNode) else {}
        if identity:
            self._check_text(identity["id"], ("id",), None)
        tree: dict[str, Any] = self._object(root, (), identity)
        return tree

    def _object(self, node: Node, path: Path, identity: dict[str, str]) -> dict[str, Any]:
        if len(path) > self._limits.max_depth or len(self._open) > self._limits.max_depth:
            raise self._limits.exceeded("max_depth", source=self._source)
        self._open.append(node)
        self._taken.add(node)
        self.pointers[node] = pointer_of(path)
        predicates = self._graph.nodes.get(node, {})
        types = [class_of(term.value) for term in predicates.get(RDF_TYPE, ()) if isinstance(term, ox.NamedNode)]
        tree: dict[str, Any] = {}
        if types:
            tree["type"] = types[0] if len(types) == 1 else sorted(types)
        tree |= identity
        cls = self._standard.classes.get(types[0]) if len(types) == 1 else None
        members: dict[str, str] = {}
        for iri in predicates:
            if iri != RDF_TYPE:
                name = member_of(iri, cls)
                members[iri if name in members else name] = iri
        if cls is not None:
            for field in cls.fields.values():
                if field.name in members:
                    iri = members.pop(field.name)
                    tree[field.name] = self._member(field, predicates[iri], (*path, field.name), iri)
        for name, iri in members.items():
            tree[name] = self._stranger(predicates[iri], (*path, name), iri)
        self._open.pop()
        return tree

    def _member(self, field: Field, terms: Iterable[Term], path: Path, iri: str) -> Any:
        if field.type == "LocalizedText":
            return self._texts(field, list(terms), path, iri)
        parent = pointer_of(path[:-1])
        many = field.many or len(list(terms)) > 1
        values = []
        for rank, term in enumerate(terms):
            place = (*path, rank) if many else path
            self.origins[pointer_of(place)] = (parent, iri, rank)
            values.append(self._value(field, term, place))
        if not many:
            return values[0]
        self.origins[pointer_of(path)] = (parent, iri, 0)
        if field.many and field.embedded and "position" in self._standard.classes[field.type].fields:
            return self._in_position(values, path)
        return values

    def _in_position(self, values: list[Any], path: Path) -> list[Any]:
        """Return items in the order that they themselves state; a graph has no other order."""
        ranks = [item.get("position") if isinstance(item, dict) else None for item in values]
        if any(type(rank) is not int for rank in ranks):
            return values
        order = sorted(range(len(values)), key=lambda index: (ranks[index], index))
        if order != list(range(len(values))):
            self._move(pointer_of(path) + "/", {str(old): str(new) for new, old in enumerate(order)})
        return [values[index] for index in order]

    def _move(self, prefix: str, moved: dict[str, str]) -> None:
        """Let everything that was noted below the items of an array follow them to their new places."""

        def at(pointer: str) -> str:
            if not pointer.startswith(prefix):
                return pointer
            rank, slash, rest = pointer[len(prefix) :].partition("/")
            return prefix + moved[rank] + slash + rest

        self.pointers = {node: at(pointer) for node, pointer in self.pointers.items()}
        self.origins = {at(pointer): (at(parent), iri, rank) for pointer, (parent, iri, rank) in self.origins.items()}
        self.problems = [(kind, at(pointer), found, key) for kind, pointer, found, key in self.problems]

    def _value(self, field: Field, term: Term, path: Path) -> Any:
        if field.embedded:
            return self._embedded(field, term, path)
        if isinstance(term, ox.BlankNode):
            return self._blank(term, path, field)
        if field.type in ("iri", "ref") or is_concept(field):
            return self._iri(field, term, path)
        if isinstance(term, ox.NamedNode) or term.datatype.value != DATATYPES[field.type]:
            return _expanded(term)
        text = term.value
        match field.type:
            case "integer":
                return int(text) if _INTEGER.fullmatch(text) else text
            case "boolean":
                return {"true": True, "false": False}.get(text, text)
        self._check_text(text, path, field)
        return text

    def _embedded(self, field: Field, term: Term, path: Path) -> Any:
        if isinstance(term, ox.BlankNode):
            return self._blank(term, path, field)
        if isinstance(term, ox.NamedNode):
            if term.value == RDF_NIL:
                self._collection(path, field)
            self.claimed.add(term)
        return term.value

    def _iri(self, field: Field, term: ox.NamedNode | ox.Literal, path: Path) -> Any:
        if isinstance(term, ox.Literal):
            return _expanded(term)
        if term.value == RDF_NIL:
            self._collection(path, field)
        if field.code_list is not None:
            return term.value.removeprefix(list_iri(field.code_list))
        self._check_text(term.value, path, field)
        return term.value

    def _blank(self, node: ox.BlankNode, path: Path, field: Field | None) -> Any:
        """Return the object at a blank node, or a word for it where it cannot be one."""
        if node in self._open:
            return self._refuse(RdfProblemKind.CYCLE, pointer_of(path), str(node), field)
        if node in self._taken:
            other = self.pointers.get(node, "another document")
            return self._refuse(RdfProblemKind.SHARED_NODE, pointer_of(path), other, field)
        if RDF_FIRST in self._graph.nodes.get(node, {}):
            return self._collection(path, field)
        return self._object(node, path, {})

    def _collection(self, path: Path, field: Field | None) -> str:
        return self._refuse(RdfProblemKind.COLLECTION, pointer_of(path), "( ... )", field)

    def _refuse(self, kind: RdfProblemKind, pointer: str, found: str, field: Field | None) -> str:
        self.problems.append((kind, pointer, found, field.key("type") if field is not None else ""))
        return found

    def _texts(self, field: Field, terms: list[Term], path: Path, iri: str) -> Any:
        """Return a language map; the first term that is no text in a language stands for the whole."""
        parent = pointer_of(path[:-1])
        self.origins[pointer_of(path)] = (parent, iri, 0)
        texts: dict[str, str] = {}
        for rank, term in enumerate(terms):
            if not isinstance(term, ox.Literal) or term.language is None:
                self.origins[pointer_of(path)] = (parent, iri, rank)
                return term.value if not isinstance(term, ox.BlankNode) else self._shown(term, path, field)
            place = (*path, term.language)
            if term.language in texts:
                found = f"{term.language}: {term.value}"
                self.problems.append((RdfProblemKind.LANGUAGE, pointer_of(place), found, field.key("language")))
                continue
            self.origins[pointer_of(place)] = (parent, iri, rank)
            self._check_text(term.value, place, field)
            texts[term.language] = term.value
        return texts

    def _shown(self, node: ox.BlankNode, path: Path, field: Field) -> str:
        shown = self._blank(node, path, field)
        return shown if isinstance(shown, str) else str(node)

    def _stranger(self, terms: Iterable[Term], path: Path, iri: str) -> Any:
        """Return what stands at a member that the class does not have, for structure to show."""
        pointer = pointer_of(path)
        self.origins[pointer] = (pointer_of(path[:-1]), iri, 0)
        values = [
            self._blank(term, path, None) if isinstance(term, ox.BlankNode) else _expanded(term) for term in terms
        ]
        return values[0] if len(values) == 1 else values

    def _check_text(self, text: str, path: Path, field: Field | None) -> None:
        if text.isascii() and text.isprintable():
            return
        key = field.key("text") if field is not None else "Document.id#text"
        for kind, found in text_faults(text):
            self.problems.append((RdfProblemKind.TEXT, pointer_of(path), f"{kind} {found}", key))


def _expanded(term: ox.NamedNode | ox.Literal) -> Any:
    """Return a term as JSON-LD writes it expanded; a plain string as it is inside an unknown member."""
    if isinstance(term, ox.NamedNode):
        return {"@id": term.value}
    datatype = term.datatype.value
    if datatype == LANG_STRING and term.language is not None:
        return {"@value": term.value, "@language": term.language}
    short = "xsd:" + datatype.removeprefix(XSD) if datatype.startswith(XSD) else datatype
    return {"@value": term.value, "@type": short} if datatype != STRING else {"@value": term.value}
