"""Bases of module finance: who holds an asset, by assignment or by control, and who answers if it is not paid."""

from __future__ import annotations

from decimal import Decimal

from gclink_conformance.bases._make import Tree, cite, document, iri, money


def documents() -> dict[str, Tree]:
    """Return the bases by name."""
    return {
        "assignment": _assignment(),
        "record": _record(),
        "enhancement": _enhancement(),
        "enhancement-deal": _buyback(),
    }


def registration(number: str, at: str) -> Tree:
    """Return a LegalRegistration."""
    return {
        "type": "LegalRegistration",
        "registrySystem": "https://registry.example.org",
        "number": number,
        "registeredAt": at,
    }


def _assignment() -> Tree:
    items = (("receivables/LZ-0001", "1200000.00"), ("receivables/LZ-0004", "300000.50"))
    return document(
        "Assignment",
        "assignments/1",
        "parties/cooperative",
        "2026-06-24",
        assignmentKind="sale",
        assignor=iri("parties/cooperative"),
        assignee=iri("parties/bank"),
        assignedItems=[
            {"type": "AssignedItem", "asset": cite(name), "assignedAmount": money(amount)} for name, amount in items
        ],
        itemCount=len(items),
        assignedTotal=money(sum((Decimal(amount) for _, amount in items), Decimal(0))),
        effectiveDate="2026-06-24",
        disclosure="disclosed",
        notified=True,
        notifiedAt="2026-06-24T03:00:00Z",
        registration=registration("R-1", "2026-06-24T04:00:00Z"),
    )


def _transfer(position: int, owners: tuple[str | None, str], at: str) -> Tree:
    tree: Tree = {"type": "ControlTransfer", "position": position}
    if owners[0] is not None:
        tree["transferor"] = iri(owners[0])
    tree.update(
        transferee=iri(owners[1]), transferredAt=at, transferredAmount=money("1200000.00"), proof=f"entry {position}"
    )
    return tree


def _record() -> Tree:
    return document(
        "TransferableRecord",
        "records/1",
        "parties/platform",
        "2026-06-25",
        recordType="receivable_voucher",
        evidencedAsset=iri("receivables/LZ-0001"),
        recordAmount=money("1200000.00"),
        parentRecord=iri("records/0"),
        reliableSystem="https://vouchers.example.org",
        legalBasis="Platform rules 2026, electronic signature law",
        controlHistory=[
            _transfer(1, (None, "parties/supermarket"), "2026-06-20T01:00:00Z"),
            _transfer(2, ("parties/supermarket", "parties/cooperative"), "2026-06-20T02:00:00Z"),
            _transfer(3, ("parties/cooperative", "parties/bank"), "2026-06-25T02:00:00Z"),
        ],
        controller=iri("parties/bank"),
        state="transferred",
    )


def _enhancement() -> Tree:
    return document(
        "CreditEnhancement",
        "enhancements/1",
        "parties/guarantor",
        "2026-03-01",
        enhancementType="guarantee",
        guarantor=iri("parties/guarantor"),
        facility=iri("facilities/1"),
        guaranteedAmount=money("2500000"),
        coverageShare="0.5",
        expiryDate="2027-03-31",
        registration=registration("G-9", "2026-03-02T01:00:00Z"),
        state="issued",
    )


def _buyback() -> Tree:
    """The maker of the goods takes them back if one loan is not repaid."""
    tree = _enhancement()
    del tree["facility"]
    tree.update(
        id=iri("enhancements/2"),
        enhancementType="buyback",
        transaction=iri("transactions/loan"),
        guaranteedAmount=money("540000.00"),
        coverageShare="1",
        state="called",
    )
    return tree
