"""From one line of text to the untyped tree.

The grammar is in ``_grammar.lark``. The tables of the parser are built once per process and kept in memory only: they
take less time to build than a stale file costs to find.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from importlib.resources import files
from typing import Any

from lark import Lark, Token, Transformer, v_args
from lark.exceptions import UnexpectedCharacters, UnexpectedEOF, UnexpectedToken, VisitError

from gclink_spec.rules import _ast as ast
from gclink_spec.rules._errors import RuleError


@dataclass(frozen=True, slots=True)
class Parsed:
    """A tree and the column of every node of it, by identity (equal nodes stand in several places)."""

    text: str
    expr: ast.Expr
    columns: dict[int, int]

    def column(self, node: object) -> int:
        """Return the column where a node of this tree begins, 1 for a node that was not written."""
        return self.columns.get(id(node), 1)


def parse(text: str) -> Parsed:
    """Parse one line; raise RuleError with the column of the first token that does not fit."""
    builder = _Builder()
    try:
        expr = builder.transform(_lark().parse(text))
    except UnexpectedCharacters as error:
        raise RuleError(error.column, *_bad_character(error.char)) from None
    except UnexpectedToken as error:
        if error.token.type == "$END":
            raise RuleError(
                len(text) + 1, "the line ends too early", _wanted(error.accepts or error.expected)
            ) from None
        if error.token.type == "SLASH":
            raise RuleError(error.column, *_bad_character("/")) from None
        raise RuleError(
            error.column, f"'{error.token}' does not fit here", _wanted(error.accepts or error.expected)
        ) from None
    except UnexpectedEOF as error:
        raise RuleError(len(text) + 1, "the line ends too early", _wanted(set(error.expected))) from None
    except VisitError as error:
        if isinstance(error.orig_exc, RuleError):
            raise error.orig_exc from None
        raise
    return Parsed(text, expr, builder.columns)


def parse_path(text: str) -> ast.Path:
    """Parse a bare path, as the ``at`` of a requirement holds one."""
    expr = parse(text).expr
    if not isinstance(expr, ast.Path):
        raise RuleError(1, f"'{text}' is not a path", "write member names joined by dots")
    return expr


@cache
def _lark() -> Lark:
    grammar = files(__package__).joinpath("_grammar.lark").read_text(encoding="utf-8")
    return Lark(grammar, parser="lalr", lexer="basic", propagate_positions=True, maybe_placeholders=False)


def _bad_character(char: str) -> tuple[str, str]:
    if char == "/":
        return "there is no division", "multiply both sides, or write round(n / d, scale) at the right of '='"
    if char in "'“”‘’":
        return f"{char} does not begin a text", 'write texts in straight double quotes: "code"'
    if char == '"':
        return "a text that does not end", "close it with a double quote; a text holds no quote and no backslash"
    if char.isupper():
        return "a name begins with a lower case letter", "write names of members as the class table does"
    return f"'{char}' is not part of the rule language", "see the operators in the grammar"


_NAMES = {
    "LPAR": "(", "RPAR": ")", "COMMA": ",", "COLON": ":", "PLUS": "+", "MINUS": "-", "STAR": "*", "SLASH": "/",
    "DOT": ".", "OPERATOR": "a comparison", "NAME": "a name", "NUMBER": "a number", "STRING": "a text",
    "DATE": "a date",
}  # fmt: skip


def _wanted(terminals: set[str]) -> str:
    words = sorted({_NAMES.get(t, t.lower()) for t in terminals if t != "$END" and not t.startswith("__")})
    if len(words) > 9:
        return "a value or a condition is wanted here"
    return "wanted here: " + ", ".join(words)


def _placed(method: Callable[..., Any]) -> Any:
    """Wrap a builder method so that the node it returns is remembered with its column."""

    def build(self: _Builder, meta: Any, children: list[Any]) -> Any:
        node = method(self, children)
        self.columns[id(node)] = getattr(meta, "column", 1)
        return node

    return v_args(meta=True)(build)


class _Builder(Transformer[Token, Any]):
    """Build the tree bottom-up; children of a rule arrive in the order written."""

    def __init__(self) -> None:
        super().__init__()
        self.columns: dict[int, int] = {}

    @_placed
    def if_then(self, c: list[Any]) -> ast.If:
        return ast.If(c[0], c[1], None)

    @_placed
    def if_else(self, c: list[Any]) -> ast.If:
        return ast.If(c[0], c[1], c[2])

    @_placed
    def every(self, c: list[Any]) -> ast.Quantified:
        return ast.Quantified(True, c[0], _where(c[1:-1]), c[-1])

    @_placed
    def some(self, c: list[Any]) -> ast.Quantified:
        return ast.Quantified(False, c[0], _where(c[1:-1]), c[-1])

    @_placed
    def or_expr(self, c: list[Any]) -> ast.Logic:
        return ast.Logic("or", tuple(c))

    @_placed
    def and_expr(self, c: list[Any]) -> ast.Logic:
        return ast.Logic("and", tuple(c))

    @_placed
    def not_(self, c: list[Any]) -> ast.Not:
        return ast.Not(c[0])

    @_placed
    def compare(self, c: list[Any]) -> ast.Compare:
        return ast.Compare(str(c[1]), c[0], c[2], c[3] if len(c) > 3 else None)

    @_placed
    def in_(self, c: list[Any]) -> ast.In:
        return ast.In(c[0], tuple(c[1:]))

    @_placed
    def matches(self, c: list[Any]) -> ast.Matches:
        return ast.Matches(c[0], _text(c[1]))

    @_placed
    def contains(self, c: list[Any]) -> ast.Contains:
        return ast.Contains(c[0], c[1])

    @_placed
    def add(self, c: list[Any]) -> ast.Arithmetic:
        return ast.Arithmetic("+", c[0], c[1])

    @_placed
    def subtract(self, c: list[Any]) -> ast.Arithmetic:
        return ast.Arithmetic("-", c[0], c[1])

    @_placed
    def multiply(self, c: list[Any]) -> ast.Arithmetic:
        return ast.Arithmetic("*", c[0], c[1])

    @_placed
    def negate(self, c: list[Any]) -> ast.Negate:
        return ast.Negate(c[0])

    @_placed
    def coalesce(self, c: list[Any]) -> ast.Coalesce:
        return ast.Coalesce(c[0], c[1])

    @_placed
    def number(self, c: list[Any]) -> ast.Number:
        return ast.Number(Decimal(c[0]))

    @_placed
    def months(self, c: list[Any]) -> ast.Months:
        if "." in c[0]:
            raise RuleError(c[0].column, "a fraction of a month", "write whole months: 36 months")
        return ast.Months(int(c[0]))

    @_placed
    def string(self, c: list[Any]) -> ast.String:
        return ast.String(_text(c[0]))

    @_placed
    def date(self, c: list[Any]) -> ast.Date:
        return ast.Date(str(c[0]))

    @_placed
    def true(self, _: list[Any]) -> ast.Boolean:
        return ast.Boolean(True)

    @_placed
    def false(self, _: list[Any]) -> ast.Boolean:
        return ast.Boolean(False)

    @_placed
    def sum(self, c: list[Any]) -> ast.Sum:
        return ast.Sum(c[0], c[1], _where(c[2:]))

    @_placed
    def count(self, c: list[Any]) -> ast.Count:
        return ast.Count(c[0], _where(c[1:]))

    @_placed
    def unique(self, c: list[Any]) -> ast.Unique:
        return ast.Unique(c[0], c[1], _where(c[2:]))

    @_placed
    def exists(self, c: list[Any]) -> ast.Exists:
        return ast.Exists(c[0])

    @_placed
    def one_of(self, c: list[Any]) -> ast.OneOf:
        return ast.OneOf(tuple(c))

    @_placed
    def round(self, c: list[Any]) -> ast.Round:
        return ast.Round(c[0], c[1], c[2])

    @_placed
    def lookup(self, c: list[Any]) -> ast.Lookup:
        return ast.Lookup(_text(c[0]), c[1], _text(c[2]))

    @_placed
    def in_table(self, c: list[Any]) -> ast.InTable:
        return ast.InTable(_text(c[0]), tuple(c[1:]))

    @_placed
    def call(self, c: list[Any]) -> ast.Call:
        return ast.Call(str(c[0]), tuple(c[1:]))

    @_placed
    def binder(self, c: list[Any]) -> ast.Binder:
        return ast.Binder(str(c[0]), c[1])

    @_placed
    def path(self, c: list[Any]) -> ast.Path:
        return ast.Path(tuple(str(name) for name in c))

    def binders(self, c: list[Any]) -> tuple[ast.Binder, ...]:
        return tuple(c)

    def where(self, c: list[Any]) -> _Where:
        return _Where(c[0])


@dataclass(frozen=True, slots=True)
class _Where:
    """Marks the optional filter among the children of a rule."""

    expr: ast.Expr


def _where(rest: list[Any]) -> ast.Expr | None:
    return rest[0].expr if rest else None


def _text(token: str) -> str:
    return token[1:-1]
