"""``gclink export``: a neighbour's file from documents of this standard, with a report of what was lost."""

from __future__ import annotations

from typing import Any

import click

from gclink._text import Language
from gclink.bridges import formats
from gclink.cli._bridge import format_names, known_documents, parameter_options, parameters_of
from gclink.cli._common import language_option, limit_options, limits_of, write


@click.command(
    "export",
    epilog="Exit codes: 0 converted, 1 refused or incomplete (with --strict: any finding), 2 usage, 3 unreadable input "
    "· 退出码：0 已转换，1 被拒绝或不完整（--strict 时有任何问题），2 用法，3 无法读取",
)
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option(
    "--to", "name", required=True, metavar="FORMAT", callback=format_names, help=f"One of {', '.join(formats())}"
)
@parameter_options
@click.option("--strict", is_flag=True, help="Exit with 1 for any finding above info")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.option("--report", "report_file", metavar="FILE", help="File for the report; standard error when left out")
@click.option("-o", "--output", metavar="FILE", help="File to write; standard output when left out")
@language_option
@limit_options
def command(
    paths: tuple[str, ...],
    name: str,
    with_file: str | None,
    settings: tuple[str, ...],
    bundle: tuple[str, ...],
    strict: bool,
    form: str,
    report_file: str | None,
    output: str | None,
    language: Language,
    **limits: Any,
) -> int:
    """Convert documents of this standard to another format; what has no place there is told.

    A document that is not of the right form (T1) is refused with its findings.

    \b
    将本标准的文档转换为其他格式，并报告其中没有位置的内容。
    """
    from gclink.bridges import ImportOptions, export_documents
    from gclink.bridges._report import render_json, render_text
    from gclink.cli._sound import sound_trees

    bounds = limits_of(limits)
    trees = sound_trees(paths, bounds, language)
    if trees is None:
        return 1
    options = ImportOptions(
        parameters=parameters_of(with_file, settings),
        known=known_documents(bundle, bounds),
        limits=bounds,
        source=", ".join(paths),
    )
    exported = export_documents(trees, options, name)
    if exported.content is not None:
        write(exported.content, output)
    told = render_json([exported.report]) if form == "json" else render_text([exported.report], language)
    if report_file is not None:
        write(told, report_file)
    else:
        click.echo(told, err=True, nl=False)
    if exported.content is None:
        return 1
    return 1 if strict and exported.report.verdict.value != "convert" else 0
