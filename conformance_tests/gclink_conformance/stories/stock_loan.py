"""A loan against litchi in a cold store: two lots, a pledged receipt, interest afterwards, and a step in between."""

from __future__ import annotations

from typing import Any

from gclink_conformance.bases import terms
from gclink_conformance.bases._make import Tree, checked, cite, document, identifier, iri, money, quantity, run
from gclink_conformance.bases.finance import key, pricing
from gclink_conformance.stories._lending import control, deed, events, goods, item, parties, payment

_FACE, _LENT = money("900000"), money("540000")
#: From, until, balance and rate of each period; from August no data costs 10 basis points.
_PERIODS = (
    ("2026-07-01", "2026-08-01", "540000", "0.045"),
    ("2026-08-01", "2026-08-15", "540000", "0.046"),
    ("2026-08-15", "2026-09-29", "340000", "0.046"),
)


def documents() -> dict[str, Tree]:
    """Return the documents by name."""
    stock = {"type": "DocumentReference", "target": iri("terms/stock"), "digest": ""}
    return {
        **parties("cooperative", "bank", "warehouse"),
        **goods(("C-1", "5000"), ("C-2", "2500")),
        "programme": _programme(),
        "terms": _terms(),
        "facility": _facility(stock),
        "inventory": _inventory(),
        "record": _record(),
        "assignment": deed("stock", "pledge", "bank", "inventories/WR-77", _FACE, "2026-06-30"),
        "transaction": _transaction(),
        "adjustment": _adjustment(stock),
        "settlement-1": _back("stock-1", "2026-08-15", "200000", _PERIODS[:2]),
        "settlement-2": _back("stock-2", "2026-09-29", "340000", _PERIODS[2:]),
        **events(
            "transactions/stock", "transaction", "requested",
            ("accepted", "2026-06-30T06:00:00Z", "bank", "financier"),
            ("funded", "2026-07-01T03:00:00Z", "bank", "financier"),
            ("part_settled", "2026-08-15T09:00:00Z", "bank", "financier"),
            ("settled", "2026-09-29T09:00:00Z", "bank", "financier"),
        ),
        **events(
            "inventories/WR-77", "inventory", "stored",
            ("pledged", "2026-07-01T03:00:00Z", "bank", "financier"),
            ("released", "2026-09-29T09:30:00Z", "bank", "financier"),
        ),
    }  # fmt: skip


def _programme() -> Tree:
    return document(
        "Programme", "programmes/stock", "parties/bank", "2026-01-15",
        name={"en": "Loans against stock", "zh": "存货质押融资计划"}, technique="loan_against_inventory",
        techniqueListVersion="2016", owner=iri("parties/bank"), ledBy="financier", governingLaw="CN", profiles=["cn"],
        validFrom="2026-02-01", graceDays=3, valuationMaxAgeDays=20, state="open",
    )  # fmt: skip


def _terms() -> Tree:
    tree = terms.documents()["terms"]
    tree.update(id=iri("terms/stock"), programme=iri("programmes/stock"))
    return tree


def _facility(agreed: Tree) -> Tree:
    return document(
        "Facility", "facilities/stock", "parties/bank", "2026-02-01", programme=iri("programmes/stock"),
        lenders=[{"type": "LenderShare", "lender": iri("parties/bank"), "share": "1"}],
        borrower=iri("parties/cooperative"), commitment="uncommitted", revolving=False, limit=money("600000"),
        subLimits=[{"type": "SubLimit", "product": iri("products/litchi"), "limit": money("550000")}],
        availableFrom="2026-07-01", maturityDate="2026-12-31", sustainabilityTerms=agreed, state="available",
    )  # fmt: skip


def _inventory() -> Tree:
    holder = checked("gln", "690123400009")
    lots = (("C-1", "5000"), ("C-2", "2500"))
    seller = identifier("uscc", "93440900MA5LTCH04R")
    return document(
        "Inventory", "inventories/WR-77", "parties/warehouse", "2026-06-29", seller=iri("parties/cooperative"),
        sellerIdentifier=seller, faceValue=_FACE,
        uniquenessKey=key(holder, assetClass="Inventory", receiptNumber="WR-77"),
        sourceDocument={"type": "SourceDocument", "format": "warehouse_receipt", "number": "WR-77"}, state="stored",
        lots=[
            {"type": "InventoryLot", "lot": iri(f"lots/{name}"), "quantity": quantity(amount, "kg")}
            for name, amount in lots
        ],
        location=identifier("registry_id", "WH-3"), warehouse=iri("parties/warehouse"), receiptNumber="WR-77",
        keyIdentifier=holder, transferableRecord=iri("records/WR-77"),
        valuation={
            "type": "GoodsValuation", "valuationAmount": _FACE, "valuedOn": "2026-06-11",
            "valuationMethod": "market_price",
        },
    )  # fmt: skip


def _record() -> Tree:
    return document(
        "TransferableRecord", "records/WR-77", "parties/warehouse", "2026-07-01", recordType="warehouse_receipt",
        evidencedAsset=iri("inventories/WR-77"), recordAmount=_FACE, reliableSystem="https://receipts.example.org",
        legalBasis="Rules of the warehouse register 2026", controller=iri("parties/bank"), state="pledged",
        controlHistory=[
            control(1, (None, "cooperative"), "2026-06-29T02:00:00Z", _FACE),
            control(2, ("cooperative", "bank"), "2026-07-01T01:00:00Z", _FACE),
        ],
    )  # fmt: skip


def _transaction() -> Tree:
    return document(
        "FinancingTransaction", "transactions/stock", "parties/bank", "2026-06-30", programme=iri("programmes/stock"),
        technique="loan_against_inventory", facility=iri("facilities/stock"), financier=iri("parties/bank"),
        seller=iri("parties/cooperative"), beneficiary=iri("parties/cooperative"), requestedAmount=_LENT,
        requestedOn="2026-06-30", advanceRate="0.6", financedAmount=_LENT, valueDate="2026-07-01",
        items=[item("inventories/WR-77", "inventory", _FACE, _LENT, transferableRecord=iri("records/WR-77"))],
        maturityDate="2026-09-29", pricing=pricing("0.03", 150, 0, "ACT/360", "interest_in_arrears"),
        feeTotal=money("0"), netProceeds=_LENT, recourse="full", disclosure="disclosed", assignmentKind="pledge",
        assignment=cite("assignments/stock"), financeLabel="none", state="requested",
    )  # fmt: skip


def _adjustment(agreed: Tree) -> Tree:
    return document(
        "MarginAdjustment", "adjustments/stock", "parties/bank", "2026-07-28", terms=agreed,
        appliesTo=iri("facilities/stock"), adjustmentBasis="no_data", adjustmentBp=10, effectiveFrom="2026-08-01",
        effectiveTo="2026-12-31", state="applied",
    )  # fmt: skip


def _back(name: str, day: str, principal: str, spans: tuple[tuple[str, str, str, str], ...]) -> Tree:
    members: list[dict[str, Any]] = [
        {"position": place, "from": start, "until": until, "balance": balance, "rate": rate}
        for place, (start, until, balance, rate) in enumerate(spans, 1)
    ]
    due = run("interest_in_arrears", {"currency": "CNY", "dayCount": "ACT/360", "interestPeriods": members})
    periods = [
        {
            "type": "InterestPeriod", "position": place, "fromDate": start, "untilDate": until,
            "principalBalance": money(balance), "rate": rate,
        }
        for place, (start, until, balance, rate) in enumerate(spans, 1)
    ]  # fmt: skip
    parts = {"principal": principal, "interest": str(due["interestPart"]), "interestPeriods": periods}
    return payment(name, "stock", "repayment", ("cooperative", "bank"), day, **parts)
