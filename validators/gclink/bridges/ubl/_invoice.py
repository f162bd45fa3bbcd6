"""An invoice as a Receivable, or one Receivable for each of its instalments."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from gclink._text import Text
from gclink.bridges._lexical import plain, total
from gclink.bridges._nodes import Node
from gclink.bridges._report import Relation
from gclink.bridges._work import Tree, Work, known_of
from gclink.bridges.ubl._amounts import TOTALS
from gclink.bridges.ubl._checks import check_amounts, check_currency
from gclink.bridges.ubl._doubles import is_known
from gclink.bridges.ubl._lines import goods_lines
from gclink.bridges.ubl._money import Money
from gclink.bridges.ubl._party import Side, key_identifier, party_of
from gclink.bridges.ubl._source import amount_of, day_of
from gclink.calculations.keys import key_of, normalised

__all__ = ["days_of_payment", "import_invoice", "stated_day"]

#: Type codes of UNTDID 1001 under which a document with the root Invoice takes money away.
_CREDITS = frozenset({"81", "83", "261", "262", "296", "308", "381", "396", "420", "458", "532"})

_CONTROLS = (
    ("taxInclusiveAmount", "TaxInclusiveAmount"),
    ("prepaidAmount", "PrepaidAmount"),
    ("roundingAmount", "PayableRoundingAmount"),
    ("lineNetTotal", "LineExtensionAmount"),
)


@dataclass(frozen=True, slots=True)
class _Instalment:
    """One part of the payable amount with its own day; ``amount`` is None where the invoice is paid at once."""

    seq: int
    amount: Tree | None
    due: str | None


def import_invoice(work: Work, root: Node, raw: bytes) -> None:
    """Draft what an invoice gives, and say what there is to say about it."""
    kind = root.first("InvoiceTypeCode")
    if kind is not None and kind.text in _CREDITS:
        en, zh = (
            f"type {kind.text} is a credit note under the root Invoice",
            f"类型 {kind.text} 是以 Invoice 为根的贷记单",
        )
        work.refuse("out_of_scope", kind.path, en, zh, stated=kind.text)
    money = Money(work, check_currency(work, root))
    check_amounts(work, root)
    seller = party_of(work, root.first("AccountingSupplierParty"), "seller", "Receivable.seller")
    obligor = party_of(work, root.first("AccountingCustomerParty"), "obligor", "Receivable.obligor")
    _payee(work, root)
    common = _common(work, root, raw, money, seller, obligor)
    lines = goods_lines(work, root, money)
    if lines:
        common["goodsLines"] = lines
    if lines is None:
        common.pop("lineNetTotal", None)
    for instalment in _instalments(work, root, money):
        draft = _receivable(work, common, instalment)
        if not is_known(work, root, draft):
            work.drafts.append(draft)


def stated_day(work: Work, node: Node | None) -> str | None:
    """Return the day of a node; a time zone is dropped and told, what is no day is refused."""
    if node is None or not node.text:
        return None
    day, zoned = day_of(node.text)
    if day is None:
        work.refuse("source_schema_invalid", node.path, "not a calendar day", "不是日历日", stated=node.text)
    elif zoned:
        work.find("date_zone_suffix", node.path, stated=node.text, computed=day)
    return day


def days_of_payment(root: Node) -> tuple[Node | None, list[Node]]:
    """Return the due date of the document and the days that stand with the means of payment."""
    due = root.first("DueDate")
    return (due if due is not None and due.text else None), [
        n for n in root.all("PaymentMeans/PaymentDueDate") if n.text
    ]


def _common(work: Work, root: Node, raw: bytes, money: Money, seller: Side, obligor: Side) -> Tree:
    """Return the members that all instalments share, in the draft of one Receivable."""
    draft: Tree = {"type": "Receivable"}
    if seller.ref is not None:
        draft["seller"] = seller.ref
        draft["issuer"] = work.options.of("Receivable").get("issuer", seller.ref)
    if obligor.ref is not None:
        draft["obligor"] = obligor.ref
    key = key_identifier(seller.identifiers)
    if key is None:
        work.missing.append("Receivable.sellerIdentifier")
    else:
        draft["sellerIdentifier"] = {"type": "Identifier", "scheme": key[0], "identifierValue": key[1]}
        work.computed("Receivable.sellerIdentifier", f"{key[0]} {key[1]}")
    number = root.first("ID")
    if number is not None and number.text:
        draft["invoiceNumber"] = number.text
        work.came("Receivable.invoiceNumber", number.path, number.text)
        digest = "sha-256:" + hashlib.sha256(raw).hexdigest()
        stated = {"type": "SourceDocument", "format": "ubl_invoice", "number": number.text, "digest": digest}
        draft["sourceDocument"] = work.complete(stated, number.text)
        work.computed("Receivable.sourceDocument", digest)
    issued = root.first("IssueDate")
    day = stated_day(work, issued)
    if issued is not None and day is not None:
        draft["issueDate"] = day
        work.came("Receivable.issueDate", issued.path, issued.text, day)
    draft.update(_amounts(work, root, money))
    order = _order(work, root, seller)
    if order is not None:
        draft["purchaseOrder"] = order
    return draft


def _amounts(work: Work, root: Node, money: Money) -> Iterator[tuple[str, Tree]]:
    totals = root.first(TOTALS)
    payable = totals.first("PayableAmount") if totals is not None else None
    amount = money.of(payable)
    if totals is None or payable is None or amount is None:
        work.partial(
            "totals_missing", totals.path if totals is not None else root.path, "no payable amount", "没有应付金额"
        )
        return
    if amount["amount"].startswith("-"):
        en, zh = "a negative invoice is no credit note", "负数发票不是贷记单"
        work.refuse("sign_wrong", payable.path, en, zh, stated=payable.text)
    yield "documentPayable", amount
    work.came("Receivable.documentPayable", payable.path, payable.text, amount["amount"])
    for name, theirs in _CONTROLS:
        node = totals.first(theirs)
        control = money.of(node)
        if node is None or control is None:
            continue
        yield name, control
        work.came(f"Receivable.{name}", node.path, node.text, control["amount"])
        if control["amount"].startswith("-") and name != "roundingAmount":
            work.find("sign_wrong", node.path, stated=node.text)
        if name == "prepaidAmount" and control["amount"] != "0":
            work.find("prepaid_present", node.path, stated=node.text)


def _order(work: Work, root: Node, seller: Side) -> str | None:
    number = root.first("OrderReference/ID")
    if number is None or not number.text:
        return None
    for tree in known_of(work.options, "PurchaseOrder"):
        if tree.get("orderNumber") == number.text and tree.get("seller") == seller.ref:
            work.came("Receivable.purchaseOrder", number.path, number.text, tree["id"], relation=Relation.EXACT)
            return str(tree["id"])
    note = Text("no order of this number and seller is known", "没有该号码与卖方的已知订单")
    work.came("Receivable.purchaseOrder", number.path, number.text, relation=Relation.LOST, note=note)
    return None


def _payee(work: Work, root: Node) -> None:
    payee = root.first("PayeeParty")
    if payee is not None:
        name = payee.value("PartyName/Name") or payee.value("PartyIdentification/ID") or ""
        work.lost(payee.path, name, "cac:PayeeParty")


def _instalments(work: Work, root: Node, money: Money) -> list[_Instalment]:
    terms = [term for term in root.all("PaymentTerms") if term.first("Amount") is not None]
    if len(terms) < 2:
        return [_Instalment(1, None, _due(work, root))]
    found = []
    for seq, term in enumerate(terms, 1):
        node = term.first("Amount")
        amount = money.of(node)
        if node is not None and amount is not None:
            work.came("Receivable.instalmentAmount", node.path, node.text, amount["amount"])
        when = term.first("InstallmentDueDate") or term.first("PaymentDueDate")
        due = stated_day(work, when)
        if due is None:
            work.partial("due_date_missing", term.path, f"instalment {seq}", f"第 {seq} 期")
        elif when is not None:
            work.came("Receivable.dueDate", when.path, when.text, due)
        found.append(_Instalment(seq, amount, due))
    _check_instalments(work, root, found)
    return found


def _check_instalments(work: Work, root: Node, found: list[_Instalment]) -> None:
    payable = root.first(f"{TOTALS}/PayableAmount")
    stated = amount_of(payable)
    parts = [Decimal(part.amount["amount"]) for part in found if part.amount is not None]
    together = total(parts)
    if payable is not None and stated is not None and together != stated:
        sum_text = " + ".join(plain(part) for part in parts)
        work.find(
            "source_identity_violated",
            payable.path,
            f"instalments {sum_text} = {plain(together)}",
            f"各期 {sum_text} = {plain(together)}",
            stated=plain(stated),
            computed=plain(together),
        )


def _due(work: Work, root: Node) -> str | None:
    """Return the day on which all is due: of the document, else the one day that all means of payment name."""
    due, means = days_of_payment(root)
    days = {node.path: stated_day(work, node) for node in ([due] if due is not None else means)}
    if due is not None:
        work.came("Receivable.dueDate", due.path, due.text, days[due.path])
        for node in means:
            day, _ = day_of(node.text)
            relation = Relation.EXACT if day == days[due.path] else Relation.CONTRADICTORY
            note = Text("the due date of the document stands", "以文档的到期日为准")
            work.came("Receivable.dueDate", node.path, node.text, days[due.path], relation=relation, note=note)
        return days[due.path]
    distinct = {day for day in days.values() if day is not None}
    if len(distinct) > 1:
        listed = ", ".join(sorted(distinct))
        work.refuse("due_date_missing", means[0].path, f"several days: {listed}", f"多个日期：{listed}", stated=listed)
        return None
    if not distinct:
        work.partial("due_date_missing", root.path)
        return None
    day = distinct.pop()
    for node in means:
        work.find("due_date_from_payment_means", node.path, stated=node.text)
        work.came("Receivable.dueDate", node.path, node.text, day)
    return day


def _receivable(work: Work, common: Tree, instalment: _Instalment) -> Tree:
    draft = dict(common)
    draft["instalmentSeq"] = instalment.seq
    if instalment.amount is not None:
        draft["instalmentAmount"] = instalment.amount
    if instalment.due is not None:
        draft["dueDate"] = instalment.due
        if "issueDate" in draft and instalment.due <= draft["issueDate"]:
            en, zh = "the due date is not after the issue date", "到期日不晚于开票日"
            work.find("period_reversed", work.path, en, zh, stated=instalment.due, computed=f"> {draft['issueDate']}")
    face = instalment.amount or draft.get("documentPayable")
    if face is not None:
        draft["faceValue"] = face
        work.computed("Receivable.faceValue", face["amount"])
        if Decimal(face["amount"]) <= 0:
            work.missing.append("Receivable.faceValue")
            draft.pop("faceValue")
    key = unique_key(draft)
    if key is not None:
        draft["uniquenessKey"] = key
        work.computed("Receivable.uniquenessKey", key)
    number = draft.get("invoiceNumber", "")
    return work.complete(draft, number if instalment.amount is None else f"{number}#{instalment.seq}")


def unique_key(draft: Tree) -> str | None:
    """Return the uniqueness key of a receivable as far as its parts are known, None where one lacks."""
    identifier = draft.get("sellerIdentifier")
    if identifier is None or not {"invoiceNumber", "issueDate", "documentPayable"} <= draft.keys():
        return None
    return key_of(
        (
            f"{identifier['scheme']}:{identifier['identifierValue']}",
            normalised(draft["invoiceNumber"]),
            draft["issueDate"],
            draft["documentPayable"]["currency"],
            str(draft["instalmentSeq"]),
        )
    )
