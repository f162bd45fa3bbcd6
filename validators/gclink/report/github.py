"""The report as workflow commands, which a code host shows at the line of the file."""

from __future__ import annotations

from gclink._text import Language
from gclink.findings import Finding, Report, Severity

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


def render(report: Report, language: Language) -> str:
    """Return one command per finding and a last line with the verdict."""
    lines = [_command(finding, language) for finding in report.findings]
    lines.append(f"{report.verdict.value}: {len(report.documents)} documents, {len(report.findings)} findings")
    return "\n".join(lines) + "\n"


def _command(finding: Finding, language: Language) -> str:
    properties = {"file": finding.source}
    if finding.line is not None:
        properties["line"] = str(finding.line)
    if finding.column is not None:
        properties["col"] = str(finding.column)
    properties["title"] = f"{finding.requirement} {finding.pointer or '/'}"
    words = [finding.message.within(language)]
    if finding.found:
        words.append(("found " if language == "en" else "实为 ") + finding.found.within(language))
    if finding.expected:
        words.append(("expected " if language == "en" else "应为 ") + finding.expected.within(language))
    listed = ",".join(f"{key}={_property(value)}" for key, value in properties.items())
    return f"::{_COMMANDS[finding.severity]} {listed}::{_data('; '.join(words))}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
