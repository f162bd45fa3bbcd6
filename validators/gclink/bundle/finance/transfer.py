"""The deed that transfers the assets: the same as the transaction, registered where it must be, told in time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from gclink._text import Text
from gclink.bundle._deals import payments, under_profile
from gclink.bundle._entry import Path
from gclink.bundle._index import Bundle
from gclink.bundle._registry import Hit, procedure
from gclink.bundle._values import Tree, follow, once, same
from gclink.bundle._words import money, together


@procedure("GCL-FIN-039")
def assignment_matches(bundle: Bundle) -> Iterator[Hit]:
    """The deed names the parties, the assets, the amounts and the kind of the transaction, and is in effect in time."""
    for entry in once(bundle.of("FinancingTransaction")):
        tree = entry.tree
        deed = follow(bundle, tree, "assignment", "Assignment")
        if deed is not None:
            for path, wanted, found in _differences(bundle, tree, deed.tree):
                yield Hit(entry, path, wanted, found)


def _differences(bundle: Bundle, tree: Tree, deed: Tree) -> Iterator[tuple[Path, Text, Text]]:
    for own, theirs in (("assignmentKind", "assignmentKind"), ("seller", "assignor"), ("disclosure", "disclosure")):
        if tree[own] != deed[theirs]:
            yield (own,), same(deed[theirs]), same(tree[own])
    facility = follow(bundle, tree, "facility", "Facility")
    lenders = [share["lender"] for share in facility.tree["lenders"]] if facility is not None else []
    takers = list(dict.fromkeys([tree["financier"], *lenders]))
    known = facility is not None or "facility" not in tree
    if known and deed["assignee"] not in takers:
        yield ("assignment",), same(" / ".join(takers)), same(deed["assignee"])
    brought = Counter((item["asset"]["target"], money(item["faceAmount"])) for item in tree["items"])
    given = Counter((item["asset"]["target"], money(item["assignedAmount"])) for item in deed["assignedItems"])
    if brought != given:
        only_given, only_brought = given - brought, brought - given
        yield ("items",), _listed(only_given), _listed(only_brought)
    if deed["effectiveDate"] > tree["valueDate"]:
        day = tree["valueDate"]
        yield ("assignment",), Text(f"in effect by {day}", f"不晚于 {day} 生效"), same(deed["effectiveDate"])


def _listed(items: Counter[tuple[str, str]]) -> Text:
    return together(f"{asset}: {face}" for asset, face in items) if items else Text("nothing else", "无其他")


@procedure("GCL-FIN-042")
def notice_before_payment(bundle: Bundle) -> Iterator[Hit]:
    """A debtor is told of the transfer before the first payment."""
    for entry in once(bundle.of("FinancingTransaction")):
        tree = entry.tree
        deed = follow(bundle, tree, "assignment", "Assignment")
        if tree["disclosure"] != "disclosed" or deed is None or "notifiedAt" not in deed.tree:
            continue
        first = next((p.day for p in payments(bundle, entry.id) if p.kind == "obligor_payment"), None)
        if first is not None and deed.tree["notifiedAt"][:10] > first:
            wanted = Text(f"told on or before {first}", f"不晚于 {first} 通知")
            yield Hit(entry, ("assignment",), wanted, same(deed.tree["notifiedAt"]))


@procedure("GCL-FIN-046")
def transfer_registered(bundle: Bundle) -> Iterator[Hit]:
    """Under profile cn a transfer is in the register before the money goes out."""
    for entry in once(bundle.of("FinancingTransaction")):
        tree = entry.tree
        deed = follow(bundle, tree, "assignment", "Assignment")
        if deed is None or deed.tree["assignmentKind"] == "none" or not under_profile(bundle, tree, "cn"):
            continue
        registration = deed.tree.get("registration")
        if registration is None or registration["registeredAt"][:10] > tree["valueDate"]:
            found = Text("no registration", "未登记") if registration is None else same(registration["registeredAt"])
            day = tree["valueDate"]
            wanted = Text(f"registered on or before {day}", f"不晚于 {day} 登记")
            yield Hit(entry, ("assignment",), wanted, found)
