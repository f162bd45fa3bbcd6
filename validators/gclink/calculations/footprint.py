"""Totals of a carbon passport, per declared unit."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from gclink.calculations._checks import not_negative
from gclink.calculations._numbers import CO2_PER_C, exact, half_away, ratio
from gclink.calculations._registry import Result, calculation

_TOLERANCE = Fraction(5, 1000)
_FLOOR = Fraction(1, 1000)


def within(declared: Decimal, computed: Decimal) -> bool:
    """Tell whether a declared total agrees: within 0.5 % of its absolute value, or 0.001 where that is more."""
    allowed = max(_TOLERANCE * abs(ratio(declared)), _FLOOR)
    return abs(ratio(declared) - ratio(computed)) <= allowed


@calculation(
    en="Totals of a passport",
    zh="碳排护照合计",
    formula="grossEmissions = fossilGhg + landUseChange + landManagementBiogenicCO2 + biogenicNonCO2; "
    "totalExclUptake = grossEmissions + landManagementRemovals + technologicalRemovals + ccsCapture; "
    "totalInclUptake = totalExclUptake + biogenicUptake",
    source=("GCL-PAS-004", "GCL-PAS-005", "GCL-PAS-006", "GCL-PAS-007", "GCL-PAS-008", "GCL-PAS-010", "GCL-PAS-011"),
    results=("grossEmissions", "totalExclUptake", "totalInclUptake", "violations"),
)
def passport_totals(
    *,
    fossil_ghg: Decimal,
    land_use_change: Decimal,
    land_management_biogenic_co2: Decimal,
    biogenic_non_co2: Decimal,
    land_management_removals: Decimal,
    technological_removals: Decimal,
    ccs_capture: Decimal,
    biogenic_uptake: Decimal | None = None,
    land_management_fossil: Decimal | None = None,
    aircraft: Decimal | None = None,
    packaging: Decimal | None = None,
    outbound_logistics: Decimal | None = None,
    land_carbon_leakage: Decimal | None = None,
) -> Result:
    """Add up the components of a passport, exactly.

    The of-which members (land-management fossil, aircraft, packaging, outbound logistics) are already inside a
    component and the leakage is outside every total: they take no part and are only tested. An absent component is
    never read as zero; without an uptake there is no total that includes it. ``violations`` names the requirements
    on sign and size that the inputs break.
    """
    emissions = (fossil_ghg, land_use_change, land_management_biogenic_co2, biogenic_non_co2)
    sinks = (land_management_removals, technological_removals, ccs_capture)
    parts = (land_management_fossil, aircraft, packaging, outbound_logistics, land_carbon_leakage)
    gross = sum(map(ratio, emissions), Fraction(0))
    excluding = gross + sum(map(ratio, sinks), Fraction(0))
    of_fossil = ratio(land_management_fossil or 0) + ratio(aircraft or 0)
    broken = {
        "GCL-PAS-004": any(value < 0 for value in (*emissions, *(part for part in parts if part is not None))),
        "GCL-PAS-005": any(value > 0 for value in (*sinks, biogenic_uptake or Decimal(0))),
        "GCL-PAS-010": of_fossil > ratio(fossil_ghg),
        "GCL-PAS-011": any(part is not None and ratio(part) > gross for part in (packaging, outbound_logistics)),
    }
    return {
        "grossEmissions": exact(gross),
        "totalExclUptake": exact(excluding),
        "totalInclUptake": None if biogenic_uptake is None else exact(excluding + ratio(biogenic_uptake)),
        "violations": [requirement for requirement, violated in broken.items() if violated],
    }


@calculation(
    en="Check of a declared passport total",
    zh="碳排护照合计核对",
    formula="computed = sum of the seven components; pass if |totalExclUptake - computed| <= max(0.005 * "
    "|totalExclUptake|, 0.001), likewise grossEmissions and totalInclUptake where declared",
    source=("GCL-PAS-006", "GCL-PAS-007", "GCL-PAS-008", "GCL-PAS-009"),
    results=("computed", "verdict", "requirement", "violations", "likelyCause"),
)
def passport_total_check(
    *,
    fossil_ghg: Decimal,
    land_use_change: Decimal,
    land_management_biogenic_co2: Decimal,
    biogenic_non_co2: Decimal,
    land_management_removals: Decimal,
    technological_removals: Decimal,
    ccs_capture: Decimal,
    total_excl_uptake: Decimal,
    biogenic_uptake: Decimal | None = None,
    gross_emissions: Decimal | None = None,
    total_incl_uptake: Decimal | None = None,
    land_management_fossil: Decimal | None = None,
    aircraft: Decimal | None = None,
    packaging: Decimal | None = None,
    outbound_logistics: Decimal | None = None,
    land_carbon_leakage: Decimal | None = None,
) -> Result:
    """Compare declared totals with the sum of their components.

    The of-which members and the leakage are admitted, so that a passport can be given whole, and take no part.
    ``requirement`` is the first one broken, else GCL-PAS-007. ``likelyCause`` is GCL-PAS-009 when the difference is
    the land-management fossil emissions, added a second time (tolerance 0.001).
    """
    del aircraft, packaging, outbound_logistics, land_carbon_leakage
    positive = (fossil_ghg, land_use_change, land_management_biogenic_co2, biogenic_non_co2)
    gross = sum(map(ratio, positive), Fraction(0))
    excluding = gross + sum(map(ratio, (land_management_removals, technological_removals, ccs_capture)), Fraction(0))
    computed = exact(excluding)
    broken: list[str] = []
    if not within(total_excl_uptake, computed):
        broken.append("GCL-PAS-007")
    if gross_emissions is not None and not within(gross_emissions, exact(gross)):
        broken.append("GCL-PAS-006")
    if total_incl_uptake is not None and biogenic_uptake is not None:
        including = exact(ratio(total_excl_uptake) + ratio(biogenic_uptake))
        if not within(total_incl_uptake, including):
            broken.append("GCL-PAS-008")
    doubled = (
        "GCL-PAS-007" in broken
        and land_management_fossil is not None
        and abs(ratio(total_excl_uptake) - excluding - ratio(land_management_fossil)) <= _FLOOR
    )
    return {
        "computed": computed,
        "verdict": "fail" if broken else "pass",
        "requirement": broken[0] if broken else "GCL-PAS-007",
        "violations": list(broken),
        "likelyCause": "GCL-PAS-009" if doubled else None,
    }


@calculation(
    en="Uptake from biogenic carbon content",
    zh="由生物源碳计算生物吸收",
    formula="biogenicUptake = -44/12 * biogenicCarbonContent",
    source=("GCL-PAS-015",),
    results=("biogenicUptake",),
)
def biogenic_uptake(*, biogenic_carbon_content: Decimal) -> Result:
    """Give the CO2 a product has taken up, as a negative number, from the carbon it holds.

    Rounded half away from zero to 12 decimals, since 44/12 does not end.
    """
    not_negative("biogenicCarbonContent", biogenic_carbon_content)
    return {"biogenicUptake": half_away(uptake(ratio(biogenic_carbon_content)))}


def uptake(carbon: Fraction) -> Fraction:
    """Return the uptake (<= 0) behind a mass of biogenic carbon, unrounded."""
    return -CO2_PER_C * carbon
