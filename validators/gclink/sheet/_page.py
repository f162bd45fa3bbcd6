"""The page: verdict and findings, what documents there are, then each of them."""

from __future__ import annotations

from collections.abc import Sequence
from importlib.resources import files
from typing import Any

from gclink import __version__
from gclink._model import model
from gclink._text import Language
from gclink.documents import Document
from gclink.findings import Finding, Report, Verdict
from gclink.sheet import _chart
from gclink.sheet import _words as words
from gclink.sheet._html import Markup, element, joined
from gclink.sheet._values import Reader

Tree = dict[str, Any]
#: Members that the head of each document shows.
_HEAD = frozenset({"id"})


def page(documents: Sequence[Document], report: Report, language: Language) -> str:
    """Return the HTML page of documents and of the report on them.

    ``report`` is what ``gclink.check.check`` gave for the same documents. Documents that are not of the right form (T1)
    are named with their findings and not shown.
    """
    broken = {finding.document for finding in report.findings if finding.tier == "T1"}
    names = {
        document.id: (f"d{index}", _name(document, language))
        for index, document in enumerate(documents)
        if document.id is not None
    }
    reader = Reader(language, names)
    title = words.TITLE.within(language)
    if len(documents) == 1:
        title = _name(documents[0], language)
    body = joined(
        element("header", element("h1", title), _verdict(report, language)),
        element(
            "main",
            _findings(report, language),
            _contents(documents, report, language),
            *_each(documents, report, broken, reader, language),
        ),
        element("footer", f"{words.MADE.within(language)} gclink {__version__}"),
    )
    style = (files("gclink.sheet") / "sheet.css").read_text("utf-8")
    head = joined(
        Markup('<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">'),
        element("title", title),
        element("style", Markup(style)),
    )
    html = element("html", element("head", head), element("body", body), lang="zh-Hans" if language == "zh" else "en")
    return f"<!doctype html>\n{html}\n"


def _name(document: Document, language: Language) -> str:
    """Return what a document is called: its class, and its own name or the last part of its id."""
    tree = document.tree if isinstance(document.tree, dict) else {}
    cls = model().document(document.type)
    kind = cls.label.within(language) if cls is not None else str(document.type)
    own = tree.get("name")
    if isinstance(own, dict) and own:
        said = str(own.get(language) or next(iter(own.values())))
    else:
        said = str(document.id or document.source).rstrip("/").rpartition("/")[2]
    return f"{kind}: {said}" if language == "en" else f"{kind}：{said}"


def _verdict(report: Report, language: Language) -> Markup:
    good = report.verdict is Verdict.CONFORMS
    word = (words.CONFORMS if good else words.VIOLATES).within(language)
    return element(
        "p",
        element("strong", word, class_="good" if good else "bad"),
        f" · {words.AS_OF.within(language)} {report.as_of}",
        class_="verdict",
    )


def _findings(report: Report, language: Language) -> Markup:
    shown = [_finding(finding, language) for finding in report.findings]
    notes = [element("p", note.within(language), class_="note") for note in report.notes]
    if not shown:
        shown = [element("p", words.NO_FINDINGS.within(language))]
    return element("section", element("h2", words.FINDINGS.within(language)), *shown, *notes)


def _finding(finding: Finding, language: Language) -> Markup:
    parts = ((words.EXPECTED, finding.expected), (words.FOUND, finding.found), (words.MEND, finding.mend))
    rows = [
        joined(element("dt", label.within(language)), element("dd", text.within(language)))
        for label, text in parts
        if text is not None
    ]
    return element(
        "div",
        element("p", element("strong", finding.requirement), " ", finding.message.within(language)),
        element("p", f"{finding.document} {finding.pointer}", class_="iri"),
        element("dl", *rows) if rows else Markup(""),
        class_=f"finding {finding.severity.value}",
    )


def _contents(documents: Sequence[Document], report: Report, language: Language) -> Markup:
    if len(documents) < 2:
        return Markup("")
    wrong = {finding.document for finding in report.findings if finding.severity == "error"}
    rows = [
        element(
            "tr",
            element("td", element("a", _name(document, language), href=f"#d{index}")),
            element("td", "✗" if (document.id or document.source) in wrong else "✓"),
        )
        for index, document in enumerate(documents)
    ]
    heading = element("h2", f"{words.DOCUMENTS.within(language)} ({len(documents)})")
    return element("section", heading, element("table", element("tbody", *rows), class_="contents"))


def _each(
    documents: Sequence[Document], report: Report, broken: set[str], reader: Reader, language: Language
) -> list[Markup]:
    digests = {checked.id: checked.digest for checked in report.documents}
    shown = []
    for index, document in enumerate(documents):
        head = [element("dt", words.IDENTIFIER.within(language)), element("dd", str(document.id), class_="iri")]
        if digest := digests.get(document.id):
            head += [element("dt", words.DIGEST.within(language)), element("dd", digest, class_="iri")]
        content = [element("h2", _name(document, language)), element("dl", *head, class_="head")]
        if (document.id or document.source) in broken or not isinstance(document.tree, dict):
            content.append(element("p", words.NOT_READ.within(language)))
        else:
            if document.type == "CarbonPassport":
                content.append(_chart.of_passport(document.tree, language))
            content.append(reader.fields(document.tree, _HEAD))
        shown.append(element("article", *content, id=f"d{index}"))
    return shown
