"""The engines that read the rules, behind one question: which shapes are violated, and where."""

from __future__ import annotations

from typing import Any, NamedTuple, Protocol

import pyoxigraph
import pyshacl
import rdflib
from gclink._shacl_cache import cached_queries, exact_decimals
from gclink_spec import Model
from gclink_spec.emit import shacl_rules
from gclink_spec.emit.sparql import select
from gclink_spec.rules import CompiledRule
from rule_graphs import POINTER

_SH = rdflib.Namespace("http://www.w3.org/ns/shacl#")


class Violation(NamedTuple):
    """The local name of a shape and the JSON pointer of the object that violates it."""

    shape: str
    pointer: str


class Engine(Protocol):
    """Something that checks N-Triples against some rules."""

    def violations(self, data: str) -> list[Violation]: ...


def shapes(model: Model, *rules: CompiledRule) -> str:
    """Return the file of shapes with only these rules."""
    return shacl_rules.turtle(model, rules)


def name(model: Model, rule: CompiledRule) -> str:
    """Return the local name of a rule's shape."""
    return shacl_rules.shape_iri(model, rule).rsplit("/", 1)[1]


class PySHACL:
    """The reference implementation; ``cached`` runs it as the library does."""

    def __init__(self, model: Model, *rules: CompiledRule, cached: bool = True) -> None:
        self.shapes = rdflib.Graph().parse(data=shapes(model, *rules), format="turtle")
        self.cached = cached

    def violations(self, data: str) -> list[Violation]:
        before = rdflib.NORMALIZE_LITERALS
        rdflib.NORMALIZE_LITERALS = False  # pyshacl sets it back to True
        try:
            graph = rdflib.Graph().parse(data=data, format="nt")
            report = self._report(graph)
        finally:
            rdflib.NORMALIZE_LITERALS = before
        assert isinstance(report, rdflib.Graph), f"pyshacl refused a query: {report}"
        return sorted(
            Violation(
                str(report.value(result, _SH.sourceShape)).rsplit("/", 1)[1],
                str(graph.value(report.value(result, _SH.focusNode), rdflib.URIRef(POINTER))),
            )
            for result in report.subjects(rdflib.RDF.type, _SH.ValidationResult)
        )

    def _report(self, graph: rdflib.Graph) -> Any:
        with exact_decimals():
            if not self.cached:
                return pyshacl.validate(graph, shacl_graph=self.shapes, inplace=True)[1]
            with cached_queries():
                return pyshacl.validate(graph, shacl_graph=self.shapes, inplace=True)[1]


class Oxigraph:
    """The bare queries; ``bound`` asks once for each node instead of once for the graph."""

    def __init__(self, model: Model, *rules: CompiledRule, bound: bool = False) -> None:
        prefixes = f"PREFIX gcl: <{model.base}> PREFIX xsd: <http://www.w3.org/2001/XMLSchema#> "
        self.queries = [(name(model, rule), model.iri(rule.context), prefixes + select(model, rule)) for rule in rules]
        self.bound = bound

    def violations(self, data: str) -> list[Violation]:
        store = pyoxigraph.Store()
        store.load(data.encode(), format=pyoxigraph.RdfFormat.N_TRIPLES)
        pointer = pyoxigraph.NamedNode(POINTER)
        places = {quad.subject: quad.object.value for quad in store.quads_for_pattern(None, pointer, None)}
        found = []
        for shape, cls, query in self.queries:
            if f"<{cls}>" not in data:
                continue  # parsing a query for nothing is most of the time
            found += [Violation(shape, places[node]) for node in self._nodes(store, cls, query)]
        return sorted(found)

    def _nodes(self, store: pyoxigraph.Store, cls: str, query: str) -> list[Any]:
        this = pyoxigraph.Variable("this")
        if not self.bound:
            return [row[this] for row in store.query(query)]
        kind = pyoxigraph.NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
        nodes = [quad.subject for quad in store.quads_for_pattern(None, kind, pyoxigraph.NamedNode(cls))]
        return [node for node in nodes if list(store.query(query, substitutions={this: node}))]


class Rust:
    """The ``shacl`` package; it renames blank nodes, in the order in which they appear."""

    def __init__(self, model: Model, *rules: CompiledRule) -> None:
        import shacl

        turtle = shapes(model, *rules)
        self.shapes = shacl.Shapes.from_turtle(turtle)
        graph = rdflib.Graph().parse(data=turtle, format="turtle")
        self.first = len({term for triple in graph for term in triple if isinstance(term, rdflib.BNode)})

    def violations(self, data: str) -> list[Violation]:
        blank, places = [], {}
        for line in data.splitlines():
            subject, predicate, rest = line.split(" ", 2)
            if predicate == f"<{POINTER}>":
                places[subject] = rest[1:-3]
                blank += [subject] if subject.startswith("_:") else []
        found = []
        for result in self.shapes.validate_text(data, format="ntriples").results:
            node = result.focus_node
            if node.startswith("_:"):
                node = blank[int(node.rsplit("b", 1)[1]) - self.first]
            assert result.source_shape is not None
            found.append(Violation(result.source_shape.strip("<>").rsplit("/", 1)[1], places[node]))
        return sorted(found)
