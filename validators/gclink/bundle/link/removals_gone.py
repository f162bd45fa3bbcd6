"""When a removal statement falls, no pledge, claim, indicator or impact record keeps its tonnes; causes are named."""

from __future__ import annotations

from collections.abc import Iterator

from gclink._text import Text
from gclink.bundle._deals import NOTICE, notice_days
from gclink.bundle._entry import Entry, Path
from gclink.bundle._index import Bundle
from gclink.bundle._registry import Hit, procedure
from gclink.bundle._values import follow, same
from gclink.bundle.link.propagation import (
    Owed,
    adjustments_owed,
    fallen,
    links_owed,
    notice_of,
    observations_owed,
)

#: The causes that an event of propagation may name.
REASONS = ("carbon_evidence_revoked", "carbon_evidence_suspended", "removal_reversal")


def _on_statements(bundle: Bundle) -> Iterator[Owed]:
    """Yield what rests on revoked removal statements: pledges, impact records, observations and claims."""
    for target, at in bundle.shared(fallen).items():
        statement = bundle.get(target)
        if statement is None or statement.type != "RemovalStatement":
            continue
        for entry, path in _resting(bundle, statement):
            match entry.type:
                case "RemovalPledge":
                    secured = follow(bundle, entry.tree, "secures", "Facility", "FinancingTransaction")
                    ends = ("released", "enforced", "expired", "cancelled")
                    yield Owed(entry, path, at, notice_days(bundle, secured), "removal_pledge", ends)
                case "ImpactRecord":
                    financed = follow(bundle, entry.tree, "transaction", "FinancingTransaction")
                    yield Owed(entry, path, at, notice_days(bundle, financed), "document", ("revoked", "superseded"))
                case "KpiObservation":
                    yield Owed(
                        entry, path, at, notice_of(bundle, entry), "kpi_observation", ("withdrawn", "superseded")
                    )
                case "Claim":
                    yield Owed(entry, path, at, NOTICE, "document", ("revoked", "superseded"))


def _resting(bundle: Bundle, statement: Entry) -> Iterator[tuple[Entry, Path]]:
    """Yield what uses tonnes of a statement, directly or through units and allocations, with the place."""
    carriers = [statement]  # each unit and allocation has one source, so that none is met twice
    for carrier in carriers:
        for entry, reference in bundle.referring(carrier.id):
            if (entry.type, reference.field) in (("CarbonUnit", "statement"), ("RemovalAllocation", "source")):
                carriers.append(entry)
            used = {
                "RemovalPledge": ("statement",),
                "ImpactRecord": ("evidence",),
                "KpiObservation": ("evidence",),
                "Claim": ("allocations", "units"),
            }.get(entry.type, ())
            if reference.field in used:
                yield entry, reference.path


def _stands(bundle: Bundle, entry: Entry) -> bool:
    """Whether a document still counts tonnes."""
    states = {"RemovalPledge": ("active",), "KpiObservation": ("verified", "applied")}.get(entry.type)
    return bundle.in_force(entry) and (states is None or bundle.state(entry) in states)


@procedure("GCL-LNK-068")
def removal_revocation(bundle: Bundle) -> Iterator[Hit]:
    """After the notice nothing stands on a removal statement that was revoked."""
    for owed in _on_statements(bundle):
        if bundle.day > owed.limit and _stands(bundle, owed.entry):
            found = bundle.state(owed.entry) or bundle.status(owed.entry)
            yield Hit(owed.entry, owed.path, owed.by, same(found))


@procedure("GCL-LNK-070")
def reason_given(bundle: Bundle) -> Iterator[Hit]:
    """An event by which something is taken back says that carbon evidence was the cause."""
    seen: set[str] = set()
    for owed in _all_owed(bundle):
        for event in owed.answers(bundle):
            reason, wanted = event.tree.get("reason"), same(" / ".join(REASONS))
            asked = event.tree["toState"] == owed.states[0] and event.tree["effectiveAt"] >= owed.at
            if not asked or event.id in seen or reason in REASONS:
                continue
            seen.add(event.id)
            if reason is None:
                yield Hit(event, (), wanted, Text("no reason", "无原因"))
            else:
                yield Hit(event, ("reason",), wanted, same(reason))


def _all_owed(bundle: Bundle) -> Iterator[Owed]:
    """Yield all that has to be taken back, with the events that the sentences ask for."""
    yield from links_owed(bundle)
    yield from observations_owed(bundle)
    yield from adjustments_owed(bundle)
    yield from _on_statements(bundle)
