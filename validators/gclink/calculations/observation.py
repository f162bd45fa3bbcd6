"""KPI values from pieces of evidence, and the days their evidence covers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

from gclink.calculations._checks import InputError, after, one_of, positive, some
from gclink.calculations._convert import needed
from gclink.calculations._numbers import half_away, ratio
from gclink.calculations._registry import Result, calculation
from gclink.calculations.daycount import days

AGGREGATIONS = ("quantity_weighted_mean", "sum", "last")
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class ObservationInput:
    """One piece of evidence: its value, its weight and, for aggregation last, its day."""

    value: Decimal
    quantity: Decimal | None = None
    observed_on: date | None = None
    lot: str | None = None


@dataclass(frozen=True, slots=True)
class Span:
    """Days from start to end, both included."""

    start: date
    end: date


def aggregated(aggregation: str, decimals: int, inputs: Sequence[ObservationInput], member: str = "inputs") -> Decimal:
    """Return the aggregate, rounded half away from zero once to so many decimals (GCL-FIN-103)."""
    one_of("aggregation", aggregation, AGGREGATIONS)
    if not 0 <= decimals <= 6:
        raise InputError("decimals", "range", found=str(decimals), bound="0..6")
    some(member, inputs)
    match aggregation:
        case "quantity_weighted_mean":
            total, weight = Fraction(0), Fraction(0)
            for place, part in enumerate(inputs):
                quantity = needed(f"{member}[{place}].quantity", part.quantity)
                positive(f"{member}[{place}].quantity", quantity)
                total += ratio(quantity) * ratio(part.value)
                weight += ratio(quantity)
            return half_away(total / weight, decimals)
        case "sum":
            return half_away(sum((ratio(part.value) for part in inputs), Fraction(0)), decimals)
        case _:
            dated = [
                (needed(f"{member}[{place}].observedOn", part.observed_on, date), part)
                for place, part in enumerate(inputs)
            ]
            latest = max(day for day, _ in dated)
            values = {half_away(ratio(part.value), decimals) for day, part in dated if day == latest}
            if len(values) != 1:
                raise InputError(member, "latest")
            return values.pop()


def uncovered_days(wanted: Span, periods: Sequence[Span]) -> int:
    """Return how many days of a span no period covers; a period that starts the day after another leaves no gap."""
    gap, reached = 0, wanted.start - _DAY
    for period in sorted(periods, key=lambda period: period.start):
        if period.start > wanted.end:
            break
        gap += max(0, days(reached, period.start) - 1)
        reached = max(reached, period.end)
    return gap + max(0, days(reached, wanted.end))


@calculation(
    en="Aggregated observation",
    zh="观测值聚合",
    formula="quantity_weighted_mean: sum(quantity * value)/sum(quantity); sum: sum(value); last: value of the latest "
    "observedOn; rounded once to decimals",
    source=("GCL-FIN-103",),
    results=("value",),
)
def aggregate_observation(
    *, aggregation: str = "quantity_weighted_mean", decimals: int, inputs: tuple[ObservationInput, ...]
) -> Result:
    """Give the value of a KPI observation.

    Aggregation sum adds the values without weights. Two inputs of the latest day have to agree after rounding.
    """
    return {"value": aggregated(aggregation, decimals, inputs)}


@calculation(
    en="Coverage of an observation period",
    zh="观测期覆盖核对",
    formula="gapDays = days of observationPeriod that lie in none of referencePeriods, both ends of a period included; "
    "pass if 0",
    source=("GCL-LNK-056",),
    results=("gapDays", "verdict"),
)
def period_coverage(*, observation_period: Span, reference_periods: tuple[Span, ...]) -> Result:
    """Tell whether the reference periods of the passports cover the observation period without a gap."""
    after("observationPeriod.end", observation_period.end, observation_period.start, or_equal=True)
    for place, period in enumerate(reference_periods):
        after(f"referencePeriods[{place}].end", period.end, period.start, or_equal=True)
    gap = uncovered_days(observation_period, reference_periods)
    return {"gapDays": gap, "verdict": "fail" if gap else "pass"}
