"""Why a rule is violated: which comparison failed, on which item, with which values.

Runs only after a violation. It reads the rule from ``_data/rules.json``, walks down to the comparison that fails, and
returns the values of both sides, so that a report can say "0.384 is declared, the parts give 0.356".
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Context, Decimal, localcontext
from functools import cache, reduce
from importlib.resources import files
from typing import Any

import orjson

from gclink import _explain_texts as texts
from gclink._rules_evaluate import COMPARISONS, Node, Path, Place, Scope, holds, locate, paths_of, scopes, value
from gclink._rules_runtime import EXACT
from gclink._text import Text
from gclink.findings import pointer_of

#: How many single values of a sum an explanation lists.
_MOST_OPERANDS = 40

#: Enough digits to show a rounded quotient; its scale is a power of ten, so the division ends.
_SHOWN = Context(prec=100)


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why a rule holds or not on one context object.

    ``pointer`` is the JSON Pointer from the document's root of the member to look at: inside the item of an outer
    ``every`` that fails, when there is one. ``operands`` are pointers and values of the failing comparison; ``left``,
    ``right`` and ``tolerance`` its sides as canonical text, None where they are absent or it has none.
    """

    holds: bool
    pointer: str
    operands: tuple[tuple[str, str], ...]
    left: str | None
    right: str | None
    tolerance: str | None
    expected: Text
    found: Text


@dataclass(frozen=True, slots=True)
class _Failure:
    """The comparison that decides, the items it looks at, and whether it had to fail."""

    node: Node
    scope: Scope
    negated: bool


def explain(requirement: str, line: int, tree: Mapping[str, Any], context: Path) -> Explanation:
    """Explain the verdict of one line of a requirement on the object at ``context`` of a document.

    KeyError for a requirement or a line that has no rule.
    """
    place = reduce(lambda p, step: Place(p.value[step], (*p.path, step)), context, Place(tree, ()))
    entry = _tree(requirement, line, str(place.value["type"]))
    scope: Scope = {None: place}
    with localcontext(EXACT):
        if holds(entry["tree"], scope):
            operands = _operands(entry["tree"], scope)
            return Explanation(True, pointer_of(context), operands, None, None, None, texts.HOLDS, texts.IT_DOES)
        at = None if entry["at"] is None else locate(entry["at"], scope).path
        return _explanation(_failing(entry["tree"], scope), at, context)


def rule_text(requirement: str, line: int) -> str:
    """Return a rule line as it stands in the source of the standard."""
    return str(_rules()[requirement][line]["text"])


@cache
def _rules() -> dict[str, list[dict[str, Any]]]:
    raw: dict[str, Any] = orjson.loads((files("gclink") / "_data" / "rules.json").read_bytes())
    rules: dict[str, list[dict[str, Any]]] = raw["rules"]
    return rules


def _tree(requirement: str, line: int, cls: str) -> dict[str, Any]:
    for entry in _rules()[requirement][line]["trees"]:
        if cls in entry["on"]:
            found: dict[str, Any] = entry
            return found
    raise KeyError(f"{requirement} line {line} has no rule on {cls}")


def _failing(node: Node, scope: Scope) -> _Failure:
    """Walk from a condition that does not hold down to the comparison that makes it fail."""
    match node:
        case ["if", condition, then, otherwise]:
            return _failing(then if holds(condition, scope) else otherwise, scope)
        case ["and", *operands]:
            return _failing(next(o for o in operands if not holds(o, scope)), scope)
        case ["or", *operands] if operands[0][0] == "not" and operands[0][1][0] == "exists":
            return _failing(operands[-1], scope)
        case ["every", binders, where, body]:
            return _failing(body, next(s for s in scopes(binders, where, scope) if not holds(body, s)))
        case ["not", operand]:
            return _fulfilled(operand, scope)
    return _Failure(node, scope, False)


def _fulfilled(node: Node, scope: Scope) -> _Failure:
    """Walk from a condition that holds, and should not, down to the comparison that makes it hold."""
    match node:
        case ["or", *operands]:
            return _fulfilled(next(o for o in operands if holds(o, scope)), scope)
        case ["some", binders, where, body]:
            return _fulfilled(body, next(s for s in scopes(binders, where, scope) if holds(body, s)))
        case ["not", operand]:
            return _failing(operand, scope)
    return _Failure(node, scope, True)


def _explanation(failure: _Failure, at: Path | None, context: Path) -> Explanation:
    node, scope = failure.node, failure.scope
    left = right = tolerance = None
    target = _target(node, scope)
    if node[0] in COMPARISONS:
        left = _shown(value(node[1], scope))
        right = _shown(_rounded(node[2], scope) if node[2][0] == "round" else value(node[2], scope))
        tolerance = _shown(value(node[3], scope)) if len(node) > 3 else None
    expected, found = texts.words(node, scope, failure.negated, (left, right, tolerance))
    return Explanation(
        holds=False,
        pointer=pointer_of(at or target or context),
        operands=_operands(node, scope),
        left=left,
        right=right,
        tolerance=tolerance,
        expected=expected,
        found=found,
    )


def _target(node: Node, scope: Scope) -> Path | None:
    """Return the path of the member to look at."""
    if node[0] == "oneOf":
        return scope[None].path
    if node[0] == "unique":
        return _repeated(node, scope)
    plain = next(_plain(node), None)
    if plain is not None:
        return locate(plain, scope).path
    if node[0] == "some":
        return locate(node[1][0][0], scope).path
    array = next((p for p in paths_of(node) if p[2] in scope), None)
    return None if array is None else locate(array, scope).path


def _plain(node: Any) -> Any:
    """Yield paths of a comparison that are neither summed, counted nor looped over."""
    if isinstance(node, list) and node:
        if node[0] == "p":
            if len(node) > 3:
                yield node
        elif node[0] not in ("sum", "count", "unique", "some", "every"):
            for child in node:
                yield from _plain(child)


def _repeated(node: Node, scope: Scope) -> Path | None:
    seen: set[Any] = set()
    for inner in scopes(node[2], node[3], scope):
        item = value(node[1], inner)
        if item in seen:
            plain = next(_plain(node[1]), None)
            return None if plain is None else locate(plain, inner).path
        seen.add(item)
    return None


def _operands(node: Any, scope: Scope) -> tuple[tuple[str, str], ...]:
    found: dict[str, str] = {}
    _collect(node, scope, found)
    return tuple(found.items())


def _collect(node: Any, scope: Scope, found: dict[str, str]) -> None:
    if not isinstance(node, list) or not node or len(found) >= _MOST_OPERANDS:
        return
    match node:
        case ["p", *_]:
            place = locate(node, scope)
            if isinstance(place.value, str | int):
                found.setdefault(pointer_of(place.path), _shown(place.value) or "")
        case ["sum" | "unique", item, binders, where]:
            for inner in scopes(binders, where, scope):
                _collect(item, inner, found)
        case ["count", binders, where]:
            for inner in scopes(binders, where, scope) if where else ():
                _collect(where, inner, found)
        case ["some" | "every", *_]:
            return
        case _:
            for child in node:
                _collect(child, scope, found)


def _rounded(node: Node, scope: Scope) -> Decimal | None:
    """Return what a quotient gives, rounded half away from zero; None where there is nothing to divide."""
    numerator, denominator, scale = (value(part, scope) for part in node[1:])
    if None in (numerator, denominator, scale) or denominator <= 0:
        return None
    units = (2 * abs(Decimal(numerator)) * scale + denominator) // (2 * Decimal(denominator))
    return _SHOWN.divide(units if numerator >= 0 else -units, Decimal(scale))


def _shown(found: Any) -> str | None:
    return None if found is None else texts.shown(found)
