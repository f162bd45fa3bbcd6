"""The rule language read directly: a slow interpreter of the typed tree, written apart from every back end.

It exists to be compared with them, so it follows the words of the language and nothing else.
"""

from __future__ import annotations

import calendar
import datetime
import itertools
import re
from collections.abc import Iterator, Mapping
from decimal import Context, Decimal
from types import MappingProxyType
from typing import Any

from gclink_spec import Model
from gclink_spec.rules import _ast as ast
from gclink_spec.rules._ast import Type

_EXACT = Context(prec=120)
Scope = Mapping[str, Any]
_NOTHING: Scope = MappingProxyType({})


class Oracle:
    """Evaluates expressions over one context object; None is absence."""

    def __init__(self, model: Model, tree: dict[str, Any]) -> None:
        self.model = model
        self.tree = tree

    def holds(self, expr: ast.Expr, scope: Scope = _NOTHING) -> bool:
        """Return the verdict of a condition."""
        match expr:
            case ast.If(condition, then, otherwise):
                if self.holds(condition, scope):
                    return self.holds(then, scope)
                return otherwise is None or self.holds(otherwise, scope)
            case ast.Quantified(every, binders, where, body):
                found = [self.holds(body, s) for s in self._combinations(binders, where, scope)]
                return all(found) if every else any(found)
            case ast.Logic(operator, operands):
                found = [self.holds(o, scope) for o in operands]
                return all(found) if operator == "and" else any(found)
            case ast.Not(operand):
                return not self.holds(operand, scope)
            case ast.Compare():
                return self._compare(expr, scope)
            case ast.In(left, options):
                value = self.value(left, scope)
                return value is not None and any(value == self.value(o, scope) for o in options)
            case ast.Matches(left, pattern):
                value = self.value(left, scope)
                return value is not None and re.fullmatch(pattern, value) is not None
            case ast.Contains(path, value):
                wanted = self.value(value, scope)
                return wanted is not None and wanted in (self._at(path, scope) or [])
            case ast.Unique(value, binders, where):
                found = [self.value(value, s) for s in self._combinations(binders, where, scope)]
                return len(found) == len(set(found))
            case ast.Exists(path):
                return self._at(path, scope) is not None
            case ast.OneOf(paths):
                return sum(self._at(path, scope) is not None for path in paths) == 1
            case ast.InTable(table, keys):
                return self._in_table(table, [self._key(k, scope) for k in keys])
            case ast.Call(function, arguments):
                value = self.value(arguments[0], scope)
                return value is not None and _CHECKS[function](value)
        raise TypeError(expr)

    def value(self, expr: ast.Expr, scope: Scope = _NOTHING) -> Any:
        """Return a value or None."""
        match expr:
            case ast.Path(type=type_):
                found = self._at(expr, scope)
                return Decimal(found) if found is not None and type_ in (Type.DECIMAL, Type.INTEGER) else found
            case ast.Number(value=value) | ast.String(value=value) | ast.Date(value=value) | ast.Boolean(value=value):
                return value
            case ast.Arithmetic(operator, left, ast.Months(value=months)):
                start = self.value(left, scope)
                return None if start is None else _months(start, months if operator == "+" else -months)
            case ast.Arithmetic(operator, left, right):
                a, b = self.value(left, scope), self.value(right, scope)
                if a is None or b is None:
                    return None
                return {"+": _EXACT.add, "-": _EXACT.subtract, "*": _EXACT.multiply}[operator](a, b)
            case ast.Negate(operand):
                value = self.value(operand, scope)
                return None if value is None else _EXACT.multiply(value, Decimal(-1))
            case ast.Coalesce(left, right):
                value = self.value(left, scope)
                return self.value(right, scope) if value is None else value
            case ast.Sum(inner, binders, where):
                total = Decimal(0)
                for s in self._combinations(binders, where, scope):
                    item = self.value(inner, s)
                    total = total if item is None else _EXACT.add(total, item)
                return total
            case ast.Count(binders, where):
                return Decimal(len(list(self._combinations(binders, where, scope))))
            case ast.Lookup(table, key, column, type_):
                return self._lookup(table, self._key(key, scope), column, type_)
            case ast.Call(function, arguments):
                values = [self.value(a, scope) for a in arguments]
                return None if None in values else _FUNCTIONS[function](*values)
        raise TypeError(expr)

    def _compare(self, expr: ast.Compare, scope: Scope) -> bool:
        left = self.value(expr.left, scope)
        if isinstance(expr.right, ast.Round):
            parts = (expr.right.numerator, expr.right.denominator, expr.right.scale)
            return left is not None and _rounded(left, *(self.value(p, scope) for p in parts))
        right = self.value(expr.right, scope)
        if left is None or right is None:
            return False
        if expr.within is not None:
            tolerance = self.value(expr.within, scope)
            return tolerance is not None and _EXACT.abs(_EXACT.subtract(left, right)) <= tolerance
        return {
            "=": left == right,
            "!=": left != right,
            "<": left < right if type(left) is not bool else False,
            "<=": left <= right,
            ">": left > right,
            ">=": left >= right,
        }[expr.operator]

    def _at(self, path: ast.Path, scope: Scope) -> Any:
        node: Any = self.tree if path.root is None else scope[path.root]
        for name in path.names:
            node = node.get(name) if isinstance(node, dict) else None
        return node

    def _combinations(self, binders: tuple[ast.Binder, ...], where: ast.Expr | None, scope: Scope) -> Iterator[Scope]:
        if not binders:
            if where is None or self.holds(where, scope):
                yield scope
            return
        for item in self._at(binders[0].path, scope) or []:
            yield from self._combinations(binders[1:], where, {**scope, binders[0].name: item})

    def _key(self, expr: ast.Expr, scope: Scope) -> str | None:
        value = self.value(expr, scope)
        return None if value is None else f"{value:f}" if isinstance(value, Decimal) else str(value)

    def _lookup(self, table: str, key: str | None, column: str, type_: Type | None) -> Any:
        found = self.model.tables[table]
        for row in found.rows:
            if key is not None and row[found.key[0]] == key and column in row:
                return Decimal(str(row[column])) if type_ in (Type.DECIMAL, Type.INTEGER) else row[column]
        return None

    def _in_table(self, name: str, keys: list[str | None]) -> bool:
        table = self.model.tables.get(name)
        listed = None
        if table is None:
            stem, _, listed = name.rpartition(".")
            table = self.model.tables[stem]
        if None in keys:
            return False
        for row in table.rows:
            lists = [[str(row[k])] for k in table.key]
            if listed is not None:
                cell = row.get(listed, ())
                lists.append([cell] if isinstance(cell, str) else list(cell))
            if keys in [list(combination) for combination in itertools.product(*lists)]:
                return True
        return False


def _rounded(x: Decimal, n: Decimal | None, d: Decimal | None, s: Decimal | None) -> bool:
    """Half away from zero, by the words: the whole number nearest to n/d*s, ties outwards."""
    if n is None or d is None or s is None or d <= 0:
        return False
    scaled = _EXACT.multiply(x, s)
    numerator = _EXACT.multiply(n, s)
    whole, rest = divmod(_fraction(abs(numerator)), _fraction(d))
    nearest = whole + (1 if 2 * rest >= _fraction(d) else 0)
    return scaled == (nearest if numerator >= 0 else -nearest)


def _fraction(value: Decimal) -> Any:
    from fractions import Fraction

    return Fraction(value)


def _months(start: str, months: int) -> str:
    year, month, day = map(int, start.split("-"))
    year, month = divmod(year * 12 + month - 1 + months, 12)
    return f"{year:04d}-{month + 1:02d}-{min(day, calendar.monthrange(year, month + 1)[1]):02d}"


def _date(text: str) -> datetime.date:
    return datetime.date.fromisoformat(text)


def _leap_days(a: str, b: str) -> Decimal:
    days = (_date(a) + datetime.timedelta(n) for n in range((_date(b) - _date(a)).days))
    return Decimal(sum(calendar.isleap(day.year) for day in days))


def _days30(a: str, b: str) -> Decimal:
    (y1, m1, d1), (y2, m2, d2) = (map(int, x.split("-")) for x in (a, b))
    return Decimal(360 * (y2 - y1) + 30 * (m2 - m1) + min(d2, 30) - min(d1, 30))


_FUNCTIONS: dict[str, Any] = {
    "abs": abs,
    "min": min,
    "max": max,
    "clip": lambda x, low, high: max(low, min(high, x)),
    "days": lambda a, b: Decimal((_date(b) - _date(a)).days),
    "days30": _days30,
    "leapDays": _leap_days,
    "year": lambda d: Decimal(d[:4]),
    "ymd": lambda d: Decimal(d.replace("-", "")),
    "dateOf": lambda t: t[:10],
}


def _gs1(text: str, lengths: tuple[int, ...]) -> bool:
    if not re.fullmatch("[0-9]+", text) or len(text) not in lengths:
        return False
    return sum(int(c) * (3 if i % 2 else 1) for i, c in enumerate(reversed(text))) % 10 == 0


def _lei(text: str) -> bool:
    return bool(re.fullmatch("[0-9A-Z]{18}[0-9]{2}", text)) and int("".join(str(int(c, 36)) for c in text)) % 97 == 1


def _uscc(text: str) -> bool:
    symbols = "0123456789ABCDEFGHJKLMNPQRTUWXY"
    if not re.fullmatch(f"[{symbols}]{{18}}", text):
        return False
    total = sum(symbols.index(c) * 3**i for i, c in enumerate(text[:17]))
    return symbols[(31 - total % 31) % 31] == text[17]


_CHECKS: dict[str, Any] = {
    "validGtin": lambda t: _gs1(t, (8, 12, 13, 14)),
    "validGln": lambda t: _gs1(t, (13,)),
    "validLei": _lei,
    "validUscc": _uscc,
}
