"""What a document may leave out stops no rule: absence is another rule's matter, or nobody's."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import orjson
import pytest
from gclink._model import model
from gclink.bundle import Bundle, procedures
from gclink_conformance.cases import AS_OF, base
from gclink_conformance.check import ROOT

STORIES = (
    "inset-story",
    "stores-story",
    "brand-story",
    "incentive-story",
    "removal-loan",
    "pre-shipment-story",
    "pledge-story",
)
RULES = procedures()
#: Sound stories, so that what is found is what the absence has done.
TREES = {story: base(ROOT, story) for story in STORIES}


def _objects(node: Any) -> Iterator[dict[str, Any]]:
    if isinstance(node, dict):
        if "type" in node:
            yield node
        for value in node.values():
            yield from _objects(value)
    elif isinstance(node, list):
        for value in node:
            yield from _objects(value)


def _optional() -> list[tuple[str, str, str]]:
    """Return each optional member that a story gives, as story, class and member."""
    return sorted(
        {
            (story, node["type"], name)
            for story, trees in TREES.items()
            for tree in trees.values()
            for node in _objects(tree)
            for name, field in model().classes[node["type"]].fields.items()
            if name in node and field.minimum == 0
        }
    )


OPTIONAL = _optional()


def test_the_stories_give_many_members_that_they_need_not_give() -> None:
    assert len(OPTIONAL) > 60


@pytest.mark.parametrize(("story", "cls", "member"), OPTIONAL, ids=lambda value: str(value))
def test_a_member_that_all_documents_of_a_class_leave_out_stops_no_rule(story: str, cls: str, member: str) -> None:
    bundle = Bundle(AS_OF)
    for tree in orjson.loads(orjson.dumps(list(TREES[story].values()))):
        for node in _objects(tree):
            if node["type"] == cls:
                node.pop(member, None)
        bundle.add(tree)
    ids = {entry.id for entry in bundle.entries}
    for name, rule in RULES.items():
        for hit in rule(bundle):
            assert hit.entry.id in ids, name
            assert None not in (hit.expected, hit.found), name


def test_a_verification_that_claims_cite_and_the_bundle_lacks_is_told_where_it_is_cited_and_nowhere_else() -> None:
    bundle = Bundle(AS_OF)
    for name, tree in TREES["brand-story"].items():
        if name != "verification-fruit":
            bundle.add(tree)
    found = {(rule, hit.entry.type, hit.path) for rule, check in procedures().items() for hit in check(bundle)}
    assert found == {("GCL-COR-022", "Claim", ("verifications", 0))}
