"""Rows put together as a reader looks for them: by requirement, by case, by module, tier and syntax."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

import orjson
from gclink._requirements import requirement
from gclink._text import Text

from gclink_conformance.report.results import Results, Row
from gclink_conformance.report.words import FORMAT, MODULE, formats

#: The order of modules; one that the standard does not have comes last.
_MODULES = {name: rank for rank, name in enumerate(MODULE)}


@dataclass(slots=True)
class Counts:
    """Tests by outcome; ``verdict`` counts those that passed with another reason than the one asked for."""

    passed: int = 0
    failed: int = 0
    error: int = 0
    declined: int = 0
    verdict: int = 0

    def add(self, row: Row) -> None:
        """Count one test."""
        match row.outcome:
            case "pass":
                self.passed += 1
                self.verdict += row.grade == "verdict"
            case "fail":
                self.failed += 1
            case "error":
                self.error += 1
            case _:
                self.declined += 1

    @property
    def executed(self) -> int:
        """Tests that were asked."""
        return self.passed + self.failed + self.error

    @property
    def total(self) -> int:
        """All tests."""
        return self.executed + self.declined

    @property
    def state(self) -> str:
        """The worst outcome: error, fail, declined (nothing else there), verdict or pass; ``none`` without tests."""
        if self.error:
            return "error"
        if self.failed:
            return "fail"
        if self.declined and not self.passed:
            return "declined"
        if self.verdict:
            return "verdict"
        return "pass" if self.passed else "none"


@dataclass(frozen=True, slots=True)
class CaseRows:
    """The tests of one case: the same documents in several syntaxes, some of them asked twice."""

    id: str
    title: Text
    rows: tuple[Row, ...]

    def alike(self) -> list[tuple[Row, list[Row]]]:
        """Return the rows whose answers are the same, each group with its first."""
        found: dict[bytes, list[Row]] = defaultdict(list)
        for row in self.rows:
            key = [row.outcome, row.operation, row.expected, row.actual, row.reason.en, row.polarity]
            found[orjson.dumps(key, option=orjson.OPT_SORT_KEYS)].append(row)
        return [(rows[0], rows) for rows in found.values()]


@dataclass(slots=True)
class Requirement:
    """One requirement with its tests."""

    id: str
    module: str
    tier: str
    level: str
    statement: Text | None
    rows: list[Row] = field(default_factory=list)
    counts: Counts = field(default_factory=Counts)
    by_format: dict[str, Counts] = field(default_factory=lambda: defaultdict(Counts))

    def cases(self, outcomes: Iterable[str]) -> list[CaseRows]:
        """Return the cases that have tests of these outcomes, with those tests only."""
        wanted = set(outcomes)
        found: dict[str, list[Row]] = defaultdict(list)
        for row in self.rows:
            if row.outcome in wanted:
                found[row.case].append(row)
        return [
            CaseRows(case, rows[0].title, tuple(sorted(rows, key=_by_format))) for case, rows in sorted(found.items())
        ]


def _by_format(row: Row) -> tuple[int, str]:
    return list(FORMAT).index(row.format), row.test


def by_requirement(results: Results) -> list[Requirement]:
    """Return the requirements that were tested, module by module, in the order of their ids."""
    found: dict[str, Requirement] = {}
    for row in results.rows:
        entry = found.get(row.requirement)
        if entry is None:
            entry = found[row.requirement] = Requirement(
                row.requirement, row.module, row.tier, row.level, statement(row.requirement)
            )
        entry.rows.append(row)
        entry.counts.add(row)
        entry.by_format[row.format].add(row)
    return sorted(found.values(), key=lambda entry: (_MODULES.get(entry.module, len(_MODULES)), entry.id))


def statement(identifier: str) -> Text | None:
    """Return the sentence of the standard, None for a requirement that this version does not have."""
    entry = requirement(identifier)
    return None if entry is None else Text(entry["statement"]["en"], entry["statement"]["zh"])


def matrix(results: Results) -> dict[tuple[str, str], dict[str, Counts]]:
    """Return counts by module and tier (rows) and by syntax (columns)."""
    found: dict[tuple[str, str], dict[str, Counts]] = {}
    for row in results.rows:
        found.setdefault((row.module, row.tier), defaultdict(Counts))[row.format].add(row)
    return dict(sorted(found.items(), key=lambda item: (_MODULES.get(item[0][0], len(_MODULES)), item[0][1])))


def used_formats(results: Results) -> list[str]:
    """Return the syntaxes of a run in the order in which they are shown."""
    return formats({row.format for row in results.rows})


def declined(results: Results) -> list[tuple[str, Counter[str]]]:
    """Return what was declined: reasons with the number of tests by requirement, most tests first."""
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for row in results.rows:
        if row.outcome == "declined":
            found[str((row.actual or {}).get("reason", row.reason.en))][row.requirement] += 1
    return sorted(found.items(), key=lambda item: (-item[1].total(), item[0]))
