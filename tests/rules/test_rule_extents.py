"""The linter's arithmetic about fraction digits and magnitudes."""

from __future__ import annotations

import pytest
from gclink_spec import Model
from gclink_spec.exceptions import Problem
from gclink_spec.rules import CompiledRule, compile_rules, scale_problems
from rule_lines import with_line


def problems(model: Model, cls: str, line: str) -> tuple[Problem, ...]:
    changed = with_line(model, cls, line)
    return scale_problems(changed, compile_rules(changed))


def test_no_rule_of_the_standard_needs_more_than_eighteen_fraction_digits(
    model: Model, rules: tuple[CompiledRule, ...]
) -> None:
    for problem in scale_problems(model, rules):
        digits = int(problem.message.split("can have ")[1].split()[0])
        assert digits <= 18, str(problem)


@pytest.mark.parametrize(
    ("cls", "line", "extent"),
    [
        ("FeedUse", "share * share * share = 1", "24 fraction digits and reach 2.0E+0"),
        ("FeedUse", "share * dryMass.value * share = 1", "22 fraction digits"),
        ("Money", "amount * amount = 1", "8 fraction digits and reach 1.0E+24"),
        (
            "GoodsLine",
            "if exists(unitPrice) then quantity.value * unitPrice.amount * 0.00001 > 0",
            "19 fraction digits",
        ),
    ],
)
def test_a_product_that_is_too_wide_is_reported_with_its_extent(model: Model, cls: str, line: str, extent: str) -> None:
    (problem,) = problems(model, cls, line)
    assert f"a product can have {extent}" in problem.message
    assert problem.place == "Test.yaml:1"
    assert "bound a member" in problem.mend


@pytest.mark.parametrize(
    ("cls", "line"),
    [
        ("FeedUse", "share * share = 1"),
        ("FeedUse", "clip(dryMass.value, 0, 1) * share = 1"),
        ("Money", 'amount = round(amount / 1, lookup("currency", currency, "scale"))'),
        ("Period", "days(start, end) * days(start, end) > 0"),
    ],
)
def test_a_product_that_fits_is_not(model: Model, cls: str, line: str) -> None:
    assert problems(model, cls, line) == ()
