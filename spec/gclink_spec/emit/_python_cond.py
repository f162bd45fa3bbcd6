"""Conditions of the rule language as Python conditions."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal

from gclink_spec.emit._python_expr import Expressions, Value
from gclink_spec.emit._python_module import bare
from gclink_spec.rules import _ast as ast
from gclink_spec.rules._ast import Type
from gclink_spec.rules._guard import Facts, when_false, when_true
from gclink_spec.rules._resolve import find_table
from gclink_spec.rules._types import NUMERIC, type_of

_FLIPPED = {"=": "=", "!=": "!=", "<": ">", "<=": ">=", ">": "<", ">=": "<="}
_OPPOSITE = {"=": "!=", "!=": "=", "<": ">=", "<=": ">", ">": "<=", ">=": "<"}
_PYTHON = {"=": "==", "!=": "!=", "<": "<", "<=": "<=", ">": ">", ">=": ">="}
_VALID = {"validGtin": "valid_gtin", "validGln": "valid_gln", "validLei": "valid_lei", "validUscc": "valid_uscc"}

#: How tightly the outermost operator of a condition binds.
_COMPARISON, _NOT, _AND, _OR, _TERNARY = range(5)


@dataclass(frozen=True, slots=True)
class Condition:
    """A Python condition and how tightly its outermost operator binds."""

    code: str
    level: int
    opposite: str | None = None

    def negated(self) -> Condition:
        """Return the opposite condition, by the opposite operator where there is one."""
        if self.opposite is not None:
            return Condition(self.opposite, _COMPARISON, self.code)
        return Condition(f"not {self.within(_COMPARISON)}", _NOT)

    def within(self, level: int) -> str:
        """Return the code, in parentheses where an operator of this level would tear it apart."""
        return f"({self.code})" if self.level > level else self.code


class Conditions(Expressions):
    """Write conditions; absent operands make a comparison false."""

    def condition(self, expr: ast.Expr, facts: Facts) -> str:
        return self.write(expr, facts).within(_OR)

    def write(self, expr: ast.Expr, facts: Facts) -> Condition:
        match expr:
            case ast.If(condition, then, otherwise):
                asked = self.write(condition, facts)
                first = self.write(then, facts | when_true(condition))
                if otherwise is None:
                    return Condition(f"{asked.negated().within(_OR)} or {first.within(_OR)}", _OR)
                second = self.write(otherwise, facts | when_false(condition))
                code = f"{first.within(_OR)} if {asked.within(_OR)} else {second.within(_OR)}"
                return Condition(code, _TERNARY)
            case ast.Logic(operator):
                level = _AND if operator == "and" else _OR
                return Condition(f" {operator} ".join(c.within(level) for c in self.parts(expr, facts)), level)
            case ast.Not(operand):
                return self.write(operand, facts).negated()
            case ast.Quantified(every, binders, where, body):
                same = self.all_equal(expr)
                if same is not None:
                    return same
                clauses = self.clauses(binders, where, facts)
                self.depth += 1
                inner = self.write(body, facts if where is None else facts | when_true(where))
                self.depth -= 1
                return Condition(f"{'all' if every else 'any'}([{inner.within(_TERNARY)}{clauses}])", _COMPARISON)
            case ast.Unique(value, binders, where):
                code = f"{self.module.use('are_distinct')}([{self.items(value, binders, where, facts, raw=True)}])"
                return Condition(code, _COMPARISON)
            case ast.Compare():
                return self.compare(expr, facts)
            case ast.In(left, options):
                return self.member_of(left, options, facts)
            case ast.Matches(left, pattern):
                text = self.value(left, facts)
                call = f"{self.module.pattern(pattern)}({text.code})"
                return _joined(text.conditions, f"{call} is not None", f"{call} is None")
            case ast.Contains(path, value):
                sought = self.raw(value, facts) if type_of(value) in NUMERIC else self.value(value, facts)
                assert sought is not None
                return _joined(sought.conditions, f"{sought.code} in {self.array(path)}")
            case ast.Exists(path):
                tests = self.present(path, facts)
                return _joined(tests[:-1], tests[-1]) if tests else Condition("True", _COMPARISON)
            case ast.OneOf(paths):
                codes = [f"({self.condition(ast.Exists(p), facts)})" for p in paths]
                return Condition(f"{' + '.join(codes)} == 1", _COMPARISON)
            case ast.InTable(_, keys):
                return self.in_table(expr, keys, facts)
            case ast.Call(function, arguments):
                text = self.value(arguments[0], facts)
                return _joined(text.conditions, f"{self.module.use(_VALID[function])}({text.code})")
        raise TypeError(f"{type(expr).__name__} is no condition")

    def all_equal(self, expr: ast.Quantified) -> Condition | None:
        """Return ``every a in x, b in x: a.m = b.m`` as one look at every item, or None for another shape."""
        if not expr.every or expr.where is not None or len(expr.binders) != 2:
            return None
        (first, second), body = expr.binders, expr.body
        if first.path != second.path or not isinstance(body, ast.Compare) or body.within is not None:
            return None
        left, right = body.left, body.right
        if body.operator != "=" or not isinstance(left, ast.Path) or not isinstance(right, ast.Path):
            return None
        if left.names != right.names or {left.root, right.root} != {first.name, second.name}:
            return None
        if left.type is Type.DECIMAL or any(step.optional for step in left.steps):
            return None
        one = self.member(replace(left, root=first.name), len(left.names))
        code = f"len({{{one} for {first.name}_ in {self.array(first.path)}}})"
        return Condition(f"{code} <= 1", _COMPARISON, f"{code} > 1")

    def parts(self, expr: ast.Logic, facts: Facts) -> list[Condition]:
        """Return the operands of ``and`` or ``or``, each knowing what the ones before it have shown."""
        written: list[Condition] = []
        for operand in expr.operands:
            written.append(self.write(operand, facts))
            facts |= when_true(operand) if expr.operator == "and" else when_false(operand)
        return written

    # comparisons

    def compare(self, expr: ast.Compare, facts: Facts) -> Condition:
        operator, left, right = expr.operator, expr.left, expr.right
        if isinstance(right, ast.Round):
            return self.rounded(left, right, facts)
        if expr.within is not None:
            return self.tolerant(left, right, expr.within, facts)
        if type_of(left) in NUMERIC:
            if isinstance(left, ast.Number):
                operator, left, right = _FLIPPED[operator], right, left
            return self.numeric(operator, left, right, facts)
        if isinstance(right, ast.Boolean):
            value = self.value(left, facts)
            forms = [f"{value.code} is {right.value}", f"{value.code} is not {right.value}"]
            return _joined(value.conditions, *(forms if operator == "=" else reversed(forms)))
        first, second = self.value(left, facts), self.value(right, facts)
        return _compared(first, operator, second)

    def numeric(self, operator: str, left: ast.Expr, right: ast.Expr, facts: Facts) -> Condition:
        by_text = operator in ("=", "!=") or (isinstance(right, ast.Number) and right.value == 0)
        if (
            by_text
            and type_of(left) is Type.DECIMAL
            and (type_of(right) is Type.DECIMAL or isinstance(right, ast.Number))
        ):
            first, second = self.raw(left, facts), self.raw(right, facts)
            if first is not None and second is not None:
                # "-5" < "0" < "0.5" < "12": canonical decimals and zero compare as text
                return _compared(first, operator, second)
        type_ = Type.DECIMAL if Type.DECIMAL in (type_of(left), type_of(right)) else Type.INTEGER
        one, two = self.operand(left, facts, type_), self.operand(right, facts, type_)
        return _compared(one, operator, two)

    def tolerant(self, left: ast.Expr, right: ast.Expr, within: ast.Expr, facts: Facts) -> Condition:
        one, two = self.operand(left, facts, Type.DECIMAL), self.operand(right, facts, Type.DECIMAL)
        difference = f"abs({one.code} - {two.code})"
        conditions = one.conditions + two.conditions
        if not (isinstance(within, ast.Call) and within.function == "max"):
            tolerance = self.operand(within, facts, Type.DECIMAL)
            return _joined(conditions + tolerance.conditions, f"{difference} <= {_bare(tolerance.code)}")
        # within the greater of two is within one of them; the constant one costs nothing
        constants_first = sorted(within.arguments, key=lambda a: not isinstance(a, ast.Number))
        first, second = (self.operand(a, facts, Type.DECIMAL) for a in constants_first)
        code = f"(gap := {difference}) <= {_bare(first.code)} or gap <= {_bare(second.code)}"
        conditions += first.conditions + second.conditions
        return _joined(conditions, f"({code})") if conditions else Condition(code, _OR)

    def rounded(self, left: ast.Expr, right: ast.Round, facts: Facts) -> Condition:
        scale = self.operand(right.scale, facts, Type.DECIMAL)
        text = self.raw(left, facts)
        if left == right.numerator and right.denominator == ast.Number(Decimal(1)) and text and _is_power(right.scale):
            # a number equals itself rounded when the scale leaves no fraction; without a point there is none
            code = f'("." not in {text.code} or {self.module.use("is_whole")}(D({text.code}) * {scale.code}))'
            return _joined(text.conditions + scale.conditions, code)
        values = [self.operand(e, facts, Type.DECIMAL) for e in (left, right.numerator, right.denominator)] + [scale]
        conditions = [condition for value in values for condition in value.conditions]
        arguments = ", ".join(_bare(value.code) for value in values)
        return _joined(conditions, f"{self.module.use('is_rounded')}({arguments})")

    def member_of(self, left: ast.Expr, options: tuple[ast.Expr, ...], facts: Facts) -> Condition:
        values: list[Value | None]
        if type_of(left) is Type.DECIMAL:
            subject, values = self.raw(left, facts), [self.raw(option, facts) for option in options]
        else:
            subject, values = self.value(left, facts), [self.value(option, facts) for option in options]
        known = [value for value in values if value is not None and not value.conditions]
        if subject is None or len(known) < len(values):
            alternatives = [self.compare(ast.Compare("=", left, option), facts) for option in options]
            return Condition(" or ".join(c.within(_OR) for c in alternatives), _OR)
        codes = ", ".join(value.code for value in known)
        codes = f"({codes}{',' if len(known) == 1 else ''})"
        return _joined(subject.conditions, f"{subject.code} in {codes}", f"{subject.code} not in {codes}")

    def in_table(self, expr: ast.InTable, keys: tuple[ast.Expr, ...], facts: Facts) -> Condition:
        table, _ = find_table(self.model, expr.table, 1)
        values = [self.key(key, facts) for key in keys]
        conditions = [condition for value in values for condition in value.conditions]
        if len(keys) == 1:
            keys_name = self.module.table(f'keys("{table.name}")')
            return _joined(conditions, f"{values[0].code} in {keys_name}")
        codes = ", ".join(value.code for value in values)
        rows_name = self.module.table(f'rows("{expr.table}")')
        return _joined(conditions, f"({codes}) in {rows_name}")


def _compared(left: Value, operator: str, right: Value) -> Condition:
    """Return a comparison with the opposite one, which is meant only for present operands."""
    one, two = _bare(left.code), _bare(right.code)
    code, opposite = (f"{one} {_PYTHON[sign]} {two}" for sign in (operator, _OPPOSITE[operator]))
    return _joined(left.conditions + right.conditions, code, opposite)


def _joined(conditions: list[str], test: str, opposite: str | None = None) -> Condition:
    """Return a test after the conditions under which its operands are present, each once."""
    tests = [*dict.fromkeys(conditions), test]
    if len(tests) > 1:
        return Condition(" and ".join(tests), _AND)
    return Condition(test, _COMPARISON, opposite or _without(test))


def _without(test: str) -> str | None:
    """Return the opposite of a test of presence."""
    head, is_, tail = test.rpartition(" is not None")
    if is_ and not tail and "(" not in head:
        return f"{head} is None"
    if test.startswith('"') and test.count(" in ") == 1 and test.count('"') == 2:
        return test.replace(" in ", " not in ")
    return None


def _bare(code: str) -> str:
    """Return an operand of a comparison without needless parentheses."""
    inner = bare(code)
    return code if " if " in inner else inner


def _is_power(scale: ast.Expr) -> bool:
    """Whether a scale is a positive whole number by its making: a table column of integers, or such a literal."""
    if isinstance(scale, ast.Number):
        return scale.value > 0 and scale.value == scale.value.to_integral_value()
    return isinstance(scale, ast.Lookup) and scale.type is Type.INTEGER
