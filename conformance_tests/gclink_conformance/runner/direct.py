"""Run trials against a function in this process, without pytest: for judging the suite itself, again and again."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from gclink_conformance.carriers import DirectCarrier
from gclink_conformance.protocol import Message
from gclink_conformance.runner._ask import Asker
from gclink_conformance.runner._conclude import conclusion
from gclink_conformance.runner._plan import Plan, hello, planned
from gclink_conformance.runner._repeats import compare_repeats

Row = dict[str, Any]


def rows(
    answer: Callable[[Message], Message], profiles: tuple[str, ...] = (), pattern: str | None = None, seed: int = 0
) -> list[Row]:
    """Return the rows of a run against a function that answers messages, hello included, sorted by test.

    Raises GclinkError for claims that cannot be tried.
    """
    carrier = DirectCarrier(answer)
    told = carrier.exchange(hello("hello"), 0.0)
    plan = Plan("direct:", told, profiles, pattern, seed, 0.0, None)
    asker = Asker(plan, carrier)
    found = sorted((asker.row(item) for item in planned(plan)), key=lambda row: str(row["test"]))
    compare_repeats(found)
    return found


def conclusions(found: list[Row], *, whole: bool) -> dict[str, dict[str, Any]]:
    """Return the conclusion per profile; what is declined counts as declined by name."""
    names = dict.fromkeys(name for row in found for name in row["profiles"])
    declined = frozenset(row["test"] for row in found if row["actual"] is None and row["outcome"] == "declined")
    return {
        name: conclusion([row for row in found if name in row["profiles"]], whole=whole, declined_by_name=declined)
        for name in names
    }
