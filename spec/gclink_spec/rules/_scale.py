"""Whether the numbers of a rule fit into the narrowest engine.

One engine computes decimals in 128 bits with 18 fraction digits: a product with more digits, or of 1.7e20 and above, is
an error there and the rule falls silent. Each decimal member therefore has a greatest scale and an ordinary greatest
magnitude, and the linter adds them up along every product. Documents beyond them are still judged exactly in Python and
XPath; the tables below are what the agreement of the engines is promised for.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from gclink_spec._model import Field, Model
from gclink_spec.exceptions import Problem
from gclink_spec.rules import _ast as ast
from gclink_spec.rules._ast import CompiledRule, Type
from gclink_spec.rules._principal import walk
from gclink_spec.rules._types import NUMERIC, type_of

MOST_DIGITS = 18
LIMIT = Decimal("1.7e20")

_DAYS = 36_525  # a century
_YMD = 29_991_231


@dataclass(frozen=True, slots=True)
class Extent:
    """Greatest number of fraction digits and greatest magnitude of a value."""

    digits: int
    magnitude: Decimal

    def plus(self, other: Extent) -> Extent:
        """Return the extent of a sum or difference."""
        return Extent(max(self.digits, other.digits), self.magnitude + other.magnitude)

    def times(self, other: Extent) -> Extent:
        """Return the extent of a product."""
        return Extent(self.digits + other.digits, self.magnitude * other.magnitude)

    def or_(self, other: Extent) -> Extent:
        """Return the extent of a choice between two values."""
        return Extent(max(self.digits, other.digits), max(self.magnitude, other.magnitude))


def scale_problems(model: Model, rules: tuple[CompiledRule, ...]) -> tuple[Problem, ...]:
    """Return one problem for every rule line of which a product exceeds what the narrowest engine holds."""
    problems: dict[tuple[str, int], Problem] = {}
    for rule in rules:
        if (rule.requirement, rule.line) in problems:
            continue
        widest = _widest(model, rule)
        if widest.digits > MOST_DIGITS or widest.magnitude >= LIMIT:
            problems[rule.requirement, rule.line] = Problem(
                str(model.requirements[rule.requirement].origin),
                f"{rule.requirement}: a product can have {widest.digits} fraction digits"
                f" and reach {widest.magnitude:.1E} (most {MOST_DIGITS} and {LIMIT:.1E})",
                "bound a member or compare differently; an engine with narrow decimals cannot judge such values",
            )
    return tuple(problems.values())


def _widest(model: Model, rule: CompiledRule) -> Extent:
    measure = _Measure(model, rule)
    widest = Extent(0, Decimal(0))
    for node in walk(rule.expr):
        if isinstance(node, ast.Compare) and type_of(node.left) in NUMERIC:
            widest = widest.or_(measure.comparison(node))
    return widest


class _Measure:
    """Adds up extents; loop variables are known by the class that their steps name as owner."""

    def __init__(self, model: Model, rule: CompiledRule) -> None:
        self.model = model
        self.context = rule.context

    def comparison(self, expr: ast.Compare) -> Extent:
        left = self.extent(expr.left)
        if isinstance(expr.right, ast.Round):
            parts = (expr.right.numerator, expr.right.denominator, expr.right.scale)
            numerator, denominator, scale = (self.extent(part) for part in parts)
            two = Extent(0, Decimal(2))
            # the quotient is a value of the kind it is compared with, however wide its factors are
            quotient = min(numerator.magnitude, left.magnitude * denominator.magnitude)
            numerator = Extent(numerator.digits, quotient)
            return left.times(scale).times(two).times(denominator).or_(numerator.times(scale).times(two))
        difference = left.plus(self.extent(expr.right))
        return difference if expr.within is None else difference.or_(self.extent(expr.within))

    def extent(self, expr: ast.Expr) -> Extent:
        match expr:
            case ast.Number(value=value):
                exponent = value.as_tuple().exponent
                return Extent(max(0, -exponent) if isinstance(exponent, int) else 0, abs(value))
            case ast.Path():
                return self.member(expr)
            case ast.Arithmetic("*", left, right):
                return self.extent(left).times(self.extent(right))
            case ast.Arithmetic(_, left, right):
                return self.extent(left).plus(self.extent(right))
            case ast.Coalesce(left, right):
                return self.extent(left).or_(self.extent(right))
            case ast.Negate(operand) | ast.Sum(value=operand):
                # a total is a value of the same kind as its parts
                return self.extent(operand)
            case ast.Count():
                return Extent(0, Decimal(10_000))
            case ast.Lookup():
                return self.cells(expr)
            case ast.Call(function, arguments):
                return self.call(function, arguments)
        raise TypeError(f"{type(expr).__name__} is no number")

    def call(self, function: str, arguments: tuple[ast.Expr, ...]) -> Extent:
        if function in ("days", "days30", "leapDays"):
            return Extent(0, Decimal(_DAYS))
        if function in ("year", "ymd"):
            return Extent(0, Decimal(_YMD if function == "ymd" else 2999))
        extents = [self.extent(argument) for argument in arguments]
        widest = extents[0]
        for other in extents[1:]:
            widest = widest.or_(other)
        if function == "clip":
            return Extent(widest.digits, max(extents[1].magnitude, extents[2].magnitude))
        return widest

    def cells(self, expr: ast.Lookup) -> Extent:
        widest = Extent(0, Decimal(0))
        for row in self.model.tables[expr.table].rows:
            if isinstance(cell := row.get(expr.column), str):
                widest = widest.or_(self.extent(ast.Number(Decimal(cell))))
        return widest

    def member(self, path: ast.Path) -> Extent:
        holder = path.names[-2] if len(path.names) > 1 else None
        owner = path.steps[-1].owner
        field = self.model.field(owner, path.names[-1])
        assert field is not None
        if path.type is Type.INTEGER:
            return Extent(0, _bounded(field) or Decimal(1_000_000))
        if owner == "Money":
            return Extent(8 if holder == "unitPrice" else 4, Decimal(10) ** 12)
        if owner == "FxRate":
            return Extent(6, Decimal(10) ** 6)
        if _is_share(field):
            return Extent(8, _bounded(field) or Decimal(1))
        unit = field.unit or ""
        ordinary = 10**3 if unit == "1" else 10**6 if "/" in unit else 10**9
        return Extent(6, _bounded(field) or Decimal(ordinary))


def _is_share(field: Field) -> bool:
    name = field.name.lower()
    return (field.unit or "").startswith("fraction") or (field.unit == "1" and ("share" in name or "rate" in name))


def _bounded(field: Field) -> Decimal | None:
    if field.bound is not None and field.bound.minimum is not None and field.bound.maximum is not None:
        return max(abs(field.bound.minimum), abs(field.bound.maximum))
    if field.stated_bound and ".." in field.stated_bound:
        return max(abs(Decimal(end)) for end in field.stated_bound.split(".."))
    return None
