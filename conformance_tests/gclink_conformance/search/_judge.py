"""What a rule, and each of its mutants, says about documents: asked directly, without the protocol, many times."""

from __future__ import annotations

import importlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from types import SimpleNamespace
from typing import Any

import orjson
from gclink import _procedures
from gclink._model import model
from gclink.bundle import Bundle, procedures
from gclink.errors import GclinkError
from gclink.findings import pointer_of
from gclink.structure import check_structure

from gclink_conformance import cases as case_files
from gclink_conformance.cases import Case, CaseError, Tree
from gclink_conformance.patch import PatchError
from gclink_conformance.search._world import Traced, World, traced_bundle
from gclink_conformance.strength import _bundle, _rules
from gclink_conformance.strength._mutant import Mutant
from gclink_conformance.strength._situation import Told, _patience
from gclink_conformance.suite import root

_SOUND: dict[str, bool] = {}


@dataclass
class Setting:
    """Documents as a mutant of the suite's strength sees them: the part of a situation that a rule looks at."""

    trees: dict[str, Tree]
    as_of: str
    trial: Any
    told: tuple[Told, ...] = ()
    notes: dict[Any, Any] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.sound = [
            SimpleNamespace(source=tree["id"], document=SimpleNamespace(tree=tree), faults=[])
            for tree in self.trees.values()
        ]
        self.forms = self.sound
        self.bundle = Bundle(self.as_of)
        if self.trial.scope == "bundle":
            for tree in self.trees.values():
                self.bundle.add(tree, tree["id"])


def setting(case: Case) -> Setting | None:
    """Return the documents of a case; None where they cannot be made, or are not of the right form."""
    try:
        trees = case_files.documents(case, root())
    except (CaseError, PatchError, GclinkError, KeyError, TypeError, ValueError, IndexError):
        return None
    ids = [tree.get("id") for tree in trees.values()]
    if len(set(ids)) != len(ids) or any(not _sound(tree) for tree in trees.values()):
        return None
    return Setting(trees, case.as_of, SimpleNamespace(scope=case.scope))


def _sound(tree: Tree) -> bool:
    key = orjson.dumps(tree).decode()
    if key not in _SOUND:
        if len(_SOUND) > 20_000:
            _SOUND.clear()
        _SOUND[key] = isinstance(tree.get("type"), str) and not check_structure(tree)
    return _SOUND[key]


def touched(requirement: str) -> frozenset[str]:
    """Return the requirements whose verdict a mutant of a requirement may change."""
    if requirement in _bundle.across() or requirement in _bundle.alone():
        return _bundle.sharing(requirement)
    return frozenset({requirement})


def reference(requirements: frozenset[str], made: Setting) -> tuple[Told, ...]:
    """Return what the rules themselves say."""
    found = []
    for requirement in sorted(requirements):
        if requirement in _bundle.across():
            if made.trial.scope == "bundle":
                across = procedures()[requirement](made.bundle)
                found += [Told(requirement, hit.entry.source, pointer_of(hit.path)) for hit in across]
        elif requirement in _bundle.alone():
            on, function = _procedures.PROCEDURES[requirement]
            for form in made.sound:
                if any(model().classes[form.document.tree["type"]].is_a(name) for name in on):
                    hits = function(form.document.tree)
                    found += [Told(requirement, form.source, pointer_of(hit.path)) for hit in hits]
        else:
            found += list(_generated(requirement, made))
    return tuple(found)


def _generated(requirement: str, made: Setting) -> Iterator[Told]:
    for form in made.sound:
        for name, line, context in dict.fromkeys(_rules._check(form.document.tree)):
            if name == requirement:
                yield Told(name, form.source, _rules._where(made, form, line, name, context))  # type: ignore[arg-type]


def noticing(mutants: Sequence[Mutant], made: Setting) -> list[Mutant]:
    """Return the mutants that say something else than the rule; one that fails or goes in circles does."""
    wanted = sorted(made.told)
    found = []
    for mutant in mutants:
        try:
            with _patience():
                if sorted(mutant.findings(made)) != wanted:  # type: ignore[arg-type]
                    found.append(mutant)
        except Exception:
            found.append(mutant)
    return found


def trace(requirements: frozenset[str], case: Case) -> World | None:
    """Return the documents of a case with what the rules read of them."""
    try:
        trees = case_files._patched(case, root())
        ordered = case_files.documents(case, root())
    except (CaseError, PatchError):
        return None
    if any(not isinstance(tree, dict) or not _sound(tree) for tree in trees.values()):
        return None
    world = World(case, trees)
    log = world.reads
    if case.scope == "bundle":
        bundle = traced_bundle(ordered, case.as_of, log)
        for requirement in requirements:
            if requirement in _bundle.across():
                procedures()[requirement](bundle)
    else:
        for name, tree in ordered.items():
            traced = Traced(tree, name, (), log)
            log.clear()
            for requirement in requirements:
                _read_alone(requirement, traced)
    return world


def _read_alone(requirement: str, tree: Tree) -> None:
    if requirement in _bundle.alone():
        on, function = _procedures.PROCEDURES[requirement]
        if any(model().classes[tree["type"]].is_a(name) for name in on):
            list(function(tree))
        return
    cls = model().classes[tree["type"]]
    module = importlib.import_module(f"gclink._generated.rules_{cls.module}")
    getattr(module, f"check_{cls.name}")(tree)
