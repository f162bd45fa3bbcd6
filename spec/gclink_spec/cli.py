"""``gclink spec``: build the artefacts, check the source, list what a target cannot express."""

from __future__ import annotations

import time
from pathlib import Path

import click

from gclink_spec import build as builder
from gclink_spec._load import load_model
from gclink_spec._model import Model
from gclink_spec.exceptions import Problem, SpecError
from gclink_spec.scaffold.cli import command as new
from gclink_spec.versions.cli import command as diff


def _root(given: str | None) -> Path:
    """Return the root of the checkout: the folder that holds spec/standard.yaml, here or above."""
    start = Path(given).resolve() if given else Path.cwd()
    for folder in (start, *start.parents):
        if (folder / "spec" / "standard.yaml").is_file():
            return folder
    raise click.UsageError(f"no spec/standard.yaml at {start} or above it; run this in a checkout, or give --root")


_root_option = click.option("--root", metavar="FOLDER", help="Checkout to work on; default: the one you are in")


@click.group("spec")
def command() -> None:
    """Work on the standard itself: build, check, publish.

    \b
    编辑标准：生成、核对、登记。
    """


command.add_command(diff)
command.add_command(new)


@command.command("build")
@_root_option
def build(root: str | None) -> int:
    """Write every artefact from spec/; a second run changes nothing."""
    folder = _root(root)
    started = time.perf_counter()
    model = _loaded(folder)
    if model is None:
        return 1
    files = _artefacts(model, folder)
    if files is None:
        return 1
    touched = builder.write(files, folder)
    for path in touched:
        click.echo(f"  wrote {path}")
    seconds = time.perf_counter() - started
    click.echo(f"{len(files)} files from {len(model.classes)} classes in {seconds:.2f} s, {len(touched)} changed")
    return 0


@command.command("check")
@_root_option
@click.option("--strict", is_flag=True, help="Fail on open problems too, and list them")
def check(root: str | None, strict: bool) -> int:
    """Lint the source and fail where a committed artefact does not match it."""
    from gclink_spec import traced
    from gclink_spec.lint import lint, open_problems

    folder = _root(root)
    model = _loaded(folder)
    if model is None:
        return 1
    problems = lint(model, folder / "spec")
    problems += traced.check(model, folder / "conformance_tests" / "cases")
    unsettled = open_problems(model)
    if strict:
        problems += unsettled
    _tell(problems, folder)
    files = None if problems else _artefacts(model, folder)
    drift = builder.drift(files, folder) if files is not None else ()
    for difference in drift:
        click.echo(str(difference), err=True)
    if problems or drift or files is None:
        click.echo(f"{len(problems)} problems, {len(drift)} artefacts out of date", err=True)
        return 1
    click.echo(
        f"sound: {len(model.classes)} classes, {len(model.requirements)} requirements, "
        f"{len(model.code_lists)} code lists; every artefact matches"
    )
    if unsettled:
        click.echo(f"{len(unsettled)} requirements name a problem that is not settled yet; --strict lists them")
    return 0


@command.command("gaps")
@_root_option
def gaps(root: str | None) -> int:
    """List the requirements that a target language cannot express, and why."""
    model = _loaded(_root(root))
    if model is None:
        return 1
    found = builder.gaps(model)
    for gap in found:
        click.echo(f"{gap.requirement}  {gap.target}: {gap.reason.en}")
    click.echo(f"{len(found)} gaps")
    return 0


@command.command("publish")
@_root_option
def publish(root: str | None) -> int:
    """Append new IRIs to spec/published.yaml, after which their meaning is fixed."""
    from gclink_spec import published

    folder = _root(root)
    model = _loaded(folder)
    if model is None:
        return 1
    count = published.append(model, folder / "spec" / "published.yaml")
    click.echo(f"{count} IRIs added")
    return 0


def _loaded(folder: Path) -> Model | None:
    try:
        return load_model(folder / "spec")
    except SpecError as error:
        _tell(list(error.problems), folder)
        return None


def _artefacts(model: Model, folder: Path) -> dict[str, bytes] | None:
    try:
        return builder.artefacts(model)
    except SpecError as error:
        _tell(list(error.problems), folder)
        return None


def _tell(problems: list[Problem], folder: Path) -> None:
    for problem in problems:
        click.echo(str(problem).replace(f"{folder}/", ""), err=True)
