"""The parts of the standard as pages: the same text, with anchors, links to the reference, and links between pages."""

from __future__ import annotations

import re

from gclink_spec._model import Model
from gclink_spec.pages._words import anchor
from gclink_spec.prose import HEAD, parts

_REQUIREMENT = re.compile(r"^> \*\*(GCL-[A-Z]{3}-[0-9]{3})\*\*", re.MULTILINE)
_MENTION = re.compile(r"(?<![\w`*\[/#-])(GCL-[A-Z]{3}-[0-9]{3})(?![\w`\]-])")
_PART = re.compile(r"\]\(([0-9]-[a-z]+)\.(?:en|zh)\.md")
_MARKER = re.compile(r"^<!-- /?(?:req|fields|codes|table|machine|example)\b.*-->\n", re.MULTILINE)
_CLASS = re.compile(r"^#### ([A-Z]\w+) · ", re.MULTILINE)


def pages(model: Model, language: str) -> dict[str, str]:
    """Return ``2-passport.md`` and the other parts of one language."""
    return {f"{part.name}.md": page(model, part.text) for part in parts(model.spec) if part.language == language}


def page(model: Model, text: str) -> str:
    """Return the text of a part as a page of the site."""
    text = _MARKER.sub("", text.replace(HEAD + "\n", ""))
    text = _MENTION.sub(lambda found: _link(model, found[1]), text)
    text = _REQUIREMENT.sub(lambda found: f'> <a id="{anchor(found[1])}"></a>**{_link(model, found[1])}**', text)
    text = _CLASS.sub(r"#### [\1](../reference/classes/\1.md) · ", text)
    return _PART.sub(r"](\1.md", text)


def _link(model: Model, identifier: str) -> str:
    requirement = model.requirements.get(identifier)
    if requirement is None:
        return identifier
    return f"[{identifier}](../reference/requirements/{requirement.module}.md#{anchor(identifier)})"
