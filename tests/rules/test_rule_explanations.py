"""What a violation says: where to look, which values met, what was expected and found, in both languages."""

from __future__ import annotations

import copy
from typing import Any

import pytest
from gclink._explain import Explanation, explain, rule_text
from gclink._generated.rules import CHECKS


def components(fossil: str, **more: str) -> dict[str, Any]:
    names = ("landUseChange", "landManagementBiogenicCO2", "biogenicNonCO2", "landManagementRemovals")
    names += ("technologicalRemovals", "ccsCapture", "biogenicUptake")
    return {"type": "GhgComponents", "fossilGhg": fossil, **dict.fromkeys(names, "0"), **more}


def stage(name: str, fossil: str) -> dict[str, Any]:
    return {"type": "StageFootprint", "stage": name, "components": components(fossil)}


def quantity(value: str, unit: str = "kg") -> dict[str, Any]:
    return {"type": "Quantity", "value": value, "unit": unit}


def period(start: str, end: str) -> dict[str, Any]:
    return {"type": "Period", "start": start, "end": end}


PASSPORT: dict[str, Any] = {
    "type": "CarbonPassport",
    "id": "urn:example:passport",
    "specVersion": "1.0.0",
    "issuer": "urn:example:party",
    "issuedAt": "2026-02-01T08:00:00Z",
    "status": "active",
    "passportKind": "retrospective",
    "subjectLot": "urn:example:lot",
    "declaredUnit": quantity("1"),
    "massPerDeclaredUnit": quantity("1"),
    "boundary": "cradle_to_gate",
    "period": period("2025-01-01", "2025-12-31"),
    "validity": period("2026-01-01", "2028-12-31"),
    "geography": {"type": "Geography", "country": "CN"},
    "gwpSet": "AR6",
    "components": components("0.356"),
    "grossEmissions": "0.356",
    "totalExclUptake": "0.356",
    "totalInclUptake": "0.356",
    "stages": [stage("cultivation", "0.3"), stage("processing", "0.056")],
    "carbonContent": {"type": "CarbonContent", "fossil": "0", "biogenic": "0"},
    "packagingIncluded": False,
    "outboundLogisticsIncluded": False,
    "ccsIncluded": False,
    "exemptedPercent": "0",
    "exemptedLargest": "0",
    "primaryDataShare": "100",
    "methodologies": [{"type": "MethodReference", "methodName": "a", "version": "1"}],
}


def violated(**changes: Any) -> dict[str, Explanation]:
    """Return the explanations of a passport with other members, by requirement."""
    tree = {**copy.deepcopy(PASSPORT), **changes}
    tree = {name: value for name, value in tree.items() if value is not None}
    return {r: explain(r, line, tree, path) for r, line, path in CHECKS["CarbonPassport"](tree)}


def test_a_sound_document_violates_nothing() -> None:
    assert violated() == {}


def test_a_total_shows_what_is_declared_what_the_parts_give_and_the_tolerance() -> None:
    found = violated(totalExclUptake="0.384", totalInclUptake="0.384")["GCL-PAS-007"]
    assert found.pointer == "/totalExclUptake"
    assert (found.left, found.right, found.tolerance) == ("0.384", "0.356", "0.00192")
    assert (found.expected.en, found.expected.zh) == ("0.356 (tolerance 0.00192)", "0.356（容差 0.00192）")
    assert found.found.en == found.found.zh == "0.384"
    assert ("/components/fossilGhg", "0.356") in found.operands
    assert not found.holds


def test_a_sum_at_the_left_is_turned_round_to_the_declared_value() -> None:
    found = violated(stages=[stage("cultivation", "0.3"), stage("processing", "0.1")])["GCL-PAS-018"]
    assert found.pointer == "/components/fossilGhg"
    assert found.expected.en == "0.4 (tolerance 0.00178)"
    assert found.found.en == "0.356"
    assert found.operands[:2] == (
        ("/stages/0/components/fossilGhg", "0.3"),
        ("/stages/1/components/fossilGhg", "0.1"),
    )


def test_the_failing_item_of_every_is_pointed_at() -> None:
    stages = [stage("cultivation", "0.3"), stage("use", "0.056")]
    found = violated(stages=stages)["GCL-PAS-020"]
    assert found.pointer == "/stages/1/stage"
    assert found.expected.en == "not one of retail, use, end_of_life"
    assert found.expected.zh == "不得为 retail、use、end_of_life 之一"
    assert found.found.en == "use"


def test_a_repeated_value_is_pointed_at_where_it_repeats() -> None:
    found = violated(stages=[stage("cultivation", "0.3"), stage("cultivation", "0.056")])["GCL-PAS-019"]
    assert found.pointer == "/stages/1/stage"
    assert (found.found.en, found.found.zh) == ("cultivation twice", "cultivation 出现两次")


def test_a_missing_member_is_named() -> None:
    found = violated(exemptedPercent="1")["GCL-PAS-025"]
    assert found.pointer == "/exemptedText"
    assert (found.expected.en, found.expected.zh) == ("`exemptedText` to be given", "给出 `exemptedText`")
    assert (found.found.en, found.found.zh) == ("nothing", "缺失")


def test_a_member_that_must_not_be_there_is_named() -> None:
    found = violated(components=components("0.356", packaging="0.02"))["GCL-PAS-012"]
    assert found.pointer == "/components/packaging"
    assert found.expected.en == "`components.packaging` to be left out"
    assert found.found.en == "0.02"


def test_one_of_several_says_which_are_given() -> None:
    found = violated(subjectProduct="urn:example:product")["GCL-PAS-001"]
    assert found.pointer == ""
    assert found.expected.en == "exactly one of `subjectLot`, `subjectProduct`"
    assert found.found.en == "`subjectLot`, `subjectProduct`"


def test_an_embedded_object_is_explained_from_the_root_of_the_document() -> None:
    found = violated(validity=period("2026-01-01", "2025-12-31"))["GCL-COR-012"]
    assert found.pointer == "/validity/start"
    assert (found.expected.en, found.expected.zh) == ("2025-12-31 or earlier", "不晚于 2025-12-31")
    assert found.found.en == "2026-01-01"


def test_months_are_added_before_they_are_shown() -> None:
    found = violated(validity=period("2026-01-01", "2029-01-01"))["GCL-PAS-027"]
    assert found.pointer == "/validity/end"
    assert found.expected.en == "2028-12-31 or earlier"


def test_a_rounded_amount_is_shown_as_it_should_be() -> None:
    tree = {
        "type": "ImpactRecord",
        "attributionFactor": "0.333",
        "financedShare": {"type": "Money", "amount": "1", "currency": "CNY"},
        "attributionBase": {"type": "Money", "amount": "3", "currency": "CNY"},
    }
    found = explain("GCL-FIN-094", 0, tree, ())
    assert (found.pointer, found.expected.en, found.found.en) == ("/attributionFactor", "0.333333", "0.333")


def test_a_table_row_that_is_missing_is_named() -> None:
    tree = {
        "type": "LifecycleEvent", "machine": "programme", "fromState": "open", "toState": "proposed",
    }  # fmt: skip
    found = explain("GCL-FIN-114", 0, tree, ())
    assert found.found.en == "programme / open / proposed"
    assert found.expected.en == "a combination that table machine lists"


def test_a_rule_that_holds_says_so() -> None:
    found = explain("GCL-PAS-007", 0, PASSPORT, ())
    assert found.holds
    assert found.pointer == ""


def test_the_text_of_a_rule_is_that_of_the_source() -> None:
    assert rule_text("GCL-COR-012", 0) == "start <= end"


def test_a_rule_on_another_class_is_a_key_error() -> None:
    with pytest.raises(KeyError, match="no rule on CarbonPassport"):
        explain("GCL-COR-012", 0, PASSPORT, ())
