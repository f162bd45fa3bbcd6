"""A lot is lent against once: what lies in pledged stock and what is sold out of it are no more than there is."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import accumulate, pairwise

from gclink._text import Text
from gclink.bundle._deals import Deal, Held, all_held, deals
from gclink.bundle._entry import Entry, Path
from gclink.bundle._index import Bundle
from gclink.bundle._registry import Hit, procedure
from gclink.bundle._values import Tree, documents, find, follow, same, shown
from gclink.bundle._versions import later
from gclink.bundle._words import at_most
from gclink.bundle.link.goods import standing
from gclink.bundle.link.refinancing import takes_over

#: Moves of stock by which the lender lets go of it.
_FREE = frozenset({"released", "withdrawn"})


@dataclass(frozen=True, slots=True)
class _Use:
    """A quantity of a lot that a transaction has from ``start`` (included) to ``end``, and the place that says so."""

    deal: Deal
    start: str
    end: str
    quantity: Decimal
    entry: Entry
    path: Path


class _Tally:
    """The sum of quantities on any day, each question in the time of two look-ups in sorted days."""

    def __init__(self, uses: Iterable[_Use]) -> None:
        found = list(uses)
        self._starts, self._in = _sums((use.start, use.quantity) for use in found)
        self._ends, self._out = _sums((use.end, use.quantity) for use in found)

    def on(self, day: str) -> Decimal:
        """Return the sum of what lasts on a day."""
        return self._in[bisect_right(self._starts, day)] - self._out[bisect_right(self._ends, day)]


def _sums(changes: Iterable[tuple[str, Decimal]]) -> tuple[list[str], list[Decimal]]:
    ordered = sorted(changes)
    return [day for day, _ in ordered], list(accumulate((value for _, value in ordered), initial=Decimal(0)))


@dataclass(frozen=True, slots=True)
class _Stock:
    """What transactions have of one lot in stock: in sum, and each for itself."""

    tally: _Tally
    by_deal: dict[str, list[_Use]]


def _uses_in_stock(bundle: Bundle) -> dict[str, list[_Use]]:
    """Return by lot what lies in stock of transactions, in the unit of the lot."""
    index: dict[str, list[_Use]] = {}
    for held in all_held(bundle):
        if held.asset.type == "Inventory":
            for lot, start, end, quantity in _spans(bundle, held):
                use = _Use(held.deal, start, end, quantity, held.deal.entry, ("items", held.item, "asset"))
                index.setdefault(lot, []).append(use)
    return index


def _spans(bundle: Bundle, held: Held) -> Iterator[tuple[str, str, str, Decimal]]:
    """Yield lot, first day, end and quantity of each time in which stock shows one quantity of a lot."""
    open_: dict[str, tuple[str, str, Decimal]] = {}
    for start, end, tree in _shown(bundle, held):
        for part in tree["lots"] if start < end else ():
            lot = find(bundle, part["lot"], "Lot")
            if lot is None or part["quantity"]["unit"] != lot.tree["quantity"]["unit"]:
                continue
            first, until, before = open_.pop(lot.id, (start, start, Decimal(0)))
            quantity = Decimal(part["quantity"]["value"])
            if until != start or before != quantity:
                if first < until:
                    yield lot.id, first, until, before
                first = start
            open_[lot.id] = (first, end, quantity)
    for name, (first, until, quantity) in open_.items():
        yield name, first, until, quantity


def _shown(bundle: Bundle, held: Held) -> Iterator[tuple[str, str, Tree]]:
    """Yield what stock of a transaction held and when: each version from its issue, up to the release of it."""
    first, *others = (held.asset, *sorted(later(bundle, held.asset), key=lambda entry: (entry.issued_at, entry.id)))
    end = min(held.deal.end, _released(bundle, held, [first, *others]))
    starts = [held.deal.start, *(max(entry.issued_at[:10], held.deal.start) for entry in others), end]
    for entry, (start, until) in zip([first, *others], pairwise(starts), strict=True):
        yield start, min(until, end), entry.tree


def _released(bundle: Bundle, held: Held, versions: list[Entry]) -> str:
    """Return the first day of a transaction at whose end its stock is free, else the end of the transaction."""
    last: dict[str, str] = {}
    for entry in versions:
        for event in bundle.events(entry.id, "inventory"):
            last[event.tree["effectiveAt"][:10]] = event.tree["toState"]
    free = (day for day, state in last.items() if day >= held.deal.start and state in _FREE)
    return min(free, default=held.deal.end)


def _in_stock(bundle: Bundle) -> dict[str, _Stock]:
    index = {}
    for lot, uses in bundle.shared(_uses_in_stock).items():
        by_deal: dict[str, list[_Use]] = {}
        for use in uses:
            by_deal.setdefault(use.deal.entry.id, []).append(use)
        index[lot] = _Stock(_Tally(uses), by_deal)
    return index


@procedure("GCL-LNK-026")
def lot_held_once(bundle: Bundle) -> Iterator[Hit]:
    """On no day do stock and links of transactions together have more of a lot than there is."""
    yield from _other_units(bundle)
    uses = {lot: list(found) for lot, found in bundle.shared(_uses_in_stock).items()}
    stock = bundle.shared(_in_stock)
    for lot, use in _uses_by_link(bundle):
        if lot not in stock or use.deal.entry.id not in stock[lot].by_deal:
            uses.setdefault(lot, []).append(use)
    for lot, found in uses.items():
        whole, tally = bundle.tree(lot), _Tally(found)
        told: set[tuple[str, Path]] = set()
        for use in sorted(found, key=lambda use: use.start):
            total, most = tally.on(use.start), Decimal(whole["quantity"]["value"]) if whole else Decimal(0)
            if total > most and (use.entry.id, use.path) not in told:
                told.add((use.entry.id, use.path))
                others = f"{shown(total - use.quantity)} + {shown(use.quantity)} = {shown(total)}"
                wanted = at_most(most)
                yield Hit(
                    use.entry,
                    use.path,
                    Text(f"{wanted.en} of {lot}", f"{lot} {wanted.zh}"),
                    Text(f"{others} on {use.start}", f"{use.start}：{others}"),
                )


def _other_units(bundle: Bundle) -> Iterator[Hit]:
    for stock in documents(bundle, "Inventory"):
        for index, part in enumerate(stock.tree["lots"]):
            lot = find(bundle, part["lot"], "Lot")
            if lot is not None and part["quantity"]["unit"] != lot.tree["quantity"]["unit"]:
                place = ("lots", index, "quantity", "unit")
                yield Hit(stock, place, same(lot.tree["quantity"]["unit"]), same(part["quantity"]["unit"]))


def _uses_by_link(bundle: Bundle) -> Iterator[tuple[str, _Use]]:
    """Yield lot and use of each link of a transaction that has or had its assets, in the unit of the lot."""
    for link in standing(bundle):
        tree = link.tree
        deal = bundle.shared(deals).get(tree["transactionReference"]["target"])
        lot = follow(bundle, tree, "lot", "Lot")
        covered = tree["coveredQuantity"]
        if deal is None or lot is None or deal.start >= deal.end:
            continue
        if covered["unit"] == lot.tree["quantity"]["unit"]:
            place = ("coveredQuantity", "value")
            yield lot.id, _Use(deal, deal.start, deal.end, Decimal(covered["value"]), link, place)


@procedure("GCL-LNK-027")
def stock_released_before_sale(bundle: Bundle) -> Iterator[Hit]:
    """Goods that another lender has in stock are sold on credit once they are released, or to repay that lender."""
    stock = bundle.shared(_in_stock)
    for deal in bundle.shared(deals).values():
        if deal.funded:
            for lot, (taken, places) in _sold(bundle, deal).items():
                found, whole = stock.get(lot), bundle.tree(lot)
                if found is None or whole is None:
                    continue
                kept = found.tally.on(deal.start) - _own(bundle, deal, found)
                free = max(Decimal(whole["quantity"]["value"]) - kept, Decimal(0))
                if kept > 0 and (taken is None or taken > free):
                    wanted = Text(
                        f"at most {shown(free)} of {lot} on {deal.start}, as {shown(kept)} lie in stock of others",
                        f"{deal.start} 时 {lot} 至多 {shown(free)}，因 {shown(kept)} 在他方占用的存货中",
                    )
                    told = same(shown(taken)) if taken is not None else Text("another unit", "单位不同")
                    yield from (Hit(deal.entry, place, wanted, told) for place in places)


def _sold(bundle: Bundle, deal: Deal) -> dict[str, tuple[Decimal | None, list[Path]]]:
    """Return by lot what the invoices of a transaction sell, None where a line counts in another unit than the lot."""
    index: dict[str, tuple[Decimal | None, list[Path]]] = {}
    for number, item in enumerate(deal.entry.tree["items"]):
        asset = find(bundle, item["asset"]["target"], "Receivable")
        for line in asset.tree.get("goodsLines", ()) if asset is not None else ():
            lot = find(bundle, line.get("lot"), "Lot")
            if lot is None:
                continue
            taken, places = index.get(lot.id, (Decimal(0), []))
            fits = line["quantity"]["unit"] == lot.tree["quantity"]["unit"]
            place: Path = ("items", number, "asset")
            if places[-1:] != [place]:
                places.append(place)
            index[lot.id] = (taken + Decimal(line["quantity"]["value"]) if fits and taken is not None else None, places)
    return index


def _own(bundle: Bundle, deal: Deal, stock: _Stock) -> Decimal:
    """Return what of a lot lies in stock of the transaction itself, or of one that it repays on that day."""
    total = Decimal(0)
    for name in (deal.entry.id, *dict.fromkeys(deal.entry.tree.get("refinances", ()))):
        uses = [use for use in stock.by_deal.get(name, ()) if use.start <= deal.start < use.end]
        if uses and (name == deal.entry.id or takes_over(bundle, deal, uses[0].deal)):
            total += sum((use.quantity for use in uses), Decimal(0))
    return total
