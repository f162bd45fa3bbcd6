"""A pledge and its allocation are one thing: stored tonnes, of somebody who holds them, and at rest until release."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from gclink._text import Text
from gclink.bundle._dates import night
from gclink.bundle._entry import Entry
from gclink.bundle._index import Bundle
from gclink.bundle._registry import Hit, procedure
from gclink.bundle._values import documents, find, follow, same, shown
from gclink.bundle._words import since
from gclink.bundle.link._pledges import allocation_of, ended_in, made_of, pledges
from gclink.bundle.removal.allocations import CONSUMING


@procedure("GCL-LNK-031")
def pledge_matches_allocation(bundle: Bundle) -> Iterator[Hit]:
    """Contract and ledger name each other and the same tonnes of the same statement."""
    for pledge in pledges(bundle):
        allocation = allocation_of(bundle, pledge)
        if allocation is None:
            continue
        own, entered = pledge.tree, allocation.tree
        pairs = [("allocation", "pledged", entered["mode"]), ("tonnes", entered["tonnes"], own["tonnes"])]
        for member, wanted, found in (
            ("allocation", pledge.id, entered.get("target")),
            ("statement", entered["source"]["target"], own["statement"]["target"]),
        ):
            # A missing document is told by GCL-COR-022 and GCL-REM-063.
            if found is None or all(bundle.get(name) is not None for name in (wanted, found)):
                pairs.append((member, wanted, found))
        for member, wanted, found in pairs:
            if wanted != found:
                yield Hit(pledge, (member,), same(wanted), Text("none", "无") if found is None else same(found))
        lasts, around = own["period"], entered["period"]
        if lasts["start"] < around["start"] or around["end"] < lasts["end"]:
            span = f"{around['start']} - {around['end']}"
            yield Hit(
                pledge, ("period",), Text(f"within {span}", f"在 {span} 内"), same(f"{lasts['start']} - {lasts['end']}")
            )


@procedure("GCL-LNK-032")
def allocation_pledged_once(bundle: Bundle) -> Iterator[Hit]:
    """No allocation stands behind a second pledge that waits or holds."""
    first: dict[str, str] = {}
    standing = [p for p in pledges(bundle) if bundle.in_force(p) and bundle.state(p) in ("proposed", "active")]
    standing = [p for p in standing if allocation_of(bundle, p) is not None]
    for pledge in sorted(standing, key=lambda pledge: (pledge.issued_at, pledge.id)):
        other = first.setdefault(pledge.tree["allocation"], pledge.id)
        if other != pledge.id:
            wanted = Text("an allocation of this pledge alone", "仅支撑本质押的分配")
            yield Hit(pledge, ("allocation",), wanted, Text(f"pledged by {other} as well", f"同时由 {other} 质押"))


@procedure("GCL-LNK-034")
def pledged_tonnes_rest(bundle: Bundle) -> Iterator[Hit]:
    """What is pledged is not used up, neither by its own allocation nor by one put in its place."""
    for pledge in pledges(bundle):
        allocation = allocation_of(bundle, pledge)
        if allocation is None or not bundle.in_force(pledge) or bundle.state(pledge) != "active":
            continue
        wanted = Text("pledged until the release", "解押前保持质押")
        for used in (allocation, *made_of(bundle, allocation)):
            mode = used.tree["mode"]
            if mode in CONSUMING:
                yield Hit(pledge, ("allocation",), wanted, Text(f"{mode} by {used.id}", f"{used.id}：{mode}"))


@procedure("GCL-LNK-035")
def release_before_transfer(bundle: Bundle) -> Iterator[Hit]:
    """What is made of released tonnes does not begin before they are free."""
    for pledge in pledges(bundle):
        allocation, day = allocation_of(bundle, pledge), ended_in(bundle, pledge, "released")
        if allocation is None or day is None:
            continue
        for made in made_of(bundle, allocation):
            start = made.tree["period"]["start"]
            if start < day:
                yield Hit(made, ("period", "start"), since(day), same(start))


@procedure("GCL-LNK-036")
def pledge_on_stored_tonnes(bundle: Bundle) -> Iterator[Hit]:
    """When a pledge begins its tonnes are stored and verified, and the statement stands."""
    last: dict[str, tuple[str, str] | None] = {}
    for pledge in pledges(bundle):
        statement = follow(bundle, pledge.tree, "statement", "RemovalStatement")
        if statement is None or not bundle.in_force(pledge) or bundle.state(pledge) == "cancelled":
            continue
        day = pledge.tree["period"]["start"]
        status, place = bundle.status(statement, night(day)), ("statement",)
        if statement.tree["exAnte"]:
            yield Hit(pledge, place, same("exAnte = false"), same("exAnte = true"))
        if status != "active":
            yield Hit(pledge, place, Text(f"active on {day}", f"{day} 时有效"), same(status))
        elif not bundle.verified(statement, night(day)):
            yield Hit(pledge, place, Text(f"verified on {day}", f"{day} 时已核查"), Text("not verified", "未核查"))
        if statement.id not in last:
            last[statement.id] = max(_stored(bundle, statement), default=None)
        late = last[statement.id]
        if late is not None and late[0] >= day:
            wanted = Text(f"stored before {day}", f"{day} 之前封存")
            yield Hit(pledge, place, wanted, same(f"{late[0]}: {late[1]}"))


def _stored(bundle: Bundle, statement: Entry) -> Iterator[tuple[str, str]]:
    """Yield day and name of every storage event of a statement."""
    for line in statement.tree["lines"]:
        event = follow(bundle, line, "event", "StorageEvent")
        if event is not None:
            yield event.tree["storedOn"], event.id


@procedure("GCL-LNK-037")
def pledgor_holds_tonnes(bundle: Bundle) -> Iterator[Hit]:
    """Who pledges has made the tonnes or bought them, and owes to somebody else."""
    for pledge in pledges(bundle):
        tree = pledge.tree
        pledgor = tree["pledgor"]
        if pledgor == tree["pledgee"]:
            wanted = Text("another party than the pledgor", "出质人以外的主体")
            yield Hit(pledge, ("pledgee",), wanted, same(pledgor))
        statement = follow(bundle, tree, "statement", "RemovalStatement")
        activity = follow(bundle, statement.tree, "activity", "RemovalActivity") if statement is not None else None
        operator = find(bundle, activity.tree["operator"], "Party") if activity is not None else None
        if operator is None or operator.id == pledgor or find(bundle, pledgor, "Party") is None:
            continue
        held = _held(bundle, pledge)
        if held < Decimal(tree["tonnes"]):
            mass = f"{tree['tonnes']} t"
            wanted = Text(f"{operator.id}, or the buyer of {mass}", f"{operator.id}，或已购得 {mass} 者")
            found = Text(f"{pledgor}, who bought {shown(held)} t", f"{pledgor}，购得 {shown(held)} t")
            yield Hit(pledge, ("pledgor",), wanted, found)


def _sales(bundle: Bundle) -> dict[tuple[str, str], list[Entry]]:
    """Return the allocations of mode sold that were not taken back, by source and buyer."""
    index: dict[tuple[str, str], list[Entry]] = {}
    for allocation in documents(bundle, "RemovalAllocation"):
        tree = allocation.tree
        if tree["mode"] == "sold" and bundle.status(allocation) != "revoked":
            index.setdefault((tree["source"]["target"], tree.get("target", "")), []).append(allocation)
    return index


def _held(bundle: Bundle, pledge: Entry) -> Decimal:
    """Return the tonnes of the statement that the pledgor has bought by the start of the pledge.

    A sale that was superseded counts where the allocation of this very pledge stands in its place.
    """
    tree = pledge.tree
    day, allocation = tree["period"]["start"], allocation_of(bundle, pledge)
    replaced = allocation.tree.get("supersedes", {}).get("target") if allocation is not None else None
    bought = bundle.shared(_sales).get((tree["statement"]["target"], tree["pledgor"]), ())
    return sum(
        (
            Decimal(sale.tree["tonnes"])
            for sale in bought
            if sale.tree["period"]["start"] <= day and (sale.id == replaced or bundle.in_force(sale, night(day)))
        ),
        Decimal(0),
    )
