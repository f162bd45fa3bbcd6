"""How much a grant may be: points and money from the rate of the scheme, within its cap and the goods that exist."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from gclink import tables
from gclink._text import Text
from gclink.bundle._entry import Entry
from gclink.bundle._index import Bundle
from gclink.bundle._registry import Hit, procedure
from gclink.bundle._values import documents, find, number, same, shown, tonnes, unit_statement
from gclink.bundle.incentive.grants import scheme_of
from gclink.bundle.removal.allocations import source_of


@procedure("GCL-INC-006")
def reward_points(bundle: Bundle) -> Iterator[Hit]:
    """Points follow from the kilograms avoided, and end at the cap of the scheme."""
    given: dict[tuple[str, str], Decimal] = {}
    for reward in documents(bundle, "PurchaseReward"):
        scheme = scheme_of(bundle, reward)
        if scheme is None:
            continue
        points, rate = Decimal(reward.tree["points"]), Decimal(scheme.tree["rate"])
        due = Decimal(reward.tree["avoided"]) * rate
        if scheme.tree["rateUnit"] != "points_per_kg":
            yield Hit(reward, ("incentiveScheme",), same("points_per_kg"), same(scheme.tree["rateUnit"]))
        elif abs(points - due) * 200 > points:
            wanted = same(f"{reward.tree['avoided']} * {shown(rate)} = {shown(due)}")
            yield Hit(reward, ("points",), wanted, same(reward.tree["points"]))
        if not bundle.active(reward) or "cap" not in scheme.tree:
            continue
        key = scheme.id, reward.tree["beneficiary"]
        before, cap = given.get(key, Decimal(0)), Decimal(scheme.tree["cap"])
        given[key] = before + points
        if before <= cap < given[key]:
            most = Text(f"at most {shown(cap)} in all", f"合计至多 {shown(cap)}")
            yield Hit(reward, ("points",), most, same(shown(given[key])))


@procedure("GCL-INC-008")
def rewarded_within_lot(bundle: Bundle) -> Iterator[Hit]:
    """No more is rewarded, in kg, than was harvested; a lot that is not counted by mass is not compared."""
    rewarded: dict[str, Decimal] = {}
    for reward in documents(bundle, "PurchaseReward"):
        if bundle.active(reward):
            name = reward.tree["lot"]
            rewarded[name] = rewarded.get(name, Decimal(0)) + number(reward.tree["quantity"]).scaleb(-3)
    for name, mass in rewarded.items():
        lot = find(bundle, name, "Lot")
        if lot is None:
            continue
        held = tonnes(lot.tree["quantity"])
        if held is not None and mass > held:
            wanted = Text(f"at least {shown(mass)} t, the goods rewarded", f"至少为已奖励的 {shown(mass)} t")
            yield Hit(lot, ("quantity", "value"), wanted, same(f"{shown(held)} t"))


@procedure("GCL-INC-009")
def avoided_is_no_removal(bundle: Bundle) -> Iterator[Hit]:
    """What a shopper avoids is nothing that a passport, a statement, an allocation or a unit could stand on."""
    for entry in documents(bundle, "CarbonPassport", "RemovalStatement", "RemovalAllocation", "CarbonUnit"):
        for reference in entry.references:
            if find(bundle, reference.target, "PurchaseReward") is not None:
                yield _hit(entry, reference.path, reference.target)
        for member in ("target", "purpose"):
            name = entry.tree.get(member, "")
            if find(bundle, name, "PurchaseReward") is not None:
                yield _hit(entry, (member,), name)


def _hit(entry: Entry, path: tuple[str | int, ...], target: str) -> Hit:
    return Hit(entry, path, Text("no reward of a purchase", "非消费奖励"), same(target))


@procedure("GCL-INC-010")
def subsidy_amount(bundle: Bundle) -> Iterator[Hit]:
    """A subsidy is quantity times rate to the minor unit, and a scheme pays in one currency."""
    paid_in: dict[str, str] = {}
    for subsidy in documents(bundle, "PolicySubsidy"):
        scheme = scheme_of(bundle, subsidy)
        if scheme is None:
            continue
        grant = subsidy.tree["grantAmount"]
        due = Decimal(subsidy.tree["basisQuantity"]) * Decimal(scheme.tree["rate"])
        if abs(number(grant) - due) * tables.number("currency", grant["currency"], "scale") >= 1:
            wanted = same(f"{subsidy.tree['basisQuantity']} * {scheme.tree['rate']} = {shown(due)}")
            yield Hit(subsidy, ("grantAmount", "amount"), wanted, same(grant["amount"]))
        if bundle.active(subsidy):
            currency = paid_in.setdefault(scheme.id, grant["currency"])
            if currency != grant["currency"]:
                yield Hit(subsidy, ("grantAmount", "currency"), same(currency), same(grant["currency"]))


@procedure("GCL-INC-013")
def credited_tonne_not_subsidised(bundle: Bundle) -> Iterator[Hit]:
    """What one scheme has credited is gone for the subsidies of every other."""
    credited: dict[str, dict[str, Decimal]] = {}
    for allocation in documents(bundle, "RemovalAllocation"):
        source = source_of(bundle, allocation)
        statement = unit_statement(bundle, source) if source is not None else None
        if allocation.tree["mode"] == "policy_credited" and statement is not None and bundle.active(allocation):
            shares = credited.setdefault(statement.id, {})
            name = allocation.tree.get("target", "")
            shares[name] = shares.get(name, Decimal(0)) + Decimal(allocation.tree["tonnes"])
    for subsidy in documents(bundle, "PolicySubsidy"):
        scheme = scheme_of(bundle, subsidy)
        if scheme is None or scheme.tree["rateUnit"] != "money_per_tonne" or not bundle.active(subsidy):
            continue
        for reference in subsidy.refers("evidence"):
            statement = find(bundle, reference.target, "RemovalStatement")
            if statement is None or statement.id not in credited:
                continue
            gone = sum((mass for name, mass in credited[statement.id].items() if name != scheme.id), Decimal(0))
            most = Decimal(statement.tree["issuable"]) - gone
            if gone and Decimal(subsidy.tree["basisQuantity"]) > most:
                wanted = Text(
                    f"at most {shown(most)} t: {shown(gone)} t are credited",
                    f"至多 {shown(most)} t：{shown(gone)} t 已核发",
                )
                yield Hit(subsidy, ("basisQuantity",), wanted, same(subsidy.tree["basisQuantity"]))
                break
