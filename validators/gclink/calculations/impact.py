"""Figures of a link and of the financier's report: covered emissions, attribution, value of pledged removals."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from gclink.calculations._checks import InputError, not_negative, positive, shown
from gclink.calculations._numbers import exact, half_away, ratio
from gclink.calculations._registry import Result, calculation
from gclink.calculations.money import to_minor

_FACTOR_PLACES, _TONNE_PLACES = 6, 3


@dataclass(frozen=True, slots=True)
class Covered:
    """Quantity of goods behind one link and kg CO2e per unit of it."""

    covered_quantity: Decimal
    intensity: Decimal


@calculation(
    en="Attribution to the financier",
    zh="归因于资金方的影响",
    formula="attributionFactor = financedShare/attributionBase, rounded to 6 decimals; attributed X = X * "
    "attributionFactor as stated, rounded to 3 decimals",
    source=("GCL-FIN-094",),
    results=(
        "attributionFactor",
        "attributedEmissions_t",
        "attributedAvoided_t",
        "attributedRemovals_t",
        "violations",
    ),
)
def impact_attribution(
    *,
    financed_share: Decimal,
    attribution_base: Decimal,
    emissions_t: Decimal | None = None,
    avoided_emissions_t: Decimal | None = None,
    removals_t: Decimal | None = None,
) -> Result:
    """Give the share of an asset a financier reports, and of each quantity that is stated; they are never netted.

    ``violations`` holds GCL-FIN-094 for a factor outside (0, 1].
    """
    positive("financedShare", financed_share)
    positive("attributionBase", attribution_base)
    factor = half_away(ratio(financed_share) / ratio(attribution_base), _FACTOR_PLACES)

    def attributed(member: str, quantity: Decimal | None) -> Decimal | None:
        if quantity is None:
            return None
        not_negative(member, quantity)
        return half_away(ratio(quantity) * ratio(factor), _TONNE_PLACES)

    return {
        "attributionFactor": factor,
        "attributedEmissions_t": attributed("emissions_t", emissions_t),
        "attributedAvoided_t": attributed("avoidedEmissions_t", avoided_emissions_t),
        "attributedRemovals_t": attributed("removals_t", removals_t),
        "violations": [] if 0 < factor <= 1 else ["GCL-FIN-094"],
    }


@calculation(
    en="Covered emissions of links",
    zh="链接覆盖排放",
    formula="coveredEmissions_kg = coveredQuantity * intensity for each link; total_kg = their sum; exact",
    source=("GCL-LNK-011",),
    results=("coveredEmissions_kg", "total_kg"),
)
def covered_emissions(*, links: tuple[Covered, ...]) -> Result:
    """Give the emissions behind the goods of each link, in the order of the links, without rounding."""
    covered: list[Fraction] = []
    for place, link in enumerate(links):
        positive(f"links[{place}].coveredQuantity", link.covered_quantity)
        not_negative(f"links[{place}].intensity", link.intensity)
        covered.append(ratio(link.covered_quantity) * ratio(link.intensity))
    return {
        "coveredEmissions_kg": [exact(emissions) for emissions in covered],
        "total_kg": exact(sum(covered, Fraction(0))),
    }


@calculation(
    en="Collateral value of pledged removals",
    zh="清除量押品价值",
    formula="collateralValue = hu(quantity_t * unitValue * (1 - haircut))",
    source=("GCL-LNK-039",),
    results=("collateralValue",),
)
def removal_collateral_value(
    *, quantity_t: Decimal, unit_value: Decimal, currency: str, haircut: Decimal = Decimal(0)
) -> Result:
    """Give what pledged tonnes are worth as security after the deduction for reversal risk (0, below 1)."""
    positive("quantity_t", quantity_t)
    not_negative("unitValue", unit_value)
    if not 0 <= haircut < 1:
        raise InputError("haircut", "range", found=shown(haircut), bound=">= 0, < 1")
    value = ratio(quantity_t) * ratio(unit_value) * (1 - ratio(haircut))
    return {"collateralValue": to_minor(value, currency)}
