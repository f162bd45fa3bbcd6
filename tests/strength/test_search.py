"""The search for near misses finds cases that tell a mutant from its rule, and writes them in their form."""

from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path

import pytest
from gclink_conformance.cases import load, load_file
from gclink_conformance.search import _written
from gclink_conformance.search._bisect import thresholds
from gclink_conformance.search._edits import Edit
from gclink_conformance.search._find import Hunted, fewest, search, weak
from gclink_conformance.search._judge import noticing, reference, setting, touched, trace
from gclink_conformance.search._made import Found
from gclink_conformance.suite import root

CASES = {case.id: case for case in load(root() / "cases")}


@pytest.fixture(scope="module")
def hunted() -> Hunted:
    """The mutants of a rule of sums, as if no case noticed one of them."""
    return weak("GCL-FIN-019", {})


@pytest.fixture(scope="module")
def found(hunted: Hunted) -> list[Found]:
    return search(hunted, 30)


def test_the_search_finds_cases_for_nearly_every_mutant_of_a_rule(hunted: Hunted, found: list[Found]) -> None:
    noticed = set().union(*(one.kills for one in found))
    assert len(hunted.mutants) > 5
    assert len(hunted.mutants.keys() - noticed) <= 2


def test_what_is_found_is_told_apart_by_what_the_case_sends(hunted: Hunted, found: list[Found]) -> None:
    one = found[0]
    here = setting(one.case)
    assert here is not None
    here.told = reference(touched("GCL-FIN-019"), here)
    noticed = {mutant.id for mutant in noticing(list(hunted.mutants.values()), here)}
    assert one.kills <= noticed


def test_a_found_case_can_be_written_and_read_again(found: list[Found], tmp_path: Path) -> None:
    paths = _written.write([one.case for one in found], tmp_path)
    read = [case for path in paths for case in load_file(path)]
    assert len(read) == len(found)
    for one in found:
        (same,) = [case for case in read if case.patch == one.case.patch and case.as_of == one.case.as_of]
        assert (same.verdict, same.findings, same.title) == (one.case.verdict, one.case.findings, one.case.title)
        assert same.id.startswith(f"{one.case.requirement.lower()}-near-")


def test_a_case_that_sends_the_same_is_not_written_twice(found: list[Found], tmp_path: Path) -> None:
    _written.write([found[0].case], tmp_path)
    (path,) = _written.write([replace(found[0].case, title={"en": "Again", "zh": "再次"})], tmp_path)
    assert len(list(load_file(path))) == 1


def test_few_cases_are_kept_and_simple_ones_first() -> None:
    case = CASES["gcl-fin-019-n01"]
    both, one, two = (
        Found(case, frozenset(kills), weight) for kills, weight in (({"a", "b"}, 2), ({"a"}, 2), ({"b"}, 2))
    )
    assert fewest([one, two, both], {"a": 1, "b": 1}) == [both]
    assert fewest([one, two, both], {"a": 2, "b": 1}) == [both, one]


def test_only_what_a_rule_reads_is_changed() -> None:
    world = trace(touched("GCL-LNK-001"), CASES["gcl-lnk-001-p01"])
    assert world is not None
    names = {member.field.name for member in world.members()}
    assert "lineNumber" in names
    assert "landUseChange" not in names


def test_a_limit_is_found_between_two_values_that_are_judged_differently() -> None:
    """A concessional rate is below 1 (GCL-FIN-010): the limit itself, and what is just below, are worth a case."""
    case = replace(CASES["gcl-fin-010-p01"], base="transaction", patch=())
    operation = {"op": "replace", "document": "transaction", "path": "/concessionalFunding/rate"}
    tried = [Edit(({**operation, "value": value},)) for value in ("0.25", "7.5")]
    chance = random.Random(0)
    values = [edit.operations[0]["value"] for edit in thresholds(case, tried, touched("GCL-FIN-010"), chance)]
    assert {"1", "0.999999999", "0.9"} <= set(values)
