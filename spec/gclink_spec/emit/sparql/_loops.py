"""Loops: ``every`` and ``some`` as EXISTS, ``sum``, ``count`` and ``unique`` as subselects.

A subselect is evaluated on its own, so it walks the outer loops again and is joined on their variables. It always
projects ``$this``, as SHACL demands. A group over nothing has no row: the join is an OPTIONAL.
"""

from __future__ import annotations

from textwrap import indent

from gclink_spec.emit.sparql import _expr
from gclink_spec.emit.sparql._group import Group, Value
from gclink_spec.emit.sparql._scope import Scope, free_loops
from gclink_spec.emit.sparql._text import surely
from gclink_spec.rules import _ast as ast


def quantified(group: Group, expr: ast.Quantified) -> str:
    """Return ``some`` as EXISTS and ``every`` as NOT EXISTS of a counter-example."""
    scope = group.scope.inside(expr.binders)
    inner = _walking(scope, len(group.scope.loops))
    tests = [] if expr.where is None else [_expr.condition(inner, expr.where)]
    body = _expr.condition(inner, expr.body)
    tests.append(f"!{surely(body)}" if expr.every else body)
    word = "NOT EXISTS" if expr.every else "EXISTS"
    return f"{word} {{\n{indent(inner.render(' && '.join(tests)), '  ')}\n}}"


def exists(group: Group, path: ast.Path) -> str:
    """Return a test that an array, a language map or a member behind one is there."""
    lines = group.scope.triples(path, group.scope.names.fresh("v"))
    return "EXISTS { " + " ".join(lines) + " }"


def total(group: Group, expr: ast.Sum) -> Value:
    """Return a sum; every item counts, equal ones too, and a sum over nothing is 0."""
    aggregate = _aggregate(group, expr.binders, expr.where, expr.value)
    item = _expr.value(aggregate.group, expr.value)
    return Value(f"COALESCE({aggregate.project(f'SUM({item.text})')}, 0)")


def number(group: Group, expr: ast.Count) -> Value:
    """Return how many items, or combinations of items, there are."""
    aggregate = _aggregate(group, expr.binders, expr.where, None)
    return Value(f"COALESCE({aggregate.project(f'COUNT({aggregate.item})')}, 0)")


def unique(group: Group, expr: ast.Unique) -> str:
    """Return a test that no value occurs twice.

    Members keep their canonical form, so equal values are equal terms; a calculated value is refused, because engines
    write it with more or fewer zeros.
    """
    if not isinstance(expr.value, ast.Path):
        raise NotImplementedError("unique over a calculated value")
    aggregate = _aggregate(group, expr.binders, expr.where, expr.value)
    value = aggregate.group.member(expr.value).text
    return f"COALESCE({aggregate.project(f'COUNT({value})')} = {aggregate.project(f'COUNT(DISTINCT {value})')}, true)"


def _walking(scope: Scope, known: int) -> Group:
    """Return a group that walks the loops of a scope from the given one on."""
    return Group(scope, [line for loop in scope.loops[known:] for line in scope.walk(loop)])


class _Aggregate:
    """One subselect; aggregates over the same items share it."""

    def __init__(self, scope: Scope, binders: tuple[ast.Binder, ...], where: ast.Expr | None) -> None:
        self.keys = ["$this", *(loop.variable for loop in scope.loops)]
        inside = scope.inside(binders)
        self.item = inside.loops[-1].variable
        self.group = _walking(inside, 0)
        self.condition = None if where is None else _expr.condition(self.group, where)
        self.columns: dict[str, str] = {}

    def project(self, text: str) -> str:
        """Return the outer variable of an aggregate such as ``SUM(?v3)``."""
        if text not in self.columns:
            self.columns[text] = self.group.scope.names.fresh("a")
        return self.columns[text]

    def render(self) -> str:
        keys = " ".join(self.keys)
        columns = " ".join(f"({text} AS {variable})" for text, variable in self.columns.items())
        body = indent(self.group.render(self.condition), "  ")
        return f"SELECT {keys} {columns} WHERE {{\n{body}\n}} GROUP BY {keys}"


def _aggregate(
    group: Group, binders: tuple[ast.Binder, ...], where: ast.Expr | None, value: ast.Expr | None
) -> _Aggregate:
    bound = {binder.name for binder in binders}
    wanted = (free_loops(binders) | free_loops(where) | free_loops(value)) - bound
    key = (binders, where, frozenset(wanted))
    found = group.subselects.get(key)
    if not isinstance(found, _Aggregate):
        found = group.subselects[key] = _Aggregate(group.scope.only(wanted), binders, where)
    return found
