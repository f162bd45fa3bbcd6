"""The published SHACL-SPARQL rules, run by pyshacl or the Rust engine over one document."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import Any

import pyoxigraph as ox

from gclink._rdf_graph import Graph, parse_graph
from gclink._schemas import artefacts
from gclink._shacl_engines import blank_nodes, literals_untouched, results_of, run_compiled, to_rdflib
from gclink._shacl_reasons import SH, Result
from gclink.documents import Document
from gclink.engines._voices import Voice
from gclink.limits import DEFAULT_LIMITS

_SHAPE = re.compile(r"shapes/rule/(GCL-[A-Z]{3}-[0-9]{3})-[0-9]+-")


def own_graph(document: Document) -> Graph:
    """Return the triples of one document out of the graph it was read from."""
    whole: Graph = document.native.graph
    known = document.native.nodes
    return Graph(nodes={node: of for node, of in whole.nodes.items() if str(node) in known})


def voices(found: Iterable[Result], document: Document) -> list[Voice]:
    """Return results of rule shapes as voices; a result about another document is passed over."""
    told: dict[Voice, None] = {}
    for result in found:
        match = _SHAPE.search(result.shape)
        pointer = document.native.nodes.get(str(result.focus))
        if match is None or pointer is None:
            raise RuntimeError(f"a result of {result.shape!r} on {result.focus} belongs to no rule of this document")
        told[Voice(match[1], "T2", pointer)] = None
    return list(told)


def run_pyshacl(graph: Graph) -> list[Result]:
    """Return the results of pyshacl for the rules that target the classes of a graph."""
    import pyshacl
    import rdflib

    from gclink._shacl_cache import cached_queries, exact_decimals

    with literals_untouched(), cached_queries(), exact_decimals():
        conforms, report, text = pyshacl.validate(to_rdflib(graph), shacl_graph=_rdflib_shapes(_classes(graph)))
    if not isinstance(report, rdflib.Graph):
        raise RuntimeError(f"pyshacl gave no report: {text}")
    found = list(results_of(report))
    if conforms != (not found):
        raise RuntimeError(f"pyshacl says conforms={conforms} with {len(found)} results")
    return found


def run_rust(graph: Graph) -> list[Result]:
    """Return the results of the Rust engine for the rules."""
    return run_compiled(*_compiled(), graph)


@cache
def _compiled() -> tuple[Any, int]:
    """Return the compiled rules and the number that the engine gives the first blank node of a graph."""
    import shacl

    raw = (artefacts("ontology") / "rules.ttl").read_bytes()
    return shacl.Shapes.from_turtle(raw.decode()), blank_nodes(_parsed())


def _classes(graph: Graph) -> frozenset[str]:
    rdf_type = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
    return frozenset(term.value for of in graph.nodes.values() for term in of.get(rdf_type, ()))


@cache
def _parsed() -> Graph:
    raw = (artefacts("ontology") / "rules.ttl").read_bytes()
    return parse_graph(raw, "turtle", "rules.ttl", DEFAULT_LIMITS)


@cache
def _subset(classes: frozenset[str]) -> Graph:
    whole = _parsed().nodes
    target = f"{SH}targetClass"
    wanted = {ox.NamedNode(name) for name in classes}
    waiting: list[Any] = [node for node, of in whole.items() if not wanted.isdisjoint(of.get(target, ()))]
    kept: dict[Any, Any] = {}
    while waiting:
        node = waiting.pop()
        if node not in kept and node in whole:
            kept[node] = whole[node]
            waiting += [
                term for objects in whole[node].values() for term in objects if not isinstance(term, ox.Literal)
            ]
    return Graph(nodes=kept)


@cache
def _rdflib_shapes(classes: frozenset[str]) -> Any:
    return to_rdflib(_subset(classes))
