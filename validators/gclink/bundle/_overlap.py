"""Who is in the way of whom: spans of days that overlap, found in one sweep."""

from __future__ import annotations

import heapq
from collections import Counter
from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

Owner = TypeVar("Owner")


@dataclass(frozen=True, slots=True)
class Span(Generic[Owner]):
    """Days from ``start`` (included) to ``end`` (excluded) of an owner.

    Spans of one ``family`` stand beside each other, unless they have one ``unit``; those of two families do not.
    """

    start: str
    end: str
    order: str
    owner: Owner
    family: Hashable = None
    unit: Hashable = None


def later_ones(spans: Iterable[Span[Owner]]) -> Iterator[tuple[Owner, Owner]]:
    """Yield each owner whose span begins while one in its way lasts, with the owner of that one.

    Of two that begin on one day the second in ``order`` is named. An empty span is in nobody's way. O(n log n).
    """
    running: list[tuple[str, int]] = []
    taken: list[Span[Owner]] = []
    families: dict[Hashable, dict[int, None]] = {}
    units: Counter[Hashable] = Counter()
    for span in sorted((s for s in spans if s.start < s.end), key=lambda s: (s.start, s.order)):
        while running and running[0][0] <= span.start:
            gone = heapq.heappop(running)[1]
            _leave(families, units, taken[gone], gone)
        other = _in_the_way(families, units, taken, span)
        if other is not None:
            yield span.owner, other.owner
        number = len(taken)
        taken.append(span)
        heapq.heappush(running, (span.end, number))
        families.setdefault(span.family, {})[number] = None
        if span.unit is not None:
            units[span.family, span.unit] += 1


def _leave(families: dict[Hashable, dict[int, None]], units: Counter[Hashable], span: Span[Owner], number: int) -> None:
    members = families[span.family]
    del members[number]
    if not members:
        del families[span.family]
    if span.unit is not None:
        units[span.family, span.unit] -= 1


def _in_the_way(
    families: dict[Hashable, dict[int, None]],
    units: Counter[Hashable],
    taken: list[Span[Owner]],
    span: Span[Owner],
) -> Span[Owner] | None:
    for family, members in families.items():
        if family != span.family:
            return taken[next(iter(members))]
    if span.unit is not None and units[span.family, span.unit]:
        same = (number for number in families[span.family] if taken[number].unit == span.unit)
        return taken[next(same)]
    return None
