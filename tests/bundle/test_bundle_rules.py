"""Rules across documents: each requirement with its function, its cases, and an index that keeps its promises."""

from __future__ import annotations

from pathlib import Path

import orjson
import pytest
from gclink.bundle import Bundle, procedures
from gclink.bundle._spool import Spool
from gclink.check import Options, check
from gclink.documents import read_documents
from gclink_conformance import stories
from gclink_conformance.cases import load
from gclink_conformance.check import ROOT
from gclink_spec import load_model
from gclink_spec._model import Requirement

MODEL = load_model(ROOT.parent / "spec")
CASES = load(ROOT / "cases")
#: Modules whose rules across documents are all checked.
COMPLETE = ("core", "passport", "removal", "brand", "finance", "link", "incentive")
ACROSS = [r for r in MODEL.requirements.values() if r.across is not None]


def test_every_function_has_the_name_that_its_requirement_gives() -> None:
    for identifier, function in procedures().items():
        assert MODEL.requirements[identifier].across == function.__name__


def test_the_rules_of_every_module_are_checked() -> None:
    assert {requirement.module for requirement in ACROSS} == set(COMPLETE)


@pytest.mark.parametrize("requirement", ACROSS, ids=lambda r: r.id)
def test_a_rule_has_a_function_and_cases_of_both_polarities(requirement: Requirement) -> None:
    """Two negatives for a MUST, so that a function that knows one broken bundle by heart is found out."""
    assert requirement.id in procedures()
    negative = [case.negative for case in CASES if case.requirement == requirement.id]
    assert negative.count(False) >= 1
    assert negative.count(True) >= (2 if requirement.level == "MUST" else 1)


def test_the_committed_stories_are_what_their_builder_gives() -> None:
    assert {name: (ROOT / "bases" / name).read_bytes() for name in stories.files()} == stories.files()


@pytest.mark.parametrize("story", list(stories.STORIES))
def test_a_story_conforms_without_a_finding(story: str) -> None:
    report = check(read_documents([ROOT / "bases" / story]), Options(as_of="2026-10-01T00:00:00Z", scope="bundle"))
    assert [(f.requirement, f.source, f.pointer) for f in report.findings] == []


def test_a_bundle_that_waits_on_disk_is_judged_like_one_in_memory() -> None:
    folder = ROOT.parent / "examples" / "litchi" / "json"
    trees = [orjson.loads(path.read_bytes()) for path in sorted(folder.glob("*.json"))]
    broken = next(tree for tree in trees if tree["type"] == "CarbonLink")
    broken["lot"] = "https://example.org/gclink/lots/nowhere"

    def found(spool: Spool) -> list[tuple[str, str, tuple[str | int, ...]]]:
        bundle = Bundle("2026-10-01T00:00:00Z", spool)
        for tree in trees:
            bundle.add(tree)
        hits = [(name, hit.entry.id, hit.path) for name, f in procedures().items() for hit in f(bundle)]
        spool.close()
        return hits

    in_memory = found(Spool(in_memory=10_000))
    assert ("GCL-COR-022", broken["id"], ("lot",)) in in_memory
    assert found(Spool(in_memory=3)) == in_memory


def test_a_document_of_the_wrong_form_is_not_missed_a_second_time(tmp_path: Path) -> None:
    folder = ROOT.parent / "examples" / "litchi" / "json"
    for path in folder.glob("*.json"):
        tree = orjson.loads(path.read_bytes())
        if path.stem == "party-platform":
            tree["country"] = "XX"
        (tmp_path / path.name).write_bytes(orjson.dumps(tree))
    report = check(read_documents([tmp_path]), Options(as_of="2026-10-01T00:00:00Z", scope="bundle"))
    assert [finding.requirement for finding in report.findings] == ["GCL-COR-046"]


def test_a_document_that_is_given_twice_is_told_about_once(tmp_path: Path) -> None:
    """The example and a copy of it in another syntax are one bundle; only the living record must not stand twice."""
    folder = ROOT.parent / "examples" / "litchi"
    for path in (folder / "json").glob("*.json"):
        tree = orjson.loads(path.read_bytes())
        if tree["type"] == "CarbonLink":
            tree["lot"] = "https://example.org/gclink/lots/nowhere"
        (tmp_path / path.name).write_bytes(orjson.dumps(tree))
        (tmp_path / f"again-{path.name}").write_bytes(orjson.dumps(tree))
    options = Options(as_of="2026-10-01T00:00:00Z", scope="bundle")
    whole = [(f.requirement, f.document, f.pointer) for f in check(read_documents([tmp_path]), options).findings]
    for path in tmp_path.glob("again-*"):
        path.unlink()
    once = [(f.requirement, f.document, f.pointer) for f in check(read_documents([tmp_path]), options).findings]
    copied = [found for found in whole if found not in once]
    assert once
    assert len(whole) == len(once) + len(copied)
    assert {requirement for requirement, _, _ in copied} == {"GCL-FIN-125"}
