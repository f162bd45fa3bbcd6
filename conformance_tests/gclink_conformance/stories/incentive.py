"""What verified data earns: points for two buyers, a subsidy for the char, points of a rating, the grade of a bank."""

from __future__ import annotations

from decimal import Decimal

from gclink_conformance.bases import core, incentive
from gclink_conformance.bases._make import Tree, cite, dec, iri, money, period, text
from gclink_conformance.stories import brand as brand_story
from gclink_conformance.stories import inset
from gclink_conformance.stories._gas import allocation, chain, verification
from gclink_conformance.stories._parts import party

_FRUIT = "passports/A-inset"
_STATEMENT = "statements/biochar"
#: Days in which the schemes run; what is granted for the season lies in them.
_YEARS = ("2025-08-01", "2027-07-31")
_SEASON = ("2025-08-01", "2026-07-31")


def documents() -> dict[str, Tree]:
    """Return the documents by name."""
    bases = incentive.documents()
    fruit = brand_story.documents()
    return {
        **inset.documents(),
        **chain(),
        "bank": core.documents()["party-bank"],
        "buyer": {**core.documents()["party-person"], "issuer": iri("parties/supermarket")},
        "supermarket": party("supermarket", "Supermarket", "超市", "retailer", "scheme_operator"),
        "authority": party("authority", "County office", "县主管部门", "authority", "scheme_operator"),
        "rater": party("rater", "Rating agency", "评级机构", "rating_agency"),
        "rules": fruit["rules"],
        "passport": fruit["passport"],
        "verification-fruit": verification("fruit", _FRUIT),
        "claim": fruit["claim-measured"],
        "label": fruit["label-measured"],
        "benchmark": {**fruit["benchmark"], "boundary": "cradle_to_gate"},
        "scheme-points": _scheme(bases["scheme"], "passport", "claim", "label"),
        "scheme-char": {**_scheme(bases["scheme-subsidy"], "removal_statement"), "exclusive": False},
        "scheme-rating": _scheme(bases["scheme-esg"], "passport", "label", "removal_statement"),
        "reward-passport": _reward(bases["reward"], "1", _FRUIT),
        "reward-label": _reward(bases["reward"], "2", "labels/t1"),
        "scheme-state": _state(bases["scheme-subsidy"]),
        "allocation-credited": allocation(
            "credited",
            "boiler",
            "statements/bioccs",
            "policy_credited",
            "8.239208",
            ("2026-08-20", "2026-08-20"),
            "schemes/state",
        ),
        "subsidy": _subsidy(bases["subsidy"], "9.652696"),
        "subsidy-gas": {
            **_subsidy(bases["subsidy"], "30"),
            "id": iri("subsidies/2"),
            "beneficiary": iri("parties/boiler"),
            "evidence": [cite("statements/bioccs")],
        },
        "points-data": _points(bases["esg-points"], "data", "primary_data", "72", _FRUIT, "labels/t1"),
        "points-removals": _points(bases["esg-points"], "removals", "verified_removals", "9.65", _STATEMENT),
        "grade": _grade(bases["grade"]),
    }


def _scheme(tree: Tree, *basis: str) -> Tree:
    tree.update(basis=list(basis), period=period(*_YEARS))
    return tree


def _reward(tree: Tree, name: str, evidence: str) -> Tree:
    gross, bought = Decimal("0.71335"), Decimal(3)
    avoided = (Decimal(tree["benchmarkValue"]) - gross) * bought
    tree = dict(tree)
    tree.update(
        id=iri(f"rewards/{name}"), issuedAt="2026-09-02T08:00:00Z", evidence=[cite(evidence)],
        period=period("2026-09-01", "2026-09-30"), lot=iri("lots/A"), purchasedOn="2026-09-01",
        grossPerUnit=dec(gross), avoided=dec(avoided), points=dec(round(avoided * 10, 2)),
    )  # fmt: skip
    return tree


def _state(tree: Tree) -> Tree:
    """Another scheme for the same removals: what it credits, nobody else pays for."""
    tree.update(id=iri("schemes/state"), name=text("Credits of the state", "国家核发"), period=period(*_YEARS))
    return tree


def _subsidy(tree: Tree, tonnes: str) -> Tree:
    tree = dict(tree)
    tree.update(basisQuantity=tonnes, grantAmount=money(round(Decimal(tonnes) * 300, 2)))
    tree.update(eligibleCost=money("20000"))
    return tree


def _points(tree: Tree, name: str, indicator: str, value: str, *evidence: str) -> Tree:
    tree = dict(tree)
    tree.update(
        id=iri(f"esg/{name}"), indicator=indicator, indicatorValue=value, evidence=[cite(item) for item in evidence],
        period=period(*_SEASON),
    )  # fmt: skip
    return tree


def _grade(tree: Tree) -> Tree:
    tree.update(intensity="0.71335", boundary="cradle_to_gate", evidence=[cite(_FRUIT)])
    return tree
