"""Conditions and values of the rule language as Python expressions.

Two facts carry the speed: a decimal of a T1-valid tree is a canonical text, so signs, equality and membership are
decided on the text; and the analysis has proven which optional members are present where, so that nothing is tested
twice. Everything else is exact Decimal arithmetic.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal

from gclink_spec._model import Model
from gclink_spec.emit._python_module import Module, Names, bare, canonical, local
from gclink_spec.rules import _ast as ast
from gclink_spec.rules._ast import Type
from gclink_spec.rules._guard import Facts, when_true
from gclink_spec.rules._principal import walk
from gclink_spec.rules._resolve import find_table
from gclink_spec.rules._types import type_of

NO_FACTS: Facts = frozenset()

_CALLS = {"days30": "days30", "leapDays": "leap_days", "ymd": "ymd", "days": "days"}


@dataclass(slots=True)
class Value:
    """A Python expression and the conditions under which it is present."""

    code: str
    conditions: list[str] = field(default_factory=list)


class MayBeAbsentError(Exception):
    """A value of an aggregate needs a guard that stands nearer than the place where it was to be written."""


class Expressions:
    """Write the expressions of one function; members used more than once become local variables.

    The function is written twice: the first pass counts (``uses``), the second finds the counts in ``shared``.
    """

    def __init__(self, model: Model, module: Module, shared: Counter[tuple[str, Names]] | None = None) -> None:
        self.model = model
        self.module = module
        self.uses: Counter[tuple[str, Names]] = Counter()
        self.paths: dict[Names, ast.Path] = {}
        self.shared = shared if shared is not None else Counter()
        self.depth = 0
        #: Aggregates written before the rule, and the members known to be present there.
        self.before: list[str] = []
        self.known = NO_FACTS
        #: Whether the function needs a memo of arrays by key.
        self.memo = False

    # members

    def is_local(self, kind: str, names: Names) -> bool:
        """Whether a member is a local variable: ``v`` as the tree has it, ``d`` as Decimal."""
        return self.shared[(kind, names)] > 1

    def member(self, path: ast.Path, length: int) -> str:
        """Return the code of a prefix of a path that is known to be present."""
        names = path.names[:length]
        if not length:
            return "o" if path.root is None else f"{path.root}_"
        if self.used("v", path, names):
            return local("v", names)
        return f'{self.member(path, length - 1)}["{names[-1]}"]'

    def used(self, kind: str, path: ast.Path, names: Names) -> bool:
        """Count a use of a member of the context object; return whether it is a local variable."""
        if path.root is not None:
            return False
        self.uses[(kind, names)] += 1
        self.paths.setdefault(names, path)
        return self.is_local(kind, names)

    def present(self, path: ast.Path, facts: Facts, upto: int | None = None) -> list[str]:
        """Return the tests that a path is present, apart from those known already."""
        tests: list[str] = []
        for length, step in enumerate(path.steps[:upto], 1):
            names = path.names[:length]
            if not step.optional or (path.root, names) in facts:
                continue
            if self.used("v", path, names):
                tests.append(f"{local('v', names)} is not None")
            else:
                tests.append(f'"{names[-1]}" in {self.member(path, length - 1)}')
        return tests

    def read(self, path: ast.Path, facts: Facts) -> Value:
        """Return a member as the tree holds it."""
        return Value(self.member(path, len(path.names)), self.present(path, facts))

    def array(self, path: ast.Path) -> str:
        """Return the code of an array, empty where it is absent."""
        parent = self.member(path, len(path.names) - 1)
        maybe = self.present(path, NO_FACTS, len(path.names) - 1)
        step, name = path.steps[-1], path.names[-1]
        code = f'{parent}.get("{name}", ())' if step.optional else f'{parent}["{name}"]'
        return f"({code} if {' and '.join(maybe)} else ())" if maybe else code

    # values

    def raw(self, expr: ast.Expr, facts: Facts) -> Value | None:
        """Return a decimal as its canonical text, or None for what has to be computed."""
        match expr:
            case ast.Number(value=value):
                return Value(f'"{canonical(value)}"')
            case ast.Path() if expr.type is Type.DECIMAL:
                return self.read(expr, facts)
            case ast.Coalesce(ast.Path() as left, right) if (
                left.type is Type.DECIMAL and type_of(right) is Type.DECIMAL
            ):
                return self.default(left, right, facts)
            case ast.Coalesce(ast.Path() as left, ast.Number() as right) if left.type is Type.DECIMAL:
                return self.default(left, right, facts)
        return None

    def default(self, left: ast.Path, right: ast.Expr, facts: Facts) -> Value | None:
        fallback = self.raw(right, facts)
        if fallback is None:
            return None
        return self.either(left, fallback, facts)

    def either(self, left: ast.Path, fallback: Value, facts: Facts) -> Value:
        """Return a member, or a default where it is absent."""
        parent_known = not self.present(left, facts, len(left.steps) - 1)
        last_optional = left.steps[-1].optional and (left.root, left.names) not in facts
        is_constant = fallback.code[0] in '"0123456789'
        if (
            parent_known
            and last_optional
            and is_constant
            and not (left.root is None and self.is_local("v", left.names))
        ):
            parent = self.member(left, len(left.names) - 1)
            return Value(f'{parent}.get("{left.names[-1]}", {fallback.code})', fallback.conditions)
        tests = self.present(left, facts)
        if not tests:
            return self.read(left, facts)
        code = self.read(left, facts | when_true(ast.Exists(left))).code
        return Value(f"({code} if {' and '.join(tests)} else {fallback.code})", fallback.conditions)

    def value(self, expr: ast.Expr, facts: Facts) -> Value:
        """Return a value: Decimal or int for numbers, str for texts, codes, IRIs, dates and instants, bool."""
        match expr:
            case ast.Number(value=value):
                return Value(canonical(value) if value == value.to_integral_value() else self.module.number(value))
            case ast.String(value=text) | ast.Date(value=text):
                return Value(f'"{text}"')
            case ast.Boolean(value=truth):
                return Value(str(truth))
            case ast.Path():
                return self.decimal(expr, facts) if expr.type is Type.DECIMAL else self.read(expr, facts)
            case ast.Arithmetic(operator, left, ast.Months(count)):
                start = self.value(left, facts)
                count = -count if operator == "-" else count
                return Value(f"{self.module.use('add_months')}({start.code}, {count})", start.conditions)
            case ast.Arithmetic(operator, left, right):
                first, second = self.operand(left, facts, expr.type), self.operand(right, facts, expr.type)
                before = (
                    bare(first.code)
                    if isinstance(left, ast.Arithmetic) and _binds(left) >= _binds(expr)
                    else first.code
                )
                after = (
                    bare(second.code)
                    if isinstance(right, ast.Arithmetic) and _binds(right) > _binds(expr)
                    else second.code
                )
                return Value(f"({before} {operator} {after})", first.conditions + second.conditions)
            case ast.Negate(operand):
                inner = self.value(operand, facts)
                return Value(f"(-{inner.code})", inner.conditions)
            case ast.Coalesce(left, right):
                return self.coalesce(expr, left, right, facts)
            case ast.Sum(item, binders, where):
                return self.hoisted(expr, lambda known: f"sum([{self.items(item, binders, where, known)}])", facts)
            case ast.Count(binders, where):
                if where is None and len(binders) == 1:
                    return Value(f"len({self.array(binders[0].path)})")
                return self.hoisted(
                    expr, lambda known: f"len([{self.items(ast.Number(Decimal(1)), binders, where, known)}])", facts
                )
            case ast.Lookup():
                return self.lookup(expr, facts)
            case ast.Call(function, arguments):
                return self.call(function, [self.operand(a, facts, expr.type) for a in arguments])
        raise TypeError(f"{type(expr).__name__} is no value")

    def operand(self, expr: ast.Expr, facts: Facts, type_: Type | None) -> Value:
        """Return an operand of decimal arithmetic; whole constants are converted once, not at every use."""
        if isinstance(expr, ast.Number) and type_ is Type.DECIMAL:
            return Value(self.module.number(expr.value))
        return self.value(expr, facts)

    def decimal(self, path: ast.Path, facts: Facts) -> Value:
        """Return a decimal member as Decimal, converted once when several rules compute with it."""
        if self.used("d", path, path.names):
            return Value(local("d", path.names), self.present(path, facts))
        text = self.read(path, facts)
        return Value(f"D({text.code})", text.conditions)

    def coalesce(self, expr: ast.Coalesce, left: ast.Expr, right: ast.Expr, facts: Facts) -> Value:
        if expr.type is Type.DECIMAL:
            text = self.raw(expr, facts)
            if text is not None:
                return Value(f"D({bare(text.code)})", text.conditions)
        fallback = self.operand(right, facts, expr.type)
        if isinstance(left, ast.Path) and left.type is not Type.DECIMAL:
            return self.either(left, fallback, facts)
        first = self.value(left, facts)
        if not first.conditions:
            return first
        return Value(f"({first.code} if {' and '.join(first.conditions)} else {fallback.code})", fallback.conditions)

    def lookup(self, expr: ast.Lookup, facts: Facts) -> Value:
        table, _ = find_table(self.model, expr.table, 1)
        loader = {Type.INTEGER: "integers", Type.DECIMAL: "decimals"}.get(expr.type or Type.TEXT, "texts")
        column = self.module.table(f'{loader}("{table.name}", "{expr.column}")')
        key = self.key(expr.key, facts)
        held = {row[table.key[0]] for row in table.rows if expr.column in row}
        if possible_keys(self.model, expr.key) <= held:
            return Value(f"{column}[{key.code}]", key.conditions)
        return Value(f"{column}[{key.code}]", [*key.conditions, f"{key.code} in {column}"])

    def key(self, expr: ast.Expr, facts: Facts) -> Value:
        value = self.value(expr, facts)
        return Value(f"str({value.code})", value.conditions) if type_of(expr) is Type.INTEGER else value

    def call(self, function: str, arguments: list[Value]) -> Value:
        codes = [argument.code for argument in arguments]
        conditions = [condition for argument in arguments for condition in argument.conditions]
        match function:
            case "abs" | "min" | "max":
                code = f"{function}({', '.join(codes)})"
            case "clip":
                code = f"max({codes[1]}, min({codes[2]}, {codes[0]}))"
            case "dateOf":
                code = f"{codes[0]}[:10]"
            case "year":
                code = f"int({codes[0]}[:4])"
            case _:
                code = f"{self.module.use(_CALLS[function])}({', '.join(codes)})"
        return Value(code, conditions)

    # loops

    def items(
        self, item: ast.Expr, binders: tuple[ast.Binder, ...], where: ast.Expr | None, facts: Facts, raw: bool = False
    ) -> str:
        """Return the inside of a comprehension that yields a value for every item."""
        clauses = self.clauses(binders, where, facts)
        self.depth += 1
        inner = facts if where is None else facts | when_true(where)
        text = self.raw(item, inner) if raw else None
        value = text or self.value(item, inner)
        self.depth -= 1
        if value.conditions:
            raise MayBeAbsentError
        return f"{value.code}{clauses}"

    def clauses(self, binders: tuple[ast.Binder, ...], where: ast.Expr | None, facts: Facts) -> str:
        """Return the ``for`` and ``if`` of a comprehension.

        An inner loop that a filter ties to the outer one by equality looks its items up instead of trying them all:
        the pairs of a long array would otherwise take quadratic time.
        """
        filters = conjuncts(where)
        depth = self.depth
        parts: list[str] = []
        for position, binder in enumerate(binders):
            later = {other.name for other in binders[position:]}
            joined = self.joined(binder, filters, later, facts) if self.depth else None
            parts.append(f" for {binder.name}_ in {joined or self.array(binder.path)}")
            self.depth += 1
        if filters:
            left = filters[0] if len(filters) == 1 else ast.Logic("and", tuple(filters))
            parts.append(f" if {self.condition(left, facts)}")
        self.depth = depth
        return "".join(parts)

    def joined(self, binder: ast.Binder, filters: list[ast.Expr], later: set[str], facts: Facts) -> str | None:
        """Return the items of an array that a filter selects by equality, and take that filter away."""
        for item in filters:
            for own, other in _sides(item):
                if own.root != binder.name or own.type is Type.DECIMAL or any(step.optional for step in own.steps):
                    continue
                key = None if free_variables(other) & later else self.value(other, facts)
                if key is None or key.conditions:
                    continue
                filters.remove(item)
                names = ", ".join(f'"{name}"' for name in own.names)
                self.memo = True
                return f"{self.module.use('matching')}(memo, {self.array(binder.path)}, {bare(key.code)}, {names})"
        return None

    def hoisted(self, expr: ast.Expr, write: Callable[[Facts], str], facts: Facts) -> Value:
        """Write an aggregate before the rule where it stands in a loop and does not depend on it."""
        if not self.depth or free_variables(expr):
            return Value(write(facts))
        depth, self.depth = self.depth, 0
        try:
            code = write(self.known)
        except MayBeAbsentError:
            return Value(write(facts))
        finally:
            self.depth = depth
        if code not in self.before:
            self.before.append(code)
        return Value(f"a{self.before.index(code) + 1}")

    def condition(self, expr: ast.Expr, facts: Facts) -> str:
        """Return a condition that can stand after ``if``; see ``Conditions``."""
        raise NotImplementedError


def conjuncts(where: ast.Expr | None) -> list[ast.Expr]:
    """Return the conditions that a filter joins by ``and``."""
    if isinstance(where, ast.Logic) and where.operator == "and":
        return list(where.operands)
    return [] if where is None else [where]


def _sides(expr: ast.Expr) -> Iterator[tuple[ast.Path, ast.Expr]]:
    """Yield an equation both ways round, where the first side is a member of a loop variable."""
    if isinstance(expr, ast.Compare) and expr.operator == "=" and expr.within is None:
        if isinstance(expr.left, ast.Path) and expr.left.names:
            yield expr.left, expr.right
        if isinstance(expr.right, ast.Path) and expr.right.names:
            yield expr.right, expr.left


def _binds(expr: ast.Arithmetic) -> int:
    """Return how tightly an operator binds; date arithmetic is a call and binds as itself."""
    if expr.type is Type.DATE:
        return 0
    return 2 if expr.operator == "*" else 1


def possible_keys(model: Model, key: ast.Expr) -> set[str]:
    """Return every text a key can be, or a set no table covers when it can be anything."""
    if isinstance(key, ast.String):
        return {key.value}
    if isinstance(key, ast.Path) and key.code_list is not None and model.code_lists[key.code_list].codes:
        return set(model.code_lists[key.code_list].values())
    return {"\0"}


def free_variables(expr: ast.Expr) -> set[str]:
    """Return the loop variables that an aggregate takes from outside."""
    nodes = list(walk(expr))
    roots = {node.root for node in nodes if isinstance(node, ast.Path) and node.root is not None}
    return roots - {node.name for node in nodes if isinstance(node, ast.Binder)}
