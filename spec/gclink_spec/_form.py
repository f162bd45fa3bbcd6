"""The form of the source files, held to the published schemas in ``schemas/source`` before anything is read from them.

The same schemas give editors completion, so that what an editor accepts and what the compiler accepts are one thing.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema_rs

from gclink_spec._yaml import Located
from gclink_spec.exceptions import Problem

#: Patterns of source files below ``spec/`` and the schema that each kind is held to.
KINDS = (
    ("model/codelists", "codelist"),
    ("model/tables", None),
    ("model", "class"),
    ("bundle/graph", "bundle-graph"),
    ("bundle", "bundle-rule"),
    ("profiles", "profile"),
)


def form_problems(entry: Located, path: Path, spec: Path) -> Iterator[Problem]:
    """Yield what in a file does not fit its schema, with line and mend."""
    kind = _kind(path.relative_to(spec).as_posix())
    if kind is None:
        return
    for error in _validator(kind, spec.parent / "schemas" / "source").iter_errors(entry):
        steps = list(error.instance_path)
        yield Problem(f"{path}:{_line(entry, steps)}", _what(error, steps), _mend(kind))


def _kind(relative: str) -> str | None:
    if relative == "bundle/withdrawn.yaml" or "/" not in relative:
        return None
    for folder, kind in KINDS:
        if relative.startswith(f"{folder}/"):
            return kind
    return None


@cache
def _validator(kind: str, folder: Path) -> Any:
    schema = json.loads((folder / f"{kind}.schema.json").read_text(encoding="utf-8"))
    return jsonschema_rs.Draft202012Validator(schema)


def _line(entry: Located, steps: list[Any]) -> int:
    line, node = entry.line, entry
    for step in steps:
        if isinstance(node, Located):
            line = node.line_of(str(step))
            node = node.get(str(step))  # type: ignore[assignment]
        elif isinstance(node, list):
            node = node[int(step)]
            line = node.line if isinstance(node, Located) else line
    return line


def _what(error: Any, steps: list[Any]) -> str:
    place = ".".join(str(step) for step in steps)
    return f"{place}: {error.message}" if place else str(error.message)


def _mend(kind: str) -> str:
    return f"see schemas/source/{kind}.schema.json for the members and their forms"
