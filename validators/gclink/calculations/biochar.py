"""Removal by biochar: carbon in the char, the part that stays, and what remains after the project's own emissions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from gclink.calculations._checks import InputError, fraction, not_negative, not_negatives, positive
from gclink.calculations._numbers import CO2_PER_C, half_away, ratio
from gclink.calculations._registry import Result, calculation
from gclink.calculations.buffer import issue
from gclink.calculations.permanence import Char, Permanence, char_violations, permanence_of

_H_TO_C_MASS = 12
_PROJECT_MEMBERS = ("biomassSupply_t", "production_t", "processGas_t", "use_t", "infrastructure_t", "landUseChange_t")


@dataclass(frozen=True, slots=True)
class Stored:
    """CO2 equivalent of a char, whole and lasting, unrounded."""

    total: Fraction
    permanence: Permanence

    @property
    def durable(self) -> Fraction:
        """Return what is still stored at the horizon of the method."""
        return self.total * self.permanence.factor


def stored_carbon(dry_mass: Fraction, organic_carbon: Fraction, method: str, char: Char) -> Stored:
    """Return the stored CO2 = dry mass * organic carbon * 44/12 (GCL-REM-007) with its permanence."""
    return Stored(dry_mass * organic_carbon * CO2_PER_C, permanence_of(method, char))


@calculation(
    en="Carbon of a biochar batch",
    zh="生物炭批次含碳量",
    formula="dryMass_t = wetMass_t * (1 - moisture); carbon_t = dryMass_t * organicCarbon; storedCO2_t = carbon_t * "
    "44/12",
    source=("GCL-REM-007", "GCL-REM-008"),
    results=("dryMass_t", "carbon_t", "storedCO2_t"),
)
def biochar_stored_carbon(*, wet_mass_t: Decimal, moisture: Decimal, organic_carbon: Decimal) -> Result:
    """Give the dry mass, the organic carbon and the CO2 it stands for."""
    not_negative("wetMass_t", wet_mass_t)
    fraction("moisture", moisture)
    fraction("organicCarbon", organic_carbon)
    dry = ratio(wet_mass_t) * (1 - ratio(moisture))
    carbon = dry * ratio(organic_carbon)
    return {
        "dryMass_t": half_away(dry),
        "carbon_t": half_away(carbon),
        "storedCO2_t": half_away(carbon * CO2_PER_C),
    }


@calculation(
    en="Durable carbon of biochar",
    zh="生物炭永久封存量",
    formula="storedCO2_t = dryMass_t * organicCarbon * 44/12; durableCO2_t = storedCO2_t * permanenceFactor; "
    "lossCO2_t = storedCO2_t - durableCO2_t",
    source=("GCL-REM-005", "GCL-REM-007", "GCL-REM-011", "GCL-REM-013 to 018"),
    results=("tableRow", "permanenceFactor", "storedCO2_t", "lossCO2_t", "durableCO2_t", "violations"),
)
def biochar_durable(
    *,
    dry_mass_t: Decimal,
    organic_carbon: Decimal,
    method: str,
    h_to_corg: Decimal | None = None,
    soil_temperature_deg_c: Decimal | None = None,
    pyrolysis_temperature_deg_c: Decimal | None = None,
    permanence_class: str | None = None,
    inertinite_share: Decimal | None = None,
) -> Result:
    """Give what a char stores and what of it lasts by one of the four methods.

    puro_bc200 and woolf100 need H/Corg and the soil temperature, ipcc2019_t1 the pyrolysis temperature or its class,
    random_reflectance the inertinite share. ``violations`` holds GCL-REM-011 for H/Corg above 0.70.
    """
    not_negative("dryMass_t", dry_mass_t)
    fraction("organicCarbon", organic_carbon)
    char = Char(h_to_corg, soil_temperature_deg_c, pyrolysis_temperature_deg_c, permanence_class, inertinite_share)
    stored = stored_carbon(ratio(dry_mass_t), ratio(organic_carbon), method, char)
    return {
        "tableRow": stored.permanence.row,
        "permanenceFactor": half_away(stored.permanence.factor),
        "storedCO2_t": half_away(stored.total),
        "lossCO2_t": half_away(stored.total - stored.durable),
        "durableCO2_t": half_away(stored.durable),
        "violations": char_violations(h_to_corg),
    }


@calculation(
    en="Net removal of a biochar lot",
    zh="生物炭净清除量",
    formula="projectTotal_t = transport_t + chipping_t + processCH4_t_CO2e + other_t; net_t = durableCO2_t - "
    "projectTotal_t - baseline_t - leakage_t - discount_t; bufferDeposit_t = bufferRate * net_t; issuable_t = net_t - "
    "bufferDeposit_t",
    source=("GCL-REM-001", "GCL-REM-002", "GCL-REM-005 to 007", "GCL-REM-049", "GCL-REM-050"),
    results=(
        "tableRow",
        "permanenceFactor",
        "storedCO2_t",
        "durableCO2_t",
        "projectTotal_t",
        "net_t",
        "bufferDeposit_t",
        "issuable_t",
        "violations",
    ),
)
def biochar_net_removal(
    *,
    dry_mass_t: Decimal,
    organic_carbon: Decimal,
    method: str,
    h_to_corg: Decimal | None = None,
    soil_temperature_deg_c: Decimal | None = None,
    pyrolysis_temperature_deg_c: Decimal | None = None,
    permanence_class: str | None = None,
    inertinite_share: Decimal | None = None,
    transport_t: Decimal = Decimal(0),
    chipping_t: Decimal = Decimal(0),
    process_ch4_t_co2e: Decimal = Decimal(0),
    other_t: Decimal = Decimal(0),
    baseline_t: Decimal = Decimal(0),
    leakage_t: Decimal = Decimal(0),
    discount_t: Decimal = Decimal(0),
    buffer_rate: Decimal | None = None,
) -> Result:
    """Give the net and the usable removal of a char after the emissions of the project.

    All quantities are positive t CO2e. Without ``bufferRate`` nothing is deposited. A net of zero or less issues
    nothing and breaks GCL-REM-002.
    """
    not_negative("dryMass_t", dry_mass_t)
    fraction("organicCarbon", organic_carbon)
    project = {
        "transport_t": transport_t,
        "chipping_t": chipping_t,
        "processCH4_t_CO2e": process_ch4_t_co2e,
        "other_t": other_t,
    }
    not_negatives(**project, baseline_t=baseline_t, leakage_t=leakage_t, discount_t=discount_t)
    char = Char(h_to_corg, soil_temperature_deg_c, pyrolysis_temperature_deg_c, permanence_class, inertinite_share)
    stored = stored_carbon(ratio(dry_mass_t), ratio(organic_carbon), method, char)
    total = sum(map(ratio, project.values()), Fraction(0))
    net = stored.durable - total - ratio(baseline_t) - ratio(leakage_t) - ratio(discount_t)
    issued = issue(net, buffer_rate)
    return {
        "tableRow": stored.permanence.row,
        "permanenceFactor": half_away(stored.permanence.factor),
        "storedCO2_t": half_away(stored.total),
        "durableCO2_t": half_away(stored.durable),
        "projectTotal_t": half_away(total),
        "net_t": half_away(net),
        "bufferDeposit_t": half_away(issued.deposit),
        "issuable_t": half_away(issued.issuable),
        "violations": [*char_violations(h_to_corg), *issued.violations],
    }


@calculation(
    en="Year of a biochar facility",
    zh="生物炭工厂年度核算",
    formula="dryBiomass_t = wetBiomass_t * (1 - moisture); dryBiochar_t = dryBiomass_t * charYield; organicCarbon = "
    "totalCarbon - inorganicCarbon; hToCorg = hydrogen / organicCarbon * 12; storedCO2_t = dryBiochar_t * "
    "organicCarbon * "
    "44/12; lossCO2_t = storedCO2_t * (1 - permanenceFactor); net_t = storedCO2_t - lossCO2_t - baseline_t - "
    "projectTotal_t - leakage_t",
    source=("GCL-REM-001", "GCL-REM-006 to 010", "GCL-REM-014"),
    results=(
        "dryBiomass_t",
        "dryBiochar_t",
        "organicCarbon",
        "hToCorg",
        "tableRow",
        "permanenceFactor",
        "storedCO2_t",
        "lossCO2_t",
        "durableCO2_t",
        "projectTotal_t",
        "net_t",
        "violations",
    ),
)
def biochar_facility_year(
    *,
    wet_biomass_t: Decimal,
    moisture: Decimal,
    char_yield: Decimal,
    total_carbon: Decimal,
    inorganic_carbon: Decimal,
    hydrogen: Decimal,
    soil_temperature_deg_c: Decimal,
    project_emissions: Mapping[str, Decimal],
    method: str = "puro_bc200",
    pyrolysis_temperature_deg_c: Decimal | None = None,
    permanence_class: str | None = None,
    inertinite_share: Decimal | None = None,
    baseline_t: Decimal = Decimal(0),
    leakage_t: Decimal = Decimal(0),
) -> Result:
    """Follow one year of a facility from wet wood to net removal, unrounded in between.

    H/Corg uses the integer mass ratio 12, not 11.916 (GCL-REM-010). Project emissions are the members biomassSupply_t,
    production_t, processGas_t, use_t, infrastructure_t and landUseChange_t; absent ones add nothing.
    """
    not_negative("wetBiomass_t", wet_biomass_t)
    for member, value in (
        ("moisture", moisture),
        ("charYield", char_yield),
        ("totalCarbon", total_carbon),
        ("inorganicCarbon", inorganic_carbon),
        ("hydrogen", hydrogen),
    ):
        fraction(member, value)
    for member, value in project_emissions.items():
        if member not in _PROJECT_MEMBERS:
            options = ", ".join(_PROJECT_MEMBERS)
            raise InputError(f"projectEmissions.{member}", "unknown_member", options=options)
        not_negative(f"projectEmissions.{member}", value)
    not_negatives(baseline_t=baseline_t, leakage_t=leakage_t)
    organic = ratio(total_carbon) - ratio(inorganic_carbon)
    positive("totalCarbon - inorganicCarbon", organic)
    dry_biomass = ratio(wet_biomass_t) * (1 - ratio(moisture))
    dry_char = dry_biomass * ratio(char_yield)
    h_to_corg = half_away(ratio(hydrogen) / organic * _H_TO_C_MASS)
    char = Char(h_to_corg, soil_temperature_deg_c, pyrolysis_temperature_deg_c, permanence_class, inertinite_share)
    stored = stored_carbon(dry_char, organic, method, char)
    project = sum(map(ratio, project_emissions.values()), Fraction(0))
    net = stored.durable - ratio(baseline_t) - project - ratio(leakage_t)
    return {
        "dryBiomass_t": half_away(dry_biomass),
        "dryBiochar_t": half_away(dry_char),
        "organicCarbon": half_away(organic),
        "hToCorg": h_to_corg,
        "tableRow": stored.permanence.row,
        "permanenceFactor": half_away(stored.permanence.factor),
        "storedCO2_t": half_away(stored.total),
        "lossCO2_t": half_away(stored.total - stored.durable),
        "durableCO2_t": half_away(stored.durable),
        "projectTotal_t": half_away(project),
        "net_t": half_away(net),
        "violations": [*char_violations(h_to_corg), *issue(net, None).violations],
    }
