"""Only a whole and unchanged file of results is read; anything else is told with its line and the reason."""

from __future__ import annotations

from pathlib import Path

import orjson
import pytest
import report_rows as made
from gclink_conformance.report.results import ResultsError, load, read


def broken(content: bytes) -> ResultsError:
    with pytest.raises(ResultsError) as caught:
        read(content, "results.jsonl")
    assert caught.value.message.zh != caught.value.message.en
    return caught.value


def test_a_whole_file_is_read_as_it_was_written(tmp_path: Path) -> None:
    results = load(made.write(tmp_path, made.MIXED))
    assert [row.test for row in results.rows] == [row["test"] for row in made.MIXED]
    assert results.name == "Example checker 2.1.0"
    assert dict(results.counts) == {"pass": 5, "fail": 4, "error": 1, "declined": 1}
    assert not results.passed


def test_a_run_with_every_class_passed_is_passed() -> None:
    assert read(made.raw(made.SOUND), "results.jsonl").passed


def test_a_run_that_did_not_end_is_refused() -> None:
    lines = made.raw(made.MIXED).splitlines(keepends=True)
    error = broken(b"".join(lines[:-1]))
    assert error.message.en == "there is no footer, so the run did not end"
    assert error.line == len(lines) - 1


def test_a_file_cut_off_in_a_line_is_refused() -> None:
    assert "cut off" in broken(made.raw(made.MIXED)[:-20]).message.en


@pytest.mark.parametrize("content", [b"", b"\n", b"{}\n", b'{"kind": "row"}\n'])
def test_a_file_without_a_header_is_refused(content: bytes) -> None:
    error = broken(content)
    assert error.line == 1
    assert "header" in error.message.en or "not JSON" in error.message.en


def test_a_line_that_is_no_json_is_named() -> None:
    lines = made.raw(made.MIXED).splitlines(keepends=True)
    error = broken(b"".join([*lines[:3], b"{oops\n", *lines[4:]]))
    assert error.line == 4
    assert error.message.en.startswith("not JSON")


def test_a_row_of_another_form_is_named_with_its_place() -> None:
    rows = [dict(row) for row in made.MIXED]
    rows[2]["outcome"] = "won"
    error = broken(made.raw(rows, foot=made.footer(made.MIXED)))
    assert error.line == 4
    assert "outcome" in error.message.en


def test_a_row_that_was_changed_afterwards_is_noticed() -> None:
    content = made.raw(made.MIXED)
    changed = content.replace(b"30 February", b"31 February", 1)
    assert changed != content
    assert "not those that the footer was made for" in broken(changed).message.en


def test_a_failure_that_was_taken_out_is_noticed() -> None:
    lines = made.raw(made.MIXED).splitlines(keepends=True)
    error = broken(b"".join([*lines[:2], *lines[3:]]))
    assert error.message.en == "the footer tells of 11 rows, there are 10"


def test_a_footer_that_makes_passes_of_failures_is_noticed() -> None:
    foot = made.footer(made.MIXED)
    foot["counts"] = {"pass": 10, "fail": 0, "error": 0, "declined": 1}
    error = broken(made.raw(made.MIXED, foot=foot))
    assert error.message.en == "the footer tells of 10 tests with outcome pass, there are 5"


def test_a_test_that_occurs_twice_is_noticed() -> None:
    rows = [*made.SOUND, made.SOUND[0]]
    assert broken(made.raw(rows)).message.en == "the test gcl-cor-004-p01/json occurs twice"


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(ResultsError) as caught:
        load(tmp_path / "none.jsonl")
    assert caught.value.source == str(tmp_path / "none.jsonl")
    assert caught.value.exit_code == 2


def test_two_footers_are_refused() -> None:
    content = made.raw(made.SOUND)
    last = orjson.dumps(made.footer(made.SOUND)) + b"\n"
    assert "no row" in broken(content + last).message.en
