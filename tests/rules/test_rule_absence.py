"""An optional member must be guarded where its absence would decide the verdict by accident."""

from __future__ import annotations

import pytest
from gclink_spec import Model
from gclink_spec.rules import RuleError, analyse, parse

CLASS = "GhgComponents"  # aircraft and packaging are optional, fossilGhg is required

GUARDED = [
    "if exists(aircraft) then aircraft > 1",
    "if exists(aircraft) and exists(packaging) then aircraft > packaging",
    "exists(aircraft) and aircraft > 1",
    "not exists(aircraft) or aircraft > 1",
    "not exists(aircraft) or not aircraft > 1",
    "not (exists(aircraft) and aircraft > 1)",
    "(aircraft ?? 0) > 1",
    "(aircraft ?? fossilGhg) > 1",
    "if not exists(aircraft) then fossilGhg > 1 else aircraft > 1",
    "if exists(aircraft) then aircraft > 1 else fossilGhg > 1",
    "if not exists(aircraft) or aircraft > 5 then fossilGhg > 1",
    "if aircraft > 1 then fossilGhg > 1",  # only asks whether the rule applies
    "if aircraft > 1 then aircraft < 5",  # a comparison that holds has shown its operands
    "if fossilGhg > 1 or aircraft > 1 then fossilGhg < 9",
    "oneOf(aircraft, packaging)",
    "exists(aircraft) or exists(packaging)",
]

UNGUARDED = [
    ("aircraft > 1", 1, "must hold"),
    ("fossilGhg + aircraft > 1", 13, "must hold"),
    ("fossilGhg = 1 within aircraft", 22, "must hold"),
    ("fossilGhg > 1 and aircraft > 1", 19, "must hold"),
    ("fossilGhg > 1 or aircraft > 1", 18, "must hold"),
    ("exists(packaging) and aircraft > 1", 23, "must hold"),
    ("exists(aircraft) or aircraft > 1", 21, "must hold"),
    ("not aircraft > 1", 5, "is negated"),
    ("if not aircraft > 1 then fossilGhg > 1", 8, "is negated"),
    ("not (exists(aircraft) or aircraft > 1)", 26, "is negated"),
    ("if fossilGhg > 1 then aircraft > 1", 23, "must hold"),
    ("if exists(aircraft) then fossilGhg > 1 else aircraft > 1", 45, "must hold"),
    ("if aircraft > 1 then fossilGhg > 1 else fossilGhg > 2", 4, "decides between then and else"),
    ("if aircraft > 1 or packaging > 1 then aircraft < 5", 39, "must hold"),
    ("(aircraft ?? packaging) > 1", 14, "must hold"),
    ("aircraft in (1, 2)", 1, "must hold"),
    ("max(aircraft, 1) = 1", 5, "must hold"),
    ("fossilGhg = round(aircraft / 2, 10)", 19, "must hold"),
]


@pytest.mark.parametrize("line", GUARDED)
def test_a_guarded_member_is_accepted(model: Model, line: str) -> None:
    analyse(model, parse(line), CLASS)


@pytest.mark.parametrize(("line", "column", "position"), UNGUARDED)
def test_an_unguarded_member_is_refused(model: Model, line: str, column: int, position: str) -> None:
    with pytest.raises(RuleError) as caught:
        analyse(model, parse(line), CLASS)
    assert caught.value.column == column
    assert "may be absent" in caught.value.message
    assert position in caught.value.message
    assert "guard it" in caught.value.mend


@pytest.mark.parametrize(
    ("cls", "line"),
    [
        ("ProcessRun", "every o in outputs where exists(o.dryMass): o.dryMass.value > 0"),
        ("ProcessRun", "every o in outputs: exists(o.dryMass) and o.dryMass.value > 0"),
        ("ProcessRun", "sum(o.allocationBasis for o in outputs where exists(o.allocationBasis)) > 0"),
        ("ProcessRun", "every o in outputs where o.economicShare > 1: exists(o.dryMass)"),
        ("ProcessRun", "count(o in outputs where o.economicShare > 1) = 0"),
        ("Claim", "exists(figures.benchmarkValue) and figures.grossPerUnit < figures.benchmarkValue"),
        ("FinancingTransaction", "(concessionalFunding.principal.amount ?? 0) >= 0"),
    ],
)
def test_guards_reach_into_loops_and_up_a_path(model: Model, cls: str, line: str) -> None:
    analyse(model, parse(line), cls)


@pytest.mark.parametrize(
    ("cls", "line", "missing"),
    [
        ("ProcessRun", "every o in outputs: o.dryMass.value > 0", "o.dryMass"),
        ("ProcessRun", "sum(o.allocationBasis for o in outputs) > 0", "o.allocationBasis"),
        (
            "ProcessRun",
            "if sum(o.allocationBasis for o in outputs) > 0 then dryMassLoss.value > 0",
            "o.allocationBasis",
        ),
        ("ProcessRun", "unique(o.economicShare for o in outputs)", "o.economicShare"),
        (
            "ProcessRun",
            "(some o in outputs: exists(o.dryMass)) and (every o in outputs: o.dryMass.value > 0)",
            "o.dryMass",
        ),
        ("Claim", "exists(figures) and figures.benchmarkValue > 1", "figures.benchmarkValue"),
        ("Claim", "figures.grossPerUnit > 1", "figures"),
        ("Party", 'name.en = "x"', "name.en"),
    ],
)
def test_the_message_names_the_member_that_may_be_absent(model: Model, cls: str, line: str, missing: str) -> None:
    with pytest.raises(RuleError, match=f"'{missing}' may be absent"):
        analyse(model, parse(line), cls)


def test_a_look_up_in_a_sum_needs_a_default(model: Model) -> None:
    line = "sum({} for a in items) > 0"
    value = 'lookup("technique_v1", a.assetKind, "alias")'
    with pytest.raises(RuleError):
        analyse(model, parse(line.format(value)), "FinancingTransaction")
    rate = 'lookup("currency", a.faceAmount.currency, "scale")'
    with pytest.raises(RuleError, match="look-up in a sum"):
        analyse(model, parse(line.format(rate)), "FinancingTransaction")
    analyse(model, parse(line.format(f"({rate} ?? 0)")), "FinancingTransaction")
