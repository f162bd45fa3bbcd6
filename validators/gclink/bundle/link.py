"""Rules across documents of module link: the goods line, the lot, the passport and the money are the same trade.

The rules of this module that have no function yet are told by every report that follows references.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from gclink._text import Text
from gclink.bundle._entry import Entry
from gclink.bundle._index import Bundle
from gclink.bundle._registry import Hit, procedure
from gclink.bundle.core import same

Tree = dict[str, Any]

#: States in which a transaction occupies its assets.
_HOLDING = frozenset({"accepted", "funded", "part_settled", "overdue", "defaulted"})
_CLOSED = frozenset({"settled", "written_off"})
_OPEN_END = "2999-12-31"


def _target(bundle: Bundle, tree: Tree, member: str, *classes: str) -> Entry | None:
    """Return what a citation or reference of a document leads to, if it is there and of the class."""
    value = tree.get(member)
    entry = bundle.get(value["target"] if isinstance(value, dict) else value)
    return entry if entry is not None and entry.is_a(*classes) else None


def _lines(bundle: Bundle, link: Tree) -> list[Tree]:
    """Return the goods lines of the linked asset that carry the link's number."""
    asset = _target(bundle, link, "asset", "Asset")
    lines = asset.tree.get("goodsLines", ()) if asset is not None else ()
    return [line for line in lines if line["lineNumber"] == link["lineNumber"]]


@procedure("GCL-LNK-001")
def line_exists(bundle: Bundle) -> Iterator[Hit]:
    """The asset has exactly one goods line of the link's number."""
    for link in bundle.of("CarbonLink"):
        if _target(bundle, link.tree, "asset", "Asset") is not None and len(_lines(bundle, link.tree)) != 1:
            yield Hit(
                link,
                ("lineNumber",),
                Text("one line of the asset", "资产中唯一的货物行"),
                same(link.tree["lineNumber"]),
            )


@procedure("GCL-LNK-002")
def asset_of_transaction(bundle: Bundle) -> Iterator[Hit]:
    """The linked asset is one that the linked transaction finances."""
    for link in bundle.of("CarbonLink"):
        transaction = _target(bundle, link.tree, "transactionReference", "FinancingTransaction")
        if transaction is None:
            continue
        financed = {item["asset"]["target"] for item in transaction.tree["items"]}
        if link.tree["asset"]["target"] not in financed:
            yield Hit(link, ("asset",), same(", ".join(sorted(financed))), same(link.tree["asset"]["target"]))


@procedure("GCL-LNK-006")
def evidence_active_at_check(bundle: Bundle) -> Iterator[Hit]:
    """Passport, label and verification were active when the link was checked."""
    for link in bundle.of("CarbonLink"):
        for member in ("passport", "label", "verification"):
            evidence = _target(bundle, link.tree, member, "Document")
            if evidence is None:
                continue
            status = bundle.status(evidence, link.tree["checkedAt"])
            if status != "active":
                at = link.tree["checkedAt"]
                yield Hit(link, (member,), Text(f"active at {at}", f"{at} 时有效"), same(status))


@procedure("GCL-LNK-007")
def same_goods(bundle: Bundle) -> Iterator[Hit]:
    """Line, lot and passport speak about the same goods."""
    for link in bundle.of("CarbonLink"):
        lot = _target(bundle, link.tree, "lot", "Lot")
        if lot is None:
            continue
        product = lot.tree["product"]
        for line in _lines(bundle, link.tree)[:1]:
            if line["product"] != product:
                yield Hit(link, ("lot",), same(line["product"]), same(product))
            elif line.get("lot", lot.id) != lot.id:
                yield Hit(link, ("lot",), same(line["lot"]), same(lot.id))
        passport = _target(bundle, link.tree, "passport", "CarbonPassport")
        if passport is None:
            continue
        subject = passport.tree.get("subjectLot") or passport.tree.get("subjectProduct")
        if subject not in (lot.id, product):
            yield Hit(link, ("passport",), same(lot.id), same(str(subject)))


@procedure("GCL-LNK-008")
def cover_within_line(bundle: Bundle) -> Iterator[Hit]:
    """The links of one line and transaction cover no more than the line, in its unit."""
    covered: dict[tuple[str, str, str], Decimal] = {}
    for link in bundle.of("CarbonLink"):
        tree = link.tree
        if not bundle.in_force(link) or bundle.state(link) != "active":
            continue
        for line in _lines(bundle, tree)[:1]:
            lot = _target(bundle, tree, "lot", "Lot")
            unit, quantity = tree["coveredQuantity"]["unit"], Decimal(tree["coveredQuantity"]["value"])
            units = {line["quantity"]["unit"]} | ({lot.tree["quantity"]["unit"]} if lot is not None else set())
            if units != {unit}:
                yield Hit(link, ("coveredQuantity", "unit"), same(", ".join(sorted(units))), same(unit))
                continue
            key = (tree["asset"]["target"], tree["lineNumber"], tree["transactionReference"]["target"])
            before, most = covered.get(key, Decimal(0)), Decimal(line["quantity"]["value"])
            covered[key] = before + quantity
            if before <= most < covered[key]:
                whole = Text(f"at most {most:f} {unit} of the line", f"该行至多 {most:f} {unit}")
                yield Hit(link, ("coveredQuantity", "value"), whole, same(f"{covered[key]:f}"))


@procedure("GCL-LNK-009")
def link_unique(bundle: Bundle) -> Iterator[Hit]:
    """One link in force per asset, line, lot and transaction."""
    first: dict[tuple[str, ...], str] = {}
    for link in bundle.of("CarbonLink"):
        tree = link.tree
        if not bundle.in_force(link) or bundle.state(link) != "active":
            continue
        key = (tree["asset"]["target"], tree["lineNumber"], tree["lot"], tree["transactionReference"]["target"])
        other = first.setdefault(key, link.id)
        if other != link.id:
            yield Hit(link, (), Text("one link of a kind", "同类链接唯一"), same(other))


@procedure("GCL-LNK-014")
def evidence_valid_at_value_date(bundle: Bundle) -> Iterator[Hit]:
    """Passport and verification are still valid on the value date."""
    for link in bundle.of("CarbonLink"):
        transaction = _target(bundle, link.tree, "transactionReference", "FinancingTransaction")
        if transaction is None:
            continue
        day = transaction.tree["valueDate"]
        if day > link.tree["extract"]["validUntil"]:
            yield Hit(link, ("extract", "validUntil"), same(f">= {day}"), same(link.tree["extract"]["validUntil"]))
        statement = _target(bundle, link.tree, "verification", "VerificationStatement")
        if statement is not None and day > statement.tree["validity"]["end"]:
            yield Hit(link, ("verification",), same(f">= {day}"), same(statement.tree["validity"]["end"]))


@procedure("GCL-LNK-016")
def verification_of_passport(bundle: Bundle) -> Iterator[Hit]:
    """The verification of a link speaks about its very passport, and favourably."""
    for link in bundle.of("CarbonLink"):
        statement = _target(bundle, link.tree, "verification", "VerificationStatement")
        if statement is None:
            continue
        passport = link.tree["passport"]
        pairs = {(subject["target"], subject["digest"]) for subject in statement.tree["subjects"]}
        if (passport["target"], passport["digest"]) not in pairs:
            wanted = Text(f"a statement on {passport['target']}", f"针对 {passport['target']} 的核查声明")
            yield Hit(link, ("verification",), wanted, same(statement.id))
        elif statement.tree["opinion"] not in ("unmodified", "qualified"):
            yield Hit(link, ("verification",), same("unmodified / qualified"), same(statement.tree["opinion"]))


@procedure("GCL-LNK-018")
def link_fresh(bundle: Bundle) -> Iterator[Hit]:
    """A link that serves a price was checked shortly before the value date."""
    for link in bundle.of("CarbonLink"):
        transaction = _target(bundle, link.tree, "transactionReference", "FinancingTransaction")
        if transaction is None or link.tree["purposes"] == ["information"]:
            continue
        terms = _terms(bundle, transaction)
        most = terms["linkMaxAgeDays"] if terms is not None else 30
        checked = date.fromisoformat(link.tree["checkedAt"][:10])
        age = (date.fromisoformat(transaction.tree["valueDate"]) - checked).days
        if not 0 <= age <= most:
            yield Hit(link, ("checkedAt",), Text(f"0 to {most} days before", f"提前 0 至 {most} 天"), same(str(age)))


def _terms(bundle: Bundle, transaction: Entry) -> Tree | None:
    """Return the sustainability terms of a transaction: its own, or those of its facility."""
    own = _target(bundle, transaction.tree, "sustainabilityTerms", "SustainabilityTerms")
    facility = _target(bundle, transaction.tree, "facility", "Facility")
    lent = _target(bundle, facility.tree, "sustainabilityTerms", "SustainabilityTerms") if facility else None
    chosen = own or lent
    return chosen.tree if chosen is not None else None


@dataclass(frozen=True, slots=True)
class _Span:
    """The days on which one item of a transaction occupies an asset; ``record`` is a child record of ``parent``."""

    start: str
    end: str
    transaction: Entry
    item: int
    parent: str | None
    record: str | None


@procedure("GCL-LNK-021")
def key_held_once(bundle: Bundle) -> Iterator[Hit]:
    """No invoice is financed twice: on no day do two items with one key hold it, unless on records of one split."""
    held: dict[str, list[_Span]] = {}
    for transaction in bundle.of("FinancingTransaction"):
        days = _holding(bundle, transaction)
        if days is None:
            continue
        for index, item in enumerate(transaction.tree["items"]):
            asset = bundle.get(item["asset"]["target"])
            if asset is None or not asset.is_a("Asset"):
                continue
            record = bundle.get(item.get("transferableRecord"))
            parent = record.tree.get("parentRecord") if record is not None else None
            name = record.id if record is not None else None
            held.setdefault(asset.tree["uniquenessKey"], []).append(_Span(*days, transaction, index, parent, name))
    for spans in held.values():
        spans.sort(key=lambda span: (span.start, span.transaction.id, span.item))
        latest = spans[0]
        for span in spans[1:]:
            if span.start < latest.end and not _split(latest, span):
                free = Text(f"free on {span.start}", f"{span.start} 未被占用")
                yield Hit(span.transaction, ("items", span.item, "asset"), free, same(latest.transaction.id))
            latest = max(latest, span, key=lambda each: each.end)


def _split(one: _Span, other: _Span) -> bool:
    """Whether two items name different child records of one parent."""
    return one.parent is not None and one.parent == other.parent and one.record != other.record


def _holding(bundle: Bundle, transaction: Entry) -> tuple[str, str] | None:
    """Return the half-open days in which a transaction occupies its assets, None where it never did."""
    state = bundle.state(transaction)
    if not bundle.in_force(transaction) or state not in _HOLDING | _CLOSED:
        return None
    closing = next(
        (
            e.tree["effectiveAt"][:10]
            for e in bundle.events(transaction.id, "transaction")
            if e.tree["toState"] in _CLOSED
        ),
        _OPEN_END,
    )
    return transaction.tree["valueDate"], closing
