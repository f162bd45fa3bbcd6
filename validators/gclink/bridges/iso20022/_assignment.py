"""tsin.006: each list of an assignment request as an Assignment of receivables that are known."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any, Final

from gclink._text import Text
from gclink.bridges._known import Known
from gclink.bridges._lexical import decimal_of, plain, total
from gclink.bridges._nodes import Node
from gclink.bridges._report import Relation
from gclink.bridges._work import Tree, Work, known_of
from gclink.bridges.iso20022._message import Amounts, day_of
from gclink.bridges.iso20022._parties import party_ref
from gclink.bridges.iso20022._request import receivable_of
from gclink.canonical import digest

__all__ = ["import_assignment"]

_A: Final = "Assignment."
#: Where parties of the header stand.
_HEADER: Final = ("Orgtr", "PmryRcpt", "Sndr", "AuthstnUsr", "RspnRcpt", "CpyRcpt", "OthrPty")


def import_assignment(work: Work, body: Node) -> None:
    """Draft one assignment for each list of the request."""
    known = Known(work.options.known)
    header = body.first("Hdr")
    if header is None:
        return
    parties = {node.value("Id") or "": node for name in _HEADER for node in header.all(name)}
    documents = {node.value("Id") or "": node for node in header.all("AssoctdDoc")}
    _law(work, header)
    for listed in body.all("AssgnmtList"):
        work.drafts.append(_assignment(work, known, header, listed, parties, documents))
    _check_counts(work, body)


def _law(work: Work, header: Node) -> None:
    """Compare the law of the letter with the programme, which is where this standard states it."""
    contract = header.first("GovngCtrct")
    if contract is not None:
        work.lost(contract.path, contract.value("Id") or "", "Hdr/GovngCtrct")
    law = header.first("LglCntxt/AplblLaw/Ctry")
    if law is None:
        return
    programmes = known_of(work.options, "Programme")
    if not programmes:
        work.came("Programme.governingLaw", law.path, law.text, relation=Relation.LOST)
        return
    laws = {str(tree.get("governingLaw")) for tree in programmes}
    same = law.text in laws
    work.came(
        "Programme.governingLaw",
        law.path,
        law.text,
        ", ".join(sorted(laws)),
        relation=None if same else Relation.CONTRADICTORY,
    )
    if not same:
        work.find("subject_mismatch", law.path, "law", "法律", stated=law.text, computed=", ".join(sorted(laws)))


def _assignment(
    work: Work,
    known: Known,
    header: Node,
    listed: Node,
    parties: Mapping[str, Node],
    documents: Mapping[str, Node],
) -> Tree:
    draft: Tree = {"type": "Assignment"}
    identity = listed.value("Idr") or ""
    place = listed.first("Idr")
    if place is not None:
        work.came(f"{_A}id", place.path, place.text)
    for name, theirs in (("assignor", "Assgnr"), ("assignee", "Assgne")):
        ref = _party(work, known, listed, theirs, parties, f"{_A}{name}")
        if ref is not None:
            draft[name] = ref
    if "assignor" in draft:
        draft["issuer"] = draft["assignor"]
        work.computed(f"{_A}issuer", draft["assignor"])
    written = header.first("Dt")
    day = day_of(work, written)
    if written is not None and day is not None:
        draft["issuedAt"] = f"{day}T00:00:00Z"
        work.came(f"{_A}issuedAt", written.path, written.text, draft["issuedAt"])
    issued = listed.first("IsseDt")
    effective = day_of(work, issued)
    if issued is not None and effective is not None:
        draft["effectiveDate"] = effective
        work.came(f"{_A}effectiveDate", issued.path, issued.text, effective)
    items = _items(work, listed, documents, draft.get("assignor"))
    if items:
        draft["assignedItems"] = items
    _totals(work, listed, draft, items)
    for name in ("TtlReqFincg", "AgrdRate", "AmtCutOffDt"):
        node = listed.first(name)
        if node is not None:
            texts = [part.text for part in node.walk() if part.text]
            work.lost(node.path, " ".join(texts), f"AssgnmtList/{name}")
            work.read(*node.walk())
    for notice in listed.all("NtfctnInf"):
        work.came(f"{_A}notified", notice.path, " ".join(part.text for part in notice.walk() if part.text))
        work.read(*notice.walk())
    return work.complete(draft, identity)


def _party(work: Work, known: Known, listed: Node, theirs: str, parties: Mapping[str, Node], ours: str) -> str | None:
    reference = listed.first(theirs)
    if reference is None:
        return None
    node = parties.get(reference.text)
    if node is None:
        en, zh = f"no party of the header is {reference.text}", f"报头中没有主体 {reference.text}"
        work.refuse("source_schema_invalid", reference.path, en, zh, stated=reference.text)
        return None
    work.read(node.first("Id"))
    found = party_ref(work, known, node, ours, f"AssgnmtList/{theirs}")
    if found is not None:
        work.came(ours, reference.path, reference.text, found)
    else:
        work.lost(reference.path, reference.text, note=Text("its party is not known", "所指主体未知"))
    return found


def _items(work: Work, listed: Node, documents: Mapping[str, Node], seller: str | None) -> list[Tree]:
    found = []
    for item in listed.all("FinItm"):
        number = item.value("ItmCntxt/Idr") or ""
        work.read(item.first("CdtDbtInd"), item.first("ItmCntxt/Idr"), item.first("ItmCntxt/IsseDt"))
        if item.value("CdtDbtInd") == "CRDT":
            note = Text("a credit note is no item", "贷记单不是明细")
            work.came("AssignedItem.asset", item.path, number, relation=Relation.LOST, note=note)
            continue
        issued = day_of(work, item.first("ItmCntxt/IsseDt"))
        asset = receivable_of(work, number, issued, seller)
        if asset is None:
            work.partial(
                "subject_mismatch",
                item.path,
                f"no known receivable {number} of {issued}",
                f"没有已知应收账款 {number}（{issued}）",
                stated=number,
            )
            continue
        work.came("AssignedItem.asset", item.path, number, asset["id"])
        _digest(work, item, documents, asset)
        node = item.first("DueAmt") or item.first("TtlAmt/TtlInvcAmt")
        amount = Amounts(work, None).of(node)
        draft: Tree = {
            "type": "AssignedItem",
            "asset": {"type": "DocumentReference", "target": asset["id"], "digest": digest(dict(asset))},
        }
        if node is not None and amount is not None:
            draft["assignedAmount"] = amount
            work.came("AssignedItem.assignedAmount", node.path, node.text, amount["amount"])
        found.append(work.complete(draft, number))
    return found


def _digest(work: Work, item: Node, documents: Mapping[str, Node], asset: Mapping[str, Any]) -> None:
    """Compare the digest of the associated document with that of the receivable's source; only SHA-256 counts."""
    for reference in item.all("AssoctdDoc"):
        work.read(reference)
        for entry in documents[reference.text].all("Dgst") if reference.text in documents else ():
            stated = entry.value("Dgst") or ""
            algorithm = entry.value("DgstAlgo") or ""
            work.read(*entry.walk())
            had = asset["sourceDocument"].get("digest")
            written = f"sha-256:{stated.lower()}"
            if algorithm != "HS25" or had is None:
                work.lost(entry.path, f"{algorithm} {stated}")
                continue
            same = written == had
            relation = None if same else Relation.CONTRADICTORY
            work.came("SourceDocument.digest", entry.path, stated, had, relation=relation)
            if not same:
                work.find("subject_mismatch", entry.path, "digest", "摘要", stated=written, computed=had)


def _totals(work: Work, listed: Node, draft: Tree, items: list[Tree]) -> None:
    """Take the stated count and total; both are made again from the items and a difference is told."""
    count = listed.first("ItmCnt")
    if count is not None:
        draft["itemCount"] = int(count.text)
        work.came(f"{_A}itemCount", count.path, count.text)
        if int(count.text) != len(listed.all("FinItm")):
            found = len(listed.all("FinItm"))
            work.violated(count.path, f"{found} items", count.text, found)
    amounts = [item["assignedAmount"] for item in items if "assignedAmount" in item]
    together = total(Decimal(amount["amount"]) for amount in amounts)
    currency = amounts[0]["currency"] if amounts else None
    node = listed.first("TtlReqAmt")
    stated = Amounts(work, currency).of(node)
    if node is None:
        node = listed.first("CtrlSum")
        value = decimal_of(node.text) if node is not None else None
        stated = (
            None
            if value is None or currency is None
            else {"type": "Money", "amount": plain(value), "currency": currency}
        )
    if node is not None and stated is not None:
        draft["assignedTotal"] = stated
        work.came(f"{_A}assignedTotal", node.path, node.text, stated["amount"])
        if Decimal(stated["amount"]) != together:
            sum_text = f"{' + '.join(amount['amount'] for amount in amounts)} = {plain(together)}"
            work.violated(node.path, sum_text, stated["amount"], plain(together))
    elif currency is not None:
        draft["assignedTotal"] = {"type": "Money", "amount": plain(together), "currency": currency}
        work.computed(f"{_A}assignedTotal", plain(together))


def _check_counts(work: Work, body: Node) -> None:
    lists = body.all("AssgnmtList")
    for name, found in (("AssgnmtCnt", len(lists)), ("ItmCnt", sum(len(one.all("FinItm")) for one in lists))):
        node = body.first(name)
        if node is None:
            continue
        if int(node.text) != found:
            work.violated(node.path, f"{name} {found}", node.text, found)
