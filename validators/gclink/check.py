"""The check itself: structure, rules of one document, rules across documents, in that order.

A document flows straight through; each stage runs only on what the stage before found sound, so that a finding never
comes from a fault that another finding already names.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from gclink import _finding_texts as texts
from gclink import _rules
from gclink._text import Text
from gclink.documents import Document
from gclink.findings import Checked, Finding, Report, Severity, path_of, pointer_of
from gclink.structure import Fault, check_structure, walk

if TYPE_CHECKING:
    from gclink._kept import Kept, Sources
    from gclink.bundle import Bundle
    from gclink.profiles import Profile

#: Called with the number of documents done so far.
Progress = Callable[[int], None]


@dataclass(frozen=True, slots=True)
class Options:
    """How a check is made.

    ``as_of`` is the instant of the check (dateTime in UTC); ``scope`` is ``document`` (tiers T1 and T2), ``bundle``
    (T3 too) or ``auto``: bundle as soon as there is more than one document. ``requirements`` narrows the check to a
    profile's selection; structure is always checked. ``market`` is a profile of a market: documents are judged as if
    they were meant for it, whatever they say themselves.
    """

    as_of: str
    scope: str = "auto"
    requirements: frozenset[str] | None = None
    digests: bool = True
    market: Profile | None = None

    def selects(self, requirement: str) -> bool:
        """Whether a requirement is part of the check."""
        return self.requirements is None or requirement in self.requirements

    def seen(self, tree: dict[str, Any]) -> dict[str, Any]:
        """Return a document of the right form as the rules see it."""
        return tree if self.market is None else self.market.assumed(tree)


def now() -> str:
    """Return the present instant as the standard writes it."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def check(documents: Iterable[Document], options: Options, progress: Progress | None = None) -> Report:
    """Check documents, one by one and then together; the report's findings are in order of document and place."""
    from gclink._kept import Sources
    from gclink.bundle import Bundle
    from gclink.bundle._spool import Spool
    from gclink.migrate import notes as noted
    from gclink.migrate import uses

    deprecations = noted()
    checked: list[Checked] = []
    findings: list[Finding] = []
    notes: list[Text] = []
    with closing(Spool()) as spool, closing(Sources()) as sources:
        bundle = Bundle(options.as_of, spool)
        for document in documents:
            found = check_document(document, options)
            findings += found
            sound = not any(finding.tier == "T1" for finding in found)
            checked.append(_take_in(document, sound, bundle, sources, options))
            if deprecations:
                notes += [texts.deprecated(document.source, use) for use in uses(document.tree)]
            if progress is not None:
                progress(len(checked))
        scope = options.scope if options.scope != "auto" else "bundle" if len(checked) > 1 else "document"
        if scope == "bundle":
            findings += _across(bundle, options, sources)
            notes += texts.across()
        elif len(checked) == 1 and bundle.entries and bundle.entries[0].references:
            notes.append(texts.alone(len({r.target for r in bundle.entries[0].references})))
    return Report(tuple(checked), tuple(findings), scope, options.as_of, tuple(notes))


def _take_in(document: Document, sound: bool, bundle: Bundle, sources: Sources, options: Options) -> Checked:
    """Take a document into the bundle, under the digest that it has itself, and return how a report names it."""
    from gclink.canonical import digest

    across = options.scope != "document"
    known = digest(document.tree) if sound and (options.digests or (across and options.market is not None)) else None
    if across and sound:
        entry = bundle.add(options.seen(document.tree), document.source, known)
        sources.keep(entry.number, document)
    elif across and document.id is not None:
        bundle.add_broken(document.id, document.type or "")
    told = known if options.digests else None
    return Checked(document.source, document.id, document.type, document.syntax, told)


def check_document(document: Document, options: Options) -> list[Finding]:
    """Return the findings of one document by itself: T1, and T2 when T1 is sound.

    A good document, the usual case, passes without anything being made for it.
    """
    if not document.sound and (faults := _faults(document)):
        return [_structural(document, fault) for fault in faults]
    tree = document.tree if options.market is None else options.seen(document.tree)
    broken, hits = _rules.violations(tree), _rules.procedures(tree)
    if not broken and not hits:
        return []
    findings = [_of_rule(document, tree, violation) for violation in broken if options.selects(violation.requirement)]
    return findings + [
        _of_hit(document, requirement, hit.path, hit.expected, hit.found, "T2")
        for requirement, hit in hits
        if options.selects(requirement)
    ]


def _faults(document: Document) -> list[Fault]:
    if not document.faults:
        return check_structure(document.tree)
    # Not check_structure: a schema may refuse what the reader has told already, such as a character XML cannot carry.
    told = {pointer_of(fault.path) for fault in document.faults}
    return document.faults + [fault for fault in walk(document.tree) if pointer_of(fault.path) not in told]


def _structural(document: Document, fault: Fault) -> Finding:
    line, column = document.locate(fault.path)
    return Finding(
        requirement=fault.requirement,
        tier="T1",
        severity=Severity.ERROR,
        document=document.id or document.source,
        source=document.source,
        pointer=pointer_of(fault.path),
        message=texts.structural(fault),
        expected=fault.expected,
        found=fault.found,
        mend=texts.mend(fault.kind),
        constraint=fault.key or None,
        line=line,
        column=column,
    )


def _of_rule(document: Document, tree: dict[str, Any], violation: _rules.Broken) -> Finding:
    from gclink._explain import explain

    explanation = explain(violation.requirement, violation.line, tree, violation.context)
    path = path_of(explanation.pointer)
    line, column = document.locate(path)
    sentence = texts.sentence(violation.requirement)
    return Finding(
        requirement=violation.requirement,
        tier="T2",
        severity=sentence.severity,
        document=document.id or document.source,
        source=document.source,
        pointer=explanation.pointer,
        message=sentence.statement,
        expected=explanation.expected,
        found=explanation.found,
        context=pointer_of(violation.context),
        line=line,
        column=column,
    )


def _of_hit(
    document: Document | Kept,
    requirement: str,
    path: tuple[str | int, ...],
    expected: Text | None,
    found: Text | None,
    tier: str,
) -> Finding:
    line, column = document.locate(path)
    sentence = texts.sentence(requirement)
    return Finding(
        requirement=requirement,
        tier=tier,
        severity=sentence.severity,
        document=document.id or document.source,
        source=document.source,
        pointer=pointer_of(path),
        message=sentence.statement,
        expected=expected,
        found=found,
        line=line,
        column=column,
    )


def _across(bundle: Bundle, options: Options, sources: Sources) -> Iterator[Finding]:
    from gclink.bundle import run

    for requirement, hit in run(bundle, options.selects):
        document = sources[hit.entry.number]
        yield _of_hit(document, requirement, hit.path, hit.expected, hit.found, "T3")
