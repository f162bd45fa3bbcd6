"""The difference of two versions, each change in one of the classes that a reader plans by.

A thing that is new or gone is told once; what is said about a thing that stays is compared facet by facet. Where nobody
can decide whether a form or a rule became wider or narrower, the change is ``changed``: it is minor only if the
documents of the earlier version prove that they still conform.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from gclink_spec.versions._facts import Facet, Facts, Value
from gclink_spec.versions._snapshot import ARTEFACTS, Snapshot

_STRENGTH = {"MAY": 0, "SHOULD": 1, "MUST": 2}


class Kind(StrEnum):
    """The class of a change."""

    ADDED = "added"
    WIDENED = "widened"
    NARROWED = "narrowed"
    CHANGED = "changed"
    RENAMED = "renamed"
    DEPRECATED = "deprecated"
    REMOVED = "removed"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Change:
    """One change: in which artefact, of which thing, what was said before and after (empty: nothing)."""

    kind: Kind
    artefact: str
    key: str
    what: str
    before: str = ""
    after: str = ""


def compare(old: Snapshot, new: Snapshot) -> tuple[Change, ...]:
    """Return every change from one version to another, by artefact and key."""
    renamed = _renamed(old, new)
    found: list[Change] = []
    for artefact in ARTEFACTS:
        before, after = old.facts[artefact], new.facts[artefact]
        for key in sorted(before.keys() | after.keys()):
            if key not in after:
                found.append(_gone(artefact, key, before[key], after, renamed))
            elif key not in before:
                found.append(_new(artefact, key, before, after[key], old.facts["terms"]))
            else:
                found += _facets(artefact, key, before[key], after[key])
    return tuple(found)


def _renamed(old: Snapshot, new: Snapshot) -> dict[str, str]:
    """Return names that are gone with the name that had been given as their replacement."""
    found = {}
    for artefact in ("terms", "code-lists", "requirements"):
        for key, facets in old.facts[artefact].items():
            successor = facets.get(Facet.REPLACED_BY)
            if key not in new.facts[artefact] and isinstance(successor, str) and successor in new.facts[artefact]:
                found[key] = successor
    return found


def _gone(artefact: str, key: str, was: dict[str, Value], after: Facts, renamed: dict[str, str]) -> Change:
    what = str(was[Facet.IS])
    name = key.rpartition(".")[2] if what == "field" else key
    successor = renamed.get(key) or renamed.get(name)
    if successor is not None:
        moved = f"{key.rpartition('.')[0]}.{successor}" if "." in key else successor
        if moved in after or successor in after:
            return Change(Kind.RENAMED, artefact, key, what, key, moved)
    if what == "constraint":
        return Change(Kind.WIDENED, artefact, key, what, str(was.get(Facet.RULE, "")))
    return Change(Kind.REMOVED, artefact, key, what)


def _new(artefact: str, key: str, before: Facts, now: dict[str, Value], terms: Facts) -> Change:
    what = str(now[Facet.IS])
    if what == "field" and now.get(Facet.REQUIRED) is True and key.rpartition(".")[0] in before:
        return Change(Kind.NARROWED, artefact, key, "a required field of a class that was there before")
    if what == "constraint" and _held_before(key, before):
        return Change(
            Kind.NARROWED, artefact, key, "a constraint on what was there before", after=str(now.get(Facet.RULE))
        )
    if what == "requirement" and now.get(Facet.LEVEL) == "MUST" and (not now[Facet.OF] or now[Facet.OF] in terms):
        return Change(Kind.NARROWED, artefact, key, "a requirement of level MUST")
    return Change(Kind.ADDED, artefact, key, what)


def _held_before(key: str, before: Facts) -> bool:
    """Whether the member (``Lot.quantity`` of ``Lot.quantity#unit``) or class had a constraint before."""
    subject = key.partition("#")[0]
    holder = subject.partition(".")[0]
    if any(other.partition("#")[0] == subject for other in before):
        return True
    return key.endswith("#required") and any(other.partition("#")[0] == holder for other in before)


def _facets(artefact: str, key: str, was: dict[str, Value], now: dict[str, Value]) -> Iterator[Change]:
    for facet in Facet:
        before, after = was.get(facet), now.get(facet)
        if before == after:
            continue
        if facet is Facet.ONE_OF and isinstance(before, frozenset) and isinstance(after, frozenset):
            if gone := sorted(before - after):
                yield Change(Kind.NARROWED, artefact, key, facet, before=", ".join(gone))
            if fresh := sorted(after - before):
                yield Change(Kind.WIDENED, artefact, key, facet, after=", ".join(fresh))
            continue
        kind = _kind(facet, before, after)
        if kind is not None:
            yield Change(kind, artefact, key, facet, _shown(before), _shown(after))


def _kind(facet: Facet, before: Value | None, after: Value | None) -> Kind | None:
    match facet:
        case Facet.TEXT:
            return Kind.TEXT
        case Facet.DEPRECATED:
            return Kind.DEPRECATED if after else Kind.CHANGED
        case Facet.REPLACED_BY | Facet.OF:
            return None  # told by deprecation and renaming, and by the rule
        case Facet.REQUIRED | Facet.CLOSED | Facet.UNIQUE | Facet.ONE_OF:
            return Kind.NARROWED if after else Kind.WIDENED
        case Facet.LEAST:
            return Kind.NARROWED if _number(after, 0) > _number(before, 0) else Kind.WIDENED
        case Facet.MOST:
            infinite = 1 << 62
            return Kind.NARROWED if _number(after, infinite) < _number(before, infinite) else Kind.WIDENED
        case Facet.LEVEL:
            stronger = _STRENGTH.get(str(after), 2) > _STRENGTH.get(str(before), 2)
            return Kind.NARROWED if stronger else Kind.WIDENED
        case _:
            return Kind.CHANGED


def _number(value: Value | None, absent: int) -> int:
    return value if isinstance(value, int) else absent


def _shown(value: Value | None) -> str:
    if value is None:
        return ""
    return ", ".join(sorted(value)) if isinstance(value, frozenset) else str(value)
