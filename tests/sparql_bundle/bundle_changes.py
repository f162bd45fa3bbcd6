"""Random changes of a sound bundle that keep every document of the right form.

Two to twelve small faults at a time: another code, a shifted day, a doubled number, a reference to something else, a
document given twice under two names. What a rule says about the result is not known in advance; that the query and the
procedure of the rule say the same is.
"""

from __future__ import annotations

import copy
import datetime
import random
from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import Any

from gclink._model import Field, model
from gclink.structure import check_structure
from gclink_conformance.redigest import redigest

Tree = dict[str, Any]
Place = tuple[Tree, str, Field]

_DAYS = (-400, -31, -1, 1, 31, 400)
_FACTORS = ("0.5", "0.999999", "1.000001", "2", "0", "-1")


def changed(trees: dict[str, Tree], rng: random.Random) -> dict[str, Tree]:
    """Return a changed copy of a bundle; its documents keep their form (T1), and citations follow unless changed."""
    result = copy.deepcopy(trees)
    cited = rng.random() < 0.9
    for _ in range(rng.randint(2, 12)):
        rng.choice((_alter, _alter, _alter, _alter, _remove, _double))(result, rng)
    return redigest(result, set()) if cited else result


def repeated(trees: dict[str, Tree], rng: random.Random) -> dict[str, Tree]:
    """Return a bundle in which some documents stand a second time under their id, most of them with other content."""
    result = copy.deepcopy(trees)
    for number in range(rng.randint(1, 3)):
        again = {"again": copy.deepcopy(result[rng.choice(sorted(result))])}
        if rng.random() < 0.8:
            _alter(again, rng)
        result[f"again-{number}"] = again["again"]
    for _ in range(rng.randint(0, 3)):
        _alter(result, rng)
    return result


def mixture(trees: dict[str, Tree], rng: random.Random) -> dict[str, Tree]:
    """Return documents that know nothing of each other as one bundle: every reference leads to one that fits."""
    result = copy.deepcopy(trees)
    for number, tree in enumerate(result.values()):
        tree["id"] = f"https://example.org/mixed/{number}"
    for tree in result.values():
        for holder, member, field in _places(tree):
            if field.type in ("ref", "DocumentReference"):
                _point(holder, member, field, result, rng)
    return redigest(result, set())


def _alter(trees: dict[str, Tree], rng: random.Random) -> None:
    name = rng.choice(sorted(trees))
    for _ in range(20):
        tree = copy.deepcopy(trees[name])
        holder, member, field = rng.choice(list(_places(tree)))
        _CHANGES.get(field.type, _drop)(holder, member, field, trees, rng)
        if tree != trees[name] and not check_structure(tree):
            trees[name] = tree
            return


def _remove(trees: dict[str, Tree], rng: random.Random) -> None:
    if len(trees) > 2:
        del trees[rng.choice(sorted(trees))]


def _double(trees: dict[str, Tree], rng: random.Random) -> None:
    name = rng.choice(sorted(trees))
    twin = copy.deepcopy(trees[name])
    twin["id"] += "-twin"
    trees[f"{name}-twin"] = twin
    # A twin that nobody names shows nothing in rules that start at a reference; half of them take the place.
    if rng.random() < 0.5:
        other = rng.choice(sorted(trees))
        for holder, member, field in _places(trees[other]):
            if field.type == "ref" and holder[member] == trees[name]["id"]:
                holder[member] = twin["id"]
            elif field.type == "DocumentReference" and not field.many and holder[member]["target"] == trees[name]["id"]:
                holder[member]["target"] = twin["id"]


def _places(tree: Tree) -> Iterator[Place]:
    """Yield every member of a document that may change, with the object that holds it."""
    for name, field in model().classes[tree["type"]].fields.items():
        if name not in tree or name in ("id", "type"):
            continue
        yield tree, name, field
        value = tree[name]
        if field.embedded and field.type != "DocumentReference":
            for item in value if field.many else [value]:
                yield from _places(item)


def _code(holder: Tree, member: str, field: Field, trees: dict[str, Tree], rng: random.Random) -> None:
    codes = sorted(field.values or field.codes)
    if not codes:
        return
    holder[member] = [rng.choice(codes)] if field.many else rng.choice(codes)


def _number(holder: Tree, member: str, field: Field, trees: dict[str, Tree], rng: random.Random) -> None:
    if field.many:
        return
    value = (Decimal(holder[member]) * Decimal(rng.choice(_FACTORS))).quantize(Decimal("0.00000001")).normalize()
    text = f"{value:f}"
    holder[member] = "0" if text == "-0" else text


def _integer(holder: Tree, member: str, field: Field, trees: dict[str, Tree], rng: random.Random) -> None:
    if not field.many:
        holder[member] += rng.choice((-1, 1, 5))


def _flip(holder: Tree, member: str, field: Field, trees: dict[str, Tree], rng: random.Random) -> None:
    holder[member] = not holder[member]


def _shift(holder: Tree, member: str, field: Field, trees: dict[str, Tree], rng: random.Random) -> None:
    text = holder[member]
    day = datetime.date.fromisoformat(text[:10]) + datetime.timedelta(days=rng.choice(_DAYS))
    holder[member] = day.isoformat() + text[10:]


def _point(holder: Tree, member: str, field: Field, trees: dict[str, Tree], rng: random.Random) -> None:
    documents = sorted(trees.values(), key=lambda tree: tree["id"])
    fitting = [tree["id"] for tree in documents if any(model().classes[tree["type"]].is_a(t) for t in field.targets)]
    target = rng.choice(fitting) if fitting and rng.random() < 0.9 else rng.choice(documents)["id"]
    value: Any = target
    if field.type == "DocumentReference":
        old = holder[member][0] if field.many else holder[member]
        value = {"type": "DocumentReference", "target": target, "digest": old["digest"]}
    if field.many and rng.random() < 0.5:
        holder[member] = [*holder[member][1:], value] if value not in holder[member] else holder[member]
    else:
        holder[member] = [value] if field.many else value


def _drop(holder: Tree, member: str, field: Field, trees: dict[str, Tree], rng: random.Random) -> None:
    if isinstance(holder[member], list) and len(holder[member]) > 1 and rng.random() < 0.7:
        del holder[member][rng.randrange(len(holder[member]))]
    else:
        del holder[member]


def _or_drop(change: Callable[..., None]) -> Callable[..., None]:
    def changes(holder: Tree, member: str, field: Field, trees: dict[str, Tree], rng: random.Random) -> None:
        chosen = _drop if field.minimum == 0 and rng.random() < 0.15 else change
        chosen(holder, member, field, trees, rng)

    return changes


_CHANGES: dict[str, Callable[..., None]] = {
    "code": _or_drop(_code),
    "decimal": _or_drop(_number),
    "integer": _or_drop(_integer),
    "boolean": _or_drop(_flip),
    "date": _or_drop(_shift),
    "dateTime": _or_drop(_shift),
    "ref": _or_drop(_point),
    "DocumentReference": _or_drop(_point),
}
