"""A whole deal: each fault breaks its own requirement and no other."""

from __future__ import annotations

from typing import Any

import pytest
from gclink.calculations import CalculationError, run

RATCHET = [
    {"position": 1, "upper": "0.5", "lowerInclusive": False, "upperInclusive": True, "adjustmentBp": -15},
    {
        "position": 2,
        "lower": "0.5",
        "upper": "0.55",
        "lowerInclusive": False,
        "upperInclusive": True,
        "adjustmentBp": -10,
    },
    {
        "position": 3,
        "lower": "0.55",
        "upper": "0.62",
        "lowerInclusive": False,
        "upperInclusive": True,
        "adjustmentBp": 0,
    },
    {"position": 4, "lower": "0.62", "lowerInclusive": False, "upperInclusive": False, "adjustmentBp": 10},
]
DEAL: dict[str, Any] = {
    "faceAmount": "1200000",
    "issueDate": "2026-06-20",
    "dueDate": "2026-09-18",
    "advanceRate": "0.9",
    "financedAmount": "1080000",
    "valueDate": "2026-06-25",
    "maturityDate": "2026-09-18",
    "baseRate": "0.03",
    "marginBp": 120,
    "adjustmentBp": -10,
    "dayCount": "ACT/360",
    "discountAmount": "10455",
    "netProceeds": "1069545",
    "currency": "CNY",
    "facilityLimit": "5000000",
    "outstandingBefore": "3920000",
    "ratchet": RATCHET,
    "observation": {
        "value": "0.53",
        "decimals": 4,
        "observationDate": "2026-06-15",
        "inputs": [{"quantity": "6000", "value": "0.5"}, {"quantity": "4000", "value": "0.575"}],
    },
    "passportPeriod": {"start": "2026-01-01", "end": "2026-06-30"},
    "lotQuantity": "10000",
}


def observed(**changes: Any) -> dict[str, Any]:
    return {"observation": DEAL["observation"] | changes}


class TestDeal:
    def test_a_deal_at_the_very_limits_passes(self) -> None:
        assert run("payables_deal", DEAL) == {"verdict": "pass", "violations": []}

    @pytest.mark.parametrize(
        ("change", "violations"),
        [
            ({"discountAmount": "10455.01", "netProceeds": "1069544.99"}, ["GCL-FIN-067"]),
            ({"dayCount": "30E/360"}, ["GCL-FIN-068"]),
            ({"dayCount": "30E/360", "discountAmount": "10209", "netProceeds": "1069791"}, []),
            ({"netProceeds": "1069545.01"}, ["GCL-FIN-070"]),
            ({"feeTotal": "540", "netProceeds": "1069005"}, []),
            ({"allInRate": "0.042", "discountAmount": "10710", "netProceeds": "1069290"}, ["GCL-FIN-065"]),
            ({"floorRate": "0.042", "discountAmount": "10710", "netProceeds": "1069290"}, []),
            ({"advanceRate": "1.1"}, ["GCL-FIN-055"]),
            ({"facilityLimit": "4999999.99"}, ["GCL-FIN-060"]),
            ({"facilityLimit": None}, []),
            ({"dueDate": "2026-06-20"}, ["GCL-FIN-013"]),
            ({"dueDate": "2026-09-19"}, ["GCL-FIN-063"]),
            ({"dueDate": "2026-09-19", "recourse": "full"}, []),
            ({"dueDate": "2026-09-17", "graceDays": 0}, ["GCL-FIN-064"]),
            ({"dueDate": "2026-09-17", "graceDays": 1}, []),
            ({"valueDate": "2026-09-18", "discountAmount": "0", "netProceeds": "1080000"}, ["GCL-FIN-058"]),
            ({"keyHeldElsewhere": True}, ["GCL-LNK-021"]),
            (observed(value="0.5301"), ["GCL-FIN-103"]),
            (observed(observationDate="2025-12-31"), ["GCL-LNK-055"]),
            (observed(observationDate="2026-06-30"), []),
            (observed(observationDate="2026-01-01"), []),
            ({"faceAmount": "0"}, ["GCL-FIN-009", "GCL-FIN-055"]),
            ({"financedAmount": "0", "discountAmount": "0", "netProceeds": "0"}, ["GCL-FIN-009", "GCL-FIN-070"]),
            (observed(period={"start": "2025-12-31", "end": "2026-06-15"}), ["GCL-LNK-056"]),
            (observed(period={"start": "2026-01-01", "end": "2026-06-16"}), ["GCL-FIN-104"]),
            (observed(inputs=[{"quantity": "1", "value": "0.53", "lot": "A"}] * 2), ["GCL-LNK-057"]),
            ({"lotQuantity": "9999.99"}, ["GCL-LNK-057"]),
            ({"capBp": 0, "floorBp": -5}, ["GCL-FIN-107"]),
            ({"ratchet": [], "observation": None}, ["GCL-FIN-066"]),
            ({"observation": None, "noDataAdjustmentBp": 10}, ["GCL-FIN-108"]),
            ({"direction": "higher_is_better"}, ["GCL-FIN-097"]),
            ({"baseRate": "3", "allInRate": "0.041"}, ["GCL-FIN-010", "GCL-FIN-065"]),
            ({"feeTotal": "-1", "netProceeds": "1069546"}, ["GCL-FIN-009"]),
            ({"feeTotal": "0.001", "netProceeds": "1069544.999"}, ["GCL-FIN-006"]),
        ],
    )
    def test_one_fault_breaks_its_own_requirement_alone(self, change: dict[str, Any], violations: list[str]) -> None:
        found = run("payables_deal", DEAL | change)
        assert found == {"verdict": "fail" if violations else "pass", "violations": violations}

    def test_a_ratchet_without_observation_or_agreed_value_cannot_be_judged(self) -> None:
        with pytest.raises(CalculationError, match="observation is missing"):
            run("payables_deal", DEAL | {"observation": None})

    def test_yen_have_no_decimals(self) -> None:
        yen = DEAL | {"currency": "JPY", "discountAmount": "10455.5", "netProceeds": "1069544.5"}
        assert run("payables_deal", yen)["violations"] == ["GCL-FIN-006", "GCL-FIN-067"]
