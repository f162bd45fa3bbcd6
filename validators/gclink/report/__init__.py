"""A report for its reader: text for a person, JSON, SARIF and workflow commands for a machine."""

from __future__ import annotations

from collections.abc import Callable

from gclink._text import Language
from gclink.findings import Report

Renderer = Callable[[Report, Language], str]

#: The formats of ``--format``; each is a module of this package with ``render(report, language)``.
FORMATS = ("text", "json", "sarif", "github")


def render(report: Report, form: str, language: Language, *, colour: bool = False) -> str:
    """Return a report in one of FORMATS; ``colour`` matters to text only."""
    match form:
        case "text":
            from gclink.report import text

            return text.render(report, language, colour=colour)
        case "json":
            from gclink.report import json_report

            return json_report.render(report, language)
        case "sarif":
            from gclink.report import sarif

            return sarif.render(report, language)
        case "github":
            from gclink.report import github

            return github.render(report, language)
    raise ValueError(f"no report format {form!r}")
