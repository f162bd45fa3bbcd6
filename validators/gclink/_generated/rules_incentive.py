"""Rules of module incentive.

Generated from spec/ by gclink_spec.emit.python_rules; do not edit.
"""
# ruff: noqa: E501, RUF001, RUF003, SIM

from __future__ import annotations

import re
from decimal import Decimal as D

from gclink._generated.rules_core import check_Money, check_Period
from gclink._rules_runtime import Tree, Violation, below

N0 = D("0")
N0_005 = D("0.005")
MATCH_1 = re.compile(r"1[.][0-9]{1,9}[.][0-9]{1,9}").fullmatch


def check_CarbonAccountGrade(o: Tree) -> list[Violation]:
    """Rules of CarbonAccountGrade and of the objects in it."""
    found: list[Violation] = []
    # GCL-COR-011 MUST: specVersion matches "1[.][0-9]{1,9}[.][0-9]{1,9}"
    if MATCH_1(o["specVersion"]) is None:
        found.append(("GCL-COR-011", 0, ()))
    # GCL-INC-018 MUST: issuer != holder
    if o["issuer"] == o["holder"]:
        found.append(("GCL-INC-018", 0, ()))
    if inner := check_Period(o["period"]):
        found += below(inner, "period")
    return found


def check_EsgPointEntry(o: Tree) -> list[Violation]:
    """Rules of EsgPointEntry and of the objects in it."""
    found: list[Violation] = []
    v_points = o["points"]
    # GCL-COR-011 MUST: specVersion matches "1[.][0-9]{1,9}[.][0-9]{1,9}"
    if MATCH_1(o["specVersion"]) is None:
        found.append(("GCL-COR-011", 0, ()))
    # GCL-INC-014 MUST: points >= 0 and points <= maximum
    if not (
        v_points >= "0"
        and D(v_points) <= D(o["maximum"])
    ):
        found.append(("GCL-INC-014", 0, ()))
    if inner := check_Period(o["period"]):
        found += below(inner, "period")
    return found


def check_IncentiveScheme(o: Tree) -> list[Violation]:
    """Rules of IncentiveScheme and of the objects in it."""
    found: list[Violation] = []
    v_name = o["name"]
    v_rateUnit = o["rateUnit"]
    v_schemeKind = o["schemeKind"]
    # GCL-COR-009 SHOULD: exists(name.en) and exists(name.zh)
    if not (
        "en" in v_name
        and "zh" in v_name
    ):
        found.append(("GCL-COR-009", 0, ()))
    # GCL-COR-011 MUST: specVersion matches "1[.][0-9]{1,9}[.][0-9]{1,9}"
    if MATCH_1(o["specVersion"]) is None:
        found.append(("GCL-COR-011", 0, ()))
    # GCL-INC-001 MUST: (if schemeKind = "policy_subsidy" then rateUnit in ("money_per_tonne", "money_per_kg")) and (if schemeKind = "esg_points" then rateUnit in ("points_per_kg", "points_per_tonne")) and (if schemeKind = "purchase_reward" then rateUnit in ("points_per_kg", "money_per_kg"))
    if not (
        (v_schemeKind != "policy_subsidy" or v_rateUnit in ("money_per_tonne", "money_per_kg"))
        and (v_schemeKind != "esg_points" or v_rateUnit in ("points_per_kg", "points_per_tonne"))
        and (v_schemeKind != "purchase_reward" or v_rateUnit in ("points_per_kg", "money_per_kg"))
    ):
        found.append(("GCL-INC-001", 0, ()))
    if inner := check_Period(o["period"]):
        found += below(inner, "period")
    return found


def check_PolicySubsidy(o: Tree) -> list[Violation]:
    """Rules of PolicySubsidy and of the objects in it."""
    found: list[Violation] = []
    v_eligibleCost = o.get("eligibleCost")
    v_grantAmount = o["grantAmount"]
    v_otherSupport = o.get("otherSupport")
    v_eligibleCost_currency = None if v_eligibleCost is None else v_eligibleCost["currency"]
    # GCL-COR-011 MUST: specVersion matches "1[.][0-9]{1,9}[.][0-9]{1,9}"
    if MATCH_1(o["specVersion"]) is None:
        found.append(("GCL-COR-011", 0, ()))
    # GCL-INC-011 MUST: if exists(eligibleCost) then grantAmount.currency = eligibleCost.currency and grantAmount.amount + (otherSupport.amount ?? 0) <= eligibleCost.amount and (if exists(otherSupport) then otherSupport.currency = eligibleCost.currency)
    if v_eligibleCost is not None:
        if not (
            v_grantAmount["currency"] == v_eligibleCost_currency
            and (D(v_grantAmount["amount"]) + D(v_otherSupport["amount"] if v_otherSupport is not None else "0")) <= D(v_eligibleCost["amount"])
            and (v_otherSupport is None or v_otherSupport["currency"] == v_eligibleCost_currency)
        ):
            found.append(("GCL-INC-011", 0, ()))
    if inner := check_Period(o["period"]):
        found += below(inner, "period")
    if inner := check_Money(o["grantAmount"]):
        found += below(inner, "grantAmount")
    if (item := o.get("eligibleCost")) is not None and (inner := check_Money(item)):
        found += below(inner, "eligibleCost")
    if (item := o.get("otherSupport")) is not None and (inner := check_Money(item)):
        found += below(inner, "otherSupport")
    return found


def check_PurchaseReward(o: Tree) -> list[Violation]:
    """Rules of PurchaseReward and of the objects in it."""
    found: list[Violation] = []
    v_avoided = o["avoided"]
    d_avoided = D(v_avoided)
    # GCL-COR-011 MUST: specVersion matches "1[.][0-9]{1,9}[.][0-9]{1,9}"
    if MATCH_1(o["specVersion"]) is None:
        found.append(("GCL-COR-011", 0, ()))
    # GCL-INC-005 MUST: avoided = max((benchmarkValue - grossPerUnit) * quantity.value, 0) within 0.005 * avoided
    if not abs(d_avoided - max(((D(o["benchmarkValue"]) - D(o["grossPerUnit"])) * D(o["quantity"]["value"])), N0)) <= N0_005 * d_avoided:
        found.append(("GCL-INC-005", 0, ()))
    # GCL-INC-007 MUST: directSale = true
    if o["directSale"] is not True:
        found.append(("GCL-INC-007", 0, ()))
    if inner := check_Period(o["period"]):
        found += below(inner, "period")
    return found
