"""Who may cite whom: a document with a digest of another one is younger, and the links of a chain go one way."""

from __future__ import annotations

from collections.abc import Iterator

from gclink._text import Text
from gclink.bundle._entry import Entry, Reference
from gclink.bundle._index import Bundle
from gclink.bundle._lots import Edges, rings
from gclink.bundle._registry import Hit, procedure
from gclink.bundle._values import once, same
from gclink.bundle._words import together

#: The place of a class in the direction of citations: a document cites what stands as far down as itself, or further.
_RANKS = {
    "CarbonPassport": 0,
    "RemovalStatement": 0,
    "RemovalAllocation": 0,
    "Claim": 0,
    "Label": 0,
    "SustainabilityTerms": 1,
    "Receivable": 1,
    "PurchaseOrder": 1,
    "Inventory": 1,
    "Undertaking": 1,
    "KpiObservation": 2,
    "EligibilityAssessment": 2,
    "MarginAdjustment": 3,
    "Assignment": 3,
    "FinancingTransaction": 4,
    "CarbonLink": 5,
    "RemovalPledge": 5,
}


@procedure("GCL-LNK-004")
def citation_order(bundle: Bundle) -> Iterator[Hit]:
    """No document cites, at any distance, what cites it; and evidence cites no money that rests on it."""
    entries = list(once(iter(bundle.entries)))
    edges = {entry.id: [target.id for _, target in _citations(bundle, entry)] for entry in entries}
    rings_by_name = _rings(edges)
    for entry in entries:
        for reference, target in _citations(bundle, entry):
            ring = rings_by_name.get(entry.id)
            if ring is not None and ring is rings_by_name.get(target.id):
                wanted = Text(f"a document that does not lead back to {entry.id}", f"不回引 {entry.id} 的文档")
                yield Hit(entry, reference.path, wanted, ring)
            elif _against(entry, reference, target):
                first, last = _RANKS[entry.type], _RANKS[target.type]
                wanted = Text(f"a class of place {first} or lower", f"位次不高于 {first} 的类")
                yield Hit(entry, reference.path, wanted, same(f"{target.type}: {last}"))


def _rings(edges: Edges) -> dict[str, Text]:
    """Return by name the words for the ring that a document is in; one object for each ring."""
    found: dict[str, Text] = {}
    for ring in rings(edges):
        found |= dict.fromkeys(ring, together(sorted(ring)))
    return found


def _citations(bundle: Bundle, entry: Entry) -> Iterator[tuple[Reference, Entry]]:
    for reference in entry.references:
        target = bundle.get(reference.target) if reference.digest is not None else None
        if target is not None:
            yield reference, target


def _against(entry: Entry, reference: Reference, target: Entry) -> bool:
    """Whether a citation goes up; one of a class that the member does not admit is told by GCL-COR-022."""
    ranked = entry.type in _RANKS and target.type in _RANKS and target.is_a(*reference.classes)
    return ranked and _RANKS[target.type] > _RANKS[entry.type]
