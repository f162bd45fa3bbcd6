"""Every value of a source is spoken of in the report, and what a mapping calls exact comes back from a round trip."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import Any

import pytest
from credentials import SUPPLIED
from footprints import PASSED, pact, read
from gclink.bridges import ImportOptions, LossReport, Relation, Verdict, bridge, export_documents, load_table
from gclink.bridges._json import Digits, at, leaves, parse
from gclink.bridges._reading import patterned
from interop_files import files_of, litchi, read_file
from test_any_shape import BASES
from test_catenax import pcf
from test_pact import passed_for

#: What can become of any value.
ALWAYS = (Relation.LOST, Relation.MISSING, Relation.CONTRADICTORY)


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


def strayed(name: str, report: LossReport, *, export: bool) -> list[tuple[str, str, str]]:
    """Return outcomes that no row of the format's table allows: a value may do better than its row, or be lost."""
    found = []
    rows = [(patterned(row.theirs), row) for row in bridge(name).table.rows if row.theirs]  # type: ignore[attr-defined]
    for outcome in report.fields:
        if not outcome.theirs or not outcome.ours or outcome.relation in ALWAYS:
            continue
        path = patterned(outcome.theirs)
        allowed = {
            row.back if export else row.into
            for place, row in rows
            if row.ours
            and (place == path or place.startswith(f"{path}/") or path.startswith(f"{place}/"))
            and (outcome.ours.startswith(row.ours) or row.ours.startswith(outcome.ours))
        }
        better = outcome.relation is Relation.EXACT and Relation.NARROWER in allowed
        if outcome.relation not in allowed and not better:
            found.append((outcome.relation.value, path, outcome.ours))
    return found


@pytest.mark.parametrize("name", BASES)
def test_a_report_says_no_other_relation_than_the_table_on_the_way_in(name: str) -> None:
    report = read(BASES[name], parameters=SUPPLIED)
    assert strayed(report.format, report, export=False) == []


@pytest.mark.parametrize("name", ["pact-3.0", "untp-0.6.1", "untp-0.7.0", "catenax-9.0"])
def test_a_report_says_no_other_relation_than_the_table_on_the_way_out(name: str) -> None:
    wanted = ("Party", "ProductType", "Lot", "Site")
    trees = [tree for tree in litchi() if tree["type"] in wanted]
    trees += litchi("passport-fruit", "verification-fruit")
    out = export_documents(trees, ImportOptions(language="en"), name)
    assert len(out.report.fields) > 20
    assert strayed(name, out.report, export=True) == []
