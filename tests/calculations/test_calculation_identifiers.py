"""Check digits against an independent library, and what a check digit is there to catch."""

from __future__ import annotations

import pytest
from gclink.calculations import CalculationError, run
from hypothesis import given
from hypothesis import strategies as st
from stdnum import ean, lei
from stdnum.cn import uscc

DIGITS = "0123456789"
ALNUM = DIGITS + "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
USCC = "0123456789ABCDEFGHJKLMNPQRTUWXY"


def _checked(scheme: str, body: str) -> str:
    return str(run("check_digit", {"scheme": scheme, "body": body})["value"])


@given(st.sampled_from([7, 11, 12, 13]).flatmap(lambda length: st.text(DIGITS, min_size=length, max_size=length)))
def test_gtin_agrees_with_the_library(body: str) -> None:
    assert _checked("gtin", body) == body + ean.calc_check_digit(body)
    assert ean.is_valid(_checked("gtin", body))


@given(st.text(DIGITS, min_size=12, max_size=12))
def test_gln_is_a_gtin_13(body: str) -> None:
    assert _checked("gln", body) == _checked("gtin", body)


@given(st.text(ALNUM, min_size=18, max_size=18))
def test_lei_agrees_with_the_library_and_passes_its_own_check(body: str) -> None:
    value = _checked("lei", body)
    assert lei.is_valid(value)
    assert run("lei_check", {"lei": value}) == {"remainder": 1, "verdict": "pass"}


@given(st.text(USCC, min_size=17, max_size=17))
def test_uscc_agrees_with_the_library_and_passes_its_own_check(body: str) -> None:
    value = _checked("uscc", body)
    assert value == body + uscc.calc_check_digit(body)
    assert run("uscc_check", {"uscc": value}) == {"checkSymbol": value[-1], "verdict": "pass"}


@given(st.text(USCC, min_size=17, max_size=17), st.integers(0, 16), st.sampled_from(USCC))
def test_a_single_wrong_symbol_of_a_uscc_is_caught(body: str, place: int, symbol: str) -> None:
    value = _checked("uscc", body)
    wrong = value[:place] + symbol + value[place + 1 :]
    assert run("uscc_check", {"uscc": wrong})["verdict"] == ("pass" if wrong == value else "fail")


@given(st.text(ALNUM, min_size=18, max_size=18), st.integers(0, 17), st.sampled_from(ALNUM))
def test_a_single_wrong_symbol_of_an_lei_is_caught_unless_its_value_is_the_same(
    body: str, place: int, symbol: str
) -> None:
    value = _checked("lei", body)
    wrong = value[:place] + symbol + value[place + 1 :]
    assert run("lei_check", {"lei": wrong})["verdict"] == ("pass" if lei.is_valid(wrong) else "fail")


@pytest.mark.parametrize("text", ["9999GCLBANK0000000", "9999gclbank000000078", "9999GCLBANK0000000078", "", "９" * 20])
def test_an_lei_of_another_form_fails(text: str) -> None:
    assert run("lei_check", {"lei": text})["verdict"] == "fail"


def test_letters_in_the_place_of_lei_check_digits_fail_even_with_the_right_remainder() -> None:
    text = next(
        candidate
        for tail in (first + second for first in ALNUM for second in ALNUM[10:])
        if run("lei_check", {"lei": (candidate := "9999GCLBANK0000000" + tail)})["remainder"] == 1
    )
    assert run("lei_check", {"lei": text}) == {"remainder": 1, "verdict": "fail"}


@pytest.mark.parametrize("text", ["93440900MA5LTCH04", "93440900MA5LTCH04RR", "93440900ma5ltch04r", ""])
def test_a_uscc_of_another_form_fails(text: str) -> None:
    assert run("uscc_check", {"uscc": text})["verdict"] == "fail"


def test_a_uscc_with_a_letter_it_does_not_have_gets_no_check_symbol() -> None:
    assert run("uscc_check", {"uscc": "93440900MA5LTCI04R"}) == {"verdict": "fail"}


@pytest.mark.parametrize(
    ("scheme", "body", "bound"),
    [
        ("gtin", "12345", "7, 11, 12 or 13 digits"),
        ("gln", "69000019988", "12 digits"),
        ("gln", "69000019988X", "12 digits"),
        ("lei", "0000litchicoop0000", "18 characters"),
        ("uscc", "93440900MA0LTCHI1", "17 characters"),
        ("uscc", "93440900MA0LTCH1X\n", "17 characters"),
    ],
)
def test_a_body_the_scheme_does_not_have_is_refused(scheme: str, body: str, bound: str) -> None:
    with pytest.raises(CalculationError, match=f"write {bound}") as caught:
        _checked(scheme, body)
    assert (caught.value.member, caught.value.problem) == ("body", "characters")


def test_a_scheme_without_check_digit_is_refused() -> None:
    with pytest.raises(CalculationError, match="use one of gtin, gln, lei, uscc"):
        _checked("bic", "BANKCNBJ")
