"""``gclink explain``: a requirement with its sentence, its rule in every language, and examples."""

from __future__ import annotations

import textwrap
from typing import Any

import click

from gclink._text import Language, Text
from gclink.cli._common import language_option, write
from gclink.errors import GclinkError

_WORDS = {
    "source": Text("source", "来源"),
    "rationale": Text("why", "理由"),
    "class": Text("class", "类"),
    "rule": Text("rule", "规则"),
    "procedure": Text("procedure", "程序"),
    "across": Text("procedure across documents", "跨文档程序"),
    "structural": Text("structure", "结构"),
    "withdrawn": Text("{id} was withdrawn; see {by}", "{id} 已撤回，见 {by}"),
    "unknown": Text("there is no requirement {id}", "没有要求 {id}"),
    "near": Text("ids look like GCL-PAS-007; near ones: {near}", "编号形如 GCL-PAS-007；相近者：{near}"),
    "missing": Text("not expressible here; see the procedure", "此语言无法表达，见程序"),
}


@click.command("explain")
@click.argument("requirement")
@language_option
@click.option(
    "--rule",
    "languages",
    multiple=True,
    type=click.Choice(["shacl", "schematron", "xsd11", "python"]),
    help="Show the rule in these languages only; default all",
)
def command(requirement: str, language: Language, languages: tuple[str, ...]) -> int:
    """Explain a requirement, for example `gclink explain GCL-PAS-007`, or a profile, for example `gclink explain eu`.

    \b
    说明一项要求（语句、各语言规则与示例）或一个规则集。
    """
    from gclink import _requirements as source
    from gclink.profiles import profiles

    if requirement.lower() in profiles():
        from gclink.cli._profile import lines

        write("\n".join(lines(profiles()[requirement.lower()], language)) + "\n")
        return 0
    entry = source.requirement(requirement.upper())
    if entry is None:
        raise _unknown(requirement.upper())
    for line in _lines(requirement.upper(), entry, language, languages):
        write(line + "\n")
    return 0


def _unknown(identifier: str) -> GclinkError:
    import difflib

    from gclink import _requirements as source

    replaced = source.withdrawn().get(identifier)
    if replaced is not None:
        words = _WORDS["withdrawn"]
        message = Text(words.en.format(id=identifier, by=replaced), words.zh.format(id=identifier, by=replaced))
        hint = Text(f"gclink explain {replaced}", f"gclink explain {replaced}")
        return GclinkError("withdrawn_requirement", message, hint)
    near = ", ".join(difflib.get_close_matches(identifier, source.identifiers(), n=3, cutoff=0.6)) or "GCL-PAS-001"
    return GclinkError(
        "unknown_requirement",
        Text(_WORDS["unknown"].en.format(id=identifier), _WORDS["unknown"].zh.format(id=identifier)),
        Text(_WORDS["near"].en.format(near=near), _WORDS["near"].zh.format(near=near)),
    )


def _lines(identifier: str, entry: dict[str, Any], language: Language, languages: tuple[str, ...]) -> list[str]:
    from gclink import _requirements as source

    lines = [f"{identifier}  {entry['level']} {entry['tier']}  ({entry['module']})", ""]
    lines += textwrap.wrap(entry["statement"][language], 96, initial_indent="  ", subsequent_indent="  ")
    other: Language = "en" if language == "zh" else "zh"
    lines += textwrap.wrap(entry["statement"][other], 96, initial_indent="  ", subsequent_indent="  ")
    lines.append("")
    if entry["rationale"]:
        lines += _labelled("rationale", entry["rationale"][language], language)
    lines += _labelled("source", entry["source"], language)
    for rule in entry["rules"]:
        lines += _labelled("class", ", ".join(rule["on"]), language)
        lines += _labelled("rule", rule["rule"], language)
    for kind in ("structural", "procedure"):
        if entry[kind]:
            lines += _labelled(kind, entry[kind], language)
    if entry["across"] not in (None, entry["procedure"]):
        lines += _labelled("across", entry["across"], language)
    if entry["algorithm"]:
        lines += textwrap.wrap(entry["algorithm"], 96, initial_indent="    ", subsequent_indent="    ")
    for name in languages or ("python", "shacl", "schematron", "xsd11"):
        text = source.rule_text(identifier, name)
        if text:
            lines += ["", f"--- {name}", *text.rstrip().splitlines()]
    if entry["sparql"] and not languages:
        lines += ["", "--- sparql", *textwrap.wrap(entry["sparql"], 110)]
    for title, words in source.examples(identifier, language):
        lines += ["", f"--- {title}", *words]
    return lines


def _labelled(word: str, text: str, language: Language) -> list[str]:
    label = _WORDS[word].within(language)
    return textwrap.wrap(f"{label}: {text}", 96, initial_indent="  ", subsequent_indent="    ")
