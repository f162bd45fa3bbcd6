"""Interest over many payments: each day once, with what is owed and at the rate of that day."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import orjson
from gclink.bundle import Bundle, procedures
from gclink.bundle._spool import Spool
from gclink_conformance.cases import AS_OF, base
from gclink_conformance.check import ROOT

Tree = dict[str, Any]
STORY = "order-loan"
FIRST = date(2026, 5, 11)


def _money(amount: int) -> Tree:
    return {"type": "Money", "amount": str(amount), "currency": "CNY"}


def _daily(days: int) -> dict[str, Tree]:
    """Return the loan on the order, of which one yuan is paid back every day, and what is left on the last."""
    trees: dict[str, Tree] = orjson.loads(orjson.dumps(base(ROOT, STORY)))
    whole = trees.pop("settlement")
    for number in range(1, days + 1):
        start, end = FIRST + timedelta(number - 1), FIRST + timedelta(number)
        owed = 360_000 - (number - 1)
        tree = orjson.loads(orjson.dumps(whole))
        tree["interestPeriods"][0].update(
            fromDate=start.isoformat(), untilDate=end.isoformat(), principalBalance=_money(owed)
        )
        tree.update(
            id=f"{whole['id']}-{number}",
            settledOn=end.isoformat(),
            principalPart=_money(1 if number < days else owed),
        )
        trees[f"settlement-{number:04d}"] = tree
    return trees


def _told(trees: dict[str, Tree]) -> list[str]:
    bundle = Bundle(AS_OF, Spool(in_memory=10_000))
    for tree in trees.values():
        bundle.add(tree)
    return [hit.expected.en for hit in procedures()["GCL-FIN-075"](bundle) if hit.expected is not None]


def test_a_thousand_payments_each_with_its_day_are_right() -> None:
    assert _told(_daily(1_000)) == []


def test_a_payment_of_the_day_counts_for_the_period_that_begins_that_day() -> None:
    trees = _daily(3)
    trees["settlement-0002"]["interestPeriods"][0]["principalBalance"] = _money(360_000)
    assert _told(trees) == ["a balance of 359999 CNY from 2026-05-12"]


def test_principal_that_is_paid_inside_a_period_asks_for_a_new_one() -> None:
    trees = _daily(3)
    trees["settlement-0001"]["interestPeriods"][0]["untilDate"] = "2026-05-13"
    assert _told(trees) == ["a new period from 2026-05-12, when principal is paid"]


def test_a_day_that_no_period_holds_is_named() -> None:
    trees = _daily(3)
    del trees["settlement-0002"]["interestPeriods"]
    assert _told(trees) == ["a period from 2026-05-12"]


def test_a_loan_that_is_not_settled_is_not_asked() -> None:
    trees = _daily(3)
    del trees["settlement-0002"]["interestPeriods"]
    del trees["event-transaction-order-3"]
    assert _told(trees) == []
