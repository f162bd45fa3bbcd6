"""Rules of module removal.

Generated from spec/ by gclink_spec.emit.python_rules; do not edit.
"""
# ruff: noqa: E501, RUF001, RUF003, SIM

from __future__ import annotations

import re
from decimal import Decimal as D

from gclink._generated.rules_core import check_Period
from gclink._rules_runtime import Tree, Violation, below, decimals

N0 = D("0")
N0_0001 = D("0.0001")
N0_001 = D("0.001")
N0_003 = D("0.003")
N0_005 = D("0.005")
N0_1 = D("0.1")
N0_2 = D("0.2")
N0_4 = D("0.4")
N0_7 = D("0.7")
N1 = D("1")
N3 = D("3")
N7 = D("7")
N7_5 = D("7.5")
N11 = D("11")
N12 = D("12")
N12_5 = D("12.5")
N17_5 = D("17.5")
N22_5 = D("22.5")
N40 = D("40")
N50 = D("50")
N100 = D("100")
MATCH_1 = re.compile(r"1[.][0-9]{1,9}[.][0-9]{1,9}").fullmatch
DECIMALS_BUFFER_RATE_V1_RATE = decimals("buffer_rate_v1", "rate")
DECIMALS_IPCC2019_APP4_V1_FACTOR = decimals("ipcc2019_app4_v1", "factor")
DECIMALS_PURO_TABLE_6_1_2025_M = decimals("puro_table_6_1_2025", "M")
DECIMALS_PURO_TABLE_6_1_2025_A = decimals("puro_table_6_1_2025", "a")
DECIMALS_WOOLF100_2021_R2_C = decimals("woolf100_2021_r2", "c")
DECIMALS_WOOLF100_2021_R2_M = decimals("woolf100_2021_r2", "m")


def check_LabAnalysis(o: Tree) -> list[Violation]:
    """Rules of LabAnalysis and of the objects in it."""
    found: list[Violation] = []
    v_hToCorg = o["hToCorg"]
    v_organicCarbon = o["organicCarbon"]
    d_hToCorg = D(v_hToCorg)
    d_organicCarbon = D(v_organicCarbon)
    # GCL-REM-009 MUST: organicCarbon = totalCarbon - inorganicCarbon within 0.0001
    if not abs(d_organicCarbon - (D(o["totalCarbon"]) - D(o["inorganicCarbon"]))) <= N0_0001:
        found.append(("GCL-REM-009", 0, ()))
    # GCL-REM-010 MUST: organicCarbon > 0 and hToCorg * organicCarbon = 12 * hydrogen within 0.005 * hToCorg * organicCarbon
    if not (
        v_organicCarbon > "0"
        and abs((d_hToCorg * d_organicCarbon) - (N12 * D(o["hydrogen"]))) <= N0_005 * d_hToCorg * d_organicCarbon
    ):
        found.append(("GCL-REM-010", 0, ()))
    # GCL-REM-011 MUST: hToCorg <= 0.7
    if d_hToCorg > N0_7:
        found.append(("GCL-REM-011", 0, ()))
    # GCL-REM-021 MUST: accredited = true
    if o["accredited"] is not True:
        found.append(("GCL-REM-021", 0, ()))
    return found


def check_MethaneTest(o: Tree) -> list[Violation]:
    """Rules of MethaneTest and of the objects in it."""
    found: list[Violation] = []
    v_value = o["value"]
    d_value = D(v_value)
    # GCL-REM-025 MUST: runs >= 3 and value = mean + standardDeviation within 0.005 * abs(value)
    if not (
        o["runs"] >= 3
        and abs(d_value - (D(o["mean"]) + D(o["standardDeviation"]))) <= N0_005 * abs(d_value)
    ):
        found.append(("GCL-REM-025", 0, ()))
    return found


def check_PermanenceBasis(o: Tree) -> list[Violation]:
    """Rules of PermanenceBasis and of the objects in it."""
    found: list[Violation] = []
    v_factor = o["factor"]
    v_hToCorg = o.get("hToCorg")
    v_horizonYears = o["horizonYears"]
    v_permanenceMethod = o["permanenceMethod"]
    v_soilTemperatureCelsius = o.get("soilTemperatureCelsius")
    v_tableRow = o.get("tableRow")
    v_tableVersion = o["tableVersion"]
    d_factor = D(v_factor)
    d_hToCorg = None if v_hToCorg is None else D(v_hToCorg)
    d_soilTemperatureCelsius = None if v_soilTemperatureCelsius is None else D(v_soilTemperatureCelsius)
    # GCL-REM-012 MUST: (if permanenceMethod = "puro_bc200" then tableVersion = "puro_table_6_1_2025" and horizonYears = 200) and (if permanenceMethod = "woolf100" then tableVersion = "woolf100_2021_r2" and horizonYears = 100) and (if permanenceMethod = "ipcc2019_t1" then tableVersion = "ipcc2019_app4_v1" and horizonYears = 100) and (if permanenceMethod = "random_reflectance" then tableVersion = "none" and horizonYears = 200) and (if permanenceMethod = "geological" then tableVersion = "none" and horizonYears = 1000) and (if permanenceMethod = "product_storage" then tableVersion = "none" and horizonYears >= 35) and (if permanenceMethod = "stock_difference" then tableVersion = "none" and horizonYears >= 5)
    if not (
        (v_permanenceMethod != "puro_bc200" or v_tableVersion == "puro_table_6_1_2025" and v_horizonYears == 200)
        and (v_permanenceMethod != "woolf100" or v_tableVersion == "woolf100_2021_r2" and v_horizonYears == 100)
        and (v_permanenceMethod != "ipcc2019_t1" or v_tableVersion == "ipcc2019_app4_v1" and v_horizonYears == 100)
        and (v_permanenceMethod != "random_reflectance" or v_tableVersion == "none" and v_horizonYears == 200)
        and (v_permanenceMethod != "geological" or v_tableVersion == "none" and v_horizonYears == 1000)
        and (v_permanenceMethod != "product_storage" or v_tableVersion == "none" and v_horizonYears >= 35)
        and (v_permanenceMethod != "stock_difference" or v_tableVersion == "none" and v_horizonYears >= 5)
    ):
        found.append(("GCL-REM-012", 0, ()))
    # GCL-REM-013 MUST: if permanenceMethod = "puro_bc200" then exists(soilTemperatureCelsius) and exists(tableRow) and soilTemperatureCelsius <= 40 and (if soilTemperatureCelsius <= 7 then tableRow = 7 else tableRow >= soilTemperatureCelsius and tableRow < soilTemperatureCelsius + 1 and tableRow <= 40)
    if v_permanenceMethod == "puro_bc200":
        if not (
            v_soilTemperatureCelsius is not None
            and v_tableRow is not None
            and d_soilTemperatureCelsius <= N40
            and (v_tableRow == 7 if d_soilTemperatureCelsius <= N7 else v_tableRow >= d_soilTemperatureCelsius and v_tableRow < d_soilTemperatureCelsius + N1 and v_tableRow <= 40)
        ):
            found.append(("GCL-REM-013", 0, ()))
    # GCL-REM-014 MUST: if permanenceMethod = "puro_bc200" then exists(tableRow) and exists(hToCorg) and 100 * factor = clip(lookup("puro_table_6_1_2025", tableRow, "M") - lookup("puro_table_6_1_2025", tableRow, "a") * hToCorg, 0, 100) within 0.1
    if v_permanenceMethod == "puro_bc200":
        if not (
            v_tableRow is not None
            and v_hToCorg is not None
            and str(v_tableRow) in DECIMALS_PURO_TABLE_6_1_2025_M and str(v_tableRow) in DECIMALS_PURO_TABLE_6_1_2025_A and abs((N100 * d_factor) - max(N0, min(N100, (DECIMALS_PURO_TABLE_6_1_2025_M[str(v_tableRow)] - DECIMALS_PURO_TABLE_6_1_2025_A[str(v_tableRow)] * d_hToCorg)))) <= N0_1
        ):
            found.append(("GCL-REM-014", 0, ()))
    # GCL-REM-015 MUST: if permanenceMethod = "woolf100" then exists(soilTemperatureCelsius) and exists(tableRow) and (if soilTemperatureCelsius < 7.5 then tableRow = 5 else if soilTemperatureCelsius < 12.5 then tableRow = 10 else if soilTemperatureCelsius < 17.5 then tableRow = 15 else if soilTemperatureCelsius < 22.5 then tableRow = 20 else tableRow = 25)
    if v_permanenceMethod == "woolf100":
        if not (
            v_soilTemperatureCelsius is not None
            and v_tableRow is not None
            and (v_tableRow == 5 if d_soilTemperatureCelsius < N7_5 else (v_tableRow == 10 if d_soilTemperatureCelsius < N12_5 else (v_tableRow == 15 if d_soilTemperatureCelsius < N17_5 else (v_tableRow == 20 if d_soilTemperatureCelsius < N22_5 else v_tableRow == 25))))
        ):
            found.append(("GCL-REM-015", 0, ()))
    # GCL-REM-016 MUST: if permanenceMethod = "woolf100" then exists(tableRow) and exists(hToCorg) and factor = clip(lookup("woolf100_2021_r2", tableRow, "c") - lookup("woolf100_2021_r2", tableRow, "m") * hToCorg, 0, 1) within 0.001
    if v_permanenceMethod == "woolf100":
        if not (
            v_tableRow is not None
            and v_hToCorg is not None
            and str(v_tableRow) in DECIMALS_WOOLF100_2021_R2_C and str(v_tableRow) in DECIMALS_WOOLF100_2021_R2_M and abs(d_factor - max(N0, min(N1, (DECIMALS_WOOLF100_2021_R2_C[str(v_tableRow)] - DECIMALS_WOOLF100_2021_R2_M[str(v_tableRow)] * d_hToCorg)))) <= N0_001
        ):
            found.append(("GCL-REM-016", 0, ()))
    return found


def check_StatementLine(o: Tree) -> list[Violation]:
    """Rules of StatementLine and of the objects in it."""
    found: list[Violation] = []
    v_durableCO2 = o["durableCO2"]
    v_permanence = o["permanence"]
    v_storedCO2 = o["storedCO2"]
    v_permanence_dryMassTonnes = v_permanence.get("dryMassTonnes")
    v_permanence_factor = v_permanence["factor"]
    v_permanence_organicCarbon = v_permanence.get("organicCarbon")
    v_permanence_permanenceMethod = v_permanence["permanenceMethod"]
    v_permanence_tableRow = v_permanence.get("tableRow")
    d_durableCO2 = D(v_durableCO2)
    d_permanence_dryMassTonnes = None if v_permanence_dryMassTonnes is None else D(v_permanence_dryMassTonnes)
    d_permanence_factor = D(v_permanence_factor)
    d_permanence_organicCarbon = None if v_permanence_organicCarbon is None else D(v_permanence_organicCarbon)
    d_storedCO2 = D(v_storedCO2)
    # GCL-REM-005 MUST: durableCO2 = storedCO2 * permanence.factor within 0.001 * abs(durableCO2)
    if not abs(d_durableCO2 - (d_storedCO2 * d_permanence_factor)) <= N0_001 * abs(d_durableCO2):
        found.append(("GCL-REM-005", 0, ()))
    # GCL-REM-007 MUST: if permanence.permanenceMethod in ("puro_bc200", "woolf100") then exists(permanence.dryMassTonnes) and exists(permanence.organicCarbon) and 3 * storedCO2 = 11 * permanence.dryMassTonnes * permanence.organicCarbon within 0.003 * abs(storedCO2)
    if v_permanence_permanenceMethod in ("puro_bc200", "woolf100"):
        if not (
            v_permanence_dryMassTonnes is not None
            and v_permanence_organicCarbon is not None
            and abs((N3 * d_storedCO2) - (N11 * d_permanence_dryMassTonnes * d_permanence_organicCarbon)) <= N0_003 * abs(d_storedCO2)
        ):
            found.append(("GCL-REM-007", 0, ()))
    # GCL-REM-017 MUST: if permanence.permanenceMethod = "ipcc2019_t1" then exists(permanence.tableRow) and exists(permanence.dryMassTonnes) and exists(permanence.organicCarbon) and permanence.factor = lookup("ipcc2019_app4_v1", permanence.tableRow, "factor") and permanence.organicCarbon in (0.77, 0.65, 0.38, 0.49, 0.74, 0.35, 0.52, 0.28, 0.09, 0.13, 0.4, 0.07) and 3 * storedCO2 = 11 * permanence.dryMassTonnes * permanence.organicCarbon within 0.003 * abs(storedCO2)
    if v_permanence_permanenceMethod == "ipcc2019_t1":
        if not (
            v_permanence_tableRow is not None
            and v_permanence_dryMassTonnes is not None
            and v_permanence_organicCarbon is not None
            and str(v_permanence_tableRow) in DECIMALS_IPCC2019_APP4_V1_FACTOR and d_permanence_factor == DECIMALS_IPCC2019_APP4_V1_FACTOR[str(v_permanence_tableRow)]
            and v_permanence_organicCarbon in ("0.77", "0.65", "0.38", "0.49", "0.74", "0.35", "0.52", "0.28", "0.09", "0.13", "0.4", "0.07")
            and abs((N3 * d_storedCO2) - (N11 * d_permanence_dryMassTonnes * d_permanence_organicCarbon)) <= N0_003 * abs(d_storedCO2)
        ):
            found.append(("GCL-REM-017", 0, ()))
    if inner := check_PermanenceBasis(o["permanence"]):
        found += below(inner, "permanence")
    return found


def check_BufferAccount(o: Tree) -> list[Violation]:
    """Rules of BufferAccount and of the objects in it."""
    found: list[Violation] = []
    v_balance = o["balance"]
    # GCL-COR-011 MUST: specVersion matches "1[.][0-9]{1,9}[.][0-9]{1,9}"
    if MATCH_1(o["specVersion"]) is None:
        found.append(("GCL-COR-011", 0, ()))
    # GCL-REM-051 MUST: balance = sum(e.signedTonnes for e in entries) and balance >= 0 and (every e in entries: if e.entryKind = "deposit" then e.signedTonnes = e.tonnes else e.signedTonnes = -e.tonnes)
    if not (
        D(v_balance) == sum([D(e_["signedTonnes"]) for e_ in o["entries"]])
        and v_balance >= "0"
        and all([e_["signedTonnes"] == e_["tonnes"] if e_["entryKind"] == "deposit" else D(e_["signedTonnes"]) == -D(e_["tonnes"]) for e_ in o["entries"]])
    ):
        found.append(("GCL-REM-051", 0, ()))
    return found


def check_CaptureRecord(o: Tree) -> list[Violation]:
    """Rules of CaptureRecord and of the objects in it."""
    found: list[Violation] = []
    # GCL-COR-011 MUST: specVersion matches "1[.][0-9]{1,9}[.][0-9]{1,9}"
    if MATCH_1(o["specVersion"]) is None:
        found.append(("GCL-COR-011", 0, ()))
    if inner := check_Period(o["period"]):
        found += below(inner, "period")
    return found


def check_CarbonUnit(o: Tree) -> list[Violation]:
    """Rules of CarbonUnit and of the objects in it."""
    found: list[Violation] = []
    v_unitStatus = o["unitStatus"]
    # GCL-COR-011 MUST: specVersion matches "1[.][0-9]{1,9}[.][0-9]{1,9}"
    if MATCH_1(o["specVersion"]) is None:
        found.append(("GCL-COR-011", 0, ()))
    # GCL-REM-054 MUST: serialEnd - serialStart + 1 = unitCount
    if o["serialEnd"] - o["serialStart"] + 1 != o["unitCount"]:
        found.append(("GCL-REM-054", 0, ()))
    # GCL-REM-057 MUST: (if unitStatus = "retired" then exists(beneficiary) and exists(retiredOn) and exists(purpose)) and (if unitStatus in ("retired", "cancelled") then exists(statusReason))
    if not (
        (v_unitStatus != "retired" or "beneficiary" in o and "retiredOn" in o and "purpose" in o)
        and (v_unitStatus not in ("retired", "cancelled") or "statusReason" in o)
    ):
        found.append(("GCL-REM-057", 0, ()))
    return found


def check_ProductionBatch(o: Tree) -> list[Violation]:
    """Rules of ProductionBatch and of the objects in it."""
    found: list[Violation] = []
    v_dryMass = o["dryMass"]
    v_methaneDefaultUsed = o["methaneDefaultUsed"]
    v_temperature = o["temperature"]
    v_dryMass_value = v_dryMass["value"]
    v_temperature_value = v_temperature["value"]
    d_dryMass_value = D(v_dryMass_value)
    d_temperature_value = D(v_temperature_value)
    # GCL-COR-011 MUST: specVersion matches "1[.][0-9]{1,9}[.][0-9]{1,9}"
    if MATCH_1(o["specVersion"]) is None:
        found.append(("GCL-COR-011", 0, ()))
    # GCL-REM-008 MUST: dryMass.value = wetMass.value * (1 - moisture) within 0.001 * dryMass.value
    if not abs(d_dryMass_value - (D(o["wetMass"]["value"]) * (N1 - D(o["moisture"])))) <= N0_001 * d_dryMass_value:
        found.append(("GCL-REM-008", 0, ()))
    # GCL-REM-023 MUST: temperature.value - temperatureMin.value <= 0.2 * temperature.value and sum(f.share for f in feeds) = 1
    if not (
        d_temperature_value - D(o["temperatureMin"]["value"]) <= N0_2 * d_temperature_value
        and sum([D(f_["share"]) for f_ in o["feeds"]]) == N1
    ):
        found.append(("GCL-REM-023", 0, ()))
    # GCL-REM-026 MUST: if exists(methaneTest) then methaneDefaultUsed = false else methaneDefaultUsed = true
    if not (v_methaneDefaultUsed is False if "methaneTest" in o else v_methaneDefaultUsed is True):
        found.append(("GCL-REM-026", 0, ()))
    # GCL-REM-029 SHOULD: exists(yieldText) or (dryMass.value >= 0.1 * sum(f.dryMass.value for f in feeds) and dryMass.value <= 0.4 * sum(f.dryMass.value for f in feeds))
    if not ("yieldText" in o or d_dryMass_value >= N0_1 * sum([D(f_["dryMass"]["value"]) for f_ in o["feeds"]]) and d_dryMass_value <= N0_4 * sum([D(f_["dryMass"]["value"]) for f_ in o["feeds"]])):
        found.append(("GCL-REM-029", 0, ()))
    if inner := check_LabAnalysis(o["lab"]):
        found += below(inner, "lab")
    if (item := o.get("methaneTest")) is not None and (inner := check_MethaneTest(item)):
        found += below(inner, "methaneTest")
    return found


def check_RemovalActivity(o: Tree) -> list[Violation]:
    """Rules of RemovalActivity and of the objects in it."""
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
    # GCL-REM-043 MUST: hydrocarbonRecovery = false
    if o["hydrocarbonRecovery"] is not False:
        found.append(("GCL-REM-043", 0, ()))
    if inner := check_Period(o["period"]):
        found += below(inner, "period")
    return found


def check_RemovalAllocation(o: Tree) -> list[Violation]:
    """Rules of RemovalAllocation and of the objects in it."""
    found: list[Violation] = []
    v_target = o.get("target")
    # GCL-COR-011 MUST: specVersion matches "1[.][0-9]{1,9}[.][0-9]{1,9}"
    if MATCH_1(o["specVersion"]) is None:
        found.append(("GCL-COR-011", 0, ()))
    # GCL-REM-060 MUST: if mode = "reserved" then not exists(target) else exists(target)
    if not (v_target is None if o["mode"] == "reserved" else v_target is not None):
        found.append(("GCL-REM-060", 0, ()))
    if inner := check_Period(o["period"]):
        found += below(inner, "period")
    return found


def check_RemovalStatement(o: Tree) -> list[Violation]:
    """Rules of RemovalStatement and of the objects in it."""
    found: list[Violation] = []
    v_baseline = o["baseline"]
    v_bufferDeposit = o["bufferDeposit"]
    v_discount = o["discount"]
    v_durabilityClass = o["durabilityClass"]
    v_durableStored = o["durableStored"]
    v_grossStored = o["grossStored"]
    v_issuable = o["issuable"]
    v_leakage = o["leakage"]
    v_net = o["net"]
    v_netBeforeDiscount = o["netBeforeDiscount"]
    v_period = o["period"]
    v_projectEmissions = o["projectEmissions"]
    v_relativeHalfWidth = o["relativeHalfWidth"]
    v_leakage_ecologicalLeakage = v_leakage["ecologicalLeakage"]
    v_leakage_marketLeakage = v_leakage["marketLeakage"]
    v_leakage_total = v_leakage["total"]
    v_period_end = v_period["end"]
    v_projectEmissions_biomassSupply = v_projectEmissions["biomassSupply"]
    v_projectEmissions_infrastructure = v_projectEmissions["infrastructure"]
    v_projectEmissions_landUseChange = v_projectEmissions["landUseChange"]
    v_projectEmissions_processGas = v_projectEmissions["processGas"]
    v_projectEmissions_production = v_projectEmissions["production"]
    v_projectEmissions_total = v_projectEmissions["total"]
    v_projectEmissions_use = v_projectEmissions["use"]
    d_bufferDeposit = D(v_bufferDeposit)
    d_discount = D(v_discount)
    d_durableStored = D(v_durableStored)
    d_leakage_total = D(v_leakage_total)
    d_net = D(v_net)
    d_netBeforeDiscount = D(v_netBeforeDiscount)
    d_projectEmissions_total = D(v_projectEmissions_total)
    d_relativeHalfWidth = D(v_relativeHalfWidth)
    # GCL-COR-011 MUST: specVersion matches "1[.][0-9]{1,9}[.][0-9]{1,9}"
    if MATCH_1(o["specVersion"]) is None:
        found.append(("GCL-COR-011", 0, ()))
    # GCL-REM-001 MUST: netBeforeDiscount = durableStored - baseline - projectEmissions.total - leakage.total within 0.005 * abs(netBeforeDiscount)
    if not abs(d_netBeforeDiscount - (d_durableStored - D(v_baseline) - d_projectEmissions_total - d_leakage_total)) <= N0_005 * abs(d_netBeforeDiscount):
        found.append(("GCL-REM-001", 0, ()))
    # GCL-REM-002 MUST: net = netBeforeDiscount - discount within 0.001 and net > 0
    if not (
        abs(d_net - (d_netBeforeDiscount - d_discount)) <= N0_001
        and v_net > "0"
    ):
        found.append(("GCL-REM-002", 0, ()))
    # GCL-REM-003 MUST: grossStored >= 0 and durableStored >= 0 and baseline >= 0 and relativeHalfWidth >= 0 and discount >= 0 and net >= 0 and bufferDeposit >= 0 and issuable >= 0 and projectEmissions.biomassSupply >= 0 and projectEmissions.production >= 0 and projectEmissions.processGas >= 0 and projectEmissions.use >= 0 and projectEmissions.infrastructure >= 0 and projectEmissions.landUseChange >= 0 and projectEmissions.total >= 0 and leakage.ecologicalLeakage >= 0 and leakage.marketLeakage >= 0 and leakage.total >= 0 and (every l in lines: l.storedCO2 >= 0 and l.durableCO2 >= 0)
    if not (
        v_grossStored >= "0"
        and v_durableStored >= "0"
        and v_baseline >= "0"
        and v_relativeHalfWidth >= "0"
        and v_discount >= "0"
        and v_net >= "0"
        and v_bufferDeposit >= "0"
        and v_issuable >= "0"
        and v_projectEmissions_biomassSupply >= "0"
        and v_projectEmissions_production >= "0"
        and v_projectEmissions_processGas >= "0"
        and v_projectEmissions_use >= "0"
        and v_projectEmissions_infrastructure >= "0"
        and v_projectEmissions_landUseChange >= "0"
        and v_projectEmissions_total >= "0"
        and v_leakage_ecologicalLeakage >= "0"
        and v_leakage_marketLeakage >= "0"
        and v_leakage_total >= "0"
        and all([l_["storedCO2"] >= "0" and l_["durableCO2"] >= "0" for l_ in o["lines"]])
    ):
        found.append(("GCL-REM-003", 0, ()))
    # GCL-REM-004 MUST: grossStored = sum(l.storedCO2 for l in lines) within 0.001 and durableStored = sum(l.durableCO2 for l in lines) within 0.001
    if not (
        abs(D(v_grossStored) - sum([D(l_["storedCO2"]) for l_ in o["lines"]])) <= N0_001
        and abs(d_durableStored - sum([D(l_["durableCO2"]) for l_ in o["lines"]])) <= N0_001
    ):
        found.append(("GCL-REM-004", 0, ()))
    # GCL-REM-006 MUST: projectEmissions.total = projectEmissions.biomassSupply + projectEmissions.production + projectEmissions.processGas + projectEmissions.use + projectEmissions.infrastructure + projectEmissions.landUseChange within 0.001 and leakage.total = leakage.ecologicalLeakage + leakage.marketLeakage within 0.001
    if not (
        abs(d_projectEmissions_total - (D(v_projectEmissions_biomassSupply) + D(v_projectEmissions_production) + D(v_projectEmissions_processGas) + D(v_projectEmissions_use) + D(v_projectEmissions_infrastructure) + D(v_projectEmissions_landUseChange))) <= N0_001
        and abs(d_leakage_total - (D(v_leakage_ecologicalLeakage) + D(v_leakage_marketLeakage))) <= N0_001
    ):
        found.append(("GCL-REM-006", 0, ()))
    # GCL-REM-020 MUST: every l in lines: (if l.permanence.permanenceMethod = "geological" then durabilityClass = "d1000") and (if l.permanence.permanenceMethod in ("puro_bc200", "random_reflectance") then durabilityClass = "d200") and (if l.permanence.permanenceMethod in ("woolf100", "ipcc2019_t1") then durabilityClass = "d100") and (if l.permanence.permanenceMethod = "product_storage" then durabilityClass = "d35") and (if l.permanence.permanenceMethod = "stock_difference" then durabilityClass = "d5")
    if not all([(l_["permanence"]["permanenceMethod"] != "geological" or v_durabilityClass == "d1000") and (l_["permanence"]["permanenceMethod"] not in ("puro_bc200", "random_reflectance") or v_durabilityClass == "d200") and (l_["permanence"]["permanenceMethod"] not in ("woolf100", "ipcc2019_t1") or v_durabilityClass == "d100") and (l_["permanence"]["permanenceMethod"] != "product_storage" or v_durabilityClass == "d35") and (l_["permanence"]["permanenceMethod"] != "stock_difference" or v_durabilityClass == "d5") for l_ in o["lines"]]):
        found.append(("GCL-REM-020", 0, ()))
    # GCL-REM-030 MUST: exAnte = false and dateOf(issuedAt) >= period.end
    if not (
        o["exAnte"] is False
        and o["issuedAt"][:10] >= v_period_end
    ):
        found.append(("GCL-REM-030", 0, ()))
    # GCL-REM-046 MUST: if relativeHalfWidth > 0.2 then discount >= netBeforeDiscount * (relativeHalfWidth - 0.2) else discount >= 0
    if not (d_discount >= d_netBeforeDiscount * (d_relativeHalfWidth - N0_2) if d_relativeHalfWidth > N0_2 else v_discount >= "0"):
        found.append(("GCL-REM-046", 0, ()))
    # GCL-REM-047 MUST: vintage = year(period.end)
    if o["vintage"] != int(v_period_end[:4]):
        found.append(("GCL-REM-047", 0, ()))
    # GCL-REM-049 MUST: bufferDeposit >= lookup("buffer_rate_v1", durabilityClass, "rate") * net
    if d_bufferDeposit < DECIMALS_BUFFER_RATE_V1_RATE[v_durabilityClass] * d_net:
        found.append(("GCL-REM-049", 0, ()))
    # GCL-REM-050 MUST: issuable = net - bufferDeposit
    if D(v_issuable) != d_net - d_bufferDeposit:
        found.append(("GCL-REM-050", 0, ()))
    if inner := check_Period(o["period"]):
        found += below(inner, "period")
    for index, item in enumerate(o["lines"]):
        if inner := check_StatementLine(item):
            found += below(inner, "lines", index)
    return found


def check_ReversalEvent(o: Tree) -> list[Violation]:
    """Rules of ReversalEvent and of the objects in it."""
    found: list[Violation] = []
    # GCL-COR-011 MUST: specVersion matches "1[.][0-9]{1,9}[.][0-9]{1,9}"
    if MATCH_1(o["specVersion"]) is None:
        found.append(("GCL-COR-011", 0, ()))
    return found


def check_StockMeasurement(o: Tree) -> list[Violation]:
    """Rules of StockMeasurement and of the objects in it."""
    found: list[Violation] = []
    # GCL-COR-011 MUST: specVersion matches "1[.][0-9]{1,9}[.][0-9]{1,9}"
    if MATCH_1(o["specVersion"]) is None:
        found.append(("GCL-COR-011", 0, ()))
    return found


def check_StorageEvent(o: Tree) -> list[Violation]:
    """Rules of StorageEvent and of the objects in it."""
    found: list[Violation] = []
    v_appliedArea = o.get("appliedArea")
    v_batch = o.get("batch")
    v_capture = o.get("capture")
    v_priorApplication = o.get("priorApplication")
    v_appliedArea_value = None if v_appliedArea is None else v_appliedArea["value"]
    d_appliedArea_value = None if v_appliedArea_value is None else D(v_appliedArea_value)
    # GCL-COR-011 MUST: specVersion matches "1[.][0-9]{1,9}[.][0-9]{1,9}"
    if MATCH_1(o["specVersion"]) is None:
        found.append(("GCL-COR-011", 0, ()))
    # GCL-REM-033 MUST: if exists(stocks) then not exists(batch) and not exists(capture) and (some s in stocks, t in stocks: s != t) else oneOf(batch, capture)
    if not (v_batch is None and v_capture is None and any([s_ != t_ for s_ in o.get("stocks", ()) for t_ in o.get("stocks", ())]) if "stocks" in o else (v_batch is not None) + (v_capture is not None) == 1):
        found.append(("GCL-REM-033", 0, ()))
    # GCL-REM-037 MUST: if storageUse = "soil" then exists(appliedArea) and exists(priorApplication) and priorApplication.value * appliedArea.value + storedMass.value <= 50 * appliedArea.value
    if o["storageUse"] == "soil":
        if not (
            v_appliedArea is not None
            and v_priorApplication is not None
            and D(v_priorApplication["value"]) * d_appliedArea_value + D(o["storedMass"]["value"]) <= N50 * d_appliedArea_value
        ):
            found.append(("GCL-REM-037", 0, ()))
    return found
