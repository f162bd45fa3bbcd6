"""The changes that are tried: each member that a rule reads takes values near to its own, or to those of others."""

from __future__ import annotations

import copy
import random
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from functools import cache
from typing import Any, Final

import orjson
from gclink._model import Field, model
from gclink._rules_runtime import texts
from gclink.bundle._status import MACHINES
from gclink.findings import pointer_of

from gclink_conformance.cases import EXAMPLES, example
from gclink_conformance.search._world import Member, Tree, World, members
from gclink_conformance.suite import root

_STATUSES: Final = ("active", "suspended", "superseded", "revoked")
_FAR: Final = "sha-256:" + "1" * 64


@dataclass(frozen=True, slots=True)
class Edit:
    """Operations of a patch, or another instant of the check."""

    operations: tuple[dict[str, Any], ...] = ()
    as_of: str | None = None

    def __add__(self, other: Edit) -> Edit:
        return Edit((*self.operations, *other.operations), other.as_of or self.as_of)


def edits(world: World, rng: random.Random) -> list[Edit]:
    """Return every single change that is worth a try, in an order that chance gives."""
    pool = _Pool(world)
    found = [edit for member in world.members() for edit in _of_member(world, member, pool, rng)]
    if world.case.scope == "bundle":
        found += _of_documents(world, pool, rng)
        found += [Edit((), instant) for instant in pool.instants()]
    rng.shuffle(found)
    return found


class _Pool:
    """Values that stand in the documents that were read: equal values are where limits lie."""

    def __init__(self, world: World) -> None:
        self.days: list[str] = []
        self.decimals: list[str] = []
        self.integers: list[int] = []
        listed = [*members_of(world), *world.members()]
        for member in listed:
            values = member.value if isinstance(member.value, list) else [member.value]
            for value in values:
                if value is None:
                    continue
                if member.field.type == "date":
                    self.days.append(value)
                elif member.field.type == "dateTime":
                    self.days.append(value[:10])
                elif member.field.type == "decimal":
                    self.decimals.append(value)
                elif member.field.type == "integer":
                    self.integers.append(value)
            codes = member.field.codes and model().code_lists.get(member.field.code_list or "")
            if codes and isinstance(member.value, str):
                self.days += _days_of(member.field.code_list or "", member.value)
        self.days = sorted({*self.days, world.case.as_of[:10]})
        self.decimals = sorted(set(self.decimals))
        self.integers = sorted(set(self.integers))

    def near_days(self, rng: random.Random, count: int) -> list[str]:
        """Return days of the documents, and the days beside them."""
        beside = [shifted(day, step) for day in self.days for step in (-1, 1)]
        chosen = [*rng.sample(self.days, min(len(self.days), count)), *rng.sample(beside, min(len(beside), count))]
        return list(dict.fromkeys(chosen))

    def instants(self) -> list[str]:
        """Return instants of a check: at the days of the documents, and just before and after them."""
        made = [f"{day}T{time}Z" for day in self.days for time in ("00:00:00", "23:59:59")]
        return [*made, "2999-12-31T00:00:00Z"]


@cache
def _days_of(code_list: str, code: str) -> tuple[str, ...]:
    """Return the days that a code list tells of a code, such as the last one of a currency."""
    day = texts("currency", "until").get(code) if code_list == "iso4217" else None
    return (day,) if day is not None and not day.startswith("9") else ()


def members_of(world: World) -> Iterator[Member]:
    """Yield the members of all documents that were read."""
    for name in world.read:
        yield from members(name, world.trees[name])


def shifted(day: str, days: int) -> str:
    """Return a day so many days later."""
    return (date.fromisoformat(day) + timedelta(days=days)).isoformat()


def _of_member(world: World, member: Member, pool: _Pool, rng: random.Random) -> Iterator[Edit]:
    item, value = member.field, member.value
    if value is None:
        for donor in _donors(world, item, rng):
            yield _put("add", member, donor)
        return
    if item.minimum == 0:
        yield Edit(({"op": "remove", "document": member.document, "path": pointer_of(member.path)},))
    if item.many:
        yield from _of_list(world, member, pool, rng)
    elif not item.embedded or item.type == "DocumentReference":
        for other in _others(world, item, value, pool, rng):
            yield _put("replace", member, other)
    elif (donors := _donors(world, item, rng)) and item.minimum == 0:
        yield _put("replace", member, donors[0])


def _put(op: str, member: Member, value: Any) -> Edit:
    return Edit(({"op": op, "document": member.document, "path": pointer_of(member.path), "value": value},))


def _others(world: World, item: Field, value: Any, pool: _Pool, rng: random.Random) -> Iterable[Any]:
    """Return values that could stand where a value stands."""
    match item.type:
        case "decimal":
            return _numbers(value, pool, rng)
        case "integer":
            near = [value - 1, value + 1, 0, 1, value * 2, *rng.sample(pool.integers, min(4, len(pool.integers)))]
            return [number for number in dict.fromkeys(near) if number != value]
        case "boolean":
            return [not value]
        case "date":
            near = [shifted(value, step) for step in (-1, 1, -366, 366)]
            return [day for day in dict.fromkeys([*near, *pool.near_days(rng, 5)]) if day != value]
        case "dateTime":
            return _instants(value, pool, rng)
        case "ref":
            return [other for other in _targets(world, item, rng) if other != value]
        case "DocumentReference":
            return list(_citations(world, item, value, rng))
        case "text" if item.pattern is None and not item.values:
            return [f"{value} 2", "x"]
        case "LocalizedText":
            return [{"en": "Another text"}]
    codes = sorted((item.codes or item.values) - {value})
    if codes:
        return rng.sample(codes, min(len(codes), 14))
    return [donor for donor in _corpus().get((item.owner, item.name), []) if donor != value]


def _numbers(value: str, pool: _Pool, rng: random.Random) -> list[str]:
    own = Decimal(value)
    step = Decimal(1).scaleb(int(own.as_tuple().exponent))
    near = [own + step, own - step, own + 1, own - 1, own * 2, own * 10, own / 2, own * 1000, -own, Decimal(0)]
    near += [own + own / 1000, own - own / 1000]
    near += map(Decimal, rng.sample(pool.decimals, min(4, len(pool.decimals))))
    return list(dict.fromkeys(text for number in near if (text := written(number)) is not None and text != value))


def written(number: Decimal) -> str | None:
    """Return a number in canonical form; None where it has none."""
    number = number.normalize()
    exponent = number.as_tuple().exponent
    if not isinstance(exponent, int) or exponent < -9 or abs(number) >= Decimal(10) ** 15:
        return None
    text = format(number, "f")
    return "0" if text in ("-0", "0") else text


def _instants(value: str, pool: _Pool, rng: random.Random) -> list[str]:
    form = "%Y-%m-%dT%H:%M:%SZ"
    own = datetime.strptime(value, form)  # noqa: DTZ007 - always UTC
    near = [(own + timedelta(seconds=step)).strftime(form) for step in (-1, 1, -86400, 86400)]
    for day in pool.near_days(rng, 3):
        near += [f"{day}T00:00:00Z", f"{day}T23:59:59Z"]
    return [instant for instant in dict.fromkeys(near) if instant != value]


def _targets(world: World, item: Field, rng: random.Random) -> list[str]:
    """Return documents that a member may point at; one that is of no such class, and one that is not there."""
    fitting: list[str] = []
    others: list[str] = []
    for tree in world.trees.values():
        fits = any(model().classes[tree["type"]].is_a(name) for name in item.targets)
        (fitting if fits else others).append(tree["id"])
    chosen = rng.sample(fitting, min(5, len(fitting)))
    return [*chosen, *rng.sample(others, min(1, len(others))), "https://example.org/gclink/nowhere"]


def _citations(world: World, item: Field, value: Tree, rng: random.Random) -> Iterator[Tree]:
    for target in _targets(world, item, rng):
        if target != value["target"]:
            known = any(tree["id"] == target for tree in world.trees.values())
            yield {"type": "DocumentReference", "target": target, "digest": "follow" if known else _FAR}
    yield {**value, "digest": _FAR}
    yield {**value, "digest": value["digest"][:-1] + ("0" if value["digest"][-1] != "0" else "1")}


def _donors(world: World, item: Field, rng: random.Random) -> list[Any]:
    """Return values for a member that is missing."""
    if item.type == "ref" and not item.many:
        return _targets(world, item, rng)[:4]
    if item.type == "DocumentReference" and not item.many:
        fresh = {"type": "DocumentReference", "target": "", "digest": _FAR}
        return [cited for cited in _citations(world, item, fresh, rng) if cited["digest"] == "follow"][:4]
    if item.type in ("ref", "DocumentReference"):
        listed = _targets(world, item, rng)[:2]
        made = (
            listed
            if item.type == "ref"
            else [{"type": "DocumentReference", "target": target, "digest": "follow"} for target in listed]
        )
        return [[each] for each in made]
    if item.codes and not item.many:
        return rng.sample(sorted(item.codes), min(4, len(item.codes)))
    if item.type == "boolean":
        return [True, False]
    return copy.deepcopy(_corpus().get((item.owner, item.name), []))[:4]


@cache
def _corpus() -> dict[tuple[str, str], list[Any]]:
    """Return up to four values of every member, from all documents of the suite and the examples."""
    found: dict[tuple[str, str], list[Any]] = {}
    folders = [root() / "bases", *(example(root(), name) for name in EXAMPLES)]
    for path in (path for folder in folders for path in sorted(folder.rglob("*.json"))):
        for member in members(path.stem, orjson.loads(path.read_bytes())):
            listed = found.setdefault((member.field.owner, member.field.name), [])
            if member.value is not None and member.value not in listed and len(listed) < 4:
                listed.append(member.value)
    return found


def _of_list(world: World, member: Member, pool: _Pool, rng: random.Random) -> Iterator[Edit]:
    """Yield an item less, one more, and for references a twin of what is pointed at."""
    item, value, where = member.field, member.value, member.path
    base = {"document": member.document}
    if len(value) > max(item.minimum, 1):
        for index in rng.sample(range(len(value)), min(3, len(value))):
            yield Edit(({"op": "remove", **base, "path": pointer_of((*where, index))},))
    at_end = pointer_of((*where, "-"))
    if item.embedded and item.type != "DocumentReference":
        for index in rng.sample(range(len(value)), min(2, len(value))):
            for again in _again(world, value[index], pool, rng):
                yield Edit(({"op": "add", **base, "path": at_end, "value": again},))
        for donor in _corpus().get((item.owner, item.name), [])[:2]:
            for inner in donor[:2]:
                yield Edit(({"op": "add", **base, "path": at_end, "value": copy.deepcopy(inner)},))
        return
    for index, one in enumerate(value[:3]):
        for other in rng.sample(listed := list(_others(world, item, one, pool, rng)), min(5, len(listed))):
            yield Edit(({"op": "replace", **base, "path": pointer_of((*where, index)), "value": other},))
            if other not in value:
                yield Edit(({"op": "add", **base, "path": at_end, "value": other},))
        if item.type in ("ref", "DocumentReference"):
            yield from _twins(world, one, base, at_end)


def _again(world: World, item: Tree, pool: _Pool, rng: random.Random) -> Iterator[Tree]:
    """Yield an item of an array a second time, changed in one member."""
    plain = [
        member
        for member in members("", item)
        if member.value is not None and not member.field.embedded and not member.field.many
    ]
    for member in rng.sample(plain, min(4, len(plain))):
        others = list(_others(world, member.field, member.value, pool, rng))
        if others:
            made = copy.deepcopy(item)
            holder: Any = made
            for step in member.path[:-1]:
                holder = holder[step]
            holder[member.path[-1]] = rng.choice(others)
            yield made


def _twins(world: World, one: Any, base: Tree, at_end: str) -> Iterator[Edit]:
    """Yield a second document like the one pointed at, before and behind it in order, as it is and as it was."""
    target = one["target"] if isinstance(one, dict) else one
    from gclink_conformance.cases import base as documents

    for name, tree in world.trees.items():
        if tree["id"] != target:
            continue
        sound = documents(root(), world.case.base or "").get(name, tree)
        for source in [None] if sound == tree else [None, sound]:
            for end in ("0", "~"):
                twin = f"https://example.org/gclink/{end}twin"
                cited = {"type": "DocumentReference", "target": twin, "digest": "follow"}
                pointed = cited if isinstance(one, dict) else twin
                copied = _copied(name, twin, source)
                yield Edit((*copied, {"op": "add", **base, "path": at_end, "value": pointed}))


def _copied(name: str, identifier: str, source: Tree | None = None, **members: Any) -> Iterator[dict[str, Any]]:
    """Yield what makes a second document of one, or of one as it was, under another id."""
    copied = f"{name}-{'as-it-was' if source else 'next' if members else 'twin'}"
    if source is not None:
        yield {"op": "addDocument", "document": copied, "value": {**copy.deepcopy(source), "id": identifier}}
        return
    yield {"op": "copyDocument", "from": name, "document": copied}
    yield {"op": "replace", "document": copied, "path": "/id", "value": identifier}
    for member, value in members.items():
        yield {"op": "add", "document": copied, "path": f"/{member}", "value": value}


def _of_documents(world: World, pool: _Pool, rng: random.Random) -> Iterator[Edit]:
    """Yield a document less, and life-cycle events that change what a document counts for."""
    names = world.read
    for name in rng.sample(names, min(8, len(names))):
        yield Edit(({"op": "removeDocument", "document": name},))
    for name in rng.sample(names, min(10, len(names))):
        tree = world.trees[name]
        for state in ("revoked", "suspended", "superseded"):
            for day in pool.near_days(rng, 2):
                yield Edit((_event(world, name, tree, state, f"{day}T00:00:00Z"),))
    for name in rng.sample(names, min(6, len(names))):
        tree = world.trees[name]
        yield Edit(tuple(_copied(name, f"{tree['id']}-twin")))
        if tree["type"] not in MACHINES:
            later = shifted(tree["issuedAt"][:10], 1) + tree["issuedAt"][10:]
            replaced = {"type": "DocumentReference", "target": tree["id"], "digest": "follow"}
            yield Edit(tuple(_copied(name, f"{tree['id']}-next", issuedAt=later, supersedes=replaced)))


def _event(world: World, name: str, tree: Tree, state: str, instant: str) -> dict[str, Any]:
    number = 1 + sum(
        other["type"] == "LifecycleEvent" and other["entity"] == tree["id"] and other["machine"] == "document"
        for other in world.trees.values()
    )
    value = {
        "type": "LifecycleEvent",
        "id": f"https://example.org/gclink/events/{name}-{state}",
        "specVersion": "1.0.0",
        "issuer": tree["issuer"],
        "issuedAt": instant,
        "status": "active",
        "entity": tree["id"],
        "machine": "document",
        "fromState": "active",
        "toState": state,
        "sequence": number,
        "effectiveAt": instant,
        "actor": tree["issuer"],
        "actorRole": "issuer",
    }
    return {"op": "addDocument", "document": f"event-{name}-{state}", "value": value}
