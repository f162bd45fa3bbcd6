"""What was paid back: no more than was lent, all of it when the debt is called settled, and the rest to the seller."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from gclink._text import Text
from gclink.bundle._deals import PAID_OUT, Payment, deals, first_into, payments
from gclink.bundle._entry import Entry
from gclink.bundle._index import Bundle
from gclink.bundle._registry import Hit, procedure
from gclink.bundle._values import follow, once, same, shown
from gclink.bundle._words import amount, at_most, since


def _principal(found: list[Payment], *, written_off: bool) -> Decimal:
    return sum((p.principal for p in found if (p.kind == "write_off") == written_off), Decimal(0))


@procedure("GCL-FIN-078")
def write_off_by_financier(bundle: Bundle) -> Iterator[Hit]:
    """What is written off is lost to the financier; that payer and payee are one is told of the document alone."""
    for entry in once(bundle.of("Settlement")):
        tree = entry.tree
        lent = follow(bundle, tree, "transaction", "FinancingTransaction")
        if tree["settlementType"] == "write_off" and lent is not None and tree["payer"] != lent.tree["financier"]:
            yield Hit(entry, ("payer",), same(lent.tree["financier"]), same(tree["payer"]))


@procedure("GCL-FIN-079")
def principal_within_financed(bundle: Bundle) -> Iterator[Hit]:
    """No more principal comes back than went out, and none before it went out."""
    for entry in once(bundle.of("FinancingTransaction")):
        tree, found = entry.tree, payments(bundle, entry.id)
        currency = tree["financedAmount"]["currency"]
        for payment in found:
            if payment.currency != currency:
                yield Hit(payment.entry, ("principalPart", "currency"), same(currency), same(payment.currency))
        back, lent = sum((p.principal for p in found), Decimal(0)), amount(tree["financedAmount"])
        if back > lent:
            told = " + ".join(shown(p.principal) for p in found if p.principal)
            yield Hit(entry, ("financedAmount",), at_most(lent), same(f"{told} = {shown(back)}"))
        early = next((p for p in found if p.day < tree["valueDate"]), None)
        if early is not None:
            told_day = Text(f"{early.entry.id} on {early.day}", f"{early.entry.id}，{early.day}")
            yield Hit(entry, ("valueDate",), since(tree["valueDate"]), told_day)


@procedure("GCL-FIN-080")
def settled_means_paid(bundle: Bundle) -> Iterator[Hit]:
    """A debt is called settled when, and only when, its principal is back."""
    for entry in once(bundle.of("FinancingTransaction")):
        tree = entry.tree
        if not bundle.in_force(entry):
            continue
        state, found = str(bundle.state(entry)), payments(bundle, entry.id)
        if tree["technique"] == "dynamic_discounting":
            wanted, told = _early_payment(bundle, entry, state, found)
        else:
            lent = amount(tree["financedAmount"])
            back, lost = _principal(found, written_off=False), _principal(found, written_off=True)
            wanted, told = _state_of(state, lent, back, lost), same(f"{state}, {shown(back)} / {shown(lent)}")
        if wanted is not None:
            yield Hit(entry, ("state",), wanted, told)


def _state_of(state: str, lent: Decimal, back: Decimal, lost: Decimal) -> Text | None:
    """Return the state or payments that would fit, None where both do."""
    if state == "settled" and back != lent:
        return Text(f"{shown(lent)} of principal paid", f"已还本金 {shown(lent)}")
    if state != "settled" and back == lent:
        return Text("settled, as the principal is paid", "本金已还足，应为结清")
    if state == "part_settled" and not 0 < back < lent:
        return Text(
            f"more than 0 and less than {shown(lent)} of principal paid", f"已还本金大于 0 且小于 {shown(lent)}"
        )
    if state == "written_off" and back + lost != lent:
        return Text(f"a write_off of {shown(lent - back)}", f"核销 {shown(lent - back)}")
    return None


def _early_payment(bundle: Bundle, entry: Entry, state: str, found: list[Payment]) -> tuple[Text | None, Text]:
    """Return what would fit a debt that the early payment itself discharges, and what is found."""
    if found:
        wanted = Text("no settlement, as the early payment discharges the debt", "无结算：提前付款本身即清偿债务")
        return wanted, same(found[0].entry.id)
    day = entry.tree["valueDate"]
    settled = first_into(bundle, entry, ("settled",))
    closed = settled[:10] if settled is not None else None
    wanted = Text(f"settled on {day}, the day of the early payment", f"{day}（提前付款日）结清")
    if state == "settled":
        return (wanted, same(f"settled, {closed}")) if closed not in (None, day) else (None, same(state))
    waiting = state == "funded" and day >= bundle.day
    return (wanted, same(state)) if state in PAID_OUT and not waiting else (None, same(state))


def _settled_sales(bundle: Bundle) -> Iterator[tuple[Entry, list[Payment]]]:
    for deal in bundle.shared(deals).values():
        if deal.state == "settled" and deal.entry.tree["assignmentKind"] == "sale":
            yield deal.entry, payments(bundle, deal.entry.id)


@procedure("GCL-FIN-081")
def reserve_released(bundle: Bundle) -> Iterator[Hit]:
    """What the debtor paid beyond the debt has gone to the seller."""
    for entry, found in _settled_sales(bundle):
        seller, released = entry.tree["seller"], [p for p in found if p.kind == "reserve_release"]
        if any(bundle.get(party) is None for party in (seller, *(p.payee for p in released))):
            continue
        kept = sum((p.reserve for p in found if p.kind == "obligor_payment"), Decimal(0))
        given = sum((p.whole for p in released if p.payee == seller), Decimal(0))
        if kept != given:
            wanted = Text(f"{shown(kept)} released to the seller", f"向卖方释放 {shown(kept)}")
            yield Hit(entry, ("state",), wanted, same(shown(given)))


@procedure("GCL-FIN-082")
def reserve_amount(bundle: Bundle) -> Iterator[Hit]:
    """Face less advance less charges is what the seller gets at the end."""
    for entry, found in _settled_sales(bundle):
        tree = entry.tree
        if "fx" in tree or not _paid_by_obligor(found, amount(tree["financedAmount"])):
            continue
        face = sum((amount(item["faceAmount"]) for item in tree["items"]), Decimal(0))
        charges = sum((p.charges for p in found), Decimal(0))
        due = face - amount(tree["financedAmount"]) - charges
        given = sum((p.whole for p in found if p.kind == "reserve_release"), Decimal(0))
        if due != given:
            told = f"{shown(due)} = {shown(face)} - {tree['financedAmount']['amount']} - {shown(charges)}"
            wanted = Text(f"{told} released", f"释放 {told}")
            yield Hit(entry, ("financedAmount",), wanted, same(shown(given)))


def _paid_by_obligor(found: list[Payment], lent: Decimal) -> bool:
    """Whether the whole principal came from the obligor, and nothing from anybody else."""
    others = any(p.kind not in ("obligor_payment", "reserve_release") for p in found)
    return not others and sum((p.principal for p in found if p.kind == "obligor_payment"), Decimal(0)) == lent
