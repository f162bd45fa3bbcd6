"""``gclink conformance report`` and ``publish``: reports of results that are there already."""

from __future__ import annotations

import sys
from pathlib import Path

import click
from gclink._text import Language, Text
from gclink.cli._common import language_option

#: A report could not be written: the highest code of the ladder of the suite.
NO_REPORT = 6


@click.command("report")
@click.argument("results", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--out", type=click.Path(path_type=Path, file_okay=False), help="Folder; default: that of the results")
@click.option("--issuer", metavar="IRI", help="The Party that answers for the conformance statement")
@language_option
def command(results: Path, out: Path | None, issuer: str | None, language: Language) -> int:
    """Write every report of a results.jsonl: HTML, JUnit, EARL, Markdown, badge, conformance statement.

    \b
    由 results.jsonl 写出全部报告：HTML、JUnit、EARL、Markdown、徽章、符合性声明。
    """
    from gclink_conformance.report._plain import iri
    from gclink_conformance.report.write import write_all

    if issuer is not None and iri(issuer) is None:
        raise click.BadParameter("write an absolute IRI · 请给出绝对 IRI", param_hint="--issuer")
    try:
        for path in write_all(results, out or results.parent, issuer):
            click.echo(str(path))
    except (OSError, ValueError) as error:
        return _not_written(error, language)
    return 0


@click.command("publish")
@click.argument("results", nargs=-1, required=True, type=click.Path(path_type=Path, dir_okay=False))
@click.option(
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("docs"),
    show_default=True,
    help="Folder of the documentation, with one folder per language",
)
@language_option
def publish(results: tuple[Path, ...], out: Path, language: Language) -> int:
    """Put the results of several implementations side by side on a page in each language.

    \b
    将多个实现的结果并列写成两种语言的页面。
    """
    from gclink_conformance.report.results import load
    from gclink_conformance.report.side_by_side import publish as write

    try:
        for path in write([load(path) for path in results], out):
            click.echo(str(path))
    except OSError as error:
        return _not_written(error, language)
    return 0


def _not_written(error: Exception, language: Language) -> int:
    told = Text(f"a report could not be written: {error}", f"无法写出报告：{error}").within(language)
    print(told, file=sys.stderr)
    return NO_REPORT
