"""tsin.001: a request for invoice financing as a FinancingTransaction, with the receivables that are not known yet."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Final

from gclink._text import Text
from gclink.bridges._known import Known
from gclink.bridges._lexical import decimal_of, plain, total
from gclink.bridges._nodes import Node
from gclink.bridges._report import Relation
from gclink.bridges._work import Tree, Work
from gclink.bridges.iso20022._message import Amounts, day_of, instant, percent
from gclink.bridges.iso20022._parties import party_ref
from gclink.bridges.ubl._invoice import unique_key
from gclink.bridges.ubl._party import identifiers_of, key_identifier
from gclink.canonical import digest

__all__ = ["import_request", "receivable_of"]

_T: Final = "FinancingTransaction."


@dataclass(frozen=True, slots=True)
class _Item:
    """One requested receivable: the draft of its place in the transaction and what it names."""

    draft: Tree
    due: str | None
    seller: str | None
    obligor: str | None
    amount: Tree | None
    rate: str | None


def import_request(work: Work, body: Node) -> None:
    """Draft the transaction that a request asks for, one for each due date where they differ."""
    known = Known(work.options.known)
    group = body.first("ReqGrpInf")
    if group is None:
        return
    name = group.value("GrpId") or ""
    work.came(f"{_T}id", f"{group.path}/GrpId", name)
    work.read(group.first("GrpId"))
    currency = group.first("Ccy")
    if currency is not None:
        work.came("Money.currency", currency.path, currency.text)
    amounts = Amounts(work, currency.text if currency is not None else None)
    common = _common(work, known, group)
    items = [item for request in body.all("InvcReqInf") for item in _items(work, known, request, amounts)]
    _check_totals(work, group, body, amounts)
    days = list(dict.fromkeys(item.due for item in items))
    for day in days:
        chosen = [item for item in items if item.due == day]
        identity = name if len(days) == 1 else f"{name}#{day}"
        work.drafts.append(_transaction(work, common, chosen, identity))
    if len(days) > 1:
        listed = ", ".join(str(day) for day in days)
        work.computed(f"{_T}items", f"one transaction for each due date: {listed}")


def _common(work: Work, known: Known, group: Node) -> Tree:
    draft: Tree = {"type": "FinancingTransaction"}
    made = group.first("CreDtTm")
    at = instant(work, made)
    if made is not None and at is not None:
        draft["issuedAt"], draft["requestedOn"] = at, at[:10]
        work.came(f"{_T}issuedAt", made.path, made.text, at)
        work.came(f"{_T}requestedOn", made.path, made.text, at[:10])
    requester = party_ref(work, known, group.first("FincgRqstr"), f"{_T}beneficiary", "ReqGrpInf/FincgRqstr")
    if requester is not None:
        draft["beneficiary"] = requester
    financier = party_ref(work, known, group.first("FrstAgt"), f"{_T}financier", "ReqGrpInf/FrstAgt")
    if financier is not None:
        draft["financier"] = financier
    agreement = group.first("FincgAgrmt")
    if agreement is not None:
        work.came(f"{_T}programme", agreement.path, agreement.text)
    agent = group.first("IntrmyAgt")
    if agent is not None:
        work.lost(agent.path, agent.value("BIC") or "", "ReqGrpInf/IntrmyAgt")
    return draft


def _items(work: Work, known: Known, request: Node, amounts: Amounts) -> list[_Item]:
    """Return the items of one invoice: one, or one for each of its instalments."""
    seller = party_ref(work, known, request.first("Spplr"), f"{_T}seller", "InvcReqInf/Spplr")
    obligor = party_ref(work, known, request.first("Buyr"), f"{_T}obligor", "InvcReqInf/Buyr")
    _check_sum(work, request)
    amount_node, rate_node = request.first("ReqdAmt/Amt"), request.first("ReqdAmt/Rate")
    amount, rate = amounts.of(amount_node), percent(work, rate_node)
    parts = request.all("InstlmtInf")
    if amount_node is not None and amount is not None and len({part.value("PmtDueDt") for part in parts}) > 1:
        note = Text("asked for the whole, which falls due on several days", "就全额提出，而各期到期日不同")
        work.came(f"{_T}requestedAmount", amount_node.path, amount_node.text, relation=Relation.LOST, note=note)
        amount = None
    elif amount_node is not None and amount is not None:
        work.came(f"{_T}requestedAmount", amount_node.path, amount_node.text, amount["amount"])
    if rate_node is not None:
        work.came(f"{_T}advanceRate", rate_node.path, rate_node.text, rate, theirs="InvcReqInf/ReqdAmt/Rate")
    _check_instalments(work, request, parts)
    seen = []
    for seq, part in enumerate(parts or [None], 1):
        asset, face, due = _asset(work, known, request, part, seq, seller, obligor, amounts)
        draft: Tree = {"type": "FinancedAsset", "assetKind": "receivable"}
        if asset is not None:
            draft["asset"] = {"type": "DocumentReference", "target": asset["id"], "digest": digest(dict(asset))}
            work.came(f"{_T}items", request.path, request.value("InvcGnlInf/DocNb") or "", asset["id"])
        if face is not None:
            draft["faceAmount"] = face
        if due is not None:
            draft["dueDate"] = due
        number = request.value("InvcGnlInf/DocNb") or ""
        made = work.complete(draft, f"{number}#{seq}" if parts else number)
        seen.append(_Item(made, due, seller, obligor, amount if seq == 1 else None, rate))
    return seen


def _check_sum(work: Work, request: Node) -> None:
    """Taxable amount plus tax, plus or minus the adjustment, is the total."""
    totals = request.first("InvcTtlsInf")
    if totals is None:
        return
    parts = [(name, totals.first(name)) for name in ("TtlTaxblAmt", "TtlTaxAmt")]
    terms = [(name, decimal_of(node.text) or Decimal(0)) for name, node in parts if node is not None]
    for name, node in parts:
        if node is not None:
            work.lost(node.path, node.text, f"InvcReqInf/InvcTtlsInf/{name}")
    adjustment = totals.first("Adjstmnt/Amt")
    if adjustment is not None:
        value = decimal_of(adjustment.text) or Decimal(0)
        lowers = totals.value("Adjstmnt/Drctn") == "SUBS"
        terms.append(("Adjstmnt", value.copy_negate() if lowers else value))
        work.lost(adjustment.path, adjustment.text, "InvcReqInf/InvcTtlsInf/Adjstmnt")
        work.read(totals.first("Adjstmnt/Drctn"))
    node = totals.first("TtlInvcAmt")
    stated = decimal_of(node.text) if node is not None else None
    together = total(value for _, value in terms)
    if node is not None and stated is not None and stated != together:
        shown = " + ".join(f"{name} {plain(value)}" for name, value in terms)
        work.violated(node.path, f"{shown} = {plain(together)}", plain(stated), plain(together))


def _check_instalments(work: Work, request: Node, parts: list[Node]) -> None:
    node = request.first("InvcTtlsInf/TtlInvcAmt")
    stated = decimal_of(node.text) if node is not None else None
    if not parts or node is None or stated is None:
        return
    together = total(decimal_of(part.value("Amt") or "0") or Decimal(0) for part in parts)
    if together != stated:
        work.violated(node.path, f"instalments = {plain(together)}", plain(stated), plain(together))


def _asset(
    work: Work,
    known: Known,
    request: Node,
    part: Node | None,
    seq: int,
    seller: str | None,
    obligor: str | None,
    amounts: Amounts,
) -> tuple[Mapping[str, Any] | None, Tree | None, str | None]:
    """Return the receivable (known, or drafted), the face amount and the due date of an item."""
    draft = _stated(work, request, part, seq, amounts)
    found = receivable_of(work, draft.get("invoiceNumber"), draft.get("issueDate"), seller, seq)
    note = request.first("CdtDbtNoteAmt")
    notes = amounts.of(note)
    if found is not None:
        _compare(work, request, draft, found)
        if note is not None and notes is not None:
            same = notes == found.get("creditNoteTotal")
            relation = Relation.EXACT if same else Relation.CONTRADICTORY
            work.came("Receivable.creditNoteTotal", note.path, note.text, relation=relation)
            if not same:
                had = found.get("creditNoteTotal", {}).get("amount", "-")
                work.find(
                    "subject_mismatch", note.path, "CdtDbtNoteAmt", "CdtDbtNoteAmt", stated=note.text, computed=had
                )
        return found, found["faceValue"], draft.get("dueDate")
    if note is not None:
        en, zh = "credit or debit note: not decided", "贷项或借项：不予判定"
        work.partial("attribute_type_doubtful", note.path, en, zh, stated=note.text)
        work.came("Receivable.creditNoteTotal", note.path, note.text, relation=Relation.LOST)
    made = _new_receivable(work, known, draft, seller, obligor)
    work.drafts.append(made)
    return (made if "id" in made else None), made.get("faceValue"), draft.get("dueDate")


def _stated(work: Work, request: Node, part: Node | None, seq: int, amounts: Amounts) -> Tree:
    """Return what a request says of one receivable."""
    draft: Tree = {"type": "Receivable", "instalmentSeq": seq}
    number, issued = request.first("InvcGnlInf/DocNb"), request.first("InvcGnlInf/IsseDt")
    payable, due = request.first("InvcTtlsInf/TtlInvcAmt"), request.first("InvcTtlsInf/PmtDueDt")
    if number is not None:
        draft["invoiceNumber"] = number.text
        work.came("Receivable.invoiceNumber", number.path, number.text)
    day = day_of(work, issued)
    if issued is not None and day is not None:
        draft["issueDate"] = day
        work.came("Receivable.issueDate", issued.path, issued.text, day)
    amount = amounts.of(payable)
    if payable is not None and amount is not None:
        draft["documentPayable"] = amount
        work.came("Receivable.documentPayable", payable.path, payable.text, amount["amount"])
    if part is not None:
        due = part.first("PmtDueDt")
        share = amounts.of(part.first("Amt"))
        if share is not None:
            draft["instalmentAmount"] = share
            work.came("Receivable.instalmentAmount", part.path, part.value("Amt") or "", share["amount"])
        work.read(part.first("Amt"), part.first("SeqId"))
    when = day_of(work, due)
    if due is not None and when is not None:
        draft["dueDate"] = when
        work.came("Receivable.dueDate", due.path, due.text, when)
    return draft


def receivable_of(
    work: Work, number: str | None, issued: str | None, seller: str | None, seq: int = 1
) -> Mapping[str, Any] | None:
    """Return the newest known receivable of an invoice; the seller narrows where it is known."""
    found = [
        tree
        for tree in work.options.known
        if tree.get("type") == "Receivable"
        and tree.get("invoiceNumber") == number
        and tree.get("issueDate") == issued
        and tree.get("instalmentSeq") == seq
        and seller in (None, tree.get("seller"))
    ]
    replaced = {tree.get("supersedes", {}).get("target") for tree in found}
    newest = [tree for tree in found if tree.get("id") not in replaced]
    return newest[0] if len(newest) == 1 else None


def _compare(work: Work, request: Node, stated: Tree, found: Mapping[str, Any]) -> None:
    """Report where a request and the receivable it names say different things."""
    for member in ("documentPayable", "dueDate", "instalmentAmount"):
        ours, theirs = found.get(member), stated.get(member)
        if theirs is not None and ours != theirs:
            shown = [value.get("amount") if isinstance(value, Mapping) else value for value in (theirs, ours)]
            work.find("subject_mismatch", request.path, member, member, stated=shown[0], computed=shown[1])


def _new_receivable(work: Work, known: Known, draft: Tree, seller: str | None, obligor: str | None) -> Tree:
    if seller is not None:
        draft["seller"] = seller
        draft["issuer"] = work.options.of("Receivable").get("issuer", seller)
        party = known.by_id(seller, "Party")
        key = key_identifier(identifiers_of(party)) if party is not None else None
        if key is not None:
            draft["sellerIdentifier"] = {"type": "Identifier", "scheme": key[0], "identifierValue": key[1]}
    if obligor is not None:
        draft["obligor"] = obligor
    number = draft.get("invoiceNumber", "")
    stated = {"type": "SourceDocument", "format": "iso20022_tsin", "number": number}
    draft["sourceDocument"] = work.complete(stated, number)
    face = draft.get("instalmentAmount") or draft.get("documentPayable")
    if face is not None:
        draft["faceValue"] = face
    unique = unique_key(draft)
    if unique is not None:
        draft["uniquenessKey"] = unique
    split = "instalmentAmount" in draft
    return work.complete(draft, f"{number}#{draft['instalmentSeq']}" if split else number)


def _check_totals(work: Work, group: Node, body: Node, amounts: Amounts) -> None:
    requests = body.all("InvcReqInf")
    count = group.first("NbOfInvcReqs")
    if count is not None:
        work.lost(count.path, count.text, "ReqGrpInf/NbOfInvcReqs")
        if int(count.text) != len(requests):
            work.violated(count.path, f"{len(requests)} requests", count.text, len(requests))
    block = group.first("TtlBlkInvcAmt")
    stated = amounts.of(block)
    if block is None or stated is None:
        return
    work.lost(block.path, block.text, "ReqGrpInf/TtlBlkInvcAmt")
    values = [decimal_of(request.value("InvcTtlsInf/TtlInvcAmt") or "0") or Decimal(0) for request in requests]
    together = plain(total(values))
    if together != stated["amount"]:
        sum_text = f"{' + '.join(plain(value) for value in values)} = {together}"
        work.violated(block.path, sum_text, stated["amount"], together)


def _transaction(work: Work, common: Tree, items: list[_Item], identity: str) -> Tree:
    draft = {**common, "items": [item.draft for item in items]}
    for name in ("seller", "obligor"):
        named = {getattr(item, name) for item in items} - {None}
        if len(named) == 1:
            draft[name] = named.pop()
        elif len(named) > 1:
            listed = ", ".join(sorted(named))
            work.partial("subject_mismatch", work.path, f"several: {listed}", f"多个：{listed}", stated=listed)
    asked = [item.amount for item in items if item.amount is not None]
    if asked and all(item.rate is None for item in items):
        draft["requestedAmount"] = {**asked[0], "amount": plain(total(Decimal(money["amount"]) for money in asked))}
    rates = {item.rate for item in items}
    if len(rates) == 1 and None not in rates:
        draft["advanceRate"] = rates.pop()
    return work.complete(draft, identity)
