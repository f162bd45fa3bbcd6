"""``gclink conformance run``."""

from __future__ import annotations

import os
from pathlib import Path

import click
from gclink._text import Language
from gclink.cli._common import language_option

from gclink_conformance.cli._options import adapter_option, profile_option, timeout_option
from gclink_conformance.cli._progress import watching
from gclink_conformance.cli._summary import say_result


@click.command("run")
@adapter_option
@profile_option
@click.option(
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("conformance"),
    show_default=True,
    help="Folder for results.jsonl and the reports",
)
@click.option("--seed", type=int, help="Order and ids of the tests; drawn and told when left out")
@click.option(
    "--jobs",
    type=click.IntRange(1, 64),
    default=lambda: min(os.cpu_count() or 1, 8),
    show_default="cores",
    help="Adapters that run side by side",
)
@timeout_option
@click.option(
    "--baseline",
    type=click.Path(path_type=Path, dir_okay=False, exists=True),
    help="Expected failures, each with a reason and a day on which the excuse ends (YAML)",
)
@click.option(
    "--filter", "pattern", metavar="GLOB", help="Only tests, cases or requirements of this name; * and ? work"
)
@language_option
def command(
    adapter: str,
    profiles: tuple[str, ...],
    out: Path,
    seed: int | None,
    jobs: int,
    timeout: float,
    baseline: Path | None,
    pattern: str | None,
    language: Language,
) -> int:
    """Run the suite against an adapter and write results and reports.

    \b
    对适配器运行测试套件，写出结果与报告。
    """
    from gclink_conformance.runner.session import Request, run

    request = Request(adapter, profiles, out, seed, jobs, timeout, baseline, pattern)
    with watching(language) as watch:
        result = run(request, watch)
    say_result(result, language)
    return int(result.exit)
