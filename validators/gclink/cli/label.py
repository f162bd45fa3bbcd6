"""``gclink label``: the carbon label drawn for print, once the documents behind it conform."""

from __future__ import annotations

import sys
from typing import Any

import click

from gclink._text import Language
from gclink.cli._common import default_language, instant, limit_options, limits_of, write


@click.command(
    "label",
    epilog="Exit codes: 0 drawn, 1 refused, 2 usage, 3 unreadable input · 退出码：0 已绘制，1 拒绝，2 用法，3 无法读取",
)
@click.argument("paths", nargs=-1, required=True, metavar="DOCUMENT...")
@click.option("-o", "--output", metavar="FILE", help="SVG to write; standard output when left out")
@click.option(
    "--lang",
    "languages",
    type=click.Choice(["en", "zh", "both"]),
    default="both",
    show_default=True,
    help="Language of the label · 标章语言",
)
@click.option("--bundle", "bundle", metavar="PATH", help="Check everything the label rests on among these documents")
@click.option("--as-of", metavar="DATE", help="Instant of the check (a day, or a dateTime in UTC); default now")
@limit_options
def command(
    paths: tuple[str, ...],
    output: str | None,
    languages: str,
    bundle: str | None,
    as_of: str | None,
    **limits: Any,
) -> int:
    """Draw the carbon label of a Label document and its Claim as SVG; refused with its findings if they do not conform.

    \b
    根据标章文档及其声明绘制碳排标章（SVG）；不符合标准时给出问题并拒绝绘制。
    """
    from gclink.documents import read_documents
    from gclink.label import draw_label
    from gclink.label._judge import is_refused, judge, pair_of, refuse_unfit
    from gclink.report import render

    allowed = limits_of(limits)
    documents = list(read_documents(paths, allowed))
    others = list(read_documents((bundle,), allowed)) if bundle is not None else []
    label, claim = pair_of(documents, others)
    at = instant(as_of)
    report = judge(label, claim, [*documents, *others] if bundle is not None else [], at)
    language: Language = "zh" if languages == "zh" else "en" if languages == "en" else default_language()
    if report.findings:
        sys.stderr.write(render(report, "text", language, colour=sys.stderr.isatty()))
    if is_refused(report):
        return 1
    refuse_unfit(label, claim, at)
    write(draw_label(label.tree, claim.tree, languages), output)
    return 0
