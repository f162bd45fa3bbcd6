"""How a line is read: precedence, reach of if and every, and the messages for what is not a line."""

from __future__ import annotations

from decimal import Decimal

import pytest
from gclink_spec import Model
from gclink_spec.rules import RuleError, parse
from gclink_spec.rules import _ast as ast


def path(*names: str) -> ast.Path:
    return ast.Path(names)


def number(text: str) -> ast.Number:
    return ast.Number(Decimal(text))


def test_every_line_of_the_standard_is_read(model: Model) -> None:
    lines = [line.text for _, line in model.rules()]
    assert len(lines) > 200
    assert all(parse(line).text == line for line in lines)


def test_subtraction_goes_from_left_to_right() -> None:
    inner = ast.Arithmetic("-", path("a"), path("b"))
    assert parse("a - b - c = 1").expr == ast.Compare("=", ast.Arithmetic("-", inner, path("c")), number("1"))


def test_a_product_binds_before_a_sum_and_a_default_before_a_product() -> None:
    product = ast.Arithmetic("*", number("2"), ast.Coalesce(path("b"), number("0")))
    assert parse("a + 2 * b ?? 0 = 1").expr == ast.Compare("=", ast.Arithmetic("+", path("a"), product), number("1"))


def test_and_binds_before_or_and_not_takes_one_comparison() -> None:
    a, b, c = (ast.Compare("=", path(name), number("1")) for name in "abc")
    assert parse("not a = 1 or b = 1 and c = 1").expr == ast.Logic("or", (ast.Not(a), ast.Logic("and", (b, c))))


def test_a_tolerance_belongs_to_its_comparison() -> None:
    first = ast.Compare("=", path("a"), path("b"), ast.Arithmetic("*", number("0.5"), path("c")))
    assert parse("a = b within 0.5 * c and d = 1").expr == ast.Logic(
        "and", (first, ast.Compare("=", path("d"), number("1")))
    )


def test_the_body_of_every_and_of_then_reaches_to_the_end() -> None:
    expr = parse("if a = 1 then every x in xs: x.b = 1 and x.c = 1").expr
    assert isinstance(expr, ast.If)
    assert isinstance(expr.then, ast.Quantified)
    assert isinstance(expr.then.body, ast.Logic)


def test_else_goes_to_the_nearest_if() -> None:
    expr = parse("if a = 1 then if b = 1 then c = 1 else d = 1").expr
    assert isinstance(expr, ast.If)
    assert expr.otherwise is None
    assert isinstance(expr.then, ast.If)
    assert expr.then.otherwise == ast.Compare("=", path("d"), number("1"))


def test_a_date_is_read_before_a_number() -> None:
    assert parse("a >= 2025-01-01").expr == ast.Compare(">=", path("a"), ast.Date("2025-01-01"))


def test_names_may_begin_with_a_keyword() -> None:
    assert parse("inputs = orders").expr == ast.Compare("=", path("inputs"), path("orders"))


def test_where_filters_all_binders_before_it() -> None:
    expr = parse("every a in xs, b in a.ys where b.n = a.n + 1: a.m < b.m").expr
    assert isinstance(expr, ast.Quantified)
    assert [binder.name for binder in expr.binders] == ["a", "b"]
    assert isinstance(expr.where, ast.Compare)


@pytest.mark.parametrize(
    ("line", "column", "message", "mend"),
    [
        ("a / 2 = 1", 3, "there is no division", "multiply both sides"),
        ("a = 'x'", 5, "does not begin a text", "straight double quotes"),
        ('a = "x', 5, "does not end", "close it"),
        ("if a = 1", 9, "ends too early", "then"),
        ("a = 1 and", 10, "ends too early", "wanted"),
        ("a = 1 b", 7, "'b' does not fit", "wanted"),
        ("Total = 1", 1, "lower case", "class table"),
        ("end <= start + 1.5 months", 16, "fraction of a month", "whole months"),
        ("sum(a for b) = 1", 12, "')' does not fit", "in"),
        ("a = 1 & b = 2", 7, "'&' is not part", "operators"),
        ("every a: a.b = 1", 8, "':' does not fit", "in"),
    ],
)
def test_a_line_that_cannot_be_read_names_column_and_mend(line: str, column: int, message: str, mend: str) -> None:
    with pytest.raises(RuleError) as caught:
        parse(line)
    assert caught.value.column == column
    assert message in caught.value.message
    assert mend in caught.value.mend
