"""Lines of the rule language with objects and verdicts written by hand: every construct, both verdicts, the edges."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Line:
    """One line on one class with objects that fulfil it and objects that do not; only what the line reads is given."""

    on: str
    text: str
    holds: tuple[dict[str, Any], ...]
    fails: tuple[dict[str, Any], ...]


def _money(amount: str, currency: str = "CNY") -> dict[str, str]:
    return {"amount": amount, "currency": currency}


def _quantity(value: str, unit: str = "t") -> dict[str, str]:
    return {"value": value, "unit": unit}


def _stage(value: str, stage: str = "use") -> dict[str, Any]:
    return {"stage": stage, "components": {"fossilGhg": value}}


def _days(start: str, end: str) -> dict[str, str]:
    return {"start": start, "end": end}


LINES = (
    # comparison, tolerance, absence
    Line("Money", "amount = 1.5", ({"amount": "1.5"},), ({"amount": "1.6"}, {"amount": "-1.5"})),
    Line("Money", "amount + 0.2 = 0.3", ({"amount": "0.1"},), ({"amount": "0.10000000000000001"},)),
    Line("Money", "10 - 3 - amount = 5", ({"amount": "2"},), ({"amount": "12"},)),
    Line("Money", "amount * 3 - -amount < 8", ({"amount": "1.99"}, {"amount": "-5"}), ({"amount": "2"},)),
    Line("Money", "amount = 1 within 0.001", ({"amount": "1.001"}, {"amount": "0.999"}), ({"amount": "1.0010001"},)),
    Line(
        "Money",
        "amount * amount * 1.000000000000000001 > 1000000000000000000000000000000",
        ({"amount": "1000000000000000"},),
        ({"amount": "999999999999999.9"},),
    ),
    Line(
        "GhgComponents",
        "(aircraft ?? 0) <= fossilGhg",
        ({"fossilGhg": "0"}, {"aircraft": "1", "fossilGhg": "1"}),
        ({"aircraft": "1.1", "fossilGhg": "1"}, {"fossilGhg": "-1"}),
    ),
    Line(
        "GhgComponents",
        "if aircraft != 0 then fossilGhg > 0",
        ({"fossilGhg": "-1"}, {"aircraft": "0", "fossilGhg": "-1"}, {"aircraft": "1", "fossilGhg": "1"}),
        ({"aircraft": "1", "fossilGhg": "0"},),
    ),
    Line("GhgComponents", "exists(aircraft) and aircraft >= 2", ({"aircraft": "2"},), ({}, {"aircraft": "1"})),
    Line("GhgComponents", "not exists(aircraft) or not aircraft = 2", ({}, {"aircraft": "3"}), ({"aircraft": "2"},)),
    Line(
        "GhgComponents",
        "if exists(aircraft) then aircraft > 1 else fossilGhg > 1",
        ({"aircraft": "2"}, {"fossilGhg": "2"}),
        ({"aircraft": "1", "fossilGhg": "2"}, {"fossilGhg": "1"}),
    ),
    # codes, texts, booleans, languages
    Line("Money", 'currency in ("CNY", "EUR")', ({"currency": "EUR"},), ({"currency": "USD"},)),
    Line("Quantity", 'not unit in ("kg", "t")', ({"unit": "kW.h"},), ({"unit": "t"},)),
    Line(
        "Identifier",
        'identifierValue matches "[0-9]{2}([.][a-z]|X)"',
        ({"identifierValue": "12.a"}, {"identifierValue": "00X"}),
        (
            {"identifierValue": "123.a"},
            {"identifierValue": "12a"},
            {"identifierValue": "12.a\n"},
            {"identifierValue": "١٢X"},
        ),
    ),
    Line(
        "Identifier",
        'identifierValue = "a b"',
        ({"identifierValue": "a b"},),
        ({"identifierValue": " a b"}, {"identifierValue": "a  b"}),
    ),
    Line("CarbonPassport", "packagingIncluded = true", ({"packagingIncluded": True},), ({"packagingIncluded": False},)),
    Line(
        "Party",
        "exists(name.en) and exists(name.zh)",
        ({"name": {"en": "a", "zh": "b"}},),
        ({"name": {"en": "a", "fr": "b"}},),
    ),
    Line(
        "Party",
        'exists(name.en) and name.en = "a"',
        ({"name": {"en": "a", "zh": "b"}},),
        ({"name": {"en": "b", "zh": "a"}}, {"name": {"zh": "a"}}),
    ),
    Line("Claim", 'markets contains "EU"', ({"markets": ["CN", "EU"]},), ({"markets": ["CN"]},)),
    Line("Claim", 'some m in markets: m in ("CN", "FR")', ({"markets": ["US", "FR"]},), ({"markets": ["US"]},)),
    Line(
        "Geography",
        "oneOf(region, country, subdivision)",
        ({"region": "x"}, {"country": "CN"}),
        ({}, {"region": "x", "country": "CN"}),
    ),
    # loops
    Line(
        "CarbonPassport",
        "sum(s.components.fossilGhg for s in stages) = 3",
        ({"stages": [_stage("1"), _stage("2")]}, {"stages": [_stage("1.5"), _stage("1.5")]}),
        ({"stages": [_stage("3.01")]},),
    ),
    Line(
        "CarbonPassport",
        'sum(s.components.fossilGhg for s in stages where s.stage != "use") = 0',
        ({"stages": [_stage("5")]},),
        ({"stages": [_stage("5"), _stage("1", "retail")]},),
    ),
    Line(
        "CarbonPassport",
        'count(s in stages where s.stage = "use") = 2',
        ({"stages": [_stage("1"), _stage("1")]},),
        ({"stages": [_stage("1"), _stage("1", "retail")]},),
    ),
    Line(
        "CarbonPassport",
        "unique(s.stage for s in stages)",
        ({"stages": [_stage("1"), _stage("1", "retail")]},),
        ({"stages": [_stage("1"), _stage("2")]},),
    ),
    Line(
        "CarbonPassport",
        "every a in stages, b in stages where a.stage != b.stage: a.components.fossilGhg = b.components.fossilGhg",
        ({"stages": [_stage("1"), _stage("1", "retail"), _stage("1")]},),
        ({"stages": [_stage("1"), _stage("2", "retail")]},),
    ),
    Line(
        "CarbonPassport",
        "every s in stages: s.components.fossilGhg <= grossEmissions",
        ({"grossEmissions": "2", "stages": [_stage("2"), _stage("1")]},),
        ({"grossEmissions": "1.5", "stages": [_stage("2")]},),
    ),
    Line(
        "CarbonPassport",
        "every i in gasInventories, g in i.gases: g.gwp = components.fossilGhg",
        (
            {"components": {"fossilGhg": "28"}, "gasInventories": [{"gases": [{"gwp": "28"}, {"gwp": "28"}]}]},
            {"components": {"fossilGhg": "1"}},
        ),
        (
            {
                "components": {"fossilGhg": "28"},
                "gasInventories": [{"gases": [{"gwp": "28"}]}, {"gases": [{"gwp": "27"}]}],
            },
        ),
    ),
    Line(
        "CarbonPassport",
        "some a in stages, b in stages: a.components.fossilGhg = b.components.fossilGhg * 2",
        ({"stages": [_stage("1"), _stage("2")]},),
        ({"stages": [_stage("1"), _stage("3")]}, {"stages": []}),
    ),
    # numbers of tables, relations
    Line("Money", 'lookup("currency", currency, "scale") = 100', ({"currency": "CNY"},), ({"currency": "JPY"},)),
    Line(
        "Money", 'lookup("currency", currency, "until") >= 2020-01-01', ({"currency": "EUR"},), ({"currency": "DEM"},)
    ),
    Line(
        "PermanenceBasis",
        'if exists(tableRow) then (lookup("puro_table_6_1_2025", tableRow, "M") ?? 0) > 50',
        ({"tableRow": 7}, {}),
        ({"tableRow": 3},),
    ),
    Line("Money", 'inTable("currency", currency)', ({"currency": "CNY"},), ({"currency": "ZZZ"},)),
    Line(
        "LifecycleEvent",
        'inTable("machine", machine, fromState, toState)',
        ({"machine": "facility", "fromState": "proposed", "toState": "available"},),
        ({"machine": "facility", "fromState": "available", "toState": "proposed"},),
    ),
    Line(
        "Identifier",
        'inTable("currency", identifierValue)',
        ({"identifierValue": "CNY"},),
        (
            {"identifierValue": "CNX|CNY"},
            {"identifierValue": "CNY|COP"},
            {"identifierValue": ""},
            {"identifierValue": "CNY=100"},
        ),
    ),
    # dates
    Line("Period", "start < end", (_days("2024-12-31", "2025-01-01"),), (_days("2025-01-01", "2025-01-01"),)),
    Line(
        "Period",
        "end <= start + 1 months",
        (_days("2024-01-31", "2024-02-29"), _days("2024-12-31", "2025-01-31")),
        (_days("2023-01-31", "2023-03-01"), _days("2024-01-31", "2024-03-01")),
    ),
    Line(
        "Period", "start - 12 months = end", (_days("2024-02-29", "2023-02-28"),), (_days("2024-02-29", "2023-03-01"),)
    ),
    Line(
        "Period",
        "days(start, end) = 366",
        (_days("2024-01-01", "2025-01-01"), _days("2000-01-01", "2001-01-01")),
        (_days("2023-01-01", "2024-01-01"), _days("2025-01-01", "2024-01-01")),
    ),
    Line(
        "Period",
        "days30(start, end) = 30",
        (_days("2024-02-01", "2024-03-01"), _days("2024-07-31", "2024-08-31"), _days("2024-07-30", "2024-08-31")),
        (_days("2024-02-01", "2024-03-02"), _days("2024-02-29", "2024-03-31")),
    ),
    Line(
        "Period",
        "leapDays(start, end) = 366",
        (_days("2023-06-01", "2025-06-01"), _days("2024-01-01", "2025-01-01")),
        (_days("2023-06-01", "2024-06-01"), _days("2099-01-01", "2101-01-01")),
    ),
    Line(
        "Period",
        "year(start) = 2024 and ymd(end) > 20240131",
        (_days("2024-05-01", "2024-02-01"),),
        (_days("2024-05-01", "2024-01-31"),),
    ),
    Line(
        "LifecycleEvent",
        "dateOf(issuedAt) >= 2025-01-01",
        ({"issuedAt": "2025-01-01T00:00:00Z"},),
        ({"issuedAt": "2024-12-31T23:59:59Z"},),
    ),
    # built-ins
    Line("Money", "abs(amount) = 2 and max(amount, 0) = 0", ({"amount": "-2"},), ({"amount": "2"},)),
    Line("Money", "clip(amount, 0, 10) = min(amount, 10)", ({"amount": "5"}, {"amount": "11"}), ({"amount": "-1"},)),
    Line(
        "GhgComponents",
        "if max(aircraft, 1) = 1 then fossilGhg = 1",
        ({"fossilGhg": "2"}, {"aircraft": "0", "fossilGhg": "1"}),
        ({"aircraft": "0", "fossilGhg": "2"},),
    ),
    Line(
        "Identifier",
        "validGtin(identifierValue)",
        tuple({"identifierValue": v} for v in ("4006381333931", "73513537", "614141007349", "10614141000415")),
        tuple(
            {"identifierValue": v}
            for v in ("4006381333932", "400638133393", "0", "4006381333931 ", "4006381333931\n", "٤٠٠٦٣٨١٣٣٣٩٣١")
        ),
    ),
    Line(
        "Identifier",
        "validGln(identifierValue)",
        ({"identifierValue": "4006381333931"},),
        ({"identifierValue": "73513537"}, {"identifierValue": "4006381333930"}),
    ),
    Line(
        "Identifier",
        "validLei(identifierValue)",
        ({"identifierValue": "5493001KJTIIGC8Y1R12"}, {"identifierValue": "529900T8BM49AURSDO55"}),
        (
            {"identifierValue": "5493001KJTIIGC8Y1R13"},
            {"identifierValue": "5493001kjtiigc8y1r12"},
            {"identifierValue": "5493001KJTIIGC8Y1R1"},
        ),
    ),
    Line(
        "Identifier",
        "validUscc(identifierValue)",
        ({"identifierValue": "91110000600037341L"}, {"identifierValue": "000000000000000000"}),
        ({"identifierValue": "91110000600037342L"}, {"identifierValue": "91110000600037341I"}, {"identifierValue": ""}),
    ),
    # rounding
    Line(
        "Money",
        "amount = round(10 / 3, 100)",
        ({"amount": "3.33"},),
        ({"amount": "3.34"}, {"amount": "3.333"}, {"amount": "-3.33"}),
    ),
    Line("Money", "amount = round(5 / 2, 1)", ({"amount": "3"},), ({"amount": "2"}, {"amount": "2.5"})),
    Line("Money", "amount = round(-5 / 2, 1)", ({"amount": "-3"},), ({"amount": "-2"}, {"amount": "3"})),
    Line("Money", "amount = round(1 / 300, 100)", ({"amount": "0"},), ({"amount": "0.01"}, {"amount": "-0.01"})),
    Line(
        "Money",
        'amount = round(amount / 1, lookup("currency", currency, "scale"))',
        (_money("1.25"), _money("7", "JPY"), _money("1.234", "KWD")),
        (_money("1.255"), _money("7.5", "JPY"), _money("-0.001")),
    ),
    Line(
        "ImpactRecord",
        "attributionFactor = round(financedShare.amount / attributionBase.amount, 1000000)",
        ({"attributionFactor": "0.333333", "financedShare": _money("1"), "attributionBase": _money("3")},),
        (
            {"attributionFactor": "0.333334", "financedShare": _money("1"), "attributionBase": _money("3")},
            {"attributionFactor": "0", "financedShare": _money("1"), "attributionBase": _money("0")},
        ),
    ),
)
