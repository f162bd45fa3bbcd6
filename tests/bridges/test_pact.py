"""PACT footprints become passports as they say; what breaks, lacks or is lost is told; passports go back."""

from __future__ import annotations

import copy
import json
import unicodedata
from decimal import Decimal
from typing import Any

import pytest
import yaml
from footprints import PASSED, RECEIVED, found, of, pact, read
from gclink.bridges import ImportOptions, LossReport, Relation, Verdict, export_documents, import_sources, load_table
from gclink.bridges._contracts import contract_faults
from gclink.canonical import digest
from hypothesis import given, settings
from hypothesis import strategies as st
from interop_files import assert_expected, broken_rules, codes, expectations, files_of, litchi, needed, read_file

#: Codes that our reports hold beyond those asked for, and why each is true of that file.
ALSO = {
    # Packaging is declared included and has no value.
    "dep_v3_example-1.json": {"flag_value_conflict"},
    # Validity runs to December 2027 for a period that ended in September 2024.
    "dep_v3_example-3.json": {"validity_over_three_years"},
    # Two products are declared per kilogram with another mass.
    "pds_v3_cosmetics_sample.json": {"declared_mass_mismatch"},
    "pds_v3_cosmetics_tier_2_sample.json": {"declared_mass_mismatch"},
}


def passed_for(name: str) -> dict[str, Any]:
    # The identifiers of these two companies are no identifiers, so only the caller can name them.
    if name in ("dep_v3_list-footprints-response.json", "dep_v3_pf-response-event.json"):
        return {**PASSED, "Party": {**PASSED["Party"], "id": "https://example.org/gclink/parties/known"}}
    return PASSED


@pytest.mark.parametrize("entry", files_of("pact"))
def test_a_published_file_gives_the_expected_report(entry: dict[str, Any]) -> None:
    name = entry["file"].rpartition("/")[2]
    before = ["pact/examples/pds_v3_cosmetics_sample.json"] if "_tier_" in name else []
    sources = [(path, needed(path).read_bytes()) for path in before] + [(name, read_file(entry))]
    options = ImportOptions(parameters=passed_for(name), absent_as_zero=True, language="en", received=RECEIVED)
    reports = import_sources(sources, options)
    report = reports[-1]
    if before:
        assert codes(report) == set(entry["mustReport"]) | ALSO.get(name, set())
        assert report.verdict.value == entry["expectedVerdict"]
        assert report.documents == ()  # every one of them is there already
        return
    assert_expected(report, entry, frozenset(ALSO.get(name, set())))
    if report.verdict.writes:
        assert len([tree for tree in report.documents if tree["type"] == "CarbonPassport"]) == entry["documents"]


@pytest.mark.parametrize("entry", files_of("pact"))
def test_every_stated_value_of_an_exact_row_stands_in_the_result(entry: dict[str, Any]) -> None:
    report = read(read_file(entry), parameters=passed_for(entry["file"].rpartition("/")[2]))
    if not report.verdict.writes:
        pytest.skip("nothing is written of this file")
    table = load_table(report.format)
    source = json.loads(read_file(entry), parse_float=str)
    for item in report.items:
        (passport,) = [tree for tree in item.drafts if tree["type"] == "CarbonPassport"]
        tree: Any = source
        for step in item.path.split("/")[1:]:
            tree = tree[int(step) if isinstance(tree, list) else step]
        checked = 0
        for row in table.rows:
            if row.into is Relation.EXACT and row.via in ("decimal", "percent") and "*" not in row.theirs:
                stated = at(tree, row.theirs.split("/")[1:])
                if stated is not None:
                    assert Decimal(at(passport, row.ours.split(".")[1:])) == Decimal(stated), row.ours
                    checked += 1
        assert checked >= 5


def at(tree: Any, steps: list[str]) -> Any:
    for step in steps:
        tree = tree.get(step) if isinstance(tree, dict) else None
    return tree


def banana() -> list[Any]:
    try:
        listed = json.loads(needed("banana/manifest.json").read_text(encoding="utf-8"))["documents"]
    except pytest.skip.Exception:
        return [pytest.param({}, id="absent", marks=pytest.mark.skip(reason="banana files are not at hand"))]
    return [pytest.param(entry, id=entry["file"]) for entry in listed if entry["family"] == "pact"]


@pytest.mark.parametrize("entry", banana())
def test_a_banana_is_judged_for_its_declared_reason(entry: dict[str, Any]) -> None:
    report = read(needed(f"banana/{entry['file']}").read_bytes())
    assert report.verdict.value == entry["expectedVerdict"]
    if entry["finding"] is None:
        assert found(report) == []
    else:
        assert (entry["finding"], entry["path"]) in found(report)
    assert bool(report.documents) == report.verdict.writes


def test_a_sound_footprint_converts_without_a_word_and_conforms() -> None:
    report = read(pact())
    assert found(report) == []
    assert report.verdict is Verdict.CONVERT
    assert [tree["type"] for tree in report.documents] == ["Party", "ProductType", "CarbonPassport"]
    passport = of(report, "CarbonPassport")
    assert broken_rules(passport) == set()
    assert passport["period"] == {"type": "Period", "start": "2025-08-01", "end": "2026-07-31"}
    assert passport["id"] == "urn:uuid:0f7b9c1e-7a43-4b0e-9d52-2f6f0f4f1a01"
    assert of(report, "ProductType")["identifiers"] == [
        {"type": "Identifier", "scheme": "gtin", "identifierValue": "06930000000127"}
    ]


FINE, FINDINGS, REFUSED = "convert", "convert_with_findings", "refuse"
#: What is changed of a sound footprint, the code, its place (the changed member where none is named), the verdict.
DEFECTS: list[tuple[dict[str, Any], str, str, str]] = [
    ({"/pcf/fossilGhgEmissions": "1e-1"}, "lexical_not_decimal", "", REFUSED),
    ({"/pcf/fossilGhgEmissions": " 0.42"}, "lexical_not_decimal", "", REFUSED),
    ({"/pcf/fossilGhgEmissions": "٠.٤٢"}, "lexical_not_decimal", "", REFUSED),
    ({"/pcf/fossilGhgEmissions": "0,42"}, "lexical_not_decimal", "", REFUSED),
    ({"/pcf/fossilGhgEmissions": 0.42}, "lexical_not_decimal", "", REFUSED),
    ({"/pcf/pcfExcludingBiogenicUptake": ""}, "lexical_not_decimal", "", REFUSED),
    ({"/pcf/fossilGhgEmissions": "+0.420"}, "lexical_canonicalised", "", FINE),
    ({"/pcf/fossilGhgEmissions": "0.5"}, "source_identity_violated", "/pcf/pcfExcludingBiogenicUptake", FINDINGS),
    ({"/pcf/pcfIncludingBiogenicUptake": "0.5"}, "source_identity_violated", "", FINDINGS),
    ({"/pcf/biogenicNonCO2Emissions": None}, "components_missing", "/pcf/pcfExcludingBiogenicUptake", FINDINGS),
    ({"/pcf/primaryDataShare": "101"}, "range_exceeded", "", REFUSED),
    ({"/pcf/exemptedEmissionsPercent": "7"}, "range_exceeded", "", FINDINGS),
    ({"/pcf/exemptedEmissionsPercent": "-1"}, "range_exceeded", "", REFUSED),
    ({"/pcf/exemptedEmissionsPercent": "0.04"}, "share_scale_ambiguous", "", FINDINGS),
    ({"/pcf/declaredUnitOfMeasurement": "megabit second"}, "unit_not_convertible", "", REFUSED),
    ({"/pcf/productMassPerDeclaredUnit": "2"}, "declared_mass_mismatch", "", FINDINGS),
    (
        {"/pcf/ccsTechnologicalCO2Capture": "-0.01", "/pcf/pcfExcludingBiogenicUptake": "0.7"},
        "flag_value_conflict",
        "",
        FINDINGS,
    ),
    ({"/pcf/geographyCountry": "CN"}, "geography_multiple", "/pcf/geographyCountrySubdivision", FINDINGS),
    ({"/pcf/geographyRegionOrSubregion": "Europe"}, "geography_multiple", "/pcf/geographyCountrySubdivision", REFUSED),
    ({"/pcf/geographyCountrySubdivision": "ZZ-1"}, "geography_code_unknown", "", REFUSED),
    ({"/created": "2026-08-02T08:00:00"}, "source_schema_invalid", "", REFUSED),
    ({"/created": "2027-08-02T08:00:00Z"}, "future_dated", "", FINDINGS),
    ({"/created": "2026-07-02T08:00:00Z"}, "reference_period_not_ended", "/pcf/referencePeriodEnd", FINDINGS),
    ({"/validityPeriodEnd": "2029-09-01T00:00:00Z"}, "validity_over_three_years", "", FINDINGS),
    ({"/validityPeriodEnd": "2026-07-01T00:00:00Z"}, "period_reversed", "", REFUSED),
    ({"/pcf/referencePeriodEnd": "2026-07-31T23:59:59Z"}, "period_end_convention", "", FINE),
    ({"/pcf/referencePeriodEnd": "2025-08-01T00:00:00Z"}, "period_reversed", "", REFUSED),
    ({"/companyIds": ["urn:lei:5493001KJTIIGC8Y1R13"]}, "identifier_check_digit", "/companyIds/0", FINDINGS),
    ({"/companyIds": ["urn:gtin:06930000000127"]}, "identifier_scheme_mismatch", "/companyIds/0", FINDINGS),
    ({"/companyIds": ["growers"]}, "identifier_scheme_missing", "/companyIds/0", REFUSED),
    ({"/specVersion": "2.9.0"}, "version_mismatch", "", REFUSED),
    ({"/status": "Archived"}, "code_unknown", "", REFUSED),
    ({"/pcf/crossSectoralStandards": ["House rule"]}, "code_unknown", "/pcf/crossSectoralStandards/0", FINDINGS),
    ({"/pcf/ipccCharacterizationFactors": ["AR4"]}, "code_unknown", "/pcf/ipccCharacterizationFactors/0", REFUSED),
    ({"/pcf/fossilGhgEmissions": "0.4200000001"}, "range_exceeded", "", REFUSED),
    ({"/pcf/fossilCarbonContent": "-1"}, "sign_wrong", "", REFUSED),
]


@pytest.mark.parametrize(("changes", "code", "path", "verdict"), DEFECTS)
def test_a_single_defect_is_told_at_its_place(changes: dict[str, Any], code: str, path: str, verdict: str) -> None:
    inner = {name.removeprefix("/pcf/"): value for name, value in changes.items() if name.startswith("/pcf/")}
    outer = {name.removeprefix("/"): value for name, value in changes.items() if not name.startswith("/pcf/")}
    report = read(pact(inner, **outer))
    assert (code, path or next(iter(changes))) in found(report)
    assert report.verdict.value == verdict


@pytest.mark.parametrize(
    "name", ["packagingEmissionsIncluded", "ccsTechnologicalCO2CaptureIncluded", "primaryDataShare", "dqi"]
)
def test_an_attribute_the_method_asks_for_is_missed(name: str) -> None:
    report = read(pact({name: None}))
    (finding,) = report.findings
    assert (finding.code, finding.path) == ("shall_attribute_missing", "/pcf")
    assert name in finding.message.en
    assert report.verdict is Verdict.CONVERT_WITH_FINDINGS


@pytest.mark.parametrize(("created", "verdict"), [("1900-01-01", False), ("1899-12-31", True), ("2999-12-31", False)])
def test_an_instant_outside_the_years_of_the_standard_is_refused(created: str, verdict: bool) -> None:
    report = read(pact(created=f"{created}T00:00:00Z"))
    assert (("source_schema_invalid", "/created") in found(report)) == verdict


def test_a_footprint_that_replaces_itself_replaces_nothing() -> None:
    report = read(pact(precedingPfIds=[pact()["id"]]))
    assert found(report) == [("self_reference", "/precedingPfIds/0")]
    assert "supersedes" not in of(report, "CarbonPassport")


@pytest.mark.parametrize(("content", "differs"), [("0.0754", False), ("0.0757", False), ("0.08", True), ("0", True)])
def test_uptake_is_compared_with_44_twelfths_of_the_carbon(content: str, differs: bool) -> None:
    report = read(pact({"biogenicCarbonContent": content}))
    assert (("uptake_content_mismatch", "/pcf/biogenicCO2Uptake") in found(report)) == differs
    assert of(report, "CarbonPassport")["components"]["biogenicUptake"] == "-0.2765"


@pytest.mark.parametrize(("start", "early"), [("2026-07-31", False), ("2026-07-30", True)])
def test_validity_may_start_on_the_last_day_of_the_period_and_not_before(start: str, early: bool) -> None:
    report = read(pact(validityPeriodStart=f"{start}T00:00:00Z"))
    assert (("validity_before_reference_period", "/validityPeriodStart") in found(report)) == early


def test_a_flag_written_as_a_text_is_read_and_doubted() -> None:
    report = read(pact({"packagingEmissionsIncluded": "false"}))
    assert found(report) == [("attribute_type_doubtful", "/pcf/packagingEmissionsIncluded")]
    assert of(report, "CarbonPassport")["packagingIncluded"] is False
    assert read(pact({"packagingEmissionsIncluded": "no"})).verdict is Verdict.REFUSE


@pytest.mark.parametrize(("value", "wrong"), [("0.5", True), ("5", True), ("0", False), ("-0.5", False)])
def test_a_removal_above_zero_has_the_wrong_sign(value: str, wrong: bool) -> None:
    report = read(pact({"landManagementBiogenicCO2Removals": value}))
    assert (("sign_wrong", "/pcf/landManagementBiogenicCO2Removals") in found(report)) == wrong


def test_a_broken_sum_is_shown_with_its_arithmetic_and_the_stated_total_is_kept() -> None:
    report = read(pact({"fossilGhgEmissions": "0.5"}))
    (finding,) = report.findings
    assert (finding.stated, finding.computed) == ("0.71", "0.79")
    assert "fossilGhg 0.5" in finding.message.en
    assert "= -0.08" in finding.message.en
    assert "容差" in finding.message.zh
    assert of(report, "CarbonPassport")["totalExclUptake"] == "0.71"


def test_the_tolerance_is_half_a_percent_and_at_least_a_gram() -> None:
    assert found(read(pact({"fossilGhgEmissions": "0.4235"}))) == []
    assert codes(read(pact({"fossilGhgEmissions": "0.424"}))) == {"source_identity_violated"}


def test_silence_is_not_zero_unless_the_caller_says_so() -> None:
    tree = pact({"technologicalCO2Removals": None})
    report = read(tree, zero=False)
    assert report.verdict is Verdict.PARTIAL
    assert report.missing == ("CarbonPassport.components.technologicalRemovals",)
    assert report.documents == ()
    assert of(report, "CarbonPassport")["totalExclUptake"] == "0.71"
    spoken = read(tree)
    assert of(spoken, "CarbonPassport")["components"]["technologicalRemovals"] == "0"
    assert any(
        outcome.ours == "CarbonPassport.components.technologicalRemovals" and outcome.relation is Relation.COMPUTED
        for outcome in spoken.fields
    )


def test_a_parameter_never_replaces_a_stated_value() -> None:
    parameters = {**PASSED, "CarbonPassport": {**PASSED["CarbonPassport"], "totalExclUptake": "0.1"}}
    report = read(pact(), parameters=parameters)
    assert of(report, "CarbonPassport")["totalExclUptake"] == "0.71"
    told = {outcome.ours: outcome for outcome in report.fields if outcome.relation is Relation.CONTRADICTORY}
    assert told["CarbonPassport.totalExclUptake"].written == "0.71"


def test_a_caller_can_add_a_language_to_a_stated_text() -> None:
    report = read(pact({"exemptedEmissionsDescription": "String"}))
    assert of(report, "CarbonPassport")["exemptedText"] == {"en": "String", "zh": "绳"}


def test_what_the_caller_does_not_pass_is_listed_and_nothing_is_written() -> None:
    report = read(pact(), parameters={})
    assert report.verdict is Verdict.PARTIAL
    assert {"CarbonPassport.stages", "Party.country", "ProductType.perennial"} <= set(report.missing)
    assert report.documents == ()
    assert {tree["type"] for tree in report.fragments} == {"Party", "ProductType", "CarbonPassport"}


def test_parameters_of_one_document_go_before_the_general_ones() -> None:
    own = {"documents": {"urn:uuid:" + pact()["id"]: {"type": "CarbonPassport", "exemptedLargest": "0.7"}}}
    assert of(read(pact(), parameters={**PASSED, **own}), "CarbonPassport")["exemptedLargest"] == "0.7"


def test_a_party_is_matched_by_identifier_and_not_by_name() -> None:
    party = {
        "type": "Party",
        "id": "https://example.org/growers",
        "name": {"en": "Another name"},
        "identifiers": [
            {"type": "Identifier", "scheme": "registry_id", "identifierValue": "urn:pact:example.org:growers"}
        ],
    }
    report = read(pact(), known=(party,))
    assert of(report, "CarbonPassport")["issuer"] == "https://example.org/growers"
    assert [tree["type"] for tree in report.documents] == ["ProductType", "CarbonPassport"]
    namesake = {**party, "name": {"en": "Hillside growers"}, "identifiers": []}
    assert of(read(pact(), known=(namesake,)), "CarbonPassport")["issuer"] == "urn:pact:example.org:growers"


def test_a_footprint_of_one_lot_is_not_taken_for_one_of_the_product() -> None:
    tree = pact(productIds=["urn:epc:class:lgtin:6930000.000012.L26-07"])
    report = read(tree)
    assert report.verdict is Verdict.PARTIAL
    assert "CarbonPassport.subjectLot" in report.missing
    product = {
        "type": "ProductType",
        "id": "https://example.org/litchi",
        "identifiers": [{"type": "Identifier", "scheme": "gtin", "identifierValue": "06930000000127"}],
    }
    lot = {
        "type": "Lot",
        "id": "https://example.org/lot",
        "product": "https://example.org/litchi",
        "lotNumber": "L26-07",
    }
    known = read(tree, known=(product, lot))
    assert of(known, "CarbonPassport")["subjectLot"] == "https://example.org/lot"
    assert "subjectProduct" not in of(known, "CarbonPassport")


def test_the_passport_that_is_replaced_is_cited_only_where_it_is_known() -> None:
    former = of(read(pact()), "CarbonPassport")
    tree = pact(id="1f7b9c1e-7a43-4b0e-9d52-2f6f0f4f1a02", precedingPfIds=[pact()["id"]])
    assert "supersedes" not in of(read(tree), "CarbonPassport")
    later = of(read(tree, known=(former,)), "CarbonPassport")
    assert later["supersedes"] == {"type": "DocumentReference", "target": former["id"], "digest": digest(former)}


def test_two_sets_of_warming_potentials_are_refused_unless_the_caller_names_the_one_used() -> None:
    tree = pact({"ipccCharacterizationFactors": ["AR5", "AR6"]})
    unnamed = {**PASSED, "CarbonPassport": {k: v for k, v in PASSED["CarbonPassport"].items() if k != "gwpSet"}}
    assert read(tree, parameters=unnamed).verdict is Verdict.REFUSE
    named = read(tree)
    assert named.verdict is Verdict.CONVERT
    assert of(named, "CarbonPassport")["gwpSet"] == "AR6"


def test_a_verification_becomes_a_statement_only_with_what_the_source_does_not_say() -> None:
    tree = pact(
        {
            "verification": {
                "coverage": "product level",
                "standardName": "ISO 14064-3",
                "completedAt": "2026-08-02T00:00:00Z",
            }
        }
    )
    assert [one["type"] for one in read(tree).documents] == ["Party", "ProductType", "CarbonPassport"]
    more = {
        "id": "https://example.org/statement",
        "issuedAt": "2026-08-03T00:00:00Z",
        "verifier": "https://example.org/verifier",
        "level": "limited",
        "opinion": "unmodified",
        "materiality": "5",
        "validity": {"start": "2026-08-03", "end": "2027-08-02"},
    }
    report = read(tree, parameters={**PASSED, "VerificationStatement": more})
    statement, passport = of(report, "VerificationStatement"), of(report, "CarbonPassport")
    assert statement["standard"] == "iso_14064_3"
    assert statement["completedOn"] == "2026-08-02"
    assert statement["subjects"] == [
        {"type": "DocumentReference", "target": passport["id"], "digest": digest(passport)}
    ]
    assert broken_rules(statement) == set()


def test_one_refused_footprint_holds_back_a_list_unless_each_stands_alone() -> None:
    bad = pact({"fossilGhgEmissions": "banana"}, id="2f7b9c1e-7a43-4b0e-9d52-2f6f0f4f1a03")
    tree = {"data": [pact(), bad]}
    report = read(tree)
    assert report.verdict is Verdict.REFUSE
    assert report.documents == ()
    assert ("lexical_not_decimal", "/data/1/pcf/fossilGhgEmissions") in found(report)
    each = read(tree, each=True)
    assert [one["type"] for one in each.documents] == ["Party", "ProductType", "CarbonPassport"]


def test_the_same_footprint_twice_is_told_and_written_once() -> None:
    raw = json.dumps(pact()).encode()
    options = ImportOptions(parameters=PASSED, absent_as_zero=True, language="en")
    first, second = import_sources([("a.json", raw), ("b.json", raw)], options)
    assert len(first.documents) == 3
    assert codes(second) == {"duplicate_identifier"}
    assert second.documents == ()
    changed = json.dumps(pact({"primaryDataShare": "60"})).encode()
    assert import_sources([("a.json", raw), ("b.json", changed)], options)[1].verdict is Verdict.REFUSE


def test_an_unknown_member_is_told_and_one_at_the_wrong_level_is_sent_home() -> None:
    report = read(pact({"fossilGHGEmissions": "1", "companyName": "x"}, note="n"))
    assert ("attribute_unknown", "/note") in found(report)
    assert ("attribute_unknown", "/pcf/fossilGHGEmissions") in found(report)
    assert ("attribute_misplaced", "/pcf/companyName") in found(report)


def test_every_value_of_the_source_is_in_the_report() -> None:
    tree = pact(
        {"landAreaOccupation": "1", "outboundLogisticsGhgEmissions": "0.2", "allocationRulesDescription": "by mass"},
        comment="seen",
    )
    lost = {outcome.theirs for outcome in read(tree).fields if outcome.relation is Relation.LOST}
    assert {
        "/comment",
        "/productDescription",
        "/pcf/landAreaOccupation",
        "/pcf/outboundLogisticsGhgEmissions",
        "/pcf/allocationRulesDescription",
    } <= lost


OLD: dict[str, Any] = {
    "declaredUnitOfMeasurement": None,
    "declaredUnitAmount": None,
    "pcfExcludingBiogenicUptake": None,
    "pcfIncludingBiogenicUptake": None,
    "declaredUnit": "kilogram",
    "unitaryProductAmount": "1",
    "pCfExcludingBiogenic": "0.5",
    "pCfIncludingBiogenic": "0.6",
    "dLucGhgEmissions": "0",
    "landManagementGhgEmissions": "0.1",
    "otherBiogenicGhgEmissions": "0.2",
    "iLucGhgEmissions": "0",
    "biogenicCarbonWithdrawal": "-0.2765",
    "characterizationFactors": "AR6",
}  # fmt: skip


def test_version_2_is_read_but_its_totals_are_no_totals_of_ours() -> None:
    report = read(pact(OLD, specVersion="2.3.0", productCategoryCpc="01319"))
    assert report.format == "pact-2.3"
    assert report.verdict is Verdict.PARTIAL
    assert {"version_deprecated", "total_definition_differs", "components_missing"} <= codes(report)
    passport = of(report, "CarbonPassport")
    assert "totalExclUptake" not in passport
    assert passport["components"]["biogenicUptake"] == "-0.2765"
    assert "urn:pact:productclassification:un-cpc:01319" in of(report, "ProductType")["classifications"]


def test_names_of_version_1_are_refused() -> None:
    old = pact({"biogenicEmissions": {"landUseEmissions": "0.1"}}, specVersion="1.0.0")
    assert codes(read(old)) == {"version_unsupported"}
    assert codes(read({**old, "specVersion": "2.0.0"})) == {"version_mismatch"}


# Back


def exported(*trees: dict[str, Any], language: str = "en") -> tuple[LossReport, dict[str, Any]]:
    out = export_documents(trees, ImportOptions(language=language), "pact")
    assert out.content is not None, [finding.message.en for finding in out.report.findings]
    made = json.loads(out.content)
    assert contract_faults("pact-3.0", made) == []
    return out.report, made


def fruit(**changes: Any) -> list[dict[str, Any]]:
    passport, *others = litchi("passport-fruit", "party-cooperative", "product-litchi", "lot-fruit")
    return [{**passport, **changes}, *others]


def test_the_example_goes_out_and_what_has_no_place_is_listed() -> None:
    report, made = exported(*fruit())
    assert made["pcf"]["pcfExcludingBiogenicUptake"] == "0.71335"
    assert made["validityPeriodEnd"] == "2029-08-01T00:00:00Z"
    lost = {outcome.ours for outcome in report.fields if outcome.relation is Relation.LOST}
    assert {"CarbonPassport.stages", "CarbonPassport.grossEmissions", "Lot.lotNumber", "Party.roles"} <= lost


def test_the_example_validates_against_the_published_schema() -> None:
    jsonschema = pytest.importorskip("jsonschema")
    for name in ("3.0.4_conformance-service_MIT", "3.0.3_dep-main"):
        api = yaml.safe_load(needed(f"pact/schemas/pact_openapi_{name}.yaml").read_text(encoding="utf-8"))
        schema = {"$ref": "#/components/schemas/ProductFootprint", "components": api["components"]}
        validator = jsonschema.Draft202012Validator(schema, format_checker=jsonschema.FormatChecker())
        assert list(validator.iter_errors(exported(*fruit())[1])) == []


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"boundary": "cradle_to_grave"}, "/boundary"),
        ({"passportKind": "prospective"}, "/passportKind"),
        ({"outboundLogisticsIncluded": True}, "/outboundLogisticsIncluded"),
    ],
)
def test_what_the_format_cannot_say_is_refused(changes: dict[str, Any], field: str) -> None:
    out = export_documents(fruit(**changes), ImportOptions(), "pact-3.0")
    assert out.content is None
    assert out.report.verdict is Verdict.REFUSE
    assert ("out_of_scope", field) in found(out.report)


def test_a_lot_goes_out_as_a_class_of_its_gtin_when_the_prefix_is_known() -> None:
    options = ImportOptions(language="en", parameters={"pact-3.0": {"companyPrefixLength": 7}})
    out = export_documents(fruit(), options, "pact")
    assert out.content is not None
    made = json.loads(out.content)
    assert made["productIds"][0] == "urn:epc:class:lgtin:6930000.000012.fruit"
    again = read(out.content, known=tuple(fruit()))
    assert of(again, "CarbonPassport")["subjectLot"] == fruit()[0]["subjectLot"]


def test_tonnes_go_out_as_kilograms() -> None:
    unit = {"type": "Quantity", "value": "2", "unit": "t"}
    mass = {"type": "Quantity", "value": "2000", "unit": "kg"}
    _, made = exported(*fruit(declaredUnit=unit, massPerDeclaredUnit=mass))
    assert (made["pcf"]["declaredUnitOfMeasurement"], made["pcf"]["declaredUnitAmount"]) == ("kilogram", "2000")


def test_a_suspended_passport_goes_out_as_deprecated_and_this_is_told() -> None:
    report, made = exported(*fruit(status="suspended"))
    assert made["status"] == "Deprecated"
    assert ("code_unknown", "/status") in found(report)


def test_without_a_party_the_caller_names_the_company_or_it_is_missing() -> None:
    alone = [fruit()[0]]
    out = export_documents(alone, ImportOptions(), "pact")
    assert out.content is None
    assert {"/companyName", "/companyIds", "/productIds"} <= set(out.report.missing)


DECIMALS = st.decimals(min_value=0, max_value=10**6, places=6).map(lambda value: format(value.normalize(), "f"))
SIGNED = st.tuples(st.booleans(), DECIMALS).map(lambda pair: f"-{pair[1]}" if pair[0] and pair[1] != "0" else pair[1])


@st.composite
def passports(draw: st.DrawFn) -> dict[str, Any]:
    """A passport of any figures; whether they add up is not the bridge's affair."""
    tree = copy.deepcopy(litchi("passport-fruit")[0])
    tree["id"] = f"urn:uuid:{draw(st.uuids())}"
    for name in tree["components"].keys() - {"type"}:
        value = draw(DECIMALS)
        negative = name.endswith(("Removals", "Capture", "Uptake")) and value != "0"
        tree["components"][name] = f"-{value}" if negative else value
    optional = draw(st.sets(st.sampled_from(["aircraft", "landCarbonLeakage", "packaging"])))
    tree["components"].update({name: draw(DECIMALS) for name in sorted(optional)})
    tree["totalExclUptake"], tree["totalInclUptake"] = draw(SIGNED), draw(SIGNED)
    for name in ("fossil", "biogenic", "recycled", "packagingBiogenic"):
        tree["carbonContent"][name] = draw(DECIMALS)
    unit = draw(st.sampled_from(["kg", "L", "m3", "m2", "kW.h", "MJ", "t.km", "h", "{piece}"]))
    amount = draw(DECIMALS.filter(lambda value: value != "0"))
    tree["declaredUnit"] = {"type": "Quantity", "value": amount, "unit": unit}
    tree["massPerDeclaredUnit"]["value"] = draw(DECIMALS)
    tree["packagingIncluded"], tree["ccsIncluded"] = draw(st.booleans()), draw(st.booleans())
    tree["status"] = draw(st.sampled_from(["active", "superseded"]))
    tree["gwpSet"] = draw(st.sampled_from(["AR5", "AR6"]))
    percent = st.integers(0, 100_000).map(lambda value: format((Decimal(value) / 1000).normalize(), "f"))
    tree["primaryDataShare"], tree["exemptedPercent"] = draw(percent), draw(percent)
    level = draw(st.sampled_from([("country", "CN"), ("subdivision", "CN-GD"), ("region", "Eastern Asia")]))
    tree["geography"] = {"type": "Geography", level[0]: level[1]}
    text = st.text(st.characters(codec="utf-8", categories=("L", "N", "P")), min_size=1, max_size=20)
    text = text.map(lambda drawn: unicodedata.normalize("NFC", drawn))  # as every text of a document is
    tree["secondarySources"] = [{"type": "MethodReference", "methodName": draw(text), "version": draw(text)}]
    tree["boundaryText"], tree["exemptedText"] = {"en": draw(text)}, {"en": draw(text)}
    return tree


@settings(max_examples=60, deadline=None)
@given(tree=passports())
def test_there_and_back_keeps_every_exact_field(tree: dict[str, Any]) -> None:
    others = litchi("party-cooperative", "product-litchi", "lot-fruit")
    _, made = exported(tree, *others)
    supplied = {
        name: value for name, value in PASSED["CarbonPassport"].items() if name in ("stages", "exemptedLargest")
    }
    report = read(made, known=tuple(others), parameters={**PASSED, "CarbonPassport": supplied})
    assert report.verdict.writes, [finding.message.en for finding in report.findings]
    back = of(report, "CarbonPassport")
    kept = 0
    for row in load_table("pact-3.0").rows:
        steps = row.ours.split(".")[1:]
        if row.exact and row.owner == "CarbonPassport" and at(tree, steps) is not None and "supersedes" not in steps:
            assert at(back, steps) == at(tree, steps), row.ours
            kept += 1
    assert kept >= 25
    assert (back["period"], back["validity"], back["id"]) == (tree["period"], tree["validity"], tree["id"])


def test_the_expectations_name_a_dozen_files() -> None:
    needed("expectations.json")
    assert len(expectations("pact")) == 12
