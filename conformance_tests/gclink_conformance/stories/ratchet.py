"""The loan against stock with a margin that follows two indicators: up, down and up again, until nothing is owed."""

from __future__ import annotations

from typing import Any

from gclink_conformance.bases import rights, terms
from gclink_conformance.bases._make import Tree, cite, document, iri, money, run
from gclink_conformance.stories import stock_loan
from gclink_conformance.stories._lending import events, payment
from gclink_conformance.stories._parts import party
from gclink_conformance.stories._ratchet_evidence import KPIS, value
from gclink_conformance.stories._ratchet_evidence import documents as evidence

_TERMS = {"floorBp": -15, "capBp": 10, "noDataAdjustmentBp": 10}
#: First and last day of each step of the margin, and the round of observations behind it; none before the loan.
_STEPS = (
    ("2026-06-25", "2026-06-30", None),
    ("2026-07-01", "2026-07-31", 1),
    ("2026-08-01", "2026-08-31", 2),
    ("2026-09-01", "2026-12-31", 3),
)
_LENT, _FIRST, _REST = "540000", "200000", "340000"


def documents() -> dict[str, Tree]:
    """Return the documents by name."""
    found = {name: tree for name, tree in stock_loan.documents().items() if not name.startswith("event-inventory")}
    for name in ("adjustment", "settlement-1", "settlement-2"):
        del found[name]
    found["programme"]["graceDays"] = 5
    found["facility"] |= {"state": "proposed", "availableFrom": "2026-06-20", "maturityDate": "2026-09-29"}
    found["transaction"] |= {
        "financeLabel": "sustainability_linked", "sustainabilityTerms": cite("terms/stock"),
        "marginAdjustment": cite("adjustments/2"), "eligibilityAssessments": [cite("eligibility/stock")],
    }  # fmt: skip
    return {
        **found,
        **evidence(),
        "guarantor": party("guarantor", "Guarantee fund", "融资担保基金", "guarantor"),
        "terms": _terms(),
        **{f"adjustment-{number}": _adjustment(number) for number in range(1, len(_STEPS) + 1)},
        "eligibility": _eligibility(),
        "inventory-2": _valued_again(found["inventory"]),
        "guarantee": _guarantee("1", "government_guarantee", "transaction", "transactions/stock", "400000", "0.8"),
        "insurance": _guarantee("2", "insurance", "facility", "facilities/stock", "300000", "0.5"),
        "settlement-1": _back(
            "1", "2026-08-15", _FIRST, ("2026-07-01", "2026-08-01", _LENT), ("2026-08-01", "2026-08-15", _LENT)
        ),
        "settlement-2": _back(
            "2", "2026-09-29", _REST, ("2026-08-15", "2026-09-01", _REST), ("2026-09-01", "2026-09-29", _REST)
        ),
        **events(
            "facilities/stock", "facility", "proposed",
            ("available", "2026-06-20T01:00:00Z", "bank", "financier"),
            ("matured", "2026-09-29T16:00:00Z", "bank", "financier"),
            ("closed", "2026-09-30T03:00:00Z", "bank", "financier"),
        ),
        **events("inventories/WR-77", "inventory", "stored", ("pledged", "2026-07-01T03:00:00Z", "bank", "financier")),
        **events(
            "inventories/WR-77-2", "inventory", "pledged", ("released", "2026-09-29T09:30:00Z", "bank", "financier")
        ),
    }  # fmt: skip


def _terms() -> Tree:
    tree = terms.documents()["terms"]
    (kpi,), (ratchet,) = tree["kpis"], tree["ratchets"]
    tree.update(
        id=iri("terms/stock"), programme=iri("programmes/stock"), minimumCoverage="0", combination="sum", **_TERMS,
        kpis=[{**kpi, "key": key, "measure": measure, "indicatorCode": f"EX-{key}"} for key, measure in KPIS.items()],
        ratchets=[{**ratchet, "kpiKey": key} for key in KPIS], observationFrequencyMonths=2, observationGraceDays=10,
        effectiveLagDays=3,
    )  # fmt: skip
    return tree


def _step(number: int) -> tuple[int, int]:
    """Return position and points of the step that holds the observed value of a round."""
    steps = [{name: each for name, each in step.items() if name != "type"} for step in _terms()["ratchets"][0]["steps"]]
    found = run("ratchet_step", {"steps": steps, "observedValue": value(number), "direction": "lower_is_better"})
    return int(found["stepPosition"]), int(found["adjustmentBp"])


def _points(round_: int | None) -> int:
    """Return the sum over the indicators, between floor and cap."""
    if round_ is None:
        return _TERMS["noDataAdjustmentBp"]
    return max(_TERMS["floorBp"], min(_TERMS["capBp"], _step(round_)[1] * len(KPIS)))


def _adjustment(number: int) -> Tree:
    start, end, round_ = _STEPS[number - 1]
    tree = document(
        "MarginAdjustment", f"adjustments/{number}", "parties/bank", "2026-06-22" if number <= 2 else start,
        terms=cite("terms/stock"), appliesTo=iri("facilities/stock"), adjustmentBasis="no_data",
        adjustmentBp=_points(round_), effectiveFrom=start, effectiveTo=end, state="applied",
    )  # fmt: skip
    if round_ is not None:
        position, points = _step(round_)
        tree.update(
            adjustmentBasis="observed", observations=[cite(f"observations/{key}-{round_}") for key in KPIS],
            adjustmentComponents=[
                {
                    "type": "AdjustmentComponent", "kpiKey": key, "observedValue": value(round_),
                    "stepPosition": position, "adjustmentBp": points,
                }
                for key in KPIS
            ],
        )  # fmt: skip
    return tree


def _eligibility() -> Tree:
    tree = terms.documents()["eligibility-cn"]
    tree.update(
        id=iri("eligibility/stock"), issuer=iri("parties/verifier"), assessor=iri("parties/verifier"),
        issuedAt="2026-06-20T08:00:00Z", approvalDate="2026-06-19", subject=iri("products/litchi"),
        evidence=[cite("passports/C-1"), cite("passports/C-2")],
    )  # fmt: skip
    return tree


def _valued_again(first: Tree) -> Tree:
    """The same stock six weeks later: 0.6 x 580,000 is less than what is owed until the first repayment."""
    worth = money("580000")
    return first | {
        "id": iri("inventories/WR-77-2"), "issuedAt": "2026-08-12T08:00:00Z", "supersedes": cite("inventories/WR-77"),
        "state": "pledged", "faceValue": worth,
        "valuation": first["valuation"] | {"valuationAmount": worth, "valuedOn": "2026-08-12"},
    }  # fmt: skip


def _guarantee(name: str, kind: str, member: str, target: str, amount: str, share: str) -> Tree:
    tree = rights.documents()["enhancement"]
    del tree["facility"]
    tree.update(
        id=iri(f"enhancements/{name}"), issuedAt="2026-06-30T08:00:00Z", enhancementType=kind, coverageShare=share,
        guaranteedAmount=money(amount), expiryDate="2026-12-31", **{member: iri(target)},
    )  # fmt: skip
    return tree


def _rate(day: str) -> str:
    """Return the all-in rate from a day on: 3 % and 150 basis points, with the step of the day."""
    points = next(_points(round_) for start, end, round_ in _STEPS if start <= day <= end)
    found: str = run("all_in_rate", {"baseRate": "0.03", "marginBp": 150, "adjustmentBp": points})["allInRate"]
    return found


def _back(name: str, day: str, principal: str, *spans: tuple[str, str, str]) -> Tree:
    listed = [(place, *span, _rate(span[0])) for place, span in enumerate(spans, 1)]
    inputs: list[dict[str, Any]] = [
        {"position": place, "from": start, "until": until, "balance": balance, "rate": rate}
        for place, start, until, balance, rate in listed
    ]
    due = run("interest_in_arrears", {"currency": "CNY", "dayCount": "ACT/360", "interestPeriods": inputs})
    periods = [
        {
            "type": "InterestPeriod", "position": place, "fromDate": start, "untilDate": until,
            "principalBalance": money(balance), "rate": rate,
        }
        for place, start, until, balance, rate in listed
    ]  # fmt: skip
    parts = {"principal": principal, "interest": str(due["interestPart"]), "interestPeriods": periods}
    return payment(name, "stock", "repayment", ("cooperative", "bank"), day, **parts)
