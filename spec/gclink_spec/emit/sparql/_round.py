"""``x = round(n / d, s)`` without dividing: half away from zero, by multiplying out.

With y = x * s the rule says: y is whole, (2|y| - 1) * d <= 2|n| * s < (2|y| + 1) * d, and the signs agree. SPARQL's own
ROUND takes halves upwards, also below zero, and a quotient would be cut off after a number of digits that differs.
"""

from __future__ import annotations

from gclink_spec.emit.sparql import _expr
from gclink_spec.emit.sparql._group import Group, Value
from gclink_spec.emit.sparql._text import two_valued
from gclink_spec.rules import _ast as ast


def rounds_to(group: Group, left: Value, rounded: ast.Round) -> str:
    """Return a test that a value is the quotient rounded to the given scale (a power of ten)."""
    top, bottom, scale = (_expr.value(group, part) for part in (rounded.numerator, rounded.denominator, rounded.scale))
    n = group.let(top.text)
    y = group.let(_expr.product(group, left, scale).text)
    twice = group.let(f"(ABS({y}) + ABS({y}))")
    both = group.let(_expr.product(group, Value(f"(ABS({n}) + ABS({n}))", top.absent), scale).text)
    low = group.let(_expr.product(group, Value(f"({twice} - 1)"), bottom).text)
    high = group.let(_expr.product(group, Value(f"({twice} + 1)"), bottom).text)
    signs = f"(({y} >= 0 && {n} >= 0) || ({y} <= 0 && {n} <= 0))"
    absent = left.absent or top.absent or bottom.absent or scale.absent
    return two_valued(f"(FLOOR({y}) = {y} && {low} <= {both} && {both} < {high} && {signs})", absent)
