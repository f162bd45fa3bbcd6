"""The reference verdict, and the comparison of ours with it."""

from __future__ import annotations

from collections.abc import Iterator

from gclink import _finding_texts as texts
from gclink._text import Text
from gclink.check import Options, check, check_document
from gclink.documents import Document
from gclink.engines._voices import ENGINES, Voice, available, syntax_of, voices_for
from gclink.findings import Checked, Finding, Report, Severity


def check_with(engine: str, documents: list[Document], options: Options) -> Report:
    """Check with the reference engines (``reference``) or with ours and theirs (``all``)."""
    if engine == "reference":
        across = _is_bundle(documents, options)
        findings = tuple(finding for document in documents for finding in _reference(document, options))
        findings += tuple(_across(documents, options)) if across else ()
        checked = tuple(
            Checked(document.source, document.id, document.type, document.syntax, None) for document in documents
        )
        return Report(checked, findings, "bundle" if across else "document", options.as_of, (_who(),))
    report = check(documents, options)
    disputed = tuple(finding for document in documents for finding in disagreements(document, options))
    if report.scope == "bundle":
        disputed += tuple(_across_disputed(documents, report, options))
    return Report(report.documents, report.findings + disputed, report.scope, report.as_of, (*report.notes, _who()))


def _is_bundle(documents: list[Document], options: Options) -> bool:
    return options.scope == "bundle" or (options.scope == "auto" and len(documents) > 1)


def _across(documents: list[Document], options: Options) -> Iterator[Finding]:
    """Yield what the published queries find broken across documents; a query names the document, not the place."""
    from gclink.engines import _sparql_bundle as sparql

    by_id = {document.id: document for document in reversed(documents)}
    for requirement, identifier in sorted(sparql.broken(sparql.bundle_of(documents, options.as_of), options.selects)):
        yield _finding(by_id[identifier], requirement, "T3", "", "sparql")


def _across_disputed(documents: list[Document], report: Report, options: Options) -> Iterator[Finding]:
    """Yield one finding per document and rule on which queries and procedures differ."""
    from gclink.bundle import procedures
    from gclink.engines import _sparql_bundle as sparql

    by_id = {document.id: document for document in reversed(documents)}
    both = procedures().keys() & sparql.queries().keys()
    mine = {(f.requirement, f.document) for f in report.findings if f.tier == "T3" and f.requirement in both}
    theirs = sparql.broken(
        sparql.bundle_of(documents, options.as_of), lambda name: name in both and options.selects(name)
    )
    for requirement, identifier in sorted(mine ^ theirs):
        missing = (requirement, identifier) in mine
        yield _dispute(by_id[identifier], requirement, "", "sparql", missing=missing)


def _who() -> Text:
    names = ", ".join((*available(), "sparql"))
    return Text(f"reference engines: {names}", f"参照引擎：{names}")


def _reference(document: Document, options: Options) -> Iterator[Finding]:
    # What a text gets wrong before there is a tree (doubled keys, loose text) no schema language can see.
    seen: dict[tuple[str, str, str], list[str]] = {}
    for fault in document.faults:
        from gclink.findings import pointer_of

        seen[(fault.requirement, "T1", pointer_of(fault.path))] = ["reader"]
    for name, found in voices_for(document):
        for voice in found:
            if voice.tier == "T1" or options.selects(voice.requirement):
                engines = seen.setdefault((voice.requirement, voice.tier, voice.pointer), [])
                if name not in engines:
                    engines.append(name)
    for (requirement, tier, pointer), names in seen.items():
        yield _finding(document, requirement, tier, pointer, ", ".join(names))


def _finding(document: Document, requirement: str, tier: str, pointer: str, engine: str) -> Finding:
    from gclink.findings import path_of

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


def disagreements(document: Document, options: Options) -> Iterator[Finding]:
    """Yield one finding per difference between our findings and those of an engine, on the same document."""
    ours = [finding for finding in check_document(document, options) if finding.tier in ("T1", "T2")]
    for name, voices in voices_for(document):
        yield from _differences(document, ours, name, voices, options)


def _differences(
    document: Document, ours: list[Finding], name: str, voices: list[Voice], options: Options
) -> Iterator[Finding]:
    from gclink._procedures import PROCEDURES
    from gclink.findings import pointer_of

    _, syntax, tiers = ENGINES[name]
    if _cannot_hold(document, ours, syntax):
        return
    by_reader = {pointer_of(fault.path) for fault in document.faults}
    mine = {
        (finding.requirement, finding.pointer if finding.tier == "T1" else finding.place[1])
        for finding in ours
        if finding.tier in tiers
        and finding.pointer not in by_reader
        and finding.requirement not in PROCEDURES
        # An assertion of XML Schema has no level: it would refuse a document for a SHOULD.
        and not (name == "xsd11" and finding.severity is not Severity.ERROR)
    }
    theirs = {(v.requirement, v.pointer) for v in voices if v.tier == "T1" or options.selects(v.requirement)}
    for requirement, pointer in sorted(mine - theirs):
        yield _dispute(document, requirement, pointer, name, missing=True)
    for requirement, pointer in sorted(theirs - mine):
        if not any(told == pointer or told.startswith(f"{pointer}/") for told in by_reader):
            yield _dispute(document, requirement, pointer, name, missing=False)


#: Kinds of structural fault that a syntax cannot hold, so that its engines never see them.
_INVISIBLE = {
    "json": frozenset[str](),
    "xml": frozenset({"unique"}),
    "rdf": frozenset({"unique", "language", "cardinality"}),
}


def _cannot_hold(document: Document, ours: list[Finding], syntax: str) -> bool:
    """Whether a fault of the document vanishes on the way into an engine's syntax.

    An array is a set of triples and a language tag has no case in RDF; equal elements are no fault in XML Schema; a
    JSON-LD document without a usable id is another node, and so is an object where a reference was due. What a reader
    tells of the text itself is left out anyway.
    """
    for finding in ours:
        kind = (finding.constraint or "").partition("#")[2]
        if syntax == "rdf" and syntax_of(document) == "rdf" and document.syntax != "jsonld":
            continue
        becomes_a_node = kind == "type" and finding.found is not None and finding.found.en.startswith("{")
        if kind in _INVISIBLE[syntax]:
            return True
        if syntax == "rdf" and kind and (becomes_a_node or finding.pointer in ("/id", "/type")):
            return True
    return False


def _dispute(document: Document, requirement: str, pointer: str, name: str, *, missing: bool) -> Finding:
    if missing:
        message = Text(
            f"{name} does not see what this library found: a defect of ours, please report it",
            f"{name} 未发现本库所报问题：属本库缺陷，请反馈",
        )
    else:
        message = Text(
            f"{name} finds broken what this library accepts: a defect of ours, please report it",
            f"{name} 拒绝了本库接受的内容：属本库缺陷，请反馈",
        )
    return Finding(
        requirement=requirement,
        tier="T1",
        severity=Severity.ERROR,
        document=document.id or document.source,
        source=document.source,
        pointer=pointer,
        message=message,
        engine=name,
    )
