"""What a conversion says about itself: one outcome per field, findings with codes, and a verdict.

A bridge that repairs or drops in silence is worse than none; so whatever is not carried over exactly stands here.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from gclink._text import Language, Text
from gclink.bridges._codes import Level, level_of, title_of

__all__ = [
    "Consequence",
    "FieldOutcome",
    "Finding",
    "Item",
    "LossReport",
    "Relation",
    "Verdict",
    "render_json",
    "render_text",
    "word",
]


class Relation(StrEnum):
    """How a value came over."""

    EXACT = "exact"
    NARROWER = "narrower"
    BROADER = "broader"
    COMPUTED = "computed"
    LOST = "lost"
    MISSING = "missing"
    CONTRADICTORY = "contradictory"


class Verdict(StrEnum):
    """The outcome of a conversion, from best to worst."""

    CONVERT = "convert"
    CONVERT_WITH_FINDINGS = "convert_with_findings"
    PARTIAL = "partial"
    REFUSE = "refuse"

    @property
    def rank(self) -> int:
        """0 for the best."""
        return list(Verdict).index(self)

    @property
    def writes(self) -> bool:
        """Whether documents are written."""
        return self in (Verdict.CONVERT, Verdict.CONVERT_WITH_FINDINGS)


class Consequence(StrEnum):
    """What a finding does to the verdict beyond its level."""

    NOTE = "note"
    PARTIAL = "partial"
    REFUSE = "refuse"


@dataclass(frozen=True, slots=True)
class Finding:
    """One remark about a source: ``path`` is a JSON Pointer or XPath into it, ``stated`` and ``computed`` are texts."""

    code: str
    path: str
    message: Text
    stated: str | None = None
    computed: str | None = None
    consequence: Consequence = Consequence.NOTE

    @classmethod
    def of(
        cls,
        code: str,
        path: str,
        detail: Text | None = None,
        *,
        stated: str | None = None,
        computed: str | None = None,
        consequence: Consequence = Consequence.NOTE,
    ) -> Finding:
        """Make a finding whose message begins with the sentence of its code."""
        title = title_of(code)
        message = title if detail is None else Text(f"{title.en}: {detail.en}", f"{title.zh}：{detail.zh}")
        return cls(code, path, message, stated, computed, consequence)

    @property
    def level(self) -> Level:
        """The level of its code."""
        return level_of(self.code)

    def tree(self) -> dict[str, Any]:
        """Return the finding as the JSON report has it."""
        found: dict[str, Any] = {
            "code": self.code,
            "path": self.path,
            "level": self.level.value,
            "message": {"en": self.message.en, "zh": self.message.zh},
        }
        if self.stated is not None:
            found["stated"] = self.stated
        if self.computed is not None:
            found["computed"] = self.computed
        return found


@dataclass(frozen=True, slots=True)
class FieldOutcome:
    """How one field came over.

    ``theirs`` is the path in the neighbour's document, ``ours`` the field of this standard (``Class.field.member``);
    either is empty where that side has no place. ``stated`` is the value of the source and ``written`` that of the
    target, as text; ``caller`` tells that the caller supplied what the source cannot.
    """

    relation: Relation
    theirs: str
    ours: str
    stated: str | None = None
    written: str | None = None
    note: Text | None = None
    caller: bool = False

    def tree(self) -> dict[str, Any]:
        """Return the outcome as the JSON report has it."""
        found: dict[str, Any] = {"relation": self.relation.value, "theirs": self.theirs, "ours": self.ours}
        if self.stated is not None:
            found["stated"] = self.stated
        if self.written is not None:
            found["written"] = self.written
        if self.note is not None:
            found["note"] = {"en": self.note.en, "zh": self.note.zh}
        if self.caller:
            found["caller"] = True
        return found


@dataclass(frozen=True, slots=True)
class Item:
    """One document of a source (a source may hold many) with all that is said about it.

    ``drafts`` are the documents as far as they could be made; they become documents only if the verdict says so.
    ``key`` identifies the source document, ``content`` is a digest of it: the same key twice is a duplicate.
    """

    path: str
    findings: tuple[Finding, ...]
    fields: tuple[FieldOutcome, ...]
    drafts: tuple[dict[str, Any], ...] = ()
    missing: tuple[str, ...] = ()
    key: str | None = None
    content: str | None = None

    @property
    def verdict(self) -> Verdict:
        """The verdict that follows from the findings and from what is missing."""
        consequences = {finding.consequence for finding in self.findings}
        if Consequence.REFUSE in consequences:
            return Verdict.REFUSE
        if Consequence.PARTIAL in consequences or self.missing:
            return Verdict.PARTIAL
        if any(finding.level is not Level.INFO for finding in self.findings):
            return Verdict.CONVERT_WITH_FINDINGS
        return Verdict.CONVERT

    def found(self, finding: Finding) -> Item:
        """Return the item with one more finding."""
        return replace(self, findings=(*self.findings, finding))


@dataclass(frozen=True, slots=True)
class LossReport:
    """What a conversion of one source gives: documents, fragments, and everything said on the way.

    ``each`` lets every document of a source stand alone; otherwise one that cannot be written holds back all of them,
    so that nobody takes a part for the whole.
    """

    format: str
    items: tuple[Item, ...]
    source: str = ""
    each: bool = False
    export: bool = False

    @property
    def verdict(self) -> Verdict:
        """The worst verdict of its items; a source without any is refused."""
        return max((item.verdict for item in self.items), key=lambda verdict: verdict.rank, default=Verdict.REFUSE)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """All findings, in order."""
        return tuple(finding for item in self.items for finding in item.findings)

    @property
    def fields(self) -> tuple[FieldOutcome, ...]:
        """All outcomes, in order."""
        return tuple(outcome for item in self.items for outcome in item.fields)

    @property
    def documents(self) -> tuple[dict[str, Any], ...]:
        """The documents that are written: none when the verdict is ``partial`` or ``refuse``."""
        if not self.verdict.writes and not self.each:
            return ()
        return tuple(tree for item in self.items if item.verdict.writes for tree in item.drafts)

    @property
    def fragments(self) -> tuple[dict[str, Any], ...]:
        """What could be made of documents that lack something."""
        return tuple(tree for item in self.items if item.verdict is Verdict.PARTIAL for tree in item.drafts)

    @property
    def missing(self) -> tuple[str, ...]:
        """What the source cannot supply and the caller did not, as ``Class.field``."""
        return tuple(dict.fromkeys(name for item in self.items for name in item.missing))

    def tree(self) -> dict[str, Any]:
        """Return the report as JSON has it."""
        return {
            "format": self.format,
            "source": self.source,
            "verdict": self.verdict.value,
            "findings": [finding.tree() for finding in self.findings],
            "documents": list(self.documents),
            "fragments": list(self.fragments),
            "missing": list(self.missing),
            "fields": [outcome.tree() for outcome in self.fields],
        }


_WORDS = {
    "verdict": Text("verdict", "结论"),
    Verdict.CONVERT: Text("converted", "已转换"),
    Verdict.CONVERT_WITH_FINDINGS: Text("converted as stated, with findings", "按原值转换，并有问题"),
    Verdict.PARTIAL: Text("partial: something is missing, no document is written", "不完整：缺少内容，未写出文档"),
    Verdict.REFUSE: Text("refused, nothing is written", "拒绝，未写出任何内容"),
    "documents": Text("documents", "文档"),
    "findings": Text("findings", "问题"),
    "lacking": Text("missing, to be supplied by the caller", "缺少，须由调用者提供"),
    "fields": Text("fields", "字段"),
    "stated": Text("stated", "原值"),
    "computed": Text("computed", "算得"),
    "caller": Text("supplied by the caller", "由调用者提供"),
    Relation.EXACT: Text("exact", "一致"),
    Relation.NARROWER: Text("narrower", "变窄"),
    Relation.BROADER: Text("broader", "变宽"),
    Relation.COMPUTED: Text("computed", "算得"),
    Relation.LOST: Text("lost", "丢失"),
    Relation.MISSING: Text("missing", "缺少"),
    Relation.CONTRADICTORY: Text("contradictory", "矛盾"),
    Level.INFO: Text("info", "信息"),
    Level.WARNING: Text("warning", "警告"),
    Level.ERROR: Text("error", "错误"),
}


def word(key: str, language: Language) -> str:
    """Return the word for a verdict, relation or level."""
    return _WORDS[key].within(language)


def render_text(reports: Iterable[LossReport], language: Language) -> str:
    """Return the reports for a person to read."""

    def say(key: str) -> str:
        return word(key, language)

    lines: list[str] = []
    for report in reports:
        lines.append(f"{report.source or '<input>'} [{report.format}]")
        written = "" if report.export else f"; {say('documents')}: {len(report.documents)}"
        lines.append(f"  {say('verdict')}: {say(report.verdict)}{written}")
        if report.findings:
            lines.append(f"  {say('findings')}:")
        for finding in report.findings:
            lines.append(f"    {say(finding.level)} {finding.code} {finding.path or '/'}")
            lines.append(f"      {finding.message.within(language)}")
            numbers = [
                f"{say(name)} {value}"
                for name, value in (("stated", finding.stated), ("computed", finding.computed))
                if value is not None
            ]
            if numbers:
                lines.append(f"      {', '.join(numbers)}")
        if report.missing:
            lines.append(f"  {say('lacking')}:")
            lines += [f"    {name}" for name in report.missing]
        lines.append(f"  {say('fields')}:")
        lines += [f"    {_outcome(outcome, language, report.export)}" for outcome in report.fields]
    return "\n".join(lines) + "\n"


def _outcome(outcome: FieldOutcome, language: Language, export: bool) -> str:
    sides = (outcome.ours, outcome.theirs) if export else (outcome.theirs, outcome.ours)
    arrow = " -> ".join(part for part in sides if part)
    line = f"{_WORDS[outcome.relation].within(language)}: {arrow}"
    if outcome.stated is not None:
        line += f" = {_short(outcome.stated)}"
    if outcome.written is not None and outcome.written != outcome.stated:
        line += f" => {_short(outcome.written)}"
    if outcome.caller:
        line += f" ({_WORDS['caller'].within(language)})"
    if outcome.note is not None:
        line += f"; {outcome.note.within(language)}"
    return line


def _short(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= 80 else flat[:77] + "..."


def render_json(reports: Iterable[LossReport]) -> str:
    """Return one report as an object, several as an object with the worst verdict and all of them."""
    trees = [report.tree() for report in reports]
    found: Mapping[str, Any] = trees[0] if len(trees) == 1 else _joined(trees)
    return json.dumps(found, ensure_ascii=False, indent=2) + "\n"


def _joined(trees: list[dict[str, Any]]) -> dict[str, Any]:
    worst = max((Verdict(tree["verdict"]) for tree in trees), key=lambda verdict: verdict.rank)
    joined: dict[str, Any] = {"verdict": worst.value}
    for name in ("findings", "documents", "fragments", "missing", "fields"):
        joined[name] = [entry for tree in trees for entry in tree[name]]
    joined["reports"] = trees
    return joined
