"""Every value of an invoice, an event, a message or a unit is spoken of in the report, also one that nobody expects."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
from gclink.bridges import ImportOptions, LossReport, Relation, Verdict, bridge, detect
from gclink.bridges._json import at, leaves, parse
from gclink.bridges._nodes import from_xml
from gclink.limits import Limits
from interop_files import files_of, read_file
from lxml import etree
from test_any_shape_of_trade import IN_JSON, IN_XML, KNOWN, PARAMETERS, encoded, places
from test_epcis import event, file_of

#: What says of which kind a file is, and the attributes of a value in JSON, which go with the value.
KIND = re.compile(
    r"^/(_[ABD]|@context|type|schemaVersion|creationDate)\b|^/EPCIS\w*Document/@"
    r"|/eventList/\d+/type$|/(scheme|list|currency|language|unitCode|mime)\w*$"
)


def plain(path: str) -> str:
    """Return a path without the prefixes of UBL and without the member that holds a value."""
    return re.sub(r"/(cac|cbc|ext):", "/", path).removesuffix("/_")


def values(raw: bytes) -> Iterator[tuple[str, Any]]:
    """Yield every value of a file and its place."""
    if not raw.lstrip().startswith(b"<"):
        yield from leaves(parse(raw))
        return
    for node in from_xml(raw, "", {}, Limits()).walk():
        if node.text and node.text.strip():
            yield node.path, node.text
        yield from ((f"{node.path}/@{name}", value) for name, value in node.attributes.items())


def unspoken(report: LossReport, raw: bytes) -> list[str]:
    """Return the places that no finding names and no outcome, by themselves or as part of a whole."""
    told = {plain(outcome.theirs) for outcome in report.fields if outcome.theirs}
    found_at = {plain(finding.path) for finding in report.findings}
    found = []
    for place, value in values(raw):
        path = plain(place)
        while path and path not in told and plain(place) not in found_at:
            path = path.rpartition("/")[0]
        if not path and not KIND.search(place) and value not in (None, "", [], {}):
            found.append(place)
    return found


@pytest.mark.parametrize("passed", [ImportOptions(), ImportOptions(parameters=PARAMETERS, known=KNOWN)])
@pytest.mark.parametrize("entry", [*files_of("ubl"), *files_of("epcis"), *files_of("cdop")])
def test_every_value_of_a_published_file_is_spoken_of(entry: dict[str, Any], passed: ImportOptions) -> None:
    raw = read_file(entry)
    name = detect(raw)
    assert name is not None
    assert unspoken(bridge(name).read(raw, passed), raw) == []


@pytest.mark.parametrize("kind", IN_JSON)
def test_a_member_that_nobody_expects_is_spoken_of_wherever_it_stands_in_json(kind: str) -> None:
    name, tree = IN_JSON[kind]
    dropped = []
    for place in places(tree):
        if isinstance(at(tree, place) if place else tree, dict) and not KIND.search(f"{place}/"):
            made = json.loads(json.dumps(tree))
            (at(made, place) if place else made)["unexpectedMember"] = "nobody expects it"
            raw = encoded(made)
            if name == "ubl" and not place:
                continue  # not even readable
            dropped += unspoken(bridge(name).read(raw, ImportOptions(parameters=PARAMETERS, known=KNOWN)), raw)
    assert dropped == []


@pytest.mark.parametrize("kind", IN_XML)
def test_an_element_that_nobody_expects_is_spoken_of_wherever_it_stands_in_xml(kind: str) -> None:
    name, raw = IN_XML[kind]
    dropped = []
    for place in range(len(list(etree.fromstring(raw).iter("*")))):
        root = etree.fromstring(raw)
        holder = list(root.iter("*"))[place]
        if len(holder):
            child = etree.SubElement(holder, etree.QName(etree.QName(holder).namespace, "Unexpected"))
            child.text = "nobody expects it"
            made = etree.tostring(root)
            report = bridge(name).read(made, ImportOptions(parameters=PARAMETERS, known=KNOWN))
            if report.verdict is Verdict.REFUSE:  # a message holds what its schema names and nothing else
                assert any("Unexpected" in finding.message.en for finding in report.findings)
            else:
                dropped += unspoken(report, made)
    assert dropped == []


def test_an_event_declared_an_error_is_lost_as_a_whole() -> None:
    wrong = event(errorDeclaration={"declarationTime": "2026-06-15T00:00:00Z", "correctiveEventIDs": []})
    lost = {
        o.theirs
        for o in bridge("epcis-json").read(file_of(wrong), ImportOptions()).fields
        if o.relation is Relation.LOST
    }
    assert "/epcisBody/eventList/0" in lost


def test_what_stands_around_the_events_is_listed_as_lost() -> None:
    tree = json.loads(file_of(event()))
    tree |= {"sender": "urn:example:sender", "epcisHeader": {"epcisMasterData": {"vocabularyList": [{"type": "x"}]}}}
    lost = {
        o.stated
        for o in bridge("epcis-json").read(json.dumps(tree).encode(), ImportOptions()).fields
        if o.relation is Relation.LOST
    }
    assert {"urn:example:sender", "x"} <= lost
    written = IN_XML["events"][1]
    header = b"<EPCISHeader><extension><EPCISMasterData>words</EPCISMasterData></extension></EPCISHeader><EPCISBody>"
    report = bridge("epcis-xml").read(written.replace(b"<EPCISBody>", header), ImportOptions())
    assert "words" in {o.stated for o in report.fields if o.relation is Relation.LOST}
