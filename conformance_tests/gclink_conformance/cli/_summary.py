"""What a run gave, in a few lines for a person."""

from __future__ import annotations

import shlex
from collections import Counter
from collections.abc import Mapping
from typing import Any, Final

import click
from gclink._text import Language

from gclink_conformance.report.words import GRADE, RESULT
from gclink_conformance.runner.session import Result

#: Failures that are listed one by one.
_LISTED: Final = 10


def say_result(result: Result, language: Language) -> None:
    """Print who was tried, the conclusion per profile, the first failures, and where the rest stands."""
    zh = language == "zh"
    assert result.hello is not None
    who = result.hello["implementation"]
    counts = Counter(row["outcome"] for row in result.rows)
    click.echo(f"{who['name']} {who['version']}")
    click.echo(
        f"  {len(result.rows)} 项测试：通过 {counts['pass']}，不符 {counts['fail']}，出错 {counts['error']}，"
        f"拒绝 {counts['declined']}（种子 {result.seed}）"
        if zh
        else f"  {len(result.rows)} tests: {counts['pass']} pass, {counts['fail']} fail, {counts['error']} error, "
        f"{counts['declined']} declined (seed {result.seed})"
    )
    for name, made in result.profiles.items():
        _say_profile(name, made, language)
    say_selftest(result, language)
    _say_failures(result, language)
    for misfit in result.baseline:
        click.echo(f"  {'基线' if zh else 'baseline'}: {misfit[language]}")
    if result.told is not None:
        click.echo(f"  {result.told.within(language)}", err=True)
    if result.results is not None:
        click.echo(f"  {'结果' if zh else 'results'}: {result.results}")
    for path in result.reports:
        if path.suffix == ".html":
            click.echo(f"  {'报告' if zh else 'report'}: {path}")


def _say_profile(name: str, made: Mapping[str, Any], language: Language) -> None:
    must = made["must"]
    outcome = RESULT[made["result"]].within(language)
    grade = GRADE[made["grade"]].within(language)
    words = (
        f"必须 {must['passed']}/{must['executed']}，拒绝 {must['declined']}"
        if language == "zh"
        else f"MUST {must['passed']}/{must['executed']}, {must['declined']} declined"
    )
    reason = f" ({made['reason'][language]})" if "reason" in made else ""
    click.echo(f"  {name:<18} {outcome} [{grade}]  {words}{reason}")


def say_selftest(result: Result, language: Language) -> None:
    """Print the first trials of the adapter that failed."""
    failed = [attempt for attempt in result.selftest if attempt.told is not None]
    if failed:
        click.echo(
            "  适配器自检未通过；请先检查适配器，而不是实现："
            if language == "zh"
            else "  the adapter fails its first trials; look at the adapter before the implementation:"
        )
    for attempt in failed[:_LISTED]:
        assert attempt.told is not None
        click.echo(f"    {attempt.profile} {attempt.format}: {attempt.told.within(language)}")


def _say_failures(result: Result, language: Language) -> None:
    failed = [row for row in result.rows if row["outcome"] in ("fail", "error") and "expectedFailure" not in row]
    for row in failed[:_LISTED]:
        click.echo(f"    {row['test']} {row['requirement']}: {row['reason'][language]}")
    if len(failed) > _LISTED:
        more = len(failed) - _LISTED
        click.echo(f"    … 另有 {more} 项" if language == "zh" else f"    … and {more} more")
    if failed:
        again = f"gclink conformance rerun {failed[0]['case']} --adapter {shlex.quote(result.adapter)}"
        click.echo(f"    {'细看一项' if language == 'zh' else 'look at one'}: {again}")
