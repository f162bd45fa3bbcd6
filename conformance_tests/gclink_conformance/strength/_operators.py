"""The ways in which a rule is made wrong: what people get wrong when they write such rules by hand.

Each operator takes one node of a function and yields what could stand there instead.
"""

from __future__ import annotations

import ast
import copy
import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from gclink_conformance.strength._wording import Place, called, children, is_wording, wording

#: The name under which the code of a mutant finds the function that keeps the first item alone.
FIRST: Final = "_first_alone"

_BOUNDARY: Final = {ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt}
_NEGATED: Final = {
    ast.Lt: ast.GtE,
    ast.LtE: ast.Gt,
    ast.Gt: ast.LtE,
    ast.GtE: ast.Lt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
}
_STANDING: Final = frozenset({"in_force", "active", "verified"})
_AT: Final = frozenset({"in_force", "active", "verified", "status", "state", "verifications"})
_NUMBER: Final = re.compile("N[0-9]+(_[0-9]+)?")
_FAR: Final = {"day": "2999-12-31", "as_of": "2999-12-31T23:59:59Z"}


@dataclass(frozen=True, slots=True)
class Change:
    """One change of a function: where, by which operator, from what to what, and the function as it becomes."""

    operator: str
    before: str
    after: str
    place: Place
    function: ast.FunctionDef


def changes(function: ast.FunctionDef, inside: Place = ()) -> Iterator[Change]:
    """Yield every change of a function, or of the part of it at a place."""
    words = wording(function)
    for place, node, around in _sites(at(function, inside), inside, (), words):
        for operator, new in _alternatives(node, around):
            made = copy.deepcopy(function)
            put(made, place, new)
            yield Change(operator, _short(node), _short(new), place, made)


def _sites(
    node: ast.AST, place: Place, around: tuple[ast.AST, ...], words: frozenset[str]
) -> Iterator[tuple[Place, ast.AST, tuple[ast.AST, ...]]]:
    if is_wording(node, words):
        return
    yield place, node, around
    for step, child in children(node):
        if step[0] in ("decorator_list", "annotation", "returns"):
            continue
        yield from _sites(child, (*place, step), (*around, node), words)


def at(node: ast.AST, place: Place) -> ast.AST:
    """Return the node at a place."""
    for name, index in place:
        value = getattr(node, name)
        node = value if index is None else value[index]
    return node


def put(node: ast.AST, place: Place, new: ast.AST) -> None:
    """Put a node at a place."""
    holder = at(node, place[:-1])
    name, index = place[-1]
    if index is None:
        setattr(holder, name, new)
    else:
        getattr(holder, name)[index] = new


def _alternatives(node: ast.AST, around: tuple[ast.AST, ...]) -> Iterator[tuple[str, ast.AST]]:
    match node:
        case ast.Compare():
            yield from _compare(node)
        case ast.BoolOp():
            for index in range(len(node.values)):
                left = [value for number, value in enumerate(node.values) if number != index]
                yield "drop a condition", left[0] if len(left) == 1 else ast.BoolOp(node.op, left)
        case ast.UnaryOp(op=ast.Not()) if not isinstance(node.operand, ast.Compare | ast.BoolOp):
            yield "negate", node.operand
        case ast.BinOp(op=ast.Add() | ast.Sub()) if not _is_text(node):
            yield "drop a term", node.left
            innermost = not (isinstance(node.left, ast.BinOp) and isinstance(node.left.op, ast.Add | ast.Sub))
            if isinstance(node.op, ast.Add) and innermost:
                yield "drop a term", node.right
        case ast.Name(ctx=ast.Load()):
            yield from _name(node)
        case ast.Constant():
            yield from _constant(node, around)
        case ast.Call():
            yield from _call(node)
        case ast.Attribute(value=ast.Name(id="bundle"), attr="day" | "as_of"):
            yield "ignore the instant of the check", ast.Constant(_FAR[node.attr])
        case ast.For() | ast.comprehension() if _is_within_document(node.iter):
            new = copy.deepcopy(node)
            new.iter = ast.Call(ast.Name(FIRST, ast.Load()), [node.iter], [])
            yield "first item alone", new
        case ast.Expr(value=ast.Yield()):
            yield "drop a finding", ast.Pass()


def _compare(node: ast.Compare) -> Iterator[tuple[str, ast.AST]]:
    for index, op in enumerate(node.ops):
        for operator, table in (("soften", _BOUNDARY), ("negate", _NEGATED)):
            if operator == "negate" and len(node.ops) > 1:
                continue
            other = table.get(type(op))
            if other is not None:
                yield (
                    operator,
                    ast.Compare(node.left, [*node.ops[:index], other(), *node.ops[index + 1 :]], node.comparators),
                )
    if "digest" in ast.unparse(node) and isinstance(node.ops[0], ast.Eq | ast.NotEq):
        sides = [_cut(node.left), *map(_cut, node.comparators)]
        yield "compare the start of a digest", ast.Compare(sides[0], node.ops, sides[1:])


def _cut(node: ast.expr) -> ast.expr:
    return ast.Subscript(node, ast.Slice(None, ast.Constant(20), None), ast.Load())


def _name(node: ast.Name) -> Iterator[tuple[str, ast.AST]]:
    if node.id == "ROUND_HALF_UP":
        yield "round otherwise", ast.Name("ROUND_DOWN", ast.Load())
    if _NUMBER.fullmatch(node.id):
        value = Decimal(node.id[1:].replace("_", "."))
        yield from _number(value, "D")


def _number(value: Decimal, maker: str) -> Iterator[tuple[str, ast.AST]]:
    """Yield the numbers that stand for a number by mistake: a tolerance ten times as wide, kg for t, one off."""
    if value == 0:
        return
    if value < 1:
        yield "tolerance x 10", _decimal(value * 10, maker)
    elif value == 1000:
        yield "kg for t", _decimal(Decimal(1), maker)
    else:
        yield "one off", _decimal(value + 1, maker)


def _decimal(value: Decimal, maker: str) -> ast.expr:
    return ast.Call(ast.Name(maker, ast.Load()), [ast.Constant(f"{value.normalize():f}")], [])


def _constant(node: ast.Constant, around: tuple[ast.AST, ...]) -> Iterator[tuple[str, ast.AST]]:
    if isinstance(node.value, bool) or not around:
        return
    parent = around[-1]
    if isinstance(node.value, str) and called(parent) in ("Decimal", "D"):
        try:
            value = Decimal(node.value)
        except ArithmeticError:
            return
        yield from ((name, new.args[0]) for name, new in _number(value, "D") if isinstance(new, ast.Call))
    if isinstance(node.value, int):
        if any(isinstance(outer, ast.Subscript | ast.Slice) for outer in around[-2:]):
            return
        if called(parent) in ("Decimal", "enumerate", "range") or (node.value == 0 and called(parent) == "sum"):
            return
        yield "one off", ast.Constant(node.value + 1)


def _call(node: ast.Call) -> Iterator[tuple[str, ast.AST]]:
    if isinstance(node.func, ast.Attribute):
        if node.func.attr in _STANDING:
            yield "ignore the status", ast.Constant(True)
        if node.func.attr in _AT and len(node.args) == 2:
            yield "ignore the instant", ast.Call(node.func, node.args[:1], node.keywords)
    name = called(node)
    if name in ("night", "dawn"):
        yield "one off", ast.Call(ast.Name("dawn" if name == "night" else "night", ast.Load()), node.args, [])
    if name == "is_rounded":
        gap = "abs(value * denominator * scale - numerator * scale) < denominator"
        made = ast.parse(f"(lambda value, numerator, denominator, scale: denominator > 0 and {gap})", mode="eval").body
        yield "round otherwise", ast.Call(made, node.args, [])


def _is_text(node: ast.BinOp) -> bool:
    """Whether a sum joins texts, lists or tuples."""
    sides = (node.left, node.right)
    return any(
        isinstance(side, ast.JoinedStr | ast.List | ast.ListComp | ast.Tuple | ast.Dict)
        or (isinstance(side, ast.Constant) and isinstance(side.value, str))
        for side in sides
    )


def _is_within_document(node: ast.expr) -> bool:
    """Whether a loop runs over the items of one document: over documents it is a matter of bundles."""
    told = ast.unparse(node)
    return ("tree" in told or '["' in told or "['" in told or ".get(" in told) and "bundle.of" not in told


def _short(node: ast.AST) -> str:
    if isinstance(node, ast.For | ast.comprehension):
        return f"for {ast.unparse(node.target)} in {ast.unparse(node.iter)}"
    told = " ".join(ast.unparse(node).split())
    return told if len(told) <= 90 else f"{told[:60]} … {told[-28:]}"
