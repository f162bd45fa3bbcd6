"""The brand: what it sells, what its whole year emits, by-products with it, and how far it has come.

A profile that listed the fruit alone would hide half of the picture: the chicken emits about as much as the fruit.
Nothing is neutralised: the removal of the season is inset in the fruit and cannot be counted again.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from gclink_conformance.bases._make import cite, dec, document, iri, period, text
from gclink_conformance.stories import brand

from examples.build.orchard.byproducts import emissions

Tree = dict[str, Any]

#: Tonnes CO2e of the orchard itself: fertiliser and diesel, and the field.
_INPUTS, _FIELD = Decimal(20), Decimal("13.3848")
#: The base year, before the fertiliser was halved on the second field and the kitchen changed its feed: assumed.
_BASE_INDUSTRY, _BASE_LAND = Decimal("71"), Decimal("15.1321")


def documents() -> dict[str, Tree]:
    """Return profile, inventories and plan by file name."""
    fossil, other = emissions()
    industry, land = _INPUTS + fossil, _FIELD + other
    plan = next(tree for tree in brand.documents().values() if tree["type"] == "ReductionPlan")
    return {
        "inventories-2024": _inventory(2024, _BASE_INDUSTRY, _BASE_LAND),
        "inventories-2026": _inventory(2026, industry, land),
        "plans-1": plan,
        "verifications-inventories": document(
            "VerificationStatement",
            "verifications/inventories",
            "parties/verifier",
            "2026-09-04",
            subjects=[cite("inventories/2024"), cite("inventories/2026")],
            verifier=iri("parties/verifier"),
            accreditation="EX-ACC 117",
            standard="iso_14064_3",
            level="limited",
            opinion="unmodified",
            materiality="5",
            completedOn="2026-09-04",
            validity=period("2026-09-04", "2028-09-03"),
            scopeText=text("Inventories of the base year and of 2026", "基准年与 2026 年清单"),
        ),
        "brands-litchi": document(
            "BrandProfile",
            "brands/litchi",
            "parties/cooperative",
            "2026-09-05",
            owner=iri("parties/cooperative"),
            name=text("Dual-carbon litchi", "双碳荔枝"),
            products=[
                {
                    "type": "ProductRequirement",
                    "product": iri("products/litchi"),
                    "requiredTier": "t1_measured",
                    "fromDate": "2026-09-10",
                }
            ],
            baseInventory=cite("inventories/2024"),
            currentInventory=cite("inventories/2026"),
            verifiedReduction=dec(round(1 - industry / _BASE_INDUSTRY, 6)),
            verifiedFlagReduction=dec(round(1 - land / _BASE_LAND, 6)),
            residual=dec(industry + land),
            residualFossil=dec(industry),
            neutralisedDurable="0",
            neutralisedTotal="0",
            plan=cite("plans/1"),
        ),
    }


def _inventory(year: int, industry: Decimal, land: Decimal) -> Tree:
    return document(
        "EntityInventory",
        f"inventories/{year}",
        "parties/cooperative",
        "2026-09-01",
        reportingEntity=iri("parties/cooperative"),
        year=year,
        energyIndustry=dec(industry),
        flag=dec(land),
        fossilPart=dec(industry),
        total=dec(industry + land),
        boundaryText=text(
            "Orchard, kitchen, mushroom house, bees and still, with purchased inputs",
            "果园、厨房、菇房、蜂场与酒坊，含外购投入",
        ),
    )
