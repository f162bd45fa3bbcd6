"""Payment messages: no document comes of them; their sums are checked and their references compared."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from gclink._text import Text
from gclink.bridges._lexical import decimal_of, plain, total
from gclink.bridges._nodes import Node
from gclink.bridges._report import Relation
from gclink.bridges._work import Work, known_of
from gclink.bridges.iso20022._message import NAMESPACE

__all__ = ["read_payment"]

#: The messages that are read, by the beginning of their international name.
_LISTED: Final = ("pain.001.001.", "camt.054.001.")


def read_payment(work: Work, root: Node) -> None:
    """Refuse what is not read or not listed; check the sums of a payment, and compare its references."""
    name = root.namespace.removeprefix(NAMESPACE)
    listed = root.namespace.startswith(NAMESPACE) and name.startswith(_LISTED)
    if not listed:
        named = root.namespace or "-"
        code = "out_of_scope" if root.namespace.startswith(NAMESPACE) else "version_unsupported"
        work.refuse(code, root.path, named, named, stated=named)
    _check_sums(work, root)
    if listed:
        _references(work, root)
        work.sweep(root)
        work.partial(
            "out_of_scope", root.path, "a payment message gives no document", "付款报文不产生文档", stated=name
        )


def _check_sums(work: Work, root: Node) -> None:
    for group in root.all("CstmrCdtTrfInitn"):
        payments = group.all("PmtInf/CdtTrfTxInf")
        count, control = group.first("GrpHdr/NbOfTxs"), group.first("GrpHdr/CtrlSum")
        if count is not None and count.text.isdigit() and int(count.text) != len(payments):
            work.violated(count.path, f"{len(payments)} payments", count.text, len(payments))
        if control is None:
            continue
        values = [value for payment in payments for value in _amounts(payment)]
        stated, together = decimal_of(control.text), total(values)
        if stated is not None and stated != together:
            shown = f"{' + '.join(plain(value) for value in values)} = {plain(together)}"
            work.violated(control.path, shown, plain(stated), plain(together))


def _amounts(payment: Node) -> Iterator[Decimal]:
    for path in ("Amt/InstdAmt", "Amt/EqvtAmt/Amt"):
        for node in payment.all(path):
            value = decimal_of(node.text)
            if value is not None:
                yield value


def _references(work: Work, root: Node) -> None:
    """Say which end-to-end references are those of known transactions."""
    refs = {tree.get("paymentRef"): tree for tree in known_of(work.options, "FinancingTransaction")}
    for node in root.walk():
        if node.name != "EndToEndId" or not node.text:
            continue
        tree = refs.get(node.text)
        if tree is None:
            note = Text("no known transaction has this reference", "没有已知交易具有该参考号")
            work.came("FinancingTransaction.paymentRef", node.path, node.text, relation=Relation.LOST, note=note)
        else:
            work.came("FinancingTransaction.paymentRef", node.path, node.text, tree["id"])
