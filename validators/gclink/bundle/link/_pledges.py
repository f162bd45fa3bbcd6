"""When a pledge holds its tonnes, how it ended, and what was made of its allocation afterwards."""

from __future__ import annotations

from collections.abc import Iterator

from gclink.bundle._entry import Entry
from gclink.bundle._index import Bundle
from gclink.bundle._status import OPEN_END
from gclink.bundle._values import documents, follow

_MACHINE = "removal_pledge"
#: Days that a pledge may outlive its debt, and in which enforced tonnes are sold.
SETTLING_DAYS = 5


def pledges(bundle: Bundle) -> Iterator[Entry]:
    """Yield every pledge, each id once."""
    return documents(bundle, "RemovalPledge")


def allocation_of(bundle: Bundle, pledge: Entry) -> Entry | None:
    """Return the allocation that a pledge names."""
    return follow(bundle, pledge.tree, "allocation", "RemovalAllocation")


def secured_by(bundle: Bundle, pledge: Entry) -> Entry | None:
    """Return the facility or transaction that a pledge secures."""
    return follow(bundle, pledge.tree, "secures", "Facility", "FinancingTransaction")


def active_time(bundle: Bundle, pledge: Entry) -> tuple[str, str] | None:
    """Return the instants from which (included) and until which (excluded) a pledge is active, None if never.

    A pledge that was issued as active is so from the beginning of its days on.
    """
    start = pledge.tree["period"]["start"] if pledge.tree["state"] == "active" else None
    for event in bundle.events(pledge.id, _MACHINE):
        state, at = event.tree["toState"], event.tree["effectiveAt"]
        if start is None and state == "active":
            start = at
        elif start is not None and state != "active":
            return start, at
    return (start, OPEN_END) if start is not None else None


def reached(bundle: Bundle, entry: Entry, machine: str, state: str) -> str | None:
    """Return the day on which a document came into a state: that of the event, else of the issue in that state."""
    for event in bundle.events(entry.id, machine):
        if event.tree["toState"] == state:
            return str(event.tree["effectiveAt"][:10])
    return entry.issued_at[:10] if entry.tree.get("state") == state else None


def ended_in(bundle: Bundle, pledge: Entry, state: str) -> str | None:
    """Return the day on which a pledge was released or enforced, None where it was not."""
    return reached(bundle, pledge, _MACHINE, state)


def made_of(bundle: Bundle, allocation: Entry) -> Iterator[Entry]:
    """Yield the allocations that stand in the place of another one: they supersede it and were not taken back."""
    for successor in bundle.successors(allocation.id):
        if successor.type == "RemovalAllocation" and bundle.status(successor) != "revoked":
            yield successor
