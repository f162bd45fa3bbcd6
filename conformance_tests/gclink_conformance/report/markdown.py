"""A summary in Markdown, for a pull request or a job page, in one language."""

from __future__ import annotations

import re

from gclink._text import Language, Text

from gclink_conformance.report._command import rerun
from gclink_conformance.report._plain import line
from gclink_conformance.report.evidence import cut
from gclink_conformance.report.groups import by_requirement
from gclink_conformance.report.html._parts import SIGN
from gclink_conformance.report.results import Results
from gclink_conformance.report.words import FORMAT, GRADE, OUTCOME, RESULT, formats, number, profile_label

#: Requirements that are listed; the HTML report has them all.
_LISTED = 20


def markdown(results: Results, language: Language) -> str:
    """Return the summary."""

    def say(en: str, zh: str) -> str:
        return Text(en, zh).within(language)

    suite = results.header["suite"]
    lines = [
        f"<!-- generated from results.jsonl ({results.digest}), do not edit -->",
        f"# {say('Conformance of', '符合性：')} {cell(results.name)}",
        "",
        say(
            f"{number(len(results.rows))} tests of suite {suite['version']}: ",
            f"套件 {suite['version']} 的 {number(len(results.rows))} 项测试：",
        )
        + say(", ", "，").join(
            f"{number(results.counts[name])} {OUTCOME[name].within(language)}"
            for name in ("pass", "fail", "error", "declined")
        )
        + say(".", "。"),
        "",
        row(
            say("Conformance class", "符合性类别"),
            say("Tiers", "层级"),
            say("Result", "结论"),
            say("Grade", "等级"),
            "MUST",
            "SHOULD",
            say("Declined", "拒绝"),
        ),
        "|---|---|---|---|---|---|---|",
    ]
    for name, profile in results.profiles.items():
        must, should, result = profile["must"], profile["should"], profile["result"]
        lines.append(
            row(
                profile_label(name).within(language),
                " ".join(results.claim(name)["tiers"]),
                f"{SIGN[result]} {RESULT[result].within(language)}",
                GRADE[profile["grade"]].within(language),
                f"{must['passed']}/{must['executed']}",
                f"{should['passed']}/{should['executed']}",
                str(must["declined"] + should["declined"]),
            )
        )
    wrong = [entry for entry in by_requirement(results) if entry.counts.failed or entry.counts.error]
    wrong.sort(key=lambda entry: (entry.level != "MUST", -entry.counts.failed - entry.counts.error, entry.id))
    if wrong:
        lines += ["", f"## {say('What to mend', '待改之处')}", ""]
        lines.append(
            row(say("Requirement", "要求"), say("Wrong", "错误"), say("Syntaxes", "语法"), say("Sentence", "条文"))
        )
        lines.append("|---|---|---|---|")
    for entry in wrong[:_LISTED]:
        told = entry.statement.within(language) if entry.statement else ""
        used = ", ".join(FORMAT[name] for name in formats({row.format for row in entry.rows if row.wrong}))
        lines.append(
            f"| {entry.id} {entry.level} | {entry.counts.failed + entry.counts.error}/{entry.counts.executed} "
            f"| {used} | {cell(told)} |"
        )
    if len(wrong) > _LISTED:
        more = len(wrong) - _LISTED
        lines += ["", say(f"… and {more} more requirements.", f"……另有 {more} 条要求。")]
    if wrong:
        first = next(row for row in wrong[0].rows if row.wrong)
        again = say("The first of them again:", "重新测试其中第一项：")
        lines += ["", again, "", "```sh", line(rerun(results, first)), "```"]
    return "\n".join(lines) + "\n"


def row(*cells: str) -> str:
    """Return a line of a table."""
    return f"| {' | '.join(cells)} |"


def cell(text: str) -> str:
    """Return text that changes nothing of a Markdown table or page: no markup, no line end."""
    return re.sub(r"([\\`*_{}\[\]<>#|!])", r"\\\1", cut(line(text), 300))
