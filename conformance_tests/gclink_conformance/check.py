"""Run a case against this library and say in words where the outcome differs from what the case demands."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from gclink.check import Options, check
from gclink.documents import Document, read_bytes
from gclink.findings import Finding, Report

from gclink_conformance.cases import Case, Expected, documents, expected
from gclink_conformance.syntax import encode

_KINDS = {"json": "json", "xml": "xml", "jsonld": "jsonld", "turtle": "turtle", "ntriples": "ntriples"}


def read(case: Case, form: str, root: Path) -> list[Document]:
    """Return the documents of a case as read from one syntax, each named as in the case.

    A fault that a syntax has no place for travels only in those that the case lists in ``formats``.
    """
    if case.raw:
        found = []
        for raw in case.raw:
            found += [_named(doc, raw.name) for doc in read_bytes(raw.content, _KINDS[raw.format], raw.name)]
        return found
    read_in: list[Document] = []
    for name, tree in documents(case, root).items():
        text = encode(tree, form)
        read_in += [_named(document, name) for document in read_bytes(text, _KINDS[form], name)]
    return read_in


def _named(document: Document, name: str) -> Document:
    document.source = name
    return document


def run(case: Case, form: str, root: Path) -> Report:
    """Check the documents of a case in one syntax."""
    return check(read(case, form, root), Options(as_of=case.as_of, scope=case.scope))


#: The folder of the suite in a checkout.
ROOT = Path(__file__).parents[1]


def differences(case: Case, report: Report, root: Path = ROOT) -> list[str]:
    """Return what the report says other than the case demands: too much, too little, elsewhere, another verdict."""
    found: list[str] = []
    if report.verdict.value != case.verdict:
        found.append(f"verdict {report.verdict.value}, not {case.verdict}")
    unmatched = list(report.findings)
    for due in expected(case, root):
        match = next((finding for finding in unmatched if matches(due, finding)), None)
        if match is None:
            found.append(f"no finding {due.requirement} in {due.document or 'any'} at {due.location}")
        else:
            unmatched.remove(match)
    found += [
        f"an unexpected finding {finding.requirement} in {finding.source} at {finding.pointer or '/'}"
        for finding in unmatched
    ]
    return found


def matches(expected: Expected, finding: Finding) -> bool:
    """Whether a finding is the expected one: requirement, document, and place (of the fault or of its object)."""
    if finding.requirement != expected.requirement:
        return False
    if expected.document is not None and finding.source != expected.document:
        return False
    return expected.location is None or expected.location in (finding.pointer, finding.context)


def explain(findings: Iterable[Finding]) -> str:
    """Return findings as short lines, for a failing test."""
    return "\n".join(f"{f.requirement} {f.source} {f.pointer}: {f.message.en}" for f in findings)
