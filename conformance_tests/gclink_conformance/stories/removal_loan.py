"""A sale of fruit paid early at a margin that follows the removals of the orchard, and who counts those removals.

The char of the orchard is inset in the passport of the fruit that is sold, and what is left is pledged for the loan.
The bank lowers the margin for the tonnes removed, watches the net figure as well and reports its share; the buyer reads
a label; an authority pays a subsidy for the same fruit. The buyer pays, and the pledge is released.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from gclink_conformance.bases import brand, finance, incentive, link, terms, transactions
from gclink_conformance.bases._make import SELLER, Tree, cite, dec, document, iri, money, period, quantity, run, text
from gclink_conformance.stories import _removal_loan_kpis, inset
from gclink_conformance.stories._lending import deed, events, item, parties, payment

#: The days on which the money goes out and is due again.
_PAID, _DUE = "2026-08-25", "2026-09-18"
_FACE, _FINANCED = "1200000", "1080000"
#: Kilograms of the fruit, and tonnes of the removals that are left for a pledge.
_SOLD, _PLEDGED = "40000", "1.4"


def documents() -> dict[str, Tree]:
    """Return the documents by name."""
    removals = inset.documents()
    passport, allocation = removals["passport"], removals["allocation"]
    passport["coveredQuantity"] = quantity(_SOLD, "kg")
    share = Decimal(passport["insetRemovals"][0]["perDeclaredUnit"])
    allocation["tonnes"] = dec(share * Decimal(_SOLD) / 1000)
    return {
        **removals,
        **parties("supermarket", "bank", "platform"),
        "authority": _authority(),
        "verification-passport": _verification(removals["verification"]),
        "claim": _claim(passport, allocation),
        "label": _label(passport),
        "programme": finance.documents()["programme"],
        "facility": _facility(),
        "receivable": _receivable(),
        "assignment": deed("1", "sale", "bank", "receivables/LZ-0021", money(_FACE), "2026-08-24"),
        **_removal_loan_kpis.documents(passport, removals["statement"], _PAID),
        "transaction": _transaction(),
        "link": _link(passport),
        "allocation-pledged": {
            **allocation, "id": iri("allocations/pledged"), "issuedAt": f"{_PAID}T01:00:00Z", "mode": "pledged",
            "target": iri("pledges/1"), "tonnes": _PLEDGED, "period": period(_PAID, "2027-08-24"),
        },
        "pledge": _pledge(),
        "settlement": payment(
            "1", "1", "obligor_payment", ("supermarket", "bank"), _DUE, principal=_FINANCED, reserve="120000"
        ),
        "settlement-reserve": payment(
            "2", "1", "reserve_release", ("bank", "cooperative"), _DUE, reserve="120000"
        ),
        "impact": _impact(passport),
        "scheme": _scheme(),
        "subsidy": _subsidy(allocation),
        **events(
            "receivables/LZ-0021", "receivable", "issued",
            ("approved", "2026-08-20T08:00:00Z", "supermarket", "obligor"),
            ("offered", "2026-08-24T08:00:00Z", "cooperative", "seller"),
            ("financed", f"{_PAID}T03:00:00Z", "bank", "financier"),
            ("settled", f"{_DUE}T09:00:00Z", "bank", "financier"),
        ),
        **events(
            "transactions/1", "transaction", "requested",
            ("accepted", "2026-08-24T09:00:00Z", "bank", "financier"),
            ("funded", f"{_PAID}T03:00:00Z", "bank", "financier"),
            ("settled", f"{_DUE}T09:00:00Z", "bank", "financier"),
        ),
        **events(
            "pledges/1", "removal_pledge", "proposed",
            ("active", f"{_PAID}T02:00:00Z", "bank", "financier"),
            ("released", "2026-09-21T09:00:00Z", "bank", "financier"),
        ),
    }  # fmt: skip


def _authority() -> Tree:
    tree = parties("bank")["bank"]
    tree.update(
        id=iri("parties/authority"), issuer=iri("parties/authority"), name=text("Authority", "主管部门"),
        identifiers=[{"type": "Identifier", "scheme": "registry_id", "identifierValue": "A-1"}], roles=["authority"],
    )  # fmt: skip
    return tree


def _verification(tree: Tree) -> Tree:
    return {**tree, "id": iri("verifications/passport"), "subjects": [cite("passports/A-inset")]}


def _claim(passport: Tree, allocation: Tree) -> Tree:
    tree = brand.documents()["claim-t1"]
    limits, gross = passport["uncertainty"], Decimal(passport["grossEmissions"])
    half = (Decimal(limits["high"]) - Decimal(limits["low"])) / (2 * gross)
    covered, tonnes = Decimal(passport["coveredQuantity"]["value"]), Decimal(allocation["tonnes"])
    net = round(gross - tonnes * 1000 / covered, 6)
    tree["figures"].update(
        coveredUnits=dec(covered), grossPerUnit=dec(gross), relativeHalfWidth=dec(round(half, 6)),
        removalsInset=dec(tonnes), removalsDurable=dec(tonnes), netPerUnit=dec(net),
        primaryDataShare=passport["primaryDataShare"],
    )  # fmt: skip
    tree.update(
        subjectLot=iri("lots/A"), markets=["CN"], passports=[cite("passports/A-inset")],
        verifications=[cite("verifications/passport")],
        wording=text("Measured: 0.71 kg CO2e per kg, to the farm gate", "经测算：每千克 0.71 kg CO2e，至农场大门"),
    )  # fmt: skip
    return tree


def _label(passport: Tree) -> Tree:
    tree = brand.documents()["label"]
    tree.update(
        displayedValue=passport["grossEmissions"],
        boundaryText=text(
            "Cradle to farm gate; mark by reference to the national footprint mark",
            "从摇篮到农场大门；标章参照国家产品碳足迹标识",
        ),
        validity=period("2026-09-01", "2028-08-31"),
    )  # fmt: skip
    return tree


def _facility() -> Tree:
    return document(
        "Facility", "facilities/1", "parties/bank", "2026-02-01", programme=iri("programmes/1"),
        lenders=[{"type": "LenderShare", "lender": iri("parties/bank"), "share": "1"}],
        borrower=iri("parties/cooperative"), commitment="committed", revolving=True, limit=money("5000000"),
        availableFrom="2026-02-01", maturityDate="2027-01-31", sustainabilityTerms=cite("terms/1"), state="available",
    )  # fmt: skip


def _receivable() -> Tree:
    unique = finance.key(SELLER, invoiceNumber="LZ-0021", issueDate="2026-08-18", currency="CNY", instalmentSeq=1)
    tree = finance.receivable()
    for name in ("transferableRecord", "purchaseOrder"):
        del tree[name]
    tree["approval"]["approvedAt"] = "2026-08-20T07:00:00Z"
    tree["sourceDocument"].update(number="LZ-0021", uri="https://files.example.org/LZ-0021")
    tree.update(
        id=iri("receivables/LZ-0021"), issuedAt="2026-08-18T08:00:00Z", invoiceNumber="LZ-0021", uniquenessKey=unique,
        issueDate="2026-08-18", acceptanceDate="2026-08-19", dueDate=_DUE, state="issued",
        goodsLines=[finance.goods_line("1", "lots/A", _SOLD, "30", _FACE, "products/litchi")],
    )  # fmt: skip
    return tree


def _transaction() -> Tree:
    """1,080,000.00 for 24 days at 4.15 %: the margin of 1.2 % lowered by 5 basis points."""
    price = finance.pricing("0.03", 120, -5, "ACT/360", "advance_discount")
    dates = {"valueDate": _PAID, "maturityDate": _DUE}
    given = {"financedAmount": _FINANCED, "currency": "CNY", "allInRate": price["allInRate"], "dayCount": "ACT/360"}
    deal = run("advance_discount", {**given, "feeTotal": "0", **dates})
    tree = transactions.payables()
    for name in ("refinances", "concessionalFunding", "simpleYield", "effectiveRate"):
        del tree[name]
    tree.update(
        issuedAt="2026-08-24T08:00:00Z", requestedOn="2026-08-24", pricing=price, feeTotal=money("0"),
        items=[item("receivables/LZ-0021", "receivable", money(_FACE), money(_FINANCED), dueDate=_DUE)],
        discountAmount=money(str(deal["discountAmount"])), netProceeds=money(str(deal["netProceeds"])),
        state="requested", **dates,
    )  # fmt: skip
    return tree


def _link(passport: Tree) -> Tree:
    parts, gross = passport["components"], passport["grossEmissions"]
    tree = link.documents()["link"]
    for name in ("label", "eligibility"):
        del tree[name]
    tree["extract"].update(
        intensity=gross, insetPerUnit=parts["landManagementRemovals"], referencePeriod=passport["period"],
        validUntil=passport["validity"]["end"],
    )  # fmt: skip
    tree.update(
        id=iri("links/A"), issuedAt="2026-08-24T08:00:00Z", asset=cite("receivables/LZ-0021"), lineNumber="1",
        lot=iri("lots/A"), coveredQuantity=quantity(_SOLD, "kg"), passport=cite("passports/A-inset"),
        coveredEmissions=quantity(dec(Decimal(_SOLD) * Decimal(gross)), "kg"),
        verification=cite("verifications/passport"), checkedAt="2026-08-24T06:00:00Z",
    )  # fmt: skip
    return tree


def _pledge() -> Tree:
    """Return the pledge of the tonnes that are not inset: evidence for the indicator, without a value as security."""
    tree = link.documents()["pledge"]
    for name in ("unitValue", "haircut", "collateralValue"):
        del tree[name]
    tree["registration"]["registeredAt"] = f"{_PAID}T01:30:00Z"
    tree.update(
        issuedAt=f"{_PAID}T01:00:00Z", tonnes=_PLEDGED, secures=iri("transactions/1"), pledgePurpose="performance",
        period=period(_PAID, "2027-08-24"), state="proposed",
    )  # fmt: skip
    return tree


def _impact(passport: Tree) -> Tree:
    """The goods of the invoice: what was emitted for them and what their passport counts as removed."""
    share = Decimal(_SOLD) / 1000
    figures = {
        "emissions": dec(share * Decimal(passport["grossEmissions"])),
        "removals": dec(share * Decimal(passport["insetRemovals"][0]["perDeclaredUnit"])),
    }
    found = run("impact_attribution", {
        "financedShare": _FINANCED, "attributionBase": _FACE, **{f"{name}_t": value for name, value in figures.items()},
    })  # fmt: skip
    tree = terms.documents()["impact"]
    for name in ("avoidedEmissions", "attributedAvoided"):
        del tree[name]
    tree.update(
        period=period(_PAID, _DUE), **{name: quantity(value, "t") for name, value in figures.items()},
        attributedEmissions=quantity(dec(found["attributedEmissions_t"]), "t"),
        attributedRemovals=quantity(dec(found["attributedRemovals_t"]), "t"),
        evidence=[cite("links/A"), cite("statements/biochar")],
    )  # fmt: skip
    return tree


def _scheme() -> Tree:
    tree = incentive.documents()["scheme-subsidy"]
    tree.update(basis=["passport"], period=period("2025-08-01", "2027-07-31"))
    return tree


def _subsidy(allocation: Tree) -> Tree:
    """300 CNY for every tonne inset, for a cost of 6,000 CNY of which the lower interest bears 36.00."""
    tonnes = allocation["tonnes"]
    tree: dict[str, Any] = incentive.documents()["subsidy"]
    tree.update(
        evidence=[cite("passports/A-inset")], basisQuantity=tonnes,
        grantAmount=money(round(Decimal(tonnes) * 300, 2)), otherSupport=money("36"),
    )  # fmt: skip
    return tree
