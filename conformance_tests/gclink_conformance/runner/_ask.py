"""Ask an adapter one trial after the other and turn each answer into a row of the results.

A broken answer is an error row with the way in which it broke. An adapter that keeps breaking is given up, so that a
run ends; the trials it was not asked are errors too, since silence is no pass.
"""

from __future__ import annotations

import contextlib
import time
from pathlib import Path
from typing import Any, Final

from gclink._text import Text

from gclink_conformance.carriers import AdapterError, Carrier, open_carrier
from gclink_conformance.protocol import Message
from gclink_conformance.runner._plan import Plan, Planned, bye, hello, request
from gclink_conformance.runner._score import Outcome, score

#: Failures of the adapter, in a row and in all, after which it is given up.
_IN_A_ROW: Final = 10
_IN_ALL: Final = 200

Row = dict[str, Any]


class Asker:
    """One adapter with one conversation at a time; a new one begins after each failure."""

    def __init__(self, plan: Plan, carrier: Carrier | None = None) -> None:
        self._plan = plan
        self._carrier = carrier or open_carrier(plan.adapter, None if plan.log is None else Path(plan.log))
        self._greeted = False
        self._in_a_row = 0
        self._in_all = 0
        self._greetings = 0

    def row(self, item: Planned) -> Row:
        """Ask a trial and return its row."""
        if item.declined is not None:
            return row_of(item, None, Outcome("declined", "none", Text(item.declined, item.declined)), 0.0)
        if self._in_a_row >= _IN_A_ROW or self._in_all >= _IN_ALL:
            return row_of(item, None, Outcome("error", "none", _GIVEN_UP), 0.0)
        started = time.perf_counter()
        try:
            self._greet()
            answer = self._carrier.exchange(request(self._plan, item), self._plan.timeout)
        except AdapterError as error:
            self._greeted = False
            self._in_a_row += 1
            self._in_all += 1
            return row_of(item, None, Outcome("error", "none", error.text), time.perf_counter() - started)
        seconds = time.perf_counter() - started
        self._in_a_row = 0
        expected = item.trial.expected()
        return row_of(item, answer, score(item.trial, expected, answer), seconds, expected)

    def _greet(self) -> None:
        """Open a conversation; an adapter that now claims something else than at first is broken."""
        if self._greeted:
            return
        self._greetings += 1
        told = self._carrier.exchange(hello(self._plan.wire_id("hello")), self._plan.timeout)
        if told.get("claims") != self._plan.hello["claims"]:
            self._carrier.close()
            raise ChangedClaimsError
        self._greeted = True

    def close(self) -> None:
        """Say farewell, and end what was started."""
        if self._greeted:
            with contextlib.suppress(AdapterError):
                self._carrier.exchange(bye(self._plan.wire_id("bye")), min(self._plan.timeout, 2.0))
        self._carrier.close()


class ChangedClaimsError(AdapterError):
    """The adapter claims something else than when it was first asked."""

    code = "changed-claims"
    en = "the adapter claims something else than at first"
    zh = "适配器的声明与最初不同"


_GIVEN_UP = Text(
    "not asked: the adapter broke too often and was given up",
    "未提问：适配器出错过多，已放弃",
)


def row_of(
    item: Planned, answer: Message | None, outcome: Outcome, seconds: float, expected: Message | None = None
) -> Row:
    """Return a row of the results."""
    trial, about = item.trial, item.trial.about
    return {
        "kind": "row",
        "test": item.test,
        "case": trial.case,
        "requirement": trial.requirement,
        "module": about.module,
        "tier": about.tier,
        "level": about.level,
        "profiles": list(item.profiles),
        "operation": trial.operation,
        "format": trial.format,
        "polarity": trial.polarity,
        "title": {"en": trial.title["en"], "zh": trial.title["zh"]},
        "expected": trial.expected() if expected is None else expected,
        "actual": None if answer is None else {name: value for name, value in answer.items() if name != "id"},
        "outcome": outcome.outcome,
        "grade": outcome.grade,
        "reason": {"en": outcome.reason.en, "zh": outcome.reason.zh},
        "milliseconds": round(seconds * 1000, 2),
    }
