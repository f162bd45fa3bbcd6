"""Rates, discounts, yields and interest: other currencies and day counts, boundaries and errors."""

from __future__ import annotations

from fractions import Fraction

import pytest
from gclink.calculations import CalculationError, run
from hypothesis import given
from hypothesis import strategies as st

DISCOUNT = {
    "financedAmount": "1080000",
    "currency": "CNY",
    "allInRate": "0.041",
    "valueDate": "2026-06-25",
    "maturityDate": "2026-09-18",
    "dayCount": "ACT/360",
}


class TestPrice:
    @pytest.mark.parametrize(
        ("currency", "amount", "discount", "net"),
        [
            ("JPY", "1000000", "9681", "990319"),
            ("KWD", "1000.125", "9.682", "990.443"),
            ("CLF", "100", "0.9681", "99.0319"),
            ("CNY", "1000000", "9680.56", "990319.44"),
        ],
    )
    def test_the_minor_unit_is_that_of_the_currency(self, currency: str, amount: str, discount: str, net: str) -> None:
        found = run("advance_discount", DISCOUNT | {"currency": currency, "financedAmount": amount})
        assert (found["discountAmount"], found["netProceeds"]) == (discount, net)

    def test_isda_across_a_leap_year_divides_each_kind_of_day_by_its_own_year(self) -> None:
        found = run(
            "advance_discount",
            DISCOUNT | {"dayCount": "ACT/ACT.ISDA", "valueDate": "2027-12-15", "maturityDate": "2028-03-15"},
        )
        expected = 1080000 * Fraction(41, 1000) * (Fraction(74, 366) + Fraction(17, 365))
        assert (found["days"], found["discountAmount"]) == (91, str(round(float(expected), 2)))

    def test_a_maturity_on_the_value_date_is_refused(self) -> None:
        with pytest.raises(CalculationError, match="maturityDate = 2026-06-25 is not after 2026-06-25"):
            run("advance_discount", DISCOUNT | {"maturityDate": "2026-06-25"})

    def test_an_unknown_currency_is_refused(self) -> None:
        with pytest.raises(CalculationError, match="currency = RMB is no admitted code"):
            run("advance_discount", DISCOUNT | {"currency": "RMB"})

    def test_a_percentage_in_place_of_a_fraction_is_named(self) -> None:
        found = run("advance_discount", DISCOUNT | {"allInRate": "4.1"})
        assert found["violations"] == ["GCL-FIN-010"]
        assert run("advance_discount", DISCOUNT)["violations"] == []

    @pytest.mark.parametrize(("rate", "inside"), [("-0.1", False), ("-0.0999", True), ("0.9999", True), ("1", False)])
    def test_the_bounds_of_a_rate_are_themselves_outside(self, rate: str, inside: bool) -> None:
        found = run("all_in_rate", {"baseRate": rate, "marginBp": 0})
        assert found["violations"] == ([] if inside else ["GCL-FIN-010"])

    def test_a_rate_that_eats_the_whole_amount_has_no_yield_price(self) -> None:
        price = {"financedAmount": "1000", "days": 360, "basis": 360}
        assert run("yield_basis_price", price | {"allInRate": "1"})["wrongNetProceeds"] == "500"
        with pytest.raises(CalculationError, match=r"1 \+ allInRate \* days/basis = 0 does not hold to > 0"):
            run("yield_basis_price", price | {"allInRate": "-1"})

    def test_proceeds_of_zero_are_named(self) -> None:
        assert run("advance_discount", DISCOUNT | {"feeTotal": "1069545"})["violations"] == ["GCL-FIN-070"]

    def test_a_negative_rate_gives_a_negative_discount_rounded_away_from_zero(self) -> None:
        found = run(
            "advance_discount",
            DISCOUNT | {"financedAmount": "1000", "allInRate": "-0.045", "maturityDate": "2026-06-26"},
        )
        assert (found["discountAmount"], found["netProceeds"]) == ("-0.13", "1000.13")

    @pytest.mark.parametrize(
        ("base", "margin", "adjustment", "floor", "rate"),
        [
            ("0.03", 120, -10, None, "0.041"),
            ("-0.005", 100, 0, None, "0.005"),
            ("-0.005", 20, -15, "0", "0"),
            ("0.0305", 0, 0, "0.0305", "0.0305"),
            ("0.01", 1, 0, None, "0.0101"),
        ],
    )
    def test_all_in_rates(self, base: str, margin: int, adjustment: int, floor: str | None, rate: str) -> None:
        inputs = {"baseRate": base, "marginBp": margin, "adjustmentBp": adjustment, "floorRate": floor}
        assert run("all_in_rate", inputs)["allInRate"] == rate

    def test_dynamic_discounting_has_365_days_whatever_the_year(self) -> None:
        early = {
            "faceAmount": "1000000",
            "currency": "JPY",
            "apr": "0.06",
            "payDate": "2028-02-28",
            "dueDate": "2028-03-01",
        }
        assert run("dynamic_discount", early) == {
            "daysEarly": 2,
            "discountAmount": "329",
            "netProceeds": "999671",
            "violations": [],
        }

    def test_yield_figures_take_their_basis_from_the_day_count(self) -> None:
        cost = {"discountAmount": "10455", "netProceeds": "1069545", "days": 85}
        assert run("simple_yield", cost | {"dayCount": "ACT/360"}) == run("simple_yield", cost | {"basis": 360})
        assert run("simple_yield", cost | {"dayCount": "ACT/ACT.ISDA"}) == run("simple_yield", cost | {"basis": 365})
        with pytest.raises(CalculationError, match="basis is missing"):
            run("simple_yield", cost)
        with pytest.raises(CalculationError, match="days = 0 does not hold to > 0"):
            run("simple_yield", cost | {"basis": 360, "days": 0})

    @given(st.integers(1, 10**6), st.integers(2, 2000))
    def test_the_effective_rate_compounds_back_to_the_cost(self, cost: int, days: int) -> None:
        found = run("effective_rate", {"discountAmount": cost, "netProceeds": 10**7, "days": days})
        rate = float(str(found["effectiveRate"]))
        assert (1 + cost / 10**7) ** (365 / days) - 1 == pytest.approx(rate, abs=6e-7, rel=1e-9)

    def test_a_rate_too_great_to_be_stated_is_refused(self) -> None:
        with pytest.raises(CalculationError, match=r"1 \+ cost = 10001 does not hold to <= 10 \^ \(15 \* days/365\)"):
            run("effective_rate", {"discountAmount": 10**6, "netProceeds": 100, "days": 1})

    def test_a_step_up_is_no_benefit(self) -> None:
        step = {"financedAmount": "1080000", "days": 85, "basis": 360, "currency": "CNY"}
        assert run("margin_benefit", step | {"adjustmentBp": 10}) == {"marginBenefit": "0"}
        assert run("margin_benefit", step | {"adjustmentBp": -1}) == {"marginBenefit": "25.5"}


class TestInterest:
    PERIODS = (
        {"position": 1, "from": "2027-12-01", "until": "2028-01-01", "balance": "1000", "rate": "0.1"},
        {"position": 2, "from": "2028-01-01", "until": "2028-02-01", "balance": "1000", "rate": "0.1"},
    )

    def _interest(self, periods: object, day_count: str = "ACT/360", currency: str = "CNY") -> dict[str, object]:
        return run("interest_in_arrears", {"currency": currency, "dayCount": day_count, "interestPeriods": periods})

    def test_the_sum_is_rounded_once(self) -> None:
        found = self._interest(self.PERIODS, currency="JPY")
        assert (found["interestPart"], found["wrongIfRoundedPerPeriod"]) == ("17", "18")

    def test_the_order_of_the_list_does_not_matter(self) -> None:
        assert self._interest(self.PERIODS[::-1]) == self._interest(self.PERIODS)

    def test_isda_divides_by_each_year(self) -> None:
        expected = 100 * (Fraction(31, 365) + Fraction(31, 366))
        assert self._interest(self.PERIODS, "ACT/ACT.ISDA")["interestPart"] == str(round(float(expected), 2))

    @pytest.mark.parametrize("change", [{"from": "2028-01-02"}, {"position": 3}])
    def test_a_gap_in_time_or_number_breaks_the_chain(self, change: dict[str, object]) -> None:
        assert self._interest([self.PERIODS[0], self.PERIODS[1] | change])["violations"] == ["GCL-FIN-074"]

    def test_an_interval_without_days_is_refused(self) -> None:
        with pytest.raises(CalculationError, match=r"interestPeriods\[0\]\.until"):
            self._interest([self.PERIODS[0] | {"until": "2027-12-01"}])
