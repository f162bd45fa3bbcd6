"""JSON-LD is read with the context of the standard and no other, and nothing is fetched."""

from __future__ import annotations

import socket
from typing import Any

import orjson
import pytest
from gclink._jsonld import context, expand, part
from gclink._rdf_problems import RdfProblemKind
from gclink._rdf_reader import RdfDocument, read_rdf
from gclink._rdf_triples import ntriples
from gclink.findings import pointer_of
from gclink.limits import DEFAULT_LIMITS
from gclink.structure import walk

CONTEXT = "https://w3id.org/gclink/context/v1"
BASE = "https://w3id.org/gclink/"


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("something was to be fetched")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)


def read(document: Any) -> list[Any]:
    return read_rdf(orjson.dumps(document), "jsonld", "test.jsonld")


def told(document: Any) -> set[tuple[str, str]]:
    return {(fault.key, pointer_of(fault.path)) for fault in walk(document.tree)}


def test_the_plain_form_is_the_same_text_as_json(party: dict[str, Any]) -> None:
    for tree in (party, {"@context": CONTEXT} | party):
        [document] = read(tree)
        assert document.tree == party
        assert document.problems == ()


def test_the_plain_form_is_read_as_strictly_as_json(party: dict[str, Any]) -> None:
    raw = orjson.dumps({"@context": CONTEXT} | party).replace(b'"country":"CN"', b'"country":"CN","country":"DE"')
    [document] = read_rdf(raw, "jsonld", "test")
    assert [(problem.kind, problem.pointer) for problem in document.problems] == [("duplicateKey", "/country")]


def test_an_unknown_member_is_a_fault_and_does_not_vanish(party: dict[str, Any]) -> None:
    [plain] = read({"@context": CONTEXT} | party | {"contry": "CN"})
    [expanded] = read({"@context": CONTEXT, "@graph": [party | {"contry": "CN"}]})
    assert told(plain) == told(expanded) == {("Party#closed", "/contry")}


@pytest.mark.parametrize(
    "strange",
    [
        "https://example.org/context",
        "https://w3id.org/gclink/context/v2",
        "v1.jsonld",
        {"@vocab": "https://example.org/"},
        [CONTEXT, {"country": "https://example.org/country"}],
        [CONTEXT],
        {"@import": CONTEXT},
        None,
    ],
    ids=str,
)
def test_any_other_context_is_a_fault_at_its_place(party: dict[str, Any], strange: Any) -> None:
    [document] = read({"@context": strange} | party)
    contexts = [problem for problem in document.problems if problem.kind is RdfProblemKind.CONTEXT]
    assert [(problem.pointer, problem.requirement) for problem in contexts] == [("/@context", "GCL-COR-002")]
    assert (contexts[0].line, contexts[0].column) == (1, 13)
    assert document.tree == party


def test_a_context_inside_the_document_is_a_fault(party: dict[str, Any]) -> None:
    party["identifiers"][0]["@context"] = {"scheme": "https://example.org/scheme"}
    [document] = read({"@context": CONTEXT} | party)
    assert [problem.pointer for problem in document.problems] == ["/identifiers/0/@context"]
    assert ("Identifier#closed", "/identifiers/0/@context") in told(document)


def test_another_context_hides_nothing_behind_a_graph(party: dict[str, Any]) -> None:
    [document] = read({"@context": "https://example.org/", "@graph": [party]})
    assert [problem.kind for problem in document.problems] == [RdfProblemKind.CONTEXT]


def test_members_without_any_context_are_not_dropped_silently(party: dict[str, Any]) -> None:
    [document] = read({"@graph": [party]})
    assert [(problem.kind, problem.found) for problem in document.problems] == [(RdfProblemKind.CONTEXT, "no context")]


def test_a_graph_holds_several_documents(party: dict[str, Any]) -> None:
    other = party | {"id": "https://example.org/party/2"}
    documents = read({"@context": CONTEXT, "@graph": [party, other]})
    assert [document.tree for document in documents] == [party, other]
    assert all(isinstance(document, RdfDocument) and document.problems == () for document in documents)


def test_an_array_holds_several_documents(party: dict[str, Any]) -> None:
    other = party | {"id": "https://example.org/party/2"}
    assert [document.tree for document in read([party, {"@context": CONTEXT} | other])] == [party, other]


def test_the_expanded_form_is_the_same_document(party: dict[str, Any]) -> None:
    expanded = {
        "@id": party["id"],
        "@type": [BASE + "Party"],
        BASE + "specVersion": [{"@value": "1.0.0"}],
        BASE + "issuer": [{"@id": party["issuer"]}],
        BASE + "issuedAt": [{"@value": party["issuedAt"], "@type": "http://www.w3.org/2001/XMLSchema#dateTime"}],
        BASE + "status": [{"@id": BASE + "documentStatus/active"}],
        BASE + "name": [{"@value": t, "@language": tag} for tag, t in party["name"].items()],
        BASE + "partyKind": [{"@id": BASE + "partyKind/cooperative"}],
        BASE + "roles": [{"@id": BASE + "partyRole/grower"}],
        BASE + "identifiers": [
            {
                "@type": [BASE + "Identifier"],
                BASE + "scheme": [{"@id": BASE + "identifierScheme/uscc"}],
                BASE + "identifierValue": [{"@value": "91350211M000100Y43"}],
            }
        ],
        BASE + "country": [{"@value": "CN"}],
    }
    [document] = read([expanded])
    assert document.tree == party
    assert document.problems == ()


def test_a_number_with_a_fraction_is_a_fault_in_both_forms(passport: dict[str, Any]) -> None:
    wrong = passport | {"grossEmissions": 8.5}
    [plain] = read({"@context": CONTEXT} | wrong)
    assert told(plain) == {("CarbonPassport.grossEmissions#type", "/grossEmissions")}
    [expanded] = read({"@context": CONTEXT, "@graph": [wrong]})
    assert expanded.tree["grossEmissions"] == "8.5E0"
    assert told(expanded) == {("CarbonPassport.grossEmissions#pattern", "/grossEmissions")}
    assert [problem.requirement for problem in expanded.problems] == ["GCL-COR-003"]


def test_a_whole_number_is_a_decimal_only_after_expansion(passport: dict[str, Any]) -> None:
    # The plain form is JSON and judged as such; expansion gives the number the datatype of its term.
    whole = passport | {"grossEmissions": 8}
    [plain] = read({"@context": CONTEXT} | whole)
    assert told(plain) == {("CarbonPassport.grossEmissions#type", "/grossEmissions")}
    [expanded] = read({"@context": CONTEXT, "@graph": [whole]})
    assert expanded.tree["grossEmissions"] == "8"


def test_what_the_text_gets_wrong_is_kept_when_it_is_expanded(party: dict[str, Any]) -> None:
    raw = orjson.dumps({"@context": CONTEXT, "@graph": [party]}).replace(
        b'"country":"CN"', b'"country":"CN","country":"CN"'
    )
    [document] = read_rdf(raw, "jsonld", "test")
    [problem] = document.problems
    assert (problem.kind, problem.pointer, problem.line) == ("duplicateKey", "", 1)


def test_a_list_is_not_a_set_of_values(party: dict[str, Any]) -> None:
    [document] = read({"@context": CONTEXT, "@graph": [party | {BASE + "roles": {"@list": ["grower"]}, "roles": []}]})
    assert RdfProblemKind.COLLECTION in {problem.kind for problem in document.problems}


def test_a_named_graph_is_a_fault(party: dict[str, Any]) -> None:
    named = {"@id": "https://example.org/graph", "@graph": [party | {"id": "https://example.org/other"}]}
    [document] = read({"@context": CONTEXT, "@graph": [party, named]})
    assert [problem.kind for problem in document.problems] == [RdfProblemKind.NAMED_GRAPH]


def test_a_relative_id_is_told_as_such(party: dict[str, Any]) -> None:
    [document] = read({"@context": CONTEXT, "@graph": [party | {"id": "party/1"}]})
    assert told(document) == {("Document.id#pattern", "/id")}


def test_an_unknown_class_is_told_by_the_name_that_was_written(party: dict[str, Any]) -> None:
    [document] = read({"@context": CONTEXT, "@graph": [{"id": party["id"], "type": "Partei"}]})
    assert document.tree["type"] == "Partei"
    assert told(document) == {("Document.type#type", "/type")}


def test_a_part_of_the_context_says_the_same_as_the_whole(party: dict[str, Any], passport: dict[str, Any]) -> None:
    terms = part(party)
    assert {"Party", "Identifier", "type", "@vocab", "@version"} == set(terms)
    for tree in (party, passport):
        document = {"@context": CONTEXT} | tree
        whole = expand({"@context": context()} | tree, "test", DEFAULT_LIMITS)
        assert len(list(whole.triples())) == len(list(expand(document, "test", DEFAULT_LIMITS).triples()))
        assert len(list(whole.triples())) == ntriples(tree)[0].count(" .\n")


def test_a_plain_document_has_a_graph_for_shacl(party: dict[str, Any]) -> None:
    [document] = read({"@context": CONTEXT} | party)
    assert document.nodes == {"<https://example.org/party/1>": "", "_:b1": "/identifiers/0"}
    assert sorted(document.graph.ntriples().split("\n")) == sorted(ntriples(party)[0].split("\n"))
