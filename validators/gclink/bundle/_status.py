"""The effective status of a document over time (GCL-COR-025).

A document never changes; its status does, through life-cycle events and successors. ``revoked`` is final. Documents of
finance and link have a business state as well, in the one machine of their class.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gclink.bundle._entry import Entry
    from gclink.bundle._index import Bundle

#: From best to worst.
ORDER = ("active", "superseded", "suspended", "revoked")
OPEN_END = "2999-12-31T23:59:59Z"
#: The one machine of each class; machine ``document`` is for every class.
MACHINES = {
    "Programme": "programme",
    "Facility": "facility",
    "Receivable": "receivable",
    "PurchaseOrder": "purchase_order",
    "Inventory": "inventory",
    "Undertaking": "undertaking",
    "TransferableRecord": "transferable_record",
    "CreditEnhancement": "credit_enhancement",
    "FinancingTransaction": "transaction",
    "KpiObservation": "kpi_observation",
    "MarginAdjustment": "margin_adjustment",
    "CarbonLink": "carbon_link",
    "RemovalPledge": "removal_pledge",
}


@dataclass(frozen=True, slots=True)
class Span:
    """One status from an instant (included) until another (excluded)."""

    status: str
    start: str
    end: str


def spans(bundle: Bundle, entry: Entry) -> tuple[Span, ...]:
    """Return the spans of a document, from its issue to the open end.

    The own status holds from ``issuedAt``. Each event of machine ``document``, by sequence, starts a span at its
    ``effectiveAt``. Where no event rules, the earliest successor that is not revoked starts ``superseded``. After
    ``revoked`` nothing changes.
    """
    changes: list[tuple[str, str]] = [(entry.issued_at, entry.status)]
    # An event that names a state of another machine is the fault of that event (GCL-FIN-114) and changes nothing.
    events = [event for event in bundle.events(entry.id, "document") if event.tree["toState"] in ORDER]
    for event in events:
        tree = event.tree
        changes.append((tree["effectiveAt"], tree["toState"]))
    if not events and entry.status == "active":
        issued = [other.issued_at for other in bundle.successors(entry.id) if not _revoked(bundle, other)]
        if issued:
            changes.append((max(min(issued), entry.issued_at), "superseded"))
    found: list[Span] = []
    for start, status in changes:
        if found and found[-1].status == "revoked":
            break
        if found:
            previous = found.pop()
            start = max(start, previous.start)
            found.append(Span(previous.status, previous.start, start))
        found.append(Span(status, start, OPEN_END))
    return tuple(found)


def _revoked(bundle: Bundle, entry: Entry) -> bool:
    events = bundle.events(entry.id, "document")
    return entry.status == "revoked" or any(event.tree["toState"] == "revoked" for event in events)


def status_in(found: tuple[Span, ...], at: str) -> str:
    """Return the status at an instant; before the issue the first one counts."""
    for span in reversed(found):
        if span.start <= at and (at < span.end or span.end == OPEN_END):
            return span.status
    return found[0].status


def worst(one: str, other: str) -> str:
    """Return the worse of two statuses."""
    return max(one, other, key=ORDER.index)


def best_within(found: tuple[Span, ...], start: str, end: str) -> str:
    """Return the best status of any span that touches the time from start to end, both included."""
    touching = [span.status for span in found if span.start <= end and (span.end > start or span.end == OPEN_END)]
    return min(touching or [found[0].status], key=ORDER.index)
