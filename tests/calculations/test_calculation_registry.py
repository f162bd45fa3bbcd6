"""The registry: names, descriptions in two languages, and errors that name calculation, member and mend."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest
from gclink.calculations import CalculationError, describe, get, names, run
from gclink.calculations._formulas import FORMULAS_ZH
from gclink.calculations._members import MEMBERS, argument_name
from gclink.calculations._messages import _MESSAGES
from gclink.calculations.pricing import advance_discount

HAN = re.compile(r"[\u4e00-\u9fff]")
WORDS = re.compile(r"\b(?:if|else|with|without|of|the|where|rounded|cut|pass|fail|for|every|per|exact)\b")
DEAL = {
    "financedAmount": "1080000",
    "currency": "CNY",
    "allInRate": "0.041",
    "valueDate": "2026-06-25",
    "maturityDate": "2026-09-18",
    "dayCount": "ACT/360",
}


@pytest.mark.parametrize("name", names())
def test_every_calculation_is_described_in_english_and_chinese(name: str) -> None:
    english, chinese = describe(name, "en"), describe(name, "zh")
    assert not HAN.search(str(english))
    assert HAN.search(str(chinese["summary"]))
    for part in ("inputs", "results"):
        assert [entry["name"] for entry in english[part]] == [entry["name"] for entry in chinese[part]]
        assert all(HAN.search(entry["title"]) or re.fullmatch(r"[A-Za-z ]+", entry["title"]) for entry in chinese[part])
    assert english["source"], "a calculation says where it comes from"


@pytest.mark.parametrize("name", names())
def test_a_formula_with_words_has_a_chinese_form(name: str) -> None:
    if WORDS.search(get(name).formula):
        assert name in FORMULAS_ZH


def test_no_chinese_formula_is_left_without_its_calculation() -> None:
    assert set(FORMULAS_ZH) <= set(names())


@pytest.mark.parametrize("name", names())
def test_the_docstring_gives_formula_source_inputs_and_results(name: str) -> None:
    entry = get(name)
    text = str(entry.function.__doc__)
    assert entry.formula in text
    assert all(requirement in text for requirement in entry.source)
    assert all(f"    {parameter.argument}: " in text for parameter in entry.parameters)
    assert all(f"    {member}: " in text for member in entry.results)


def test_no_two_members_that_are_inputs_share_a_python_name() -> None:
    members = [parameter.member for name in names() for parameter in get(name).parameters]
    by_argument: dict[str, set[str]] = {}
    for member in members:
        by_argument.setdefault(argument_name(member), set()).add(member)
    assert all(len(found) == 1 for found in by_argument.values())


def test_every_titled_member_is_used() -> None:
    used = {entry["name"] for name in names() for part in ("inputs", "results") for entry in describe(name)[part]}
    for name in names():
        for entry in describe(name)["inputs"]:
            for inner in entry.get("members", ()):
                used |= {inner["name"], *(deep["name"] for deep in inner.get("members", ()))}
    assert set(MEMBERS) == used


def test_every_message_has_its_mend_and_both_languages() -> None:
    codes = {code for code in _MESSAGES if not code.endswith(".mend")} - {"whole"}
    assert {f"{code}.mend" for code in codes} == set(_MESSAGES) - codes - {"whole"}
    assert all(HAN.search(zh) and not HAN.search(en) for code, (en, zh) in _MESSAGES.items() if code != "whole")


def test_a_direct_call_and_a_run_give_the_same_result() -> None:
    arguments = {argument_name(member): value for member, value in DEAL.items()}
    direct = advance_discount(**arguments)
    assert direct["discountAmount"] == Decimal(10455)
    assert run("advance_discount", DEAL)["discountAmount"] == "10455"


def test_positional_arguments_are_refused() -> None:
    with pytest.raises(TypeError, match="keyword arguments only"):
        advance_discount(Decimal(1))  # type: ignore[misc]


def test_a_missing_input_is_named_with_its_form() -> None:
    with pytest.raises(CalculationError) as caught:
        run("advance_discount", {key: value for key, value in DEAL.items() if key != "currency"})
    error = caught.value
    assert (error.calculation, error.member, error.problem) == ("advance_discount", "currency", "missing")
    assert str(error) == 'advance_discount: currency is missing; give it as a text, like "CNY".'
    assert error.text("zh") == 'advance_discount：缺少 currency；请给出文本，例如 "CNY"。'


def test_a_null_is_an_absent_input() -> None:
    with pytest.raises(CalculationError, match="currency is missing"):
        run("advance_discount", DEAL | {"currency": None})
    assert run("advance_discount", DEAL | {"feeTotal": None})["netProceeds"] == "1069545"


def test_an_input_it_does_not_have_is_refused_and_not_ignored() -> None:
    with pytest.raises(CalculationError, match="feeTotl is no input of it; its inputs are financedAmount") as caught:
        run("advance_discount", DEAL | {"feeTotl": "540"})
    assert caught.value.problem == "unknown_member"
    with pytest.raises(CalculationError, match="fee_totl"):
        advance_discount(fee_totl=Decimal(1))  # type: ignore[call-arg]


@pytest.mark.parametrize(
    ("member", "value", "expected"),
    [
        ("financedAmount", 0.1, "a decimal"),
        ("financedAmount", True, "a decimal"),
        ("financedAmount", "1e6", "a decimal"),
        ("financedAmount", "1,000", "a decimal"),
        ("financedAmount", " 1", "a decimal"),
        ("financedAmount", "1\n", "a decimal"),
        ("financedAmount", "１", "a decimal"),
        ("financedAmount", "+1", "a decimal"),
        ("financedAmount", Decimal("NaN"), "a decimal"),
        ("financedAmount", ["1"], "a decimal"),
        ("valueDate", "2026-02-29", "a date"),
        ("valueDate", "2026-6-25", "a date"),
        ("valueDate", 20260625, "a date"),
        ("currency", 156, "a text"),
    ],
)
def test_an_input_of_another_form_is_refused(member: str, value: object, expected: str) -> None:
    with pytest.raises(CalculationError) as caught:
        run("advance_discount", DEAL | {member: value})
    assert (caught.value.member, caught.value.problem) == (member, "form")
    assert expected in str(caught.value)


@pytest.mark.parametrize(
    ("value", "admitted"), [(Decimal("7.0"), True), ("7", True), (Decimal("7.5"), False), ("7.0", False)]
)
def test_an_integer_may_come_as_a_whole_decimal_and_not_as_a_broken_one(value: object, admitted: bool) -> None:
    if admitted:
        assert run("serial_block", {"serialStart": value, "serialEnd": 7}) == {"quantity": "1"}
    else:
        with pytest.raises(CalculationError, match="not an integer"):
            run("serial_block", {"serialStart": value, "serialEnd": 7})


def test_a_year_outside_1900_to_2999_is_refused() -> None:
    with pytest.raises(CalculationError, match=r"valueDate = 1899-12-31 does not hold to 1900-01-01\.\.2999-12-31"):
        run("advance_discount", DEAL | {"valueDate": "1899-12-31"})


def test_a_fault_in_a_nested_object_names_its_place() -> None:
    step = {"position": 1, "lowerInclusive": False, "upperInclusive": True, "adjustmentBp": "x"}
    with pytest.raises(CalculationError) as caught:
        run("ratchet_step", {"steps": [step], "observedValue": "1"})
    assert caught.value.member == "steps[0].adjustmentBp"
    with pytest.raises(CalculationError) as caught:
        run("ratchet_step", {"steps": [{**step, "adjustmentBp": 1, "uper": "2"}], "observedValue": "1"})
    assert (caught.value.member, caught.value.problem) == ("steps[0].uper", "unknown_member")
    with pytest.raises(CalculationError) as caught:
        run("ratchet_step", {"steps": ["x"], "observedValue": "1"})
    assert (caught.value.member, caught.value.problem) == ("steps[0]", "form")
    with pytest.raises(CalculationError) as caught:
        run("ratchet_step", {"steps": "x", "observedValue": "1"})
    assert (caught.value.member, caught.value.problem) == ("steps", "form")


def test_an_unknown_calculation_is_an_error_with_the_names_there_are() -> None:
    with pytest.raises(CalculationError, match="use one of advance_discount, ") as caught:
        run("astrology", {})
    assert HAN.search(caught.value.text("zh"))


@pytest.mark.parametrize("name", names())
def test_every_calculation_without_inputs_says_what_it_lacks(name: str) -> None:
    with pytest.raises(CalculationError) as caught:
        run(name, {})
    assert caught.value.calculation == name
    assert caught.value.member
    assert HAN.search(caught.value.text("zh"))
