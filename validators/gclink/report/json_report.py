"""The report as JSON, in the form of the published schema ``schemas/tools/report.json``."""

from __future__ import annotations

import json
from typing import Any

from gclink import __version__
from gclink._text import Language, Text
from gclink.findings import Finding, Report

#: Where a requirement is explained; the pages are part of the site.
PAGE = "https://w3id.org/gclink/requirement/"
SCHEMA = "https://w3id.org/gclink/tools/report.json"


def render(report: Report, language: Language) -> str:
    """Return the report as indented JSON; texts are given in both languages whatever the language asked for."""
    return json.dumps(as_dict(report, language), ensure_ascii=False, indent=2) + "\n"


def as_dict(report: Report, language: Language) -> dict[str, Any]:
    """Return the report as plain data."""
    return {
        "$schema": SCHEMA,
        "tool": {"name": "gclink", "version": __version__},
        "language": language,
        "verdict": report.verdict.value,
        "scope": report.scope,
        "asOf": report.as_of,
        "documents": [
            {
                "source": document.source,
                "id": document.id,
                "type": document.type,
                "syntax": document.syntax,
                "digest": document.digest,
            }
            for document in report.documents
        ],
        "findings": [_finding(finding) for finding in report.findings],
        "notes": [_text(note) for note in report.notes],
    }


def _finding(finding: Finding) -> dict[str, Any]:
    entry: dict[str, Any] = {
        "requirement": finding.requirement,
        "tier": finding.tier,
        "severity": finding.severity.value,
        "document": finding.document,
        "source": finding.source,
        "location": finding.pointer,
        "message": _text(finding.message),
        "page": PAGE + finding.requirement,
    }
    optional = {
        "context": finding.context,
        "constraint": finding.constraint,
        "line": finding.line,
        "column": finding.column,
        "expected": _text(finding.expected) if finding.expected else None,
        "found": _text(finding.found) if finding.found else None,
        "mend": _text(finding.mend) if finding.mend else None,
        "engine": finding.engine,
    }
    return entry | {key: value for key, value in optional.items() if value is not None}


def _text(text: Text) -> dict[str, str]:
    return {"en": text.en, "zh": text.zh}
