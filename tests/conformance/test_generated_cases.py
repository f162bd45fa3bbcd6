"""The cases that follow from the model: none is forgotten, each breaks what it says and nothing else."""

from __future__ import annotations

import random
import re
import shutil
import subprocess
from collections import Counter
from pathlib import Path

import pytest
from gclink._model import model
from gclink_conformance import ids
from gclink_conformance.cases import Case
from gclink_conformance.check import differences, run
from gclink_conformance.generated.damaged import damaged
from gclink_conformance.generated.disorder import disorder
from gclink_conformance.generated.faults import faults
from gclink_conformance.generated.spots import spots
from gclink_conformance.reference import answer
from gclink_conformance.runner._score import score
from gclink_conformance.runner._trial import of_case
from gclink_conformance.runner._trials import trials
from gclink_conformance.suite import root
from miniatures import ROOT

FAULTS = faults(root())
DAMAGED = damaged(root())
DISORDER = disorder(root())


def wrong(cases: list[Case]) -> list[str]:
    return [
        f"{case.id}/{form}: {found}"
        for case in cases
        for form in case.formats
        if (found := differences(case, run(case, form, root()), root()))
    ]


def test_every_structural_constraint_of_a_document_has_a_fault() -> None:
    reached = {spot.field.key(spot.kind) if spot.field else f"{spot.holder.name}#closed" for spot in spots(root())}
    classes = {spot.holder.name for spot in spots(root())}
    wanted = {
        field.key(kind)
        for name in classes
        for field in model().classes[name].fields.values()
        for kind in field.requirements
    }
    assert sorted(wanted - reached) == []
    assert {name for name, cls in model().classes.items() if cls.kind == "document"} <= classes
    assert {f"{name}#closed" for name in classes} <= reached


def test_every_constraint_that_was_reached_has_a_case_unless_its_kind_cannot_be_broken_alone() -> None:
    covered = {re.sub(r"^gcl-[a-z]{3}-[0-9]{3}-|-n[0-9]{2}$", "", case.id) for case in FAULTS}
    due = {
        f"{spot.field.owner}-{spot.field.name}-{spot.kind}".lower()
        if spot.field
        else f"{spot.holder.name}-closed".lower()
        for spot in spots(root())
    }
    lacking = Counter(name.rpartition("-")[2] for name in due - covered)
    # A set whose one item is the only one allowed cannot hold too many others of the right form.
    assert set(lacking) <= {"cardinality"}, due - covered


def test_a_sample_of_the_faults_gives_its_finding_and_no_other_in_every_syntax() -> None:
    assert wrong(random.Random(1).sample(FAULTS, 300)) == []


def test_members_out_of_place_are_told_for_every_class_with_two_members() -> None:
    assert wrong(list(DISORDER)) == []
    classes = {spot.holder.name.lower() for spot in spots(root()) if spot.field is None}
    turned = {case.id.split("-")[3] for case in DISORDER}
    assert turned <= classes
    assert len(turned) > 0.9 * len(classes)


@pytest.mark.long
def test_every_fault_gives_its_finding_and_no_other_in_every_syntax() -> None:
    assert wrong(list(FAULTS)) == []


@pytest.mark.parametrize("case", DAMAGED, ids=lambda case: case.id)
def test_a_damaged_text_is_told_as_the_case_says(case: Case) -> None:
    (trial,) = of_case(case)
    made = score(trial, trial.expected(), answer({**trial.request(), "id": "1"}))
    assert (made.outcome, made.grade) == ("pass", "explained"), made.reason.en


def test_damage_differs_from_case_to_case_and_both_polarities_stand_in_every_syntax() -> None:
    assert len({(case.formats, case.raw[0].content) for case in DAMAGED}) == len(DAMAGED)
    for form in ("json", "xml", "turtle", "jsonld"):
        assert {case.polarity for case in DAMAGED if case.formats == (form,)} == {"positive", "negative"}


def test_titles_stand_in_both_languages() -> None:
    for trial in trials():
        words = " " in trial.title["en"] and re.search("[A-Za-z]{3}", trial.title["en"])  # figures and names stay
        assert trial.title["en"].strip()
        assert trial.title["zh"].strip()
        assert trial.title["zh"] != trial.title["en"] or not words, trial.id
        assert not re.search("[\u4e00-\u9fff]", trial.title["en"]), trial.id


def test_no_two_tests_have_one_name() -> None:
    names = [trial.id for trial in trials()]
    assert len(set(names)) == len(names)


def test_the_calculations_conversions_and_digests_of_all_documents_are_tried() -> None:
    count = Counter(trial.operation for trial in trials())
    assert count["derive"] == 130
    assert count["convert"] > 1_000
    assert count["digest"] > 400


def test_no_id_that_was_listed_is_gone() -> None:
    """Ids are cited in tickets and excuses; new ones are added by ``python -m gclink_conformance.ids``."""
    listed = ids.listed(ids.path().read_text(encoding="utf-8"))
    assert listed == sorted(set(listed))
    assert sorted(set(listed) - set(ids.present())) == []


def test_the_ids_of_the_last_release_are_listed() -> None:
    git = shutil.which("git")
    if git is None or not (ROOT / ".git").exists():
        pytest.skip("not a git checkout")
    tag = _git(git, "describe", "--tags", "--abbrev=0")
    before = _git(git, "show", f"{tag}:conformance_tests/case-ids.txt") if tag else ""
    if not before:
        pytest.skip("no release has a list of ids yet")
    assert sorted(set(ids.listed(before)) - set(ids.listed(ids.path().read_text(encoding="utf-8")))) == []


def _git(git: str, *arguments: str) -> str:
    done = subprocess.run([git, *arguments], cwd=ROOT, capture_output=True, text=True, check=False)
    return done.stdout.strip() if done.returncode == 0 else ""


def test_the_list_of_ids_keeps_what_is_gone(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(ids, "path", lambda: tmp_path / "case-ids.txt")
    (tmp_path / "case-ids.txt").write_text(f"{ids.HEAD}\ngcl-old-001-n01\n", encoding="utf-8")
    assert "gcl-old-001-n01" in ids.listed(ids.written())
    assert set(ids.present()) < set(ids.listed(ids.written()))
