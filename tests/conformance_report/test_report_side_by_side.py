"""Several implementations side by side: results, syntaxes, differences, what was declined."""

from __future__ import annotations

from pathlib import Path

import report_rows as made
from gclink_conformance.report.results import Results, read
from gclink_conformance.report.side_by_side import page, publish

REACH = "T1 T2 T3 · JSON, XML, JSON-LD, Turtle"
OTHER = {**made.IMPLEMENTATION, "name": "Other | checker", "version": "1"}


def pair() -> list[Results]:
    first = read(made.raw(made.SOUND), "a.jsonl")
    return [first, read(made.raw(made.MIXED, made.header(implementation=OTHER)), "b.jsonl")]


def lines(start: str, text: str) -> list[str]:
    return [line for line in text.splitlines() if line.startswith(start)]


def test_classes_stand_side_by_side() -> None:
    text = page(pair(), "en")
    assert lines("| Class |", text) == [r"| Class | Example checker | Other \| checker |"]
    assert lines("| [Validator]", text) == [
        f"| [Validator](../reference/profiles/validator.md) | ✓ pass · explained<br>{REACH}<br>16/16 "
        f"| ! error<br>{REACH}<br>5/9, 1 declined |"
    ]


def test_a_class_that_one_does_not_claim_is_said() -> None:
    foot = made.footer(made.SOUND)
    foot["profiles"] = {"registry": foot["profiles"]["validator"]}
    claims = [{**made.header()["claims"][0], "profile": "registry", "tiers": ["T1"], "formats": ["xml", "json"]}]
    both = [pair()[0], read(made.raw(made.SOUND, made.header(claims=claims), foot), "c.jsonl")]
    text = page(both, "en")
    assert lines("| [Registry]", text) == [
        "| [Registry](../reference/profiles/registry.md) | not claimed "
        "| ✓ pass · explained<br>T1 · JSON, XML<br>16/16 |"
    ]


def test_differences_are_told_by_requirement_with_the_syntaxes_at_fault() -> None:
    [line] = lines("| [GCL-COR-004]", page(pair(), "zh"))
    address = "../reference/requirements/GCL-COR-004.md"
    assert line.startswith(f"| [GCL-COR-004]({address}) | ✓ | ! 4/6<br>JSON, XML, JSON-LD, Turtle | 日期必须")


def test_syntaxes_and_tiers_are_counted() -> None:
    assert lines("| XML | T1 |", page(pair(), "en")) == ["| XML | T1 | ✓ 2/2 | ✗ 0/1 |"]
    assert lines("| XML | T2 |", page(pair(), "en")) == ["| XML | T2 | ✓ 2/2 | ≈ 1/1 (1 declined)<br>0 explained |"]


def test_what_was_declined_is_told_with_its_reason() -> None:
    address = "../reference/requirements/GCL-PAS-012.md"
    told = f"- dates are not read — 1 requirement (Carbon passport): [GCL-PAS-012]({address})"
    assert told in page(pair(), "en")


def test_nothing_wrong_and_nothing_declined_is_said() -> None:
    text = page([pair()[0]], "en")
    assert "No implementation gave a wrong answer." in text
    assert "## What was declined\n\nNothing." in text


def test_runs_of_different_suites_are_told_apart() -> None:
    suite = {"version": "1.0.1", "digest": f"sha-256:{'6' * 64}", "specVersion": "1.0"}
    other = read(made.raw(made.SOUND, made.header(suite=suite)), "d.jsonl")
    text = page([pair()[0], other], "en")
    assert "The runs are of different suites." in text
    assert f"- Example checker: version 1.0.1, `sha-256:{'6' * 64}`" in text
    assert "different suites" not in page(pair(), "en")


def test_the_page_tells_neither_time_nor_machine(tmp_path: Path) -> None:
    written = publish(pair(), tmp_path)
    assert [path.relative_to(tmp_path).as_posix() for path in written] == [
        "en/conformance/results.md",
        "zh/conformance/results.md",
    ]
    for path in written:
        text = path.read_text(encoding="utf-8")
        assert "do not edit" in text.splitlines()[0]
        assert "example_checker" not in text
        assert "2026-10-01" not in text
