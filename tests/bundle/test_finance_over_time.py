"""Rules of finance that follow a document over time: its versions, its machine, what was known about it on a day."""

from __future__ import annotations

import copy
import random
from typing import Any

import pytest
from gclink._model import model
from gclink.bundle import Bundle, procedures
from gclink.bundle._entry import Reference, references_of
from gclink.bundle._status import MACHINES
from gclink.bundle._versions import earlier, later
from gclink.bundle.finance._verified import latest
from gclink_conformance.bases._make import cite, document, iri
from gclink_conformance.cases import AS_OF, base
from gclink_conformance.check import ROOT
from gclink_conformance.redigest import redigest

STORY = base(ROOT, "ratchet-story")
RULES = {name: rule for name, rule in procedures().items() if "GCL-FIN-079" <= name <= "GCL-FIN-126"}
#: What a document does not say of another one, nobody else says for it: the other one is then judged without it.
SAID_BY_THIS_ALONE = {("Settlement", "transaction"), ("KpiObservation", "terms"), ("FinancingTransaction", "asset")}
MEMBERS = [
    pytest.param(name, reference, id=f"{name}:{'/'.join(map(str, reference.path))}")
    for name, tree in STORY.items()
    for reference in references_of(tree)
    if (tree["type"], reference.field) not in SAID_BY_THIS_ALONE
]


def _bundle(trees: dict[str, dict[str, Any]]) -> Bundle:
    bundle = Bundle(AS_OF)
    for tree in trees.values():
        bundle.add(tree)
    return bundle


def _version(name: str, old: str | None) -> dict[str, Any]:
    tree = document("Programme", f"programmes/{name}", "parties/bank", "2026-01-15")
    return tree if old is None else tree | {"supersedes": cite(f"programmes/{old}")}


def test_each_class_with_a_business_state_has_its_one_machine() -> None:
    classes = model().classes.values()
    with_state = {cls.name for cls in classes if cls.kind == "document" and "state" in cls.fields}
    machines = set(model().code_lists["machine"].codes) - {"document"}
    assert set(MACHINES) == with_state
    assert sorted(MACHINES.values()) == sorted(machines)


@pytest.mark.parametrize(("name", "reference"), MEMBERS)
def test_what_is_missing_is_told_once_and_accuses_nobody(name: str, reference: Reference) -> None:
    trees = {key: copy.deepcopy(tree) for key, tree in STORY.items()}
    node: Any = trees[name]
    for step in reference.path[:-1]:
        node = node[step]
    nowhere = iri("nowhere")
    node[reference.path[-1]] = nowhere if reference.digest is None else node[reference.path[-1]] | {"target": nowhere}
    bundle = _bundle(redigest(trees, set()))
    assert [(rule, hit.entry.id, hit.path) for rule, check in RULES.items() for hit in check(bundle)] == []
    told = [hit.path for hit in procedures()["GCL-COR-022"](bundle)]
    assert told == [reference.path]


def test_versions_that_replace_each_other_in_a_circle_are_walked_once() -> None:
    trees = {name: _version(name, old) for name, old in (("a", "c"), ("b", "a"), ("c", "b"))}
    bundle = _bundle(trees)
    first = bundle.get(iri("programmes/a"))
    assert first is not None
    assert [entry.id for entry in earlier(bundle, first)] == [iri("programmes/c"), iri("programmes/b")]
    assert [entry.id for entry in later(bundle, first)] == [iri("programmes/b"), iri("programmes/c")]


def test_a_revoked_version_replaces_nothing() -> None:
    trees = {"old": _version("old", None), "new": _version("new", "old")}
    trees["new"]["status"] = "revoked"
    bundle = _bundle(trees)
    old = bundle.get(iri("programmes/old"))
    assert old is not None
    assert list(later(bundle, old)) == []


@pytest.mark.parametrize("seed", range(20))
def test_the_last_observation_of_an_instant_is_the_latest_that_stands_then(seed: int) -> None:
    rng = random.Random(seed)

    def instant() -> str:
        return f"2026-{rng.randint(1, 12):02d}-{rng.randint(1, 28):02d}T{rng.randint(0, 23):02d}:00:00Z"

    standings = []
    for _ in range(rng.randint(0, 40)):
        start, end = sorted((instant(), instant()))
        standings.append((start, end, instant()[:10]))
    instants = [instant() for _ in range(30)]
    expected = {at: max((day for start, end, day in standings if start <= at < end), default=None) for at in instants}
    assert latest(standings, instants) == expected
