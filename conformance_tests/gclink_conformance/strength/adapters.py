"""Miniature implementations that misbehave - late, dead, lying, garbled - and what a run makes of each.

They are programs of their own beside the tests of the runner, and only there in a checkout.
"""

from __future__ import annotations

import shlex
import sys
import tempfile
from collections import Counter
from pathlib import Path
from typing import Any, Final

from gclink.errors import GclinkError

from gclink_conformance.runner.session import Request, run
from gclink_conformance.suite import root

#: How they misbehave; ``good`` is there to show that the others fail for what they do.
MANNERS: Final = (
    "good",
    "accepts-all",
    "rejects-all",
    "no-findings",
    "wrong-place",
    "cannot-tell",
    "changes-its-mind",
    "hangs",
    "late",
    "dies",
    "garbage",
    "no-object",
    "wrong-verdict-word",
    "half-a-line",
    "other-id",
    "no-id",
    "fails",
    "talks",
    "declines",
    "changes-claims",
    "unknown-profile",
    "other-version",
)
#: The cases they are asked; who changes its mind has to be asked more, so that one of them is asked twice.
ASKED: Final = "gcl-pas-007-*/json*"
_TWICE: Final = "gcl-pas-0[01]*/json*"


def program() -> Path:
    """Return where the miniature implementation stands; it need not be there."""
    return root().parent / "tests" / "conformance" / "miniature.py"


def table(manners: tuple[str, ...] = MANNERS) -> list[dict[str, Any]]:
    """Return per manner the outcomes of the trials, how many were explained, the results, and the exit code."""
    return [_row(manner) for manner in manners]


def unseen(rows: list[dict[str, Any]]) -> list[str]:
    """Return the manners that a run does not tell from a good implementation."""
    return [
        row["name"]
        for row in rows
        if row["name"] != "good" and row["exit"] == 0 and row["explained"] == sum(row["outcomes"].values())
    ]


def _row(manner: str) -> dict[str, Any]:
    with tempfile.TemporaryDirectory(prefix="gclink-") as folder:
        command = shlex.join([sys.executable, str(program()), manner, str(Path(folder) / "memory")])
        pattern = _TWICE if manner == "changes-its-mind" else ASKED
        timeout = 0.7 if manner in ("hangs", "late") else 20.0
        request = Request(command, (), Path(folder) / "out", 3, 1, timeout, None, pattern)
        try:
            result = run(request, reports=False)
        except GclinkError as error:
            return {"name": manner, "outcomes": {}, "explained": 0, "results": [], "exit": int(error.exit_code)}
    outcomes = Counter(str(row["outcome"]) for row in result.rows)
    return {
        "name": manner,
        "outcomes": dict(sorted(outcomes.items())),
        "explained": sum(row["grade"] == "explained" for row in result.rows),
        "results": sorted({str(made["result"]) for made in result.profiles.values()}),
        "exit": int(result.exit),
    }
