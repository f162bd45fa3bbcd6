"""``gclink import``: documents of this standard from a neighbour's files, with a report of what was lost."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import click

from gclink._text import Language, Text
from gclink.bridges import formats
from gclink.cli._bridge import format_names, known_documents, parameter_options, parameters_of, sources_of
from gclink.cli._common import instant, language_option, limit_options, limits_of, write
from gclink.errors import GclinkError


@click.command(
    "import",
    epilog="Exit codes: 0 converted, 1 refused or incomplete (with --strict: any finding), 2 usage, 3 unreadable input "
    "· 退出码：0 已转换，1 被拒绝或不完整（--strict 时有任何问题），2 用法，3 无法读取",
)
@click.argument("paths", nargs=-1, required=True, metavar="FILE...")
@click.option(
    "--from",
    "name",
    metavar="FORMAT",
    callback=format_names,
    help=f"Format of the files, detected when left out: {', '.join(formats())}",
)
@parameter_options
@click.option("--absent-as-zero", is_flag=True, help="Write an additive component that is left out as 0")
@click.option("--text-language", default="und", show_default=True, metavar="TAG", help="Language of the source's texts")
@click.option("--received", metavar="DATE", help="When the files came in (a day or a dateTime); default now")
@click.option("--each", is_flag=True, help="Write what converts even if another document of the same file does not")
@click.option("--strict", is_flag=True, help="Exit with 1 for any finding above info")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.option("-o", "--output", metavar="DIR", help="Folder for the documents; left out: only the report is written")
@language_option
@limit_options
def command(
    paths: tuple[str, ...],
    name: str | None,
    with_file: str | None,
    settings: tuple[str, ...],
    bundle: tuple[str, ...],
    absent_as_zero: bool,
    text_language: str,
    received: str | None,
    each: bool,
    strict: bool,
    form: str,
    output: str | None,
    language: Language,
    **limits: Any,
) -> int:
    """Convert files of other formats to documents of this standard; what is lost or missing is told.

    Stated values are taken over as they are, even where the source contradicts itself; nothing is mended.

    \b
    将其他格式的文件转换为本标准的文档，并报告丢失与缺少的内容；原值照录，不作修补。
    """
    from gclink.bridges import ImportOptions, import_sources
    from gclink.bridges._report import render_json, render_text

    bounds = limits_of(limits)
    options = ImportOptions(
        parameters=parameters_of(with_file, settings),
        absent_as_zero=absent_as_zero,
        language=text_language,
        received=instant(received),
        known=known_documents(bundle, bounds),
        each=each,
        limits=bounds,
    )
    reports = import_sources(sources_of(paths), options, name)
    if output is not None:
        write_documents([tree for report in reports for tree in report.documents], output)
    write(render_json(reports) if form == "json" else render_text(reports, language))
    if any(not report.verdict.writes for report in reports):
        return 1
    return 1 if strict and any(report.verdict.value != "convert" for report in reports) else 0


def write_documents(trees: list[Mapping[str, Any]], output: str) -> None:
    """Write each document to its own file, named by class and digest; the same document gives the same name."""
    from gclink.canonical import digest
    from gclink.cli._bridge import folder_of

    folder = folder_of(output)
    for tree in trees:
        place = folder / f"{tree['type']}-{digest(dict(tree))[8:20]}.json"
        try:
            place.write_text(json.dumps(tree, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
        except OSError as error:
            raise GclinkError(
                "not_written",
                Text(f"{place} cannot be written: {error.strerror}", f"无法写入 {place}：{error.strerror}"),
                Text("choose another folder with -o", "请用 -o 指定其他文件夹"),
            ) from error
