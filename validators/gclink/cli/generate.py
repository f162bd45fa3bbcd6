"""``gclink generate``: models of the standard in another language."""

from __future__ import annotations

from pathlib import Path

import click

from gclink._text import Language
from gclink.cli._common import language_option, write
from gclink.generate import LANGUAGES


@click.command(
    "generate",
    epilog="Exit codes: 0 written, 2 usage, or the generator is missing or failed"
    " · 退出码：0 已生成，2 用法有误、生成器缺失或失败",
)
@click.argument("name", type=click.Choice(sorted(LANGUAGES)), required=False, metavar="[LANGUAGE]")
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), default=Path("models"), show_default=True, metavar="DIR"
)
@click.option("--class", "cls", metavar="NAME", help="Only one class of document and what it holds · 只生成一个文档类")
@language_option
def command(name: str | None, output: Path, cls: str | None, language: Language) -> int:
    """Generate models in LANGUAGE from the published schemas; without one, list the languages and their generators.

    The generator is run where it is installed, or fetched by npx, uvx or pipx. Models do not check rules: validate
    documents first.

    \b
    由已发布的模式生成其他语言的模型；不给语言时列出所有语言及其生成器。
    """
    from gclink.generate import generate

    if name is None:
        for each in LANGUAGES.values():
            write(f"{each.name:<11} {each.tool.pinned:<34} {each.loses.within(language)}\n")
        return 0
    chosen = LANGUAGES[name]
    files = generate(chosen, output, cls)
    shown = files if len(files) <= 3 else [*files[:2], Path("...")]
    write("".join(f"{path}\n" for path in shown))
    write(chosen.loses.within(language) + "\n")
    return 0
