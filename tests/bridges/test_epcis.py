"""Events become lots and runs once each, in both syntaxes, and what an event does not say is not made up."""

from __future__ import annotations

import json
from typing import Any

import pytest
from gclink.bridges import ImportOptions, LossReport, Relation, Verdict
from gclink.bridges._contracts import contract_faults
from gclink.bridges.epcis import EPCIS_JSON, EPCIS_XML
from gclink.canonical import digest
from gclink.errors import UnreadableInput
from interop_files import assert_expected, broken_rules, codes, files_of, litchi, needed, read_file
from jsonschema import Draft7Validator
from lxml import etree

BASE = "https://example.org/gclink/"
LOT = "urn:epc:class:lgtin:6930000.000013.smoked-A"
OTHER = "https://id.gs1.org/01/06930000000134/10/smoked-B"
PASSED: dict[str, Any] = {
    "Lot": {
        "issuer": f"{BASE}parties/cooperative",
        "product": f"{BASE}products/smoked",
        "producedAt": f"{BASE}sites/smokehouse",
        "period": {"type": "Period", "start": "2026-06-05", "end": "2026-06-14"},
        "custodyModel": "segregated",
    },
    "ProcessRun": {
        "issuer": f"{BASE}parties/cooperative",
        "site": f"{BASE}sites/smokehouse",
        "allocationMethod": "none",
    },
    "MaterialFlow": {
        "mass": {"type": "Quantity", "value": "1", "unit": "t"},
        "role": "main_product",
        "allocationFactor": "1",
    },
}
#: Codes beyond those asked for. The first file states a prefixed field inside its error declaration, as its XML twin
#: does; in the second, seven of eight events have no identity.
ALSO = {
    "JSON_WithErrorDeclaration_ErrorDeclarationAndCorrectiveEvent.jsonld": frozenset({"extension_not_mapped"}),
    "XML_AssociationEvent_AssociationEventExamples.xml": frozenset({"event_identity_missing"}),
}


def bridge_of(name: str) -> Any:
    return EPCIS_XML if name.endswith("xml") else EPCIS_JSON


def event(kind: str = "ObjectEvent", **members: Any) -> dict[str, Any]:
    common: dict[str, Any] = {
        "type": kind,
        "eventID": "urn:uuid:0c1b9a2e-3a54-4d7e-9c55-1f0f5b8b2a01",
        "eventTime": "2026-06-14T20:30:00Z",
        "eventTimeZoneOffset": "+08:00",
        "recordTime": "2026-06-14T22:00:00+08:00",
        "bizLocation": {"id": f"{BASE}sites/smokehouse"},
    }
    if kind == "ObjectEvent":
        common |= {"action": "ADD", "quantityList": [{"epcClass": LOT, "quantity": 6000, "uom": "KGM"}]}
    else:
        common |= {
            "transformationID": f"{BASE}runs/1",
            "inputQuantityList": [{"epcClass": LOT, "quantity": 6000, "uom": "KGM"}],
            "outputQuantityList": [{"epcClass": OTHER, "quantity": 2.5, "uom": "TNE"}],
            "bizStep": "commissioning",
        }
    return {name: value for name, value in {**common, **members}.items() if value is not None}


def file_of(*events: dict[str, Any]) -> bytes:
    return json.dumps(
        {
            "@context": ["https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld"],
            "type": "EPCISDocument",
            "schemaVersion": "2.0",
            "creationDate": "2026-06-15T00:00:00Z",
            "epcisBody": {"eventList": list(events)},
        }
    ).encode()


def known() -> list[dict[str, Any]]:
    return [tree for tree in litchi() if tree["type"] in ("Party", "ProductType", "Site")]


def read(raw: bytes, *more: dict[str, Any], **parameters: Any) -> LossReport:
    bridge = EPCIS_JSON if raw.startswith(b"{") else EPCIS_XML
    return bridge.read(raw, ImportOptions(parameters={**PASSED, **parameters}, known=(*known(), *more)))


def only(report: LossReport, kind: str) -> dict[str, Any]:
    (found,) = (tree for tree in report.documents if tree["type"] == kind)
    return found


# Real files


@pytest.mark.parametrize("entry", files_of("epcis"))
def test_a_real_file_gives_exactly_the_expected_report(entry: dict[str, Any]) -> None:
    name = entry["file"].rpartition("/")[2]
    bridge = bridge_of(name)
    raw = read_file(entry)
    assert bridge.detect(raw)
    assert not (EPCIS_JSON if bridge is EPCIS_XML else EPCIS_XML).detect(raw)
    report = bridge.read(raw, ImportOptions(parameters=PASSED, language="en"))
    assert_expected(report, entry, ALSO.get(name, frozenset()))
    assert len(report.items) == len(entry["events"])


def test_the_lots_of_a_real_event_carry_their_stated_quantities() -> None:
    raw = needed("epcis/examples/XML_WithEventHashID_event_with_identical_hash_id_1.xml").read_bytes()
    report = EPCIS_XML.read(raw, ImportOptions(parameters=PASSED))
    assert [(tree["lotNumber"], tree["quantity"]["value"]) for tree in report.documents] == [
        ("998877", "200"),
        ("998876", "300"),
    ]
    assert all(tree["issuedAt"] == "2013-06-04T12:59:02Z" for tree in report.documents)


# Own inputs


def test_an_object_event_gives_a_lot_that_conforms() -> None:
    report = read(file_of(event()))
    assert (report.verdict, codes(report)) == (Verdict.CONVERT, set())
    lot = only(report, "Lot")
    assert lot["id"] == LOT
    assert lot["lotNumber"] == "smoked-A"
    assert lot["product"] == f"{BASE}products/smoked"
    assert lot["quantity"] == {"type": "Quantity", "value": "6000", "unit": "kg"}
    assert lot["issuedAt"] == "2026-06-14T14:00:00Z"
    assert lot["events"] == [event()["eventID"]]
    assert broken_rules(lot) == set()


def test_a_transformation_gives_a_run_with_its_flows_in_tonnes_and_the_lots_it_made() -> None:
    report = read(file_of(event(), event("TransformationEvent", eventID=None)))
    assert (report.verdict, codes(report)) == (Verdict.CONVERT, set())
    run = only(report, "ProcessRun")
    assert run["id"] == f"{BASE}runs/1"
    assert run["processType"] == "other"
    assert run["period"] == {"type": "Period", "start": "2026-06-15", "end": "2026-06-15"}, "the local day"
    assert [(flow["lot"], flow["role"], flow["mass"]["value"]) for flow in run["inputs"]] == [(LOT, "input", "6")]
    assert [(flow["lot"], flow["mass"]["value"]) for flow in run["outputs"]] == [(OTHER, "2.5")]
    made = next(tree for tree in report.documents if tree["id"] == OTHER)
    assert made["lotNumber"] == "smoked-B"
    assert made["producedFrom"] == [LOT]
    assert broken_rules(run) == set()


def test_events_of_one_transformation_are_one_run() -> None:
    first = event("TransformationEvent", outputQuantityList=None)
    second = event(
        "TransformationEvent",
        eventID="urn:uuid:0c1b9a2e-3a54-4d7e-9c55-1f0f5b8b2a02",
        inputQuantityList=None,
        outputQuantityList=[{"epcClass": OTHER.replace("smoked-B", "smoked-C"), "quantity": 1, "uom": "TNE"}],
        eventTime="2026-06-20T01:00:00Z",
    )
    report = read(file_of(first, second))
    assert codes(report) == {"output_quantity_missing"}, "told of the first, by itself"
    assert report.verdict is Verdict.PARTIAL
    whole = read(file_of(event("TransformationEvent"), second))
    run = only(whole, "ProcessRun")
    assert run["period"]["end"] == "2026-06-20"
    assert [flow["mass"]["value"] for flow in run["outputs"]] == ["2.5", "1"]


def test_the_same_flow_told_twice_is_no_run() -> None:
    again = event("TransformationEvent", eventID="urn:uuid:0c1b9a2e-3a54-4d7e-9c55-1f0f5b8b2a02")
    report = read(file_of(event("TransformationEvent"), again))
    assert (codes(report), report.verdict) == ({"source_schema_invalid"}, Verdict.REFUSE)


@pytest.mark.parametrize(
    ("members", "code", "verdict"),
    [
        ({"eventID": None}, "event_identity_missing", "convert_with_findings"),
        ({"quantityList": [{"epcClass": LOT, "quantity": 5}]}, "quantity_without_unit", "convert_with_findings"),
        ({"quantityList": [{"epcClass": LOT, "uom": "KGM"}]}, "quantity_nil", "partial"),
        ({"quantityList": [{"epcClass": LOT, "quantity": 0, "uom": "KGM"}]}, "range_exceeded", "refuse"),
        ({"quantityList": [{"epcClass": LOT, "quantity": 1, "uom": "XBX"}]}, "unit_unknown", "partial"),
        ({"quantityList": [{"epcClass": LOT, "quantity": 1, "uom": "KWH"}]}, "unit_not_convertible", "partial"),
        ({"quantityList": None, "epcList": []}, "quantity_missing", "partial"),
        (
            {"quantityList": [{"epcClass": "urn:epc:idpat:sgtin:6930000.000013.*", "quantity": 1, "uom": "KGM"}]},
            "granularity_unsupported",
            "partial",
        ),
        (
            {"quantityList": [{"epcClass": "https://id.gs1.org/01/06930000000134", "quantity": 1, "uom": "KGM"}]},
            "granularity_unsupported",
            "partial",
        ),
        (
            {"quantityList": [{"epcClass": OTHER.replace("134/", "135/"), "quantity": 1, "uom": "KGM"}]},
            "identifier_check_digit",
            "convert_with_findings",
        ),
        ({"action": "DELETE"}, "out_of_scope", "refuse"),
        ({"eventTime": "2026-06-14T20:30:00"}, "source_schema_invalid", "refuse"),
        ({"eventTimeZoneOffset": "+25:00"}, "source_schema_invalid", "refuse"),
        ({"eventTime": "2026-06-14T20:30:00+02:00"}, "flag_value_conflict", "convert_with_findings"),
        ({"example:field": "x"}, "extension_not_mapped", "convert_with_findings"),
        ({"ilmd": {"example:harvest": "2026-06-01"}}, "extension_not_mapped", "convert_with_findings"),
        ({"colour": "red"}, "attribute_unknown", "convert_with_findings"),
        ({"type": "AggregationEvent"}, "out_of_scope", "refuse"),
    ],
)
def test_what_an_event_gets_wrong_is_told_under_its_code(members: dict[str, Any], code: str, verdict: str) -> None:
    report = read(file_of(event(**members)))
    assert code in codes(report)
    assert report.verdict.value == verdict
    assert bool(report.documents) == report.verdict.writes


@pytest.mark.parametrize(
    ("number", "uom", "value", "unit"),
    [
        ("2500", "GRM", "2.5", "kg"),
        ("1.5", "MTQ", "1500", "L"),
        ("0.3", "TNE", "0.3", "t"),
        ("1e3", "LTR", "1000", "L"),
    ],
)
def test_units_are_converted_without_rounding(number: str, uom: str, value: str, unit: str) -> None:
    raw = file_of(event(quantityList=[{"epcClass": LOT, "quantity": 77, "uom": uom}])).replace(b"77", number.encode())
    assert only(read(raw), "Lot")["quantity"] == {"type": "Quantity", "value": value, "unit": unit}


def test_days_of_harvest_in_the_words_of_the_cbv_are_the_period_and_others_are_not_guessed() -> None:
    days = {"cbvmda:harvestStartDate": "2026-06-01", "cbvmda:harvestEndDate": "2026-06-03"}
    report = read(file_of(event(ilmd=days)))
    assert codes(report) == set()
    assert only(report, "Lot")["period"] == {"type": "Period", "start": "2026-06-01", "end": "2026-06-03"}
    others = {"example:harvestStartDate": "2026-06-01", "example:harvestEndDate": "2026-06-03"}
    guessed = read(file_of(event(ilmd=others)))
    assert codes(guessed) == {"extension_not_mapped"}
    assert only(guessed, "Lot")["period"] == PASSED["Lot"]["period"]
    turned = read(file_of(event(ilmd={**days, "cbvmda:harvestEndDate": "2026-05-30"})))
    assert codes(turned) == {"period_reversed"}


def test_a_count_or_volume_has_no_mass_unless_the_caller_gives_one() -> None:
    raw = file_of(event("TransformationEvent", inputQuantityList=[{"epcClass": LOT, "quantity": 9, "uom": "LTR"}]))
    silent = read(raw, MaterialFlow={"role": "main_product", "allocationFactor": "1"})
    assert codes(silent) == {"unit_not_convertible"}
    assert silent.missing == ("MaterialFlow.mass",)
    (flow,) = only(read(raw), "ProcessRun")["inputs"]
    assert flow["mass"]["value"] == "1"


def test_items_are_lots_only_where_the_caller_names_their_lot() -> None:
    item = "urn:epc:id:sgtin:6930000.000013.77"
    raw = file_of(event(quantityList=None, epcList=[item]))
    assert codes(read(raw)) == {"quantity_missing"}
    report = read(raw, documents={item: {"lotNumber": "L-77"}})
    assert only(report, "Lot")["quantity"] == {"type": "Quantity", "value": "1", "unit": "{piece}"}
    assert only(report, "Lot")["id"] == item


def test_a_lot_that_is_known_is_not_written_again_and_a_difference_is_told() -> None:
    (lot,) = litchi("lot-smoked-a")
    report = read(file_of(event(quantityList=[{"epcClass": LOT, "quantity": 4000, "uom": "KGM"}])), lot)
    assert report.documents == ()
    (outcome,) = (o for o in report.fields if o.ours == "Lot.quantity")
    assert (outcome.relation, outcome.stated, outcome.written) == (Relation.CONTRADICTORY, "4000 KGM", "6000 kg")
    run = only(read(file_of(event("TransformationEvent")), lot), "ProcessRun")
    assert run["inputs"][0]["lot"] == lot["id"], "found by product and lot number"


def test_both_syntaxes_of_one_event_say_the_same() -> None:
    documents = [tree for tree in litchi() if tree["type"] in ("Lot", "ProcessRun")]
    made = []
    for bridge in (EPCIS_JSON, EPCIS_XML):
        out = bridge.write([*documents, *known()], ImportOptions())
        assert out.content is not None
        report = bridge.read(out.content, ImportOptions(parameters=PASSED, known=tuple(known())))
        made.append((report.documents, [item.content for item in report.items]))
    assert made[0] == made[1]
    assert made[0][0]


def test_an_empty_document_type_is_harmless_and_any_other_is_refused() -> None:
    out = EPCIS_XML.write([*litchi("lot-smoked-a"), *known()], ImportOptions())
    assert out.content is not None
    head, _, body = out.content.partition(b"\n")
    assert read(head + b"\n<!DOCTYPE project>\n" + body).verdict is Verdict.CONVERT
    for doctype in (b'<!DOCTYPE p SYSTEM "x.dtd">', b'<!DOCTYPE p [<!ENTITY a "b">]>', b"<!DOCTYPE a><!DOCTYPE b>"):
        with pytest.raises(UnreadableInput):
            read(head + b"\n" + doctype + b"\n" + body)


def test_an_event_without_a_time_or_a_zone_is_refused_for_each() -> None:
    for name, said in (("eventTime", "event time"), ("eventTimeZoneOffset", "zone offset")):
        report = read(file_of(event(**{name: None})))
        assert report.verdict is Verdict.REFUSE
        assert said in " ".join(finding.message.en for finding in report.findings)


# Errors


def erroneous(**members: Any) -> dict[str, Any]:
    declared = {
        "declarationTime": "2026-06-16T00:00:00Z",
        "reason": "incorrect_data",
        "correctiveEventIDs": ["urn:uuid:0c1b9a2e-3a54-4d7e-9c55-1f0f5b8b2a02"],
    }
    return event("TransformationEvent", errorDeclaration=declared, **members)


def test_an_erroneous_event_is_not_converted_by_itself() -> None:
    report = read(file_of(erroneous()))
    assert codes(report) == {"error_declaration_present"}
    assert (report.verdict, report.documents) == (Verdict.PARTIAL, ())


def test_the_correction_is_converted_and_replaces_what_had_been_made() -> None:
    correction = event(
        "TransformationEvent",
        eventID="urn:uuid:0c1b9a2e-3a54-4d7e-9c55-1f0f5b8b2a02",
        transformationID=f"{BASE}runs/2",
        outputQuantityList=[{"epcClass": OTHER, "quantity": 3, "uom": "TNE"}],
    )
    fresh = read(file_of(erroneous(), correction))
    assert codes(fresh) == {"error_declaration_present"}
    assert {tree["id"] for tree in fresh.documents} == {OTHER, f"{BASE}runs/2"}
    before = only(read(file_of(event("TransformationEvent"))), "ProcessRun")
    passed = {
        "id": f"{BASE}events/1",
        "issuer": f"{BASE}parties/cooperative",
        "issuedAt": "2026-06-16T01:00:00Z",
        "sequence": 1,
        "actor": f"{BASE}parties/cooperative",
        "actorRole": "issuer",
    }
    again = read(file_of(erroneous(), correction), before, LifecycleEvent=passed)
    revocation = only(again, "LifecycleEvent")
    assert (revocation["entity"], revocation["toState"], revocation["reason"]) == (
        before["id"],
        "revoked",
        "correction",
    )
    assert revocation["effectiveAt"] == "2026-06-16T00:00:00Z"
    assert broken_rules(revocation) == set()
    run = only(again, "ProcessRun")
    assert run["supersedes"] == {"type": "DocumentReference", "target": before["id"], "digest": digest(before)}


# Foreign bytes and exports


def test_other_versions_and_files_without_events_are_refused() -> None:
    old = read(b'<e:EPCISDocument xmlns:e="urn:epcglobal:epcis:xsd:1" schemaVersion="1.2"/>')
    assert codes(old) == {"version_unsupported"}
    assert codes(read(file_of())) == {"vacuous_content"}
    with pytest.raises(UnreadableInput):
        read(b'{"@context": [')


def exported(bridge: Any) -> bytes:
    out = bridge.write(litchi(), ImportOptions())
    assert out.report.verdict is Verdict.CONVERT
    content: bytes = out.content
    return content


def test_an_export_fits_the_neighbours_schema_in_both_syntaxes() -> None:
    schema = json.loads(needed("epcis/schemas/EPCIS-JSON-Schema.json").read_text(encoding="utf-8"))
    assert list(Draft7Validator(schema).iter_errors(json.loads(exported(EPCIS_JSON)))) == []
    xsd = etree.XMLSchema(etree.parse(str(needed("epcis/schemas/XSD/EPCglobal-epcis-2_0.xsd"))))
    assert xsd.validate(etree.fromstring(exported(EPCIS_XML))), xsd.error_log


def test_an_export_fits_the_contract_and_a_spoilt_one_does_not() -> None:
    tree = json.loads(exported(EPCIS_JSON))
    assert contract_faults("epcis", tree) == []
    del tree["epcisBody"]["eventList"][0]["eventTimeZoneOffset"]
    assert contract_faults("epcis", tree)


def test_an_export_without_lots_and_runs_is_refused() -> None:
    out = EPCIS_JSON.write(litchi("party-bank"), ImportOptions())
    assert (out.report.verdict, out.content) == (Verdict.REFUSE, None)
