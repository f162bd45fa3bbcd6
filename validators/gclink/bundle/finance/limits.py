"""What is owed on a facility, day by day: never more than its limits, and nothing when it closes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from decimal import Decimal

from gclink._text import Text
from gclink.bundle._dates import OPEN_END
from gclink.bundle._deals import Deal, first_into, items, of_facility, payments, repaid
from gclink.bundle._entry import Entry
from gclink.bundle._index import Bundle
from gclink.bundle._registry import Hit, procedure
from gclink.bundle._values import Tree, find, once, same, shown
from gclink.bundle._words import amount, at_most, money, together


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
    rest = len(over) - 1
    later = "on one day after it" if rest == 1 else f"on {rest} days after it"
    others = Text(f", and above the limit {later}", f"，其后另有 {rest} 日超额") if rest else same("")
    currency = limit["currency"]
    return Text(
        f"outstanding on {day} is {shown(owed)} {currency}{others.en}",
        f"{day} 未偿余额为 {shown(owed)} {currency}{others.zh}",
    )


def drawings(bundle: Bundle, facility: Entry) -> list[Deal]:
    """Return what was drawn on a facility in the currency of its limit; the others are a fault of their own."""
    currency = facility.tree["limit"]["currency"]
    return [deal for deal in of_facility(bundle, facility.id) if deal.currency == currency]


@procedure("GCL-FIN-060")
def outstanding_within_limit(bundle: Bundle) -> Iterator[Hit]:
    """What is owed on a facility stays within its limit every day, counted in the currency of the limit."""
    for facility in once(bundle.of("Facility")):
        limit = facility.tree["limit"]
        for deal in of_facility(bundle, facility.id):
            if deal.currency != limit["currency"]:
                place = ("financedAmount", "currency")
                yield Hit(deal.entry, place, same(limit["currency"]), same(deal.currency))
        found = _exceeded(bundle, drawings(bundle, facility), limit)
        if found is not None:
            yield Hit(facility, ("limit",), at_most(money(limit)), found)


@procedure("GCL-FIN-061")
def sub_limits(bundle: Bundle) -> Iterator[Hit]:
    """What is owed by one debtor, or on one product, stays within the sub-limit."""
    for facility in once(bundle.of("Facility")):
        tree = facility.tree
        if "subLimits" not in tree:
            continue
        currency, counted = tree["limit"]["currency"], _by_part(bundle, facility)
        for index, part in enumerate(tree["subLimits"]):
            place, limit = ("subLimits", index, "limit"), part["limit"]
            if limit["currency"] != currency:
                yield Hit(facility, (*place, "currency"), same(currency), same(limit["currency"]))
                continue
            of_part = counted.get(part["obligor"] if "obligor" in part else part.get("product"), [])
            found = _exceeded(bundle, of_part, limit)
            if found is not None:
                yield Hit(facility, place, at_most(money(limit)), found)


def _by_part(bundle: Bundle, facility: Entry) -> dict[str | None, list[Deal]]:
    """Return the transactions of a facility by what a sub-limit can name: obligor, product of a line or of stock."""
    found: dict[str | None, list[Deal]] = {}
    for deal in drawings(bundle, facility):
        tree = deal.entry.tree
        names = {tree["obligor"]} if "obligor" in tree else set()
        for _, asset, _ in items(bundle, tree):
            names.update(line["product"] for line in asset.tree.get("goodsLines", ()))
            stocked = (find(bundle, part["lot"], "Lot") for part in asset.tree.get("lots", ()))
            names.update(lot.tree["product"] for lot in stocked if lot is not None)
        for name in names:
            found.setdefault(name, []).append(deal)
    return found


@procedure("GCL-FIN-062")
def non_revolving(bundle: Bundle) -> Iterator[Hit]:
    """A limit that is granted once is used once."""
    for facility in once(bundle.of("Facility")):
        tree = facility.tree
        deals = drawings(bundle, facility)
        drawn = sum((deal.financed for deal in deals), Decimal(0))
        if not tree["revolving"] and drawn > amount(tree["limit"]):
            told = " + ".join(shown(deal.financed) for deal in deals[:5]) + (" + ..." if deals[5:] else "")
            found = f"{told} = {shown(drawn)}" if deals[1:] else shown(drawn)
            yield Hit(facility, ("limit",), at_most(money(tree["limit"])), same(found))


@procedure("GCL-FIN-119")
def closed_means_empty(bundle: Bundle) -> Iterator[Hit]:
    """A facility closes when nothing is owed on it."""
    for facility in once(bundle.of("Facility")):
        if bundle.state(facility) != "closed":
            continue
        day = _closed_on(bundle, facility)
        rest = {
            deal.entry.id: deal.financed - _back(bundle, deal, day)
            for deal in of_facility(bundle, facility.id)
            if deal.start <= day
        }
        told = [f"{shown(owed)} ({name})" for name, owed in rest.items() if owed > 0]
        if told:
            wanted = same("0") if day == OPEN_END else Text(f"0 on {day}", f"{day} 为 0")
            owed = together(told)
            yield Hit(facility, ("state",), wanted, Text(f"owed: {owed.en}", f"尚欠：{owed.zh}"))


def _back(bundle: Bundle, deal: Deal, day: str) -> Decimal:
    """Return what is back; the early payment of dynamic discounting is never owed."""
    return deal.financed if deal.technique == "dynamic_discounting" else repaid(bundle, deal.entry.id, day)


def _closed_on(bundle: Bundle, facility: Entry) -> str:
    closed = first_into(bundle, facility, ("closed",))
    return closed[:10] if closed is not None else OPEN_END
