"""Markets: what bars a claim or a voucher in one of them, on either side of the day it changes."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from gclink import tables
from gclink.check import Options, check, check_document
from gclink.documents import Document
from gclink.profiles import profile, profiles
from gclink_conformance.redigest import redigest

ROOT = Path(__file__).resolve().parents[2]
AS_OF = "2026-10-01T00:00:00Z"
MARKETS = ("cn", "eu")


def _base(name: str) -> dict[str, Any]:
    tree: dict[str, Any] = json.loads((ROOT / "conformance_tests" / "bases" / f"{name}.json").read_text("utf-8"))
    return tree


def _neutral(start: str, end: str, *markets: str) -> dict[str, Any]:
    """Return a carbon neutral claim that rests on one outside unit."""
    claim = _base("claim-t3")
    assert claim["figures"]["externalUnits"] == "1"
    claim["markets"] = list(markets)
    claim["validity"] = {"type": "Period", "start": start, "end": end}
    return claim


def _broken(tree: dict[str, Any], market: str | None) -> set[str]:
    chosen = None if market is None else profile(market)
    options = Options(
        as_of=AS_OF,
        scope="document",
        requirements=None if chosen is None else chosen.requirements,
        market=chosen,
    )
    return {finding.requirement for finding in check_document(Document(tree, "x.json", "json"), options)}


@pytest.mark.parametrize("market", ["EU", "DE", "NO"])
def test_a_claim_on_outside_units_is_barred_in_the_union_from_the_day_of_the_switch(market: str) -> None:
    assert "GCL-BRD-023" not in _broken(_neutral("2026-01-01", "2026-09-26", market), None)
    assert "GCL-BRD-023" in _broken(_neutral("2026-01-01", "2026-09-27", market), None)


def test_a_claim_that_begins_after_the_switch_is_barred_by_the_market_table_too() -> None:
    before, after = _neutral("2026-09-26", "2026-12-31", "EU"), _neutral("2026-09-27", "2026-12-31", "EU")
    assert "GCL-BRD-024" not in _broken(before, None)
    assert "GCL-BRD-024" in _broken(after, None)


def test_the_same_claim_may_stand_in_china_after_the_switch() -> None:
    claim = _neutral("2026-09-27", "2027-09-26", "CN")
    assert {"GCL-BRD-023", "GCL-BRD-024"}.isdisjoint(_broken(claim, None))
    assert {"GCL-BRD-023", "GCL-BRD-024"}.isdisjoint(_broken(claim, "cn"))


def test_a_chinese_claim_is_judged_as_if_shown_in_the_union_when_asked() -> None:
    assert "GCL-BRD-023" in _broken(_neutral("2026-01-01", "2026-09-27", "CN"), "eu")
    assert "GCL-BRD-023" not in _broken(_neutral("2026-01-01", "2026-09-26", "CN"), "eu")


def test_a_claim_for_both_markets_is_judged_by_one_of_them_when_asked() -> None:
    claim = _neutral("2026-01-01", "2026-09-27", "CN", "EU")
    assert "GCL-BRD-023" in _broken(claim, "eu")
    assert "GCL-BRD-023" not in _broken(claim, "cn")


def test_assuming_a_market_changes_no_document() -> None:
    claim = _neutral("2026-01-01", "2026-09-27", "CN")
    before = copy.deepcopy(claim)
    assert profile("eu").assumed(claim)["markets"] == ["CN", "EU"]
    assert claim == before
    assert profile("cn").assumed(claim) is claim
    assert profile("validator").assumed(claim) is claim


# China: vouchers, platform, registration


def _bundle(**changes: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """Return the documents of the worked example with members changed and digests following."""
    trees = {}
    for path in sorted((ROOT / "examples" / "litchi" / "json").glob("*.json")):
        tree = json.loads(path.read_text(encoding="utf-8"))
        tree.pop("@context", None)
        trees[path.stem] = tree
    for name, members in changes.items():
        for member, value in members.items():
            if value is None:
                trees[name].pop(member, None)
            else:
                trees[name][member] = value
    return redigest(trees, set())


def _across(trees: dict[str, dict[str, Any]], market: str | None) -> Iterator[str]:
    chosen = None if market is None else profile(market)
    documents = [Document(tree, name, "json") for name, tree in trees.items()]
    options = Options(
        as_of=AS_OF,
        scope="bundle",
        requirements=None if chosen is None else chosen.requirements,
        market=chosen,
    )
    for finding in check(documents, options).findings:
        yield finding.requirement


@pytest.mark.parametrize(
    ("due", "barred", "late"),
    [
        ("2026-12-20", False, False),
        ("2026-12-21", False, True),
        ("2027-06-20", False, True),
        ("2027-06-21", True, True),
    ],
)
def test_a_voucher_runs_twelve_months_at_most_and_should_run_six(due: str, barred: bool, late: bool) -> None:
    found = set(_across(_bundle(receivable={"dueDate": due}), None))
    assert ("GCL-FIN-043" in found) == barred
    assert ("GCL-FIN-044" in found) == late


def test_a_voucher_of_a_programme_under_no_profile_is_judged_when_china_is_asked_for() -> None:
    trees = _bundle(receivable={"dueDate": "2027-06-21"}, programme={"profiles": None})
    assert "GCL-FIN-043" not in set(_across(trees, None))
    assert "GCL-FIN-043" in set(_across(trees, "cn"))


def test_an_obligor_without_an_lei_is_refused_when_the_union_is_asked_for() -> None:
    trees = _bundle()
    assert "GCL-FIN-047" not in set(_across(trees, None))
    assert "GCL-FIN-047" in set(_across(trees, "eu"))


def test_assuming_a_market_breaks_no_digest() -> None:
    trees = _bundle(programme={"profiles": None})
    assert "GCL-COR-023" not in set(_across(trees, "cn"))


@pytest.mark.parametrize(
    ("approved", "edition", "barred"),
    [
        ("2025-09-30", "2020", False),
        ("2025-10-01", "2020", True),
        ("2025-10-01", "2025", False),
    ],
)
def test_green_catalogue_of_china_changes_edition_on_its_day(approved: str, edition: str, barred: bool) -> None:
    tree = _base("eligibility-cn") | {"approvalDate": approved, "systemVersion": edition}
    tree.pop("undrawnAtPublication", None)
    assert ("GCL-FIN-089" in _broken(tree, "cn")) == barred


def test_the_catalogue_of_china_is_no_matter_in_the_union() -> None:
    tree = _base("eligibility-cn") | {"approvalDate": "2025-10-01", "systemVersion": "2020"}
    assert "GCL-FIN-089" not in _broken(tree, "eu")


# the data themselves


@pytest.mark.parametrize("name", MARKETS)
def test_a_market_names_only_requirements_it_selects_and_tells_them_in_both_languages(name: str) -> None:
    market = profile(name)
    assert market.kind == "market"
    for rule in market.rules:
        assert rule.requirement in market.requirements
        assert rule.text.en
        assert any("一" <= character <= "鿿" for character in rule.text.zh)
        if rule.since is not None:
            date.fromisoformat(rule.since)


@pytest.mark.parametrize("name", MARKETS)
def test_the_date_of_a_market_is_that_of_the_table_the_rules_use(name: str) -> None:
    market = profile(name)
    row = tables.table("market_rule_v1").index[(market.markets[0],)]
    rule = next(rule for rule in market.rules if rule.requirement == "GCL-BRD-024")
    assert rule.since is not None
    assert rule.since.replace("-", "") == row["validFrom"]
    assert rule.parameters["offsetProductClaim"] == row["offsetProductClaim"]
    (label,) = (rule for rule in market.rules if rule.requirement == "GCL-BRD-037")
    assert str(label.parameters["labelMonths"]) == row["maxLabelMonths"]


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_market_is_told_with_its_dates_and_parameters(language: Any) -> None:
    from gclink.cli._profile import lines

    told = "\n".join(lines(profile("eu"), language))
    assert "GCL-BRD-023" in told
    assert "2026-09-27" in told
    assert "invoiceFormats = ubl_invoice, cii_invoice" in told
    assert profile("eu").label.within(language) in told


def test_no_requirement_is_lost_between_the_markets() -> None:
    every = profile("validator").requirements
    assert profile("cn").requirements | profile("eu").requirements == every
    assert profile("cn").requirements != every
    assert profile("eu").requirements != every


def test_roles_carry_nothing_of_a_market() -> None:
    for found in profiles().values():
        if found.kind == "role":
            assert (found.markets, found.programme, found.rules) == ((), None, ())
