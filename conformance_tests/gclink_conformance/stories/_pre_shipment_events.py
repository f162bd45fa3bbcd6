"""The life cycles of the story, each event citing the one before."""

from __future__ import annotations

from typing import Any

from gclink_conformance.bases._make import cite, document, iri

Tree = dict[str, Any]

#: From, to, instant and actor of each move, by machine, entity and name.
_MOVES: dict[tuple[str, str, str], list[tuple[str, str, str, str]]] = {
    ("purchase_order", "orders/1", "order"): [
        ("accepted", "financed", "2026-05-11T03:00:00Z", "rural-bank"),
        ("financed", "released", "2026-06-25T04:00:00Z", "rural-bank"),
    ],
    ("transaction", "transactions/order", "loan-order"): [
        ("accepted", "funded", "2026-05-11T03:00:00Z", "rural-bank"),
        ("funded", "settled", "2026-06-25T04:00:00Z", "rural-bank"),
    ],
    ("receivable", "receivables/LZ-0001", "receivable"): [
        ("offered", "financed", "2026-06-25T05:00:00Z", "bank"),
        ("financed", "settled", "2026-09-18T09:00:00Z", "bank"),
    ],
    ("transaction", "transactions/1", "purchase"): [
        ("accepted", "funded", "2026-06-25T05:00:00Z", "bank"),
        ("funded", "settled", "2026-09-18T09:00:00Z", "bank"),
    ],
    ("inventory", "inventories/WR-77", "stock"): [("stored", "pledged", "2026-07-01T03:00:00Z", "bank")],
    ("inventory", "inventories/WR-77-2", "stock-later"): [
        ("pledged", "released", "2026-09-29T03:00:00Z", "bank"),
        ("released", "pledged", "2026-09-29T05:00:00Z", "rural-bank"),
    ],
    ("transaction", "transactions/stock", "loan-stock"): [
        ("accepted", "funded", "2026-07-01T03:00:00Z", "bank"),
        ("funded", "part_settled", "2026-08-31T04:00:00Z", "bank"),
        ("part_settled", "settled", "2026-09-29T03:00:00Z", "bank"),
    ],
    ("receivable", "receivables/LZ-0002", "receivable-stock"): [
        ("offered", "financed", "2026-08-31T06:00:00Z", "bank"),
    ],
    ("transaction", "transactions/stock-sale", "purchase-stock"): [
        ("accepted", "funded", "2026-08-31T06:00:00Z", "bank"),
    ],
    ("transaction", "transactions/stock-rural", "loan-stock-rural"): [
        ("accepted", "funded", "2026-09-29T05:00:00Z", "rural-bank"),
    ],
}


def documents() -> dict[str, Tree]:
    """Return the events by name."""
    return {
        f"event-{name}-{number}": _event(machine, entity, name, number, *move)
        for (machine, entity, name), moves in _MOVES.items()
        for number, move in enumerate(moves, 1)
    }


def _event(machine: str, entity: str, name: str, number: int, before: str, after: str, at: str, actor: str) -> Tree:
    tree = document(
        "LifecycleEvent", f"events/{name}-{number}", f"parties/{actor}", at[:10], entity=iri(entity), machine=machine,
        fromState=before, toState=after, sequence=number, effectiveAt=at, actor=iri(f"parties/{actor}"),
        actorRole="financier",
    )  # fmt: skip
    if number > 1:
        tree["previousEvent"] = cite(f"events/{name}-{number - 1}")
    return tree | {"issuedAt": at}
