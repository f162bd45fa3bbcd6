"""What stands behind a debt: guarantees not above it, and stock that is still worth it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from gclink._text import Text
from gclink.bundle._dates import night, plus
from gclink.bundle._deals import Deal, deals, of_facility, programme_of, repaid
from gclink.bundle._entry import Entry
from gclink.bundle._index import Bundle
from gclink.bundle._registry import Hit, procedure
from gclink.bundle._values import find, once, same, shown
from gclink.bundle._words import amount, at_most
from gclink.bundle.finance.limits import outstanding


@dataclass(frozen=True, slots=True)
class _Guarantee:
    entry: Entry
    amount: Decimal | None
    share: Decimal
    start: str
    end: str

    def covers(self, owed: Decimal) -> Decimal:
        """Return min(guaranteed amount, share of what is owed)."""
        part = self.share * owed
        return part if self.amount is None else min(self.amount, part)


def _guarantees(bundle: Bundle) -> dict[str, list[Entry]]:
    index: dict[str, list[Entry]] = {}
    for entry in once(bundle.of("CreditEnhancement")):
        tree = entry.tree
        target = tree.get("transaction") or tree.get("facility")
        if target is not None and bundle.in_force(entry):
            index.setdefault(target, []).append(entry)
    return index


@procedure("GCL-FIN-083")
def cover_within_outstanding(bundle: Bundle) -> Iterator[Hit]:
    """All guarantees of a debt together cover no more than the debt, on any day."""
    for target, entries in _guarantees(bundle).items():
        entity = find(bundle, target, "FinancingTransaction", "Facility")
        if entity is None:
            continue
        if entity.type == "Facility":
            owing = of_facility(bundle, target)
        else:
            deal = bundle.shared(deals).get(target)
            owing = [deal] if deal is not None and deal.funded else []
        for day, owed, cover in _over(bundle, entries, owing):
            wanted = Text(f"cover of at most {shown(owed)} on {day}", f"{day} 担保至多 {shown(owed)}")
            yield Hit(entity, (), wanted, same(shown(cover)))
            break


def _over(bundle: Bundle, entries: list[Entry], owing: list[Deal]) -> Iterator[tuple[str, Decimal, Decimal]]:
    currency = owing[0].currency if owing else ""
    found = [_guarantee(entry, currency) for entry in entries]
    owed_by_day = outstanding(bundle, owing)
    owed, place = Decimal(0), 0
    for day in sorted({day for day, _ in owed_by_day} | {guarantee.start for guarantee in found}):
        while place < len(owed_by_day) and owed_by_day[place][0] <= day:
            owed = owed_by_day[place][1]
            place += 1
        active = [g for g in found if g.start <= day <= g.end and _stands(bundle, g.entry, day)]
        cover = sum((guarantee.covers(owed) for guarantee in active), Decimal(0))
        if cover > max(owed, Decimal(0)):
            yield day, owed, cover


def _guarantee(entry: Entry, currency: str) -> _Guarantee:
    tree = entry.tree
    given = tree["guaranteedAmount"]
    fixed = amount(given) if given["currency"] == currency else None
    return _Guarantee(entry, fixed, Decimal(tree["coverageShare"]), tree["issuedAt"][:10], tree["expiryDate"])


def _stands(bundle: Bundle, entry: Entry, day: str) -> bool:
    return bundle.state(entry, night(day)) in ("issued", "called")


@procedure("GCL-FIN-085")
def margin_call(bundle: Bundle) -> Iterator[Hit]:
    """When stock is worth less than was lent on it, the gap is closed within the days of grace."""
    for deal in bundle.shared(deals).values():
        if deal.technique != "loan_against_inventory" or not deal.funded:
            continue
        tree = deal.entry.tree
        programme = programme_of(bundle, tree)
        for index, item in enumerate(tree["items"]):
            for version in _versions(bundle, item["asset"]["target"])[1:]:
                due = plus(version.tree["valuation"]["valuedOn"], (programme or {}).get("graceDays", 0))
                if due >= bundle.day:
                    continue
                stock = sum((_worth(bundle, i["asset"]["target"], due) for i in tree["items"]), Decimal(0))
                most = Decimal(tree["advanceRate"]) * stock
                owed = deal.financed - repaid(bundle, deal.entry.id, due)
                if owed > most:
                    wanted = at_most(f"{shown(most)} = {tree['advanceRate']} x {shown(stock)}")
                    found = Text(f"{shown(owed)} owed on {due}", f"{due} 尚欠 {shown(owed)}")
                    yield Hit(deal.entry, ("items", index, "asset"), wanted, found)


def _versions(bundle: Bundle, stock: str) -> list[Entry]:
    """Return a stock and what superseded it, by day of valuation; a version that is revoked does not count."""
    found: dict[str, Entry] = {}
    waiting = [stock]
    while waiting:
        entry = find(bundle, waiting.pop(), "Inventory")
        if entry is not None and entry.id not in found and bundle.status(entry) != "revoked":
            found[entry.id] = entry
            waiting += [other.id for other in bundle.successors(entry.id)]
    first, *others = found.values() or (None,)
    if first is None:
        return []
    return [first, *sorted(others, key=lambda version: (version.tree["valuation"]["valuedOn"], version.id))]


def _worth(bundle: Bundle, stock: str, day: str) -> Decimal:
    """Return the value of a stock by its last valuation up to a day."""
    versions = _versions(bundle, stock)
    valued = [v for v in versions[1:] if v.tree["valuation"]["valuedOn"] <= day]
    latest = valued[-1] if valued else (versions[0] if versions else None)
    return amount(latest.tree["faceValue"]) if latest is not None else Decimal(0)
