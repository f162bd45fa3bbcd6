"""Bases of module brand: a claim of every tier with what it needs, its label, and the brand behind it."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from gclink_conformance.bases._make import Tree, cite, dec, document, iri, method, period, quantity, run, text

_YEARS = ("2026-09-01", "2028-08-31")


def documents() -> dict[str, Tree]:
    """Return the bases of the module by name."""
    return {
        "claim-t0": _disclosed(),
        "claim-t1": _measured(),
        "claim-t2": _low_carbon(),
        "claim-t2-path": _low_carbon_by_path(),
        "claim-t3": _neutral(),
        "claim-t4": _net_zero(),
        "claim-t5": _negative(),
        "claim-contribution": _contribution(),
        "label": _label(),
        "label-negative": _negative_label(),
        "benchmark": _benchmark(),
        "plan": _plan(),
        "entity-inventory": _inventory(),
        "brand": _brand(),
    }


def _claim(name: str, tier: str, en: str, zh: str, **members: Any) -> Tree:
    """Return a claim of the cooperative about the fruit of lot A."""
    subject = {} if "subjectBrand" in members or "subjectProduct" in members else {"subjectLot": iri("lots/A-sold")}
    return document(
        "Claim",
        f"claims/{name}",
        "parties/cooperative",
        "2026-08-20",
        tier=tier,
        **subject,
        claimant=iri("parties/cooperative"),
        wording=text(en, zh),
        validity=period(*_YEARS),
        **{"markets": ["CN"], "consumerFacing": True, "future": False, "comparative": False, **members},
    )


def _figures(gross: str, units: str, inset: str = "0", durable: str = "0", **members: str) -> Tree:
    """Return ClaimFigures; the net value per unit follows from the tonnes."""
    net = Decimal(gross) - Decimal(inset) * 1000 / Decimal(units)
    return {
        "type": "ClaimFigures",
        "boundary": "cradle_to_grave",
        "declaredUnitText": "kg",
        "coveredUnits": units,
        "grossPerUnit": gross,
        "relativeHalfWidth": "0.15",
        "removalsInset": inset,
        "removalsDurable": durable,
        "removalHalfWidth": "0.1",
        "externalUnits": "0",
        "netPerUnit": dec(round(net, 6)),
        "primaryDataShare": "75",
        "dataQualityWorst": "2.5",
        **members,
    }


def _disclosed() -> Tree:
    return _claim(
        "t0",
        "t0_disclosed",
        "Footprint of lot A for business partners",
        "面向业务伙伴披露 A 批次的足迹",
        consumerFacing=False,
        passports=[cite("passports/A")],
        aspectText=text("The footprint only", "仅指足迹"),
    )


def _measured() -> Tree:
    found = run(
        "inset_into_product",
        {"net_t": "10.160733", "fruit_kg": "44460", "grossEmissions": "0.980895", "bufferRate": "0.05"},
    )
    tonnes = dec(round(Decimal(found["issuable_t"]), 6))
    figures = _figures("0.980895", "44460", tonnes, tonnes)
    figures["boundary"] = "cradle_to_gate"
    figures["primaryDataShare"] = "25"
    del figures["dataQualityWorst"]
    return _claim(
        "t1",
        "t1_measured",
        "Measured: 0.98 kg CO2e per kg, without the removals of the orchard",
        "经测算：每千克 0.98 kg CO2e，不含果园清除量",
        markets=["CN", "EU"],
        passports=[cite("passports/A-sold")],
        verifications=[cite("verifications/A-sold")],
        allocations=[cite("allocations/inset-A")],
        figures=figures,
    )


def _low_carbon() -> Tree:
    found = run(
        "low_carbon_test",
        {
            "gateTotal_kgCO2e": "33384.8",
            "soldFruit_kg": "44460",
            "postFarm_per_kg": "0.23",
            "benchmark": "1.25",
            "relativeHalfWidth": "0.25",
        },
    )
    gross = dec(round(Decimal(found["grossEmissions"]), 6))
    figures = _figures(gross, "44460", benchmarkValue="1.25", relativeHalfWidth="0.25", primaryDataShare="50")
    figures["dataQualityWorst"] = "3"
    return _claim(
        "t2",
        "t2_low_carbon",
        "Low carbon litchi, compared with fruit of the trade",
        "低碳荔枝，与同类水果相比",
        comparative=True,
        passports=[cite("passports/A-sold")],
        benchmark=cite("benchmarks/litchi"),
        figures=figures,
    )


def _low_carbon_by_path() -> Tree:
    """Two years after 2024, on the path exactly: 1 - 0.042 * 2."""
    base = Decimal("1.1")
    gross = dec(base * (1 - Decimal("0.042") * 2))
    figures = _figures(gross, "44460", baseYearPerUnit=dec(base), primaryDataShare="60")
    figures["baseYear"] = 2024
    return _claim(
        "t2-path",
        "t2_low_carbon",
        "Reduced carbon litchi since 2024",
        "自 2024 年起减碳的荔枝",
        passports=[cite("passports/A-sold")],
        figures=figures,
    )


def _neutral() -> Tree:
    gross, units = Decimal("0.4"), Decimal(20000)
    inset = dec(gross * units / 1000 - 1)
    figures = _figures(dec(gross), dec(units), inset, inset, baseYearPerUnit="0.6", externalUnits="1")
    figures["baseYear"] = 2022
    return _claim(
        "t3",
        "t3_carbon_neutral",
        "Carbon neutral litchi",
        "碳中和荔枝",
        passports=[cite("passports/C")],
        allocations=[cite("allocations/inset-C")],
        units=[cite("units/2")],
        plan=cite("plans/1"),
        figures=figures,
    )


def _net_zero() -> Tree:
    return _claim(
        "t4",
        "t4_net_zero_aligned",
        "The brand of the Dual-carbon litchi cooperative is on its net zero path",
        "双碳荔枝合作社的品牌走在净零路径上",
        subjectBrand=iri("brands/litchi"),
        plan=cite("plans/1"),
        future=True,
    )


def _negative() -> Tree:
    found = run(
        "bioccs_claim_scenario",
        {
            "dryWood_t": "30",
            "carbonFraction": "0.48",
            "captureRate": "0.9",
            "lossFraction": "0.02",
            "energy_t": "5.4",
            "supply_t": "1.8",
            "removalHalfWidth": "0.1",
            "grossEmissions_t": "18.0276",
            "emissionHalfWidth": "0.15",
            "soldFruit_kg": "44460",
            "bufferRate": "0.02",
        },
    )
    if found["verdict"] != "pass":
        raise ValueError("lot B is to be carbon negative")
    tonnes = dec(found["issuable_t"])
    figures = _figures(dec(round(Decimal(found["grossPerKg"]), 6)), "44460", tonnes, tonnes)
    figures["primaryDataShare"] = "70"
    return _claim(
        "t5",
        "t5_carbon_negative",
        "Carbon negative litchi",
        "负碳荔枝",
        markets=["CN", "EU", "US"],
        passports=[cite("passports/B")],
        allocations=[cite("allocations/inset-B")],
        figures=figures,
    )


def _contribution() -> Tree:
    return _claim(
        "contribution",
        "contribution",
        "We pay for one tonne stored elsewhere; nothing is offset by it",
        "我们支付异地封存的一吨，不用于抵销",
        markets=["CN", "EU"],
        units=[cite("units/2")],
        subjectProduct=iri("products/litchi"),
    )


def _label() -> Tree:
    return document(
        "Label",
        "labels/t1",
        "parties/cooperative",
        "2026-08-25",
        claim=cite("claims/t1"),
        design="footprint_mark",
        displayedValue="0.980895",
        displayedUnit="kg CO2e/kg",
        boundaryText=text("Cradle to grave", "从摇篮到坟墓"),
        dataYear=2026,
        verifierText="Example verification body",
        qrUri="https://example.org/gclink/claims/t1",
        printRun=40000,
        unitsPerLabel="1",
        validity=period("2026-09-01", "2028-09-01"),
    )


def _negative_label() -> Tree:
    tree = _label()
    tree.update(
        id=iri("labels/t5"),
        claim=cite("claims/t5"),
        design="negative_mark",
        displayedValue=_negative()["figures"]["netPerUnit"],
        qrUri="https://example.org/gclink/claims/t5",
    )
    return tree


def _benchmark() -> Tree:
    return document(
        "Benchmark",
        "benchmarks/litchi",
        "parties/rules",
        "2026-02-01",
        productRule=method("Rule for fresh fruit", "2025", "https://rules.example.org/fruit"),
        value="1.25",
        declaredUnit=quantity("1", "kg"),
        boundary="cradle_to_grave",
        geography={"type": "Geography", "region": "Eastern Asia"},
        gwpSet="AR6",
        referenceYear=2025,
        sourceText=text("Illustration, no survey", "示例，未经调查"),
        illustrative=True,
    )


def _plan() -> Tree:
    targets = [("2030", "0.42"), ("2035", "0.63"), ("2050", "0.9")]
    return document(
        "ReductionPlan",
        "plans/1",
        "parties/cooperative",
        "2026-03-01",
        reportingEntity=iri("parties/cooperative"),
        baseYear=2024,
        targets=[
            {
                "type": "PlanTarget",
                "position": position,
                "targetYear": int(year),
                "reductionShare": share,
                "scopeText": text("Own land and energy", "自有土地与能源"),
            }
            for position, (year, share) in enumerate(targets, 1)
        ],
        publicUri="https://example.org/plan",
        reviewMonths=12,
        resourcesText=text("200,000 CNY a year", "每年 20 万元"),
        period=period("2026-01-01", "2035-12-31"),
    )


def _inventory() -> Tree:
    return document(
        "EntityInventory",
        "inventories/2025",
        "parties/cooperative",
        "2026-03-01",
        reportingEntity=iri("parties/cooperative"),
        year=2025,
        energyIndustry="42.5",
        flag="30.2",
        fossilPart="38",
        total="72.7",
        boundaryText=text("Own operations and purchased inputs", "自有运营与外购投入"),
    )


def _brand() -> Tree:
    return document(
        "BrandProfile",
        "brands/litchi",
        "parties/cooperative",
        "2026-08-20",
        owner=iri("parties/cooperative"),
        name=text("Dual-carbon litchi", "双碳荔枝"),
        products=[
            {
                "type": "ProductRequirement",
                "product": iri(product),
                "requiredTier": tier,
                "fromDate": "2026-09-01",
            }
            for product, tier in (("products/litchi", "t2_low_carbon"), ("products/spirits", "t1_measured"))
        ],
        baseInventory=cite("inventories/2019"),
        currentInventory=cite("inventories/2025"),
        verifiedReduction="0.9",
        verifiedFlagReduction="0.72",
        residual="6",
        residualFossil="4",
        neutralisations=[cite("allocations/brand-1"), cite("allocations/brand-2")],
        neutralisedDurable="4",
        neutralisedTotal="6",
        plan=cite("plans/1"),
    )
