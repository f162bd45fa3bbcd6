"""Units of CDOP and of the Climate Action Data Trust: blocks as stated, fields at the wrong place never used."""

from __future__ import annotations

import json
from typing import Any

import pytest
from gclink.bridges import ImportOptions, LossReport, Verdict
from gclink.bridges._contracts import contract_faults
from gclink.bridges._iso3 import alpha_2, alpha_3
from gclink.bridges.cadt import CADT
from gclink.bridges.cdop import CDOP
from gclink.canonical import digest
from gclink.errors import UnreadableInput
from hypothesis import given, settings
from hypothesis import strategies as st
from interop_files import ROOT, assert_expected, broken_rules, codes, files_of, needed, read_file
from jsonschema import Draft202012Validator

BASE = "https://example.org/gclink/"
BASES = ROOT / "conformance_tests" / "bases"
UNIT = json.loads((BASES / "unit.json").read_text(encoding="utf-8"))
RETIRED = json.loads((BASES / "unit-retired.json").read_text(encoding="utf-8"))
#: What neither family says of a unit.
CALLER = ("id", "issuer", "issuedAt", "registry", "ndcCovered", "durabilityClass")
OF_CDOP = (*CALLER, "registryKind", "hostCountry", "correspondingAdjustment", "caStatus")
#: What the protocol asks for beside the code of a country.
PLACE = {
    "country_name": "China",
    "country_subdivision_code": "CN-GD",
    "country_subdivision_name": "Guangdong",
    "geographical_region_code": "030",
    "geographical_region_name": "Eastern Asia",
}
RETIREMENT = ("beneficiary", "retiredOn", "purpose", "statement")
EXPORT = {
    "cdop": {"current_registry_project_id": "P-1", "owner_account_id": "A-1", "type": "CORC"},
    "cadt": {"countryJurisdictionOfOwner": "China"},
}


def passed(unit: dict[str, Any], *names: str) -> dict[str, Any]:
    return {"CarbonUnit": {name: unit[name] for name in names if name in unit}}


def description(**unit: Any) -> dict[str, Any]:
    members: dict[str, Any] = {
        "descriptor": [{"metric": "tCO2e", "type": "CORC"}],
        "owner_account_id": "A-1",
        "status": [{"status": "Active", "is_current": True}, {"status": "On Hold", "is_current": False}],
        "credit_block": [{"quantity": 38, "block_start": 1001, "block_end": 1038}],
    }
    return {
        "project": {"current_registry_project_id": "P-1", "location": [{"country_code": "CHN", **PLACE}]},
        "unit": {name: value for name, value in {**members, **unit}.items() if value is not None},
        "vintage": {"vintage": "2026-01-01"},
    }


def cdop(tree: dict[str, Any], **parameters: Any) -> LossReport:
    given = {**passed(UNIT, *CALLER, "registryKind", "correspondingAdjustment", "caStatus"), **parameters}
    return CDOP.read(json.dumps(tree).encode(), ImportOptions(parameters=given, language="en"))


# Real files: by the expectations a call without parameters


@pytest.mark.parametrize("entry", files_of("cdop"))
def test_a_real_file_gives_exactly_the_expected_report(entry: dict[str, Any]) -> None:
    raw = read_file(entry)
    assert CDOP.detect(raw)
    assert not CADT.detect(raw)
    assert_expected(CDOP.read(raw, ImportOptions()), entry)


def test_the_totals_of_a_real_buffer_are_listed_and_no_entry_is_made_up() -> None:
    report = CDOP.read(needed("cdop/examples/durability_permanence.json").read_bytes(), ImportOptions())
    listed = [(o.theirs, o.stated) for o in report.fields if o.ours == "BufferEntry.tonnes"]
    assert listed[0] == ("/project/buffer_pool/0/buffer_pool_deposits", "18900")
    assert {"BufferEntry.bookedOn", "BufferEntry.bookedFor"} <= set(report.missing)


# Units of CDOP


def test_each_block_of_a_description_is_a_unit() -> None:
    second = {"quantity": 2, "block_start": 2001, "block_end": 2002}
    tree = description()
    tree["unit"]["credit_block"].append(second)
    report = cdop(tree, documents={"2001-2002": {"id": f"{BASE}units/other"}})
    assert codes(report) == {"code_unknown"}, "the code of a programme does not tell the kind"
    one, two = report.documents
    assert one == {name: value for name, value in UNIT.items() if name != "statement"}
    assert (two["id"], two["unitCount"], two["serialStart"]) == (f"{BASE}units/other", 2, 2001)
    assert broken_rules(one) == broken_rules(two) == set()


@pytest.mark.parametrize(
    ("unit", "code", "verdict"),
    [
        (
            {"credit_block": [{"quantity": 39, "block_start": 1001, "block_end": 1038}]},
            "source_identity_violated",
            "convert_with_findings",
        ),
        ({"credit_block": [{"quantity": 37.5, "block_start": 1001, "block_end": 1038}]}, "range_exceeded", "refuse"),
        ({"credit_block": [{"quantity": 38, "block_start": 0, "block_end": 37}]}, "range_exceeded", "refuse"),
        ({"credit_block": None}, "serial_missing", "partial"),
        ({"descriptor": [{"metric": "tCO2", "type": "CORC"}]}, "unit_not_convertible", "refuse"),
        ({"status": [{"status": "Active", "is_current": False}]}, "unit_status_without_current_flag", "partial"),
        ({"status": [{"status": "Active", "is_current": True}] * 2}, "unit_status_without_current_flag", "partial"),
        ({"status": [{"status": "On Hold", "is_current": True}]}, "code_unknown", "partial"),
        ({"status": "Active"}, "source_schema_invalid", "partial"),
        ({"block_start": 5}, "attribute_misplaced", "convert_with_findings"),
    ],
)
def test_what_a_description_gets_wrong_is_told_under_its_code(unit: dict[str, Any], code: str, verdict: str) -> None:
    report = cdop(description(**unit))
    assert code in codes(report)
    assert report.verdict.value == verdict
    assert bool(report.documents) == report.verdict.writes


def test_a_misplaced_field_is_never_used() -> None:
    report = cdop(description(block_start=5, retirement_beneficiary="Somebody"))
    assert report.documents[0]["serialStart"] == 1001
    assert {f.path for f in report.findings if f.code == "attribute_misplaced"} == {
        "/unit/block_start",
        "/unit/retirement_beneficiary",
    }


def test_a_name_of_a_beneficiary_is_listed_and_no_party() -> None:
    tree = description(
        status=[{"status": "Retired", "is_current": True}],
        retirement=[{"retirement_beneficiary": "Somebody", "retirement_detail": "For a claim"}],
    )
    report = cdop(tree)
    (unit,) = report.documents
    assert "beneficiary" not in unit
    assert unit["statusReason"] == {"en": "For a claim"}
    assert broken_rules(unit) == {"GCL-REM-057"}, "what the source leaves out stays visible"


def test_a_retired_unit_is_allocated_only_to_the_target_the_caller_names() -> None:
    tree = description(status=[{"status": "Retired", "is_current": True, "status_reason": "For a claim"}])
    unit = {**UNIT, **{name: RETIRED[name] for name in RETIREMENT}}
    allocation = {
        "id": f"{BASE}allocations/1",
        "issuer": UNIT["issuer"],
        "issuedAt": UNIT["issuedAt"],
        "target": RETIRED["purpose"],
        "period": {"type": "Period", "start": "2026-01-01", "end": "2026-12-31"},
        "owner": RETIRED["beneficiary"],
    }
    given = passed(unit, *OF_CDOP, *RETIREMENT)
    assert [t["type"] for t in cdop(tree, **given).documents] == ["CarbonUnit"]
    made, use = cdop(tree, **given, RemovalAllocation=allocation).documents
    assert use["source"] == {"type": "DocumentReference", "target": made["id"], "digest": digest(made)}
    assert (use["mode"], use["tonnes"], use["target"]) == ("retired", "38", RETIRED["purpose"])
    assert broken_rules(made) == broken_rules(use) == set()


def test_several_countries_are_told_and_none_is_chosen() -> None:
    tree = description()
    tree["project"]["location"] = [{"country_code": "CHN", **PLACE}, {"country_code": "KEN", **PLACE}]
    report = cdop(tree)
    assert "geography_multiple" in codes(report)
    assert report.missing == ("CarbonUnit.hostCountry",)
    tree["project"]["location"] = [{"country_code": "XXX", **PLACE}]
    assert "geography_code_unknown" in codes(cdop(tree))


def test_running_sums_of_batches_are_checked() -> None:
    batches = [
        {"batch_issued_volume": 10, "cumulative_issued_volume": 10},
        {"batch_issued_volume": 5, "cumulative_issued_volume": 16},
    ]
    report = cdop({"issuance": {"issuance": batches}})
    (found,) = (finding for finding in report.findings if finding.code == "source_identity_violated")
    assert (found.path, found.stated, found.computed) == ("/issuance/issuance/1/cumulative_issued_volume", "16", "15")
    assert "10 + 5 = 15" in found.message.en


# Buffers


def pool(deposits: int, release: int, coverage: int, open_part: int) -> dict[str, Any]:
    return {
        "project": {
            "buffer_pool": [
                {
                    "buffer_pool_deposits": deposits,
                    "buffer_pool_release": release,
                    "buffer_pool_reversal_coverage": coverage,
                    "buffer_pool_reversal_non_coverage": open_part,
                }
            ]
        }
    }


def test_totals_become_entries_with_the_day_and_cause_of_the_caller() -> None:
    account = json.loads((BASES / "buffer.json").read_text(encoding="utf-8"))
    names = ("id", "issuer", "issuedAt", "holder", "durabilityClass", "asOf")
    given = {
        "BufferAccount": {name: account[name] for name in names},
        "BufferEntry": {"bookedOn": "2026-08-06", "bookedFor": f"{BASE}statements/biochar"},
        "documents": {"reversal_cover": {"bookedFor": f"{BASE}reversals/1"}},
    }
    report = cdop(pool(100, 20, 30, 5), **given)
    assert report.verdict is Verdict.CONVERT
    (made,) = report.documents
    entries = [(e["entryKind"], e["tonnes"], e["signedTonnes"]) for e in made["entries"]]
    assert entries == [("deposit", "100", "100"), ("release", "20", "-20"), ("reversal_cover", "30", "-30")]
    assert made["balance"] == "50"
    assert made["entries"][2]["bookedFor"] == f"{BASE}reversals/1"
    assert broken_rules(made) == set()
    reversal = {
        "id": f"{BASE}reversals/1",
        "issuer": account["issuer"],
        "issuedAt": account["issuedAt"],
        "statement": UNIT["statement"],
        "occurredOn": "2026-09-01",
        "cause": "unavoidable",
        "dueBy": "2027-09-01",
    }
    _, event = cdop(pool(100, 20, 30, 5), **given, ReversalEvent=reversal).documents
    assert (event["tonnes"], event["coveredTonnes"]) == ("35", "30")


def test_json_inside_a_text_is_told_and_not_read() -> None:
    risky = {"project": {"project_risk": '{"a": 1}'}}
    assert codes(cdop(risky)) == {"risk_text_embedded_json"}
    assert codes(cdop({"project": {"project_risk": "low"}})) == set()


# The trust


def record(**members: Any) -> dict[str, Any]:
    common = {
        "warehouseUnitId": "9f6b0a52-0e8e-4f0e-9d3a-7f4f2a1c0b11",
        "unitBlockStart": "1001",
        "unitBlockEnd": "1038",
        "serialNumberBlock": "ABC1001-ABC1038",
        "unitCount": 38,
        "vintageYear": 2026,
        "unitType": "Removal - technical",
        "unitStatus": "Held",
        "unitRegistryLink": "https://registry.example.org",
        "unitOwner": "Somebody",
        "countryJurisdictionOfOwner": "China",
        "correspondingAdjustmentDeclaration": "Not Required",
        "correspondingAdjustmentStatus": "Not Started",
        "country": "CHN",
        "createdAt": "2026-08-08 08:00:00.000 +00:00",
        "labels": [{"label": "A label"}],
    }
    return {name: value for name, value in {**common, **members}.items() if value is not None}


def cadt(tree: Any, *known: dict[str, Any], **parameters: Any) -> LossReport:
    options = ImportOptions(parameters={**passed(UNIT, *CALLER), **parameters}, language="en", known=known)
    return CADT.read(json.dumps(tree).encode(), options)


@pytest.mark.parametrize("wrap", [lambda one: one, lambda one: [one], lambda one: {"data": [one], "page": 1}])
def test_a_record_of_the_trust_is_a_unit(wrap: Any) -> None:
    raw = json.dumps(wrap(record())).encode()
    assert CADT.detect(raw)
    assert not CDOP.detect(raw)
    report = cadt(wrap(record()))
    assert (report.verdict, codes(report)) == (Verdict.CONVERT, {"lexical_canonicalised"})
    (unit,) = report.documents
    assert unit == {name: value for name, value in UNIT.items() if name != "statement"}
    assert {outcome.stated for outcome in report.fields if outcome.relation.value == "lost"} >= {"Somebody", "A label"}


@pytest.mark.parametrize(
    ("members", "code", "verdict"),
    [
        ({"unitCount": 40}, "source_identity_violated", "convert_with_findings"),
        ({"unitCount": 37.5}, "range_exceeded", "refuse"),
        ({"unitBlockStart": None}, "serial_missing", "partial"),
        ({"unitBlockStart": "ABC"}, "range_exceeded", "refuse"),
        ({"unitBlockStart": "ABC0"}, "range_exceeded", "refuse"),
        ({"unitType": "Heterogeneous"}, "code_unknown", "partial"),
        ({"unitStatus": "Inactive"}, "code_unknown", "partial"),
        ({"correspondingAdjustmentStatus": "Not Applicable"}, "code_unknown", "partial"),
        ({"country": "Atlantis"}, "geography_code_unknown", "partial"),
    ],
)
def test_what_a_record_gets_wrong_is_told_under_its_code(members: dict[str, Any], code: str, verdict: str) -> None:
    report = cadt(record(createdAt=None, **members))
    assert codes(report) == {code}
    assert report.verdict.value == verdict


def test_what_stands_before_a_serial_number_is_listed() -> None:
    report = cadt(record(unitBlockStart="ABC1001", unitBlockEnd="ABC1038"))
    assert (report.documents[0]["serialStart"], report.documents[0]["serialEnd"]) == (1001, 1038)
    (start,) = (outcome for outcome in report.fields if outcome.ours == "CarbonUnit.serialStart")
    assert (start.relation.value, start.stated, start.written) == ("narrower", "ABC1001", "1001")


def test_the_units_of_a_statement_are_at_most_what_it_makes_issuable() -> None:
    statement = json.loads((BASES / "statement-bioccs.json").read_text(encoding="utf-8"))
    cite = {"type": "DocumentReference", "target": statement["id"], "digest": digest(statement)}
    unit = record(issuanceId="I-1", createdAt=None)
    given = {"documents": {"I-1": {"statement": cite}}}
    assert float(statement["issuable"]) >= 38
    assert codes(cadt([unit], statement, **given)) == set()
    most = int(float(statement["issuable"]))
    many = record(issuanceId="I-1", createdAt=None, unitBlockStart="1", unitBlockEnd=str(most + 1), unitCount=most + 1)
    assert codes(cadt([many], statement, **given)) == {"source_identity_violated"}


def test_files_without_records_are_refused_or_unreadable() -> None:
    assert codes(cadt([])) == {"vacuous_content"}
    for bridge in (CDOP, CADT):
        with pytest.raises(UnreadableInput):
            bridge.read(b'{"unit": ', ImportOptions())
        assert bridge.write([], ImportOptions()).content is None


# Exports and round trips


def test_an_export_fits_the_neighbours_schema() -> None:
    out = CDOP.write([UNIT], ImportOptions(parameters=EXPORT))
    assert out.content is not None
    schema = json.loads(needed("cdop/schemas/Unit_Description.schema.json").read_text(encoding="utf-8"))
    tree = json.loads(out.content)
    tree["unit"]["descriptor"][0]["type"] = "CORC"
    assert list(Draft202012Validator(schema).iter_errors(tree)) == []


def test_what_a_neighbour_asks_for_and_nobody_says_holds_an_export_back() -> None:
    out = CDOP.write([UNIT], ImportOptions())
    assert (out.content, out.report.verdict) == (None, Verdict.PARTIAL)
    assert set(out.report.missing) == {f"cdop.{name}" for name in EXPORT["cdop"]}
    assert CADT.write([UNIT], ImportOptions()).report.missing == ("cadt.countryJurisdictionOfOwner",)
    buffered = CDOP.write([{**UNIT, "unitStatus": "buffer"}], ImportOptions(parameters=EXPORT))
    assert codes(buffered.report) == {"code_unknown"}
    mixed = CDOP.write([UNIT, RETIRED], ImportOptions(parameters=EXPORT))
    assert codes(mixed.report) == {"out_of_scope"}


@st.composite
def units(draw: st.DrawFn) -> dict[str, Any]:
    start, count = draw(st.integers(1, 10**12)), draw(st.integers(1, 10**9))
    return {
        **{name: value for name, value in UNIT.items() if name != "statement"},
        "serialStart": start,
        "serialEnd": start + count - 1,
        "unitCount": count,
        "vintage": draw(st.integers(1990, 2100)),
        "unitStatus": draw(st.sampled_from(["held", "buffer", "expired", "exported", "pending_export"])),
        "registryKind": draw(st.sampled_from(["reduction_nature", "removal_nature", "removal_technical"])),
        "correspondingAdjustment": draw(st.sampled_from(["committed", "not_required", "unknown"])),
        "caStatus": draw(st.sampled_from(["not_started", "pending", "completed"])),
    }


@settings(max_examples=60, deadline=None)
@given(unit=units())
def test_every_exact_value_of_a_unit_survives(unit: dict[str, Any]) -> None:
    out = CADT.write([unit], ImportOptions(parameters=EXPORT))
    assert out.content is not None
    assert contract_faults("cadt", json.loads(out.content)) == []
    (back,) = CADT.read(out.content, ImportOptions(parameters=passed(unit, *CALLER, "hostCountry"))).documents
    assert back == unit
    held = {**unit, "unitStatus": "held"}
    described = CDOP.write([held], ImportOptions(parameters=EXPORT))
    assert described.content is not None
    assert contract_faults("cdop", json.loads(described.content)) == []
    (back,) = CDOP.read(described.content, ImportOptions(parameters=passed(held, *OF_CDOP))).documents
    assert back == held


def test_countries_by_three_letters_are_those_of_the_list() -> None:
    pycountry = pytest.importorskip("pycountry")
    for country in pycountry.countries:
        assert alpha_2(country.alpha_3) == country.alpha_2
        assert alpha_3(country.alpha_2) == country.alpha_3
        assert alpha_2(country.alpha_2) == country.alpha_2
    assert alpha_2("XXX") is None
