"""Bases of module finance: one financing of each kind of price, and how it is paid back."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from gclink_conformance.bases._make import Tree, cite, dec, document, iri, money, run
from gclink_conformance.bases.finance import fee, pricing


def documents() -> dict[str, Tree]:
    """Return the bases by name."""
    return {
        "transaction": payables(),
        "transaction-discounting": _early_payment(),
        "transaction-loan": _inventory_loan(),
        "transaction-forfaiting": _forfaiting(),
        "transaction-undertaking": _undertaking(),
        "transaction-green": _green(),
        "settlement": _settlement(),
        "settlement-loan": _loan_settlement(),
        "settlement-write-off": _write_off(),
    }


def _item(asset: str, kind: str, face: Tree, financed: Tree, due: str | None, record: str | None = None) -> Tree:
    tree: Tree = {
        "type": "FinancedAsset",
        "asset": cite(asset),
        "assetKind": kind,
        "faceAmount": face,
        "financedAmount": financed,
    }
    if due is not None:
        tree["dueDate"] = due
    if record is not None:
        tree["transferableRecord"] = iri(record)
    return tree


def payables() -> Tree:
    """Return the payables finance of the worked example, 1,080,000.00 at 0.041, with a fee of 540.00."""
    terms = pricing("0.03", 120, -10, "ACT/360", "advance_discount", [fee("platform", "540.00", "0.0005")])
    dates = {"valueDate": "2026-06-25", "maturityDate": "2026-09-18"}
    deal = run(
        "advance_discount",
        {
            "financedAmount": "1080000",
            "currency": "CNY",
            "allInRate": terms["allInRate"],
            "dayCount": "ACT/360",
            "feeTotal": "540",
            **dates,
        },
    )
    price = {"discountAmount": deal["discountAmount"], "feeTotal": "540", "netProceeds": deal["netProceeds"]}
    simple = run("simple_yield", {**price, "days": 85, "basis": 360})
    effective = run("effective_rate", {**price, "days": 85})
    return document(
        "FinancingTransaction",
        "transactions/1",
        "parties/bank",
        "2026-06-24",
        programme=iri("programmes/1"),
        technique="payables_finance",
        facility=iri("facilities/1"),
        financier=iri("parties/bank"),
        seller=iri("parties/cooperative"),
        beneficiary=iri("parties/cooperative"),
        obligor=iri("parties/supermarket"),
        requestedAmount=money("1080000.00"),
        requestedOn="2026-06-24",
        items=[
            _item(
                "receivables/LZ-0001",
                "receivable",
                money("1200000.00"),
                money("1080000.00"),
                "2026-09-18",
                "records/1",
            )
        ],
        advanceRate="0.9",
        financedAmount=money("1080000.00"),
        **dates,
        pricing=terms,
        marginAdjustment=cite("adjustments/1"),
        discountAmount=money(str(deal["discountAmount"])),
        feeTotal=money("540.00"),
        netProceeds=money(str(deal["netProceeds"])),
        recourse="none",
        disclosure="disclosed",
        assignmentKind="sale",
        assignment=cite("assignments/1"),
        financeLabel="sustainability_linked",
        sustainabilityTerms=cite("terms/1"),
        refinances=[iri("transactions/pre-shipment")],
        concessionalFunding={
            "type": "ConcessionalFunding",
            "schemeName": "Carbon-reduction relending",
            "share": "0.6",
            "rate": "0.0175",
            "principal": money("648000.00"),
        },
        simpleYield=dec(simple["simpleYield"]),
        effectiveRate=dec(effective["effectiveRate"]),
        paymentRef="PAY-1",
        state="accepted",
    )


def _without(tree: Tree, *names: str) -> Tree:
    return {key: value for key, value in tree.items() if key not in names}


def _plain(name: str, **members: Any) -> Tree:
    """Return the payables finance without what belongs to it alone, and with other members."""
    own = (
        "marginAdjustment",
        "sustainabilityTerms",
        "refinances",
        "concessionalFunding",
        "simpleYield",
        "effectiveRate",
        "paymentRef",
    )
    return {**_without(payables(), *own), "id": iri(f"transactions/{name}"), "financeLabel": "none", **members}


def _early_payment() -> Tree:
    """The buyer pays 85 days early at 6 % a year: 16,767.12 less."""
    deal = run(
        "dynamic_discount",
        {
            "faceAmount": "1200000",
            "currency": "CNY",
            "apr": "0.06",
            "payDate": "2026-06-25",
            "dueDate": "2026-09-18",
        },
    )
    tree = _plain(
        "discounting",
        technique="dynamic_discounting",
        financier=iri("parties/supermarket"),
        requestedAmount=money("1200000.00"),
        items=[
            _item(
                "receivables/LZ-0001", "receivable", money("1200000.00"), money("1200000.00"), "2026-09-18", "records/1"
            )
        ],
        advanceRate="1",
        financedAmount=money("1200000.00"),
        pricing=pricing("0.06", 0, 0, "ACT/365.FIXED", "apr_early_payment"),
        discountAmount=money(str(deal["discountAmount"])),
        feeTotal=money("0"),
        netProceeds=money(str(deal["netProceeds"])),
        assignmentKind="none",
    )
    return _without(tree, "facility", "assignment")


def _inventory_loan() -> Tree:
    """540,000.00 against stock worth 900,000.00; interest is paid at the end."""
    tree = _plain(
        "loan",
        technique="loan_against_inventory",
        requestedAmount=money("600000"),
        requestedOn="2026-06-29",
        items=[_item("inventories/WR-77", "inventory", money("900000.00"), money("540000.00"), None, "records/WR-77")],
        advanceRate="0.6",
        financedAmount=money("540000.00"),
        valueDate="2026-07-01",
        maturityDate="2026-09-29",
        pricing=pricing("0.03", 150, 0, "ACT/360", "interest_in_arrears"),
        feeTotal=money("0"),
        netProceeds=money("540000.00"),
        recourse="full",
        assignmentKind="pledge",
    )
    return _without(tree, "obligor", "discountAmount")


def _forfaiting() -> Tree:
    """A bill of exchange in euros and an undertaking in yuan, bought in yuan at 7.8 yuan per euro."""
    terms = pricing("-0.001", 90, 0, "30E/360", "advance_discount", floorRate="0.01")
    financed = Decimal(400000)
    days30 = run("year_fraction", {"start": "2026-06-25", "end": "2026-12-20", "dayCount": "30E/360"})["days"]
    discount = round(financed * Decimal(terms["allInRate"]) * Decimal(days30) / 360, 2)
    net = financed - discount
    simple = run(
        "simple_yield",
        {"discountAmount": dec(discount), "netProceeds": dec(net), "days": int(days30), "dayCount": "30E/360"},
    )
    return _plain(
        "forfaiting",
        technique="forfaiting",
        requestedAmount=money("400000"),
        items=[
            _item(
                "receivables/EU-1",
                "receivable",
                money("40000", "EUR"),
                money("310000"),
                "2026-12-15",
                "records/EU-1",
            ),
            _item("undertakings/U-13", "undertaking", money("90000"), money("90000"), "2026-12-20"),
        ],
        advanceRate="1",
        financedAmount=money("400000"),
        maturityDate="2026-12-20",
        fx={
            "type": "FxRate",
            "sourceCurrency": "EUR",
            "targetCurrency": "CNY",
            "rate": "7.8",
            "rateDate": "2026-06-24",
            "provider": "Example market data",
        },
        pricing=terms,
        discountAmount=money(discount),
        feeTotal=money("0"),
        netProceeds=money(net),
        simpleYield=dec(simple["simpleYield"]),
    )


def _undertaking() -> Tree:
    """A buyer's undertaking over the turn of a leap year, counted by the actual days of each year."""
    terms = pricing("0.03", 60, 0, "ACT/ACT.ISDA", "advance_discount")
    dates = {"valueDate": "2027-11-15", "maturityDate": "2028-02-13"}
    deal = run(
        "advance_discount",
        {
            "financedAmount": "500000",
            "currency": "CNY",
            "allInRate": terms["allInRate"],
            "dayCount": "ACT/ACT.ISDA",
            **dates,
        },
    )
    price = {"discountAmount": deal["discountAmount"], "netProceeds": deal["netProceeds"]}
    simple = run("simple_yield", {**price, "days": 90, "dayCount": "ACT/ACT.ISDA"})
    tree = _plain(
        "undertaking",
        issuedAt="2027-11-14T08:00:00Z",
        technique="corporate_payment_undertaking",
        requestedAmount=money("500000"),
        requestedOn="2027-11-14",
        items=[_item("undertakings/U-14", "undertaking", money("500000"), money("500000"), "2028-02-13")],
        advanceRate="1",
        financedAmount=money("500000"),
        **dates,
        pricing=terms,
        discountAmount=money(str(deal["discountAmount"])),
        feeTotal=money("0"),
        netProceeds=money(str(deal["netProceeds"])),
        simpleYield=dec(simple["simpleYield"]),
        assignmentKind="none",
    )
    return _without(tree, "assignment")


def _green() -> Tree:
    """A green loan against receivables: two uses, a part not yet allocated, two fees of which one has a rate."""
    fees = [fee("arrangement", "1000"), fee("verification", "360.00", "0.0006")]
    tree = _plain(
        "green",
        technique="loan_against_receivables",
        requestedAmount=money("600000"),
        financedAmount=money("600000"),
        items=[
            _item("receivables/LZ-0005", "receivable", money("500000"), money("400000"), "2026-09-18"),
            _item("receivables/LZ-0006", "receivable", money("250000"), money("200000"), "2026-10-18"),
        ],
        advanceRate="0.8",
        pricing=pricing("0.03", 140, 0, "ACT/365.FIXED", "interest_in_arrears", fees),
        feeTotal=money("1360"),
        netProceeds=money("598640"),
        recourse="limited",
        assignmentKind="security_assignment",
        financeLabel="green",
        eligibilityAssessments=[cite("eligibility/cn")],
        useOfProceeds=[
            {
                "type": "UseOfProceeds",
                "projectId": "kiln",
                "eligibility": iri("eligibility/cn"),
                "allocatedAmount": money("350000"),
                "refinancingShare": "0.2",
                "lookBackYears": 2,
                "totalInvestment": money("700000"),
            },
            {
                "type": "UseOfProceeds",
                "projectId": "drip irrigation",
                "eligibility": iri("eligibility/cn"),
                "allocatedAmount": money("200000.5"),
                "refinancingShare": "0",
            },
        ],
        unallocatedAmount=money("49999.5"),
    )
    return _without(tree, "discountAmount")


def _settlement() -> Tree:
    return document(
        "Settlement",
        "settlements/1",
        "parties/bank",
        "2026-09-18",
        transaction=iri("transactions/1"),
        settlementType="obligor_payment",
        payer=iri("parties/supermarket"),
        payee=iri("parties/bank"),
        settledAmount=money("1200000.00"),
        principalPart=money("1080000.00"),
        interestPart=money("0"),
        feePart=money("0"),
        reservePart=money("120000.00"),
        settledOn="2026-09-18",
        paymentRef="PAY-9",
    )


def _loan_settlement() -> Tree:
    """The loan against stock is paid back with interest of three periods, 4,886.50."""
    spans = (
        ("2026-07-01", "2026-08-01", "540000.00", "0.045"),
        ("2026-08-01", "2026-08-15", "540000.00", "0.044"),
        ("2026-08-15", "2026-09-29", "340000.00", "0.044"),
    )
    periods = [
        {
            "type": "InterestPeriod",
            "position": position,
            "fromDate": start,
            "untilDate": until,
            "principalBalance": money(balance),
            "rate": rate,
        }
        for position, (start, until, balance, rate) in enumerate(spans, 1)
    ]
    interest = run(
        "interest_in_arrears",
        {
            "currency": "CNY",
            "dayCount": "ACT/360",
            "interestPeriods": [
                {"position": position, "from": start, "until": until, "balance": balance, "rate": rate}
                for position, (start, until, balance, rate) in enumerate(spans, 1)
            ],
        },
    )["interestPart"]
    tree = _settlement()
    tree.update(
        id=iri("settlements/2"),
        issuedAt="2026-09-29T08:00:00Z",
        transaction=iri("transactions/loan"),
        settlementType="repayment",
        payer=iri("parties/cooperative"),
        settledAmount=money(Decimal(340000) + Decimal(interest)),
        principalPart=money("340000.00"),
        interestPart=money(str(interest)),
        reservePart=money("0"),
        settledOn="2026-09-29",
        interestPeriods=periods,
    )
    return tree


def _write_off() -> Tree:
    tree = _settlement()
    tree.update(
        id=iri("settlements/3"),
        settlementType="write_off",
        payer=iri("parties/bank"),
        settledAmount=money("1000"),
        principalPart=money("1000"),
        reservePart=money("0"),
    )
    return tree
