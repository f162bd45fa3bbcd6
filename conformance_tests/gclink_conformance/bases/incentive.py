"""Bases of module incentive: the scheme, what it gives to buyers, growers and raters, and the bank's grade."""

from __future__ import annotations

from decimal import Decimal

from gclink_conformance.bases._make import Tree, cite, dec, document, iri, method, money, period, quantity, text


def documents() -> dict[str, Tree]:
    """Return the bases of the module by name."""
    return {
        "scheme": _scheme(),
        "scheme-subsidy": _subsidy_scheme(),
        "scheme-esg": _rating_scheme(),
        "reward": _reward(),
        "subsidy": _subsidy(),
        "esg-points": _points(),
        "grade": _grade(),
    }


def _scheme() -> Tree:
    return document(
        "IncentiveScheme",
        "schemes/points",
        "parties/supermarket",
        "2026-05-01",
        owner=iri("parties/supermarket"),
        schemeKind="purchase_reward",
        name=text("Points for low footprints", "低足迹积分"),
        version="2",
        basis=["passport", "claim"],
        minimumTier="t1_measured",
        rate="10",
        rateUnit="points_per_kg",
        cap="500",
        exclusive=False,
        period=period("2026-06-01", "2027-05-31"),
    )


def _subsidy_scheme() -> Tree:
    tree = _scheme()
    tree.update(
        id=iri("schemes/char"),
        issuer=iri("parties/authority"),
        owner=iri("parties/authority"),
        schemeKind="policy_subsidy",
        name=text("Support for char in soil", "生物炭还田补贴"),
        basis=["removal_statement"],
        rate="300",
        rateUnit="money_per_tonne",
        cap="50000",
        exclusive=True,
        eligibleCostShare="0.5",
    )
    return tree


def _rating_scheme() -> Tree:
    tree = _scheme()
    tree.update(
        id=iri("schemes/esg"),
        issuer=iri("parties/rater"),
        owner=iri("parties/rater"),
        schemeKind="esg_points",
        name=text("Points of the rating", "评级分值"),
        basis=["passport", "label"],
        rateUnit="points_per_tonne",
    )
    return tree


def _reward() -> Tree:
    benchmark, gross, bought = Decimal("1.25"), Decimal("0.980895"), Decimal(3)
    avoided = (benchmark - gross) * bought
    return document(
        "PurchaseReward",
        "rewards/1007-1",
        "parties/supermarket",
        "2026-07-10",
        incentiveScheme=iri("schemes/points"),
        beneficiary=iri("parties/consumer"),
        evidence=[cite("passports/A-sold")],
        period=period("2026-07-01", "2026-07-31"),
        lot=iri("lots/A-sold"),
        quantity=quantity(dec(bought), "kg"),
        purchasedOn="2026-07-05",
        benchmarkValue=dec(benchmark),
        grossPerUnit=dec(gross),
        avoided=dec(avoided),
        points=dec(round(avoided * 10, 2)),
        directSale=True,
    )


def _subsidy() -> Tree:
    granted = Decimal("9.652697") * 300
    return document(
        "PolicySubsidy",
        "subsidies/1",
        "parties/authority",
        "2026-09-10",
        incentiveScheme=iri("schemes/char"),
        beneficiary=iri("parties/cooperative"),
        evidence=[cite("statements/biochar")],
        period=period("2025-08-01", "2026-07-31"),
        basisQuantity="9.652697",
        grantAmount=money(round(granted, 2)),
        eligibleCost=money("6000"),
        otherSupport=money("1000"),
    )


def _points() -> Tree:
    return document(
        "EsgPointEntry",
        "esg/2026",
        "parties/rater",
        "2026-09-15",
        incentiveScheme=iri("schemes/esg"),
        beneficiary=iri("parties/cooperative"),
        evidence=[cite("passports/A"), cite("labels/t1")],
        period=period("2025-08-01", "2026-07-31"),
        indicator="primary_data",
        indicatorValue="62.5",
        points="7.5",
        maximum="10",
    )


def _grade() -> Tree:
    return document(
        "CarbonAccountGrade",
        "grades/2026",
        "parties/bank",
        "2026-09-20",
        holder=iri("parties/cooperative"),
        accountScheme=method("Carbon account of the bank", "3"),
        scale="four_colour",
        grade="light_green",
        intensity="0.980895",
        declaredUnitText="kg",
        boundary="cradle_to_grave",
        gwpSet="AR6",
        benchmark=cite("benchmarks/litchi"),
        benchmarkValue="1.25",
        period=period("2025-08-01", "2026-07-31"),
        evidence=[cite("passports/A-sold")],
    )
