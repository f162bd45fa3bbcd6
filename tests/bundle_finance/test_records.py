"""Records of one claim: the parts of one split stand together, whatever way the split went."""

from __future__ import annotations

from typing import Any

import orjson
import pytest
from gclink.bundle import Bundle, procedures
from gclink.bundle._spool import Spool
from gclink_conformance.cases import AS_OF, base
from gclink_conformance.check import ROOT

Tree = dict[str, Any]
RECORD = "https://example.org/gclink/records/"


def _trees() -> dict[str, Tree]:
    found: dict[str, Tree] = orjson.loads(orjson.dumps(base(ROOT, "split-voucher")))
    return found


def _rivals(trees: dict[str, Tree]) -> set[str]:
    bundle = Bundle(AS_OF, Spool(in_memory=10_000))
    for tree in trees.values():
        bundle.add(tree)
    hits = procedures()["GCL-FIN-054"](bundle)
    return {hit.entry.id.removeprefix(RECORD) for hit in hits if hit.path == ("evidencedAsset",)}


def _like(tree: Tree, name: str, parent: str | None, state: str = "transferred") -> Tree:
    twin = {**orjson.loads(orjson.dumps(tree)), "id": RECORD + name, "state": state}
    twin.pop("parentRecord", None)
    return twin | ({"parentRecord": RECORD + parent} if parent is not None else {})


def test_the_parts_of_a_part_stand_beside_the_other_parts() -> None:
    trees = _trees()
    trees["record-a"]["state"] = "split"
    trees["a1"] = _like(trees["record-a"], "9-a-1", "9-a")
    trees["a2"] = _like(trees["record-a"], "9-a-2", "9-a")
    assert _rivals(trees) == set()


def test_parts_of_two_splits_are_rivals_and_each_of_them_is_named() -> None:
    trees = _trees()
    trees["other"] = _like(trees["record"], "8", None, "split")
    trees["other-a"] = _like(trees["record-a"], "8-a", "8")
    assert _rivals(trees) == {"9-a", "9-b", "8-a"}


def test_a_part_beside_its_undivided_whole_is_a_rival() -> None:
    trees = {name: tree for name, tree in _trees().items() if "transferable-record" not in name}
    assert _rivals(trees) == {"9", "9-a", "9-b"}


@pytest.mark.parametrize("length", [1, 2, 3])
def test_records_on_a_circle_of_parents_end_and_stand_together(length: int) -> None:
    trees = _trees()
    names = [f"circle-{number}" for number in range(length)]
    asset = trees["receivable"]["id"] + "-other"
    for name, parent in zip(names, names[1:] + names[:1], strict=True):
        trees[name] = _like(trees["record-a"], name, parent) | {"evidencedAsset": asset}
    assert _rivals(trees) == set()
    trees["alone"] = _like(trees["record-a"], "alone", None) | {"evidencedAsset": asset}
    assert _rivals(trees) == {*names, "alone"}


def test_a_long_line_of_splits_is_walked_once() -> None:
    trees = _trees()
    for number in range(3_000):
        parent = f"line-{number - 1}" if number else "9"
        trees[f"line-{number}"] = _like(trees["record-a"], f"line-{number}", parent, "issued")
    assert _rivals(trees) == set()
