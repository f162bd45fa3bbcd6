"""After a loss of stored carbon a pledge covers only what is left."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import accumulate

from gclink._text import Text
from gclink.bundle._dates import dawn, plus
from gclink.bundle._deals import notice_days
from gclink.bundle._entry import Entry
from gclink.bundle._index import Bundle
from gclink.bundle._registry import Hit, procedure
from gclink.bundle._values import documents, find, shown
from gclink.bundle.link._pledges import active_time, pledges, secured_by
from gclink.bundle.removal.allocations import freed

#: An instant, and what is added to a sum from it on.
Move = tuple[str, Decimal]


class _Course:
    """A sum over time: what it is after all moves up to an instant."""

    def __init__(self, moves: Iterable[Move]) -> None:
        ordered = sorted(moves)
        self.instants = [instant for instant, _ in ordered]
        self.rises = list(dict.fromkeys(instant for instant, step in ordered if step > 0))
        self._sums = list(accumulate((step for _, step in ordered), initial=Decimal(0)))

    def at(self, instant: str) -> Decimal:
        """Return the sum at an instant."""
        return self._sums[bisect_right(self.instants, instant)]

    def before(self, instant: str) -> Decimal:
        """Return the sum up to an instant, without what moves at it."""
        return self._sums[bisect_left(self.instants, instant)]


@procedure("GCL-LNK-042")
def pledge_after_reversal(bundle: Bundle) -> Iterator[Hit]:
    """When more is given out than a reversal has left, no pledge stays as it was beyond the days of notice."""
    losses = _losses(bundle)
    found: dict[tuple[str, int], list[Entry]] = {}
    for pledge in pledges(bundle):
        name = pledge.tree["statement"]["target"]
        if name in losses:
            found.setdefault((name, notice_days(bundle, secured_by(bundle, pledge))), []).append(pledge)
    given = _given(bundle, {name for name, _ in found})
    for (name, notice), standing in found.items():
        statement = find(bundle, name, "RemovalStatement")
        if statement is not None:
            yield from _unanswered(bundle, statement, standing, given[name], _late(bundle, losses[name], notice))


def _unanswered(
    bundle: Bundle, statement: Entry, standing: list[Entry], given: _Course, lost: _Course
) -> Iterator[Hit]:
    """Yield the pledges that are as before when the notice is over, while too much was given out on its last day."""
    whole = Decimal(statement.tree["issuable"])
    short = [at for at in lost.rises if at <= bundle.as_of and given.before(at) > whole - lost.at(at)]
    for pledge in standing:
        held = active_time(bundle, pledge)
        until_then = short[bisect_left(short, held[0]) : bisect_left(short, held[1])] if held is not None else []
        at = next((at for at in until_then if bundle.in_force(pledge, at)), None)
        if at is None:
            continue
        rest, limit = whole - lost.at(at), plus(at, -1)
        told = f"{shown(whole)} - {shown(lost.at(at))} = {shown(rest)} t"
        wanted = Text(f"reduced or released by {limit}, as {told} are left", f"不晚于 {limit} 减额或解押，仅余 {told}")
        out = f"{shown(given.before(at))} t"
        yield Hit(pledge, ("tonnes",), wanted, Text(f"active, {out} given out", f"仍有效，已分配 {out}"))


def _losses(bundle: Bundle) -> dict[str, list[Entry]]:
    """Return the reversals that were not covered in full when they were told, by statement."""
    index: dict[str, list[Entry]] = {}
    for reversal in documents(bundle, "ReversalEvent"):
        if _open(reversal) > 0:
            index.setdefault(reversal.tree["statement"]["target"], []).append(reversal)
    return index


def _open(reversal: Entry) -> Decimal:
    return Decimal(reversal.tree["tonnes"]) - Decimal(reversal.tree["coveredTonnes"])


def _late(bundle: Bundle, losses: list[Entry], notice: int) -> _Course:
    """Return the tonnes lost, each counted from the day after the notice on, as long as its document is in force."""
    return _Course(
        move
        for loss in losses
        for move in _counted(bundle, loss, _open(loss), dawn(plus(loss.tree["occurredOn"], notice + 1)))
    )


def _given(bundle: Bundle, statements: set[str]) -> dict[str, _Course]:
    """Return the tonnes of each statement that are given out over time (GCL-REM-058)."""
    moves: dict[str, list[Move]] = {name: [] for name in statements}
    if statements:
        for allocation in documents(bundle, "RemovalAllocation"):
            tree = allocation.tree
            if tree["source"]["target"] in moves:
                end, still = freed(bundle, allocation)
                until = dawn(plus(end, 1) if still else end)
                mass, start = Decimal(tree["tonnes"]), dawn(tree["period"]["start"])
                moves[tree["source"]["target"]] += _counted(bundle, allocation, mass, start, until)
    return {name: _Course(found) for name, found in moves.items()}


def _counted(bundle: Bundle, entry: Entry, mass: Decimal, start: str, until: str = "9999-12-31") -> Iterator[Move]:
    """Yield the moves of a document that counts from start to until while it is in force.

    The first version counts for the days before its issue as well; one that supersedes another follows it.
    """
    for number, span in enumerate(bundle.spans(entry)):
        if span.status in ("active", "suspended"):
            first = start if number == 0 and "supersedes" not in entry.tree else max(start, span.start)
            last = min(until, span.end)
            if first < last:
                yield first, mass
                yield last, -mass
