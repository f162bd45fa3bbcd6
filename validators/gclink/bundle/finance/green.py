"""What a label on money rests on: terms that are awake, assessments that hold, and an effect that is reported once."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from gclink._text import Text
from gclink.bundle._dates import night
from gclink.bundle._entry import Entry
from gclink.bundle._index import Bundle
from gclink.bundle._registry import Hit, procedure
from gclink.bundle._values import each, follow, once, same, shown
from gclink.bundle._words import amount, at_most, by, money

#: What the rounding of one factor to six digits may add.
_ROUNDING = Decimal("0.000001")


@procedure("GCL-FIN-088")
def eligibility_valid(bundle: Bundle) -> Iterator[Hit]:
    """An assessment behind a label holds, is favourable and came before the money."""
    for entry in once(bundle.of("FinancingTransaction")):
        tree = entry.tree
        if tree["financeLabel"] == "none" or not bundle.in_force(entry):
            continue
        day = tree["valueDate"]
        for index, assessment in each(bundle, tree, "eligibilityAssessments", "EligibilityAssessment"):
            place, found = ("eligibilityAssessments", index), assessment.tree
            status = bundle.status(assessment, night(day))
            if found["result"] not in ("eligible", "aligned"):
                yield Hit(entry, place, same("eligible / aligned"), same(found["result"]))
            elif found["approvalDate"] > day:
                yield Hit(entry, place, by(day), same(found["approvalDate"]))
            elif status not in ("active", "suspended"):
                yield Hit(entry, place, Text(f"in force on {day}", f"{day} 时有效"), same(status))


@procedure("GCL-FIN-095")
def attribution_once(bundle: Bundle) -> Iterator[Hit]:
    """The shares of one effect that all lenders report are together no more than the effect."""
    groups: dict[tuple[str, ...], list[tuple[str, str, Decimal, Entry]]] = {}
    for record in once(bundle.of("ImpactRecord")):
        tree = record.tree
        financed = follow(bundle, tree, "transaction", "FinancingTransaction")
        if financed is None or not bundle.in_force(record):
            continue
        deal, share = financed.tree, tree["financedShare"]
        whole, period = deal["financedAmount"], tree["period"]
        if share["currency"] != whole["currency"] or amount(share) > amount(whole):
            yield Hit(record, ("financedShare",), at_most(money(whole)), same(money(share)))
        report = (record.issued_at, record.id, Decimal(tree["attributionFactor"]), record)
        for asset in {item["asset"]["target"] for item in deal["items"]}:
            effect = (asset, tree.get("indicatorCode", ""), period["start"], period["end"])
            groups.setdefault(effect, []).append(report)
    over: dict[str, Hit] = {}
    for group in sorted(groups):
        for hit in _beyond_the_whole(group[0], groups[group]):
            over.setdefault(hit.entry.id, hit)
    yield from over.values()


def _beyond_the_whole(asset: str, reports: list[tuple[str, str, Decimal, Entry]]) -> Iterator[Hit]:
    """Yield the reports, in the order of their issue, with which the sum of the factors is above 1."""
    total = Decimal(0)
    for number, (_, _, factor, record) in enumerate(sorted(reports, key=lambda report: report[:2]), 1):
        before, total = total, total + factor
        if total > 1 + _ROUNDING * number:
            told = f"{shown(before)} + {shown(factor)} = {shown(total)}"
            yield Hit(record, ("attributionFactor",), at_most(1), Text(f"{told} of {asset}", f"{asset}：{told}"))


@procedure("GCL-FIN-101")
def terms_awake(bundle: Bundle) -> Iterator[Hit]:
    """A label is not hung on terms whose indicators are still to be agreed."""
    for entry in once(bundle.of("FinancingTransaction")):
        tree = entry.tree
        terms = follow(bundle, tree, "sustainabilityTerms", "SustainabilityTerms")
        if tree["financeLabel"] == "sustainability_linked" and terms is not None and terms.tree["sleeping"]:
            yield Hit(entry, ("sustainabilityTerms",), same("sleeping = false"), same("sleeping = true"))
