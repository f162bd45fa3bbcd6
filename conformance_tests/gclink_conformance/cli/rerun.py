"""``gclink conformance rerun``: one case again, with everything that there is to see."""

from __future__ import annotations

import tempfile
from pathlib import Path

import click
import yaml
from gclink._text import Language
from gclink.cli._common import language_option

from gclink_conformance.cli._options import adapter_option, profile_option, timeout_option
from gclink_conformance.cli._summary import say_selftest
from gclink_conformance.cli.look import describe, trials_of


@click.command("rerun")
@click.argument("case")
@adapter_option
@profile_option
@timeout_option
@language_option
def command(case: str, adapter: str, profiles: tuple[str, ...], timeout: float, language: Language) -> int:
    """Run one case (or one test of it) again and show what was expected and what came.

    \b
    重新运行一个用例（或其中一项测试），显示应有结果与实际结果。
    """
    from gclink_conformance.runner.session import Request, run

    its = trials_of(case)
    click.echo("\n".join(describe(its[0], its, language)))
    pattern = its[0].id if len(its) == 1 else its[0].case
    zh = language == "zh"
    with tempfile.TemporaryDirectory(prefix="gclink-conformance-") as folder:
        out = Path(folder)
        result = run(Request(adapter, profiles, out, 0, 1, timeout, None, pattern), reports=False)
        for row in result.rows:
            click.echo(f"\n{row['test']}: {row['outcome']} [{row['grade']}] {row['reason'][language]}")
            told = yaml.safe_dump(row["actual"], allow_unicode=True, sort_keys=False, width=110)
            click.echo("\n".join(f"  {line}" for line in told.splitlines()))
        if not result.rows:
            click.echo("\n适配器的声明不含该用例" if zh else "\nthe adapter does not claim what this case is about")
        say_selftest(result, language)
        log = out / "adapter.log"
        if log.is_file() and (text := log.read_text(encoding="utf-8", errors="replace").strip()):
            click.echo("stderr:\n" + "\n".join(f"  {line}" for line in text.splitlines()[-10:]))
    return int(result.exit)
