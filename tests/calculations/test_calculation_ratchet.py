"""Ratchets, adjustments and observations: every value in one step, every way to leave a gap."""

from __future__ import annotations

from bisect import bisect_left
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from gclink.calculations import CalculationError, run
from hypothesis import given
from hypothesis import strategies as st


def ratchet(bounds: list[Decimal], owners: list[bool], direction: str) -> list[dict[str, Any]]:
    """Return a well-formed ratchet over rising bounds; an owner is true where the lower step has the bound."""
    last = len(bounds)
    steps: list[dict[str, Any]] = []
    for place in range(last + 1):
        step: dict[str, Any] = {
            "position": place + 1,
            "lowerInclusive": place > 0 and not owners[place - 1],
            "upperInclusive": place < last and owners[place],
            "adjustmentBp": place if direction == "lower_is_better" else -place,
        }
        if place > 0:
            step["lower"] = bounds[place - 1]
        if place < last:
            step["upper"] = bounds[place]
        steps.append(step)
    return steps


NUMBERS = st.decimals(min_value=-10, max_value=10, places=1)
BOUNDS = st.lists(NUMBERS, min_size=1, max_size=5, unique=True).map(sorted)
DIRECTIONS = st.sampled_from(["lower_is_better", "higher_is_better"])


class TestRatchet:
    @given(BOUNDS, st.data(), DIRECTIONS, NUMBERS)
    def test_every_value_lies_in_the_step_that_bisection_finds(
        self, bounds: list[Decimal], data: st.DataObject, direction: str, value: Decimal
    ) -> None:
        owners = data.draw(st.lists(st.booleans(), min_size=len(bounds), max_size=len(bounds)))
        steps = ratchet(bounds, owners, direction)
        place = bisect_left(bounds, value)
        if place < len(bounds) and bounds[place] == value and not owners[place]:
            place += 1
        found = run("ratchet_step", {"steps": steps, "observedValue": value, "direction": direction})
        assert found == {"stepPosition": place + 1, "adjustmentBp": steps[place]["adjustmentBp"]}

    @given(BOUNDS, st.data(), DIRECTIONS)
    def test_a_ratchet_over_rising_bounds_is_well_formed_in_any_order(
        self, bounds: list[Decimal], data: st.DataObject, direction: str
    ) -> None:
        owners = data.draw(st.lists(st.booleans(), min_size=len(bounds), max_size=len(bounds)))
        steps = data.draw(st.permutations(ratchet(bounds, owners, direction)))
        found = run("ratchet_well_formed", {"steps": steps, "direction": direction})
        assert found == {"verdict": "pass", "violations": []}
        other = "higher_is_better" if direction == "lower_is_better" else "lower_is_better"
        assert run("ratchet_well_formed", {"steps": steps, "direction": other})["violations"] == ["GCL-FIN-097"]

    @pytest.mark.parametrize(
        ("place", "change"),
        [
            (0, {"lower": "0"}),
            (1, {"lower": None}),
            (2, {"upper": "9"}),
            (0, {"upper": None}),
            (1, {"lower": "1.5"}),
            (1, {"lower": "0.5"}),
            (1, {"lowerInclusive": True}),
            (0, {"upperInclusive": False}),
            (1, {"position": 1}),
            (2, {"position": 4}),
            (1, {"lower": "2", "upper": "1"}),
        ],
    )
    def test_each_way_to_leave_a_gap_or_an_overlap_is_caught(self, place: int, change: dict[str, object]) -> None:
        steps = ratchet([Decimal(1), Decimal(2)], [True, True], "lower_is_better")
        steps[place] |= change
        found = run("ratchet_well_formed", {"steps": steps, "direction": "lower_is_better"})
        assert "GCL-FIN-096" in found["violations"]  # type: ignore[operator]

    def test_one_step_for_everything_is_well_formed(self) -> None:
        steps = ratchet([], [], "lower_is_better")
        assert run("ratchet_well_formed", {"steps": steps, "direction": "lower_is_better"})["verdict"] == "pass"
        assert run("ratchet_step", {"steps": steps, "observedValue": "7"})["stepPosition"] == 1

    def test_a_value_in_a_gap_or_in_two_steps_is_an_error(self) -> None:
        steps = ratchet([Decimal(1)], [True], "lower_is_better")
        with pytest.raises(CalculationError, match="lies in 0 steps"):
            run("ratchet_step", {"steps": [steps[0], steps[1] | {"lower": "2"}], "observedValue": "1.5"})
        with pytest.raises(CalculationError, match="lies in 2 steps"):
            run("ratchet_step", {"steps": [steps[0], steps[1] | {"lowerInclusive": True}], "observedValue": "1"})

    @pytest.mark.parametrize(
        ("combination", "components", "expected"),
        [
            ("single", [-15], -15),
            ("single", [-25], -20),
            ("sum", [10, 15], 20),
            ("sum", [-15, 10], -5),
            ("worst", [-15, -10], -10),
            ("worst", [30, -10], 20),
        ],
    )
    def test_components_are_joined_and_then_cut(self, combination: str, components: list[int], expected: int) -> None:
        limits = {"floorBp": -20, "capBp": 20}
        found = run("combined_adjustment", limits | {"combination": combination, "componentsBp": components})
        assert found == {"adjustmentBp": expected}

    def test_single_has_one_component_and_limits_leave_room_for_zero(self) -> None:
        limits = {"floorBp": -20, "capBp": 20}
        with pytest.raises(CalculationError, match=r"componentsBp has 2 items; give 1 \(single\)"):
            run("combined_adjustment", limits | {"combination": "single", "componentsBp": [1, 2]})
        with pytest.raises(CalculationError, match="floorBp = 1 does not hold to <= 0"):
            run("combined_adjustment", {"combination": "sum", "componentsBp": [1], "floorBp": 1, "capBp": 20})

    def test_two_neighbouring_steps_may_have_the_same_adjustment(self) -> None:
        steps = ratchet([Decimal(1)], [True], "lower_is_better")
        steps[1]["adjustmentBp"] = steps[0]["adjustmentBp"]
        for direction in ("lower_is_better", "higher_is_better"):
            assert run("ratchet_well_formed", {"steps": steps, "direction": direction})["verdict"] == "pass"

    @pytest.mark.parametrize(("months", "admitted"), [(0, False), (1, True), (12, True), (13, False)])
    def test_observations_are_made_at_least_once_a_year(self, months: int, admitted: bool) -> None:
        terms = {"noDataAdjustmentBp": 0, "capBp": 0, "floorBp": 0, "effectiveFrom": "2026-06-25"}
        inputs = terms | {"observationFrequencyMonths": months}
        if admitted:
            assert run("no_data_adjustment", inputs)["allowedDays"] == 31 * months
        else:
            with pytest.raises(CalculationError, match=r"observationFrequencyMonths = \d+ does not hold to 1\.\.12"):
                run("no_data_adjustment", inputs)

    @pytest.mark.parametrize(
        ("last", "basis", "age"),
        [
            ("2025-06-13", "observed", 377),
            ("2025-06-12", "no_data", 378),
            ("2026-06-25", "observed", 0),
            ("2026-06-26", "no_data", -1),
            (None, "no_data", None),
        ],
    )
    def test_an_observation_is_good_for_its_allowed_days(self, last: str | None, basis: str, age: int | None) -> None:
        terms = {
            "noDataAdjustmentBp": 10,
            "capBp": 10,
            "floorBp": -15,
            "effectiveFrom": "2026-06-25",
            "observationFrequencyMonths": 12,
            "observationGraceDays": 5,
            "observedAdjustmentBp": -10,
        }
        found = run("no_data_adjustment", terms | {"lastVerifiedObservation": last})
        assert (found["basis"], found.get("ageDays"), found["allowedDays"]) == (basis, age, 377)
        assert found["adjustmentBp"] == (-10 if basis == "observed" else 10)


class TestObservation:
    @pytest.mark.parametrize(
        ("aggregation", "value"), [("quantity_weighted_mean", "0.4"), ("sum", "0.9"), ("last", "0.3")]
    )
    def test_aggregations(self, aggregation: str, value: str) -> None:
        inputs = [
            {"quantity": "1", "value": "0.6", "observedOn": "2026-01-01"},
            {"quantity": "2", "value": "0.3", "observedOn": "2026-02-01"},
        ]
        found = run("aggregate_observation", {"aggregation": aggregation, "decimals": 4, "inputs": inputs})
        assert found == {"value": value}

    def test_a_negative_half_moves_away_from_zero(self) -> None:
        inputs = [{"value": "-0.00005"}]
        assert (
            run("aggregate_observation", {"aggregation": "sum", "decimals": 4, "inputs": inputs})["value"] == "-0.0001"
        )

    @pytest.mark.parametrize(("decimals", "value"), [(0, "1"), (6, "0.500001")])
    def test_decimals_go_from_none_to_six(self, decimals: int, value: str) -> None:
        inputs = {"aggregation": "sum", "inputs": [{"value": "0.500001"}]}
        assert run("aggregate_observation", inputs | {"decimals": decimals})["value"] == value
        with pytest.raises(CalculationError, match=r"decimals = (-1|7) does not hold to 0\.\.6"):
            run("aggregate_observation", inputs | {"decimals": -1 if decimals == 0 else 7})

    def test_two_values_of_the_latest_day_have_to_agree_after_rounding(self) -> None:
        day = {"observedOn": "2026-02-01"}
        agreeing = [day | {"value": "0.30001"}, day | {"value": "0.3"}]
        inputs = {"aggregation": "last", "decimals": 4}
        assert run("aggregate_observation", inputs | {"inputs": agreeing})["value"] == "0.3"
        with pytest.raises(CalculationError, match="GCL-FIN-103"):
            run("aggregate_observation", inputs | {"inputs": [agreeing[0], day | {"value": "0.31"}]})

    @pytest.mark.parametrize(
        ("aggregation", "part", "member"),
        [
            ("quantity_weighted_mean", {"value": "1"}, "inputs[0].quantity"),
            ("quantity_weighted_mean", {"value": "1", "quantity": "0"}, "inputs[0].quantity"),
            ("last", {"value": "1"}, "inputs[0].observedOn"),
            ("sum", {}, "inputs[0].value"),
        ],
    )
    def test_an_input_names_what_it_lacks(self, aggregation: str, part: dict[str, str], member: str) -> None:
        with pytest.raises(CalculationError) as caught:
            run("aggregate_observation", {"aggregation": aggregation, "decimals": 4, "inputs": [part]})
        assert caught.value.member == member

    @given(
        st.lists(st.tuples(st.integers(0, 60), st.integers(0, 20)), max_size=5), st.integers(0, 40), st.integers(0, 30)
    )
    def test_gap_days_are_the_days_in_no_period(self, spans: list[tuple[int, int]], start: int, length: int) -> None:
        origin = date(2026, 1, 1)

        def span(first: int, days: int) -> dict[str, date]:
            return {"start": origin + timedelta(days=first), "end": origin + timedelta(days=first + days)}

        covered = {day for first, days in spans for day in range(first, first + days + 1)}
        expected = len(set(range(start, start + length + 1)) - covered)
        inputs = {"observationPeriod": span(start, length), "referencePeriods": [span(*part) for part in spans]}
        assert run("period_coverage", inputs) == {"gapDays": expected, "verdict": "fail" if expected else "pass"}
