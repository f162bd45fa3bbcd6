"""What a tutorial shows is what the reader gets: every command is run and its output compared, in both languages."""

from __future__ import annotations

from pathlib import Path

import pytest
from tutorial import Command, File, Terminal, matches, steps

ROOT = Path(__file__).resolve().parents[2]
PAGES = sorted((ROOT / "docs").glob("*/tutorials/*.md"))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: f"{page.parts[-3]}-{page.stem}")
def test_a_tutorial_does_what_it_shows(page: Path, tmp_path: Path) -> None:
    terminal = Terminal(tmp_path, ROOT)
    for step in steps(page.read_text(encoding="utf-8")):
        if isinstance(step, File):
            terminal.write(step)
        else:
            printed = terminal.run(step)
            assert matches(step.shown, printed), f"{page}:{step.line}: $ {step.text}\n{printed}"


def test_both_languages_tell_the_same_commands_and_files() -> None:
    told: dict[str, list[list[str]]] = {}
    for page in PAGES:
        names = [
            step.text.replace("--lang zh", "--lang en") if isinstance(step, Command) else step.name
            for step in steps(page.read_text(encoding="utf-8"))
        ]
        told.setdefault(page.stem, []).append(names)
    assert told
    assert [name for name, versions in told.items() if len(versions) != 2 or versions[0] != versions[1]] == []


def test_every_tutorial_but_the_list_has_something_to_run() -> None:
    idle = [page for page in PAGES if page.stem != "index" and not list(steps(page.read_text(encoding="utf-8")))]
    assert idle == []


def test_an_output_that_differs_in_one_word_does_not_match() -> None:
    assert matches("a\n...\nd", "a\nb\nc\nd")
    assert not matches("a\n...\nd", "a\nb\nc\ne")
    assert not matches("conforms: 1 document", "conforms: 2 documents")
    assert matches("", "")
    assert not matches("", "something")
