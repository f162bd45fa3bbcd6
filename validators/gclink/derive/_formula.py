"""Formulas of the table of derived members: expressions over the members of a document, computed exactly.

A formula is an expression in the names of members (``components.fossilGhg + components.landUseChange``), loops over
arrays (``sum(s.total for s in stages)``), a few functions and a choice (``a if c else b``). It is read with Python's
own parser and nothing but the nodes named here is computed, so that a formula is data and never code. Numbers are
fractions until the end: a quotient loses nothing before it is compared with what a document states.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from typing import Any

from gclink._model import Field, model
from gclink.findings import pointer_of

Path = tuple[str | int, ...]
#: A number, a text (codes and dates too) or a truth value.
Value = Fraction | str | bool

_NUMBERS = frozenset({"decimal", "integer"})


@dataclass(frozen=True, slots=True)
class Place:
    """A value of a document, where it stands, and the member that holds it (None for objects of an array)."""

    value: Any
    path: Path
    field: Field | None = None


#: Names a formula may begin with: loop variables, ``root``, ``item``; None is the object the formula is about.
Scope = Mapping[str | None, Place]


class Absent(Exception):  # noqa: N818 - not an error: a document may be incomplete
    """A member that a formula needs and that the document does not have."""

    def __init__(self, path: Path, optional: bool = False) -> None:
        self.path = path
        self.optional = optional
        super().__init__(pointer_of(path))


class FormulaError(ValueError):
    """A formula that holds something no formula may hold: a fault of the table, never of a document."""


@cache
def parsed(text: str) -> ast.expr:
    """Return the tree of a formula; FormulaError where it is not one."""
    try:
        return ast.parse(text.strip(), mode="eval").body
    except SyntaxError as error:
        raise FormulaError(f"{text!r} is no formula: {error.msg}") from error


def is_path(node: ast.AST) -> bool:
    """Whether a node is a member, or a member of a member."""
    while isinstance(node, ast.Attribute):
        node = node.value
    return isinstance(node, ast.Name)


def names_of(node: ast.AST) -> tuple[str, ...]:
    """Return the steps of a path."""
    steps: list[str] = []
    while isinstance(node, ast.Attribute):
        steps.append(node.attr)
        node = node.value
    if not isinstance(node, ast.Name):
        raise FormulaError(f"{ast.unparse(node)} is no member")
    return (node.id, *reversed(steps))


def locate(node: ast.AST, scope: Scope) -> Place:
    """Return the place of a path; Absent where a member of it is not there."""
    first, *rest = names_of(node)
    place = scope[first] if first in scope else _step(scope[None], first)
    for name in rest:
        place = _step(place, name)
    return place


def _step(place: Place, name: str) -> Place:
    path = (*place.path, name)
    if not isinstance(place.value, dict):
        raise Absent(path)
    cls = model().classes.get(str(place.value.get("type", "")))
    field = cls.fields.get(name) if cls else None
    if name not in place.value:
        raise Absent(path, optional=field is not None and field.minimum == 0)
    return Place(place.value[name], path, field)


def value_at(place: Place) -> Value:
    """Return the value of a place as formulas compute with it."""
    found = place.value
    if place.field is not None and place.field.type in _NUMBERS and isinstance(found, str | int):
        return Fraction(found)
    if isinstance(found, bool | str | Fraction):
        return found
    raise Absent(place.path)


def items(node: ast.AST, scope: Scope) -> list[Place]:
    """Return the objects of an array; none where it may be absent and is, Absent where it is due."""
    try:
        place = locate(node, scope)
    except Absent as absent:
        if absent.optional:
            return []
        raise
    found = place.value if isinstance(place.value, list) else []
    return [Place(item, (*place.path, index)) for index, item in enumerate(found)]


def scopes(loops: list[ast.comprehension], scope: Scope) -> Iterator[Scope]:
    """Yield a scope for every combination of items that passes the conditions of the loops."""
    if not loops:
        yield scope
        return
    loop, *rest = loops
    if not isinstance(loop.target, ast.Name):
        raise FormulaError(f"{ast.unparse(loop)} is no loop")
    for place in items(loop.iter, scope):
        inner = {**scope, loop.target.id: place}
        if all(holds(condition, inner) for condition in loop.ifs):
            yield from scopes(rest, inner)


def number(node: ast.AST, scope: Scope) -> Fraction:
    """Return the number an expression gives; Absent where it lacks a member."""
    found = value(node, scope)
    if isinstance(found, Fraction):
        return found
    raise FormulaError(f"{ast.unparse(node)} gives no number")


def text(node: ast.AST, scope: Scope) -> str:
    """Return the text, code or date an expression gives."""
    found = value(node, scope)
    if isinstance(found, str):
        return found
    raise FormulaError(f"{ast.unparse(node)} gives no text")


def holds(node: ast.AST, scope: Scope) -> bool:
    """Return whether a condition holds."""
    found = value(node, scope)
    if isinstance(found, bool):
        return found
    raise FormulaError(f"{ast.unparse(node)} is no condition")


def value(node: ast.AST, scope: Scope) -> Value:
    """Return what an expression gives; Absent where it lacks a member."""
    if is_path(node):
        return value_at(locate(node, scope))
    match node:
        case ast.Constant(value=bool() | str() as constant):
            return constant
        case ast.Constant(value=int() | float() as constant):
            return Fraction(str(constant))
        case ast.UnaryOp(op=ast.USub(), operand=operand):
            return -number(operand, scope)
        case ast.UnaryOp(op=ast.Not(), operand=operand):
            return not holds(operand, scope)
        case ast.BinOp(left=left, op=operator, right=right):
            return _computed(operator, number(left, scope), number(right, scope), node)
        case ast.BoolOp(op=ast.And(), values=operands):
            return all(holds(operand, scope) for operand in operands)
        case ast.BoolOp(op=ast.Or(), values=operands):
            return any(holds(operand, scope) for operand in operands)
        case ast.IfExp(test=test, body=body, orelse=orelse):
            return value(body if holds(test, scope) else orelse, scope)
        case ast.Compare(left=left, ops=[operator], comparators=[right]):
            return _compared(operator, left, right, scope)
        case ast.Call(func=ast.Name(id=name), args=arguments, keywords=[]):
            from gclink.derive._functions import FUNCTIONS

            if name in FUNCTIONS:
                return FUNCTIONS[name].compute(arguments, scope)
    raise FormulaError(f"{ast.unparse(node)} cannot stand in a formula")


def _computed(operator: ast.operator, left: Fraction, right: Fraction, node: ast.AST) -> Fraction:
    match operator:
        case ast.Add():
            return left + right
        case ast.Sub():
            return left - right
        case ast.Mult():
            return left * right
        case ast.Div():
            if right == 0:
                raise ZeroDivisionError(ast.unparse(node))
            return left / right
    raise FormulaError(f"{ast.unparse(node)} cannot stand in a formula")


_COMPARISONS: dict[type[ast.cmpop], Callable[[Any, Any], bool]] = {
    ast.Eq: lambda left, right: bool(left == right),
    ast.NotEq: lambda left, right: bool(left != right),
    ast.Lt: lambda left, right: bool(left < right),
    ast.LtE: lambda left, right: bool(left <= right),
    ast.Gt: lambda left, right: bool(left > right),
    ast.GtE: lambda left, right: bool(left >= right),
}


def _compared(operator: ast.cmpop, left: ast.AST, right: ast.AST, scope: Scope) -> bool:
    if isinstance(operator, ast.In) and isinstance(right, ast.Tuple):
        found = value(left, scope)
        return any(found == value(option, scope) for option in right.elts)
    if type(operator) not in _COMPARISONS:
        raise FormulaError(f"{ast.dump(operator)} cannot stand in a formula")
    return _COMPARISONS[type(operator)](value(left, scope), value(right, scope))
