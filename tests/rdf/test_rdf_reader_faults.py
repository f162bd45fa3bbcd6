"""Broken RDF keeps its reason: what a graph gets wrong is told with requirement, constraint and place.

Where SHACL can see the fault, both engines must tell the same; where it cannot, the test says so by name.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml
from gclink._rdf_graph import parse_graph
from gclink._rdf_problems import RdfProblemKind
from gclink._rdf_reader import RdfDocument, read_rdf
from gclink._shacl_engines import has_rust, run_pyshacl, run_rust
from gclink._shacl_reasons import reasons, untargeted
from gclink.findings import pointer_of
from gclink.limits import DEFAULT_LIMITS
from gclink.structure import walk

HEAD = """@prefix gcl: <https://w3id.org/gclink/> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
"""

SITE = """<https://ex.org/site> a gcl:Site ;
    gcl:specVersion "1.0.0" ;
    gcl:issuer <https://ex.org/party> ;
    gcl:issuedAt "2026-06-01T08:00:00Z"^^xsd:dateTime ;
    gcl:status <https://w3id.org/gclink/documentStatus/active> ;
    gcl:name "Orchard"@en , "果园"@zh ;
    gcl:operator <https://ex.org/party> ;
    gcl:siteRoles <https://w3id.org/gclink/siteRole/kiln> ;
    gcl:identifiers [ a gcl:Identifier ; gcl:scheme <https://w3id.org/gclink/identifierScheme/gln> ;
        gcl:identifierValue "6901234567892" ] ;
    gcl:country "CN" ;
    gcl:area [ a gcl:Quantity ; gcl:value "12.5"^^xsd:decimal ; gcl:unit "har" ] .
"""

EVENT = """<https://ex.org/event> a gcl:LifecycleEvent ;
    gcl:specVersion "1.0.0" ;
    gcl:issuer <https://ex.org/party> ;
    gcl:issuedAt "2026-06-01T08:00:00Z"^^xsd:dateTime ;
    gcl:status <https://w3id.org/gclink/documentStatus/active> ;
    gcl:entity <https://ex.org/claim> ;
    gcl:machine <https://w3id.org/gclink/machine/document> ;
    gcl:fromState <https://w3id.org/gclink/state/draft> ;
    gcl:toState <https://w3id.org/gclink/state/active> ;
    gcl:sequence 1 ;
    gcl:effectiveAt "2026-06-01T08:00:00Z"^^xsd:dateTime ;
    gcl:actor <https://ex.org/party> ;
    gcl:actorRole <https://w3id.org/gclink/actorRole/issuer> .
"""


def read(body: str) -> RdfDocument:
    [document] = read_rdf((HEAD + body).encode(), "turtle", "test.ttl")
    assert isinstance(document, RdfDocument)
    return document


def by_reader(document: RdfDocument) -> set[tuple[str, str, str]]:
    """Return constraint, requirement and pointer of what reader and structure find, as the check joins them."""
    told = {(problem.key, problem.requirement, problem.pointer) for problem in document.problems}
    places = {pointer for _, _, pointer in told}
    faults = [(fault.key, fault.requirement, pointer_of(fault.path)) for fault in walk(document.tree)]
    return told | {fault for fault in faults if fault[2] not in places}


def by_shacl(document: RdfDocument) -> list[set[tuple[str, str, str]]]:
    found = []
    for engine in (run_pyshacl, run_rust) if has_rust() else (run_pyshacl,):
        try:
            results = engine(document.graph)
        except ValueError:
            assert engine is run_rust, "only the Rust engine refuses odd IRIs"
            continue
        told = reasons(results, document.graph, document.nodes)
        found.append({(reason.key, reason.requirement, pointer_of(reason.pointer)) for reason in told})
    return found


@dataclass(frozen=True)
class Case:
    """One change of the text and what it breaks; ``shacl`` is False where no shape can see it."""

    title: str
    old: str
    new: str
    key: str
    requirement: str
    pointer: str
    shacl: bool = True


def cases() -> Iterator[Case]:
    """Yield the cases of the table, in its order."""
    table = yaml.safe_load((Path(__file__).parent / "reader_faults.yaml").read_text(encoding="utf-8"))
    for group, entries in table.items():
        for title, (old, new, (key, requirement, pointer)) in entries.items():
            yield Case(title, old, new, key, requirement, pointer, shacl=group == "seen")


CASES = tuple(cases())


def test_the_unchanged_documents_are_right() -> None:
    for body in (SITE, EVENT):
        document = read(body)
        assert by_reader(document) == set()
        assert all(found == set() for found in by_shacl(document))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.title)
def test_a_fault_is_told_with_its_reason(case: Case) -> None:
    assert SITE.count(case.old) == 1
    document = read(SITE.replace(case.old, case.new))
    expected = {(case.key, case.requirement, case.pointer)}
    assert by_reader(document) == expected
    if case.shacl:
        assert all(found == expected for found in by_shacl(document)), by_shacl(document)


@pytest.mark.parametrize("case", [case for case in CASES if case.key.startswith("Document.type") and not case.shacl])
def test_a_document_that_no_shape_targets_is_known_as_such(case: Case) -> None:
    document = read(SITE.replace(case.old, case.new))
    root = next(iter(document.graph.nodes))
    if "Geography" not in case.new:
        assert all(found == set() for found in by_shacl(document)), "SHACL passes it by"
    assert untargeted(document.graph, root)
    assert not untargeted(read(SITE).graph, next(iter(read(SITE).graph.nodes)))


@pytest.mark.parametrize(
    "written",
    [
        "05",
        "+5",
        "-0",
        '"5"',
        '"5"^^xsd:string',
        '"5"^^xsd:int',
        "5.0",
        '" 5"^^xsd:integer',
        '"5\\n"^^xsd:integer',
        '"1234567890123456"^^xsd:integer',
        "true",
    ],
)
def test_an_integer_has_one_spelling(written: str) -> None:
    document = read(EVENT.replace("gcl:sequence 1", f"gcl:sequence {written}"))
    expected = {("LifecycleEvent.sequence#type", "GCL-COR-048", "/sequence")}
    assert by_reader(document) == expected
    assert all(found == expected for found in by_shacl(document)), by_shacl(document)


def test_a_blank_node_in_two_places_is_a_fault_that_shacl_cannot_see() -> None:
    body = SITE.replace("gcl:area [ a gcl:Quantity ;", "gcl:area _:q ; gcl:soilTemperature _:q .\n_:q a gcl:Quantity ;")
    document = read(body.replace('gcl:unit "har" ] .', 'gcl:unit "Cel" .'))
    shared = [problem for problem in document.problems if problem.kind is RdfProblemKind.SHARED_NODE]
    assert [(problem.key, problem.requirement) for problem in shared] in (
        [("Site.area#type", "GCL-COR-048")],
        [("Site.soilTemperature#type", "GCL-COR-048")],
    )
    assert shared[0].found in ("/area", "/soilTemperature")


def test_a_blank_node_in_two_documents_is_a_fault() -> None:
    shared = SITE.replace(
        'gcl:area [ a gcl:Quantity ; gcl:value "12.5"^^xsd:decimal ; gcl:unit "har" ] .', "gcl:area _:q ."
    )
    quantity = '_:q a gcl:Quantity ; gcl:value "12.5"^^xsd:decimal ; gcl:unit "har" .\n'
    body = HEAD + shared + shared.replace("ex.org/site>", "ex.org/other>") + quantity
    first, second = read_rdf(body.encode(), "turtle", "test.ttl")
    assert by_reader(first) == set()
    assert by_reader(second) == {("Site.area#type", "GCL-COR-048", "/area")}


def test_an_object_that_contains_itself_is_a_fault() -> None:
    document = read(
        SITE.replace("gcl:area [ a gcl:Quantity ;", "gcl:area _:q .\n_:q a gcl:Quantity ; gcl:unit _:q ;").replace(
            'gcl:unit "har" ] .', "rdf:value 1 ."
        )
    )
    cycle = [problem for problem in document.problems if problem.kind is RdfProblemKind.CYCLE]
    assert [(problem.pointer, problem.key) for problem in cycle] == [("/area/unit", "Quantity.unit#type")]


def test_a_circle_that_hangs_on_nothing_is_still_reported() -> None:
    document = read("_:a a gcl:Site ; gcl:area _:b . _:b a gcl:Quantity ; gcl:unit _:a .")
    assert RdfProblemKind.CYCLE in {problem.kind for problem in document.problems}


@pytest.mark.parametrize(
    ("written", "pointer"),
    [("( <https://w3id.org/gclink/siteRole/kiln> )", "/siteRoles/0"), ("()", "/siteRoles/0")],
)
def test_a_collection_is_not_a_set_of_values(written: str, pointer: str) -> None:
    document = read(SITE.replace("<https://w3id.org/gclink/siteRole/kiln>", written))
    [problem] = document.problems
    assert problem.kind is RdfProblemKind.COLLECTION
    assert (problem.key, problem.pointer) == ("Site.siteRoles#type", pointer)
    assert problem.line == 11


def test_a_claimed_object_is_no_second_document() -> None:
    body = SITE.replace(
        "gcl:area [ a gcl:Quantity ;", "gcl:area <https://ex.org/area> .\n<https://ex.org/area> a gcl:Quantity ;"
    )
    document = read(body.replace('gcl:unit "har" ] .', 'gcl:unit "har" .'))
    assert by_reader(document) == {("Site.area#type", "GCL-COR-048", "/area")}


def test_a_document_that_stands_where_an_object_belongs_is_judged_too() -> None:
    body = SITE.replace(
        'gcl:area [ a gcl:Quantity ; gcl:value "12.5"^^xsd:decimal ; gcl:unit "har" ]',
        "gcl:area <https://ex.org/event>",
    )
    site, event = read_rdf((HEAD + body + EVENT).encode(), "turtle", "test.ttl")
    assert by_reader(site) == {("Site.area#type", "GCL-COR-048", "/area")}
    assert event.tree["type"] == "LifecycleEvent"
    assert by_reader(event) == set()


def test_a_triple_stated_twice_is_one_triple() -> None:
    document = read(SITE + "<https://ex.org/site> gcl:issuer <https://ex.org/party> .")
    assert document.tree["issuer"] == "https://ex.org/party"
    assert by_reader(document) == set()


def test_equal_objects_stay_two_and_are_told_apart_from_a_set() -> None:
    gln = "<https://w3id.org/gclink/identifierScheme/gln>"
    twice = f'gcl:identifiers [ a gcl:Identifier ; gcl:scheme {gln} ; gcl:identifierValue "6901234567892" ] ;'
    document = read(SITE.replace('gcl:country "CN" ;', f'gcl:country "CN" ; {twice}'))
    assert by_reader(document) == {("Site.identifiers#unique", "GCL-COR-007", "/identifiers/1")}


def test_two_items_with_the_same_wrong_scheme_are_told_one_by_one() -> None:
    lei = '[ a gcl:Identifier ; gcl:scheme <https://w3id.org/gclink/identifierScheme/lei> ; gcl:identifierValue "{0}" ]'
    document = read(SITE.replace("gcl:identifiers [", f"gcl:identifiers {lei.format(1)} , {lei.format(2)} , ["))
    expected = {("Site.identifiers#scheme", "GCL-COR-051", f"/identifiers/{index}/scheme") for index in (0, 1)}
    assert by_reader(document) == expected
    assert all(found == expected for found in by_shacl(document))


@pytest.mark.parametrize("tag", ["EN", "En", "zh-Hans"])
def test_a_language_tag_with_capitals_is_seen_in_the_text_although_parsers_fold_it(tag: str) -> None:
    document = read(SITE.replace('"Orchard"@en', f'"Orchard"@{tag}'))
    [problem] = document.problems
    assert problem.kind is RdfProblemKind.CAPITALS
    assert (problem.requirement, problem.pointer) == ("GCL-COR-008", f"/name/{tag.lower()}")
    assert (problem.line, problem.column) == (9, 14)


def test_a_capital_after_an_at_sign_inside_a_text_is_no_tag() -> None:
    document = read(SITE.replace('"Orchard"@en', "\"it is 'Orchard'@EN\"@en"))
    assert by_reader(document) == set()


@pytest.mark.parametrize("kind", ["trig", "nquads"])
def test_statements_in_a_named_graph_are_a_fault_and_not_read(kind: str) -> None:
    graph = parse_graph((HEAD + SITE).encode(), "turtle", "test", DEFAULT_LIMITS).ntriples()
    named = "<https://ex.org/a> <https://ex.org/b> <https://ex.org/c> <https://ex.org/graph> .\n"
    if kind == "trig":
        named = "<https://ex.org/graph> { <https://ex.org/a> <https://ex.org/b> <https://ex.org/c> . }\n"
    [document] = read_rdf((graph + named).encode(), kind, "test")
    [problem] = document.problems
    assert problem.kind is RdfProblemKind.NAMED_GRAPH
    assert problem.requirement == "GCL-COR-002"
    assert problem.found == "<https://ex.org/graph>"
    assert document.tree["id"] == "https://ex.org/site"


def test_a_base_in_the_text_makes_relative_references_whole() -> None:
    document = read("@base <https://ex.org/> .\n" + SITE.replace("<https://ex.org/party>", "<party>"))
    assert document.tree["issuer"] == "https://ex.org/party"
    assert by_reader(document) == set()


def test_messages_are_there_in_both_languages() -> None:
    document = read(SITE.replace('"Orchard"@en', '"Orchard"@en , "Grove"@en'))
    [problem] = document.problems
    assert "language is given twice" in problem.message.en
    assert "语言重复" in problem.message.zh
    assert problem.expected.zh
