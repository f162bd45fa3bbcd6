"""The neighbours' own files, where they are at hand, and what every test of a bridge asks of them."""

from __future__ import annotations

import json
import os
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from gclink.bridges import LossReport, Verdict
from gclink.check import Options, check
from gclink.documents import read_bytes

ROOT = Path(__file__).resolve().parents[2]
INTEROP = Path(os.environ.get("GCLINK_INTEROP", ROOT.parent / "shared" / "interop"))
LITCHI = ROOT / "examples" / "litchi" / "json"

#: An instant after everything the examples say.
AS_OF = "2026-10-01T00:00:00Z"


def expectations(family: str) -> list[dict[str, Any]]:
    """Return what is expected of every file of a family, nothing where the files are not at hand."""
    listed = INTEROP / "expectations.json"
    if not listed.is_file():
        return []
    documents = json.loads(listed.read_text(encoding="utf-8"))["documents"]
    return [entry for entry in documents if entry["file"].startswith(f"{family}/")]


def files_of(family: str) -> list[Any]:
    """Return the expectations as parameters; one that skips where the files are not at hand."""
    found = [pytest.param(entry, id=entry["file"].rpartition("/")[2]) for entry in expectations(family)]
    if found:
        return found
    absent = pytest.mark.skip(reason=f"the files of {family} are not at hand (GCLINK_INTEROP)")
    return [pytest.param({}, id="absent", marks=absent)]


def needed(path: str) -> Path:
    """Return a file of the neighbours, or skip the test."""
    found = INTEROP / path
    if not found.exists():
        pytest.skip(f"{path} is not at hand (GCLINK_INTEROP)")
    return found


def read_file(entry: dict[str, Any]) -> bytes:
    """Return the bytes of an expected file."""
    return (INTEROP / entry["file"]).read_bytes()


def codes(report: LossReport) -> set[str]:
    """Return the codes of all findings."""
    return {finding.code for finding in report.findings}


def assert_expected(report: LossReport, entry: dict[str, Any], also: frozenset[str] = frozenset()) -> None:
    """Assert verdict and codes exactly, and that nothing is written of what is partial or refused.

    ``also`` are codes that the bridge reports beyond those asked for, each for a reason the test gives.
    """
    assert codes(report) == set(entry["mustReport"]) | also, entry.get("note")
    assert report.verdict.value == entry["expectedVerdict"], entry.get("note")
    assert bool(report.documents) == report.verdict.writes
    for finding in report.findings:
        assert finding.path
        assert finding.message.en
        assert finding.message.zh
    if report.verdict is Verdict.REFUSE:
        assert not report.fragments


def litchi(*names: str) -> list[dict[str, Any]]:
    """Return documents of the example, all of them without names."""
    paths = [LITCHI / f"{name}.json" for name in names] or sorted(LITCHI.glob("*.json"))
    return [json.loads(path.read_text(encoding="utf-8")) for path in paths]


def broken_rules(tree: dict[str, Any]) -> set[str]:
    """Return the requirements that one document breaks by itself."""
    documents = read_bytes(json.dumps(tree).encode(), "json")
    report = check(documents, Options(as_of=AS_OF, scope="document"))
    return {finding.requirement for finding in report.findings}


def outcomes(report: LossReport) -> Counter[str]:
    """Count the relations of all outcomes."""
    return Counter(outcome.relation.value for outcome in report.fields)
