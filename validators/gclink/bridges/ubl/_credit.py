"""A credit note: never a receivable of its own, it lowers the known receivable whose invoice it names."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from gclink.bridges._lexical import EXACT, plain, total
from gclink.bridges._nodes import Node
from gclink.bridges._work import Tree, Work, known_of
from gclink.bridges.ubl._amounts import TOTALS
from gclink.bridges.ubl._checks import check_amounts, check_currency
from gclink.bridges.ubl._lines import goods_lines
from gclink.bridges.ubl._money import Money
from gclink.bridges.ubl._party import party_of
from gclink.canonical import digest

__all__ = ["import_credit_note"]

_THEIRS = "CreditNote/cac:LegalMonetaryTotal/cbc:PayableAmount"
#: What a new version of a receivable does not take over from the one before: its identity is its own.
_OWN = frozenset({"id", "issuedAt", "supersedes", "faceValue", "creditNoteTotal"})


def import_credit_note(work: Work, root: Node) -> None:
    """Draft the next version of the receivable that a credit note names, where it is known."""
    money = Money(work, check_currency(work, root))
    check_amounts(work, root)
    probe = Work(work.table, work.options)
    seller = party_of(probe, root.first("AccountingSupplierParty"), "seller", "Receivable.seller")
    work.findings += [finding for finding in probe.findings if finding not in work.findings]
    _check_buyer(work, root)
    _check_prepaid(work, root)
    goods_lines(work, root, money, write=False)
    payable = root.first(f"{TOTALS}/PayableAmount")
    amount = money.of(payable)
    if payable is None or amount is None:
        work.partial("totals_missing", root.path, "no payable amount", "没有应付金额")
        return
    if amount["amount"].startswith("-"):
        work.refuse(
            "sign_wrong", payable.path, "credit notes carry positive amounts", "贷记单金额为正", stated=payable.text
        )
        return
    numbers = _references(work, root)
    if not numbers:
        work.partial("credit_note_reference_missing", root.path)
    if len(numbers) != 1:
        if numbers:
            listed = ", ".join(node.text for node in numbers)
            work.partial(
                "credit_note_reference_missing", numbers[0].path, f"several invoices: {listed}", f"多张发票：{listed}"
            )
        work.missing.append("Receivable.creditNoteTotal")
        return
    _lower(work, numbers[0], seller.ref, payable, amount)


def _references(work: Work, root: Node) -> list[Node]:
    own = root.value("ID")
    found = {node.text: node for node in root.all("BillingReference/InvoiceDocumentReference/ID") if node.text}
    for number, node in found.items():
        if number == own:
            work.find(
                "self_reference",
                node.path,
                "the credit note has the number of its invoice",
                "贷记单与其发票号码相同",
                stated=own,
            )
    return list(found.values())


def _check_buyer(work: Work, root: Node) -> None:
    probe = Work(work.table, work.options)
    party_of(probe, root.first("AccountingCustomerParty"), "obligor", "Receivable.obligor")
    work.findings += [finding for finding in probe.findings if finding not in work.findings]


def _check_prepaid(work: Work, root: Node) -> None:
    node = root.first(f"{TOTALS}/PrepaidAmount")
    if node is not None and node.text.strip("0.+-"):
        work.find("prepaid_present", node.path, stated=node.text)


def _lower(work: Work, number: Node, seller: str | None, payable: Node, amount: Tree) -> None:
    before = _receivable(work, number.text, seller, amount["currency"])
    if before is None:
        work.drafts.append({"type": "Receivable", "invoiceNumber": number.text, "creditNoteTotal": amount})
        work.missing.append("Receivable.supersedes")
        return
    credits = total((Decimal(before.get("creditNoteTotal", {}).get("amount", "0")), Decimal(amount["amount"])))
    gross = Decimal((before.get("instalmentAmount") or before["documentPayable"])["amount"])
    face = EXACT.subtract(gross, credits)
    work.came("Receivable.creditNoteTotal", payable.path, payable.text, plain(credits), theirs=_THEIRS)
    draft: Tree = {name: value for name, value in before.items() if name not in _OWN}
    draft["creditNoteTotal"] = {"type": "Money", "amount": plain(credits), "currency": amount["currency"]}
    draft["faceValue"] = {"type": "Money", "amount": plain(face), "currency": amount["currency"]}
    draft["supersedes"] = {"type": "DocumentReference", "target": before["id"], "digest": digest(dict(before))}
    if face <= 0:
        draft.pop("faceValue")  # nothing is left to finance
    work.drafts.append(work.complete(draft, number.text))


def _receivable(work: Work, number: str, seller: str | None, currency: str) -> Mapping[str, Any] | None:
    """Return the newest known version of the one receivable of an invoice, None for none or for instalments."""
    found = [
        tree
        for tree in known_of(work.options, "Receivable")
        if tree.get("invoiceNumber") == number
        and tree.get("seller") == seller
        and tree.get("documentPayable", {}).get("currency") == currency
    ]
    replaced = {tree.get("supersedes", {}).get("target") for tree in found}
    newest = [tree for tree in found if tree.get("id") not in replaced]
    return newest[0] if len(newest) == 1 else None
