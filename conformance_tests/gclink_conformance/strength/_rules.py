"""Mutants of the generated rules of one document (tier T2): each condition of each rule, changed one at a time."""

from __future__ import annotations

import ast
import importlib
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from types import ModuleType
from typing import Any

from gclink._model import model
from gclink._rules_runtime import exactly
from gclink.findings import pointer_of

from gclink_conformance.strength._mutant import Mutant
from gclink_conformance.strength._operators import Change, changes
from gclink_conformance.strength._reasons import dropped, reasons
from gclink_conformance.strength._situation import Form, Situation, Told
from gclink_conformance.strength._source import compiled, functions
from gclink_conformance.strength._wording import Place


@cache
def modules() -> tuple[ModuleType, ...]:
    """Return the modules of generated rules."""
    return tuple(
        importlib.import_module(f"gclink._generated.rules_{name}")
        for name in ("core", "passport", "removal", "brand", "incentive", "finance", "link")
    )


@cache
def places() -> dict[str, tuple[tuple[ModuleType, str, Place], ...]]:
    """Return for each requirement the statements that judge it: module, function, place of the outermost ``if``."""
    found: dict[str, list[tuple[ModuleType, str, Place]]] = {}
    for module in modules():
        for name, function in functions(module).items():
            for index, statement in enumerate(function.body):
                for requirement in sorted(_judged(statement)):
                    found.setdefault(requirement, []).append((module, name, (("body", index),)))
    return {requirement: tuple(where) for requirement, where in found.items()}


def _judged(statement: ast.stmt) -> set[str]:
    return {
        node.elts[0].value
        for node in ast.walk(statement)
        if isinstance(node, ast.Tuple)
        and node.elts
        and isinstance(node.elts[0], ast.Constant)
        and isinstance(node.elts[0].value, str)
        and node.elts[0].value.startswith("GCL-")
    }


def mutants(requirement: str) -> Iterator[Mutant]:
    """Yield the mutants of a requirement."""
    yield dropped(requirement, "rules")
    yield from reasons(requirement, "rules")
    seen: dict[str, int] = {}
    for module, name, place in places()[requirement]:
        for change in changes(functions(module)[name], place):
            if change.place == place:
                continue
            stem = f"{requirement}/{name.removeprefix('check_')}: {change.operator}: {change.before} -> {change.after}"
            seen[stem] = number = seen.get(stem, 0) + 1
            identifier = stem if number == 1 else f"{stem} ({number})"
            told = f"{change.before} -> {change.after}"
            yield Mutant(
                identifier, requirement, "rules", change.operator, told, _Changed(requirement, module, name, change)
            )


def classes(requirement: str) -> frozenset[str]:
    """Return the classes whose objects the rules of a requirement judge."""
    return frozenset(name.removeprefix("check_") for _, name, _ in places()[requirement])


class _Changed:
    """What a changed rule makes of a request; compiled when it is first asked."""

    def __init__(self, requirement: str, module: ModuleType, name: str, change: Change) -> None:
        self._requirement, self._module, self._name, self._change = requirement, module, name, change
        self._made: Any = None

    def __call__(self, situation: Situation) -> list[Told]:
        """Return the findings."""
        if self._made is None:
            self._made = compiled(self._module, [self._change.function], apart=False)[self._name]
        found = [told for told in situation.told if told.requirement != self._requirement]
        with _instead(self._name, self._module, self._made):
            for form in situation.sound:
                tree = form.document.tree
                for requirement, line, context in dict.fromkeys(_check(tree)):
                    if requirement == self._requirement:
                        found.append(
                            Told(requirement, form.source, _where(situation, form, line, requirement, context))
                        )
        return found


def _check(tree: dict[str, Any]) -> list[tuple[str, int, tuple[str | int, ...]]]:
    cls = model().classes[tree["type"]]
    module = importlib.import_module(f"gclink._generated.rules_{cls.module}")
    return exactly(getattr(module, f"check_{cls.name}"))(tree)


def _where(situation: Situation, form: Form, line: int, requirement: str, context: tuple[str | int, ...]) -> str:
    """Return the place that the reference would tell; that of the object where there is nothing to explain."""
    from gclink._explain import explain

    key = (id(form), requirement, line, context)
    if key not in situation.notes:
        try:
            situation.notes[key] = explain(requirement, line, form.document.tree, context).pointer
        except Exception:
            situation.notes[key] = pointer_of(context)
    place: str = situation.notes[key]
    return place


@contextmanager
def _instead(name: str, home: ModuleType, made: Any) -> Iterator[None]:
    """Let every module of rules call a changed function; what is generated calls it by name."""
    original = getattr(home, name)
    holders = [module for module in modules() if module.__dict__.get(name) is original]
    for module in holders:
        setattr(module, name, made)
    try:
        yield
    finally:
        for module in holders:
            setattr(module, name, original)
