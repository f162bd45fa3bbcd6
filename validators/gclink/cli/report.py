"""``gclink report``: documents as a page to read, print and hand over."""

from __future__ import annotations

from typing import Any

import click

from gclink._text import Language
from gclink.cli._common import instant, language_option, limit_options, limits_of, write


@click.command(
    "report",
    epilog="Exit codes: 0 the documents conform, 1 they do not (the page is written too), 2 usage, 3 unreadable"
    " · 退出码：0 符合，1 不符合（仍写出页面），2 用法，3 无法读取",
)
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option("-o", "--output", metavar="FILE", help="HTML to write; standard output when left out · 输出文件")
@click.option("--scope", type=click.Choice(["auto", "document", "bundle"]), default="auto", show_default=True)
@click.option("--as-of", metavar="DATE", help="Instant of the check (a day, or a dateTime in UTC); default now")
@language_option
@limit_options
def command(
    paths: tuple[str, ...], output: str | None, scope: str, as_of: str | None, language: Language, **limits: Any
) -> int:
    """Write one document or a bundle as a clean, printable page in English or Chinese, with the findings in front.

    \b
    将一份文档或文档集写成可打印的网页，问题列于最前。
    """
    from gclink.check import Options, check
    from gclink.documents import read_documents
    from gclink.findings import Verdict
    from gclink.sheet import page

    documents = list(read_documents(paths, limits_of(limits)))
    report = check(documents, Options(as_of=instant(as_of), scope=scope))
    write(page(documents, report, language), output)
    return 0 if report.verdict is Verdict.CONFORMS else 1
