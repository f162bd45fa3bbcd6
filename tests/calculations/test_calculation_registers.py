"""Keys, control of records, life cycles and the figures a financier reports."""

from __future__ import annotations

import hashlib
from typing import ClassVar

import pytest
from gclink.calculations import CalculationError, run


class TestRegisters:
    INVOICE: ClassVar[dict[str, str]] = {
        "scheme": "uscc",
        "value": "93440900MA5LTCH04R",
        "invoiceNumber": "LZ-0001",
        "issueDate": "2026-06-20",
        "currency": "CNY",
    }

    @pytest.mark.parametrize(
        ("inputs", "text"),
        [
            ({}, "uscc:93440900MA5LTCH04R|LZ-0001|2026-06-20|CNY|1"),
            ({"instalmentSeq": 2}, "uscc:93440900MA5LTCH04R|LZ-0001|2026-06-20|CNY|2"),
            ({"invoiceNumber": "lz\u3000-\u00a000\t01\n"}, "uscc:93440900MA5LTCH04R|LZ-0001|2026-06-20|CNY|1"),
            ({"value": "ａb"}, "uscc:ａb|LZ-0001|2026-06-20|CNY|1"),
            (
                {"assetClass": "PurchaseOrder", "orderNumber": "po 7", "orderDate": "2026-05-01"},
                "po|uscc:93440900MA5LTCH04R|PO7|2026-05-01|CNY",
            ),
            ({"assetClass": "Inventory", "receiptNumber": "wr-77"}, "inv|uscc:93440900MA5LTCH04R|WR-77"),
            ({"assetClass": "Undertaking", "undertakingNumber": "u１"}, "und|uscc:93440900MA5LTCH04R|U1"),
        ],
    )
    def test_the_text_of_a_key(self, inputs: dict[str, object], text: str) -> None:
        found = run("uniqueness_key", self.INVOICE | inputs)
        digest = hashlib.sha256(text.encode()).hexdigest()
        assert found == {"keyText": text, "uniquenessKey": f"sha-256:{digest}"}

    def test_a_key_names_the_part_it_lacks(self) -> None:
        with pytest.raises(CalculationError, match="receiptNumber is missing"):
            run("uniqueness_key", self.INVOICE | {"assetClass": "Inventory"})

    HISTORY = (
        {"position": 1, "to": "urn:a", "at": "2026-06-20T02:00:00Z", "amount": "10"},
        {"position": 2, "from": "urn:a", "to": "urn:b", "at": "2026-06-20T02:00:00Z", "amount": "10"},
    )

    @pytest.mark.parametrize(
        ("place", "change", "violations"),
        [
            (1, {}, []),
            (1, {"at": "2026-06-20T01:59:59Z"}, ["GCL-FIN-050"]),
            (1, {"from": None}, ["GCL-FIN-050"]),
            (0, {"from": "urn:z"}, ["GCL-FIN-050"]),
            (1, {"position": 3}, ["GCL-FIN-050"]),
            (1, {"amount": "9.99"}, ["GCL-FIN-051"]),
            (1, {"to": "urn:c"}, ["GCL-FIN-051"]),
        ],
    )
    def test_chains_of_control(self, place: int, change: dict[str, object], violations: list[str]) -> None:
        history = [dict(entry) for entry in self.HISTORY]
        history[place] |= change
        found = run("control_chain", {"amount": "10", "controller": "urn:b", "controlHistory": history})
        assert found == {"verdict": "fail" if violations else "pass", "violations": violations}

    @pytest.mark.parametrize(
        ("state", "children", "verdict"),
        [
            ("split", ["4", "6"], "pass"),
            ("split", ["4", "5"], "fail"),
            ("transferred", ["4", "6"], "fail"),
            ("split", [], "fail"),
            ("issued", [], "pass"),
        ],
    )
    def test_splits(self, state: str, children: list[str], verdict: str) -> None:
        found = run("record_split", {"parentAmount": "10", "parentState": state, "children": children})
        assert found == {"verdict": verdict, "violations": [] if verdict == "pass" else ["GCL-FIN-052"]}

    @pytest.mark.parametrize(
        ("change", "fails_at", "violations"),
        [
            ({}, None, []),
            ({"toState": "settled"}, 2, ["GCL-FIN-114"]),
            ({"actorRole": "obligor"}, 2, ["GCL-FIN-115"]),
            ({"fromState": "suspended"}, 2, ["GCL-FIN-114", "GCL-FIN-116"]),
            ({"sequence": 3}, 3, ["GCL-FIN-116"]),
            ({"effectiveAt": "2026-01-01T00:00:00Z"}, 2, ["GCL-FIN-116"]),
        ],
    )
    def test_life_cycles(self, change: dict[str, object], fails_at: int | None, violations: list[str]) -> None:
        events = [
            {"sequence": 1, "fromState": "requested", "toState": "accepted", "actorRole": "financier",
             "effectiveAt": "2026-01-02T00:00:00Z"},
            {"sequence": 2, "fromState": "accepted", "toState": "funded", "actorRole": "financier",
             "effectiveAt": "2026-01-02T00:00:00Z"} | change,
        ]  # fmt: skip
        found = run("lifecycle", {"machine": "transaction", "events": events})
        assert (found.get("failsAtSequence"), found["violations"]) == (fails_at, violations)
        assert found.get("currentState") == (None if violations else "funded")

    def test_the_first_event_starts_from_the_state_at_issue(self) -> None:
        event = {"sequence": 1, "fromState": "suspended", "toState": "active", "actorRole": "issuer"}
        inputs = {"machine": "document", "events": [event]}
        assert run("lifecycle", inputs)["violations"] == ["GCL-FIN-116"]
        assert run("lifecycle", inputs | {"state": "suspended"})["verdict"] == "pass"

    def test_an_unknown_machine_is_refused(self) -> None:
        with pytest.raises(CalculationError, match="use one of programme, facility, receivable"):
            run("lifecycle", {"machine": "washing", "events": []})

    def test_attribution_is_rounded_in_two_steps_and_never_netted(self) -> None:
        inputs = {"financedShare": "1", "attributionBase": "3", "emissions_t": "10", "removals_t": "1.5"}
        assert run("impact_attribution", inputs) == {
            "attributionFactor": "0.333333",
            "attributedEmissions_t": "3.333",
            "attributedRemovals_t": "0.5",
            "violations": [],
        }
        assert run("impact_attribution", inputs | {"financedShare": "3.1"})["violations"] == ["GCL-FIN-094"]

    def test_covered_emissions_are_exact(self) -> None:
        links = [{"coveredQuantity": "0.000001", "intensity": "0.000001"}]
        assert run("covered_emissions", {"links": links})["total_kg"] == "0.000000000001"

    def test_a_pledge_without_haircut_keeps_its_value(self) -> None:
        pledge = {"quantity_t": "6.5", "unitValue": "0.33", "currency": "CNY"}
        assert run("removal_collateral_value", pledge) == {"collateralValue": "2.15"}
        with pytest.raises(CalculationError, match="haircut = 1 does not hold to >= 0, < 1"):
            run("removal_collateral_value", pledge | {"haircut": "1"})
