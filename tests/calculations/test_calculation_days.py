"""Day counts and months against independent formulations."""

from __future__ import annotations

import calendar
from datetime import date, timedelta
from fractions import Fraction

import pytest
from gclink.calculations import CalculationError, run
from gclink.calculations.daycount import add_months, days30, leap_days, year_fraction_of
from hypothesis import given
from hypothesis import strategies as st

DATES = st.dates(date(1900, 1, 1), date(2999, 12, 31))
NEAR = st.integers(0, 1500)


def _thirty(day: date) -> int:
    """Number the days of a calendar of twelve months of thirty days; the 31st is the 30th."""
    month_starts = [30 * month for month in range(12)]
    return 360 * day.year + month_starts[day.month - 1] + min(day.day, 30)


@given(DATES, DATES)
def test_days30_is_the_difference_in_a_calendar_of_thirty_day_months(start: date, end: date) -> None:
    assert days30(start, end) == _thirty(end) - _thirty(start)


@given(DATES, NEAR)
def test_leap_days_agrees_with_counting_them_one_by_one(start: date, length: int) -> None:
    end = min(start + timedelta(days=length), date(2999, 12, 31))
    walked = sum(calendar.isleap((start + timedelta(days=step)).year) for step in range((end - start).days))
    assert leap_days(start, end) == walked


@given(DATES, NEAR)
def test_isda_is_the_sum_over_the_single_days(start: date, length: int) -> None:
    end = min(start + timedelta(days=length), date(2999, 12, 31))
    leap = sum(calendar.isleap((start + timedelta(days=step)).year) for step in range((end - start).days))
    other = (end - start).days - leap
    assert year_fraction_of(start, end, "ACT/ACT.ISDA").fraction == Fraction(leap, 366) + Fraction(other, 365)


@given(DATES, NEAR, NEAR, st.sampled_from(["ACT/360", "ACT/365.FIXED", "ACT/ACT.ISDA"]))
def test_actual_day_counts_add_up_over_a_split(start: date, first: int, second: int, day_count: str) -> None:
    last = date(2999, 12, 31)
    middle = min(start + timedelta(days=first), last)
    end = min(middle + timedelta(days=second), last)
    parts = [year_fraction_of(a, b, day_count).fraction for a, b in ((start, middle), (middle, end))]
    assert sum(parts) == year_fraction_of(start, end, day_count).fraction


@given(st.integers(1900, 2998))
def test_a_calendar_year_is_one_year_by_isda_and_thirty_day_months(year: int) -> None:
    start, end = date(year, 1, 1), date(year + 1, 1, 1)
    assert year_fraction_of(start, end, "ACT/ACT.ISDA").fraction == 1
    assert year_fraction_of(start, end, "30E/360").fraction == 1


@given(st.dates(date(1900, 1, 1), date(2900, 12, 31)), st.integers(0, 600))
def test_add_months_keeps_the_day_or_the_end_of_the_month(day: date, months: int) -> None:
    moved = add_months(day, months)
    assert (moved.year * 12 + moved.month) - (day.year * 12 + day.month) == months
    last = (date(moved.year + moved.month // 12, moved.month % 12 + 1, 1) - timedelta(days=1)).day
    assert moved.day == min(day.day, last)


@pytest.mark.parametrize(
    ("start", "end", "day_count", "days", "fraction"),
    [
        ("2026-06-25", "2026-09-18", "ACT/360", 85, "0.236111111111"),
        ("2026-06-25", "2026-09-18", "30E/360", 83, "0.230555555556"),
        ("2026-02-28", "2026-03-31", "30E/360", 32, "0.088888888889"),
        ("2028-02-29", "2028-03-01", "30E/360", 2, "0.005555555556"),
        ("2026-06-25", "2026-09-18", "ACT/ACT.ISDA", 85, "0.232876712329"),
        ("2026-06-25", "2026-06-25", "ACT/ACT.ISDA", 0, "0"),
    ],
)
def test_known_year_fractions(start: str, end: str, day_count: str, days: int, fraction: str) -> None:
    found = run("year_fraction", {"start": start, "end": end, "dayCount": day_count})
    assert (found["days"], found["yearFraction12"]) == (days, fraction)
    assert ("basis" in found) == (day_count != "ACT/ACT.ISDA")


def test_a_period_that_runs_backwards_is_refused() -> None:
    with pytest.raises(CalculationError, match="end = 2026-01-01 is not after 2026-01-02"):
        run("year_fraction", {"start": "2026-01-02", "end": "2026-01-01", "dayCount": "ACT/360"})


def test_an_unknown_day_count_is_refused_with_those_there_are() -> None:
    with pytest.raises(CalculationError, match=r"use one of ACT/360, ACT/365\.FIXED, 30E/360, ACT/ACT\.ISDA"):
        run("year_fraction", {"start": "2026-01-01", "end": "2026-01-02", "dayCount": "ACT/365"})


def test_tenor_goes_by_months_with_the_end_of_the_month_cut() -> None:
    found = run("voucher_tenor", {"profile": "cn", "issueDate": "2027-08-31", "dueDate": "2028-02-29"})
    assert found == {"latestMust": "2028-08-31", "latestShould": "2028-02-29", "violations": []}
    late = run("voucher_tenor", {"profile": "cn", "issueDate": "2027-08-31", "dueDate": "2028-08-31"})
    assert late["violations"] == ["GCL-FIN-044"]
    assert run("voucher_tenor", {"profile": "eu", "issueDate": "2026-01-01", "dueDate": "2029-01-01"}) == {
        "violations": []
    }
