"""What stands behind a debt: guarantees not above it, and stock that is still worth it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from gclink._text import Text
from gclink.bundle._dates import plus
from gclink.bundle._deals import Deal, deals, programme_of, repaid
from gclink.bundle._entry import Entry
from gclink.bundle._index import Bundle
from gclink.bundle._registry import Hit, procedure
from gclink.bundle._values import Tree, complete, find, once, same, shown
from gclink.bundle._versions import later
from gclink.bundle._words import amount, at_most
from gclink.bundle.finance.limits import drawings, outstanding

#: States of a guarantee in which it stands; once left they do not come back.
_STANDING = ("issued", "called")


@dataclass(frozen=True, slots=True)
class _Guarantee:
    """A guarantee that stands from ``start`` to ``end``, both included."""

    amount: Decimal
    currency: str
    share: Decimal
    start: str
    end: str

    def covers(self, owed: Decimal, currency: str) -> Decimal:
        """Return min(guaranteed amount, share of what is owed); an amount in another money is no limit."""
        part = self.share * owed
        return min(self.amount, part) if self.currency == currency else part


def _guarantees(bundle: Bundle) -> dict[str, list[_Guarantee]]:
    index: dict[str, list[_Guarantee]] = {}
    for entry in once(bundle.of("CreditEnhancement")):
        tree = entry.tree
        target, given = tree.get("transaction") or tree.get("facility"), tree["guaranteedAmount"]
        if target is None or not bundle.in_force(entry) or tree["state"] not in _STANDING:
            continue
        events = (event.tree for event in bundle.events(entry.id, "credit_enhancement"))
        left = min((e["effectiveAt"] for e in events if e["toState"] not in _STANDING), default=None)
        end = min(tree["expiryDate"], plus(left, -1)) if left is not None else tree["expiryDate"]
        share, start = Decimal(tree["coverageShare"]), entry.issued_at[:10]
        index.setdefault(target, []).append(_Guarantee(amount(given), given["currency"], share, start, end))
    return index


@procedure("GCL-FIN-083")
def cover_within_outstanding(bundle: Bundle) -> Iterator[Hit]:
    """All guarantees of a debt together cover no more than the debt, on any day."""
    for target, guarantees in _guarantees(bundle).items():
        entity = find(bundle, target, "FinancingTransaction", "Facility")
        if entity is None:
            continue
        if entity.type == "Facility":
            owing, place = drawings(bundle, entity), "limit"
        else:
            deal, place = bundle.shared(deals).get(target), "financedAmount"
            owing = [deal] if deal is not None and deal.funded else []
        for day, owed, told in _over(bundle, guarantees, owing, entity.tree[place]["currency"]):
            wanted = Text(f"cover of at most {shown(owed)} on {day}", f"{day} 担保至多 {shown(owed)}")
            yield Hit(entity, (place,), wanted, same(told))
            break


def _over(
    bundle: Bundle, guarantees: list[_Guarantee], owing: list[Deal], currency: str
) -> Iterator[tuple[str, Decimal, str]]:
    """Yield each day on which the guarantees cover more than is owed, with what is owed and the sum of the cover."""
    owed_by_day = outstanding(bundle, owing)
    owed, place = Decimal(0), 0
    for day in sorted({day for day, _ in owed_by_day} | {guarantee.start for guarantee in guarantees}):
        while place < len(owed_by_day) and owed_by_day[place][0] <= day:
            owed = max(owed_by_day[place][1], Decimal(0))
            place += 1
        parts = [g.covers(owed, currency) for g in guarantees if g.start <= day <= g.end]
        cover = sum(parts, Decimal(0))
        if cover > owed:
            yield day, owed, f"{' + '.join(map(shown, parts))} = {shown(cover)}"


@procedure("GCL-FIN-085")
def margin_call(bundle: Bundle) -> Iterator[Hit]:
    """When stock is worth less than was lent on it, the gap is closed within the days of grace."""
    for deal in bundle.shared(deals).values():
        tree = deal.entry.tree
        if deal.technique != "loan_against_inventory" or not deal.funded or "fx" in tree:
            continue
        programme, stocks = programme_of(bundle, tree), complete(bundle, _cited(tree), "assets", "Asset")
        if programme is None or stocks is None:
            continue
        values = [_valuations(bundle, stock) for stock in stocks]
        for index, valued in enumerate(values):
            for day, _ in valued[1:]:
                due = max(plus(day, programme["graceDays"]), deal.start)
                if due >= bundle.day:
                    continue
                worth = sum((_worth(each, due) for each in values), Decimal(0))
                most, owed = Decimal(tree["advanceRate"]) * worth, deal.financed - repaid(bundle, deal.entry.id, due)
                if owed > most:
                    wanted = at_most(f"{shown(most)} = {tree['advanceRate']} x {shown(worth)}")
                    found = Text(f"{shown(owed)} owed on {due}", f"{due} 尚欠 {shown(owed)}")
                    yield Hit(deal.entry, ("items", index, "asset"), wanted, found)


def _cited(transaction: Tree) -> Tree:
    return {"assets": [item["asset"] for item in transaction["items"]]}


def _valuations(bundle: Bundle, stock: Entry) -> list[tuple[str, Decimal]]:
    """Return day and value of a stock as it was brought in, which counts from the first, and of its later versions."""
    others = (one.tree for one in later(bundle, stock)) if stock.type == "Inventory" else ()
    later_on = [(str(tree["valuation"]["valuedOn"]), amount(tree["faceValue"])) for tree in others]
    return [("", amount(stock.tree["faceValue"])), *sorted(later_on)]


def _worth(valued: list[tuple[str, Decimal]], day: str) -> Decimal:
    """Return the value by the last valuation up to a day."""
    return valued[bisect_right(valued, day, key=lambda each: each[0]) - 1][1]
