"""The SHACL engines, behind one function each: a graph in, results out.

pyshacl is the reference that always works; the Rust package is some hundred times faster, young, and optional. Both
read the published shapes, of which only those are handed over that the classes of the graph can reach.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from decimal import InvalidOperation, localcontext
from functools import cache
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any, Final

import pyoxigraph as ox

from gclink._rdf_graph import Graph, Node, Term, parse_graph
from gclink._rdf_names import RDF_TYPE
from gclink._schemas import artefacts
from gclink._shacl_reasons import SH as NAMESPACE
from gclink._shacl_reasons import Result
from gclink.limits import DEFAULT_LIMITS

if TYPE_CHECKING:
    import rdflib

#: A graph that breaks one shape, to learn how an engine labels blank nodes.
_PROBE: Final = "_:probe <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://w3id.org/gclink/Period> .\n"


def core_shapes() -> bytes:
    """Return the published shapes."""
    return (artefacts("ontology") / "shapes.ttl").read_bytes()


def has_rust() -> bool:
    """Whether the optional Rust engine is installed."""
    return find_spec("shacl") is not None


def run(graph: Graph) -> tuple[str, list[Result]]:
    """Return the name of the engine that judged a graph, and its results: the Rust one where it can."""
    if has_rust():
        try:
            return "shacl", run_rust(graph)
        except ValueError:
            # Its parser refuses relative and odd IRIs, on which the shapes have something to say.
            pass
    return "pyshacl", run_pyshacl(graph)


def run_pyshacl(graph: Graph) -> list[Result]:
    """Return the results of pyshacl for the core shapes; raises RuntimeError where it refuses to judge."""
    import pyshacl
    import rdflib

    with literals_untouched(), _without_traps():
        conforms, report, text = pyshacl.validate(to_rdflib(graph), shacl_graph=_shapes(_classes(graph)))
    if not isinstance(report, rdflib.Graph):
        raise RuntimeError(f"pyshacl gave no report: {text}")
    found = list(results_of(report))
    if conforms != (not found):
        raise RuntimeError(f"pyshacl says conforms={conforms} with {len(found)} results")
    return found


def run_rust(graph: Graph) -> list[Result]:
    """Return the results of the Rust engine for the core shapes.

    Raises ValueError for a graph that its parser refuses, for example one with relative IRIs.
    """
    return run_compiled(*_compiled(), graph)


def run_compiled(shapes: Any, first: int, graph: Graph) -> list[Result]:
    """Return the results of shapes that the Rust engine has compiled; ``first`` numbers the graph's blank nodes."""
    text = graph.ntriples()
    labels = _numbered(graph, first)
    return [
        Result(
            _rust_term(result.focus_node, labels),  # type: ignore[arg-type]
            (result.source_shape or "").strip("<>"),
            result.component_iri.removeprefix(NAMESPACE),
            result.path[1:-1] if result.path and result.path.startswith("<") else None,
            _rust_term(result.value, labels) if result.value is not None else None,
        )
        for result in shapes.validate_text(text, "ntriples").results
    ]


def to_rdflib(graph: Graph) -> rdflib.Graph:
    """Return a graph for rdflib, every literal in the form in which it was written."""
    return _to_rdflib(graph.triples())


@contextmanager
def literals_untouched() -> Iterator[None]:
    """Keep rdflib from rewriting literals, which pyshacl otherwise asks it to do, and from warning about them.

    What a literal or an IRI has wrong is a finding; rdflib would write a traceback for each on the terminal.
    """
    import rdflib

    log = logging.getLogger("rdflib.term")
    before = rdflib.NORMALIZE_LITERALS, log.disabled
    rdflib.NORMALIZE_LITERALS, log.disabled = False, True
    try:
        yield
    finally:
        rdflib.NORMALIZE_LITERALS, log.disabled = before


@contextmanager
def _without_traps() -> Iterator[None]:
    """Let ``"NaN"^^xsd:decimal`` be compared with a bound, which the decimal module otherwise refuses aloud."""
    with localcontext() as context:
        context.traps[InvalidOperation] = False
        yield


def _to_rdflib(triples: Iterable[tuple[Node, str, Term]]) -> rdflib.Graph:
    import rdflib

    def term(value: Term) -> Any:
        if isinstance(value, ox.NamedNode):
            return rdflib.URIRef(value.value)
        if isinstance(value, ox.BlankNode):
            return rdflib.BNode(value.value)
        if value.language is not None:
            return rdflib.Literal(value.value, lang=value.language)
        # In RDF 1.1 a plain literal is an xsd:string, but rdflib keeps the two apart.
        datatype = None if value.datatype.value.endswith("#string") else rdflib.URIRef(value.datatype.value)
        return rdflib.Literal(value.value, datatype=datatype, normalize=False)

    out = rdflib.Graph()
    for subject, predicate, value in triples:
        out.add((term(subject), rdflib.URIRef(predicate), term(value)))
    return out


def results_of(report: rdflib.Graph) -> Iterator[Result]:
    """Yield the results of a report that pyshacl gave."""
    from rdflib import RDF, SH, URIRef

    # Details of nested shapes are results too, but only those of the report itself are told.
    for whole in report.subjects(RDF.type, SH.ValidationReport):
        for node in report.objects(whole, SH.result):
            path = report.value(node, SH.resultPath)
            yield Result(
                _from_rdflib(report.value(node, SH.focusNode)),
                str(report.value(node, SH.sourceShape)),
                str(report.value(node, SH.sourceConstraintComponent)).removeprefix(NAMESPACE),
                str(path) if isinstance(path, URIRef) else None,
                _from_rdflib(report.value(node, SH.value)),
            )


def _from_rdflib(term: Any) -> Any:
    import rdflib

    if term is None:
        return None
    if isinstance(term, rdflib.BNode):
        return ox.BlankNode(str(term))
    if isinstance(term, rdflib.URIRef):
        return _named(str(term))
    if term.language is not None:
        return ox.Literal(str(term), language=term.language)
    return ox.Literal(str(term), datatype=ox.NamedNode(str(term.datatype)) if term.datatype else None)


def _named(iri: str) -> ox.NamedNode:
    """Return an IRI as a node, also one that is relative or holds what no IRI may hold."""
    try:
        return ox.NamedNode(iri)
    except ValueError:
        from gclink._rdf_triples import Iri

        [quad] = ox.parse(f"{Iri(iri)} <urn:p> <urn:o> .", ox.RdfFormat.N_TRIPLES, lenient=True)
        assert isinstance(quad.subject, ox.NamedNode)
        return quad.subject


@cache
def _parsed() -> Graph:
    return parse_graph(core_shapes(), "turtle", "shapes.ttl", DEFAULT_LIMITS)


def _classes(graph: Graph) -> frozenset[Term]:
    return frozenset(term for predicates in graph.nodes.values() for term in predicates.get(RDF_TYPE, ()))


@cache
def _shapes(classes: frozenset[Term]) -> rdflib.Graph:
    """Return the shapes that target some classes, with all that they name."""
    whole = _parsed().nodes
    target = NAMESPACE + "targetClass"
    waiting = [node for node, predicates in whole.items() if not classes.isdisjoint(predicates.get(target, ()))]
    kept: dict[Node, None] = {}
    while waiting:
        node = waiting.pop()
        if node not in kept and node in whole:
            kept[node] = None
            for objects in whole[node].values():
                waiting += [term for term in objects if not isinstance(term, ox.Literal)]
    return _to_rdflib(
        (node, predicate, value) for node in kept for predicate, objects in whole[node].items() for value in objects
    )


@cache
def _compiled() -> tuple[Any, int]:
    """Return the compiled shapes and the number that the engine gives the first blank node of a graph."""
    import shacl

    shapes = shacl.Shapes.from_turtle(core_shapes().decode())
    label = shapes.validate_text(_PROBE, "ntriples").results[0].focus_node
    return shapes, int(label.rpartition("b")[2])


def blank_nodes(graph: Graph) -> int:
    """Return how many blank nodes a graph of shapes has: the Rust engine numbers those of the data behind them."""
    found = {term for subject, _, value in graph.triples() for term in (subject, value)}
    return sum(isinstance(term, ox.BlankNode) for term in found)


def _numbered(graph: Graph, first: int) -> dict[int, ox.BlankNode]:
    """Return the blank nodes by the number that the Rust engine gives them: in the order of the text."""
    seen: dict[ox.BlankNode, None] = {}
    for subject, _, value in graph.triples():
        for term in (subject, value):
            if isinstance(term, ox.BlankNode):
                seen.setdefault(term)
    return dict(enumerate(seen, first))


def _rust_term(text: str, labels: dict[int, ox.BlankNode]) -> Term:
    if text.startswith("_:"):
        return labels[int(text.rpartition("b")[2])]
    if text.startswith("<"):
        return _named(text[1:-1])
    [quad] = ox.parse(f"<urn:s> <urn:p> {text} .", ox.RdfFormat.N_TRIPLES, lenient=True)
    assert isinstance(quad.object, ox.Literal)
    return quad.object
