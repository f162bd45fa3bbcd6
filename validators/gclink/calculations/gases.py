"""Emissions of single gases, weighted with the warming potentials of table ``gwp100-v1``."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from gclink.calculations._checks import fraction, not_negatives, one_of, positive
from gclink.calculations._numbers import N2O_PER_N, half_away, ratio
from gclink.calculations._registry import Result, calculation
from gclink.tables import number, table

_MJ_PER_TJ = 1_000_000


def gwp_sets() -> tuple[str, ...]:
    """Return the codes of the sets of warming potentials."""
    return tuple(column for column in table("gwp100-v1").columns if column != "gas")


def gwp(gas: str, gwp_set: str) -> Fraction:
    """Return a warming potential over 100 years, kg CO2e per kg; refuses an unknown set."""
    one_of("gwpSet", gwp_set, gwp_sets())
    return ratio(number("gwp100-v1", gas, gwp_set))


def field_n2o(nitrogen: Decimal, emission_factor: Decimal) -> Fraction:
    """Return the mass of N2O from a mass of nitrogen, of which the factor leaves as N2O-N."""
    not_negatives(nitrogen_kg_per_ha=nitrogen)
    fraction("emissionFactor", emission_factor)
    return ratio(nitrogen) * ratio(emission_factor) * N2O_PER_N


@calculation(
    en="Direct nitrous oxide of an orchard",
    zh="果园直接氧化亚氮排放",
    formula="n2o = nitrogen * emissionFactor * 44/28; kgCO2e = n2o * GWP(n2o) of AR5 and AR6; per kg = kgCO2e / yield",
    source=("table gwp100-v1", "GCL-PAS-042"),
    results=("n2o_kg_per_ha", "ar5_kgCO2e_per_ha", "ar6_kgCO2e_per_ha", "ar5_kgCO2e_per_kg", "ar6_kgCO2e_per_kg"),
)
def orchard_n2o(
    *, nitrogen_kg_per_ha: Decimal, emission_factor: Decimal, yield_t_per_ha: Decimal | None = None
) -> Result:
    """Give the direct N2O of applied nitrogen per hectare, and per kilogram of fruit where the yield is known."""
    mass = field_n2o(nitrogen_kg_per_ha, emission_factor)
    result: Result = {"n2o_kg_per_ha": half_away(mass)}
    for name in gwp_sets():
        result[f"{name.lower()}_kgCO2e_per_ha"] = half_away(mass * gwp("n2o", name))
    if yield_t_per_ha is not None:
        positive("yield_t_per_ha", yield_t_per_ha)
        for name in gwp_sets():
            per_kg = mass * gwp("n2o", name) / (ratio(yield_t_per_ha) * 1000)
            result[f"{name.lower()}_kgCO2e_per_kg"] = half_away(per_kg)
    return result


@calculation(
    en="Methane and nitrous oxide of burning wood",
    zh="木柴燃烧的甲烷与氧化亚氮排放",
    formula="energy_MJ = wood_kg * ncv; ch4 = energy/10^6 * ch4_kg_per_TJ * GWP(ch4 of its origin); "
    "n2o = energy/10^6 * n2o_kg_per_TJ * GWP(n2o); total = ch4 + n2o; the CO2 is short-cycle and counts 0",
    source=("IPCC 2006 Vol. 2 ch. 2", "table gwp100-v1", "GCL-PAS-041"),
    results=("energy_MJ", "ch4_kgCO2e", "n2o_kgCO2e", "total_kgCO2e"),
)
def wood_burning_non_co2(
    *,
    wood_kg: Decimal,
    ncv_mj_per_kg: Decimal,
    ch4_kg_per_tj: Decimal,
    n2o_kg_per_tj: Decimal,
    gwp_set: str = "AR6",
    ch4_origin: str = "non_fossil",
) -> Result:
    """Give what a wood fire emits beside CO2."""
    not_negatives(
        wood_kg=wood_kg, ncv_MJ_per_kg=ncv_mj_per_kg, ch4_kg_per_TJ=ch4_kg_per_tj, n2o_kg_per_TJ=n2o_kg_per_tj
    )
    one_of("ch4Origin", ch4_origin, ("non_fossil", "fossil"))
    energy = ratio(wood_kg) * ratio(ncv_mj_per_kg)
    methane = energy / _MJ_PER_TJ * ratio(ch4_kg_per_tj) * gwp(f"ch4_{ch4_origin}", gwp_set)
    nitrous = energy / _MJ_PER_TJ * ratio(n2o_kg_per_tj) * gwp("n2o", gwp_set)
    return {
        "energy_MJ": half_away(energy),
        "ch4_kgCO2e": half_away(methane),
        "n2o_kgCO2e": half_away(nitrous),
        "total_kgCO2e": half_away(methane + nitrous),
    }
