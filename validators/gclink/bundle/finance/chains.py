"""The events of a document as a chain, who may make them, and the state that a new version starts with."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cache

from gclink._text import Text
from gclink.bundle._deals import of_facility, of_terms
from gclink.bundle._entry import Entry
from gclink.bundle._index import Bundle
from gclink.bundle._registry import Hit, procedure
from gclink.bundle._status import MACHINES
from gclink.bundle._values import Tree, follow, once, same
from gclink.bundle._versions import earlier
from gclink.bundle._words import since, together


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
        for event in events:
            yield from _follows(bundle, event, before, _first_state(entity, machine))
            before = event


def _first_state(entity: Entry | None, machine: str) -> str | None:
    if entity is None:
        return None
    return entity.status if machine == "document" else entity.tree.get("state")


def _follows(bundle: Bundle, event: Entry, before: Entry | None, first: str | None) -> Iterator[Hit]:
    tree = event.tree
    last: Tree = before.tree if before is not None else {"sequence": 0, "toState": first}
    cited = tree["previousEvent"]["target"] if "previousEvent" in tree else None
    if cited is not None and bundle.get(cited) is None:
        return  # the event between is missing (GCL-COR-022)
    number, state = last["sequence"] + 1, last["toState"]
    if tree["sequence"] != number:
        yield Hit(event, ("sequence",), same(str(number)), same(str(tree["sequence"])))
    if state is not None and tree["fromState"] != state:
        yield Hit(event, ("fromState",), same(state), same(tree["fromState"]))
    if before is None:
        return
    if tree["effectiveAt"] < last["effectiveAt"]:
        yield Hit(event, ("effectiveAt",), since(last["effectiveAt"]), same(tree["effectiveAt"]))
    if cited not in (None, before.id) and tree["sequence"] == number:
        yield Hit(event, ("previousEvent", "target"), same(before.id), same(cited))


@procedure("GCL-FIN-117")
def actor_holds_role(bundle: Bundle) -> Iterator[Hit]:
    """Who moves a state is who it says: the party in that role of the document or of its transaction."""
    for event in once(bundle.of("LifecycleEvent")):
        tree = event.tree
        entity = bundle.get(tree["entity"])
        if entity is None or bundle.get(tree["actor"]) is None:
            continue
        role, actor, named = tree["actorRole"], tree["actor"], []
        for party in _in_role(bundle, entity, role, tree["machine"]):
            if party == actor or bundle.get(party) is None:
                break  # it is, or what could name it is not in the bundle (GCL-COR-022)
            named.append(str(party))
        else:
            known = together(dict.fromkeys(named)) if named else Text("nobody", "无")
            wanted = Text(f"the {role}: {known.en}", f"{role}：{known.zh}")
            yield Hit(event, ("actor",), wanted, same(actor))


def _in_role(bundle: Bundle, entity: Entry, role: str, machine: str) -> Iterator[str | None]:
    """Yield who holds a role of a document, None for each document that could say so and is missing."""
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
            yield from _named_by(bundle, _around(bundle, entity), role)
            yield from _named_by_many(bundle, entity, role)


def _named_by(bundle: Bundle, others: Iterable[Entry | None], role: str) -> Iterator[str | None]:
    for other in others:
        yield from _of_role(bundle, other.tree, role) if other is not None else (None,)


def _named_by_many(bundle: Bundle, entity: Entry, role: str) -> Iterator[str | None]:
    """Yield who holds a role in any transaction of a facility or under terms."""
    hubs = [entity] if entity.type == "Facility" else _led_to(bundle, entity.tree, "terms")
    for hub in hubs:
        yield from bundle.shared(_of_hubs)(hub, role) if hub is not None else (None,)


def _of_hubs(bundle: Bundle) -> Callable[[Entry, str], tuple[str | None, ...]]:
    """Return what finds who holds a role around a facility or terms: found once for all their events."""

    @cache
    def found(hub: Entry, role: str) -> tuple[str | None, ...]:
        return tuple(dict.fromkeys(_named_by(bundle, _of_hub(bundle, hub), role)))

    return found


def _of_hub(bundle: Bundle, hub: Entry) -> Iterator[Entry | None]:
    """Yield the transactions of a facility; of terms also what cites them, and their programme."""
    if hub.type == "Facility":
        yield from (deal.entry for deal in of_facility(bundle, hub.id))
        return
    yield from (deal.entry for deal in of_terms(bundle, hub.id))
    for other, _ in bundle.referring(hub.id, "sustainabilityTerms"):
        yield other
    yield from _led_to(bundle, hub.tree, "programme")


def _verifiers(bundle: Bundle, entity: Entry) -> Iterator[str | None]:
    for cited in _led_to(bundle, entity.tree, "verification"):
        yield cited.tree.get("verifier") if cited is not None else None
    for statement, _ in bundle.referring(entity.id, "subjects"):
        yield from _parties(statement.tree, "verifier")


def _of_role(bundle: Bundle, tree: Tree, role: str) -> Iterator[str | None]:
    match role:
        case "seller":
            yield from _parties(tree, "seller", "borrower", "pledgor")
        case "obligor":
            yield from _parties(tree, "obligor", "undertakingIssuer")
        case "financier":
            yield from _parties(tree, "financier", "pledgee")
            if tree.get("technique") == "dynamic_discounting":
                yield from _parties(tree, "obligor")
            for facility in (tree, *_trees(bundle, tree, "facility")):
                yield from (share["lender"] for share in facility.get("lenders", ())) if facility else (None,)
        case "platform":
            yield from _parties(tree, "platform")
            for source in (tree, *_trees(bundle, tree, "facility")):
                for programme in _trees(bundle, source, "programme") if source else (None,):
                    yield from _parties(programme, "platform") if programme else (None,)


def _trees(bundle: Bundle, tree: Tree, member: str) -> Iterator[Tree | None]:
    for other in _led_to(bundle, tree, member):
        yield other.tree if other is not None else None


def _led_to(bundle: Bundle, tree: Tree, member: str) -> Iterator[Entry | None]:
    """Yield the document that a member leads to, None where it is missing; nothing where the member is absent."""
    if isinstance(tree.get(member), str | dict):
        yield follow(bundle, tree, member, "Document")


def _parties(tree: Tree, *members: str) -> Iterable[str]:
    return (tree[member] for member in members if isinstance(tree.get(member), str))


#: Members by which a document leads to another one that names its parties.
_LEADING = ("transactionReference", "appliesTo", "transaction", "facility", "secures", "programme", "evidencedAsset")


def _around(bundle: Bundle, entity: Entry) -> Iterator[Entry | None]:
    """Yield a document and what names its parties: its transaction, facility or asset, and those that name it."""
    yield entity
    tree = entity.tree
    for member in _LEADING:
        yield from _led_to(bundle, tree, member)
    versions = [entity, *earlier(bundle, entity)]  # a transaction goes on citing the version it was made on
    yield from (None for cited in _led_to(bundle, versions[-1].tree, "supersedes") if cited is None)
    for version in versions:
        for member in ("asset", "transferableRecord", "assignment"):
            for other, _ in bundle.referring(version.id, member):
                if other.type == "FinancingTransaction":
                    yield other


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
