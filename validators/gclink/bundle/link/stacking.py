"""Cheaper interest is support too: beside an exclusive grant it counts against the same cost."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from fractions import Fraction

from gclink._text import Text
from gclink.bundle._deals import Deal, deals
from gclink.bundle._index import Bundle
from gclink.bundle._registry import Hit, procedure
from gclink.bundle._values import Tree, documents, same, shown
from gclink.bundle._words import amount, money
from gclink.bundle.incentive.grants import scheme_of
from gclink.calculations.daycount import year_fraction_of
from gclink.calculations.money import to_minor

#: Basis points of one.
_BP = 10_000
#: Sums of money by what they are paid on, and by currency.
Sums = dict[tuple[str, str], Decimal]


@procedure("GCL-LNK-050")
def margin_benefit_stacking(bundle: Bundle) -> Iterator[Hit]:
    """Grants and cheaper interest on one piece of evidence are together no more than an exclusive grant's cost."""
    subsidies = [subsidy for subsidy in documents(bundle, "PolicySubsidy") if bundle.in_force(subsidy)]
    grants: Sums = {}
    for subsidy in subsidies:
        grant = subsidy.tree["grantAmount"]
        for name in _evidence(subsidy.tree):
            key = (name, grant["currency"])
            grants[key] = grants.get(key, Decimal(0)) + amount(grant)
    benefits = _benefits(bundle, {name for name, _ in grants})
    for subsidy in subsidies:
        cost, scheme = subsidy.tree.get("eligibleCost"), scheme_of(bundle, subsidy)
        if cost is None or scheme is None or not scheme.tree["exclusive"]:
            continue
        for name in _evidence(subsidy.tree):
            key = (name, cost["currency"])
            given, saved = grants.get(key, Decimal(0)), benefits.get(key, Decimal(0))
            if given + saved > amount(cost):
                told = f"{shown(given)} + {shown(saved)} = {shown(given + saved)} {cost['currency']}"
                wanted = Text(
                    f"at least {told} of grants and interest saved on {name}", f"至少 {told}（{name} 的补贴与利差优惠）"
                )
                yield Hit(subsidy, ("eligibleCost", "amount"), wanted, same(money(cost)))


def _evidence(subsidy: Tree) -> list[str]:
    return list(dict.fromkeys(cited["target"] for cited in subsidy["evidence"]))


def _benefits(bundle: Bundle, wanted: set[str]) -> Sums:
    """Return what the transactions save that links in force join to each piece of evidence."""
    joined: dict[tuple[str, str], None] = {}
    for link in documents(bundle, "CarbonLink") if wanted else ():
        if bundle.in_force(link):
            for member in ("passport", "label"):
                name = link.tree.get(member, {}).get("target")
                if name in wanted:
                    joined[name, link.tree["transactionReference"]["target"]] = None
    sums: Sums = {}
    for name, transaction in joined:
        deal = bundle.shared(deals).get(transaction)
        if deal is not None and deal.funded:
            key = (name, deal.currency)
            sums[key] = sums.get(key, Decimal(0)) + margin_benefit(deal)
    return sums


def margin_benefit(deal: Deal) -> Decimal:
    """Return what the adjustment saves from the valueDate to maturity, in the minor unit; a step up saves nothing."""
    tree = deal.entry.tree
    points = -tree["pricing"]["adjustmentBp"]
    if points <= 0:
        return Decimal(0)
    start, end = (date.fromisoformat(tree[member]) for member in ("valueDate", "maturityDate"))
    part = year_fraction_of(start, end, tree["pricing"]["dayCount"]).fraction
    return to_minor(Fraction(deal.financed) * Fraction(points, _BP) * part, deal.currency)
