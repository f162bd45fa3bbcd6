"""Every derived member of a document: what is stated, what its parts give, and the document with the gaps filled."""

from __future__ import annotations

import ast
import copy
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from functools import cache
from typing import Any

from gclink._model import model
from gclink._text import Text
from gclink.derive._derivation import Derivation, Fill
from gclink.derive._formula import Absent, Path, Place, Scope, Value, holds, number, parsed, value, value_at
from gclink.derive._lines import Line, lines
from gclink.derive._table import TABLE, derivations_of
from gclink.derive._words import Names, class_of, shown, words
from gclink.findings import pointer_of

Tree = dict[str, Any]


class Outcome(StrEnum):
    """How a member stands to what its formula gives."""

    AGREES = "agrees"
    DIFFERS = "differs"
    #: Not stated, and due or possible.
    ABSENT = "absent"
    #: A member that the formula needs is not there.
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Derived:
    """One derived member of one document.

    ``stated`` and ``value`` are as documents write them, None where there is none; ``needs`` is the pointer of the
    member that is missing where the outcome is unknown; ``formula`` is told in words, ``row.formula`` as computed;
    ``condition`` says when the row applies, None where it always does.
    """

    row: Derivation
    pointer: str
    label: Text
    formula: Text
    condition: Text | None
    outcome: Outcome
    stated: str | None
    value: str | None
    tolerance: str | None
    lines: tuple[Line, ...]
    needs: str | None
    path: Path


def derive(tree: Tree) -> Iterator[Derived]:
    """Yield every derived member of a document, outermost object first, in the order of the table."""
    for place in _objects(Place(tree, ())):
        for row in derivations_of(str(place.value["type"])):
            for scope, path in _targets(row, place, tree):
                found = _derived(row, scope, path)
                if found is not None:
                    yield found


def complete(tree: Tree, asked: bool = False) -> tuple[Tree, tuple[Derived, ...]]:
    """Return a copy of a document with its absent derived members filled in, and what was filled.

    A stated member is never changed. ``asked`` fills those too that a document may leave out.
    """
    filled: dict[Path, Derived] = {}
    grown = copy.deepcopy(tree)
    while True:
        # Row by row: what one row fills may be what the formula of the next one needs.
        found = [d for d in derive(grown) if d.outcome is Outcome.ABSENT and _is_filled(d.row, asked)]
        if not found:
            return grown, tuple(filled.values())
        first = min((d.row for d in found), key=TABLE.index)
        for derived in found:
            if derived.row is first:
                _put(grown, derived)
                filled[derived.path] = derived


def _is_filled(row: Derivation, asked: bool) -> bool:
    return row.fill is Fill.DUE or (asked and row.fill is Fill.ASKED)


def _objects(place: Place) -> Iterator[Place]:
    """Yield a document and every object inside it that names its class."""
    if isinstance(place.value, dict):
        if place.value.get("type") in model().classes:
            yield place
        for name, inner in place.value.items():
            yield from _objects(Place(inner, (*place.path, name)))
    elif isinstance(place.value, list):
        for index, inner in enumerate(place.value):
            yield from _objects(Place(inner, (*place.path, index)))


def _targets(row: Derivation, place: Place, tree: Tree) -> Iterator[tuple[Scope, Path]]:
    """Yield the holders of the member, as scopes with ``item``, and the path of the member itself."""
    *holders, member = row.member.split(".")
    found = [place]
    for name in holders:
        inner: list[Place] = []
        for holder in found:
            held = holder.value.get(name) if isinstance(holder.value, dict) else None
            if isinstance(held, list):
                inner += [Place(item, (*holder.path, name, index)) for index, item in enumerate(held)]
            elif held is not None:
                inner.append(Place(held, (*holder.path, name)))
        found = inner
    for holder in found:
        if isinstance(holder.value, dict):
            yield {None: place, "root": Place(tree, ()), "item": holder}, (*holder.path, member)


def _derived(row: Derivation, scope: Scope, path: Path) -> Derived | None:
    """Return how a member stands, None where the row does not apply to it."""
    stated = _stated(scope["item"], str(path[-1]))
    try:
        if not holds(parsed(row.when), scope):
            return None
    except Absent:
        return None
    if stated is None and row.fill is Fill.NEVER:
        return None
    if stated is not None:
        scope = {**scope, "stated": Place(stated, path)}
    kind, root = str(scope[None].value["type"]), str(scope["root"].value["type"])
    names: Names = {None: kind, "root": root, "item": _holder(row)}
    node = parsed(row.formula)
    formula = words(node, names)
    condition = None if row.when == "True" else words(parsed(row.when), names)
    label = _label(row)
    given = None if stated is None else shown(stated)
    try:
        due = value(node, scope)
        parts = lines(node, scope, names)
        tolerance = _tolerance(row, stated, scope)
    except (Absent, ZeroDivisionError) as problem:
        if stated is None and row.fill is Fill.ASKED:
            return None
        needs = pointer_of(problem.path) if isinstance(problem, Absent) else pointer_of(scope[None].path)
        return Derived(
            row, pointer_of(path), label, formula, condition, Outcome.UNKNOWN, given, None, None, (), needs, path
        )
    outcome = Outcome.ABSENT if stated is None else _judged(row, stated, due, tolerance)
    within = shown(tolerance) if tolerance else None
    return Derived(
        row,
        pointer_of(path),
        label,
        formula,
        condition,
        outcome,
        given,
        _told(row, due),
        within,
        parts,
        None,
        path,
    )


def _stated(holder: Place, member: str) -> Value | None:
    """Return the stated value: that of a Quantity or the amount of a Money where the member is one."""
    held = holder.value.get(member)
    if held is None:
        return None
    cls = model().classes[str(holder.value["type"])]
    field = cls.fields[member]
    if field.type in ("Quantity", "Money"):
        inner = "value" if field.type == "Quantity" else "amount"
        if not isinstance(held, dict) or inner not in held:
            return None
        return Fraction(held[inner])
    return value_at(Place(held, (*holder.path, member), field))


def _tolerance(row: Derivation, stated: Value | None, scope: Scope) -> Fraction:
    if row.tolerance == "0" or not isinstance(stated, Fraction):
        return Fraction(0)
    return number(parsed(row.tolerance), scope)


def _judged(row: Derivation, stated: Value, due: Value, tolerance: Fraction) -> Outcome:
    if not (isinstance(stated, Fraction) and isinstance(due, Fraction)):
        agrees = stated == due
    elif row.relation == ">=":
        agrees = stated >= due - tolerance
    elif row.relation == "<=":
        agrees = stated <= due + tolerance
    else:
        agrees = abs(stated - due) <= tolerance
    return Outcome.AGREES if agrees else Outcome.DIFFERS


def _told(row: Derivation, due: Value) -> str:
    """Return a value as a document writes it; one that does not end is rounded to the side that a bound allows."""
    if not isinstance(due, Fraction) or row.relation == "=":
        return shown(due, row.places)
    scale = 10**row.places
    whole = -(-due * scale // 1) if row.relation == ">=" else due * scale // 1
    return shown(Fraction(whole, scale), row.places)


@cache
def _holder(row: Derivation) -> str:
    *holders, _ = row.member.split(".")
    return class_of(ast.parse(".".join(holders), mode="eval").body, {None: row.cls}) if holders else row.cls


@cache
def _label(row: Derivation) -> Text:
    return words(ast.parse(row.member, mode="eval").body, {None: row.cls})


def _put(tree: Tree, derived: Derived) -> None:
    """Write a derived value into a document, as a Quantity or Money where the member is one."""
    holder: Any = tree
    for step in derived.path[:-1]:
        holder = holder[step]
    member = str(derived.path[-1])
    field = model().classes[str(holder["type"])].fields[member]
    assert derived.value is not None
    held: Any = derived.value
    if field.type == "integer":
        held = int(derived.value)
    elif field.type == "boolean":
        held = derived.value == "true"
    elif field.type in ("Quantity", "Money"):
        inner, outer = ("value", "unit") if field.type == "Quantity" else ("amount", "currency")
        scope = next(s for s, path in _scopes_of(tree, derived) if path == derived.path)
        unit = value(parsed(derived.row.unit), scope)
        held = {"type": field.type, inner: derived.value, outer: unit}
    holder[member] = held


def _scopes_of(tree: Tree, derived: Derived) -> Iterator[tuple[Scope, Path]]:
    for place in _objects(Place(tree, ())):
        if derived.row in derivations_of(str(place.value["type"])):
            yield from _targets(derived.row, place, tree)
