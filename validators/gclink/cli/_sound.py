"""Documents of the right form, or the report that says why not."""

from __future__ import annotations

import sys
from typing import Any

from gclink._text import Language
from gclink.limits import Limits


def sound_trees(paths: tuple[str, ...], limits: Limits, language: Language) -> list[dict[str, Any]] | None:
    """Return the trees of all documents, or None after writing the findings of those that are not sound."""
    from gclink.check import Options, check, now
    from gclink.documents import read_documents
    from gclink.findings import Report
    from gclink.report import render

    documents = list(read_documents(paths, limits))
    report = check(documents, Options(as_of=now(), scope="document", digests=False))
    structural = tuple(finding for finding in report.findings if finding.tier == "T1")
    if not structural:
        return [document.tree for document in documents]
    refused = Report(report.documents, structural, report.scope, report.as_of)
    sys.stderr.write(render(refused, "text", language, colour=sys.stderr.isatty()))
    return None
