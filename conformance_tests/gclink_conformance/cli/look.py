"""``gclink conformance list`` and ``show``: the cases themselves."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

import click
import yaml
from gclink._text import Language, Text
from gclink.cli._common import language_option
from gclink.errors import GclinkError

from gclink_conformance.protocol import MEDIA_TYPES, unpacked
from gclink_conformance.runner._trial import Trial


@click.command("list")
@click.option("--profile", metavar="NAME", help="Only what this profile is tried on")
@click.option(
    "--filter", "pattern", metavar="GLOB", help="Only tests, cases or requirements of this name; * and ? work"
)
@click.option("--json", "as_json", is_flag=True, help="One JSON object per line")
@language_option
def listing(profile: str | None, pattern: str | None, as_json: bool, language: Language) -> int:
    """List the cases: id, requirement, level, tier, syntaxes, title.

    \b
    列出用例：编号、要求、级别、层级、语法、标题。
    """
    from gclink.profiles import profile as profile_of

    from gclink_conformance.runner._plan import matches
    from gclink_conformance.runner._trials import trials

    needed = None if profile is None else profile_of(profile).requirements
    found: dict[str, list[Trial]] = {}
    for trial in trials():
        if pattern is not None and not matches(pattern, trial.id, trial.case, trial.requirement):
            continue
        if needed is None or trial.needs <= needed:
            found.setdefault(trial.case, []).append(trial)
    for case, its in found.items():
        first, formats = its[0], [trial.format for trial in its]
        about = first.about
        if as_json:
            entry = {
                "case": case,
                "requirement": about.id,
                "level": about.level,
                "tier": about.tier,
                "operation": first.operation,
                "polarity": first.polarity,
                "formats": formats,
                "title": dict(first.title),
            }
            click.echo(json.dumps(entry, ensure_ascii=False))
        else:
            click.echo(f"{case}  {about.id} {about.level} {about.tier}  {','.join(formats)}  {first.title[language]}")
    if not found:
        raise _no_case(pattern or "*")
    return 0


@click.command("show")
@click.argument("case")
@click.option(
    "--format", "form", type=click.Choice(list(MEDIA_TYPES)), help="Show the documents as sent in this syntax"
)
@click.option("--request", "as_request", is_flag=True, help="Show the whole message as an adapter gets it (JSON)")
@language_option
def show(case: str, form: str | None, as_request: bool, language: Language) -> int:
    """Show a case: the sentence it is about, what is changed, what has to come.

    \b
    显示用例：所针对的条文、所作改动、应有的结果。
    """
    its = trials_of(case)
    chosen = next((trial for trial in its if trial.format == form), None) if form else its[0]
    if chosen is None:
        raise _no_case(f"{case}/{form}")
    if as_request:
        click.echo(json.dumps(chosen.request(), ensure_ascii=False, indent=2))
        return 0
    click.echo("\n".join(describe(chosen, its, language)))
    if form is not None:
        for document in _documents(chosen):
            click.echo(f"\n--- {document['iri']} ({document['mediaType']})")
            click.echo(unpacked(document).decode("utf-8", "backslashreplace").rstrip("\n"))
    return 0


@click.command("manifest")
@click.argument("requirement")
def manifest_of(requirement: str) -> int:
    """Print the cases of a requirement as a W3C test manifest (JSON-LD).

    \b
    以 W3C 测试清单（JSON-LD）输出一项要求的用例。
    """
    from gclink_conformance.manifest import manifest
    from gclink_conformance.suite import root

    found = next((root() / "cases").rglob(f"{requirement.upper()}.yaml"), None)
    if found is None:
        raise _no_case(requirement)
    click.echo(json.dumps(manifest(found), ensure_ascii=False, indent=2))
    return 0


def trials_of(case: str) -> list[Trial]:
    """Return the trials of a case, given its id or that of one of its tests; GclinkError for one that is not there."""
    from gclink_conformance.runner._trials import trials

    name, _, form = case.removesuffix("#2").partition("/")
    found = [trial for trial in trials() if trial.case == name.lower() and form in ("", trial.format)]
    if not found:
        raise _no_case(case)
    return found


def describe(trial: Trial, its: Sequence[Trial], language: Language) -> list[str]:
    """Return what there is to say about a case, in lines."""
    from gclink_conformance.cases import Case

    zh = language == "zh"
    about = trial.about
    lines = [
        f"{trial.case}: {trial.title[language]}",
        f"{about.id} ({about.level}, {about.tier}): {about.statement[language]}",
        f"{'语法' if zh else 'syntaxes'}: {', '.join(item.format for item in its)}",
    ]
    source = trial.source
    if isinstance(source, Case):
        where = source.base or ("原文" if zh else "the text itself")
        lines.append(f"{'基础' if zh else 'base'}: {where}  scope: {source.scope}  asOf: {source.as_of}")
        if source.patch:
            lines.append("改动：" if zh else "patch:")
            lines += [f"  {json.dumps(dict(step), ensure_ascii=False)}" for step in source.patch]
        if source.rationale:
            lines.append(f"{'理由' if zh else 'because'}: {source.rationale}")
    lines.append("应有结果：" if zh else "expected:")
    told = yaml.safe_dump(trial.expected(), allow_unicode=True, sort_keys=False, width=110)
    return [*lines, *(f"  {line}" for line in told.splitlines())]


def _documents(trial: Trial) -> list[dict[str, Any]]:
    message = trial.request()
    found: list[dict[str, Any]] = message.get("documents") or ([message["document"]] if "document" in message else [])
    return found


def _no_case(name: str) -> GclinkError:
    return GclinkError(
        "unknown_case",
        Text(f"there is no case {name}", f"没有用例 {name}"),
        Text("`gclink conformance list` names them all.", "`gclink conformance list` 列出全部用例。"),
    )
