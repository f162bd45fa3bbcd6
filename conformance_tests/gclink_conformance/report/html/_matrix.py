"""The requirement matrix: counts by module, tier and syntax, and below it every requirement with its own counts."""

from __future__ import annotations

from itertools import groupby

from gclink._text import Text

from gclink_conformance.report.groups import Counts, Requirement, matrix, used_formats
from gclink_conformance.report.html._parts import SIGN, both, esc, pill, say, section, tag
from gclink_conformance.report.results import Results
from gclink_conformance.report.words import FORMAT, TIER, module_label


def overview(results: Results) -> str:
    """Return the table of modules and tiers against syntaxes."""
    names = used_formats(results)
    counted = matrix(results)
    bodies = []
    for module, group in groupby(counted.items(), key=lambda item: item[0][0]):
        lines = "".join(
            f"<tr><th scope=row title='{esc(TIER[tier].en)} · {esc(TIER[tier].zh)}'>{tier}</th>"
            f"{''.join(_cell(by_format.get(name)) for name in names)}</tr>"
            for (_, tier), by_format in group
        )
        head = f"<a href=#m-{esc(module)}>{both(module_label(module))}</a>"
        bodies.append(
            f"<tbody><tr class=mod><th scope=rowgroup colspan={len(names) + 1}>{head}</th></tr>{lines}</tbody>"
        )
    heads = "".join(f"<th scope=col>{FORMAT[name]}</th>" for name in names)
    table = (
        f"<table class=matrix><thead><tr><th scope=col>{say('Tier', '层级')}</th>{heads}</tr></thead>"
        f"{''.join(bodies)}</table>"
    )
    tiers_told = "; ".join(f"{tier} {text.en}" for tier, text in TIER.items())
    tiers_zh = "；".join(f"{tier} {text.zh}" for tier, text in TIER.items())
    note = say(
        f"Tests passed of tests asked. {tiers_told}.",
        f"通过数与执行数。{tiers_zh}。",
    )
    body = f"<div class=scroll tabindex=0 role=region aria-label='Matrix · 矩阵'>{table}</div>{_legend()}"
    return section("matrix", say("By module, tier and syntax", "按模块、层级与语法"), body, note)


def _legend() -> str:
    marks = (
        ("pass", Text("all right", "全部正确")),
        ("verdict", Text("verdict right, reason or place not always", "判定正确，理由或位置不全对")),
        ("fail", Text("a wrong answer", "有错误回答")),
        ("error", Text("no usable answer", "没有可用回答")),
        ("declined", Text("declined by name", "指明拒绝")),
    )
    return f"<p class=legend>{' '.join(pill(state, text) for state, text in marks)}</p>"


def requirements(results: Results, found: list[Requirement], troubled: set[str]) -> str:
    """Return every requirement, folded by module."""
    names = used_formats(results)
    blocks = []
    for module, group in groupby(found, key=lambda entry: entry.module):
        entries = list(group)
        total = Counts()
        for entry in entries:
            for row in entry.rows:
                total.add(row)
        heads = "".join(f"<th scope=col>{FORMAT[name]}</th>" for name in names)
        lines = "".join(_line(entry, names, troubled) for entry in entries)
        blocks.append(
            f"<details class=module id=m-{esc(module)}><summary><span class=grow>{both(module_label(module))}"
            f" <small>{len(entries)} {say('requirements', '条要求')}</small></span>{_share(total)}</summary>"
            f"<div class=scroll tabindex=0 role=region aria-label='{esc(module)}'><table class=reqs><thead><tr>"
            f"<th scope=col>{say('Requirement', '要求')}</th>{heads}</tr></thead>"
            f"<tbody>{lines}</tbody></table></div></details>"
        )
    return section("requirements", say("Every requirement", "全部要求"), "".join(blocks))


def _line(entry: Requirement, names: list[str], troubled: set[str]) -> str:
    where = f"<a href=#{entry.id}>{entry.id}</a>" if entry.id in troubled else entry.id
    told = (
        both(entry.statement) if entry.statement else say("not in this version of the standard", "本版标准中没有此条")
    )
    cells = "".join(_cell(entry.by_format.get(name)) for name in names)
    head = f"<span class=id>{where}</span> {tag(entry.level)}{tag(entry.tier)}<p>{told}</p>"
    return f"<tr><th scope=row>{head}</th>{cells}</tr>"


def _share(counts: Counts) -> str:
    return f'<span class="share {counts.state}"><b aria-hidden=true>{SIGN[counts.state]}</b> {_fraction(counts)}</span>'


def _fraction(counts: Counts) -> str:
    if not counts.executed:
        return f"{counts.declined}" if counts.declined else ""
    return f"{counts.passed:,}<i>/{counts.executed:,}</i>"


def _cell(counts: Counts | None) -> str:
    if counts is None:
        return "<td class=none></td>"
    return f"<td class={counts.state}><b aria-hidden=true>{SIGN[counts.state]}</b>{_fraction(counts)}</td>"
