"""Tests behind claims and labels."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from gclink.calculations._checks import not_negative, not_negatives, one_of
from gclink.calculations._numbers import half_away, ratio
from gclink.calculations._registry import Result, calculation

LABEL_DESIGNS = (
    "footprint_mark",
    "low_carbon_mark",
    "neutral_mark",
    "net_zero_mark",
    "negative_mark",
    "contribution_note",
)
CARBON_NEGATIVE = "GCL-BRD-015"


def negative_margin(durable: Fraction, removal_half_width: Decimal, upper_emissions: Fraction) -> Fraction:
    """Return Rd * (1 - uR) - E * (1 + U): what is left when both intervals are read against the claim."""
    not_negative("removalHalfWidth", removal_half_width)
    return durable * (1 - ratio(removal_half_width)) - upper_emissions


@calculation(
    en="Margin of a carbon-negative claim",
    zh="负碳声明裕量",
    formula="margin_t = qualifyingDurable_t * (1 - removalHalfWidth) - grossEmissions_t * (1 + emissionHalfWidth); "
    "pass "
    "if margin_t > 0 and externalUnits_t = 0",
    source=(CARBON_NEGATIVE,),
    results=("margin_t", "verdict", "requirement"),
)
def carbon_negative_margin(
    *,
    qualifying_durable_t: Decimal,
    removal_half_width: Decimal,
    gross_emissions_t: Decimal,
    emission_half_width: Decimal,
    external_units_t: Decimal = Decimal(0),
) -> Result:
    """Tell whether durable removals exceed emissions with both uncertainties on the safe side; zero is not enough."""
    not_negatives(
        qualifyingDurable_t=qualifying_durable_t,
        grossEmissions_t=gross_emissions_t,
        emissionHalfWidth=emission_half_width,
        externalUnits_t=external_units_t,
    )
    upper = ratio(gross_emissions_t) * (1 + ratio(emission_half_width))
    margin = negative_margin(ratio(qualifying_durable_t), removal_half_width, upper)
    passed = margin > 0 and external_units_t == 0
    return {
        "margin_t": half_away(margin),
        "verdict": "pass" if passed else "fail",
        "requirement": CARBON_NEGATIVE,
    }


@calculation(
    en="Check of the value on a label",
    zh="标识显示值核对",
    formula="fail if displayedValue < 0 and design is not negative_mark",
    source=("GCL-BRD-017",),
    results=("verdict", "requirement"),
)
def label_value_check(*, displayed_value: Decimal, design: str, displayed_unit: str | None = None) -> Result:
    """Tell whether a label may show its value; below zero only the carbon-negative mark may, in whatever unit."""
    del displayed_unit  # admitted so that a label can be given as it stands
    one_of("design", design, LABEL_DESIGNS)
    passed = displayed_value >= 0 or design == "negative_mark"
    return {"verdict": "pass" if passed else "fail", "requirement": "GCL-BRD-017"}
