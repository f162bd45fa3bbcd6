"""What a finding of a rule points at, and which values explain it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass

from gclink_spec.rules import _ast as ast


def location(expr: ast.Expr) -> ast.Path | None:
    """Return the member a finding points at: the left-most plain path of the comparison that the rule demands.

    The demanded comparison is the consequent of an ``if`` and the first operand of ``and``. Members summed or counted
    over are no plain paths; where there is no other, the array itself is pointed at.
    """
    principal = _principal(expr)
    if isinstance(principal, ast.Exists):
        return principal.path
    if isinstance(principal, ast.OneOf):
        return None
    if isinstance(principal, ast.Contains):
        return principal.path
    plain = next((p for p in _plain(principal) if p.names), None)
    if plain is not None:
        return plain
    return next((binder.path for binder in _binders(principal)), None)


def operands(expr: ast.Expr) -> tuple[ast.Path, ...]:
    """Return the distinct paths of a rule that start at the context object, in the order written."""
    found = {path: None for path in walk(expr) if isinstance(path, ast.Path) and path.root is None}
    return tuple(found)


def walk(node: object) -> Iterator[object]:
    """Yield a node and everything below it, left to right."""
    yield node
    if isinstance(node, tuple):
        for item in node:
            yield from walk(item)
    elif is_dataclass(node) and not isinstance(node, type) and not isinstance(node, ast.Path):
        for field in fields(node):
            value = getattr(node, field.name)
            if isinstance(value, tuple) or is_dataclass(value):
                yield from walk(value)


def _principal(expr: ast.Expr) -> ast.Expr:
    match expr:
        case ast.If(_, then, _):
            return _principal(then)
        case ast.Logic("and", operands_):
            return _principal(operands_[0])
        case ast.Quantified(_, _, _, body):
            return _principal(body)
        case ast.Not(operand):
            return _principal(operand)
    return expr


def _plain(expr: ast.Expr) -> Iterator[ast.Path]:
    if isinstance(expr, ast.Path):
        yield expr
    elif not isinstance(expr, ast.Sum | ast.Count | ast.Unique):
        for field in fields(expr):
            value = getattr(expr, field.name)
            for item in value if isinstance(value, tuple) else (value,):
                if is_dataclass(item) and not isinstance(item, ast.Binder):
                    yield from _plain(item)  # type: ignore[arg-type]


def _binders(expr: ast.Expr) -> Iterator[ast.Binder]:
    return (node for node in walk(expr) if isinstance(node, ast.Binder))
