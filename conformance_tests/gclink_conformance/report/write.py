"""Every report of a run, written beside its results."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from gclink_conformance.report import badge, earl, html, junit, markdown, statement
from gclink_conformance.report.results import Results, load

#: The reports by file name; None where a run gives no such report.
REPORTS: dict[str, Callable[[Results, str | None], bytes | None]] = {
    "report.html": lambda results, _: html.page(results).encode(),
    "junit.xml": lambda results, _: junit.junit(results),
    "earl.jsonld": lambda results, _: earl.jsonld(results),
    "earl.ttl": lambda results, _: earl.turtle(results),
    "summary.en.md": lambda results, _: markdown.markdown(results, "en").encode(),
    "summary.zh.md": lambda results, _: markdown.markdown(results, "zh").encode(),
    "badge.en.svg": lambda results, _: badge.badge(results, "en").encode(),
    "badge.zh.svg": lambda results, _: badge.badge(results, "zh").encode(),
    "statement.json": lambda results, issuer: _statement(results, issuer),
}


def write_all(results: Path, out: Path, issuer: str | None = None) -> list[Path]:
    """Write every report of a file of results into a folder; return the files.

    A report that a run gives no matter for is removed if it is there from an earlier run. Raises ResultsError for
    results that cannot be believed, OSError where a file cannot be written.
    """
    loaded = load(results)
    out.mkdir(parents=True, exist_ok=True)
    written = []
    for name, make in REPORTS.items():
        content = make(loaded, issuer)
        path = out / name
        if content is None:
            path.unlink(missing_ok=True)
            continue
        path.write_bytes(content)
        written.append(path)
    return written


def _statement(results: Results, issuer: str | None) -> bytes | None:
    tree = statement.statement(results, issuer)
    return None if tree is None else statement.written(tree)
