"""Keeping parsed queries changes how long pyshacl takes and nothing else."""

from __future__ import annotations

import threading
from decimal import Decimal, getcontext

import pyshacl
import pytest
import rdflib
from gclink._shacl_cache import cached_queries, exact_decimals
from gclink_spec import Model
from gclink_spec.rules import CompiledRule, analyse, parse
from pyshacl.helper.sparql_query_helper import SPARQLQueryHelper
from rdflib.plugins.sparql import processor
from rule_graphs import completed, triples
from rule_trees import Trees
from shacl_engines import PySHACL, Violation

_CLASSES = ("FinancingTransaction", "SustainabilityTerms", "Claim")


@pytest.fixture(scope="module")
def data(model: Model) -> list[str]:
    return [triples(model, Trees(model, seed).tree(cls)) for seed, cls in enumerate(_CLASSES)]


def test_verdicts_are_the_same_with_and_without(model: Model, rules: tuple[CompiledRule, ...], data: list[str]) -> None:
    plain, cached = PySHACL(model, *rules, cached=False), PySHACL(model, *rules, cached=True)
    for document in data:
        expected = plain.violations(document)
        assert expected
        assert cached.violations(document) == expected
        assert cached.violations(document) == expected, "the second run takes every query from the cache"


def test_a_query_is_parsed_once(
    model: Model, rules: tuple[CompiledRule, ...], data: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    parsed: list[str] = []
    parse_query = rdflib.plugins.sparql.parser.parseQuery

    def counting(text: str) -> object:
        parsed.append(text)
        return parse_query(text)

    monkeypatch.setattr(rdflib.plugins.sparql.parser, "parseQuery", counting)
    engine = PySHACL(model, *(rule for rule in rules if rule.requirement == "GCL-FIN-006"))

    def run() -> None:
        for _ in range(3):
            engine.violations(data[0])

    thread = threading.Thread(target=run)  # a thread starts with an empty cache
    thread.start()
    thread.join()
    assert len(parsed) == 1


def test_everything_is_put_back_after_the_outermost_block() -> None:
    query, check = processor.SPARQLProcessor.query, SPARQLQueryHelper.check_invalid_sparql

    def fail() -> None:
        with cached_queries():
            with cached_queries():
                assert processor.SPARQLProcessor.query is not query
            assert processor.SPARQLProcessor.query is not query
            assert SPARQLQueryHelper.check_invalid_sparql is not check
            raise ValueError("inside")

    with pytest.raises(ValueError, match="inside"):
        fail()
    assert processor.SPARQLProcessor.query is query
    assert SPARQLQueryHelper.check_invalid_sparql is check


def test_a_refused_query_is_refused_every_time() -> None:
    shapes = rdflib.Graph().parse(
        data="""@prefix sh: <http://www.w3.org/ns/shacl#> .
        <urn:shape> a sh:NodeShape ; sh:targetNode <urn:a> ;
            sh:sparql [ sh:select "SELECT $this WHERE { $this ?p ?o MINUS { $this ?p <urn:b> } }" ] ."""
    )
    graph = rdflib.Graph().parse(data="<urn:a> <urn:p> <urn:c> .")
    with cached_queries():
        for _ in range(2):
            conforms, report, _ = pyshacl.validate(graph, shacl_graph=shapes)
            assert not conforms
            assert not isinstance(report, rdflib.Graph), "a refusal is no report"


def test_threads_share_nothing(model: Model, rules: tuple[CompiledRule, ...], data: list[str]) -> None:
    engine = PySHACL(model, *(rule for rule in rules if rule.context in ("Period", "Money", "GhgComponents")))
    expected = [engine.violations(document) for document in data]
    found: list[list[list[Violation]]] = []

    def run() -> None:
        with cached_queries():
            found.append([engine.violations(document) for document in data])

    threads = [threading.Thread(target=run) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [expected, expected]


def test_a_long_product_is_exact_inside_the_block_and_the_context_is_as_before_after_it(model: Model) -> None:
    text = "amount * amount = 152415787532388367504942236884722755800955129"
    rule = CompiledRule("GCL-COR-012", 0, "Money", (), text, analyse(model, parse(text), "Money"))
    tree = completed(model, "Money", {"amount": "12345678901234567890123"})
    assert Decimal("12345678901234567890123") ** 2 != Decimal("152415787532388367504942236884722755800955129")
    precision = getcontext().prec
    assert PySHACL(model, rule).violations(triples(model, tree)) == []
    with exact_decimals():
        assert getcontext().prec > precision
    assert getcontext().prec == precision
