"""The generated code and the interpreter give one verdict on random documents, rule by rule and object by object."""

from __future__ import annotations

from collections import Counter
from decimal import getcontext

import pytest
from gclink._explain import explain
from gclink._generated.rules import CHECKS
from gclink_spec import Model
from gclink_spec.rules import CompiledRule
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from rule_trees import Trees, objects

CLASSES = (
    "BufferAccount",
    "CarbonPassport",
    "Claim",
    "FinancingTransaction",
    "KpiObservation",
    "ProcessRun",
    "Receivable",
    "RemovalStatement",
    "Settlement",
    "Site",
    "StorageEvent",
    "SustainabilityTerms",
    "TransferableRecord",
)


def by_interpreter(model: Model, rules: tuple[CompiledRule, ...], tree: dict) -> Counter:  # type: ignore[type-arg]
    found: Counter[tuple[str, int, tuple[str | int, ...]]] = Counter()
    for path, item, label in objects(model, tree):
        for rule in rules:
            if rule.context == item["type"] and label not in rule.excepts:
                explanation = explain(rule.requirement, rule.line, tree, path)
                assert explanation.expected.en
                assert explanation.expected.zh
                assert explanation.found.en
                assert explanation.found.zh
                if not explanation.holds:
                    found[rule.requirement, rule.line, path] += 1
    return found


@pytest.mark.parametrize("cls", CLASSES)
def test_both_readers_of_the_rules_agree(model: Model, rules: tuple[CompiledRule, ...], cls: str) -> None:
    verdicts: Counter[str] = Counter()

    @settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True, database=None)
    @given(st.integers(0, 2**32))
    def agree(seed: int) -> None:
        tree = Trees(model, seed).tree(cls)
        violated = Counter(CHECKS[cls](tree))
        assert violated == by_interpreter(model, rules, tree)
        verdicts.update({requirement for requirement, _, _ in violated})

    agree()
    assert verdicts, "random documents that violate nothing test nothing"


@pytest.mark.parametrize("cls", sorted(CHECKS))
def test_every_document_class_is_checked_and_leaves_no_trace(model: Model, cls: str) -> None:
    before = getcontext().prec
    tree = Trees(model, 7).tree(cls)
    tree["specVersion"] = "2.0.0"
    found = CHECKS[cls](tree)
    assert ("GCL-COR-011", 0, ()) in found
    assert getcontext().prec == before


def test_the_registry_has_every_document_class(model: Model) -> None:
    assert set(CHECKS) == set(model.documents)
