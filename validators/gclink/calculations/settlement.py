"""Payments on a transaction and the state they lead to."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from gclink.calculations._checks import not_negative, not_negatives, positive
from gclink.calculations._numbers import exact, ratio
from gclink.calculations._registry import Result, calculation


def state_of(financed: Fraction, repaid: Fraction, written_off: Fraction = Fraction(0)) -> str | None:
    """Return the state principal leads to (GCL-FIN-080), or None where more than the principal came back."""
    if repaid + written_off > financed:
        return None
    if repaid == financed:
        return "settled"
    if repaid + written_off == financed:
        return "written_off"
    return "part_settled" if repaid else "funded"


@calculation(
    en="Parts of a settlement",
    zh="结算金额分项",
    formula="amount = principalPart + interestPart + feePart + reservePart; reserveRelease = faceAmount - "
    "financedAmount - "
    "feePart - interestPart once the principal is paid, else 0; settled if principalPart = financedAmount",
    source=("GCL-FIN-078", "GCL-FIN-079", "GCL-FIN-080", "GCL-FIN-081", "GCL-FIN-082"),
    results=("reserveRelease", "transactionState", "violations"),
)
def settlement_parts(
    *,
    face_amount: Decimal,
    financed_amount: Decimal,
    amount: Decimal,
    principal_part: Decimal,
    interest_part: Decimal = Decimal(0),
    fee_part: Decimal = Decimal(0),
    reserve_part: Decimal = Decimal(0),
) -> Result:
    """Check one payment of the obligor on a sale and give what goes back to the seller.

    ``violations``: GCL-FIN-078 if the parts do not add up, GCL-FIN-079 if more principal is paid than was financed,
    GCL-FIN-082 if the reserve of a full payment is not what is due to the seller.
    """
    positive("faceAmount", face_amount)
    positive("financedAmount", financed_amount)
    parts = (principal_part, interest_part, fee_part, reserve_part)
    not_negatives(
        amount=amount,
        principalPart=principal_part,
        interestPart=interest_part,
        feePart=fee_part,
        reservePart=reserve_part,
    )
    state = state_of(ratio(financed_amount), ratio(principal_part))
    due = ratio(face_amount) - ratio(financed_amount) - ratio(fee_part) - ratio(interest_part)
    settled = state == "settled"
    broken = {
        "GCL-FIN-078": ratio(amount) != sum(map(ratio, parts), Fraction(0)),
        "GCL-FIN-079": state is None,
        "GCL-FIN-082": settled and ratio(reserve_part) != due,
    }
    return {
        "reserveRelease": exact(due) if settled else Decimal(0),
        "transactionState": state,
        "violations": [requirement for requirement, violated in broken.items() if violated],
    }


@calculation(
    en="Principal settled",
    zh="已还本金",
    formula="principalSettled = sum of principalParts; outstanding = financedAmount - principalSettled - writtenOff; "
    "settled if principalSettled = financedAmount, written_off if writtenOff is the rest, part_settled if above 0, "
    "else "
    "funded",
    source=("GCL-FIN-079", "GCL-FIN-080"),
    results=("principalSettled", "outstanding", "transactionState", "violations"),
)
def principal_settled(
    *, financed_amount: Decimal, principal_parts: tuple[Decimal, ...], written_off: Decimal = Decimal(0)
) -> Result:
    """Add up the principal of all settlements; one minor unit short is not settled.

    ``violations`` holds GCL-FIN-079 if more came back than was financed; then there is no state.
    """
    positive("financedAmount", financed_amount)
    not_negatives(writtenOff=written_off)
    for place, part in enumerate(principal_parts):
        not_negative(f"principalParts[{place}]", part)
    repaid = sum(map(ratio, principal_parts), Fraction(0))
    state = state_of(ratio(financed_amount), repaid, ratio(written_off))
    return {
        "principalSettled": exact(repaid),
        "outstanding": exact(ratio(financed_amount) - repaid - ratio(written_off)),
        "transactionState": state,
        "violations": ["GCL-FIN-079"] if state is None else [],
    }
