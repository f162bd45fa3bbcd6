"""What went wrong: by requirement its sentence, by case the change, what had to come, what came, and the way again."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, Final

from gclink._text import Text

from gclink_conformance.report._command import rerun
from gclink_conformance.report.evidence import cut, evidence
from gclink_conformance.report.groups import CaseRows, Requirement
from gclink_conformance.report.html._parts import both, count, esc, outcome, pair, say, section, tag
from gclink_conformance.report.results import Results, Row
from gclink_conformance.report.words import FORMAT, OPERATION, module_label

#: Findings shown of one answer; the results have them all.
_MOST_FINDINGS: Final = 6
_LONGEST: Final = 240
#: Cases of a requirement that stand open with it; the others are folded.
_SHOWN: Final = 3
#: Requirements that are listed at once; the others stand behind one fold.
_AT_ONCE: Final = 15
#: Where more cases failed than this, each requirement shows only so many whole and names the others: nobody reads
#: thousands, and the page has to open on a phone.
_MANY: Final = 600
_WHOLE: Final = 3
_NAMED: Final = 40
#: Requirements that stand open when the page is opened.
_OPEN: Final = 3


def failures(results: Results, found: list[Requirement]) -> str:
    """Return everything that failed or gave no usable answer, most wrong tests first."""
    wrong = [entry for entry in found if entry.counts.failed or entry.counts.error]
    if not wrong:
        told = say("Every test that was asked was answered rightly.", "所有执行的测试均回答正确。")
        return section("failures", say("What to mend", "待改之处"), f"<p class=good>✓ {told}</p>")
    wrong.sort(key=lambda entry: (entry.level != "MUST", -entry.counts.failed - entry.counts.error, entry.id))
    cases = sum(len(entry.cases(("fail", "error"))) for entry in wrong)
    whole = _WHOLE if cases > _MANY else cases
    blocks = _folded([_requirement(results, entry, place < _OPEN, whole) for place, entry in enumerate(wrong)])
    note = say(
        f"{count(len(wrong))} requirements, duties (MUST) first and those with most wrong answers first.",
        f"共 {count(len(wrong))} 条要求，义务（MUST）在前，错误多者在前。",
    )
    search = (
        "<label class=search><span>" + say("Filter", "筛选") + "</span>"
        "<input id=filter type=search autocomplete=off placeholder='GCL-COR-004, xml, /validity …'></label>"
        "<p id=none hidden>" + say("Nothing matches.", "没有相符的内容。") + "</p>"
    )
    return section("failures", say("What to mend", "待改之处"), search + blocks, note)


def _folded(blocks: list[str]) -> str:
    """Return blocks of requirements, the first of them at once and the others behind one fold."""
    first, rest = blocks[:_AT_ONCE], blocks[_AT_ONCE:]
    if not rest:
        return "".join(first)
    more = count(len(rest))
    told = say(f"{more} more requirements", f"另有 {more} 条要求")
    return f"{''.join(first)}<details class=rest><summary>{told}</summary>{''.join(rest)}</details>"


def _requirement(results: Results, entry: Requirement, opened: bool, whole: int) -> str:
    cases = entry.cases(("fail", "error"))
    bodies = "".join(_case(results, case) for case in cases[:_SHOWN])
    if len(cases) > _SHOWN:
        rest = "".join(_case(results, case) for case in cases[_SHOWN:whole]) + _names(cases[whole:])
        more = count(len(cases) - _SHOWN)
        bodies += (
            f"<details class=more><summary>{say(f'{more} more cases', f'另有 {more} 个用例')}</summary>{rest}</details>"
        )
    counts = "".join(
        f" {outcome(name)}<span class=n>×{count(number)}</span>"
        for name, number in (("fail", entry.counts.failed), ("error", entry.counts.error))
        if number
    )
    sentence = pair(entry.statement) if entry.statement else ""
    state = " open" if opened else ""
    return (
        f"<details class=req id={entry.id}{state}><summary><span class=grow><span class=id>{entry.id}</span> "
        f"{tag(entry.level)}{tag(entry.tier)}<small>{both(module_label(entry.module))}</small></span>"
        f"<span class=counts>{counts}</span></summary>"
        f"<div class=in><blockquote>{sentence}</blockquote>{bodies}</div></details>"
    )


def _names(cases: list[CaseRows]) -> str:
    """Return cases by name and syntax alone; ``gclink conformance show`` and junit.xml have the rest."""
    if not cases:
        return ""
    lines = "".join(
        f"<li><span class=id>{esc(case.id)}</span> {''.join(tag(_form(row), 'form') for row in case.rows)}</li>"
        for case in cases[:_NAMED]
    )
    left = len(cases) - _NAMED
    if left > 0:
        lines += f"<li>{_more(left)}</li>"
    told = say(
        "These by name; each is asked again by the same command with its own name, and junit.xml has them whole.",
        "以下仅列名称；以同一命令换上其名称即可重新测试，junit.xml 载有全部内容。",
    )
    return f"<div class=case><p class=small>{told}</p><ul class=plain>{lines}</ul></div>"


def _more(left: int) -> str:
    return say(f"and {count(left)} more, all in results.jsonl", f"另有 {count(left)} 个，均见 results.jsonl")


def _case(results: Results, case: CaseRows) -> str:
    first = case.rows[0]
    answers = "".join(_answer(row, rows) for row, rows in case.alike())
    command = esc(rerun(results, first))
    return (
        f"<article class=case><h3>{both(case.title)}</h3><p class=id>{esc(case.id)}</p>{_made(first)}"
        f"<div class=answers>{answers}</div>"
        f"<div class=again><span>{say('Ask again', '重新测试')}</span><code>{command}</code>"
        f"<button type=button class=copy>{say('Copy', '复制')}</button></div></article>"
    )


def _made(row: Row) -> str:
    found = evidence(row.case)
    if found is None:
        return f"<p class=made>{say('This suite does not have the case.', '本套件中没有此用例。')}</p>"
    parts = [] if row.operation == "check" else [f"<p class=made>{both(OPERATION[row.operation])}</p>"]
    if found.base:
        parts.append(f"<p class=made>{say('Base', '基础文档')} <code>{esc(found.base)}</code></p>")
    if found.changes:
        lines = "\n".join(esc(line) for line in found.changes)
        parts.append(f"<pre class=patch tabindex=0>{lines}</pre>")
    for name, form, text in found.raw:
        shown = f"{esc(name)} ({FORMAT.get(form, form)})"
        parts.append(
            f"<details class=raw><summary>{say('Document as sent', '所发文档')} {shown}</summary>"
            f"<pre tabindex=0>{esc(text)}</pre></details>"
        )
    if found.rationale:
        parts.append(f"<p class=why lang=en>{esc(found.rationale)}</p>")
    return "".join(parts)


def _answer(row: Row, rows: list[Row]) -> str:
    tags = "".join(tag(_form(other), "form") for other in rows)
    return (
        f"<div class=group><div class=forms>{outcome(row.outcome)} {tags}</div>"
        f"<p class=reason>{both(Text(cut(row.reason.en), cut(row.reason.zh)))}</p>{_excuse(row)}"
        f"<dl class=two><div><dt>{say('Expected', '应得')}</dt><dd>{_told(row.expected)}</dd></div>"
        f"<div><dt>{say('Got', '实得')}</dt><dd>{_got(row)}</dd></div></dl></div>"
    )


def _excuse(row: Row) -> str:
    """Return the reason that a baseline gives for a failure that was expected."""
    if row.expected_failure is None:
        return ""
    return f"<p class=small>{say('Expected to fail:', '预期失败：')} {esc(row.expected_failure)}</p>"


def _form(row: Row) -> str:
    return FORMAT[row.format] + (" #2" if row.test.endswith("#2") else "")


def _got(row: Row) -> str:
    if row.actual is None:
        return f"<p>{say('no answer', '没有回答')}</p>"
    return _told(row.actual)


def _told(answer: Mapping[str, Any]) -> str:
    if "verdict" not in answer:
        text = cut(json.dumps(answer, ensure_ascii=False), 2 * _LONGEST)
        return f"<code class=json>{esc(text)}</code>"
    findings = answer.get("findings") or []
    lines = "".join(_finding(finding) for finding in findings[:_MOST_FINDINGS])
    if len(findings) > _MOST_FINDINGS:
        more = count(len(findings) - _MOST_FINDINGS)
        lines += f"<li>{say(f'and {more} more', f'另有 {more} 项')}</li>"
    return f"<p class=verdict>{esc(answer['verdict'])}</p>" + (f"<ul>{lines}</ul>" if lines else "")


def _finding(finding: Mapping[str, Any]) -> str:
    place = esc(finding.get("document", ""))
    if "location" in finding:
        place += f"<wbr>#{esc(finding['location'])}"
    message = f"<span class=msg>{esc(cut(str(finding['message']), _LONGEST))}</span>" if finding.get("message") else ""
    return f"<li><b>{esc(finding['requirement'])}</b> <span class=place>{place}</span>{message}</li>"


def other_reasons(found: list[Requirement]) -> str:
    """Return the tests that passed by verdict alone: the reason or the place was another."""
    blocks = []
    for entry in found:
        rows = [row for row in entry.rows if row.outcome == "pass" and row.grade == "verdict"]
        if not rows:
            continue
        cases = _cases(rows)
        lines = "".join(f"<li>{_by_case(case)}</li>" for case in cases[:_NAMED])
        if len(cases) > _NAMED:
            lines += f"<li>{_more(len(cases) - _NAMED)}</li>"
        blocks.append(
            f"<details class=req><summary><span class=grow><span class=id>{entry.id}</span> {tag(entry.level)}"
            f"{tag(entry.tier)}</span><span class=n>×{count(len(rows))}</span></summary>"
            f"<div class=in><blockquote>{pair(entry.statement) if entry.statement else ''}</blockquote>"
            f"<ul class=plain>{lines}</ul></div></details>"
        )
    if not blocks:
        return ""
    body = _folded(blocks)
    note = say(
        "The verdict was right, but another requirement or place was named. These tests pass with grade “verdict”.",
        "判定正确，但所指要求或位置不同。这些测试以“判定”等级通过。",
    )
    return section("reasons", say("Right verdict, other reason", "判定正确，理由不同"), body, note)


def _cases(rows: list[Row]) -> list[CaseRows]:
    found: dict[tuple[str, str], list[Row]] = {}
    for row in sorted(rows, key=lambda row: (row.case, row.reason.en, list(FORMAT).index(row.format), row.test)):
        found.setdefault((row.case, row.reason.en), []).append(row)
    return [CaseRows(case, rows[0].title, tuple(rows)) for (case, _), rows in found.items()]


def _by_case(case: CaseRows) -> str:
    row = case.rows[0]
    tags = "".join(tag(_form(other), "form") for other in case.rows)
    reason = Text(cut(row.reason.en), cut(row.reason.zh))
    return f"<span class=id>{esc(case.id)}</span> {tags}<br>{both(case.title)}<br><small>{both(reason)}</small>"
