"""Bases of module finance: the terms that tie the margin to carbon, what was observed, what follows."""

from __future__ import annotations

from decimal import Decimal

from gclink_conformance.bases._make import Tree, cite, dec, document, iri, money, period, quantity, run, text

_STEPS: tuple[tuple[str | None, str | None, int], ...] = (
    (None, "0.5", -15),
    ("0.5", "0.55", -10),
    ("0.55", "0.62", 0),
    ("0.62", None, 10),
)


def documents() -> dict[str, Tree]:
    """Return the bases by name."""
    return {
        "terms": _terms(),
        "terms-sum": _two_ratchets(),
        "terms-sleeping": _sleeping(),
        "observation": _observation(),
        "observation-last": _last_observation(),
        "adjustment": _adjustment(),
        "eligibility-cn": _catalogue(),
        "eligibility-eu": _taxonomy(),
        "impact": _impact(),
    }


def _ratchet(kpi: str, steps: tuple[tuple[str | None, str | None, int], ...]) -> Tree:
    found: list[Tree] = []
    for position, (lower, upper, points) in enumerate(steps, 1):
        step: Tree = {"type": "RatchetStep", "position": position}
        if lower is not None:
            step["lower"] = lower
        if upper is not None:
            step["upper"] = upper
        step.update(lowerInclusive=False, upperInclusive=upper is not None, adjustmentBp=points)
        found.append(step)
    return {"type": "MarginRatchet", "kpiKey": kpi, "steps": found}


def _kpi(key: str, direction: str, measure: str, baseline: str) -> Tree:
    return {
        "type": "Kpi",
        "key": key,
        "name": text(f"Indicator {key}", f"指标 {key}"),
        "measure": measure,
        "indicatorCode": f"EX-{key}",
        "unit": "kg/kg",
        "decimals": 4,
        "direction": direction,
        "boundary": "cradle_to_gate",
        "gwpSet": "AR6",
        "methodologyUri": "https://rules.example.org/footprint",
        "methodologyVersion": "2018",
        "baselineValue": baseline,
        "baselineDate": "2025-12-31",
        "sourceType": "passport",
    }


def _target(key: str, day: str, comparator: str, value: str) -> Tree:
    return {
        "type": "PerformanceTarget",
        "kpiKey": key,
        "targetDate": day,
        "comparator": comparator,
        "value": value,
        "ambitionBasis": text("Faster than the sector", "快于行业水平"),
    }


def _terms() -> Tree:
    return document(
        "SustainabilityTerms",
        "terms/1",
        "parties/bank",
        "2026-02-01",
        programme=iri("programmes/1"),
        sleeping=False,
        kpis=[_kpi("intensity", "lower_is_better", "emissions_excluding_removals", "0.65")],
        performanceTargets=[
            _target("intensity", "2026-12-31", "at_most", "0.6"),
            _target("intensity", "2027-12-31", "at_most", "0.55"),
        ],
        ratchets=[_ratchet("intensity", _STEPS)],
        combination="single",
        floorBp=-15,
        capBp=10,
        noDataAdjustmentBp=10,
        effectiveLagDays=0,
        observationFrequencyMonths=12,
        observationGraceDays=30,
        noticeDays=5,
        linkMaxAgeDays=30,
        minimumCoverage="0.8",
    )


def _two_ratchets() -> Tree:
    """Footprint down and removals up, added, with a floor and a cap of their own."""
    tree = _terms()
    removals = _kpi("removals", "higher_is_better", "removals_quantity", "2")
    removals["unit"] = "t"
    steps = ((None, "5", 5), ("5", "9", 0), ("9", None, -5))
    tree.update(
        id=iri("terms/2"),
        kpis=[tree["kpis"][0], removals],
        performanceTargets=[*tree["performanceTargets"], _target("removals", "2027-12-31", "at_least", "9")],
        ratchets=[tree["ratchets"][0], _ratchet("removals", steps)],
        combination="sum",
        floorBp=-20,
        capBp=15,
    )
    return tree


def _sleeping() -> Tree:
    tree = _terms()
    for name in ("kpis", "performanceTargets", "ratchets", "minimumCoverage"):
        del tree[name]
    tree.update(id=iri("terms/3"), sleeping=True, floorBp=0, capBp=0, noDataAdjustmentBp=0)
    return tree


def _input(passport: str, lot: str, amount: str, value: str, day: str) -> Tree:
    return {
        "type": "ObservationInput",
        "evidence": cite(passport),
        "lot": iri(lot),
        "quantity": quantity(amount, "kg"),
        "value": value,
        "observedOn": day,
        "carbonLink": iri(f"links/{lot[-1]}"),
    }


def _observation() -> Tree:
    """Lots A and B weighted by quantity: 0.53."""
    inputs = [
        _input("passports/smoked-A", "lots/smoked-A", "6000", "0.5", "2026-06-14"),
        _input("passports/smoked-B", "lots/smoked-B", "4000", "0.575", "2026-06-15"),
    ]
    found = run(
        "aggregate_observation",
        {
            "aggregation": "quantity_weighted_mean",
            "decimals": 4,
            "inputs": [{"quantity": item["quantity"]["value"], "value": item["value"]} for item in inputs],
        },
    )
    return document(
        "KpiObservation",
        "observations/1",
        "parties/cooperative",
        "2026-06-16",
        terms=cite("terms/1"),
        kpiKey="intensity",
        value=dec(found["value"]),
        unit="kg/kg",
        decimals=4,
        observationDate="2026-06-15",
        period=period("2026-01-01", "2026-06-15"),
        aggregation="quantity_weighted_mean",
        observationInputs=inputs,
        methodologyVersion="2018",
        verification=cite("verifications/inputs"),
        state="submitted",
    )


def _last_observation() -> Tree:
    tree = _observation()
    tree.update(id=iri("observations/2"), aggregation="last", value="0.575")
    return tree


def _adjustment() -> Tree:
    found = run(
        "ratchet_step",
        {
            "steps": [
                {key: value for key, value in step.items() if key != "type"}
                for step in _terms()["ratchets"][0]["steps"]
            ],
            "observedValue": "0.53",
            "direction": "lower_is_better",
        },
    )
    points = int(found["adjustmentBp"])
    return document(
        "MarginAdjustment",
        "adjustments/1",
        "parties/bank",
        "2026-06-20",
        terms=cite("terms/1"),
        appliesTo=iri("facilities/1"),
        adjustmentBasis="observed",
        observations=[cite("observations/1")],
        adjustmentComponents=[
            {
                "type": "AdjustmentComponent",
                "kpiKey": "intensity",
                "observedValue": "0.53",
                "stepPosition": int(found["stepPosition"]),
                "adjustmentBp": points,
            }
        ],
        adjustmentBp=points,
        verifiedOn="2026-06-18",
        effectiveFrom="2026-06-25",
        effectiveTo="2027-06-24",
        state="calculated",
    )


def _catalogue() -> Tree:
    return document(
        "EligibilityAssessment",
        "eligibility/cn",
        "parties/assessor",
        "2026-04-01",
        subject=iri("receivables/LZ-0001"),
        system="cn_gfepc",
        systemVersion="2025",
        category="4.1.2",
        useCategory="trade",
        result="eligible",
        approvalDate="2026-03-20",
        assessor=iri("parties/assessor"),
        evidence=[cite("passports/smoked-A"), cite("passports/smoked-B")],
    )


def _taxonomy() -> Tree:
    objectives = ("adaptation", "water", "circular economy", "pollution", "biodiversity")
    return document(
        "EligibilityAssessment",
        "eligibility/eu",
        "parties/assessor",
        "2026-04-01",
        subject=iri("transactions/green"),
        system="eu_taxonomy",
        systemVersion="2023",
        category="D35.21",
        result="aligned",
        approvalDate="2026-03-20",
        undrawnAtPublication=False,
        assessor=iri("parties/assessor"),
        evidence=[cite("reports/plant")],
        substantialContribution=True,
        dnsh=[{"type": "DnshAnswer", "objective": objective, "met": True} for objective in objectives],
        minimumSafeguards=True,
    )


def _impact() -> Tree:
    """5.3 t behind an invoice of 1,200,000, of which 1,080,000 were financed; a loan of the bank saved 1.2 t more."""
    figures = {"emissions": "5.3", "avoidedEmissions": "1.2", "removals": "0.55"}
    found = run(
        "impact_attribution",
        {
            "financedShare": "1080000",
            "attributionBase": "1200000",
            **{f"{name}_t": value for name, value in figures.items()},
        },
    )
    shares = {"emissions": "attributedEmissions", "avoidedEmissions": "attributedAvoided"}
    shares["removals"] = "attributedRemovals"
    return document(
        "ImpactRecord",
        "impact/1",
        "parties/bank",
        "2026-09-30",
        transaction=iri("transactions/1"),
        indicatorCode="GHG-1",
        period=period("2026-06-25", "2026-09-18"),
        timing="ex_post",
        accounting="gross",
        **{name: quantity(value, "t") for name, value in figures.items()},
        attributionBase=money("1200000"),
        financedShare=money("1080000"),
        attributionFactor=dec(Decimal(found["attributionFactor"])),
        **{share: quantity(dec(found[f"{share}_t"]), "t") for share in shares.values()},
        registryUnitsIssued=False,
        claimStatus="reported_not_claimed",
        evidence=[cite("links/A"), cite("links/B")],
    )
