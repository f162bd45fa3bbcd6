"""The published queries mean the same in a second engine: they are SPARQL 1.1, not the habits of one implementation."""

from __future__ import annotations

from functools import cache

import pytest
from gclink.bundle import procedures
from gclink.engines._sparql_bundle import ask, graph, queries, views
from gclink.engines._sparql_graph import triples
from gclink_conformance.cases import documents, load
from gclink_conformance.check import ROOT
from rdflib import Graph
from rdflib.plugins.sparql import prepareQuery
from rdflib.plugins.sparql.sparql import Query
from test_queries_agree import bundle_of_trees

#: Cases with much in them: goods in stock, a margin that is taken back, limits of a facility, units and pledges.
CASES = ("gcl-lnk-026-n01", "gcl-lnk-063-n01", "gcl-fin-085-n01", "gcl-lnk-042-n01", "gcl-lnk-044-n01")


@cache
def _prepared(query: str) -> Query:
    return prepareQuery(query)


@pytest.mark.long
@pytest.mark.parametrize("name", CASES)
def test_views_and_queries_give_the_same_in_rdflib(name: str) -> None:
    case = next(case for case in load(ROOT / "cases") if case.id == name)
    bundle = bundle_of_trees(documents(case, ROOT), case.as_of)
    store, other = graph(bundle), Graph()
    other.parse(data="".join(triples(bundle)), format="nt")
    for view in views():
        for triple in list(other.query(_prepared(view))):
            other.add(triple)  # type: ignore[arg-type]
    assert len(other) == len(store)
    for rule in procedures():
        query = queries()[rule]
        assert (rule, {str(row[0]) for row in other.query(_prepared(query))}) == (rule, ask(store, query))  # type: ignore[index]
