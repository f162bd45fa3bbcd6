"""The words of an explanation: what a comparison expected and what it found, in both languages."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from gclink._rules_evaluate import COMPARISONS, Node, Scope, locate, scopes, value
from gclink._text import Text

_MOST = 160

_NUMBERS = {
    "=": Text("{0}", "{0}"),
    "!=": Text("a value other than {0}", "不同于 {0} 的值"),
    "<": Text("less than {0}", "小于 {0}"),
    "<=": Text("at most {0}", "不大于 {0}"),
    ">": Text("more than {0}", "大于 {0}"),
    ">=": Text("at least {0}", "不小于 {0}"),
}
_DAYS = {
    "<": Text("before {0}", "早于 {0}"),
    "<=": Text("{0} or earlier", "不晚于 {0}"),
    ">": Text("after {0}", "晚于 {0}"),
    ">=": Text("{0} or later", "不早于 {0}"),
}
_FLIPPED = {"=": "=", "!=": "!=", "<": ">", "<=": ">=", ">": "<", ">=": "<="}
_OPPOSITE = {"=": "!=", "!=": "=", "<": ">=", "<=": ">", ">": "<=", ">=": "<"}
_VALID = {
    "validGtin": Text(
        "a GTIN of 8, 12, 13 or 14 digits with the right check digit", "校验位正确的 8、12、13 或 14 位 GTIN"
    ),
    "validGln": Text("a GLN of 13 digits with the right check digit", "校验位正确的 13 位 GLN"),
    "validLei": Text("an LEI of 20 characters with the right check digits", "校验位正确的 20 位 LEI"),
    "validUscc": Text(
        "a unified social credit code of 18 characters with the right check symbol",
        "校验位正确的 18 位统一社会信用代码",
    ),
}
HOLDS = Text("the rule to hold", "满足规则")
IT_DOES = Text("it does", "已满足")
_NOTHING = Text("nothing", "缺失")


def shown(found: Any) -> str:
    """Return a value as a document writes it, shortened."""
    if isinstance(found, bool):
        return "true" if found else "false"
    if isinstance(found, Decimal):
        text = format(found, "f")
        text = text.rstrip("0").rstrip(".") if "." in text else text
        return "0" if text == "-0" else text
    text = str(found)
    return text if len(text) <= _MOST else text[: _MOST - 3] + "..."


def words(
    node: Node, scope: Scope, negated: bool, sides: tuple[str | None, str | None, str | None]
) -> tuple[Text, Text]:
    """Return what was expected and what was found by a comparison that failed (or, negated, that held)."""
    if node[0] in COMPARISONS:
        return _comparison(node, scope, negated, sides)
    expected, found = _other(node, scope)
    if negated and node[0] == "exists":
        expected = _format(Text("{0} to be left out", "不给出 {0}"), _name(node[1]))
    elif negated:
        expected = _format(Text("not {0}", "不得为 {0}"), expected)
    return expected, found


def _comparison(
    node: Node, scope: Scope, negated: bool, sides: tuple[str | None, str | None, str | None]
) -> tuple[Text, Text]:
    operator, left, right, tolerance = node[0], *sides
    computed = node[1][0] != "p"
    if computed and node[2][0] == "p":
        # the declared value stands at the right: turn the sentence round
        operator, left, right, computed = _FLIPPED[operator], right, left, False
    if negated:
        operator = _OPPOSITE[operator]
    if right is None:
        side = node[1] if right is sides[0] and left is sides[1] else node[2]
        expected = _absent_side(side, scope)
    else:
        expected = _format((_DAYS if _is_day(right) and operator in _DAYS else _NUMBERS)[operator], right)
    if tolerance is not None:
        expected = _format(Text("{0} (tolerance {1})", "{0}（容差 {1}）"), expected, tolerance)
    if left is None:
        return expected, _absent(node[1], scope)
    return expected, _format(Text("{0} by calculation", "计算得 {0}"), left) if computed else Text(left, left)


def _other(node: Node, scope: Scope) -> tuple[Text, Text]:
    match node:
        case ["exists", path]:
            name = _name(path)
            place = locate(path, scope)
            there = _NOTHING if place.value is None else _value(place.value)
            return _format(Text("{0} to be given", "给出 {0}"), name), there
        case ["oneOf", *paths]:
            given = [_name(path) for path in paths if locate(path, scope).value is not None]
            names = _listed([_name(path) for path in paths])
            return _format(Text("exactly one of {0}", "{0} 中恰好一项"), names), _listed(given) if given else _NOTHING
        case ["in", left, *options]:
            choices = _listed([shown(v) for v in (value(o, scope) for o in options) if v is not None])
            return _format(Text("one of {0}", "{0} 之一"), choices), _found(left, scope)
        case ["matches", left, pattern]:
            return _format(Text("a text of the form {0}", "形如 {0} 的文本"), pattern), _found(left, scope)
        case ["contains", path, sought]:
            wanted = value(sought, scope)
            items = locate(path, scope).value or []
            held = _listed([shown(item) for item in items]) if items else _NOTHING
            return _format(Text("an item {0}", "含有 {0}"), "" if wanted is None else shown(wanted)), held
        case ["unique", item, binders, where]:
            return Text("values that differ from each other", "互不相同的值"), _repeated(item, binders, where, scope)
        case ["inTable", table, *keys]:
            given = [value(key, scope) for key in keys]
            row = " / ".join("-" if part is None else shown(part) for part in given)
            return _format(Text("a combination that table {0} lists", "数据表 {0} 所列的组合"), table), Text(row, row)
        case ["call", function, argument]:
            return _VALID[function], _found(argument, scope)
        case ["some", binders, *_]:
            name = _name(binders[0][0])
            count = sum(1 for _ in scopes(binders[:1], None, scope))
            return (
                _format(Text("an item of {0} that fulfils the rule", "{0} 中有一项满足规则"), name),
                Text(f"none of {count} items", f"{count} 项均不满足"),
            )
        case ["or" | "and", *operands]:
            pairs = [words(o, scope, False, _sides(o, scope)) for o in operands]
            joint = Text(" or ", " 或 ") if node[0] == "or" else Text(" and ", " 且 ")
            expected = Text(joint.en.join(e.en for e, _ in pairs), joint.zh.join(e.zh for e, _ in pairs))
            return expected, Text("; ".join(f.en for _, f in pairs), "；".join(f.zh for _, f in pairs))
    return HOLDS, Text("it does not", "未满足")


def _sides(node: Node, scope: Scope) -> tuple[str | None, str | None, str | None]:
    if node[0] not in COMPARISONS or node[2][0] == "round":
        return None, None, None
    found = [value(operand, scope) for operand in node[1:]]
    texts = [None if item is None else shown(item) for item in found]
    return texts[0], texts[1], texts[2] if len(texts) > 2 else None


def _format(pattern: Text, *parts: Text | str) -> Text:
    en = [part if isinstance(part, str) else part.en for part in parts]
    zh = [part if isinstance(part, str) else part.zh for part in parts]
    return Text(pattern.en.format(*en), pattern.zh.format(*zh))


def _listed(items: list[str]) -> Text:
    return Text(", ".join(items), "、".join(items))


def _name(path: Node) -> str:
    return f"`{'.'.join(path[3:])}`"


def _value(found: Any) -> Text:
    if isinstance(found, list):
        return Text(f"{len(found)} item" + ("" if len(found) == 1 else "s"), f"{len(found)} 项")
    if isinstance(found, dict):
        return Text("an object", "一个对象")
    return Text(shown(found), shown(found))


def _found(node: Node, scope: Scope) -> Text:
    found = value(node, scope)
    return _absent(node, scope) if found is None else _value(found)


def _absent(node: Node, scope: Scope) -> Text:
    """Name the first member without which a value is absent."""
    if node[0] == "p":
        missing = locate(node, scope).path
        return _format(Text("{0} is absent", "缺少 {0}"), f"`{missing[-1]}`")
    return _NOTHING


def _absent_side(node: Node, scope: Scope) -> Text:
    if node[0] == "lookup":
        return _format(Text("a value with a row in table {0}", "在数据表 {0} 中有对应行的值"), node[1])
    if node[0] == "round":
        return Text("a quotient with a denominator above 0", "分母大于 0 的商")
    return _absent(node, scope)


def _is_day(text: str) -> bool:
    return len(text) in (10, 20) and text[4] == text[7] == "-"


def _repeated(item: Node, binders: list[Any], where: Node | None, scope: Scope) -> Text:
    seen: set[Any] = set()
    for inner in scopes(binders, where, scope):
        found = value(item, inner)
        if found in seen:
            return _format(Text("{0} twice", "{0} 出现两次"), shown(found))
        seen.add(found)
    return Text("values that differ", "互不相同的值")
