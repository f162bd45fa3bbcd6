"""The carbon side: three passports, what the verifier says of them, a claim and its label."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from gclink_conformance.bases import brand, passport
from gclink_conformance.bases._make import cite, dec, document, evidence, iri, method, period, quantity, run, text

from examples.build.production import SMOKED

Tree = dict[str, Any]

_DAY = "2026-06-10"
_PERIOD = period("2026-01-01", "2026-06-30")

#: Shares of the intensity of the smoked lots by stage and component: assumed, to be replaced by metered data.
_SHARES: dict[str, dict[str, tuple[str, str]]] = {
    "A": {"raw_materials": ("0.18", "0"), "cultivation": ("0.05", "0.12"), "processing": ("0.05", "0.1")},
    "B": {"raw_materials": ("0.2", "0"), "cultivation": ("0.06", "0.14"), "processing": ("0.06", "0.115")},
}


def documents() -> dict[str, Tree]:
    """Return passports, verifications, claim and label by file name."""
    return {
        "passport-fruit": fruit(),
        "passport-smoked-a": _smoked("A"),
        "passport-smoked-b": _smoked("B"),
        "verification-fruit": _verification("fruit", "2026-08-10", ["fruit"]),
        "verification-smoked": _verification("smoked", "2026-06-12", ["smoked-A", "smoked-B"]),
        "claim-fruit": _claim(),
        "label-fruit": _label(),
    }


def fruit() -> Tree:
    """Lot A of the fruit at the farm gate: 0.71335 kg CO2e per kg, the uptake of the fruit shown apart."""
    tree = passport.gate()
    tree.update(
        id=iri("passports/fruit"),
        subjectLot=iri("lots/fruit"),
        processRuns=[iri("runs/cultivation")],
    )
    return tree


def _smoked(name: str) -> Tree:
    """A lot of the invoice, from cradle to gate of the smokehouse."""
    amount, intensity = SMOKED[name]
    content = "0.3402"  # 0.81 dry matter of carbon 0.42
    uptake = dec(run("biogenic_uptake", {"biogenicCarbonContent": content})["biogenicUptake"])
    stages = []
    fossil = other = Decimal(0)
    for stage, (fossil_part, other_part) in _SHARES[name].items():
        given = {"fossilGhg": fossil_part, "biogenicNonCO2": other_part}
        if stage == "cultivation":
            given["biogenicUptake"] = uptake
        stages.append({"type": "StageFootprint", "stage": stage, "components": passport.components(**given)})
        fossil, other = fossil + Decimal(fossil_part), other + Decimal(other_part)
    parts = passport.components(fossilGhg=dec(fossil), biogenicNonCO2=dec(other), biogenicUptake=uptake)
    totals = run("passport_totals", {key: value for key, value in parts.items() if key != "type"})
    if dec(totals["grossEmissions"]) != intensity:
        raise ValueError(f"the stages of lot {name} give {totals['grossEmissions']}, the invoice says {intensity}")
    return document(
        "CarbonPassport",
        f"passports/smoked-{name}",
        "parties/cooperative",
        _DAY,
        passportKind="prospective",
        subjectLot=iri(f"lots/smoked-{name}"),
        declaredUnit=quantity("1", "kg"),
        massPerDeclaredUnit=quantity("1", "kg"),
        coveredQuantity=quantity(amount, "kg"),
        boundary="cradle_to_gate",
        boundaryText=text("From fertiliser to the gate of the smokehouse", "从肥料生产到烟熏坊大门"),
        period=_PERIOD,
        validity=period("2026-06-30", "2029-06-30"),
        geography={"type": "Geography", "subdivision": "CN-GD"},
        gwpSet="AR6",
        components=parts,
        **{member: dec(totals[member]) for member in ("grossEmissions", "totalExclUptake", "totalInclUptake")},
        stages=stages,
        carbonContent={"type": "CarbonContent", "fossil": "0", "biogenic": content},
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
        primaryDataShare="60",
        methodologies=[method("Product footprint standard", "2018", "https://rules.example.org/footprint")],
        secondarySources=[method("Factor database", "3.11")],
        processRuns=[iri("runs/smoking")],
    )


def _verification(name: str, day: str, passports: list[str]) -> Tree:
    return document(
        "VerificationStatement",
        f"verifications/{name}",
        "parties/verifier",
        day,
        subjects=[cite(f"passports/{passport_name}") for passport_name in passports],
        verifier=iri("parties/verifier"),
        accreditation="EX-ACC 117",
        standard="iso_14064_3",
        level="limited",
        opinion="unmodified",
        materiality="5",
        completedOn=day,
        validity=period(day, f"2029{day[4:]}"),
        scopeText=text("Cradle to gate", "从摇篮到大门"),
    )


def _claim() -> Tree:
    """Measured, no more: the lot is low in carbon against an illustrative benchmark only, and not negative."""
    tree = brand.documents()["claim-t1"]
    passport_tree = fruit()
    uncertainty = passport_tree["uncertainty"]
    gross = Decimal(passport_tree["grossEmissions"])
    half = (Decimal(uncertainty["high"]) - Decimal(uncertainty["low"])) / (2 * gross)
    for member in ("allocations", "comparedWith"):
        tree.pop(member, None)
    tree.update(
        id=iri("claims/fruit"),
        subjectLot=iri("lots/fruit"),
        markets=["CN"],
        wording=text(
            "Measured: 0.713 kg CO2e per kg, cradle to farm gate", "经测算：每千克 0.713 kg CO2e，从摇篮到农场大门"
        ),
        passports=[cite("passports/fruit")],
        verifications=[cite("verifications/fruit")],
        figures={
            "type": "ClaimFigures",
            "boundary": "cradle_to_gate",
            "declaredUnitText": "kg",
            "coveredUnits": "46800",
            "grossPerUnit": dec(gross),
            "relativeHalfWidth": dec(round(half, 6)),
            "removalsInset": "0",
            "removalsDurable": "0",
            "removalHalfWidth": "0",
            "externalUnits": "0",
            "netPerUnit": dec(gross),
            "primaryDataShare": passport_tree["primaryDataShare"],
        },
        validity=period("2026-09-01", "2029-07-31"),
    )
    return tree


def _label() -> Tree:
    tree = brand.documents()["label"]
    tree.update(
        id=iri("labels/fruit"),
        claim=cite("claims/fruit"),
        design="footprint_mark",
        displayedValue=fruit()["grossEmissions"],
        boundaryText=text(
            "Cradle to farm gate; mark by reference to the national footprint mark",
            "从摇篮到农场大门；标章参照国家产品碳足迹标识",
        ),
        verifierText="Verification body EX-ACC 117",
        qrUri=iri("claims/fruit"),
        printRun=46800,
        validity=period("2026-09-01", "2028-08-31"),
    )
    return tree
