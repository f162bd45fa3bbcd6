"""``gclink conformance strength``: how many wrong implementations the suite catches."""

from __future__ import annotations

import dataclasses
import os
import time
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import click
from gclink._text import Language, Text
from gclink.cli._common import language_option

from gclink_conformance.runner._conclude import Exit


@click.command("strength")
@click.option("--filter", "pattern", default="*", metavar="GLOB", help="Only mutants of these requirements")
@click.option("--sample", "one_in", type=click.IntRange(1), default=1, help="Only one mutant in this many")
@click.option("--seed", type=int, default=0, show_default=True, help="Which ones a sample takes")
@click.option(
    "--checks", type=click.IntRange(1), default=1, help="Trivial implementations are asked one check in this many"
)
@click.option("--no-trivial", is_flag=True, help="Leave the trivial implementations out")
@click.option("--no-mutants", is_flag=True, help="Leave the mutants out")
@click.option("--adapters", is_flag=True, help="Run the miniature and lying adapters too (in a checkout)")
@click.option(
    "--jobs",
    type=click.IntRange(1, 64),
    default=lambda: min(os.cpu_count() or 1, 8),
    show_default="cores",
    help="Processes side by side",
)
@click.option(
    "--margins", "file", type=click.Path(path_type=Path, dir_okay=False), help="Default: margins.json of the suite"
)
@click.option("--write", is_flag=True, help="Write what was measured into the margins, unless something became worse")
@click.option("--publish", "docs", type=click.Path(path_type=Path, file_okay=False), help="Write the pages of the docs")
@language_option
def command(
    pattern: str,
    one_in: int,
    seed: int,
    checks: int,
    no_trivial: bool,
    no_mutants: bool,
    adapters: bool,
    jobs: int,
    file: Path | None,
    write: bool,
    docs: Path | None,
    language: Language,
) -> int:
    """Try the suite on implementations that are wrong on purpose, and tell how many it catches.

    Exit code 4 when the suite became weaker than the margins say, 1 when a trivial implementation passes a profile.

    \b
    以故意出错的实现检验本套件，并报告其发现率。变弱时退出码为 4；有平凡实现通过任一规则集时为 1。
    """
    from gclink_conformance.strength import margins, page

    place = file or margins.path()
    before = margins.load(place)
    after = {**before, "requirements": dict(before["requirements"])}
    worse, passed = [], []
    if not no_trivial:
        told, after["trivial"] = _trivial(checks, jobs, language)
        passed += told
        after["checks"] = checks
    if adapters:
        told, after["adapters"] = _adapters()
        passed += told
    if not no_mutants:
        worse += _mutants(pattern, one_in, seed, jobs, language, before, after)
    for line in (*passed, *worse):
        click.echo(line, err=True)
    if write and not worse and not passed:
        margins.save(after, place)
    if docs is not None:
        for path in page.publish(after, docs):
            click.echo(str(path))
    return int(max(Exit.NONCONFORMANT if passed else Exit.PASS, Exit.BASELINE if worse else Exit.PASS))


def _trivial(checks: int, jobs: int, language: Language) -> tuple[list[str], list[dict[str, Any]]]:
    from gclink_conformance.strength import margins, trivial

    scores = trivial.run(checks, jobs)
    labels = {made.name: made.label for made in trivial.TRIVIAL}
    for made in scores:
        results = ", ".join(sorted({f"{found['result']}" for found in made.profiles.values()}))
        share = f"{made.right}/{made.asked}"
        click.echo(f"{labels[made.name].within(language)}: {share} ({100 * made.right / made.asked:.1f} %), {results}")
    return trivial.passing(scores), margins.scored(scores)


def _adapters() -> tuple[list[str], list[dict[str, Any]]]:
    from gclink_conformance.strength import adapters

    if not adapters.program().is_file():
        raise click.UsageError(
            f"{adapters.program().name} is not there: the miniature adapters are part of a checkout · "
            "微型适配器仅在源码检出中"
        )
    rows = adapters.table()
    for row in rows:
        outcomes = ", ".join(f"{count} {name}" for name, count in row["outcomes"].items()) or "-"
        results = ", ".join(row["results"]) or "-"
        click.echo(f"{row['name']}: {outcomes}; {row['explained']} explained; {results}; exit {row['exit']}")
    return [f"{name} is not told from a good one" for name in adapters.unseen(rows)], rows


def _mutants(
    pattern: str, one_in: int, seed: int, jobs: int, language: Language, before: dict[str, Any], after: dict[str, Any]
) -> list[str]:
    from gclink_conformance.strength import _hunt, margins

    started = time.perf_counter()

    def watch(name: str, count: int, seconds: float) -> None:
        click.echo(f"{name}: {count}, {seconds:.0f} s")

    known = frozenset(name for entry in before["requirements"].values() for name in entry["survivors"])
    parts = [dataclasses.replace(part, known=known) for part in _hunt.parts(pattern, one_in, seed)]
    fates = _hunt.hunt(parts, jobs, watch)
    now = margins.measured(fates)
    refuted = [*margins.refuted(fates), *(margins.stale(fates) if pattern == "*" and one_in == 1 else ())]
    _say(now.values(), language, time.perf_counter() - started)
    for name in margins.unlisted(now):
        click.echo(f"  {Text('survives', '存活').within(language)}: {name}")
    if one_in > 1:
        return [*refuted, *margins.losses(before, fates)]
    after["requirements"] |= now
    return [*refuted, *margins.drops(before, now)]


def _say(entries: Iterable[dict[str, Any]], language: Language, seconds: float) -> None:
    listed = list(entries)
    total = sum(entry["mutants"] for entry in listed)
    killed = sum(entry["killed"] for entry in listed)
    safe = sum(entry["safe"] for entry in listed)
    equal = sum(entry["equivalent"] for entry in listed)
    said = Text(
        f"{total} mutants: {killed} killed, {safe} by two cases, {total - killed} survive; {equal} equivalent; "
        f"{seconds:.0f} s",
        f"{total} 个变异体：{killed} 个被发现，其中 {safe} 个被两个用例发现，{total - killed} 个存活；{equal} 个等价；"
        f"{seconds:.0f} 秒",
    )
    click.echo(said.within(language))
