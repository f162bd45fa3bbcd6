"""Margin ratchets: intervals of a KPI value, each with its step of the margin."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from gclink.calculations._checks import InputError, one_of, shown, some
from gclink.calculations._registry import Result, calculation

DIRECTIONS = ("lower_is_better", "higher_is_better")


@dataclass(frozen=True, slots=True)
class RatchetStep:
    """One interval; absent lower = minus infinity, absent upper = plus infinity."""

    position: int
    lower_inclusive: bool
    upper_inclusive: bool
    adjustment_bp: int
    lower: Decimal | None = None
    upper: Decimal | None = None

    def holds(self, value: Decimal) -> bool:
        """Tell whether the value lies in the interval; who owns a boundary is data."""
        above = self.lower is None or value > self.lower or (self.lower_inclusive and value == self.lower)
        below = self.upper is None or value < self.upper or (self.upper_inclusive and value == self.upper)
        return above and below


def steps_holding(steps: Sequence[RatchetStep], value: Decimal) -> list[RatchetStep]:
    """Return the steps that contain a value: exactly one in a well-formed ratchet."""
    return [step for step in steps if step.holds(value)]


def ratchet_violations(steps: Sequence[RatchetStep], direction: str) -> list[str]:
    """Return GCL-FIN-096 for gaps and overlaps, GCL-FIN-097 for a step that rewards a worse value."""
    ordered = sorted(steps, key=lambda step: step.position)
    last = len(ordered)
    numbered = [step.position for step in ordered] == list(range(1, last + 1))
    ends = all(
        (step.lower is None) == (step.position == 1) and (step.upper is None) == (step.position == last)
        for step in ordered
    )
    wide = all(step.lower < step.upper for step in ordered if step.lower is not None and step.upper is not None)
    joined = all(
        low.upper is not None and low.upper == high.lower and low.upper_inclusive != high.lower_inclusive
        for low, high in pairwise(ordered)
    )
    sign = 1 if direction == "lower_is_better" else -1
    monotone = all(sign * low.adjustment_bp <= sign * high.adjustment_bp for low, high in pairwise(ordered))
    broken = {"GCL-FIN-096": not (numbered and ends and wide and joined), "GCL-FIN-097": not monotone}
    return [requirement for requirement, violated in broken.items() if violated]


@calculation(
    en="Ratchet step of an observed value",
    zh="观测值所在阶梯档",
    formula="the one step with lower < observedValue < upper, a boundary included where the step says so",
    source=("GCL-FIN-106",),
    results=("stepPosition", "adjustmentBp"),
)
def ratchet_step(
    *, steps: tuple[RatchetStep, ...], observed_value: Decimal, direction: str = "lower_is_better"
) -> Result:
    """Give the step that contains a value and its adjustment; the value is compared as it stands, not rounded.

    A value in no step or in several is an error: such a ratchet breaks GCL-FIN-096.
    """
    some("steps", steps)
    one_of("direction", direction, DIRECTIONS)
    found = steps_holding(steps, observed_value)
    if len(found) != 1:
        raise InputError("observedValue", "steps", found=shown(observed_value), number=str(len(found)))
    return {"stepPosition": found[0].position, "adjustmentBp": found[0].adjustment_bp}


@calculation(
    en="Well-formed ratchet",
    zh="阶梯格式核对",
    formula="positions 1..n; lower absent exactly at 1, upper absent exactly at n; lower < upper; upper(p) = "
    "lower(p+1) "
    "and exactly one of the two owns it; adjustmentBp does not fall (lower_is_better) or rise (higher_is_better)",
    source=("GCL-FIN-096", "GCL-FIN-097"),
    results=("verdict", "violations"),
)
def ratchet_well_formed(*, steps: tuple[RatchetStep, ...], direction: str) -> Result:
    """Tell whether every value lies in exactly one step and no worse value is cheaper."""
    some("steps", steps)
    one_of("direction", direction, DIRECTIONS)
    violations = ratchet_violations(steps, direction)
    return {"verdict": "fail" if violations else "pass", "violations": violations}
