"""The parts of the standard as pages: the same text, with anchors, links to the reference, and links between pages."""

from __future__ import annotations

import re

from gclink_spec._model import Model
from gclink_spec.pages import _paths as to
from gclink_spec.pages._places import anchor_of
from gclink_spec.pages._words import anchor, both
from gclink_spec.prose import HEAD, parts

_REQUIREMENT = re.compile(r"^> \*\*(GCL-[A-Z]{3}-[0-9]{3})\*\*", re.MULTILINE)
_MENTION = re.compile(r"(?<![\w`*\[/#-])(GCL-[A-Z]{3}-[0-9]{3})(?![\w`\]-])")
_PART = re.compile(r"\]\(([0-9]-[a-z]+)\.(?:en|zh)\.md")
_MARKER = re.compile(r"^<!-- /?(?:req|fields|codes|table|machine|example)\b.*-->\n", re.MULTILINE)
_HEADED = re.compile(r"^<!-- (fields|codes|table|machine) (\S+) -->\n#### \2 · (.*)$", re.MULTILINE)

#: A table without a head is read aloud without one.
_ABBREVIATIONS = ("| Abbreviation | Meaning |", "| 缩略语 | 含义 |")
#: Kind of a marked stretch -> the page of what it shows.
_KINDS = {
    "fields": to.cls,
    "codes": to.code_list,
    "table": to.table,
    "machine": to.machine,
}


def pages(model: Model, language: str) -> dict[str, str]:
    """Return ``standard/2-passport.md`` and the other parts of one language, with their list."""
    own = [part for part in parts(model.spec) if part.language == language]
    found = {f"standard/{part.name}.md": page(model, part.text, language) for part in own}
    lines = [f"# {both(language, 'The standard', '标准文本')}", ""]
    lines += [
        both(
            language,
            "Eight parts. A sentence in a ruled block with an id is normative; its id leads to a page with the rule in "
            "every language, the cases and the advice for a finding, and back.",
            "共八部分。带编号的引用块为规范性条文；编号通向该要求的页面（各语言规则、用例与处理办法），亦可返回。",
        ),
        "",
    ]
    lines += [f"- [{_title(part.text)}](@/standard/{part.name}.md)" for part in own]
    found["standard/index.md"] = "\n".join(lines)
    return found


def page(model: Model, text: str, language: str) -> str:
    """Return the text of a part as a page of the site."""
    text = _HEADED.sub(_heading, text.replace(HEAD + "\n", ""))
    text = _MARKER.sub("", text)
    text = text.replace("| | |\n|---|---|", both(language, *_ABBREVIATIONS) + "\n|---|---|")
    text = _MENTION.sub(lambda found: _link(model, found[1]), text)
    text = _REQUIREMENT.sub(lambda found: f'> <a id="{anchor(found[1])}"></a>**{_link(model, found[1])}**', text)
    return _PART.sub(r"](@/standard/\1.md", text)


def _heading(found: re.Match[str]) -> str:
    kind, name, label = found.groups()
    return f"#### [{name}]({_KINDS[kind](name)}) · {label} {{#{anchor_of(kind, name)}}}"


def _link(model: Model, identifier: str) -> str:
    if identifier in model.withdrawn:
        return f"[{identifier}](@/reference/requirements/withdrawn.md#{anchor(identifier)})"
    return f"[{identifier}]({to.requirement(identifier)})" if identifier in model.requirements else identifier


def _title(text: str) -> str:
    return next(line.removeprefix("# ") for line in text.splitlines() if line.startswith("# "))
