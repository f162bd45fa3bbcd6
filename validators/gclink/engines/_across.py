"""The rules across documents by their published queries, beside our procedures."""

from __future__ import annotations

from collections.abc import Iterator

from gclink.check import Options
from gclink.documents import Document
from gclink.engines._dispute import dispute, refusal
from gclink.findings import Finding, Report


def is_bundle(documents: list[Document], options: Options) -> bool:
    """Whether the documents are checked together."""
    return options.scope == "bundle" or (options.scope == "auto" and len(documents) > 1)


def findings(documents: list[Document], options: Options) -> Iterator[Finding]:
    """Yield what the published queries find broken across documents; a query names the document, not the place."""
    from gclink.engines import _sparql_bundle as sparql

    by_id = {document.id: document for document in reversed(documents)}
    for requirement, identifier in sorted(sparql.broken(sparql.bundle_of(documents, options.as_of), options.selects)):
        yield refusal(by_id[identifier], requirement, "T3", "", "sparql")


def disagreements(documents: list[Document], report: Report, options: Options) -> Iterator[Finding]:
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
        yield dispute(by_id[identifier], requirement, "", "sparql", missing=missing)
