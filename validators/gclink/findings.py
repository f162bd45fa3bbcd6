"""What a check reports: findings, each with its requirement, its place and what to do.

A finding is data; the sentence a person reads is made from it in the asked language by the report.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from gclink._text import Text


class Severity(StrEnum):
    """``error`` breaks a MUST, ``warning`` anything weaker, ``note`` breaks nothing."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class Verdict(StrEnum):
    """The outcome of a check; warnings do not make a document violate."""

    CONFORMS = "conforms"
    VIOLATES = "violates"


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault of one document.

    ``pointer`` is a JSON Pointer into the canonical tree, the same for every syntax; ``line`` and ``column`` are
    1-based places in the source, None where the syntax has none. ``constraint`` names the structural constraint of a
    T1 finding (``Owner.field#kind``). ``context`` is the pointer of the object that a rule was applied to: engines
    agree on it, while ``pointer`` may be nearer to the fault.
    """

    requirement: str
    tier: str
    severity: Severity
    document: str
    source: str
    pointer: str
    message: Text
    expected: Text | None = None
    found: Text | None = None
    mend: Text | None = None
    constraint: str | None = None
    context: str | None = None
    line: int | None = None
    column: int | None = None
    engine: str | None = None

    @property
    def place(self) -> tuple[str, str]:
        """What every engine must agree on: the requirement and the object it was broken in."""
        return self.requirement, self.pointer if self.context is None else self.context


@dataclass(frozen=True, slots=True)
class Checked:
    """One document that was checked: who it says it is, where it came from."""

    source: str
    id: str | None
    type: str | None
    syntax: str
    digest: str | None


@dataclass(frozen=True, slots=True)
class Report:
    """The outcome of one check over one or more documents."""

    documents: tuple[Checked, ...]
    findings: tuple[Finding, ...]
    scope: str
    as_of: str
    notes: tuple[Text, ...] = field(default=())

    @property
    def verdict(self) -> Verdict:
        """``violates`` as soon as one finding is an error."""
        broken = any(finding.severity is Severity.ERROR for finding in self.findings)
        return Verdict.VIOLATES if broken else Verdict.CONFORMS


def pointer_of(path: tuple[str | int, ...]) -> str:
    """Return the JSON Pointer (RFC 6901) of a path of keys and indices."""
    return "".join("/" + str(step).replace("~", "~0").replace("/", "~1") for step in path)


def path_of(pointer: str) -> tuple[str, ...]:
    """Return the steps of a JSON Pointer, unescaped; array indices stay text."""
    if not pointer:
        return ()
    return tuple(step.replace("~1", "/").replace("~0", "~") for step in pointer[1:].split("/"))
