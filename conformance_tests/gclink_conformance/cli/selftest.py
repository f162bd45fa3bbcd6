"""``gclink conformance selftest``: does the adapter work at all?"""

from __future__ import annotations

import tempfile
from pathlib import Path

import click
from gclink._text import Language
from gclink.cli._common import language_option

from gclink_conformance.cli._options import adapter_option, profile_option, timeout_option


@click.command("selftest")
@adapter_option
@profile_option
@timeout_option
@language_option
def command(adapter: str, profiles: tuple[str, ...], timeout: float, language: Language) -> int:
    """Try an adapter: a greeting, then one sound document and one half text per claimed profile and syntax.

    \b
    检查适配器：先问候，再对每个声明的规则集与语法各试一份正确文档和一段残缺文本。
    """
    from gclink_conformance.runner.session import Request, greet

    zh = language == "zh"
    with tempfile.TemporaryDirectory(prefix="gclink-conformance-") as folder:
        request = Request(adapter, profiles, Path(folder), timeout=timeout)
        plan, attempts = greet(request)
        who = plan.hello["implementation"]
        click.echo(f"{who['name']} {who['version']}: {', '.join(plan.profiles)}")
        failed = [attempt for attempt in attempts if attempt.told is not None]
        for attempt in failed:
            assert attempt.told is not None
            click.echo(f"  {attempt.profile} {attempt.format}: {attempt.told.within(language)}")
        count = len(attempts)
        if not failed:
            click.echo(f"  {count} 次尝试全部成功" if zh else f"  {count} trials, all well")
            return 0
        click.echo(
            f"  {len(failed)}/{count} 次尝试失败：请检查适配器"
            if zh
            else f"  {len(failed)} of {count} trials failed: look at your adapter"
        )
        log = Path(folder) / "adapter.log"
        if log.is_file() and (text := log.read_text(encoding="utf-8", errors="replace").strip()):
            click.echo("  stderr:\n" + "\n".join(f"    {line}" for line in text.splitlines()[-10:]))
    return 3
