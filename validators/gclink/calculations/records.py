"""Electronic transferable records: chain of control and splits."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

from gclink.calculations._checks import one_of, positive, some
from gclink.calculations._numbers import ratio
from gclink.calculations._registry import Result, calculation
from gclink.tables import relation


@dataclass(frozen=True, slots=True)
class ControlTransfer:
    """One passing of control; ``from`` is absent at position 1 only."""

    position: int
    to: str
    at: datetime
    amount: Decimal
    from_party: str | None = field(default=None, metadata={"json": "from"})


@calculation(
    en="Chain of control of a record",
    zh="控制链核对",
    formula="positions 1..n; from absent exactly at 1; from(p) = to(p-1); at does not fall, else GCL-FIN-050; "
    "controller = "
    "to of position n and every amount = amount of the record, else GCL-FIN-051",
    source=("GCL-FIN-050", "GCL-FIN-051"),
    results=("verdict", "violations"),
)
def control_chain(*, amount: Decimal, controller: str, control_history: tuple[ControlTransfer, ...]) -> Result:
    """Tell whether control passed without a break to the present controller, each time over the whole record.

    Where the positions have a gap the controller is not judged.
    """
    positive("amount", amount)
    some("controlHistory", control_history)
    ordered = sorted(control_history, key=lambda transfer: transfer.position)
    last = len(ordered)
    numbered = [transfer.position for transfer in ordered] == list(range(1, last + 1))
    started = all((transfer.from_party is None) == (transfer.position == 1) for transfer in ordered)
    linked = all(
        later.from_party == earlier.to and later.at >= earlier.at
        for earlier, later in pairwise(ordered)
        if later.position == earlier.position + 1
    )
    ended = all(transfer.to == controller for transfer in ordered if transfer.position == last)
    whole = all(ratio(transfer.amount) == ratio(amount) for transfer in ordered)
    broken = {"GCL-FIN-050": not (numbered and started and linked), "GCL-FIN-051": not (ended and whole)}
    violations = [requirement for requirement, violated in broken.items() if violated]
    return {"verdict": "fail" if violations else "pass", "violations": violations}


@calculation(
    en="Split of a record",
    zh="凭证拆分核对",
    formula="with children: sum of children = parentAmount and parentState = split; without children: parentState is "
    "not "
    "split",
    source=("GCL-FIN-052",),
    results=("verdict", "violations"),
)
def record_split(*, parent_amount: Decimal, parent_state: str, children: tuple[Decimal, ...]) -> Result:
    """Tell whether the children of a split add up to the parent, and the parent says that it was split."""
    positive("parentAmount", parent_amount)
    states = sorted(state for machine, state in relation("machine.states") if machine == "transferable_record")
    one_of("parentState", parent_state, states)
    for place, child in enumerate(children):
        positive(f"children[{place}]", child)
    split = parent_state == "split"
    complete = ratio(parent_amount) == sum(map(ratio, children), Fraction(0))
    passed = (split and complete) if children else not split
    return {"verdict": "pass" if passed else "fail", "violations": [] if passed else ["GCL-FIN-052"]}
