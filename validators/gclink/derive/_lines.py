"""The parts of a derived value, one line each: what is added, subtracted, multiplied or divided."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from gclink._model import model
from gclink._text import Text
from gclink.derive._formula import Scope, Value, holds, is_path, locate, scopes, value
from gclink.derive._functions import FUNCTIONS, loop_of
from gclink.derive._words import Names, class_of, shown, words
from gclink.findings import pointer_of

_CONSTANT = Text("constant", "常数")


@dataclass(frozen=True, slots=True)
class Line:
    """One part: its sign (``+ − × ÷``), what it is, where it stands (None where it is computed) and its value.

    ``working`` shows the factors of a part that is a product itself, ``parts`` those of a part that is a sum.
    """

    sign: str
    label: Text
    pointer: str | None
    value: str
    working: str | None = None
    parts: tuple[Line, ...] = ()


def lines(node: ast.expr, scope: Scope, names: Names) -> tuple[Line, ...]:
    """Return the parts of a formula on one object."""
    node, scope, names = _core(node, scope, names)
    if isinstance(node, ast.Constant):
        return ()
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Mult | ast.Div):
        return tuple(_line(sign, factor, scope, names) for sign, factor in _factors(node, "×"))
    found: list[Line] = []
    for sign, term in _terms(node, "+"):
        found += _of_term(sign, term, scope, names)
    return tuple(found)


def _core(node: ast.expr, scope: Scope, names: Names) -> tuple[ast.expr, Scope, Names]:
    """Pass by roundings and bounds, choices, and the choice of one item, to what is computed inside."""
    while True:
        match node:
            case ast.IfExp(test=test, body=body, orelse=orelse):
                node = body if holds(test, scope) else orelse
            case ast.Call(func=ast.Name(id="first"), args=[loop]):
                inner = next(scopes(loop_of(loop).generators, scope))
                names = _names_within(loop_of(loop), names)
                node, scope = loop_of(loop).elt, inner
            case ast.Call(func=ast.Name(id=name), args=[first, *_]) if name != "sum" and FUNCTIONS[name].transparent:
                node = first
            case _:
                return node, scope, names


def _names_within(loop: ast.GeneratorExp, names: Names) -> Names:
    inner = dict(names)
    for part in loop.generators:
        assert isinstance(part.target, ast.Name)
        inner[part.target.id] = class_of(part.iter, inner)
    return inner


def _terms(node: ast.expr, sign: str) -> Iterator[tuple[str, ast.expr]]:
    match node:
        case ast.BinOp(left=left, op=ast.Add() | ast.Sub() as operator, right=right):
            yield from _terms(left, sign)
            yield from _terms(right, sign if isinstance(operator, ast.Add) else _turned(sign))
        case ast.UnaryOp(op=ast.USub(), operand=operand):
            yield from _terms(operand, _turned(sign))
        case _:
            yield sign, node


def _factors(node: ast.expr, sign: str) -> Iterator[tuple[str, ast.expr]]:
    match node:
        case ast.BinOp(left=left, op=ast.Mult() | ast.Div() as operator, right=right):
            yield from _factors(left, sign)
            yield from _factors(right, sign if isinstance(operator, ast.Mult) else _inverted(sign))
        case _:
            yield sign, node


def _turned(sign: str) -> str:
    return "−" if sign == "+" else "+"


def _inverted(sign: str) -> str:
    return "÷" if sign == "×" else "×"


def _of_term(sign: str, node: ast.expr, scope: Scope, names: Names) -> Iterator[Line]:
    match node:
        case ast.Call(func=ast.Name(id="sum"), args=[ast.GeneratorExp() as loop]):
            inner_names = _names_within(loop, names)
            for inner in scopes(loop.generators, scope):
                name = loop.generators[-1].target
                assert isinstance(name, ast.Name)
                line = _line(sign, loop.elt, inner, inner_names)
                hint = _hint(inner[name.id].value)
                label = (
                    line.label if hint is None else Text(f"{hint.en}: {line.label.en}", f"{hint.zh}：{line.label.zh}")
                )
                yield replace(line, label=label)
        case ast.IfExp() | ast.Call() if _core(node, scope, names)[0] is not node:
            core, scope, names = _core(node, scope, names)
            yield from _of_term(sign, core, scope, names)
        case _:
            yield _line(sign, node, scope, names)


def _line(sign: str, node: ast.expr, scope: Scope, names: Names) -> Line:
    while isinstance(node, ast.IfExp):
        node = node.body if holds(node.test, scope) else node.orelse
    found: Value = value(node, scope)
    pointer = pointer_of(locate(_inner(node), scope).path) if _is_given(node, scope) else None
    label = _CONSTANT if isinstance(node, ast.Constant) else words(node, names)
    parts = lines(node, scope, names) if _is_sum(node) else ()
    return Line(sign, label, pointer, shown(found), _working(node, scope), parts)


def _is_sum(node: ast.expr) -> bool:
    match node:
        case ast.Call(func=ast.Name(id="sum")) | ast.BinOp(op=ast.Add() | ast.Sub()):
            return True
    return False


def _inner(node: ast.expr) -> ast.expr:
    match node:
        case ast.Call(func=ast.Name(id="or_zero"), args=[path]):
            return path
    return node


def _is_given(node: ast.expr, scope: Scope) -> bool:
    match node:
        case ast.Call(func=ast.Name(id="or_zero"), args=[path]):
            return bool(value(ast.Call(ast.Name("given", ast.Load()), [path], []), scope))
    return is_path(node)


def _working(node: ast.expr, scope: Scope) -> str | None:
    """Return a product with the values in it, None for what is no product."""
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Mult | ast.Div):
        first, *rest = _factors(node, "×")
        return " ".join([shown(value(first[1], scope)), *(f"{s} {shown(value(f, scope))}" for s, f in rest)])
    return None


def _hint(item: Any) -> Text | None:
    """Return what tells one object of an array from the others: its first member, a code by its label."""
    cls = model().classes.get(item.get("type", "")) if isinstance(item, dict) else None
    if cls is None:
        return None
    for field in cls.fields.values():
        found = item.get(field.name)
        if isinstance(found, str | int) and field.minimum:
            codes = model().code_lists[field.code_list].codes if field.code_list else {}
            return codes.get(str(found)) or Text(str(found), str(found))
    return None
