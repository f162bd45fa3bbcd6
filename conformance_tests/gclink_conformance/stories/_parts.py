"""Documents that several stories need: parties, lots and runs with nothing but what they must have."""

from __future__ import annotations

from typing import Any

from gclink_conformance.bases._make import Tree, document, identifier, iri, period, quantity, text


def party(name: str, en: str, zh: str, *roles: str, **members: Any) -> Tree:
    """Return a legal entity of China that issues its own document."""
    return document(
        "Party", f"parties/{name}", f"parties/{name}", "2025-01-05", name=text(en, zh), partyKind="legal_entity",
        identifiers=[identifier("registry_id", name)], roles=list(roles), **{"country": "CN", **members},
    )  # fmt: skip


def lot(name: str, kilograms: str, **members: Any) -> Tree:
    """Return a lot of the orchard from the season before the harvest."""
    return document(
        "Lot", f"lots/{name}", "parties/cooperative", "2026-04-30", lotNumber=name, product=iri("products/litchi"),
        quantity=quantity(kilograms, "kg"), producedAt=iri("sites/orchard"), period=period("2026-02-01", "2026-04-15"),
        custodyModel="mass_balance", **members,
    )  # fmt: skip


def flow(name: str, tonnes: str) -> Tree:
    """Return the only output of a run, which carries all of its burden."""
    return {
        "type": "MaterialFlow", "lot": iri(f"lots/{name}"), "role": "main_product", "mass": quantity(tonnes, "t"),
        "allocationBasis": "1", "allocationFactor": "1", "economicShare": "1",
    }  # fmt: skip


def run(name: str, process: str, outputs: list[Tree], operator: str = "cooperative", site: str = "orchard") -> Tree:
    """Return a run of the season."""
    return document(
        "ProcessRun", f"runs/{name}", f"parties/{operator}", "2026-07-31", processType=process,
        site=iri(f"sites/{site}"), period=period("2025-08-01", "2026-07-31"), outputs=outputs, allocationMethod="none",
    )  # fmt: skip
