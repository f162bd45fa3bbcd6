"""The functions a formula may call: what each computes and how a reader is told of it."""

from __future__ import annotations

import ast
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Any

from gclink import _rules_runtime as builtin
from gclink import tables
from gclink._text import Text
from gclink.calculations._numbers import CO2_PER_C, half_away
from gclink.derive._formula import Absent, FormulaError, Scope, Value, holds, locate, number, scopes, text, value

Arguments = Sequence[ast.expr]


@dataclass(frozen=True, slots=True)
class Function:
    """One function: ``{0}``, ``{1}`` ... in ``words`` stand for its arguments as they are told to a reader."""

    compute: Callable[[Arguments, Scope], Value]
    words: Text
    #: Whether it leaves its first argument what it is, but for a rounding or a bound: the parts are those inside.
    transparent: bool = False


def loop_of(node: ast.expr) -> ast.GeneratorExp:
    """Return the loop that is the argument of ``sum``, ``count`` or ``first``."""
    if not isinstance(node, ast.GeneratorExp):
        raise FormulaError(f"{ast.unparse(node)} is no loop")
    return node


def _sum(arguments: Arguments, scope: Scope) -> Value:
    loop = loop_of(arguments[0])
    return sum((number(loop.elt, inner) for inner in scopes(loop.generators, scope)), Fraction(0))


def _count(arguments: Arguments, scope: Scope) -> Value:
    loop = loop_of(arguments[0])
    return Fraction(sum(1 for _ in scopes(loop.generators, scope)))


def _first(arguments: Arguments, scope: Scope) -> Value:
    loop = loop_of(arguments[0])
    for inner in scopes(loop.generators, scope):
        return value(loop.elt, inner)
    raise Absent(locate(loop.generators[0].iter, scope).path)


def _most(arguments: Arguments, scope: Scope) -> Value:
    if isinstance(arguments[0], ast.GeneratorExp):
        loop = arguments[0]
        found = [number(loop.elt, inner) for inner in scopes(loop.generators, scope)]
        if not found:
            raise Absent(locate(loop.generators[0].iter, scope).path)
        return max(found)
    return max(number(argument, scope) for argument in arguments)


def _given(arguments: Arguments, scope: Scope) -> Value:
    try:
        locate(arguments[0], scope)
    except Absent:
        return False
    return True


def _or_zero(arguments: Arguments, scope: Scope) -> Value:
    return number(arguments[0], scope) if _given(arguments, scope) else Fraction(0)


def _rounded(arguments: Arguments, scope: Scope) -> Value:
    places = int(number(arguments[1], scope))
    return Fraction(half_away(number(arguments[0], scope), places))


def _money(arguments: Arguments, scope: Scope) -> Value:
    unit = _lookup("currency", text(arguments[1], scope), "scale", scope)
    assert isinstance(unit, Fraction)
    return Fraction(half_away(number(arguments[0], scope), len(str(int(unit))) - 1))


def _clip(arguments: Arguments, scope: Scope) -> Value:
    found, low, high = (number(argument, scope) for argument in arguments)
    return max(low, min(high, found))


def _ceiling(arguments: Arguments, scope: Scope) -> Value:
    return Fraction(-(-number(arguments[0], scope) // 1))


def _between(function: Callable[[str, str], int]) -> Callable[[Arguments, Scope], Value]:
    return lambda arguments, scope: Fraction(function(text(arguments[0], scope), text(arguments[1], scope)))


def _year(arguments: Arguments, scope: Scope) -> Value:
    return Fraction(int(text(arguments[0], scope)[:4]))


def _look_up(arguments: Arguments, scope: Scope) -> Value:
    table, column = text(arguments[0], scope), text(arguments[2], scope)
    key = value(arguments[1], scope)
    return _lookup(table, str(key), column, scope)


def _lookup(table: str, key: str, column: str, scope: Scope) -> Value:
    found = tables.table(table)
    cell = found.index.get((key,), {}).get(column)
    if not isinstance(cell, str):
        raise Absent(scope[None].path)
    return Fraction(cell) if found.types[column] in ("decimal", "integer") else cell


def _effective_rate(arguments: Arguments, scope: Scope) -> Value:
    from gclink.calculations.errors import CalculationError
    from gclink.calculations.yields import effective_rate

    cost, net, days = (number(argument, scope) for argument in arguments)
    try:
        result = effective_rate(fee_total=_decimal(cost), net_proceeds=_decimal(net), days=int(days))
    except CalculationError as error:
        raise Absent(scope[None].path) from error
    rate: Any = result["effectiveRate"]
    return Fraction(rate)


def _decimal(found: Fraction) -> Decimal:
    return half_away(found, 9)


def _uniqueness_key(_arguments: Arguments, scope: Scope) -> Value:
    from gclink.calculations.keys import key_of

    return key_of(key_parts(scope))


def key_parts(scope: Scope) -> tuple[str, ...]:
    """Return the parts of the uniqueness key of an asset; Absent where the document lacks one."""
    from gclink.calculations.keys import normalised

    def part(path: str) -> str:
        node = ast.parse(path, mode="eval").body
        found = value(node, scope)
        return str(found)

    kind = scope[None].value["type"]
    holder = "sellerIdentifier" if kind in ("Receivable", "PurchaseOrder") else "keyIdentifier"
    party = f"{part(f'{holder}.scheme')}:{part(f'{holder}.identifierValue')}"
    match kind:
        case "Receivable":
            number_ = normalised(part("invoiceNumber"))
            currency = part("faceValue.currency" if "faceValue" in scope[None].value else "documentPayable.currency")
            return party, number_, part("issueDate"), currency, part("instalmentSeq")
        case "PurchaseOrder":
            return "po", party, normalised(part("orderNumber")), part("orderDate"), part("faceValue.currency")
        case "Inventory":
            return "inv", party, normalised(part("receiptNumber"))
    return "und", party, normalised(part("undertakingNumber"))


#: Function by the name it has in formulas.
FUNCTIONS: dict[str, Function] = {
    "sum": Function(_sum, Text("sum of {0}", "{0} 之和"), transparent=True),
    "count": Function(_count, Text("number of {0}", "{0} 的数目")),
    "first": Function(_first, Text("{0}", "{0}"), transparent=True),
    "max": Function(_most, Text("the greater of {*}", "{*} 中较大者")),
    "at_least": Function(_most, Text("{0}, at least {1}", "{0}，不低于 {1}"), transparent=True),
    "given": Function(_given, Text("{0} is given", "给出 {0}")),
    "or_zero": Function(_or_zero, Text("{0}", "{0}")),
    "rounded": Function(_rounded, Text("{0}, rounded to {1} decimals", "{0}，舍入至 {1} 位小数"), transparent=True),
    "money": Function(
        _money, Text("{0}, rounded to the unit of the currency", "{0}，舍入至币种的最小单位"), transparent=True
    ),
    "clip": Function(_clip, Text("{0}, cut to {1} to {2}", "{0}，截取至 {1}–{2}"), transparent=True),
    "ceiling": Function(_ceiling, Text("{0} rounded up", "{0} 向上取整")),
    "co2_per_c": Function(
        lambda _arguments, _scope: CO2_PER_C,
        Text("44/12 (mass of CO2 per mass of carbon)", "44/12（CO2 与碳的质量比）"),
    ),
    "abs": Function(lambda arguments, scope: abs(number(arguments[0], scope)), Text("size of {0}", "{0} 的绝对值")),
    "days": Function(_between(builtin.days), Text("days from {0} to {1}", "{0} 至 {1} 的天数")),
    "days30": Function(
        _between(builtin.days30), Text("days of 30-day months from {0} to {1}", "{0} 至 {1} 按每月 30 天的天数")
    ),
    "leap_days": Function(
        _between(builtin.leap_days), Text("days in leap years from {0} to {1}", "{0} 至 {1} 落在闰年的天数")
    ),
    "year": Function(_year, Text("year of {0}", "{0} 的年份")),
    "lookup": Function(_look_up, Text("{2} of {1} in table {0}", "数据表 {0} 中 {1} 的 {2}")),
    "effective_rate": Function(
        _effective_rate,
        Text(
            "(1 + {0} ÷ {1}) to the power of 365 ÷ ({2}), minus 1, rounded to 6 decimals",
            "(1 + {0} ÷ {1}) 的 365 ÷ ({2}) 次幂减 1，舍入至 6 位小数",
        ),
    ),
    "uniqueness_key": Function(
        _uniqueness_key,
        Text(
            "SHA-256 of identifier, normalised number, date, currency and instalment, joined by |",
            "标识符、规范化号码、日期、币种与分期以 | 连接后的 SHA-256",
        ),
    ),
}

__all__ = ["FUNCTIONS", "Function", "holds", "key_parts", "loop_of"]
