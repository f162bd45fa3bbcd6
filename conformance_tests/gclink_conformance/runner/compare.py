"""Two runs side by side: what got worse, what got better, and what one of them was not asked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from gclink_conformance.report.results import Results, Row

#: How good an outcome is; a lower number after a higher one is a regression.
_RANKS: Final = {
    ("pass", "explained"): 4,
    ("pass", "verdict"): 3,
    ("declined", "none"): 2,
    ("fail", "none"): 1,
    ("error", "none"): 0,
}


@dataclass(frozen=True, slots=True)
class Change:
    """A test whose outcome differs."""

    test: str
    requirement: str
    before: str
    after: str
    worse: bool


@dataclass(frozen=True, slots=True)
class Comparison:
    """What differs between two runs. Repeats are left out: their sample hangs on the seed."""

    changes: tuple[Change, ...]
    gone: tuple[str, ...]
    new: tuple[str, ...]
    profiles: tuple[tuple[str, str, str], ...]

    @property
    def regressions(self) -> tuple[Change, ...]:
        """The changes for the worse."""
        return tuple(change for change in self.changes if change.worse)


def compare(before: Results, after: Results) -> Comparison:
    """Compare two runs, the first one being the earlier."""
    one, other = _rows(before), _rows(after)
    changes = []
    for test in sorted(one.keys() & other.keys()):
        was, now = _rank(one[test]), _rank(other[test])
        if was != now:
            changes.append(Change(test, one[test].requirement, _told(one[test]), _told(other[test]), now < was))
    names = dict.fromkeys([*before.profiles, *after.profiles])
    profiles = [(name, _result(before, name), _result(after, name)) for name in names]
    return Comparison(
        tuple(changes),
        tuple(sorted(one.keys() - other.keys())),
        tuple(sorted(other.keys() - one.keys())),
        tuple((name, was, now) for name, was, now in profiles if was != now),
    )


def _rows(results: Results) -> Mapping[str, Row]:
    return {row.test: row for row in results.rows if not row.test.endswith("#2")}


def _rank(row: Row) -> int:
    return _RANKS[row.outcome, row.grade]


def _told(row: Row) -> str:
    return f"{row.outcome} ({row.grade})" if row.outcome == "pass" else row.outcome


def _result(results: Results, name: str) -> str:
    found = results.profiles.get(name)
    return "-" if found is None else f"{found['result']} ({found['grade']})"
