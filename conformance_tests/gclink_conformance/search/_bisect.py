"""Limits found from outside: between two values that are judged differently lies one at which the judgement turns."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace
from decimal import ROUND_CEILING, ROUND_FLOOR, Context, Decimal
from itertools import pairwise
from typing import Any, Final

from gclink_conformance.cases import Case
from gclink_conformance.search._edits import Edit, written
from gclink_conformance.search._judge import reference, setting

_STEPS: Final = 34
#: Wide enough for the longest number in the finest step.
_WIDE: Final = Context(prec=60)
_MOST: Final = 12


def thresholds(case: Case, tried: list[Edit], related: frozenset[str], rng: random.Random) -> Iterator[Edit]:
    """Yield the numbers at, just below and just above the limits that changes of one number crossed."""
    numbers: dict[tuple[str, str], list[tuple[Decimal, Edit]]] = {}
    for edit in tried:
        if len(edit.operations) != 1 or edit.operations[0]["op"] != "replace":
            continue
        operation = edit.operations[0]
        try:
            number = Decimal(operation["value"]) if isinstance(operation["value"], str) else None
        except ArithmeticError:
            number = None
        if number is not None and number.is_finite():
            numbers.setdefault((operation["document"], operation["path"]), []).append((number, edit))
    chosen = list(numbers.values())
    rng.shuffle(chosen)
    done = 0
    for listed in chosen:
        judged = sorted(
            ((number, _judge(case, edit, related), edit) for number, edit in listed), key=lambda one: one[0]
        )
        for (low, below, edit), (high, above, _) in pairwise(judged):
            if below is None or above is None or below == above:
                continue
            yield from _around(case, edit, low, high, below, related)
            done += 1
            if done >= _MOST:
                return


def _judge(case: Case, edit: Edit, related: frozenset[str]) -> Any:
    here = setting(
        replace(case, id="near", patch=(*case.patch, *edit.operations), as_of=edit.as_of or case.as_of, findings=())
    )
    return None if here is None else tuple(sorted(reference(related, here)))


def _cut(number: Decimal, places: int, rounding: str) -> Decimal:
    return number.quantize(Decimal(1).scaleb(-places), rounding, _WIDE)


def _with(edit: Edit, number: str) -> Edit:
    return Edit(({**edit.operations[0], "value": number},), edit.as_of)


def _around(case: Case, edit: Edit, low: Decimal, high: Decimal, below: Any, related: frozenset[str]) -> Iterator[Edit]:
    for _ in range(_STEPS):
        middle = _cut((low + high) / 2, 9, ROUND_FLOOR)
        if middle in (low, high):
            break
        text = written(middle)
        if text is None:
            return
        judged = _judge(case, _with(edit, text), related)
        if judged is None:
            return
        if judged == below:
            low = middle
        else:
            high = middle
    told: dict[str, None] = {}
    for places in range(10):
        step = Decimal(1).scaleb(-places)
        for number in (_cut(low, places, ROUND_FLOOR), _cut(high, places, ROUND_CEILING)):
            for beside in (number, number + step, number - step):
                text = written(beside)
                if text is not None:
                    told[text] = None
    for text in told:
        yield _with(edit, text)
