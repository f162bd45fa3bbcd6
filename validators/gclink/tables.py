"""The numeric and relational tables of the standard, as data.

Factors, rates, minor units and life-cycle transitions stand in ``spec/model/tables`` and reach an installed package as
JSON. A table is verified against its checksum before its first use, because one wrong factor makes every later figure
wrong without a trace.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable
from types import MappingProxyType
from typing import Any

__all__ = ["Cell", "Table", "TableError", "checksum", "lookup", "names", "number", "relation", "table"]

#: A cell as stored: text (decimals in canonical form) or, in a list column, several texts.
Cell = str | tuple[str, ...]

_NUMERIC = frozenset({"decimal", "integer"})

_TEXTS = {
    "unknown": ("there is no table {name}; tables: {known}", "没有名为 {name} 的数据表；现有：{known}"),
    "checksum": (
        "table {name} does not have its checksum; install the package again",
        "数据表 {name} 的校验和不符，请重新安装软件包",
    ),
    "column": ("table {name} has no column {column}; columns: {known}", "数据表 {name} 没有列 {column}；现有：{known}"),
    "row": ("table {name} has no {column} for {key}", "数据表 {name} 中没有 {key} 的 {column}"),
    "type": ("column {column} of table {name} is not numeric", "数据表 {name} 的列 {column} 不是数值列"),
    "relation": ("there is no table or list column {name}", "没有名为 {name} 的数据表或列表列"),
}


class TableError(LookupError):
    """A table, column or row that does not exist, or data that do not have their checksum."""

    def __init__(self, problem: str, **details: str) -> None:
        self.problem = problem
        self.details = details
        super().__init__(self.text("en"))

    def text(self, lang: str) -> str:
        """Return the message in the language asked for (``en`` or ``zh``)."""
        return _TEXTS[self.problem][1 if lang == "zh" else 0].format(**self.details)


@dataclass(frozen=True, slots=True)
class Table:
    """One table: rows by key, with the type of each column."""

    name: str
    version: str
    key: tuple[str, ...]
    columns: tuple[str, ...]
    types: Mapping[str, str]
    rows: tuple[Mapping[str, Cell], ...]
    index: Mapping[tuple[str, ...], Mapping[str, Cell]]

    def row(self, *key: str) -> Mapping[str, Cell] | None:
        """Return the row with exactly this key, or None."""
        return self.index.get(key)


def checksum(rows: Iterable[Mapping[str, str | Sequence[str]]]) -> str:
    """Return ``sha-256:`` and the hexadecimal digest of the canonical rows.

    Canonical: a JSON array of the rows in their order, members sorted by name, without blanks, UTF-8, cells as text or
    lists of texts. Absent cells are absent members.
    """
    plain = [{name: cell if isinstance(cell, str) else list(cell) for name, cell in row.items()} for row in rows]
    text = json.dumps(plain, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return "sha-256:" + hashlib.sha256(text.encode("utf-8")).hexdigest()


@cache
def names() -> tuple[str, ...]:
    """Return the names of all tables, in alphabetical order."""
    return tuple(sorted(entry.name[:-5] for entry in _folder().iterdir() if entry.name.endswith(".json")))


@cache
def table(name: str) -> Table:
    """Return a table by its name, verified against its checksum; raises TableError."""
    if name not in names():
        raise TableError("unknown", name=name, known=", ".join(names()))
    return read_table((_folder() / f"{name}.json").read_text(encoding="utf-8"))


def read_table(text: str) -> Table:
    """Return the table in a JSON text of the emitted form; raises TableError if the checksum does not hold."""
    data: dict[str, Any] = json.loads(text)
    name: str = data["name"]
    if checksum(data["rows"]) != data["checksum"]:
        raise TableError("checksum", name=name)
    rows: tuple[Mapping[str, Cell], ...] = tuple(
        MappingProxyType({column: tuple(cell) if isinstance(cell, list) else cell for column, cell in row.items()})
        for row in data["rows"]
    )
    key = tuple(data["key"])
    return Table(
        name=name,
        version=data["version"],
        key=key,
        columns=tuple(data["columns"]),
        types=MappingProxyType(dict(data["types"])),
        rows=rows,
        index=MappingProxyType({tuple(str(row[column]) for column in key): row for row in rows}),
    )


def lookup(name: str, key: object, column: str) -> Decimal | str | tuple[str, ...] | None:
    """Return one cell, or None where the row or the cell is absent.

    ``key`` is a text, an integer, a Decimal or, for a key of several columns, a sequence of these. Numeric columns give
    a Decimal, list columns a tuple, dates and all other columns text.
    """
    found = table(name)
    if column not in found.columns:
        raise TableError("column", name=name, column=column, known=", ".join(found.columns))
    row = found.row(*_key(key))
    cell = None if row is None else row.get(column)
    if isinstance(cell, str) and found.types[column] in _NUMERIC:
        return Decimal(cell)
    return cell


def number(name: str, key: object, column: str) -> Decimal:
    """Return a numeric cell that has to exist; raises TableError where it does not."""
    cell = lookup(name, key, column)
    if cell is None:
        raise TableError("row", name=name, column=column, key=" ".join(_key(key)))
    if not isinstance(cell, Decimal):
        raise TableError("type", name=name, column=column)
    return cell


@cache
def relation(name: str) -> frozenset[tuple[str, ...]]:
    """Return a table as a set of tuples.

    ``name`` is a table (its keys), ``table.column`` with a list column (key and one listed value), or ``a.b`` for the
    table ``a_b``: ``machine``, ``machine.roles``, ``machine.states``, ``technique_v1.assetKind``.
    """
    if name in names():
        return frozenset(table(name).index)
    head, _, tail = name.partition(".")
    if head in names() and table(head).types.get(tail) == "list":
        return frozenset((*key, value) for key, row in table(head).index.items() for value in row.get(tail, ()))
    derived = f"{head}_{tail}"
    if tail and derived in names():
        return frozenset(table(derived).index)
    raise TableError("relation", name=name)


def _folder() -> Traversable:
    return resources.files("gclink") / "_data" / "tables"


def _key(key: object) -> tuple[str, ...]:
    if isinstance(key, str):
        return (key,)
    if isinstance(key, Sequence):
        return tuple(part for item in key for part in _key(item))
    if isinstance(key, Decimal):
        text = format(key, "f")
        return (text.rstrip("0").rstrip(".") if "." in text else text,)
    return (str(key),)
