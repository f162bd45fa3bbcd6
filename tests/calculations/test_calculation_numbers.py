"""Rounding, canonical text and independence of the decimal context of the caller."""

from __future__ import annotations

from decimal import ROUND_DOWN, ROUND_HALF_UP, Context, Decimal, Inexact, localcontext
from fractions import Fraction

import pytest
from gclink.calculations import run
from gclink.calculations._numbers import canonical, clip, exact, half_away, ratio, round_down
from hypothesis import given
from hypothesis import strategies as st

DECIMALS = st.decimals(allow_nan=False, allow_infinity=False, places=9, min_value=-(10**12), max_value=10**12)
BIG = Context(prec=80)


@given(DECIMALS, st.integers(0, 8))
def test_half_away_agrees_with_the_decimal_module(value: Decimal, places: int) -> None:
    expected = value.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP, context=BIG)
    assert half_away(ratio(value), places) == expected


@given(DECIMALS, st.integers(0, 8))
def test_round_down_agrees_with_the_decimal_module_and_never_exceeds(value: Decimal, places: int) -> None:
    expected = value.quantize(Decimal(1).scaleb(-places), rounding=ROUND_DOWN, context=BIG)
    found = round_down(ratio(value), places)
    assert found == expected
    assert abs(found) <= abs(value)


@given(st.fractions(), st.integers(0, 12))
def test_half_away_is_the_nearest_and_symmetric(value: Fraction, places: int) -> None:
    found = ratio(half_away(value, places))
    assert abs(found - value) <= Fraction(1, 2 * 10**places)
    assert ratio(half_away(-value, places)) == -found


@pytest.mark.parametrize(
    ("value", "text"), [("0.125", "0.13"), ("-0.125", "-0.13"), ("0.115", "0.12"), ("-0.004", "0")]
)
def test_an_exact_half_moves_away_from_zero_and_zero_has_no_sign(value: str, text: str) -> None:
    assert canonical(half_away(Fraction(value), 2)) == text


@given(DECIMALS)
def test_exact_gives_the_number_back(value: Decimal) -> None:
    assert exact(ratio(value)) == value


def test_exact_refuses_what_has_no_end() -> None:
    with pytest.raises(ArithmeticError, match="no end"):
        exact(Fraction(44, 12))


@given(st.decimals(allow_nan=False, allow_infinity=False))
def test_canonical_is_one_text_per_number(value: Decimal) -> None:
    text = canonical(value)
    assert Decimal(text) == value
    assert "E" not in text
    assert not text.startswith(("+", "-0.0 ", "."))
    assert text != "-0"
    assert "." not in text or not text.endswith(("0", "."))


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("1E+3", "1000"),
        ("1080000.00", "1080000"),
        ("-0.00", "0"),
        ("0.10", "0.1"),
        ("1E-7", "0.0000001"),
        ("00.5", "0.5"),
    ],
)
def test_canonical_of_known_forms(value: str, text: str) -> None:
    assert canonical(Decimal(value)) == text


def test_canonical_refuses_infinity() -> None:
    with pytest.raises(ArithmeticError, match="not finite"):
        canonical(Decimal("Infinity"))


def test_clip_cuts_to_the_interval() -> None:
    low, high = Fraction(0), Fraction(1)
    assert [clip(Fraction(value), low, high) for value in (-1, 0, "1/2", 1, 2)] == [0, 0, Fraction(1, 2), 1, 1]


def test_the_context_of_the_caller_changes_nothing() -> None:
    deal = {
        "financedAmount": "123456789012345678901234567890.12",
        "currency": "CNY",
        "allInRate": "0.041",
        "valueDate": "2026-06-25",
        "maturityDate": "2026-09-18",
        "dayCount": "ACT/ACT.ISDA",
    }
    yields = {"discountAmount": "10455", "feeTotal": "0", "netProceeds": "1069545", "days": 85}
    usual = run("advance_discount", deal), run("effective_rate", yields)
    with localcontext(Context(prec=3, rounding=ROUND_DOWN, traps=[Inexact])):
        assert (run("advance_discount", deal), run("effective_rate", yields)) == usual
    cents = (2 * 12345678901234567890123456789012 * 41 * 85 + 365000) // (2 * 365000)
    assert usual[0]["discountAmount"] == f"{cents // 100}.{cents % 100:02d}"
