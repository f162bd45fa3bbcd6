"""Receivables, settlements and running sums: parts that fit and parts that do not."""

from __future__ import annotations

from typing import ClassVar

import pytest
from gclink.calculations import run


class TestMoneyFlows:
    def test_an_instalment_takes_the_place_of_the_document(self) -> None:
        found = run(
            "receivable_face_value", {"documentPayable": "1000", "instalmentAmount": "400", "creditNoteTotal": "50"}
        )
        assert found == {"faceValue": "350", "violations": []}

    @pytest.mark.parametrize(
        ("change", "violations"),
        [
            ({}, []),
            ({"roundingAmount": "0.01"}, ["GCL-FIN-012"]),
            ({"prepaidAmount": "999.99"}, ["GCL-FIN-012"]),
            ({"faceValue": "701"}, ["GCL-FIN-011"]),
            ({"creditNoteTotal": "729"}, ["GCL-FIN-009"]),
        ],
    )
    def test_control_values_of_a_receivable(self, change: dict[str, str], violations: list[str]) -> None:
        document = {
            "documentPayable": "729",
            "taxInclusiveAmount": "1729",
            "prepaidAmount": "1000",
            "creditNoteTotal": "29",
        }
        assert run("receivable_face_value", document | change)["violations"] == violations

    SETTLEMENT: ClassVar[dict[str, str]] = {
        "faceAmount": "1200000",
        "financedAmount": "1080000",
        "amount": "1200000",
        "principalPart": "1080000",
        "interestPart": "500",
        "feePart": "100",
        "reservePart": "119400",
    }

    def test_charges_come_out_of_the_reserve(self) -> None:
        assert run("settlement_parts", self.SETTLEMENT) == {
            "reserveRelease": "119400",
            "transactionState": "settled",
            "violations": [],
        }

    @pytest.mark.parametrize(
        ("change", "state", "violations"),
        [
            ({"amount": "1200000.01"}, "settled", ["GCL-FIN-078"]),
            ({"reservePart": "119399", "amount": "1199999"}, "settled", ["GCL-FIN-082"]),
            ({"principalPart": "1079999.99", "amount": "1199999.99"}, "part_settled", []),
            ({"principalPart": "0", "amount": "120000"}, "funded", []),
            ({"principalPart": "1080000.01", "amount": "1200000.01"}, None, ["GCL-FIN-079"]),
        ],
    )
    def test_parts_that_do_not_fit(self, change: dict[str, str], state: str | None, violations: list[str]) -> None:
        found = run("settlement_parts", self.SETTLEMENT | change)
        assert (found.get("transactionState"), found["violations"]) == (state, violations)

    @pytest.mark.parametrize(
        ("parts", "written_off", "state", "outstanding"),
        [
            (["600", "400"], "0", "settled", "0"),
            (["600", "399.99"], "0", "part_settled", "0.01"),
            (["600"], "400", "written_off", "0"),
            ([], "0", "funded", "1000"),
            (["600", "400.01"], "0", None, "-0.01"),
        ],
    )
    def test_states_of_principal(self, parts: list[str], written_off: str, state: str | None, outstanding: str) -> None:
        inputs = {"financedAmount": "1000", "principalParts": parts, "writtenOff": written_off}
        found = run("principal_settled", inputs)
        assert (found.get("transactionState"), found["outstanding"]) == (state, outstanding)
        assert found["violations"] == ([] if state else ["GCL-FIN-079"])

    def test_the_limit_itself_is_inside_and_repayment_comes_first(self) -> None:
        events = [
            {"date": "2026-01-02", "kind": "funding", "amount": "1000"},
            {"date": "2026-01-02", "kind": "principal", "amount": "1000"},
            {"date": "2026-01-01", "kind": "funding", "amount": "1000"},
        ]
        found = run("outstanding_over_time", {"limit": "1000", "events": events})
        assert (found["verdict"], found["breachDates"]) == ("pass", [])
        assert found["trace"] == [
            {"date": "2026-01-01", "outstanding": "1000"},
            {"date": "2026-01-02", "outstanding": "1000"},
        ]
        once = run("outstanding_over_time", {"limit": "1000", "events": events, "revolving": False})
        assert once["violations"] == ["GCL-FIN-062"]
        tight = run("outstanding_over_time", {"limit": "999.99", "events": events})
        assert (tight["violations"], tight["breachDates"]) == (["GCL-FIN-060"], ["2026-01-01", "2026-01-02"])

    def test_more_principal_than_was_owed_is_named(self) -> None:
        events = [{"date": "2026-01-02", "kind": "principal", "amount": "1"}]
        assert run("outstanding_over_time", {"limit": "1", "events": events})["violations"] == ["GCL-FIN-079"]

    def test_an_open_holding_keeps_its_quantity(self) -> None:
        holdings = [
            {"quantity": "4", "valueDate": "2026-01-01"},
            {"quantity": "6", "valueDate": "2026-02-01", "closedOn": "2026-03-01"},
            {"quantity": "1", "valueDate": "2026-02-15", "closedOn": "2026-04-01"},
        ]
        found = run("lot_holdings", {"lotQuantity": "10", "holdings": holdings})
        assert found == {"breachDates": ["2026-02-15"], "verdict": "fail"}
