"""``gclink validate``: the program's main job."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable, Iterator
from typing import Any

import click

from gclink._text import Language
from gclink.cli._common import instant, language_option, limit_options, limits_of, write
from gclink.documents import Document
from gclink.report import FORMATS

#: Seconds of work after which a progress bar appears.
_PATIENCE = 2.0


@click.command(
    "validate",
    epilog="Exit codes: 0 conforms, 1 violates, 2 usage, 3 unreadable input · "
    "退出码：0 符合，1 不符合，2 用法，3 无法读取",
)
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option(
    "--format", "form", type=click.Choice(FORMATS), default="text", show_default=True, help="Form of the report"
)
@language_option
@click.option(
    "--engine",
    type=click.Choice(["fast", "reference", "all"]),
    default="fast",
    show_default=True,
    help="fast: this library; reference: jsonschema, xmlschema, pyshacl on the published artefacts; all: compare them",
)
@click.option("--as-of", metavar="DATE", help="Instant of the check (a day, or a dateTime in UTC); default now")
@click.option("--profile", metavar="NAME", help="Check what a role demands, or as if for a market: cn, eu")
@click.option(
    "--scope",
    type=click.Choice(["auto", "document", "bundle"]),
    default="auto",
    show_default=True,
    help="Rules across documents: auto checks them as soon as there is more than one document",
)
@click.option("-o", "--output", metavar="FILE", help="Write the report to a file")
@limit_options
def command(
    paths: tuple[str, ...],
    form: str,
    language: Language,
    engine: str,
    as_of: str | None,
    profile: str | None,
    scope: str,
    output: str | None,
    **limits: Any,
) -> int:
    """Check documents: files, folders, ZIP archives, NDJSON, or - for standard input.

    \b
    核对文档：文件、文件夹、ZIP、NDJSON，或以 - 表示标准输入。
    """
    from gclink.check import Options, check
    from gclink.documents import read_documents
    from gclink.profiles import profile as profile_of
    from gclink.report import render

    chosen = None if profile is None else profile_of(profile)
    market = chosen if chosen is not None and chosen.kind == "market" else None
    if market is not None and engine != "fast":
        raise click.UsageError("other engines judge documents as they are; leave out --engine or the market")
    options = Options(
        as_of=instant(as_of),
        scope=scope,
        requirements=None if chosen is None else chosen.requirements,
        market=market,
    )
    documents = read_documents(paths, limits_of(limits))
    if engine == "fast":
        report = check(_watched(documents), options)
    else:
        from gclink.engines import check_with

        report = check_with(engine, list(documents), options)
    colour = output is None and sys.stdout.isatty()
    write(render(report, form, language, colour=colour), output)
    return 0 if report.verdict.value == "conforms" else 1


def _watched(documents: Iterable[Document]) -> Iterator[Document]:
    """Pass documents through; after a few seconds of work on a terminal, show how far it has come."""
    if not sys.stderr.isatty():
        yield from documents
        return
    started = time.monotonic()
    bar: Any = None
    task: Any = None
    try:
        for document in documents:
            if bar is None and time.monotonic() - started > _PATIENCE:
                from rich.console import Console
                from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

                bar = Progress(
                    SpinnerColumn(),
                    TextColumn("{task.completed} documents · 份文档"),
                    TimeElapsedColumn(),
                    console=Console(stderr=True),
                    transient=True,
                )
                bar.start()
                task = bar.add_task("", total=None)
            if bar is not None:
                bar.advance(task)
            yield document
    finally:
        if bar is not None:
            bar.stop()
