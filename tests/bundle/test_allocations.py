"""Allocations over time: a pledge that was enforced gives no tonne back, neither on its last day nor by a release."""

from __future__ import annotations

from typing import Any

import orjson
import pytest
from gclink.bundle import Bundle, procedures
from gclink_conformance.cases import AS_OF, base
from gclink_conformance.check import ROOT

PLEDGE = "https://example.org/gclink/pledges/1"


def _given_out(sold: str, sold_on: str, *states: tuple[str, str]) -> list[tuple[str, tuple[str | int, ...]]]:
    """Return what GCL-REM-058 finds when so many tonnes are sold and the pledge of 3 t went through the states."""
    trees: dict[str, dict[str, Any]] = {
        name: orjson.loads(orjson.dumps(tree)) for name, tree in base(ROOT, "stores-story").items()
    }
    trees["allocation-sold"]["tonnes"] = sold
    trees["allocation-sold"]["period"].update(start=sold_on, end=sold_on)
    event = trees["pledge"] | {"type": "LifecycleEvent", "entity": PLEDGE, "machine": "removal_pledge"}
    bundle = Bundle(AS_OF)
    for tree in trees.values():
        bundle.add(tree)
    for sequence, (state, day) in enumerate(states, 1):
        name = f"https://example.org/gclink/events/{sequence}"
        bundle.add(event | {"id": name, "toState": state, "sequence": sequence, "effectiveAt": f"{day}T08:00:00Z"})
    return [(hit.entry.id, hit.path) for hit in procedures()["GCL-REM-058"](bundle)]


TOO_MANY = [("https://example.org/gclink/statements/bioccs", ("issuable",))]


@pytest.mark.parametrize(
    ("sold_on", "states", "found"),
    [
        ("2027-08-14", (), TOO_MANY),
        ("2027-08-15", (), []),
        ("2026-09-10", (("released", "2026-09-10"),), []),
        ("2026-09-09", (("released", "2026-09-10"),), TOO_MANY),
        ("2026-09-10", (("cancelled", "2026-09-10"),), []),
        ("2027-08-15", (("enforced", "2026-09-10"),), TOO_MANY),
        ("2027-08-15", (("released", "2027-08-20"),), []),
        ("2027-08-14", (("released", "2027-08-20"),), TOO_MANY),
    ],
)
def test_pledged_tonnes_count_until_the_pledge_gives_them_back(
    sold_on: str, states: tuple[tuple[str, str], ...], found: list[tuple[str, tuple[str | int, ...]]]
) -> None:
    assert _given_out("35.3", sold_on, *states) == found
    assert _given_out("35.239208", sold_on, *states) == []
