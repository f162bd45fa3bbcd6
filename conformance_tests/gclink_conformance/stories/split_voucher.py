"""One invoice, its voucher split in two, and each part bought by another lender of one facility."""

from __future__ import annotations

from gclink_conformance.bases._make import SELLER, Tree, cite, document, iri, money, run
from gclink_conformance.bases.finance import goods_line, key, pricing
from gclink_conformance.stories._lending import control, deed, events, goods, item, parties

_WHOLE = money("1200000")
#: Lender of each part, its face and what is lent on it.
_PARTS = {"a": ("bank", "800000", "720000"), "b": ("bank-2", "400000", "360000")}


def documents() -> dict[str, Tree]:
    """Return the documents by name."""
    found = {
        **parties("cooperative", "supermarket", "bank", "bank-2", "platform"),
        **goods(("A", "10000")),
        "programme": _programme(),
        "facility": _facility(),
        "receivable": _receivable(),
        "record": _record(),
    }
    for name, (lender, face, lent) in _PARTS.items():
        found[f"record-{name}"] = _part(name, lender, money(face))
        found[f"assignment-{name}"] = deed(name, "sale", lender, "receivables/LZ-9", money(face), "2026-06-24")
        found[f"transaction-{name}"] = _transaction(name, lender, money(face), money(lent))
        found |= events(
            f"transactions/{name}", "transaction", "requested",
            ("accepted", "2026-06-24T06:00:00Z", lender, "financier"),
            ("funded", "2026-06-25T03:00:00Z", lender, "financier"),
        )  # fmt: skip
    return found | events(
        "receivables/LZ-9", "receivable", "issued",
        ("approved", "2026-06-23T07:30:00Z", "supermarket", "obligor"),
        ("offered", "2026-06-24T05:00:00Z", "cooperative", "seller"),
        ("financed", "2026-06-25T03:00:00Z", "bank", "financier"),
    ) | events(
        "records/9", "transferable_record", "issued",
        ("split", "2026-06-24T02:00:00Z", "cooperative", "controller"),
    )  # fmt: skip


def _programme() -> Tree:
    return document(
        "Programme", "programmes/voucher", "parties/supermarket", "2026-01-15",
        name={"en": "Supplier programme with vouchers", "zh": "供应商凭证融资计划"}, technique="payables_finance",
        techniqueListVersion="2016", owner=iri("parties/supermarket"), ledBy="buyer", platform=iri("parties/platform"),
        governingLaw="CN", profiles=["cn"], validFrom="2026-02-01", graceDays=3, state="open",
    )  # fmt: skip


def _facility() -> Tree:
    shares = (("bank", "0.6"), ("bank-2", "0.4"))
    return document(
        "Facility", "facilities/voucher", "parties/bank", "2026-02-01", programme=iri("programmes/voucher"),
        lenders=[{"type": "LenderShare", "lender": iri(f"parties/{n}"), "share": share} for n, share in shares],
        borrower=iri("parties/cooperative"), commitment="committed", revolving=True, limit=money("1080000"),
        availableFrom="2026-02-01", maturityDate="2026-06-25", state="available",
    )  # fmt: skip


def _receivable() -> Tree:
    """The longest term of a voucher that needs no reason: six months to the day."""
    return document(
        "Receivable", "receivables/LZ-9", "parties/platform", "2026-06-23", seller=iri("parties/cooperative"),
        sellerIdentifier=SELLER, obligor=iri("parties/supermarket"), faceValue=_WHOLE, state="issued",
        uniquenessKey=key(SELLER, invoiceNumber="LZ-9", issueDate="2026-06-20", currency="CNY", instalmentSeq=1),
        sourceDocument={"type": "SourceDocument", "format": "cn_e_invoice", "number": "LZ-9"},
        goodsLines=[goods_line("1", "lots/A", "10000", "120", "1200000", "products/litchi")], invoiceNumber="LZ-9",
        issueDate="2026-06-20", dueDate="2026-12-20", instalmentSeq=1, documentPayable=_WHOLE,
        taxInclusiveAmount=_WHOLE, lineNetTotal=_WHOLE,
        approval={
            "type": "ObligorApproval", "approver": iri("parties/supermarket"), "approvedAt": "2026-06-23T07:00:00Z",
            "approvedAmount": _WHOLE, "irrevocable": True,
        },
        transferableRecord=iri("records/9"),
    )  # fmt: skip


def _voucher(name: str, amount: Tree, issued: str, history: list[Tree], state: str) -> Tree:
    return document(
        "TransferableRecord", f"records/{name}", "parties/platform", issued, recordType="receivable_voucher",
        evidencedAsset=iri("receivables/LZ-9"), recordAmount=amount, reliableSystem="https://vouchers.example.org",
        legalBasis="Platform rules 2026", controlHistory=history, controller=history[-1]["transferee"], state=state,
    )  # fmt: skip


def _record() -> Tree:
    return _voucher("9", _WHOLE, "2026-06-20", [control(1, (None, "cooperative"), "2026-06-20T02:00:00Z", _WHOLE)],
                    "issued")  # fmt: skip


def _part(name: str, lender: str, face: Tree) -> Tree:
    history = [
        control(1, (None, "cooperative"), "2026-06-24T02:00:00Z", face),
        control(2, ("cooperative", lender), "2026-06-25T02:00:00Z", face),
    ]
    return {**_voucher(f"9-{name}", face, "2026-06-25", history, "transferred"), "parentRecord": iri("records/9")}


def _transaction(name: str, lender: str, face: Tree, lent: Tree) -> Tree:
    terms = pricing("0.03", 120, 0, "ACT/360", "advance_discount")
    dates = {"valueDate": "2026-06-25", "maturityDate": "2026-12-20"}
    deal = run(
        "advance_discount",
        {"financedAmount": lent["amount"], "currency": "CNY", "allInRate": terms["allInRate"], "dayCount": "ACT/360",
         "feeTotal": "0", **dates},
    )  # fmt: skip
    return document(
        "FinancingTransaction", f"transactions/{name}", f"parties/{lender}", "2026-06-24",
        programme=iri("programmes/voucher"), technique="payables_finance", facility=iri("facilities/voucher"),
        financier=iri(f"parties/{lender}"), seller=iri("parties/cooperative"), beneficiary=iri("parties/cooperative"),
        obligor=iri("parties/supermarket"), requestedAmount=lent, requestedOn="2026-06-24",
        items=[item("receivables/LZ-9", "receivable", face, lent, dueDate="2026-12-20",
                    transferableRecord=iri(f"records/9-{name}"))],
        advanceRate="0.9", financedAmount=lent, **dates, pricing=terms,
        discountAmount=money(str(deal["discountAmount"])), feeTotal=money("0"),
        netProceeds=money(str(deal["netProceeds"])), recourse="none", disclosure="disclosed", assignmentKind="sale",
        assignment=cite(f"assignments/{name}"), financeLabel="none", state="requested",
    )  # fmt: skip
