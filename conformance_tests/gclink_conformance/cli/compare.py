"""``gclink conformance compare``."""

from __future__ import annotations

from pathlib import Path

import click
from gclink._text import Language
from gclink.cli._common import language_option

_PATH = click.Path(path_type=Path, dir_okay=False)


@click.command("compare")
@click.argument("before", type=_PATH)
@click.argument("after", type=_PATH)
@language_option
def command(before: Path, after: Path, language: Language) -> int:
    """List what got worse (exit code 1) and better between two results.jsonl of one implementation or of two.

    \b
    列出两份 results.jsonl 之间的退步（退出码 1）与进步。
    """
    from gclink_conformance.report.results import load
    from gclink_conformance.runner.compare import compare

    zh = language == "zh"
    one, other = load(before), load(after)
    found = compare(one, other)
    click.echo(f"{one.name} → {other.name}")
    if one.header["suite"]["digest"] != other.header["suite"]["digest"]:
        click.echo("  两次运行使用的套件不同" if zh else "  the two runs used different suites")
    for name, was, now in found.profiles:
        click.echo(f"  {name}: {was} → {now}")
    for title, changes in (
        ("退步" if zh else "worse", found.regressions),
        ("进步" if zh else "better", tuple(change for change in found.changes if not change.worse)),
    ):
        click.echo(f"  {title}: {len(changes)}")
        for change in changes:
            click.echo(f"    {change.test} {change.requirement}: {change.before} → {change.after}")
    for title, tests in (("不再提问" if zh else "no longer asked", found.gone), ("新增" if zh else "new", found.new)):
        if tests:
            click.echo(f"  {title}: {len(tests)}")
    return 1 if found.regressions else 0
