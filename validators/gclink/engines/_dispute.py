"""Findings of the reference engines: what they refuse, and where they and this library differ."""

from __future__ import annotations

from gclink import _finding_texts as texts
from gclink._text import Text
from gclink.documents import Document
from gclink.findings import Finding, Severity, path_of


def refusal(document: Document, requirement: str, tier: str, pointer: str, engine: str) -> Finding:
    """Return the finding that an engine, or several, refuse a document for a requirement at a place."""
    line, column = document.locate(path_of(pointer))
    sentence = texts.sentence(requirement)
    return Finding(
        requirement=requirement,
        tier=tier,
        severity=sentence.severity,
        document=document.id or document.source,
        source=document.source,
        pointer=pointer,
        message=sentence.statement,
        context=pointer if tier == "T2" else None,
        line=line,
        column=column,
        engine=engine,
        found=Text(f"refused by {engine}", f"被 {engine} 拒绝"),
    )


def dispute(document: Document, requirement: str, pointer: str, engine: str, *, missing: bool) -> Finding:
    """Return the finding that an engine does not see what we found (``missing``), or refuses what we accept."""
    if missing:
        message = Text(
            f"{engine} does not see what this library found: a defect of ours, please report it",
            f"{engine} 未发现本库所报问题：属本库缺陷，请反馈",
        )
    else:
        message = Text(
            f"{engine} finds broken what this library accepts: a defect of ours, please report it",
            f"{engine} 拒绝了本库接受的内容：属本库缺陷，请反馈",
        )
    line, column = document.locate(path_of(pointer))
    return Finding(
        requirement=requirement,
        tier="T1",
        severity=Severity.ERROR,
        document=document.id or document.source,
        source=document.source,
        pointer=pointer,
        message=message,
        line=line,
        column=column,
        engine=engine,
    )
