"""What is owed on a facility, day by day: never more than its limits, and nothing when it closes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from decimal import Decimal

from gclink._text import Text
from gclink.bundle._dates import OPEN_END
from gclink.bundle._deals import Deal, items, of_facility, payments, repaid
from gclink.bundle._entry import Entry
from gclink.bundle._index import Bundle
from gclink.bundle._registry import Hit, procedure
from gclink.bundle._values import Tree, once, same, shown
from gclink.bundle._words import amount, at_most, money


def outstanding(bundle: Bundle, deals: Iterable[Deal]) -> list[tuple[str, Decimal]]:
    """Return the principal owed at the end of each day on which it changes.

    Payments of a day are booked before the fundings of that day, so that only the end of a day counts.
    """
    changes: dict[str, Decimal] = defaultdict(Decimal)
    for deal in deals:
        changes[deal.start] += deal.financed
        for payment in payments(bundle, deal.entry.id):
            changes[payment.day] -= payment.principal
    owed, found = Decimal(0), []
    for day in sorted(changes):
        owed += changes[day]
        found.append((day, owed))
    return found


def _exceeded(bundle: Bundle, deals: list[Deal], limit: Tree) -> Text | None:
    """Say on which day the principal owed is first above a limit, None where it never is."""
    most = amount(limit)
    over = [(day, owed) for day, owed in outstanding(bundle, deals) if owed > most]
    if not over:
        return None
    day, owed = over[0]
    others = Text(f", and on {len(over) - 1} days after it", f"，其后另有 {len(over) - 1} 日") if over[1:] else same("")
    currency = limit["currency"]
    return Text(
        f"outstanding on {day} is {shown(owed)} {currency}{others.en}",
        f"{day} 未偿余额为 {shown(owed)} {currency}{others.zh}",
    )


@procedure("GCL-FIN-060")
def outstanding_within_limit(bundle: Bundle) -> Iterator[Hit]:
    """What is owed on a facility stays within its limit every day, counted in the currency of the limit."""
    for facility in once(bundle.of("Facility")):
        limit = facility.tree["limit"]
        deals = of_facility(bundle, facility.id)
        for deal in deals:
            if deal.currency != limit["currency"]:
                place = ("financedAmount", "currency")
                yield Hit(deal.entry, place, same(limit["currency"]), same(deal.currency))
        found = _exceeded(bundle, [deal for deal in deals if deal.currency == limit["currency"]], limit)
        if found is not None:
            yield Hit(facility, ("limit",), at_most(money(limit)), found)


@procedure("GCL-FIN-061")
def sub_limits(bundle: Bundle) -> Iterator[Hit]:
    """What is owed by one debtor, or on one product, stays within the sub-limit."""
    for facility in once(bundle.of("Facility")):
        tree = facility.tree
        for index, part in enumerate(tree.get("subLimits", ())):
            place, limit = ("subLimits", index, "limit"), part["limit"]
            if limit["currency"] != tree["limit"]["currency"]:
                yield Hit(facility, (*place, "currency"), same(tree["limit"]["currency"]), same(limit["currency"]))
                continue
            found = _exceeded(bundle, [d for d in of_facility(bundle, facility.id) if _under(bundle, d, part)], limit)
            if found is not None:
                yield Hit(facility, place, at_most(money(limit)), found)


def _under(bundle: Bundle, deal: Deal, part: Tree) -> bool:
    """Whether a transaction counts under a sub-limit: by its obligor, or by a goods line of the product."""
    tree = deal.entry.tree
    if deal.currency != part["limit"]["currency"]:
        return False
    if "obligor" in part:
        return bool(tree.get("obligor") == part["obligor"])
    lines = (line for _, asset, _ in items(bundle, tree) for line in asset.tree.get("goodsLines", ()))
    return any(line["product"] == part.get("product") for line in lines)


@procedure("GCL-FIN-062")
def non_revolving(bundle: Bundle) -> Iterator[Hit]:
    """A limit that is granted once is used once."""
    for facility in once(bundle.of("Facility")):
        tree = facility.tree
        deals = [d for d in of_facility(bundle, facility.id) if d.currency == tree["limit"]["currency"]]
        drawn = sum((deal.financed for deal in deals), Decimal(0))
        if not tree["revolving"] and drawn > amount(tree["limit"]):
            told = " + ".join(shown(deal.financed) for deal in deals[:5]) + (" + ..." if deals[5:] else "")
            yield Hit(facility, ("limit",), at_most(money(tree["limit"])), same(f"{told} = {shown(drawn)}"))


@procedure("GCL-FIN-119")
def closed_means_empty(bundle: Bundle) -> Iterator[Hit]:
    """A facility closes when nothing is owed on it."""
    for facility in once(bundle.of("Facility")):
        if bundle.state(facility) != "closed":
            continue
        day = _closed_on(bundle, facility)
        owed = {d.entry.id: d.financed - _back(bundle, d, day) for d in of_facility(bundle, facility.id)}
        total = sum(owed.values(), Decimal(0))
        if any(owed.values()):
            names = ", ".join(name for name, rest in owed.items() if rest)
            wanted = same("0") if day == OPEN_END else Text(f"0 on {day}", f"{day} 为 0")
            yield Hit(
                facility, ("state",), wanted, Text(f"{shown(total)} owed on {names}", f"{names} 尚欠 {shown(total)}")
            )


def _back(bundle: Bundle, deal: Deal, day: str) -> Decimal:
    """Return what is back; the early payment of dynamic discounting is never owed."""
    return deal.financed if deal.technique == "dynamic_discounting" else repaid(bundle, deal.entry.id, day)


def _closed_on(bundle: Bundle, facility: Entry) -> str:
    events = (event.tree for event in bundle.events(facility.id, "facility"))
    return next((event["effectiveAt"][:10] for event in events if event["toState"] == "closed"), OPEN_END)
