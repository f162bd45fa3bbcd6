"""How one structural constraint stands in the schemas: JSON Schema, XML Schema and SHACL, cut from the artefacts."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from gclink_spec._model import Model
from gclink_spec.constraints import Constraint, constraints

#: Classes whose members make good examples, the best first.
_KNOWN = ("Lot", "Party", "CarbonPassport", "Label", "Quantity", "Document")

#: Lines of a shape that are shown.
_MOST_LINES = 12


def example(model: Model, requirement: str) -> Constraint | None:
    """Return a constraint of a requirement that a reader is likely to know; None for what only a reader checks."""
    own = [each for each in constraints(model) if each.requirement == requirement]
    for name in _KNOWN:
        found = next((each for each in own if re.split("[.#]", each.key)[0] == name), None)
        if found is not None:
            return found
    return own[0] if own else None


def forms(model: Model, root: Path, constraint: Constraint) -> Iterator[tuple[str, str, str]]:
    """Yield file, lexer and text of a constraint in each schema language that has it."""
    owner, _, member = constraint.key.partition("#")[0].partition(".")
    document = next((name for name in model.concrete(owner)), owner)
    schema = root / "schemas" / "json" / f"{document}.json"
    if schema.is_file():
        yield f"schemas/json/{document}.json", "json", _json(schema, member, constraint.kind)
    else:
        common = root / "schemas" / "json" / "common.json"
        yield "schemas/json/common.json", "json", _json(common, member, constraint.kind, owner)
    element = _xsd(root).get((owner, member))
    if element is not None:
        yield "schemas/xsd/gclink.xsd", "xml", element
    shape = _shapes(root).get(constraint.key)
    if shape is not None:
        yield "ontology/shapes.ttl", "turtle", _short(shape)


def _short(shape: str) -> str:
    """Return a shape without most of a long list of properties."""
    lines = shape.splitlines()
    return shape if len(lines) <= _MOST_LINES else "\n".join([*lines[: _MOST_LINES - 1], "        # ..."])


def _json(path: Path, member: str, kind: str, definition: str | None = None) -> str:
    schema: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    if definition is not None:
        schema = schema["$defs"][definition]
    shown: dict[str, Any] = {}
    if not member:
        shown["additionalProperties"] = schema.get("additionalProperties")
    else:
        if kind == "required":
            shown["required"] = ["...", member]
        shown["properties"] = {member: _plain(schema["properties"][member])}
    return json.dumps(shown, ensure_ascii=False, indent=2)


def _plain(schema: Any) -> Any:
    """Return a schema without its texts and notes."""
    if isinstance(schema, dict):
        return {k: _plain(v) for k, v in schema.items() if not k.startswith("x-") and k not in ("description", "title")}
    return [_plain(each) for each in schema] if isinstance(schema, list) else schema


@cache
def _xsd(root: Path) -> dict[tuple[str, str], str]:
    """Return the declaration of each element, by owner and name, as the notes beside it tell."""
    text = (root / "schemas" / "xsd" / "gclink.xsd").read_text(encoding="utf-8")
    pattern = re.compile(r'(<xs:element name="\w+"[^>]*)>\s*<xs:annotation>\s*<xs:appinfo [^>]*>(\w+)\.(\w+) ')
    return {(owner, member): f"{tag}/>" for tag, owner, member in pattern.findall(text)}


@cache
def _shapes(root: Path) -> dict[str, str]:
    """Return each shape by the key of its constraint."""
    text = (root / "ontology" / "shapes.ttl").read_text(encoding="utf-8")
    blocks = (block.strip() for block in text.split("\n\n"))
    named = ((re.match(r"<shapes/([^>]+)>", block), block) for block in blocks)
    return {name[1]: block for name, block in named if name}
