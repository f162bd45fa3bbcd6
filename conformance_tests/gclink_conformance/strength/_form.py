"""Mutants of structure (tier T1): every constraint of every member, forgotten, widened, or told wrongly.

They are made on the walk that names faults, which serves every syntax; the published schemas have mutants of their own.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from decimal import Decimal
from typing import Any, cast

from gclink._model import Bound, Field, model
from gclink.findings import pointer_of
from gclink.structure import Fault, walk

from gclink_conformance.strength import _schemas
from gclink_conformance.strength._keys import Key, cases_of, keys, others
from gclink_conformance.strength._mutant import Fate, Mutant, merge, try_all
from gclink_conformance.strength._reasons import dropped, reasons
from gclink_conformance.strength._situation import Situation, Told, situation


def hunt(requirements: tuple[str, ...], one_in: int, seed: int, piece: tuple[int, int] = (0, 1)) -> list[Fate]:
    """Return the fates of the mutants of requirements, of the walk and of the schemas."""
    fates: dict[str, Fate] = {}
    chosen = [(stem, key) for stem, key in keys().items() if key.requirement in requirements]
    for requirement in requirements:
        general = [dropped(requirement, "form"), *reasons(requirement, "form")]
        if piece[0] == 0:
            try_all(general, map(situation, others(requirement)[:40]), fates)
        its = [pair for pair in chosen if pair[1].requirement == requirement][piece[0] :: piece[1]]
        for stem, key in _sample(its, one_in, f"{seed} {requirement}"):
            trials = cases_of("json").get(stem) or cases_of("xml").get(stem) or cases_of("turtle").get(stem) or ()
            try_all(list(mutants(key)), map(situation, trials), fates)
            for fate in _schemas.fates(stem, key):
                merge(fates, fate)
    return list(fates.values())


def _sample(pairs: list[tuple[str, Key]], one_in: int, seed: str) -> list[tuple[str, Key]]:
    if one_in <= 1 or not pairs:
        return pairs
    return random.Random(seed).sample(pairs, max(1, len(pairs) // one_in))  # noqa: S311 - a sample, not a secret


def mutants(key: Key) -> Iterator[Mutant]:
    """Yield the mutants of one constraint."""
    yield _mutant(
        key, "drop the constraint", key.name, lambda s: _told(s, lambda fault: None if _is(fault, key) else fault)
    )
    other = "GCL-COR-002" if key.requirement != "GCL-COR-002" else "GCL-COR-047"
    yield _mutant(
        key,
        "another requirement",
        other,
        lambda s: _told(s, lambda fault: replace(fault, requirement=other) if _is(fault, key) else fault),
        reason=True,
    )
    yield _mutant(
        key,
        "another place",
        "the object around it",
        lambda s: _told(s, lambda fault: replace(fault, path=fault.path[:-1]) if _is(fault, key) else fault),
        reason=True,
    )
    if key.field is not None:
        for operator, change, wider in _widened(key.field, key.kind):
            yield _mutant(key, operator, change, _Wider(key.field, wider))


def _is(fault: Fault, key: Key) -> bool:
    return fault.key == key.name


def _mutant(
    key: Key, operator: str, change: str, findings: Callable[[Situation], list[Told]], *, reason: bool = False
) -> Mutant:
    identifier = f"{key.requirement}/{key.name}: {operator}: {change}"
    return Mutant(identifier, key.requirement, "form", operator, change, findings, reason)


def _told(situation: Situation, wrong: Callable[[Fault], Fault | None]) -> list[Told]:
    """Return what is told when each structural fault is told wrongly; other findings stay."""
    found = list(situation.told)
    for form in situation.forms:
        for fault in form.faults:
            other = wrong(fault)
            if other is not fault:
                told = Told(fault.requirement, form.source, pointer_of(fault.path))
                if told in found:
                    found.remove(told)
                if other is not None:
                    found.append(Told(other.requirement, form.source, pointer_of(other.path)))
    return found


class _Wider:
    """The walk with one member described otherwise."""

    def __init__(self, field: Field, wider: Field) -> None:
        self._field, self._wider = field, wider

    def __call__(self, situation: Situation) -> list[Told]:
        """Return the findings."""
        known = {
            (form.source, pointer_of(fault.path), fault.requirement)
            for form in situation.forms
            for fault in form.faults
        }
        found = [told for told in situation.told if (told.document, told.location, told.requirement) not in known]
        with _described(self._field, self._wider):
            for form in situation.forms:
                faults = [*form.document.faults, *walk(form.document.tree)]
                found += [Told(fault.requirement, form.source, pointer_of(fault.path)) for fault in faults]
        return list(dict.fromkeys(found))


@contextmanager
def _described(field: Field, other: Field) -> Iterator[None]:
    holders = [cls for cls in model().classes.values() if cls.fields.get(field.name) is field]
    for cls in holders:
        cast(dict[str, Field], cls.fields)[field.name] = other
    try:
        yield
    finally:
        for cls in holders:
            cast(dict[str, Field], cls.fields)[field.name] = field


def _widened(field: Field, kind: str) -> Iterator[tuple[str, str, Field]]:
    """Yield what a constraint becomes when it lets more through than it should."""
    match kind:
        case "pattern" if field.pattern is not None:
            source = field.pattern.pattern
            for change, flags in (
                ("no anchor at the start", rf"[\s\S]*?(?:{source})"),
                ("no anchor at the end", rf"(?:{source})[\s\S]*"),
                ("a line feed at the end", rf"(?:{source})\n?"),
            ):
                yield "loosen the pattern", change, replace(field, pattern=re.compile(flags))
        case "min" | "max" if field.bound is not None:
            yield from _bounds(field, field.bound, kind)
        case "enum" if field.codes:
            yield "widen the list", "capital letters", replace(field, codes=_any_case(field.codes))
        case "enum" if field.values:
            yield "widen the list", "capital letters", replace(field, values=_any_case(field.values))


def _bounds(field: Field, bound: Bound, kind: str) -> Iterator[tuple[str, str, Field]]:
    """Yield a bound of one more, and a bound that lets its own end in."""
    step = Decimal(1)
    if kind == "min" and bound.minimum is not None:
        yield "widen the bound", "one less", replace(field, bound=replace(bound, minimum=bound.minimum - step))
        if bound.exclusive_minimum:
            yield "soften", "the end itself", replace(field, bound=replace(bound, exclusive_minimum=False))
    if kind == "max" and bound.maximum is not None:
        yield "widen the bound", "one more", replace(field, bound=replace(bound, maximum=bound.maximum + step))
        if bound.exclusive_maximum:
            yield "soften", "the end itself", replace(field, bound=replace(bound, exclusive_maximum=False))


class _AnyCase(frozenset[str]):
    """Codes in whichever case."""

    def __contains__(self, item: Any) -> bool:
        return isinstance(item, str) and any(item.casefold() == code.casefold() for code in self)


def _any_case(codes: frozenset[str]) -> frozenset[str]:
    return _AnyCase(codes)
