"""Rules of module link.

Generated from spec/ by gclink_spec.emit.python_rules; do not edit.
"""
# ruff: noqa: E501, RUF001, RUF003, SIM

from __future__ import annotations

import re
from decimal import Decimal as D

from gclink._generated.rules_core import check_Money, check_Money_as_RemovalPledge_unitValue, check_Period
from gclink._rules_runtime import Tree, Violation, below, integers, is_rounded, rows

N1 = D("1")
MATCH_1 = re.compile(r"1[.][0-9]{1,9}[.][0-9]{1,9}").fullmatch
INTEGERS_CURRENCY_SCALE = integers("currency", "scale")
ROWS_MACHINE_STATES = rows("machine_states")


def check_PassportExtract(o: Tree) -> list[Violation]:
    """Rules of PassportExtract and of the objects in it."""
    found: list[Violation] = []
    if inner := check_Period(o["referencePeriod"]):
        found += below(inner, "referencePeriod")
    return found


def check_CarbonLink(o: Tree) -> list[Violation]:
    """Rules of CarbonLink and of the objects in it."""
    found: list[Violation] = []
    v_coveredEmissions = o["coveredEmissions"]
    v_coveredQuantity = o["coveredQuantity"]
    v_extract = o["extract"]
    v_coveredEmissions_value = v_coveredEmissions["value"]
    # GCL-COR-011 MUST: specVersion matches "1[.][0-9]{1,9}[.][0-9]{1,9}"
    if MATCH_1(o["specVersion"]) is None:
        found.append(("GCL-COR-011", 0, ()))
    # GCL-FIN-124 MUST: inTable("machine_states", "carbon_link", state)
    if not ("carbon_link", o["state"]) in ROWS_MACHINE_STATES:
        found.append(("GCL-FIN-124", 11, ()))
    # GCL-LNK-011 MUST: coveredEmissions.value = coveredQuantity.value * extract.intensity and coveredEmissions.unit = "kg"
    if not (
        D(v_coveredEmissions_value) == D(v_coveredQuantity["value"]) * D(v_extract["intensity"])
        and v_coveredEmissions["unit"] == "kg"
    ):
        found.append(("GCL-LNK-011", 0, ()))
    # GCL-LNK-012 MUST: coveredQuantity.unit = extract.declaredUnitText
    if v_coveredQuantity["unit"] != v_extract["declaredUnitText"]:
        found.append(("GCL-LNK-012", 0, ()))
    # GCL-LNK-015 MUST: if purposes contains "kpi" or purposes contains "eligibility" or purposes contains "collateral" then exists(verification)
    if "kpi" in o["purposes"] or "eligibility" in o["purposes"] or "collateral" in o["purposes"]:
        if "verification" not in o:
            found.append(("GCL-LNK-015", 0, ()))
    if inner := check_PassportExtract(o["extract"]):
        found += below(inner, "extract")
    return found


def check_RemovalPledge(o: Tree) -> list[Violation]:
    """Rules of RemovalPledge and of the objects in it."""
    found: list[Violation] = []
    v_collateralValue = o.get("collateralValue")
    v_unitValue = o.get("unitValue")
    v_collateralValue_amount = None if v_collateralValue is None else v_collateralValue["amount"]
    v_unitValue_currency = None if v_unitValue is None else v_unitValue["currency"]
    # GCL-COR-011 MUST: specVersion matches "1[.][0-9]{1,9}[.][0-9]{1,9}"
    if MATCH_1(o["specVersion"]) is None:
        found.append(("GCL-COR-011", 0, ()))
    # GCL-FIN-124 MUST: inTable("machine_states", "removal_pledge", state)
    if not ("removal_pledge", o["state"]) in ROWS_MACHINE_STATES:
        found.append(("GCL-FIN-124", 12, ()))
    # GCL-LNK-039 MUST: if exists(unitValue) then exists(collateralValue) and collateralValue.currency = unitValue.currency and collateralValue.amount = round(tonnes * unitValue.amount * (1 - (haircut ?? 0)) / 1, lookup("currency", unitValue.currency, "scale"))
    if v_unitValue is not None:
        if not (
            v_collateralValue is not None
            and v_collateralValue["currency"] == v_unitValue_currency
            and is_rounded(D(v_collateralValue_amount), D(o["tonnes"]) * D(v_unitValue["amount"]) * (N1 - D(o.get("haircut", "0"))), N1, INTEGERS_CURRENCY_SCALE[v_unitValue_currency])
        ):
            found.append(("GCL-LNK-039", 0, ()))
    if inner := check_Period(o["period"]):
        found += below(inner, "period")
    if (item := o.get("unitValue")) is not None and (inner := check_Money_as_RemovalPledge_unitValue(item)):
        found += below(inner, "unitValue")
    if (item := o.get("collateralValue")) is not None and (inner := check_Money(item)):
        found += below(inner, "collateralValue")
    return found
