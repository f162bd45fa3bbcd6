"""Margin adjustment from the steps of the ratchets, or from the lack of data."""

from __future__ import annotations

from datetime import date

from gclink.calculations._checks import InputError, not_negative, one_of, some
from gclink.calculations._registry import Result, calculation
from gclink.calculations.daycount import days

_COMBINATIONS = ("single", "sum", "worst")
_DAYS_PER_MONTH = 31


def clamp(value: int, floor: int, cap: int) -> int:
    """Return the adjustment cut to its limits; refuses limits that leave no room (GCL-FIN-098)."""
    if floor > 0:
        raise InputError("floorBp", "range", found=str(floor), bound="<= 0")
    not_negative("capBp", cap)
    return max(floor, min(cap, value))


@calculation(
    en="Combined margin adjustment",
    zh="合并利差调整",
    formula="adjustmentBp = max(floorBp, min(capBp, c)) with c = the component (single), the sum (sum) or the highest "
    "component (worst)",
    source=("GCL-FIN-107", "GCL-FIN-098"),
    results=("adjustmentBp",),
)
def combined_adjustment(*, combination: str, components_bp: tuple[int, ...], floor_bp: int, cap_bp: int) -> Result:
    """Join the steps of several KPIs; the limits are applied once, to the joined value."""
    one_of("combination", combination, _COMBINATIONS)
    some("componentsBp", components_bp)
    if combination == "single" and len(components_bp) != 1:
        raise InputError("componentsBp", "count", found=str(len(components_bp)), bound="1 (single)")
    joined = max(components_bp) if combination == "worst" else sum(components_bp)
    return {"adjustmentBp": clamp(joined, floor_bp, cap_bp)}


@calculation(
    en="Adjustment without valid data",
    zh="无有效数据时的调整",
    formula="ageDays = effectiveFrom - lastVerifiedObservation; allowedDays = 31 * observationFrequencyMonths + "
    "observationGraceDays; no_data if there is no observation by effectiveFrom or ageDays > allowedDays; "
    "adjustmentBp = "
    "noDataAdjustmentBp, cut to floorBp..capBp",
    source=("GCL-FIN-108", "GCL-FIN-098"),
    results=("ageDays", "allowedDays", "basis", "adjustmentBp"),
)
def no_data_adjustment(
    *,
    no_data_adjustment_bp: int,
    floor_bp: int,
    cap_bp: int,
    effective_from: date,
    observation_frequency_months: int,
    observation_grace_days: int = 0,
    last_verified_observation: date | None = None,
    observed_adjustment_bp: int | None = None,
) -> Result:
    """Tell whether the last verified observation is still good, and the adjustment that follows.

    ``basis`` is ``observed`` or ``no_data``. With basis observed the adjustment is ``observedAdjustmentBp`` cut to the
    limits, where that was given. An observation after ``effectiveFrom`` does not count.
    """
    not_negative("noDataAdjustmentBp", no_data_adjustment_bp)
    if not 1 <= observation_frequency_months <= 12:
        found = str(observation_frequency_months)
        raise InputError("observationFrequencyMonths", "range", found=found, bound="1..12")
    not_negative("observationGraceDays", observation_grace_days)
    allowed = _DAYS_PER_MONTH * observation_frequency_months + observation_grace_days
    age = None if last_verified_observation is None else days(last_verified_observation, effective_from)
    if age is not None and 0 <= age <= allowed:
        observed = observed_adjustment_bp
        adjustment = None if observed is None else clamp(observed, floor_bp, cap_bp)
        basis = "observed"
    else:
        adjustment, basis = clamp(no_data_adjustment_bp, floor_bp, cap_bp), "no_data"
    return {"ageDays": age, "allowedDays": allowed, "basis": basis, "adjustmentBp": adjustment}
