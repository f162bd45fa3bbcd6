"""Functions behind the rules across documents: their names in the shipped data, and that no bundle makes one fail."""

from __future__ import annotations

from importlib.resources import files
from typing import Any

import orjson
import pytest
from gclink.bundle import Bundle, procedures
from gclink.bundle._entry import Reference, references_of
from gclink.bundle._lots import on_cycles, reached, turned
from gclink_conformance.cases import AS_OF, base
from gclink_conformance.check import ROOT

STORY = "inset-story"
RULES = {name: rule for name, rule in procedures().items() if name.startswith(("GCL-COR-", "GCL-PAS-"))}


def _one_of_each_class() -> dict[str, dict[str, Any]]:
    found: dict[str, dict[str, Any]] = {}
    for path in sorted((ROOT / "bases").glob("*.json")):
        tree = orjson.loads(path.read_bytes())
        found.setdefault(tree["type"], tree)
    return found


def _members() -> dict[str, tuple[str, Reference]]:
    found: dict[str, tuple[str, Reference]] = {}
    for name, tree in base(ROOT, STORY).items():
        for reference in references_of(tree):
            found.setdefault(f"{tree['type']}.{reference.owner}.{reference.field}", (name, reference))
    return found


OTHERS = _one_of_each_class()
MEMBERS = _members()


def _led_to(name: str, reference: Reference, target: str) -> dict[str, dict[str, Any]]:
    trees = {key: orjson.loads(orjson.dumps(tree)) for key, tree in base(ROOT, STORY).items()}
    node: Any = trees[name]
    for step in reference.path[:-1]:
        node = node[step]
    if reference.digest is None:
        node[reference.path[-1]] = target
    else:
        node[reference.path[-1]]["target"] = target
    return trees


def test_every_function_has_the_name_that_the_shipped_requirements_give() -> None:
    shipped = orjson.loads((files("gclink") / "_data" / "requirements.json").read_bytes())["requirements"]
    assert {name: shipped[name]["across"] for name in procedures()} == {
        name: rule.__name__ for name, rule in procedures().items()
    }


def test_the_story_and_the_bases_hold_something_to_lead_references_to() -> None:
    assert len(MEMBERS) > 20
    assert len(OTHERS) > 40


@pytest.mark.parametrize("member", list(MEMBERS))
def test_a_reference_to_a_document_of_any_class_is_told_and_stops_no_rule(member: str) -> None:
    name, reference = MEMBERS[member]
    for kind, other in OTHERS.items():
        trees = _led_to(name, reference, other["id"])
        bundle = Bundle(AS_OF)
        for tree in trees.values():
            bundle.add(tree)
        if bundle.get(other["id"]) is None:
            bundle.add(other)
        found = {(rule, hit.entry.id, hit.path) for rule, check in RULES.items() for hit in check(bundle)}
        fits = any(bundle.get(other["id"]).is_a(cls) for cls in reference.classes)  # type: ignore[union-attr]
        assert (("GCL-COR-022", trees[name]["id"], reference.path) in found) is not fits, kind


@pytest.mark.parametrize("member", list(MEMBERS))
def test_a_reference_to_nothing_is_unresolved_and_to_an_unreadable_document_is_not(member: str) -> None:
    name, reference = MEMBERS[member]
    nowhere = "https://example.org/gclink/nowhere"
    for unreadable in (False, True):
        bundle = Bundle(AS_OF)
        for tree in _led_to(name, reference, nowhere).values():
            bundle.add(tree)
        if unreadable:
            bundle.add_broken(nowhere, reference.classes[0])
        missing = {hit.path for rule, check in RULES.items() for hit in check(bundle) if rule == "GCL-COR-022"}
        assert missing == (set() if unreadable else {reference.path})


@pytest.mark.parametrize(
    ("edges", "circular"),
    [
        ({"a": ["b"], "b": ["c"], "c": []}, set()),
        ({"a": ["a"], "b": ["a"]}, {"a"}),
        ({"a": ["b"], "b": ["a"], "c": ["a"], "d": []}, {"a", "b"}),
        ({"a": ["b", "x"], "b": ["a"], "x": ["y"], "y": ["z"], "z": ["y"]}, {"a", "b", "y", "z"}),
        ({"a": ["b", "c"], "b": ["d"], "c": ["d"], "d": []}, set()),
    ],
)
def test_lots_on_a_cycle_are_found_and_those_beside_it_are_not(edges: dict[str, list[str]], circular: set[str]) -> None:
    assert on_cycles(edges) == circular


def test_a_chain_of_lots_longer_than_any_recursion_is_walked() -> None:
    chain = {str(number): [str(number - 1)] if number else [] for number in range(20_000)}
    assert on_cycles(chain) == set()
    assert len(reached(turned(chain), ["0"])) == 20_000
    chain["0"] = ["19999"]
    assert len(on_cycles(chain)) == 20_000
