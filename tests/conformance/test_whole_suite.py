"""The whole suite against the reference adapter: every test explained, in under two minutes on two cores."""

from __future__ import annotations

import resource
import sys
from collections import Counter
from pathlib import Path

import pytest
from gclink_conformance.protocol import validator
from gclink_conformance.report.results import load
from gclink_conformance.runner._conclude import Exit
from gclink_conformance.runner._trials import trials
from gclink_conformance.runner.session import Request, run

#: Two cores for two minutes, in seconds of work; counted so, the figure does not hang on what else the machine does.
BUDGET = 240.0


@pytest.mark.long
def test_the_reference_gives_every_answer_explained_in_the_time_allowed(tmp_path: Path) -> None:
    before = _work()
    result = run(Request(f"{sys.executable} -m gclink_conformance.reference", out=tmp_path, seed=11, jobs=2))
    worked = _work() - before
    wrong = [f"{row['test']}: {row['reason']['en']}" for row in result.rows if row["grade"] != "explained"]
    assert wrong == []
    assert result.exit is Exit.PASS
    assert {(made["result"], made["grade"]) for made in result.profiles.values()} == {("pass", "explained")}
    assert {row["case"] for row in result.rows} == {trial.case for trial in trials()}
    assert worked < BUDGET, f"{worked:.0f} s of work"
    results = load(tmp_path / "results.jsonl")
    counts = Counter(row.level for row in results.rows)
    assert counts["MUST"] > 30_000
    for row in result.rows[::200]:
        assert validator("results", "row").is_valid(row)


def _work() -> float:
    own, children = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return own.ru_utime + own.ru_stime + children.ru_utime + children.ru_stime
