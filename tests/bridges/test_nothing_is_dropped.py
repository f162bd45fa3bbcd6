"""Every value of a source is spoken of in the report, and what a mapping calls exact comes back from a round trip."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import Any

import pytest
from credentials import SUPPLIED
from footprints import PASSED, pact, read
from gclink.bridges import ImportOptions, Relation, Verdict, export_documents, load_table
from gclink.bridges._json import Digits, at, leaves, parse
from interop_files import files_of, read_file
from test_any_shape import BASES
from test_catenax import pcf
from test_pact import passed_for


def unspoken(raw: bytes) -> list[str]:
    """Return the values of a source that no outcome and no finding names, by themselves or as part of a whole."""
    report = read(raw, parameters=SUPPLIED)
    if report.verdict is Verdict.REFUSE:
        return []
    told = {outcome.theirs for outcome in report.fields if outcome.theirs}
    told |= {finding.path for finding in report.findings if finding.path}
    found = []
    for place, value in leaves(parse(raw)):
        path = place
        while path and path not in told:
            path = path.rpartition("/")[0]
        if not path and value not in (None, "", [], {}):
            found.append(place)
    return found


@pytest.mark.parametrize("name", BASES)
def test_every_value_of_our_inputs_is_spoken_of(name: str) -> None:
    assert unspoken(json.dumps(BASES[name]).encode()) == []


@pytest.mark.parametrize("entry", [*files_of("pact"), *files_of("untp"), *files_of("catenax")])
def test_every_value_of_a_published_file_is_spoken_of(entry: dict[str, Any]) -> None:
    assert unspoken(read_file(entry)) == []


def test_the_envelope_of_an_event_is_listed_as_lost() -> None:
    tree = {"type": "event", "id": "x", "data": {"requestEventId": "y", "pfs": [pact()]}}
    lost = {outcome.theirs for outcome in read(tree).fields if outcome.relation is Relation.LOST}
    assert {"/type", "/id", "/data/requestEventId"} <= lost


def returned(raw: bytes, name: str, passed: dict[str, Any], **parameters: Any) -> list[tuple[str, Any, Any]]:
    """Return path, stated and returned value of every exact row after theirs, ours, theirs."""
    report = read(raw, parameters=passed)
    assert report.verdict.writes
    pairs = []
    for item in report.items:
        passport = next(tree for tree in item.drafts if tree["type"] == "CarbonPassport")
        out = export_documents(
            [passport], ImportOptions(language="en", known=report.documents, parameters=parameters), name
        )
        assert out.content is not None, (out.report.missing, [finding.message.en for finding in out.report.findings])
        back, source = parse(out.content), at(parse(raw), item.path)
        for row in load_table(name).rows:
            stated = at(source, row.theirs)
            if row.exact and row.via and "*" not in row.theirs and isinstance(stated, str) and stated:
                pairs.append((row.theirs, stated, at(back, row.theirs)))
    return pairs


def same(stated: Any, back: Any) -> bool:
    if isinstance(stated, Digits) or stated.lstrip("+-").replace(".", "", 1).isdigit():
        return Decimal(stated) == Decimal(back)
    return bool(stated == back or stated.replace("+00:00", "Z") == back)


@pytest.mark.parametrize("entry", files_of("pact"))
def test_a_published_footprint_gets_back_every_exact_value(entry: dict[str, Any]) -> None:
    passed = passed_for(entry["file"].rpartition("/")[2])
    report = read(read_file(entry), parameters=passed)
    if not report.verdict.writes:
        pytest.skip("nothing is written of this file")
    pairs = returned(read_file(entry), "pact-3.0", {**passed, "pact-3.0": {"companyIds": ["urn:example:org:x"]}})
    assert len(pairs) >= 10 * len(report.items)
    assert [pair for pair in pairs if not same(pair[1], pair[2])] == []


def test_our_own_footprints_get_back_every_exact_value() -> None:
    waste = {"allocationWasteIncineration": "cut-off"}
    for raw, name, more in (
        (pact(), "pact-3.0", {}),
        (pcf(), "catenax-9.0", {"catenax-9.0": waste}),
    ):
        pairs = returned(json.dumps(raw).encode(), name, PASSED, **more)
        assert len(pairs) >= 15
        assert [pair for pair in pairs if not same(pair[1], pair[2])] == []
