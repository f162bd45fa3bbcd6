"""Values: every expression is a sequence of one typed value, or of none where something is absent.

The empty sequence does what the rule language asks of absence: arithmetic with it is empty, a comparison with it false.
"""

from __future__ import annotations

from itertools import count

from gclink_spec._model import Model
from gclink_spec.emit.xpath._builtins import TEMPLATES
from gclink_spec.emit.xpath._names import CODEPOINT, COLLAPSED, nodes, values
from gclink_spec.emit.xpath._tables import TableText
from gclink_spec.rules import _ast as ast
from gclink_spec.rules import type_of
from gclink_spec.rules._ast import Type


class Values:
    """Writes values; conditions inside them (a filter) come back through ``condition``."""

    def __init__(self, model: Model, tables: TableText) -> None:
        self.model = model
        self.tables = tables
        self._numbers = count(1)

    def condition(self, expr: ast.Expr) -> str:
        """Return a condition; the conditions' module supplies it."""
        raise NotImplementedError

    def variable(self) -> str:
        """Return a variable that no line can name and no other place of the condition uses."""
        return f"$_{next(self._numbers)}"

    def value(self, expr: ast.Expr) -> str:
        """Return an expression that can stand as an operand."""
        match expr:
            case ast.Path():
                return values(self.model, expr)
            case ast.Number(value=number):
                return f"{number:f}"
            case ast.String(value=text) | ast.Date(value=text):
                return literal(text)
            case ast.Boolean(value=truth):
                return "true()" if truth else "false()"
            case ast.Arithmetic(operator, left, ast.Months(value=months)):
                return self._months(operator, left, months)
            case ast.Arithmetic(operator, left, right):
                return f"({self.value(left)} {operator} {self.value(right)})"
            case ast.Negate(operand):
                return f"(-{self.value(operand)})"
            case ast.Coalesce(left, right):
                return f"({self.value(left)}, {self.value(right)})[1]"
            case ast.Sum(inner, binders, where):
                return f"sum({self.each(binders, where, self.value(inner))})"
            case ast.Count(binders, where):
                return f"count({self.each(binders, where, '1')})"
            case ast.Lookup():
                return self._lookup(expr)
            case ast.Call(function, arguments):
                return self.call(function, arguments)
        raise TypeError(f"{type(expr).__name__} is no value")

    def each(self, binders: tuple[ast.Binder, ...], where: ast.Expr | None, result: str) -> str:
        """Return one result per combination of the loop variables that passes the filter; one ``for`` per variable."""
        if where is not None:
            result = f"if ({self.condition(where)}) then {result} else ()"
        for binder in reversed(binders):
            result = f"for ${binder.name} in {nodes(binder.path)} return {result}"
        return result

    def call(self, function: str, arguments: tuple[ast.Expr, ...]) -> str:
        """Return a built-in over its arguments, each bound once."""
        variables = [self.variable() for _ in arguments]
        body = TEMPLATES[function].format(*variables)
        for variable, argument in reversed(list(zip(variables, arguments, strict=True))):
            body = f"for {variable} in {self.value(argument)} return {body}"
        return f"({body})"

    def key(self, expr: ast.Expr) -> tuple[str, str | None]:
        """Return a table's key as text and, where that is a variable, the expression it is bound to.

        A text with a separator of the tables finds no row.
        """
        if isinstance(expr, ast.String):
            return literal(expr.value), None
        text = self.variable()
        if type_of(expr) is Type.INTEGER:
            return text, f"{nodes(expr)}/{COLLAPSED}" if isinstance(expr, ast.Path) else self._whole(expr)
        if type_of(expr) is Type.TEXT:
            return text, f"({self.value(expr)})[. = translate(., '|~=', '')]"
        return text, self.value(expr)

    def _whole(self, expr: ast.Expr) -> str:
        number = self.variable()
        return f"(for {number} in {self.value(expr)} return string(xs:integer({number})))"

    def _lookup(self, expr: ast.Lookup) -> str:
        key, source = self.key(expr.key)
        table = self.tables.values(expr.table, expr.column)
        found = f"substring-before(substring-after({table}, concat('|', {key}, '='), {CODEPOINT}), '|', {CODEPOINT})"
        if source is not None:
            found = f"for {key} in {source} return {found}"
        cell = self.variable()
        typed = f"xs:decimal({cell})" if expr.type in (Type.DECIMAL, Type.INTEGER) else cell
        return f"(for {cell} in ({found})[. != ''] return {typed})"

    def _months(self, operator: str, start: ast.Expr, months: int) -> str:
        """XPath clips to the last day of the month, as the rule language does."""
        day = self.variable()
        span = f"xs:yearMonthDuration('P{months}M')"
        return f"(for {day} in {self.value(start)} return string(xs:date({day}) {operator} {span}))"


def literal(text: str) -> str:
    """Return a string literal."""
    return "'" + text.replace("'", "''") + "'"
