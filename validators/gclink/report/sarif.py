"""The report as SARIF 2.1.0 (OASIS), which code hosts and editors show beside the text."""

from __future__ import annotations

import json
from typing import Any

from gclink import __version__
from gclink._finding_texts import sentence
from gclink._text import Language
from gclink.findings import Finding, Report, Severity
from gclink.report.json_report import PAGE

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "note"}


def render(report: Report, language: Language) -> str:
    """Return the report as one SARIF run; every requirement that was broken is a rule of the tool."""
    rules = sorted({finding.requirement for finding in report.findings})
    run = {
        "tool": {
            "driver": {
                "name": "gclink",
                "version": __version__,
                "informationUri": "https://w3id.org/gclink/",
                "rules": [_rule(rule, language) for rule in rules],
            }
        },
        "results": [_result(finding, rules, language) for finding in report.findings],
        "columnKind": "unicodeCodePoints",
    }
    log = {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [run],
    }
    return json.dumps(log, ensure_ascii=False, indent=2) + "\n"


def _rule(requirement: str, language: Language) -> dict[str, Any]:
    text = sentence(requirement).statement.within(language)
    return {
        "id": requirement,
        "shortDescription": {"text": text},
        "helpUri": PAGE + requirement,
        "defaultConfiguration": {"level": _LEVELS[sentence(requirement).severity]},
    }


def _result(finding: Finding, rules: list[str], language: Language) -> dict[str, Any]:
    parts = [finding.message.within(language)]
    if finding.expected:
        parts.append(("expected: " if language == "en" else "应为：") + finding.expected.within(language))
    if finding.found:
        parts.append(("found: " if language == "en" else "实为：") + finding.found.within(language))
    location: dict[str, Any] = {"physicalLocation": {"artifactLocation": {"uri": _uri(finding.source)}}}
    if finding.line is not None:
        region = {"startLine": finding.line}
        if finding.column is not None:
            region["startColumn"] = finding.column
        location["physicalLocation"]["region"] = region
    location["logicalLocations"] = [{"fullyQualifiedName": f"{finding.document}#{finding.pointer}"}]
    return {
        "ruleId": finding.requirement,
        "ruleIndex": rules.index(finding.requirement),
        "level": _LEVELS[finding.severity],
        "message": {"text": "\n".join(parts)},
        "locations": [location],
    }


def _uri(source: str) -> str:
    from urllib.parse import quote

    return quote(source, safe="/.-_~!:[]")
