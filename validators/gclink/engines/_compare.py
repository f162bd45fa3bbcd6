"""The reference verdict, and the comparison of ours with it."""

from __future__ import annotations

from collections.abc import Iterator

from gclink._text import Text
from gclink.check import Options, check, check_document
from gclink.documents import Document
from gclink.engines import _across
from gclink.engines._dispute import dispute, refusal
from gclink.engines._unseen import NODE, UNSEEN
from gclink.engines._voices import ENGINES, Heard, available, heard
from gclink.findings import Checked, Finding, Report, Severity, pointer_of

#: What an engine must say in the same words as this library: requirement, pointer, constraint (empty for T2).
Said = tuple[str, str, str]


def check_with(engine: str, documents: list[Document], options: Options) -> Report:
    """Check with the reference engines (``reference``) or with ours and theirs (``all``)."""
    if engine == "reference":
        across = _across.is_bundle(documents, options)
        findings = tuple(finding for document in documents for finding in _reference(document, options))
        findings += tuple(_across.findings(documents, options)) if across else ()
        checked = tuple(
            Checked(document.source, document.id, document.type, document.syntax, None) for document in documents
        )
        return Report(checked, findings, "bundle" if across else "document", options.as_of, (_who(),))
    report = check(documents, options)
    disputed = tuple(finding for document in documents for finding in disagreements(document, options))
    if report.scope == "bundle":
        disputed += tuple(_across.disagreements(documents, report, options))
    return Report(report.documents, report.findings + disputed, report.scope, report.as_of, (*report.notes, _who()))


def _who() -> Text:
    names = ", ".join((*available(), "sparql"))
    return Text(f"reference engines: {names}", f"参照引擎：{names}")


def _reference(document: Document, options: Options) -> Iterator[Finding]:
    # What the reader found on the text before there was a tree; much of it no schema language can see.
    names: dict[tuple[str, str, str], list[str]] = {}
    for fault in document.faults:
        names[fault.requirement, "T1", pointer_of(fault.path)] = ["reader"]
    for said in heard(document):
        for voice in said.structural or said.voices:
            if voice.tier == "T1" or options.selects(voice.requirement):
                told_by = names.setdefault((voice.requirement, voice.tier, voice.pointer), [])
                if said.engine not in told_by:
                    told_by.append(said.engine)
    for (requirement, tier, pointer), told_by in names.items():
        yield refusal(document, requirement, tier, pointer, ", ".join(told_by))


def disagreements(document: Document, options: Options) -> Iterator[Finding]:
    """Yield one finding per difference between our findings and those of an engine, on the same document."""
    ours = check_document(document, options)
    structural = any(finding.tier == "T1" for finding in ours)
    for said in heard(document):
        yield from _of_structure(document, ours, said)
        if not structural and not said.structural:
            yield from _of_rules(document, ours, said, options)


def _of_structure(document: Document, ours: list[Finding], said: Heard) -> Iterator[Finding]:
    if "T1" not in ENGINES[said.engine][2]:
        return
    unseen = UNSEEN[said.syntax]
    hidden = {pointer_of(fault.path) for fault in document.faults if fault.kind in unseen}
    if said.syntax == "jsonld":
        hidden |= NODE
    # Some faults the reader names before there is a tree, in words of its own; an engine must refuse there as well.
    loose = {pointer_of(fault.path) for fault in document.faults if not fault.key} - hidden
    mine: set[Said] = set()
    for finding in ours:
        if finding.tier == "T1" and finding.pointer not in hidden | loose:
            key = finding.constraint or ""
            if key.partition("#")[2] in unseen and _is_of_structure(finding, document):
                hidden.add(finding.pointer)
            else:
                mine.add((finding.requirement, finding.pointer, key))
    if said.syntax == "jsonld":
        hidden |= {_folded(place) for place in hidden}
    theirs: set[Said] = {(voice.requirement, voice.pointer, voice.key) for voice in said.structural}
    for requirement, pointer, _ in sorted(mine - theirs):
        yield dispute(document, requirement, pointer, said.engine, missing=True)
    for requirement, pointer, _ in sorted(theirs - mine):
        if not any(_near(pointer, place) for place in hidden | loose):
            yield dispute(document, requirement, pointer, said.engine, missing=False)
    for pointer in sorted(loose):
        if not any(_near(pointer, told) for _, told, _ in theirs):
            requirement = next(finding.requirement for finding in ours if finding.pointer == pointer)
            yield dispute(document, requirement, pointer, said.engine, missing=True)


def _folded(place: str) -> str:
    """Return the place that a text has in RDF when its language tag is folded to lower case."""
    holder, slash, last = place.rpartition("/")
    return f"{holder}{slash}{last.lower()}"


def _is_of_structure(finding: Finding, document: Document) -> bool:
    """Whether structure found a fault, and not the reader, whose kinds are finer than those of the constraints."""
    return finding.pointer not in {pointer_of(fault.path) for fault in document.faults}


def _near(one: str, other: str) -> bool:
    """Whether one place is the other or lies within it."""
    return one == other or one.startswith(f"{other}/") or other.startswith(f"{one}/")


def _of_rules(document: Document, ours: list[Finding], said: Heard, options: Options) -> Iterator[Finding]:
    from gclink._procedures import PROCEDURES

    if "T2" not in ENGINES[said.engine][2]:
        return
    mine = {
        finding.place
        for finding in ours
        if finding.tier == "T2"
        and finding.requirement not in PROCEDURES
        # An assertion of XML Schema has no level: it would refuse a document for a SHOULD.
        and not (said.engine == "xsd11" and finding.severity is not Severity.ERROR)
    }
    theirs = {(voice.requirement, voice.pointer) for voice in said.voices if options.selects(voice.requirement)}
    for requirement, pointer in sorted(mine - theirs):
        yield dispute(document, requirement, pointer, said.engine, missing=True)
    for requirement, pointer in sorted(theirs - mine):
        yield dispute(document, requirement, pointer, said.engine, missing=False)
