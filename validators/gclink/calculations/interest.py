"""Interest paid afterwards, over intervals of one balance and one rate."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

from gclink.calculations._checks import after, not_negative, some
from gclink.calculations._numbers import exact, ratio
from gclink.calculations._registry import Result, calculation
from gclink.calculations.daycount import year_fraction_of
from gclink.calculations.money import to_minor


@dataclass(frozen=True, slots=True)
class InterestPeriod:
    """Days with one balance and one rate; ``from`` counts, ``until`` does not."""

    position: int
    from_date: date = field(metadata={"json": "from"})
    until_date: date = field(metadata={"json": "until"})
    balance: Decimal
    rate: Decimal


@calculation(
    en="Interest in arrears",
    zh="后付利息",
    formula="interestPart = hu(sum of balance * rate * YF(from, until, dayCount)), rounded once; "
    "wrongIfRoundedPerPeriod = "
    "sum of the periods rounded one by one",
    source=("GCL-FIN-007", "GCL-FIN-073", "GCL-FIN-074"),
    results=("interestPart", "wrongIfRoundedPerPeriod", "violations"),
)
def interest_in_arrears(*, currency: str, day_count: str, interest_periods: tuple[InterestPeriod, ...]) -> Result:
    """Give the interest of a settlement.

    ``wrongIfRoundedPerPeriod`` is the common mistake, shown for comparison. ``violations`` holds GCL-FIN-074 if the
    positions are not 1..n or a period does not start where the one before ends.
    """
    some("interestPeriods", interest_periods)
    total, rounded = Fraction(0), Fraction(0)
    ordered = sorted(interest_periods, key=lambda period: period.position)
    for place, period in enumerate(ordered):
        after(f"interestPeriods[{place}].until", period.until_date, period.from_date)
        not_negative(f"interestPeriods[{place}].balance", period.balance)
        part = year_fraction_of(period.from_date, period.until_date, day_count).fraction
        interest = ratio(period.balance) * ratio(period.rate) * part
        total += interest
        rounded += ratio(to_minor(interest, currency))
    numbered = [period.position for period in ordered] == list(range(1, len(ordered) + 1))
    joined = all(later.from_date == earlier.until_date for earlier, later in pairwise(ordered))
    return {
        "interestPart": to_minor(total, currency),
        "wrongIfRoundedPerPeriod": exact(rounded),
        "violations": [] if numbered and joined else ["GCL-FIN-074"],
    }
