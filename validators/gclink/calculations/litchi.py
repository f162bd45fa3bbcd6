"""Calculations of the litchi example: compositions of the others, for readers who follow the story.

Nothing here is a rule of its own; each function says which calculations it joins.
"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from gclink.calculations._checks import InputError, fraction, not_negative, not_negatives, positive, shown
from gclink.calculations._numbers import half_away, ratio, round_down
from gclink.calculations._registry import Result, calculation
from gclink.calculations.bioccs import capture
from gclink.calculations.biochar import stored_carbon
from gclink.calculations.buffer import buffer_rate_of, issue
from gclink.calculations.claims import CARBON_NEGATIVE, negative_margin
from gclink.calculations.footprint import uptake
from gclink.calculations.gases import field_n2o, gwp
from gclink.calculations.permanence import Char
from gclink.tables import lookup, number

_KG_PER_T = 1000
_INSET_PLACES = 6
_LOT = "litchi_lot_a"
_LOW_CARBON = Fraction(80, 100)
#: Char may claim a little more than its durable carbon where its inputs were rounded (GCL-REM-005).
_ROUNDED = Fraction(1001, 1000)


def inset_per_unit(tonnes: Fraction, units: Fraction) -> Decimal:
    """Return kg per unit, cut to 6 decimals: all units together never exceed the tonnes (GCL-PAS-039)."""
    return round_down(tonnes * _KG_PER_T / units, _INSET_PLACES)


@calculation(
    en="Litchi footprint at the farm gate",
    zh="荔枝农场大门碳足迹",
    formula="fieldN2O = nitrogen * area * emissionFactor * 44/28 * GWP(n2o); gateTotal = fieldN2O + "
    "fertiliserProduction + otherFarm; fossilGhg = (fertiliserProduction + otherFarm)/fruit; biogenicNonCO2 = "
    "fieldN2O/fruit; grossEmissions = gateTotal/fruit",
    source=("orchard_n2o", "passport_totals"),
    results=("fieldN2O_kgCO2e", "gateTotal_kgCO2e", "fossilGhg", "biogenicNonCO2", "grossEmissions"),
)
def litchi_gate_footprint(
    *,
    nitrogen_kg_per_ha: Decimal,
    area_ha: Decimal,
    emission_factor: Decimal,
    fertiliser_production_kg_co2e: Decimal,
    other_farm_kg_co2e: Decimal,
    fruit_kg: Decimal,
    gwp_set: str = "AR6",
) -> Result:
    """Give the emissions of an orchard, whole and per kilogram of fruit, before removals."""
    not_negatives(
        area_ha=area_ha,
        fertiliserProduction_kgCO2e=fertiliser_production_kg_co2e,
        otherFarm_kgCO2e=other_farm_kg_co2e,
    )
    positive("fruit_kg", fruit_kg)
    field = field_n2o(nitrogen_kg_per_ha, emission_factor) * ratio(area_ha) * gwp("n2o", gwp_set)
    fossil = ratio(fertiliser_production_kg_co2e) + ratio(other_farm_kg_co2e)
    fruit = ratio(fruit_kg)
    return {
        "fieldN2O_kgCO2e": half_away(field),
        "gateTotal_kgCO2e": half_away(field + fossil),
        "fossilGhg": half_away(fossil / fruit),
        "biogenicNonCO2": half_away(field / fruit),
        "grossEmissions": half_away((field + fossil) / fruit),
    }


@calculation(
    en="Removal inset into a product",
    zh="清除量内嵌入产品",
    formula="bufferDeposit_t = bufferRate * net_t; issuable_t = net_t - bufferDeposit_t; insetPerDeclaredUnit = "
    "issuable_t * 1000 / fruit_kg, cut to 6 decimals; totalExclUptake = grossEmissions - insetPerDeclaredUnit",
    source=("discount_and_buffer", "GCL-PAS-039"),
    results=("bufferDeposit_t", "issuable_t", "insetPerDeclaredUnit", "totalExclUptake"),
)
def inset_into_product(
    *, net_t: Decimal, fruit_kg: Decimal, gross_emissions: Decimal, buffer_rate: Decimal | None = None
) -> Result:
    """Spread a removal over the fruit of a lot, without exceeding it by rounding."""
    positive("fruit_kg", fruit_kg)
    not_negative("grossEmissions", gross_emissions)
    issued = issue(ratio(net_t), buffer_rate)
    inset = inset_per_unit(issued.issuable, ratio(fruit_kg))
    return {
        "bufferDeposit_t": half_away(issued.deposit),
        "issuable_t": half_away(issued.issuable),
        "insetPerDeclaredUnit": inset,
        "totalExclUptake": half_away(ratio(gross_emissions) - ratio(inset)),
    }


@calculation(
    en="Carbon and uptake of fruit",
    zh="果实含碳与生物吸收",
    formula="biogenicCarbonContent = dryMatterFraction * carbonFractionOfDryMatter; biogenicUptake = -44/12 * "
    "biogenicCarbonContent; totalInclUptake = totalExclUptake + biogenicUptake",
    source=("biogenic_uptake", "passport_totals"),
    results=("biogenicCarbonContent", "biogenicUptake", "totalInclUptake"),
)
def fruit_carbon(
    *,
    dry_matter_fraction: Decimal,
    carbon_fraction_of_dry_matter: Decimal,
    total_excl_uptake: Decimal | None = None,
) -> Result:
    """Give the carbon in a kilogram of fruit and the total that includes it, which never stands on a label."""
    fraction("dryMatterFraction", dry_matter_fraction)
    fraction("carbonFractionOfDryMatter", carbon_fraction_of_dry_matter)
    content = ratio(dry_matter_fraction) * ratio(carbon_fraction_of_dry_matter)
    including = None if total_excl_uptake is None else half_away(ratio(total_excl_uptake) + uptake(content))
    return {
        "biogenicCarbonContent": half_away(content),
        "biogenicUptake": half_away(uptake(content)),
        "totalInclUptake": including,
    }


@calculation(
    en="Low-carbon test of the litchi",
    zh="荔枝低碳测试",
    formula="grossEmissions = gateTotal_kgCO2e/soldFruit_kg + postFarm_per_kg; limit80 = 0.80 * benchmark; upper = "
    "grossEmissions * (1 + relativeHalfWidth); pass if grossEmissions <= limit80 and upper < benchmark; "
    "insetPerDeclaredUnit = issuable_t * 1000 / soldFruit_kg, cut to 6 decimals; totalExclUptake = grossEmissions - "
    "insetPerDeclaredUnit",
    source=("GCL-BRD-012", "GCL-PAS-039", "inset_into_product", "biochar_net_removal", "table litchi_lot_a"),
    results=("grossEmissions", "limit80", "upper", "verdictT2", "insetPerDeclaredUnit", "totalExclUptake"),
)
def low_carbon_test(
    *,
    gate_total_kg_co2e: Decimal,
    sold_fruit_kg: Decimal,
    post_farm_per_kg: Decimal,
    benchmark: Decimal,
    relative_half_width: Decimal,
    issuable_t: Decimal | None = None,
) -> Result:
    """Take a lot from the farm gate to the grave and hold it against a benchmark.

    Without ``issuable_t`` the removal is that of the biochar of lot A (table ``litchi_lot_a``).
    """
    not_negatives(
        gateTotal_kgCO2e=gate_total_kg_co2e, postFarm_per_kg=post_farm_per_kg, relativeHalfWidth=relative_half_width
    )
    positive("soldFruit_kg", sold_fruit_kg)
    positive("benchmark", benchmark)
    gross = ratio(gate_total_kg_co2e) / ratio(sold_fruit_kg) + ratio(post_farm_per_kg)
    limit = ratio(benchmark) * _LOW_CARBON
    upper = gross * (1 + ratio(relative_half_width))
    inset = inset_per_unit(lot_a_issuable() if issuable_t is None else ratio(issuable_t), ratio(sold_fruit_kg))
    return {
        "grossEmissions": half_away(gross),
        "limit80": half_away(limit),
        "upper": half_away(upper),
        "verdictT2": "pass" if gross <= limit and upper < ratio(benchmark) else "fail",
        "insetPerDeclaredUnit": inset,
        "totalExclUptake": half_away(gross - ratio(inset)),
    }


def lot_a_issuable() -> Fraction:
    """Return what the biochar of lot A leaves to inset, from the values of table ``litchi_lot_a``."""
    value = {item: number(_LOT, item, "value") for item in ("dryMass", "organicCarbon", "hToCorg", "soilTemperature")}
    project = sum((ratio(number(_LOT, item, "value")) for item in ("transport", "chipping", "processGas")), Fraction(0))
    char = Char(value["hToCorg"], value["soilTemperature"])
    stored = stored_carbon(ratio(value["dryMass"]), ratio(value["organicCarbon"]), "woolf100", char)
    return issue(stored.durable - project, buffer_rate_of("d100")).issuable


@calculation(
    en="Carbon-negative claim with BioCCS",
    zh="BioCCS 负碳声明情景",
    formula="storedCO2_t, net_t and issuable_t as in bioccs_net_removal; upperEmissions_t = grossEmissions_t * (1 + "
    "emissionHalfWidth); margin_t = issuable_t * (1 - removalHalfWidth) - upperEmissions_t; netPerKg = grossPerKg - "
    "issuable_t * 1000 / soldFruit_kg",
    source=("bioccs_net_removal", "carbon_negative_margin", CARBON_NEGATIVE, "GCL-BRD-010"),
    results=(
        "biogenicCO2_t",
        "captured_t",
        "storedCO2_t",
        "net_t",
        "bufferDeposit_t",
        "issuable_t",
        "grossPerKg",
        "upperEmissions_t",
        "margin_t",
        "netPerKg",
        "verdict",
        "requirement",
    ),
)
def bioccs_claim_scenario(
    *,
    dry_wood_t: Decimal,
    carbon_fraction: Decimal,
    capture_rate: Decimal,
    loss_fraction: Decimal,
    energy_t: Decimal,
    supply_t: Decimal,
    removal_half_width: Decimal,
    gross_emissions_t: Decimal,
    emission_half_width: Decimal,
    sold_fruit_kg: Decimal,
    leakage_t: Decimal = Decimal(0),
    baseline_t: Decimal = Decimal(0),
    biogenic_fraction: Decimal = Decimal(1),
    buffer_rate: Decimal | None = None,
) -> Result:
    """Tell whether a lot with BioCCS is carbon-negative."""
    not_negatives(
        energy_t=energy_t,
        supply_t=supply_t,
        leakage_t=leakage_t,
        baseline_t=baseline_t,
        grossEmissions_t=gross_emissions_t,
        emissionHalfWidth=emission_half_width,
    )
    positive("soldFruit_kg", sold_fruit_kg)
    flow = capture(dry_wood_t, carbon_fraction, biogenic_fraction, capture_rate, loss_fraction)
    net = flow.stored - ratio(energy_t) - ratio(supply_t) - ratio(leakage_t) - ratio(baseline_t)
    issued = issue(net, buffer_rate)
    upper = ratio(gross_emissions_t) * (1 + ratio(emission_half_width))
    margin = negative_margin(issued.issuable, removal_half_width, upper)
    per_kg = _KG_PER_T / ratio(sold_fruit_kg)
    return {
        "biogenicCO2_t": half_away(flow.biogenic),
        "captured_t": half_away(flow.captured),
        "storedCO2_t": half_away(flow.stored),
        "net_t": half_away(net),
        "bufferDeposit_t": half_away(issued.deposit),
        "issuable_t": half_away(issued.issuable),
        "grossPerKg": half_away(ratio(gross_emissions_t) * per_kg),
        "upperEmissions_t": half_away(upper),
        "margin_t": half_away(margin),
        "netPerKg": half_away((ratio(gross_emissions_t) - issued.issuable) * per_kg),
        "verdict": "pass" if margin > 0 else "fail",
        "requirement": CARBON_NEGATIVE,
    }


@calculation(
    en="Carbon-negative claim with biochar",
    zh="生物炭负碳声明情景",
    formula="net_t = issuable_t / (1 - bufferRate); projectTotal_t = durableCO2_t - net_t; margin_t = issuable_t * "
    "(1 - "
    "removalHalfWidth) - upperEmissions_t; pass if margin_t > 0",
    source=("biochar_durable", "discount_and_buffer", "carbon_negative_margin", CARBON_NEGATIVE),
    results=(
        "tableRow",
        "permanenceFactor",
        "storedCO2_t",
        "durableCO2_t",
        "net_t",
        "bufferDeposit_t",
        "projectTotal_t",
        "margin_t",
        "verdict",
        "requirement",
    ),
)
def biochar_claim_scenario(
    *,
    dry_mass_t: Decimal,
    organic_carbon: Decimal,
    h_to_corg: Decimal,
    soil_temperature_deg_c: Decimal,
    issuable_t: Decimal,
    removal_half_width: Decimal,
    upper_emissions_t: Decimal,
    method: str = "woolf100",
    buffer_rate: Decimal | None = None,
) -> Result:
    """Tell whether a lot with biochar is carbon-negative, and what net removal its usable tonnes imply.

    Without ``bufferRate`` the rate is that of the durability class of the method. An issuable quantity that the durable
    carbon of the char cannot give is an error.
    """
    not_negatives(dryMass_t=dry_mass_t, issuable_t=issuable_t, upperEmissions_t=upper_emissions_t)
    fraction("organicCarbon", organic_carbon)
    char = Char(h_to_corg, soil_temperature_deg_c)
    stored = stored_carbon(ratio(dry_mass_t), ratio(organic_carbon), method, char)
    if buffer_rate is None:
        buffer_rate = buffer_rate_of(str(lookup("permanence_method_v1", method, "durabilityClass")))
    fraction("bufferRate", buffer_rate)
    positive("1 - bufferRate", 1 - ratio(buffer_rate))
    net = ratio(issuable_t) / (1 - ratio(buffer_rate))
    if net > stored.durable * _ROUNDED:
        limit, implied = shown(half_away(stored.durable, 6)), shown(half_away(net, 6))
        raise InputError("issuable_t", "beyond", found=shown(issuable_t), net=implied, limit=limit)
    margin = negative_margin(ratio(issuable_t), removal_half_width, ratio(upper_emissions_t))
    return {
        "tableRow": stored.permanence.row,
        "permanenceFactor": half_away(stored.permanence.factor),
        "storedCO2_t": half_away(stored.total),
        "durableCO2_t": half_away(stored.durable),
        "net_t": half_away(net),
        "bufferDeposit_t": half_away(net - ratio(issuable_t)),
        "projectTotal_t": half_away(stored.durable - net),
        "margin_t": half_away(margin),
        "verdict": "pass" if margin > 0 else "fail",
        "requirement": CARBON_NEGATIVE,
    }


@calculation(
    en="Carbon dioxide of fermentation",
    zh="发酵二氧化碳",
    formula="ethanol_kg = volume_L * abv * ethanolDensity; biogenicCO2_kg = ethanol_kg * co2PerEthanol",
    source=("stoichiometry, 44.01/46.07 rounded",),
    results=("ethanol_kg", "biogenicCO2_kg"),
)
def fermentation_co2(
    *,
    volume_l: Decimal,
    abv: Decimal,
    ethanol_density_kg_per_l: Decimal = Decimal("0.789"),
    co2_per_ethanol: Decimal = Decimal("0.955"),
) -> Result:
    """Give the biogenic CO2 that leaves when sugar becomes spirit; too little for any capture."""
    not_negatives(volume_L=volume_l, ethanolDensity_kg_per_L=ethanol_density_kg_per_l, co2PerEthanol=co2_per_ethanol)
    fraction("abv", abv)
    ethanol = ratio(volume_l) * ratio(abv) * ratio(ethanol_density_kg_per_l)
    return {"ethanol_kg": half_away(ethanol), "biogenicCO2_kg": half_away(ethanol * ratio(co2_per_ethanol))}


@calculation(
    en="Ledger of an offset claim",
    zh="抵销声明台账",
    formula="ledger_t = emissions_t - sink_t - externalUnits_t; perBottle_kg = emissions_t * 1000 / bottles",
    source=("GCL-REM-030", "GCL-BRD-025"),
    results=("ledger_t", "perBottle_kg"),
)
def offset_ledger(
    *, emissions_t: Decimal, sink_t: Decimal, external_units_t: Decimal = Decimal(0), bottles: Decimal
) -> Result:
    """Redo the arithmetic of a published offset claim; that it adds up does not make the claim admissible."""
    not_negatives(emissions_t=emissions_t, sink_t=sink_t, externalUnits_t=external_units_t)
    positive("bottles", bottles)
    return {
        "ledger_t": half_away(ratio(emissions_t) - ratio(sink_t) - ratio(external_units_t)),
        "perBottle_kg": half_away(ratio(emissions_t) * _KG_PER_T / ratio(bottles)),
    }
