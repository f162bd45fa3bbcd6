"""Reports of a run: one ``results.jsonl`` in, everything that a reader or a tool wants of it out.

Whoever doubts a report can make it again: nothing in it comes from anywhere but the results and the suite.
"""

from __future__ import annotations

from gclink_conformance.report.results import Results, ResultsError, Row, load
from gclink_conformance.report.write import write_all

__all__ = ["Results", "ResultsError", "Row", "load", "write_all"]
