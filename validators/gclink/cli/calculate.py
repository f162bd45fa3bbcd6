"""``gclink calculate``: the named calculations of the accounting method, by hand or from a file of vectors."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from pathlib import Path
from typing import Any

import click

from gclink._text import Language, Text
from gclink.cli._common import language_option, write
from gclink.errors import Unreadable, UnreadableInput


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
        write("\n".join(_description(calculations.describe(name, language), language)) + "\n")
        return 0
    try:
        result = calculations.run(name, _inputs(inputs))
    except calculations.CalculationError as error:
        raise click.UsageError(error.text(language)) from error
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
        summary = calculations.describe(name, language)["summary"]
        write(f"{name.ljust(width)}  {summary}\n")


def _description(entry: dict[str, Any], language: Language) -> list[str]:
    """Return a calculation as lines: what it gives, its formula, and what goes in and comes out."""
    words = {
        "en": ("formula", "source", "inputs", "results", "optional"),
        "zh": ("公式", "来源", "输入", "结果", "可选"),
    }
    formula, source, inputs, results, optional = words[language]
    lines = [f"{entry['name']}  {entry['summary']}", "", f"  {formula}: {entry['formula']}"]
    lines += [f"  {source}: {', '.join(entry['source'])}", "", f"  {inputs}"]
    for part in entry["inputs"]:
        extra = "" if part["required"] else f", {optional}"
        unit = f" [{part['unit']}]" if part["unit"] else ""
        lines.append(f"    {part['name']}  {part['title']}{unit}, {part['kind']}{extra}")
    lines.append(f"  {results}")
    for part in entry["results"]:
        unit = f" [{part['unit']}]" if part["unit"] else ""
        lines.append(f"    {part['name']}  {part['title']}{unit}")
    return lines


def _run_vectors(path: str, as_json: bool, language: Language) -> int:
    from gclink.calculations import vectors

    try:
        results = vectors.run_file(Path(path))
    except OSError as error:
        raise _unreadable(path, error.strerror or str(error)) from error
    except vectors.VectorError as error:
        raise _unreadable(path, str(error)) from error
    failed = [result for result in results if not result.passed]
    if as_json:
        write(json.dumps([asdict(result) for result in results], ensure_ascii=False, indent=2, default=str) + "\n")
        return 1 if failed or not results else 0
    for result in results:
        write(f"{'✓' if result.passed else '✗'} {result.id}  {result.calculation}  {result.title}\n")
        for difference in result.differences:
            expected, found = difference.expected, difference.found
            if language == "zh":
                write(f"    {difference.member}：应为 {expected}，实为 {found}\n")
            else:
                write(f"    {difference.member}: expected {expected}, found {found}\n")
    passed = len(results) - len(failed)
    write(
        f"{passed} 项通过，{len(failed)} 项不符\n" if language == "zh" else f"{passed} passed, {len(failed)} failed\n"
    )
    if not results:
        sys.stderr.write("the file holds no vector · 文件中没有测试向量\n")
    return 1 if failed or not results else 0


def _unreadable(path: str, reason: str) -> UnreadableInput:
    return UnreadableInput(
        Unreadable.SYNTAX,
        Text(f"no test vectors: {reason}", f"无法读取测试向量：{reason}"),
        Text("give a JSON file with a list of vectors", "请提供含向量列表的 JSON 文件"),
        source=path,
    )
