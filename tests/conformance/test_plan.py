"""What goes over the wire gives nothing away, and follows from the seed alone."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import orjson
import pytest
from gclink_conformance.protocol import validator
from gclink_conformance.reference import answer
from gclink_conformance.runner._plan import Plan, matches, planned, request
from gclink_conformance.runner._trials import trials

HELLO = answer({"op": "hello", "id": "0"})


def plan(seed: int = 1, pattern: str | None = "gcl-pas-00*", hello: dict[str, Any] = HELLO) -> Plan:
    return Plan("x", hello, (), pattern, seed, 1.0, None)


def test_no_expectation_and_no_name_of_a_case_is_on_the_wire() -> None:
    for item in planned(plan(pattern="gcl-*-01?-*1/*")):
        sent = request(plan(), item)
        text = orjson.dumps({name: value for name, value in sent.items() if name != "documents"}).decode()
        assert validator("messages", f"request.{sent['op']}").is_valid(sent)
        for secret in (item.trial.case, item.trial.requirement, item.trial.polarity, "violates", "conforms"):
            assert secret.lower() not in text.lower(), (item.test, secret)


def test_ids_are_opaque_and_no_two_are_equal() -> None:
    found = planned(plan(pattern=None))
    ids = {plan().wire_id(item.test) for item in found}
    assert len(ids) == len(found)
    assert {len(name) for name in ids} == {20}


def test_the_order_and_the_ids_follow_from_the_seed() -> None:
    one, same, other = ([item.test for item in planned(plan(seed))] for seed in (1, 1, 2))
    assert one == same
    assert one != other
    assert one != sorted(one)
    assert plan(1).wire_id("a") != plan(2).wire_id("a")


def test_about_one_in_forty_is_asked_again_and_the_rest_once() -> None:
    found = planned(plan(pattern=None))
    repeats = [item for item in found if item.repeat]
    assert 0.6 < 40 * len(repeats) / len(found) < 1.5
    names = {item.test for item in found}
    assert len(names) == len(found)
    assert all(item.test.removesuffix("#2") in names for item in repeats)


def test_only_what_is_claimed_is_planned() -> None:
    claim = {**HELLO["claims"][0], "profile": "passport_issuer", "tiers": ["T1", "T2"], "formats": ["json", "xml"]}
    hello = {**HELLO, "claims": [{**claim, "operations": ["check", "convert"]}]}
    found = [item.trial for item in planned(plan(pattern=None, hello=hello))]
    assert {trial.format for trial in found} == {"json", "xml"}
    assert {trial.operation for trial in found} == {"check", "convert"}
    assert {trial.to for trial in found if trial.operation == "convert"} == {"json", "xml"}
    assert {trial.about.tier for trial in found if trial.operation == "check"} == {"T1", "T2"}
    assert {trial.scope for trial in found} == {"document"}
    assert {trial.about.module for trial in found} <= {"core", "passport"}


def test_a_trial_is_declined_with_any_requirement_that_it_needs() -> None:
    declines = [{"requirement": "GCL-COR-049", "formats": ["xml"], "reason": "no lists"}]
    hello = {**HELLO, "claims": [{**claim, "declines": declines} for claim in HELLO["claims"]]}
    found = planned(plan(pattern="gcl-fin-007-*", hello=hello))
    masked = [item for item in found if "GCL-COR-049" in item.trial.needs]
    assert {item.trial.requirement for item in masked} == {"GCL-FIN-007"}
    assert {item.trial.format for item in found if item.declined} == {"xml"}
    assert all((item.declined == "no lists") == (item.trial.format == "xml") for item in masked)


def test_every_trial_counts_for_some_profile() -> None:
    counted = {item.trial.id for item in planned(plan(pattern=None))}
    assert counted == {trial.id for trial in trials()}


def test_a_plan_is_kept_for_other_processes(tmp_path: Path) -> None:
    made = plan()
    made.save(tmp_path / "plan.gclink")
    assert Plan.load(tmp_path / "plan.gclink") == made


@pytest.mark.parametrize(
    ("pattern", "fits"),
    [("GCL-PAS-007", True), ("gcl-pas-007-n0?", True), ("*/json", True), ("gcl-pas-007", True), ("pas", False)],
)
def test_a_pattern_is_a_whole_name_with_wild_cards(pattern: str, fits: bool) -> None:
    assert matches(pattern, "gcl-pas-007-n01/json", "gcl-pas-007-n01", "GCL-PAS-007") is fits
