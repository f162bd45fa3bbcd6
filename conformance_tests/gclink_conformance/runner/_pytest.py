"""Run the trials of a plan under pytest, in one process or in several, and collect their rows."""

from __future__ import annotations

import importlib.util
import os
import tempfile
from collections.abc import Callable
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import orjson
from gclink._text import Text
from gclink.errors import GclinkError

from gclink_conformance.runner._plan import Plan

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pytest

Row = dict[str, Any]


class Rows:
    """The plugin of the first process: it takes the rows out of the reports."""

    def __init__(self, told: Callable[[Row], None]) -> None:
        self.rows: list[Row] = []
        self.broken: list[str] = []
        self._told = told

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Keep the row of a trial."""
        line = getattr(report, "gclink_row", None)
        if line is not None:
            row = orjson.loads(line)
            self.rows.append(row)
            self._told(row)

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        """Keep why the trials could not be collected: a defect of the suite."""
        if report.failed:
            self.broken.append(str(report.longrepr))

    def pytest_internalerror(self, excrepr: object) -> None:
        """Keep why the runner broke."""
        self.broken.append(str(excrepr))


def run_trials(plan: Plan, jobs: int, told: Callable[[Row], None]) -> list[Row]:
    """Run a plan and return the rows in the order in which they came.

    Raises GclinkError when pytest (or, for several jobs, pytest-xdist) is absent, KeyboardInterrupt when stopped.
    """
    _demand("pytest", "pytest")
    if jobs > 1:
        _demand("xdist", "pytest-xdist")
    import pytest

    from gclink_conformance.runner._plugin import PLAN_FILE

    collected = Rows(told)
    with tempfile.TemporaryDirectory(prefix="gclink-conformance-") as folder:
        path = Path(folder) / PLAN_FILE
        plan.save(path)
        arguments = [str(path), "-c", str(Path(__file__).with_name("pytest.ini")), "--rootdir", folder]
        for name in ("cacheprovider", "terminal", "logging", "faulthandler"):
            arguments += ["-p", f"no:{name}"]
        arguments += ["-p", "gclink_conformance.runner._plugin"]
        if jobs > 1:
            arguments += ["-p", "xdist", "-n", str(jobs), "--max-worker-restart", "0"]
        with _alone():
            code = pytest.main(arguments, plugins=[collected])
    if collected.broken:
        raise RuntimeError("the runner itself broke:\n" + "\n".join(collected.broken))
    if code == pytest.ExitCode.INTERRUPTED:
        raise KeyboardInterrupt
    if code in (pytest.ExitCode.INTERNAL_ERROR, pytest.ExitCode.USAGE_ERROR):
        raise RuntimeError(f"the runner itself broke (pytest: {code!r})")
    return collected.rows


@contextmanager
def _alone() -> Iterator[None]:
    """Keep other plugins and options of the environment out of the run."""
    names = {"PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1", "PYTEST_ADDOPTS": "", "PYTEST_PLUGINS": ""}
    before = {name: os.environ.get(name) for name in names}
    os.environ.update(names)
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                os.environ.pop(name, None)
            else:
                os.environ[name] = value


def _demand(module: str, package: str) -> None:
    if importlib.util.find_spec(module) is None:
        raise GclinkError(
            "absent",
            Text(f"the runner needs the package {package}", f"运行器需要软件包 {package}"),
            Text(f"pip install {package}", f"pip install {package}"),
        )
