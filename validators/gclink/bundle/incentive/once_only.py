"""Nothing is rewarded twice: the same evidence, the same lot under an exclusive scheme, the same tonne of a rating."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from decimal import Decimal

from gclink._text import Text
from gclink.bundle._entry import Entry, Path
from gclink.bundle._index import Bundle
from gclink.bundle._registry import Hit, procedure
from gclink.bundle._values import documents, find, follow, same, shown
from gclink.bundle.incentive.grants import KINDS, scheme_of

#: Days of a period.
Days = tuple[str, str]


@procedure("GCL-INC-012")
def awarded_once(bundle: Bundle) -> Iterator[Hit]:
    """One award per evidence, scheme, indicator and period; beside an exclusive scheme no other award in its time."""
    yield from _twice(bundle)
    grants = [(grant, scheme) for grant in documents(bundle, *KINDS) if (scheme := _scheme(bundle, grant)) is not None]
    exclusive = _exclusive(bundle, grants)
    for grant, scheme in grants:
        period = grant.tree["period"]
        days = period["start"], period["end"]
        for key, path in _keys(bundle, grant):
            beside = exclusive.get(key, {})
            other = next((name for name, taken in beside.items() if name != scheme.id and _meets(taken, days)), None)
            if other is not None:
                wanted = Text(f"not awarded by {other}", f"未由 {other} 奖励")
                yield Hit(grant, path, wanted, same(key))
                break


def _twice(bundle: Bundle) -> Iterator[Hit]:
    first: dict[tuple[str, ...], str] = {}
    for grant in documents(bundle, "PolicySubsidy", "EsgPointEntry"):
        if not bundle.active(grant):
            continue
        tree = grant.tree
        period = tree["period"]
        for reference in grant.refers("evidence"):
            key = (
                reference.target,
                tree["incentiveScheme"],
                tree.get("indicator", ""),
                period["start"],
                period["end"],
            )
            other = first.setdefault(key, grant.id)
            if other != grant.id:
                yield Hit(grant, reference.path, Text("evidence awarded once", "同一依据只奖励一次"), same(other))


def _scheme(bundle: Bundle, grant: Entry) -> Entry | None:
    """Return the scheme of an active grant."""
    return scheme_of(bundle, grant) if bundle.active(grant) else None


def _keys(bundle: Bundle, grant: Entry) -> Iterator[tuple[str, Path]]:
    """Yield what a grant rewards: its evidence, its lot, and the lot of its evidence."""
    for reference in grant.refers("evidence"):
        yield reference.target, reference.path
        evidence = bundle.get(reference.target)
        if evidence is not None and evidence.type == "Label":
            evidence = follow(bundle, evidence.tree, "claim", "Claim")
        if evidence is not None and "subjectLot" in evidence.tree:
            yield evidence.tree["subjectLot"], reference.path
    if "lot" in grant.tree:
        yield grant.tree["lot"], ("lot",)


def _exclusive(bundle: Bundle, grants: list[tuple[Entry, Entry]]) -> dict[str, dict[str, tuple[list[str], list[str]]]]:
    """Return, by rewarded thing and exclusive scheme, the starts of its awards in order and the latest end so far."""
    spans: dict[str, dict[str, list[Days]]] = {}
    for grant, scheme in grants:
        if scheme.tree["exclusive"]:
            period = grant.tree["period"]
            for key, _ in _keys(bundle, grant):
                spans.setdefault(key, {}).setdefault(scheme.id, []).append((period["start"], period["end"]))
    return {key: {name: _ordered(days) for name, days in schemes.items()} for key, schemes in spans.items()}


def _ordered(days: list[Days]) -> tuple[list[str], list[str]]:
    days.sort()
    latest: list[str] = []
    for _, end in days:
        latest.append(max(end, latest[-1]) if latest else end)
    return [start for start, _ in days], latest


def _meets(taken: tuple[list[str], list[str]], days: Days) -> bool:
    """Whether any of the awards shares a day with a period: one that began by its end and lasts until its start."""
    place = bisect_right(taken[0], days[1])
    return place > 0 and taken[1][place - 1] >= days[0]


@procedure("GCL-INC-015")
def esg_tonne_once(bundle: Bundle) -> Iterator[Hit]:
    """A rating counts no more tonnes of a statement for one entity than the statement has."""
    counted: dict[tuple[str, str, str], Decimal] = {}
    for entry in documents(bundle, "EsgPointEntry"):
        tree = entry.tree
        if tree["indicator"] != "verified_removals" or not bundle.active(entry):
            continue
        for reference in entry.refers("evidence"):
            statement = find(bundle, reference.target, "RemovalStatement")
            if statement is None:
                continue
            key = tree["incentiveScheme"], tree["beneficiary"], statement.id
            before, most = counted.get(key, Decimal(0)), Decimal(statement.tree["issuable"])
            counted[key] = before + Decimal(tree["indicatorValue"])
            if before <= most < counted[key]:
                wanted = Text(f"at most {shown(most)} t of {statement.id}", f"{statement.id} 至多 {shown(most)} t")
                yield Hit(entry, ("indicatorValue",), wanted, same(f"{shown(counted[key])} t"))
