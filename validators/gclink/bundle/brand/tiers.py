"""What the higher tiers ask of removals and units: real, permanent, of this lot, retired for this claim alone."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from gclink._text import Text
from gclink.bundle._entry import Entry
from gclink.bundle._index import Bundle
from gclink.bundle._registry import Hit, procedure
from gclink.bundle._values import DURABLE, complete, documents, each, find, follow, later, same, shown, unit_statement
from gclink.bundle.removal.allocations import assurance, source_of
from gclink.bundle.removal.lines import lines_of

_REMOVALS = ("removal_nature", "removal_technical")


@procedure("GCL-BRD-016")
def t5_allocations(bundle: Bundle) -> Iterator[Hit]:
    """Carbon-negative is true of these very goods, for good, soon, and with reasonable assurance."""
    for claim in documents(bundle, "Claim"):
        if claim.tree["tier"] != "t5_carbon_negative":
            continue
        widest = Decimal(0)
        for index, allocation in each(bundle, claim.tree, "allocations", "RemovalAllocation"):
            source = source_of(bundle, allocation)
            if source is None:
                continue
            fault = _fault(bundle, claim, allocation, source)
            if fault is not None:
                yield Hit(claim, ("allocations", index), *fault)
            statement = unit_statement(bundle, source)
            if statement is not None:
                widest = max(widest, Decimal(statement.tree["relativeHalfWidth"]))
        stated = claim.tree.get("figures", {}).get("removalHalfWidth")
        if stated is not None and Decimal(stated) < widest:
            yield Hit(claim, ("figures", "removalHalfWidth"), same(f">= {shown(widest)}"), same(stated))


def _fault(bundle: Bundle, claim: Entry, allocation: Entry, source: Entry) -> tuple[Text, Text] | None:
    """Return what an allocation of a t5 claim should be and is, None where it is as it should be."""
    tree, lot = allocation.tree, claim.tree.get("subjectLot")
    durability = source.tree["durabilityClass"]
    if tree["mode"] != "inset":
        return same("inset"), same(tree["mode"])
    if durability not in DURABLE:
        return same("d100 / d200 / d1000"), same(durability)
    if tree.get("target") != lot:
        return same(str(lot)), same(str(tree.get("target")))
    levels = assurance(bundle, source)
    if "reasonable" not in levels:
        found = same(", ".join(sorted(levels))) if levels else Text("not verified", "未核查")
        return Text("a source verified with reasonable assurance", "经合理保证核查的来源"), found
    goods, statement = find(bundle, lot, "Lot"), unit_statement(bundle, source)
    if goods is None or statement is None:
        return None
    by = later(goods.tree["period"]["end"], 12)
    late = max((event.tree["storedOn"] for _, _, event in lines_of(bundle, statement)), default="")
    return (Text(f"stored by {by}", f"不晚于 {by} 封存"), same(late)) if late > by else None


@procedure("GCL-BRD-025")
def t3_units(bundle: Bundle) -> Iterator[Hit]:
    """Units behind carbon neutral are recent removals, retired in time for this claim and this claimant."""
    for claim in documents(bundle, "Claim"):
        if claim.tree["tier"] != "t3_carbon_neutral":
            continue
        start = claim.tree["validity"]["start"]
        for index, unit in each(bundle, claim.tree, "units", "CarbonUnit"):
            tree = unit.tree
            checks = {
                "unitStatus": tree["unitStatus"] == "retired",
                "retiredOn": tree.get("retiredOn", "9999") <= start,
                "beneficiary": tree.get("beneficiary") == claim.tree["claimant"],
                "purpose": tree.get("purpose") == claim.id,
                "vintage": tree["vintage"] >= int(start[:4]) - 5,
                "registryKind": tree["registryKind"] in _REMOVALS,
            }
            wrong = ", ".join(name for name, holds in checks.items() if not holds)
            if wrong:
                wanted = Text("a recent removal retired for this claim", "为本声明注销的近年清除类单位")
                yield Hit(claim, ("units", index), wanted, Text(f"other in {wrong}", f"不符：{wrong}"))


@procedure("GCL-BRD-026")
def units_counted_once(bundle: Bundle) -> Iterator[Hit]:
    """K is the sum of the cited units, and a unit stands behind one claim only."""
    holder: dict[str, str] = {}
    for claim in documents(bundle, "Claim"):
        units = complete(bundle, claim.tree, "units", "CarbonUnit")
        stated = claim.tree.get("figures", {}).get("externalUnits")
        if units is not None and stated is not None:
            total = sum((Decimal(unit.tree["unitCount"]) for unit in units), Decimal(0))
            if Decimal(stated) != total:
                yield Hit(claim, ("figures", "externalUnits"), same(shown(total)), same(stated))
        for reference in claim.refers("units") if bundle.active(claim) else ():
            other = holder.setdefault(reference.target, claim.id)
            if other != claim.id:
                yield Hit(claim, reference.path, Text("a unit of no other claim", "未用于其他声明的单位"), same(other))


@procedure("GCL-BRD-027")
def corresponding_adjustment(bundle: Bundle) -> Iterator[Hit]:
    """A tonne that a host country counts towards its own target is no unit of a claim abroad."""
    for claim in documents(bundle, "Claim"):
        claimant = follow(bundle, claim.tree, "claimant", "Party")
        if claimant is None or claim.tree["tier"] == "contribution":
            continue
        for index, unit in each(bundle, claim.tree, "units", "CarbonUnit"):
            tree = unit.tree
            abroad = tree["hostCountry"] != claimant.tree["country"]
            if abroad and tree["ndcCovered"] == "yes" and tree["caStatus"] != "completed":
                yield Hit(
                    claim, ("units", index), Text("caStatus completed", "caStatus 为 completed"), same(tree["caStatus"])
                )
