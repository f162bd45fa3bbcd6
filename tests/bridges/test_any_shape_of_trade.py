"""Whatever stands in an invoice, an event, a message or a unit, the answer is a report and no malformed document."""

from __future__ import annotations

import copy
import json
import re
from typing import Any

import pytest
from gclink.bridges import ImportOptions, LossReport, bridge, formats
from gclink.bridges._json import at, leaves
from gclink.errors import GclinkError
from gclink.structure import walk
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from interop_files import ROOT, litchi
from lxml import etree
from test_carbon_registers import CALLER, UNIT, description, pool, record
from test_carbon_registers import passed as of_units
from test_epcis import PASSED as OF_EVENTS
from test_epcis import event, file_of
from test_iso20022 import passed as of_messages
from test_iso20022 import written
from test_ubl import PASSED as OF_INVOICES
from test_ubl import _invoice

KNOWN = tuple(litchi())
VALUES: list[Any] = [
    None, "", " ", "banana", "-0", "1e400", "9" * 40, "0." + "3" * 40, 0, -1, 1.5, 10**30, True, [], [None], [[]],
    ["x", "x"], [{}], {}, {"a": 1}, "urn:", "urn:epc:class:lgtin:0.0.", "https://id.gs1.org/01/1/10/", "\u0000",
    "e\u0301", "@1e400@", "@1e-400@", "@-0@", "@0.00@", "@1e5@", "2026-02-30", "0001-01-01T00:00:00Z",
    "9999-12-31T23:59:59+14:00", "+99:99", "Retired", "KGM", "CNY",
]  # fmt: skip
TEXTS = [value for value in VALUES if isinstance(value, str) and "\u0000" not in value]


def _as_ubl_json(raw: bytes) -> dict[str, Any]:
    """Return an invoice in the JSON form of UBL with arrays."""

    def inner(element: Any) -> dict[str, Any]:
        found: dict[str, Any] = {"_": element.text} if not len(element) else {}
        found |= dict(element.attrib)
        for child in element:
            found.setdefault(etree.QName(child).localname, []).append(inner(child))
        return found

    root = etree.fromstring(raw)
    return {"_D": etree.QName(root).namespace, "Invoice": [inner(root)]}


def _parameters() -> dict[str, Any]:
    transaction = next(tree for tree in KNOWN if tree["type"] == "FinancingTransaction")
    assignment = next(tree for tree in KNOWN if tree["type"] == "Assignment")
    units = of_units(UNIT, *CALLER, "registryKind", "correspondingAdjustment", "caStatus")
    return {**OF_EVENTS, **OF_INVOICES, **of_messages("001", transaction), **of_messages("006", assignment), **units}


PARAMETERS = _parameters()
IN_JSON: dict[str, tuple[str, Any]] = {
    "object event": ("epcis-json", json.loads(file_of(event()))),
    "transformation": ("epcis-json", json.loads(file_of(event("TransformationEvent")))),
    "bare event": ("epcis-json", {**event(), "@context": []}),
    "invoice": ("ubl", _as_ubl_json(_invoice())),
    "units": ("cdop", description()),
    "buffer": ("cdop", pool(1, 2, 3, 4)),
    "batches": ("cdop", {"issuance": {"issuance": [{"batch_issued_volume": 1, "cumulative_issued_volume": 1}]}}),
    "records": ("cadt", [record()]),
}
IN_XML: dict[str, tuple[str, bytes]] = {
    "invoice": ("ubl", _invoice()),
    "request": ("iso20022-tsin.001", written("001")),
    "result": ("iso20022-tsin.002", written("002")),
    "assignment": ("iso20022-tsin.006", written("006")),
    "events": (
        "epcis-xml",
        bridge("epcis-xml").write(litchi(), ImportOptions()).content or b"",
    ),
}


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
    if isinstance(holder, dict | list):
        holder[int(last) if isinstance(holder, list) else last] = value
    return made


def encoded(tree: Any) -> bytes:
    """Return JSON, with the numbers that no Python float can write between their marks."""
    return re.sub(r'"@([^@"]*)@"', r"\1", json.dumps(tree)).encode()


def judged(name: str, raw: bytes) -> LossReport | None:
    """Import bytes; what cannot be read at all is no report."""
    try:
        report = bridge(name).read(raw, ImportOptions(parameters=PARAMETERS, known=KNOWN, language="en"))
    except GclinkError:
        return None
    assert report.verdict.writes or report.documents == ()
    for document in report.documents:
        assert list(walk(document)) == [], document["type"]
    for finding in report.findings:
        assert finding.path == "" or finding.path.startswith("/"), finding
        assert finding.message.en
        assert finding.message.zh
    json.dumps(report.tree())
    return report


@pytest.mark.parametrize("kind", IN_JSON)
@settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_any_value_anywhere_in_json_gives_a_report(kind: str, data: st.DataObject) -> None:
    name, tree = IN_JSON[kind]
    for _ in range(data.draw(st.integers(1, 3))):
        tree = replaced(tree, data.draw(st.sampled_from(places(tree))), data.draw(st.sampled_from(VALUES)))
    raw = encoded(tree)
    judged(name, raw)
    for other in formats():
        assert bridge(other).detect(raw) in (True, False)


@pytest.mark.long
@pytest.mark.parametrize("kind", IN_JSON)
def test_every_value_everywhere_in_json_gives_a_report(kind: str) -> None:
    name, tree = IN_JSON[kind]
    for place in places(tree):
        for value in VALUES:
            judged(name, encoded(replaced(tree, place, value)))


def changed(raw: bytes, place: int, how: str, text: str) -> bytes:
    """Return XML with one element changed: its text, its name, gone, twice, or with its content gone."""
    root = etree.fromstring(raw, etree.XMLParser(remove_blank_text=True))
    elements = list(root.iter())
    element = elements[place % len(elements)]
    parent = element.getparent()
    if how == "text":
        element.text = text
    elif how == "attribute" and element.attrib:
        element.attrib[next(iter(element.attrib))] = text
    elif how == "empty":
        for child in list(element):
            element.remove(child)
    elif parent is not None:
        if how == "twice":
            parent.append(copy.deepcopy(element))
        elif how == "gone":
            parent.remove(element)
        elif how == "name":
            element.tag = etree.QName(etree.QName(element).namespace, "Other").text
    return etree.tostring(root)


HOW = ("text", "attribute", "empty", "twice", "gone", "name")


@pytest.mark.parametrize("kind", IN_XML)
@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    changes=st.lists(
        st.tuples(st.integers(0, 300), st.sampled_from(HOW), st.sampled_from(TEXTS)), min_size=1, max_size=3
    )
)
def test_any_change_anywhere_in_xml_gives_a_report(kind: str, changes: list[tuple[int, str, str]]) -> None:
    name, raw = IN_XML[kind]
    for place, how, text in changes:
        raw = changed(raw, place, how, text)
    judged(name, raw)


@pytest.mark.long
@pytest.mark.parametrize("kind", IN_XML)
def test_every_change_everywhere_in_xml_gives_a_report(kind: str) -> None:
    name, raw = IN_XML[kind]
    for place in range(sum(1 for _ in etree.fromstring(raw).iter())):
        for how in HOW:
            for text in TEXTS if how in ("text", "attribute") else ("",):
                judged(name, changed(raw, place, how, text))


def test_the_bases_themselves_convert() -> None:
    reports = {kind: judged(name, json.dumps(tree).encode()) for kind, (name, tree) in IN_JSON.items()}
    reports |= {f"{kind} in XML": judged(name, raw) for kind, (name, raw) in IN_XML.items()}
    written_by = {kind for kind, report in reports.items() if report is not None and report.verdict.writes}
    assert set(reports) - written_by == {"buffer", "batches"}, "these two have no documents without the caller"
    assert (ROOT / "examples").is_dir()
