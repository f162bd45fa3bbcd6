"""The pledge as security: of the creditor alone, registered, over with the debt, sold when it is enforced."""

from __future__ import annotations

from collections.abc import Iterator

from gclink._text import Text
from gclink.bundle._dates import plus
from gclink.bundle._deals import under_profile
from gclink.bundle._entry import Entry
from gclink.bundle._index import Bundle
from gclink.bundle._registry import Hit, procedure
from gclink.bundle._values import find, same
from gclink.bundle.link._pledges import (
    SETTLING_DAYS,
    active_time,
    allocation_of,
    ended_in,
    made_of,
    pledges,
    reached,
    secured_by,
)

#: How each kind of debt ends: machine and state.
_END = {"Facility": ("facility", "closed"), "FinancingTransaction": ("transaction", "settled")}


@procedure("GCL-LNK-038")
def pledgee_is_creditor(bundle: Bundle) -> Iterator[Hit]:
    """The tonnes are pledged to who lends, and no longer than something is owed."""
    for pledge in pledges(bundle):
        debt = secured_by(bundle, pledge)
        if debt is None or not bundle.in_force(pledge):
            continue
        creditors = creditors_of(debt)
        pledgee = pledge.tree["pledgee"]
        known = all(find(bundle, party, "Party") is not None for party in (pledgee, *creditors))
        if known and pledgee not in creditors:
            yield Hit(pledge, ("pledgee",), same(" / ".join(creditors)), same(pledgee))
        over, held = reached(bundle, debt, *_END[debt.type]), active_time(bundle, pledge)
        if over is None or held is None:
            continue
        limit, last = plus(over, SETTLING_DAYS), min(held[1][:10], bundle.day)
        if last > limit:
            wanted = Text(
                f"released by {limit}, {SETTLING_DAYS} days after {over}",
                f"不晚于 {limit} 解押，即 {over} 后 {SETTLING_DAYS} 天",
            )
            yield Hit(pledge, ("state",), wanted, Text(f"active until {last}", f"有效至 {last}"))


def creditors_of(debt: Entry) -> list[str]:
    """Return the lenders of a facility, or the financier of a transaction."""
    if debt.type == "Facility":
        return [share["lender"] for share in debt.tree["lenders"]]
    return [debt.tree["financier"]]


@procedure("GCL-LNK-040")
def pledge_registered(bundle: Bundle) -> Iterator[Hit]:
    """Under profile cn an active pledge stands in a register."""
    for pledge in pledges(bundle):
        debt = secured_by(bundle, pledge)
        if debt is None or "registration" in pledge.tree or not bundle.in_force(pledge):
            continue
        if bundle.state(pledge) == "active" and under_profile(bundle, debt.tree, "cn"):
            yield Hit(pledge, ("registration",), Text("a registration", "登记"), Text("no registration", "未登记"))


@procedure("GCL-LNK-041")
def enforcement(bundle: Bundle) -> Iterator[Hit]:
    """Enforced tonnes are sold in the ledger, all of them, soon, and not back to who pledged them."""
    for pledge in pledges(bundle):
        allocation, day = allocation_of(bundle, pledge), ended_in(bundle, pledge, "enforced")
        if allocation is None or day is None:
            continue
        limit = plus(day, SETTLING_DAYS)
        sales = [made for made in made_of(bundle, allocation) if made.tree["mode"] == "sold"]
        if not sales and bundle.day > limit:
            wanted = Text(f"sold by {limit}", f"不晚于 {limit} 出售")
            yield Hit(pledge, ("allocation",), wanted, Text("no allocation of mode sold", "无出售分配"))
        for sale in sales:
            tree = sale.tree
            if tree["tonnes"] != allocation.tree["tonnes"]:
                yield Hit(sale, ("tonnes",), same(allocation.tree["tonnes"]), same(tree["tonnes"]))
            if tree.get("target") == pledge.tree["pledgor"]:
                wanted = Text("the pledgee or its buyer", "质权人或其指定的买方")
                yield Hit(sale, ("target",), wanted, Text("the pledgor", "出质人"))
            if not day <= tree["period"]["start"] <= limit:
                wanted = Text(f"from {day} to {limit}", f"{day} 至 {limit}")
                yield Hit(sale, ("period", "start"), wanted, same(tree["period"]["start"]))
