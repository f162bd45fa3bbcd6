"""The removals behind a loan fall: passport, claim and label go at once; link, indicators, margin and pledge follow.

The char of the orchard had been counted elsewhere. The registry revokes its statement on 14 September; the terms give
five days. The transaction and its price stay as they are, and the buyer pays its debt on the 18th.
"""

from __future__ import annotations

from gclink_conformance.bases._make import Tree, cite, document, iri, period
from gclink_conformance.stories import removal_loan
from gclink_conformance.stories._lending import events

#: The instant at which the statement is revoked, and the last day in time.
_FALLEN, _IN_TIME, _LIMIT = "2026-09-14T08:00:00Z", "2026-09-18T08:00:00Z", "2026-09-19T16:00:00Z"
#: What relies on the statement and falls with it, and who issued it.
_AT_ONCE = {
    "allocations/inset-A": "cooperative",
    "allocations/pledged": "cooperative",
    "passports/A-inset": "cooperative",
    "claims/t1": "cooperative",
    "labels/t1": "cooperative",
    "subsidies/1": "authority",
}
_REASON = "carbon_evidence_revoked"


def documents() -> dict[str, Tree]:
    """Return the documents by name."""
    found = removal_loan.documents()
    found["impact"].update(issuedAt="2026-09-01T08:00:00Z", period=period("2026-08-25", "2026-08-31"))
    found["event-removal-pledge-1-2"].update(issuedAt=_IN_TIME, effectiveAt=_IN_TIME, reason=_REASON)
    link, observations = ("revoked", _IN_TIME, "bank", "issuer"), ("withdrawn", _IN_TIME, "cooperative", "issuer")
    return {
        **found,
        "adjustment-2": _no_data(),
        **_revoked("statements/biochar", "registry", _FALLEN),
        **{name: tree for entity, by in _AT_ONCE.items() for name, tree in _revoked(entity, by, _FALLEN).items()},
        **_revoked("impact/1", "bank", _LIMIT),
        **_because(events("links/A", "carbon_link", "active", link)),
        **_next(found, "kpi-observation-removals-1", *observations),
        **_next(found, "kpi-observation-net-1", *observations),
        **_next(found, "margin-adjustment-1-1", "reversed", _LIMIT, "bank", "financier"),
        **events("adjustments/2", "margin_adjustment", "calculated", ("applied", _LIMIT, "bank", "financier")),
    }


def _no_data() -> Tree:
    """The margin without a proof of removals, from the day on which the old one ends."""
    return document(
        "MarginAdjustment", "adjustments/2", "parties/bank", "2026-09-18", terms=cite("terms/1"),
        appliesTo=iri("facilities/1"), adjustmentBasis="no_data", adjustmentBp=5, effectiveFrom="2026-09-19",
        effectiveTo="2027-08-24", state="calculated",
    )  # fmt: skip


def _because(found: dict[str, Tree]) -> dict[str, Tree]:
    return {name: {**tree, "reason": _REASON} for name, tree in found.items()}


def _revoked(entity: str, by: str, at: str) -> dict[str, Tree]:
    """Return the revocation of a document, named after its class."""
    kind, name = entity.split("/")
    found = _because(events(entity, "document", "active", ("revoked", at, by, "issuer")))
    return {f"revoked-{kind}-{name}": {**tree, "id": iri(f"events/revoked-{kind}-{name}")} for tree in found.values()}


def _next(found: dict[str, Tree], last: str, to: str, at: str, actor: str, role: str) -> dict[str, Tree]:
    """Return the event that follows the last one of a chain."""
    before = found[f"event-{last}"]
    stem, _, number = last.rpartition("-")
    sequence = int(number) + 1
    tree = document(
        "LifecycleEvent", f"events/{stem}-{sequence}", f"parties/{actor}", at[:10], entity=before["entity"],
        machine=before["machine"], fromState=before["toState"], toState=to, sequence=sequence, effectiveAt=at,
        actor=iri(f"parties/{actor}"), actorRole=role, reason=_REASON, previousEvent=cite(f"events/{last}"),
    )  # fmt: skip
    return {f"event-{stem}-{sequence}": {**tree, "issuedAt": at}}
