"""``gclink calculate``: the named calculations of the accounting method, by hand or from a file of vectors."""

from __future__ import annotations

import json
import sys
from typing import Any

import click

from gclink._text import Language
from gclink.cli._common import language_option, write


@click.command("calculate")
@click.argument("name", required=False)
@click.argument("inputs", nargs=-1, metavar="[MEMBER=VALUE]...")
@click.option("--vectors", "vectors", metavar="FILE", help="Run a file of test vectors; exit code 1 if one fails")
@click.option("--list", "listing", is_flag=True, help="List the calculations")
@click.option("--json", "as_json", is_flag=True, help="Print the result as JSON")
@language_option
def command(
    name: str | None,
    inputs: tuple[str, ...],
    vectors: str | None,
    listing: bool,
    as_json: bool,
    language: Language,
) -> int:
    """Run a calculation: `gclink calculate all_in_rate baseRate=0.03 marginBp=120 adjustmentBp=-10`.

    A value that is not a plain text is written as JSON; `gclink calculate NAME` alone explains the calculation.

    \b
    运行一个命名计算；仅给出名称时说明该计算。
    """
    if vectors is not None:
        return _run_vectors(vectors, as_json, language)
    if listing or name is None:
        _list(language)
        return 0
    from gclink import calculations

    if name not in calculations.names():
        raise click.UsageError(f"there is no calculation {name!r}; `gclink calculate --list` names them")
    if not inputs:
        write(calculations.describe(name, language).rstrip("\n") + "\n")
        return 0
    result = calculations.run(name, _inputs(inputs))
    if as_json:
        write(json.dumps(result, ensure_ascii=False, indent=2) + "\n")
    else:
        width = max(len(member) for member in result)
        for member, value in result.items():
            shown = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
            write(f"{member.ljust(width)}  {shown}\n")
    return 0


def _inputs(pairs: tuple[str, ...]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for pair in pairs:
        member, sign, value = pair.partition("=")
        if not sign:
            raise click.UsageError(f"write MEMBER=VALUE, not {pair!r}")
        if value[:1] in "[{" and value:
            try:
                found[member] = json.loads(value)
            except json.JSONDecodeError as error:
                raise click.UsageError(f"{member} is not JSON: {error.msg} at {error.pos}") from error
        elif value in ("true", "false"):
            found[member] = value == "true"
        else:
            found[member] = value
    return found


def _list(language: Language) -> None:
    from gclink import calculations

    names = calculations.names()
    width = max(len(name) for name in names)
    for name in names:
        title = calculations.get(name).title.within(language)
        write(f"{name.ljust(width)}  {title}\n")


def _run_vectors(path: str, as_json: bool, language: Language) -> int:
    from gclink.calculations import vectors

    results = vectors.run_file(path)
    failed = [result for result in results if not result.passed]
    if as_json:
        write(json.dumps([vectors.as_dict(result) for result in results], ensure_ascii=False, indent=2) + "\n")
    else:
        for result in results:
            sign = "✓" if result.passed else "✗"
            write(f"{sign} {result.id}  {result.calculation}\n")
            for difference in result.differences:
                write(f"    {difference.render(language)}\n")
        if language == "zh":
            write(f"{len(results) - len(failed)} 项通过，{len(failed)} 项不符\n")
        else:
            write(f"{len(results) - len(failed)} passed, {len(failed)} failed\n")
    if not results:
        sys.stderr.write("the file holds no vector · 文件中没有测试向量\n")
        return 1
    return 1 if failed else 0
