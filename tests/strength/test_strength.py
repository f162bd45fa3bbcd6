"""The suite catches implementations that are wrong on purpose, and its margins never get worse unseen."""

from __future__ import annotations

import copy
import os
from pathlib import Path

import orjson
import pytest
from click.testing import CliRunner
from gclink_conformance.strength import cli, margins, page, trivial
from gclink_conformance.strength._mutant import Fate
from gclink_conformance.suite import root

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def scores() -> dict[str, trivial.Score]:
    return {made.name: made for made in trivial.run(one_in=25)}


def test_no_trivial_implementation_passes_any_profile(scores: dict[str, trivial.Score]) -> None:
    assert trivial.passing(scores.values()) == []
    assert all(len(made.profiles) == 7 for made in scores.values())


def test_a_part_of_the_truth_scores_high_and_still_fails(scores: dict[str, trivial.Score]) -> None:
    assert scores["schema-only"].right > scores["accepts-all"].right
    assert scores["rejects-all"].right == 0  # a refusal without a reason is no answer
    assert scores["rejects-with-a-reason"].explained < scores["rejects-with-a-reason"].right


def test_a_rule_without_its_limit_sign_or_term_is_noticed(of_sums: list[Fate]) -> None:
    operators = {fate.operator for fate in of_sums if fate.killed}
    assert {"drop the rule", "drop a term", "tolerance x 10", "negate"} <= operators


def test_mutants_with_the_wrong_reason_are_caught_under_grade_explained(of_sums: list[Fate]) -> None:
    reasons = [fate for fate in of_sums if fate.reason]
    assert {fate.operator for fate in reasons} == {"another requirement", "another document"}
    assert all(fate.safe and not fate.verdicts for fate in reasons)


def test_nothing_that_was_caught_escapes(of_pledges: list[Fate]) -> None:
    assert list(margins.losses(margins.load(margins.path()), of_pledges)) == []


def test_a_mutant_that_escapes_is_a_loss(of_sums: list[Fate]) -> None:
    (fate, *_) = [fate for fate in of_sums if fate.killed]
    escaped = copy.copy(fate)
    escaped.kills = []
    assert [line.partition(": no case")[0] for line in margins.losses(margins.load(margins.path()), [escaped])] == [
        fate.id
    ]


def test_a_score_that_falls_is_told(of_sums: list[Fate]) -> None:
    now = margins.measured(of_sums)
    before = {"requirements": copy.deepcopy(now)}
    assert list(margins.drops(before, now)) == []
    now["GCL-PAS-007"]["safe"] -= 1
    assert [line.partition(":")[0] for line in margins.drops(before, now)] == ["GCL-PAS-007"]


def test_an_equivalent_mutant_is_listed_once_with_a_reason_in_both_languages() -> None:
    known = margins.load(margins.path())["requirements"]
    for identifier, reason in margins.equivalents().items():
        assert identifier.partition("/")[0] in known
        assert reason["en"]
        assert reason["zh"]


def test_the_page_says_what_the_margins_say() -> None:
    known = margins.load(margins.path())
    for language in page.LANGUAGES:
        published = (ROOT / "docs" / language / "conformance" / "strength.md").read_text(encoding="utf-8")
        assert published == page.page(known, language)


def test_the_margins_speak_about_every_requirement_and_about_none_besides() -> None:
    from gclink._procedures import SEEN_BY_IMPORTERS
    from gclink_conformance.runner._requirements import requirements

    known = margins.load(root() / "margins.json")
    assert known["format"] == "gclink-strength/1"
    assert set(known["requirements"]) == set(requirements()) - SEEN_BY_IMPORTERS
    assert all(entry["killed"] > 0 for entry in known["requirements"].values())


@pytest.mark.long
def test_a_run_that_finds_the_suite_weaker_ends_with_its_own_code(tmp_path: Path) -> None:
    file = tmp_path / "margins.json"
    arguments = ["--filter", "GCL-PAS-007", "--no-trivial", "--jobs", "1", "--margins", str(file)]
    first = CliRunner().invoke(cli.command, [*arguments, "--write"], standalone_mode=False)
    assert first.return_value == 0
    known = orjson.loads(file.read_bytes())
    known["requirements"]["GCL-PAS-007"]["killed"] = known["requirements"]["GCL-PAS-007"]["mutants"] + 1
    file.write_bytes(orjson.dumps(known))
    second = CliRunner().invoke(cli.command, arguments, standalone_mode=False)
    assert second.return_value == 4
    assert "GCL-PAS-007: killed" in second.output


@pytest.mark.long
def test_the_whole_hunt_finds_the_suite_no_weaker_than_the_margins() -> None:
    from gclink_conformance.strength import _hunt

    now = margins.measured(_hunt.hunt(_hunt.parts(), jobs=2))
    assert list(margins.drops(margins.load(margins.path()), now)) == []


@pytest.mark.long
def test_no_trivial_implementation_passes_a_larger_part() -> None:
    assert trivial.passing(trivial.run(one_in=10, jobs=2)) == []


@pytest.mark.long
def test_every_adapter_that_misbehaves_is_told_from_a_good_one(monkeypatch: pytest.MonkeyPatch) -> None:
    from gclink_conformance.strength import adapters

    paths = [str(ROOT / name) for name in ("validators", "spec", "conformance_tests")]
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join(paths))
    rows = adapters.table()
    assert adapters.unseen(rows) == []
    (good,) = [row for row in rows if row["name"] == "good"]
    assert good["explained"] == sum(good["outcomes"].values()) > 0
