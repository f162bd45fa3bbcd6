"""Markdown and badge: short, in one language each, and safe whatever an adapter sends."""

from __future__ import annotations

import pytest
import report_rows as made
from gclink._text import Language
from gclink_conformance.report.badge import badge
from gclink_conformance.report.markdown import cell, markdown
from gclink_conformance.report.results import read
from lxml import etree


def test_the_summary_names_the_failing_requirements_and_the_command() -> None:
    text = markdown(read(made.raw(made.MIXED), "results.jsonl"), "en")
    assert "| Validator | T1 T2 T3 | ! error | no grade | 5/9 | 0/1 | 1 |" in text
    assert "| GCL-COR-004 MUST | 4/6 | JSON, XML, JSON-LD, Turtle | A date MUST be" in text
    assert "gclink conformance rerun gcl-cor-004-n01 --adapter" in text
    assert text.index("GCL-COR-004") < text.index("GCL-COR-009")


def test_a_sound_run_lists_nothing_to_mend() -> None:
    text = markdown(read(made.raw(made.SOUND), "results.jsonl"), "zh")
    assert "| 校验器 | T1 T2 T3 | ✓ 通过 | 有据 | 16/16 | 0/0 | 0 |" in text
    assert "待改之处" not in text


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_summary_keeps_to_its_language(language: Language) -> None:
    text = markdown(read(made.raw(made.MIXED), "results.jsonl"), language)
    chinese = sum("\u4e00" <= sign <= "\u9fff" for sign in text)
    assert (chinese > 0) == (language == "zh")


def test_a_cell_cannot_leave_its_table() -> None:
    assert cell("a | b\n# c <i>`d`") == r"a \| b \# c \<i\>\`d\`"


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        (made.SOUND, {"en": "Green Carbon Link 1.0: Validator ✓ explained", "zh": "绿碳链接 1.0: 校验器 ✓ 有据"}),
        (made.MIXED, {"en": "Green Carbon Link 1.0: Validator · error", "zh": "绿碳链接 1.0: 校验器 · 出错"}),
        ([], {"en": "Green Carbon Link 1.0: Validator · inconclusive", "zh": "绿碳链接 1.0: 校验器 · 无结论"}),
    ],
    ids=["sound", "mixed", "nothing"],
)
@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_badge_says_class_and_result_to_eyes_and_ears(
    rows: list[made.Record], told: dict[str, str], language: Language
) -> None:
    root = etree.fromstring(badge(read(made.raw(rows), "results.jsonl"), language).encode())
    assert root.get("aria-label") == told[language]
    assert root.findtext("{*}title") == told[language]
    assert ": ".join(root.xpath("//*[local-name()='text']/text()")) == told[language]


def test_a_pass_by_verdict_alone_is_not_called_explained() -> None:
    rows = [{**row, "grade": "verdict"} for row in made.SOUND]
    assert "verdict" in badge(read(made.raw(rows), "results.jsonl"), "en")
    assert "explained" not in badge(read(made.raw(rows), "results.jsonl"), "en")


def test_a_claim_of_some_tiers_shows_them_on_the_badge() -> None:
    claims = [{**made.header()["claims"][0], "tiers": ["T1", "T2"]}]
    assert "Validator T1 T2 ✓ explained" in badge(read(made.raw(made.SOUND, made.header(claims=claims)), "r"), "en")
