"""Life-cycle events against the transition tables."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from gclink.calculations._checks import one_of
from gclink.calculations._registry import Result, calculation
from gclink.tables import relation, table

_TRANSITION, _ROLE, _CHAIN = "GCL-FIN-114", "GCL-FIN-115", "GCL-FIN-116"


@dataclass(frozen=True, slots=True)
class Event:
    """One change of state."""

    sequence: int
    from_state: str
    to_state: str
    actor_role: str
    effective_at: datetime | None = None


def machines() -> tuple[str, ...]:
    """Return the names of the machines."""
    return tuple(dict.fromkeys(str(row["machine"]) for row in table("machine_states").rows))


def initial_state(machine: str) -> str:
    """Return the usual state at first issue."""
    rows = table("machine_states").rows
    return next(str(row["state"]) for row in rows if row["machine"] == machine and row["kind"] == "initial")


@calculation(
    en="Life cycle of an entity",
    zh="实体生命周期核对",
    formula="for every event in sequence: (machine, fromState, toState) has a row in table machine, else "
    "GCL-FIN-114; the "
    "role is one of that row, else GCL-FIN-115; sequence is 1..n, fromState the state before (first: state, else the "
    "initial state of the machine), effectiveAt does not fall, else GCL-FIN-116",
    source=(_TRANSITION, _ROLE, _CHAIN, "table machine"),
    results=("verdict", "failsAtSequence", "violations", "currentState"),
)
def lifecycle(*, machine: str, events: tuple[Event, ...], state: str | None = None) -> Result:
    """Walk the events of one entity and tell where the chain first breaks, and which requirements it breaks in all.

    A transition outside the table is reported by GCL-FIN-114 alone, its role is not judged. ``state`` is the state of
    the document at issue.
    """
    one_of("machine", machine, machines())
    allowed, roles = relation("machine"), relation("machine.roles")
    current, moment = state or initial_state(machine), None
    broken: dict[str, int] = {}
    for place, event in enumerate(sorted(events, key=lambda event: event.sequence), start=1):
        falls = moment is not None and event.effective_at is not None and event.effective_at < moment
        if event.sequence != place or event.from_state != current or falls:
            broken.setdefault(_CHAIN, event.sequence)
        transition = (machine, event.from_state, event.to_state)
        if transition not in allowed:
            broken.setdefault(_TRANSITION, event.sequence)
        elif (*transition, event.actor_role) not in roles:
            broken.setdefault(_ROLE, event.sequence)
        current, moment = event.to_state, event.effective_at or moment
    violations = sorted(broken)
    return {
        "verdict": "fail" if broken else "pass",
        "failsAtSequence": min(broken.values(), default=None),
        "violations": violations,
        "currentState": None if broken else current,
    }
