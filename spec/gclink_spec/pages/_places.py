"""Where in the standard something stands: which part shows a requirement, class, list, table or machine."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from gclink_spec._model import Model
from gclink_spec.pages import _paths as to
from gclink_spec.pages._words import anchor, both

_MARK = re.compile(r"^<!-- (req|fields|codes|table|machine) (\S+) -->$", re.MULTILINE)
#: Prefix of the anchor of each kind of stretch in a part; a requirement's is its id alone.
PREFIXES = {"req": "", "fields": "class-", "codes": "list-", "table": "table-", "machine": "machine-"}


def in_part(
    model: Model, kind: str, name: str, language: str, words: tuple[str, str] = ("In Part {}", "第 {} 部分")
) -> str:
    """Return a link to the place of something in its part; an empty text where no part shows it."""
    part = _parts(model.spec).get((kind, name))
    if part is None:
        return ""
    number = part.split("-", 1)[0]
    return f"[{both(language, *words).format(number)}]({to.part(part, anchor_of(kind, name))})"


def anchor_of(kind: str, name: str) -> str:
    """Return the anchor of something in its part."""
    return PREFIXES[kind] + anchor(name)


@cache
def _parts(spec: Path) -> dict[tuple[str, str], str]:
    found: dict[tuple[str, str], str] = {}
    for path in sorted((spec / "parts").glob("*.en.md")):
        for kind, name in _MARK.findall(path.read_text(encoding="utf-8")):
            found[kind, name] = path.name.removesuffix(".en.md")
    return found
