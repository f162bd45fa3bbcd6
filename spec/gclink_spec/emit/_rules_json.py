"""The rules as compact trees, for the interpreter that explains a violation.

A node is an array whose first item names it. Paths carry what an interpreter cannot see in the tree: whether a member
is a number (``d`` decimal, ``i`` integer) or compares as it stands (``s``).
"""

from __future__ import annotations

import json
from typing import Any

from gclink_spec._model import Model
from gclink_spec.emit._python_module import canonical
from gclink_spec.rules import CompiledRule
from gclink_spec.rules import _ast as ast
from gclink_spec.rules._ast import Type
from gclink_spec.rules._types import type_of

_MARK = "from spec/ by gclink_spec.emit.python_rules, do not edit"
_KINDS = {Type.DECIMAL: "d", Type.INTEGER: "i"}


def rules_json(model: Model, rules: tuple[CompiledRule, ...]) -> bytes:
    """Return ``{generated, rules: {id: [line, ...]}}``; a line has its text, its classes and its tree."""
    lines: dict[str, dict[int, dict[str, Any]]] = {}
    for rule in rules:
        line = lines.setdefault(rule.requirement, {}).setdefault(rule.line, {"text": rule.text, "trees": []})
        tree = node(rule.expr)
        stated = model.requirements[rule.requirement].at is not None and rule.location is not None
        at = _path(rule.location) if stated and rule.location is not None else None
        same = next((t for t in line["trees"] if t["tree"] == tree and t["at"] == at), None)
        if same is None:
            line["trees"].append({"on": [rule.context], "at": at, "tree": tree})
        else:
            same["on"].append(rule.context)
    data = {key: [numbered[index] for index in sorted(numbered)] for key, numbered in lines.items()}
    body = ",\n".join(
        f" {json.dumps(k)}: {json.dumps(v, ensure_ascii=False, separators=(',', ':'))}" for k, v in data.items()
    )
    return f'{{"generated": "{_MARK}",\n"rules": {{\n{body}\n}}}}\n'.encode()


def node(expr: ast.Expr | None) -> Any:
    """Return one expression as a tree of arrays."""
    match expr:
        case None:
            return None
        case ast.Path():
            return _path(expr)
        case ast.Number(value=value):
            return ["n", canonical(value)]
        case ast.String(value=text) | ast.Date(value=text):
            return ["t", text]
        case ast.Boolean(value=truth):
            return ["b", truth]
        case ast.If(condition, then, otherwise):
            return ["if", node(condition), node(then), node(otherwise)]
        case ast.Quantified(every, binders, where, body):
            return ["every" if every else "some", _binders(binders), node(where), node(body)]
        case ast.Logic(operator, operands):
            return [operator, *map(node, operands)]
        case ast.Not(operand):
            return ["not", node(operand)]
        case ast.Compare(operator, left, right, within):
            return [operator, node(left), node(right), node(within)] if within else [operator, node(left), node(right)]
        case ast.In(left, options):
            return ["in", node(left), *map(node, options)]
        case ast.Matches(left, pattern):
            return ["matches", node(left), pattern]
        case ast.Contains(path, value):
            return ["contains", _path(path), node(value)]
        case ast.Arithmetic("+", left, ast.Months(count)):
            return ["months", node(left), count]
        case ast.Arithmetic("-", left, ast.Months(count)):
            return ["months", node(left), -count]
        case ast.Arithmetic(operator, left, right):
            return [operator, node(left), node(right)]
        case ast.Negate(operand):
            return ["neg", node(operand)]
        case ast.Coalesce(left, right):
            return ["??", node(left), node(right)]
        case ast.Sum(value, binders, where):
            return ["sum", node(value), _binders(binders), node(where)]
        case ast.Count(binders, where):
            return ["count", _binders(binders), node(where)]
        case ast.Unique(value, binders, where):
            return ["unique", node(value), _binders(binders), node(where)]
        case ast.Exists(path):
            return ["exists", _path(path)]
        case ast.OneOf(paths):
            return ["oneOf", *map(_path, paths)]
        case ast.Round(numerator, denominator, scale):
            return ["round", node(numerator), node(denominator), node(scale)]
        case ast.Lookup(table, key, column):
            return ["lookup", table, node(key), column, _KINDS.get(type_of(expr), "s")]
        case ast.InTable(table, keys):
            return ["inTable", table, *map(node, keys)]
        case ast.Call(function, arguments):
            return ["call", function, *map(node, arguments)]
    raise TypeError(f"{type(expr).__name__} has no tree")


def _path(path: ast.Path) -> list[Any]:
    return ["p", _KINDS.get(path.type or Type.TEXT, "s"), path.root, *path.names]


def _binders(binders: tuple[ast.Binder, ...]) -> list[Any]:
    # the path first: a loop variable may be called like the tag of a node
    return [[_path(binder.path), binder.name] for binder in binders]
