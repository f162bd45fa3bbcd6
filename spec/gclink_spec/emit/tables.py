"""Tables of the standard as JSON package data, one file each.

The sources are ``spec/model/tables/*.yaml``. Everything a table promises about itself is checked here, before anything
is written: the form of each cell, the key, the check sums its origin publishes and the checksum of its rows.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from decimal import Context, Decimal
from pathlib import Path
from typing import Any

from gclink.tables import checksum

from gclink_spec._model import Model
from gclink_spec._yaml import Located, read_yaml
from gclink_spec.exceptions import Problem, SpecError

__all__ = ["emit", "emit_tables"]

_FORMS = {
    "decimal": re.compile(r"(?!-0\Z)-?(?:0|[1-9][0-9]*)(?:\.[0-9]*[1-9])?"),
    "integer": re.compile(r"(?!-0\Z)-?(?:0|[1-9][0-9]*)"),
    "date": re.compile(r"[12][0-9]{3}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])"),
    "code": re.compile(r"[A-Za-z0-9_./-]+"),
    "text": re.compile(r"\S(?:[^\n]*\S)?"),
}
_EXACT = Context(prec=60)

Row = dict[str, str | list[str]]


def emit(model: Model) -> dict[str, bytes]:
    """Return every table as JSON, by its path from the repository root."""
    return {f"validators/gclink/_data/{path}": content for path, content in emit_tables(model.spec).items()}


def emit_tables(spec_root: Path) -> dict[str, bytes]:
    """Return every table as JSON, by its path below ``validators/gclink/_data``.

    Deterministic byte for byte. Raises SpecError with every fault of every table, each with its place and its mend.
    """
    problems: list[Problem] = []
    sources = {path.stem: (path, read_yaml(path)) for path in sorted((spec_root / "model" / "tables").glob("*.yaml"))}
    emitted: dict[str, bytes] = {}
    for name, (path, source) in sources.items():
        rows = _rows(source, {stem: entry for stem, (_, entry) in sources.items()})
        found = _faults(path, source, rows)
        problems += found
        if not found:
            emitted[f"tables/{name}.json"] = _json(source, rows)
    if problems:
        raise SpecError(problems)
    return emitted


def _rows(source: Located, sources: Mapping[str, Located]) -> list[Row]:
    """Return the rows as they stand, or those derived from a list column of another table."""
    origin = source.get("derivedFrom")
    if origin is None:
        return [dict(row) for row in source.get("rows") or ()]
    base, column = sources.get(origin["table"]), origin["list"]
    if base is None:
        return []
    target = _names(source)
    rows: list[Row] = []
    for row in base["rows"]:
        for item in row.get(column, ()):
            cells = [*(row[key] for key in base["key"]), item]
            rows.append(dict(zip(target, cells, strict=True)))
    return rows


def _names(source: Mapping[str, Any]) -> list[str]:
    return [str(column["name"]) for column in source["columns"]]


def _faults(path: Path, source: Located, rows: list[Row]) -> list[Problem]:
    def fault(key: str, message: str, mend: str) -> Problem:
        return Problem(f"{path}:{source.line_of(key)}", message, mend)

    missing = [k for k in ("name", "title", "version", "source", "key", "columns", "checksum") if not source.get(k)]
    if missing:
        return [fault("name", f"the table lacks {', '.join(missing)}", "add these members")]
    problems: list[Problem] = []
    types = {str(column["name"]): str(column["type"]) for column in source["columns"]}
    if source["name"] != path.stem:
        problems.append(fault("name", f"name {source['name']} is not the file's", f"write name: {path.stem}"))
    if not (source["title"].get("en") and source["title"].get("zh")):
        problems.append(fault("title", "the title lacks a language", "write title: {en: ..., zh: ...}"))
    for column in set(types.values()) - {*_FORMS, "list"}:
        problems.append(fault("columns", f"unknown column type {column}", f"use {', '.join([*_FORMS, 'list'])}"))
    for key in source["key"]:
        if key not in types or types[key] == "list":
            problems.append(fault("key", f"key {key} is no plain column", "name columns of this table"))
    if problems:
        return problems
    problems += _cell_faults(path, source, rows, types)
    problems += _check_faults(path, source, rows)
    right = checksum(rows)
    if not problems and source["checksum"] != right:
        problems.append(fault("checksum", "the rows do not have this checksum", f"if the change is meant: {right}"))
    return problems


def _cell_faults(path: Path, source: Located, rows: list[Row], types: Mapping[str, str]) -> list[Problem]:
    problems: list[Problem] = []
    seen: set[tuple[str, ...]] = set()
    for row in rows:
        place = f"{path}:{getattr(row, 'line', source.line_of('rows'))}"
        lacking = [key for key in source["key"] if key not in row]
        if lacking:
            problems.append(Problem(place, f"a row lacks {', '.join(lacking)}", "fill in the whole key"))
            continue
        key = tuple(str(row[name]) for name in source["key"])
        place = f"{place} ({' '.join(key)})"
        if key in seen:
            problems.append(Problem(place, "the key occurs twice", "keep one of the rows"))
        seen.add(key)
        for column, cell in row.items():
            if column not in types:
                problems.append(Problem(place, f"{column} is no column", f"use {', '.join(types)}"))
                continue
            form = _FORMS["code" if types[column] == "list" else types[column]]
            cells = cell if isinstance(cell, list) else [cell]
            wrong_shape = isinstance(cell, list) != (types[column] == "list")
            if wrong_shape or not all(isinstance(item, str) and form.fullmatch(item) for item in cells):
                problems.append(Problem(place, f"{column}: {cell!r} is not a {types[column]}", "write it in that form"))
    return problems


def _check_faults(path: Path, source: Located, rows: list[Row]) -> list[Problem]:
    """Compare the number of rows and the sums that the origin of the table publishes."""
    check = source.get("check") or {}
    place = f"{path}:{source.line_of('check')}"
    problems: list[Problem] = []
    if "rows" in check and int(check["rows"]) != len(rows):
        problems.append(Problem(place, f"{len(rows)} rows, not {check['rows']}", "compare the rows with the origin"))
    for column, expected in (check.get("sum") or {}).items():
        total = Decimal(0)
        for row in rows:
            if isinstance(cell := row.get(column), str):
                total = _EXACT.add(total, Decimal(cell))
        if total != Decimal(expected):
            problems.append(Problem(place, f"sum of {column} is {total}, not {expected}", "compare with the origin"))
    return problems


def _json(source: Located, rows: list[Row]) -> bytes:
    columns = source["columns"]
    data = {
        "generated": f"from spec/model/tables/{source['name']}.yaml, do not edit",
        "name": source["name"],
        "title": {"en": source["title"]["en"], "zh": source["title"]["zh"]},
        "status": source.get("status", "normative"),
        "version": source["version"],
        "source": source["source"],
        "key": list(source["key"]),
        "columns": _names(source),
        "types": {str(column["name"]): str(column["type"]) for column in columns},
        "units": {str(column["name"]): str(column["unit"]) for column in columns if column.get("unit")},
        "checksum": source["checksum"],
        "rows": rows,
    }
    head = json.dumps({k: v for k, v in data.items() if k != "rows"}, ensure_ascii=False, indent=1)
    lines = ",\n  ".join(json.dumps(row, ensure_ascii=False) for row in rows)
    return f'{head[:-2]},\n "rows": [\n  {lines}\n ]\n}}\n'.encode()
