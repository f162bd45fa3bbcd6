"""Rules of module brand.

Generated from spec/ by gclink_spec.emit.python_rules; do not edit.
"""
# ruff: noqa: E501, RUF001, RUF003, SIM

from __future__ import annotations

import re
from decimal import Decimal as D

from gclink._generated.rules_core import check_Geography, check_Period
from gclink._rules_runtime import Tree, Violation, add_months, are_distinct, below, integers, ymd

N0_001 = D("0.001")
N0_005 = D("0.005")
N0_042 = D("0.042")
N0_8 = D("0.8")
N1 = D("1")
N1000 = D("1000")
MATCH_1 = re.compile(r"1[.][0-9]{1,9}[.][0-9]{1,9}").fullmatch
INTEGERS_MARKET_RULE_V1_EEA = integers("market_rule_v1", "eea")
INTEGERS_MARKET_RULE_V1_OFFSETFORBIDDEN = integers("market_rule_v1", "offsetForbidden")
INTEGERS_MARKET_RULE_V1_VALIDFROM = integers("market_rule_v1", "validFrom")
INTEGERS_TIER_DATA_V1_MINIMUMPRIMARYDATASHARE = integers("tier_data_v1", "minimumPrimaryDataShare")
INTEGERS_TIER_DATA_V1_WORSTDATAQUALITY = integers("tier_data_v1", "worstDataQuality")


def check_ClaimFigures(o: Tree) -> list[Violation]:
    """Rules of ClaimFigures and of the objects in it."""
    found: list[Violation] = []
    v_coveredUnits = o["coveredUnits"]
    v_netPerUnit = o["netPerUnit"]
    v_removalsInset = o["removalsInset"]
    d_coveredUnits = D(v_coveredUnits)
    d_netPerUnit = D(v_netPerUnit)
    d_removalsInset = D(v_removalsInset)
    # GCL-BRD-010 MUST: netPerUnit * coveredUnits = grossPerUnit * coveredUnits - 1000 * removalsInset within coveredUnits * max(0.005 * abs(netPerUnit), 0.001)
    if not abs((d_netPerUnit * d_coveredUnits) - (D(o["grossPerUnit"]) * d_coveredUnits - N1000 * d_removalsInset)) <= d_coveredUnits * max((N0_005 * abs(d_netPerUnit)), N0_001):
        found.append(("GCL-BRD-010", 0, ()))
    # GCL-BRD-011 MUST: removalsDurable <= removalsInset
    if D(o["removalsDurable"]) > d_removalsInset:
        found.append(("GCL-BRD-011", 0, ()))
    return found


def check_Benchmark(o: Tree) -> list[Violation]:
    """Rules of Benchmark and of the objects in it."""
    found: list[Violation] = []
    # GCL-COR-011 MUST: specVersion matches "1[.][0-9]{1,9}[.][0-9]{1,9}"
    if MATCH_1(o["specVersion"]) is None:
        found.append(("GCL-COR-011", 0, ()))
    if inner := check_Geography(o["geography"]):
        found += below(inner, "geography")
    return found


def check_BrandProfile(o: Tree) -> list[Violation]:
    """Rules of BrandProfile and of the objects in it."""
    found: list[Violation] = []
    v_name = o["name"]
    # GCL-COR-009 SHOULD: exists(name.en) and exists(name.zh)
    if not (
        "en" in v_name
        and "zh" in v_name
    ):
        found.append(("GCL-COR-009", 0, ()))
    # GCL-COR-011 MUST: specVersion matches "1[.][0-9]{1,9}[.][0-9]{1,9}"
    if MATCH_1(o["specVersion"]) is None:
        found.append(("GCL-COR-011", 0, ()))
    return found


def check_Claim(o: Tree) -> list[Violation]:
    """Rules of Claim and of the objects in it."""
    found: list[Violation] = []
    v_figures = o.get("figures")
    v_plan = o.get("plan")
    v_subjectBrand = o.get("subjectBrand")
    v_tier = o["tier"]
    v_validity = o["validity"]
    v_figures_baseYear = None if v_figures is None else v_figures.get("baseYear")
    v_figures_baseYearPerUnit = None if v_figures is None else v_figures.get("baseYearPerUnit")
    v_figures_benchmarkValue = None if v_figures is None else v_figures.get("benchmarkValue")
    v_figures_coveredUnits = None if v_figures is None else v_figures["coveredUnits"]
    v_figures_dataQualityWorst = None if v_figures is None else v_figures.get("dataQualityWorst")
    v_figures_externalUnits = None if v_figures is None else v_figures["externalUnits"]
    v_figures_grossPerUnit = None if v_figures is None else v_figures["grossPerUnit"]
    v_figures_relativeHalfWidth = None if v_figures is None else v_figures["relativeHalfWidth"]
    v_validity_start = v_validity["start"]
    d_figures_baseYearPerUnit = None if v_figures_baseYearPerUnit is None else D(v_figures_baseYearPerUnit)
    d_figures_benchmarkValue = None if v_figures_benchmarkValue is None else D(v_figures_benchmarkValue)
    d_figures_coveredUnits = None if v_figures_coveredUnits is None else D(v_figures_coveredUnits)
    d_figures_grossPerUnit = None if v_figures_grossPerUnit is None else D(v_figures_grossPerUnit)
    d_figures_relativeHalfWidth = None if v_figures_relativeHalfWidth is None else D(v_figures_relativeHalfWidth)
    # GCL-COR-011 MUST: specVersion matches "1[.][0-9]{1,9}[.][0-9]{1,9}"
    if MATCH_1(o["specVersion"]) is None:
        found.append(("GCL-COR-011", 0, ()))
    # GCL-BRD-001 MUST: oneOf(subjectLot, subjectProduct, subjectBrand) and (if tier = "t4_net_zero_aligned" then exists(subjectBrand) else not exists(subjectBrand))
    if not (
        ("subjectLot" in o) + ("subjectProduct" in o) + (v_subjectBrand is not None) == 1
        and (v_subjectBrand is not None if v_tier == "t4_net_zero_aligned" else v_subjectBrand is None)
    ):
        found.append(("GCL-BRD-001", 0, ()))
    # GCL-BRD-002 MUST: (if tier in ("t0_disclosed", "t1_measured", "t2_low_carbon", "t3_carbon_neutral", "t5_carbon_negative") then count(p in passports) >= 1) and (if tier in ("t1_measured", "t2_low_carbon", "t3_carbon_neutral", "t5_carbon_negative") then exists(figures))
    if not (
        (v_tier not in ("t0_disclosed", "t1_measured", "t2_low_carbon", "t3_carbon_neutral", "t5_carbon_negative") or len(o.get("passports", ())) >= 1)
        and (v_tier not in ("t1_measured", "t2_low_carbon", "t3_carbon_neutral", "t5_carbon_negative") or v_figures is not None)
    ):
        found.append(("GCL-BRD-002", 0, ()))
    # GCL-BRD-003 MUST: if tier = "t0_disclosed" then consumerFacing = false
    if v_tier == "t0_disclosed":
        if o["consumerFacing"] is not False:
            found.append(("GCL-BRD-003", 0, ()))
    # GCL-BRD-005 MUST: if tier in ("t2_low_carbon", "t3_carbon_neutral", "t5_carbon_negative") then exists(figures) and figures.boundary = "cradle_to_grave"
    if v_tier in ("t2_low_carbon", "t3_carbon_neutral", "t5_carbon_negative"):
        if not (
            v_figures is not None
            and v_figures["boundary"] == "cradle_to_grave"
        ):
            found.append(("GCL-BRD-005", 0, ()))
    # GCL-BRD-008 MUST: if tier in ("t1_measured", "t2_low_carbon", "t3_carbon_neutral", "t5_carbon_negative") then exists(figures) and figures.primaryDataShare >= lookup("tier_data_v1", tier, "minimumPrimaryDataShare")
    if v_tier in ("t1_measured", "t2_low_carbon", "t3_carbon_neutral", "t5_carbon_negative"):
        if not (
            v_figures is not None
            and v_tier in INTEGERS_TIER_DATA_V1_MINIMUMPRIMARYDATASHARE and D(v_figures["primaryDataShare"]) >= INTEGERS_TIER_DATA_V1_MINIMUMPRIMARYDATASHARE[v_tier]
        ):
            found.append(("GCL-BRD-008", 0, ()))
    # GCL-BRD-009 MUST: if tier in ("t2_low_carbon", "t3_carbon_neutral", "t5_carbon_negative") then exists(figures.dataQualityWorst) and figures.dataQualityWorst <= lookup("tier_data_v1", tier, "worstDataQuality")
    if v_tier in ("t2_low_carbon", "t3_carbon_neutral", "t5_carbon_negative"):
        if not (
            v_figures is not None and v_figures_dataQualityWorst is not None
            and v_tier in INTEGERS_TIER_DATA_V1_WORSTDATAQUALITY and D(v_figures_dataQualityWorst) <= INTEGERS_TIER_DATA_V1_WORSTDATAQUALITY[v_tier]
        ):
            found.append(("GCL-BRD-009", 0, ()))
    # GCL-BRD-012 MUST: if tier = "t2_low_carbon" then exists(figures) and ((exists(figures.benchmarkValue) and figures.grossPerUnit <= 0.8 * figures.benchmarkValue and figures.grossPerUnit * (1 + figures.relativeHalfWidth) < figures.benchmarkValue) or (exists(figures.baseYearPerUnit) and exists(figures.baseYear) and year(validity.start) - figures.baseYear >= 2 and figures.grossPerUnit <= figures.baseYearPerUnit * (1 - 0.042 * (year(validity.start) - figures.baseYear))))
    if v_tier == "t2_low_carbon":
        if not (
            v_figures is not None
            and (v_figures_benchmarkValue is not None and d_figures_grossPerUnit <= N0_8 * d_figures_benchmarkValue and d_figures_grossPerUnit * (N1 + d_figures_relativeHalfWidth) < d_figures_benchmarkValue or v_figures_baseYearPerUnit is not None and v_figures_baseYear is not None and int(v_validity_start[:4]) - v_figures_baseYear >= 2 and d_figures_grossPerUnit <= d_figures_baseYearPerUnit * (N1 - N0_042 * (int(v_validity_start[:4]) - v_figures_baseYear)))
        ):
            found.append(("GCL-BRD-012", 0, ()))
    # GCL-BRD-014 MUST: if tier = "t3_carbon_neutral" then exists(plan) and exists(figures.baseYearPerUnit) and figures.grossPerUnit < figures.baseYearPerUnit and figures.grossPerUnit * figures.coveredUnits <= 1000 * (figures.removalsInset + figures.externalUnits)
    if v_tier == "t3_carbon_neutral":
        if not (
            v_plan is not None
            and v_figures is not None and v_figures_baseYearPerUnit is not None
            and d_figures_grossPerUnit < d_figures_baseYearPerUnit
            and d_figures_grossPerUnit * d_figures_coveredUnits <= N1000 * (D(v_figures["removalsInset"]) + D(v_figures_externalUnits))
        ):
            found.append(("GCL-BRD-014", 0, ()))
    # GCL-BRD-015 MUST: if tier = "t5_carbon_negative" then exists(figures) and 1000 * figures.removalsDurable * (1 - figures.removalHalfWidth) > figures.grossPerUnit * figures.coveredUnits * (1 + figures.relativeHalfWidth) and figures.externalUnits = 0
    if v_tier == "t5_carbon_negative":
        if not (
            v_figures is not None
            and N1000 * D(v_figures["removalsDurable"]) * (N1 - D(v_figures["removalHalfWidth"])) > d_figures_grossPerUnit * d_figures_coveredUnits * (N1 + d_figures_relativeHalfWidth)
            and v_figures_externalUnits == "0"
        ):
            found.append(("GCL-BRD-015", 0, ()))
    # GCL-BRD-023 MUST: if validity.end >= 2026-09-27 and exists(figures) and (some m in markets: lookup("market_rule_v1", m, "eea") = 1) then figures.externalUnits = 0
    if v_validity["end"] >= "2026-09-27" and v_figures is not None and any([m_ in INTEGERS_MARKET_RULE_V1_EEA and INTEGERS_MARKET_RULE_V1_EEA[m_] == 1 for m_ in o["markets"]]):
        if v_figures_externalUnits != "0":
            found.append(("GCL-BRD-023", 0, ()))
    # GCL-BRD-024 MUST: if exists(figures) and (some m in markets: (lookup("market_rule_v1", m, "offsetForbidden") ?? lookup("market_rule_v1", "ROW", "offsetForbidden")) = 1 and ymd(validity.start) >= (lookup("market_rule_v1", m, "validFrom") ?? lookup("market_rule_v1", "ROW", "validFrom"))) then figures.externalUnits = 0
    if v_figures is not None and any([(INTEGERS_MARKET_RULE_V1_OFFSETFORBIDDEN[m_] if m_ in INTEGERS_MARKET_RULE_V1_OFFSETFORBIDDEN else INTEGERS_MARKET_RULE_V1_OFFSETFORBIDDEN["ROW"]) == 1 and ymd(v_validity_start) >= (INTEGERS_MARKET_RULE_V1_VALIDFROM[m_] if m_ in INTEGERS_MARKET_RULE_V1_VALIDFROM else INTEGERS_MARKET_RULE_V1_VALIDFROM["ROW"]) for m_ in o["markets"]]):
        if v_figures_externalUnits != "0":
            found.append(("GCL-BRD-024", 0, ()))
    # GCL-BRD-033 MUST: if future = true then exists(plan)
    if o["future"] is True:
        if v_plan is None:
            found.append(("GCL-BRD-033", 0, ()))
    # GCL-BRD-035 MUST: if comparative = true then exists(benchmark) and exists(figures.benchmarkValue) and figures.grossPerUnit * (1 + figures.relativeHalfWidth) < figures.benchmarkValue
    if o["comparative"] is True:
        if not (
            "benchmark" in o
            and v_figures is not None and v_figures_benchmarkValue is not None
            and d_figures_grossPerUnit * (N1 + d_figures_relativeHalfWidth) < d_figures_benchmarkValue
        ):
            found.append(("GCL-BRD-035", 0, ()))
    # GCL-BRD-039 MUST: if tier = "contribution" then not exists(figures)
    if v_tier == "contribution":
        if v_figures is not None:
            found.append(("GCL-BRD-039", 0, ()))
    # GCL-BRD-043 MUST: issuer = claimant
    if o["issuer"] != o["claimant"]:
        found.append(("GCL-BRD-043", 0, ()))
    if (item := o.get("figures")) is not None and (inner := check_ClaimFigures(item)):
        found += below(inner, "figures")
    if inner := check_Period(o["validity"]):
        found += below(inner, "validity")
    return found


def check_EntityInventory(o: Tree) -> list[Violation]:
    """Rules of EntityInventory and of the objects in it."""
    found: list[Violation] = []
    # GCL-COR-011 MUST: specVersion matches "1[.][0-9]{1,9}[.][0-9]{1,9}"
    if MATCH_1(o["specVersion"]) is None:
        found.append(("GCL-COR-011", 0, ()))
    return found


def check_Label(o: Tree) -> list[Violation]:
    """Rules of Label and of the objects in it."""
    found: list[Violation] = []
    v_validity = o["validity"]
    # GCL-COR-011 MUST: specVersion matches "1[.][0-9]{1,9}[.][0-9]{1,9}"
    if MATCH_1(o["specVersion"]) is None:
        found.append(("GCL-COR-011", 0, ()))
    # GCL-BRD-017 MUST: if displayedValue < 0 then design = "negative_mark"
    if o["displayedValue"] < "0":
        if o["design"] != "negative_mark":
            found.append(("GCL-BRD-017", 0, ()))
    # GCL-BRD-037 MUST: validity.end <= validity.start + 24 months
    if v_validity["end"] > add_months(v_validity["start"], 24):
        found.append(("GCL-BRD-037", 0, ()))
    if inner := check_Period(o["validity"]):
        found += below(inner, "validity")
    return found


def check_ReductionPlan(o: Tree) -> list[Violation]:
    """Rules of ReductionPlan and of the objects in it."""
    found: list[Violation] = []
    # GCL-COR-011 MUST: specVersion matches "1[.][0-9]{1,9}[.][0-9]{1,9}"
    if MATCH_1(o["specVersion"]) is None:
        found.append(("GCL-COR-011", 0, ()))
    # GCL-BRD-034 MUST: (every t in targets: t.targetYear > baseYear) and (every a in targets, b in targets where b.position > a.position: b.reductionShare >= a.reductionShare)
    if not (
        all([t_["targetYear"] > o["baseYear"] for t_ in o["targets"]])
        and all([D(b_["reductionShare"]) >= D(a_["reductionShare"]) for a_ in o["targets"] for b_ in o["targets"] if b_["position"] > a_["position"]])
    ):
        found.append(("GCL-BRD-034", 0, ()))
    # GCL-BRD-045 MUST: unique(t.position for t in targets)
    if not are_distinct([t_["position"] for t_ in o["targets"]]):
        found.append(("GCL-BRD-045", 0, ()))
    if inner := check_Period(o["period"]):
        found += below(inner, "period")
    return found
