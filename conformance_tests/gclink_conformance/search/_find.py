"""The search itself, for one requirement: changes of its cases, kept where they tell a mutant from the rule."""

from __future__ import annotations

import random
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from gclink_conformance import cases as case_files
from gclink_conformance.cases import Case
from gclink_conformance.search._bisect import thresholds
from gclink_conformance.search._edits import Edit, edits
from gclink_conformance.search._judge import noticing, reference, setting, touched, trace
from gclink_conformance.search._made import Found, made
from gclink_conformance.strength import _hunt
from gclink_conformance.strength._mutant import ENOUGH, Mutant
from gclink_conformance.suite import cases, root

#: Tries from each case with one change, and with two: so many first ones, so many second ones after each.
_SINGLES: Final = 900
_FIRSTS: Final = 60
_SECONDS: Final = 25
#: How often two changes are tried from every case, others each time.
_ROUNDS: Final = 8


@dataclass(slots=True)
class Hunted:
    """The mutants of a requirement that are not noticed enough, with the cases that do: by how many each lacks."""

    requirement: str
    mutants: dict[str, Mutant]
    lack: dict[str, int]


def weak(requirement: str, kills: dict[str, list[str]], equal: frozenset[str] = frozenset()) -> Hunted:
    """Return the mutants of a requirement that fewer than two cases notice, given the cases that notice each.

    Mutants that are known to do the same as the rule (``equal``) are left out.
    """
    mutants = {}
    for mutant in _hunt._mutants(requirement):
        if mutant.reason or mutant.id in equal:
            continue
        if len(kills.get(mutant.id, ())) < ENOUGH:
            mutants[mutant.id] = mutant
    return Hunted(requirement, mutants, {name: ENOUGH - len(kills.get(name, ())) for name in mutants})


@dataclass(slots=True)
class _Quest:
    """What a search carries along: what each mutant still lacks, chance, and what was sent already."""

    related: frozenset[str]
    lack: dict[str, int]
    rng: random.Random
    sent: set[bytes]


def search(hunted: Hunted, seconds: float, seed: int = 0) -> list[Found]:
    """Return cases that notice the mutants, as few as will do; stops when all are noticed, or the time is up."""
    rng = random.Random(f"{seed} {hunted.requirement}")  # noqa: S311 - a search that can be made again
    end = time.perf_counter() + seconds
    related = touched(hunted.requirement)
    starts = list(_starts(hunted.requirement, related, rng))
    quest = _Quest(related, dict(hunted.lack), rng, {case_files.sent(case, root()) for case in starts})
    found: list[Found] = []
    for depth in (1, *[2] * _ROUNDS):
        for case in starts:
            alive = [hunted.mutants[name] for name, count in quest.lack.items() if count > 0]
            if not alive or time.perf_counter() > end:
                break
            share = min(end, time.perf_counter() + max(2.0, (end - time.perf_counter()) / 3))
            found += _from(quest, case, alive, depth, share)
    return fewest(found, hunted.lack)


def _starts(requirement: str, related: frozenset[str], rng: random.Random) -> Iterator[Case]:
    """Yield the cases to start from: sound ones first, then broken ones, those of the requirement before others."""
    own = [case for case in cases() if case.requirement == requirement and not case.raw and "json" in case.formats]
    near = [
        case for case in cases() if case.requirement in related and case.requirement != requirement and not case.raw
    ]
    rng.shuffle(near)
    yield from (case for case in own if not case.negative)
    yield from (case for case in own if case.negative)
    yield from near[:6]


def _from(quest: _Quest, case: Case, alive: list[Mutant], depth: int, end: float) -> Iterator[Found]:
    world = trace(quest.related, case)
    if world is None:
        return
    singles = edits(world, quest.rng)
    tries = iter(singles[:_SINGLES]) if depth == 1 else _pairs(quest, case, singles)
    mutants = list(alive)
    judged: list[Edit] = []
    for edit in tries:
        if not mutants or time.perf_counter() > end:
            return
        yield from _tried(quest, case, edit, mutants, judged)
    if depth == 1:
        for edit in thresholds(case, list(judged), quest.related, quest.rng):
            if not mutants or time.perf_counter() > end:
                return
            yield from _tried(quest, case, edit, mutants, judged)


def _pairs(quest: _Quest, case: Case, singles: Sequence[Edit]) -> Iterator[Edit]:
    """Yield changes of what one change made; the second one sees the documents as the first one left them."""
    for first in singles[:_FIRSTS]:
        world = trace(quest.related, changed(case, first))
        if world is None:
            continue
        places = {(operation.get("document"), operation.get("path")) for operation in first.operations}
        seconds = edits(world, quest.rng)
        for second in seconds[:_SECONDS]:
            if not any((item.get("document"), item.get("path")) in places for item in second.operations):
                yield first + second


def _tried(quest: _Quest, case: Case, edit: Edit, mutants: list[Mutant], judged: list[Edit]) -> Iterator[Found]:
    tried = changed(case, edit)
    here = setting(tried)
    if here is None:
        return
    here.told = reference(quest.related, here)
    judged.append(edit)
    noticed = noticing(mutants, here)
    sent = case_files.sent(tried, root()) if noticed else b""
    if not noticed or sent in quest.sent:
        return
    one = made(tried, case, edit, noticed)
    if one is None:
        return
    quest.sent.add(sent)
    yield one
    for name in one.kills:
        quest.lack[name] -= 1
        if quest.lack[name] <= 0:
            mutants[:] = [mutant for mutant in mutants if mutant.id != name]


def changed(case: Case, edit: Edit) -> Case:
    """Return a case with a further change; its findings are not known yet."""
    return replace(
        case,
        id="near",
        patch=(*case.patch, *edit.operations),
        as_of=edit.as_of or case.as_of,
        formats=("json",),
        findings=(),
    )


def fewest(found: Sequence[Found], lack: dict[str, int]) -> list[Found]:
    """Return as few of the cases as notice every mutant as often as all of them do; simple ones are preferred."""
    left = {name: count for name, count in lack.items() if any(name in one.kills for one in found)}
    kept: list[Found] = []
    rest = list(found)
    while any(count > 0 for count in left.values()) and rest:
        best = max(rest, key=lambda one: (sum(left.get(name, 0) > 0 for name in one.kills) / one.weight, -one.weight))
        if not any(left.get(name, 0) > 0 for name in best.kills):
            break
        rest.remove(best)
        kept.append(best)
        for name in best.kills:
            if name in left:
                left[name] -= 1
    return kept
