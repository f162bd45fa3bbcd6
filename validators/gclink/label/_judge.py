"""Whether a label may be drawn: the documents behind it conform, and it is for consumers and in time."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from gclink._text import Text
from gclink.check import Options, check, check_document
from gclink.documents import Document
from gclink.errors import GclinkError
from gclink.findings import Finding, Report, Severity

#: Rules across documents that need a label and its claim alone.
OF_THE_PAIR = frozenset({"GCL-COR-023", "GCL-BRD-018", "GCL-BRD-038", "GCL-BRD-044"})


class NotDrawn(GclinkError):  # noqa: N818 - as the others of its kind
    """A label that is not to be printed although its form is right."""

    exit_code: ClassVar[int] = 1


def pair_of(documents: Sequence[Document], bundle: Sequence[Document]) -> tuple[Document, Document]:
    """Return the label and its claim; NotDrawn where one of them is not there."""
    labels = [document for document in documents if document.type == "Label"]
    if len(labels) != 1:
        raise NotDrawn(
            "label_count",
            Text(f"one Label is needed, {len(labels)} were given", f"需要一份标章文档，实际给出 {len(labels)} 份"),
            Text("give the Label and its Claim", "请给出标章文档及其声明"),
            source=documents[0].source if documents else None,
        )
    label = labels[0]
    cited = label.tree.get("claim") if isinstance(label.tree, dict) else None
    target = cited.get("target") if isinstance(cited, dict) else None
    for document in (*documents, *bundle):
        if document.type == "Claim" and document.id == target:
            return label, document
    raise NotDrawn(
        "claim_missing",
        Text(f"the claim {target} of the label was not given", f"未给出标章所引的声明 {target}"),
        Text("name its file too, or give --bundle", "请同时给出该文件，或使用 --bundle"),
        source=label.source,
    )


def judge(label: Document, claim: Document, bundle: Sequence[Document], as_of: str) -> Report:
    """Return what speaks against drawing: findings on the label, the claim and, with a bundle, all they rest on."""
    alone = Options(as_of=as_of, scope="document")
    found = [finding for document in (label, claim) for finding in check_document(document, alone)]
    if not any(finding.tier == "T1" for finding in found):
        if bundle:
            found += _of_bundle(label, claim, bundle, as_of)
        else:
            pair = Options(as_of=as_of, scope="bundle", requirements=OF_THE_PAIR)
            found += check((label, claim), pair).findings
    unique = tuple(dict.fromkeys(found))
    return Report(check((label, claim), alone).documents, unique, "bundle" if bundle else "document", as_of)


def _of_bundle(label: Document, claim: Document, bundle: Sequence[Document], as_of: str) -> list[Finding]:
    """Return the findings on documents that the label rests on, directly or not."""
    from gclink.bundle._entry import references_of
    from gclink.structure import check_structure

    names = {label.id, claim.id}
    documents = [label, claim, *(document for document in bundle if document.id not in names)]
    report = check(documents, Options(as_of=as_of, scope="bundle"))
    trees = {d.id: d.tree for d in documents if d.id is not None and not (d.faults or check_structure(d.tree))}
    reached: set[str] = set()
    open_ = [str(label.id)]
    while open_:
        identifier = open_.pop()
        if identifier not in reached:
            reached.add(identifier)
            if identifier in trees:
                open_ += [reference.target for reference in references_of(trees[identifier])]
    return [finding for finding in report.findings if finding.document in reached]


def is_refused(report: Report) -> bool:
    """Whether a finding is an error."""
    return any(finding.severity is Severity.ERROR for finding in report.findings)


def refuse_unfit(label: Document, claim: Document, as_of: str) -> None:
    """Raise NotDrawn for what the rules allow as a record but nobody should print."""
    if label.tree["status"] != "active" or claim.tree["status"] != "active":
        raise NotDrawn(
            "not_active",
            Text("the label or its claim is not active", "标章或其声明并非有效状态"),
            Text("issue a new label", "请签发新的标章"),
            source=label.source,
        )
    if not claim.tree["consumerFacing"]:
        raise NotDrawn(
            "not_for_consumers",
            Text(
                "the claim is not for consumers (consumerFacing is false)", "该声明不面向消费者（consumerFacing 为假）"
            ),
            Text("a claim that is only disclosed carries no label", "仅作披露的声明不使用标章"),
            source=claim.source,
        )
    end = min(label.tree["validity"]["end"], claim.tree["validity"]["end"])
    if as_of[:10] > end:
        raise NotDrawn(
            "expired",
            Text(f"the label was valid until {end}", f"标章有效期至 {end}"),
            Text("issue a new label, or look back with --as-of", "请签发新的标章，或用 --as-of 指定时刻"),
            source=label.source,
        )
