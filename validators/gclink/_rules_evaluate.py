"""The rule language read from its trees: slow, complete, and independent of the generated code.

It explains violations, so it must not share the shortcuts of the code whose verdict it explains. A scope maps loop
variables to the objects they stand for; the key None is the context object. Absence is None.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from gclink import _rules_runtime as builtin
from gclink import tables

#: An array whose first item names the node; paths are ``["p", kind, root, name, ...]``.
Node = list[Any]
Path = tuple[str | int, ...]

COMPARISONS = frozenset({"=", "!=", "<", "<=", ">", ">="})
_CALLS: dict[str, Callable[..., Any]] = {
    "abs": abs,
    "min": min,
    "max": max,
    "clip": lambda x, low, high: max(low, min(high, x)),
    "days": builtin.days,
    "days30": builtin.days30,
    "leapDays": builtin.leap_days,
    "year": lambda day: int(day[:4]),
    "ymd": builtin.ymd,
    "dateOf": lambda instant: instant[:10],
    "validGtin": builtin.valid_gtin,
    "validGln": builtin.valid_gln,
    "validLei": builtin.valid_lei,
    "validUscc": builtin.valid_uscc,
}


@dataclass(frozen=True, slots=True)
class Place:
    """A value of the document and where it stands, from the document's root."""

    value: Any
    path: Path


Scope = Mapping[str | None, Place]


def locate(node: Node, scope: Scope) -> Place:
    """Return the place of a path; value None where it is absent, and then the path of the first member missing."""
    place = scope[node[2]]
    for name in node[3:]:
        inner = place.value.get(name)
        place = Place(inner, (*place.path, name))
        if inner is None:
            break
    return place


def value(node: Node, scope: Scope) -> Any:
    """Return a value: Decimal, int, str, bool, list for an array; None where it is absent."""
    match node:
        case ["p", kind, *_]:
            found = locate(node, scope).value
            return Decimal(found) if kind == "d" and isinstance(found, str) else found
        case ["n", text]:
            return Decimal(text)
        case ["t", text] | ["b", text]:
            return text
        case ["??", left, right]:
            first = value(left, scope)
            return value(right, scope) if first is None else first
        case ["sum", item, binders, where]:
            return _total([value(item, inner) for inner in scopes(binders, where, scope)])
        case ["count", binders, where]:
            return sum(1 for _ in scopes(binders, where, scope))
        case ["lookup", table, key, column, kind]:
            return _lookup(table, value(key, scope), column, kind)
        case [operator, *operands] if operator in ("+", "-", "*", "neg", "months", "call"):
            return _computed(operator, operands, scope)
    raise ValueError(f"{node[0]} is no value")


def holds(node: Node, scope: Scope) -> bool:
    """Return whether a condition holds; a comparison with an absent operand does not."""
    match node:
        case ["if", condition, then, otherwise]:
            if holds(condition, scope):
                return holds(then, scope)
            return otherwise is None or holds(otherwise, scope)
        case ["and", *operands]:
            return all(holds(operand, scope) for operand in operands)
        case ["or", *operands]:
            return any(holds(operand, scope) for operand in operands)
        case ["not", operand]:
            return not holds(operand, scope)
        case ["every", binders, where, body]:
            return all(holds(body, inner) for inner in scopes(binders, where, scope))
        case ["some", binders, where, body]:
            return any(holds(body, inner) for inner in scopes(binders, where, scope))
        case ["unique", item, binders, where]:
            found = [value(item, inner) for inner in scopes(binders, where, scope)]
            return len(set(found)) == len(found)
        case ["exists", path]:
            return locate(path, scope).value is not None
        case ["oneOf", *paths]:
            return sum(locate(path, scope).value is not None for path in paths) == 1
        case ["contains", path, sought]:
            wanted = value(sought, scope)
            return wanted is not None and wanted in _items(path, scope)
        case ["in", left, *options]:
            found = value(left, scope)
            return found is not None and any(found == value(option, scope) for option in options)
        case ["matches", left, pattern]:
            text = value(left, scope)
            return text is not None and re.fullmatch(pattern, text) is not None
        case ["inTable", table, *keys]:
            texts = [value(key, scope) for key in keys]
            return None not in texts and tuple(map(str, texts)) in tables.relation(table)
        case ["call", function, argument]:
            text = value(argument, scope)
            return text is not None and bool(_CALLS[function](text))
        case [operator, left, ["round", *parts]]:
            values = [value(left, scope), *(value(part, scope) for part in parts)]
            return None not in values and builtin.is_rounded(*values)
        case [operator, left, right, within]:
            one, two, tolerance = (value(operand, scope) for operand in (left, right, within))
            return None not in (one, two, tolerance) and abs(one - two) <= tolerance
        case [operator, left, right] if operator in COMPARISONS:
            return compare(operator, value(left, scope), value(right, scope))
    raise ValueError(f"{node[0]} is no condition")


def compare(operator: str, left: Any, right: Any) -> bool:
    """Compare two values of one type, texts and dates by their characters."""
    if left is None or right is None:
        return False
    match operator:
        case "=":
            return bool(left == right)
        case "!=":
            return bool(left != right)
        case "<":
            return bool(left < right)
        case "<=":
            return bool(left <= right)
        case ">":
            return bool(left > right)
    return bool(left >= right)


def scopes(binders: list[Any], where: Node | None, scope: Scope) -> Iterator[Scope]:
    """Yield a scope for every combination of items that passes the filter."""
    if not binders:
        if where is None or holds(where, scope):
            yield scope
        return
    (path, name), *rest = binders
    array = locate(path, scope)
    for index, item in enumerate(_items(path, scope)):
        yield from scopes(rest, where, {**scope, name: Place(item, (*array.path, index))})


def _items(path: Node, scope: Scope) -> list[Any]:
    found = locate(path, scope).value
    return found if isinstance(found, list) else []


def _total(values: list[Any]) -> Any:
    return None if None in values else sum(values)


def _lookup(table: str, key: Any, column: str, kind: str) -> Any:
    if key is None:
        return None
    cell = tables.table(table).index.get((str(key),), {}).get(column)
    if cell is None or kind == "s":
        return cell
    return int(str(cell)) if kind == "i" else Decimal(str(cell))


def _computed(operator: str, operands: list[Any], scope: Scope) -> Any:
    if operator == "call":
        values = [value(operand, scope) for operand in operands[1:]]
        return None if None in values else _CALLS[operands[0]](*values)
    if operator == "months":
        day = value(operands[0], scope)
        return None if day is None else builtin.add_months(day, operands[1])
    values = [value(operand, scope) for operand in operands]
    if None in values:
        return None
    match operator:
        case "neg":
            return -values[0]
        case "+":
            return values[0] + values[1]
        case "-":
            return values[0] - values[1]
    return values[0] * values[1]


def paths_of(node: Any) -> Iterator[Node]:
    """Yield the paths of a tree from left to right."""
    if isinstance(node, list) and node:
        if node[0] == "p":
            yield node
        else:
            for child in node:
                yield from paths_of(child)
