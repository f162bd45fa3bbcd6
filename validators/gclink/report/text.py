"""The report a person reads: what is wrong, where, what was expected and found, what to do.

Grouped by document; a line of summary at the end, because that is where the eye is when the command ends.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from gclink._text import Language, Text
from gclink.findings import Finding, Report, Severity, Verdict

_WIDTH = 100
_COLOURS = {"red": "31", "yellow": "33", "green": "32", "bold": "1", "dim": "2", "cyan": "36"}

_EXPECTED = Text("expected", "应为")
_FOUND = Text("found", "实为")
_AT = Text("at", "位置")
_MEND = Text("mend", "改法")
_MORE = Text("more", "详情")
_CONFORMS = Text("conforms", "符合")
_VIOLATES = Text("violates", "不符合")
_SIGNS = {Severity.ERROR: ("✗", "red"), Severity.WARNING: ("!", "yellow"), Severity.NOTE: ("·", "cyan")}


class _Painter:
    def __init__(self, colour: bool) -> None:
        self.colour = colour

    def __call__(self, text: str, *styles: str) -> str:
        if not self.colour or not styles:
            return text
        codes = ";".join(_COLOURS[style] for style in styles)
        return f"\x1b[{codes}m{text}\x1b[0m"


def render(report: Report, language: Language, *, colour: bool = False) -> str:
    """Return the report as text, coloured for a terminal when asked."""
    paint = _Painter(colour)
    lines: list[str] = []
    for source, findings in _grouped(report.findings):
        lines.append(paint(source, "bold"))
        for finding in findings:
            lines += _finding(finding, language, paint)
        lines.append("")
    for note in report.notes:
        lines += textwrap.wrap(f"· {note.within(language)}", _WIDTH, subsequent_indent="  ")
    lines.append(_summary(report, language, paint))
    return "\n".join(lines) + "\n"


def _grouped(findings: tuple[Finding, ...]) -> Iterator[tuple[str, list[Finding]]]:
    groups: dict[str, list[Finding]] = {}
    for finding in findings:
        name = finding.source if finding.document in ("", finding.source) else f"{finding.source}  {finding.document}"
        groups.setdefault(name, []).append(finding)
    yield from groups.items()


def _finding(finding: Finding, language: Language, paint: _Painter) -> Iterator[str]:
    sign, style = _SIGNS[finding.severity]
    member = finding.pointer or "/"
    yield f"  {paint(sign, style)} {paint(finding.requirement, style, 'bold')}  {paint(member, 'bold')}"
    yield from textwrap.wrap(finding.message.within(language), _WIDTH, initial_indent="    ", subsequent_indent="    ")
    rows = [(_EXPECTED, finding.expected), (_FOUND, finding.found), (_MEND, finding.mend)]
    for label, text in rows:
        if text is not None:
            yield from _row(label, text.within(language), language, paint)
    place = ":".join(str(part) for part in (finding.source, finding.line, finding.column) if part is not None)
    yield from _row(_AT, place, language, paint)
    yield from _row(_MORE, f"gclink explain {finding.requirement}", language, paint)


def _row(label: Text, value: str, language: Language, paint: _Painter) -> Iterator[str]:
    width = 10 if language == "en" else 5
    head = label.within(language).ljust(width if language == "en" else 3)
    first, *rest = textwrap.wrap(value, _WIDTH - 16, break_long_words=False, break_on_hyphens=False) or [""]
    yield f"      {paint(head, 'dim')} {first}"
    for line in rest:
        yield f"      {' ' * (len(head) if language == 'en' else 6)} {line}"


def _summary(report: Report, language: Language, paint: _Painter) -> str:
    errors = sum(finding.severity is Severity.ERROR for finding in report.findings)
    warnings = sum(finding.severity is Severity.WARNING for finding in report.findings)
    documents = len(report.documents)
    if language == "zh":
        counted = f"{documents} 份文档，{errors} 个错误，{warnings} 个警告，核对时刻 {report.as_of}"
    else:
        counted = (
            f"{documents} document{'s' * (documents != 1)}, {errors} error{'s' * (errors != 1)}, "
            f"{warnings} warning{'s' * (warnings != 1)}, as of {report.as_of}"
        )
    if report.verdict is Verdict.CONFORMS:
        return f"{paint(_CONFORMS.within(language), 'green', 'bold')}: {counted}"
    return f"{paint(_VIOLATES.within(language), 'red', 'bold')}: {counted}"
