"""``gclink conformance template``: the beginning of an adapter."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Final

import click
from gclink._text import Language, Text
from gclink.cli._common import language_option
from gclink.errors import GclinkError

_TEMPLATES: Final[Mapping[str, str]] = {
    "python": "python_template/adapter.py",
    "javascript": "javascript_template/adapter.mjs",
}
_STARTS: Final[Mapping[str, str]] = {"python": "python", "javascript": "node"}


@click.command("template")
@click.argument("kind", metavar="LANGUAGE", type=click.Choice(list(_TEMPLATES)))
@click.option(
    "--out", type=click.Path(path_type=Path, dir_okay=False), help="File; default: adapter.py or adapter.mjs here"
)
@language_option
def command(kind: str, out: Path | None, language: Language) -> int:
    """Write a minimal adapter without dependencies, in python or javascript, to grow from.

    \b
    写出一个没有依赖的最小适配器（python 或 javascript），以供扩展。
    """
    from gclink_conformance.suite import root

    source = root() / "adapters" / _TEMPLATES[kind]
    target = out or Path(source.name)
    if target.exists():
        raise GclinkError(
            "exists",
            Text("the file is there already", "文件已存在"),
            Text("Name another one with --out.", "请用 --out 指定其他文件。"),
            source=str(target),
        )
    target.write_bytes(source.read_bytes())
    start = f'gclink conformance selftest --adapter "{_STARTS[kind]} {target}"'
    click.echo(f"已写入 {target}；接着：{start}" if language == "zh" else f"{target} is written; next: {start}")
    return 0
