"""Mutants of the rules across documents (tier T3) and of the procedures of one document (tier T2).

A changed function belongs to every requirement whose procedure reaches it; the cases of all of them may notice.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable, Iterator
from decimal import Context, localcontext
from functools import cache
from types import ModuleType
from typing import Any

from gclink import _procedures
from gclink.bundle import procedures
from gclink.findings import pointer_of

from gclink_conformance.strength._mutant import Mutant
from gclink_conformance.strength._operators import Change, changes
from gclink_conformance.strength._reasons import dropped, reasons
from gclink_conformance.strength._situation import Situation, Told
from gclink_conformance.strength._source import compiled, functions, reaches

_EXACT = Context(prec=400)


@cache
def across() -> dict[str, tuple[ModuleType, str]]:
    """Return module and name of the procedure of each requirement of tier T3."""
    return {requirement: _home(function) for requirement, function in procedures().items()}


@cache
def alone() -> dict[str, tuple[ModuleType, str]]:
    """Return module and name of the procedure of each requirement of tier T2 that has one."""
    return {requirement: _home(function) for requirement, (_, function) in _procedures.PROCEDURES.items()}


def _home(function: Callable[..., Any]) -> tuple[ModuleType, str]:
    plain = inspect.unwrap(function)
    module = inspect.getmodule(plain)
    assert module is not None
    return module, plain.__name__


def mutants(requirement: str) -> Iterator[Mutant]:
    """Yield the mutants of a requirement's procedure, and of the helpers that are first reached from it."""
    layer = "bundle" if requirement in across() else "procedure"
    homes = across() if layer == "bundle" else alone()
    module, name = homes[requirement]
    yield dropped(requirement, layer)
    yield from reasons(requirement, layer)
    for function in sorted(reaches(module)[name]):
        sharing = [
            other for other, (where, entry) in homes.items() if where is module and function in reaches(module)[entry]
        ]
        if sharing[0] != requirement:
            continue
        seen: dict[str, int] = {}
        for change in changes(functions(module)[function]):
            stem = f"{requirement}/{function}: {change.operator}: {change.before} -> {change.after}"
            seen[stem] = number = seen.get(stem, 0) + 1
            identifier = stem if number == 1 else f"{stem} ({number})"
            findings = _Changed(module, function, change, tuple(sharing), layer)
            told = f"{change.before} -> {change.after}"
            yield Mutant(identifier, requirement, layer, change.operator, told, findings)


def sharing(requirement: str) -> frozenset[str]:
    """Return the requirements whose cases may notice a mutant of a requirement."""
    homes = across() if requirement in across() else alone()
    module, name = homes[requirement]
    own = reaches(module)[name]
    return frozenset(
        other for other, (where, entry) in homes.items() if where is module and own & reaches(module)[entry]
    )


class _Changed:
    """What a changed function makes of a request; compiled when it is first asked."""

    def __init__(self, module: ModuleType, name: str, change: Change, touched: tuple[str, ...], layer: str) -> None:
        self._module, self._name, self._change, self._touched = module, name, change, touched
        self._layer = layer
        self._made: dict[str, Callable[..., Iterable[Any]]] | None = None

    def __call__(self, situation: Situation) -> list[Told]:
        """Return the findings."""
        if self._made is None:
            self._made = self._compile()
        found = [told for told in situation.told if told.requirement not in self._touched]
        if self._layer == "bundle":
            if situation.trial.scope != "bundle":
                return list(situation.told)
            with localcontext(_EXACT):
                for requirement, function in self._made.items():
                    found += [
                        Told(requirement, hit.entry.source, pointer_of(hit.path)) for hit in function(situation.bundle)
                    ]
            return found
        for form in situation.sound:
            for requirement, function in self._made.items():
                on = _procedures.PROCEDURES[requirement][0]
                if any(situation_class(form.document.tree["type"], name) for name in on):
                    found += [
                        Told(requirement, form.source, pointer_of(hit.path)) for hit in function(form.document.tree)
                    ]
        return found

    def _compile(self) -> dict[str, Callable[..., Iterable[Any]]]:
        homes = across() if self._layer == "bundle" else alone()
        entries = {requirement: homes[requirement][1] for requirement in self._touched}
        needed = {
            name
            for entry in entries.values()
            for name in reaches(self._module)[entry]
            if self._name in reaches(self._module)[name]
        }
        nodes = [
            self._change.function if name == self._name else functions(self._module)[name] for name in sorted(needed)
        ]
        made = compiled(self._module, nodes, apart=True)
        return {requirement: made[entry] for requirement, entry in entries.items()}


def situation_class(name: str, other: str) -> bool:
    """Whether a class is, or descends from, another."""
    from gclink._model import model

    return model().classes[name].is_a(other)
