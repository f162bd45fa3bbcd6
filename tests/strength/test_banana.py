"""A document whose every number is the word banana, and its kin, is refused for the right reason at the right place.

A service of the field passed a vendor whose every number was that word. The class of defects is wider: words for
numbers, text after a number, periods that run backwards, units and countries that do not exist, wrong signs, wrong
check digits, sums that do not add up, misspelt members, links to nothing.
"""

from __future__ import annotations

import copy
from collections.abc import Iterator
from typing import Any

import orjson
import pytest
from gclink._model import model
from gclink.findings import pointer_of
from gclink_conformance.cases import base
from gclink_conformance.patch import apply
from gclink_conformance.protocol import MEDIA_TYPES, Message
from gclink_conformance.reference import answer
from gclink_conformance.suite import root
from gclink_conformance.syntax import encode

Tree = dict[str, Any]
Path = tuple[str | int, ...]


def asked(tree: Tree, form: str = "json") -> Message:
    body = orjson.dumps(tree) if form == "json" else encode(tree, form)
    return answer(
        {
            "op": "check",
            "id": "1",
            "profile": "validator",
            "specVersion": "1.0",
            "scope": "document",
            "documents": [{"iri": "urn:sent", "mediaType": MEDIA_TYPES[form], "body": body.decode()}],
            "asOf": "2026-10-01T00:00:00Z",
            "detail": "findings",
        }
    )


def numbers(tree: Any, cls: str, path: Path = ()) -> Iterator[Path]:
    """The places of the decimals of an object."""
    for field in model().classes[cls].fields.values():
        if field.name not in tree:
            continue
        value = tree[field.name]
        items = list(enumerate(value)) if field.many else [(None, value)]
        for index, item in items:
            place = (*path, field.name) if index is None else (*path, field.name, index)
            if field.type == "decimal":
                yield place
            elif field.embedded:
                yield from numbers(item, field.type, place)


def put(tree: Tree, path: Path, value: Any) -> None:
    node: Any = tree
    for step in path[:-1]:
        node = node[step]
    node[path[-1]] = value


def single(name: str) -> Tree:
    return copy.deepcopy(base(root(), name)[name])


WITH_NUMBERS = ("passport", "statement", "claim-t5", "transaction", "receivable", "link", "impact", "entity-inventory")


@pytest.mark.parametrize("name", WITH_NUMBERS)
def test_where_every_number_is_a_word_every_number_is_told(name: str) -> None:
    tree = single(name)
    assert asked(tree)["verdict"] == "conforms"
    places = list(numbers(tree, tree["type"]))
    assert places
    for place in places:
        put(tree, place, "banana")
    given = asked(tree)
    assert given["verdict"] == "violates"
    told = {found["location"] for found in given["findings"] if found["requirement"] == "GCL-COR-003"}
    assert {pointer_of(place) for place in places} <= told


@pytest.mark.parametrize("form", ["xml", "turtle", "jsonld"])
def test_a_word_for_a_number_is_told_in_every_syntax(form: str) -> None:
    tree = single("passport")
    tree["grossEmissions"] = "banana"
    given = asked(tree, form)
    assert given["verdict"] == "violates"
    assert ("GCL-COR-003", "/grossEmissions") in {(f["requirement"], f["location"]) for f in given["findings"]}


#: What stands where a number belongs and is none.
WORDS = ("banana", "", "1banana", "banana1", "1e3", "1.5\n", " 1.5", "1,5", "0x1F", "NaN", "+1", "1.50", "-0", "１")


@pytest.mark.parametrize("word", WORDS)
def test_what_only_looks_like_a_number_is_none(word: str) -> None:
    tree = single("passport")
    tree["grossEmissions"] = word
    told = [(found["requirement"], found["location"]) for found in asked(tree)["findings"]]
    assert ("GCL-COR-003", "/grossEmissions") in told


#: A defect of the class: the base, the change, and who has to say so where.
DEFECTS: dict[str, tuple[str, Message, str, str]] = {
    "a number that is a JSON number": (
        "passport",
        {"op": "replace", "path": "/grossEmissions", "value": 1},
        "GCL-COR-003",
        "/grossEmissions",
    ),
    "emissions below zero": (
        "passport",
        {"op": "replace", "path": "/components/fossilGhg", "value": "-0.7"},
        "GCL-PAS-004",
        "/components",
    ),
    "a removal above zero": (
        "passport",
        {"op": "replace", "path": "/components/landManagementRemovals", "value": "0.7"},
        "GCL-PAS-005",
        "/components",
    ),
    "a period that runs backwards": (
        "passport",
        {"op": "replace", "path": "/period/end", "value": "2024-07-31"},
        "GCL-COR-012",
        "/period",
    ),
    "a validity that runs backwards": (
        "passport",
        {"op": "replace", "path": "/validity/end", "value": "2025-07-31"},
        "GCL-COR-012",
        "/validity",
    ),
    "a version that does not exist": (
        "passport",
        {"op": "replace", "path": "/specVersion", "value": "banana"},
        "GCL-COR-011",
        "",
    ),
    "a sum that does not add up": (
        "passport",
        {"op": "replace", "path": "/totalExclUptake", "value": "0.5"},
        "GCL-PAS-007",
        "",
    ),
    "a declared unit of zero": (
        "passport",
        {"op": "replace", "path": "/declaredUnit/value", "value": "0"},
        "GCL-PAS-002",
        "",
    ),
    "a unit that does not exist": (
        "passport",
        {"op": "replace", "path": "/declaredUnit/unit", "value": "banana"},
        "GCL-PAS-002",
        "/declaredUnit/unit",
    ),
    "a place that is no code": (
        "passport",
        {"op": "replace", "path": "/geography/subdivision", "value": "banana"},
        "GCL-COR-046",
        "/geography/subdivision",
    ),
    "a country that is not assigned": (
        "site",
        {"op": "replace", "path": "/country", "value": "ZZ"},
        "GCL-COR-046",
        "/country",
    ),
    "a misspelt member": (
        "passport",
        {"op": "add", "path": "/totalInclUptaek", "value": "1"},
        "GCL-COR-002",
        "/totalInclUptaek",
    ),
    "a share of 400 percent": (
        "passport",
        {"op": "replace", "path": "/primaryDataShare", "value": "400"},
        "GCL-PAS-033",
        "/primaryDataShare",
    ),
    "an id that is no IRI": (
        "passport",
        {"op": "replace", "path": "/issuer", "value": "banana"},
        "GCL-COR-005",
        "/issuer",
    ),
    "a day that is none": (
        "passport",
        {"op": "replace", "path": "/period/start", "value": "2025-02-30"},
        "GCL-COR-004",
        "/period/start",
    ),
    "a passport that says nothing": ("passport", {"op": "remove", "path": "/components"}, "GCL-COR-047", "/components"),
    "roles that are none": ("site", {"op": "replace", "path": "/siteRoles", "value": []}, "GCL-COR-002", "/siteRoles"),
}


@pytest.mark.parametrize("defect", list(DEFECTS))
def test_the_kin_of_banana_is_refused_for_its_reason_at_its_place(defect: str) -> None:
    name, change, requirement, location = DEFECTS[defect]
    tree = apply(single(name), change)
    given = asked(tree)
    assert given["verdict"] == "violates"
    told = {(found["requirement"], found["location"]) for found in given["findings"]}
    assert any(made == requirement and place.startswith(location) for made, place in told), told
