"""The standing of what a claim rests on: verified, in its time, and not sold to somebody else."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from datetime import datetime, timedelta

from gclink._text import Text
from gclink.bundle._entry import Entry, Path
from gclink.bundle._index import Bundle
from gclink.bundle._lots import Edges, reached
from gclink.bundle._registry import Hit, procedure
from gclink.bundle._status import ORDER, best_within
from gclink.bundle._values import complete, documents, each, find, same

_INSTANT = "%Y-%m-%dT%H:%M:%SZ"
_SALES = frozenset({"sold", "policy_credited"})


@procedure("GCL-BRD-004")
def claim_passports_verified(bundle: Bundle) -> Iterator[Hit]:
    """From t1 on each passport is active, and verified by a statement that the claim cites."""
    for claim in documents(bundle, "Claim"):
        if claim.tree["tier"] in ("t0_disclosed", "contribution") or not bundle.active(claim):
            continue
        cited = complete(bundle, claim.tree, "verifications", "VerificationStatement")
        ids = {statement.id for statement in cited or ()}
        for index, passport in each(bundle, claim.tree, "passports", "CarbonPassport"):
            if not bundle.active(passport):
                yield Hit(claim, ("passports", index), same("active"), same(bundle.status(passport)))
            elif cited is not None and not any(statement.id in ids for statement in bundle.verifications(passport)):
                wanted = Text("a cited verification that lists it", "所引核查声明列明该护照")
                yield Hit(claim, ("passports", index), wanted, Text("none", "没有"))


@procedure("GCL-BRD-030")
def claim_within_validities(bundle: Bundle) -> Iterator[Hit]:
    """A claim lives no longer than its evidence, a label no longer than its claim."""
    for claim in documents(bundle, "Claim", "Label"):
        own = claim.tree["validity"]
        for reference in claim.references:
            period = _period(bundle, reference.field, reference.target)
            if period is not None and not period[0] <= own["start"] <= own["end"] <= period[1]:
                days = Text(f"{period[0]} - {period[1]} around it", f"{period[0]} 至 {period[1]} 须涵盖之")
                yield Hit(claim, reference.path, days, same(f"{own['start']} - {own['end']}"))


def _period(bundle: Bundle, field: str, target: str) -> tuple[str, str] | None:
    """Return the days in which what a claim or label cites is good for it."""
    classes = {
        "passports": ("CarbonPassport", "validity"),
        "verifications": ("VerificationStatement", "validity"),
        "allocations": ("RemovalAllocation", "period"),
        "claim": ("Claim", "validity"),
    }
    if field not in classes:
        return None
    cls, member = classes[field]
    entry = find(bundle, target, cls)
    return (entry.tree[member]["start"], entry.tree[member]["end"]) if entry is not None else None


@procedure("GCL-BRD-029")
def sold_inset_reissued(bundle: Bundle) -> Iterator[Hit]:
    """When tonnes are sold, the inset that ended for it has left the passports and the claims on them."""
    sales = _sales(bundle)
    citing = _citing(bundle)
    for passport in documents(bundle, "CarbonPassport"):
        for index, inset in enumerate(passport.tree.get("insetRemovals", ())):
            allocation = find(bundle, inset["allocation"], "RemovalAllocation")
            if allocation is None:
                continue
            days = sales.get(allocation.tree["source"]["target"], [])
            holders: list[tuple[Entry, Path]] = [(passport, ("insetRemovals", index)), *citing.get(passport.id, ())]
            for holder, path in holders:
                sale = _active_beside(bundle, holder, allocation, days)
                if sale is not None:
                    wanted = Text(f"re-issued or revoked before {sale}", f"{sale} 前已重发或撤销")
                    yield Hit(holder, path, wanted, same(allocation.id))


def _sales(bundle: Bundle) -> dict[str, list[str]]:
    """Return the first instants of the sales and public credits of each source, up to the check, in order."""
    found: dict[str, list[str]] = {}
    for allocation in documents(bundle, "RemovalAllocation"):
        tree = allocation.tree
        start = f"{tree['period']['start']}T00:00:00Z"
        if tree["mode"] in _SALES and start <= bundle.as_of and bundle.active(allocation):
            found.setdefault(tree["source"]["target"], []).append(start)
    return {source: sorted(days) for source, days in found.items()}


def _citing(bundle: Bundle) -> dict[str, list[tuple[Entry, Path]]]:
    found: dict[str, list[tuple[Entry, Path]]] = {}
    for claim in documents(bundle, "Claim"):
        for reference in claim.refers("passports"):
            found.setdefault(reference.target, []).append((claim, reference.path))
    return found


def _active_beside(bundle: Bundle, holder: Entry, allocation: Entry, days: list[str]) -> str | None:
    """Return the first day of a sale on which the holder was active while the allocation no longer was."""
    for ended in bundle.spans(allocation):
        for own in bundle.spans(holder):
            if ended.status == "active" or own.status != "active":
                continue
            start, end = max(ended.start, own.start), min(ended.end, own.end)
            place = bisect_left(days, start)
            if place < len(days) and days[place] < end:
                return days[place][:10]
    return None


@procedure("GCL-BRD-040")
def claims_follow_basis(bundle: Bundle) -> Iterator[Hit]:
    """Claims and labels fall with what they rest on at any distance, within 24 hours."""
    now = datetime.strptime(bundle.as_of, _INSTANT)  # noqa: DTZ007 - instants of the standard are UTC
    since = (now - timedelta(hours=24)).strftime(_INSTANT)
    fallen = _fallen(bundle, since)
    for entry in documents(bundle, "Claim", "Label"):
        own = ORDER.index(bundle.status(entry))
        for target, reference in bundle.relies_on(entry):
            worst = fallen.get(target.id, 0)
            if own < worst:
                worse = Text(f"{ORDER[worst]} or worse", f"{ORDER[worst]} 或更差")
                yield Hit(entry, reference.path, worse, same(ORDER[own]))


def _fallen(bundle: Bundle, since: str) -> dict[str, int]:
    """Return, as a place in ORDER, the worst status that a document has or rests on, for those that are not sound.

    One walk per status from what fell to what rests on it: chains may be long, and wrong references may circle.
    """
    resting: Edges = {}
    best: dict[str, int] = {}
    for entry in bundle.of("Document"):
        best[entry.id] = ORDER.index(best_within(bundle.spans(entry), since, bundle.as_of))
        for target, _ in bundle.relies_on(entry):
            resting.setdefault(target.id, []).append(entry.id)
    found: dict[str, int] = {}
    for place in range(1, len(ORDER)):
        found |= dict.fromkeys(reached(resting, (name for name, own in best.items() if own >= place)), place)
    return found
