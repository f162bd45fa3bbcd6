"""The pytest plugin that runs the trials of a plan: one item per trial, one adapter per process.

An item has no fixtures and no set-up of its own, so its protocol is its call alone: with tens of thousands of trials
the usual three phases would cost more than the asking.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import orjson
import pytest

from gclink_conformance.runner._ask import Asker, Row
from gclink_conformance.runner._plan import Plan, Planned, planned

#: The ending of the file that stands for the suite in pytest's collection.
PLAN_FILE = "plan.gclink"
_ASKER: pytest.StashKey[Asker] = pytest.StashKey()


class TrialItem(pytest.Item):
    """One trial."""

    planned: Planned

    def runtest(self) -> None:
        """Never called: the protocol below asks the trial itself."""
        raise NotImplementedError

    def reportinfo(self) -> tuple[Path, int | None, str]:
        """Return how pytest names the item."""
        return self.path, None, self.name


class SuiteFile(pytest.File):
    """The trials of a plan."""

    def collect(self) -> Iterator[TrialItem]:
        """Yield the trials in the order of their shuffle."""
        for entry in planned(Plan.load(self.path)):
            item: TrialItem = TrialItem.from_parent(self, name=entry.test)
            item.planned = entry
            yield item


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> SuiteFile | None:
    """Take a plan for a suite."""
    if file_path.name != PLAN_FILE:
        return None
    found: SuiteFile = SuiteFile.from_parent(parent, path=file_path)
    return found


def pytest_runtest_protocol(item: pytest.Item) -> bool | None:
    """Ask a trial and report it."""
    if not isinstance(item, TrialItem):
        return None
    asker = item.config.stash.get(_ASKER, None)
    if asker is None:
        asker = item.config.stash[_ASKER] = Asker(Plan.load(item.path))
    item.ihook.pytest_runtest_logreport(report=_report(item, asker.row(item.planned)))
    return True


def _report(item: TrialItem, row: Row) -> pytest.TestReport:
    seconds = row["milliseconds"] / 1000
    outcome: Any = {"pass": "passed", "declined": "skipped"}.get(row["outcome"], "failed")
    told = row["reason"]["en"]
    longrepr = None if outcome == "passed" else (str(item.path), 0, told) if outcome == "skipped" else told
    report = pytest.TestReport(
        nodeid=item.nodeid,
        location=item.location,
        keywords={},
        outcome=outcome,
        longrepr=longrepr,
        when="call",
        duration=seconds,
    )
    # An attribute of a report travels to the first process.
    vars(report)["gclink_row"] = orjson.dumps(row).decode()
    return report


def pytest_sessionfinish(session: pytest.Session) -> None:
    """End the adapter of this process."""
    asker = session.config.stash.get(_ASKER, None)
    if asker is not None:
        asker.close()
