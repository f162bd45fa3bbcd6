"""The commands ``report`` and ``publish`` write what they say, and tell what they cannot."""

from __future__ import annotations

from pathlib import Path

import pytest
import report_rows as made
from click.testing import CliRunner
from gclink_conformance.report import write_all
from gclink_conformance.report.cli import command, publish
from gclink_conformance.report.results import ResultsError
from gclink_conformance.report.write import REPORTS


def test_every_report_is_written_and_told(tmp_path: Path) -> None:
    made.write(tmp_path, made.MIXED)
    ran = CliRunner().invoke(command, [str(tmp_path / "results.jsonl"), "--out", str(tmp_path / "out")])
    assert ran.exit_code == 0, ran.output
    written = [tmp_path / "out" / name for name in REPORTS]
    assert ran.output.split() == [str(path) for path in written]
    assert all(path.stat().st_size for path in written)


def test_reports_made_twice_are_the_same_byte_for_byte(tmp_path: Path) -> None:
    source = made.write(tmp_path, made.MIXED)
    first = {path.name: path.read_bytes() for path in write_all(source, tmp_path / "a")}
    assert {path.name: path.read_bytes() for path in write_all(source, tmp_path / "b")} == first


def test_generated_files_say_so(tmp_path: Path) -> None:
    for path in write_all(made.write(tmp_path, made.MIXED), tmp_path / "out"):
        if path.suffix not in (".json", ".jsonld"):  # JSON has no place for it
            assert "do not edit" in path.read_text(encoding="utf-8")[:600], path.name


def test_broken_results_give_an_error_and_no_report(tmp_path: Path) -> None:
    source = tmp_path / "results.jsonl"
    source.write_bytes(made.raw(made.MIXED)[:-30])
    with pytest.raises(ResultsError):
        write_all(source, tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_a_statement_of_an_earlier_run_does_not_stay(tmp_path: Path) -> None:
    write_all(made.write(tmp_path, made.SOUND), tmp_path)
    assert (tmp_path / "statement.json").exists()
    (tmp_path / "results.jsonl").write_bytes(made.raw([], foot={**made.footer([]), "profiles": {}}))
    write_all(tmp_path / "results.jsonl", tmp_path)
    assert not (tmp_path / "statement.json").exists()


def test_a_folder_that_cannot_be_written_ends_with_code_six(tmp_path: Path) -> None:
    made.write(tmp_path, made.SOUND)
    (tmp_path / "out").write_text("a file where the folder should be", encoding="utf-8")
    ran = CliRunner().invoke(
        command, [str(tmp_path / "results.jsonl"), "--out", str(tmp_path / "out" / "in")], standalone_mode=False
    )
    assert ran.return_value == 6


def test_an_issuer_that_is_no_iri_is_refused(tmp_path: Path) -> None:
    made.write(tmp_path, made.SOUND)
    ran = CliRunner().invoke(command, [str(tmp_path / "results.jsonl"), "--issuer", "me"])
    assert ran.exit_code == 2
    assert "absolute IRI" in ran.output


def test_publish_writes_the_page_in_both_languages(tmp_path: Path) -> None:
    first, second = made.write(tmp_path, made.SOUND, "a.jsonl"), made.write(tmp_path, made.MIXED, "b.jsonl")
    ran = CliRunner().invoke(publish, [str(first), str(second), "--out", str(tmp_path / "docs")])
    assert ran.exit_code == 0, ran.output
    assert ran.output.split() == [str(tmp_path / "docs" / name / "conformance" / "results.md") for name in ("en", "zh")]
