"""Who trades and lends in the stories of finance, and the events by which their documents change state."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from gclink_conformance.bases import core
from gclink_conformance.bases._make import (
    BANK,
    BANK_LEI,
    OBLIGOR,
    SELLER,
    Tree,
    checked,
    cite,
    document,
    identifier,
    iri,
    money,
    period,
    quantity,
    text,
)

_PARTIES = {
    "cooperative": ("Litchi cooperative", "荔枝合作社", "cooperative", "grower", "CN", [SELLER]),
    "supermarket": ("Supermarket chain", "连锁超市", "legal_entity", "retailer", "CN", [OBLIGOR]),
    "bank": ("Bank", "银行", "legal_entity", "financier", "CN", [BANK, BANK_LEI]),
    "bank-2": ("Second bank", "第二银行", "legal_entity", "financier", "CN", [identifier("bic", "EXTWCNBJXXX")]),
    "importer": (
        "Importer in the Union", "欧盟进口商", "legal_entity", "trader", "DE",
        [identifier("lei", "9999GCLCHEFEU0000096")],
    ),
    "platform": ("Platform", "平台", "legal_entity", "platform", "CN", [identifier("registry_id", "platform-1")]),
    "warehouse": ("Cold store", "冷库", "legal_entity", "warehouse_keeper", "CN", [checked("gln", "690123400009")]),
}  # fmt: skip


def parties(*names: str) -> dict[str, Tree]:
    """Return parties by name."""
    found = {}
    for name in names:
        en, zh, kind, role, country, identifiers = _PARTIES[name]
        found[name] = document(
            "Party", f"parties/{name}", f"parties/{name}", "2026-01-05", name=text(en, zh), partyKind=kind,
            identifiers=identifiers, roles=[role], country=country,
        )  # fmt: skip
    return found


def goods(*lots: tuple[str, str]) -> dict[str, Tree]:
    """Return the orchard, its fruit, and lots of it by name and kilograms."""
    bases = core.documents()
    found = {"orchard": bases["site"], "litchi": bases["product"]}
    for name, amount in lots:
        found[f"lot-{name}"] = document(
            "Lot", f"lots/{name}", "parties/cooperative", "2026-04-30", lotNumber=name, product=iri("products/litchi"),
            quantity=quantity(amount, "kg"), producedAt=iri("sites/orchard"), period=period("2026-04-01", "2026-04-15"),
            custodyModel="mass_balance",
        )  # fmt: skip
    return found


def item(asset: str, kind: str, face: Tree, financed: Tree, **more: Any) -> Tree:
    """Return one financed asset."""
    amounts = {"faceAmount": face, "financedAmount": financed}
    return {"type": "FinancedAsset", "asset": cite(asset), "assetKind": kind, **amounts, **more}


def deed(name: str, kind: str, taker: str, asset: str, face: Tree, day: str) -> Tree:
    """Return an assignment of one asset, told to the debtor and registered on the day before it takes effect."""
    return document(
        "Assignment", f"assignments/{name}", "parties/cooperative", day, assignmentKind=kind,
        assignor=iri("parties/cooperative"), assignee=iri(f"parties/{taker}"),
        assignedItems=[{"type": "AssignedItem", "asset": cite(asset), "assignedAmount": face}], itemCount=1,
        assignedTotal=face, effectiveDate=day, disclosure="disclosed", notified=True, notifiedAt=f"{day}T03:00:00Z",
        registration={
            "type": "LegalRegistration", "registrySystem": "https://registry.example.org", "number": f"R-{name}",
            "registeredAt": f"{day}T04:00:00Z",
        },
    )  # fmt: skip


def control(position: int, owners: tuple[str | None, str], at: str, whole: Tree) -> Tree:
    """Return one passing of control of a record."""
    tree: Tree = {"type": "ControlTransfer", "position": position}
    if owners[0] is not None:
        tree["transferor"] = iri(f"parties/{owners[0]}")
    return {**tree, "transferee": iri(f"parties/{owners[1]}"), "transferredAt": at, "transferredAmount": whole}


def payment(name: str, deal: str, kind: str, way: tuple[str, str], day: str, **parts: Any) -> Tree:
    """Return a settlement; parts that are not given are nothing."""
    periods = parts.pop("interestPeriods", None)
    currency = parts.pop("currency", "CNY")
    whole = {part: money(parts.get(part, "0"), currency) for part in ("principal", "interest", "fee", "reserve")}
    total = sum((Decimal(value["amount"]) for value in whole.values()), Decimal(0))
    tree = document(
        "Settlement", f"settlements/{name}", "parties/bank", day, transaction=iri(f"transactions/{deal}"),
        settlementType=kind, payer=iri(f"parties/{way[0]}"), payee=iri(f"parties/{way[1]}"),
        settledAmount=money(total, currency), **{f"{part}Part": value for part, value in whole.items()}, settledOn=day,
    )  # fmt: skip
    return tree if periods is None else {**tree, "interestPeriods": periods}


def events(entity: str, machine: str, first: str, *steps: tuple[str, str, str, str]) -> dict[str, Tree]:
    """Return the chain of events of one document: state reached, instant, actor and role of each step."""
    found: dict[str, Tree] = {}
    state, stem = first, f"{machine.replace('_', '-')}-{entity.rpartition('/')[2]}"
    for sequence, (to, at, actor, role) in enumerate(steps, 1):
        name = f"{stem}-{sequence}"
        tree = document(
            "LifecycleEvent", f"events/{name}", f"parties/{actor}", at[:10], entity=iri(entity), machine=machine,
            fromState=state, toState=to, sequence=sequence, effectiveAt=at, actor=iri(f"parties/{actor}"),
            actorRole=role,
        )  # fmt: skip
        tree["issuedAt"] = at
        if sequence > 1:
            tree["previousEvent"] = cite(f"events/{stem}-{sequence - 1}")
        found[f"event-{name}"], state = tree, to
    return found
