"""Running sums against a limit: principal of a facility, quantity of a lot."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from fractions import Fraction

from gclink.calculations._checks import after, not_negative, one_of, positive
from gclink.calculations._numbers import exact, ratio
from gclink.calculations._registry import Result, calculation


@dataclass(frozen=True, slots=True)
class FacilityEvent:
    """A payment out (``funding``) or principal coming back (``principal``) on one day."""

    day: date = field(metadata={"json": "date"})
    kind: str
    amount: Decimal


@dataclass(frozen=True, slots=True)
class Holding:
    """Quantity of a lot held by one transaction from its value date (counts) to its closing (does not)."""

    quantity: Decimal
    value_date: date
    closed_on: date | None = None


def running(changes: Mapping[date, Fraction], start: Fraction = Fraction(0)) -> list[tuple[date, Fraction]]:
    """Return the sum at the end of each day on which it changes.

    That is also the highest sum of the day, because what comes back is booked before what goes out.
    """
    trace, total = [], start
    for day in sorted(changes):
        total += changes[day]
        trace.append((day, total))
    return trace


@calculation(
    en="Outstanding of a facility over time",
    zh="额度未偿余额走势",
    formula="per day: outstanding = outstanding before - principal + funding, repayments booked first; breach where it "
    "exceeds limit",
    source=("GCL-FIN-060", "GCL-FIN-062", "GCL-FIN-079"),
    results=("trace", "breachDates", "verdict", "violations"),
)
def outstanding_over_time(
    *,
    limit: Decimal,
    events: tuple[FacilityEvent, ...],
    outstanding_before: Decimal = Decimal(0),
    revolving: bool = True,
) -> Result:
    """Follow the outstanding of a facility day by day.

    ``violations``: GCL-FIN-060 where a day exceeds the limit, GCL-FIN-062 where a facility that is not revolving paid
    out more than its limit in all, GCL-FIN-079 where more principal came back than was owed.
    """
    positive("limit", limit)
    not_negative("outstandingBefore", outstanding_before)
    changes: dict[date, Fraction] = defaultdict(Fraction)
    funded = ratio(outstanding_before)
    for place, event in enumerate(events):
        one_of(f"events[{place}].kind", event.kind, ("funding", "principal"))
        not_negative(f"events[{place}].amount", event.amount)
        funding = event.kind == "funding"
        changes[event.day] += ratio(event.amount) if funding else -ratio(event.amount)
        funded += ratio(event.amount) if funding else 0
    trace = running(changes, ratio(outstanding_before))
    breaches = [day for day, total in trace if total > ratio(limit)]
    broken = {
        "GCL-FIN-060": bool(breaches),
        "GCL-FIN-062": not revolving and funded > ratio(limit),
        "GCL-FIN-079": any(total < 0 for _, total in trace),
    }
    violations = [requirement for requirement, violated in broken.items() if violated]
    return {
        "trace": [{"date": day, "outstanding": exact(total)} for day, total in trace],
        "breachDates": list(breaches),
        "verdict": "fail" if violations else "pass",
        "violations": violations,
    }


@calculation(
    en="Holdings of a lot",
    zh="批次占用核对",
    formula="on every day a holding opens or closes: sum of quantities with valueDate <= day < closedOn <= lotQuantity",
    source=("GCL-LNK-026",),
    results=("breachDates", "verdict"),
)
def lot_holdings(*, lot_quantity: Decimal, holdings: tuple[Holding, ...]) -> Result:
    """Tell whether all transactions together hold more of a lot than there is.

    Intervals are half open: a lot released on a day can be financed again on that day. ``breachDates`` are the days of
    opening or closing on which too much is held; a holding without ``closedOn`` stays open.
    """
    positive("lotQuantity", lot_quantity)
    changes: dict[date, Fraction] = defaultdict(Fraction)
    for place, holding in enumerate(holdings):
        positive(f"holdings[{place}].quantity", holding.quantity)
        changes[holding.value_date] += ratio(holding.quantity)
        if holding.closed_on is not None:
            after(f"holdings[{place}].closedOn", holding.closed_on, holding.value_date, or_equal=True)
            changes[holding.closed_on] -= ratio(holding.quantity)
    breaches = [day for day, total in running(changes) if total > ratio(lot_quantity)]
    return {"breachDates": list(breaches), "verdict": "fail" if breaches else "pass"}
