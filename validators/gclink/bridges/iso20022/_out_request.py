"""A FinancingTransaction as tsin.001, with the receivables that it brings in."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from gclink.bridges._lexical import EXACT, plain, total
from gclink.bridges._registry import Exported
from gclink.bridges._report import Relation
from gclink.bridges.iso20022._out import Out, Tree

__all__ = ["write_request", "write_totals"]

_T = "FinancingTransaction."


def write_request(out: Out) -> Exported:
    """Write the message."""
    tree = out.one("FinancingTransaction")
    if tree is None:
        return out.exported()
    body = out.group(out.root, "InvcFincgReq")
    assets = [(item, out.known.by_id(item["asset"]["target"], "Receivable")) for item in tree["items"]]
    receivables = [(item, asset) for item, asset in assets if asset is not None]
    if len(receivables) < len(assets):
        out.work.missing.append(f"{_T}items")
    _group(out, body, tree, [asset for _, asset in receivables])
    by_invoice: dict[tuple[str, str], list[tuple[Tree, Tree]]] = {}
    for item, asset in receivables:
        by_invoice.setdefault((asset["invoiceNumber"], asset["issueDate"]), []).append((item, asset))
    for entries in by_invoice.values():
        _request(out, body, tree, entries, alone=len(by_invoice) == 1)
    out.lost(tree)
    return out.exported()


def _group(out: Out, body: Any, tree: Tree, assets: list[Tree]) -> None:
    group = out.group(body, "ReqGrpInf")
    out.identifier(group, "GrpId", tree["id"], f"{_T}id")
    out.text(group, "CreDtTm", tree["issuedAt"])
    out.went(f"{_T}issuedAt", tree["issuedAt"])
    same = tree["requestedOn"] == tree["issuedAt"][:10]
    out.went(f"{_T}requestedOn", tree["requestedOn"], relation=None if same else Relation.LOST)
    invoices = {(asset["invoiceNumber"], asset["issueDate"]): asset for asset in assets}
    out.text(group, "NbOfInvcReqs", str(len(invoices)))
    currencies = {asset["documentPayable"]["currency"] for asset in invoices.values()}
    if len(currencies) == 1:
        (currency,) = currencies
        together = total(Decimal(asset["documentPayable"]["amount"]) for asset in invoices.values())
        out.amount(group, "TtlBlkInvcAmt", {"amount": plain(together), "currency": currency})
    out.text(group, "Ccy", tree["requestedAmount"]["currency"])
    out.went("Money.currency", tree["requestedAmount"]["currency"])
    requester = out.party(tree["beneficiary"], f"{_T}beneficiary")
    party = out.group(group, "FincgRqstr/PtyId")
    out.limited(party, "Nm", out.name_of(requester), 70, "Party.name")
    _own(out, party, requester)
    bic = out.of_scheme(requester, "bic")
    if bic is not None:
        out.text(party, "BEI", bic)
    agent = out.party(tree["financier"], f"{_T}financier")
    element = out.group(group, "FrstAgt")
    _own(out, element, agent)
    bic = out.of_scheme(agent, "bic")
    if bic is not None:
        out.text(element, "BIC", bic)


def _own(out: Out, parent: Any, party: Tree) -> None:
    own = out.proprietary(party)
    if own is not None:
        entry = out.group(parent, "PrtryId")
        out.text(entry, "Id", own[0])
        out.text(entry, "IdTp", own[1])


def _request(out: Out, body: Any, tree: Tree, entries: list[tuple[Tree, Tree]], *, alone: bool) -> None:
    asset = entries[0][1]
    element = out.group(body, "InvcReqInf")
    general = out.group(element, "InvcGnlInf")
    out.text(general, "DocTp", "CINV")
    out.text(general, "DocNb", out.number(asset["invoiceNumber"]))
    out.went("Receivable.invoiceNumber", asset["invoiceNumber"])
    out.text(general, "IsseDt", asset["issueDate"])
    out.went("Receivable.issueDate", asset["issueDate"])
    last = max(part["dueDate"] for _, part in entries)
    write_totals(out, element, "InvcTtlsInf", asset, last, "InvcReqInf/InvcTtlsInf")
    if "creditNoteTotal" in asset:
        out.amount(element, "CdtDbtNoteAmt", asset["creditNoteTotal"])
        out.went("Receivable.creditNoteTotal", asset["creditNoteTotal"]["amount"])
    for _, part in entries:
        if "instalmentAmount" in part:
            share = out.group(element, "InstlmtInf")
            out.text(share, "SeqId", str(part["instalmentSeq"]))
            out.text(share, "PmtDueDt", part["dueDate"])
            out.amount(share, "Amt", part["instalmentAmount"])
            out.went("Receivable.instalmentAmount", part["instalmentAmount"]["amount"])
    _asked(out, element, tree, entries, alone=alone)
    out.organisation(out.group(element, "Spplr/PtyId"), out.party(tree["seller"], f"{_T}seller"))
    out.organisation(out.group(element, "Buyr/PtyId"), out.party(tree.get("obligor"), f"{_T}obligor"))
    out.text(element, "InvcPmtInf/PmtMtd", "TRF")
    for item, part in entries:
        out.went(f"{_T}items", item["asset"]["target"], part["invoiceNumber"])


def write_totals(out: Out, parent: Any, path: str, asset: Tree, due: str, row: str) -> None:
    """Write the totals: net lines as taxable amount, the tax, and what lies between that and the payable amount.

    ``row`` is where the table says that they stand.
    """
    totals = out.group(parent, path)
    lacking = [name for name in ("lineNetTotal", "taxInclusiveAmount") if name not in asset]
    if lacking:
        out.work.missing += [f"Receivable.{name}" for name in lacking]
        return
    net, gross, payable = asset["lineNetTotal"], asset["taxInclusiveAmount"], asset["documentPayable"]
    tax = EXACT.subtract(Decimal(gross["amount"]), Decimal(net["amount"]))
    rest = EXACT.subtract(Decimal(payable["amount"]), Decimal(gross["amount"]))
    if tax < 0:  # allowances, which have no place of their own
        rest, tax = EXACT.add(rest, tax), Decimal(0)
    out.amount(totals, "TtlTaxblAmt", net)
    out.amount(totals, "TtlTaxAmt", {**net, "amount": plain(tax)})
    if rest:
        adjustment = out.group(totals, "Adjstmnt")
        out.text(adjustment, "Drctn", "SUBS" if rest < 0 else "ADDD")
        out.amount(adjustment, "Amt", {**net, "amount": plain(abs(rest))})
    out.amount(totals, "TtlInvcAmt", payable)
    out.went("Receivable.documentPayable", payable["amount"], theirs=f"{row}/TtlInvcAmt")
    out.text(totals, "PmtDueDt", due)
    out.went("Receivable.dueDate", due, theirs=f"{row}/PmtDueDt")


def _asked(out: Out, element: Any, tree: Tree, entries: list[tuple[Tree, Tree]], *, alone: bool) -> None:
    """Write what is asked for: the amount where it is clear which invoice it belongs to, else the rate."""
    shares = [item["financedAmount"] for item, _ in entries]
    together = total(Decimal(share["amount"]) for share in shares)
    all_shares = total(Decimal(item["financedAmount"]["amount"]) for item in tree["items"])
    if alone or all_shares == Decimal(tree["requestedAmount"]["amount"]):
        money = tree["requestedAmount"] if alone else {**shares[0], "amount": plain(together)}
        out.amount(element, "ReqdAmt/Amt", money)
        out.went(f"{_T}requestedAmount", tree["requestedAmount"]["amount"], money["amount"])
        out.went(f"{_T}advanceRate", tree["advanceRate"], theirs="InvcReqInf/ReqdAmt/Rate", relation=Relation.LOST)
        return
    written = out.percent(element, "ReqdAmt/Rate", tree["advanceRate"])
    out.went(f"{_T}advanceRate", tree["advanceRate"], written, theirs="InvcReqInf/ReqdAmt/Rate")
    out.went(f"{_T}requestedAmount", tree["requestedAmount"]["amount"], relation=Relation.LOST)
