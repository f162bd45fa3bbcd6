"""The plan of a run: which trials, in which order, under which ids; the same in every process that is given it.

What an implementation sees says nothing about what is expected: ids are opaque, the order is a seeded shuffle, and a
sample is asked again under other ids. All of it follows from the seed and the name of a trial alone, so that requests
that were written to a file can be scored on another day.
"""

from __future__ import annotations

import fnmatch
import hashlib
import random
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

import orjson

from gclink_conformance.protocol import PROTOCOL, SPEC_VERSION, Message
from gclink_conformance.runner._claims import Claim, claims_of, selected
from gclink_conformance.runner._trial import Trial
from gclink_conformance.runner._trials import trials

#: One trial in this many is asked again.
_REPEAT_ONE_IN: Final = 40


@dataclass(frozen=True, slots=True)
class Plan:
    """What a run does; ``hello`` is the adapter's answer to hello. Kept as JSON for the other processes."""

    adapter: str
    hello: Message
    profiles: tuple[str, ...]
    pattern: str | None
    seed: int
    timeout: float
    log: str | None
    extra: tuple[str, ...] = ()

    def save(self, path: Path) -> None:
        """Write the plan."""
        path.write_bytes(orjson.dumps(asdict(self)))

    @classmethod
    def load(cls, path: Path) -> Plan:
        """Read a plan."""
        content = orjson.loads(path.read_bytes())
        return cls(**{**content, "profiles": tuple(content["profiles"]), "extra": tuple(content["extra"])})

    @property
    def claims(self) -> dict[str, Claim]:
        """The claims that the run is about."""
        return selected(claims_of(self.hello), self.profiles)

    def wire_id(self, name: str) -> str:
        """Return the opaque id of a message."""
        return hashlib.blake2b(f"{self.seed} {name}".encode(), digest_size=10).hexdigest()


@dataclass(frozen=True, slots=True)
class Planned:
    """A trial of this run. ``test`` is its name in the results: that of the trial, with ``#2`` when it is repeated."""

    test: str
    trial: Trial
    profiles: tuple[str, ...]
    declined: str | None

    @property
    def repeat(self) -> bool:
        """Whether the trial is asked a second time."""
        return self.test.endswith("#2")


def planned(plan: Plan) -> list[Planned]:
    """Return the trials of a run in the order of their shuffle, those declined by name among them."""
    found = list(_chosen(plan, plan.claims))
    found.sort(key=lambda item: item.test)
    random.Random(plan.seed).shuffle(found)  # noqa: S311 - a shuffle that can be repeated, not a secret
    return found


def _chosen(plan: Plan, claims: Mapping[str, Claim]) -> Iterator[Planned]:
    for trial in _matching(plan.pattern):
        counting = [claim for claim in claims.values() if claim.covers(trial)]
        if not counting:
            continue
        names = tuple(claim.profile for claim in counting)
        # A trial that one claim declines and another does not is asked, and counts for both.
        reasons = [claim.declined(trial) for claim in counting]
        declined = next((reason for reason in reasons if reason is not None), None) if all(reasons) else None
        yield Planned(trial.id, trial, names, declined)
        if declined is None and int(plan.wire_id(f"repeat {trial.id}"), 16) % _REPEAT_ONE_IN == 0:
            yield Planned(f"{trial.id}#2", trial, names, None)


@cache
def _matching(pattern: str | None) -> tuple[Trial, ...]:
    if pattern is None:
        return trials()
    return tuple(trial for trial in trials() if matches(pattern, trial.id, trial.case, trial.requirement))


def matches(pattern: str, *names: str) -> bool:
    """Whether a pattern with ``*`` and ``?`` is one of the names, without regard to case."""
    fits = _compiled(pattern)
    return any(fits(name.lower()) for name in names)


@cache
def _compiled(pattern: str) -> Callable[[str], re.Match[str] | None]:
    return re.compile(fnmatch.translate(pattern.lower())).match


def request(plan: Plan, item: Planned) -> Message:
    """Return the message that asks a trial."""
    message = item.trial.request()
    if message["op"] == "check":
        message |= {"profile": item.profiles[0], "specVersion": SPEC_VERSION}
    return {"op": message.pop("op"), "id": plan.wire_id(item.test), **message}


def hello(identifier: str) -> Message:
    """Return the message that opens a conversation."""
    from gclink_conformance.suite import VERSION

    runner = {"name": "gclink-conformance", "version": VERSION}
    return {"op": "hello", "id": identifier, "protocol": PROTOCOL, "runner": runner}


def bye(identifier: str) -> dict[str, Any]:
    """Return the message that ends a conversation."""
    return {"op": "bye", "id": identifier}
