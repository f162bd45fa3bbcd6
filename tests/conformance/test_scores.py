"""From an answer to an outcome: what is right, what is nearly right, what is wrong."""

from __future__ import annotations

from typing import Any

import orjson
import pytest
from gclink.convert import convert
from gclink_conformance.runner._conclude import Exit, conclusion, exit_code
from gclink_conformance.runner._repeats import compare_repeats
from gclink_conformance.runner._requirements import requirements
from gclink_conformance.runner._score import differences, score
from gclink_conformance.runner._trial import Trial
from gclink_conformance.runner._trials import trials

BY_ID = {trial.id: trial for trial in trials()}
DOC = "urn:a"


def due(requirement: str, location: str, within: str | None = None) -> dict[str, Any]:
    made = {"requirement": requirement, "document": DOC, "location": location}
    return made if within is None else {**made, "within": within}


def given(requirement: str, location: str, document: str = DOC) -> dict[str, Any]:
    return {"requirement": requirement, "document": document, "location": location, "severity": "violation"}


RULE, FORM = "GCL-PAS-007", "GCL-COR-003"


@pytest.mark.parametrize(
    ("item", "right"),
    [
        (given(RULE, "/stages/0/value"), True),  # the place itself
        (given(RULE, "/stages/0"), True),  # the object that the rule is about
        (given(RULE, "/stages/0/other"), True),  # another member of that object
        (given(RULE, "/stages/1"), False),  # another object
        (given(RULE, "/stages"), False),  # what is around it
        (given(RULE, "/stages/01"), False),  # a place that only begins alike
        (given(RULE, ""), False),  # the whole document says nothing
        (given("GCL-PAS-008", "/stages/0/value"), False),
        (given(RULE, "/stages/0/value", "urn:b"), False),
    ],
)
def test_a_finding_of_a_rule_is_right_at_its_place_or_in_the_object_it_is_about(
    item: dict[str, Any], right: bool
) -> None:
    missing, surplus = differences([due(RULE, "/stages/0/value", "/stages/0")], [item], structural=False)
    assert (missing == [] and surplus == []) is right


@pytest.mark.parametrize(("place", "right"), [("/value", True), ("", False), ("/value/0", False)])
def test_a_fault_of_form_has_one_place(place: str, right: bool) -> None:
    missing, surplus = differences([due(FORM, "/value")], [given(FORM, place)], structural=True)
    assert (missing == [] and surplus == []) is right


def test_two_faults_need_two_findings() -> None:
    wanted = [due(RULE, "/a/0/x", "/a/0"), due(RULE, "/a/0/y", "/a/0")]
    assert differences(wanted, [given(RULE, "/a/0")], structural=False) == ([wanted[1]], [])
    assert differences(wanted, [given(RULE, "/a/0/y"), given(RULE, "/a/0")], structural=False) == ([], [])


def test_a_second_finding_about_the_same_object_is_passed_over_and_any_other_is_surplus() -> None:
    wanted = [due(RULE, "/a/x", "/a")]
    assert differences(wanted, [given(RULE, "/a/x"), given(RULE, "/a/y")], structural=False) == ([], [])
    stranger = given("GCL-PAS-008", "/a")
    assert differences(wanted, [given(RULE, "/a/x"), stranger], structural=False) == ([], [stranger])


def test_what_rules_say_beside_a_fault_of_form_is_not_weighed_but_another_fault_of_form_is() -> None:
    wanted = [due(FORM, "/value")]
    right = given(FORM, "/value")
    assert differences(wanted, [right, given(RULE, "")], structural=True) == ([], [])
    other = given("GCL-COR-047", "/value")
    assert differences(wanted, [right, other], structural=True) == ([], [other])
    unknown = given("GCL-XXX-999", "/value")
    assert differences(wanted, [right, unknown], structural=True) == ([], [unknown])


def of(trial: Trial, **answer: Any) -> tuple[str, str]:
    made = score(trial, trial.expected(), {"id": "1", **answer})
    assert made.reason.en
    assert made.reason.zh
    return made.outcome, made.grade


def test_a_verdict_without_findings_is_graded_verdict_and_a_wrong_one_fails() -> None:
    trial = BY_ID["gcl-pas-007-n01/json"]
    finding = {**trial.expected()["findings"][0], "severity": "violation"}
    finding.pop("within")
    assert of(trial, verdict="violates", findings=[finding]) == ("pass", "explained")
    assert of(trial, verdict="violates", findings=[{**finding, "location": "/id"}]) == ("pass", "explained")
    assert of(trial, verdict="violates", findings=[{**finding, "document": "urn:b"}]) == ("pass", "verdict")
    assert of(trial, verdict="conforms", findings=[finding]) == ("fail", "none")
    assert of(trial, verdict="cannot_tell") == ("fail", "none")
    assert of(trial, declined=True, reason="x") == ("declined", "none")
    assert of(trial, failed=True, message="x") == ("error", "none")


def test_a_refusal_for_no_reason_is_none_and_a_pass_in_spite_of_one_neither() -> None:
    negative, positive = BY_ID["gcl-pas-007-n01/json"], BY_ID["gcl-pas-007-p01/json"]
    assert of(negative, verdict="violates") == ("fail", "none")
    assert of(negative, verdict="violates", findings=[]) == ("fail", "none")
    warning = {**given(RULE, ""), "severity": "warning"}
    assert of(negative, verdict="violates", findings=[warning]) == ("fail", "none")
    assert of(positive, verdict="conforms") == ("pass", "explained")
    assert of(positive, verdict="conforms", findings=[warning]) == ("pass", "verdict")
    assert of(positive, verdict="conforms", findings=[given(RULE, "")]) == ("fail", "none")


def test_a_broken_recommendation_has_to_be_told_though_the_document_conforms() -> None:
    trial = next(
        trial
        for trial in trials()
        if trial.about.level == "SHOULD" and trial.polarity == "negative" and len(trial.expected()["findings"]) == 1
    )
    told = {name: value for name, value in trial.expected()["findings"][0].items() if name != "within"}
    finding = {"severity": "warning", **told}
    assert of(trial, verdict="conforms", findings=[{"location": "", **finding}]) == ("pass", "explained")
    assert of(trial, verdict="conforms") == ("fail", "none")
    assert of(trial, verdict="conforms", findings=[{**given("GCL-PAS-007", ""), "severity": "warning"}]) == (
        "fail",
        "none",
    )
    assert of(trial, verdict="violates", findings=[{"location": "", **finding}]) == ("fail", "none")


def test_a_digest_is_right_or_wrong() -> None:
    trial = BY_ID["digest-passport-p01/xml"]
    assert of(trial, digest=trial.expected()["digest"]) == ("pass", "explained")
    assert of(trial, digest="sha-256:" + "0" * 64) == ("fail", "none")


def test_a_conversion_is_read_again_and_has_to_keep_the_digest() -> None:
    trial = BY_ID["convert-passport-to-turtle-p01/json"]
    tree = orjson.loads(trial.request()["document"]["body"])
    good = convert(tree, "turtle").decode()
    answers = {
        "good": {"mediaType": "text/turtle", "body": good},
        "another figure": {
            "mediaType": "text/turtle",
            "body": convert({**tree, "primaryDataShare": "1"}, "turtle").decode(),
        },
        "another syntax": {"mediaType": "application/json", "body": orjson.dumps(tree).decode()},
        "broken": {"mediaType": "text/turtle", "body": good[:200]},
        "broken base 64": {"mediaType": "text/turtle", "bodyBase64": "A"},
        "of the wrong form": {"mediaType": "text/turtle", "body": good.replace("gcl:specVersion", "gcl:unheardOf")},
        "two": {"mediaType": "text/turtle", "body": good + good.replace("passports/A", "passports/B")},
    }
    got = {name: of(trial, document=document)[0] for name, document in answers.items()}
    assert got == {name: "pass" if name == "good" else "fail" for name in answers}


def test_a_value_has_every_member_within_its_tolerance() -> None:
    trial = BY_ID["derive-cv-01-p01/json"]
    wanted = trial.expected()["value"]
    assert of(trial, value=wanted) == ("pass", "explained")
    assert of(trial, value={**wanted, "dryMass_t": "36.380000001"}) == ("pass", "explained")
    assert of(trial, value={**wanted, "dryMass_t": "36.4"}) == ("fail", "none")
    assert of(trial, value={"dryMass_t": wanted["dryMass_t"]}) == ("fail", "none")
    assert of(trial, value="36.38") == ("fail", "none")
    single = next(trial for trial in trials() if trial.operation == "derive" and len(trial.expected()["value"]) == 1)
    assert of(single, value=next(iter(single.expected()["value"].values()))) == ("pass", "explained")


def test_every_expected_finding_names_a_requirement_its_document_and_a_place_in_it() -> None:
    bundle = BY_ID["gcl-cor-023-n01/json"]
    sent = {document["iri"] for document in bundle.request()["documents"]}
    for found in bundle.expected()["findings"]:
        assert found["requirement"] in requirements()
        assert found["document"] in sent


def row(outcome: str, level: str = "MUST", polarity: str = "positive", grade: str = "explained") -> dict[str, Any]:
    return {
        "test": f"{outcome}-{level}-{polarity}-{grade}",
        "requirement": "GCL-COR-001",
        "operation": "check",
        "outcome": outcome,
        "level": level,
        "polarity": polarity,
        "grade": grade if outcome == "pass" else "none",
    }


BOTH = [row("pass"), row("pass", polarity="negative")]


@pytest.mark.parametrize(
    ("rows", "result", "grade"),
    [
        (BOTH, "pass", "explained"),
        ([*BOTH, row("pass", grade="verdict")], "pass", "verdict"),
        ([*BOTH, row("fail", "SHOULD")], "pass", "explained"),
        ([*BOTH, row("fail")], "fail", "none"),
        ([*BOTH, row("fail"), row("error")], "error", "none"),
        ([*BOTH, row("declined")], "inconclusive", "none"),
        (BOTH[:1], "inconclusive", "none"),
        (BOTH[1:], "inconclusive", "none"),
        ([row("declined")], "inconclusive", "none"),
        ([row("pass", "SHOULD")], "inconclusive", "none"),
        ([], "inconclusive", "none"),
    ],
)
def test_a_profile_is_concluded_from_its_mandatory_tests(rows: list[Any], result: str, grade: str) -> None:
    made = conclusion(rows, whole=True)
    assert (made["result"], made["grade"]) == (result, grade)


def test_what_the_claim_declines_by_name_leaves_the_conclusion_standing() -> None:
    declined = row("declined")
    made = conclusion([*BOTH, declined], whole=True, declined_by_name=frozenset({declined["test"]}))
    assert made["result"] == "pass"
    assert made["must"] == {"executed": 2, "passed": 2, "failed": 0, "errors": 0, "declined": 1}


def test_the_highest_exit_code_counts() -> None:
    good, open_end = {"p": conclusion(BOTH, whole=True)}, {"p": conclusion(BOTH[:1], whole=True)}
    assert exit_code(BOTH, good, whole=True, baseline=False) is Exit.PASS
    assert exit_code([*BOTH, row("fail", "SHOULD")], good, whole=True, baseline=False) is Exit.PASS
    assert exit_code([*BOTH, row("fail")], good, whole=True, baseline=False) is Exit.NONCONFORMANT
    assert exit_code([*BOTH, row("fail"), row("error")], good, whole=True, baseline=False) is Exit.BROKEN_ADAPTER
    assert exit_code([*BOTH, row("error")], good, whole=True, baseline=True) is Exit.BASELINE
    assert exit_code([row("fail")], open_end, whole=True, baseline=True) is Exit.INCONCLUSIVE
    assert exit_code([], {}, whole=True, baseline=False) is Exit.INCONCLUSIVE
    excused = {**row("fail"), "expectedFailure": "known"}
    assert exit_code([*BOTH, excused], good, whole=True, baseline=False) is Exit.PASS


def test_a_repeat_that_differs_only_in_wording_and_order_agrees() -> None:
    findings = [{**given(RULE, "/a"), "message": "one"}, {**given(RULE, "/b"), "message": "two"}]
    first = {"test": "t/json", "outcome": "pass", "actual": {"verdict": "violates", "findings": findings}}
    again = {"test": "t/json#2", "outcome": "pass", "grade": "explained", "reason": {}}
    turned = [{**findings[1], "message": "other"}, findings[0]]
    rows = [first, {**again, "actual": {"verdict": "violates", "findings": turned}}]
    compare_repeats(rows)
    assert rows[1]["outcome"] == "pass"
    rows = [first, {**again, "actual": {"verdict": "violates", "findings": turned[:1]}}]
    compare_repeats(rows)
    assert rows[1]["outcome"] == "fail"
