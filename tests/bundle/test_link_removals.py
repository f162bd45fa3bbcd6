"""Rules on pledges and on removals counted once: what is missing accuses nobody, and no reference stops a rule."""

from __future__ import annotations

from typing import Any

import orjson
import pytest
from gclink.bundle import Bundle, procedures
from gclink.bundle._entry import references_of
from gclink.bundle._spool import Spool
from gclink_conformance.cases import AS_OF, base
from gclink_conformance.check import ROOT
from gclink_conformance.redigest import redigest

NAMES = tuple(f"GCL-LNK-{number:03}" for number in (*range(31, 33), *range(34, 39), *range(40, 49), 50, 51))
RULES = {name: rule for name, rule in procedures().items() if name in NAMES}
NOWHERE = "https://example.org/gclink/nowhere"
STORIES = ("pledge-story", "removal-loan")


def _members(story: str) -> list[tuple[str, tuple[str | int, ...]]]:
    """Return one place of each member that refers, by class and name of the document."""
    found: dict[tuple[str, str, str], tuple[str, tuple[str | int, ...]]] = {}
    for name, tree in base(ROOT, story).items():
        for reference in references_of(tree):
            found.setdefault((name, reference.owner, reference.field), (name, reference.path))
    return list(found.values())


def _led_to(story: str, name: str, path: tuple[str | int, ...], target: str) -> dict[str, Any]:
    trees = {key: orjson.loads(orjson.dumps(tree)) for key, tree in base(ROOT, story).items()}
    node: Any = trees[name]
    for step in path[:-1]:
        node = node[step]
    if isinstance(node[path[-1]], dict):
        node[path[-1]]["target"] = target
    else:
        node[path[-1]] = target
    return redigest(trees, set())


def _found(trees: dict[str, Any]) -> list[tuple[str, str, tuple[str | int, ...]]]:
    bundle = Bundle(AS_OF)
    for tree in trees.values():
        bundle.add(tree)
    return [(rule, hit.entry.id, hit.path) for rule, check in RULES.items() for hit in check(bundle)]


def test_every_rule_of_pledges_and_of_counting_once_has_a_function() -> None:
    assert tuple(RULES) == NAMES


@pytest.mark.parametrize(
    ("story", "name", "path"), [(story, *member) for story in STORIES for member in _members(story)]
)
def test_a_reference_to_nothing_accuses_nobody(story: str, name: str, path: tuple[str | int, ...]) -> None:
    found = _found(_led_to(story, name, path, NOWHERE))
    # Without the verification on it, a statement is not verified: that is no reference from the pledge to nothing.
    silenced = {"GCL-LNK-036", "GCL-LNK-051"} if "subjects" in path else set()
    assert [hit for hit in found if hit[0] not in silenced] == []


def test_two_thousand_pledges_of_one_statement_are_told_apart() -> None:
    story = base(ROOT, "pledge-story")
    trees = {name: orjson.loads(orjson.dumps(tree)) for name, tree in story.items()}
    bundle = Bundle(AS_OF, Spool(in_memory=10_000))
    for tree in redigest(trees, set()).values():
        bundle.add(tree)
    for number in range(2000):
        pledge, allocation = (orjson.loads(orjson.dumps(trees[name])) for name in ("pledge", "allocation"))
        pledge.update(id=f"{pledge['id']}-{number}", allocation=f"{allocation['id']}-{number}", state="active")
        allocation.update(id=pledge["allocation"], target=pledge["id"])
        if number == 1234:
            pledge["tonnes"] = "5"
        bundle.add(pledge)
        bundle.add(allocation)
    found = [(rule, hit.entry.id, hit.path) for rule, check in RULES.items() for hit in check(bundle)]
    assert found == [("GCL-LNK-031", f"{trees['pledge']['id']}-1234", ("tonnes",))]
