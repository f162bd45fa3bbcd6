"""A document is the same document in every syntax: same tree, same digest, same graph."""

from __future__ import annotations

import random
from typing import Any

import orjson
import pytest
import rdflib
from gclink import _rdf_writer
from gclink._jsonld import expand
from gclink._model import model
from gclink._rdf_graph import parse_graph
from gclink._rdf_reader import read_rdf
from gclink._shacl_engines import literals_untouched, to_rdflib
from gclink.canonical import digest
from gclink.errors import GclinkError
from gclink.limits import DEFAULT_LIMITS
from gclink.structure import walk
from gclink_conformance.trees import valid_tree
from hypothesis import given, settings
from hypothesis import strategies as st
from rdflib.compare import isomorphic

SYNTAXES = ("turtle", "ntriples", "jsonld")
DOCUMENTS = tuple(name for name, cls in model().classes.items() if cls.kind == "document")


@st.composite
def documents(draw: st.DrawFn) -> dict[str, Any]:
    """Documents of every class."""
    name = draw(st.sampled_from(DOCUMENTS))
    fullness = draw(st.sampled_from((0.0, 0.3, 0.7, 1.0)))
    return valid_tree(model(), name, random.Random(draw(st.integers(0, 2**32))), fullness)


def one(raw: bytes, syntax: str) -> dict[str, Any]:
    [document] = read_rdf(raw, syntax, "test")
    assert document.problems == ()
    tree: dict[str, Any] = document.tree
    return tree


@given(documents(), st.sampled_from(SYNTAXES))
@settings(max_examples=150, deadline=None)
def test_what_is_written_reads_back_as_the_same_tree(tree: dict[str, Any], syntax: str) -> None:
    again = one(_rdf_writer.write(tree, syntax), syntax)
    assert again == tree
    assert digest(again) == digest(tree)


@given(documents())
@settings(max_examples=20, deadline=None)
def test_the_digest_survives_the_serialiser_of_another_library(tree: dict[str, Any]) -> None:
    graph = to_rdflib(parse_graph(_rdf_writer.write(tree, "turtle"), "turtle", "test", DEFAULT_LIMITS))
    for theirs, ours in (("nt", "ntriples"), ("json-ld", "jsonld")):
        again = one(graph.serialize(format=theirs).encode(), ours)
        assert digest(again) == digest(tree), theirs


def test_a_serialiser_that_rewrites_numbers_is_found_out(passport: dict[str, Any]) -> None:
    # rdflib writes the decimal 846 as 846.0 in Turtle: another text, and in this standard another document.
    passport["grossEmissions"] = "846"
    graph = to_rdflib(parse_graph(_rdf_writer.write(passport, "turtle"), "turtle", "test", DEFAULT_LIMITS))
    [document] = read_rdf(graph.serialize(format="turtle").encode(), "turtle", "test")
    assert document.tree["grossEmissions"] == "846.0"
    assert "CarbonPassport.grossEmissions#pattern" in {fault.key for fault in walk(document.tree)}


@given(documents())
@settings(max_examples=25, deadline=None)
def test_all_syntaxes_say_the_same_graph(tree: dict[str, Any]) -> None:
    with literals_untouched():
        turtle = rdflib.Graph().parse(data=_rdf_writer.write(tree, "turtle"), format="turtle")
        triples = rdflib.Graph().parse(data=_rdf_writer.write(tree, "ntriples"), format="nt")
    expanded = to_rdflib(expand(orjson.loads(_rdf_writer.write(tree, "jsonld")), "test", DEFAULT_LIMITS))
    assert isomorphic(turtle, triples)
    assert isomorphic(turtle, expanded)


@pytest.mark.parametrize("name", DOCUMENTS)
def test_writing_is_the_same_byte_for_byte(name: str) -> None:
    tree = valid_tree(model(), name, random.Random(5), 1.0)
    for syntax in SYNTAXES:
        assert _rdf_writer.write(tree, syntax) == _rdf_writer.write(backwards(tree), syntax)


def backwards(value: Any) -> Any:
    """Return a tree with the members of every object in the opposite order."""
    if isinstance(value, dict):
        return {name: backwards(value[name]) for name in reversed(value)}
    return [backwards(item) for item in value] if isinstance(value, list) else value


def test_turtle_is_written_for_people(party: dict[str, Any]) -> None:
    assert _rdf_writer.write(party, "turtle").decode() == (
        "@prefix gcl: <https://w3id.org/gclink/> .\n"
        "@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .\n"
        "@prefix documentStatus: <https://w3id.org/gclink/documentStatus/> .\n"
        "@prefix identifierScheme: <https://w3id.org/gclink/identifierScheme/> .\n"
        "@prefix partyKind: <https://w3id.org/gclink/partyKind/> .\n"
        "@prefix partyRole: <https://w3id.org/gclink/partyRole/> .\n"
        "\n"
        "<https://example.org/party/1> a gcl:Party ;\n"
        '    gcl:specVersion "1.0.0" ;\n'
        "    gcl:issuer <https://example.org/party/1> ;\n"
        '    gcl:issuedAt "2026-06-01T08:00:00Z"^^xsd:dateTime ;\n'
        "    gcl:status documentStatus:active ;\n"
        "    gcl:name\n"
        '        "Litchi Cooperative"@en ,\n'
        '        "荔枝合作社"@zh ;\n'
        "    gcl:partyKind partyKind:cooperative ;\n"
        "    gcl:identifiers [ a gcl:Identifier ;\n"
        "        gcl:scheme identifierScheme:uscc ;\n"
        '        gcl:identifierValue "91350211M000100Y43"\n'
        "    ] ;\n"
        "    gcl:roles partyRole:grower ;\n"
        '    gcl:country "CN" .\n'
    )


def test_jsonld_begins_with_the_context(party: dict[str, Any]) -> None:
    written = _rdf_writer.write(party, "jsonld")
    assert written.startswith(b'{\n  "@context": "https://w3id.org/gclink/context/v1",\n  "type": "Party",')


@pytest.mark.parametrize("syntax", SYNTAXES)
def test_several_documents_share_a_file(syntax: str, party: dict[str, Any], passport: dict[str, Any]) -> None:
    read = read_rdf(_rdf_writer.write_bundle([party, passport], syntax), syntax, "test")
    assert [document.tree for document in read] == [party, passport]


@pytest.mark.parametrize("syntax", SYNTAXES)
def test_a_document_of_the_wrong_form_is_not_written(syntax: str, party: dict[str, Any]) -> None:
    with pytest.raises(GclinkError, match=r"Party\.country#enum is broken at /country"):
        _rdf_writer.write(party | {"country": "XX"}, syntax)


def test_items_with_a_position_are_read_in_its_order() -> None:
    tree = valid_tree(model(), "SustainabilityTerms", random.Random(2), 1.0)
    holder, name = _first_sequence(tree)
    assert len(holder[name]) > 1
    swapped = orjson.loads(orjson.dumps(tree))
    inner, _ = _first_sequence(swapped)
    inner[name].reverse()
    assert one(_rdf_writer.write(swapped, "turtle"), "turtle") == tree


def _first_sequence(value: Any) -> tuple[dict[str, Any], str]:
    waiting = [value]
    while waiting:
        held = waiting.pop()
        for name, item in held.items():
            if isinstance(item, list) and len(item) > 1 and isinstance(item[0], dict) and "position" in item[0]:
                return held, name
            waiting += [one for one in (item if isinstance(item, list) else [item]) if isinstance(one, dict)]
    raise AssertionError("no sequence in the document")
