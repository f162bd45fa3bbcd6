"""The published page of results: in both languages the same figures, of all implementations of this project."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from gclink._requirements import identifiers
from gclink.profiles import profiles

DOCS = Path(__file__).resolve().parents[2] / "docs"


@pytest.fixture(scope="module")
def pages() -> dict[str, str]:
    return {name: (DOCS / name / "conformance" / "results.md").read_text(encoding="utf-8") for name in ("en", "zh")}


def test_both_languages_tell_the_same_figures(pages: dict[str, str]) -> None:
    told = {name: re.findall(r"[0-9,]*[0-9]/[0-9,]*[0-9]|sha-256:[0-9a-f]{64}", text) for name, text in pages.items()}
    assert len(told["en"]) > 20
    assert told["en"] == told["zh"]


def test_the_library_and_the_implementations_without_its_code_stand_side_by_side(pages: dict[str, str]) -> None:
    for text in pages.values():
        heads = [line for line in text.splitlines() if line.startswith(("| Class |", "| 类别 |"))]
        assert [head.split(" | ")[1:] for head in heads] == [["gclink", "gclink-node", "gclink-java |"]]


def test_runs_of_different_suites_are_not_passed_off_as_one(pages: dict[str, str]) -> None:
    suites = set(re.findall(r"sha-256:[0-9a-f]{64}", pages["en"]))
    assert suites
    assert ("The runs are of different suites." in pages["en"]) == (len(suites) > 1)


def test_what_the_page_leads_to_is_of_this_version(pages: dict[str, str]) -> None:
    led = set(re.findall(r"\(\.\./reference/(requirements|profiles)/([^)]+)\.md\)", pages["en"]))
    known = {("requirements", name) for name in identifiers()} | {("profiles", name) for name in profiles()}
    assert led
    assert led <= known
