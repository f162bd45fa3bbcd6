"""What became of the rest: wood under the chicken, substrate under the mushrooms, honey, spirits, ash.

Prunings are residue and carry no burden of the orchard. The wood is not "zero": its methane and nitrous oxide are in
the footprint of the chicken, which weighs as much as the fruit. By-products have placeholder footprints.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from gclink_conformance.bases import passport
from gclink_conformance.bases._make import dec, document, evidence, iri, method, period, quantity, run, text
from gclink_conformance.stories._parts import flow

Tree = dict[str, Any]

_SEASON = period("2025-08-01", "2026-07-31")
#: Product -> English, Chinese, amount, unit, of living origin, kg CO2e per unit: fossil, methane and nitrous oxide.
_PRODUCTS: dict[str, tuple[str, str, str, str, str, str]] = {
    "chicken": ("Chicken over litchi wood", "荔枝木烤鸡", "7500", "kg", "4.5", "0.13788"),
    "mushrooms": ("Mushrooms on litchi prunings", "荔枝枝条菌菇", "3200", "kg", "2.5", "0"),
    "honey": ("Litchi honey", "荔枝蜜", "600", "kg", "1", "0"),
    "spirits": ("Litchi spirits", "荔枝酒", "300", "L", "2.5", "0"),
}
#: Lots that are no product for sale: kilograms and words.
_RESIDUES = {
    "prunings-wood": "7500",
    "prunings-substrate": "4000",
    "cull-fruit": "2000",
    "wood-ash": "120",
    "ash-on-the-field": "120",
}


def documents() -> dict[str, Tree]:
    """Return products, lots, runs and passports by file name."""
    found: dict[str, Tree] = {}
    for name, (en, zh, amount, unit, fossil, other) in _PRODUCTS.items():
        found[f"products-{name}"] = _product(name, en, zh)
        found[f"lots-{name}"] = _lot(name, amount, unit, name)
        found[f"passports-{name}"] = _passport(name, amount, unit, Decimal(fossil), Decimal(other))
    for name, amount in _RESIDUES.items():
        found[f"lots-{name}"] = _lot(name, amount, "kg", "litchi")
    found |= {
        "runs-roasting": _run(
            "roasting", "combustion", [_input("prunings-wood", "7.5")], [flow("chicken", "7.5"), _ash()]
        ),
        "runs-mushrooms": _run(
            "mushrooms", "mushroom_cultivation", [_input("prunings-substrate", "4")], [flow("mushrooms", "3.2")]
        ),
        "runs-bees": _run("bees", "beekeeping", [], [flow("honey", "0.6")]),
        "runs-distillery": _run("distillery", "distillation", [_input("cull-fruit", "2")], [flow("spirits", "0.3")]),
        "runs-ash": _run("ash", "ash_return", [_input("wood-ash", "0.12")], [flow("ash-on-the-field", "0.12")]),
    }
    return found


def emissions() -> tuple[Decimal, Decimal]:
    """Return what the by-products of a season emit in t CO2e: fossil, and CH4 and N2O of living matter."""
    amounts = [(Decimal(row[2]), Decimal(row[4]), Decimal(row[5])) for row in _PRODUCTS.values()]
    return (
        sum((amount * fossil / 1000 for amount, fossil, _ in amounts), Decimal()),
        sum((amount * other / 1000 for amount, _, other in amounts), Decimal()),
    )


def _product(name: str, en: str, zh: str) -> Tree:
    return document(
        "ProductType",
        f"products/{name}",
        "parties/cooperative",
        "2025-08-01",
        name=text(en, zh),
        biogenicProduct=True,
        perennial=False,
    )


def _lot(name: str, amount: str, unit: str, product: str) -> Tree:
    return document(
        "Lot",
        f"lots/{name}",
        "parties/cooperative",
        "2026-07-31",
        lotNumber=name,
        product=iri(f"products/{product}"),
        quantity=quantity(amount, unit),
        producedAt=iri("sites/orchard"),
        period=_SEASON,
        custodyModel="mass_balance",
    )


def _input(name: str, tonnes: str) -> Tree:
    return {"type": "MaterialFlow", "lot": iri(f"lots/{name}"), "role": "input", "mass": quantity(tonnes, "t")}


def _ash() -> Tree:
    """Ash has no price: it takes no part of the burden."""
    zero = {"allocationBasis": "0", "allocationFactor": "0", "economicShare": "0"}
    return {
        "type": "MaterialFlow",
        "lot": iri("lots/wood-ash"),
        "role": "residue",
        "mass": quantity("0.12", "t"),
        **zero,
    }


def _run(name: str, process: str, inputs: list[Tree], outputs: list[Tree]) -> Tree:
    return document(
        "ProcessRun",
        f"runs/{name}",
        "parties/cooperative",
        "2026-07-31",
        processType=process,
        site=iri("sites/orchard"),
        period=_SEASON,
        **({"inputs": inputs} if inputs else {}),
        **({"outputs": outputs} if outputs else {}),
        allocationMethod="economic" if len(outputs) > 1 else "none",
    )


def _passport(name: str, amount: str, unit: str, fossil: Decimal, other: Decimal) -> Tree:
    """A passport without a verification: its figures are disclosed, and no claim rests on them."""
    given = {"fossilGhg": dec(fossil), "biogenicNonCO2": dec(other)}
    parts = passport.components(**given)
    totals = run("passport_totals", {key: value for key, value in parts.items() if key != "type"})
    mass = "1" if unit == "kg" else "0.95"
    return document(
        "CarbonPassport",
        f"passports/{name}",
        "parties/cooperative",
        "2026-08-05",
        passportKind="retrospective",
        subjectLot=iri(f"lots/{name}"),
        declaredUnit=quantity("1", unit),
        massPerDeclaredUnit=quantity(mass, "kg"),
        coveredQuantity=quantity(amount, unit),
        boundary="cradle_to_gate",
        boundaryText=text("From feed and wood to the gate of the kitchen", "从饲料与木柴到厨房大门"),
        period=_SEASON,
        validity=period("2026-08-01", "2029-07-31"),
        geography={"type": "Geography", "subdivision": "CN-GD"},
        gwpSet="AR6",
        components=parts,
        **{member: dec(totals[member]) for member in ("grossEmissions", "totalExclUptake", "totalInclUptake")},
        stages=[{"type": "StageFootprint", "stage": "processing", "components": passport.components(**given)}],
        carbonContent={"type": "CarbonContent", "fossil": "0", "biogenic": "0"},
        packagingIncluded=False,
        outboundLogisticsIncluded=False,
        ccsIncluded=False,
        landUse={
            "type": "LandUseAssessment",
            "lookbackYears": 20,
            "converted": False,
            "evidenceFiles": [evidence("aerial-2000.tif", "image/tiff")],
        },
        exemptedPercent="0",
        exemptedLargest="0",
        primaryDataShare="10",
        methodologies=[method("Product footprint standard", "2018", "https://rules.example.org/footprint")],
        secondarySources=[method("Factor database", "3.11")],
    )
