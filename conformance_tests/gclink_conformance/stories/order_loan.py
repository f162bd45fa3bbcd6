"""A loan on an order before the goods are shipped: accepted by the seller, lent, and paid back with interest."""

from __future__ import annotations

from gclink_conformance.bases._make import SELLER, Tree, document, iri, money, run
from gclink_conformance.bases.finance import goods_line, key, pricing
from gclink_conformance.stories._lending import events, goods, item, parties, payment

_FACE, _LENT = money("1200000"), money("360000")


def documents() -> dict[str, Tree]:
    """Return the documents by name."""
    return {
        **parties("cooperative", "supermarket", "bank"),
        **goods(("A", "10000")),
        "programme": _programme(),
        "facility": _facility(),
        "order": _order(),
        "transaction": _transaction(),
        "settlement": _settlement(),
        **events(
            "orders/88", "purchase_order", "issued",
            ("accepted", "2026-05-08T02:00:00Z", "cooperative", "seller"),
            ("financed", "2026-05-11T03:00:00Z", "bank", "financier"),
            ("fulfilled", "2026-06-25T08:00:00Z", "cooperative", "seller"),
        ),
        **events(
            "transactions/order", "transaction", "requested",
            ("accepted", "2026-05-09T06:00:00Z", "bank", "financier"),
            ("funded", "2026-05-11T03:00:00Z", "bank", "financier"),
            ("settled", "2026-06-25T09:00:00Z", "bank", "financier"),
        ),
    }  # fmt: skip


def _programme() -> Tree:
    return document(
        "Programme", "programmes/order", "parties/bank", "2026-01-15",
        name={"en": "Loans on orders", "zh": "订单融资计划"}, technique="pre_shipment_finance",
        techniqueListVersion="2016", owner=iri("parties/bank"), ledBy="financier", governingLaw="CN",
        validFrom="2026-02-01", graceDays=0, state="open",
    )  # fmt: skip


def _facility() -> Tree:
    return document(
        "Facility", "facilities/order", "parties/bank", "2026-02-01", programme=iri("programmes/order"),
        lenders=[{"type": "LenderShare", "lender": iri("parties/bank"), "share": "1"}],
        borrower=iri("parties/cooperative"), commitment="uncommitted", revolving=True, limit=money("500000"),
        availableFrom="2026-02-01", maturityDate="2027-01-31", state="available",
    )  # fmt: skip


def _order() -> Tree:
    return document(
        "PurchaseOrder", "orders/88", "parties/supermarket", "2026-05-06", seller=iri("parties/cooperative"),
        sellerIdentifier=SELLER, obligor=iri("parties/supermarket"), faceValue=_FACE, state="issued",
        uniquenessKey=key(SELLER, assetClass="PurchaseOrder", orderNumber="PO-88", orderDate="2026-05-06",
                          currency="CNY"),
        sourceDocument={"type": "SourceDocument", "format": "ubl_order", "number": "PO-88"},
        goodsLines=[goods_line("1", "lots/A", "10000", "120", "1200000", "products/litchi")], orderNumber="PO-88",
        orderDate="2026-05-06", deliveryDate="2026-06-18", acceptedBySellerAt="2026-05-08T02:00:00Z",
        lineNetTotal=_FACE,
    )  # fmt: skip


def _transaction() -> Tree:
    return document(
        "FinancingTransaction", "transactions/order", "parties/bank", "2026-05-09", programme=iri("programmes/order"),
        technique="pre_shipment_finance", facility=iri("facilities/order"), financier=iri("parties/bank"),
        seller=iri("parties/cooperative"), beneficiary=iri("parties/cooperative"), obligor=iri("parties/supermarket"),
        requestedAmount=_LENT, requestedOn="2026-05-09", items=[item("orders/88", "purchase_order", _FACE, _LENT)],
        advanceRate="0.3", financedAmount=_LENT, valueDate="2026-05-11", maturityDate="2026-06-30",
        pricing=pricing("0.03", 180, 0, "ACT/360", "interest_in_arrears"), feeTotal=money("0"), netProceeds=_LENT,
        recourse="full", disclosure="undisclosed", assignmentKind="none", financeLabel="none", state="requested",
    )  # fmt: skip


def _settlement() -> Tree:
    """360,000.00 for 45 days at 0.048: 2,160.00."""
    span = {"position": 1, "from": "2026-05-11", "until": "2026-06-25", "balance": "360000", "rate": "0.048"}
    due = run("interest_in_arrears", {"currency": "CNY", "dayCount": "ACT/360", "interestPeriods": [span]})
    period = {
        "type": "InterestPeriod", "position": 1, "fromDate": span["from"], "untilDate": span["until"],
        "principalBalance": _LENT, "rate": span["rate"],
    }  # fmt: skip
    parts = {"principal": "360000", "interest": str(due["interestPart"]), "interestPeriods": [period]}
    return payment("order", "order", "repayment", ("cooperative", "bank"), "2026-06-25", **parts)
