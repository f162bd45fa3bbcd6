"""One set of terms with an indicator of every kind of source, and what was observed for each: a passport with and
without its removals, a removal statement, a label, the account of a bank and a rating.
"""

from __future__ import annotations

from typing import Any

from gclink_conformance.bases import brand, incentive, terms
from gclink_conformance.bases._make import Tree, cite, document, iri, period, quantity
from gclink_conformance.stories import inset, removal_loan
from gclink_conformance.stories._lending import events
from gclink_conformance.stories._parts import party

#: What is taken over from the loan whose margin follows the removals, beside the removals themselves.
_LOAN = ("supermarket", "bank", "platform", "programme", "claim", "label", "verification-passport")
_METHOD = {"methodologyUri": "https://rules.example.org/footprint", "methodologyVersion": "2018"}
_CHAR = {"methodologyUri": "https://rules.example.org/biochar", "methodologyVersion": "2025"}
#: Key, measure, source, unit, direction and baseline of each indicator.
_KPIS = (
    ("intensity", "emissions_excluding_removals", "passport", "kg/kg", "lower_is_better", "0.8"),
    ("net", "emissions_net_of_inset_removals", "passport", "kg/kg", "lower_is_better", "0.65"),
    ("removals", "removals_quantity", "passport", "t", "higher_is_better", "2"),
    ("mark", "emissions_excluding_removals", "label", "kg/kg", "lower_is_better", "0.8"),
    ("account", "emissions_excluding_removals", "carbon_account", "kg/kg", "lower_is_better", "0.8"),
    ("rating", "other", "rating", "1", "higher_is_better", "5"),
)
_PASSPORT = "verifications/passport"
_GATE = {"boundary": "cradle_to_gate"}


def documents() -> dict[str, Tree]:
    """Return the documents by name."""
    loan = removal_loan.documents()
    found = {name: loan[name] for name in (*inset.documents(), *_LOAN)}
    passport, statement = found["passport"], found["statement"]
    gross, tonnes = passport["grossEmissions"], statement["issuable"]
    fruit = passport["coveredQuantity"]["value"]
    return {
        **found,
        "rater": party("rater", "Rating agency", "评级机构", "rating_agency"),
        "terms": _terms(),
        "benchmark": {**brand.documents()["benchmark"], "issuer": iri("parties/verifier"), **_GATE},
        "grade": {
            **incentive.documents()["grade"], "issuedAt": "2026-09-01T08:00:00Z", "intensity": gross,
            "evidence": [cite("passports/A-inset")], **_GATE,
        },
        "scheme-rating": {**incentive.documents()["scheme-esg"], "period": period("2025-08-01", "2027-07-31")},
        "rating": {
            **incentive.documents()["esg-points"], "issuedAt": "2026-09-01T08:00:00Z",
            "evidence": [cite("passports/A-inset"), cite("labels/t1")],
        },
        "verification-rating": {
            **found["verification"], "id": iri("verifications/rating"), "issuedAt": "2026-09-05T08:00:00Z",
            "subjects": [cite("esg/2026")],
        },
        **_observed("intensity", gross, "passports/A-inset", (fruit, "kg"), lot=iri("lots/A")),
        **_observed("net", passport["totalExclUptake"], "passports/A-inset", (fruit, "kg"), lot=iri("lots/A")),
        **_observed("removals", tonnes, "statements/biochar", (tonnes, "t")),
        **_observed("mark", gross, "labels/t1", (fruit, "kg")),
        **_observed("account", gross, "grades/2026", (fruit, "kg")),
        **_observed("rating", "7.5", "esg/2026", ("1", "1")),
    }  # fmt: skip


def _terms() -> Tree:
    tree = terms.documents()["terms"]
    (first,) = tree["kpis"]
    tree["kpis"] = [
        {
            **first, **(_CHAR if key == "removals" else _METHOD), "key": key, "measure": measure, "sourceType": source,
            "name": {"en": f"Indicator {key}", "zh": f"指标 {key}"}, "indicatorCode": f"EX-{key}", "unit": unit,
            "decimals": 6, "direction": direction, "baselineValue": baseline,
        }
        for key, measure, source, unit, direction, baseline in _KPIS
    ]  # fmt: skip
    return tree


def _observed(key: str, value: str, evidence: str, weight: tuple[str, str], **more: Any) -> dict[str, Tree]:
    """Return an observation of the season and the event by which it was verified."""
    unit = next(kpi[3] for kpi in _KPIS if kpi[0] == key)
    tree = document(
        "KpiObservation", f"observations/{key}", "parties/cooperative", "2026-09-10", terms=cite("terms/1"),
        kpiKey=key, value=value, unit=unit, decimals=6, observationDate="2026-07-31",
        period=period("2025-08-01", "2026-07-31"), aggregation="sum",
        observationInputs=[
            {
                "type": "ObservationInput", "evidence": cite(evidence), "quantity": quantity(*weight), "value": value,
                **more,
            }
        ],
        methodologyVersion=(_CHAR if key == "removals" else _METHOD)["methodologyVersion"], state="submitted",
        verification=cite({"removals": "verifications/biochar", "rating": "verifications/rating"}.get(key, _PASSPORT)),
    )  # fmt: skip
    step = ("verified", "2026-09-12T08:00:00Z", "verifier", "verifier")
    return {f"observation-{key}": tree, **events(f"observations/{key}", "kpi_observation", "submitted", step)}
