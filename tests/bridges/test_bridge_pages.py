"""The page of each bridge says what the bridge does: its rows are the table's, its reports what the commands print."""

from __future__ import annotations

import re
from functools import cache

import pytest
from gclink._model import model
from gclink._text import Language
from gclink.bridges import Relation, bridges, formats, load_table
from gclink.bridges._codes import CODES
from gclink.bridges._mapping import read_table
from gclink.bridges._pages import NOTICE, pages
from interop_files import ROOT

TABLES = sorted(path.stem for path in (ROOT / "validators" / "gclink" / "bridges" / "tables").glob("*.yaml"))


@cache
def made(language: Language) -> dict[str, str]:
    return pages(ROOT, language)


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_committed_pages_are_those_the_tables_and_commands_make(language: Language) -> None:
    for path, text in made(language).items():
        committed = (ROOT / "docs" / language / path).read_text(encoding="utf-8")
        assert committed == text, f"run python -m gclink.bridges: {path}"


def test_every_table_has_a_page_in_both_languages_with_the_same_rows() -> None:
    english, chinese = made("en"), made("zh")
    assert english.keys() == chinese.keys()
    for name in TABLES:
        path = f"bridges/{name}.md"
        assert NOTICE in english[path]
        assert english[path].count("\n| `") == chinese[path].count("\n| `")
        assert re.search("[\u4e00-\u9fff]", chinese[path])


@pytest.mark.parametrize("name", TABLES)
def test_a_row_names_a_member_of_the_standard(name: str) -> None:
    for row in load_table(name).rows:
        owner, *steps = row.ours.split(".")
        if not row.ours:
            continue
        cls = model().classes[owner]
        for step in steps:
            assert step in cls.fields, row.ours
            if cls.fields[step].type in model().classes:
                cls = model().classes[cls.fields[step].type]


@pytest.mark.parametrize("name", TABLES)
def test_a_code_map_leads_to_codes_of_the_standard(name: str) -> None:
    table = load_table(name)
    for row in table.rows:
        if row.codes and row.via == "code":
            owner, *steps = row.ours.split(".")
            field = model().classes[owner].fields[steps[0]]
            assert set(table.codes[row.codes].values()) <= field.codes, row.ours


def test_a_row_that_is_exact_both_ways_has_both_sides() -> None:
    for name in TABLES:
        for row in load_table(name).rows:
            if row.exact:
                assert row.ours, row
                assert row.theirs, row
            if not row.theirs:
                assert row.into in (Relation.MISSING, Relation.COMPUTED, None), row


def test_a_table_that_is_wrong_is_not_read() -> None:
    head = "name: x\ntitle: {en: x, zh: x}\nversion: 1\nsummary: {en: x, zh: x}\nrows:\n"
    with pytest.raises(ValueError, match="without either side"):
        read_table(head + "- {into: exact}")
    with pytest.raises(ValueError, match="unknown keys"):
        read_table(head + "- {ours: Party.name, colour: red}")
    with pytest.raises(ValueError, match="no code map"):
        read_table(head + "- {ours: Party.name, codes: missing}")


def test_every_format_has_a_title_in_both_languages_and_detects_nothing_in_nothing() -> None:
    for bridge in bridges():
        assert bridge.title.en
        assert bridge.title.zh
        assert not bridge.detect(b"")
        assert not bridge.detect(b"\xff\x00 banana")
        assert bridge.media
    assert len(set(formats())) == len(formats())


def test_every_code_is_told_in_both_languages() -> None:
    for code, (_, title) in CODES.items():
        assert re.fullmatch("[a-z0-9_]+", code)
        assert title.en
        assert re.search("[\u4e00-\u9fff]", title.zh), code
