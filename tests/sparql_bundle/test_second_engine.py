"""The published queries are SPARQL 1.1 and nothing of one engine: rdflib reads them and names the same documents."""

from __future__ import annotations

from functools import cache
from typing import Any

import pytest
from gclink.bundle import Bundle
from gclink.engines._sparql_bundle import ask, graph, queries, views
from gclink.engines._sparql_graph import triples
from gclink_conformance.cases import documents
from gclink_conformance.check import ROOT
from rdflib import Graph
from rdflib.plugins.sparql import prepareQuery
from test_queries_agree import CASES, RULES, bundle_of_trees

#: Cases whose queries add up, look along chains, count days, or ask for what is not there; goods, units, pledges.
SAMPLE = (
    "gcl-fin-039-n01",
    "gcl-fin-052-n01",
    "gcl-fin-061-n03",
    "gcl-fin-075-n03",
    "gcl-fin-083-n01",
    "gcl-fin-085-n01",
    "gcl-fin-095-n01",
    "gcl-fin-108-n03",
    "gcl-fin-110-n01",
    "gcl-fin-111-n01",
    "gcl-fin-117-n01",
    "gcl-fin-121-n03",
    "gcl-lnk-026-n01",
    "gcl-lnk-042-n01",
    "gcl-lnk-044-n01",
    "gcl-lnk-063-n01",
)


@cache
def _prepared(query: str) -> Any:
    return prepareQuery(query)


def _graph(bundle: Bundle) -> Graph:
    found = Graph()
    found.parse(data="".join(triples(bundle)), format="nt")
    for view in views():
        for triple in list(found.query(_prepared(view))):
            found.add(triple)  # type: ignore[arg-type] - a CONSTRUCT gives triples
    return found


def _compare(name: str, rules: list[str]) -> set[str]:
    bundle = bundle_of_trees(documents(CASES[name], ROOT), CASES[name].as_of)
    store, other = graph(bundle), _graph(bundle)
    assert len(other) == len(store)
    first = {(rule, document) for rule in rules for document in ask(store, queries()[rule])}
    second = {(rule, str(row[0])) for rule in rules for row in other.query(_prepared(queries()[rule]))}  # type: ignore[index]
    assert second == first
    return {rule for rule, _ in first}


def test_a_second_engine_names_the_same_documents() -> None:
    assert _compare("gcl-fin-061-n03", ["GCL-FIN-060", "GCL-FIN-061"]) == {"GCL-FIN-061"}


@pytest.mark.long
@pytest.mark.parametrize("name", SAMPLE)
def test_a_second_engine_names_the_same_documents_by_every_query(name: str) -> None:
    assert CASES[name].requirement in _compare(name, RULES)
