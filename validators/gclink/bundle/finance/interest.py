"""Interest that is paid afterwards: every day once, on what is owed, at the rate of the day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from fractions import Fraction

from gclink._text import Text
from gclink.bundle._dates import OPEN_END, plus
from gclink.bundle._deals import Deal, Payment, deals, first_into, payments
from gclink.bundle._index import Bundle
from gclink.bundle._registry import Hit, procedure
from gclink.bundle._values import Tree, find, once, same, shown
from gclink.bundle._words import amount, money
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
        stated = tree["interestPart"]  # another currency than that of the transaction is GCL-FIN-079
        due, told = _interest(tree["interestPeriods"], paid.tree["pricing"]["dayCount"], stated["currency"])
        if due != amount(stated):
            yield Hit(entry, ("interestPart", "amount"), same(f"{shown(due)} = {told}"), same(stated["amount"]))


def _interest(periods: list[Tree], count: str, currency: str) -> tuple[Decimal, str]:
    """Return the interest of all periods, and how it comes about."""
    total, told, basis = Fraction(0), [], 1
    for period in sorted(periods, key=lambda period: str(period["fromDate"])):
        part = year_fraction_of(_day(period["fromDate"]), _day(period["untilDate"]), count)
        balance, rate, basis = period["principalBalance"]["amount"], period["rate"], part.basis
        total += Fraction(balance) * Fraction(rate) * part.units
        told.append(f"{balance} x {rate} x {part.units}")
    return to_minor(total / basis, currency), f"({' + '.join(told)}) / {basis}"


def _day(text: str) -> date:
    return date.fromisoformat(text)


@procedure("GCL-FIN-075")
def interest_covers(bundle: Bundle) -> Iterator[Hit]:
    """The periods of all payments cover every day once, each with the balance and the rate of its days."""
    for deal in bundle.shared(deals).values():
        pricing = deal.entry.tree["pricing"]
        if deal.state == "settled" and pricing["discountMethod"] == "interest_in_arrears":
            told = _first_fault(bundle, deal, _Rates(bundle, deal, pricing))
            if told is not None:
                yield Hit(deal.entry, ("pricing",), *told)


def _first_fault(bundle: Bundle, deal: Deal, rates: _Rates) -> tuple[Text, Text] | None:
    found = payments(bundle, deal.entry.id)
    periods = [(payment, period) for payment in found for period in payment.entry.tree.get("interestPeriods", ())]
    periods.sort(key=lambda pair: (pair[1]["fromDate"], pair[1]["untilDate"]))
    reached, owed, booked = deal.start, deal.financed, 0
    for payment, period in periods:
        start, end, balance = period["fromDate"], period["untilDate"], period["principalBalance"]
        place = f"{payment.entry.id}, {start} - {end}"
        if start != reached or end < start:
            return Text(f"a period from {reached}", f"自 {reached} 起的区间"), same(place)
        while booked < len(found) and found[booked].day <= start:
            owed, booked = owed - found[booked].principal, booked + 1
        if (amount(balance), balance["currency"]) != (owed, deal.currency):
            due = f"{shown(owed)} {deal.currency}"
            wanted = Text(f"a balance of {due} from {start}", f"{start} 起余额 {due}")
            return wanted, same(f"{money(balance)}: {place}")
        cut = _paid_before(end, found, booked)
        if cut is not None:
            return Text(f"a new period from {cut}, when principal is paid", f"{cut} 还本，应起新区间"), same(place)
        if Decimal(period["rate"]) != rates.on(start):
            due = shown(rates.on(start))
            return Text(f"{due} from {start}", f"{start} 起为 {due}"), same(f"{period['rate']}: {place}")
        turn = rates.turn_within(start, end)
        if turn is not None:
            return Text(f"a new period from {turn}, when the rate changes", f"{turn} 利率变更，应起新区间"), same(place)
        reached = end
    last = max((payment.day for payment in found), default=deal.start)
    return (Text(f"periods up to {last}", f"区间至 {last}"), same(reached)) if reached != last else None


def _paid_before(end: str, found: list[Payment], booked: int) -> str | None:
    """Return the day before an end on which principal is paid that is not booked yet."""
    while booked < len(found) and found[booked].day < end:
        if found[booked].principal:
            return found[booked].day
        booked += 1
    return None


class _Rates:
    """The rate of a transaction on each day: its pricing, until an adjustment that takes effect later replaces its own.

    On the valueDate the pricing holds (GCL-FIN-065, 066). An adjustment aimed at the transaction goes before one aimed
    at its facility; a reversed one ends with its reversal, and the pricing holds again.
    """

    def __init__(self, bundle: Bundle, deal: Deal, pricing: Tree) -> None:
        self._pricing = pricing
        known = bundle.shared(_adjustments)
        steps = [step for target in (deal.entry.id, deal.facility) for step in known.get(target, ())]
        self._steps = [step for step in steps if step[0] > deal.start]

    def on(self, day: str) -> Decimal:
        """Return the all-in rate of a day."""
        pricing = self._pricing
        points = next((bp for first, last, bp in self._steps if first <= day <= last), pricing["adjustmentBp"])
        rate = Decimal(pricing["baseRate"]["value"]) + Decimal(pricing["marginBp"] + points).scaleb(-4)
        return max(rate, Decimal(pricing["floorRate"])) if "floorRate" in pricing else rate

    def turn_within(self, start: str, end: str) -> str | None:
        """Return the first day strictly inside a period on which the rate is another one."""
        turns = {day for first, last, _ in self._steps for day in (first, plus(last, 1)) if start < day < end}
        return next((day for day in sorted(turns) if self.on(day) != self.on(start)), None)


def _adjustments(bundle: Bundle) -> dict[str | None, list[tuple[str, str, int]]]:
    """Return first day, last day and points of each adjustment in force, by target, the latest first."""
    index: dict[str | None, list[tuple[str, str, str, int]]] = {}
    for entry in once(bundle.of("MarginAdjustment")):
        if not bundle.in_force(entry):
            continue
        tree = entry.tree
        reversed_at = first_into(bundle, entry, ("reversed",))
        last = min(tree["effectiveTo"], plus(reversed_at, -1) if reversed_at is not None else OPEN_END)
        first, points = tree["effectiveFrom"], tree["adjustmentBp"]
        if first <= last and tree["state"] != "reversed":
            index.setdefault(tree["appliesTo"], []).append((first, entry.id, last, points))
    return {
        target: [(first, last, points) for first, _, last, points in sorted(steps, reverse=True)]
        for target, steps in index.items()
    }
