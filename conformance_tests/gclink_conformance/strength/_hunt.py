"""The hunt: every mutant against the cases that may notice it, first those of its requirement, then wider ones."""

from __future__ import annotations

import fnmatch
import multiprocessing
import random
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from gclink_conformance.runner._requirements import requirements
from gclink_conformance.runner._trial import Trial
from gclink_conformance.runner._trials import trials
from gclink_conformance.strength import _bundle, _form, _rules
from gclink_conformance.strength._mutant import Fate, Mutant, merge, try_all
from gclink_conformance.strength._situation import Situation, situation

#: Called with the name of a part of the hunt that is done, its mutants, and seconds.
Watch = Callable[[str, int, float], None]

#: Structure has so many constraints that it is done in pieces.
_PIECES = 12


@dataclass(frozen=True, slots=True)
class Part:
    """What one process does at a time: the requirements of one tier in one module.

    ``piece`` is which of how many pieces of its constraints is meant (tier T1). ``known`` are mutants that are known to
    survive: a sample does not ask the wider cases about them once more. ``wide`` false asks the cases of the
    requirement alone.
    """

    tier: str
    module: str
    requirements: tuple[str, ...]
    one_in: int
    seed: int
    known: frozenset[str] = frozenset()
    piece: tuple[int, int] = (0, 1)
    wide: bool = True


def parts(pattern: str = "*", one_in: int = 1, seed: int = 0) -> list[Part]:
    """Return the parts of the hunt, the longest first; ``one_in`` takes a sample of the mutants."""
    found: dict[tuple[str, str], list[str]] = {}
    for name, about in requirements().items():
        if fnmatch.fnmatchcase(name.lower(), pattern.lower()):
            found.setdefault((about.tier, about.module), []).append(name)
    order = sorted(found, key=lambda key: (-int(key[0][1]), -len(found[key])))
    made = []
    for tier, module in order:
        names = tuple(found[tier, module])
        if tier == "T1":
            made += [Part(tier, module, names, one_in, seed, piece=(index, _PIECES)) for index in range(_PIECES)]
        else:
            made.append(Part(tier, module, names, one_in, seed))
    return made


def hunt(chosen: Sequence[Part], jobs: int = 1, watch: Watch | None = None) -> list[Fate]:
    """Return the fate of every mutant, sorted by requirement and id."""
    found: dict[str, Fate] = {}
    trials()  # once, before processes are forked
    if jobs > 1:
        with multiprocessing.get_context("fork").Pool(jobs, maxtasksperchild=4) as pool:
            for part, fates, seconds in pool.imap_unordered(_timed, chosen):
                _add(found, fates)
                _tell(watch, part, fates, seconds)
    else:
        for part, fates, seconds in map(_timed, chosen):
            _add(found, fates)
            _tell(watch, part, fates, seconds)
    return sorted(found.values(), key=lambda fate: (fate.requirement, fate.layer, fate.id))


def _add(found: dict[str, Fate], fates: Sequence[Fate]) -> None:
    for fate in fates:
        merge(found, fate)


def _tell(watch: Watch | None, part: Part, fates: Sequence[Fate], seconds: float) -> None:
    if watch is not None:
        watch(f"{part.tier} {part.module}", len(fates), seconds)


def _timed(part: Part) -> tuple[Part, list[Fate], float]:
    started = time.perf_counter()
    fates = _form.hunt(part.requirements, part.one_in, part.seed, part.piece) if part.tier == "T1" else _rules_of(part)
    return part, fates, time.perf_counter() - started


def _rules_of(part: Part) -> list[Fate]:
    fates: dict[str, Fate] = {}
    mutants: list[Mutant] = []
    for requirement in part.requirements:
        own = sampled(list(_mutants(requirement)), part.one_in, f"{part.seed} {requirement}")
        mutants += own
        try_all(own, map(situation, _near(requirement)), fates)
    weak = [mutant for mutant in mutants if not fates[mutant.id].safe and not mutant.reason]
    if part.one_in > 1:
        weak = [mutant for mutant in weak if not fates[mutant.id].killed and mutant.id not in part.known]
    if weak and part.wide:
        for made in _wide(part):
            try_all([mutant for mutant in weak if not fates[mutant.id].safe], [made], fates)
    return list(fates.values())


def sampled(mutants: list[Mutant], one_in: int, seed: str) -> list[Mutant]:
    """Return a part of the mutants, always the same one; at least one for each requirement."""
    if one_in <= 1:
        return mutants
    count = max(1, len(mutants) // one_in)
    return random.Random(seed).sample(mutants, count)  # noqa: S311 - a sample that can be drawn again, not a secret


def _mutants(requirement: str) -> Iterator[Mutant]:
    if requirement in _rules.places():
        yield from _rules.mutants(requirement)
    if requirement in _bundle.across() or requirement in _bundle.alone():
        yield from _bundle.mutants(requirement)


@cache
def _checks() -> tuple[Trial, ...]:
    """Return the checks in JSON: a rule sees the tree, whichever syntax it was read from."""
    return tuple(trial for trial in trials() if trial.operation == "check" and trial.format == "json")


def _near(requirement: str) -> list[Trial]:
    """Return the trials of a requirement, or of those that share a changed function with it."""
    known = requirement in _bundle.across() or requirement in _bundle.alone()
    names = _bundle.sharing(requirement) if known else frozenset({requirement})
    own = [trial for trial in _checks() if requirement in trial.needs]
    return own + [trial for trial in _checks() if requirement not in trial.needs and trial.needs & names]


def _wide(part: Part) -> Iterator[Situation]:
    """Yield the other trials that a mutant of a module may be noticed by: those of its module, and of the core."""
    scope = "bundle" if part.tier == "T3" else "document"
    for trial in _checks():
        if trial.about.tier != "T1" and trial.about.module in (part.module, "core") and trial.scope == scope:
            yield situation(trial)
