"""Conditions: two-valued, also where something is absent."""

from __future__ import annotations

from gclink_spec.emit.xpath._names import CODEPOINT, nodes, values
from gclink_spec.emit.xpath._values import Values, literal
from gclink_spec.rules import _ast as ast


class Compiler(Values):
    """Compiles one rule; make a new one per rule, so that variables are numbered from one."""

    def condition(self, expr: ast.Expr) -> str:
        """Return a condition that can stand as an operand."""
        match expr:
            case ast.If(condition, then, otherwise):
                last = "true()" if otherwise is None else self.condition(otherwise)
                return f"(if ({self.condition(condition)}) then {self.condition(then)} else {last})"
            case ast.Quantified():
                return self._quantified(expr)
            case ast.Logic(operator, operands):
                return "(" + f" {operator} ".join(self.condition(o) for o in operands) + ")"
            case ast.Not(operand):
                return f"not({self.condition(operand)})"
            case ast.Compare():
                return self._compare(expr)
            case ast.In(left, options):
                return f"({self.value(left)} = ({', '.join(self.value(o) for o in options)}))"
            case ast.Matches(left, pattern):
                text = self.variable()
                return f"(some {text} in {self.value(left)} satisfies matches({text}, {literal(f'^({pattern})$')}))"
            case ast.Contains(path, value):
                return f"({values(self.model, path)} = {self.value(value)})"
            case ast.Unique(value, binders, where):
                return self._unique(value, binders, where)
            case ast.Exists(path):
                return f"exists({nodes(path)})"
            case ast.OneOf(paths):
                present = ", ".join(f"if (exists({nodes(path)})) then 1 else ()" for path in paths)
                return f"(count(({present})) = 1)"
            case ast.InTable(table, keys):
                return self._in_table(table, keys)
            case ast.Call(function, arguments):
                valid = self.variable()
                return f"(some {valid} in {self.call(function, arguments)} satisfies {valid})"
        raise TypeError(f"{type(expr).__name__} is no condition")

    def _quantified(self, expr: ast.Quantified) -> str:
        body = self.condition(expr.body)
        if expr.where is not None:
            where = self.condition(expr.where)
            body = f"(if ({where}) then {body} else true())" if expr.every else f"({where} and {body})"
        word = "every" if expr.every else "some"
        for binder in reversed(expr.binders):
            body = f"({word} ${binder.name} in {nodes(binder.path)} satisfies {body})"
        return body

    def _compare(self, expr: ast.Compare) -> str:
        left = self.value(expr.left)
        if isinstance(expr.right, ast.Round):
            return self._rounded(left, expr.right)
        right = self.value(expr.right)
        if expr.within is not None:
            return f"(abs({left} - {right}) <= {self.value(expr.within)})"
        return f"({left} {expr.operator} {right})"

    def _rounded(self, rounded: str, expr: ast.Round) -> str:
        """Half away from zero without a division: ``x = round(n / d, s)`` as inequalities between exact products."""
        x, n, d, s, y = (self.variable() for _ in range(5))
        whole = f"{y} = floor({y}) and {y} * {n} >= 0"
        low = f"(2 * abs({y}) - 1) * {d} <= 2 * abs({n}) * {s}"
        high = f"2 * abs({n}) * {s} < (2 * abs({y}) + 1) * {d}"
        body = f"some {y} in {x} * {s} satisfies ({whole} and {low} and {high})"
        parts = ((s, self.value(expr.scale)), (d, self.value(expr.denominator)), (n, self.value(expr.numerator)))
        for variable, value in (*parts, (x, rounded)):
            body = f"some {variable} in {value} satisfies {body}"
        return f"({body})"

    def _unique(self, value: ast.Expr, binders: tuple[ast.Binder, ...], where: ast.Expr | None) -> str:
        found = self.each(binders, where, self.value(value))
        return f"(count({found}) = count(distinct-values({found}, {CODEPOINT})))"

    def _in_table(self, table: str, keys: tuple[ast.Expr, ...]) -> str:
        found = [self.key(key) for key in keys]
        row = ", '~', ".join(text for text, _ in found)
        body = f"contains({self.tables.relation(table)}, concat('|', {row}, '|'), {CODEPOINT})"
        for text, source in reversed(found):
            if source is not None:
                body = f"some {text} in {source} satisfies {body}"
        return f"({body})"
