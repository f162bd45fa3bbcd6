"""EARL: one assertion per test, the same graph in both syntaxes, read by a library that did not write it."""

from __future__ import annotations

from collections import Counter

import rdflib
import report_rows as made
from gclink_conformance.report import earl
from gclink_conformance.report.results import Results, read
from pyoxigraph import BlankNode, NamedNode, RdfFormat, parse

EARL = "http://www.w3.org/ns/earl#"


def results(rows: list[made.Record], **changes: object) -> Results:
    return read(made.raw(rows, made.header(**changes)), "results.jsonl")


def graph(found: Results) -> set[tuple[object, ...]]:
    return {(quad.subject, quad.predicate, quad.object) for quad in parse(earl.turtle(found), format=RdfFormat.TURTLE)}


def test_both_syntaxes_hold_the_same_graph() -> None:
    found = results(made.MIXED)
    other = {
        (quad.subject, quad.predicate, quad.object) for quad in parse(earl.jsonld(found), format=RdfFormat.JSON_LD)
    }
    assert graph(found) == other
    assert len(other) > 10 * len(made.MIXED)


def test_no_node_is_blank() -> None:
    assert not any(isinstance(term, BlankNode) for triple in graph(results(made.MIXED)) for term in triple)


def test_there_is_one_assertion_per_test_with_everything_that_earl_asks() -> None:
    store = rdflib.Graph().parse(data=earl.turtle(results(made.MIXED)), format="turtle")
    terms = rdflib.Namespace(EARL)
    assertions = list(store.subjects(rdflib.RDF.type, terms.Assertion))
    assert len(assertions) == len(made.MIXED)
    for assertion in assertions:
        for name in ("assertedBy", "subject", "test", "mode", "result"):
            assert len(list(store.objects(assertion, terms[name]))) == 1
        result = store.value(assertion, terms.result)
        assert (result, rdflib.RDF.type, terms.TestResult) in store
        assert store.value(result, terms.outcome) is not None


def test_outcomes_are_those_of_the_rows() -> None:
    found = graph(results(made.MIXED))
    told = Counter(
        str(value.value).removeprefix(EARL)
        for _, predicate, value in found
        if predicate == NamedNode(f"{EARL}outcome") and isinstance(value, NamedNode)
    )
    assert told == {"passed": 5, "failed": 4, "cantTell": 1, "untested": 1}


def test_a_test_that_was_asked_twice_is_two_assertions_about_one_test() -> None:
    found = graph(results(made.MIXED))
    about = [
        subject
        for subject, predicate, value in found
        if predicate == NamedNode(f"{EARL}test") and value == NamedNode(f"{earl.TESTS}gcl-cor-012-p01/json")
    ]
    assert len(set(about)) == 2


def test_the_graph_stands_whatever_an_adapter_calls_itself() -> None:
    about = {**made.IMPLEMENTATION, "name": '"""\\\n\x00 <evil>', "homepage": "not an address <>"}
    found = results(made.MIXED, implementation=about)
    other = {
        (quad.subject, quad.predicate, quad.object) for quad in parse(earl.jsonld(found), format=RdfFormat.JSON_LD)
    }
    assert graph(found) == other
    assert not any("homepage" in str(predicate) for _, predicate, _ in graph(found))
