"""Rules of module passport.

Generated from spec/ by gclink_spec.emit.python_rules; do not edit.
"""
# ruff: noqa: E501, RUF001, RUF003, SIM

from __future__ import annotations

import re
from decimal import Decimal as D

from gclink._generated.rules_core import check_Geography, check_Period
from gclink._rules_runtime import Tree, Violation, add_months, are_distinct, below, decimals, integers

N0 = D("0")
N0_000001 = D("0.000001")
N0_001 = D("0.001")
N0_005 = D("0.005")
N0_03 = D("0.03")
N1 = D("1")
N3 = D("3")
N5 = D("5")
N11 = D("11")
N100 = D("100")
N1000 = D("1000")
MATCH_1 = re.compile(r"1[.][0-9]{1,9}[.][0-9]{1,9}").fullmatch
DECIMALS_GWP100_V1_AR6 = decimals("gwp100-v1", "AR6")
INTEGERS_GWP100_V1_AR5 = integers("gwp100-v1", "AR5")


def check_DataQuality(o: Tree) -> list[Violation]:
    """Rules of DataQuality and of the objects in it."""
    found: list[Violation] = []
    v_geographical = o["geographical"]
    v_technological = o["technological"]
    v_temporal = o["temporal"]
    d_geographical = D(v_geographical)
    d_technological = D(v_technological)
    d_temporal = D(v_temporal)
    # GCL-PAS-034 MUST: technological >= 1 and technological <= 5 and geographical >= 1 and geographical <= 5 and temporal >= 1 and temporal <= 5
    if not (
        d_technological >= N1
        and d_technological <= N5
        and d_geographical >= N1
        and d_geographical <= N5
        and d_temporal >= N1
        and d_temporal <= N5
    ):
        found.append(("GCL-PAS-034", 0, ()))
    return found


def check_GasEntry(o: Tree) -> list[Violation]:
    """Rules of GasEntry and of the objects in it."""
    found: list[Violation] = []
    v_value = o["value"]
    d_value = D(v_value)
    # GCL-PAS-021 MUST: value = gasMass * gwp within max(0.005 * value, 0.000001)
    if not ((gap := abs(d_value - (D(o["gasMass"]) * D(o["gwp"])))) <= N0_000001 or gap <= N0_005 * d_value):
        found.append(("GCL-PAS-021", 0, ()))
    return found


def check_GasInventory(o: Tree) -> list[Violation]:
    """Rules of GasInventory and of the objects in it."""
    found: list[Violation] = []
    for index, item in enumerate(o["gases"]):
        if inner := check_GasEntry(item):
            found += below(inner, "gases", index)
    return found


def check_GhgComponents(o: Tree) -> list[Violation]:
    """Rules of GhgComponents and of the objects in it."""
    found: list[Violation] = []
    v_fossilGhg = o["fossilGhg"]
    # GCL-PAS-004 MUST: fossilGhg >= 0 and landUseChange >= 0 and landManagementBiogenicCO2 >= 0 and biogenicNonCO2 >= 0 and (landManagementFossil ?? 0) >= 0 and (aircraft ?? 0) >= 0 and (packaging ?? 0) >= 0 and (outboundLogistics ?? 0) >= 0 and (landCarbonLeakage ?? 0) >= 0
    if not (
        v_fossilGhg >= "0"
        and o["landUseChange"] >= "0"
        and o["landManagementBiogenicCO2"] >= "0"
        and o["biogenicNonCO2"] >= "0"
        and o.get("landManagementFossil", "0") >= "0"
        and o.get("aircraft", "0") >= "0"
        and o.get("packaging", "0") >= "0"
        and o.get("outboundLogistics", "0") >= "0"
        and o.get("landCarbonLeakage", "0") >= "0"
    ):
        found.append(("GCL-PAS-004", 0, ()))
    # GCL-PAS-005 MUST: landManagementRemovals <= 0 and technologicalRemovals <= 0 and ccsCapture <= 0 and biogenicUptake <= 0
    if not (
        o["landManagementRemovals"] <= "0"
        and o["technologicalRemovals"] <= "0"
        and o["ccsCapture"] <= "0"
        and o["biogenicUptake"] <= "0"
    ):
        found.append(("GCL-PAS-005", 0, ()))
    # GCL-PAS-010 MUST: (landManagementFossil ?? 0) + (aircraft ?? 0) <= fossilGhg
    if D(o.get("landManagementFossil", "0")) + D(o.get("aircraft", "0")) > D(v_fossilGhg):
        found.append(("GCL-PAS-010", 0, ()))
    return found


def check_StageFootprint(o: Tree) -> list[Violation]:
    """Rules of StageFootprint and of the objects in it."""
    found: list[Violation] = []
    if inner := check_GhgComponents(o["components"]):
        found += below(inner, "components")
    return found


def check_CarbonPassport(o: Tree) -> list[Violation]:
    """Rules of CarbonPassport and of the objects in it."""
    found: list[Violation] = []
    v_boundary = o["boundary"]
    v_carbonContent = o["carbonContent"]
    v_components = o["components"]
    v_coveredQuantity = o.get("coveredQuantity")
    v_declaredUnit = o["declaredUnit"]
    v_exemptedLargest = o["exemptedLargest"]
    v_exemptedPercent = o["exemptedPercent"]
    v_grossEmissions = o["grossEmissions"]
    v_gwpSet = o["gwpSet"]
    v_landUse = o.get("landUse")
    v_massPerDeclaredUnit = o["massPerDeclaredUnit"]
    v_outboundLogisticsIncluded = o["outboundLogisticsIncluded"]
    v_period = o["period"]
    v_primaryDataShare = o["primaryDataShare"]
    v_totalExclUptake = o["totalExclUptake"]
    v_totalInclUptake = o["totalInclUptake"]
    v_uncertainty = o.get("uncertainty")
    v_validity = o["validity"]
    v_components_biogenicNonCO2 = v_components["biogenicNonCO2"]
    v_components_biogenicUptake = v_components["biogenicUptake"]
    v_components_ccsCapture = v_components["ccsCapture"]
    v_components_fossilGhg = v_components["fossilGhg"]
    v_components_landManagementBiogenicCO2 = v_components["landManagementBiogenicCO2"]
    v_components_landManagementFossil = v_components.get("landManagementFossil")
    v_components_landManagementRemovals = v_components["landManagementRemovals"]
    v_components_landUseChange = v_components["landUseChange"]
    v_components_outboundLogistics = v_components.get("outboundLogistics")
    v_components_packaging = v_components.get("packaging")
    v_components_technologicalRemovals = v_components["technologicalRemovals"]
    v_declaredUnit_unit = v_declaredUnit["unit"]
    v_declaredUnit_value = v_declaredUnit["value"]
    v_landUse_converted = None if v_landUse is None else v_landUse["converted"]
    v_massPerDeclaredUnit_value = v_massPerDeclaredUnit["value"]
    v_period_end = v_period["end"]
    d_components_biogenicNonCO2 = D(v_components_biogenicNonCO2)
    d_components_biogenicUptake = D(v_components_biogenicUptake)
    d_components_ccsCapture = D(v_components_ccsCapture)
    d_components_fossilGhg = D(v_components_fossilGhg)
    d_components_landManagementBiogenicCO2 = D(v_components_landManagementBiogenicCO2)
    d_components_landManagementRemovals = D(v_components_landManagementRemovals)
    d_components_landUseChange = D(v_components_landUseChange)
    d_components_technologicalRemovals = D(v_components_technologicalRemovals)
    d_exemptedLargest = D(v_exemptedLargest)
    d_exemptedPercent = D(v_exemptedPercent)
    d_grossEmissions = D(v_grossEmissions)
    d_primaryDataShare = D(v_primaryDataShare)
    d_totalExclUptake = D(v_totalExclUptake)
    d_totalInclUptake = D(v_totalInclUptake)
    # GCL-COR-011 MUST: specVersion matches "1[.][0-9]{1,9}[.][0-9]{1,9}"
    if MATCH_1(o["specVersion"]) is None:
        found.append(("GCL-COR-011", 0, ()))
    # GCL-PAS-001 MUST: oneOf(subjectLot, subjectProduct)
    if not ("subjectLot" in o) + ("subjectProduct" in o) == 1:
        found.append(("GCL-PAS-001", 0, ()))
    # GCL-PAS-002 MUST: declaredUnit.value > 0 and declaredUnit.unit in ("kg", "t", "L", "m3", "m2", "kW.h", "MJ", "t.km", "h", "{piece}")
    if not (
        v_declaredUnit_value > "0"
        and v_declaredUnit_unit in ("kg", "t", "L", "m3", "m2", "kW.h", "MJ", "t.km", "h", "{piece}")
    ):
        found.append(("GCL-PAS-002", 0, ()))
    # GCL-PAS-003 MUST: (if declaredUnit.unit = "kg" then massPerDeclaredUnit.value = declaredUnit.value) and (if declaredUnit.unit = "t" then massPerDeclaredUnit.value = 1000 * declaredUnit.value) and (if declaredUnit.unit in ("kW.h", "MJ", "t.km", "h") then massPerDeclaredUnit.value = 0)
    if not (
        (v_declaredUnit_unit != "kg" or v_massPerDeclaredUnit_value == v_declaredUnit_value)
        and (v_declaredUnit_unit != "t" or D(v_massPerDeclaredUnit_value) == N1000 * D(v_declaredUnit_value))
        and (v_declaredUnit_unit not in ("kW.h", "MJ", "t.km", "h") or v_massPerDeclaredUnit_value == "0")
    ):
        found.append(("GCL-PAS-003", 0, ()))
    # GCL-PAS-006 MUST: grossEmissions = components.fossilGhg + components.landUseChange + components.landManagementBiogenicCO2 + components.biogenicNonCO2 within max(0.005 * abs(grossEmissions), 0.001)
    if not ((gap := abs(d_grossEmissions - (d_components_fossilGhg + d_components_landUseChange + d_components_landManagementBiogenicCO2 + d_components_biogenicNonCO2))) <= N0_001 or gap <= N0_005 * abs(d_grossEmissions)):
        found.append(("GCL-PAS-006", 0, ()))
    # GCL-PAS-007 MUST: totalExclUptake = components.fossilGhg + components.landUseChange + components.landManagementBiogenicCO2 + components.biogenicNonCO2 + components.landManagementRemovals + components.technologicalRemovals + components.ccsCapture within max(0.005 * abs(totalExclUptake), 0.001)
    if not ((gap := abs(d_totalExclUptake - (d_components_fossilGhg + d_components_landUseChange + d_components_landManagementBiogenicCO2 + d_components_biogenicNonCO2 + d_components_landManagementRemovals + d_components_technologicalRemovals + d_components_ccsCapture))) <= N0_001 or gap <= N0_005 * abs(d_totalExclUptake)):
        found.append(("GCL-PAS-007", 0, ()))
    # GCL-PAS-008 MUST: totalInclUptake = totalExclUptake + components.biogenicUptake within max(0.005 * abs(totalInclUptake), 0.001)
    if not ((gap := abs(d_totalInclUptake - (d_totalExclUptake + d_components_biogenicUptake))) <= N0_001 or gap <= N0_005 * abs(d_totalInclUptake)):
        found.append(("GCL-PAS-008", 0, ()))
    # GCL-PAS-009 SHOULD: if exists(components.landManagementFossil) and abs(totalExclUptake - (components.fossilGhg + components.landUseChange + components.landManagementBiogenicCO2 + components.biogenicNonCO2 + components.landManagementRemovals + components.technologicalRemovals + components.ccsCapture)) > max(0.005 * abs(totalExclUptake), 0.001) then abs(totalExclUptake - (components.fossilGhg + components.landUseChange + components.landManagementBiogenicCO2 + components.biogenicNonCO2 + components.landManagementRemovals + components.technologicalRemovals + components.ccsCapture) - components.landManagementFossil) > 0.001
    if v_components_landManagementFossil is not None and abs((d_totalExclUptake - (d_components_fossilGhg + d_components_landUseChange + d_components_landManagementBiogenicCO2 + d_components_biogenicNonCO2 + d_components_landManagementRemovals + d_components_technologicalRemovals + d_components_ccsCapture))) > max((N0_005 * abs(d_totalExclUptake)), N0_001):
        if abs((d_totalExclUptake - (d_components_fossilGhg + d_components_landUseChange + d_components_landManagementBiogenicCO2 + d_components_biogenicNonCO2 + d_components_landManagementRemovals + d_components_technologicalRemovals + d_components_ccsCapture) - D(v_components_landManagementFossil))) <= N0_001:
            found.append(("GCL-PAS-009", 0, ()))
    # GCL-PAS-011 MUST: (components.packaging ?? 0) <= grossEmissions and (components.outboundLogistics ?? 0) <= grossEmissions
    if not (
        D(v_components_packaging if v_components_packaging is not None else "0") <= d_grossEmissions
        and D(v_components_outboundLogistics if v_components_outboundLogistics is not None else "0") <= d_grossEmissions
    ):
        found.append(("GCL-PAS-011", 0, ()))
    # GCL-PAS-012 MUST: if packagingIncluded = true then exists(components.packaging) else not exists(components.packaging) and not exists(carbonContent.packagingBiogenic)
    if not (v_components_packaging is not None if o["packagingIncluded"] is True else v_components_packaging is None and "packagingBiogenic" not in v_carbonContent):
        found.append(("GCL-PAS-012", 0, ()))
    # GCL-PAS-013 MUST: if outboundLogisticsIncluded = true then exists(components.outboundLogistics) else not exists(components.outboundLogistics)
    if not (v_components_outboundLogistics is not None if v_outboundLogisticsIncluded is True else v_components_outboundLogistics is None):
        found.append(("GCL-PAS-013", 0, ()))
    # GCL-PAS-014 MUST: if ccsIncluded = false then components.ccsCapture = 0
    if o["ccsIncluded"] is False:
        if v_components_ccsCapture != "0":
            found.append(("GCL-PAS-014", 0, ()))
    # GCL-PAS-015 MUST: if boundary in ("cradle_to_gate", "gate_to_gate") then 3 * components.biogenicUptake + 11 * carbonContent.biogenic = 0 within max(0.03 * abs(components.biogenicUptake), 0.03)
    if v_boundary in ("cradle_to_gate", "gate_to_gate"):
        if not ((gap := abs((N3 * d_components_biogenicUptake + N11 * D(v_carbonContent["biogenic"])) - N0)) <= N0_03 or gap <= N0_03 * abs(d_components_biogenicUptake)):
            found.append(("GCL-PAS-015", 0, ()))
    # GCL-PAS-016 MUST: if boundary = "cradle_to_grave" then components.biogenicUptake = 0
    if v_boundary == "cradle_to_grave":
        if v_components_biogenicUptake != "0":
            found.append(("GCL-PAS-016", 0, ()))
    # GCL-PAS-018 MUST: sum(s.components.fossilGhg for s in stages) = components.fossilGhg within max(0.005 * abs(components.fossilGhg), 0.001) and sum(s.components.landUseChange for s in stages) = components.landUseChange within max(0.005 * abs(components.landUseChange), 0.001) and sum(s.components.landManagementBiogenicCO2 for s in stages) = components.landManagementBiogenicCO2 within max(0.005 * abs(components.landManagementBiogenicCO2), 0.001) and sum(s.components.biogenicNonCO2 for s in stages) = components.biogenicNonCO2 within max(0.005 * abs(components.biogenicNonCO2), 0.001) and sum(s.components.landManagementRemovals for s in stages) = components.landManagementRemovals within max(0.005 * abs(components.landManagementRemovals), 0.001) and sum(s.components.technologicalRemovals for s in stages) = components.technologicalRemovals within max(0.005 * abs(components.technologicalRemovals), 0.001) and sum(s.components.ccsCapture for s in stages) = components.ccsCapture within max(0.005 * abs(components.ccsCapture), 0.001) and sum(s.components.biogenicUptake for s in stages) = components.biogenicUptake within max(0.005 * abs(components.biogenicUptake), 0.001)
    if not (
        ((gap := abs(sum([D(s_["components"]["fossilGhg"]) for s_ in o["stages"]]) - d_components_fossilGhg)) <= N0_001 or gap <= N0_005 * abs(d_components_fossilGhg))
        and ((gap := abs(sum([D(s_["components"]["landUseChange"]) for s_ in o["stages"]]) - d_components_landUseChange)) <= N0_001 or gap <= N0_005 * abs(d_components_landUseChange))
        and ((gap := abs(sum([D(s_["components"]["landManagementBiogenicCO2"]) for s_ in o["stages"]]) - d_components_landManagementBiogenicCO2)) <= N0_001 or gap <= N0_005 * abs(d_components_landManagementBiogenicCO2))
        and ((gap := abs(sum([D(s_["components"]["biogenicNonCO2"]) for s_ in o["stages"]]) - d_components_biogenicNonCO2)) <= N0_001 or gap <= N0_005 * abs(d_components_biogenicNonCO2))
        and ((gap := abs(sum([D(s_["components"]["landManagementRemovals"]) for s_ in o["stages"]]) - d_components_landManagementRemovals)) <= N0_001 or gap <= N0_005 * abs(d_components_landManagementRemovals))
        and ((gap := abs(sum([D(s_["components"]["technologicalRemovals"]) for s_ in o["stages"]]) - d_components_technologicalRemovals)) <= N0_001 or gap <= N0_005 * abs(d_components_technologicalRemovals))
        and ((gap := abs(sum([D(s_["components"]["ccsCapture"]) for s_ in o["stages"]]) - d_components_ccsCapture)) <= N0_001 or gap <= N0_005 * abs(d_components_ccsCapture))
        and ((gap := abs(sum([D(s_["components"]["biogenicUptake"]) for s_ in o["stages"]]) - d_components_biogenicUptake)) <= N0_001 or gap <= N0_005 * abs(d_components_biogenicUptake))
    ):
        found.append(("GCL-PAS-018", 0, ()))
    # GCL-PAS-019 MUST: unique(s.stage for s in stages)
    if not are_distinct([s_["stage"] for s_ in o["stages"]]):
        found.append(("GCL-PAS-019", 0, ()))
    # GCL-PAS-020 MUST: (if boundary = "cradle_to_gate" then every s in stages: not s.stage in ("retail", "use", "end_of_life") and (s.stage != "distribution" or outboundLogisticsIncluded = true)) and (if boundary = "cradle_to_grave" then (some r in stages: r.stage = "retail") and (some u in stages: u.stage = "use") and (some w in stages: w.stage = "end_of_life"))
    if not (
        (v_boundary != "cradle_to_gate" or all([s_["stage"] not in ("retail", "use", "end_of_life") and (s_["stage"] != "distribution" or v_outboundLogisticsIncluded is True) for s_ in o["stages"]]))
        and (v_boundary != "cradle_to_grave" or any([r_["stage"] == "retail" for r_ in o["stages"]]) and any([u_["stage"] == "use" for u_ in o["stages"]]) and any([w_["stage"] == "end_of_life" for w_ in o["stages"]]))
    ):
        found.append(("GCL-PAS-020", 0, ()))
    # GCL-PAS-022 MUST: (if gwpSet = "AR5" then every i in gasInventories, g in i.gases: g.gwp = lookup("gwp100-v1", g.gas, "AR5")) and (if gwpSet = "AR6" then every i in gasInventories, g in i.gases: g.gwp = lookup("gwp100-v1", g.gas, "AR6"))
    if not (
        (v_gwpSet != "AR5" or all([D(g_["gwp"]) == INTEGERS_GWP100_V1_AR5[g_["gas"]] for i_ in o.get("gasInventories", ()) for g_ in i_["gases"]]))
        and (v_gwpSet != "AR6" or all([D(g_["gwp"]) == DECIMALS_GWP100_V1_AR6[g_["gas"]] for i_ in o.get("gasInventories", ()) for g_ in i_["gases"]]))
    ):
        found.append(("GCL-PAS-022", 0, ()))
    # GCL-PAS-023 MUST: every i in gasInventories: i.total = sum(g.value for g in i.gases) within 0.005 * i.total and (if i.component = "fossil_ghg" then i.total = components.fossilGhg) and (if i.component = "land_use_change" then i.total = components.landUseChange) and (if i.component = "land_management_biogenic_co2" then i.total = components.landManagementBiogenicCO2) and (if i.component = "biogenic_non_co2" then i.total = components.biogenicNonCO2) and (if i.component = "land_management_removals" then i.total = components.landManagementRemovals) and (if i.component = "technological_removals" then i.total = components.technologicalRemovals) and (if i.component = "ccs_capture" then i.total = components.ccsCapture) and (if i.component = "biogenic_uptake" then i.total = components.biogenicUptake)
    if not all([abs(D(i_["total"]) - sum([D(g_["value"]) for g_ in i_["gases"]])) <= N0_005 * D(i_["total"]) and (i_["component"] != "fossil_ghg" or i_["total"] == v_components_fossilGhg) and (i_["component"] != "land_use_change" or i_["total"] == v_components_landUseChange) and (i_["component"] != "land_management_biogenic_co2" or i_["total"] == v_components_landManagementBiogenicCO2) and (i_["component"] != "biogenic_non_co2" or i_["total"] == v_components_biogenicNonCO2) and (i_["component"] != "land_management_removals" or i_["total"] == v_components_landManagementRemovals) and (i_["component"] != "technological_removals" or i_["total"] == v_components_technologicalRemovals) and (i_["component"] != "ccs_capture" or i_["total"] == v_components_ccsCapture) and (i_["component"] != "biogenic_uptake" or i_["total"] == v_components_biogenicUptake) for i_ in o.get("gasInventories", ())]):
        found.append(("GCL-PAS-023", 0, ()))
    # GCL-PAS-024 SHOULD: if period.end >= 2025-01-01 then gwpSet = "AR6"
    if v_period_end >= "2025-01-01":
        if v_gwpSet != "AR6":
            found.append(("GCL-PAS-024", 0, ()))
    # GCL-PAS-025 MUST: exemptedPercent >= 0 and exemptedPercent <= 5 and exemptedLargest >= 0 and exemptedLargest <= 1 and exemptedLargest <= exemptedPercent and (if exemptedPercent > 0 then exists(exemptedText))
    if not (
        v_exemptedPercent >= "0"
        and d_exemptedPercent <= N5
        and v_exemptedLargest >= "0"
        and d_exemptedLargest <= N1
        and d_exemptedLargest <= d_exemptedPercent
        and (v_exemptedPercent <= "0" or "exemptedText" in o)
    ):
        found.append(("GCL-PAS-025", 0, ()))
    # GCL-PAS-027 MUST: validity.start >= period.end and validity.end <= period.end + 36 months
    if not (
        v_validity["start"] >= v_period_end
        and v_validity["end"] <= add_months(v_period_end, 36)
    ):
        found.append(("GCL-PAS-027", 0, ()))
    # GCL-PAS-028 MUST: if passportKind = "retrospective" then dateOf(issuedAt) >= period.end
    if o["passportKind"] == "retrospective":
        if o["issuedAt"][:10] < v_period_end:
            found.append(("GCL-PAS-028", 0, ()))
    # GCL-PAS-032 MUST: (if landUse.converted = true then components.landUseChange > 0) and (if landUse.converted = false then components.landUseChange = 0)
    if not (
        (not (v_landUse is not None and v_landUse_converted is True) or v_components_landUseChange > "0")
        and (not (v_landUse is not None and v_landUse_converted is False) or v_components_landUseChange == "0")
    ):
        found.append(("GCL-PAS-032", 0, ()))
    # GCL-PAS-033 MUST: primaryDataShare >= 0 and primaryDataShare <= 100 and (if primaryDataShare < 100 then count(m in secondarySources) >= 1) and (if primaryDataShare = 100 then count(m in secondarySources) = 0)
    if not (
        v_primaryDataShare >= "0"
        and d_primaryDataShare <= N100
        and (d_primaryDataShare >= N100 or len(o.get("secondarySources", ())) >= 1)
        and (v_primaryDataShare != "100" or len(o.get("secondarySources", ())) == 0)
    ):
        found.append(("GCL-PAS-033", 0, ()))
    # GCL-PAS-035 MUST: if exists(uncertainty) then uncertainty.low <= grossEmissions and grossEmissions <= uncertainty.high and uncertainty.confidence = 0.95
    if v_uncertainty is not None:
        if not (
            D(v_uncertainty["low"]) <= d_grossEmissions
            and d_grossEmissions <= D(v_uncertainty["high"])
            and v_uncertainty["confidence"] == "0.95"
        ):
            found.append(("GCL-PAS-035", 0, ()))
    # GCL-PAS-037 MUST: sum(r.perDeclaredUnit for r in insetRemovals where r.component = "land_management_removals") = -components.landManagementRemovals within 0.000001 and sum(t.perDeclaredUnit for t in insetRemovals where t.component = "technological_removals") = -components.technologicalRemovals within 0.000001
    if not (
        abs(sum([D(r_["perDeclaredUnit"]) for r_ in o.get("insetRemovals", ()) if r_["component"] == "land_management_removals"]) - (-d_components_landManagementRemovals)) <= N0_000001
        and abs(sum([D(t_["perDeclaredUnit"]) for t_ in o.get("insetRemovals", ()) if t_["component"] == "technological_removals"]) - (-d_components_technologicalRemovals)) <= N0_000001
    ):
        found.append(("GCL-PAS-037", 0, ()))
    # GCL-PAS-046 MUST: (every r in insetRemovals: r.component in ("land_management_removals", "technological_removals")) and (every i in gasInventories: i.component in ("fossil_ghg", "land_use_change", "land_management_biogenic_co2", "biogenic_non_co2")) and unique(i.component for i in gasInventories)
    if not (
        all([r_["component"] in ("land_management_removals", "technological_removals") for r_ in o.get("insetRemovals", ())])
        and all([i_["component"] in ("fossil_ghg", "land_use_change", "land_management_biogenic_co2", "biogenic_non_co2") for i_ in o.get("gasInventories", ())])
        and are_distinct([i_["component"] for i_ in o.get("gasInventories", ())])
    ):
        found.append(("GCL-PAS-046", 0, ()))
    # GCL-PAS-047 MUST: (if exists(coveredQuantity) then coveredQuantity.unit = declaredUnit.unit and coveredQuantity.value > 0) and (if count(r in insetRemovals) >= 1 then exists(coveredQuantity))
    if not (
        (v_coveredQuantity is None or v_coveredQuantity["unit"] == v_declaredUnit_unit and v_coveredQuantity["value"] > "0")
        and (len(o.get("insetRemovals", ())) < 1 or v_coveredQuantity is not None)
    ):
        found.append(("GCL-PAS-047", 0, ()))
    if inner := check_Period(o["period"]):
        found += below(inner, "period")
    if inner := check_Period(o["validity"]):
        found += below(inner, "validity")
    if inner := check_Geography(o["geography"]):
        found += below(inner, "geography")
    if inner := check_GhgComponents(o["components"]):
        found += below(inner, "components")
    for index, item in enumerate(o["stages"]):
        if inner := check_StageFootprint(item):
            found += below(inner, "stages", index)
    for index, item in enumerate(o.get("gasInventories", ())):
        if inner := check_GasInventory(item):
            found += below(inner, "gasInventories", index)
    if (item := o.get("dataQuality")) is not None and (inner := check_DataQuality(item)):
        found += below(inner, "dataQuality")
    return found
