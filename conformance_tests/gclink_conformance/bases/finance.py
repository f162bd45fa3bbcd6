"""Bases of module finance: the programme, its limits, and what is financed under it."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from gclink_conformance.bases._make import (
    OBLIGOR,
    SELLER,
    Tree,
    checked,
    cite,
    digest,
    document,
    identifier,
    iri,
    money,
    quantity,
    run,
    text,
)


def documents() -> dict[str, Tree]:
    """Return the bases of the module by name."""
    return {
        "programme": _programme(),
        "programme-factoring": _factoring(),
        "facility": _facility(),
        "receivable": receivable(),
        "receivable-instalment": _instalment(),
        "order": _order(),
        "inventory": _inventory(),
        "undertaking": _undertaking(),
    }


def pricing(
    base: str, margin: int, adjustment: int, count: str, method: str, fees: list[Tree] | None = None, **more: str
) -> Tree:
    """Return PricingTerms whose all-in rate follows from base, margin and adjustment."""
    inputs = {"baseRate": base, "marginBp": margin, "adjustmentBp": adjustment, "floorRate": more.get("floorRate")}
    rate = run("all_in_rate", {key: value for key, value in inputs.items() if value is not None})["allInRate"]
    tree: Tree = {
        "type": "PricingTerms",
        "baseRate": {
            "type": "BaseRate",
            "benchmarkName": "CN_LPR_1Y",
            "tenor": "1Y",
            "fixingDate": "2026-06-22",
            "value": base,
        },
        "marginBp": margin,
        "adjustmentBp": adjustment,
        "allInRate": rate,
        "dayCount": count,
        "discountMethod": method,
        "rounding": "half_up",
        **more,
    }
    if fees:
        tree["fees"] = fees
    return tree


def fee(kind: str, amount: str, rate: str | None = None) -> Tree:
    """Return a Fee."""
    return {"type": "Fee", "feeType": kind, "feeAmount": money(amount)} | ({"rate": rate} if rate else {})


def key(scheme: Tree, **parts: Any) -> str:
    """Return the uniqueness key of an asset."""
    found: str = run("uniqueness_key", {"scheme": scheme["scheme"], "value": scheme["identifierValue"], **parts})[
        "uniquenessKey"
    ]
    return found


def _programme() -> Tree:
    return document(
        "Programme",
        "programmes/1",
        "parties/supermarket",
        "2026-01-15",
        name=text("Supplier programme of the supermarket", "超市供应商融资计划"),
        technique="payables_finance",
        techniqueListVersion="2016",
        owner=iri("parties/supermarket"),
        ledBy="buyer",
        platform=iri("parties/platform"),
        governingLaw="CN",
        profiles=["cn"],
        validFrom="2026-02-01",
        validTo="2028-01-31",
        graceDays=3,
        valuationMaxAgeDays=30,
        rateCard=pricing("0.03", 120, 0, "ACT/360", "advance_discount", floorRate="0"),
        state="open",
    )


def _factoring() -> Tree:
    tree = _programme()
    tree.update(
        id=iri("programmes/2"),
        technique="factoring",
        techniqueListVersion="2021",
        ledBy="seller",
        factoring={
            "type": "FactoringFeatures",
            "ledgerService": True,
            "collectionService": True,
            "creditCoverLimit": money("2000000"),
            "correspondentFactor": iri("parties/factor"),
        },
    )
    return tree


def _facility() -> Tree:
    return document(
        "Facility",
        "facilities/1",
        "parties/bank",
        "2026-02-01",
        programme=iri("programmes/1"),
        lenders=[
            {"type": "LenderShare", "lender": iri("parties/bank"), "share": "0.6"},
            {"type": "LenderShare", "lender": iri("parties/bank-2"), "share": "0.4"},
        ],
        borrower=iri("parties/cooperative"),
        commitment="committed",
        revolving=True,
        limit=money("5000000.00"),
        subLimits=[
            {"type": "SubLimit", "obligor": iri("parties/supermarket"), "limit": money("4000000")},
            {"type": "SubLimit", "product": iri("products/smoked"), "limit": money("3000000")},
        ],
        availableFrom="2026-02-01",
        maturityDate="2027-01-31",
        pricing=pricing("0.03", 120, 0, "ACT/360", "advance_discount"),
        sustainabilityTerms=cite("terms/1"),
        state="available",
    )


def goods_line(number: str, lot: str, amount: str, price: str, value: str, product: str = "products/smoked") -> Tree:
    """Return a GoodsLine in kilograms."""
    return {
        "type": "GoodsLine",
        "lineNumber": number,
        "product": iri(product),
        "lot": iri(lot),
        "quantity": quantity(amount, "kg"),
        "unitPrice": money(price),
        "lineAmount": money(value),
    }


def _asset(cls: str, name: str, face: str, source: Tree, unique: str, **members: Any) -> Tree:
    return document(
        cls,
        name,
        "parties/platform",
        "2026-06-23",
        seller=iri("parties/cooperative"),
        sellerIdentifier=SELLER,
        faceValue=money(face),
        uniquenessKey=unique,
        sourceDocument=source,
        **members,
    )


def _source(form: str, number: str) -> Tree:
    return {
        "type": "SourceDocument",
        "format": form,
        "number": number,
        "digest": digest(number),
        "uri": f"https://files.example.org/{number}",
    }


def receivable() -> Tree:
    """Invoice LZ-0001: two lines, 1,200,000.00 CNY, 90 days."""
    unique = key(SELLER, invoiceNumber="LZ-0001", issueDate="2026-06-20", currency="CNY", instalmentSeq=1)
    face = run("receivable_face_value", {"documentPayable": "1200000"})["faceValue"]
    return _asset(
        "Receivable",
        "receivables/LZ-0001",
        face,
        _source("cn_e_invoice", "LZ-0001"),
        unique,
        obligor=iri("parties/supermarket"),
        goodsLines=[
            goods_line("1", "lots/smoked-A", "6000", "120", "720000.00"),
            goods_line("2", "lots/smoked-B", "4000", "120", "480000.00"),
        ],
        state="approved",
        invoiceNumber="LZ-0001",
        issueDate="2026-06-20",
        dueDate="2026-09-18",
        acceptanceDate="2026-06-21",
        statutoryTermDays=90,
        instalmentSeq=1,
        documentPayable=money("1200000.00"),
        taxInclusiveAmount=money("1200000.00"),
        lineNetTotal=money("1200000.00"),
        approval={
            "type": "ObligorApproval",
            "approver": iri("parties/supermarket"),
            "approvedAt": "2026-06-23T07:00:00Z",
            "approvedAmount": money("1200000.00"),
            "irrevocable": True,
        },
        transferableRecord=iri("records/1"),
        purchaseOrder=iri("orders/1"),
    )


def _instalment() -> Tree:
    """The second of two instalments of an invoice with prepayment, rounding, tax and a credit note."""
    unique = key(SELLER, invoiceNumber="LZ-0002", issueDate="2026-06-20", currency="CNY", instalmentSeq=2)
    tree = receivable()
    for name in ("acceptanceDate", "statutoryTermDays", "approval", "transferableRecord", "purchaseOrder"):
        del tree[name]
    payable = Decimal("113000.02") - Decimal(13000) - Decimal("0.02")
    face = run(
        "receivable_face_value",
        {"documentPayable": str(payable), "instalmentAmount": "60000", "creditNoteTotal": "1500.5"},
    )["faceValue"]
    tree.update(
        id=iri("receivables/LZ-0002-2"),
        invoiceNumber="LZ-0002",
        instalmentSeq=2,
        uniquenessKey=unique,
        sourceDocument=_source("ubl_invoice", "LZ-0002"),
        faceValue=money(face),
        state="issued",
        goodsLines=[
            goods_line("10", "lots/A", "2500.5", "19.999", "50007.50", "products/litchi"),
            goods_line("20", "lots/A", "2500", "19.997", "49992.50", "products/litchi"),
        ],
        documentPayable=money(payable),
        instalmentAmount=money("60000"),
        taxInclusiveAmount=money("113000.02"),
        prepaidAmount=money("13000"),
        roundingAmount=money("-0.02"),
        lineNetTotal=money("100000"),
        creditNoteTotal=money("1500.5"),
    )
    return tree


def _order() -> Tree:
    unique = key(SELLER, assetClass="PurchaseOrder", orderNumber="PO 88/a", orderDate="2026-05-06", currency="CNY")
    return _asset(
        "PurchaseOrder",
        "orders/1",
        "1200000.00",
        _source("ubl_order", "PO-88"),
        unique,
        obligor=iri("parties/supermarket"),
        goodsLines=[
            goods_line("1", "lots/smoked-A", "6000", "120", "720000.00"),
            goods_line("2", "lots/smoked-B", "4000", "120", "480000.00"),
        ],
        state="accepted",
        orderNumber="PO 88/a",
        orderDate="2026-05-06",
        deliveryDate="2026-06-18",
        acceptedBySellerAt="2026-05-08T02:00:00Z",
        lineNetTotal=money("1200000.00"),
    )


def _inventory() -> Tree:
    holder = checked("gln", "690123400009")
    unique = key(holder, assetClass="Inventory", receiptNumber="WR-77")
    return _asset(
        "Inventory",
        "inventories/WR-77",
        "900000.00",
        _source("warehouse_receipt", "WR-77"),
        unique,
        state="stored",
        lots=[
            {"type": "InventoryLot", "lot": iri("lots/C-1"), "quantity": quantity("5000", "kg")},
            {"type": "InventoryLot", "lot": iri("lots/C-2"), "quantity": quantity("2500", "kg")},
        ],
        location=identifier("registry_id", "WH-3"),
        warehouse=iri("parties/warehouse"),
        receiptNumber="WR-77",
        keyIdentifier=holder,
        transferableRecord=iri("records/WR-77"),
        valuation={
            "type": "GoodsValuation",
            "valuationAmount": money("900000.00"),
            "valuedOn": "2026-06-29",
            "valuationMethod": "market_price",
            "valuer": iri("parties/assessor"),
        },
        insurancePolicy="P-2026-5",
        insuredAmount=money("950000"),
    )


def _undertaking() -> Tree:
    unique = key(OBLIGOR, assetClass="Undertaking", undertakingNumber="U-12")
    return _asset(
        "Undertaking",
        "undertakings/U-12",
        "500000.00",
        _source("other", "U-12"),
        unique,
        obligor=iri("parties/supermarket"),
        state="issued",
        undertakingNumber="U-12",
        undertakingIssuer=iri("parties/supermarket"),
        keyIdentifier=OBLIGOR,
        beneficiary=iri("parties/cooperative"),
        irrevocable=True,
        conditional=False,
        dueDate="2026-09-18",
        expiryDate="2026-09-25",
        underlying=iri("receivables/LZ-0003"),
    )
