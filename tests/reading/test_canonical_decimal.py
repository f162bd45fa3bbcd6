"""A decimal has one spelling, and writing it never loses a digit."""

import decimal
import re
from decimal import Decimal

import pytest
from gclink.canonical import CanonicalFormError, canonical_decimal
from hypothesis import given
from hypothesis import strategies as st

FORM = re.compile(r"(?:0|-?[1-9][0-9]*|-?(?:0|[1-9][0-9]*)\.[0-9]*[1-9])")


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("0", "0"),
        ("-0", "0"),
        ("-0.00", "0"),
        ("0E+7", "0"),
        ("0E-3000", "0"),
        ("1.0", "1"),
        ("1.50", "1.5"),
        ("-2.400", "-2.4"),
        ("100", "100"),
        ("1E+2", "100"),
        ("1.20E+3", "1200"),
        ("1E-7", "0.0000001"),
        ("-0.10", "-0.1"),
        ("1080000.00", "1080000"),
        ("0.041", "0.041"),
        ("12345678901234567890.123456789012345678901234567890", "12345678901234567890.12345678901234567890123456789"),
    ],
)
def test_a_decimal_is_written_without_exponent_and_superfluous_zeros(value: str, written: str) -> None:
    assert canonical_decimal(Decimal(value)) == written


@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**30), max_value=10**30))
def test_every_decimal_keeps_its_value_and_gets_the_form(value: Decimal) -> None:
    if abs(value.as_tuple().exponent) < 900:  # type: ignore[arg-type]
        written = canonical_decimal(value)
        assert FORM.fullmatch(written)
        assert Decimal(written) == value


def test_the_precision_of_the_current_context_does_not_matter() -> None:
    with decimal.localcontext(prec=3):
        assert canonical_decimal(Decimal("123456.7890")) == "123456.789"


@pytest.mark.parametrize("value", ["NaN", "sNaN", "Infinity", "-Infinity", "1E+100000", "1E-100000"])
def test_what_cannot_be_written_is_refused(value: str) -> None:
    with pytest.raises(CanonicalFormError):
        canonical_decimal(Decimal(value))
