"""Overlapping awards, found by one look-up, are those that a comparison of all pairs finds."""

from __future__ import annotations

import random

from gclink.bundle.incentive.once_only import Awards


def _day(number: int) -> str:
    return f"2026-01-{number:02d}"


def test_an_award_beside_another_is_found_whenever_there_is_one() -> None:
    rng = random.Random(7)
    seen = set()
    for _ in range(3000):
        spans = sorted(
            (_day(start), _day(start + rng.randint(0, 5)), rng.choice("abc"))
            for start in (rng.randint(1, 20) for _ in range(rng.randint(1, 7)))
        )
        awards = Awards(spans)
        for scheme in "abcd":
            start = rng.randint(1, 24)
            days = _day(start), _day(start + rng.randint(0, 4))
            beside = {name for first, last, name in spans if name != scheme and first <= days[1] and last >= days[0]}
            found = awards.beside(scheme, *days)
            assert (found in beside) if beside else (found is None), (spans, scheme, days)
            seen.add(bool(beside))
    assert seen == {True, False}
