"""Types of expressions, and the built-in functions with theirs.

A back end asks ``type_of`` instead of looking at a node, so that a cast never depends on how a line was written.
"""

from __future__ import annotations

from gclink_spec.rules import _ast as ast
from gclink_spec.rules._ast import Type

NUMERIC = frozenset({Type.DECIMAL, Type.INTEGER})
#: Types with an order; the order of other text would depend on the engine's collation.
ORDERED = frozenset({Type.DECIMAL, Type.INTEGER, Type.DATE, Type.DATETIME})

SCALAR = {
    "text": Type.TEXT,
    "code": Type.CODE,
    "decimal": Type.DECIMAL,
    "integer": Type.INTEGER,
    "boolean": Type.BOOLEAN,
    "date": Type.DATE,
    "dateTime": Type.DATETIME,
    "iri": Type.IRI,
    "ref": Type.IRI,
}

#: name -> (types of the arguments, type of the result); a DECIMAL argument also takes an integer, and a DECIMAL result
#: of integers only is an integer.
FUNCTIONS: dict[str, tuple[tuple[Type, ...], Type]] = {
    "abs": ((Type.DECIMAL,), Type.DECIMAL),
    "min": ((Type.DECIMAL, Type.DECIMAL), Type.DECIMAL),
    "max": ((Type.DECIMAL, Type.DECIMAL), Type.DECIMAL),
    "clip": ((Type.DECIMAL, Type.DECIMAL, Type.DECIMAL), Type.DECIMAL),
    "days": ((Type.DATE, Type.DATE), Type.INTEGER),
    "days30": ((Type.DATE, Type.DATE), Type.INTEGER),
    "leapDays": ((Type.DATE, Type.DATE), Type.INTEGER),
    "year": ((Type.DATE,), Type.INTEGER),
    "ymd": ((Type.DATE,), Type.INTEGER),
    "dateOf": ((Type.DATETIME,), Type.DATE),
    "validGtin": ((Type.TEXT,), Type.BOOLEAN),
    "validGln": ((Type.TEXT,), Type.BOOLEAN),
    "validLei": ((Type.TEXT,), Type.BOOLEAN),
    "validUscc": ((Type.TEXT,), Type.BOOLEAN),
}


def type_of(expr: ast.Expr) -> Type:
    """Return the type of an analysed expression."""
    match expr:
        case ast.Path(type=type_) | ast.Arithmetic(type=type_) | ast.Coalesce(type=type_):
            found = type_
        case ast.Lookup(type=type_) | ast.Call(type=type_):
            found = type_
        case ast.Number(value=value):
            found = Type.INTEGER if value == value.to_integral_value() else Type.DECIMAL
        case ast.String(code_list=code_list):
            found = Type.TEXT if code_list is None else Type.CODE
        case ast.Date():
            found = Type.DATE
        case ast.Months():
            found = Type.MONTHS
        case ast.Negate(operand=operand) | ast.Sum(value=operand):
            found = type_of(operand)
        case ast.Count():
            found = Type.INTEGER
        case ast.Round():
            found = Type.DECIMAL
        case _:
            found = Type.BOOLEAN
    if found is None:
        raise TypeError(f"{type(expr).__name__} was not analysed")
    return found


def code_list_of(expr: ast.Expr) -> str | None:
    """Return the code list of an expression of type CODE."""
    match expr:
        case ast.Path(code_list=code_list) | ast.String(code_list=code_list):
            return code_list
        case ast.Coalesce(left=left, right=right):
            return code_list_of(left) or code_list_of(right)
    return None


def is_condition(expr: ast.Expr) -> bool:
    """Whether an expression is a condition (true or false) rather than a value."""
    if isinstance(expr, ast.Call):
        return FUNCTIONS.get(expr.function, ((), Type.DECIMAL))[1] is Type.BOOLEAN
    return isinstance(
        expr,
        ast.If | ast.Quantified | ast.Logic | ast.Not | ast.Compare | ast.In | ast.Matches | ast.Contains
        | ast.Unique | ast.Exists | ast.OneOf | ast.InTable,
    )  # fmt: skip
