"""Catena-X footprints become passports as they say, in both layouts; passports go back to the newer one."""

from __future__ import annotations

import copy
import json
from decimal import Decimal
from typing import Any

import pytest
from footprints import PASSED, found, of, read
from gclink.bridges import ImportOptions, LossReport, Relation, Verdict, export_documents, load_table
from gclink.bridges._contracts import contract_faults
from hypothesis import given, settings
from hypothesis import strategies as st
from interop_files import broken_rules, codes, files_of, litchi, needed, read_file

#: Both files name a company by a URN without a name, free attribution, a certificate without a scheme, and a period
#: that ended seven months after they were made; the older one states two kinds of footprint at once.
ALSO = {"identifier_malformed", "code_unknown", "reference_period_not_ended"}


@pytest.mark.parametrize("entry", files_of("catenax"))
def test_a_published_file_gives_the_expected_report(entry: dict[str, Any]) -> None:
    report = read(read_file(entry))
    assert codes(report) == set(entry["mustReport"]) | ALSO
    assert report.verdict.value == entry["expectedVerdict"]
    assert report.documents == report.fragments == ()


STAGES = "/productLifeCycleStagesAndEmissions/0"
INFO = "/pcfAssessmentAndMethodology/0/pcfAssessmentInformation/0"
METHOD = "/pcfAssessmentAndMethodology/0/pcfMethodology/0"
PRODUCTION = {
    "pcfExcludingBiogenicUptake": 0.71,
    "pcfIncludingBiogenicUptake": 0.4335,
    "fossilGhgEmissions": 0.42,
    "landUseChangeGhgEmissions": 0,
    "landManagementBiogenicCO2Emissions": 0.01,
    "landManagementBiogenicCO2Removals": 0,
    "biogenicNonCO2Emissions": 0.28,
    "biogenicCO2Uptake": -0.2765,
}


def pcf() -> dict[str, Any]:
    """Return a sound footprint of 9.0.0."""
    tree = {
        "scopeOfPcfForm": [
            {"specVersion": "urn:io.catenax.pcf:datamodel:version:9.0.0", "partialFullPcf": "Cradle-to-gate"}
        ],
        "companyAndProductInformation": [
            {
                "companyInformation": [{"companyName": "Hillside growers", "companyIds": ["urn:example:org:growers"]}],
                "productInformation": [
                    {
                        "productNameCompany": "Litchi, fresh",
                        "productIds": ["urn:gtin:06930000000127"],
                        "declaredUnitOfMeasurement": "kilogram",
                        "declaredUnitAmount": 1,
                        "productMassPerDeclaredUnit": 1,
                    }
                ],
            }
        ],
        "pcfAssessmentAndMethodology": [
            {
                "dataSourcesAndQuality": [
                    {
                        "primaryDataShare": 62.5,
                        "secondaryEmissionFactorSources": ["Factor database 3.11"],
                        "technologicalDQR": 2,
                        "temporalDQR": 1,
                        "geographicalDQR": 1.5,
                    }
                ],
                "pcfAssessmentInformation": [
                    {
                        "technology": [{"ccsTechnologicalCO2CaptureIncluded": False}],
                        "idAndVersion": [
                            {
                                "id": "0f7b9c1e-7a43-4b0e-9d52-2f6f0f4f1a01",
                                "version": 0,
                                "status": "Active",
                                "retroOrProspectivePcfType": "Retrospective PCF",
                            }
                        ],
                        "boundarySpecifications": [{"exemptedEmissionsPercent": 1.5}],
                        "geography": [{"geographyRegionOrSubregion": "Eastern Asia", "geographyCountry": "CN"}],
                        "time": [
                            {
                                "referencePeriodStart": "2025-08-01T00:00:00Z",
                                "referencePeriodEnd": "2026-08-01T00:00:00Z",
                                "created": "2026-08-02T08:00:00Z",
                                "validityPeriodStart": "2026-08-01T00:00:00Z",
                                "validityPeriodEnd": "2029-07-01T00:00:00Z",
                            }
                        ],
                    }
                ],
                "pcfMethodology": [
                    {
                        "massBalancingInformation": [
                            {
                                "massBalancingUsed": False,
                                "freeAttributionInMassBalancing": "not applicable",
                                "massBalancingCertificateScheme": "none",
                            }
                        ],
                        "standards": [{"crossSectoralStandards": ["ISO 14067"], "productOrSectorSpecificRules": []}],
                        "gwpCharacterizationFactorDetails": [{"ipccCharacterizationFactors": "AR6"}],
                        "allocationInForeground": [{"allocationWasteIncineration": "cut-off"}],
                    }
                ],
            }
        ],
        "general": [{"comment": "seen"}],
        "carbonContent": [{"carbonContentTotal": 0.0754, "fossilCarbonContent": 0, "biogenicCarbonContent": 0.0754}],
        "productLifeCycleStagesAndEmissions": [
            {
                "productionStage": [dict(PRODUCTION)],
                "packagingStage": [{"packagingEmissionsIncluded": False}],
                "distributionStage": [{"distributionStageIncluded": False}],
            }
        ],
    }
    return copy.deepcopy(tree)


def change(path: str, value: Any) -> dict[str, Any]:
    tree: Any = pcf()
    *steps, last = path.split("/")[1:]
    place = tree
    for step in steps:
        place = place[int(step)] if isinstance(place, list) else place[step]
    place[int(last) if isinstance(place, list) else last] = value
    return tree


def test_a_sound_footprint_nests_its_region_and_conforms() -> None:
    report = read(pcf())
    assert found(report) == [("geography_multiple", f"{INFO}/geography/0/geographyCountry")]
    passport = of(report, "CarbonPassport")
    assert passport["geography"] == {"type": "Geography", "country": "CN"}
    assert passport["totalExclUptake"] == "0.71"
    assert broken_rules(passport) == set()


FINDINGS, REFUSED = Verdict.CONVERT_WITH_FINDINGS, Verdict.REFUSE
DEFECTS: list[tuple[str, Any, str, Verdict]] = [
    ("/scopeOfPcfForm/0/specVersion", "urn:io.catenax.pcf:datamodel:version:7.0.0", "version_mismatch", REFUSED),
    (f"{INFO}/idAndVersion/0/id", "banana", "identifier_malformed", REFUSED),
    (f"{INFO}/idAndVersion/0/retroOrProspectivePcfType", "Progressive PCF", "code_unknown", REFUSED),
    (f"{INFO}/geography/0/geographyCountry", "ZZ", "geography_code_unknown", REFUSED),
    (f"{INFO}/geography/0/geographyRegionOrSubregion", "Several", "geography_code_unknown", REFUSED),
    (f"{INFO}/time/0/created", "2026-08-02T08:00:00", "source_schema_invalid", REFUSED),
    (f"{INFO}/boundarySpecifications/0/exemptedEmissionsPercent", 9, "range_exceeded", FINDINGS),
    (f"{METHOD}/gwpCharacterizationFactorDetails/0/ipccCharacterizationFactors", "AR4", "code_unknown", REFUSED),
    (f"{METHOD}/massBalancingInformation/0/freeAttributionInMassBalancing", "true", "code_unknown", FINDINGS),
    (f"{STAGES}/productionStage/0/pcfExcludingBiogenicUptake", 0.9, "source_identity_violated", FINDINGS),
    (f"{STAGES}/productionStage/0/fossilGhgEmissions", True, "lexical_not_decimal", REFUSED),
    ("/carbonContent/0/carbonContentTotal", 0.1, "source_identity_violated", FINDINGS),
    (f"{STAGES}/productionStage/0/landManagementBiogenicCO2Removals", 0.5, "sign_wrong", FINDINGS),
    (f"{INFO}/technology", [{"ccsTechnologicalCO2CaptureIncluded": False}] * 2, "source_schema_invalid", REFUSED),
    (
        f"{STAGES}/distributionStage/0",
        {"distributionStageIncluded": False, "distributionStageFossilGhgEmissions": 1},
        "flag_value_conflict",
        FINDINGS,
    ),
    (
        f"{STAGES}/packagingStage/0",
        {"packagingEmissionsIncluded": True, "packagingPcfExcludingBiogenicUptake": 2, "packagingFossilGhgEmissions": 1,
         "packagingLandUseChangeGhgEmissions": 0, "packagingBiogenicNonCO2Emissions": 0,
         "packagingLandManagementBiogenicCO2Emissions": 0},
        "source_identity_violated",
        FINDINGS,
    ),
]  # fmt: skip


@pytest.mark.parametrize(("path", "value", "code", "verdict"), DEFECTS)
def test_a_single_defect_is_told_near_its_place(path: str, value: Any, code: str, verdict: Verdict) -> None:
    report = read(change(path, value))
    assert any(one == code and place.startswith(path) for one, place in found(report)), found(report)
    assert report.verdict is verdict


@pytest.mark.parametrize(("link", "malformed"), [("www.example.org/1", True), ("https://example.org/1", False)])
def test_a_certificate_needs_an_address_that_is_one(link: str, malformed: bool) -> None:
    tree = pcf()
    tree["attestationOfConformance"] = [
        {"attestationOfConformanceLink": link, "standardName": "Rule book", "providerName": "Verifier"}
    ]
    path = "/attestationOfConformance/0/attestationOfConformanceLink"
    assert (("identifier_malformed", path) in found(read(tree))) == malformed


def test_an_exponent_in_a_number_is_its_exact_value() -> None:
    raw = json.dumps(pcf()).encode().replace(b'"fossilGhgEmissions": 0.42', b'"fossilGhgEmissions": 4.2E-1')
    assert of(read(raw), "CarbonPassport")["components"]["fossilGhg"] == "0.42"


def test_packaging_beside_production_is_lost_unless_the_caller_says_it_is_inside() -> None:
    tree = change(
        f"{STAGES}/packagingStage/0", {"packagingEmissionsIncluded": True, "packagingFossilGhgEmissions": 0.05}
    )
    passport = of(read(tree), "CarbonPassport")
    assert passport["packagingIncluded"] is False
    assert "packaging" not in passport["components"]
    more = {**PASSED["CarbonPassport"], "packagingIncluded": True}
    spoken = of(read(tree, parameters={**PASSED, "CarbonPassport": more}), "CarbonPassport")
    assert spoken["packagingIncluded"] is True
    assert spoken["components"]["packaging"] == "0.05"


def flat() -> dict[str, Any]:
    """Return the same footprint in the layout of 8.0.0."""
    outer = set(load_table("catenax-9.0").settings["outer8"])
    ratings = set(load_table("catenax-9.0").settings["ratings8"])
    tree: dict[str, Any] = {"pcf": {"dataQualityRating": {}}}

    def spread(value: Any) -> None:
        for name, item in value.items():
            if isinstance(item, list) and item and isinstance(item[0], dict):
                spread(item[0])
            elif name in ratings:
                tree["pcf"]["dataQualityRating"][name] = item
            else:
                (tree if name in outer else tree["pcf"])[name] = item

    spread(pcf())
    tree["specVersion"] = ["urn:io.catenax.pcf:datamodel:version:8.0.0"]
    return tree


def test_both_layouts_give_the_same_passport() -> None:
    older = read(flat())
    assert older.format == "catenax-8.0"
    assert of(older, "CarbonPassport") == of(read(pcf()), "CarbonPassport")
    assert ("geography_multiple", "/pcf/geographyCountry") in found(older)


# Back


def exported(*trees: dict[str, Any]) -> tuple[LossReport, Any]:
    parameters = {"catenax-9.0": {"allocationWasteIncineration": "cut-off"}}
    out = export_documents(trees, ImportOptions(language="en", parameters=parameters), "catenax-9.0")
    assert out.content is not None, (out.report.missing, [finding.message.en for finding in out.report.findings])
    made = json.loads(out.content)
    assert contract_faults("catenax-9.0", made) == []
    return out.report, made


def example(**changes: Any) -> list[dict[str, Any]]:
    passport, *others = litchi("passport-fruit", "party-cooperative", "product-litchi", "lot-fruit")
    return [{**passport, **changes}, *others]


def test_the_example_validates_against_the_published_schema() -> None:
    jsonschema = pytest.importorskip("jsonschema")
    schema = json.loads(needed("catenax/schemas/Pcf-schema_9.0.0.json").read_text(encoding="utf-8"))
    validator = jsonschema.Draft4Validator(schema, format_checker=jsonschema.FormatChecker())
    assert list(validator.iter_errors(exported(*example())[1])) == []


def test_what_has_no_place_is_listed() -> None:
    report, made = exported(*example())
    lost = {outcome.ours for outcome in report.fields if outcome.relation is Relation.LOST}
    assert {"CarbonPassport.components.landManagementFossil", "CarbonPassport.stages"} <= lost
    stage = made["productLifeCycleStagesAndEmissions"][0]["packagingStage"]
    (told,) = [outcome for outcome in report.fields if outcome.ours == "CarbonPassport.packagingIncluded"]
    assert (stage, told.written) == ([{"packagingEmissionsIncluded": False}], "false")
    place = made["pcfAssessmentAndMethodology"][0]["pcfAssessmentInformation"][0]["geography"][0]
    assert place == {"geographyCountrySubdivision": "CN-GD", "geographyRegionOrSubregion": "Eastern Asia"}


@pytest.mark.parametrize(
    ("field", "value", "code"),
    [
        ("boundary", "gate_to_gate", "code_unknown"),
        ("outboundLogisticsIncluded", True, "out_of_scope"),
        ("totalExclUptake", "-1", "range_exceeded"),
    ],
)
def test_what_the_format_cannot_say_is_refused(field: str, value: Any, code: str) -> None:
    out = export_documents(example(**{field: value}), ImportOptions(), "catenax")
    assert out.content is None
    assert (code, f"/{field}") in found(out.report)


def test_a_removal_without_an_attribute_is_refused_rather_than_dropped_from_the_total() -> None:
    components = {**example()[0]["components"], "technologicalRemovals": "-0.1"}
    out = export_documents(example(components=components), ImportOptions(), "catenax")
    assert ("out_of_scope", "/components/technologicalRemovals") in found(out.report)


def test_a_number_that_a_double_cannot_hold_is_told() -> None:
    digits = "123456789012345.123456789"
    options = ImportOptions(parameters={"catenax-9.0": {"allocationWasteIncineration": "cut-off"}})
    out = export_documents(example(totalInclUptake=digits), options, "catenax")
    assert ("amount_is_binary_number", "/totalInclUptake") in found(out.report)
    assert digits.encode() in (out.content or b"")


DECIMALS = st.decimals(0, 10**6, places=6).map(lambda value: format(value.normalize(), "f"))


@st.composite
def passports(draw: st.DrawFn) -> dict[str, Any]:
    """A passport of any figures this format has attributes for."""
    tree = copy.deepcopy(litchi("passport-fruit")[0])
    tree["id"] = f"urn:uuid:{draw(st.uuids())}"
    for name in tree["components"].keys() - {"type", "technologicalRemovals", "ccsCapture", "landManagementFossil"}:
        value = draw(DECIMALS)
        negative = name in ("landManagementRemovals", "biogenicUptake") and value != "0"
        tree["components"][name] = f"-{value}" if negative else value
    del tree["components"]["landManagementFossil"]
    tree["totalExclUptake"], tree["totalInclUptake"] = draw(DECIMALS), draw(DECIMALS)
    for name in ("fossil", "biogenic", "recycled", "packagingBiogenic"):
        tree["carbonContent"][name] = draw(DECIMALS)
    percent = st.integers(0, 10_000).map(lambda value: format((Decimal(value) / 1000).normalize(), "f"))
    tree["primaryDataShare"], tree["exemptedPercent"] = draw(percent), draw(percent)
    tree["status"], tree["gwpSet"] = (
        draw(st.sampled_from(["active", "superseded"])),
        draw(st.sampled_from(["AR5", "AR6"])),
    )
    tree["passportKind"] = draw(st.sampled_from(["retrospective", "prospective"]))
    level = draw(st.sampled_from([("country", "CN"), ("subdivision", "CN-GD"), ("region", "Eastern Asia")]))
    tree["geography"] = {"type": "Geography", level[0]: level[1]}
    tree["boundaryText"], tree["exemptedText"] = {"en": "a"}, {"en": "b"}
    return tree


@settings(max_examples=40, deadline=None)
@given(tree=passports())
def test_there_and_back_keeps_every_exact_field(tree: dict[str, Any]) -> None:
    others = litchi("party-cooperative", "product-litchi", "lot-fruit")
    _, made = exported(tree, *others)
    more = {name: PASSED["CarbonPassport"][name] for name in ("stages", "exemptedLargest")}
    report = read(made, known=tuple(others), parameters={**PASSED, "CarbonPassport": more})
    assert report.verdict.writes, [finding.message.en for finding in report.findings]
    back = of(report, "CarbonPassport")
    kept = 0
    for row in load_table("catenax-9.0").rows:
        steps = row.ours.split(".")[1:]
        stated, returned = tree, back
        for step in steps:
            stated, returned = stated.get(step, {}), returned.get(step, {})
        if row.exact and row.owner == "CarbonPassport" and stated != {} and "supersedes" not in steps:
            assert returned == stated, row.ours
            kept += 1
    assert kept >= 20
    assert (back["geography"], back["period"], back["validity"]) == (
        tree["geography"],
        tree["period"],
        tree["validity"],
    )
