"""No asset is financed twice: one key, one document, one receipt, one promise, one assignee at a time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from gclink._text import Text
from gclink.bundle._deals import Held, all_held, holders
from gclink.bundle._entry import Entry
from gclink.bundle._index import Bundle
from gclink.bundle._overlap import Span, later_ones
from gclink.bundle._registry import Hit, procedure
from gclink.bundle._values import Tree, find, once, same, shown
from gclink.bundle._words import amount, at_most, money
from gclink.bundle.link.parties import group_of
from gclink.calculations.keys import normalised

#: States of a transaction in which what was transferred for it is the seller's again, or paid.
_OVER = frozenset({"settled", "rejected", "cancelled"})


def _span(held: Held, family: object = None, unit: object = None) -> Span[Held]:
    """Return the days on which an item holds its asset; without a family it stands beside nobody."""
    order = f"{held.deal.entry.id} {held.item:06d}"
    return Span(held.deal.start, held.deal.end, order, held, family if family is not None else order, unit)


def _free(held: Held, other: Held) -> Hit:
    day = held.deal.start
    found = Text(f"held by {other.deal.entry.id}", f"由 {other.deal.entry.id} 占用")
    return Hit(held.deal.entry, ("items", held.item, "asset"), Text(f"free on {day}", f"{day} 未被占用"), found)


def _parent(bundle: Bundle, record: str | None) -> str | None:
    entry = find(bundle, record, "TransferableRecord")
    parent = entry.tree.get("parentRecord") if entry is not None else None
    return str(parent) if parent is not None else None


def _by_key(bundle: Bundle) -> dict[str, list[Held]]:
    index: dict[str, list[Held]] = {}
    for held in all_held(bundle):
        index.setdefault(held.asset.tree["uniquenessKey"], []).append(held)
    return index


@procedure("GCL-LNK-021")
def key_held_once(bundle: Bundle) -> Iterator[Hit]:
    """On no day do two items with one key hold it, unless on different records of one split."""
    for found in bundle.shared(_by_key).values():
        spans = []
        for held in found:
            parent = _parent(bundle, held.record)
            spans.append(_span(held, parent, held.record if parent is not None else None))
        for held, other in later_ones(spans):
            yield _free(held, other)


@procedure("GCL-LNK-022")
def split_within_face(bundle: Bundle) -> Iterator[Hit]:
    """What is financed on the parts of a split is together no more than the whole; no part stands for two things."""
    named: dict[str, list[Span[Held]]] = {}
    for found in bundle.shared(_by_key).values():
        parts = [held for held in found if _parent(bundle, held.record) is not None]
        for held in parts:
            named.setdefault(str(held.record), []).append(_span(held))
            beside = [o for o in found if o.deal.start <= held.deal.start < o.deal.end]
            total, face = sum((o.face for o in beside), Decimal(0)), held.asset.tree["faceValue"]
            if total > amount(face):
                day, told = held.deal.start, f"{' + '.join(shown(o.face) for o in beside)} = {shown(total)}"
                seen = Text(f"{told} on {day}", f"{day}：{told}")
                yield Hit(held.deal.entry, ("items", held.item, "faceAmount"), at_most(money(face)), seen)
    for spans in named.values():
        for held, other in later_ones(spans):
            wanted = Text("a record that no other item names", "未被其他明细引用的凭证")
            yield Hit(held.deal.entry, ("items", held.item, "transferableRecord"), wanted, same(other.deal.entry.id))


@procedure("GCL-LNK-023")
def same_document_one_key(bundle: Bundle) -> Iterator[Hit]:
    """One commercial document under two keys is one asset: its two forms are not held together."""
    index: dict[tuple[str, ...], list[Span[Held]]] = {}
    for held in all_held(bundle):
        if bundle.in_force(held.asset):
            tree = held.asset.tree
            signs = _document(tree)
            if signs is not None:
                key = (held.asset.type, group_of(bundle, tree[signs[0]]), *signs[1:])
                index.setdefault(key, []).append(_span(held, tree["uniquenessKey"]))
    yield from (_free(held, other) for spans in index.values() for held, other in later_ones(spans))


def _document(tree: Tree) -> tuple[str, ...] | None:
    """Return who made a commercial document (a member) and what tells it apart; None for stock, see GCL-LNK-028."""
    currency = tree["faceValue"]["currency"]
    match tree["type"]:
        case "Receivable":
            number = normalised(tree["invoiceNumber"])
            return "seller", number, tree["issueDate"], currency, str(tree["instalmentSeq"])
        case "PurchaseOrder":
            return "seller", normalised(tree["orderNumber"]), tree["orderDate"], currency
        case "Undertaking":
            return "undertakingIssuer", normalised(tree["undertakingNumber"]), currency
    return None


@procedure("GCL-LNK-028")
def receipt_held_once(bundle: Bundle) -> Iterator[Hit]:
    """One warehouse receipt is held by one transaction, also where it is registered under two keys."""
    index: dict[tuple[str, str], list[Span[Held]]] = {}
    for held in all_held(bundle):
        tree = held.asset.tree
        if tree["type"] == "Inventory":
            key = (group_of(bundle, tree["warehouse"]), normalised(tree["receiptNumber"]))
            index.setdefault(key, []).append(_span(held, tree["uniquenessKey"]))
    yield from (_free(held, other) for spans in index.values() for held, other in later_ones(spans))


@procedure("GCL-LNK-029")
def undertaking_or_receivable(bundle: Bundle) -> Iterator[Hit]:
    """A promise and the invoice that it promises to pay are one payment."""
    for promise in once(bundle.of("Undertaking")):
        invoice = find(bundle, promise.tree.get("underlying"), "Receivable")
        if invoice is None:
            continue
        spans = [_span(held, held.asset.id) for asset in (promise, invoice) for held in holders(bundle, asset.id)]
        yield from (_free(held, other) for held, other in later_ones(spans))


@procedure("GCL-LNK-030")
def assigned_once(bundle: Bundle) -> Iterator[Hit]:
    """An asset is transferred to one taker, unless in parts; a transfer ends with its transactions."""
    index: dict[str, list[_Transfer]] = {}
    for transfer in _transfers(bundle):
        index.setdefault(transfer.asset, []).append(transfer)
    for found in index.values():
        before = _Takers()
        for transfer in found:
            other = before.in_the_way(transfer)
            if other is not None:
                place = ("assignedItems", transfer.item, "asset")
                yield Hit(transfer.entry, place, Text(f"only {other}", f"仅 {other}"), same(transfer.taker))
            before.add(transfer)


@dataclass(frozen=True, slots=True)
class _Transfer:
    """One asset in one assignment, with the records that its transactions name, and the one they are parts of."""

    entry: Entry
    item: int
    asset: str
    taker: str
    records: frozenset[str]
    parent: str | None


class _Takers:
    """Who took an asset before, in all, of the parts of one record, and each part."""

    def __init__(self) -> None:
        self._all: Counter[str] = Counter()
        self._of_parent: dict[str, Counter[str]] = {}
        self._of_record: dict[str, dict[str, None]] = {}

    def add(self, transfer: _Transfer) -> None:
        """Count a transfer in."""
        self._all[transfer.taker] += 1
        if transfer.parent is not None:
            self._of_parent.setdefault(transfer.parent, Counter())[transfer.taker] += 1
        for record in transfer.records:
            self._of_record.setdefault(record, {})[transfer.taker] = None

    def in_the_way(self, transfer: _Transfer) -> str | None:
        """Return another taker of the whole or of the same part; takers of other parts of one record are in no way."""
        beside = self._of_parent.get(transfer.parent or "", Counter())
        for record in sorted(transfer.records):
            others = [taker for taker in self._of_record.get(record, ()) if taker != transfer.taker]
            if others:
                return others[0]
        return next((t for t, times in self._all.items() if t != transfer.taker and times > beside[t]), None)


def _transfers(bundle: Bundle) -> Iterator[_Transfer]:
    for entry in once(bundle.of("Assignment")):
        using = [
            other
            for other, _ in bundle.referring(entry.id, "assignment")
            if other.type == "FinancingTransaction" and bundle.in_force(other)
        ]
        if not bundle.in_force(entry) or (using and all(bundle.state(other) in _OVER for other in using)):
            continue
        tree = entry.tree
        for index, item in enumerate(tree["assignedItems"]):
            asset = item["asset"]["target"]
            records = frozenset(_records_named(using, asset))
            parents = {_parent(bundle, record) for record in records}
            yield _Transfer(
                entry, index, asset, tree["assignee"], records, *(parents if len(parents) == 1 else (None,))
            )


def _records_named(using: Iterable[Entry], asset: str) -> Iterator[str]:
    for transaction in using:
        for item in transaction.tree["items"]:
            if item["asset"]["target"] == asset and "transferableRecord" in item:
                yield item["transferableRecord"]
