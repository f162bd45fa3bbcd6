"""``gclink spec new``: a field, a code, a class or a rule in the form of the source."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from gclink_spec._load import load_model
from gclink_spec._model import Model
from gclink_spec.exceptions import SpecError
from gclink_spec.scaffold import Naming, ScaffoldError, new_cases, new_class, new_code, new_field, new_rule

_F = TypeVar("_F", bound=Callable[..., Any])


@click.group("new")
def command() -> None:
    """Write a new entry where it belongs, and say what is left to do.

    \b
    在源文件的相应位置写入新条目，并提示后续步骤。
    """


def _naming(function: _F) -> _F:
    for name, text in (
        ("--definition-zh", "Definition in Chinese · 中文定义"),
        ("--definition-en", "Definition in English · 英文定义"),
        ("--zh", "Label in Chinese · 中文名称"),
        ("--en", "Label in English · 英文名称"),
    ):
        function = click.option(name, required=True, metavar="TEXT", help=text)(function)
    return function


_root = click.option("--root", metavar="FOLDER", default=".", help="Checkout to work on")


@command.command("field")
@click.argument("cls", metavar="CLASS")
@click.argument("name")
@click.option("--type", "kind", required=True, metavar="TYPE", help="text, code, decimal, date, Quantity ... · 类型")
@click.option("--list", "code_list", metavar="LIST", help="Code list of a code · 代码表")
@click.option("--cardinality", default="0..1", show_default=True, help="1, 0..1, 0..* or 1..* · 基数")
@_naming
@_root
def field(cls: str, name: str, kind: str, code_list: str | None, cardinality: str, root: str, **words: str) -> int:
    """Add a field to a class."""
    return _write(root, lambda model: new_field(model, cls, name, kind, cardinality, Naming(**words), code_list), True)


@command.command("code")
@click.argument("code_list", metavar="LIST")
@click.argument("value")
@_naming
@_root
def code(code_list: str, value: str, root: str, **words: str) -> int:
    """Add a code to a list."""
    return _write(root, lambda model: new_code(model, code_list, value, Naming(**words)), True)


@command.command("class")
@click.argument("name")
@click.option("--module", required=True, help="core, passport, removal, brand, finance, link, incentive · 模块")
@click.option("--kind", type=click.Choice(["document", "value"]), default="document", show_default=True)
@_naming
@_root
def class_(name: str, module: str, kind: str, root: str, **words: str) -> int:
    """Add a class, without members yet."""
    return _write(root, lambda model: new_class(model, name, module, kind, Naming(**words)), True)


@command.command("rule")
@click.argument("cls", metavar="CLASS")
@click.argument("rule")
@click.option("--level", type=click.Choice(["MUST", "SHOULD"]), default="MUST", show_default=True)
@click.option("--en", required=True, metavar="TEXT", help="Sentence in English · 英文规范语句")
@click.option("--zh", required=True, metavar="TEXT", help="Sentence in Chinese · 中文规范语句")
@click.option("--why-en", required=True, metavar="TEXT", help="Reason in English · 英文理由")
@click.option("--why-zh", required=True, metavar="TEXT", help="Reason in Chinese · 中文理由")
@click.option("--source", default="this standard", show_default=True, help="Outside standard with its clause · 来源")
@_root
def rule(cls: str, rule: str, level: str, en: str, zh: str, why_en: str, why_zh: str, source: str, root: str) -> int:
    """Add a requirement to a class with its rule, its place in the prose and the frame of its cases."""

    def make(model: Model) -> list[Path]:
        identifier, files = new_rule(model, cls, rule, level, (en, zh), (why_en, why_zh), source)
        click.echo(identifier)
        return files

    return _write(root, make, False)


@command.command("cases")
@click.argument("requirement")
@_root
def cases(requirement: str, root: str) -> int:
    """Write the frame of the cases of a requirement that has none."""
    return _write(root, lambda model: new_cases(model, requirement), False)


def _write(root: str, make: Callable[[Model], list[Path]], published: bool) -> int:
    folder = Path(root).resolve()
    try:
        files = make(load_model(folder / "spec"))
    except SpecError as error:
        for problem in error.problems:
            click.echo(str(problem), err=True)
        return 1
    except ScaffoldError as error:
        raise click.UsageError(str(error)) from error
    for path in files:
        click.echo(f"  wrote {path.relative_to(folder)}")
    click.echo("next: gclink spec publish" if published else "next: fill in the cases")
    click.echo("then: gclink spec build && gclink spec check")
    return 0
