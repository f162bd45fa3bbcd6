"""``gclink digest``: what a citation of a document has to carry."""

from __future__ import annotations

from typing import Any

import click

from gclink._text import Language
from gclink.cli._common import language_option, limit_options, limits_of, write


@click.command("digest")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option("--canonical", is_flag=True, help="Print the canonical form (RFC 8785) instead of its digest")
@language_option
@limit_options
def command(paths: tuple[str, ...], canonical: bool, language: Language, **limits: Any) -> int:
    """Print the digest of each document and its id: SHA-256 of the RFC 8785 form, the same from every syntax.

    \b
    给出各文档的摘要与标识：RFC 8785 规范形式的 SHA-256，与语法无关。
    """
    from gclink.canonical import canonical_bytes, digest
    from gclink.cli._sound import sound_trees

    trees = sound_trees(paths, limits_of(limits), language)
    if trees is None:
        return 1
    for tree in trees:
        write(canonical_bytes(tree) + b"\n" if canonical else f"{digest(tree)}  {tree['id']}\n")
    return 0
