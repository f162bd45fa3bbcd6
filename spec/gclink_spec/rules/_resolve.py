"""Paths and tables: from names in a line to members and columns of the model."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from difflib import get_close_matches

from gclink_spec._model import Field, Model, Table
from gclink_spec.rules import _ast as ast
from gclink_spec.rules._ast import Step, Type
from gclink_spec.rules._errors import RuleError
from gclink_spec.rules._types import SCALAR

_TAG = re.compile(r"[a-z]{2,3}")
_INTEGER = re.compile(r"-?[0-9]+")
_DECIMAL = re.compile(r"-?[0-9]+(\.[0-9]+)?")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


@dataclass(frozen=True, slots=True)
class Item:
    """What a loop variable stands for: one item of the array that its binder names."""

    type: Type
    object_class: str | None
    code_list: str | None


def resolve(model: Model, context: str, scope: dict[str, Item], path: ast.Path, column: int) -> ast.Path:
    """Resolve a path as written against the context class, or against the loop variable it starts with."""
    names = path.names
    root = names[0] if names[0] in scope else None
    if root is not None:
        item, names = scope[root], names[1:]
    else:
        item = Item(Type.OBJECT, context, None)
    steps: list[Step] = []
    for position, name in enumerate(names):
        if steps and steps[-1].many:
            before = ".".join(path.names[: len(path.names) - len(names) + position])
            raise RuleError(column, f"'{before}' is an array", f"name its items: every x in {before}: x.{name} ...")
        step, item = _step(model, item, name, path, column)
        steps.append(step)
    return replace(
        path, names=names, root=root, steps=tuple(steps), type=item.type,
        code_list=item.code_list, object_class=item.object_class,
    )  # fmt: skip


def _step(model: Model, item: Item, name: str, path: ast.Path, column: int) -> tuple[Step, Item]:
    cls = item.object_class
    if cls is None:
        raise RuleError(column, f"'{'.'.join(path.names)}' goes on after a simple value", f"leave out '.{name}'")
    if cls == "LocalizedText":
        if not _TAG.fullmatch(name):
            raise RuleError(column, f"'{name}' is no language tag", "write two or three lower case letters: name.en")
        return Step(name, cls, optional=True, many=False), Item(Type.TEXT, None, None)
    field = model.field(cls, name)
    if field is None:
        known = [f.name for f in model.fields_of(cls)]
        near = get_close_matches(name, known, 1)
        mend = f"did you mean '{near[0]}'?" if near else f"members of {cls}: {', '.join(known)}"
        raise RuleError(column, f"{cls} has no member '{name}'", mend)
    return Step(name, field.owner, optional=not field.required, many=field.many), _item(field)


def _item(field: Field) -> Item:
    if field.type in SCALAR:
        return Item(SCALAR[field.type], None, field.code_list)
    return Item(Type.OBJECT, field.type, None)


def find_table(model: Model, name: str, column: int) -> tuple[Table, str | None]:
    """Return a table by name, or a table and its list column for ``table.column``."""
    if name in model.tables:
        return model.tables[name], None
    stem, _, listed = name.rpartition(".")
    table = model.tables.get(stem)
    if table is not None and listed in table.columns:
        return table, listed
    near = get_close_matches(name, list(model.tables), 1)
    mend = f"did you mean '{near[0]}'?" if near else "tables are in spec/model/tables"
    raise RuleError(column, f"there is no table '{name}'", mend)


def column_type(table: Table, name: str, column: int) -> Type:
    """Return the type that every cell of a column has: integer, decimal, date or text."""
    if name not in table.columns:
        raise RuleError(column, f"table {table.name} has no column '{name}'", f"columns: {', '.join(table.columns)}")
    cells = [row[name] for row in table.rows if name in row]
    if any(isinstance(cell, tuple) for cell in cells):
        raise RuleError(
            column, f"column '{name}' of {table.name} holds lists", f'write inTable("{table.name}.{name}", ...)'
        )
    texts = [str(cell) for cell in cells]
    for pattern, type_ in ((_INTEGER, Type.INTEGER), (_DECIMAL, Type.DECIMAL), (_DATE, Type.DATE)):
        if texts and all(pattern.fullmatch(text) for text in texts):
            return type_
    return Type.TEXT


def has_key(table: Table, key: str) -> bool:
    """Whether a table with one key column has a row for a key."""
    return any(row.get(table.key[0]) == key for row in table.rows)
