"""``gclink convert``: the same content in another syntax."""

from __future__ import annotations

from typing import Any

import click

from gclink._text import Language
from gclink.cli._common import language_option, limit_options, limits_of, write
from gclink.convert import SYNTAXES


@click.command("convert")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option("--to", "to", type=click.Choice(SYNTAXES), required=True, help="Syntax to write")
@click.option("-o", "--output", metavar="FILE", help="File to write; standard output when left out")
@language_option
@limit_options
def command(paths: tuple[str, ...], to: str, output: str | None, language: Language, **limits: Any) -> int:
    """Convert documents to another syntax; the digest stays the same.

    A document that is not of the right form (T1) is refused with its findings: half a conversion would be a loss.

    \b
    将文档转换为另一种语法，摘要保持不变；形式不合的文档将被拒绝并给出问题。
    """
    from gclink.cli._sound import sound_trees
    from gclink.convert import convert_bundle

    trees = sound_trees(paths, limits_of(limits), language)
    if trees is None:
        return 1
    write(convert_bundle(trees, to), output)
    return 0
