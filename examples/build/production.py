"""What grew and what was made of it: products, lots, runs with their activity data."""

from __future__ import annotations

from typing import Any

from gclink_conformance.bases._make import checked, document, iri, method, period, quantity, text

Tree = dict[str, Any]

#: Smoked lots of the invoice: name -> (kg, kg CO2e per kg as the passport gives it).
SMOKED = {"A": ("6000", "0.5"), "B": ("4000", "0.575")}


def documents() -> dict[str, Tree]:
    """Return products, lots and runs by file name."""
    return {
        "product-litchi": _product("litchi", "Dual-carbon litchi, fresh", "双碳荔枝鲜果", "693000000012", True),
        "product-smoked": _product("smoked", "Fruit-wood-smoked litchi", "果木烟熏荔枝", "693000000013", False),
        "lot-fruit": _lot("fruit", "litchi", "46800", "orchard", period("2026-06-01", "2026-06-30")),
        "lot-smoked-a": _lot("smoked-A", "smoked", "6000", "smokehouse", period("2026-06-05", "2026-06-12")),
        "lot-smoked-b": _lot("smoked-B", "smoked", "4000", "smokehouse", period("2026-06-08", "2026-06-14")),
        "run-cultivation": _cultivation(),
        "run-smoking": _smoking(),
    }


def _product(name: str, en: str, zh: str, body: str, perennial: bool) -> Tree:
    return document(
        "ProductType",
        f"products/{name}",
        "parties/cooperative",
        "2026-01-06",
        name=text(en, zh),
        identifiers=[checked("gtin", body)],
        biogenicProduct=True,
        perennial=perennial,
        productRule=method("Rule for fruit", "2025"),
    )


def _lot(name: str, product: str, amount: str, site: str, when: Tree) -> Tree:
    return document(
        "Lot",
        f"lots/{name}",
        "parties/cooperative",
        "2026-06-30" if name == "fruit" else "2026-06-14",
        lotNumber=name,
        product=iri(f"products/{product}"),
        quantity=quantity(amount, "kg"),
        producedAt=iri(f"sites/{site}"),
        period=when,
        dryMatterFraction="0.18",
        carbonFraction="0.42",
        custodyModel="identity_preserved",
        events=[f"https://events.example.org/epcis/{name}"],
    )


def _cultivation() -> Tree:
    """One season on ten hectares: 200 kg N per hectare, 46.8 t of fruit."""
    return document(
        "ProcessRun",
        "runs/cultivation",
        "parties/cooperative",
        "2026-07-31",
        processType="cultivation",
        site=iri("sites/orchard"),
        period=period("2025-08-01", "2026-07-31"),
        outputs=[
            {
                "type": "MaterialFlow",
                "lot": iri("lots/fruit"),
                "role": "main_product",
                "mass": quantity("46.8", "t"),
                "allocationBasis": "468000",
                "allocationFactor": "1",
                "economicShare": "1",
            }
        ],
        allocationMethod="none",
        nitrogenApplied=quantity("2000", "kg"),
        energyUse=[{"type": "EnergyUse", "carrier": "diesel", "quantity": quantity("1200", "L")}],
    )


def _smoking() -> Tree:
    """Two lots smoked over prunings, allocated by mass; their fruit is of a plot with little fertiliser."""
    flows = [
        {
            "type": "MaterialFlow",
            "lot": iri(f"lots/smoked-{name}"),
            "role": "co_product",
            "mass": quantity(str(int(amount) // 1000), "t"),
            "allocationBasis": str(int(amount) // 1000),
            "allocationFactor": factor,
            "economicShare": factor,
        }
        for (name, (amount, _)), factor in zip(SMOKED.items(), ("0.6", "0.4"), strict=True)
    ]
    return document(
        "ProcessRun",
        "runs/smoking",
        "parties/cooperative",
        "2026-06-14",
        processType="combustion",
        site=iri("sites/smokehouse"),
        period=period("2026-06-05", "2026-06-14"),
        outputs=flows,
        allocationMethod="physical_mass",
        energyUse=[{"type": "EnergyUse", "carrier": "wood", "quantity": quantity("1500", "kg")}],
    )
