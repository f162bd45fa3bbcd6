"""Rules of module core.

Generated from spec/ by gclink_spec.emit.python_rules; do not edit.
"""
# ruff: noqa: E501, RUF001, RUF003, SIM

from __future__ import annotations

import re
from decimal import Decimal as D

from gclink._rules_runtime import Tree, Violation, add_months, are_distinct, below, integers, is_whole, keys, rows, valid_gln, valid_gtin, valid_lei, valid_uscc

N0_0005 = D("0.0005")
N0_01 = D("0.01")
N0_02 = D("0.02")
N0_05 = D("0.05")
N1 = D("1")
N5 = D("5")
N40 = D("40")
MATCH_1 = re.compile(r"1[.][0-9]{1,9}[.][0-9]{1,9}").fullmatch
INTEGERS_CURRENCY_SCALE = integers("currency", "scale")
KEYS_CURRENCY = keys("currency")
ROWS_MACHINE = rows("machine")
ROWS_MACHINE_ROLES = rows("machine.roles")


def check_ConformanceOutcome(o: Tree) -> list[Violation]:
    """Rules of ConformanceOutcome and of the objects in it."""
    found: list[Violation] = []
    v_conclusion = o["conclusion"]
    v_conformanceGrade = o["conformanceGrade"]
    v_mandatoryFailed = o["mandatoryFailed"]
    v_mandatoryRun = o["mandatoryRun"]
    # GCL-COR-056 MUST: mandatoryRun = mandatoryPassed + mandatoryFailed and recommendedPassed <= recommendedRun
    if not (
        v_mandatoryRun == o["mandatoryPassed"] + v_mandatoryFailed
        and o["recommendedPassed"] <= o["recommendedRun"]
    ):
        found.append(("GCL-COR-056", 0, ()))
    # GCL-COR-057 MUST: if conclusion = "pass" then mandatoryRun >= 1 and mandatoryFailed = 0
    if v_conclusion == "pass":
        if not (
            v_mandatoryRun >= 1
            and v_mandatoryFailed == 0
        ):
            found.append(("GCL-COR-057", 0, ()))
    # GCL-COR-058 MUST: if conclusion = "pass" then conformanceGrade in ("verdict", "explained") else conformanceGrade = "none"
    if not (v_conformanceGrade in ("verdict", "explained") if v_conclusion == "pass" else v_conformanceGrade == "none"):
        found.append(("GCL-COR-058", 0, ()))
    return found


def check_Geography(o: Tree) -> list[Violation]:
    """Rules of Geography and of the objects in it."""
    found: list[Violation] = []
    # GCL-PAS-026 MUST: oneOf(region, country, subdivision)
    if not ("region" in o) + ("country" in o) + ("subdivision" in o) == 1:
        found.append(("GCL-PAS-026", 0, ()))
    return found


def check_Identifier(o: Tree) -> list[Violation]:
    """Rules of Identifier and of the objects in it."""
    found: list[Violation] = []
    v_identifierValue = o["identifierValue"]
    v_scheme = o["scheme"]
    # GCL-COR-013 MUST: if scheme = "gtin" then validGtin(identifierValue)
    if v_scheme == "gtin":
        if not valid_gtin(v_identifierValue):
            found.append(("GCL-COR-013", 0, ()))
    # GCL-COR-014 MUST: if scheme = "gln" then validGln(identifierValue)
    if v_scheme == "gln":
        if not valid_gln(v_identifierValue):
            found.append(("GCL-COR-014", 0, ()))
    # GCL-COR-015 MUST: if scheme = "lei" then validLei(identifierValue)
    if v_scheme == "lei":
        if not valid_lei(v_identifierValue):
            found.append(("GCL-COR-015", 0, ()))
    # GCL-COR-016 MUST: if scheme = "uscc" then validUscc(identifierValue)
    if v_scheme == "uscc":
        if not valid_uscc(v_identifierValue):
            found.append(("GCL-COR-016", 0, ()))
    return found


def check_MaterialFlow(o: Tree) -> list[Violation]:
    """Rules of MaterialFlow and of the objects in it."""
    found: list[Violation] = []
    v_carbonMass = o.get("carbonMass")
    v_dryMass = o.get("dryMass")
    v_dryMass_value = None if v_dryMass is None else v_dryMass["value"]
    d_dryMass_value = None if v_dryMass_value is None else D(v_dryMass_value)
    # GCL-COR-040 MUST: (if exists(dryMass) then dryMass.value <= mass.value) and (if exists(carbonMass) and exists(dryMass) then carbonMass.value <= dryMass.value)
    if not (
        (v_dryMass is None or d_dryMass_value <= D(o["mass"]["value"]))
        and (not (v_carbonMass is not None and v_dryMass is not None) or D(v_carbonMass["value"]) <= d_dryMass_value)
    ):
        found.append(("GCL-COR-040", 0, ()))
    return found


def check_Money(o: Tree) -> list[Violation]:
    """Rules of Money and of the objects in it."""
    found: list[Violation] = []
    v_amount = o["amount"]
    v_currency = o["currency"]
    # GCL-FIN-004 MUST: inTable("currency", currency)
    if not v_currency in KEYS_CURRENCY:
        found.append(("GCL-FIN-004", 0, ()))
    # GCL-FIN-006 MUST: amount = round(amount / 1, lookup("currency", currency, "scale"))
    if not ("." not in v_amount or is_whole(D(v_amount) * INTEGERS_CURRENCY_SCALE[v_currency])):
        found.append(("GCL-FIN-006", 0, ()))
    # GCL-FIN-009 MUST: amount >= 0
    if v_amount < "0":
        found.append(("GCL-FIN-009", 0, ()))
    return found


def check_Money_as_GoodsLine_unitPrice(o: Tree) -> list[Violation]:
    """Rules of Money held by GoodsLine.unitPrice and of the objects in it."""
    found: list[Violation] = []
    # GCL-FIN-004 MUST: inTable("currency", currency)
    if not o["currency"] in KEYS_CURRENCY:
        found.append(("GCL-FIN-004", 0, ()))
    # GCL-FIN-009 MUST: amount >= 0
    if o["amount"] < "0":
        found.append(("GCL-FIN-009", 0, ()))
    return found


def check_Money_as_Receivable_roundingAmount(o: Tree) -> list[Violation]:
    """Rules of Money held by Receivable.roundingAmount and of the objects in it."""
    found: list[Violation] = []
    v_currency = o["currency"]
    # GCL-FIN-004 MUST: inTable("currency", currency)
    if not v_currency in KEYS_CURRENCY:
        found.append(("GCL-FIN-004", 0, ()))
    # GCL-FIN-006 MUST: amount = round(amount / 1, lookup("currency", currency, "scale"))
    if not ("." not in o["amount"] or is_whole(D(o["amount"]) * INTEGERS_CURRENCY_SCALE[v_currency])):
        found.append(("GCL-FIN-006", 0, ()))
    return found


def check_Money_as_RemovalPledge_unitValue(o: Tree) -> list[Violation]:
    """Rules of Money held by RemovalPledge.unitValue and of the objects in it."""
    found: list[Violation] = []
    # GCL-FIN-004 MUST: inTable("currency", currency)
    if not o["currency"] in KEYS_CURRENCY:
        found.append(("GCL-FIN-004", 0, ()))
    # GCL-FIN-009 MUST: amount >= 0
    if o["amount"] < "0":
        found.append(("GCL-FIN-009", 0, ()))
    return found


def check_Period(o: Tree) -> list[Violation]:
    """Rules of Period and of the objects in it."""
    found: list[Violation] = []
    # GCL-COR-012 MUST: start <= end
    if o["start"] > o["end"]:
        found.append(("GCL-COR-012", 0, ()))
    return found


def check_ConformanceStatement(o: Tree) -> list[Violation]:
    """Rules of ConformanceStatement and of the objects in it."""
    found: list[Violation] = []
    # GCL-COR-011 MUST: specVersion matches "1[.][0-9]{1,9}[.][0-9]{1,9}"
    if MATCH_1(o["specVersion"]) is None:
        found.append(("GCL-COR-011", 0, ()))
    # GCL-COR-053 MUST: testsTotal = testsPassed + testsFailed + testsInError + testsDeclined
    if o["testsTotal"] != o["testsPassed"] + o["testsFailed"] + o["testsInError"] + o["testsDeclined"]:
        found.append(("GCL-COR-053", 0, ()))
    # GCL-COR-054 MUST: unique(o.conformanceClass for o in outcomes)
    if not are_distinct([o_["conformanceClass"] for o_ in o["outcomes"]]):
        found.append(("GCL-COR-054", 0, ()))
    # GCL-COR-055 MUST: testedAt <= issuedAt
    if o["testedAt"] > o["issuedAt"]:
        found.append(("GCL-COR-055", 0, ()))
    for index, item in enumerate(o["outcomes"]):
        if inner := check_ConformanceOutcome(item):
            found += below(inner, "outcomes", index)
    return found


def check_LifecycleEvent(o: Tree) -> list[Violation]:
    """Rules of LifecycleEvent and of the objects in it."""
    found: list[Violation] = []
    v_fromState = o["fromState"]
    v_machine = o["machine"]
    v_previousEvent = o.get("previousEvent")
    v_reason = o.get("reason")
    v_toState = o["toState"]
    # GCL-COR-011 MUST: specVersion matches "1[.][0-9]{1,9}[.][0-9]{1,9}"
    if MATCH_1(o["specVersion"]) is None:
        found.append(("GCL-COR-011", 0, ()))
    # GCL-COR-045 MUST: issuer = actor and (if sequence > 1 then exists(previousEvent) else not exists(previousEvent))
    if not (
        o["issuer"] == o["actor"]
        and (v_previousEvent is not None if o["sequence"] > 1 else v_previousEvent is None)
    ):
        found.append(("GCL-COR-045", 0, ()))
    # GCL-FIN-114 MUST: inTable("machine", machine, fromState, toState)
    if not (v_machine, v_fromState, v_toState) in ROWS_MACHINE:
        found.append(("GCL-FIN-114", 0, ()))
    # GCL-FIN-115 MUST: if inTable("machine", machine, fromState, toState) then inTable("machine.roles", machine, fromState, toState, actorRole)
    if (v_machine, v_fromState, v_toState) in ROWS_MACHINE:
        if not (v_machine, v_fromState, v_toState, o["actorRole"]) in ROWS_MACHINE_ROLES:
            found.append(("GCL-FIN-115", 0, ()))
    # GCL-LNK-065 MUST: if exists(reason) and reason in ("carbon_evidence_revoked", "carbon_evidence_suspended") then not (machine in ("receivable", "transferable_record", "undertaking", "transaction"))
    if v_reason is not None and v_reason in ("carbon_evidence_revoked", "carbon_evidence_suspended"):
        if v_machine in ("receivable", "transferable_record", "undertaking", "transaction"):
            found.append(("GCL-LNK-065", 0, ()))
    return found


def check_Lot(o: Tree) -> list[Violation]:
    """Rules of Lot and of the objects in it."""
    found: list[Violation] = []
    # GCL-COR-011 MUST: specVersion matches "1[.][0-9]{1,9}[.][0-9]{1,9}"
    if MATCH_1(o["specVersion"]) is None:
        found.append(("GCL-COR-011", 0, ()))
    # GCL-COR-020 MUST: quantity.value > 0 and (dryMatterFraction ?? 0) >= 0 and (dryMatterFraction ?? 0) <= 1 and (carbonFraction ?? 0) >= 0 and (carbonFraction ?? 0) <= 1
    if not (
        o["quantity"]["value"] > "0"
        and o.get("dryMatterFraction", "0") >= "0"
        and D(o.get("dryMatterFraction", "0")) <= N1
        and o.get("carbonFraction", "0") >= "0"
        and D(o.get("carbonFraction", "0")) <= N1
    ):
        found.append(("GCL-COR-020", 0, ()))
    # GCL-COR-044 SHOULD: if custodyModel in ("identity_preserved", "segregated") then exists(events)
    if o["custodyModel"] in ("identity_preserved", "segregated"):
        if "events" not in o:
            found.append(("GCL-COR-044", 0, ()))
    if inner := check_Period(o["period"]):
        found += below(inner, "period")
    return found


def check_Party(o: Tree) -> list[Violation]:
    """Rules of Party and of the objects in it."""
    found: list[Violation] = []
    v_name = o["name"]
    v_partyKind = o["partyKind"]
    # GCL-COR-009 SHOULD: exists(name.en) and exists(name.zh)
    if not (
        "en" in v_name
        and "zh" in v_name
    ):
        found.append(("GCL-COR-009", 0, ()))
    # GCL-COR-011 MUST: specVersion matches "1[.][0-9]{1,9}[.][0-9]{1,9}"
    if MATCH_1(o["specVersion"]) is None:
        found.append(("GCL-COR-011", 0, ()))
    # GCL-COR-017 MUST: if partyKind in ("legal_entity", "cooperative", "public_body") then count(i in identifiers) >= 1
    if v_partyKind in ("legal_entity", "cooperative", "public_body"):
        if len(o.get("identifiers", ())) < 1:
            found.append(("GCL-COR-017", 0, ()))
    # GCL-COR-018 MUST: if partyKind = "natural_person" then every i in identifiers: not i.scheme in ("uscc", "lei", "gln", "national_other")
    if v_partyKind == "natural_person":
        if not all([i_["scheme"] not in ("uscc", "lei", "gln", "national_other") for i_ in o.get("identifiers", ())]):
            found.append(("GCL-COR-018", 0, ()))
    for index, item in enumerate(o.get("identifiers", ())):
        if inner := check_Identifier(item):
            found += below(inner, "identifiers", index)
    return found


def check_ProcessRun(o: Tree) -> list[Violation]:
    """Rules of ProcessRun and of the objects in it."""
    found: list[Violation] = []
    v_carbonLossMeasured = o.get("carbonLossMeasured")
    v_dryMassLoss = o.get("dryMassLoss")
    # GCL-COR-011 MUST: specVersion matches "1[.][0-9]{1,9}[.][0-9]{1,9}"
    if MATCH_1(o["specVersion"]) is None:
        found.append(("GCL-COR-011", 0, ()))
    # GCL-COR-034 MUST: (every o in outputs: exists(o.allocationFactor)) and sum(o.allocationFactor ?? 0 for o in outputs) = 1
    if not (
        all(["allocationFactor" in o_ for o_ in o["outputs"]])
        and sum([D(o_.get("allocationFactor", "0")) for o_ in o["outputs"]]) == N1
    ):
        found.append(("GCL-COR-034", 0, ()))
    # GCL-COR-035 MUST: if allocationMethod in ("economic", "physical_mass", "physical_energy", "physical_carbon") then every o in outputs: exists(o.allocationFactor) and exists(o.allocationBasis) and o.allocationFactor * sum(p.allocationBasis ?? 0 for p in outputs) = o.allocationBasis within 0.0005 * sum(p.allocationBasis ?? 0 for p in outputs)
    if o["allocationMethod"] in ("economic", "physical_mass", "physical_energy", "physical_carbon"):
        a1 = sum([D(p_.get("allocationBasis", "0")) for p_ in o["outputs"]])
        if not all(["allocationFactor" in o_ and "allocationBasis" in o_ and abs((D(o_["allocationFactor"]) * a1) - D(o_["allocationBasis"])) <= N0_0005 * a1 for o_ in o["outputs"]]):
            found.append(("GCL-COR-035", 0, ()))
    # GCL-COR-036 MUST: every o in outputs where o.role in ("residue", "waste"): (o.allocationFactor ?? 0) = 0 and (o.allocationBasis ?? 0) = 0 and (if o.role = "residue" then exists(o.economicShare) and o.economicShare < 0.01)
    if not all([o_.get("allocationFactor", "0") == "0" and o_.get("allocationBasis", "0") == "0" and (o_["role"] != "residue" or "economicShare" in o_ and D(o_["economicShare"]) < N0_01) for o_ in o["outputs"] if o_["role"] in ("residue", "waste")]):
        found.append(("GCL-COR-036", 0, ()))
    # GCL-COR-038 MUST: if exists(dryMassLoss) and (every i in inputs: exists(i.dryMass)) and (every o in outputs: exists(o.dryMass)) then sum(i.dryMass.value ?? 0 for i in inputs) - sum(o.dryMass.value ?? 0 for o in outputs) = dryMassLoss.value within 0.02 * sum(i.dryMass.value ?? 0 for i in inputs)
    if v_dryMassLoss is not None and all(["dryMass" in i_ for i_ in o.get("inputs", ())]) and all(["dryMass" in o_ for o_ in o["outputs"]]):
        if not abs((sum([D(i_["dryMass"]["value"] if "dryMass" in i_ else "0") for i_ in o.get("inputs", ())]) - sum([D(o_["dryMass"]["value"] if "dryMass" in o_ else "0") for o_ in o["outputs"]])) - D(v_dryMassLoss["value"])) <= (N0_02 * sum([D(i_["dryMass"]["value"] if "dryMass" in i_ else "0") for i_ in o.get("inputs", ())])):
            found.append(("GCL-COR-038", 0, ()))
    # GCL-COR-039 MUST: if exists(carbonLossMeasured) and (every i in inputs: exists(i.carbonMass)) and (every o in outputs: exists(o.carbonMass)) then sum(i.carbonMass.value ?? 0 for i in inputs) - sum(o.carbonMass.value ?? 0 for o in outputs) = carbonLossMeasured.value within 0.05 * sum(i.carbonMass.value ?? 0 for i in inputs)
    if v_carbonLossMeasured is not None and all(["carbonMass" in i_ for i_ in o.get("inputs", ())]) and all(["carbonMass" in o_ for o_ in o["outputs"]]):
        if not abs((sum([D(i_["carbonMass"]["value"] if "carbonMass" in i_ else "0") for i_ in o.get("inputs", ())]) - sum([D(o_["carbonMass"]["value"] if "carbonMass" in o_ else "0") for o_ in o["outputs"]])) - D(v_carbonLossMeasured["value"])) <= (N0_05 * sum([D(i_["carbonMass"]["value"] if "carbonMass" in i_ else "0") for i_ in o.get("inputs", ())])):
            found.append(("GCL-COR-039", 0, ()))
    if inner := check_Period(o["period"]):
        found += below(inner, "period")
    for index, item in enumerate(o.get("inputs", ())):
        if inner := check_MaterialFlow(item):
            found += below(inner, "inputs", index)
    for index, item in enumerate(o["outputs"]):
        if inner := check_MaterialFlow(item):
            found += below(inner, "outputs", index)
    return found


def check_ProductType(o: Tree) -> list[Violation]:
    """Rules of ProductType and of the objects in it."""
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
    for index, item in enumerate(o.get("identifiers", ())):
        if inner := check_Identifier(item):
            found += below(inner, "identifiers", index)
    return found


def check_Site(o: Tree) -> list[Violation]:
    """Rules of Site and of the objects in it."""
    found: list[Violation] = []
    v_area = o.get("area")
    v_name = o["name"]
    v_soilTemperature = o.get("soilTemperature")
    v_soilTemperature_value = None if v_soilTemperature is None else v_soilTemperature["value"]
    d_soilTemperature_value = None if v_soilTemperature_value is None else D(v_soilTemperature_value)
    # GCL-COR-009 SHOULD: exists(name.en) and exists(name.zh)
    if not (
        "en" in v_name
        and "zh" in v_name
    ):
        found.append(("GCL-COR-009", 0, ()))
    # GCL-COR-011 MUST: specVersion matches "1[.][0-9]{1,9}[.][0-9]{1,9}"
    if MATCH_1(o["specVersion"]) is None:
        found.append(("GCL-COR-011", 0, ()))
    # GCL-COR-019 MUST: (if exists(area) then area.value > 0) and (if exists(soilTemperature) then soilTemperature.unit = "Cel" and soilTemperature.value >= -10 and soilTemperature.value <= 40)
    if not (
        (v_area is None or v_area["value"] > "0")
        and (v_soilTemperature is None or v_soilTemperature["unit"] == "Cel" and d_soilTemperature_value >= -10 and d_soilTemperature_value <= N40)
    ):
        found.append(("GCL-COR-019", 0, ()))
    for index, item in enumerate(o.get("identifiers", ())):
        if inner := check_Identifier(item):
            found += below(inner, "identifiers", index)
    return found


def check_VerificationStatement(o: Tree) -> list[Violation]:
    """Rules of VerificationStatement and of the objects in it."""
    found: list[Violation] = []
    v_materiality = o["materiality"]
    v_validity = o["validity"]
    v_validity_start = v_validity["start"]
    # GCL-COR-011 MUST: specVersion matches "1[.][0-9]{1,9}[.][0-9]{1,9}"
    if MATCH_1(o["specVersion"]) is None:
        found.append(("GCL-COR-011", 0, ()))
    # GCL-COR-031 MUST: issuer = verifier
    if o["issuer"] != o["verifier"]:
        found.append(("GCL-COR-031", 0, ()))
    # GCL-COR-032 MUST: completedOn <= validity.start and validity.end <= validity.start + 36 months
    if not (
        o["completedOn"] <= v_validity_start
        and v_validity["end"] <= add_months(v_validity_start, 36)
    ):
        found.append(("GCL-COR-032", 0, ()))
    # GCL-COR-033 MUST: materiality > 0 and materiality <= 5
    if not (
        v_materiality > "0"
        and D(v_materiality) <= N5
    ):
        found.append(("GCL-COR-033", 0, ()))
    if inner := check_Period(o["validity"]):
        found += below(inner, "validity")
    return found
