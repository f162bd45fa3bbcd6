"""What each construct means, by hand-made objects: the generated code and the interpreter give the verdict stated."""

from __future__ import annotations

from dataclasses import dataclass
from time import perf_counter
from typing import Any

import pytest
from gclink_spec import Model
from rule_lines import by_code, by_tree


@dataclass(frozen=True)
class Case:
    on: str
    line: str
    holds: tuple[dict[str, Any], ...] = ()
    fails: tuple[dict[str, Any], ...] = ()


def money(amount: str, currency: str = "CNY") -> dict[str, Any]:
    return {"type": "Money", "amount": amount, "currency": currency}


def quantity(value: str, unit: str = "t") -> dict[str, Any]:
    return {"type": "Quantity", "value": value, "unit": unit}


def flows(*bases: str | None) -> dict[str, Any]:
    return {"outputs": [{"mass": quantity("1"), **({} if b is None else {"allocationBasis": b})} for b in bases]}


def steps(*pairs: tuple[int, str]) -> dict[str, Any]:
    return {"steps": [{"position": position, "upper": upper} for position, upper in pairs]}


def lenders(*shares: str) -> dict[str, Any]:
    return {"lenders": [{"lender": f"urn:p:{n}", "share": share} for n, share in enumerate(shares)]}


def gases(*names: str) -> dict[str, Any]:
    return {"gases": [{"gas": name, "gasMass": "1", "gwp": "1", "value": "1"} for name in names]}


def period(start: str, end: str) -> dict[str, Any]:
    return {"start": start, "end": end}


CASES = [
    # comparison of decimals: by value, at the edges of the textual short cuts
    Case("Money", "amount >= 0", ({"amount": "0"}, {"amount": "0.1"}), ({"amount": "-0.1"}, {"amount": "-10"})),
    Case("Money", "amount > 0", ({"amount": "0.0001"}, {"amount": "9"}), ({"amount": "0"}, {"amount": "-9"})),
    Case("Money", "amount <= 0", ({"amount": "0"}, {"amount": "-0.1"}), ({"amount": "0.1"}, {"amount": "12"})),
    Case("Money", "amount < 0", ({"amount": "-5"},), ({"amount": "0"}, {"amount": "5"})),
    Case("Money", "0 < amount", ({"amount": "1"},), ({"amount": "0"}, {"amount": "-1"})),
    Case("Money", "amount = 0", ({"amount": "0"},), ({"amount": "0.1"}, {"amount": "-1"})),
    Case("Money", "amount != 1.5", ({"amount": "1.51"},), ({"amount": "1.5"},)),
    Case("Money", "amount < 10", ({"amount": "9"}, {"amount": "-100"}), ({"amount": "10"}, {"amount": "9999"})),
    Case("Money", "amount in (1, 2.5)", ({"amount": "1"}, {"amount": "2.5"}), ({"amount": "2"},)),
    Case("Money", "amount in (1, 1 + 1)", ({"amount": "2"},), ({"amount": "3"},)),
    # arithmetic: exact, left to right, a minus before a product
    Case("Money", "amount + 0.2 = 0.3", ({"amount": "0.1"},), ({"amount": "0.10000000000000001"},)),
    Case("Money", "10 - 3 - amount = 5", ({"amount": "2"},), ({"amount": "12"},)),
    Case("Money", "10 - (3 - amount) = 9", ({"amount": "2"},), ({"amount": "-4"},)),
    Case("Money", "2 + 3 * amount = 8", ({"amount": "2"},), ({"amount": "1.6"},)),
    Case("Money", "-amount * 2 = 4", ({"amount": "-2"},), ({"amount": "2"},)),
    Case(
        "Money",
        "amount * amount * 1.000000000000000001 > 1000000000000000000000000000000",
        ({"amount": "1000000000000000"},),
        ({"amount": "999999999999999.9"},),
    ),
    Case(
        "Money",
        "abs(amount) = 2 and min(amount, 1) = amount and max(amount, 1) = 1",
        ({"amount": "-2"},),
        ({"amount": "2"},),
    ),
    Case("Money", "clip(amount, 0, 1) = 1", ({"amount": "1"}, {"amount": "7"}), ({"amount": "0.9"}, {"amount": "-1"})),
    Case("Money", "amount = 1 within 0.001", ({"amount": "1.001"}, {"amount": "0.999"}), ({"amount": "1.0010001"},)),
    Case(
        "Money",
        "amount = 100 within max(0.005 * abs(amount), 0.001)",
        ({"amount": "100.5"}, {"amount": "99.6"}),
        ({"amount": "100.6"}, {"amount": "99.4"}),
    ),
    # rounding: half away from zero, both signs, with tolerance of nothing
    Case("Money", "amount = round(1 / 8, 100)", ({"amount": "0.13"},), ({"amount": "0.12"}, {"amount": "0.125"})),
    Case("Money", "amount = round(-1 / 8, 100)", ({"amount": "-0.13"},), ({"amount": "-0.12"}, {"amount": "0.13"})),
    Case("Money", "amount = round(1 / 3, 100)", ({"amount": "0.33"},), ({"amount": "0.34"}, {"amount": "-0.33"})),
    Case("Money", "amount = round(0 / 3, 100)", ({"amount": "0"},), ({"amount": "0.01"}, {"amount": "-0.01"})),
    Case("Money", "amount = round(1 / (amount - amount), 100)", (), ({"amount": "0"}, {"amount": "1"})),
    Case("Money", "amount = round(1 / -2, 1)", (), ({"amount": "-1"}, {"amount": "1"}, {"amount": "0"})),
    Case(
        "Money",
        'amount = round(amount / 1, lookup("currency", currency, "scale"))',
        (money("1.25"), money("-7"), money("100", "JPY"), money("0.125", "KWD")),
        (money("1.255"), money("0.5", "JPY"), money("0.1255", "KWD")),
    ),
    # codes, texts, booleans
    Case("Money", 'currency in ("CNY", "EUR")', ({"currency": "EUR"},), ({"currency": "USD"},)),
    Case("Quantity", 'not unit in ("kg", "t")', ({"unit": "kW.h"},), ({"unit": "t"},)),
    Case("Quantity", 'unit != "kg"', ({"unit": "Kg"},), ({"unit": "kg"},)),
    Case("CarbonPassport", "ccsIncluded = true", ({"ccsIncluded": True},), ({"ccsIncluded": False},)),
    Case("CarbonPassport", "ccsIncluded != true", ({"ccsIncluded": False},), ({"ccsIncluded": True},)),
    Case(
        "Identifier",
        'identifierValue matches "[0-9]{2}([.][a-z]|X)"',
        ({"identifierValue": "12.a"}, {"identifierValue": "00X"}),
        (
            {"identifierValue": "12.a\n"},
            {"identifierValue": "123.a"},
            {"identifierValue": "12a"},
            {"identifierValue": "١٢X"},
        ),
    ),
    # absence: a comparison with an absent operand is false, "!=" too
    Case(
        "GhgComponents",
        "if aircraft != 0 then fossilGhg > 0",
        ({"fossilGhg": "-1"}, {"aircraft": "0", "fossilGhg": "-1"}, {"aircraft": "1", "fossilGhg": "1"}),
        ({"aircraft": "1", "fossilGhg": "0"},),
    ),
    Case("GhgComponents", "exists(aircraft) and aircraft >= 2", ({"aircraft": "2"},), ({}, {"aircraft": "1"})),
    Case("GhgComponents", "not exists(aircraft) or aircraft >= 2", ({}, {"aircraft": "2"}), ({"aircraft": "1"},)),
    Case(
        "GhgComponents",
        "if exists(aircraft) then aircraft > 1 else fossilGhg > 1",
        ({"aircraft": "2", "fossilGhg": "0"}, {"fossilGhg": "2"}),
        ({"aircraft": "1", "fossilGhg": "2"}, {"fossilGhg": "1"}),
    ),
    Case(
        "GhgComponents",
        "(aircraft ?? 1) + fossilGhg = 3",
        ({"fossilGhg": "2"}, {"aircraft": "3", "fossilGhg": "0"}),
        ({"fossilGhg": "3"},),
    ),
    Case(
        "GhgComponents",
        "(aircraft ?? fossilGhg) <= 1",
        ({"fossilGhg": "1"}, {"aircraft": "0", "fossilGhg": "9"}),
        ({"fossilGhg": "2"},),
    ),
    Case(
        "FinancingTransaction",
        "if fx.rate > 1 then financedAmount.amount > 0",
        ({"financedAmount": money("-1")}, {"fx": {"rate": "1"}, "financedAmount": money("-1")}),
        ({"fx": {"rate": "1.5"}, "financedAmount": money("-1")},),
    ),
    Case(
        "FinancingTransaction",
        "(concessionalFunding.principal.amount ?? 5) = 5",
        ({}, {"concessionalFunding": {"principal": money("5")}}),
        ({"concessionalFunding": {"principal": money("4")}},),
    ),
    Case(
        "Claim",
        "oneOf(subjectLot, subjectProduct, subjectBrand)",
        ({"subjectLot": "urn:a:1"},),
        ({}, {"subjectLot": "urn:a:1", "subjectBrand": "urn:a:2"}),
    ),
    Case(
        "Party",
        "exists(name.en) and exists(name.zh)",
        ({"name": {"en": "a", "zh": "b"}},),
        ({"name": {"en": "a", "fr": "b"}},),
    ),
    Case("Lot", "exists(events)", ({"events": ["urn:e:1"]},), ({},)),
    # loops: empty sum 0, empty count 0, empty every true, empty some false; equal items stay two
    Case(
        "MarginRatchet",
        "every s in steps: s.position > 0",
        (steps((1, "1")), {"steps": []}),
        (steps((1, "1"), (0, "2")),),
    ),
    Case(
        "MarginRatchet",
        "some s in steps: s.position = 2",
        (steps((1, "1"), (2, "1")),),
        (steps((1, "1")), {"steps": []}),
    ),
    Case(
        "MarginRatchet",
        "every a in steps: count(b in steps where b.position = a.position) = 1",
        (steps((1, "1"), (2, "2")),),
        (steps((1, "1"), (2, "2"), (1, "3")),),
    ),
    Case(
        "MarginRatchet",
        "some a in steps, b in steps where b.position = a.position + 1 and a.position > 1: exists(b.upper)",
        (steps((2, "1"), (3, "1")),),
        (steps((1, "1"), (2, "1")), steps((2, "1"), (4, "1"))),
    ),
    Case(
        "KpiObservation",
        "every i in observationInputs, j in observationInputs: i.quantity.unit = j.quantity.unit",
        ({"observationInputs": [{"quantity": quantity("1")}, {"quantity": quantity("2")}]},),
        ({"observationInputs": [{"quantity": quantity("1")}, {"quantity": quantity("1", "kg")}]},),
    ),
    Case(
        "MarginRatchet",
        "every a in steps, b in steps where b.position = a.position + 1: "
        "exists(b.upper) and exists(a.upper) and a.upper <= b.upper",
        (steps((1, "2"), (2, "3"), (4, "1")),),
        (steps((1, "9"), (2, "10"), (3, "9.5")),),
    ),
    Case(
        "Facility", "sum(l.share for l in lenders) = 1", (lenders("0.5", "0.5"), lenders("1")), (lenders("0.5", "0.4"),)
    ),
    Case(
        "Facility",
        "sum(l.share for l in lenders where l.share > 0.2) = 0.8",
        (lenders("0.8", "0.2"),),
        (lenders("0.8", "0.3"),),
    ),
    Case(
        "Facility",
        "count(l in lenders) = 2 and count(m in lenders where m.share > 0.5) = 1",
        (lenders("0.6", "0.4"),),
        (lenders("0.5", "0.5"), lenders("1")),
    ),
    Case(
        "ProcessRun", "sum(o.allocationBasis ?? 0 for o in outputs) = 3", (flows("1", None, "2"),), (flows("1", None),)
    ),
    Case(
        "ProcessRun",
        "every o in outputs where exists(o.allocationBasis): "
        "2 * o.allocationBasis = sum(p.allocationBasis ?? 0 for p in outputs)",
        (flows("1.5", None, "1.5"), flows(None)),
        (flows("1", "2"),),
    ),
    Case("GasInventory", "unique(g.gas for g in gases)", (gases("co2", "n2o"),), (gases("co2", "n2o", "co2"),)),
    Case(
        "Facility",
        "unique(l.share for l in lenders where l.share > 0)",
        (lenders("0", "0", "1"),),
        (lenders("0.5", "0.5"),),
    ),
    Case(
        "SustainabilityTerms",
        "every r in ratchets, s in r.steps: s.adjustmentBp <= capBp",
        ({"capBp": 5, "ratchets": [{"steps": [{"adjustmentBp": 5}]}]}, {"capBp": 5}),
        ({"capBp": 5, "ratchets": [{"steps": [{"adjustmentBp": 5}, {"adjustmentBp": 6}]}]},),
    ),
    # arrays of simple values: contains and some
    Case("CarbonLink", 'purposes contains "kpi"', ({"purposes": ["label", "kpi"]},), ({"purposes": ["label"]},)),
    Case(
        "Claim",
        'some m in markets: lookup("market_rule_v1", m, "eea") = 1',
        ({"markets": ["CN", "DE"]},),
        ({"markets": ["CN"]}, {"markets": ["KR"]}),
    ),
    Case(
        "StorageEvent",
        "some s in stocks, t in stocks: s != t",
        ({"stocks": ["urn:a:1", "urn:a:2"]},),
        ({"stocks": ["urn:a:1"]}, {}),
    ),
    # dates and instants
    Case(
        "Period",
        "end <= start + 1 months",
        (period("2024-01-31", "2024-02-29"), period("2023-12-15", "2024-01-15")),
        (period("2024-01-31", "2024-03-01"), period("2023-01-31", "2023-03-01")),
    ),
    Case(
        "Period",
        "end - 1 months = start",
        (period("2024-02-29", "2024-03-31"), period("2023-12-01", "2024-01-01")),
        (period("2024-03-01", "2024-03-31"),),
    ),
    Case("Period", "end < 2025-01-01", (period("2024-01-01", "2024-12-31"),), (period("2024-01-01", "2025-01-01"),)),
    Case(
        "Period", "days(start, end) = 366", (period("2024-01-01", "2025-01-01"),), (period("2023-01-01", "2024-01-01"),)
    ),
    Case(
        "Period", "days(start, end) = -1", (period("2024-03-01", "2024-02-29"),), (period("2023-03-01", "2024-02-28"),)
    ),
    Case(
        "Period",
        "days30(start, end) = 30",
        (period("2024-02-15", "2024-03-15"), period("2024-03-31", "2024-04-30")),
        (period("2024-02-28", "2024-03-31"), period("2024-01-30", "2024-02-29")),
    ),
    Case(
        "Period",
        "leapDays(start, end) = 1",
        (period("2023-12-31", "2024-01-02"), period("2024-12-31", "2025-01-05")),
        (period("2023-01-01", "2023-12-31"), period("2024-01-01", "2024-01-03")),
    ),
    Case(
        "Period",
        "year(start) = 2024 and ymd(end) = 20250131",
        (period("2024-06-01", "2025-01-31"),),
        (period("2025-06-01", "2025-01-31"),),
    ),
    Case(
        "CarbonLink",
        "dateOf(issuedAt) = 2024-02-29 and issuedAt <= checkedAt",
        ({"issuedAt": "2024-02-29T23:59:59Z", "checkedAt": "2024-02-29T23:59:59Z"},),
        (
            {"issuedAt": "2024-03-01T00:00:00Z", "checkedAt": "2025-01-01T00:00:00Z"},
            {"issuedAt": "2024-02-29T23:59:59Z", "checkedAt": "2024-02-29T23:59:58Z"},
        ),
    ),
    # tables
    Case(
        "Claim",
        'lookup("tier_data_v1", tier, "worstDataQuality") = 3',
        ({"tier": "t2_low_carbon"},),
        ({"tier": "t1_measured"}, {"tier": "contribution"}),
    ),
    Case(
        "Claim",
        '(lookup("tier_data_v1", tier, "worstDataQuality") ?? 5) = 5',
        ({"tier": "t1_measured"},),
        ({"tier": "t2_low_carbon"},),
    ),
    Case(
        "PermanenceBasis",
        'exists(tableRow) and lookup("woolf100_2021_r2", tableRow, "c") = 1.13',
        ({"tableRow": 5},),
        ({"tableRow": 10}, {"tableRow": 6}, {}),
    ),
    Case(
        "LifecycleEvent",
        'inTable("machine", machine, fromState, toState)',
        ({"machine": "programme", "fromState": "proposed", "toState": "open"},),
        ({"machine": "programme", "fromState": "open", "toState": "proposed"},),
    ),
    Case(
        "LifecycleEvent",
        'inTable("machine.roles", machine, fromState, toState, actorRole)',
        ({"machine": "programme", "fromState": "proposed", "toState": "open", "actorRole": "issuer"},),
        ({"machine": "programme", "fromState": "proposed", "toState": "open", "actorRole": "financier"},),
    ),
    Case(
        "EligibilityAssessment",
        'inTable("eu_taxonomy_unlisted", category)',
        ({"category": "A01.1"},),
        ({"category": "A02"}, {"category": "|A01|"}),
    ),
    # logic
    Case("Money", "not (amount > 1 and amount < 3)", ({"amount": "1"}, {"amount": "3"}), ({"amount": "2"},)),
    Case(
        "Money",
        'amount > 1 or amount < -1 and currency = "CNY"',
        (money("2", "EUR"), money("-2")),
        (money("-2", "EUR"), money("0")),
    ),
    Case(
        "Money",
        "if amount > 1 then amount > 2 else if amount < 0 then amount < -1 else amount = 0",
        ({"amount": "3"}, {"amount": "-2"}, {"amount": "0"}),
        ({"amount": "2"}, {"amount": "-1"}, {"amount": "1"}),
    ),
]

VERDICTS = [
    pytest.param(case, tree, verdict, id=f"{case.line[:60]} #{number}")
    for case in CASES
    for verdict, trees in ((True, case.holds), (False, case.fails))
    for number, tree in enumerate(trees)
]


@pytest.mark.parametrize(("case", "tree", "verdict"), VERDICTS)
def test_generated_code_gives_the_verdict_of_the_line(
    model: Model, case: Case, tree: dict[str, Any], verdict: bool
) -> None:
    assert by_code(model, case.on, case.line, tree) is verdict


@pytest.mark.parametrize(("case", "tree", "verdict"), VERDICTS)
def test_the_interpreter_gives_the_verdict_of_the_line(
    model: Model, case: Case, tree: dict[str, Any], verdict: bool
) -> None:
    assert by_tree(model, case.on, case.line, tree) is verdict


def test_pairs_tied_by_equality_do_not_take_quadratic_time(model: Model) -> None:
    line = "every a in steps, b in steps where b.position = a.position + 1: exists(b.upper) and a.position < b.position"
    tree = steps(*((position, "1") for position in range(30_000)))
    started = perf_counter()
    assert by_code(model, "MarginRatchet", line, tree)
    assert perf_counter() - started < 5
