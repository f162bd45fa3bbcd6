"""Requirements for a reader: everything that stands in the package about one of them.

The texts of a rule in the other languages are cut out of the published artefacts, so that what is shown is what runs.
"""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from typing import Any

import orjson

from gclink._schemas import artefacts
from gclink._text import Language


@cache
def _raw() -> dict[str, Any]:
    loaded: dict[str, Any] = orjson.loads((files("gclink") / "_data" / "requirements.json").read_bytes())
    return loaded


def requirement(identifier: str) -> dict[str, Any] | None:
    """Return a requirement in force as plain data."""
    entry: dict[str, Any] | None = _raw()["requirements"].get(identifier)
    return entry


def identifiers() -> list[str]:
    """Return the ids of all requirements in force."""
    return list(_raw()["requirements"])


def withdrawn() -> dict[str, str]:
    """Return withdrawn ids and what took their place."""
    found: dict[str, str] = _raw()["withdrawn"]
    return found


def rule_text(identifier: str, language: str) -> str | None:
    """Return the rule in ``python``, ``shacl``, ``schematron`` or ``xsd11``, None where there is none."""
    match language:
        case "python":
            return _python(identifier)
        case "shacl":
            return _blocks("ontology", "rules.ttl", re.compile(rf'"{identifier}"'), "\n\n")
        case "schematron":
            return _schematron(identifier)
        case "xsd11":
            return _asserts(identifier)
    return None


@cache
def _artefact(folder: str, name: str) -> str:
    return (artefacts(folder) / name).read_text(encoding="utf-8")


def _blocks(folder: str, name: str, pattern: re.Pattern[str], separator: str) -> str | None:
    found = [block for block in _artefact(folder, name).split(separator) if pattern.search(block)]
    return "\n\n".join(found) or None


def _schematron(identifier: str) -> str | None:
    pattern = re.compile(rf'<(?:\w+:)?assert [^>]*id="{identifier}[^"]*".*?</(?:\w+:)?assert>', re.DOTALL)
    return "\n".join(pattern.findall(_artefact("schemas/schematron", "gclink.sch"))) or None


def _asserts(identifier: str) -> str | None:
    text = _artefact("schemas/xsd", "gclink-rules.xsd")
    pattern = re.compile(rf'<xs:assert [^>]*id="{identifier}[^"]*"[^>]*?(?:/>|>.*?</xs:assert>)', re.DOTALL)
    return "\n".join(pattern.findall(text)) or None


def _python(identifier: str) -> str | None:
    entry = requirement(identifier)
    if entry is None or not entry["rules"]:
        return None
    source = files("gclink") / "_generated" / f"rules_{entry['module']}.py"
    if not source.is_file():
        return None
    lines = source.read_text(encoding="utf-8").splitlines()
    found: list[str] = []
    for number, line in enumerate(lines):
        if f"# {identifier}" in line:
            indent = len(line) - len(line.lstrip())
            end = number + 1
            while end < len(lines) and lines[end].strip() and not lines[end].lstrip().startswith("# GCL-"):
                if len(lines[end]) - len(lines[end].lstrip()) < indent:
                    break
                end += 1
            found.append("\n".join(part[indent:] for part in lines[number:end]))
    return "\n\n".join(dict.fromkeys(found)) or None


def examples(identifier: str, language: Language) -> list[tuple[str, list[str]]]:
    """Return titles and lines of the cases that show a requirement kept and broken, where the suite is installed."""
    path = files("gclink") / "_data" / "examples.json"
    if not path.is_file():
        return []
    entries = orjson.loads(path.read_bytes())["requirements"].get(identifier, [])
    return [(entry["title"][language], entry["lines"]) for entry in entries]
