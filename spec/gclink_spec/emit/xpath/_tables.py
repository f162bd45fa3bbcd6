"""Tables as strings: ``|key=value|`` for a look-up, ``|key~key|`` for a relation.

XPath 2.0 has no maps, and a long sequence of literals is slow in every engine; one string is searched fast. Schematron
declares each string once as a variable, XSD 1.1 has no variables and takes it inline.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Protocol

from gclink_spec._model import Model, Table

_RESERVED = re.compile(r"[|~='\"]")


class TableText(Protocol):
    """How a back end writes a table: returns an XPath expression whose value is the table's string."""

    def values(self, table: str, column: str) -> str:
        """Return the expression for keys and the values of one column."""

    def relation(self, table: str) -> str:
        """Return the expression for the keys of a relation; ``table.column`` adds the items of a list column."""


class InlineTables:
    """Tables as literals where they are used."""

    def __init__(self, model: Model) -> None:
        self._model = model

    def values(self, table: str, column: str) -> str:
        return f"'{_values(self._model.tables[table], column)}'"

    def relation(self, table: str) -> str:
        return f"'{_relation(self._model, table)}'"


class VariableTables:
    """Tables as variables, collected in the order of first use."""

    def __init__(self, model: Model) -> None:
        self._inline = InlineTables(model)
        self.variables: dict[str, str] = {}

    def values(self, table: str, column: str) -> str:
        return self._variable(f"{table}.{column}", self._inline.values(table, column))

    def relation(self, table: str) -> str:
        return self._variable(f"{table}.keys", self._inline.relation(table))

    def _variable(self, title: str, literal: str) -> str:
        name = "table_" + re.sub(r"[^A-Za-z0-9]", "_", title)
        if self.variables.setdefault(name, literal) != literal:
            raise ValueError(f"two tables would share the variable {name}")
        return f"${name}"


def _values(table: Table, column: str) -> str:
    pairs = ((str(row[table.key[0]]), row[column]) for row in table.rows if column in row)
    return "|" + "".join(f"{_checked(key)}={_checked(str(value))}|" for key, value in pairs)


def _relation(model: Model, name: str) -> str:
    if name in model.tables:
        table, listed = model.tables[name], None
    else:
        stem, _, listed = name.rpartition(".")
        table = model.tables[stem]
    return "|" + "".join("~".join(map(_checked, keys)) + "|" for keys in _rows(table, listed))


def _rows(table: Table, listed: str | None) -> Iterator[tuple[str, ...]]:
    for row in table.rows:
        keys = tuple(str(row[key]) for key in table.key)
        if listed is None:
            yield keys
            continue
        items = row.get(listed, ())
        for item in (items,) if isinstance(items, str) else items:
            yield (*keys, item)


def _checked(cell: str) -> str:
    if _RESERVED.search(cell):
        raise ValueError(f"the cell {cell!r} holds a character that separates cells in XPath")
    return cell
