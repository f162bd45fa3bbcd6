"""``gclink spec diff``: what changed between two versions, and whether number and changelog fit."""

from __future__ import annotations

import json
import subprocess
from dataclasses import asdict
from pathlib import Path

import click

from gclink_spec.versions import Change, Fault, Kind, PlaceError, Step, compare, faults, needed, open_place, snapshot
from gclink_spec.versions._corpus import Broken, broken

_WORDS = {
    Kind.ADDED: ("added", "新增"),
    Kind.WIDENED: ("widened", "放宽"),
    Kind.NARROWED: ("narrowed", "收紧"),
    Kind.CHANGED: ("changed", "改变"),
    Kind.RENAMED: ("renamed", "更名"),
    Kind.DEPRECATED: ("deprecated", "弃用"),
    Kind.REMOVED: ("removed", "移除"),
    Kind.TEXT: ("text", "文本"),
}
_STEPS = {
    Step.NONE: ("nothing", "无变更"),
    Step.PATCH: ("patch", "修订号"),
    Step.MINOR: ("minor", "次版本号"),
    Step.MAJOR: ("major", "主版本号"),
}
_SHOWN = 100


@click.command(
    "diff",
    epilog="Exit codes: 0 compared (with --check: it fits), 1 --check found what does not fit, 2 usage"
    " · 退出码：0 已比较（--check 时相符），1 --check 发现不符，2 用法",
)
@click.argument("old", required=False)
@click.argument("new", required=False, default=".")
@click.option(
    "--check",
    "demand",
    is_flag=True,
    help="Fail where the version number or changes/ does not fit · 核对版本号与变更片段",
)
@click.option(
    "--corpus/--no-corpus", default=None, help="Check the documents of OLD too; default: where NEW is this version"
)
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.option("--lang", "language", type=click.Choice(["en", "zh"]), default="en", show_default=True)
def command(old: str | None, new: str, demand: bool, corpus: bool | None, form: str, language: str) -> int:
    """Compare two versions of the standard: checkouts, wheels, or revisions and tags of this repository.

    OLD defaults to the last release tag (v1.2.3), NEW to this checkout. Every change is classified, and the strongest
    gives the step that semantic versioning asks for. The valid documents of OLD are checked against this version.

    \b
    比较标准的两个版本并给出语义化版本结论。
    """
    repository = Path.cwd()
    if old is None:
        old = _last_release(repository)
        if old is None:
            click.echo(
                "no release yet: no tag v<major>.<minor>.<patch>" if language == "en" else "尚无发布：没有版本标签"
            )
            return 0
    try:
        first, second = open_place(old, repository), open_place(new, repository)
        before, after = snapshot(first), snapshot(second)
    except PlaceError as error:
        raise click.UsageError(str(error)) from error
    changes = compare(before, after)
    refused: list[Broken] = []
    if corpus is None:
        corpus = second.files["validators/gclink/_data/requirements.json"] == _running()
    if corpus:
        refused = list(broken(first, "2026-10-01T00:00:00Z"))
    wrong: list[Fault] = []
    if demand:
        try:
            wrong = faults(changes, before.version, after.version, second.fragments, len(refused))
        except ValueError as error:
            wrong = [Fault(str(error), "correct version in spec/standard.yaml")]
    step = needed(changes, len(refused))
    if form == "json":
        value = {
            "old": {"name": before.name, "version": before.version},
            "new": {"name": after.name, "version": after.version},
            "step": step.name.lower(),
            "changes": [asdict(change) for change in changes],
            "corpus": [asdict(each) for each in refused] if corpus else None,
            "faults": [asdict(fault) for fault in wrong],
        }
        click.echo(json.dumps(value, ensure_ascii=False, indent=1))
    else:
        _tell(changes, refused if corpus else None, step, wrong, language)
    return 1 if wrong else 0


def _running() -> bytes:
    from importlib.resources import files

    return (files("gclink") / "_data" / "requirements.json").read_bytes()


def _last_release(repository: Path) -> str | None:
    listed = subprocess.run(
        ["git", "tag", "--list", "v[0-9]*.[0-9]*.[0-9]*", "--sort=-version:refname"],  # noqa: S607
        cwd=repository,
        capture_output=True,
        text=True,
        check=False,
    )
    tags = listed.stdout.split()
    return tags[0] if tags else None


def _tell(
    changes: tuple[Change, ...], refused: list[Broken] | None, step: Step, wrong: list[Fault], language: str
) -> None:
    index = 1 if language == "zh" else 0
    for kind in Kind:
        ours = [change for change in changes if change.kind is kind]
        if not ours:
            continue
        click.echo(f"{_WORDS[kind][index]} ({len(ours)})")
        for change in ours[:_SHOWN]:
            click.echo(f"  {change.artefact:<13} {change.key}  {_said(change)}".rstrip())
        if len(ours) > _SHOWN:
            click.echo(f"  ... {len(ours) - _SHOWN} (--format json)")
    if refused is not None:
        word = ("documents of the earlier version that no longer conform", "不再符合的早期版本文档")[index]
        click.echo(f"{word}: {len(refused)}")
        for each in refused[:_SHOWN]:
            click.echo(f"  {each.document} [{each.syntax}] {each.reason}")
    click.echo(f"{('version step', '版本步进')[index]}: {_STEPS[step][index]}")
    for fault in wrong:
        click.echo(f"{fault.message}\n    mend: {fault.mend}", err=True)


def _said(change: Change) -> str:
    if change.kind is Kind.TEXT or not (change.before or change.after):
        return change.what
    before, after = (text if len(text) <= 60 else f"{text[:57]}..." for text in (change.before, change.after))
    return f"{change.what}: {before or '-'} -> {after or '-'}"
