"""One loan in the place of another: the old one is repaid on the day on which the new one is paid out."""

from __future__ import annotations

from collections.abc import Iterator

from gclink._text import Text
from gclink.bundle._deals import Deal, Held, all_held, deals, payments, repaid
from gclink.bundle._entry import Path
from gclink.bundle._index import Bundle
from gclink.bundle._registry import Hit, procedure
from gclink.bundle._values import Tree, find, follow, once, same, shown


def takes_over(bundle: Bundle, deal: Deal, old: Deal) -> bool:
    """Whether a transaction lists another one and that one's whole principal is repaid for it on its value date."""
    if old.entry.id not in deal.entry.tree.get("refinances", ()):
        return False
    day = deal.start
    paid = any(payment.kind == "refinancing" and payment.day == day for payment in payments(bundle, old.entry.id))
    return paid and repaid(bundle, old.entry.id, day) >= old.financed


def _order_loans(bundle: Bundle) -> dict[str, list[Deal]]:
    """Return the loans on each order by its key, those that run longest first."""
    index: dict[str, list[Deal]] = {}
    for held in all_held(bundle):
        if held.deal.technique == "pre_shipment_finance" and held.asset.type == "PurchaseOrder":
            index.setdefault(held.asset.tree["uniquenessKey"], []).append(held.deal)
    for found in index.values():
        found.sort(key=lambda deal: (deal.end, deal.entry.id), reverse=True)
    return index


@procedure("GCL-LNK-024")
def order_then_receivable(bundle: Bundle) -> Iterator[Hit]:
    """The invoice of a financed order is financed when the loan on the order is repaid, or to repay it."""
    for held in _paid_out(bundle):
        order = follow(bundle, held.asset.tree, "purchaseOrder", "PurchaseOrder")
        if order is None:
            continue
        for loan in bundle.shared(_order_loans).get(order.tree["uniquenessKey"], ()):
            if loan.end <= held.deal.start:
                break
            if loan.holds(held.deal.start) and not takes_over(bundle, held.deal, loan):
                yield _still_open(bundle, held, loan)
                break


def _paid_out(bundle: Bundle) -> Iterator[Held]:
    """Yield the receivables for which money went out."""
    for held in all_held(bundle):
        if held.deal.funded and held.asset.type == "Receivable":
            yield held


def _still_open(bundle: Bundle, held: Held, loan: Deal) -> Hit:
    day = held.deal.start
    wanted = Text(f"{loan.entry.id} repaid on or before {day}", f"{loan.entry.id} 于 {day} 或之前还清")
    found = f"{shown(repaid(bundle, loan.entry.id, day))} / {shown(loan.financed)}, {loan.state}"
    return Hit(held.deal.entry, ("items", held.item, "asset"), wanted, same(found))


@procedure("GCL-LNK-025")
def refinancing(bundle: Bundle) -> Iterator[Hit]:
    """What a transaction refinances is the same seller's, was owed until that day, and is repaid on it for the seller.

    The seller is compared as soon as the transaction is in the bundle; debt and payment once its money went out.
    """
    for entry in once(bundle.of("FinancingTransaction")):
        tree, deal = entry.tree, bundle.shared(deals).get(entry.id)
        if not bundle.in_force(entry):
            continue
        for index, target in enumerate(tree.get("refinances", ())):
            old = find(bundle, target, "FinancingTransaction")
            if old is None:
                continue
            place: Path = ("refinances", index)
            if old.tree["seller"] != tree["seller"]:
                yield Hit(entry, place, same(tree["seller"]), same(old.tree["seller"]))
            elif deal is not None and deal.funded:
                fault = _not_owed(bundle, old.id, tree) or _not_repaid(bundle, old.id, tree)
                if fault is not None:
                    yield Hit(entry, place, *fault)


def _not_owed(bundle: Bundle, old: str, tree: Tree) -> tuple[Text, Text] | None:
    loan, day = bundle.shared(deals).get(old), tree["valueDate"]
    if loan is not None and loan.funded and loan.start < day <= loan.end:
        return None
    wanted = Text(f"owed on the day before {day}", f"{day} 前一日仍有余额")
    return wanted, same(f"{loan.start} - {loan.end}, {loan.state}") if loan is not None else Text("not owed", "无欠款")


def _not_repaid(bundle: Bundle, old: str, tree: Tree) -> tuple[Text, Text] | None:
    day, payers = tree["valueDate"], (tree["financier"], tree["seller"])
    found = [p for p in payments(bundle, old) if p.kind == "refinancing"]
    if any(p.day == day and p.payer in payers for p in found):
        return None
    told = " / ".join(payers)
    wanted = Text(f"a refinancing payment on {day} by {told}", f"{day} 由 {told} 作出的再融资偿还")
    return wanted, same("; ".join(f"{p.day}, {p.payer}" for p in found)) if found else Text("none", "无")
