"""Running the suite, or a part of it, against a miniature implementation."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from gclink_conformance.runner.session import Request, Result, run
from miniatures import ROOT, Trying, command


@pytest.fixture(autouse=True)
def importable(monkeypatch: pytest.MonkeyPatch) -> None:
    """Adapters of the tests import the packages of the checkout."""
    paths = [str(ROOT / name) for name in ("validators", "spec", "conformance_tests")]
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join(paths))


@pytest.fixture
def trying(tmp_path: Path) -> Trying:
    """Return what runs a part of the suite against a manner of the miniature."""

    def one(
        manner: str,
        pattern: str | None = "gcl-pas-007-*",
        *,
        jobs: int = 1,
        timeout: float = 20.0,
        seed: int = 3,
        baseline: Path | None = None,
    ) -> Result:
        memory = tmp_path / "memory"
        memory.unlink(missing_ok=True)
        request = Request(command(manner, memory), (), tmp_path / "out", seed, jobs, timeout, baseline, pattern)
        return run(request, reports=False)

    return one
