"""The money of the story: programmes, limits, what is financed, five transactions and what is paid back on them."""

from __future__ import annotations

from typing import Any

from gclink_conformance.bases import finance, rights, transactions
from gclink_conformance.bases._make import SELLER, cite, digest, document, iri, money, run, text
from gclink_conformance.bases.finance import goods_line, key, pricing

Tree = dict[str, Any]


def documents() -> dict[str, Tree]:
    """Return the documents by name."""
    return {
        "programme-order": _programme("order", "pre_shipment_finance", "Order finance", "订单融资"),
        "programme-payables": _programme("1", "payables_finance", "Supplier programme", "供应商融资"),
        "programme-stock": _programme("stock", "loan_against_inventory", "Stock finance", "存货融资"),
        "facility-order": _facility("order", "order", "rural-bank", "0.03", 180, "interest_in_arrears"),
        "facility-payables": _facility("1", "1", "bank", "0.03", 120, "advance_discount"),
        "facility-stock": _facility("stock", "stock", "bank", "0.03", 150, "interest_in_arrears"),
        "facility-stock-rural": _facility("stock-rural", "stock", "rural-bank", "0.03", 170, "interest_in_arrears"),
        "order": _order(),
        "receivable": _receivable(),
        "receivable-stock": _stock_receivable(),
        "stock": _stock(),
        "stock-later": _stock_later(),
        "assignment": _assignment("1", "receivables/LZ-0001", "1200000", "sale", "bank", "2026-06-24"),
        "assignment-stock-sale": _assignment(
            "stock-sale", "receivables/LZ-0002", "600000", "sale", "bank", "2026-08-30"
        ),
        "assignment-stock": _assignment("stock", "inventories/WR-77", "900000", "pledge", "bank", "2026-06-30"),
        "assignment-stock-rural": _assignment(
            "stock-rural", "inventories/WR-77-2", "300000", "pledge", "rural-bank", "2026-09-28"
        ),
        "transaction-order": _order_loan(),
        "transaction": _purchase("1", "receivables/LZ-0001", "1200000", "1080000", "2026-06-25", "2026-09-18")
        | {"refinances": [iri("transactions/order")]},
        "transaction-stock": _stock_loan("stock", "bank", "inventories/WR-77", "900000", "540000", "2026-07-01", 150),
        "transaction-stock-sale": _purchase(
            "stock-sale", "receivables/LZ-0002", "600000", "540000", "2026-08-31", "2026-11-27"
        ),
        "transaction-stock-rural": _stock_loan(
            "stock-rural", "rural-bank", "inventories/WR-77-2", "300000", "150000", "2026-09-29", 170
        ),
        **_settlements(),
    }


def _programme(name: str, technique: str, en: str, zh: str) -> Tree:
    tree = finance.documents()["programme"]
    tree.pop("rateCard")
    tree.update(id=iri(f"programmes/{name}"), technique=technique, name=text(en, zh))
    return tree


def _pricing(base: str, margin: int, method: str, fixing: str) -> Tree:
    tree = pricing(base, margin, 0, "ACT/360", method)
    tree["baseRate"]["fixingDate"] = fixing
    return tree


def _facility(name: str, programme: str, lender: str, rate: str, margin: int, method: str) -> Tree:
    tree = finance.documents()["facility"]
    del tree["sustainabilityTerms"], tree["subLimits"]
    tree.update(
        id=iri(f"facilities/{name}"), issuer=iri(f"parties/{lender}"), programme=iri(f"programmes/{programme}"),
        lenders=[{"type": "LenderShare", "lender": iri(f"parties/{lender}"), "share": "1"}],
        pricing=_pricing(rate, margin, method, "2026-01-20"),
    )  # fmt: skip
    return tree


def _order() -> Tree:
    return finance.documents()["order"] | {"issuedAt": "2026-05-08T08:00:00Z"}


def _receivable() -> Tree:
    tree = finance.receivable()
    del tree["transferableRecord"]
    return tree | {"state": "offered", "issuedAt": "2026-06-24T08:00:00Z"}


def _stock_receivable() -> Tree:
    """The invoice on the lot that was taken out of the warehouse: 600,000.00, 90 days."""
    tree = _receivable()
    del tree["purchaseOrder"], tree["acceptanceDate"], tree["statutoryTermDays"]
    whole, number, issued = money("600000"), "LZ-0002", "2026-08-29"
    tree.update(
        id=iri("receivables/LZ-0002"), issuedAt="2026-08-30T08:00:00Z", invoiceNumber=number, issueDate=issued,
        dueDate="2026-11-27", faceValue=whole, documentPayable=whole, taxInclusiveAmount=whole, lineNetTotal=whole,
        uniquenessKey=key(SELLER, invoiceNumber=number, issueDate=issued, currency="CNY", instalmentSeq=1),
        goodsLines=[goods_line("1", "lots/stock-C", "5000", "120", "600000")],
        approval=tree["approval"] | {"approvedAt": "2026-08-30T07:00:00Z", "approvedAmount": whole},
        sourceDocument=tree["sourceDocument"] | {"number": number, "digest": digest(number)},
    )  # fmt: skip
    return tree


def _stock() -> Tree:
    tree = finance.documents()["inventory"]
    del tree["transferableRecord"]
    tree["issuedAt"] = "2026-06-29T08:00:00Z"
    for item, name in zip(tree["lots"], ("stock-C", "stock-D"), strict=True):
        item["lot"] = iri(f"lots/{name}")
    return tree


def _stock_later() -> Tree:
    """What is left in the warehouse once the first lot is taken out against a part of the loan."""
    tree = _stock()
    worth = money("300000")
    tree.update(
        id=iri("inventories/WR-77-2"), issuedAt="2026-08-31T05:00:00Z", supersedes=cite("inventories/WR-77"),
        lots=tree["lots"][1:], faceValue=worth, insuredAmount=money("320000"), state="pledged",
        valuation=tree["valuation"] | {"valuationAmount": worth, "valuedOn": "2026-08-31"},
    )  # fmt: skip
    return tree


def _assignment(name: str, asset: str, amount: str, kind: str, taker: str, day: str) -> Tree:
    tree = rights.documents()["assignment"]
    tree.update(
        id=iri(f"assignments/{name}"), issuedAt=f"{day}T08:00:00Z", assignmentKind=kind,
        assignee=iri(f"parties/{taker}"), itemCount=1, assignedTotal=money(amount), effectiveDate=day,
        assignedItems=[{"type": "AssignedItem", "asset": cite(asset), "assignedAmount": money(amount)}],
        notifiedAt=f"{day}T03:00:00Z", registration=rights.registration(f"R-{name}", f"{day}T04:00:00Z"),
    )  # fmt: skip
    return tree


def _deal(name: str, lender: str, day: str, requested: str, **members: Any) -> Tree:
    issued = f"{requested}T08:00:00Z"
    return {
        "id": iri(f"transactions/{name}"), "issuer": iri(f"parties/{lender}"), "issuedAt": issued,
        "financier": iri(f"parties/{lender}"), "facility": iri(f"facilities/{name}"), "requestedOn": requested,
        "valueDate": day, "state": "accepted", "paymentRef": f"PAY-{name}", **members,
    }  # fmt: skip


def _item(asset: str, kind: str, face: str, financed: str, due: str | None = None) -> Tree:
    tree = {
        "type": "FinancedAsset", "asset": cite(asset), "assetKind": kind, "faceAmount": money(face),
        "financedAmount": money(financed),
    }  # fmt: skip
    return tree | ({"dueDate": due} if due is not None else {})


def _order_loan() -> Tree:
    """The rural bank lends 360,000.00 on the order, 45 days before the invoice is sold."""
    tree = transactions.documents()["transaction-loan"]
    del tree["assignment"]
    lent = money("360000")
    tree.update(
        _deal(
            "order", "rural-bank", "2026-05-11", "2026-05-08", programme=iri("programmes/order"),
            technique="pre_shipment_finance", obligor=iri("parties/supermarket"), requestedAmount=lent,
            items=[_item("orders/1", "purchase_order", "1200000", "360000")], advanceRate="0.3", financedAmount=lent,
            maturityDate="2026-08-11", pricing=_pricing("0.03", 180, "interest_in_arrears", "2026-05-08"),
            netProceeds=lent, assignmentKind="none",
        )
    )  # fmt: skip
    return tree


def _purchase(name: str, asset: str, face: str, financed: str, day: str, due: str) -> Tree:
    """The bank buys an invoice without recourse at 4.2 %."""
    tree = transactions.payables()
    for member in ("refinances", "concessionalFunding", "marginAdjustment", "sustainabilityTerms", "simpleYield",
                   "effectiveRate"):  # fmt: skip
        del tree[member]
    before = {"2026-06-25": "2026-06-24", "2026-08-31": "2026-08-30"}[day]
    terms = _pricing("0.03", 120, "advance_discount", before)
    price = run("advance_discount", {
        "financedAmount": financed, "currency": "CNY", "allInRate": terms["allInRate"], "dayCount": "ACT/360",
        "valueDate": day, "maturityDate": due,
    })  # fmt: skip
    tree.update(
        _deal(
            name, "bank", day, before, items=[_item(asset, "receivable", face, financed, due)],
            requestedAmount=money(financed), financedAmount=money(financed), maturityDate=due, pricing=terms,
            discountAmount=money(price["discountAmount"]), feeTotal=money("0"),
            netProceeds=money(price["netProceeds"]), financeLabel="none", assignment=cite(f"assignments/{name}"),
            facility=iri("facilities/1"),
        )
    )  # fmt: skip
    return tree


def _stock_loan(name: str, lender: str, stock: str, face: str, lent: str, day: str, margin: int) -> Tree:
    """A loan against what lies in the warehouse, interest at the end."""
    tree = transactions.documents()["transaction-loan"]
    requested = {"2026-07-01": "2026-06-30", "2026-09-29": "2026-09-28"}[day]
    tree.update(
        _deal(
            name, lender, day, requested, programme=iri("programmes/stock"), requestedAmount=money(lent),
            items=[_item(stock, "inventory", face, lent)], financedAmount=money(lent), netProceeds=money(lent),
            maturityDate={"2026-07-01": "2026-09-29", "2026-09-29": "2026-12-28"}[day],
            pricing=_pricing("0.03", margin, "interest_in_arrears", requested), assignment=cite(f"assignments/{name}"),
        )
    )  # fmt: skip
    return tree


def _settlements() -> dict[str, Tree]:
    return {
        "settlement-order": _settlement(
            "order", "refinancing", "bank", "rural-bank", "2026-06-25", "360000", "2160",
            interestPeriods=[_period(1, "2026-05-11", "2026-06-25", "360000", "0.048")],
        ),
        "settlement-payment": _settlement(
            "1", "obligor_payment", "supermarket", "bank", "2026-09-18", "1080000", reserve="120000"
        ),
        "settlement-reserve": _settlement(
            "1", "reserve_release", "bank", "cooperative", "2026-09-18", "0", reserve="120000", name="reserve"
        ),
        "settlement-stock-part": _settlement(
            "stock", "repayment", "cooperative", "bank", "2026-08-31", "360000", name="stock-part"
        ),
        "settlement-stock-rest": _settlement(
            "stock", "repayment", "cooperative", "bank", "2026-09-29", "180000", "4770", name="stock-rest",
            interestPeriods=[
                _period(1, "2026-07-01", "2026-08-31", "540000", "0.045"),
                _period(2, "2026-08-31", "2026-09-29", "180000", "0.045"),
            ],
        ),
    }  # fmt: skip


def _settlement(
    deal: str, kind: str, payer: str, payee: str, day: str, principal: str, interest: str = "0", reserve: str = "0",
    name: str | None = None, **members: Any,
) -> Tree:  # fmt: skip
    whole = str(sum(int(part) for part in (principal, interest, reserve)))
    return document(
        "Settlement", f"settlements/{name or deal}", f"parties/{payee if kind == 'refinancing' else 'bank'}", day,
        transaction=iri(f"transactions/{deal}"), settlementType=kind, payer=iri(f"parties/{payer}"),
        payee=iri(f"parties/{payee}"), settledAmount=money(whole), principalPart=money(principal),
        interestPart=money(interest), feePart=money("0"), reservePart=money(reserve), settledOn=day,
        paymentRef=f"PAY-{name or deal}-{day}", **members,
    )  # fmt: skip


def _period(position: int, start: str, end: str, balance: str, rate: str) -> Tree:
    return {
        "type": "InterestPeriod", "position": position, "fromDate": start, "untilDate": end,
        "principalBalance": money(balance), "rate": rate,
    }  # fmt: skip
