"""Whatever stands in a foreign file, a bridge answers with a report, and no malformed document is written."""

from __future__ import annotations

import copy
import json
from typing import Any

import pytest
from credentials import SUPPLIED, dcc, dpp6, dpp7
from footprints import pact, read
from gclink.bridges import LossReport
from gclink.bridges._json import at, leaves
from gclink.documents import read_bytes
from gclink.errors import GclinkError
from gclink.structure import walk
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from test_catenax import flat, pcf
from test_pact import OLD

BASES: dict[str, Any] = {
    "pact-3.0": pact(
        {"verification": {"coverage": "product level"}, "dqi": {"technologicalDQR": "1"}}, extensions=[{}]
    ),
    "pact-2.3": pact(OLD, specVersion="2.3.0"),
    "untp-0.6.1": dpp6(),
    "untp-0.7.0": dpp7(),
    "catenax-9.0": pcf(),
    "catenax-8.0": flat(),
    "dcc-0.6.1": dcc(True, False, old=True),
    "dcc-0.7.0": dcc(True, None),
}
VALUES: list[Any] = [
    None, "", " ", "banana", "0", "-0", "1e400", "9" * 40, "0." + "3" * 40, 0, -1, 1.5, 10**30, 1e-30, True, False,
    [], [None], [[]], ["x", "x"], [{}], {}, {"a": 1}, {"type": "x"}, "urn:", "urn:gtin:0", "did:", "http://",
    "\u0000", "e\u0301", "\ufffe",
    "\U0001f34c" * 3, "2026-02-30T00:00:00Z", "0001-01-01T00:00:00Z", "9999-12-31T23:59:59+14:00", "Active", "ZZ",
]  # fmt: skip


def places(tree: Any) -> list[str]:
    """Return the pointer of everything in a tree."""
    found = {""}
    for place, _ in leaves(tree):
        while place:
            found.add(place)
            place = place.rpartition("/")[0]
    return sorted(found)


def replaced(tree: Any, place: str, value: Any) -> Any:
    if not place:
        return value
    made = copy.deepcopy(tree)
    parent, _, last = place.rpartition("/")
    holder = at(made, parent)
    holder[int(last) if isinstance(holder, list) else last] = value
    return made


def judge(report: LossReport, tree: Any) -> None:
    assert report.verdict.writes or report.documents == ()
    assert report.verdict.writes == bool(report.documents) or not report.verdict.writes
    for document in report.documents:
        # Read again from its text, since that is what a partner does.
        (again,) = read_bytes(json.dumps(document).encode(), "json")
        faults = [*again.faults, *walk(again.tree)]
        known = [fault for fault in faults if (fault.kind, fault.path[-1:]) == ("min", ("grossEmissions",))]
        assert faults == known, report.format
    for finding in report.findings:
        path = finding.path
        assert path == "" or path.startswith("/")
        assert finding.message.en
        assert finding.message.zh
    json.dumps(report.tree())


@pytest.mark.parametrize("name", BASES)
@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_any_value_anywhere_gives_a_report(name: str, data: st.DataObject) -> None:
    tree = BASES[name]
    for _ in range(data.draw(st.integers(1, 2))):
        tree = replaced(tree, data.draw(st.sampled_from(places(tree))), data.draw(st.sampled_from(VALUES)))
    for chosen in (None, name if "dcc" not in name else name.replace("dcc", "untp")):
        try:
            report = read(tree, chosen, parameters=SUPPLIED)
        except GclinkError:
            assert chosen is None or not isinstance(tree, dict | list)
            continue
        judge(report, tree)


@pytest.mark.long
@pytest.mark.parametrize("name", BASES)
def test_every_value_everywhere_gives_a_report(name: str) -> None:
    chosen = name if "dcc" not in name else name.replace("dcc", "untp")
    for place in places(BASES[name]):
        for value in VALUES:
            tree = replaced(BASES[name], place, value)
            try:
                judge(read(tree, chosen, parameters=SUPPLIED), tree)
            except GclinkError:
                assert not isinstance(tree, dict | list)
