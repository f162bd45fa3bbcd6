"""Derived members of the modules finance and link."""

from __future__ import annotations

from typing import Final

from gclink._text import Text
from gclink.derive._derivation import Derivation, Fill

_OWN = "financedAmount.currency"
_INTEREST = "financedAmount.amount * pricing.allInRate"
_DISCOUNTED = 'pricing.discountMethod == "advance_discount"'
_COST = "(or_zero(discountAmount.amount) + feeTotal.amount)"

ASSETS: Final = (
    Derivation("Asset", "goodsLines.lineAmount", "money(item.quantity.value * item.unitPrice.amount, "
               "item.unitPrice.currency)", "GCL-FIN-020", when="given(item.unitPrice)",
               unit="item.unitPrice.currency"),
    Derivation("Asset", "lineNetTotal", "sum(l.lineAmount.amount for l in goodsLines)", "GCL-FIN-019",
               when="count(l for l in goodsLines) > 0", fill=Fill.ASKED,
               unit="first(l.lineAmount.currency for l in goodsLines)"),
    Derivation("Receivable", "documentPayable",
               "taxInclusiveAmount.amount - or_zero(prepaidAmount.amount) + or_zero(roundingAmount.amount)",
               "GCL-FIN-012", when="given(taxInclusiveAmount)", unit="taxInclusiveAmount.currency"),
    Derivation("Receivable", "faceValue",
               "(instalmentAmount.amount if given(instalmentAmount) else documentPayable.amount) "
               "- or_zero(creditNoteTotal.amount)", "GCL-FIN-011", unit="documentPayable.currency"),
    Derivation("Inventory", "faceValue", "valuation.valuationAmount.amount", "GCL-FIN-026",
               unit="valuation.valuationAmount.currency"),
    Derivation("Asset", "uniquenessKey", "uniqueness_key()", "GCL-FIN-016"),
    Derivation("Assignment", "itemCount", "count(i for i in assignedItems)", "GCL-FIN-040"),
    Derivation("Assignment", "assignedTotal", "sum(i.assignedAmount.amount for i in assignedItems)", "GCL-FIN-040",
               unit="first(i.assignedAmount.currency for i in assignedItems)"),
    Derivation("TransferableRecord", "controlHistory.transferredAmount", "recordAmount.amount", "GCL-FIN-051",
               unit="recordAmount.currency"),
    Derivation("TransferableRecord", "controller",
               "first(t.transferee for t in controlHistory if t.position == count(u for u in controlHistory))",
               "GCL-FIN-051"),
)  # fmt: skip

PRICE: Final = (
    Derivation("PricingTerms", "allInRate",
               "max(floorRate, baseRate.value + (marginBp + adjustmentBp) * 0.0001) if given(floorRate) "
               "else baseRate.value + (marginBp + adjustmentBp) * 0.0001", "GCL-FIN-065"),
    Derivation("FinancingTransaction", "financedAmount", "sum(i.financedAmount.amount for i in items)", "GCL-FIN-056",
               unit="first(i.financedAmount.currency for i in items)"),
    Derivation("FinancingTransaction", "financedAmount", "sum(i.faceAmount.amount for i in items)", "GCL-FIN-069",
               when='pricing.discountMethod == "apr_early_payment"', fill=Fill.ASKED, unit="requestedAmount.currency"),
    Derivation("FinancingTransaction", "financedAmount",
               "advanceRate * (sum(i.faceAmount.amount for i in items if i.faceAmount.currency "
               "== financedAmount.currency) + or_zero(fx.rate) * sum(j.faceAmount.amount for j in items "
               "if j.faceAmount.currency != financedAmount.currency))", "GCL-FIN-055", relation="<=",
               fill=Fill.NEVER),
    Derivation("FinancingTransaction", "pricing.fees.feeAmount",
               f"money(financedAmount.amount * item.rate, {_OWN})", "GCL-FIN-071", when="given(item.rate)", unit=_OWN),
    Derivation("FinancingTransaction", "feeTotal", "sum(f.feeAmount.amount for f in pricing.fees)", "GCL-FIN-071",
               unit=_OWN),
    Derivation("FinancingTransaction", "discountAmount",
               f"money({_INTEREST} * days(valueDate, maturityDate) / "
               f'lookup("day_count_v1", pricing.dayCount, "basis"), {_OWN})', "GCL-FIN-067",
               when=f'{_DISCOUNTED} and pricing.dayCount in ("ACT/360", "ACT/365.FIXED")', unit=_OWN),
    Derivation("FinancingTransaction", "discountAmount",
               f"money({_INTEREST} * days30(valueDate, maturityDate) / 360, {_OWN})", "GCL-FIN-068",
               when=f'{_DISCOUNTED} and pricing.dayCount == "30E/360"', unit=_OWN),
    Derivation("FinancingTransaction", "discountAmount",
               f"money({_INTEREST} * (leap_days(valueDate, maturityDate) / 366 + (days(valueDate, maturityDate) - "
               f"leap_days(valueDate, maturityDate)) / 365), {_OWN})", "GCL-FIN-068",
               when=f'{_DISCOUNTED} and pricing.dayCount == "ACT/ACT.ISDA"', unit=_OWN),
    Derivation("FinancingTransaction", "discountAmount",
               "money(sum(i.faceAmount.amount for i in items) * pricing.allInRate * days(valueDate, maturityDate) "
               f"/ 365, {_OWN})", "GCL-FIN-069", when='pricing.discountMethod == "apr_early_payment"', unit=_OWN),
    Derivation("FinancingTransaction", "netProceeds",
               "financedAmount.amount - or_zero(discountAmount.amount) - feeTotal.amount", "GCL-FIN-070", unit=_OWN,
               when='given(discountAmount) or pricing.discountMethod == "interest_in_arrears"'),
    Derivation("FinancingTransaction", "simpleYield",
               f'rounded({_COST} / netProceeds.amount * lookup("day_count_v1", pricing.dayCount, "yieldBasis") '
               "/ (days30(valueDate, maturityDate) if pricing.dayCount == \"30E/360\" "
               "else days(valueDate, maturityDate)), 6)", "GCL-FIN-076", fill=Fill.ASKED),
    Derivation("FinancingTransaction", "effectiveRate",
               f"effective_rate({_COST}, netProceeds.amount, days(valueDate, maturityDate))", "GCL-FIN-077",
               fill=Fill.ASKED),
    Derivation("FinancingTransaction", "unallocatedAmount",
               "financedAmount.amount - sum(u.allocatedAmount.amount for u in useOfProceeds)", "GCL-FIN-087",
               when='financeLabel == "green"', unit=_OWN, fill=Fill.ASKED),
    Derivation("FinancingTransaction", "concessionalFunding.principal",
               f"money(financedAmount.amount * concessionalFunding.share, {_OWN})", "GCL-FIN-092",
               when="given(concessionalFunding)", unit=_OWN),
    Derivation("Settlement", "settledAmount",
               "principalPart.amount + interestPart.amount + feePart.amount + reservePart.amount", "GCL-FIN-078",
               unit="principalPart.currency"),
)  # fmt: skip


def _attributed(member: str, of: str) -> Derivation:
    return Derivation(
        "ImpactRecord",
        member,
        f"rounded({of}.value * attributionFactor, 3)",
        "GCL-FIN-094",
        when=f"given({of})",
        unit=f"{of}.unit",
    )


SUSTAINABILITY: Final = (
    Derivation("KpiObservation", "value",
               "rounded(sum(i.quantity.value * i.value for i in observationInputs) / "
               "sum(i.quantity.value for i in observationInputs), decimals)", "GCL-FIN-103",
               when='aggregation == "quantity_weighted_mean"'),
    Derivation("KpiObservation", "value", "rounded(sum(i.value for i in observationInputs), decimals)", "GCL-FIN-103",
               when='aggregation == "sum"'),
    Derivation("KpiObservation", "value",
               "rounded(first(i.value for i in observationInputs if "
               "count(j for j in observationInputs if j.observedOn > i.observedOn) == 0), decimals)", "GCL-FIN-103",
               when='aggregation == "last"'),
    Derivation("SustainabilityTerms", "noDataAdjustmentBp",
               "max(clip(s.adjustmentBp, 0, capBp) for r in ratchets for s in r.steps)", "GCL-FIN-099",
               when="count(r for r in ratchets) > 0", fill=Fill.ASKED,
               note=Text("recommended: agreed by the parties", "推荐值：由双方约定")),
    Derivation("ImpactRecord", "attributionFactor", "rounded(financedShare.amount / attributionBase.amount, 6)",
               "GCL-FIN-094"),
    _attributed("attributedEmissions", "emissions"),
    _attributed("attributedAvoided", "avoidedEmissions"),
    _attributed("attributedRemovals", "removals"),
)  # fmt: skip

LINK: Final = (
    Derivation("CarbonLink", "coveredEmissions", "coveredQuantity.value * extract.intensity", "GCL-LNK-011",
               unit='"kg"'),
    Derivation("RemovalPledge", "collateralValue",
               "money(tonnes * unitValue.amount * (1 - or_zero(haircut)), unitValue.currency)", "GCL-LNK-039",
               when="given(unitValue)", unit="unitValue.currency"),
)  # fmt: skip

FINANCE: Final = (*ASSETS, *PRICE, *SUSTAINABILITY, *LINK)
