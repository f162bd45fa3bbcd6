"""Every published vector passes, and the runner of vectors cannot be pleased by silence."""

from __future__ import annotations

import json
import re
from decimal import Decimal
from pathlib import Path

import pytest
from gclink.calculations import names, vectors
from gclink.calculations.vectors import Difference, Vector, VectorError, compare, load, run_file, run_vector

FOLDER = Path(__file__).parents[2] / "conformance_tests" / "vectors"
VECTORS = [vector for file in ("carbon.json", "finance.json") for vector in load(FOLDER / file)]


@pytest.mark.parametrize("vector", VECTORS, ids=lambda vector: vector.id)
def test_every_published_vector_passes(vector: Vector) -> None:
    result = run_vector(vector)
    assert result.differences == ()
    assert result.passed


def test_the_registry_holds_exactly_the_calculations_of_the_table_beside_the_vectors() -> None:
    text = (FOLDER / "README.md").read_text(encoding="utf-8")
    assert set(re.findall(r"^\| `(\w+)` \|", text, re.MULTILINE)) == set(names())


def test_every_calculation_has_a_published_vector() -> None:
    assert {vector.calculation for vector in VECTORS} == set(names())


def test_run_file_gives_one_result_per_vector_in_order() -> None:
    results = run_file(FOLDER / "carbon.json")
    assert [result.id for result in results] == [vector.id for vector in load(FOLDER / "carbon.json")]


@pytest.mark.parametrize("vector", VECTORS, ids=lambda vector: vector.id)
def test_a_changed_expectation_makes_the_vector_fail_at_that_member(vector: Vector) -> None:
    for member, value in vector.expected.items():
        wrong = [*value, "GCL-XXX-000"] if isinstance(value, list) else "no such value"
        changed = Vector(vector.id, vector.calculation, "", vector.inputs, {member: wrong}, vector.tolerance)
        assert [difference.member for difference in run_vector(changed).differences] == [member]


def _one(expected: dict[str, object], tolerance: str = "0") -> tuple[Difference, ...]:
    inputs = {"serialStart": 1, "serialEnd": 500}
    return run_vector(Vector("X", "serial_block", "", inputs, expected, Decimal(tolerance))).differences


def test_a_member_the_calculation_does_not_return_is_a_failure() -> None:
    assert _one({"quantity": "500", "colour": "green"}) == (Difference("colour", "green", None),)


def test_tolerance_is_absolute_and_reaches_its_own_bound() -> None:
    assert _one({"quantity": "500.5"}, "0.5") == ()
    assert _one({"quantity": "500.51"}, "0.5") == (Difference("quantity", "500.51", "500"),)


def test_an_integer_and_its_decimal_text_are_the_same_number() -> None:
    assert _one({"quantity": 500}) == ()


def test_superfluous_zeros_do_not_change_a_number() -> None:
    assert _one({"quantity": "500.00"}) == ()


def test_a_member_beside_those_of_a_vector_is_passed_over(tmp_path: Path) -> None:
    file = tmp_path / "vectors.json"
    file.write_text(json.dumps([GOOD | {"note": "for readers"}]), encoding="utf-8")
    assert [vector.id for vector in load(file)] == ["X"]


def test_a_boolean_is_no_number() -> None:
    assert compare({"n": True}, {"n": 1}) == (Difference("n", True, 1),)
    assert compare({"n": 1}, {"n": True}) == (Difference("n", 1, True),)


def test_a_text_with_leading_zeros_is_no_number() -> None:
    assert compare({"check": "07"}, {"check": "7"}, Decimal(1)) == (Difference("check", "07", "7"),)


def test_violations_compare_as_a_set_and_other_lists_in_order() -> None:
    assert compare({"violations": ["b", "a"]}, {"violations": ["a", "b"]}) == ()
    assert compare({"violations": ["a", "b"]}, {"violations": ["a"]}) != ()
    assert compare({"dates": ["b", "a"]}, {"dates": ["a", "b"]}) != ()
    assert compare({"dates": ["a"]}, {"dates": ["a", "b"]}) == (Difference("dates", ["a"], ["a", "b"]),)


def test_a_nested_difference_names_its_path() -> None:
    wanted = {"trace": [{"date": "2026-01-01", "outstanding": "5"}]}
    found = {"trace": [{"date": "2026-01-01", "outstanding": "6"}]}
    assert compare(wanted, found) == (Difference("trace[0].outstanding", "5", "6"),)
    assert compare(wanted, {"trace": [{"date": "2026-01-01"}]}) == (Difference("trace[0].outstanding", "5", None),)


def test_verdicts_ignore_the_tolerance() -> None:
    assert compare({"verdict": "1"}, {"verdict": "2"}, Decimal(5)) == (Difference("verdict", "1", "2"),)


def test_an_unknown_calculation_fails_and_names_those_there_are() -> None:
    result = run_vector(Vector("X", "astrology", "", {}, {"fate": "1"}, Decimal(0)))
    assert not result.passed
    assert "serial_block" in str(result.differences[0].found)


def test_a_refused_input_fails_and_names_the_member() -> None:
    result = run_vector(Vector("X", "serial_block", "", {"serialStart": 1}, {"quantity": "1"}, Decimal(0)))
    assert not result.passed
    assert result.differences[0].member == "serialEnd"


GOOD = {"id": "X", "calculation": "serial_block", "inputs": {}, "expected": {"quantity": "1"}, "tolerance": "0"}


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        ({}, "a list of vectors"),
        ("text", "a list of vectors"),
        ([1], "an object is expected"),
        (
            [{"exepcted" if member == "expected" else member: value for member, value in GOOD.items()}],
            "expected is missing",
        ),
        ([GOOD | {"inputs": []}], "inputs is missing"),
        ([GOOD | {"expected": {}}], "nothing would be tested"),
        ([GOOD | {"tolerance": "-1"}], "tolerance"),
        ([GOOD | {"tolerance": 0.1}], "tolerance"),
        ([GOOD, GOOD], "id X occurs twice"),
    ],
)
def test_a_file_of_another_form_is_refused_with_its_reason(tmp_path: Path, data: object, reason: str) -> None:
    file = tmp_path / "vectors.json"
    file.write_text(json.dumps(data), encoding="utf-8")
    with pytest.raises(VectorError, match=reason):
        load(file)


def test_a_file_that_is_not_json_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "vectors.json"
    file.write_text("[", encoding="utf-8")
    with pytest.raises(VectorError, match="not JSON"):
        load(file)


def test_an_object_with_member_vectors_is_read_like_a_list(tmp_path: Path) -> None:
    file = tmp_path / "vectors.json"
    file.write_text(json.dumps({"vectors": [GOOD]}), encoding="utf-8")
    assert [vector.id for vector in vectors.load(file)] == ["X"]
