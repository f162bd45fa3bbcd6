"""Tables as text: SHACL forbids VALUES, so a table travels in the query and is searched with STRAFTER and STRBEFORE."""

from __future__ import annotations

from collections.abc import Mapping

from gclink_spec._model import Table
from gclink_spec.emit.sparql import _expr
from gclink_spec.emit.sparql._group import Group, Value
from gclink_spec.emit.sparql._text import quoted, two_valued
from gclink_spec.rules import _ast as ast
from gclink_spec.rules import code_list_of, type_of
from gclink_spec.rules._ast import Type

#: A variable that nothing binds: reading it is an error, which is how a value becomes absent.
_NOTHING = "?nothing"


def lookup(group: Group, expr: ast.Lookup) -> Value:
    """Return the cell of a column for a key, absent when the key has no row or the row no such cell."""
    table = group.scope.model.tables[expr.table]
    cells = [(_cell(row[table.key[0]]), _cell(row[expr.column])) for row in table.rows if expr.column in row]
    text = "|" + "|".join(f"{key}={cell}" for key, cell in cells) + "|"
    key = _key(group, expr.key)
    found = f'STRBEFORE(STRAFTER({quoted(text)}, CONCAT("|", {key.text}, "=")), "|")'
    if type_of(expr.key) is Type.TEXT:
        found = f'IF(CONTAINS({key.text}, "|"), "", {found})'
    cell = group.let(found)
    match expr.type:
        case Type.INTEGER:
            cast = f"xsd:integer({cell})"
        case Type.DECIMAL:
            cast = f"xsd:decimal({cell})"
        case _:
            cast = cell
    return Value(group.let(f'IF({cell} != "", {cast}, {_NOTHING})'), absent=True)


def in_table(group: Group, expr: ast.InTable) -> str:
    """Return a test that a relation has a row with exactly these keys; rows for other constant keys are left out."""
    rows = _relation(group, expr.table)
    for position, given in enumerate(expr.keys):
        if isinstance(given, ast.String):
            rows = [row for row in rows if row[position] == given.value]
    open_keys = [i for i, key in enumerate(expr.keys) if not isinstance(key, ast.String)]
    if not open_keys:
        return "true" if rows else "false"
    listed = list(dict.fromkeys(tuple(row[i] for i in open_keys) for row in rows))
    text = "".join("|" + "|".join(row) + "|" for row in listed)
    keys = [_key(group, expr.keys[i]) for i in open_keys]
    wanted = "CONCAT(" + ", ".join(f'"|", {key.text}' for key in keys) + ', "|")'
    tests = [f"CONTAINS({quoted(text)}, {wanted})"]
    for i, key in zip(open_keys, keys, strict=True):
        if type_of(expr.keys[i]) is Type.TEXT:
            tests.append(f'{key.text} != "" && !CONTAINS({key.text}, "|")')
    return two_valued("(" + " && ".join(tests) + ")", any(key.absent for key in keys))


def _relation(group: Group, name: str) -> list[tuple[str, ...]]:
    """Return the key rows of ``table``, or one row per listed value for ``table.column``."""
    tables = group.scope.model.tables
    if name in tables:
        table = tables[name]
        return [_keys(table, row) for row in table.rows]
    stem, _, column = name.rpartition(".")
    table = tables[stem]
    rows = []
    for row in table.rows:
        cells = row.get(column, ())
        rows += [(*_keys(table, row), cell) for cell in ((cells,) if isinstance(cells, str) else cells)]
    return rows


def _keys(table: Table, row: Mapping[str, str | tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(_cell(row[key]) for key in table.key)


def _cell(cell: str | tuple[str, ...]) -> str:
    """Return the text of a cell; raise ValueError for one that holds a separator of the text form."""
    if isinstance(cell, tuple) or "|" in cell or "=" in cell:
        raise ValueError(f"a cell of a table in a rule is one text without | and =, not {cell!r}")
    return cell


def _key(group: Group, expr: ast.Expr) -> Value:
    """Return a key as the text that stands in a table."""
    if isinstance(expr, ast.String):
        return Value(quoted(expr.value))
    value = _expr.value(group, expr)
    if type_of(expr) is Type.INTEGER:
        whole = value.text if isinstance(expr, ast.Path) else f"xsd:integer({value.text})"
        return Value(group.let(f"STR({whole})"), value.absent)
    name = code_list_of(expr)
    if name is not None and not group.scope.model.code_lists[name].outside:
        prefix = quoted(f"{group.scope.model.base}{name}/")
        return Value(group.let(f"STRAFTER(STR({value.text}), {prefix})"), value.absent)
    return value
