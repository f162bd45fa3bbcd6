"""Bases of module passport: the orchard's fruit at the gate, with its inset, on the table, and a bottle of spirits."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from gclink_conformance.bases._make import (
    Tree,
    calc,
    cite,
    dec,
    document,
    evidence,
    iri,
    method,
    period,
    quantity,
    run,
    text,
)

_ADDITIVE = (
    "fossilGhg",
    "landUseChange",
    "landManagementBiogenicCO2",
    "biogenicNonCO2",
    "landManagementRemovals",
    "technologicalRemovals",
    "ccsCapture",
    "biogenicUptake",
)


def documents() -> dict[str, Tree]:
    """Return the bases of the module by name."""
    return {
        "passport": gate(),
        "passport-inset": _inset(),
        "passport-grave": _grave(),
        "passport-product": _spirits(),
    }


def components(**given: str) -> Tree:
    """Return GhgComponents; what is not given of the additive ones is 0."""
    return {"type": "GhgComponents", **{name: given.get(name, "0") for name in _ADDITIVE}, **given}


def _stage(stage: str, **given: str) -> Tree:
    return {"type": "StageFootprint", "stage": stage, "components": components(**given)}


def _totals(parts: Tree) -> Tree:
    """Return the three totals of a set of components."""
    inputs = {name: parts[name] for name in _ADDITIVE}
    found = run("passport_totals", inputs)
    return {name: dec(found[name]) for name in ("grossEmissions", "totalExclUptake", "totalInclUptake")}


def _gas(gas: str, mass: str, gwp: str, tier: str) -> Tree:
    value = dec(Decimal(mass) * Decimal(gwp))
    return {"type": "GasEntry", "gas": gas, "gasMass": mass, "gwp": gwp, "value": value, "methodTier": tier}


def _inventory(component: str, total: str, *gases: Tree) -> Tree:
    return {"type": "GasInventory", "component": component, "total": total, "gases": list(gases)}


def gate(**changes: Any) -> Tree:
    """Lot A at the farm gate: 200 kg N per hectare, no removal, the uptake of the fruit shown apart."""
    farm = run(
        "litchi_gate_footprint",
        {
            "nitrogen_kg_per_ha": "200",
            "area_ha": "10",
            "emissionFactor": "0.0156",
            "fertiliserProduction_kgCO2e": "16000",
            "otherFarm_kgCO2e": "4000",
            "fruit_kg": "46800",
        },
    )
    fossil = dec(round(Decimal(farm["fossilGhg"]), 6))
    nitrous = dec(farm["biogenicNonCO2"])
    content = dec(Decimal("0.18") * Decimal("0.42"))
    uptake = calc("biogenic_uptake", "biogenicUptake", biogenicCarbonContent=content)
    fertiliser = dec(round(Decimal(16000) / Decimal(46800), 6))
    diesel = dec(Decimal(fossil) - Decimal(fertiliser))
    parts = components(fossilGhg=fossil, biogenicNonCO2=nitrous, biogenicUptake=uptake, landManagementFossil=diesel)
    field_n2o = dec(round(Decimal(nitrous) / 273, 9))
    return document(
        "CarbonPassport",
        "passports/A",
        "parties/cooperative",
        "2026-08-05",
        passportKind="retrospective",
        subjectLot=iri("lots/A"),
        declaredUnit=quantity("1", "kg"),
        massPerDeclaredUnit=quantity("1", "kg"),
        coveredQuantity=quantity("46800", "kg"),
        boundary="cradle_to_gate",
        boundaryText=text("From fertiliser to the farm gate", "从肥料生产到农场大门"),
        period=period("2025-08-01", "2026-07-31"),
        validity=period("2026-08-01", "2029-07-31"),
        geography={"type": "Geography", "subdivision": "CN-GD"},
        gwpSet="AR6",
        components=parts,
        **_totals(parts),
        stages=[
            _stage("raw_materials", fossilGhg=fertiliser),
            _stage(
                "cultivation",
                fossilGhg=diesel,
                biogenicNonCO2=nitrous,
                biogenicUptake=uptake,
                landManagementFossil=diesel,
            ),
        ],
        gasInventories=[
            _inventory("fossil_ghg", fossil, _gas("co2", fossil, "1", "tier_1")),
            _inventory("biogenic_non_co2", nitrous, _gas("n2o", field_n2o, "273", "tier_2")),
        ],
        carbonContent={"type": "CarbonContent", "fossil": "0", "biogenic": content},
        packagingIncluded=False,
        outboundLogisticsIncluded=False,
        ccsIncluded=False,
        landUse={
            "type": "LandUseAssessment",
            "lookbackYears": 20,
            "converted": False,
            "evidenceFiles": [evidence("aerial-2000.tif", "image/tiff"), evidence("aerial-2026.tif", "image/tiff")],
        },
        harvestCount=3,
        averagingText=text("Mean of three harvests", "三次收成的平均值"),
        exemptedPercent="1.5",
        exemptedLargest="0.8",
        exemptedText=text("Pruning tools and twine", "修剪工具与捆绳"),
        primaryDataShare="62.5",
        dataQuality={"type": "DataQuality", "technological": "2", "geographical": "1.5", "temporal": "1"},
        uncertainty={
            "type": "Uncertainty",
            "low": "0.61",
            "high": "0.83",
            "confidence": "0.95",
            "uncertaintyMethod": "monte_carlo",
        },
        methodologies=[method("Product footprint standard", "2018", "https://rules.example.org/footprint")],
        productRules=[method("Rule for fresh fruit", "2025")],
        secondarySources=[method("Factor database", "3.11", publisher="Example data office")],
        processRuns=[iri("runs/cultivation"), iri("runs/harvest")],
        **changes,
    )


def _inset() -> Tree:
    """The same lot with the biochar of its own prunings inset."""
    found = run(
        "inset_into_product",
        {"net_t": "10.160733", "fruit_kg": "46800", "grossEmissions": "0.71335", "bufferRate": "0.05"},
    )
    per_unit = dec(found["insetPerDeclaredUnit"])
    tree = gate()
    tree["id"] = iri("passports/A-inset")
    tree["supersedes"] = cite("passports/A")
    for parts in (tree["components"], tree["stages"][1]["components"]):
        parts["landManagementRemovals"] = f"-{per_unit}"
    tree.update(_totals(tree["components"]))
    tree["insetRemovals"] = [
        {
            "type": "InsetRemoval",
            "statement": cite("statements/biochar"),
            "allocation": iri("allocations/inset-A"),
            "component": "land_management_removals",
            "perDeclaredUnit": per_unit,
        }
    ]
    return tree


def _grave() -> Tree:
    """The fruit that was sold, to the bin: packaging, cold chain, shop and end of life added."""
    sold = Decimal(44460)
    fertiliser, diesel = (dec(round(Decimal(part) / sold, 6)) for part in ("16000", "4000"))
    farm = round(Decimal("33384.8") / sold, 6)
    nitrous = dec(farm - Decimal(fertiliser) - Decimal(diesel))
    fossil = dec(sum(map(Decimal, (fertiliser, diesel, "0.05", "0.12", "0.04", "0.02"))))
    parts = components(fossilGhg=fossil, biogenicNonCO2=nitrous, packaging="0.05", outboundLogistics="0.12")
    tree = gate()
    tree.update(
        id=iri("passports/A-sold"),
        subjectLot=iri("lots/A-sold"),
        coveredQuantity=quantity(dec(sold), "kg"),
        boundary="cradle_to_grave",
        boundaryText=text("From fertiliser to the bin", "从肥料生产到废弃"),
        components=parts,
        stages=[
            _stage("raw_materials", fossilGhg=fertiliser),
            _stage("cultivation", fossilGhg=diesel, biogenicNonCO2=nitrous),
            _stage("packaging", fossilGhg="0.05"),
            _stage("distribution", fossilGhg="0.12"),
            _stage("retail", fossilGhg="0.04"),
            _stage("use"),
            _stage("end_of_life", fossilGhg="0.02"),
        ],
        packagingIncluded=True,
        outboundLogisticsIncluded=True,
        exemptedPercent="0",
        exemptedLargest="0",
        uncertainty={
            "type": "Uncertainty",
            "low": "0.83",
            "high": "1.13",
            "confidence": "0.95",
            "uncertaintyMethod": "error_propagation",
        },
        **_totals(parts),
    )
    tree["carbonContent"]["packagingBiogenic"] = "0.01"
    for name in ("gasInventories", "exemptedText"):
        del tree[name]
    return tree


def _spirits() -> Tree:
    """A forecast for litchi spirits per litre: converted land, captured fermentation gas, biochar in the floor."""
    uptake = calc("biogenic_uptake", "biogenicUptake", biogenicCarbonContent="0.3")
    given = {
        "fossilGhg": "1.8",
        "landUseChange": "0.2",
        "landManagementBiogenicCO2": "0.1",
        "biogenicNonCO2": "0.4",
        "technologicalRemovals": "-0.1",
        "ccsCapture": "-0.2",
        "biogenicUptake": uptake,
    }
    parts = components(
        **given, landManagementFossil="0.3", aircraft="0.05", landCarbonLeakage="0.03", outboundLogistics="0.15"
    )
    return document(
        "CarbonPassport",
        "passports/spirits",
        "parties/cooperative",
        "2024-12-01",
        passportKind="prospective",
        subjectProduct=iri("products/spirits"),
        declaredUnit=quantity("1", "L"),
        massPerDeclaredUnit=quantity("0.93", "kg"),
        coveredQuantity=quantity("300", "L"),
        boundary="cradle_to_gate",
        period=period("2024-01-01", "2024-12-31"),
        validity=period("2024-12-31", "2027-12-31"),
        geography={"type": "Geography", "country": "CN"},
        gwpSet="AR5",
        components=parts,
        **_totals(parts),
        stages=[
            _stage("cultivation", **{name: given[name] for name in ("landUseChange", "landManagementBiogenicCO2")}),
            _stage("raw_materials", biogenicUptake=uptake, biogenicNonCO2="0.3"),
            _stage(
                "processing",
                fossilGhg="1.65",
                biogenicNonCO2="0.1",
                technologicalRemovals="-0.1",
                ccsCapture="-0.2",
            ),
            _stage("distribution", fossilGhg="0.15", outboundLogistics="0.15"),
        ],
        gasInventories=[
            _inventory(
                "fossil_ghg", "1.8", _gas("co2", "1.5", "1", "measured"), _gas("ch4_fossil", "0.01", "30", "tier_3")
            ),
            _inventory(
                "biogenic_non_co2",
                "0.4",
                _gas("n2o", "0.001", "265", "tier_1"),
                _gas("ch4_non_fossil", "0.00482", "28", "tier_1"),
            ),
        ],
        carbonContent={"type": "CarbonContent", "fossil": "0", "biogenic": "0.3", "recycled": "0.02"},
        packagingIncluded=False,
        outboundLogisticsIncluded=True,
        ccsIncluded=True,
        landUse={
            "type": "LandUseAssessment",
            "lookbackYears": 25,
            "converted": True,
            "evidenceFiles": [evidence("conversion-2010.pdf")],
        },
        exemptedPercent="0",
        exemptedLargest="0",
        primaryDataShare="100",
        methodologies=[method("Product footprint standard", "2018")],
        insetRemovals=[
            {
                "type": "InsetRemoval",
                "statement": cite("statements/floor"),
                "allocation": iri("allocations/floor"),
                "component": "technological_removals",
                "perDeclaredUnit": "0.1",
            }
        ],
    )
