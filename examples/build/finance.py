"""The money side: programme, facility, invoice, voucher, ratchet, observation, transaction, links, payment, events."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from gclink_conformance.bases import finance, link, rights, terms, transactions
from gclink_conformance.bases._make import cite, dec, document, iri, money, quantity, run

from examples.build.production import SMOKED

Tree = dict[str, Any]


def documents() -> dict[str, Tree]:
    """Return every finance and link document by file name."""
    return {
        "programme": _programme(),
        "facility": _facility(),
        "receivable": _receivable(),
        "record": _voucher(),
        "assignment": _assignment(),
        "terms": terms.documents()["terms"],
        "observation": _observation(),
        "adjustment": terms.documents()["adjustment"] | {"observations": [cite("observations/1")]},
        "transaction": _transaction(),
        **{f"link-{name.lower()}": _link(name) for name in SMOKED},
        "impact": _impact(),
        "settlement-payment": _payment(),
        "settlement-reserve": _reserve(),
        **_events(),
    }


def _programme() -> Tree:
    tree = finance.documents()["programme"]
    tree["validTo"] = "2029-12-31"
    return tree


def _facility() -> Tree:
    tree = finance.documents()["facility"]
    tree["lenders"] = [{"type": "LenderShare", "lender": iri("parties/bank"), "share": "1"}]
    tree["subLimits"] = [{"type": "SubLimit", "obligor": iri("parties/supermarket"), "limit": money("5000000")}]
    tree["sustainabilityTerms"] = cite("terms/1")
    return tree


def _receivable() -> Tree:
    tree = finance.receivable()
    tree.pop("purchaseOrder", None)
    tree["state"] = "issued"
    tree["transferableRecord"] = iri("records/1")
    return tree


def _voucher() -> Tree:
    """The voucher: with the cooperative from the day of the invoice, with the bank from the day it paid."""
    tree = rights.documents()["record"]
    tree.pop("parentRecord", None)
    whole = money("1200000")
    tree["controlHistory"] = [
        {
            "type": "ControlTransfer",
            "position": 1,
            "transferee": iri("parties/cooperative"),
            "transferredAt": "2026-06-20T02:00:00Z",
            "transferredAmount": whole,
        },
        {
            "type": "ControlTransfer",
            "position": 2,
            "transferor": iri("parties/cooperative"),
            "transferee": iri("parties/bank"),
            "transferredAt": "2026-06-25T02:00:00Z",
            "transferredAmount": whole,
        },
    ]
    return tree


def _assignment() -> Tree:
    tree = rights.documents()["assignment"]
    tree["assignedItems"] = tree["assignedItems"][:1]
    tree.update(itemCount=1, assignedTotal=money("1200000"))
    return tree


def _observation() -> Tree:
    tree = terms.documents()["observation"]
    for item, name in zip(tree["observationInputs"], SMOKED, strict=True):
        item.update(evidence=cite(f"passports/smoked-{name}"), lot=iri(f"lots/smoked-{name}"))
        item["carbonLink"] = iri(f"links/{name}")
    tree["verification"] = cite("verifications/smoked")
    return tree


def _transaction() -> Tree:
    """1,080,000 paid against the invoice at 4.1 %: the margin of 1.2 % lowered by 10 basis points for 0.53 kg/kg."""
    tree = transactions.payables()
    for member in ("refinances", "concessionalFunding", "simpleYield", "effectiveRate"):
        tree.pop(member, None)
    tree["pricing"].pop("fees", None)
    found = run(
        "advance_discount",
        {
            "financedAmount": "1080000",
            "allInRate": tree["pricing"]["allInRate"],
            "dayCount": "ACT/360",
            "valueDate": tree["valueDate"],
            "maturityDate": tree["maturityDate"],
            "currency": "CNY",
        },
    )
    cost = {
        "discountAmount": found["discountAmount"],
        "feeTotal": "0",
        "netProceeds": found["netProceeds"],
        "days": found["days"],
    }
    simple = run("simple_yield", {**cost, "basis": 360})
    effective = run("effective_rate", cost)
    tree.update(
        discountAmount=money(found["discountAmount"]),
        feeTotal=money("0"),
        netProceeds=money(found["netProceeds"]),
        simpleYield=dec(simple["simpleYield"]),
        effectiveRate=dec(effective["effectiveRate"]),
        state="requested",
    )
    return tree


def _link(name: str) -> Tree:
    amount, intensity = SMOKED[name]
    tree = link.documents()["link"]
    for member in ("label", "eligibility"):
        tree.pop(member, None)
    tree.update(
        id=iri(f"links/{name}"),
        lineNumber=str(list(SMOKED).index(name) + 1),
        lot=iri(f"lots/smoked-{name}"),
        coveredQuantity=quantity(amount, "kg"),
        passport=cite(f"passports/smoked-{name}"),
        coveredEmissions=quantity(dec(Decimal(amount) * Decimal(intensity)), "kg"),
        verification=cite("verifications/smoked"),
        transactionReference=cite("transactions/1"),
    )
    tree["extract"]["intensity"] = intensity
    tree["extract"].pop("insetPerUnit", None)
    tree["extract"]["validUntil"] = "2029-06-30"
    return tree


def _impact() -> Tree:
    found = run("impact_attribution", {"financedShare": "1080000", "attributionBase": "1200000", "emissions_t": "5.3"})
    tree = terms.documents()["impact"]
    for member in ("avoidedEmissions", "removals", "attributedAvoided", "attributedRemovals"):
        tree.pop(member, None)
    tree.update(
        emissions=quantity("5.3", "t"),
        attributedEmissions=quantity(dec(found["attributedEmissions_t"]), "t"),
        evidence=[cite("links/A"), cite("links/B")],
    )
    return tree


def _payment() -> Tree:
    return transactions.documents()["settlement"]


def _reserve() -> Tree:
    tree = transactions.documents()["settlement"]
    nothing = money("0")
    tree.update(
        id=iri("settlements/2"),
        settlementType="reserve_release",
        payer=iri("parties/bank"),
        payee=iri("parties/cooperative"),
        settledAmount=money("120000"),
        principalPart=nothing,
        interestPart=nothing,
        feePart=nothing,
        reservePart=money("120000"),
        paymentRef="PAY-10",
    )
    return tree


_STORY: dict[tuple[str, str], list[tuple[str, str, str, str, str]]] = {
    ("receivable", "receivables/LZ-0001"): [
        ("issued", "approved", "2026-06-23T07:30:00Z", "supermarket", "obligor"),
        ("approved", "offered", "2026-06-24T08:30:00Z", "cooperative", "seller"),
        ("offered", "financed", "2026-06-25T03:00:00Z", "bank", "financier"),
        ("financed", "settled", "2026-09-18T09:00:00Z", "bank", "financier"),
    ],
    ("transaction", "transactions/1"): [
        ("requested", "accepted", "2026-06-24T09:00:00Z", "bank", "financier"),
        ("accepted", "funded", "2026-06-25T03:00:00Z", "bank", "financier"),
        ("funded", "settled", "2026-09-18T09:00:00Z", "bank", "financier"),
    ],
    ("kpi_observation", "observations/1"): [
        ("submitted", "verified", "2026-06-18T08:00:00Z", "verifier", "verifier"),
        ("verified", "applied", "2026-06-25T03:00:00Z", "bank", "financier"),
    ],
    ("margin_adjustment", "adjustments/1"): [
        ("calculated", "applied", "2026-06-25T03:00:00Z", "bank", "financier"),
    ],
}


def _events() -> dict[str, Tree]:
    """The life cycle of invoice, transaction, observation and adjustment, each event citing the one before."""
    found: dict[str, Tree] = {}
    for (machine, entity), moves in _STORY.items():
        for number, (before, after, instant, actor, role) in enumerate(moves, 1):
            name = f"events/{machine}-{number}"
            tree = document(
                "LifecycleEvent",
                name,
                f"parties/{actor}",
                instant[:10],
                entity=iri(entity),
                machine=machine,
                fromState=before,
                toState=after,
                sequence=number,
                effectiveAt=instant,
                actor=iri(f"parties/{actor}"),
                actorRole=role,
            )
            tree["issuedAt"] = instant
            if number > 1:
                tree["previousEvent"] = cite(f"events/{machine}-{number - 1}")
            found[f"event-{machine.replace('_', '-')}-{number}"] = tree
    return found
