"""Records that stand for a claim: one original, split without loss, in the lender's hands when the money goes out."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from gclink._text import Text
from gclink.bundle._entry import Entry
from gclink.bundle._index import Bundle
from gclink.bundle._registry import Hit, procedure
from gclink.bundle._values import find, follow, once, same, shown
from gclink.bundle._words import amount, money, together

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
        known = deed is not None or "assignment" not in tree
        takers = [tree["financier"], *([deed.tree["assignee"]] if deed is not None else [])]
        for index, item in enumerate(tree["items"]):
            record = find(bundle, item.get("transferableRecord"), "TransferableRecord")
            if record is None:
                continue
            held = record.tree["recordAmount"]
            if held != item["faceAmount"]:
                yield Hit(entry, ("items", index, "faceAmount"), same(money(held)), same(money(item["faceAmount"])))
            passed = [t["transferredAt"] for t in record.tree["controlHistory"] if t["transferee"] in takers]
            if known and not any(at[:10] <= tree["valueDate"] for at in passed):
                day, taker = tree["valueDate"], " / ".join(dict.fromkeys(takers))
                wanted = Text(f"control with {taker} on or before {day}", f"不晚于 {day} 由 {taker} 控制")
                found = same(", ".join(passed)) if passed else Text("no transfer to it", "未转移")
                yield Hit(entry, ("items", index, "transferableRecord"), wanted, found)


@procedure("GCL-FIN-054")
def record_singular(bundle: Bundle) -> Iterator[Hit]:
    """A claim has one living record, or the parts of one split; what has ended passes to nobody."""
    living: dict[str, list[Entry]] = {}
    for record in once(bundle.of("TransferableRecord")):
        if bundle.in_force(record) and bundle.state(record) not in _FINAL:
            living.setdefault(record.tree["evidencedAsset"], []).append(record)
        yield from _after_the_end(bundle, record)
    roots: dict[str, str] = {}
    for asset, records in living.items():
        families: dict[str, list[str]] = {}
        for record in records:
            families.setdefault(_family(bundle, record, roots), []).append(record.id)
        if len(families) < 2:
            continue
        first, second, *_ = families
        for record in records:
            other = families[second if _family(bundle, record, roots) == first else first][0]
            wanted = Text(f"one living record of {asset}", f"{asset} 仅一份存续记录")
            yield Hit(record, ("evidencedAsset",), wanted, Text(f"{other} as well", f"另有 {other}"))


def _after_the_end(bundle: Bundle, record: Entry) -> Iterator[Hit]:
    ends = (e.tree for e in bundle.events(record.id, "transferable_record") if e.tree["toState"] in _FINAL)
    ended = min(ends, key=lambda e: str(e["effectiveAt"]), default=None)
    if ended is None:
        return
    for index, transfer in enumerate(record.tree["controlHistory"]):
        if transfer["transferredAt"] > ended["effectiveAt"]:
            at, state = ended["effectiveAt"], ended["toState"]
            wanted = Text(f"no transfer after {at} ({state})", f"{at}（{state}）之后不再转让")
            yield Hit(record, ("controlHistory", index, "transferredAt"), wanted, same(transfer["transferredAt"]))


def _family(bundle: Bundle, record: Entry, roots: dict[str, str]) -> str:
    """Return what the parts of one split share: the record that the first split divided; a whole record is alone."""
    parent = record.tree.get("parentRecord")
    return f"parts of {_root(bundle, parent, roots)}" if parent is not None else record.id


def _root(bundle: Bundle, name: str, roots: dict[str, str]) -> str:
    """Return the record at the beginning of a line of splits, remembering the way; of a circle the least id."""
    line: dict[str, None] = {}
    while name not in roots and name not in line:
        line[name] = None
        entry = find(bundle, name, "TransferableRecord")
        name = (entry.tree.get("parentRecord") if entry is not None else None) or name
    if name not in roots:  # the first record, which leads to itself here, or a circle
        names = list(line)
        roots[name] = min(names[names.index(name) :])
    roots.update(dict.fromkeys(line, roots[name]))
    return roots[name]


@procedure("GCL-FIN-125")
def record_not_cited(bundle: Bundle) -> Iterator[Hit]:
    """A record that changes hands is cited by nobody with a digest, and there is one copy of it."""
    for entry in bundle.of("Document"):
        for reference in entry.references:
            if reference.digest is not None and find(bundle, reference.target, "TransferableRecord") is not None:
                wanted = Text("a document that never changes", "内容不变的文档")
                yield Hit(entry, reference.path, wanted, same("TransferableRecord"))
    for record in bundle.of("TransferableRecord"):
        for copy in bundle.all(record.id)[1:]:
            yield Hit(copy, ("id",), Text("one copy", "一份"), together(r.source for r in bundle.all(record.id)))
