"""Since when and until when an observation was verified and in force, and the last one of an indicator on a day."""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Iterator

from gclink.bundle._entry import Entry
from gclink.bundle._index import Bundle
from gclink.bundle._status import MACHINES, OPEN_END

#: States of an observation that a verifier has looked at.
VERIFIED = ("verified", "applied")

#: From an instant (included) to an instant (excluded), and the day of observation.
Standing = tuple[str, str, str]


def standing(bundle: Bundle, observation: Entry) -> Iterator[Standing]:
    """Yield the times in which an observation was issued, in force, and in state verified or applied."""
    issued, day = observation.issued_at, observation.tree["observationDate"]
    turns = {issued, *(span.start for span in bundle.spans(observation))}
    turns.update(event.tree["effectiveAt"] for event in bundle.events(observation.id, MACHINES[observation.type]))
    ordered = sorted(turn for turn in turns if turn >= issued)
    for start, end in zip(ordered, [*ordered[1:], OPEN_END], strict=True):
        if bundle.in_force(observation, start) and bundle.state(observation, start) in VERIFIED:
            yield start, end, day


def latest(standings: Iterable[Standing], instants: Iterable[str]) -> dict[str, str | None]:
    """Return the last day of observation that stands at each instant, None where none does; one sweep over both."""
    waiting = sorted(standings, reverse=True)
    heap: list[tuple[int, str]] = []
    found: dict[str, str | None] = {}
    for instant in sorted(set(instants)):
        while waiting and waiting[-1][0] <= instant:
            _, end, day = waiting.pop()
            heapq.heappush(heap, (-_number(day), end))
        while heap and heap[0][1] <= instant:
            heapq.heappop(heap)
        found[instant] = _day(-heap[0][0]) if heap else None
    return found


def _number(day: str) -> int:
    return int(day.replace("-", ""))


def _day(number: int) -> str:
    text = f"{number:08d}"
    return f"{text[:4]}-{text[4:6]}-{text[6:]}"
