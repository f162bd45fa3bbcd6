"""Every operator changes what it says, one thing at a time, and never the words of a finding."""

from __future__ import annotations

import ast

import pytest
from gclink_conformance.strength._operators import changes
from gclink_conformance.strength._wording import wording


def made(body: str) -> dict[str, set[str]]:
    """Return the results by operator."""
    (function,) = ast.parse(f"def rule(bundle, tree):\n    {body}").body
    assert isinstance(function, ast.FunctionDef)
    found: dict[str, set[str]] = {}
    for change in changes(function):
        found.setdefault(change.operator, set()).add(ast.unparse(change.function).partition("\n")[2].strip())
    return found


@pytest.mark.parametrize(
    ("body", "operator", "result"),
    [
        ("return a <= b", "soften", "return a < b"),
        ("return a > b", "soften", "return a >= b"),
        ("return a <= b", "negate", "return a > b"),
        ("return a == b", "negate", "return a != b"),
        ("return a not in b", "negate", "return a in b"),
        ("return not a", "negate", "return a"),
        ("return a and b and c", "drop a condition", "return a and c"),
        ("return a + b", "drop a term", "return b"),
        ("return a - b", "drop a term", "return a"),
        ("return a <= N0_005", "tolerance x 10", "return a <= D('0.05')"),
        ("return a == N1000 * b", "kg for t", "return a == D('1') * b"),
        ("return plus(day, 30)", "one off", "return plus(day, 31)"),
        ("return night(day)", "one off", "return dawn(day)"),
        ("return round(a, ROUND_HALF_UP)", "round otherwise", "return round(a, ROUND_DOWN)"),
        ("return bundle.in_force(a)", "ignore the status", "return True"),
        ("return bundle.status(a, day)", "ignore the instant", "return bundle.status(a)"),
        ("return bundle.day", "ignore the instant of the check", "return '2999-12-31'"),
        (
            "return a['digest'] != b.digest",
            "compare the start of a digest",
            "return a['digest'][:20] != b.digest[:20]",
        ),
    ],
)
def test_an_operator_makes_the_mistake_it_is_named_after(body: str, operator: str, result: str) -> None:
    assert result in made(body)[operator]


def test_a_loop_over_the_items_of_a_document_is_cut_to_the_first() -> None:
    assert any(
        "_first_alone(tree['items'])" in found
        for found in made("return [a for a in tree['items']]")["first item alone"]
    )


def test_words_of_a_finding_are_left_alone() -> None:
    body = "wanted = Text(f'{a - b}', 'x'); yield Hit(a, ('p',), wanted, same(str(a + b)))"
    assert set(made(body)) == {"drop a finding"}


def test_a_name_that_decides_something_is_no_wording() -> None:
    (function,) = ast.parse(
        "def rule(a):\n    due = a + 1\n    told = a + 2\n    if due > a:\n        yield Hit(a, (), same(told), due)"
    ).body
    assert isinstance(function, ast.FunctionDef)
    assert wording(function) == {"told"}
