"""Absence: no rule passes or fails because a member happens to be left out.

At run time a comparison with an absent operand is false. In the condition of an ``if`` and in a ``where`` that reads as
"does not apply"; where a comparison is asserted or negated it would decide the verdict by accident, so there every
optional path needs a guard: ``if exists(p) then``, ``exists(p) and``, ``not exists(p) or``, ``where exists(p)`` or
``??``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from enum import Enum

from gclink_spec.rules import _ast as ast
from gclink_spec.rules._errors import RuleError
from gclink_spec.rules._types import is_condition

#: A path known to be present: the loop variable it starts from (or None) and its names.
Fact = tuple[str | None, tuple[str, ...]]
Facts = frozenset[Fact]
_NONE: Facts = frozenset()


class _Position(Enum):
    ASSERTED = "must hold"
    NEGATED = "is negated"
    DECIDING = "decides between then and else"
    ASKED = "only asks whether the rule applies"


def check_presence(expr: ast.Expr, column: Callable[[object], int]) -> None:
    """Raise RuleError for the first optional path that stands unguarded where its absence would decide the verdict."""
    _Guard(column).check(expr, _NONE, _Position.ASSERTED)


class _Guard:
    def __init__(self, column: Callable[[object], int]) -> None:
        self.column = column

    def check(self, expr: ast.Expr, facts: Facts, position: _Position) -> None:
        match expr:
            case ast.If(condition, then, otherwise):
                asks = otherwise is None and position is _Position.ASSERTED
                self.check(condition, facts, _Position.ASKED if asks else _Position.DECIDING)
                self.check(then, facts | when_true(condition), position)
                if otherwise is not None:
                    self.check(otherwise, facts | when_false(condition), position)
            case ast.Logic(operator, operands):
                for operand in operands:
                    self.check(operand, facts, position)
                    facts |= when_true(operand) if operator == "and" else when_false(operand)
            case ast.Not(operand):
                self.check(operand, facts, _Position.NEGATED)
            case ast.Quantified(_, _, where, body):
                self.check(body, self.filtered(where, facts), position)
            case ast.Exists() | ast.OneOf():
                pass
            case _:
                strict = position is not _Position.ASKED
                for value in _values(expr):
                    self.value(value, facts, position, strict)

    def filtered(self, where: ast.Expr | None, facts: Facts) -> Facts:
        if where is None:
            return facts
        self.check(where, facts, _Position.ASKED)
        return facts | when_true(where)

    def value(self, expr: ast.Expr, facts: Facts, position: _Position, strict: bool) -> None:
        match expr:
            case ast.Path():
                if strict:
                    self.path(expr, facts, position)
            case ast.Coalesce(left, right):
                self.value(left, facts, position, strict=False)
                self.value(right, facts, position, strict)
            case ast.Sum(value, _, where):
                inner = self.filtered(where, facts)
                self.value(value, inner, position, strict=True)
                self.total(value)
            case ast.Count(_, where):
                self.filtered(where, facts)
            case ast.Unique(value, _, where):
                inner = self.filtered(where, facts)
                self.value(value, inner, position, strict=True)
                self.total(value)
            case _:
                for child in _values(expr):
                    self.value(child, facts, position, strict)

    def path(self, path: ast.Path, facts: Facts, position: _Position) -> None:
        for length, step in enumerate(path.steps, 1):
            if step.optional and (path.root, path.names[:length]) not in facts:
                names = ((path.root,) if path.root else ()) + path.names
                missing = ".".join(names[: length + (1 if path.root else 0)])
                raise RuleError(
                    self.column(path),
                    f"'{missing}' may be absent, and this comparison {position.value}",
                    f"guard it: if exists({missing}) then ..., exists({missing}) and ..., or {'.'.join(names)} ?? 0",
                )

    def total(self, value: ast.Expr) -> None:
        """Refuse a look-up without default in a sum: engines differ on what a missing item adds."""
        match value:
            case ast.Lookup():
                raise RuleError(
                    self.column(value), "a look-up in a sum may be absent", "give a default: lookup(...) ?? 0"
                )
            case ast.Coalesce(right=right):
                self.total(right)
            case _:
                for child in _values(value):
                    self.total(child)


def when_true(expr: ast.Expr) -> Facts:
    """Return the paths that are present whenever a condition holds."""
    match expr:
        case ast.Exists(path):
            return _prefixes(path)
        case ast.Logic("and", operands):
            return _NONE.union(*(when_true(o) for o in operands))
        case ast.Logic(_, operands):
            return _common([when_true(o) for o in operands])
        case ast.Not(operand):
            return when_false(operand)
        case ast.If(condition, then, otherwise):
            applied = when_true(condition) | when_true(then)
            skipped = when_false(condition) | (when_true(otherwise) if otherwise is not None else _NONE)
            return applied & skipped
        case ast.Quantified() | ast.OneOf() | ast.Unique():
            return _NONE
    return _NONE.union(*(_prefixes(path) for value in _values(expr) for path in _needed(value)))


def when_false(expr: ast.Expr) -> Facts:
    """Return the paths that are present whenever a condition does not hold."""
    match expr:
        case ast.Not(operand):
            return when_true(operand)
        case ast.Logic("or", operands):
            return _NONE.union(*(when_false(o) for o in operands))
        case ast.Logic(_, operands):
            return _common([when_false(o) for o in operands])
    return _NONE


def _common(facts: list[Facts]) -> Facts:
    return facts[0].intersection(*facts[1:])


def _prefixes(path: ast.Path) -> Facts:
    return frozenset((path.root, path.names[:length]) for length in range(1, len(path.names) + 1))


def _needed(value: ast.Expr) -> Iterator[ast.Path]:
    """Yield the paths without which a value is absent."""
    match value:
        case ast.Path():
            yield value
        case ast.Coalesce() | ast.Sum() | ast.Count():
            return
        case _:
            for child in _values(value):
                yield from _needed(child)


def _values(expr: ast.Expr) -> tuple[ast.Expr, ...]:
    """Return the operands of a comparison or of a value."""
    match expr:
        case ast.Compare(_, left, right, within):
            return (left, right) if within is None else (left, right, within)
        case ast.In(left, options):
            return (left, *options)
        case ast.Matches(left):
            return (left,)
        case ast.Contains(_, value):
            return (value,)
        case ast.InTable(_, keys):
            return keys
        case ast.Call(_, arguments):
            return arguments
        case ast.Arithmetic(_, left, right):
            return (left, right)
        case ast.Coalesce(left, right):
            return (left, right)
        case ast.Negate(operand):
            return (operand,)
        case ast.Lookup(_, key):
            return (key,)
        case ast.Round(numerator, denominator, scale):
            return (numerator, denominator, scale)
        case ast.Unique():
            return (expr,)
    assert not is_condition(expr), expr
    return ()
