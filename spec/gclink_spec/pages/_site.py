"""What the pages are made of, read once: the model, the cases, the worked example, the artefacts, the library."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

import orjson
from gclink.calculations import Calculation, get, names
from gclink.derive import TABLE, Derivation
from gclink.findings import Report
from gclink_conformance import cases as suite
from gclink_conformance.cases import Case
from gclink_conformance.check import run

from gclink_spec._model import Model
from gclink_spec.build import gaps
from gclink_spec.emit._gap import Gap
from gclink_spec.pages._artefacts import Rules
from gclink_spec.rules import CompiledRule, compile_rules

Tree = dict[str, Any]


@dataclass(frozen=True)
class Site:
    """Everything a page may speak about; ``root`` is the checkout."""

    model: Model
    root: Path
    _reports: dict[str, Report] = field(default_factory=dict)

    @cached_property
    def rules(self) -> Rules:
        """The rules as they stand in the artefacts."""
        return Rules(self.root)

    @cached_property
    def cases(self) -> Mapping[str, tuple[Case, ...]]:
        """The cases of the suite by requirement."""
        found: dict[str, list[Case]] = {}
        for case in suite.written(self.root / "conformance_tests"):
            found.setdefault(case.requirement, []).append(case)
        return {requirement: tuple(group) for requirement, group in found.items()}

    @cached_property
    def gaps(self) -> Mapping[str, tuple[Gap, ...]]:
        """What a language cannot express, by requirement."""
        found: dict[str, list[Gap]] = {}
        for gap in gaps(self.model):
            found.setdefault(gap.requirement, []).append(gap)
        return {requirement: tuple(group) for requirement, group in found.items()}

    @cached_property
    def derivations(self) -> Mapping[str, tuple[Derivation, ...]]:
        """Derived members by the requirement that recomputes them."""
        found: dict[str, list[Derivation]] = {}
        for row in TABLE:
            found.setdefault(row.requirement, []).append(row)
        return {requirement: tuple(group) for requirement, group in found.items()}

    @cached_property
    def calculations(self) -> tuple[Calculation, ...]:
        """Every named calculation, by name."""
        return tuple(get(name) for name in names())

    @cached_property
    def compiled(self) -> Mapping[str, tuple[CompiledRule, ...]]:
        """The compiled rule lines by requirement."""
        found: dict[str, list[CompiledRule]] = {}
        for rule in compile_rules(self.model):
            found.setdefault(rule.requirement, []).append(rule)
        return {requirement: tuple(group) for requirement, group in found.items()}

    @cached_property
    def litchi(self) -> Mapping[str, Tree]:
        """The documents of the worked example by file name without ending."""
        folder = self.root / "examples" / "litchi" / "json"
        return {path.stem: orjson.loads(path.read_bytes()) for path in sorted(folder.glob("*.json"))}

    @cached_property
    def bases(self) -> Mapping[str, Tree]:
        """The single sound documents of the suite by path from the checkout."""
        folder = self.root / "conformance_tests" / "bases"
        return {
            path.relative_to(self.root).as_posix(): orjson.loads(path.read_bytes())
            for path in sorted(folder.rglob("*.json"))
        }

    def example(self, cls: str) -> tuple[str, Tree] | None:
        """Return an object of a class with the path of the file it stands in; the worked example first."""
        return self._examples.get(cls)

    @cached_property
    def _examples(self) -> Mapping[str, tuple[str, Tree]]:
        found: dict[str, tuple[str, Tree]] = {}
        files = {f"examples/litchi/json/{name}.json": tree for name, tree in self.litchi.items()}
        for path, tree in {**files, **self.bases}.items():
            for cls, item in _objects(tree):
                found.setdefault(cls, (path, item))
        return found

    def negative(self, requirement: str) -> Case | None:
        """Return the first case that breaks a requirement."""
        return next((case for case in self.cases.get(requirement, ()) if case.negative), None)

    def report(self, case: Case) -> Report:
        """Return what the library says about a case."""
        if case.id not in self._reports:
            form = "json" if "json" in case.formats else case.formats[0]
            self._reports[case.id] = run(case, form, self.root / "conformance_tests")
        return self._reports[case.id]


def _objects(node: Any) -> Iterator[tuple[str, Tree]]:
    if isinstance(node, dict):
        if isinstance(node.get("type"), str):
            yield node["type"], node
        for value in node.values():
            yield from _objects(value)
    elif isinstance(node, list):
        for value in node:
            yield from _objects(value)
