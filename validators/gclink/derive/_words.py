"""A formula in the words of a reader: labels of the members instead of their names, in both languages."""

from __future__ import annotations

import ast
from typing import Any

from gclink._model import Class, model
from gclink._text import Text
from gclink.calculations._numbers import canonical, half_away
from gclink.derive._formula import FormulaError, Value, is_path, names_of
from gclink.derive._functions import FUNCTIONS

#: Members that only wrap a number; the member that holds the wrapper is what a reader knows.
_WRAPPED = {"Quantity": "value", "Money": "amount"}
#: Members whose labels say little without the label of the object that holds them.
_VAGUE = frozenset({"total", "value", "start", "end", "unit", "currency", "share", "rate"})
#: Class that a name stands for.
Names = dict[str | None, str]

_OPERATORS: dict[type[ast.AST], str] = {ast.Add: " + ", ast.Sub: " − ", ast.Mult: " × ", ast.Div: " ÷ "}
_COMPARED: dict[type[ast.AST], str] = {
    ast.Eq: " = ",
    ast.NotEq: " ≠ ",
    ast.Lt: " < ",
    ast.LtE: " ≤ ",
    ast.Gt: " > ",
    ast.GtE: " ≥ ",
}
_SUMS = (ast.Add, ast.Sub)


def shown(found: Value, places: int = 9) -> str:
    """Return a value as a document writes it; a number that does not end is rounded to so many decimals."""
    if isinstance(found, bool):
        return "true" if found else "false"
    return found if isinstance(found, str) else canonical(half_away(found, places))


def words(node: ast.AST, names: Names) -> Text:
    """Return a formula as a reader says it; ``names`` tells the class of every name it may begin with."""
    if is_path(node):
        return label_of(node, names)
    match node:
        case ast.Constant(value=constant):
            return Text(str(constant), str(constant))
        case ast.UnaryOp(op=ast.USub(), operand=operand):
            return _format(Text("−{0}", "−{0}"), _bracketed(operand, names, (ast.BinOp, ast.IfExp)))
        case ast.UnaryOp(op=ast.Not(), operand=operand):
            return _format(Text("not {0}", "非 {0}"), words(operand, names))
        case ast.BinOp(left=left, op=operator, right=right):
            tight = isinstance(operator, ast.Mult | ast.Div)
            one = _bracketed(left, names, (ast.IfExp,), sums=tight)
            two = _bracketed(right, names, (ast.IfExp,), sums=tight or isinstance(operator, ast.Sub))
            sign = _OPERATORS[type(operator)]
            return _format(Text(f"{{0}}{sign}{{1}}", f"{{0}}{sign}{{1}}"), one, two)
        case ast.BoolOp(op=operator, values=operands):
            joint = Text(" and ", " 且 ") if isinstance(operator, ast.And) else Text(" or ", " 或 ")
            return _joined([words(operand, names) for operand in operands], joint)
        case ast.IfExp(test=test, body=body, orelse=orelse):
            pattern = Text("{0} if {1}, else {2}", "若 {1} 则 {0}，否则 {2}")
            return _format(pattern, words(body, names), words(test, names), words(orelse, names))
        case ast.Compare(left=left, ops=[ast.In()], comparators=[ast.Tuple(elts=options)]):
            choices = _joined([_compared(left, option, names) for option in options], Text(" or ", " 或 "))
            return _format(Text("{0} = {1}", "{0} = {1}"), words(left, names), choices)
        case ast.Compare(left=left, ops=[operator], comparators=[right]):
            sign = _COMPARED[type(operator)]
            return _format(
                Text(f"{{0}}{sign}{{1}}", f"{{0}}{sign}{{1}}"), words(left, names), _compared(left, right, names)
            )
        case ast.GeneratorExp():
            return _loop(node, names)
        case ast.Call(func=ast.Name(id=name), args=arguments):
            parts = [words(argument, names) for argument in arguments]
            pattern = FUNCTIONS[name].words
            if "{*}" in pattern.en:
                listed = _joined(parts, Text(" and ", " 与 "))
                return _format(Text(pattern.en.replace("{*}", "{0}"), pattern.zh.replace("{*}", "{0}")), listed)
            return _format(pattern, *parts)
    raise FormulaError(f"{ast.unparse(node)} cannot stand in a formula")


def label_of(node: ast.AST, names: Names) -> Text:
    """Return the label of the member a path leads to."""
    first, *rest = names_of(node)
    cls: Class | None = model().classes[names[first] if first in names else str(names[None])]
    steps = rest if first in names else [first, *rest]
    if not steps:
        assert cls is not None
        return cls.label
    label: Text | None = None
    for step in steps:
        if cls is None:
            raise FormulaError(f"{ast.unparse(node)} leads beyond a value")
        if label is not None and _WRAPPED.get(cls.name) == step:
            break
        field = _field(cls, step, node)
        if label is not None and step in _VAGUE:
            # English labels mostly name their holder already; Chinese ones do not.
            one_word = " " not in field.label.en
            en = f"{field.label.en} of {label.en}" if one_word else field.label.en
            label = Text(en, f"{label.zh}的{field.label.zh}")
        else:
            label = field.label
        cls = model().classes.get(field.type)
    assert label is not None
    return label


def _field(cls: Class, step: str, node: ast.AST) -> Any:
    if step in cls.fields:
        return cls.fields[step]
    for other in model().classes.values():
        # A row about an abstract class may speak of a member that each of its classes has.
        if cls.name in other.parents and step in other.fields:
            return other.fields[step]
    raise FormulaError(f"{ast.unparse(node)}: {cls.name} has no member {step}")


def class_of(node: ast.AST, names: Names) -> str:
    """Return the class of the objects of an array, or of the object, that a path leads to."""
    first, *rest = names_of(node)
    cls = model().classes[names[first] if first in names else str(names[None])]
    for step in rest if first in names else [first, *rest]:
        cls = model().classes[_field(cls, step, node).type]
    return cls.name


def _loop(node: ast.GeneratorExp, names: Names) -> Text:
    inner = dict(names)
    conditions: list[Text] = []
    for loop in node.generators:
        assert isinstance(loop.target, ast.Name)
        inner[loop.target.id] = class_of(loop.iter, inner)
        conditions += [words(condition, inner) for condition in loop.ifs]
    array = label_of(node.generators[0].iter, names)
    item = words(node.elt, inner)
    whole = isinstance(node.elt, ast.Name)
    pattern = Text("{0}", "{0}") if whole else Text("{1} of {0}", "{0}的{1}")
    text = _format(pattern, array, item)
    if conditions:
        pattern = Text("{0} (where {1})", "{0}（{1}）")
        text = _format(pattern, text, _joined(conditions, Text(" and ", " 且 ")))
    return text


def _compared(left: ast.AST, right: ast.AST, names: Names) -> Text:
    """Return the right side of a comparison: a code by its label."""
    if isinstance(right, ast.Constant) and isinstance(right.value, str) and is_path(left):
        first, *rest = names_of(left)
        cls: Class | None = model().classes[names[first] if first in names else str(names[None])]
        field = None
        for step in rest if first in names else [first, *rest]:
            assert cls is not None
            field = _field(cls, step, left)
            cls = model().classes.get(field.type)
        codes = model().code_lists[field.code_list].codes if field is not None and field.code_list else {}
        if right.value in codes:
            return codes[right.value]
    return words(right, names)


def _bracketed(node: ast.AST, names: Names, kinds: tuple[type[ast.AST], ...], sums: bool = False) -> Text:
    text = words(node, names)
    added = isinstance(node, ast.BinOp) and isinstance(node.op, _SUMS)
    if isinstance(node, kinds) or (sums and added):
        return _format(Text("({0})", "({0})"), text)
    return text


def _format(pattern: Text, *parts: Text) -> Text:
    return Text(pattern.en.format(*(p.en for p in parts)), pattern.zh.format(*(p.zh for p in parts)))


def _joined(parts: list[Text], joint: Text) -> Text:
    return Text(joint.en.join(p.en for p in parts), joint.zh.join(p.zh for p in parts))
