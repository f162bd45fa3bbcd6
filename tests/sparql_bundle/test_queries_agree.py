"""A rule across documents says the same as a procedure and as the published query, on bundles nobody wrote by hand."""

from __future__ import annotations

import random
from functools import cache
from typing import Any

import orjson
import pytest
from bundle_changes import changed, mixture, repeated
from gclink.bundle import Bundle, procedures, run
from gclink.engines._sparql_bundle import ask, graph, queries
from gclink.structure import check_structure
from gclink_conformance.cases import AS_OF, base, documents, load
from gclink_conformance.check import ROOT

Tree = dict[str, Any]

#: Modules whose queries and procedures are held against each other.
MODULES = ("COR", "PAS", "REM", "BRD", "INC", "FIN", "LNK")
RULES = sorted(name for name in procedures() if name[4:7] in MODULES)
#: A story is a base by name, or every base that is a single document, mixed.
STORIES = (
    "litchi",
    "inset-story",
    "mixture",
    "stock-loan",
    "order-loan",
    "undertaking-story",
    "split-voucher",
    "early-payment",
    "ratchet-story",
    "pre-shipment-story",
    "indicator-story",
    "removal-loan",
    "revocation-story",
    "pledge-story",
)
SHORT, LONG = range(2), range(2, 60)
#: What is rarely touched by chance is near its edge in the cases of its rule: they are changed as well.
CASES = {case.id: case for case in load(ROOT / "cases") if case.scope == "bundle" and not case.raw}
CHANGED_CASES = sorted(name for name, case in CASES.items() if case.requirement[4:7] in MODULES)
CASE_SEEDS = range(2)


@cache
def _single() -> dict[str, Tree]:
    return {path.stem: orjson.loads(path.read_bytes()) for path in sorted((ROOT / "bases").glob("*.json"))}


def bundle_of_trees(trees: dict[str, Tree], as_of: str = AS_OF) -> Bundle:
    """Return a bundle of documents by name; those that are not of the right form are known by name only."""
    bundle = Bundle(as_of)
    for name, tree in trees.items():
        if check_structure(tree):
            bundle.add_broken(tree["id"], tree["type"])
        else:
            bundle.add(tree, name)
    return bundle


def _changed(story: str, seed: int) -> dict[str, Tree]:
    rng = random.Random(f"{story} {seed}")
    if story in CASES:
        return changed(documents(CASES[story], ROOT), rng)
    return changed(mixture(_single(), rng) if story == "mixture" else base(ROOT, story), rng)


def _agree(story: str, seed: int) -> None:
    _compare(bundle_of_trees(_changed(story, seed), CASES[story].as_of if story in CASES else AS_OF))


def _compare(bundle: Bundle) -> None:
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


@pytest.mark.long
@pytest.mark.parametrize("seed", CASE_SEEDS)
@pytest.mark.parametrize("case", CHANGED_CASES)
def test_query_and_procedure_name_the_same_documents_of_a_changed_case(case: str, seed: int) -> None:
    _agree(case, seed)


@pytest.mark.parametrize("story", ["stock-loan", "litchi"])
def test_a_second_content_under_one_id_counts_for_neither(story: str) -> None:
    _compare(bundle_of_trees(repeated(base(ROOT, story), random.Random(story))))


@pytest.mark.long
@pytest.mark.parametrize("seed", range(40))
@pytest.mark.parametrize("story", ["stock-loan", "litchi", "split-voucher", "ratchet-story", "inset-story"])
def test_a_second_content_under_one_id_counts_for_neither_in_many_bundles(story: str, seed: int) -> None:
    _compare(bundle_of_trees(repeated(base(ROOT, story), random.Random(f"{story} {seed}"))))


def test_changed_bundles_break_many_of_the_rules() -> None:
    """A comparison of rules that nothing breaks would compare nothing."""
    broken: set[str] = set()
    for story in STORIES:
        for seed in SHORT:
            broken |= {rule for rule, _ in run(bundle_of_trees(_changed(story, seed)), RULES.__contains__)}
    assert len(broken) > len(RULES) / 3


@pytest.mark.long
def test_changed_cases_break_every_rule() -> None:
    broken: set[str] = set()
    for name in CHANGED_CASES:
        for seed in CASE_SEEDS:
            bundle = bundle_of_trees(_changed(name, seed), CASES[name].as_of)
            broken |= {rule for rule, _ in run(bundle, RULES.__contains__)}
    assert sorted(set(RULES) - broken) == []


def test_every_rule_with_a_procedure_has_a_query() -> None:
    assert procedures().keys() <= queries().keys()
