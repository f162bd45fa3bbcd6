"""The shapes, the structure walk and the RDF reader refuse the same documents for the same reasons."""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import Any

import pytest
from gclink._model import model
from gclink._rdf_graph import Graph, parse_graph
from gclink._rdf_reader import read_rdf
from gclink._rdf_triples import ntriples
from gclink._shacl_engines import has_rust, run, run_pyshacl, run_rust
from gclink._shacl_reasons import Result, reasons
from gclink.limits import DEFAULT_LIMITS
from gclink.structure import walk
from gclink_conformance.trees import valid_tree
from rdf_faults import Faulty, faulty_documents

Engine = Callable[[Graph], list[Result]]

FAULTY = list(faulty_documents(model()))
DOCUMENTS = [name for name, cls in model().classes.items() if cls.kind == "document"]
needs_rust = pytest.mark.skipif(not has_rust(), reason="the extra `fast` is not installed")
ENGINES = [
    pytest.param(run_pyshacl, id="pyshacl"),
    pytest.param(run_rust, id="rust", marks=needs_rust),
]


def of_structure(tree: Any) -> set[tuple[Any, ...]]:
    return {(fault.path, fault.key, fault.requirement) for fault in walk(tree)}


def of_engine(engine: Engine, tree: dict[str, Any]) -> set[tuple[Any, ...]]:
    text, nodes = ntriples(tree)
    graph = parse_graph(text.encode(), "ntriples", "tree", DEFAULT_LIMITS)
    return {(reason.pointer, reason.key, reason.requirement) for reason in reasons(engine(graph), graph, nodes)}


def of_reader(tree: dict[str, Any]) -> set[tuple[Any, ...]]:
    [document] = read_rdf(ntriples(tree)[0].encode(), "ntriples", "tree")
    assert document.problems == ()
    return of_structure(document.tree)


def sample(count: int) -> list[Faulty]:
    """Return some faulty documents: each kind of constraint, the rest by lot, because pyshacl is slow."""
    rng = random.Random(20260601)
    by_kind: dict[str, list[Faulty]] = {}
    for faulty in FAULTY:
        by_kind.setdefault(faulty.key.partition("#")[2], []).append(faulty)
    chosen = [rng.choice(of_kind) for of_kind in by_kind.values()]
    return chosen + rng.sample(FAULTY, count - len(chosen))


def test_there_is_a_fault_for_nearly_every_constraint() -> None:
    keys = {faulty.key for faulty in FAULTY}
    possible = {
        field.key(kind)
        for cls in model().classes.values()
        for field in cls.fields.values()
        for kind in field.requirements
        if field.name != "id"
        and kind not in ("unique", "language")
        and not (kind == "cardinality" and (field.maximum is None or field.type == "LocalizedText"))
    }
    assert possible - keys == set()


@needs_rust
def test_the_rust_engine_gives_the_reason_of_structure_for_every_constraint() -> None:
    wrong = {}
    unread = []
    for faulty in FAULTY:
        try:
            found = of_engine(run_rust, faulty.tree)
        except ValueError:
            unread.append(faulty.key)
            continue
        if found != of_structure(faulty.tree):
            wrong[faulty.key] = found ^ of_structure(faulty.tree)
    assert wrong == {}
    members = [key.partition("#")[0].split(".") for key in unread]
    kinds = {model().classes[owner].fields[name].type for owner, name in members}
    assert kinds == {"ref", "iri"}, "only what is no IRI may be beyond the parser of the Rust engine"


def test_what_the_rust_engine_cannot_read_is_judged_by_pyshacl(party: dict[str, Any]) -> None:
    text, nodes = ntriples(party | {"issuer": "no-scheme"})
    graph = parse_graph(text.encode(), "ntriples", "tree", DEFAULT_LIMITS)
    engine, results = run(graph)
    assert engine == "pyshacl"
    assert [reason.key for reason in reasons(results, graph, nodes)] == ["Document.issuer#pattern"]


def test_structure_names_the_constraint_that_was_broken() -> None:
    missed = [faulty.key for faulty in FAULTY if faulty.key not in {key for _, key, _ in of_structure(faulty.tree)}]
    assert missed == []


def test_the_reader_of_rdf_keeps_every_fault_as_it_is_in_the_tree() -> None:
    wrong = {
        faulty.key: of_reader(faulty.tree) ^ of_structure(faulty.tree)
        for faulty in FAULTY
        if of_reader(faulty.tree) != of_structure(faulty.tree)
    }
    assert wrong == {}


@pytest.mark.parametrize("faulty", sample(40), ids=lambda faulty: faulty.key)
def test_pyshacl_gives_the_reason_of_structure(faulty: Faulty) -> None:
    assert of_engine(run_pyshacl, faulty.tree) == of_structure(faulty.tree)


@needs_rust
@pytest.mark.parametrize("name", DOCUMENTS)
def test_the_rust_engine_accepts_documents_of_the_right_form(name: str) -> None:
    for seed, fullness in enumerate((0.0, 0.5, 1.0)):
        assert of_engine(run_rust, valid_tree(model(), name, random.Random(seed), fullness)) == set()


@pytest.mark.parametrize("name", DOCUMENTS[::6])
def test_pyshacl_accepts_documents_of_the_right_form(name: str) -> None:
    assert of_engine(run_pyshacl, valid_tree(model(), name, random.Random(3), 1.0)) == set()


@pytest.mark.parametrize("engine", ENGINES)
def test_several_faults_in_one_document_are_told_together(engine: Engine, passport: dict[str, Any]) -> None:
    passport["issuer"] = 5
    passport["grossEmissions"] = "05"
    passport["nobodysMember"] = "here"
    passport["massPerDeclaredUnit"] |= {"unit": "g", "value": "-1"}
    passport["carbonContent"]["type"] = "Money"
    del passport["gwpSet"]
    found = of_engine(engine, passport)
    assert found == of_structure(passport)
    assert len(found) == 7


@pytest.mark.parametrize("engine", ENGINES)
def test_a_report_is_split_by_the_documents_of_the_graph(engine: Engine, party: dict[str, Any]) -> None:
    other = party | {"id": "https://example.org/party/2", "country": "XX"}
    text, first = ntriples(party, "a")
    more, second = ntriples(other, "b")
    graph = parse_graph((text + more).encode(), "ntriples", "two", DEFAULT_LIMITS)
    results = engine(graph)
    assert reasons(results, graph, first) == []
    assert [reason.key for reason in reasons(results, graph, second)] == ["Party.country#enum"]
