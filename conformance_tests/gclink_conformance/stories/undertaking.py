"""A buyer in the Union promises to pay without conditions, and a bank pays the seller early on that promise."""

from __future__ import annotations

from gclink_conformance.bases._make import SELLER, Tree, document, identifier, iri, money, run
from gclink_conformance.bases.finance import key, pricing
from gclink_conformance.stories._lending import events, item, parties, payment

_FACE = money("150000", "EUR")
_BUYER = identifier("lei", "9999GCLCHEFEU0000096")


def documents() -> dict[str, Tree]:
    """Return the documents by name."""
    return {
        **parties("cooperative", "importer", "bank"),
        "programme": _programme(),
        "facility": _facility(),
        "undertaking": _undertaking(),
        "transaction": _transaction(),
        "settlement": payment("eu", "eu", "obligor_payment", ("importer", "bank"), "2026-08-19",
                              principal="150000", currency="EUR"),
        **events(
            "undertakings/U-1", "undertaking", "issued",
            ("financed", "2026-06-25T03:00:00Z", "bank", "financier"),
            ("honoured", "2026-08-19T08:00:00Z", "importer", "issuer"),
        ),
        **events(
            "transactions/eu", "transaction", "requested",
            ("accepted", "2026-06-24T06:00:00Z", "bank", "financier"),
            ("funded", "2026-06-25T03:00:00Z", "bank", "financier"),
            ("settled", "2026-08-19T09:00:00Z", "bank", "financier"),
        ),
    }  # fmt: skip


def _programme() -> Tree:
    return document(
        "Programme", "programmes/eu", "parties/importer", "2026-01-15",
        name={"en": "Payment undertakings of the importer", "zh": "进口商付款承诺计划"},
        technique="corporate_payment_undertaking", techniqueListVersion="2021", owner=iri("parties/importer"),
        ledBy="buyer", governingLaw="DE", profiles=["eu"], validFrom="2026-02-01", graceDays=0, state="open",
    )  # fmt: skip


def _facility() -> Tree:
    return document(
        "Facility", "facilities/eu", "parties/bank", "2026-02-01", programme=iri("programmes/eu"),
        lenders=[{"type": "LenderShare", "lender": iri("parties/bank"), "share": "1"}],
        borrower=iri("parties/cooperative"), commitment="committed", revolving=True, limit=money("150000", "EUR"),
        subLimits=[{"type": "SubLimit", "obligor": iri("parties/importer"), "limit": money("150000", "EUR")}],
        availableFrom="2026-02-01", maturityDate="2027-01-31", state="available",
    )  # fmt: skip


def _undertaking() -> Tree:
    return document(
        "Undertaking", "undertakings/U-1", "parties/importer", "2026-06-25", seller=iri("parties/cooperative"),
        sellerIdentifier=SELLER, obligor=iri("parties/importer"), faceValue=_FACE, state="issued",
        uniquenessKey=key(_BUYER, assetClass="Undertaking", undertakingNumber="U-1"),
        sourceDocument={"type": "SourceDocument", "format": "other", "number": "U-1"}, undertakingNumber="U-1",
        undertakingIssuer=iri("parties/importer"), keyIdentifier=_BUYER, beneficiary=iri("parties/cooperative"),
        irrevocable=True, conditional=False, dueDate="2026-08-19", expiryDate="2026-08-31",
    )  # fmt: skip


def _transaction() -> Tree:
    """150,000.00 EUR for 55 days at 0.0340: 779.17 less."""
    terms = pricing("0.0205", 135, 0, "ACT/360", "advance_discount")
    dates = {"valueDate": "2026-06-25", "maturityDate": "2026-08-19"}
    deal = run(
        "advance_discount",
        {"financedAmount": "150000", "currency": "EUR", "allInRate": terms["allInRate"], "dayCount": "ACT/360",
         "feeTotal": "0", **dates},
    )  # fmt: skip
    return document(
        "FinancingTransaction", "transactions/eu", "parties/bank", "2026-06-24", programme=iri("programmes/eu"),
        technique="corporate_payment_undertaking", facility=iri("facilities/eu"), financier=iri("parties/bank"),
        seller=iri("parties/cooperative"), beneficiary=iri("parties/cooperative"), obligor=iri("parties/importer"),
        requestedAmount=_FACE, requestedOn="2026-06-24",
        items=[item("undertakings/U-1", "undertaking", _FACE, _FACE, dueDate="2026-08-19")], advanceRate="1",
        financedAmount=_FACE, **dates, pricing=terms, discountAmount=money(str(deal["discountAmount"]), "EUR"),
        feeTotal=money("0", "EUR"), netProceeds=money(str(deal["netProceeds"]), "EUR"), recourse="none",
        disclosure="disclosed", assignmentKind="none", financeLabel="none", state="requested",
    )  # fmt: skip
