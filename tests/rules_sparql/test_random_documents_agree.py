"""Whole random documents against every rule: the interpreter and the engines report the same violations."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from gclink._generated.rules import CHECKS
from gclink_spec import Model
from gclink_spec.rules import CompiledRule
from oracle import Oracle
from rule_graphs import triples
from rule_trees import Trees
from shacl_engines import Oxigraph, PySHACL, Rust, Violation, name

_DOCUMENTS = 1200


_Object = tuple[str, dict[str, Any], str | None]


def _objects(tree: dict[str, Any], pointer: str, holder: str | None) -> Iterator[_Object]:
    """Yield every object with its pointer and the ``Class.member`` that holds it."""
    yield pointer, tree, holder
    for member, value in tree.items():
        for index, item in enumerate(value if isinstance(value, list) else [value]):
            if isinstance(item, dict) and "type" in item:
                place = f"{pointer}/{member}/{index}" if isinstance(value, list) else f"{pointer}/{member}"
                yield from _objects(item, place, f"{tree['type']}.{member}")


def _expected(model: Model, rules: tuple[CompiledRule, ...], tree: dict[str, Any]) -> list[Violation]:
    objects = list(_objects(tree, "", None))
    return sorted(
        Violation(name(model, rule), pointer)
        for rule in rules
        for pointer, item, holder in objects
        if item["type"] == rule.context and holder not in rule.excepts and not Oracle(model, item).holds(rule.expr)
    )


def _documents(model: Model, count: int) -> Iterator[dict[str, Any]]:
    for seed in range(count):
        yield Trees(model, seed).tree(model.documents[seed % len(model.documents)])


@pytest.fixture(scope="module")
def expected(model: Model, rules: tuple[CompiledRule, ...]) -> list[tuple[str, list[Violation]]]:
    return [(triples(model, tree), _expected(model, rules, tree)) for tree in _documents(model, _DOCUMENTS)]


def test_the_generated_python_agrees(
    model: Model, rules: tuple[CompiledRule, ...], expected: list[tuple[str, list[Violation]]]
) -> None:
    names = {(rule.requirement, rule.line, rule.context): name(model, rule) for rule in rules}
    for tree, (_, violations) in zip(_documents(model, _DOCUMENTS), expected, strict=True):
        at = {pointer: item["type"] for pointer, item, _ in _objects(tree, "", None)}
        found = set()
        for requirement, line, path in CHECKS[tree["type"]](tree):
            pointer = "".join(f"/{part}" for part in path)
            found.add(Violation(names[requirement, line, at[pointer]], pointer))
        assert sorted(found) == violations


def test_oxigraph_agrees(
    model: Model, rules: tuple[CompiledRule, ...], expected: list[tuple[str, list[Violation]]]
) -> None:
    engine = Oxigraph(model, *rules)
    for data, violations in expected:
        assert engine.violations(data) == violations


def test_shacl_agrees(
    model: Model, rules: tuple[CompiledRule, ...], expected: list[tuple[str, list[Violation]]]
) -> None:
    pytest.importorskip("shacl")
    engine = Rust(model, *rules)
    for data, violations in expected:
        assert engine.violations(data) == violations


def test_pyshacl_agrees_on_one_document_of_each_class(
    model: Model, rules: tuple[CompiledRule, ...], expected: list[tuple[str, list[Violation]]]
) -> None:
    engine = PySHACL(model, *rules)
    for data, violations in expected[: len(model.documents)]:
        assert engine.violations(data) == violations
