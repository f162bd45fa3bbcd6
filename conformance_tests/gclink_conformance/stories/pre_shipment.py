"""An order, the invoice that takes its place on the same day, and stock that is released lot by lot.

A second bank lends on the order; the bank that buys the invoice pays it back on the day on which it pays out. Two more
lots lie in a pledged warehouse: one is taken out against a part of the loan and its invoice is sold that day, the other
passes to the second bank on the day on which the first loan ends.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from gclink_conformance.bases import core, link
from gclink_conformance.bases._make import checked, cite, dec, document, identifier, iri, period, quantity, text
from gclink_conformance.cases import base
from gclink_conformance.check import ROOT
from gclink_conformance.stories import _pre_shipment_deals, _pre_shipment_events

Tree = dict[str, Any]

#: What the story takes over from the worked example.
_SHARED = (
    "party-bank", "party-cooperative", "party-platform", "party-supermarket", "party-verifier", "product-smoked",
    "site-smokehouse", "run-smoking", "lot-smoked-a", "lot-smoked-b", "passport-smoked-a", "passport-smoked-b",
    "verification-smoked",
)  # fmt: skip


def documents() -> dict[str, Tree]:
    """Return the documents by name."""
    example = base(ROOT, "litchi")
    return {
        **{name: dict(example[name]) for name in _SHARED},
        **_parties(),
        "lot-stock-c": _lot("stock-C", "5000"),
        "lot-stock-d": _lot("stock-D", "2500"),
        "passport-product": _passport(example["passport-smoked-a"]),
        "verification-product": _verification(example["verification-smoked"]),
        "claim-product": _claim(example["claim-fruit"]),
        "label-product": _label(example["label-fruit"]),
        **_pre_shipment_deals.documents(),
        "link-a": _link("A", "receivables/LZ-0001", "transactions/1", "1", "smoked-A", "6000", "0.5"),
        "link-b": _link("B", "receivables/LZ-0001", "transactions/1", "2", "smoked-B", "4000", "0.575"),
        "link-c": _stock_link(),
        **_pre_shipment_events.documents(),
    }


def _parties() -> dict[str, Tree]:
    rural = core.documents()["party-bank"]
    rural.update(
        id=iri("parties/rural-bank"), issuer=iri("parties/rural-bank"), name=text("Rural bank", "农村银行"),
        identifiers=[identifier("bic", "RUBKCNBBXXX")], roles=["financier"],
    )  # fmt: skip
    return {
        "party-rural-bank": rural,
        "party-warehouse": _party("warehouse", "Cold store", "冷库", [checked("gln", "690123400009")]),
        "party-assessor": _party("assessor", "Assessor of goods", "货物评估机构", [identifier("registry_id", "A-3")]),
    }


def _party(name: str, en: str, zh: str, identifiers: list[Tree]) -> Tree:
    return document(
        "Party", f"parties/{name}", f"parties/{name}", "2026-01-05", name=text(en, zh), partyKind="legal_entity",
        identifiers=identifiers, roles=["laboratory"], country="CN",
    )  # fmt: skip


def _lot(name: str, amount: str) -> Tree:
    return document(
        "Lot", f"lots/{name}", "parties/cooperative", "2026-06-20", lotNumber=name, product=iri("products/smoked"),
        quantity=quantity(amount, "kg"), producedAt=iri("sites/smokehouse"),
        period=period("2026-06-13", "2026-06-18"), custodyModel="mass_balance",
    )  # fmt: skip


def _passport(tree: Tree) -> Tree:
    """Return the mean of the product over the season, which vouches for the lots in stock."""
    tree = dict(tree)
    del tree["subjectLot"], tree["processRuns"]
    tree.update(
        id=iri("passports/product"), issuedAt="2026-07-01T08:00:00Z", subjectProduct=iri("products/smoked"),
        passportKind="retrospective", coveredQuantity=quantity("7500", "kg"),
    )  # fmt: skip
    return tree


def _verification(tree: Tree) -> Tree:
    return tree | {
        "id": iri("verifications/product"), "issuedAt": "2026-07-06T08:00:00Z", "completedOn": "2026-07-06",
        "subjects": [cite("passports/product")], "validity": period("2026-07-06", "2029-06-30"),
    }  # fmt: skip


def _claim(tree: Tree) -> Tree:
    tree = dict(tree)
    del tree["subjectLot"]
    return tree | {
        "id": iri("claims/product"), "issuedAt": "2026-07-08T08:00:00Z", "subjectProduct": iri("products/smoked"),
        "wording": text("Measured: 0.5 kg CO2e per kg, cradle to gate", "经测算：每千克 0.5 kg CO2e，从摇篮到大门"),
        "passports": [cite("passports/product")], "verifications": [cite("verifications/product")],
        "validity": period("2026-07-10", "2029-06-12"),
        "figures": tree["figures"] | {
            "coveredUnits": "7500", "grossPerUnit": "0.5", "netPerUnit": "0.5", "primaryDataShare": "60",
        },
    }  # fmt: skip


def _label(tree: Tree) -> Tree:
    return tree | {
        "id": iri("labels/product"), "issuedAt": "2026-07-09T08:00:00Z", "claim": cite("claims/product"),
        "displayedValue": "0.5", "qrUri": iri("claims/product"), "printRun": 7500,
        "validity": period("2026-07-10", "2028-07-09"),
    }  # fmt: skip


def _link(name: str, asset: str, deal: str, line: str, lot: str, amount: str, intensity: str) -> Tree:
    tree = link.documents()["link"]
    for member in ("label", "eligibility"):
        del tree[member]
    del tree["extract"]["insetPerUnit"]
    tree["extract"]["intensity"] = intensity
    tree.update(
        id=iri(f"links/{name}"), asset=cite(asset), transactionReference=cite(deal), lineNumber=line,
        lot=iri(f"lots/{lot}"), coveredQuantity=quantity(amount, "kg"), passport=cite(f"passports/{lot}"),
        coveredEmissions=quantity(dec(Decimal(amount) * Decimal(intensity)), "kg"), purposes=["information"],
        verification=cite("verifications/smoked"),
    )  # fmt: skip
    return tree


def _stock_link() -> Tree:
    tree = _link("C", "receivables/LZ-0002", "transactions/stock-sale", "1", "stock-C", "5000", "0.5")
    tree.update(
        issuedAt="2026-08-30T08:00:00Z", checkedAt="2026-08-30T06:00:00Z", passport=cite("passports/product"),
        verification=cite("verifications/product"), label=cite("labels/product"),
    )  # fmt: skip
    return tree
