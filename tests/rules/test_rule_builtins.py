"""The built-ins against the calendar, against division with rounding, and against published identifiers."""

from __future__ import annotations

import calendar
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal, localcontext

import pytest
from gclink import _rules_runtime as built_in
from hypothesis import given
from hypothesis import strategies as st

DATES = st.dates(date(1900, 1, 1), date(2999, 12, 31))
AMOUNTS = st.decimals(-1000, 1000, places=4)


@given(DATES, DATES)
def test_days_are_those_of_the_calendar(start: date, end: date) -> None:
    assert built_in.days(start.isoformat(), end.isoformat()) == (end - start).days


@given(DATES.filter(lambda d: d.year < 2999), st.integers(0, 800))
def test_leap_days_count_the_start_and_not_the_end(start: date, length: int) -> None:
    counted = [start + timedelta(n) for n in range(length)]
    end = (start + timedelta(length)).isoformat()
    assert built_in.leap_days(start.isoformat(), end) == sum(calendar.isleap(day.year) for day in counted)


@given(DATES, st.integers(-600, 600))
def test_months_clip_to_the_end_of_the_month(day: date, months: int) -> None:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    last = calendar.monthrange(year, month + 1)[1]
    expected = f"{year:04d}-{month + 1:02d}-{min(day.day, last):02d}"
    assert built_in.add_months(day.isoformat(), months) == expected


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [("2024-01-31", "2024-02-29", 29), ("2024-01-30", "2024-01-31", 0), ("2024-02-29", "2025-02-28", 359)],
)
def test_thirty_day_months(start: str, end: str, expected: int) -> None:
    assert built_in.days30(start, end) == expected


@given(AMOUNTS, st.decimals(Decimal("0.0001"), 1000, places=4), st.sampled_from([1, 100, 1000, 1_000_000]))
def test_rounding_goes_half_away_from_zero(numerator: Decimal, denominator: Decimal, scale: int) -> None:
    with localcontext(prec=200):
        unit = Decimal(1) / scale
        right = (numerator / denominator).quantize(unit, ROUND_HALF_UP)
        assert built_in.is_rounded(right, numerator, denominator, scale)
        assert not built_in.is_rounded(right + unit, numerator, denominator, scale)
        assert not built_in.is_rounded(right - unit, numerator, denominator, scale)
        assert not built_in.is_rounded(right + unit / 10, numerator, denominator, scale)


def test_an_exact_half_goes_away_from_zero_on_both_sides() -> None:
    half = Decimal("2.5")
    assert built_in.is_rounded(3, half, 1, 1)
    assert not built_in.is_rounded(2, half, 1, 1)
    assert built_in.is_rounded(-3, -half, 1, 1)
    assert not built_in.is_rounded(-2, -half, 1, 1)


@pytest.mark.parametrize("denominator", [0, -2])
def test_nothing_is_the_rounded_quotient_of_a_denominator_of_zero_or_below(denominator: int) -> None:
    assert not any(built_in.is_rounded(value, 1, denominator, 10) for value in (-1, 0, 1))


def test_decimals_of_any_length_stay_exact() -> None:
    with localcontext(built_in.EXACT):
        long = Decimal("1" * 3000 + "." + "1" * 2999 + "2")
        assert long * long - long * long == 0
        assert long * 10 - long != long * 9 + Decimal("1e-6000")


@pytest.mark.parametrize("text", ["4006381333931", "96385074", "036000291452", "00012345600012"])
def test_gtins_with_the_right_digit(text: str) -> None:
    assert built_in.valid_gtin(text)


@pytest.mark.parametrize("text", ["4006381333932", "400638133393", "٤006381333931", "4006381333931 ", "", "0"])
def test_gtins_with_a_wrong_digit_length_or_alphabet(text: str) -> None:
    assert not built_in.valid_gtin(text)


def test_a_gln_is_a_gtin_of_thirteen_digits() -> None:
    assert built_in.valid_gln("4006381333931")
    assert not built_in.valid_gln("96385074")


def test_an_lei_has_the_remainder_one() -> None:
    assert built_in.valid_lei("5493001KJTIIGC8Y1R12")
    assert not built_in.valid_lei("5493001KJTIIGC8Y1R21")
    assert not built_in.valid_lei("5493001kjtiigc8y1r12")
    assert not built_in.valid_lei("5493001KJTIIGC8Y1R1")


def test_a_uscc_has_its_check_symbol() -> None:
    assert built_in.valid_uscc("91110000600037341L")
    assert not built_in.valid_uscc("91110000600037341K")
    assert not built_in.valid_uscc("91110000600037341I")
    assert not built_in.valid_uscc("91110000600037341")
