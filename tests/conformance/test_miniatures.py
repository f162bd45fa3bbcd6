"""An adapter that hangs, dies, lies or prints garbage is told as such, and never passes."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from gclink.errors import GclinkError
from gclink_conformance.runner._conclude import Exit
from gclink_conformance.runner.session import AdapterUnusableError, Request, run
from miniatures import Trying


def outcomes(result: object) -> Counter[str]:
    return Counter(row["outcome"] for row in result.rows)  # type: ignore[attr-defined]


def reasons(result: object) -> set[str]:
    return {row["reason"]["en"] for row in result.rows if row["outcome"] != "pass"}  # type: ignore[attr-defined]


def test_a_good_one_gives_every_answer_explained(trying: Trying) -> None:
    result = trying("good")
    assert outcomes(result) == {"pass": len(result.rows)}
    assert {row["grade"] for row in result.rows} == {"explained"}
    assert result.exit is Exit.PASS


def test_a_part_of_the_suite_concludes_nothing(trying: Trying) -> None:
    (made,) = trying("good").profiles.values()
    assert made["result"] == "inconclusive"
    assert made["reason"]["en"] == "only a part of the tests was run"
    assert made["reason"]["zh"]


@pytest.mark.parametrize(("manner", "right"), [("accepts-all", "positive"), ("rejects-all", "negative")])
def test_one_that_says_the_same_to_everything_is_right_in_one_polarity_and_fails(
    manner: str, right: str, trying: Trying
) -> None:
    result = trying(manner)
    assert {row["polarity"] for row in result.rows if row["outcome"] == "pass"} == {right}
    assert {row["polarity"] for row in result.rows if row["outcome"] == "fail"} == {"positive", "negative"} - {right}
    assert result.exit is Exit.BROKEN_ADAPTER  # the first trials already say that documents are not read
    assert any(attempt.told is not None for attempt in result.selftest)


def test_a_right_verdict_with_the_finding_elsewhere_is_graded_verdict(trying: Trying) -> None:
    result = trying("wrong-place")
    negatives = [row for row in result.rows if row["polarity"] == "negative"]
    assert {(row["outcome"], row["grade"]) for row in negatives} == {("pass", "verdict")}
    assert all("GCL-PAS-007" in row["reason"]["en"] and "GCL-PAS-007" in row["reason"]["zh"] for row in negatives)


def test_a_right_verdict_without_any_finding_fails(trying: Trying) -> None:
    result = trying("no-findings")
    assert {(row["polarity"], row["outcome"]) for row in result.rows} == {("positive", "pass"), ("negative", "fail")}
    assert result.exit is Exit.NONCONFORMANT


def test_one_that_cannot_tell_does_not_pass(trying: Trying) -> None:
    result = trying("cannot-tell")
    assert outcomes(result) == {"fail": len(result.rows)}


BROKEN = {
    "garbage": "not a message of the protocol",
    "no-object": "not a JSON object",
    "wrong-verdict-word": "/verdict",
    "half-a-line": "ended before it answered",
    "dies": "exit code 7",
    "other-id": "another id than the request: 'another'",
    "no-id": "it has no id",
    "fails": "out of paper",
}


@pytest.mark.parametrize("manner", list(BROKEN))
def test_a_broken_answer_is_an_error_and_never_passes_a_negative(manner: str, trying: Trying) -> None:
    result = trying(manner)
    assert outcomes(result)["pass"] == 0
    assert outcomes(result)["error"] == len(result.rows)
    assert any(BROKEN[manner] in reason for reason in reasons(result)), reasons(result)
    assert result.exit is Exit.BROKEN_ADAPTER


@pytest.mark.parametrize("manner", ["hangs", "late"])
def test_an_answer_that_comes_too_late_is_an_error_and_is_never_read(manner: str, trying: Trying) -> None:
    result = trying(manner, "gcl-pas-007-n01/json", timeout=2.0)
    assert outcomes(result) == {"error": len(result.rows)}
    assert "no answer within 2 s" in reasons(result)


def test_a_line_that_nobody_asked_for_is_an_error(trying: Trying) -> None:
    result = trying("talks", "gcl-pas-007-n0[1-4]/json")
    assert outcomes(result)["error"] > 0
    assert any("without being asked" in reason or "another id" in reason for reason in reasons(result))


def test_an_adapter_that_keeps_dying_is_given_up_and_the_rest_is_no_pass(trying: Trying) -> None:
    result = trying("dies", "gcl-pas-00?-*")
    given_up = [row for row in result.rows if "given up" in row["reason"]["en"]]
    assert len(given_up) == len(result.rows) - 10
    assert outcomes(result) == {"error": len(result.rows)}


def test_what_a_dying_adapter_said_stands_in_the_log(trying: Trying, tmp_path: Path) -> None:
    trying("dies")
    assert "something broke" in (tmp_path / "out" / "adapter.log").read_text(encoding="utf-8")


#: Enough trials that, with the seed of these tests, a negative one is asked twice.
REPEATED = "gcl-pas-0[01]*/json*"


def test_an_answer_that_changes_on_the_repeat_fails_the_repeat(trying: Trying) -> None:
    fickle = trying("changes-its-mind", REPEATED)
    repeats = [row for row in fickle.rows if row["test"].endswith("#2") and row["polarity"] == "negative"]
    assert repeats
    assert {row["outcome"] for row in repeats} == {"fail"}
    assert all("under another id" in row["reason"]["en"] for row in repeats)
    assert {row["outcome"] for row in fickle.rows if not row["test"].endswith("#2")} == {"pass"}
    assert fickle.exit is Exit.NONCONFORMANT


def test_one_that_claims_something_else_after_a_restart_is_broken(trying: Trying) -> None:
    result = trying("changes-claims")
    assert "the adapter claims something else than at first" in reasons(result)
    assert outcomes(result)["pass"] == 0


def test_what_is_declined_by_name_is_not_asked_and_not_passed(trying: Trying) -> None:
    result = trying("declines-by-name")
    declined = [row for row in result.rows if row["outcome"] == "declined"]
    assert {row["format"] for row in declined} == {"xml"}
    assert {row["reason"]["en"] for row in declined} == {"no sums in XML"}
    assert {row["actual"] for row in declined} == {None}
    assert {row["outcome"] for row in result.rows if row["format"] == "json"} == {"pass"}


def test_one_that_declines_everything_has_nothing_executed(trying: Trying) -> None:
    result = trying("declines")
    (made,) = result.profiles.values()
    assert made["must"]["executed"] == 0
    assert made["result"] == "inconclusive"
    assert result.exit is Exit.INCONCLUSIVE


@pytest.mark.parametrize(
    ("manner", "part"),
    [("unknown-profile", "astrologer"), ("other-version", "9.9"), ("declines-nothing-known", "GCL-XXX-999")],
)
def test_a_claim_that_no_suite_could_try_is_a_usage_error(manner: str, part: str, trying: Trying) -> None:
    with pytest.raises(GclinkError) as caught:
        trying(manner)
    assert part in caught.value.message.en
    assert part in caught.value.message.zh
    assert caught.value.exit_code == Exit.USAGE


@pytest.mark.parametrize("adapter", ["no-such-command-anywhere", "http://127.0.0.1:9/", "false"])
def test_an_adapter_that_does_not_say_who_it_is_ends_the_run(adapter: str, tmp_path: Path) -> None:
    with pytest.raises(AdapterUnusableError) as caught:
        run(Request(adapter, out=tmp_path, timeout=5.0))
    assert caught.value.exit_code == Exit.BROKEN_ADAPTER
    assert not (tmp_path / "results.jsonl").exists()


def test_several_processes_give_the_rows_of_one(trying: Trying) -> None:
    alone, together = trying("rejects-all"), trying("rejects-all", jobs=2)
    assert [row["test"] for row in alone.rows] == [row["test"] for row in together.rows]
    assert [row["outcome"] for row in alone.rows] == [row["outcome"] for row in together.rows]
