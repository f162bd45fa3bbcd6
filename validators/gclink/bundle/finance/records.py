"""Records that stand for a claim: one original, split without loss, in the lender's hands when the money goes out."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from gclink._text import Text
from gclink.bundle._entry import Entry
from gclink.bundle._index import Bundle
from gclink.bundle._registry import Hit, procedure
from gclink.bundle._values import find, follow, once, same, shown
from gclink.bundle._words import amount, by, money, together

_FINAL = frozenset({"split", "discharged", "dishonoured"})


def _children(bundle: Bundle) -> dict[str, list[Entry]]:
    index: dict[str, list[Entry]] = {}
    for record in once(bundle.of("TransferableRecord")):
        parent = record.tree.get("parentRecord")
        if parent is not None and bundle.in_force(record):
            index.setdefault(parent, []).append(record)
    return index


@procedure("GCL-FIN-052")
def split_complete(bundle: Bundle) -> Iterator[Hit]:
    """The parts of a split record are together the whole, and nothing else is called split."""
    children = bundle.shared(_children)
    for record in once(bundle.of("TransferableRecord")):
        parts, state = children.get(record.id, []), bundle.state(record)
        whole = record.tree["recordAmount"]
        if not parts:
            if state == "split":
                yield Hit(
                    record, ("state",), Text("records that name it as parent", "以其为母记录的子记录"), same("split")
                )
            continue
        if state != "split":
            yield Hit(record, ("state",), same("split"), same(str(state)))
        total = sum((amount(part.tree["recordAmount"]) for part in parts), Decimal(0))
        currencies = {part.tree["recordAmount"]["currency"] for part in parts}
        if total != amount(whole) or currencies != {whole["currency"]}:
            told = " + ".join(money(part.tree["recordAmount"]) for part in parts)
            yield Hit(record, ("recordAmount",), same(money(whole)), same(f"{told} = {shown(total)}"))


@procedure("GCL-FIN-053")
def control_passed(bundle: Bundle) -> Iterator[Hit]:
    """Control of a record has passed to who pays before the money goes out, and the record is as large as the item."""
    for entry in once(bundle.of("FinancingTransaction")):
        tree = entry.tree
        deed = follow(bundle, tree, "assignment", "Assignment")
        takers = [tree["financier"], *([deed.tree["assignee"]] if deed is not None else [])]
        for index, item in enumerate(tree["items"]):
            record = find(bundle, item.get("transferableRecord"), "TransferableRecord")
            if record is None:
                continue
            held = record.tree["recordAmount"]
            if held != item["faceAmount"]:
                yield Hit(entry, ("items", index, "faceAmount"), same(money(held)), same(money(item["faceAmount"])))
            passed = [t["transferredAt"] for t in record.tree["controlHistory"] if t["transferee"] in takers]
            if not any(at[:10] <= tree["valueDate"] for at in passed):
                found = same(", ".join(passed)) if passed else Text("no transfer to it", "未转移")
                yield Hit(entry, ("items", index, "transferableRecord"), by(tree["valueDate"]), found)


@procedure("GCL-FIN-054")
def record_singular(bundle: Bundle) -> Iterator[Hit]:
    """A claim has one living record, or the parts of one split; what has ended passes to nobody."""
    living: dict[str, list[Entry]] = {}
    for record in once(bundle.of("TransferableRecord")):
        if bundle.in_force(record) and bundle.state(record) not in _FINAL:
            living.setdefault(record.tree["evidencedAsset"], []).append(record)
        yield from _after_the_end(bundle, record)
    for records in living.values():
        first, ancestors = records[0], _ancestors(bundle, records[0])
        for record in records[1:]:
            if not ancestors & _ancestors(bundle, record):
                wanted = Text(f"one living record of {record.tree['evidencedAsset']}", "同一资产仅一份存续记录")
                yield Hit(record, ("evidencedAsset",), wanted, same(first.id))


def _after_the_end(bundle: Bundle, record: Entry) -> Iterator[Hit]:
    ends = (e.tree for e in bundle.events(record.id, "transferable_record") if e.tree["toState"] in _FINAL)
    ended = next(ends, None)
    if ended is None:
        return
    for index, transfer in enumerate(record.tree["controlHistory"]):
        if transfer["transferredAt"] > ended["effectiveAt"]:
            at, state = ended["effectiveAt"], ended["toState"]
            wanted = Text(f"no transfer after {at} ({state})", f"{at}（{state}）之后不再转让")
            yield Hit(record, ("controlHistory", index, "transferredAt"), wanted, same(transfer["transferredAt"]))


def _ancestors(bundle: Bundle, record: Entry) -> set[str]:
    """Return the ids of the records that a record was split from, at any distance."""
    found: set[str] = set()
    parent = record.tree.get("parentRecord")
    while parent is not None and parent not in found:
        found.add(parent)
        entry = find(bundle, parent, "TransferableRecord")
        parent = entry.tree.get("parentRecord") if entry is not None else None
    return found


@procedure("GCL-FIN-125")
def record_not_cited(bundle: Bundle) -> Iterator[Hit]:
    """A record that changes hands is cited by nobody with a digest, and there is one copy of it."""
    for entry in bundle.entries:
        for reference in entry.references:
            if reference.digest is not None and find(bundle, reference.target, "TransferableRecord") is not None:
                wanted = Text("a document that never changes", "内容不变的文档")
                yield Hit(entry, reference.path, wanted, same("TransferableRecord"))
    seen: set[str] = set()
    for record in bundle.of("TransferableRecord"):
        if record.id in seen:
            yield Hit(record, ("id",), Text("one copy", "一份"), together(r.source for r in bundle.all(record.id)))
        seen.add(record.id)
