"""Which transaction held what and when, what was paid on it, and which terms it is under.

A transaction holds its assets in the half-open time from its valueDate to its closing date, so that an asset released
on a day may be financed again on that day. Few facts per document stay in memory.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from decimal import Decimal

from gclink.bundle._dates import OPEN_END
from gclink.bundle._entry import Entry
from gclink.bundle._index import Bundle
from gclink.bundle._status import MACHINES
from gclink.bundle._values import Tree, find, follow
from gclink.bundle._versions import earlier
from gclink.bundle._words import amount

#: States in which a transaction occupies its assets.
HOLDING = frozenset({"accepted", "funded", "part_settled", "overdue", "defaulted"})
#: States of a transaction whose money went out.
PAID_OUT = frozenset({"funded", "part_settled", "settled", "overdue", "defaulted", "written_off"})
_CLOSED = frozenset({"settled", "written_off"})
#: Notice in calendar days where no terms say otherwise.
NOTICE = 7


@dataclass(frozen=True, slots=True)
class Deal:
    """A transaction in force that holds or held its assets, from ``start`` (included) to ``end`` (excluded)."""

    entry: Entry
    state: str
    technique: str
    facility: str | None
    financed: Decimal
    currency: str
    start: str
    end: str

    @property
    def funded(self) -> bool:
        """Whether the money went out."""
        return self.state in PAID_OUT

    def holds(self, day: str) -> bool:
        """Whether the assets are held on a day."""
        return self.start <= day < self.end


@dataclass(frozen=True, slots=True)
class Payment:
    """A settlement in force."""

    entry: Entry
    kind: str
    day: str
    payer: str
    payee: str
    whole: Decimal
    principal: Decimal
    charges: Decimal
    reserve: Decimal
    currency: str


@dataclass(frozen=True, slots=True)
class Held:
    """One item of a deal."""

    deal: Deal
    item: int
    asset: Entry
    face: Decimal
    record: str | None


def deals(bundle: Bundle) -> dict[str, Deal]:
    """Return the transactions in force that hold or held their assets, by id."""
    found: dict[str, Deal] = {}
    for entry in bundle.of("FinancingTransaction"):
        state = bundle.state(entry)
        if entry.id in found or state not in HOLDING | _CLOSED or not bundle.in_force(entry):
            continue
        tree = entry.tree
        found[entry.id] = Deal(
            entry=entry,
            state=state,
            technique=tree["technique"],
            facility=tree.get("facility"),
            financed=amount(tree["financedAmount"]),
            currency=tree["financedAmount"]["currency"],
            start=tree["valueDate"],
            end=_closing(bundle, entry, tree) if state in _CLOSED else OPEN_END,
        )
    return found


def _closing(bundle: Bundle, entry: Entry, tree: Tree) -> str:
    """Return the day of the closing event, else of the last payment, else the valueDate."""
    closed = first_into(bundle, entry, _CLOSED)
    if closed is not None:
        return closed[:10]
    return max((payment.day for payment in payments(bundle, entry.id)), default=tree["valueDate"])


def first_into(bundle: Bundle, entry: Entry, states: Collection[str]) -> str | None:
    """Return the first instant at which an event of its machine moved a document into one of some states."""
    events = (event.tree for event in bundle.events(entry.id, MACHINES[entry.type]))
    return min((event["effectiveAt"] for event in events if event["toState"] in states), default=None)


def _payments(bundle: Bundle) -> dict[str, list[Payment]]:
    index: dict[str, list[Payment]] = {}
    seen: set[str] = set()
    for entry in bundle.of("Settlement"):
        if entry.id in seen or not bundle.in_force(entry):
            continue
        seen.add(entry.id)
        tree = entry.tree
        payment = Payment(
            entry=entry,
            kind=tree["settlementType"],
            day=tree["settledOn"],
            payer=tree["payer"],
            payee=tree["payee"],
            whole=amount(tree["settledAmount"]),
            principal=amount(tree["principalPart"]),
            charges=amount(tree["interestPart"]) + amount(tree["feePart"]),
            reserve=amount(tree["reservePart"]),
            currency=tree["principalPart"]["currency"],
        )
        index.setdefault(tree["transaction"], []).append(payment)
    for payments_ in index.values():
        payments_.sort(key=lambda payment: (payment.day, payment.entry.id))
    return index


def payments(bundle: Bundle, transaction: str) -> list[Payment]:
    """Return the settlements in force of a transaction and of the versions it replaced, by day."""
    index, entry = bundle.shared(_payments), find(bundle, transaction, "FinancingTransaction")
    found = index.get(transaction, [])
    before = [p for old in earlier(bundle, entry) for p in index.get(old.id, ())] if entry is not None else []
    return sorted([*before, *found], key=lambda payment: (payment.day, payment.entry.id)) if before else found


def repaid(bundle: Bundle, transaction: str, until: str = OPEN_END) -> Decimal:
    """Return the principal that is back or written off by the end of a day."""
    return sum((p.principal for p in payments(bundle, transaction) if p.day <= until), Decimal(0))


def _by_facility(bundle: Bundle) -> dict[str, list[Deal]]:
    index: dict[str, list[Deal]] = {}
    for deal in bundle.shared(deals).values():
        if deal.funded and deal.facility is not None:
            index.setdefault(deal.facility, []).append(deal)
    return index


def of_facility(bundle: Bundle, facility: str) -> list[Deal]:
    """Return the transactions of a facility whose money went out."""
    return bundle.shared(_by_facility).get(facility, [])


def _by_asset(bundle: Bundle) -> dict[str, list[Held]]:
    index: dict[str, list[Held]] = {}
    for deal in bundle.shared(deals).values():
        for item, asset, tree in items(bundle, deal.entry.tree):
            held = Held(deal, item, asset, amount(tree["faceAmount"]), tree.get("transferableRecord"))
            index.setdefault(asset.id, []).append(held)
    return index


def holders(bundle: Bundle, asset: str) -> list[Held]:
    """Return the items by which an asset is or was held."""
    return bundle.shared(_by_asset).get(asset, [])


def all_held(bundle: Bundle) -> Iterator[Held]:
    """Yield every item by which an asset is or was held."""
    for held in bundle.shared(_by_asset).values():
        yield from held


def items(bundle: Bundle, transaction: Tree, *classes: str) -> Iterator[tuple[int, Entry, Tree]]:
    """Yield place, asset and tree of each item whose asset is in the bundle and of one of the classes."""
    for index, item in enumerate(transaction["items"]):
        asset = find(bundle, item["asset"]["target"], *(classes or ("Asset",)))
        if asset is not None:
            yield index, asset, item


def programme_of(bundle: Bundle, tree: Tree) -> Tree | None:
    """Return the programme of a transaction or facility."""
    programme = follow(bundle, tree, "programme", "Programme")
    return programme.tree if programme is not None else None


def under_profile(bundle: Bundle, tree: Tree, profile: str) -> bool:
    """Whether the programme of a transaction or facility carries a rule profile."""
    programme = programme_of(bundle, tree)
    return programme is not None and profile in programme.get("profiles", ())


def terms_of(bundle: Bundle, tree: Tree) -> Entry | None:
    """Return the sustainability terms of a transaction or facility: its own, or those of its facility."""
    own = follow(bundle, tree, "sustainabilityTerms", "SustainabilityTerms")
    if own is not None:
        return own
    facility = follow(bundle, tree, "facility", "Facility")
    return follow(bundle, facility.tree, "sustainabilityTerms", "SustainabilityTerms") if facility else None


def notice_days(bundle: Bundle, entry: Entry | None) -> int:
    """Return the notice of the terms of a transaction or facility, 7 without terms."""
    terms = terms_of(bundle, entry.tree) if entry is not None else None
    return int(terms.tree["noticeDays"]) if terms is not None else NOTICE


def _under_terms(bundle: Bundle) -> dict[str, list[Deal]]:
    index: dict[str, list[Deal]] = {}
    for deal in bundle.shared(deals).values():
        terms = terms_of(bundle, deal.entry.tree)
        if terms is not None:
            index.setdefault(terms.id, []).append(deal)
    return index


def of_terms(bundle: Bundle, terms: str) -> list[Deal]:
    """Return the transactions that hold or held their assets under sustainability terms."""
    return bundle.shared(_under_terms).get(terms, [])
