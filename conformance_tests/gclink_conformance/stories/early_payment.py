"""A buyer pays its invoice 85 days early from its own money, for less: approved, paid and settled on one day."""

from __future__ import annotations

from gclink_conformance.bases._make import SELLER, Tree, document, iri, money, run
from gclink_conformance.bases.finance import goods_line, key, pricing
from gclink_conformance.stories._lending import events, goods, item, parties

_FACE, _DAY = money("1200000"), "2026-06-25"


def documents() -> dict[str, Tree]:
    """Return the documents by name."""
    return {
        **parties("cooperative", "supermarket"),
        **goods(("A", "10000")),
        "programme": _programme(),
        "receivable": _receivable(),
        "transaction": _transaction(),
        **events(
            "receivables/LZ-5", "receivable", "issued",
            ("approved", f"{_DAY}T01:00:00Z", "supermarket", "obligor"),
            ("settled", f"{_DAY}T03:00:00Z", "supermarket", "obligor"),
        ),
        **events(
            "transactions/early", "transaction", "requested",
            ("accepted", f"{_DAY}T02:00:00Z", "supermarket", "financier"),
            ("funded", f"{_DAY}T03:00:00Z", "supermarket", "financier"),
            ("settled", f"{_DAY}T03:00:00Z", "supermarket", "financier"),
        ),
    }  # fmt: skip


def _programme() -> Tree:
    return document(
        "Programme", "programmes/early", "parties/supermarket", "2026-01-15",
        name={"en": "Early payment for less", "zh": "提前付款折扣计划"}, technique="dynamic_discounting",
        techniqueListVersion="2021", owner=iri("parties/supermarket"), ledBy="buyer", governingLaw="CN",
        validFrom="2026-02-01", graceDays=0, state="open",
    )  # fmt: skip


def _receivable() -> Tree:
    return document(
        "Receivable", "receivables/LZ-5", "parties/cooperative", "2026-06-20", seller=iri("parties/cooperative"),
        sellerIdentifier=SELLER, obligor=iri("parties/supermarket"), faceValue=_FACE, state="issued",
        uniquenessKey=key(SELLER, invoiceNumber="LZ-5", issueDate="2026-06-20", currency="CNY", instalmentSeq=1),
        sourceDocument={"type": "SourceDocument", "format": "cn_e_invoice", "number": "LZ-5"},
        goodsLines=[goods_line("1", "lots/A", "10000", "120", "1200000", "products/litchi")], invoiceNumber="LZ-5",
        issueDate="2026-06-20", dueDate="2026-09-18", instalmentSeq=1, documentPayable=_FACE,
        taxInclusiveAmount=_FACE, lineNetTotal=_FACE,
    )  # fmt: skip


def _transaction() -> Tree:
    dates = {"payDate": _DAY, "dueDate": "2026-09-18"}
    deal = run("dynamic_discount", {"faceAmount": "1200000", "currency": "CNY", "apr": "0.06", **dates})
    return document(
        "FinancingTransaction", "transactions/early", "parties/supermarket", _DAY, programme=iri("programmes/early"),
        technique="dynamic_discounting", financier=iri("parties/supermarket"), seller=iri("parties/cooperative"),
        beneficiary=iri("parties/cooperative"), obligor=iri("parties/supermarket"), requestedAmount=_FACE,
        requestedOn=_DAY, items=[item("receivables/LZ-5", "receivable", _FACE, _FACE, dueDate="2026-09-18")],
        advanceRate="1", financedAmount=_FACE, valueDate=_DAY, maturityDate="2026-09-18",
        pricing=pricing("0.06", 0, 0, "ACT/365.FIXED", "apr_early_payment"),
        discountAmount=money(str(deal["discountAmount"])), feeTotal=money("0"),
        netProceeds=money(str(deal["netProceeds"])), recourse="none", disclosure="disclosed", assignmentKind="none",
        financeLabel="none", state="requested",
    )  # fmt: skip
