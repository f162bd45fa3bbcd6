"""Every example of the prose is run: commands print what stands there, documents give the findings that stand there."""

from __future__ import annotations

import json
import shlex
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from gclink.check import Options, check
from gclink.cli import main
from gclink.documents import read_bytes
from gclink_conformance.patch import apply
from gclink_spec.prose import Example, examples, parts

ROOT = Path(__file__).resolve().parents[2]
ALL = [example for part in parts(ROOT / "spec") for example in examples(part)]


def of(kind: str) -> list[Any]:
    return [pytest.param(example, id=example.place) for example in ALL if example.kind == kind]


def at(document: Any, pointer: str) -> Any:
    for step in pointer.split("/")[1:]:
        document = document[int(step)] if isinstance(document, list) else document[step]
    return document


def findings(document: Any) -> set[tuple[str, str]]:
    read = read_bytes(json.dumps(document).encode(), "json", "example")
    report = check(read, Options(as_of="2026-10-01T00:00:00Z"))
    return {(finding.requirement, finding.pointer) for finding in report.findings}


def test_there_are_examples_of_every_kind() -> None:
    assert {example.kind for example in ALL} == {"quote", "valid", "change", "command"}


def test_both_languages_show_the_same_examples() -> None:
    def shown(language: str) -> list[tuple[str, tuple[str, ...]]]:
        return [(example.kind, example.arguments) for example in ALL if example.part.language == language]

    assert shown("en") == shown("zh")


@pytest.mark.parametrize("example", of("quote"))
def test_a_quotation_is_what_the_file_holds(example: Example) -> None:
    file, _, pointer = example.arguments[0].partition("#")
    assert json.loads(example.body) == at(json.loads((ROOT / file).read_text(encoding="utf-8")), pointer)


@pytest.mark.parametrize("example", of("valid"))
def test_a_document_conforms(example: Example) -> None:
    assert findings(json.loads(example.body)) == set()


@pytest.mark.parametrize("example", of("change"))
def test_a_change_breaks_exactly_what_it_says(example: Example) -> None:
    file, gives, *rest = example.arguments
    assert gives == "gives"
    document = json.loads((ROOT / file).read_text(encoding="utf-8"))
    assert findings(document) == set()
    changed = deepcopy(document)
    for operation in json.loads(example.body):
        changed = apply(changed, operation)
    assert findings(changed) == set(zip(rest[::2], rest[1::2], strict=True))


@pytest.mark.parametrize("example", of("command"))
def test_a_command_prints_what_stands_below_it(
    example: Example, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(ROOT)
    monkeypatch.setenv("COLUMNS", "100")
    command, _, wanted = example.body.partition("\n")
    prompt, program, *arguments = shlex.split(command)
    assert (prompt, program) == ("$", "gclink")
    assert main(arguments) in (0, 1)
    shown = capsys.readouterr()
    printed = (shown.out + shown.err).rstrip().splitlines()
    assert [line.rstrip() for line in printed] == wanted.splitlines()
