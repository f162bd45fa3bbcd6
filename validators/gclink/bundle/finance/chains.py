"""The events of a document as a chain, who may make them, and the state that a new version starts with."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from gclink._text import Text
from gclink.bundle._deals import of_facility, of_terms
from gclink.bundle._entry import Entry
from gclink.bundle._index import Bundle
from gclink.bundle._registry import Hit, procedure
from gclink.bundle._values import Tree, find, follow, once, same
from gclink.bundle._words import since, together

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


def _chains(bundle: Bundle) -> dict[tuple[str, str], list[Entry]]:
    index: dict[tuple[str, str], list[Entry]] = {}
    for event in once(bundle.of("LifecycleEvent")):
        tree = event.tree
        index.setdefault((tree["entity"], tree["machine"]), []).append(event)
    for events in index.values():
        events.sort(key=lambda event: (event.tree["sequence"], event.id))
    return index


@procedure("GCL-FIN-116")
def event_chain(bundle: Bundle) -> Iterator[Hit]:
    """The events of one document and machine are numbered, follow from one another, and cite one another."""
    for (identifier, machine), events in bundle.shared(_chains).items():
        entity = bundle.get(identifier)
        if entity is not None and machine not in ("document", MACHINES.get(entity.type)):
            for event in events:
                wanted = same(f"document / {MACHINES[entity.type]}" if entity.type in MACHINES else "document")
                yield Hit(event, ("machine",), wanted, same(machine))
            continue
        before: Entry | None = None
        for number, event in enumerate(events, 1):
            yield from _follows(event, number, before, _first_state(entity, machine))
            before = event


def _first_state(entity: Entry | None, machine: str) -> str | None:
    if entity is None:
        return None
    return entity.status if machine == "document" else entity.tree.get("state")


def _follows(event: Entry, number: int, before: Entry | None, first: str | None) -> Iterator[Hit]:
    tree = event.tree
    if tree["sequence"] != number:
        yield Hit(event, ("sequence",), same(str(number)), same(str(tree["sequence"])))
    state = first if before is None else before.tree["toState"]
    if state is not None and tree["fromState"] != state:
        yield Hit(event, ("fromState",), same(state), same(tree["fromState"]))
    if before is None:
        return
    if tree["effectiveAt"] < before.tree["effectiveAt"]:
        yield Hit(event, ("effectiveAt",), since(before.tree["effectiveAt"]), same(tree["effectiveAt"]))
    cited = tree.get("previousEvent")
    if cited is not None and cited["target"] != before.id and tree["sequence"] == number:
        yield Hit(event, ("previousEvent", "target"), same(before.id), same(cited["target"]))


@procedure("GCL-FIN-117")
def actor_holds_role(bundle: Bundle) -> Iterator[Hit]:
    """Who moves a state is who it says: the party in that role of the document or of its transaction."""
    for event in once(bundle.of("LifecycleEvent")):
        tree = event.tree
        entity = bundle.get(tree["entity"])
        if entity is None:
            continue
        role, actor, named = tree["actorRole"], tree["actor"], []
        for party in _in_role(bundle, entity, role, tree["machine"]):
            if party == actor:
                break
            named.append(party)
        else:
            known = together(dict.fromkeys(named)) if named else Text("nobody", "无")
            wanted = Text(f"the {role}: {known.en}", f"{role}：{known.zh}")
            yield Hit(event, ("actor",), wanted, same(actor))


def _in_role(bundle: Bundle, entity: Entry, role: str, machine: str) -> Iterator[str]:
    tree = entity.tree
    match role:
        case "issuer":
            yield tree["undertakingIssuer"] if machine == entity.type.lower() == "undertaking" else entity.issuer
        case "guarantor":
            yield from _parties(tree, "guarantor")
        case "controller":
            yield from (transfer["transferee"] for transfer in tree.get("controlHistory", ()))
        case "verifier":
            yield from _verifiers(bundle, entity)
        case _:
            for other in _around(bundle, entity):
                yield from _of_role(bundle, other.tree, role)


def _verifiers(bundle: Bundle, entity: Entry) -> Iterator[str]:
    cited = follow(bundle, entity.tree, "verification", "VerificationStatement")
    if cited is not None:
        yield cited.tree["verifier"]
    for statement, _ in bundle.referring(entity.id, "subjects"):
        yield statement.tree["verifier"]


def _of_role(bundle: Bundle, tree: Tree, role: str) -> Iterator[str]:
    facility = follow(bundle, tree, "facility", "Facility")
    lent = facility.tree if facility is not None else {}
    match role:
        case "seller":
            yield from _parties(tree, "seller", "borrower", "pledgor")
        case "obligor":
            yield from _parties(tree, "obligor")
        case "financier":
            yield from _parties(tree, "financier", "pledgee")
            yield from (share["lender"] for source in (tree, lent) for share in source.get("lenders", ()))
            if tree.get("technique") == "dynamic_discounting":
                yield from _parties(tree, "obligor")
        case "platform":
            yield from _parties(tree, "platform")
            for source in (tree, lent):
                programme = follow(bundle, source, "programme", "Programme")
                yield from _parties(programme.tree if programme is not None else {}, "platform")


def _parties(tree: Tree, *members: str) -> Iterable[str]:
    return (tree[member] for member in members if isinstance(tree.get(member), str))


def _around(bundle: Bundle, entity: Entry) -> Iterator[Entry]:
    """Yield a document and what names its parties: its transaction, facility, asset, those under its terms."""
    yield entity
    tree = entity.tree
    for member in (
        "transactionReference",
        "appliesTo",
        "transaction",
        "facility",
        "secures",
        "programme",
        "evidencedAsset",
    ):
        other = follow(bundle, tree, member, "Document")
        if other is not None:
            yield other
    for version in _earlier(bundle, entity):
        for member in ("asset", "transferableRecord", "assignment"):
            for other, reference in bundle.referring(version.id, member):
                if other.type == "FinancingTransaction" and reference.path[0] in ("items", "assignment"):
                    yield other
    if entity.type == "Facility":
        yield from (deal.entry for deal in of_facility(bundle, entity.id))
    terms = follow(bundle, tree, "terms", "SustainabilityTerms")
    if terms is not None:
        yield from (deal.entry for deal in of_terms(bundle, terms.id))
        for other, _ in bundle.referring(terms.id, "sustainabilityTerms"):
            yield other
        yield from filter(None, [find(bundle, terms.tree["programme"], "Programme")])


def _earlier(bundle: Bundle, entity: Entry) -> Iterator[Entry]:
    """Yield a document and what it superseded: a transaction goes on citing the version that it was made on."""
    seen: set[str] = set()
    version: Entry | None = entity
    while version is not None and version.id not in seen:
        seen.add(version.id)
        yield version
        version = follow(bundle, version.tree, "supersedes", entity.type)


@procedure("GCL-FIN-118")
def successor_state(bundle: Bundle) -> Iterator[Hit]:
    """A new version starts in the state that the old one had reached."""
    for entry in once(bundle.of("Document")):
        state = entry.tree.get("state")
        old = follow(bundle, entry.tree, "supersedes", entry.type) if state is not None else None
        reached = bundle.state(old, entry.issued_at) if old is not None else None
        if old is not None and reached is not None and reached != state:
            wanted = Text(
                f"{reached}, as {old.id} at {entry.issued_at}", f"{reached}，即 {old.id} 在 {entry.issued_at} 的状态"
            )
            yield Hit(entry, ("state",), wanted, same(str(state)))
