"""Inserting lines into files of the source without touching the others."""

from __future__ import annotations

import json
import re
from pathlib import Path

from gclink_spec._model import Model
from gclink_spec.prose import LANGUAGES, PARTS


class ScaffoldError(Exception):
    """The entry cannot be written: it is there already, or what it belongs to is not."""


def quoted(text: str) -> str:
    """Return a text as YAML holds it on one line: plain where that is safe, in double quotes otherwise."""
    if re.fullmatch(r"[A-Za-z\u4e00-\u9fff][^:#{}\[\],&*!|>'\"%@`]*", text) and text.lower() not in _NOT_TEXT:
        return text
    return json.dumps(text, ensure_ascii=False)


_NOT_TEXT = frozenset({"true", "false", "yes", "no", "on", "off", "null", "y", "n"})


def insert_before(path: Path, key: str, block: str) -> None:
    """Insert a block before a top-level key of a YAML file, or at its end where the key is not there."""
    text = path.read_text(encoding="utf-8")
    found = re.search(rf"^{key}:", text, re.M)
    at = found.start() if found else len(text)
    path.write_text(f"{text[:at]}{block}{text[at:]}", encoding="utf-8")


def place_marker(model: Model, module: str, kind: str, name: str, after: list[str]) -> list[Path]:
    """Put an empty marker into the part of a module in every language, behind the last of some markers of its kind.

    ``after`` are names in the order of preference; without any of them in the part, it goes behind the last marker of
    the kind. Returns the files.
    """
    touched = []
    number = PARTS.index(module)
    for language in LANGUAGES:
        path = model.spec / "parts" / f"{number}-{module}.{language}.md"
        text = path.read_text(encoding="utf-8")
        ends = [_end(text, kind, each) for each in after]
        end = next((each for each in ends if each is not None), None) or _last(text, kind, path)
        block = f"\n\n<!-- {kind} {name} -->\n<!-- /{kind} -->"
        path.write_text(text[:end] + block + text[end:], encoding="utf-8")
        touched.append(path)
    return touched


def _end(text: str, kind: str, name: str) -> int | None:
    found = re.search(rf"<!-- {kind} {re.escape(name)} -->.*?<!-- /{kind} -->", text, re.S)
    return found.end() if found else None


def _last(text: str, kind: str, path: Path) -> int:
    found = text.rfind(f"<!-- /{kind} -->")
    if found < 0:
        raise ScaffoldError(f"{path} has no marker of kind {kind} behind which a new one could go")
    return found + len(f"<!-- /{kind} -->")
