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

#: End of an award, scheme that gave it.
Award = tuple[str, str]


@procedure("GCL-INC-012")
def awarded_once(bundle: Bundle) -> Iterator[Hit]:
    """One award per evidence, scheme, indicator and period; beside an exclusive scheme no other award in its time."""
    yield from _twice(bundle)
    grants = [(grant, scheme) for grant in documents(bundle, *KINDS) if (scheme := _scheme(bundle, grant)) is not None]
    exclusive = _exclusive(bundle, grants)
    for grant, scheme in grants:
        period = grant.tree["period"]
        for key, path in _keys(bundle, grant):
            other = exclusive[key].beside(scheme.id, period["start"], period["end"]) if key in exclusive else None
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


def _exclusive(bundle: Bundle, grants: list[tuple[Entry, Entry]]) -> dict[str, Awards]:
    """Return the awards of exclusive schemes by what they reward."""
    spans: dict[str, list[tuple[str, str, str]]] = {}
    for grant, scheme in grants:
        if scheme.tree["exclusive"]:
            period = grant.tree["period"]
            for key, _ in _keys(bundle, grant):
                spans.setdefault(key, []).append((period["start"], period["end"], scheme.id))
    return {key: Awards(sorted(days)) for key, days in spans.items()}


class Awards:
    """Awards of one thing by start; with each stand the latest end so far and the latest one of any other scheme."""

    def __init__(self, spans: list[tuple[str, str, str]]) -> None:
        self._starts = [start for start, _, _ in spans]
        self._latest: list[tuple[Award, Award]] = []
        first = second = ("", "")
        for _, end, scheme in spans:
            if scheme == first[1]:
                first = max(first, (end, scheme))
            elif (end, scheme) > first:
                first, second = (end, scheme), first
            else:
                second = max(second, (end, scheme))
            self._latest.append((first, second))

    def beside(self, scheme: str, start: str, end: str) -> str | None:
        """Return another scheme whose award shares a day with a period: begun by its end, lasting until its start."""
        place = bisect_right(self._starts, end)
        if not place:
            return None
        return next((name for until, name in self._latest[place - 1] if name != scheme and until >= start), None)


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
