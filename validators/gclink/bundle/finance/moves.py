"""Moves that one document alone cannot forbid: they would free an asset that still stands for a debt."""

from __future__ import annotations

from collections.abc import Iterator

from gclink._text import Text
from gclink.bundle._dates import night
from gclink.bundle._deals import Deal, Held, all_held, holders, payments
from gclink.bundle._entry import Entry
from gclink.bundle._index import Bundle
from gclink.bundle._registry import Hit, procedure
from gclink.bundle._status import MACHINES
from gclink.bundle._values import Tree, find, once, same
from gclink.bundle._versions import earlier, later

_TAKEN = frozenset({"financed", "pledged"})
_STILL_TAKEN = _TAKEN | {"part_settled", "overdue", "disputed"}


@procedure("GCL-FIN-120")
def disputed_stays_out(bundle: Bundle) -> Iterator[Hit]:
    """A receivable that is financed goes neither back to approved after a dispute nor to a second lender."""
    for event in once(bundle.of("LifecycleEvent")):
        tree = event.tree
        disputed = tree["fromState"] == "disputed" and tree["toState"] == "approved"
        if tree["machine"] != "receivable" or not (disputed or tree["toState"] == "offered"):
            continue
        day = tree["effectiveAt"][:10]
        holding = [h.deal for h in _holders(bundle, tree["entity"]) if h.deal.holds(day)]
        deal = next((d for d in holding if day > d.start or _taken_before(bundle, event)), None)
        if deal is not None:
            name = deal.entry.id
            wanted = Text(f"not while {name} holds it", f"{name} 占用期间不得发生")
            yield Hit(event, ("toState",), wanted, same(f"{tree['fromState']} -> {tree['toState']}, {day}"))


def _holders(bundle: Bundle, asset: str) -> Iterator[Held]:
    """Yield the items by which an asset is or was held, in the version they name."""
    yield from holders(bundle, asset)
    entry = find(bundle, asset, "Asset")
    for version in earlier(bundle, entry) if entry is not None else ():
        yield from holders(bundle, version.id)


def _taken_before(bundle: Bundle, event: Entry) -> bool:
    """Whether an earlier event of the day on which the money went out made the asset financed or pledged."""
    tree = event.tree
    day = tree["effectiveAt"][:10]
    earlier = (e.tree for e in bundle.events(tree["entity"], "receivable"))
    return any(
        e["toState"] in _TAKEN and e["effectiveAt"][:10] == day and e["sequence"] < tree["sequence"] for e in earlier
    )


@procedure("GCL-FIN-121")
def asset_follows_transaction(bundle: Bundle) -> Iterator[Hit]:
    """An asset shows that it is financed from the day of the money on, and is not let go before the debt is."""
    for held in all_held(bundle):
        deal, place = held.deal, ("items", held.item, "asset")
        if not deal.funded or deal.technique == "dynamic_discounting":
            continue
        state = _due_state(held)
        events = _events(bundle, held.asset)
        became = [e for e in events if e["toState"] == state and e["effectiveAt"][:10] == deal.start]
        if state is not None and not became and not _taken_by_another(bundle, held):
            now = bundle.state(held.asset, night(deal.start))
            wanted = Text(f"{state} on {deal.start}", f"{deal.start} 转为 {state}")
            yield Hit(deal.entry, place, wanted, Text(f"{now} on that day", f"当日为 {now}"))
        for event in events:
            day = event["effectiveAt"][:10]
            if event["toState"] not in ("settled", "released") or not deal.holds(day):
                continue
            handed_over = day == deal.start and any(_before(event, other) for other in became)
            if not handed_over and not _recourse(bundle, deal, day):
                wanted = Text(f"not before {deal.entry.id} is settled", f"不早于 {deal.entry.id} 结清")
                yield Hit(deal.entry, place, wanted, same(f"{event['toState']}, {day}"))


def _events(bundle: Bundle, asset: Entry) -> list[Tree]:
    """Return the events of an asset and of what replaced it."""
    machine = MACHINES[asset.type]
    return [event.tree for one in (asset, *later(bundle, asset)) for event in bundle.events(one.id, machine)]


def _before(one: Tree, other: Tree) -> bool:
    """Whether an event comes before another: of one document by sequence, of two versions by their instants."""
    if one["entity"] == other["entity"]:
        return bool(one["sequence"] < other["sequence"])
    return bool(one["effectiveAt"] <= other["effectiveAt"])


def _due_state(held: Held) -> str | None:
    """Return the state that an asset has to show, None for stock that is not transferred, which has none."""
    kind = held.deal.entry.tree["assignmentKind"]
    secured = kind in ("pledge", "security_assignment")
    if held.asset.type == "Inventory":
        return "pledged" if secured else None
    return "pledged" if secured and held.asset.type == "Receivable" else "financed"


def _taken_by_another(bundle: Bundle, held: Held) -> bool:
    """Whether the asset was financed already, as another part of a split one."""
    day = held.deal.start
    others = (h.deal for h in holders(bundle, held.asset.id) if h.deal is not held.deal)
    return bundle.state(held.asset, night(day)) in _STILL_TAKEN and any(o.holds(day) and o.start < day for o in others)


def _recourse(bundle: Bundle, deal: Deal, day: str) -> bool:
    return any(p.kind == "recourse_payment" and p.day <= day for p in payments(bundle, deal.entry.id))


@procedure("GCL-FIN-126")
def irrevocable_not_cancelled(bundle: Bundle) -> Iterator[Hit]:
    """A promise that cannot be taken back is not cancelled."""
    for event in once(bundle.of("LifecycleEvent")):
        tree = event.tree
        if tree["machine"] != "undertaking" or tree["toState"] != "cancelled":
            continue
        promise = find(bundle, tree["entity"], "Undertaking")
        if promise is not None and promise.tree["irrevocable"]:
            wanted = Text("another state, as it is irrevocable", "其他状态，因其不可撤销")
            yield Hit(event, ("toState",), wanted, same("cancelled"))
