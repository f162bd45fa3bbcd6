"""Our terms and those of other vocabularies: every outside term is there, and none makes a contradiction."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest
from gclink_spec import load_model
from gclink_spec.alignments import RELATIONS, check, local, vocabularies
from rdflib import RDF, Graph, URIRef
from rdflib.namespace import OWL, PROV, SOSA, Namespace

ROOT = Path(__file__).resolve().parents[2]
MODEL = load_model(ROOT / "spec")
FOUND = {each.name: each for each in vocabularies(ROOT / "spec")}
INTEROP = Path(os.environ.get("GCLINK_INTEROP", ROOT.parent / "shared" / "interop"))
GCL = Namespace("https://w3id.org/gclink/")


@pytest.fixture(scope="module")
def graph() -> Graph:
    return Graph().parse(ROOT / "ontology" / "alignments.ttl")


def test_every_vocabulary_that_the_standard_leans_on_is_aligned() -> None:
    assert set(FOUND) == {"AGROVOC", "FIBO", "GS1 Web Vocabulary", "PROV-O", "QUDT", "SOSA", "UNTP", "schema.org"}
    for vocabulary in FOUND.values():
        assert re.fullmatch(r"\d{4}-\d\d-\d\d", vocabulary.looked)
        assert vocabulary.rows
        assert vocabulary.version


def test_rows_speak_of_what_is_there_and_say_what_differs_in_both_languages() -> None:
    assert list(check(MODEL)) == []
    notes = [row.note for vocabulary in FOUND.values() for row in vocabulary.rows]
    assert all(re.search("[\u4e00-\u9fff]", note.zh) for note in notes)


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("{of: Facility,", "{of: Facilities,", "Facilities is no class, field or code"),
        (
            "is: closeMatch, to: fibo-dbt:CreditFacility",
            "is: sameAs, to: fibo-dbt:CreditFacility",
            "sameAs is no mapping",
        ),
        ("to: fibo-dbt:CreditFacility", "to: fibo:CreditFacility", "a prefix that the file does not declare"),
    ],
)
def test_a_row_that_says_nothing_sound_is_refused_with_its_line(
    tmp_path: Path, old: str, new: str, message: str
) -> None:
    import dataclasses

    folder = tmp_path / "alignments"
    folder.mkdir()
    text = (ROOT / "spec" / "alignments" / "fibo.yaml").read_text("utf-8")
    (folder / "fibo.yaml").write_text(text.replace(old, new, 1), "utf-8")
    problems = list(check(dataclasses.replace(MODEL, spec=tmp_path)))
    assert message in problems[0].message
    assert re.search(r"fibo\.yaml:\d+$", problems[0].place)


def test_each_row_is_one_triple_with_its_note(graph: Graph) -> None:
    skos = Namespace("http://www.w3.org/2004/02/skos/core#")
    rows = {(local(row.of), row.relation) for vocabulary in FOUND.values() for row in vocabulary.rows}
    for name, relation in rows:
        assert relation in RELATIONS
        assert list(graph.objects(GCL[name], skos[relation]))
    axioms = list(graph.subjects(RDF.type, OWL.Axiom))
    assert len(axioms) == sum(len(vocabulary.rows) for vocabulary in FOUND.values())
    for axiom in axioms:
        source, relation, target = (
            graph.value(axiom, OWL[f"annotated{part}"]) for part in ("Source", "Property", "Target")
        )
        assert (source, relation, target) in graph


@pytest.mark.parametrize(("name", "namespace"), [("PROV-O", PROV), ("SOSA", SOSA)])
def test_terms_of_a_vocabulary_that_is_at_hand_are_in_it(name: str, namespace: type) -> None:
    vocabulary = FOUND[name]
    for row in vocabulary.rows:
        prefix, _, term = row.to.partition(":")
        assert URIRef(vocabulary.prefixes[prefix] + term) in namespace


def test_terms_of_untp_are_in_what_it_publishes() -> None:
    folder = INTEROP / "untp" / "schemas" / "v0.7.0"
    if not folder.is_dir():
        pytest.skip("the files of the neighbours are not at hand")
    text = "".join(path.read_text("utf-8") for path in sorted(folder.rglob("*.json*")))
    for row in FOUND["UNTP"].rows:
        assert f'"{row.to}"' in text


def test_every_unit_of_measure_that_a_field_names_has_its_unit_in_qudt() -> None:
    used = {
        unit for cls in MODEL.classes.values() for field in cls.fields if field.restrict for unit in field.restrict[1]
    }
    units = {unit for unit in used if unit in FOUND["QUDT"].units}
    schemes = {code.value for code in MODEL.code_lists["identifierScheme"].codes}
    assert used - units - schemes <= {"tCO2e", "tCO2", "kgCO2e", "t/har"}
    assert {"kg", "t", "L", "{piece}", "kW.h", "MJ", "har"} <= units


@pytest.mark.long
def test_nothing_contradicts_under_owl_rl_reasoning() -> None:
    from owlrl import DeductiveClosure, OWLRL_Semantics

    graph = Graph()
    for name in ("gclink.ttl", "codelists.ttl", "alignments.ttl"):
        graph.parse(ROOT / "ontology" / name)
    for path in sorted((ROOT / "examples" / "litchi" / "turtle").glob("*.ttl")):
        graph.parse(path)
    size = len(graph)
    DeductiveClosure(OWLRL_Semantics).expand(graph)
    assert len(graph) > size
    faults = Namespace("http://www.daml.org/2002/03/agents/agent-ont#")
    assert list(graph.subjects(RDF.type, faults.ErrorMessage)) == []
    assert not [thing for thing in graph.subjects(RDF.type, OWL.Nothing) if thing != OWL.Nothing]
