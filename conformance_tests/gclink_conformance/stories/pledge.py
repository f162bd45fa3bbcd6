"""Stored tonnes as security: one pledge stands for a line of credit, another ended with its debt and was sold on."""

from __future__ import annotations

from gclink_conformance.bases import finance, link, removal
from gclink_conformance.bases._make import Tree, cite, document, iri, money, period, run
from gclink_conformance.stories import inset
from gclink_conformance.stories._lending import events, parties


def documents() -> dict[str, Tree]:
    """Return the documents by name."""
    removals = inset.documents()
    for name in ("passport", "allocation"):
        del removals[name]
    return {
        **removals,
        **parties("supermarket", "bank", "platform"),
        "programme": finance.documents()["programme"],
        "facility": _facility("1", "2026-02-01"),
        "facility-repaid": _facility("0", "2026-02-01"),
        "pledge": _pledge("1", "4", "facilities/1", "2026-08-15"),
        "pledge-released": _pledge("0", "2", "facilities/0", "2026-08-12"),
        "allocation": _allocation("pledged", "pledged", "pledges/1", "4", "2026-08-15"),
        "allocation-released": _allocation("released", "pledged", "pledges/0", "2", "2026-08-12"),
        "allocation-sold": {
            **_allocation("sold", "sold", "parties/supermarket", "2", "2026-09-14"),
            "supersedes": cite("allocations/released"),
        },
        **events("pledges/1", "removal_pledge", "proposed", ("active", "2026-08-15T09:00:00Z", "bank", "financier")),
        **events(
            "pledges/0", "removal_pledge", "proposed",
            ("active", "2026-08-12T09:00:00Z", "bank", "financier"),
            ("released", "2026-09-12T09:00:00Z", "bank", "financier"),
        ),
        **events(
            "facilities/0", "facility", "available",
            ("terminated", "2026-09-08T09:00:00Z", "bank", "financier"),
            ("closed", "2026-09-10T09:00:00Z", "bank", "financier"),
        ),
    }  # fmt: skip


def _facility(name: str, day: str) -> Tree:
    """Return a line of credit that nothing is drawn on."""
    return document(
        "Facility", f"facilities/{name}", "parties/bank", day, programme=iri("programmes/1"),
        lenders=[{"type": "LenderShare", "lender": iri("parties/bank"), "share": "1"}],
        borrower=iri("parties/cooperative"), commitment="committed", revolving=True, limit=money("500000"),
        availableFrom=day, maturityDate="2027-01-31", state="available",
    )  # fmt: skip


def _pledge(name: str, tonnes: str, secures: str, day: str) -> Tree:
    """Return a pledge at 400 CNY a tonne with a haircut of a fifth, registered on its first day."""
    value = run("removal_collateral_value", {
        "quantity_t": tonnes, "unitValue": "400", "currency": "CNY", "haircut": "0.2",
    })  # fmt: skip
    tree = link.documents()["pledge"]
    tree["registration"].update(number=f"R-{name}", registeredAt=f"{day}T08:30:00Z")
    tree.update(
        id=iri(f"pledges/{name}"), issuedAt=f"{day}T08:00:00Z", tonnes=tonnes, secures=iri(secures),
        allocation=iri("allocations/pledged" if name == "1" else "allocations/released"),
        period=period(day, "2027-08-11"), collateralValue=money(str(value["collateralValue"])), state="proposed",
    )  # fmt: skip
    return tree


def _allocation(name: str, mode: str, target: str, tonnes: str, day: str) -> Tree:
    tree = removal.documents()["allocation"]
    tree.update(
        id=iri(f"allocations/{name}"), issuedAt=f"{day}T07:00:00Z", mode=mode, target=iri(target), tonnes=tonnes,
        period=period(day, "2027-08-11"),
    )  # fmt: skip
    return tree
