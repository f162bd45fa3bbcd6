"""Coverage by value adds amounts in one currency, at the rate that the transaction states (GCL-LNK-019)."""

from __future__ import annotations

from typing import Any

import pytest
from gclink.bundle import Bundle, procedures
from gclink.engines._sparql_bundle import ask, graph, queries
from gclink_conformance.cases import AS_OF, documents, load
from gclink_conformance.check import ROOT

RULE = "GCL-LNK-019"
#: Linked goods of 1 200 000 CNY beside an invoice in EUR without a link; four fifths are agreed, 7.5 CNY for a EUR.
CASE = next(case for case in load(ROOT / "cases") if case.id == "gcl-lnk-019-n04")


def _broken(amount: str, fx: dict[str, Any]) -> bool:
    bundle = Bundle(AS_OF)
    for tree in documents(CASE, ROOT).values():
        if tree["type"] == "FinancingTransaction":
            tree["items"][1]["faceAmount"]["amount"] = amount
            tree["fx"] |= fx
        bundle.add(tree)
    found = {hit.entry.id for hit in procedures()[RULE](bundle)}
    assert found == ask(graph(bundle), queries()[RULE])
    return bool(found)


@pytest.mark.parametrize(("amount", "broken"), [("40000", False), ("40001", True), ("300000", True)])
def test_an_amount_in_another_currency_is_converted(amount: str, broken: bool) -> None:
    assert _broken(amount, {}) is broken


@pytest.mark.parametrize("fx", [{"sourceCurrency": "USD"}, {"targetCurrency": "USD"}])
def test_an_amount_without_a_rate_is_on_neither_side(fx: dict[str, Any]) -> None:
    """That there is no rate is told by GCL-FIN-005."""
    assert not _broken("300000", fx)
