"""``gclink conformance prepare`` and ``score``: for an implementation that the runner cannot reach."""

from __future__ import annotations

from pathlib import Path

import click
from gclink._text import Language
from gclink.cli._common import language_option

from gclink_conformance.cli._options import profile_option
from gclink_conformance.cli._summary import say_result


@click.command("prepare")
@click.option(
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("conformance"),
    show_default=True,
    help="Folder for requests.jsonl and prepared.json",
)
@click.option(
    "--claims",
    type=click.Path(path_type=Path, dir_okay=False, exists=True),
    help="The answer to hello that the implementation will give (JSON); default: everything is asked",
)
@profile_option
@click.option("--seed", type=int, help="Order and ids of the tests; drawn and told when left out")
@click.option("--filter", "pattern", metavar="GLOB", help="Only tests, cases or requirements of this name")
@language_option
def prepare(
    out: Path, claims: Path | None, profiles: tuple[str, ...], seed: int | None, pattern: str | None, language: Language
) -> int:
    """Write every request to a file, to be answered where the runner is not.

    \b
    将全部请求写入文件，供运行器无法到达之处作答。
    """
    from gclink_conformance.runner import offline

    made = offline.prepare(out, claims, profiles, seed, pattern)
    click.echo(
        f"{made.count} 个请求写入 {made.requests}（种子 {made.seed}）"
        if language == "zh"
        else f"{made.count} requests in {made.requests} (seed {made.seed})"
    )
    return 0


@click.command("score")
@click.argument("prepared", type=click.Path(path_type=Path, file_okay=False, exists=True))
@click.argument("responses", type=click.Path(path_type=Path, dir_okay=False, exists=True))
@click.option(
    "--out", type=click.Path(path_type=Path, file_okay=False), help="Folder of the results; default: PREPARED"
)
@click.option(
    "--baseline", type=click.Path(path_type=Path, dir_okay=False, exists=True), help="Expected failures (YAML)"
)
@language_option
def score(prepared: Path, responses: Path, out: Path | None, baseline: Path | None, language: Language) -> int:
    """Score the answers (responses.jsonl) to requests that were prepared before.

    \b
    为事先准备的请求的应答（responses.jsonl）评分。
    """
    from gclink_conformance.runner import offline

    result = offline.score(prepared, responses, out or prepared, baseline)
    say_result(result, language)
    return int(result.exit)
