"""The terms of the loan, what was observed under them, and the margin that follows."""

from __future__ import annotations

from decimal import Decimal

from gclink_conformance.bases import terms
from gclink_conformance.bases._make import Tree, cite, dec, document, iri, period, quantity, run
from gclink_conformance.stories._lending import events


def documents(passport: Tree, statement: Tree, paid: str) -> dict[str, Tree]:
    """Return terms, observations, adjustment and their events by name; ``paid`` is the day of the money."""
    observed = _observation("removals", "t", statement["issuable"], "2026-05-01", "2026-05-31")
    observed["observationInputs"] = [_input("statements/biochar", statement["issuable"], "t", statement["issuable"])]
    net = dec(Decimal(passport["grossEmissions"]) + Decimal(passport["components"]["landManagementRemovals"]))
    fruit = _observation("net", "kg/kg", net, passport["period"]["start"], passport["period"]["end"])
    fruit["observationInputs"] = [
        {**_input("passports/A-inset", passport["coveredQuantity"]["value"], "kg", net), "lot": iri("lots/A")}
    ]
    fruit.update(
        verification=cite("verifications/passport"), aggregation="quantity_weighted_mean", methodologyVersion="2018"
    )
    return {
        "terms": _terms(),
        "observation-removals": observed,
        "observation-net": fruit,
        "adjustment": _adjustment(observed["value"], paid),
        **_verified("observations/removals"),
        **_verified("observations/net"),
        **events(
            "adjustments/1", "margin_adjustment", "calculated",
            ("applied", f"{paid}T03:00:00Z", "bank", "financier"),
        ),
    }  # fmt: skip


def _verified(entity: str) -> dict[str, Tree]:
    return events(entity, "kpi_observation", "submitted", ("verified", "2026-08-12T08:00:00Z", "verifier", "verifier"))


def _terms() -> Tree:
    """Return the terms: the margin follows the tonnes removed; the net figure is watched beside it."""
    tree = terms.documents()["terms-sum"]
    net, removals = tree["kpis"]
    net.update(key="net", measure="emissions_net_of_inset_removals", baselineValue="0.65")
    removals.update(methodologyUri="https://rules.example.org/biochar", methodologyVersion="2025")
    tree["performanceTargets"] = [
        {**target, "kpiKey": "net"} if target["kpiKey"] == "intensity" else target
        for target in tree["performanceTargets"]
    ]
    tree.update(
        id=iri("terms/1"), ratchets=tree["ratchets"][1:], combination="single", floorBp=-5, capBp=5,
        noDataAdjustmentBp=5,
    )  # fmt: skip
    return tree


def _observation(key: str, unit: str, value: str, start: str, end: str) -> Tree:
    return document(
        "KpiObservation", f"observations/{key}", "parties/cooperative", "2026-08-11", terms=cite("terms/1"),
        kpiKey=key, value=dec(round(Decimal(value), 4)), unit=unit, decimals=4, observationDate=end,
        period=period(start, end), aggregation="sum", methodologyVersion="2025",
        verification=cite("verifications/biochar"), state="submitted",
    )  # fmt: skip


def _input(evidence: str, amount: str, unit: str, value: str) -> Tree:
    return {
        "type": "ObservationInput", "evidence": cite(evidence), "quantity": quantity(amount, unit), "value": value,
    }  # fmt: skip


def _adjustment(value: str, paid: str) -> Tree:
    steps = [{key: part for key, part in step.items() if key != "type"} for step in _terms()["ratchets"][0]["steps"]]
    found = run("ratchet_step", {"steps": steps, "observedValue": value, "direction": "higher_is_better"})
    tree = terms.documents()["adjustment"]
    tree["adjustmentComponents"][0].update(
        kpiKey="removals", observedValue=value, stepPosition=int(found["stepPosition"]),
        adjustmentBp=int(found["adjustmentBp"]),
    )  # fmt: skip
    tree.update(
        issuedAt="2026-08-13T08:00:00Z", observations=[cite("observations/removals")], verifiedOn="2026-08-12",
        adjustmentBp=int(found["adjustmentBp"]), effectiveFrom=paid, effectiveTo="2027-08-24",
    )  # fmt: skip
    return tree
