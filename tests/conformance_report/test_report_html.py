"""The page tells every failure in both languages with its change and the way to ask again, and loads nothing."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import report_rows as made
from gclink._requirements import requirement
from gclink_conformance.report.html import page
from gclink_conformance.report.results import read


def shown(rows: list[made.Record], **changes: object) -> str:
    return page(read(made.raw(rows, made.header(**changes)), "results.jsonl"))


def block(text: str, identifier: str) -> str:
    """Return what the page shows below a failing requirement."""
    found = re.search(
        rf"<details class=req id={identifier}.*?</div></details>(?=<details class=req|</section>)", text, re.S
    )
    assert found, identifier
    return found[0]


def test_a_failure_shows_the_sentence_in_both_languages() -> None:
    entry = requirement("GCL-COR-004")
    assert entry is not None
    part = block(shown(made.MIXED), "GCL-COR-004")
    assert f"<p lang=en>{entry['statement']['en']}</p>" in part
    assert f"<p lang=zh>{entry['statement']['zh']}</p>" in part


def test_a_failure_shows_base_change_expectation_answer_and_command() -> None:
    part = block(shown(made.MIXED), "GCL-COR-004")
    assert "<code>lot</code>" in part
    assert "replace /period/start: &quot;2026-02-30&quot;" in part
    assert "<p class=verdict>violates</p><ul><li><b>GCL-COR-004</b>" in part
    assert "<p class=verdict>conforms</p>" in part
    command = "gclink conformance rerun gcl-cor-004-n01 --adapter &#x27;python -m example_checker"
    assert command in part


def test_syntaxes_that_failed_alike_are_told_together_and_those_that_passed_are_not() -> None:
    part = block(shown(made.MIXED), "GCL-COR-004")
    first = part.split("<article class=case>")[1]
    groups = re.findall(r"<div class=forms>(.*?)</div>", first)
    assert [re.findall(r">(JSON-LD|JSON|XML|Turtle)<", group) for group in groups] == [["XML", "JSON-LD"], ["Turtle"]]
    assert "no answer within 30 s" in first


def test_a_duty_stands_before_a_recommendation() -> None:
    text = shown(made.MIXED)
    assert text.index("<details class=req id=GCL-COR-004") < text.index("<details class=req id=GCL-COR-009")


def test_what_was_declined_and_what_was_right_for_another_reason_is_told() -> None:
    text = shown(made.MIXED)
    declined = text[text.index("<section id=declined") : text.index("<section id=requirements")]
    assert "dates are not read" in declined
    assert "GCL-PAS-012" in declined
    reasons = text[text.index("<section id=reasons") : text.index("<section id=declined")]
    assert "gcl-cor-012-n01" in reasons


def test_the_matrix_counts_by_module_tier_and_syntax() -> None:
    text = shown(made.MIXED)
    matrix = text[text.index("<section id=matrix") : text.index("<section id=failures")]
    assert re.search(r">T1</th><td class=fail>.*?2<i>/3</i></td><td class=fail>.*?0<i>/1</i></td>", matrix)
    assert "<td class=declined><b aria-hidden=true>–</b>1</td>" in matrix


def test_nothing_wrong_is_said_and_shows_no_failure() -> None:
    text = shown(made.SOUND)
    assert "Every test that was asked was answered rightly." in text
    assert "<article class=case>" not in text
    assert "1 of 1 conformance classes passed" in text


def test_a_part_of_the_suite_is_called_one() -> None:
    assert "Only a part of the suite was run:" in shown(made.SOUND, filter="gcl-cor-*")
    assert "Only a part of the suite was run:" not in shown(made.SOUND)


def test_the_page_loads_nothing() -> None:
    text = shown(made.MIXED)
    assert "default-src 'none'" in text
    assert not re.search(r"<(?:link|img|iframe|script\s+src|object|embed)\b|@import|url\(", text)
    assert set(re.findall(r"https?://[^\s\"'<]+", text)) <= {
        "https://example.org/checker",
        "https://example.org/checker/issues",
        "https://example.org/gclink/lots/A",
    }


@pytest.mark.parametrize("evil", ["<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "</style><b>"])
def test_what_an_adapter_sends_stays_text(evil: str) -> None:
    about = {**made.IMPLEMENTATION, "name": evil, "vendor": evil, "homepage": f"javascript:alert(1)//{evil}"}
    rows = [
        made.row(
            "gcl-cor-004-n01",
            "xml",
            "fail",
            reason={"en": evil, "zh": evil},
            actual={"verdict": "conforms", "findings": [{"requirement": evil, "document": evil, "message": evil}]},
        ),
        made.row("gcl-cor-012-p01", "xml", "declined", actual={"declined": True, "reason": evil}),
    ]
    text = shown(rows, implementation=about)
    assert evil not in text
    assert 'href="javascript:' not in text
    assert text.count("<script>") == 1


def test_signs_that_cannot_be_seen_become_visible() -> None:
    rows = [made.row("gcl-cor-004-n01", "xml", "fail", reason={"en": "a\u202eb\x00c", "zh": "甲\u202e乙"})]
    text = shown(rows)
    assert "a\\u202eb\\u0000c" in text
    assert "\u202e" not in text


def test_the_same_results_give_the_same_page() -> None:
    assert shown(made.MIXED) == shown(made.MIXED)


def test_ten_thousand_rows_stay_a_small_page() -> None:
    rows = [
        made.row(f"gcl-cor-{number:03d}-p{case:02d}", form)
        for number in range(1, 51)
        for case in range(1, 51)
        for form in made.FORMATS
    ]
    assert len(rows) == 10_000
    assert len(shown(rows).encode()) < 300_000


def test_words_of_the_page_stand_in_both_languages(tmp_path: Path) -> None:
    text = shown(made.MIXED)
    body = text[text.index("<body>") : text.index("<script>")]
    assert body.count("<span lang=en>") == body.count("<span lang=zh>")
    assert len(re.findall(r"<h2[^>]*><span lang=en>", body)) == len(re.findall("<h2", body))


def test_thousands_of_failures_stay_a_page_that_opens() -> None:
    rows = [
        made.row(f"gcl-cor-{number:03d}-n{case:02d}", form, "fail")
        for number in range(1, 26)
        for case in range(1, 101)
        for form in made.FORMATS
    ]
    assert len(rows) == 10_000
    text = shown(rows)
    assert len(text.encode()) < 1_000_000
    part = block(text, "GCL-COR-001")
    assert part.count("<article class=case>") == 3
    assert "<li><span class=id>gcl-cor-001-n40</span>" in part
    assert "and 57 more, all in results.jsonl" in part
    assert "10 more requirements" in text


def test_few_failures_are_all_shown_whole() -> None:
    rows = [made.row(f"gcl-cor-001-n{case:02d}", "json", "fail") for case in range(1, 31)]
    part = block(shown(rows), "GCL-COR-001")
    assert part.count("<article class=case>") == 30
    assert "27 more cases" in part


def test_a_case_of_another_suite_is_not_guessed() -> None:
    part = block(shown([made.row("gcl-cor-001-n99", "json", "fail")]), "GCL-COR-001")
    assert "This suite does not have the case." in part


def test_a_failed_calculation_shows_what_was_asked() -> None:
    row = made.row("gcl-cor-004-n01", "json", "fail", operation="derive", expected={"value": {"a": "1"}})
    row |= {"case": "derive-fv-113-p01", "test": "derive-fv-113-p01/json", "actual": {"value": "banana"}}
    part = block(shown([row]), "GCL-COR-004")
    assert re.search(r"quantity \w+\ninputs: \{", part)
    assert "banana" in part


def test_complaints_about_adapter_and_baseline_are_told() -> None:
    failed = {"en": "accepts a document without a type", "zh": "接受了没有 type 的文档"}
    attempt = {"profile": "validator", "format": "json", "kind": "reject", "ok": False, "reason": failed}
    rows = [made.row("gcl-cor-004-n01", "json", "fail", expectedFailure="mended in 2.2")]
    foot = made.footer(rows, baseline=[{"en": "the excuse has ended", "zh": "豁免已到期"}])
    text = page(read(made.raw(rows, made.header(selftest=[attempt]), foot), "results.jsonl"))
    assert "accepts a document without a type" in text
    assert "the excuse has ended" in text
    assert "mended in 2.2" in block(text, "GCL-COR-004")
