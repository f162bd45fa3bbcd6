"""Removals in indicators, reports and labels: verified, no more than there are, and none that was issued as a unit."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from gclink._text import Text
from gclink.bundle._entry import Entry
from gclink.bundle._index import Bundle
from gclink.bundle._registry import Hit, procedure
from gclink.bundle._values import Tree, documents, each, find, follow, same, shown, tonnes
from gclink.bundle._words import at_most
from gclink.bundle.link._observed import observations, statements_of

_USED_UP = ("retired", "cancelled")


def _units(bundle: Bundle) -> dict[str, list[Tree]]:
    """Return the units in force of each statement."""
    index: dict[str, list[Tree]] = {}
    for unit in documents(bundle, "CarbonUnit"):
        if "statement" in unit.tree and bundle.in_force(unit):
            index.setdefault(unit.tree["statement"]["target"], []).append(unit.tree)
    return index


def _own(bundle: Bundle, unit: Tree, claimants: set[str]) -> bool:
    """Whether a unit was used up for somebody who claims its tonnes; a party that is missing accuses nobody."""
    if unit["unitStatus"] not in _USED_UP or "beneficiary" not in unit:
        return False
    parties = {unit["beneficiary"], *claimants}
    return unit["beneficiary"] in claimants or any(find(bundle, party, "Party") is None for party in parties)


def _left(bundle: Bundle, statement: Entry, claimants: set[str]) -> tuple[Decimal, Text]:
    """Return the tonnes of a statement that are in no unit of somebody else, and how they come about."""
    whole = Decimal(statement.tree["issuable"])
    units = [unit for unit in bundle.shared(_units).get(statement.id, ()) if not _own(bundle, unit, claimants)]
    issued = sum((Decimal(unit["unitCount"]) for unit in units), Decimal(0))
    told = f"{shown(whole)} - {shown(issued)} = {shown(whole - issued)} t"
    return whole - issued, Text(f"at most {told}, as units are issued", f"至多 {told}，其余已签发碳单位")


@procedure("GCL-LNK-044")
def issued_units_not_counted(bundle: Bundle) -> Iterator[Hit]:
    """A tonne that was issued as a unit counts only for whom the unit was used up."""
    yield from _issued_in_records(bundle)
    for observation, _, kpi in observations(bundle):
        if kpi["measure"] == "removals_quantity":
            yield from _issued_in_observation(bundle, observation)
    for label in documents(bundle, "Label"):
        claim = follow(bundle, label.tree, "claim", "Claim")
        if claim is None or not bundle.in_force(label):
            continue
        for _, allocation in each(bundle, claim.tree, "allocations", "RemovalAllocation"):
            unit = follow(bundle, allocation.tree, "source", "CarbonUnit")
            if unit is not None and not _own(bundle, unit.tree, {claim.tree["claimant"]}):
                yield Hit(label, ("claim",), _retired_for(claim.tree["claimant"]), _status(unit))


def _retired_for(party: str) -> Text:
    return Text(f"units retired or cancelled for {party}", f"为 {party} 注销或取消的碳单位")


def _status(unit: Entry) -> Text:
    status, party = unit.tree["unitStatus"], unit.tree.get("beneficiary")
    if party is None:
        return same(f"{unit.id}: {status}")
    return Text(f"{unit.id}: {status} for {party}", f"{unit.id}：为 {party} {status}")


def _issued_in_records(bundle: Bundle) -> Iterator[Hit]:
    issued = bundle.shared(_units)
    for record in documents(bundle, "ImpactRecord"):
        tree = record.tree
        mass = Decimal(tree.get("removals", {}).get("value", "0"))
        if mass <= 0 or not bundle.in_force(record):
            continue
        financed = follow(bundle, tree, "transaction", "FinancingTransaction")
        claimants = {record.issuer} | ({financed.tree["seller"]} if financed is not None else set())
        statements = list(each(bundle, tree, "evidence", "RemovalStatement"))
        for _, statement in statements:
            left, wanted = _left(bundle, statement, claimants)
            if statement.id in issued and mass > left:
                yield Hit(record, ("removals", "value"), wanted, same(f"{shown(mass)} t"))
        own = any(_own(bundle, unit, claimants) for _, statement in statements for unit in issued.get(statement.id, ()))
        if tree["registryUnitsIssued"] and not own:
            found = Text(f"{shown(mass)} t, units issued", f"{shown(mass)} t，已签发碳单位")
            yield Hit(record, ("registryUnitsIssued",), _retired_for(" / ".join(sorted(claimants))), found)


def _issued_in_observation(bundle: Bundle, observation: Entry) -> Iterator[Hit]:
    issued = bundle.shared(_units)
    for index, statement, mass, before in _summed(bundle, observation):
        left, wanted = _left(bundle, statement, {observation.issuer})
        if statement.id in issued and left < before + mass and (before <= left or before == 0):
            found = same(_told(before, mass))
            yield Hit(observation, ("observationInputs", index, "quantity", "value"), wanted, found)


def _summed(bundle: Bundle, observation: Entry) -> Iterator[tuple[int, Entry, Decimal, Decimal]]:
    """Yield place, statement, tonnes and the tonnes of the inputs before of each input on a removal statement."""
    sums: dict[str, Decimal] = {}
    for index, statement, quantity in statements_of(bundle, observation):
        mass, before = tonnes(quantity), sums.get(statement.id, Decimal(0))
        if mass is not None:
            sums[statement.id] = before + mass
            yield index, statement, mass, before


def _told(before: Decimal, mass: Decimal) -> str:
    return f"{shown(before)} + {shown(mass)} = {shown(before + mass)} t" if before else f"{shown(mass)} t"


@procedure("GCL-LNK-045")
def removal_feeds_one_terms(bundle: Bundle) -> Iterator[Hit]:
    """One statement lowers the price under one set of terms, and by no more tonnes than it has."""
    first: dict[str, str] = {}
    found = [(o, terms) for o, terms, kpi in observations(bundle) if kpi["measure"] == "removals_quantity"]
    for observation, terms in sorted(found, key=lambda pair: (pair[0].issued_at, pair[0].id)):
        if not bundle.in_force(terms):
            continue
        for index, statement, mass, before in _summed(bundle, observation):
            place, most = ("observationInputs", index), Decimal(statement.tree["issuable"])
            other = first.setdefault(statement.id, terms.id)
            if other != terms.id:
                yield Hit(
                    observation, (*place, "evidence"), Text(f"only under {other}", f"仅用于 {other}"), same(terms.id)
                )
            if before + mass > most:
                wanted = at_most(f"{shown(most)} t")
                yield Hit(observation, (*place, "quantity", "value"), wanted, same(_told(before, mass)))


@procedure("GCL-LNK-051")
def reported_removals(bundle: Bundle) -> Iterator[Hit]:
    """What lenders report together is no more than was verified and stored."""
    shares: dict[tuple[str, str, str], Decimal] = {}
    for record in sorted(documents(bundle, "ImpactRecord"), key=lambda record: (record.issued_at, record.id)):
        tree = record.tree
        if "removals" not in tree or tree["removals"]["value"] == "0" or not bundle.in_force(record):
            continue
        statements: dict[str, tuple[int, Entry]] = {}
        for index, statement in each(bundle, tree, "evidence", "RemovalStatement"):
            statements.setdefault(statement.id, (index, statement))
        if not statements and all(bundle.get(cited["target"]) is not None for cited in tree["evidence"]):
            found = Text("no removal statement", "无清除声明")
            yield Hit(record, ("evidence",), Text("a verified removal statement", "经核查的清除声明"), found)
        whole = Decimal(tree["removals"]["value"])
        # That the share is stated is GCL-FIN-094.
        share = Decimal(tree.get("attributedRemovals", {}).get("value", "0"))
        for index, statement in statements.values():
            if not bundle.verified(statement, record.issued_at):
                wanted = Text(f"verified at {record.issued_at}", f"{record.issued_at} 时已核查")
                yield Hit(record, ("evidence", index), wanted, Text("not verified", "未核查"))
            most = Decimal(statement.tree["issuable"])
            wanted = at_most(f"{shown(most)} t")
            if whole > most:
                yield Hit(record, ("removals", "value"), wanted, same(f"{shown(whole)} t"))
            key = (statement.id, tree["period"]["start"], tree["period"]["end"])
            before = shares.get(key, Decimal(0))
            shares[key] = before + share
            if before <= most < before + share:
                yield Hit(record, ("attributedRemovals", "value"), wanted, same(_told(before, share)))
