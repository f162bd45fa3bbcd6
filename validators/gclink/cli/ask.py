"""``gclink ask``: a question about documents, answered by their graph."""

from __future__ import annotations

import json
from typing import Any

import click

from gclink._text import Language
from gclink.cli._common import instant, language_option, limit_options, limits_of, write


@click.command(
    "ask",
    epilog="Exit codes: 0 answered, 2 usage, 3 unreadable input · 退出码：0 已回答，2 用法，3 无法读取",
)
@click.argument("question", required=False)
@click.argument("paths", nargs=-1, metavar="[PATH]...")
@click.option("--as-of", metavar="DATE", help="Instant of the answer (a day, or a dateTime in UTC); default now")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@language_option
@limit_options
def command(
    question: str | None, paths: tuple[str, ...], as_of: str | None, form: str, language: Language, **limits: Any
) -> int:
    """Ask a QUESTION about documents, such as which financings rest on a suspended passport; without one, list them.

    \b
    就文档提问，例如哪些融资依据的护照已被暂停；不给问题时列出全部问题。
    """
    from gclink.documents import read_documents
    from gclink.questions import answer, questions

    if question is None:
        width = max(map(len, questions()))
        write("".join(f"{each.name:<{width}}  {each.text.within(language)}\n" for each in questions().values()))
        return 0
    if not paths:
        raise click.UsageError("name the documents that the question is about")
    rows = answer(question, read_documents(paths, limits_of(limits)), instant(as_of))
    if form == "json":
        value = {"question": question, "columns": questions()[question].columns, "rows": rows}
        write(json.dumps(value, ensure_ascii=False, indent=2) + "\n")
        return 0
    write(questions()[question].text.within(language) + "\n")
    if not rows:
        write(("none" if language == "en" else "无") + "\n")
        return 0
    columns = list(rows[0])
    widths = {column: max(len(column), *(len(row[column]) for row in rows)) for column in columns}
    for row in ({column: column for column in columns}, *rows):
        write("  " + "  ".join(f"{row[column]:<{widths[column]}}" for column in columns).rstrip() + "\n")
    return 0
