"""What the analysis fills in, and what it refuses with column and mend."""

from __future__ import annotations

import dataclasses

import pytest
from gclink_spec import Model, SpecError
from gclink_spec.rules import CompiledRule, RuleError, analyse, compile_rules, parse, rules_and_problems
from gclink_spec.rules import _ast as ast
from gclink_spec.rules._ast import Step, Type
from rule_lines import compiled, requirement, with_line


def refused(model: Model, cls: str, line: str) -> RuleError:
    with pytest.raises(RuleError) as caught:
        analyse(model, parse(line), cls)
    return caught.value


def test_every_rule_of_the_standard_compiles(model: Model) -> None:
    rules, problems = rules_and_problems(model)
    assert not problems
    assert {rule.requirement for rule in rules} == {r.id for r, _ in model.rules()}


def test_a_rule_on_an_abstract_class_is_compiled_for_every_concrete_one(rules: tuple[CompiledRule, ...]) -> None:
    contexts = {r.context: r.declared for r in rules if r.requirement == "GCL-FIN-020"}
    assert contexts == dict.fromkeys(("Inventory", "PurchaseOrder", "Receivable", "Undertaking"), "Asset")


def test_steps_tell_owner_absence_and_arrays(model: Model) -> None:
    rule = compiled(model, "Receivable", 'exists(approval) and approval.approvedAmount.currency = "CNY"')
    assert isinstance(rule.expr, ast.Logic)
    comparison = rule.expr.operands[1]
    assert isinstance(comparison, ast.Compare)
    assert isinstance(comparison.left, ast.Path)
    assert comparison.left.steps == (
        Step("approval", "Receivable", True, False),
        Step("approvedAmount", "ObligorApproval", False, False),
        Step("currency", "Money", False, False),
    )
    assert comparison.right == ast.String("CNY", "iso4217")


def test_a_loop_variable_becomes_the_root_of_its_paths(model: Model) -> None:
    rule = compiled(model, "Facility", "every l in lenders: l.share > 0")
    assert isinstance(rule.expr, ast.Quantified)
    assert isinstance(rule.expr.body, ast.Compare)
    share = rule.expr.body.left
    assert isinstance(share, ast.Path)
    assert (share.root, share.names, share.type) == ("l", ("share",), Type.DECIMAL)


def test_whole_arithmetic_stays_whole_and_a_decimal_makes_it_decimal(model: Model) -> None:
    def left(line: str) -> Type | None:
        expr = compiled(model, "CarbonUnit", line).expr
        assert isinstance(expr, ast.Compare)
        assert isinstance(expr.left, ast.Arithmetic)
        return expr.left.type

    assert left("serialEnd - serialStart + 1 = unitCount") is Type.INTEGER
    assert left("serialEnd * 0.5 = unitCount") is Type.DECIMAL


@pytest.mark.parametrize(
    ("cls", "line", "column", "message", "mend"),
    [
        ("Money", "amout > 0", 1, "no member 'amout'", "'amount'"),
        ("Money", "amount > 0 and amount.value > 0", 16, "goes on after a simple value", "leave out '.value'"),
        ("Party", 'name = "x"', 1, "is an object", "exists"),
        ("Party", "exists(name.english)", 8, "no language tag", "name.en"),
        ("Facility", "lenders.share = 1", 1, "'lenders' is an array", "every x in lenders"),
        ("Facility", "lenders = 1", 1, "'lenders' is an array", "some x in lenders"),
        ("Facility", "every l in limit: l.amount > 0", 12, "is no array", "cardinality above one"),
        ("Facility", "every state in lenders: state.share > 0", 7, "hides a name in use", "another name"),
        ("Facility", "every l in lenders: every l in lenders: l.share > 0", 27, "hides a name in use", "another name"),
        ("Claim", 'every m in markets: m = "EU"', 12, "array of simple values", "contains or some"),
        ("Claim", 'tier = "t9"', 8, "no code of claimTier", "t1_measured"),
        ("Claim", 'tier in ("t1_measured", "t9")', 25, "no code of claimTier", "t1_measured"),
        ("Claim", 'tier < "t1_measured"', 1, "no order", "numbers, dates"),
        ("Programme", 'techniqueListVersion = "2017"', 24, "no value of techniqueListVersion", "2016, 2021"),
        ("FinancingTransaction", "technique = recourse", 13, "codes of different lists", "one list"),
        ("Money", 'amount = "1"', 10, "compared with", "one type"),
        ("Money", "amount = currency", 10, "compared with", "one type"),
        ("Money", "amount", 1, "a condition is wanted", "compare"),
        ("Claim", "future and consumerFacing = true", 1, "member alone", "future = true"),
        ("Money", "amount + (amount > 1) = 2", 11, "a value is wanted", "and, or"),
        ("Money", "amount > round(amount / 2, 1)", 10, "only at the right of '='", "x = round"),
        ("Money", "amount = 1 + round(amount / 2, 1)", 14, "only at the right of '='", "x = round"),
        ("Money", "amount = round(amount / 2, 1) within 1", 10, "only at the right of '='", "x = round"),
        ("Money", "amount < 2 within 1", 19, "'within' goes with '='", "a = b within t"),
        ("Period", "start + 3 = end", 1, "a number is wanted", "decimal or integer"),
        ("Period", "end <= 3 months", 8, "only added to a date", "date + 36 months"),
        ("LifecycleEvent", "effectiveAt + 1 months > 2025-01-01", 15, "added to a date", "date + 36 months"),
        ("Period", "dateOf(start) = end", 8, "takes dateTime here", "dateTime"),
        ("Period", "days(start) = 1", 1, "takes 2 values", "date, date"),
        ("Period", "weeks(start, end) = 1", 1, "no function 'weeks'", "days"),
        ("Identifier", 'identifierValue matches "^a"', 1, "outside the common subset at '^a'", "[0-9]"),
        ("Identifier", 'identifierValue matches "a."', 1, "outside the common subset at '.'", "[.]"),
        ("Identifier", 'identifierValue matches "(?:a)"', 1, "outside the common subset", "groups"),
        ("Identifier", 'identifierValue matches "(a"', 1, "an open (", "groups"),
        ("Identifier", 'scheme matches "a"', 1, "wants a text", "= or in"),
        ("Money", 'lookup("currencies", currency, "scale") = 1', 1, "no table 'currencies'", "'currency'"),
        ("Money", 'lookup("currency", currency, "size") = 1', 1, "no column 'size'", "scale"),
        ("Money", 'lookup("currency", "ZZZ", "scale") = 1', 20, 'no row "ZZZ"', "code"),
        ("Money", 'lookup("currency", amount, "scale") = 1', 20, "no key", "codes and integers"),
        ("LifecycleEvent", 'lookup("machine", machine, "note") = "x"', 1, "is a relation", "inTable"),
        ("LifecycleEvent", 'inTable("machine", machine)', 1, "has the keys machine, from, to", "3 values"),
        ("Money", "exists(amount)", 8, "always there", "leave the test out"),
        ("Claim", "oneOf(subjectLot, passports)", 19, "is an array", "single members"),
        ("Claim", 'claimant contains "x"', 1, "wants an array", "="),
        ("Facility", "sum(l.lender for l in lenders) = 1", 5, "sum of", "numbers"),
    ],
)  # fmt: skip
def test_a_line_that_means_nothing_is_refused(
    model: Model, cls: str, line: str, column: int, message: str, mend: str
) -> None:
    error = refused(model, cls, line)
    assert (error.column, message in error.message, mend in error.mend) == (column, True, True), str(error)


def test_a_fault_carries_file_line_requirement_column_and_mend(model: Model) -> None:
    with pytest.raises(SpecError) as caught:
        compile_rules(with_line(model, "Money", "amout > 0"))
    (problem,) = caught.value.problems
    assert problem.place == "Test.yaml:1"
    assert problem.message.startswith("GCL-COR-999, column 1: ")
    assert "amount" in problem.mend


def test_a_fault_on_an_abstract_class_names_the_concrete_one_that_lacks_the_member(model: Model) -> None:
    _, problems = rules_and_problems(with_line(model, "Asset", "exists(lineNetTotal)"))
    assert "Inventory has no member 'lineNetTotal' (for Inventory)" in problems[0].message


def test_every_fault_is_reported_and_not_only_the_first(model: Model) -> None:
    lines = {
        "GCL-COR-998": dataclasses.replace(requirement("Money", "amout > 0"), id="GCL-COR-998"),
        "GCL-COR-999": requirement("Money", "amount > "),
    }
    _, problems = rules_and_problems(dataclasses.replace(model, requirements=lines))
    assert [problem.message[:11] for problem in problems] == ["GCL-COR-998", "GCL-COR-999"]


@pytest.mark.parametrize("place", ["GoodsLine.price", "GoodsLine.quantity", "Money.amount"])
def test_an_exception_must_name_a_member_that_holds_the_class(model: Model, place: str) -> None:
    _, problems = rules_and_problems(with_line(model, "Money", "amount > 0", excepts=(place,)))
    assert f"'{place}' does not hold Money" in problems[0].message


@pytest.mark.parametrize(
    ("line", "location"),
    [
        ("grossEmissions = components.fossilGhg", ("grossEmissions",)),
        ("if ccsIncluded = true then components.ccsCapture < 0", ("components", "ccsCapture")),
        ("sum(s.components.fossilGhg for s in stages) = components.fossilGhg", ("components", "fossilGhg")),
        ("count(m in secondarySources) = 0", ("secondarySources",)),
        ("if ccsIncluded = true then exists(uncertainty)", ("uncertainty",)),
        ("oneOf(subjectLot, subjectProduct)", None),
    ],
)
def test_a_finding_points_at_the_left_most_member_of_what_the_rule_demands(
    model: Model, line: str, location: tuple[str, ...] | None
) -> None:
    found = compiled(model, "CarbonPassport", line).location
    assert (None if found is None else found.names) == location


def test_a_stated_place_of_a_requirement_wins_over_the_derived_one(model: Model) -> None:
    rule = compile_rules(with_line(model, "Period", "start <= end", at="end"))[0]
    assert rule.location is not None
    assert rule.location.names == ("end",)
