"""A rule across documents says the same as a procedure and as the published query, on bundles nobody wrote by hand."""

from __future__ import annotations

import random
from functools import cache
from typing import Any

import orjson
import pytest
from bundle_changes import changed, mixture
from gclink.bundle import Bundle, procedures, run
from gclink.engines._sparql_bundle import ask, graph, queries
from gclink.structure import check_structure
from gclink_conformance.cases import AS_OF, base
from gclink_conformance.check import ROOT

Tree = dict[str, Any]

#: Modules whose queries and procedures are held against each other.
MODULES = ("COR", "PAS", "REM", "BRD", "INC")
RULES = sorted(name for name in procedures() if name[4:7] in MODULES)
STORIES = ("litchi", "inset-story", "mixture")
SHORT, LONG = range(15), range(15, 250)


@cache
def _single() -> dict[str, Tree]:
    return {path.stem: orjson.loads(path.read_bytes()) for path in sorted((ROOT / "bases").glob("*.json"))}


def _bundle(trees: dict[str, Tree]) -> Bundle:
    bundle = Bundle(AS_OF)
    for name, tree in trees.items():
        if check_structure(tree):
            bundle.add_broken(tree["id"], tree["type"])
        else:
            bundle.add(tree, name)
    return bundle


def _agree(story: str, seed: int) -> None:
    rng = random.Random(f"{story} {seed}")
    trees = changed(mixture(_single(), rng) if story == "mixture" else base(ROOT, story), rng)
    bundle = _bundle(trees)
    told = {(rule, hit.entry.id) for rule, hit in run(bundle, RULES.__contains__)}
    store = graph(bundle)
    asked = {(rule, document) for rule in RULES for document in ask(store, queries()[rule])}
    assert sorted(told - asked) == []
    assert sorted(asked - told) == []


@pytest.mark.parametrize("seed", SHORT)
@pytest.mark.parametrize("story", STORIES)
def test_query_and_procedure_name_the_same_documents_of_a_changed_bundle(story: str, seed: int) -> None:
    _agree(story, seed)


@pytest.mark.long
@pytest.mark.parametrize("seed", LONG)
@pytest.mark.parametrize("story", STORIES)
def test_query_and_procedure_name_the_same_documents_of_many_changed_bundles(story: str, seed: int) -> None:
    _agree(story, seed)


def test_changed_bundles_break_many_of_the_rules() -> None:
    """A comparison of rules that nothing breaks would compare nothing."""
    broken = set()
    for story in STORIES:
        for seed in SHORT:
            rng = random.Random(f"{story} {seed}")
            trees = changed(mixture(_single(), rng) if story == "mixture" else base(ROOT, story), rng)
            broken |= {rule for rule, _ in run(_bundle(trees), RULES.__contains__)}
    assert len(broken) > len(RULES) / 3


def test_every_rule_with_a_procedure_has_a_query() -> None:
    assert procedures().keys() <= queries().keys()
