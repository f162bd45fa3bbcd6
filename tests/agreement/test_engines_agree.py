"""Every engine on every fixture: the same requirement at the same object as this library, or a named reason why not.

``disagreements`` compares our findings on a document with those of every reference engine of its syntax (structure)
and, where structure is sound, of every engine that holds the rules (Schematron, XSD 1.1, SHACL).
"""

from __future__ import annotations

from pathlib import Path

import pytest
from gclink.check import Options
from gclink.documents import read_documents
from gclink.engines._compare import disagreements
from gclink_conformance.cases import Case
from gclink_conformance.check import differences, read, run

ROOT = Path(__file__).resolve().parents[2]


def compare(case: Case, form: str, root: Path) -> None:
    report = run(case, form, root)
    assert differences(case, report, root) == []
    for document in read(case, form, root):
        found = [
            f"{finding.engine}: {finding.requirement} at {finding.pointer or '/'}: {finding.message.en}"
            for finding in disagreements(document, Options(as_of=case.as_of))
        ]
        assert found == []


def test_a_sample_of_cases_gives_one_verdict_in_every_engine(case: Case, root: Path) -> None:
    for form in case.formats:
        compare(case, form, root)


@pytest.mark.long
def test_every_case_gives_one_verdict_in_every_engine(case: Case, root: Path) -> None:
    for form in case.formats:
        compare(case, form, root)


@pytest.mark.parametrize("syntax", ["json", "xml", "turtle"])
def test_every_document_of_the_example_is_sound_in_every_engine(syntax: str) -> None:
    options = Options(as_of="2026-10-01T00:00:00Z")
    for document in read_documents([ROOT / "examples" / "litchi" / syntax]):
        assert [(f.engine, f.requirement, f.pointer) for f in disagreements(document, options)] == []
