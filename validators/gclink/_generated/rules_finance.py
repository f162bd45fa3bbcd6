"""Rules of module finance.

Generated from spec/ by gclink_spec.emit.python_rules; do not edit.
"""
# ruff: noqa: E501, RUF001, RUF003, SIM

from __future__ import annotations

import re
from decimal import Decimal as D

from gclink._generated.rules_core import check_Identifier, check_Money, check_Money_as_GoodsLine_unitPrice, check_Money_as_Receivable_roundingAmount, check_Period
from gclink._rules_runtime import Memo, Tree, Violation, are_distinct, below, days, days30, integers, is_rounded, keys, leap_days, matching, rows, texts

N0_0001 = D("0.0001")
N0_1 = D("0.1")
N1 = D("1")
N360 = D("360")
N365 = D("365")
N1000 = D("1000")
N133590 = D("133590")
N1000000 = D("1000000")
MATCH_1 = re.compile(r"1[.][0-9]{1,9}[.][0-9]{1,9}").fullmatch
MATCH_2 = re.compile(r"20[0-9]{2}").fullmatch
MATCH_3 = re.compile(r"[A-Z][0-9]{2}([.][0-9]{1,2})?").fullmatch
INTEGERS_CURRENCY_SCALE = integers("currency", "scale")
INTEGERS_DAY_COUNT_V1_BASIS = integers("day_count_v1", "basis")
INTEGERS_DAY_COUNT_V1_YIELDBASIS = integers("day_count_v1", "yieldBasis")
INTEGERS_POW10_SCALE = integers("pow10", "scale")
KEYS_EU_TAXONOMY_UNLISTED = keys("eu_taxonomy_unlisted")
ROWS_MACHINE_STATES = rows("machine_states")
ROWS_TECHNIQUE_V1_ASSETKIND = rows("technique_v1.assetKind")
ROWS_TECHNIQUE_V1_ASSIGNMENTKIND = rows("technique_v1.assignmentKind")
ROWS_TECHNIQUE_V1_DISCOUNTMETHOD = rows("technique_v1.discountMethod")
TEXTS_CURRENCY_UNTIL = texts("currency", "until")


def check_AssignedItem(o: Tree) -> list[Violation]:
    """Rules of AssignedItem and of the objects in it."""
    found: list[Violation] = []
    if inner := check_Money(o["assignedAmount"]):
        found += below(inner, "assignedAmount")
    return found


def check_ConcessionalFunding(o: Tree) -> list[Violation]:
    """Rules of ConcessionalFunding and of the objects in it."""
    found: list[Violation] = []
    v_rate = o["rate"]
    d_rate = D(v_rate)
    # GCL-FIN-010 MUST: rate > -0.1 and rate < 1
    if not (
        d_rate > -N0_1
        and d_rate < N1
    ):
        found.append(("GCL-FIN-010", 1, ()))
    if inner := check_Money(o["principal"]):
        found += below(inner, "principal")
    return found


def check_ControlTransfer(o: Tree) -> list[Violation]:
    """Rules of ControlTransfer and of the objects in it."""
    found: list[Violation] = []
    if inner := check_Money(o["transferredAmount"]):
        found += below(inner, "transferredAmount")
    return found


def check_FactoringFeatures(o: Tree) -> list[Violation]:
    """Rules of FactoringFeatures and of the objects in it."""
    found: list[Violation] = []
    if (item := o.get("creditCoverLimit")) is not None and (inner := check_Money(item)):
        found += below(inner, "creditCoverLimit")
    return found


def check_Fee(o: Tree) -> list[Violation]:
    """Rules of Fee and of the objects in it."""
    found: list[Violation] = []
    if inner := check_Money(o["feeAmount"]):
        found += below(inner, "feeAmount")
    return found


def check_FinancedAsset(o: Tree) -> list[Violation]:
    """Rules of FinancedAsset and of the objects in it."""
    found: list[Violation] = []
    if inner := check_Money(o["faceAmount"]):
        found += below(inner, "faceAmount")
    if inner := check_Money(o["financedAmount"]):
        found += below(inner, "financedAmount")
    return found


def check_GoodsLine(o: Tree) -> list[Violation]:
    """Rules of GoodsLine and of the objects in it."""
    found: list[Violation] = []
    if (item := o.get("unitPrice")) is not None and (inner := check_Money_as_GoodsLine_unitPrice(item)):
        found += below(inner, "unitPrice")
    if inner := check_Money(o["lineAmount"]):
        found += below(inner, "lineAmount")
    return found


def check_GoodsValuation(o: Tree) -> list[Violation]:
    """Rules of GoodsValuation and of the objects in it."""
    found: list[Violation] = []
    if inner := check_Money(o["valuationAmount"]):
        found += below(inner, "valuationAmount")
    return found


def check_InterestPeriod(o: Tree) -> list[Violation]:
    """Rules of InterestPeriod and of the objects in it."""
    found: list[Violation] = []
    v_rate = o["rate"]
    d_rate = D(v_rate)
    # GCL-FIN-010 MUST: rate > -0.1 and rate < 1
    if not (
        d_rate > -N0_1
        and d_rate < N1
    ):
        found.append(("GCL-FIN-010", 1, ()))
    if inner := check_Money(o["principalBalance"]):
        found += below(inner, "principalBalance")
    return found


def check_MarginRatchet(o: Tree) -> list[Violation]:
    """Rules of MarginRatchet and of the objects in it."""
    found: list[Violation] = []
    memo: Memo = {}
    # GCL-FIN-096 MUST: unique(s.position for s in steps) and (every t in steps: t.position >= 1 and t.position <= count(u in steps) and (if t.position = 1 then not exists(t.lower) else exists(t.lower)) and (if t.position = count(v in steps) then not exists(t.upper) else exists(t.upper)) and (if exists(t.lower) and exists(t.upper) then t.lower < t.upper)) and (every a in steps, b in steps where b.position = a.position + 1: exists(a.upper) and exists(b.lower) and a.upper = b.lower and a.upperInclusive != b.lowerInclusive)
    if not (
        are_distinct([s_["position"] for s_ in o["steps"]])
        and all([t_["position"] >= 1 and t_["position"] <= len(o["steps"]) and ("lower" not in t_ if t_["position"] == 1 else "lower" in t_) and ("upper" not in t_ if t_["position"] == len(o["steps"]) else "upper" in t_) and (not ("lower" in t_ and "upper" in t_) or D(t_["lower"]) < D(t_["upper"])) for t_ in o["steps"]])
        and all(["upper" in a_ and "lower" in b_ and a_["upper"] == b_["lower"] and a_["upperInclusive"] != b_["lowerInclusive"] for a_ in o["steps"] for b_ in matching(memo, o["steps"], a_["position"] + 1, "position")])
    ):
        found.append(("GCL-FIN-096", 0, ()))
    return found


def check_ObligorApproval(o: Tree) -> list[Violation]:
    """Rules of ObligorApproval and of the objects in it."""
    found: list[Violation] = []
    if inner := check_Money(o["approvedAmount"]):
        found += below(inner, "approvedAmount")
    return found


def check_PricingTerms(o: Tree) -> list[Violation]:
    """Rules of PricingTerms and of the objects in it."""
    found: list[Violation] = []
    v_adjustmentBp = o["adjustmentBp"]
    v_allInRate = o["allInRate"]
    v_baseRate = o["baseRate"]
    v_floorRate = o.get("floorRate")
    v_marginBp = o["marginBp"]
    v_baseRate_value = v_baseRate["value"]
    d_allInRate = D(v_allInRate)
    d_baseRate_value = D(v_baseRate_value)
    # GCL-FIN-007 MUST: rounding = "half_up"
    if o["rounding"] != "half_up":
        found.append(("GCL-FIN-007", 0, ()))
    # GCL-FIN-010 MUST: allInRate > -0.1 and allInRate < 1 and baseRate.value > -0.1 and baseRate.value < 1 and (floorRate ?? 0) > -0.1 and (floorRate ?? 0) < 1
    if not (
        d_allInRate > -N0_1
        and d_allInRate < N1
        and d_baseRate_value > -N0_1
        and d_baseRate_value < N1
        and D(v_floorRate if v_floorRate is not None else "0") > -N0_1
        and D(v_floorRate if v_floorRate is not None else "0") < N1
    ):
        found.append(("GCL-FIN-010", 0, ()))
    # GCL-FIN-065 MUST: if exists(floorRate) then allInRate = max(floorRate, baseRate.value + (marginBp + adjustmentBp) * 0.0001) else allInRate = baseRate.value + (marginBp + adjustmentBp) * 0.0001
    if not (d_allInRate == max(D(v_floorRate), (d_baseRate_value + (v_marginBp + v_adjustmentBp) * N0_0001)) if v_floorRate is not None else d_allInRate == d_baseRate_value + (v_marginBp + v_adjustmentBp) * N0_0001):
        found.append(("GCL-FIN-065", 0, ()))
    for index, item in enumerate(o.get("fees", ())):
        if inner := check_Fee(item):
            found += below(inner, "fees", index)
    return found


def check_SubLimit(o: Tree) -> list[Violation]:
    """Rules of SubLimit and of the objects in it."""
    found: list[Violation] = []
    # GCL-FIN-122 MUST: oneOf(obligor, product)
    if not ("obligor" in o) + ("product" in o) == 1:
        found.append(("GCL-FIN-122", 0, ()))
    if inner := check_Money(o["limit"]):
        found += below(inner, "limit")
    return found


def check_UseOfProceeds(o: Tree) -> list[Violation]:
    """Rules of UseOfProceeds and of the objects in it."""
    found: list[Violation] = []
    if inner := check_Money(o["allocatedAmount"]):
        found += below(inner, "allocatedAmount")
    if (item := o.get("totalInvestment")) is not None and (inner := check_Money(item)):
        found += below(inner, "totalInvestment")
    return found


def check_Assignment(o: Tree) -> list[Violation]:
    """Rules of Assignment and of the objects in it."""
    found: list[Violation] = []
    v_assignedTotal = o["assignedTotal"]
    v_notified = o["notified"]
    v_assignedTotal_amount = v_assignedTotal["amount"]
    v_assignedTotal_currency = v_assignedTotal["currency"]
    # GCL-COR-011 MUST: specVersion matches "1[.][0-9]{1,9}[.][0-9]{1,9}"
    if MATCH_1(o["specVersion"]) is None:
        found.append(("GCL-COR-011", 0, ()))
    # GCL-FIN-004 MUST: lookup("currency", assignedTotal.currency, "until") >= dateOf(issuedAt)
    if TEXTS_CURRENCY_UNTIL[v_assignedTotal_currency] < o["issuedAt"][:10]:
        found.append(("GCL-FIN-004", 4, ()))
    # GCL-FIN-040 MUST: itemCount = count(i in assignedItems) and assignedTotal.amount = sum(j.assignedAmount.amount for j in assignedItems) and (every k in assignedItems: k.assignedAmount.currency = assignedTotal.currency)
    if not (
        o["itemCount"] == len(o["assignedItems"])
        and D(v_assignedTotal_amount) == sum([D(j_["assignedAmount"]["amount"]) for j_ in o["assignedItems"]])
        and all([k_["assignedAmount"]["currency"] == v_assignedTotal_currency for k_ in o["assignedItems"]])
    ):
        found.append(("GCL-FIN-040", 0, ()))
    # GCL-FIN-041 MUST: if disclosure = "disclosed" then notified = true and exists(notifiedAt) else notified = false
    if not (v_notified is True and "notifiedAt" in o if o["disclosure"] == "disclosed" else v_notified is False):
        found.append(("GCL-FIN-041", 0, ()))
    for index, item in enumerate(o["assignedItems"]):
        if inner := check_AssignedItem(item):
            found += below(inner, "assignedItems", index)
    if inner := check_Money(o["assignedTotal"]):
        found += below(inner, "assignedTotal")
    return found


def check_CreditEnhancement(o: Tree) -> list[Violation]:
    """Rules of CreditEnhancement and of the objects in it."""
    found: list[Violation] = []
    # GCL-COR-011 MUST: specVersion matches "1[.][0-9]{1,9}[.][0-9]{1,9}"
    if MATCH_1(o["specVersion"]) is None:
        found.append(("GCL-COR-011", 0, ()))
    # GCL-FIN-004 MUST: lookup("currency", guaranteedAmount.currency, "until") >= dateOf(issuedAt)
    if TEXTS_CURRENCY_UNTIL[o["guaranteedAmount"]["currency"]] < o["issuedAt"][:10]:
        found.append(("GCL-FIN-004", 6, ()))
    # GCL-FIN-122 MUST: oneOf(facility, transaction)
    if not ("facility" in o) + ("transaction" in o) == 1:
        found.append(("GCL-FIN-122", 1, ()))
    # GCL-FIN-124 MUST: inTable("machine_states", "credit_enhancement", state)
    if not ("credit_enhancement", o["state"]) in ROWS_MACHINE_STATES:
        found.append(("GCL-FIN-124", 7, ()))
    if inner := check_Money(o["guaranteedAmount"]):
        found += below(inner, "guaranteedAmount")
    return found


def check_EligibilityAssessment(o: Tree) -> list[Violation]:
    """Rules of EligibilityAssessment and of the objects in it."""
    found: list[Violation] = []
    v_approvalDate = o["approvalDate"]
    v_category = o["category"]
    v_minimumSafeguards = o.get("minimumSafeguards")
    v_result = o["result"]
    v_substantialContribution = o.get("substantialContribution")
    v_system = o["system"]
    v_systemVersion = o["systemVersion"]
    v_undrawnAtPublication = o.get("undrawnAtPublication")
    # GCL-COR-011 MUST: specVersion matches "1[.][0-9]{1,9}[.][0-9]{1,9}"
    if MATCH_1(o["specVersion"]) is None:
        found.append(("GCL-COR-011", 0, ()))
    # GCL-FIN-089 MUST: if system = "cn_gfepc" then systemVersion matches "20[0-9]{2}" and (if approvalDate >= 2025-10-01 then systemVersion = "2025") and (if approvalDate < 2025-07-14 and dateOf(issuedAt) >= 2025-10-01 and systemVersion != "2025" then exists(undrawnAtPublication) and undrawnAtPublication = true)
    if v_system == "cn_gfepc":
        if not (
            MATCH_2(v_systemVersion) is not None
            and (v_approvalDate < "2025-10-01" or v_systemVersion == "2025")
            and (not (v_approvalDate < "2025-07-14" and o["issuedAt"][:10] >= "2025-10-01" and v_systemVersion != "2025") or v_undrawnAtPublication is not None and v_undrawnAtPublication is True)
        ):
            found.append(("GCL-FIN-089", 0, ()))
    # GCL-FIN-090 MUST: if system = "eu_taxonomy" and result = "aligned" then exists(substantialContribution) and substantialContribution = true and exists(minimumSafeguards) and minimumSafeguards = true and count(a in dnsh) = 5 and unique(b.objective for b in dnsh) and (every c in dnsh: c.met = true)
    if v_system == "eu_taxonomy" and v_result == "aligned":
        if not (
            v_substantialContribution is not None
            and v_substantialContribution is True
            and v_minimumSafeguards is not None
            and v_minimumSafeguards is True
            and len(o.get("dnsh", ())) == 5
            and are_distinct([b_["objective"] for b_ in o.get("dnsh", ())])
            and all([c_["met"] is True for c_ in o.get("dnsh", ())])
        ):
            found.append(("GCL-FIN-090", 0, ()))
    # GCL-FIN-091 MUST: if system = "eu_taxonomy" then category matches "[A-Z][0-9]{2}([.][0-9]{1,2})?" and (if inTable("eu_taxonomy_unlisted", category) then result != "aligned")
    if v_system == "eu_taxonomy":
        if not (
            MATCH_3(v_category) is not None
            and (not v_category in KEYS_EU_TAXONOMY_UNLISTED or v_result != "aligned")
        ):
            found.append(("GCL-FIN-091", 0, ()))
    return found


def check_Facility(o: Tree) -> list[Violation]:
    """Rules of Facility and of the objects in it."""
    found: list[Violation] = []
    v_limit = o["limit"]
    # GCL-COR-011 MUST: specVersion matches "1[.][0-9]{1,9}[.][0-9]{1,9}"
    if MATCH_1(o["specVersion"]) is None:
        found.append(("GCL-COR-011", 0, ()))
    # GCL-FIN-004 MUST: lookup("currency", limit.currency, "until") >= dateOf(issuedAt)
    if TEXTS_CURRENCY_UNTIL[v_limit["currency"]] < o["issuedAt"][:10]:
        found.append(("GCL-FIN-004", 2, ()))
    # GCL-FIN-009 MUST: limit.amount > 0
    if v_limit["amount"] <= "0":
        found.append(("GCL-FIN-009", 2, ()))
    # GCL-FIN-084 MUST: sum(l.share for l in lenders) = 1 and (every m in lenders: m.share > 0)
    if not (
        sum([D(l_["share"]) for l_ in o["lenders"]]) == N1
        and all([m_["share"] > "0" for m_ in o["lenders"]])
    ):
        found.append(("GCL-FIN-084", 0, ()))
    # GCL-FIN-124 MUST: inTable("machine_states", "facility", state)
    if not ("facility", o["state"]) in ROWS_MACHINE_STATES:
        found.append(("GCL-FIN-124", 1, ()))
    if inner := check_Money(o["limit"]):
        found += below(inner, "limit")
    for index, item in enumerate(o.get("subLimits", ())):
        if inner := check_SubLimit(item):
            found += below(inner, "subLimits", index)
    if (item := o.get("pricing")) is not None and (inner := check_PricingTerms(item)):
        found += below(inner, "pricing")
    return found


def check_FinancingTransaction(o: Tree) -> list[Violation]:
    """Rules of FinancingTransaction and of the objects in it."""
    found: list[Violation] = []
    v_advanceRate = o["advanceRate"]
    v_assignment = o.get("assignment")
    v_assignmentKind = o["assignmentKind"]
    v_concessionalFunding = o.get("concessionalFunding")
    v_discountAmount = o.get("discountAmount")
    v_facility = o.get("facility")
    v_feeTotal = o["feeTotal"]
    v_financeLabel = o["financeLabel"]
    v_financedAmount = o["financedAmount"]
    v_financier = o["financier"]
    v_fx = o.get("fx")
    v_maturityDate = o["maturityDate"]
    v_netProceeds = o["netProceeds"]
    v_obligor = o.get("obligor")
    v_pricing = o["pricing"]
    v_recourse = o["recourse"]
    v_requestedAmount = o["requestedAmount"]
    v_seller = o["seller"]
    v_simpleYield = o.get("simpleYield")
    v_technique = o["technique"]
    v_unallocatedAmount = o.get("unallocatedAmount")
    v_valueDate = o["valueDate"]
    v_concessionalFunding_principal = None if v_concessionalFunding is None else v_concessionalFunding["principal"]
    v_concessionalFunding_share = None if v_concessionalFunding is None else v_concessionalFunding["share"]
    v_discountAmount_amount = None if v_discountAmount is None else v_discountAmount["amount"]
    v_feeTotal_amount = v_feeTotal["amount"]
    v_financedAmount_amount = v_financedAmount["amount"]
    v_financedAmount_currency = v_financedAmount["currency"]
    v_fx_sourceCurrency = None if v_fx is None else v_fx["sourceCurrency"]
    v_fx_targetCurrency = None if v_fx is None else v_fx["targetCurrency"]
    v_netProceeds_amount = v_netProceeds["amount"]
    v_pricing_allInRate = v_pricing["allInRate"]
    v_pricing_dayCount = v_pricing["dayCount"]
    v_pricing_discountMethod = v_pricing["discountMethod"]
    v_concessionalFunding_principal_amount = None if v_concessionalFunding_principal is None else v_concessionalFunding_principal["amount"]
    d_advanceRate = D(v_advanceRate)
    d_concessionalFunding_share = None if v_concessionalFunding_share is None else D(v_concessionalFunding_share)
    d_discountAmount_amount = None if v_discountAmount_amount is None else D(v_discountAmount_amount)
    d_feeTotal_amount = D(v_feeTotal_amount)
    d_financedAmount_amount = D(v_financedAmount_amount)
    d_netProceeds_amount = D(v_netProceeds_amount)
    d_pricing_allInRate = D(v_pricing_allInRate)
    d_simpleYield = None if v_simpleYield is None else D(v_simpleYield)
    # GCL-COR-011 MUST: specVersion matches "1[.][0-9]{1,9}[.][0-9]{1,9}"
    if MATCH_1(o["specVersion"]) is None:
        found.append(("GCL-COR-011", 0, ()))
    # GCL-FIN-004 MUST: lookup("currency", financedAmount.currency, "until") >= valueDate and (if exists(fx) then lookup("currency", fx.sourceCurrency, "until") >= valueDate and lookup("currency", fx.targetCurrency, "until") >= valueDate)
    if not (
        TEXTS_CURRENCY_UNTIL[v_financedAmount_currency] >= v_valueDate
        and (v_fx is None or TEXTS_CURRENCY_UNTIL[v_fx_sourceCurrency] >= v_valueDate and TEXTS_CURRENCY_UNTIL[v_fx_targetCurrency] >= v_valueDate)
    ):
        found.append(("GCL-FIN-004", 1, ()))
    # GCL-FIN-005 MUST: requestedAmount.currency = financedAmount.currency and feeTotal.currency = financedAmount.currency and netProceeds.currency = financedAmount.currency and (discountAmount.currency ?? financedAmount.currency) = financedAmount.currency and (unallocatedAmount.currency ?? financedAmount.currency) = financedAmount.currency and (concessionalFunding.principal.currency ?? financedAmount.currency) = financedAmount.currency and (every f in pricing.fees: f.feeAmount.currency = financedAmount.currency) and (every u in useOfProceeds: u.allocatedAmount.currency = financedAmount.currency and (u.totalInvestment.currency ?? financedAmount.currency) = financedAmount.currency) and (every i in items: i.financedAmount.currency = financedAmount.currency and (i.faceAmount.currency = financedAmount.currency or exists(fx) and fx.sourceCurrency = i.faceAmount.currency and fx.targetCurrency = financedAmount.currency))
    if not (
        v_requestedAmount["currency"] == v_financedAmount_currency
        and v_feeTotal["currency"] == v_financedAmount_currency
        and v_netProceeds["currency"] == v_financedAmount_currency
        and (v_discountAmount["currency"] if v_discountAmount is not None else v_financedAmount_currency) == v_financedAmount_currency
        and (v_unallocatedAmount["currency"] if v_unallocatedAmount is not None else v_financedAmount_currency) == v_financedAmount_currency
        and (v_concessionalFunding_principal["currency"] if v_concessionalFunding is not None else v_financedAmount_currency) == v_financedAmount_currency
        and all([f_["feeAmount"]["currency"] == v_financedAmount_currency for f_ in v_pricing.get("fees", ())])
        and all([u_["allocatedAmount"]["currency"] == v_financedAmount_currency and (u_["totalInvestment"]["currency"] if "totalInvestment" in u_ else v_financedAmount_currency) == v_financedAmount_currency for u_ in o.get("useOfProceeds", ())])
        and all([i_["financedAmount"]["currency"] == v_financedAmount_currency and (i_["faceAmount"]["currency"] == v_financedAmount_currency or v_fx is not None and v_fx_sourceCurrency == i_["faceAmount"]["currency"] and v_fx_targetCurrency == v_financedAmount_currency) for i_ in o["items"]])
    ):
        found.append(("GCL-FIN-005", 0, ()))
    # GCL-FIN-009 MUST: financedAmount.amount > 0 and (every i in items: i.financedAmount.amount > 0)
    if not (
        v_financedAmount_amount > "0"
        and all([i_["financedAmount"]["amount"] > "0" for i_ in o["items"]])
    ):
        found.append(("GCL-FIN-009", 3, ()))
    # GCL-FIN-031 MUST: if technique = "dynamic_discounting" then exists(obligor) and financier = obligor and not exists(facility) and not exists(assignment) and pricing.dayCount = "ACT/365.FIXED"
    if v_technique == "dynamic_discounting":
        if not (
            v_obligor is not None
            and v_financier == v_obligor
            and v_facility is None
            and v_assignment is None
            and v_pricing_dayCount == "ACT/365.FIXED"
        ):
            found.append(("GCL-FIN-031", 0, ()))
    # GCL-FIN-032 MUST: if technique != "dynamic_discounting" then exists(facility) and (if assignmentKind = "none" then not exists(assignment) else exists(assignment))
    if v_technique != "dynamic_discounting":
        if not (
            v_facility is not None
            and (v_assignment is None if v_assignmentKind == "none" else v_assignment is not None)
        ):
            found.append(("GCL-FIN-032", 0, ()))
    # GCL-FIN-033 MUST: inTable("technique_v1.assignmentKind", technique, assignmentKind)
    if not (v_technique, v_assignmentKind) in ROWS_TECHNIQUE_V1_ASSIGNMENTKIND:
        found.append(("GCL-FIN-033", 0, ()))
    # GCL-FIN-034 MUST: every i in items: inTable("technique_v1.assetKind", technique, i.assetKind)
    if not all([(v_technique, i_["assetKind"]) in ROWS_TECHNIQUE_V1_ASSETKIND for i_ in o["items"]]):
        found.append(("GCL-FIN-034", 0, ()))
    # GCL-FIN-035 MUST: inTable("technique_v1.discountMethod", technique, pricing.discountMethod)
    if not (v_technique, v_pricing_discountMethod) in ROWS_TECHNIQUE_V1_DISCOUNTMETHOD:
        found.append(("GCL-FIN-035", 0, ()))
    # GCL-FIN-036 MUST: if technique in ("forfaiting", "payables_finance", "corporate_payment_undertaking", "bank_payment_undertaking") then recourse = "none"
    if v_technique in ("forfaiting", "payables_finance", "corporate_payment_undertaking", "bank_payment_undertaking"):
        if v_recourse != "none":
            found.append(("GCL-FIN-036", 0, ()))
    # GCL-FIN-037 MUST: if technique = "forfaiting" then every i in items: i.assetKind = "undertaking" or exists(i.transferableRecord)
    if v_technique == "forfaiting":
        if not all([i_["assetKind"] == "undertaking" or "transferableRecord" in i_ for i_ in o["items"]]):
            found.append(("GCL-FIN-037", 0, ()))
    # GCL-FIN-038 MUST: financier != seller and (if exists(obligor) then seller != obligor and (technique = "dynamic_discounting" or financier != obligor))
    if not (
        v_financier != v_seller
        and (v_obligor is None or v_seller != v_obligor and (v_technique == "dynamic_discounting" or v_financier != v_obligor))
    ):
        found.append(("GCL-FIN-038", 0, ()))
    # GCL-FIN-055 MUST: advanceRate > 0 and advanceRate <= 1 and financedAmount.amount <= advanceRate * (sum(i.faceAmount.amount for i in items where i.faceAmount.currency = financedAmount.currency) + (fx.rate ?? 0) * sum(j.faceAmount.amount for j in items where j.faceAmount.currency != financedAmount.currency))
    if not (
        v_advanceRate > "0"
        and d_advanceRate <= N1
        and d_financedAmount_amount <= (d_advanceRate * (sum([D(i_["faceAmount"]["amount"]) for i_ in o["items"] if i_["faceAmount"]["currency"] == v_financedAmount_currency]) + D(v_fx["rate"] if v_fx is not None else "0") * sum([D(j_["faceAmount"]["amount"]) for j_ in o["items"] if j_["faceAmount"]["currency"] != v_financedAmount_currency])))
    ):
        found.append(("GCL-FIN-055", 0, ()))
    # GCL-FIN-056 MUST: sum(i.financedAmount.amount for i in items) = financedAmount.amount and financedAmount.amount <= requestedAmount.amount
    if not (
        sum([D(i_["financedAmount"]["amount"]) for i_ in o["items"]]) == d_financedAmount_amount
        and d_financedAmount_amount <= D(v_requestedAmount["amount"])
    ):
        found.append(("GCL-FIN-056", 0, ()))
    # GCL-FIN-058 MUST: requestedOn <= valueDate and valueDate < maturityDate
    if not (
        o["requestedOn"] <= v_valueDate
        and v_valueDate < v_maturityDate
    ):
        found.append(("GCL-FIN-058", 0, ()))
    # GCL-FIN-063 MUST: if recourse = "none" and assignmentKind = "sale" then every i in items where exists(i.dueDate): maturityDate >= i.dueDate
    if v_recourse == "none" and v_assignmentKind == "sale":
        if not all([v_maturityDate >= i_["dueDate"] for i_ in o["items"] if "dueDate" in i_]):
            found.append(("GCL-FIN-063", 0, ()))
    # GCL-FIN-067 MUST: if pricing.discountMethod = "advance_discount" and pricing.dayCount in ("ACT/360", "ACT/365.FIXED") and exists(discountAmount) then discountAmount.amount = round(financedAmount.amount * pricing.allInRate * days(valueDate, maturityDate) / lookup("day_count_v1", pricing.dayCount, "basis"), lookup("currency", financedAmount.currency, "scale"))
    if v_pricing_discountMethod == "advance_discount" and v_pricing_dayCount in ("ACT/360", "ACT/365.FIXED") and v_discountAmount is not None:
        if not is_rounded(d_discountAmount_amount, d_financedAmount_amount * d_pricing_allInRate * days(v_valueDate, v_maturityDate), INTEGERS_DAY_COUNT_V1_BASIS[v_pricing_dayCount], INTEGERS_CURRENCY_SCALE[v_financedAmount_currency]):
            found.append(("GCL-FIN-067", 0, ()))
    # GCL-FIN-068 MUST: if pricing.discountMethod = "advance_discount" and exists(discountAmount) then (if pricing.dayCount = "30E/360" then discountAmount.amount = round(financedAmount.amount * pricing.allInRate * days30(valueDate, maturityDate) / 360, lookup("currency", financedAmount.currency, "scale"))) and (if pricing.dayCount = "ACT/ACT.ISDA" then discountAmount.amount = round(financedAmount.amount * pricing.allInRate * (366 * days(valueDate, maturityDate) - leapDays(valueDate, maturityDate)) / 133590, lookup("currency", financedAmount.currency, "scale")))
    if v_pricing_discountMethod == "advance_discount" and v_discountAmount is not None:
        if not (
            (v_pricing_dayCount != "30E/360" or is_rounded(d_discountAmount_amount, d_financedAmount_amount * d_pricing_allInRate * days30(v_valueDate, v_maturityDate), N360, INTEGERS_CURRENCY_SCALE[v_financedAmount_currency]))
            and (v_pricing_dayCount != "ACT/ACT.ISDA" or is_rounded(d_discountAmount_amount, d_financedAmount_amount * d_pricing_allInRate * (366 * days(v_valueDate, v_maturityDate) - leap_days(v_valueDate, v_maturityDate)), N133590, INTEGERS_CURRENCY_SCALE[v_financedAmount_currency]))
        ):
            found.append(("GCL-FIN-068", 0, ()))
    # GCL-FIN-069 MUST: if pricing.discountMethod = "apr_early_payment" then financedAmount.amount = sum(i.faceAmount.amount for i in items) and (every j in items: exists(j.dueDate) and j.dueDate = maturityDate) and (if exists(discountAmount) then discountAmount.amount = round(sum(k.faceAmount.amount for k in items) * pricing.allInRate * days(valueDate, maturityDate) / 365, lookup("currency", financedAmount.currency, "scale")))
    if v_pricing_discountMethod == "apr_early_payment":
        if not (
            d_financedAmount_amount == sum([D(i_["faceAmount"]["amount"]) for i_ in o["items"]])
            and all(["dueDate" in j_ and j_["dueDate"] == v_maturityDate for j_ in o["items"]])
            and (v_discountAmount is None or is_rounded(d_discountAmount_amount, sum([D(k_["faceAmount"]["amount"]) for k_ in o["items"]]) * d_pricing_allInRate * days(v_valueDate, v_maturityDate), N365, INTEGERS_CURRENCY_SCALE[v_financedAmount_currency]))
        ):
            found.append(("GCL-FIN-069", 0, ()))
    # GCL-FIN-070 MUST: netProceeds.amount = financedAmount.amount - (discountAmount.amount ?? 0) - feeTotal.amount and netProceeds.amount > 0
    if not (
        d_netProceeds_amount == (d_financedAmount_amount - D(v_discountAmount_amount if v_discountAmount is not None else "0") - d_feeTotal_amount)
        and v_netProceeds_amount > "0"
    ):
        found.append(("GCL-FIN-070", 0, ()))
    # GCL-FIN-071 MUST: feeTotal.amount = sum(f.feeAmount.amount for f in pricing.fees) and (every g in pricing.fees where exists(g.rate): g.feeAmount.amount = round(financedAmount.amount * g.rate / 1, lookup("currency", financedAmount.currency, "scale")))
    if not (
        d_feeTotal_amount == sum([D(f_["feeAmount"]["amount"]) for f_ in v_pricing.get("fees", ())])
        and all([is_rounded(D(g_["feeAmount"]["amount"]), d_financedAmount_amount * D(g_["rate"]), N1, INTEGERS_CURRENCY_SCALE[v_financedAmount_currency]) for g_ in v_pricing.get("fees", ()) if "rate" in g_])
    ):
        found.append(("GCL-FIN-071", 0, ()))
    # GCL-FIN-072 MUST: if pricing.discountMethod = "interest_in_arrears" then not exists(discountAmount) else exists(discountAmount)
    if not (v_discountAmount is None if v_pricing_discountMethod == "interest_in_arrears" else v_discountAmount is not None):
        found.append(("GCL-FIN-072", 0, ()))
    # GCL-FIN-076 MUST: if exists(simpleYield) then (if pricing.dayCount = "30E/360" then simpleYield = round(((discountAmount.amount ?? 0) + feeTotal.amount) * 360 / (netProceeds.amount * days30(valueDate, maturityDate)), 1000000) else simpleYield = round(((discountAmount.amount ?? 0) + feeTotal.amount) * lookup("day_count_v1", pricing.dayCount, "yieldBasis") / (netProceeds.amount * days(valueDate, maturityDate)), 1000000))
    if v_simpleYield is not None:
        if not (is_rounded(d_simpleYield, ((D(v_discountAmount_amount if v_discountAmount is not None else "0") + d_feeTotal_amount) * N360), d_netProceeds_amount * days30(v_valueDate, v_maturityDate), N1000000) if v_pricing_dayCount == "30E/360" else is_rounded(d_simpleYield, ((D(v_discountAmount_amount if v_discountAmount is not None else "0") + d_feeTotal_amount) * INTEGERS_DAY_COUNT_V1_YIELDBASIS[v_pricing_dayCount]), d_netProceeds_amount * days(v_valueDate, v_maturityDate), N1000000)):
            found.append(("GCL-FIN-076", 0, ()))
    # GCL-FIN-086 MUST: (if financeLabel in ("green", "transition", "social") then count(e in eligibilityAssessments) >= 1) and (if financeLabel = "sustainability_linked" then exists(sustainabilityTerms))
    if not (
        (v_financeLabel not in ("green", "transition", "social") or len(o.get("eligibilityAssessments", ())) >= 1)
        and (v_financeLabel != "sustainability_linked" or "sustainabilityTerms" in o)
    ):
        found.append(("GCL-FIN-086", 0, ()))
    # GCL-FIN-087 MUST: if financeLabel = "green" then sum(u.allocatedAmount.amount for u in useOfProceeds) + (unallocatedAmount.amount ?? 0) = financedAmount.amount
    if v_financeLabel == "green":
        if (sum([D(u_["allocatedAmount"]["amount"]) for u_ in o.get("useOfProceeds", ())]) + D(v_unallocatedAmount["amount"] if v_unallocatedAmount is not None else "0")) != d_financedAmount_amount:
            found.append(("GCL-FIN-087", 0, ()))
    # GCL-FIN-092 MUST: if exists(concessionalFunding) then concessionalFunding.share > 0 and concessionalFunding.share <= 1 and concessionalFunding.principal.amount = round(financedAmount.amount * concessionalFunding.share / 1, lookup("currency", financedAmount.currency, "scale"))
    if v_concessionalFunding is not None:
        if not (
            v_concessionalFunding_share > "0"
            and d_concessionalFunding_share <= N1
            and is_rounded(D(v_concessionalFunding_principal_amount), d_financedAmount_amount * d_concessionalFunding_share, N1, INTEGERS_CURRENCY_SCALE[v_financedAmount_currency])
        ):
            found.append(("GCL-FIN-092", 0, ()))
    # GCL-FIN-124 MUST: inTable("machine_states", "transaction", state)
    if not ("transaction", o["state"]) in ROWS_MACHINE_STATES:
        found.append(("GCL-FIN-124", 8, ()))
    if inner := check_Money(o["requestedAmount"]):
        found += below(inner, "requestedAmount")
    for index, item in enumerate(o["items"]):
        if inner := check_FinancedAsset(item):
            found += below(inner, "items", index)
    if inner := check_Money(o["financedAmount"]):
        found += below(inner, "financedAmount")
    if inner := check_PricingTerms(o["pricing"]):
        found += below(inner, "pricing")
    if (item := o.get("discountAmount")) is not None and (inner := check_Money(item)):
        found += below(inner, "discountAmount")
    if inner := check_Money(o["feeTotal"]):
        found += below(inner, "feeTotal")
    if inner := check_Money(o["netProceeds"]):
        found += below(inner, "netProceeds")
    for index, item in enumerate(o.get("useOfProceeds", ())):
        if inner := check_UseOfProceeds(item):
            found += below(inner, "useOfProceeds", index)
    if (item := o.get("unallocatedAmount")) is not None and (inner := check_Money(item)):
        found += below(inner, "unallocatedAmount")
    if (item := o.get("concessionalFunding")) is not None and (inner := check_ConcessionalFunding(item)):
        found += below(inner, "concessionalFunding")
    return found


def check_ImpactRecord(o: Tree) -> list[Violation]:
    """Rules of ImpactRecord and of the objects in it."""
    found: list[Violation] = []
    v_attributedAvoided = o.get("attributedAvoided")
    v_attributedEmissions = o.get("attributedEmissions")
    v_attributedRemovals = o.get("attributedRemovals")
    v_attributionBase = o["attributionBase"]
    v_attributionFactor = o["attributionFactor"]
    v_avoidedEmissions = o.get("avoidedEmissions")
    v_emissions = o.get("emissions")
    v_financedShare = o["financedShare"]
    v_removals = o.get("removals")
    v_attributedAvoided_value = None if v_attributedAvoided is None else v_attributedAvoided["value"]
    v_attributedEmissions_value = None if v_attributedEmissions is None else v_attributedEmissions["value"]
    v_attributedRemovals_value = None if v_attributedRemovals is None else v_attributedRemovals["value"]
    v_avoidedEmissions_value = None if v_avoidedEmissions is None else v_avoidedEmissions["value"]
    v_emissions_value = None if v_emissions is None else v_emissions["value"]
    v_financedShare_currency = v_financedShare["currency"]
    v_removals_value = None if v_removals is None else v_removals["value"]
    d_attributionFactor = D(v_attributionFactor)
    # GCL-COR-011 MUST: specVersion matches "1[.][0-9]{1,9}[.][0-9]{1,9}"
    if MATCH_1(o["specVersion"]) is None:
        found.append(("GCL-COR-011", 0, ()))
    # GCL-FIN-004 MUST: lookup("currency", financedShare.currency, "until") >= dateOf(issuedAt)
    if TEXTS_CURRENCY_UNTIL[v_financedShare_currency] < o["issuedAt"][:10]:
        found.append(("GCL-FIN-004", 8, ()))
    # GCL-FIN-093 MUST: (emissions.value ?? 0) >= 0 and (avoidedEmissions.value ?? 0) >= 0 and (removals.value ?? 0) >= 0 and (exists(emissions) or exists(avoidedEmissions) or exists(removals)) and (if accounting = "net" then exists(avoidedEmissions))
    if not (
        (v_emissions_value if v_emissions is not None else "0") >= "0"
        and (v_avoidedEmissions_value if v_avoidedEmissions is not None else "0") >= "0"
        and (v_removals_value if v_removals is not None else "0") >= "0"
        and (v_emissions is not None or v_avoidedEmissions is not None or v_removals is not None)
        and (o["accounting"] != "net" or v_avoidedEmissions is not None)
    ):
        found.append(("GCL-FIN-093", 0, ()))
    # GCL-FIN-094 MUST: attributionFactor = round(financedShare.amount / attributionBase.amount, 1000000) and attributionFactor > 0 and attributionFactor <= 1 and financedShare.currency = attributionBase.currency and (if exists(emissions) then exists(attributedEmissions) and attributedEmissions.value = round(emissions.value * attributionFactor / 1, 1000) else not exists(attributedEmissions)) and (if exists(avoidedEmissions) then exists(attributedAvoided) and attributedAvoided.value = round(avoidedEmissions.value * attributionFactor / 1, 1000) else not exists(attributedAvoided)) and (if exists(removals) then exists(attributedRemovals) and attributedRemovals.value = round(removals.value * attributionFactor / 1, 1000) else not exists(attributedRemovals))
    if not (
        is_rounded(d_attributionFactor, D(v_financedShare["amount"]), D(v_attributionBase["amount"]), N1000000)
        and v_attributionFactor > "0"
        and d_attributionFactor <= N1
        and v_financedShare_currency == v_attributionBase["currency"]
        and (v_attributedEmissions is not None and is_rounded(D(v_attributedEmissions_value), D(v_emissions_value) * d_attributionFactor, N1, N1000) if v_emissions is not None else v_attributedEmissions is None)
        and (v_attributedAvoided is not None and is_rounded(D(v_attributedAvoided_value), D(v_avoidedEmissions_value) * d_attributionFactor, N1, N1000) if v_avoidedEmissions is not None else v_attributedAvoided is None)
        and (v_attributedRemovals is not None and is_rounded(D(v_attributedRemovals_value), D(v_removals_value) * d_attributionFactor, N1, N1000) if v_removals is not None else v_attributedRemovals is None)
    ):
        found.append(("GCL-FIN-094", 0, ()))
    if inner := check_Period(o["period"]):
        found += below(inner, "period")
    if inner := check_Money(o["attributionBase"]):
        found += below(inner, "attributionBase")
    if inner := check_Money(o["financedShare"]):
        found += below(inner, "financedShare")
    return found


def check_Inventory(o: Tree) -> list[Violation]:
    """Rules of Inventory and of the objects in it."""
    found: list[Violation] = []
    v_faceValue = o["faceValue"]
    v_valuation = o["valuation"]
    v_faceValue_amount = v_faceValue["amount"]
    v_faceValue_currency = v_faceValue["currency"]
    v_valuation_valuationAmount = v_valuation["valuationAmount"]
    # GCL-COR-011 MUST: specVersion matches "1[.][0-9]{1,9}[.][0-9]{1,9}"
    if MATCH_1(o["specVersion"]) is None:
        found.append(("GCL-COR-011", 0, ()))
    # GCL-FIN-004 MUST: lookup("currency", faceValue.currency, "until") >= dateOf(issuedAt)
    if TEXTS_CURRENCY_UNTIL[v_faceValue_currency] < o["issuedAt"][:10]:
        found.append(("GCL-FIN-004", 3, ()))
    # GCL-FIN-009 MUST: faceValue.amount > 0
    if v_faceValue_amount <= "0":
        found.append(("GCL-FIN-009", 1, ()))
    # GCL-FIN-020 MUST: unique(l.lineNumber for l in goodsLines) and (every m in goodsLines where exists(m.unitPrice): m.unitPrice.currency = m.lineAmount.currency and m.lineAmount.amount = round(m.quantity.value * m.unitPrice.amount / 1, lookup("currency", m.lineAmount.currency, "scale")))
    if not (
        are_distinct([l_["lineNumber"] for l_ in o.get("goodsLines", ())])
        and all([m_["unitPrice"]["currency"] == m_["lineAmount"]["currency"] and is_rounded(D(m_["lineAmount"]["amount"]), D(m_["quantity"]["value"]) * D(m_["unitPrice"]["amount"]), N1, INTEGERS_CURRENCY_SCALE[m_["lineAmount"]["currency"]]) for m_ in o.get("goodsLines", ()) if "unitPrice" in m_])
    ):
        found.append(("GCL-FIN-020", 0, ()))
    # GCL-FIN-026 MUST: faceValue.amount = valuation.valuationAmount.amount and faceValue.currency = valuation.valuationAmount.currency and unique(l.lot for l in lots) and (every m in lots: m.quantity.value > 0)
    if not (
        v_faceValue_amount == v_valuation_valuationAmount["amount"]
        and v_faceValue_currency == v_valuation_valuationAmount["currency"]
        and are_distinct([l_["lot"] for l_ in o["lots"]])
        and all([m_["quantity"]["value"] > "0" for m_ in o["lots"]])
    ):
        found.append(("GCL-FIN-026", 0, ()))
    # GCL-FIN-124 MUST: inTable("machine_states", "inventory", state)
    if not ("inventory", o["state"]) in ROWS_MACHINE_STATES:
        found.append(("GCL-FIN-124", 4, ()))
    if inner := check_Identifier(o["sellerIdentifier"]):
        found += below(inner, "sellerIdentifier")
    if inner := check_Money(o["faceValue"]):
        found += below(inner, "faceValue")
    for index, item in enumerate(o.get("goodsLines", ())):
        if inner := check_GoodsLine(item):
            found += below(inner, "goodsLines", index)
    if inner := check_Identifier(o["location"]):
        found += below(inner, "location")
    if inner := check_Identifier(o["keyIdentifier"]):
        found += below(inner, "keyIdentifier")
    if inner := check_GoodsValuation(o["valuation"]):
        found += below(inner, "valuation")
    if (item := o.get("insuredAmount")) is not None and (inner := check_Money(item)):
        found += below(inner, "insuredAmount")
    return found


def check_KpiObservation(o: Tree) -> list[Violation]:
    """Rules of KpiObservation and of the objects in it."""
    found: list[Violation] = []
    v_aggregation = o["aggregation"]
    v_decimals = o["decimals"]
    v_observationDate = o["observationDate"]
    v_value = o["value"]
    d_value = D(v_value)
    # GCL-COR-011 MUST: specVersion matches "1[.][0-9]{1,9}[.][0-9]{1,9}"
    if MATCH_1(o["specVersion"]) is None:
        found.append(("GCL-COR-011", 0, ()))
    # GCL-FIN-103 MUST: (if aggregation = "quantity_weighted_mean" then value = round(sum(i.quantity.value * i.value for i in observationInputs) / sum(j.quantity.value for j in observationInputs), lookup("pow10", decimals, "scale"))) and (if aggregation = "sum" then value = round(sum(k.value for k in observationInputs) / 1, lookup("pow10", decimals, "scale"))) and (if aggregation = "last" then every l in observationInputs: exists(l.observedOn) and (if count(m in observationInputs where m.observedOn > l.observedOn) = 0 then value = round(l.value / 1, lookup("pow10", decimals, "scale"))))
    if not (
        (v_aggregation != "quantity_weighted_mean" or str(v_decimals) in INTEGERS_POW10_SCALE and is_rounded(d_value, sum([(D(i_["quantity"]["value"]) * D(i_["value"])) for i_ in o["observationInputs"]]), sum([D(j_["quantity"]["value"]) for j_ in o["observationInputs"]]), INTEGERS_POW10_SCALE[str(v_decimals)]))
        and (v_aggregation != "sum" or str(v_decimals) in INTEGERS_POW10_SCALE and is_rounded(d_value, sum([D(k_["value"]) for k_ in o["observationInputs"]]), N1, INTEGERS_POW10_SCALE[str(v_decimals)]))
        and (v_aggregation != "last" or all(["observedOn" in l_ and (len([1 for m_ in o["observationInputs"] if "observedOn" in m_ and m_["observedOn"] > l_["observedOn"]]) != 0 or str(v_decimals) in INTEGERS_POW10_SCALE and is_rounded(d_value, D(l_["value"]), N1, INTEGERS_POW10_SCALE[str(v_decimals)])) for l_ in o["observationInputs"]]))
    ):
        found.append(("GCL-FIN-103", 0, ()))
    # GCL-FIN-104 MUST: (every i in observationInputs: i.quantity.value > 0) and (every j in observationInputs, k in observationInputs: j.quantity.unit = k.quantity.unit) and period.end <= observationDate and observationDate <= dateOf(issuedAt)
    if not (
        all([i_["quantity"]["value"] > "0" for i_ in o["observationInputs"]])
        and len({j_["quantity"]["unit"] for j_ in o["observationInputs"]}) <= 1
        and o["period"]["end"] <= v_observationDate
        and v_observationDate <= o["issuedAt"][:10]
    ):
        found.append(("GCL-FIN-104", 0, ()))
    # GCL-FIN-124 MUST: inTable("machine_states", "kpi_observation", state)
    if not ("kpi_observation", o["state"]) in ROWS_MACHINE_STATES:
        found.append(("GCL-FIN-124", 9, ()))
    if inner := check_Period(o["period"]):
        found += below(inner, "period")
    return found


def check_MarginAdjustment(o: Tree) -> list[Violation]:
    """Rules of MarginAdjustment and of the objects in it."""
    found: list[Violation] = []
    # GCL-COR-011 MUST: specVersion matches "1[.][0-9]{1,9}[.][0-9]{1,9}"
    if MATCH_1(o["specVersion"]) is None:
        found.append(("GCL-COR-011", 0, ()))
    # GCL-FIN-124 MUST: inTable("machine_states", "margin_adjustment", state)
    if not ("margin_adjustment", o["state"]) in ROWS_MACHINE_STATES:
        found.append(("GCL-FIN-124", 10, ()))
    return found


def check_Programme(o: Tree) -> list[Violation]:
    """Rules of Programme and of the objects in it."""
    found: list[Violation] = []
    v_technique = o["technique"]
    v_validTo = o.get("validTo")
    # GCL-COR-011 MUST: specVersion matches "1[.][0-9]{1,9}[.][0-9]{1,9}"
    if MATCH_1(o["specVersion"]) is None:
        found.append(("GCL-COR-011", 0, ()))
    # GCL-FIN-048 SHOULD: if not exists(supersedes) then technique != "bank_payment_obligation"
    if "supersedes" not in o:
        if v_technique == "bank_payment_obligation":
            found.append(("GCL-FIN-048", 0, ()))
    # GCL-FIN-049 MUST: (if exists(factoring) then technique = "factoring") and (if exists(validTo) then validTo > validFrom) and (if technique in ("corporate_payment_undertaking", "bank_payment_undertaking", "dynamic_discounting") then techniqueListVersion != "2016")
    if not (
        ("factoring" not in o or v_technique == "factoring")
        and (v_validTo is None or v_validTo > o["validFrom"])
        and (v_technique not in ("corporate_payment_undertaking", "bank_payment_undertaking", "dynamic_discounting") or o["techniqueListVersion"] != "2016")
    ):
        found.append(("GCL-FIN-049", 0, ()))
    # GCL-FIN-124 MUST: inTable("machine_states", "programme", state)
    if not ("programme", o["state"]) in ROWS_MACHINE_STATES:
        found.append(("GCL-FIN-124", 0, ()))
    if (item := o.get("rateCard")) is not None and (inner := check_PricingTerms(item)):
        found += below(inner, "rateCard")
    if (item := o.get("factoring")) is not None and (inner := check_FactoringFeatures(item)):
        found += below(inner, "factoring")
    return found


def check_PurchaseOrder(o: Tree) -> list[Violation]:
    """Rules of PurchaseOrder and of the objects in it."""
    found: list[Violation] = []
    v_faceValue = o["faceValue"]
    v_lineNetTotal = o.get("lineNetTotal")
    v_lineNetTotal_amount = None if v_lineNetTotal is None else v_lineNetTotal["amount"]
    # GCL-COR-011 MUST: specVersion matches "1[.][0-9]{1,9}[.][0-9]{1,9}"
    if MATCH_1(o["specVersion"]) is None:
        found.append(("GCL-COR-011", 0, ()))
    # GCL-FIN-004 MUST: lookup("currency", faceValue.currency, "until") >= dateOf(issuedAt)
    if TEXTS_CURRENCY_UNTIL[v_faceValue["currency"]] < o["issuedAt"][:10]:
        found.append(("GCL-FIN-004", 3, ()))
    # GCL-FIN-009 MUST: faceValue.amount > 0
    if v_faceValue["amount"] <= "0":
        found.append(("GCL-FIN-009", 1, ()))
    # GCL-FIN-019 MUST: if exists(lineNetTotal) and count(l in goodsLines) > 0 then sum(l.lineAmount.amount for l in goodsLines) = lineNetTotal.amount and (every m in goodsLines: m.lineAmount.currency = lineNetTotal.currency)
    if v_lineNetTotal is not None and len(o.get("goodsLines", ())) > 0:
        if not (
            sum([D(l_["lineAmount"]["amount"]) for l_ in o.get("goodsLines", ())]) == D(v_lineNetTotal_amount)
            and all([m_["lineAmount"]["currency"] == v_lineNetTotal["currency"] for m_ in o.get("goodsLines", ())])
        ):
            found.append(("GCL-FIN-019", 0, ()))
    # GCL-FIN-020 MUST: unique(l.lineNumber for l in goodsLines) and (every m in goodsLines where exists(m.unitPrice): m.unitPrice.currency = m.lineAmount.currency and m.lineAmount.amount = round(m.quantity.value * m.unitPrice.amount / 1, lookup("currency", m.lineAmount.currency, "scale")))
    if not (
        are_distinct([l_["lineNumber"] for l_ in o.get("goodsLines", ())])
        and all([m_["unitPrice"]["currency"] == m_["lineAmount"]["currency"] and is_rounded(D(m_["lineAmount"]["amount"]), D(m_["quantity"]["value"]) * D(m_["unitPrice"]["amount"]), N1, INTEGERS_CURRENCY_SCALE[m_["lineAmount"]["currency"]]) for m_ in o.get("goodsLines", ()) if "unitPrice" in m_])
    ):
        found.append(("GCL-FIN-020", 0, ()))
    # GCL-FIN-025 MUST: deliveryDate >= orderDate
    if o["deliveryDate"] < o["orderDate"]:
        found.append(("GCL-FIN-025", 0, ()))
    # GCL-FIN-124 MUST: inTable("machine_states", "purchase_order", state)
    if not ("purchase_order", o["state"]) in ROWS_MACHINE_STATES:
        found.append(("GCL-FIN-124", 3, ()))
    if inner := check_Identifier(o["sellerIdentifier"]):
        found += below(inner, "sellerIdentifier")
    if inner := check_Money(o["faceValue"]):
        found += below(inner, "faceValue")
    for index, item in enumerate(o.get("goodsLines", ())):
        if inner := check_GoodsLine(item):
            found += below(inner, "goodsLines", index)
    if (item := o.get("lineNetTotal")) is not None and (inner := check_Money(item)):
        found += below(inner, "lineNetTotal")
    return found


def check_Receivable(o: Tree) -> list[Violation]:
    """Rules of Receivable and of the objects in it."""
    found: list[Violation] = []
    v_acceptanceDate = o.get("acceptanceDate")
    v_approval = o.get("approval")
    v_creditNoteTotal = o.get("creditNoteTotal")
    v_documentPayable = o["documentPayable"]
    v_dueDate = o["dueDate"]
    v_faceValue = o["faceValue"]
    v_instalmentAmount = o.get("instalmentAmount")
    v_lineNetTotal = o.get("lineNetTotal")
    v_prepaidAmount = o.get("prepaidAmount")
    v_roundingAmount = o.get("roundingAmount")
    v_statutoryTermDays = o.get("statutoryTermDays")
    v_taxInclusiveAmount = o.get("taxInclusiveAmount")
    v_approval_approvedAmount = None if v_approval is None else v_approval["approvedAmount"]
    v_documentPayable_amount = v_documentPayable["amount"]
    v_documentPayable_currency = v_documentPayable["currency"]
    v_faceValue_amount = v_faceValue["amount"]
    v_faceValue_currency = v_faceValue["currency"]
    v_lineNetTotal_amount = None if v_lineNetTotal is None else v_lineNetTotal["amount"]
    d_faceValue_amount = D(v_faceValue_amount)
    # GCL-COR-011 MUST: specVersion matches "1[.][0-9]{1,9}[.][0-9]{1,9}"
    if MATCH_1(o["specVersion"]) is None:
        found.append(("GCL-COR-011", 0, ()))
    # GCL-FIN-004 MUST: lookup("currency", faceValue.currency, "until") >= dateOf(issuedAt)
    if TEXTS_CURRENCY_UNTIL[v_faceValue_currency] < o["issuedAt"][:10]:
        found.append(("GCL-FIN-004", 3, ()))
    # GCL-FIN-009 MUST: faceValue.amount > 0
    if v_faceValue_amount <= "0":
        found.append(("GCL-FIN-009", 1, ()))
    # GCL-FIN-011 MUST: faceValue.amount = (instalmentAmount.amount ?? documentPayable.amount) - (creditNoteTotal.amount ?? 0) and faceValue.currency = documentPayable.currency and (instalmentAmount.currency ?? faceValue.currency) = faceValue.currency and (creditNoteTotal.currency ?? faceValue.currency) = faceValue.currency
    if not (
        d_faceValue_amount == (D(v_instalmentAmount["amount"] if v_instalmentAmount is not None else v_documentPayable_amount) - D(v_creditNoteTotal["amount"] if v_creditNoteTotal is not None else "0"))
        and v_faceValue_currency == v_documentPayable_currency
        and (v_instalmentAmount["currency"] if v_instalmentAmount is not None else v_faceValue_currency) == v_faceValue_currency
        and (v_creditNoteTotal["currency"] if v_creditNoteTotal is not None else v_faceValue_currency) == v_faceValue_currency
    ):
        found.append(("GCL-FIN-011", 0, ()))
    # GCL-FIN-012 MUST: if exists(taxInclusiveAmount) then documentPayable.amount = taxInclusiveAmount.amount - (prepaidAmount.amount ?? 0) + (roundingAmount.amount ?? 0) and documentPayable.currency = taxInclusiveAmount.currency and (prepaidAmount.currency ?? documentPayable.currency) = documentPayable.currency and (roundingAmount.currency ?? documentPayable.currency) = documentPayable.currency
    if v_taxInclusiveAmount is not None:
        if not (
            D(v_documentPayable_amount) == (D(v_taxInclusiveAmount["amount"]) - D(v_prepaidAmount["amount"] if v_prepaidAmount is not None else "0") + D(v_roundingAmount["amount"] if v_roundingAmount is not None else "0"))
            and v_documentPayable_currency == v_taxInclusiveAmount["currency"]
            and (v_prepaidAmount["currency"] if v_prepaidAmount is not None else v_documentPayable_currency) == v_documentPayable_currency
            and (v_roundingAmount["currency"] if v_roundingAmount is not None else v_documentPayable_currency) == v_documentPayable_currency
        ):
            found.append(("GCL-FIN-012", 0, ()))
    # GCL-FIN-013 MUST: dueDate > issueDate
    if v_dueDate <= o["issueDate"]:
        found.append(("GCL-FIN-013", 0, ()))
    # GCL-FIN-019 MUST: if exists(lineNetTotal) and count(l in goodsLines) > 0 then sum(l.lineAmount.amount for l in goodsLines) = lineNetTotal.amount and (every m in goodsLines: m.lineAmount.currency = lineNetTotal.currency)
    if v_lineNetTotal is not None and len(o.get("goodsLines", ())) > 0:
        if not (
            sum([D(l_["lineAmount"]["amount"]) for l_ in o.get("goodsLines", ())]) == D(v_lineNetTotal_amount)
            and all([m_["lineAmount"]["currency"] == v_lineNetTotal["currency"] for m_ in o.get("goodsLines", ())])
        ):
            found.append(("GCL-FIN-019", 0, ()))
    # GCL-FIN-020 MUST: unique(l.lineNumber for l in goodsLines) and (every m in goodsLines where exists(m.unitPrice): m.unitPrice.currency = m.lineAmount.currency and m.lineAmount.amount = round(m.quantity.value * m.unitPrice.amount / 1, lookup("currency", m.lineAmount.currency, "scale")))
    if not (
        are_distinct([l_["lineNumber"] for l_ in o.get("goodsLines", ())])
        and all([m_["unitPrice"]["currency"] == m_["lineAmount"]["currency"] and is_rounded(D(m_["lineAmount"]["amount"]), D(m_["quantity"]["value"]) * D(m_["unitPrice"]["amount"]), N1, INTEGERS_CURRENCY_SCALE[m_["lineAmount"]["currency"]]) for m_ in o.get("goodsLines", ()) if "unitPrice" in m_])
    ):
        found.append(("GCL-FIN-020", 0, ()))
    # GCL-FIN-021 MUST: if exists(approval) then approval.approvedAmount.amount <= faceValue.amount and approval.approvedAmount.currency = faceValue.currency
    if v_approval is not None:
        if not (
            D(v_approval_approvedAmount["amount"]) <= d_faceValue_amount
            and v_approval_approvedAmount["currency"] == v_faceValue_currency
        ):
            found.append(("GCL-FIN-021", 0, ()))
    # GCL-FIN-029 MUST: if exists(statutoryTermDays) and exists(acceptanceDate) then days(acceptanceDate, dueDate) <= statutoryTermDays
    if v_statutoryTermDays is not None and v_acceptanceDate is not None:
        if days(v_acceptanceDate, v_dueDate) > v_statutoryTermDays:
            found.append(("GCL-FIN-029", 0, ()))
    # GCL-FIN-123 MUST: exists(obligor)
    if "obligor" not in o:
        found.append(("GCL-FIN-123", 0, ()))
    # GCL-FIN-124 MUST: inTable("machine_states", "receivable", state)
    if not ("receivable", o["state"]) in ROWS_MACHINE_STATES:
        found.append(("GCL-FIN-124", 2, ()))
    if inner := check_Identifier(o["sellerIdentifier"]):
        found += below(inner, "sellerIdentifier")
    if inner := check_Money(o["faceValue"]):
        found += below(inner, "faceValue")
    for index, item in enumerate(o.get("goodsLines", ())):
        if inner := check_GoodsLine(item):
            found += below(inner, "goodsLines", index)
    if inner := check_Money(o["documentPayable"]):
        found += below(inner, "documentPayable")
    if (item := o.get("instalmentAmount")) is not None and (inner := check_Money(item)):
        found += below(inner, "instalmentAmount")
    if (item := o.get("taxInclusiveAmount")) is not None and (inner := check_Money(item)):
        found += below(inner, "taxInclusiveAmount")
    if (item := o.get("prepaidAmount")) is not None and (inner := check_Money(item)):
        found += below(inner, "prepaidAmount")
    if (item := o.get("roundingAmount")) is not None and (inner := check_Money_as_Receivable_roundingAmount(item)):
        found += below(inner, "roundingAmount")
    if (item := o.get("lineNetTotal")) is not None and (inner := check_Money(item)):
        found += below(inner, "lineNetTotal")
    if (item := o.get("creditNoteTotal")) is not None and (inner := check_Money(item)):
        found += below(inner, "creditNoteTotal")
    if (item := o.get("approval")) is not None and (inner := check_ObligorApproval(item)):
        found += below(inner, "approval")
    return found


def check_Settlement(o: Tree) -> list[Violation]:
    """Rules of Settlement and of the objects in it."""
    found: list[Violation] = []
    memo: Memo = {}
    v_feePart = o["feePart"]
    v_interestPart = o["interestPart"]
    v_principalPart = o["principalPart"]
    v_reservePart = o["reservePart"]
    v_settledAmount = o["settledAmount"]
    v_settlementType = o["settlementType"]
    v_feePart_amount = v_feePart["amount"]
    v_interestPart_amount = v_interestPart["amount"]
    v_settledAmount_amount = v_settledAmount["amount"]
    v_settledAmount_currency = v_settledAmount["currency"]
    # GCL-COR-011 MUST: specVersion matches "1[.][0-9]{1,9}[.][0-9]{1,9}"
    if MATCH_1(o["specVersion"]) is None:
        found.append(("GCL-COR-011", 0, ()))
    # GCL-FIN-004 MUST: lookup("currency", settledAmount.currency, "until") >= dateOf(issuedAt)
    if TEXTS_CURRENCY_UNTIL[v_settledAmount_currency] < o["issuedAt"][:10]:
        found.append(("GCL-FIN-004", 7, ()))
    # GCL-FIN-074 MUST: unique(p.position for p in interestPeriods) and (every q in interestPeriods: q.position >= 1 and q.position <= count(r in interestPeriods) and q.fromDate < q.untilDate and (if q.position = count(s in interestPeriods) then q.untilDate = settledOn)) and (every a in interestPeriods, b in interestPeriods where b.position = a.position + 1: b.fromDate = a.untilDate)
    if not (
        are_distinct([p_["position"] for p_ in o.get("interestPeriods", ())])
        and all([q_["position"] >= 1 and q_["position"] <= len(o.get("interestPeriods", ())) and q_["fromDate"] < q_["untilDate"] and (q_["position"] != len(o.get("interestPeriods", ())) or q_["untilDate"] == o["settledOn"]) for q_ in o.get("interestPeriods", ())])
        and all([b_["fromDate"] == a_["untilDate"] for a_ in o.get("interestPeriods", ()) for b_ in matching(memo, o.get("interestPeriods", ()), a_["position"] + 1, "position")])
    ):
        found.append(("GCL-FIN-074", 0, ()))
    # GCL-FIN-078 MUST: settledAmount.amount = principalPart.amount + interestPart.amount + feePart.amount + reservePart.amount and principalPart.currency = settledAmount.currency and interestPart.currency = settledAmount.currency and feePart.currency = settledAmount.currency and reservePart.currency = settledAmount.currency and (if settlementType in ("reserve_release", "write_off") then interestPart.amount = 0 and feePart.amount = 0) and (if settlementType = "write_off" then payer = payee)
    if not (
        D(v_settledAmount_amount) == D(v_principalPart["amount"]) + D(v_interestPart_amount) + D(v_feePart_amount) + D(v_reservePart["amount"])
        and v_principalPart["currency"] == v_settledAmount_currency
        and v_interestPart["currency"] == v_settledAmount_currency
        and v_feePart["currency"] == v_settledAmount_currency
        and v_reservePart["currency"] == v_settledAmount_currency
        and (v_settlementType not in ("reserve_release", "write_off") or v_interestPart_amount == "0" and v_feePart_amount == "0")
        and (v_settlementType != "write_off" or o["payer"] == o["payee"])
    ):
        found.append(("GCL-FIN-078", 0, ()))
    if inner := check_Money(o["settledAmount"]):
        found += below(inner, "settledAmount")
    if inner := check_Money(o["principalPart"]):
        found += below(inner, "principalPart")
    if inner := check_Money(o["interestPart"]):
        found += below(inner, "interestPart")
    if inner := check_Money(o["feePart"]):
        found += below(inner, "feePart")
    if inner := check_Money(o["reservePart"]):
        found += below(inner, "reservePart")
    for index, item in enumerate(o.get("interestPeriods", ())):
        if inner := check_InterestPeriod(item):
            found += below(inner, "interestPeriods", index)
    return found


def check_SustainabilityTerms(o: Tree) -> list[Violation]:
    """Rules of SustainabilityTerms and of the objects in it."""
    found: list[Violation] = []
    memo: Memo = {}
    v_capBp = o["capBp"]
    v_noDataAdjustmentBp = o["noDataAdjustmentBp"]
    # GCL-COR-011 MUST: specVersion matches "1[.][0-9]{1,9}[.][0-9]{1,9}"
    if MATCH_1(o["specVersion"]) is None:
        found.append(("GCL-COR-011", 0, ()))
    # GCL-FIN-097 MUST: every k in kpis, r in ratchets, a in r.steps, b in r.steps where r.kpiKey = k.key and b.position = a.position + 1: if k.direction = "lower_is_better" then a.adjustmentBp <= b.adjustmentBp else a.adjustmentBp >= b.adjustmentBp
    if not all([a_["adjustmentBp"] <= b_["adjustmentBp"] if k_["direction"] == "lower_is_better" else a_["adjustmentBp"] >= b_["adjustmentBp"] for k_ in o.get("kpis", ()) for r_ in matching(memo, o.get("ratchets", ()), k_["key"], "kpiKey") for a_ in r_["steps"] for b_ in matching(memo, r_["steps"], a_["position"] + 1, "position")]):
        found.append(("GCL-FIN-097", 0, ()))
    # GCL-FIN-098 MUST: floorBp <= 0 and capBp >= 0 and noDataAdjustmentBp >= 0 and noDataAdjustmentBp <= capBp
    if not (
        o["floorBp"] <= 0
        and v_capBp >= 0
        and v_noDataAdjustmentBp >= 0
        and v_noDataAdjustmentBp <= v_capBp
    ):
        found.append(("GCL-FIN-098", 0, ()))
    # GCL-FIN-099 SHOULD: if count(r in ratchets) > 0 then (every q in ratchets, s in q.steps: clip(s.adjustmentBp, 0, capBp) <= noDataAdjustmentBp) and (some p in ratchets, t in p.steps: clip(t.adjustmentBp, 0, capBp) = noDataAdjustmentBp)
    if len(o.get("ratchets", ())) > 0:
        if not (
            all([max(0, min(v_capBp, s_["adjustmentBp"])) <= v_noDataAdjustmentBp for q_ in o.get("ratchets", ()) for s_ in q_["steps"]])
            and any([max(0, min(v_capBp, t_["adjustmentBp"])) == v_noDataAdjustmentBp for p_ in o.get("ratchets", ()) for t_ in p_["steps"]])
        ):
            found.append(("GCL-FIN-099", 0, ()))
    # GCL-FIN-100 MUST: unique(k.key for k in kpis) and (every t in performanceTargets: count(l in kpis where l.key = t.kpiKey) = 1) and (every r in ratchets: count(m in kpis where m.key = r.kpiKey) = 1) and unique(q.kpiKey for q in ratchets) and (if sleeping = true then count(n in kpis) = 0 else count(o in kpis) > 0 and (if combination = "single" then count(p in ratchets) = 1))
    if not (
        are_distinct([k_["key"] for k_ in o.get("kpis", ())])
        and all([len([1 for l_ in matching(memo, o.get("kpis", ()), t_["kpiKey"], "key")]) == 1 for t_ in o.get("performanceTargets", ())])
        and all([len([1 for m_ in matching(memo, o.get("kpis", ()), r_["kpiKey"], "key")]) == 1 for r_ in o.get("ratchets", ())])
        and are_distinct([q_["kpiKey"] for q_ in o.get("ratchets", ())])
        and (len(o.get("kpis", ())) == 0 if o["sleeping"] is True else len(o.get("kpis", ())) > 0 and (o["combination"] != "single" or len(o.get("ratchets", ())) == 1))
    ):
        found.append(("GCL-FIN-100", 0, ()))
    # GCL-FIN-102 MUST: (every t in performanceTargets: count(u in performanceTargets where u.kpiKey = t.kpiKey and u.targetDate = t.targetDate) = 1) and (every v in performanceTargets, k in kpis where k.key = v.kpiKey: v.targetDate > k.baselineDate and (if k.direction = "lower_is_better" then v.value < k.baselineValue and v.comparator = "at_most" else v.value > k.baselineValue and v.comparator = "at_least")) and (every a in performanceTargets, b in performanceTargets, l in kpis where a.kpiKey = l.key and b.kpiKey = l.key and a.targetDate < b.targetDate: if l.direction = "lower_is_better" then b.value <= a.value else b.value >= a.value)
    if not (
        all([len([1 for u_ in matching(memo, o.get("performanceTargets", ()), t_["kpiKey"], "kpiKey") if u_["targetDate"] == t_["targetDate"]]) == 1 for t_ in o.get("performanceTargets", ())])
        and all([v_["targetDate"] > k_["baselineDate"] and (D(v_["value"]) < D(k_["baselineValue"]) and v_["comparator"] == "at_most" if k_["direction"] == "lower_is_better" else D(v_["value"]) > D(k_["baselineValue"]) and v_["comparator"] == "at_least") for v_ in o.get("performanceTargets", ()) for k_ in matching(memo, o.get("kpis", ()), v_["kpiKey"], "key")])
        and all([D(b_["value"]) <= D(a_["value"]) if l_["direction"] == "lower_is_better" else D(b_["value"]) >= D(a_["value"]) for a_ in o.get("performanceTargets", ()) for b_ in o.get("performanceTargets", ()) for l_ in matching(memo, o.get("kpis", ()), a_["kpiKey"], "key") if b_["kpiKey"] == l_["key"] and a_["targetDate"] < b_["targetDate"]])
    ):
        found.append(("GCL-FIN-102", 0, ()))
    for index, item in enumerate(o.get("ratchets", ())):
        if inner := check_MarginRatchet(item):
            found += below(inner, "ratchets", index)
    return found


def check_TransferableRecord(o: Tree) -> list[Violation]:
    """Rules of TransferableRecord and of the objects in it."""
    found: list[Violation] = []
    memo: Memo = {}
    v_recordAmount = o["recordAmount"]
    v_recordAmount_currency = v_recordAmount["currency"]
    # GCL-COR-011 MUST: specVersion matches "1[.][0-9]{1,9}[.][0-9]{1,9}"
    if MATCH_1(o["specVersion"]) is None:
        found.append(("GCL-COR-011", 0, ()))
    # GCL-FIN-004 MUST: lookup("currency", recordAmount.currency, "until") >= dateOf(issuedAt)
    if TEXTS_CURRENCY_UNTIL[v_recordAmount_currency] < o["issuedAt"][:10]:
        found.append(("GCL-FIN-004", 5, ()))
    # GCL-FIN-050 MUST: unique(t.position for t in controlHistory) and (every u in controlHistory: u.position >= 1 and u.position <= count(v in controlHistory) and (if u.position = 1 then not exists(u.transferor) else exists(u.transferor))) and (every a in controlHistory, b in controlHistory where b.position = a.position + 1: exists(b.transferor) and b.transferor = a.transferee and b.transferredAt >= a.transferredAt)
    if not (
        are_distinct([t_["position"] for t_ in o["controlHistory"]])
        and all([u_["position"] >= 1 and u_["position"] <= len(o["controlHistory"]) and ("transferor" not in u_ if u_["position"] == 1 else "transferor" in u_) for u_ in o["controlHistory"]])
        and all(["transferor" in b_ and b_["transferor"] == a_["transferee"] and b_["transferredAt"] >= a_["transferredAt"] for a_ in o["controlHistory"] for b_ in matching(memo, o["controlHistory"], a_["position"] + 1, "position")])
    ):
        found.append(("GCL-FIN-050", 0, ()))
    # GCL-FIN-051 MUST: every t in controlHistory: t.transferredAmount.amount = recordAmount.amount and t.transferredAmount.currency = recordAmount.currency and (if t.position = count(u in controlHistory) then t.transferee = controller)
    if not all([t_["transferredAmount"]["amount"] == v_recordAmount["amount"] and t_["transferredAmount"]["currency"] == v_recordAmount_currency and (t_["position"] != len(o["controlHistory"]) or t_["transferee"] == o["controller"]) for t_ in o["controlHistory"]]):
        found.append(("GCL-FIN-051", 0, ()))
    # GCL-FIN-124 MUST: inTable("machine_states", "transferable_record", state)
    if not ("transferable_record", o["state"]) in ROWS_MACHINE_STATES:
        found.append(("GCL-FIN-124", 6, ()))
    if inner := check_Money(o["recordAmount"]):
        found += below(inner, "recordAmount")
    for index, item in enumerate(o["controlHistory"]):
        if inner := check_ControlTransfer(item):
            found += below(inner, "controlHistory", index)
    return found


def check_Undertaking(o: Tree) -> list[Violation]:
    """Rules of Undertaking and of the objects in it."""
    found: list[Violation] = []
    v_faceValue = o["faceValue"]
    v_obligor = o.get("obligor")
    # GCL-COR-011 MUST: specVersion matches "1[.][0-9]{1,9}[.][0-9]{1,9}"
    if MATCH_1(o["specVersion"]) is None:
        found.append(("GCL-COR-011", 0, ()))
    # GCL-FIN-004 MUST: lookup("currency", faceValue.currency, "until") >= dateOf(issuedAt)
    if TEXTS_CURRENCY_UNTIL[v_faceValue["currency"]] < o["issuedAt"][:10]:
        found.append(("GCL-FIN-004", 3, ()))
    # GCL-FIN-009 MUST: faceValue.amount > 0
    if v_faceValue["amount"] <= "0":
        found.append(("GCL-FIN-009", 1, ()))
    # GCL-FIN-020 MUST: unique(l.lineNumber for l in goodsLines) and (every m in goodsLines where exists(m.unitPrice): m.unitPrice.currency = m.lineAmount.currency and m.lineAmount.amount = round(m.quantity.value * m.unitPrice.amount / 1, lookup("currency", m.lineAmount.currency, "scale")))
    if not (
        are_distinct([l_["lineNumber"] for l_ in o.get("goodsLines", ())])
        and all([m_["unitPrice"]["currency"] == m_["lineAmount"]["currency"] and is_rounded(D(m_["lineAmount"]["amount"]), D(m_["quantity"]["value"]) * D(m_["unitPrice"]["amount"]), N1, INTEGERS_CURRENCY_SCALE[m_["lineAmount"]["currency"]]) for m_ in o.get("goodsLines", ()) if "unitPrice" in m_])
    ):
        found.append(("GCL-FIN-020", 0, ()))
    # GCL-FIN-027 MUST: expiryDate >= dueDate
    if o["expiryDate"] < o["dueDate"]:
        found.append(("GCL-FIN-027", 0, ()))
    # GCL-FIN-123 MUST: if exists(obligor) then obligor = undertakingIssuer
    if v_obligor is not None:
        if v_obligor != o["undertakingIssuer"]:
            found.append(("GCL-FIN-123", 1, ()))
    # GCL-FIN-124 MUST: inTable("machine_states", "undertaking", state)
    if not ("undertaking", o["state"]) in ROWS_MACHINE_STATES:
        found.append(("GCL-FIN-124", 5, ()))
    if inner := check_Identifier(o["sellerIdentifier"]):
        found += below(inner, "sellerIdentifier")
    if inner := check_Money(o["faceValue"]):
        found += below(inner, "faceValue")
    for index, item in enumerate(o.get("goodsLines", ())):
        if inner := check_GoodsLine(item):
            found += below(inner, "goodsLines", index)
    if inner := check_Identifier(o["keyIdentifier"]):
        found += below(inner, "keyIdentifier")
    return found
