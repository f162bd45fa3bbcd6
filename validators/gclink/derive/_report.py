"""Derived members as a person reads them, and as data."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from typing import Any

from gclink._text import Language, Text
from gclink.derive._derive import Derived, Outcome
from gclink.derive._lines import Line

_SIGNS = {Outcome.AGREES: "✓", Outcome.DIFFERS: "✗", Outcome.ABSENT: "+", Outcome.UNKNOWN: "?"}
_RELATION = {"=": Text("", ""), ">=": Text("at least ", "至少 "), "<=": Text("at most ", "至多 ")}
_GIVES = Text("the parts give {relation}{value}", "由各部分得 {relation}{value}")
_SENTENCES = {
    Outcome.AGREES: Text("{stated}, and {gives}", "{stated}，{gives}"),
    Outcome.DIFFERS: Text("your value is {stated}, {gives}", "所填为 {stated}，{gives}"),
    Outcome.ABSENT: Text("not stated; {gives}", "未填；{gives}"),
    Outcome.UNKNOWN: Text("cannot be computed: {needs} is missing", "无法计算：缺少 {needs}"),
}
_TOLERANCE = Text(" (tolerance {tolerance})", "（容差 {tolerance}）")
_FILLED = Text("filled in: {value}", "已补入：{value}")
_SUMMARY = Text(
    "{agrees} agree, {differs} differ, {absent} not stated, {unknown} cannot be computed",
    "相符 {agrees} 项，不符 {differs} 项，未填 {absent} 项，无法计算 {unknown} 项",
)
_SINCE = Text(", since {condition}", "，因为 {condition}")
_NOTHING = Text("no derived members", "无推导成员")


def render(found: Sequence[Derived], language: Language, brief: bool, filled: frozenset[str] = frozenset()) -> str:
    """Return the derived members of one document as text; ``brief`` leaves out the parts of those that agree."""
    if not found:
        return f"  {_NOTHING.within(language)}\n"
    lines: list[str] = []
    for derived in found:
        lines += _member(derived, language, brief, derived.pointer in filled)
    counts = {outcome.value: sum(d.outcome is outcome for d in found) for outcome in Outcome}
    lines.append(f"  {_SUMMARY.within(language).format(**counts)}")
    return "\n".join(lines) + "\n"


def _member(derived: Derived, language: Language, brief: bool, filled: bool) -> Iterator[str]:
    sign = _SIGNS[derived.outcome]
    yield f"  {sign} {derived.pointer}  {derived.label.within(language)}  [{derived.row.requirement}]"
    yield f"      {sentence(derived, filled).within(language)}"
    if brief and derived.outcome is Outcome.AGREES:
        return
    condition = ""
    if derived.condition is not None and not derived.lines:
        condition = _SINCE.within(language).format(condition=derived.condition.within(language))
    yield f"      = {derived.formula.within(language)}{condition}"
    if derived.lines:
        yield from _parts(derived, language)
    if derived.row.note is not None and derived.outcome is not Outcome.AGREES:
        yield f"      · {derived.row.note.within(language)}"


def sentence(derived: Derived, filled: bool = False) -> Text:
    """Return what is to be said of one member in one sentence."""
    if filled and derived.value is not None:
        return Text(_FILLED.en.format(value=derived.value), _FILLED.zh.format(value=derived.value))
    said = []
    for language in ("en", "zh"):
        relation = _RELATION[derived.row.relation].within(language)
        gives = _GIVES.within(language).format(relation=relation, value=derived.value)
        text = _SENTENCES[derived.outcome].within(language)
        text = text.format(stated=derived.stated, gives=gives, needs=derived.needs or "/")
        if derived.tolerance is not None and derived.outcome is Outcome.DIFFERS:
            text += _TOLERANCE.within(language).format(tolerance=derived.tolerance)
        said.append(text)
    return Text(*said)


def _parts(derived: Derived, language: Language) -> Iterator[str]:
    rows = [
        (sign, line.value, margin + line.label.within(language), line.pointer or line.working or "")
        for sign, margin, line in _flat(derived.lines, 0)
    ]
    wide = max([len(value) for _, value, _, _ in rows] + [len(derived.value or "")])
    broad = min(max([_width(label) for _, _, label, _ in rows] + [0]), 64)
    for sign, value, label, place in rows:
        yield f"        {sign} {value.rjust(wide)}  {_padded(label, broad)}  {place}".rstrip()
    yield f"        = {(derived.value or '').rjust(wide)}"


def _flat(parts: Sequence[Line], depth: int) -> Iterator[tuple[str, str, Line]]:
    """Yield the parts, and below a part that is a sum its own, further in and with their signs before their names."""
    for line in parts:
        yield (line.sign, "", line) if depth == 0 else (" ", f"{'  ' * depth}{line.sign} ", line)
        yield from _flat(line.parts, depth + 1)


def _width(text: str) -> int:
    """Columns of a text on a terminal: Chinese characters take two."""
    return sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in text)


def _padded(text: str, width: int) -> str:
    return text + " " * (width - _width(text))


def as_data(derived: Derived, filled: bool = False) -> dict[str, Any]:
    """Return a derived member as plain data."""
    return {
        "pointer": derived.pointer,
        "requirement": derived.row.requirement,
        "outcome": "filled" if filled else derived.outcome.value,
        "label": _both(derived.label),
        "stated": derived.stated,
        "relation": derived.row.relation,
        "value": derived.value,
        "tolerance": derived.tolerance,
        "missing": derived.needs,
        "formula": _both(derived.formula),
        "expression": derived.row.formula,
        "condition": None if derived.condition is None else _both(derived.condition),
        "parts": [_line(line) for line in derived.lines],
        "note": None if derived.row.note is None else _both(derived.row.note),
    }


def _line(line: Line) -> dict[str, Any]:
    return {
        "sign": line.sign,
        "label": _both(line.label),
        "pointer": line.pointer,
        "working": line.working,
        "value": line.value,
        "parts": [_line(part) for part in line.parts],
    }


def _both(text: Text) -> dict[str, str]:
    return {"en": text.en, "zh": text.zh}
