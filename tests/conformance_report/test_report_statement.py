"""The conformance statement is a document of the standard, and conforms."""

from __future__ import annotations

from pathlib import Path

import pytest
import report_rows as made
from gclink.check import Options, check
from gclink.documents import read_bytes
from gclink.profiles import profiles
from gclink_conformance.report.results import Results, read
from gclink_conformance.report.statement import statement, written
from gclink_spec import load_model

SPEC = Path(__file__).resolve().parents[2] / "spec"


def results(rows: list[made.Record], foot: made.Record | None = None, **changes: object) -> Results:
    return read(made.raw(rows, made.header(**changes), foot), "results.jsonl")


@pytest.mark.parametrize("rows", [made.MIXED, made.SOUND], ids=["mixed", "sound"])
def test_a_statement_conforms(rows: list[made.Record]) -> None:
    tree = statement(results(rows))
    assert tree is not None
    report = check(read_bytes(written(tree), "json", "statement.json"), Options(as_of="2026-10-02T00:00:00Z"))
    assert [finding.requirement for finding in report.findings] == []
    assert [document.type for document in report.documents] == ["ConformanceStatement"]


def test_a_statement_tells_what_the_results_tell() -> None:
    found = results(made.MIXED)
    tree = statement(found)
    assert tree is not None
    assert tree["resultsDigest"] == found.digest
    assert tree["suiteDigest"] == f"sha-256:{'5' * 64}"
    assert [tree[f"tests{name}"] for name in ("Total", "Passed", "Failed", "InError", "Declined")] == [11, 5, 4, 1, 1]
    [outcome] = tree["outcomes"]
    assert outcome["conclusion"] == "error"
    assert outcome["conformanceGrade"] == "none"
    assert outcome["mandatoryFailed"] == 4
    assert outcome["mandatoryDeclined"] == 1
    assert outcome["recommendedRun"] == 1
    assert outcome["recommendedPassed"] == 0
    assert outcome["syntaxes"] == ["json", "xml", "jsonld", "turtle"]
    assert outcome["tiers"] == ["t1", "t2"]


def test_who_answers_for_the_run_can_be_said_and_is_part_of_the_identity() -> None:
    found = results(made.SOUND)
    own, other = statement(found), statement(found, "https://example.org/gclink/parties/lab")
    assert own is not None
    assert other is not None
    assert own["issuer"] == "https://example.org/checker"
    assert other["issuer"] == "https://example.org/gclink/parties/lab"
    assert own["id"] != other["id"]
    assert statement(found) == own


def test_a_run_without_tests_makes_no_statement() -> None:
    foot = {**made.footer([]), "profiles": {}}
    assert statement(results([], foot)) is None


def test_results_that_contradict_themselves_make_no_statement() -> None:
    foot = made.footer(made.MIXED)
    foot["profiles"]["validator"] |= {"result": "pass", "grade": "explained"}
    with pytest.raises(ValueError, match="GCL-COR-057"):
        statement(results(made.MIXED, foot))


def test_a_name_that_no_document_may_hold_is_made_fit() -> None:
    about = {**made.IMPLEMENTATION, "name": "e\u0301clair\x00\n", "homepage": "no address", "vendor": ""}
    tree = statement(results(made.SOUND, implementation=about))
    assert tree is not None
    assert tree["implementationName"] == "\u00e9clair\\u0000"
    assert "implementationUri" not in tree
    assert tree["issuer"].startswith("urn:uuid:")


def test_the_code_list_of_classes_is_the_list_of_profiles() -> None:
    codes = load_model(SPEC).code_lists["conformanceClass"].codes
    told = {code.value: (code.label.en, code.label.zh) for code in codes}
    assert told == {name: (profile.label.en, profile.label.zh) for name, profile in profiles().items()}
