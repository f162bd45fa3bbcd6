"""An IRI of the standard's form that a parser of RDF finds odd does not stop the queries."""

from __future__ import annotations

import copy

import pytest
from gclink.engines._sparql_bundle import ask, graph, queries
from gclink_conformance.cases import base
from gclink_conformance.check import ROOT
from test_queries_agree import bundle_of_trees


@pytest.mark.parametrize("identifier", ["https://example.org/5%", "http://a:b/", "http://[x/", "urn:x#a#b"])
def test_the_queries_are_asked_about_a_document_with_an_odd_id(identifier: str) -> None:
    trees = {name: copy.deepcopy(tree) for name, tree in base(ROOT, "litchi").items()}
    trees["lot-fruit"]["id"] = identifier
    asked = ask(graph(bundle_of_trees(trees)), queries()["GCL-COR-022"])
    assert asked  # what cites the lot under its old id
