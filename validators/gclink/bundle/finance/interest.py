"""Interest that is paid afterwards: every day once, on what is owed, at the rate of the day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from fractions import Fraction

from gclink._text import Text
from gclink.bundle._dates import OPEN_END, plus
from gclink.bundle._deals import deals, payments, repaid
from gclink.bundle._entry import Entry
from gclink.bundle._index import Bundle
from gclink.bundle._registry import Hit, procedure
from gclink.bundle._values import Tree, find, once, same, shown
from gclink.bundle._words import amount
from gclink.calculations.daycount import year_fraction_of
from gclink.calculations.money import to_minor


@procedure("GCL-FIN-073")
def interest_amount(bundle: Bundle) -> Iterator[Hit]:
    """Interest is the sum over the periods of balance, rate and part of a year, rounded once."""
    for entry in once(bundle.of("Settlement")):
        tree = entry.tree
        paid = find(bundle, tree["transaction"], "FinancingTransaction")
        if paid is None or "interestPeriods" not in tree:
            continue
        count, currency = paid.tree["pricing"]["dayCount"], tree["interestPart"]["currency"]
        total, told, basis = Fraction(0), [], 0
        for period in tree["interestPeriods"]:
            part = year_fraction_of(_day(period["fromDate"]), _day(period["untilDate"]), count)
            balance = period["principalBalance"]["amount"]
            total += Fraction(balance) * Fraction(period["rate"]) * part.units
            told.append(f"{balance} x {period['rate']} x {part.units}")
            basis = part.basis
        due = to_minor(total / basis, currency)
        if due != amount(tree["interestPart"]):
            wanted = f"{shown(due)} = ({' + '.join(told)}) / {basis}"
            yield Hit(entry, ("interestPart", "amount"), same(wanted), same(tree["interestPart"]["amount"]))


def _day(text: str) -> date:
    return date.fromisoformat(text)


@procedure("GCL-FIN-075")
def interest_covers(bundle: Bundle) -> Iterator[Hit]:
    """The periods of all payments cover every day once, each with the balance and the rate of its days."""
    for deal in bundle.shared(deals).values():
        tree = deal.entry.tree
        if deal.state == "settled" and tree["pricing"]["discountMethod"] == "interest_in_arrears":
            told = _first_fault(bundle, deal.entry, tree, deal.financed)
            if told is not None:
                yield Hit(deal.entry, ("pricing",), *told)


def _first_fault(bundle: Bundle, entry: Entry, tree: Tree, financed: Decimal) -> tuple[Text, Text] | None:
    found = payments(bundle, entry.id)
    last = max((payment.day for payment in found), default=tree["valueDate"])
    periods = [(payment, period) for payment in found for period in payment.entry.tree.get("interestPeriods", ())]
    periods.sort(key=lambda pair: (pair[1]["fromDate"], pair[1]["untilDate"]))
    rates, reached = _Rates(bundle, entry, tree["pricing"]), tree["valueDate"]
    for payment, period in periods:
        start, end = period["fromDate"], period["untilDate"]
        place = f"{payment.entry.id}, {start} - {end}"
        if start != reached:
            return Text(f"a period from {reached}", f"自 {reached} 起的区间"), same(place)
        owed = financed - repaid(bundle, entry.id, start)
        if amount(period["principalBalance"]) != owed:
            balance = period["principalBalance"]["amount"]
            return (
                Text(f"a balance of {shown(owed)} from {start}", f"{start} 起余额 {shown(owed)}"),
                same(f"{balance}: {place}"),
            )
        cut = next((p.day for p in found if p.principal and start < p.day < end), None)
        if cut is not None:
            return Text(f"a new period from {cut}, when principal is paid", f"{cut} 还本，应起新区间"), same(place)
        rate = rates.on(start)
        if Decimal(period["rate"]) != rate:
            return Text(f"{shown(rate)} from {start}", f"{start} 起为 {shown(rate)}"), same(
                f"{period['rate']}: {place}"
            )
        turn = rates.turn_within(start, end)
        if turn is not None:
            return Text(f"a new period from {turn}, when the rate changes", f"{turn} 利率变更，应起新区间"), same(place)
        reached = end
    if reached != last:
        return Text(f"periods up to {last}", f"区间至 {last}"), same(reached)
    return None


class _Rates:
    """The rate of a transaction on each day: base and margin are its own, the adjustment is the one that applies.

    An adjustment aimed at the transaction goes before one aimed at its facility; a reversed one ends with its reversal.
    """

    def __init__(self, bundle: Bundle, entry: Entry, pricing: Tree) -> None:
        self._pricing = pricing
        targets = [entry.id, entry.tree.get("facility")]
        self._steps = [
            step for target in targets if target is not None for step in bundle.shared(_adjustments).get(target, ())
        ]

    def on(self, day: str) -> Decimal:
        """Return the all-in rate of a day."""
        pricing = self._pricing
        points = next((bp for start, end, bp in self._steps if start <= day <= end), pricing["adjustmentBp"])
        rate = Decimal(pricing["baseRate"]["value"]) + Decimal(pricing["marginBp"] + points).scaleb(-4)
        return max(rate, Decimal(pricing["floorRate"])) if "floorRate" in pricing else rate

    def turn_within(self, start: str, end: str) -> str | None:
        """Return the first day strictly inside a period on which the rate is another one."""
        turns = {day for first, last, _ in self._steps for day in (first, plus(last, 1)) if start < day < end}
        return next((day for day in sorted(turns) if self.on(day) != self.on(start)), None)


def _adjustments(bundle: Bundle) -> dict[str, list[tuple[str, str, int]]]:
    """Return first day, last day and points of each adjustment in force, by target, the latest first."""
    index: dict[str, list[tuple[str, str, int]]] = {}
    for entry in once(bundle.of("MarginAdjustment")):
        if not bundle.in_force(entry):
            continue
        tree = entry.tree
        events = (event.tree for event in bundle.events(entry.id, "margin_adjustment"))
        reversed_on = next((e["effectiveAt"][:10] for e in events if e["toState"] == "reversed"), OPEN_END)
        last = min(tree["effectiveTo"], plus(reversed_on, -1) if reversed_on != OPEN_END else OPEN_END)
        if tree["effectiveFrom"] <= last and tree["state"] != "reversed":
            index.setdefault(tree["appliesTo"], []).append((tree["effectiveFrom"], last, tree["adjustmentBp"]))
    for steps in index.values():
        steps.sort(reverse=True)
    return index
