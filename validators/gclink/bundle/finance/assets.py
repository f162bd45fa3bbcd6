"""What may be financed: an asset that is owed, approved, fresh and the same as the item says."""

from __future__ import annotations

from collections.abc import Iterator

from gclink._text import Text
from gclink.bundle._dates import dawn, days
from gclink.bundle._deals import items, programme_of
from gclink.bundle._entry import Entry
from gclink.bundle._index import Bundle
from gclink.bundle._registry import Hit, procedure
from gclink.bundle._values import Tree, once, same
from gclink.bundle._words import amount, at_least, at_most, money

#: States of a receivable that gives a new lender nothing to collect.
_GONE = frozenset({"disputed", "cancelled", "settled", "defaulted", "written_off"})
_KINDS = {
    "receivable": "Receivable",
    "purchase_order": "PurchaseOrder",
    "inventory": "Inventory",
    "undertaking": "Undertaking",
}
#: Oldest valuation of stock where the programme names none, in days.
_VALUATION_AGE = 30


def _of_technique(bundle: Bundle, *techniques: str) -> Iterator[tuple[Entry, Tree]]:
    for entry in once(bundle.of("FinancingTransaction")):
        tree = entry.tree
        if tree["technique"] in techniques:
            yield entry, tree


def _done(en: str, zh: str, day: str) -> Text:
    return Text(f"{en} on or before {day}", f"不晚于 {day} {zh}")


@procedure("GCL-FIN-018")
def receivable_financeable(bundle: Bundle) -> Iterator[Hit]:
    """A receivable is not contested, paid or gone when its financing is asked for."""
    for entry in once(bundle.of("FinancingTransaction")):
        if not bundle.in_force(entry):
            continue
        tree = entry.tree
        for index, asset, _ in items(bundle, tree, "Receivable"):
            state = bundle.state(asset, dawn(tree["requestedOn"]))
            if state in _GONE:
                wanted = Text(f"a claim that stands on {tree['requestedOn']}", f"{tree['requestedOn']} 时存续的债权")
                yield Hit(entry, ("items", index, "asset"), wanted, same(str(state)))


@procedure("GCL-FIN-022")
def approval_before_funding(bundle: Bundle) -> Iterator[Hit]:
    """The debtor has accepted the debt, in full and before the money goes out."""
    for entry, tree in _of_technique(bundle, "payables_finance"):
        for index, asset, item in items(bundle, tree, "Receivable"):
            approval = asset.tree.get("approval")
            if approval is None:
                wanted, found = Text("an approval by the obligor", "付款人确权"), Text("none", "无")
            elif approval["approver"] != asset.tree.get("obligor"):
                wanted, found = same(str(asset.tree.get("obligor"))), same(approval["approver"])
            elif approval["approvedAt"][:10] > tree["valueDate"]:
                wanted, found = _done("approved", "确权", tree["valueDate"]), same(approval["approvedAt"])
            elif amount(approval["approvedAmount"]) < amount(item["faceAmount"]):
                wanted, found = at_least(money(item["faceAmount"])), same(money(approval["approvedAmount"]))
            else:
                continue
            yield Hit(entry, ("items", index, "asset"), wanted, found)
    for entry, tree in _of_technique(bundle, "corporate_payment_undertaking"):
        for index, asset, item in items(bundle, tree, "Undertaking"):
            promise = asset.tree
            if promise["undertakingIssuer"] != tree.get("obligor"):
                debtor = tree.get("obligor")
                wanted = same(promise["undertakingIssuer"])
                found = same(debtor) if debtor is not None else Text("no obligor", "无付款人")
            elif promise["issuedAt"][:10] > tree["valueDate"]:
                wanted, found = _done("issued", "出具", tree["valueDate"]), same(promise["issuedAt"])
            elif amount(promise["faceValue"]) < amount(item["faceAmount"]):
                wanted, found = at_least(money(item["faceAmount"])), same(money(promise["faceValue"]))
            else:
                continue
            yield Hit(entry, ("items", index, "asset"), wanted, found)


@procedure("GCL-FIN-023")
def order_accepted(bundle: Bundle) -> Iterator[Hit]:
    """Money on an order goes out only after the seller has accepted the order."""
    for entry, tree in _of_technique(bundle, "pre_shipment_finance"):
        for index, asset, _ in items(bundle, tree, "PurchaseOrder"):
            accepted = asset.tree.get("acceptedBySellerAt")
            if accepted is None or accepted[:10] > tree["valueDate"]:
                found = same(accepted) if accepted is not None else Text("not accepted", "未接受")
                yield Hit(entry, ("items", index, "asset"), _done("accepted", "接受", tree["valueDate"]), found)


@procedure("GCL-FIN-024")
def valuation_fresh(bundle: Bundle) -> Iterator[Hit]:
    """Stock is lent against at a value that is not out of date."""
    for entry, tree in _of_technique(bundle, "loan_against_inventory"):
        programme = programme_of(bundle, tree)
        if programme is None:
            continue
        most = programme.get("valuationMaxAgeDays", _VALUATION_AGE)
        for index, asset, _ in items(bundle, tree, "Inventory"):
            valued = asset.tree["valuation"]["valuedOn"]
            age = days(valued, tree["valueDate"])
            if not 0 <= age <= most:
                day = tree["valueDate"]
                wanted = Text(f"valued 0 to {most} days before {day}", f"估值日早于 {day} 0 至 {most} 天")
                found = Text(f"{age} days, valued on {valued}", f"{age} 天，估值日 {valued}")
                yield Hit(entry, ("items", index, "asset"), wanted, found)


@procedure("GCL-FIN-028")
def undertaking_binding(bundle: Bundle) -> Iterator[Hit]:
    """A promise to pay that is financed cannot be taken back, and a buyer's one hangs on nothing."""
    for entry, tree in _of_technique(bundle, "corporate_payment_undertaking", "bank_payment_undertaking"):
        for index, asset, _ in items(bundle, tree, "Undertaking"):
            promise = asset.tree
            place = ("items", index, "asset")
            if not promise["irrevocable"]:
                yield Hit(
                    entry, place, Text("an irrevocable undertaking", "不可撤销的承诺"), same("irrevocable = false")
                )
            if promise["conditional"] and tree["technique"] == "corporate_payment_undertaking":
                yield Hit(
                    entry, place, Text("an undertaking without condition", "无条件的承诺"), same("conditional = true")
                )


@procedure("GCL-FIN-057")
def item_matches_asset(bundle: Bundle) -> Iterator[Hit]:
    """An item says about its asset what the asset says about itself, and brings in no more than there is."""
    for entry in once(bundle.of("FinancingTransaction")):
        for index, asset, item in items(bundle, entry.tree):
            tree, place = asset.tree, ("items", index)
            face, whole = item["faceAmount"], tree["faceValue"]
            if _KINDS[item["assetKind"]] != asset.type:
                yield Hit(entry, (*place, "assetKind"), same(asset.type), same(item["assetKind"]))
            if face["currency"] != whole["currency"]:
                yield Hit(entry, (*place, "faceAmount", "currency"), same(whole["currency"]), same(face["currency"]))
            elif amount(face) > amount(whole):
                yield Hit(entry, (*place, "faceAmount", "amount"), at_most(money(whole)), same(money(face)))
            if "dueDate" in item and item["dueDate"] != tree.get("dueDate"):
                due = tree.get("dueDate")
                wanted = same(due) if due is not None else Text("no due date", "无到期日")
                yield Hit(entry, (*place, "dueDate"), wanted, same(item["dueDate"]))
