"""From the untyped tree to a typed one: every path resolved, every operator checked.

A line that passes here means the same in all three targets; what they would read differently is refused with the column
and the mend.
"""

from __future__ import annotations

from dataclasses import replace
from typing import NoReturn, TypeVar

from gclink_spec._model import Model
from gclink_spec.rules import _ast as ast
from gclink_spec.rules import _pattern
from gclink_spec.rules._ast import Type
from gclink_spec.rules._errors import RuleError
from gclink_spec.rules._guard import check_presence
from gclink_spec.rules._parser import Parsed
from gclink_spec.rules._resolve import Item, column_type, find_table, has_key, resolve
from gclink_spec.rules._types import FUNCTIONS, NUMERIC, ORDERED, code_list_of, is_condition, type_of

_N = TypeVar("_N", bound=ast.Expr)


def analyse(model: Model, parsed: Parsed, context: str) -> ast.Expr:
    """Type one line for one context class; raise RuleError with the first fault."""
    analysis = _Analysis(model, parsed, context)
    expr = analysis.condition(parsed.expr)
    check_presence(expr, analysis.column)
    return expr


def analyse_path(model: Model, path: ast.Path, context: str) -> ast.Path:
    """Resolve a bare path (the ``at`` of a requirement) for one context class."""
    return resolve(model, context, {}, path, 1)


class _Analysis:
    def __init__(self, model: Model, parsed: Parsed, context: str) -> None:
        self.model = model
        self.context = context
        self.columns = dict(parsed.columns)
        self.scope: dict[str, Item] = {}

    def column(self, node: object) -> int:
        return self.columns.get(id(node), 1)

    def refuse(self, node: object, message: str, mend: str) -> NoReturn:
        raise RuleError(self.column(node), message, mend)

    def placed(self, new: _N, old: ast.Expr) -> _N:
        self.columns[id(new)] = self.column(old)
        return new

    # conditions

    def condition(self, expr: ast.Expr) -> ast.Expr:
        return self.placed(self._condition(expr), expr)

    def _condition(self, expr: ast.Expr) -> ast.Expr:
        match expr:
            case ast.If(condition, then, otherwise):
                last = None if otherwise is None else self.condition(otherwise)
                return ast.If(self.condition(condition), self.condition(then), last)
            case ast.Logic(operator, operands):
                return ast.Logic(operator, tuple(self.condition(o) for o in operands))
            case ast.Not(operand):
                return ast.Not(self.condition(operand))
            case ast.Quantified():
                outer = dict(self.scope)
                binders = self.binders(expr.binders, scalars=not expr.every)
                where = None if expr.where is None else self.condition(expr.where)
                typed = ast.Quantified(expr.every, binders, where, self.condition(expr.body))
                self.scope = outer
                return typed
            case ast.Unique():
                value, binders, where = self.aggregate(expr)
                return ast.Unique(value, binders, where)
            case ast.Compare():
                return self.compare(expr)
            case ast.In(left, options):
                subject = self.value(left)
                return ast.In(subject, tuple(self.matched(subject, self.value(o), o)[1] for o in options))
            case ast.Matches():
                return self.matches(expr)
            case ast.Contains(path, value):
                array = self.path(path, many=True)
                if not array.steps or not array.steps[-1].many or array.type is Type.OBJECT:
                    self.refuse(
                        path, "'contains' wants an array of simple values", "for one value write =, for objects some"
                    )
                return ast.Contains(array, self.matched(array, self.value(value), value)[1])
            case ast.Exists(path):
                return ast.Exists(self.present(path, many=True))
            case ast.OneOf(paths):
                return ast.OneOf(tuple(self.present(p, many=False) for p in paths))
            case ast.InTable():
                return self.in_table(expr)
            case ast.Call() if is_condition(expr):
                return self.call(expr)
        return self.no_condition(expr)

    def no_condition(self, expr: ast.Expr) -> NoReturn:
        if isinstance(expr, ast.Path) and self.path(expr, many=True).type is Type.BOOLEAN:
            self.refuse(expr, "a member alone is no condition", f"write {'.'.join(expr.names)} = true")
        self.refuse(expr, "a condition is wanted here", "compare the value with another one")

    def compare(self, expr: ast.Compare) -> ast.Compare:
        left = self.value(expr.left)
        if isinstance(expr.right, ast.Round):
            if expr.operator != "=" or expr.within is not None:
                self.refuse(
                    expr.right, "round stands only at the right of '=' without tolerance", "write x = round(n / d, s)"
                )
            if type_of(left) not in NUMERIC:
                self.refuse(expr.left, f"{type_of(left)} is no number", "round gives a number")
            parts = [self.number(e) for e in (expr.right.numerator, expr.right.denominator, expr.right.scale)]
            return ast.Compare("=", left, self.placed(ast.Round(*parts), expr.right))
        left, right = self.matched(left, self.value(expr.right), expr.right, expr.left)
        if expr.operator not in ("=", "!=") and type_of(left) not in ORDERED:
            self.refuse(expr.left, f"{type_of(left)} has no order", "order only numbers, dates and instants")
        within = None
        if expr.within is not None:
            if expr.operator != "=" or type_of(left) not in NUMERIC:
                self.refuse(expr.within, "'within' goes with '=' between numbers", "write a = b within t")
            within = self.number(expr.within)
        return ast.Compare(expr.operator, left, right, within)

    def matched(
        self, left: ast.Expr, right: ast.Expr, written: ast.Expr, written_left: ast.Expr | None = None
    ) -> tuple[ast.Expr, ast.Expr]:
        """Make two operands comparable: a text beside a code becomes a code of the same list."""
        left_type, right_type = type_of(left), type_of(right)
        if isinstance(right, ast.String):
            right = self.literal(left, right, written)
        elif isinstance(left, ast.String) and written_left is not None:
            left = self.literal(right, left, written_left)
        left_type, right_type = type_of(left), type_of(right)
        if left_type in NUMERIC and right_type in NUMERIC:
            return left, right
        if left_type is not right_type or left_type in (Type.OBJECT, Type.MONTHS):
            self.refuse(written, f"{left_type} is compared with {right_type}", "compare values of one type")
        if left_type is Type.CODE and code_list_of(left) != code_list_of(right):
            lists = f"{code_list_of(left)} and {code_list_of(right)}"
            self.refuse(written, f"codes of different lists are compared: {lists}", "compare codes of one list")
        return left, right

    def literal(self, other: ast.Expr, text: ast.String, written: ast.Expr) -> ast.String:
        if isinstance(other, ast.Path) and other.type is Type.TEXT and other.steps:
            field = self.model.field(other.steps[-1].owner, other.names[-1])
            if field is not None and field.values and text.value not in field.values:
                self.refuse(
                    written, f'"{text.value}" is no value of {field.name}', f"values: {', '.join(field.values)}"
                )
        name = code_list_of(other) if type_of(other) is Type.CODE else None
        if name is None:
            return text
        codes = self.model.code_lists[name]
        if codes.pattern is None and text.value not in codes.values():
            self.refuse(written, f'"{text.value}" is no code of {name}', f"codes: {', '.join(codes.values()[:20])}")
        return self.placed(replace(text, code_list=name), written)

    def matches(self, expr: ast.Matches) -> ast.Matches:
        left = self.value(expr.left)
        if type_of(left) is not Type.TEXT:
            self.refuse(expr.left, f"'matches' wants a text, not {type_of(left)}", "compare codes with = or in")
        fault = _pattern.fault(expr.pattern)
        if fault is not None:
            self.refuse(
                expr, f"the pattern is outside the common subset at '{fault[1]}' (character {fault[0] + 1})",
                "use literals, classes, {n,m}, | and groups; a dot is [.], a digit [0-9]",
            )  # fmt: skip
        return ast.Matches(left, expr.pattern)

    def in_table(self, expr: ast.InTable) -> ast.InTable:
        keys = tuple(self.value(key) for key in expr.keys)
        table, listed = find_table(self.model, expr.table, self.column(expr))
        wanted = (*table.key, listed) if listed else table.key
        if len(keys) != len(wanted):
            self.refuse(
                expr,
                f"table {expr.table} has the keys {', '.join(wanted)}",
                f"give {len(wanted)} values after the name",
            )
        for key in keys:
            if type_of(key) not in (Type.TEXT, Type.CODE, Type.INTEGER):
                self.refuse(expr, f"{type_of(key)} is no key of a table", "keys are texts, codes and integers")
        return ast.InTable(expr.table, keys)

    # values

    def value(self, expr: ast.Expr) -> ast.Expr:
        return self.placed(self._value(expr), expr)

    def number(self, expr: ast.Expr) -> ast.Expr:
        typed = self.value(expr)
        if type_of(typed) not in NUMERIC:
            self.refuse(expr, f"a number is wanted, not {type_of(typed)}", "use members of type decimal or integer")
        return typed

    def _value(self, expr: ast.Expr) -> ast.Expr:
        match expr:
            case ast.Path():
                return self.path(expr)
            case ast.Number() | ast.String() | ast.Date() | ast.Boolean():
                return expr
            case ast.Arithmetic(operator, left, right):
                if isinstance(right, ast.Months):
                    start = self.value(left)
                    if type_of(start) is not Type.DATE or operator == "*":
                        self.refuse(right, "months are added to a date", "write date + 36 months")
                    return ast.Arithmetic(operator, start, right, Type.DATE)
                first, second = self.number(left), self.number(right)
                return ast.Arithmetic(operator, first, second, _joined(first, second))
            case ast.Negate(operand):
                return ast.Negate(self.number(operand))
            case ast.Coalesce(left, right):
                first, second = self.matched(self.value(left), self.value(right), right)
                return ast.Coalesce(first, second, _joined(first, second))
            case ast.Sum():
                value, binders, where = self.aggregate(expr)
                if type_of(value) not in NUMERIC:
                    self.refuse(expr.value, f"sum of {type_of(value)}", "sum numbers")
                return ast.Sum(value, binders, where)
            case ast.Count():
                outer = dict(self.scope)
                binders = self.binders(expr.binders)
                where = None if expr.where is None else self.condition(expr.where)
                self.scope = outer
                return ast.Count(binders, where)
            case ast.Lookup():
                return self.lookup(expr)
            case ast.Call() if not is_condition(expr):
                return self.call(expr)
            case ast.Round():
                self.refuse(expr, "round stands only at the right of '='", "write x = round(n / d, s)")
            case ast.Months():
                self.refuse(expr, "months are only added to a date", "write date + 36 months")
        return self.refuse(expr, "a value is wanted here, not a condition", "join conditions with and, or, not, if")

    def aggregate(self, expr: ast.Sum | ast.Unique) -> tuple[ast.Expr, tuple[ast.Binder, ...], ast.Expr | None]:
        outer = dict(self.scope)
        binders = self.binders(expr.binders)
        value = self.value(expr.value)
        where = None if expr.where is None else self.condition(expr.where)
        self.scope = outer
        return value, binders, where

    def lookup(self, expr: ast.Lookup) -> ast.Lookup:
        key = self.value(expr.key)
        table, listed = find_table(self.model, expr.table, self.column(expr))
        if listed is not None or len(table.key) != 1:
            self.refuse(
                expr, f"'{expr.table}' is a relation", "lookup wants a table with one key; ask relations with inTable"
            )
        if type_of(key) not in (Type.TEXT, Type.CODE, Type.INTEGER):
            self.refuse(expr.key, f"{type_of(key)} is no key of a table", "keys are texts, codes and integers")
        if isinstance(key, ast.String) and not has_key(table, key.value):
            self.refuse(expr.key, f'table {table.name} has no row "{key.value}"', f"keys are {table.key[0]}")
        return ast.Lookup(expr.table, key, expr.column, column_type(table, expr.column, self.column(expr)))

    def call(self, expr: ast.Call) -> ast.Call:
        if expr.function not in FUNCTIONS:
            self.refuse(expr, f"there is no function '{expr.function}'", f"functions: {', '.join(FUNCTIONS)}")
        wanted, result = FUNCTIONS[expr.function]
        if len(expr.arguments) != len(wanted):
            self.refuse(expr, f"{expr.function} takes {len(wanted)} values", f"types: {', '.join(wanted)}")
        arguments = tuple(self.value(a) for a in expr.arguments)
        for argument, type_, written in zip(arguments, wanted, expr.arguments, strict=True):
            found = type_of(argument)
            if found is not type_ and not (type_ is Type.DECIMAL and found is Type.INTEGER):
                self.refuse(written, f"{expr.function} takes {type_} here, not {found}", f"give a {type_}")
        if result is Type.DECIMAL and all(type_of(a) is Type.INTEGER for a in arguments):
            result = Type.INTEGER
        return ast.Call(expr.function, arguments, result)

    # paths

    def path(self, path: ast.Path, many: bool = False) -> ast.Path:
        typed = self.placed(resolve(self.model, self.context, self.scope, path, self.column(path)), path)
        written = ".".join(path.names)
        if not many:
            if typed.steps and typed.steps[-1].many:
                self.refuse(
                    path,
                    f"'{written}' is an array",
                    f"write some x in {written}: ..., count(x in {written}) or contains",
                )
            if typed.type is Type.OBJECT:
                self.refuse(path, f"'{written}' is an object", "compare one of its members, or write exists(...)")
        return typed

    def present(self, path: ast.Path, many: bool) -> ast.Path:
        typed = self.path(path, many=True)
        written = ".".join(path.names)
        if not typed.steps:
            self.refuse(path, f"'{written}' is a loop variable and always there", "test one of its members")
        if typed.steps[-1].many and not many:
            self.refuse(path, f"'{written}' is an array", "oneOf takes single members only")
        if not any(step.optional for step in typed.steps):
            self.refuse(path, f"'{written}' is always there", "leave the test out: the member is required")
        return typed

    def binders(self, binders: tuple[ast.Binder, ...], scalars: bool = False) -> tuple[ast.Binder, ...]:
        typed: list[ast.Binder] = []
        for binder in binders:
            if self.model.field(self.context, binder.name) is not None or binder.name in self.scope:
                self.refuse(binder, f"the loop variable '{binder.name}' hides a name in use", "choose another name")
            path = self.path(binder.path, many=True)
            written = ".".join(binder.path.names)
            if not path.steps or not path.steps[-1].many:
                self.refuse(binder.path, f"'{written}' is no array", "loop over a member of cardinality above one")
            assert path.type is not None
            if path.type is not Type.OBJECT and not scalars:
                self.refuse(binder.path, f"'{written}' is an array of simple values", "use contains or some")
            self.scope[binder.name] = Item(path.type, path.object_class, path.code_list)
            typed.append(ast.Binder(binder.name, path))
        return tuple(typed)


def _joined(left: ast.Expr, right: ast.Expr) -> Type:
    """Return the type of two operands joined: a number is an integer only when both are."""
    types = {type_of(left), type_of(right)}
    return Type.DECIMAL if types == NUMERIC else types.pop()
