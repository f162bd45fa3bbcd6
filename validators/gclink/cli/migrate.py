"""``gclink migrate``: documents of an earlier version, with deprecated names moved to those that took their place."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import click

from gclink._text import Language
from gclink.cli._common import language_option, limit_options, limits_of, write


@click.command(
    "migrate",
    epilog="Exit codes: 0 nothing is left to do by hand, 1 something is, 2 usage, 3 unreadable input"
    " · 退出码：0 无需人工处理，1 尚有须人工处理之处，2 用法，3 无法读取",
)
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option("-o", "--output", type=click.Path(path_type=Path), metavar="DIR", help="Folder to write to · 输出目录")
@language_option
@limit_options
def command(paths: tuple[str, ...], output: Path | None, language: Language, **limits: Any) -> int:
    """Move deprecated members, codes and classes to their replacements, and tell what has to be done by hand.

    The outcome is a draft of new documents: give each a new id, let it supersede the old one, and validate it. Without
    -o only the report is written.

    \b
    将弃用的成员、代码与类迁移为替代名称，并列出须人工处理之处；结果为新文档草稿，须另取标识并重新验证。
    """
    import orjson

    from gclink.documents import read_documents
    from gclink.findings import pointer_of
    from gclink.migrate import migrate

    by_hand = False
    for index, document in enumerate(read_documents(paths, limits_of(limits))):
        if not isinstance(document.tree, dict):
            continue
        tree, uses = migrate(document.tree)
        for use in uses:
            by_hand = by_hand or not use.moved
            sys.stderr.write(f"{document.source}{pointer_of(use.path)}: {use.text.within(language)}\n")
        if output is not None:
            output.mkdir(parents=True, exist_ok=True)
            name = f"{index:03}-{Path(document.source).stem}.json"
            write(orjson.dumps(tree, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE), str(output / name))
    return 1 if by_hand else 0
