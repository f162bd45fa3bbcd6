"""The removal that two stories share: 30 t of dry wood burnt with capture, the gas below ground, 38.24 t usable."""

from __future__ import annotations

from typing import Any

from gclink_conformance.bases import core, removal, statements
from gclink_conformance.bases._make import Tree, cite, document, iri, period, text
from gclink_conformance.stories._parts import flow, lot, party, run


def chain() -> dict[str, Tree]:
    """Return the documents from the boiler to the verified statement by name."""
    reservoir = {**core.documents()["site"], "id": iri("sites/reservoir")}
    reservoir.update(
        name=text("Reservoir below the hills", "山下储层"), operator=iri("parties/boiler"),
        siteRoles=["geological_store", "plant"],
    )  # fmt: skip
    for member in ("identifiers", "area", "soilTemperature", "soilType"):
        del reservoir[member]
    return {
        "boiler": party("boiler", "Wood-chip boiler with capture", "带捕集的木片锅炉", "processor", "storage_operator"),
        "reservoir": reservoir,
        "prunings-boiler": lot("prunings", "40000", dryMatterFraction="0.75"),
        "dried": lot("dried", "2000"),
        "boiler-run": run("boiler", "combustion", [flow("dried", "2")], "boiler", "reservoir"),
        "activity-gas": activity("bioccs", "boiler", "reservoir", "geological", "geological"),
        "capture": removal.documents()["capture"],
        "injection": removal.documents()["storage-injection"],
        "statement-gas": statement("bioccs", "bioccs"),
        "verification-gas": verification("gas", "statements/bioccs"),
    }


def activity(name: str, operator: str, site: str, storage: str, method: str, **members: Any) -> Tree:
    """Return an activity of an operator at a site."""
    tree = removal.documents()["activity"]
    tree.update(
        id=iri(f"activities/{name}"), issuer=iri(f"parties/{operator}"), operator=iri(f"parties/{operator}"),
        sites=[iri(f"sites/{site}")], storageType=storage, permanenceMethod=method, **members,
    )  # fmt: skip
    return tree


def statement(base: str, name: str) -> Tree:
    """Return a statement of the bases under an activity."""
    tree = statements.documents()[f"statement-{base}"]
    tree["activity"] = iri(f"activities/{name}")
    return tree


def allocation(name: str, owner: str, source: str, mode: str, tonnes: str, days: tuple[str, str], target: str) -> Tree:
    """Return an allocation of some tonnes by their owner."""
    tree = removal.documents()["allocation"]
    tree.update(
        id=iri(f"allocations/{name}"), issuer=iri(f"parties/{owner}"), owner=iri(f"parties/{owner}"),
        source=cite(source), mode=mode, tonnes=tonnes, period=period(*days), target=iri(target),
    )  # fmt: skip
    return tree


def verification(name: str, *subjects: str) -> Tree:
    """Return a verification with reasonable assurance."""
    return document(
        "VerificationStatement", f"verifications/{name}", "parties/verifier", "2026-08-15",
        subjects=[cite(subject) for subject in subjects], verifier=iri("parties/verifier"),
        accreditation="EX-ACC 117", standard="iso_14064_3", level="reasonable", opinion="unmodified", materiality="5",
        completedOn="2026-08-09", validity=period("2026-08-10", "2029-08-10"),
        scopeText=text("Records, meters and samples", "记录、计量与样品"),
    )  # fmt: skip
