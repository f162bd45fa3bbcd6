"""The one command that asks a failed test again."""

from __future__ import annotations

import shlex

from gclink_conformance.report.results import Results, Row


def rerun(results: Results, row: Row) -> str:
    """Return the command that asks the case of a test again."""
    return f"gclink conformance rerun {shlex.quote(row.case)} --adapter {shlex.quote(results.header['adapter'])}"
