"""UNTP credentials become passports only with what they cannot say; passports and statements go back."""

from __future__ import annotations

import base64
import copy
import json
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest
from credentials import SUPPLIED, VOCABULARY, dcc, dpp6, dpp7
from footprints import PASSED, found, of, read
from gclink.bridges import ImportOptions, LossReport, Relation, Verdict, export_documents
from gclink.bridges._contracts import contract_faults
from gclink.canonical import digest
from hypothesis import given, settings
from hypothesis import strategies as st
from interop_files import broken_rules, codes, files_of, litchi, needed, read_file

#: Codes that our reports hold beyond those asked for, and why each is true of that file.
ALSO = {
    # Valid until noon; an item without a serial number; members of the profile that extends the format.
    "aatp_digital-livestock-passport-simple-working-context.json": {
        "period_end_convention",
        "granularity_unsupported",
        "extension_not_mapped",
    },
    "untp-0.6-working_untp-dpp-instance.json": {"period_end_convention"},
    # It verifies a product and names no passport; it is meant to hold for ten years.
    "untp-0.6.1_conformity-credential-simple.json": {
        "period_end_convention",
        "subject_mismatch",
        "validity_over_three_years",
    },
    "untp-0.6.1_product-passport-simple.json": {"period_end_convention"},
}


@pytest.mark.parametrize("entry", files_of("untp"))
def test_a_published_file_gives_the_expected_report(entry: dict[str, Any]) -> None:
    report = read(read_file(entry))
    name = entry["file"].rpartition("/")[2]
    assert codes(report) == set(entry["mustReport"]) | ALSO.get(name, set()), entry.get("note")
    assert report.verdict.value == entry["expectedVerdict"]
    assert report.documents == ()


def banana() -> list[Any]:
    try:
        listed = json.loads(needed("banana/manifest.json").read_text(encoding="utf-8"))["documents"]
    except pytest.skip.Exception:
        return [pytest.param({}, id="absent", marks=pytest.mark.skip(reason="banana files are not at hand"))]
    return [pytest.param(entry, id=entry["file"]) for entry in listed if entry["family"].startswith("untp")]


@pytest.mark.parametrize("entry", banana())
def test_a_banana_is_judged_for_its_declared_reason(entry: dict[str, Any]) -> None:
    report = read(needed(f"banana/{entry['file']}").read_bytes())
    assert report.verdict.value == entry["expectedVerdict"]
    assert (entry["finding"], entry["path"]) in found(report)
    assert report.documents == ()


@pytest.mark.parametrize(
    ("tree", "expected"),
    [
        (dpp6(), {("components_missing", "")}),
        (dpp7(), {("components_missing", ""), ("denominator_missing", ""), ("boundary_missing", "")}),
    ],
)
def test_a_sound_passport_stays_a_fragment_because_of_what_the_format_lacks(
    tree: dict[str, Any], expected: set[tuple[str, str]]
) -> None:
    report = read(tree)
    assert set(found(report)) == expected
    assert report.verdict is Verdict.PARTIAL
    assert report.documents == ()
    assert of(report, "CarbonPassport")["totalExclUptake"] == "0.71"


def test_with_what_the_caller_supplies_a_passport_is_written_and_conforms() -> None:
    report = read(dpp6(), parameters=SUPPLIED)
    assert found(report) == []
    passport = of(report, "CarbonPassport")
    assert broken_rules(passport) == set()
    assert passport["primaryDataShare"] == "62.5"
    assert passport["declaredUnit"] == {"type": "Quantity", "value": "1", "unit": "kg"}
    assert passport["grossEmissions"] == "0.71"
    assert of(report, "Party")["identifiers"] == [
        {"type": "Identifier", "scheme": "did", "identifierValue": "did:web:growers.example.org"}
    ]


def test_the_components_of_the_caller_are_held_against_the_stated_number() -> None:
    report = read(dpp6(carbonFootprint=0.8), parameters=SUPPLIED)
    assert ("source_identity_violated", "/credentialSubject/emissionsScorecard/carbonFootprint") in found(report)
    assert of(report, "CarbonPassport")["totalExclUptake"] == "0.8"


def test_the_digits_of_a_number_are_taken_from_the_text() -> None:
    raw = json.dumps(dpp6()).encode().replace(b'"carbonFootprint": 0.71', b'"carbonFootprint": 0.710000000')
    assert of(read(raw, parameters=SUPPLIED), "CarbonPassport")["totalExclUptake"] == "0.71"
    raw = json.dumps(dpp6()).encode().replace(b'"carbonFootprint": 0.71', b'"carbonFootprint": 7.1e-1')
    assert of(read(raw, parameters=SUPPLIED), "CarbonPassport")["totalExclUptake"] == "0.71"


@pytest.mark.parametrize(
    ("card", "code", "member", "verdict"),
    [
        ({"declaredUnit": "BANANA"}, "unit_unknown", "declaredUnit", Verdict.REFUSE),
        ({"declaredUnit": "XQZ"}, "unit_unknown", "declaredUnit", Verdict.REFUSE),
        ({"declaredUnit": "MTR"}, "unit_not_convertible", "declaredUnit", Verdict.REFUSE),
        ({"primarySourcedRatio": 62.5}, "range_exceeded", "primarySourcedRatio", Verdict.REFUSE),
        ({"primarySourcedRatio": -0.1}, "range_exceeded", "primarySourcedRatio", Verdict.REFUSE),
        ({"carbonFootprint": "0.71"}, "lexical_not_decimal", "carbonFootprint", Verdict.REFUSE),
        ({"operationalScope": "None"}, "boundary_missing", "operationalScope", Verdict.PARTIAL),
        ({"carbonFootprint": -1}, "sign_wrong", "carbonFootprint", Verdict.PARTIAL),
    ],
)
def test_a_defect_of_the_scorecard_is_told_at_its_place(
    card: dict[str, Any], code: str, member: str, verdict: Verdict
) -> None:
    report = read(dpp6(**card))
    assert (code, f"/credentialSubject/emissionsScorecard/{member}") in found(report)
    assert report.verdict is verdict


@pytest.mark.parametrize("zero", [0, 0.0])
def test_a_footprint_of_zero_is_no_wrong_sign(zero: float) -> None:
    assert "sign_wrong" not in codes(read(dpp6(carbonFootprint=zero)))


def test_a_passport_that_says_nothing_is_refused_and_one_with_claims_alone_is_a_fragment() -> None:
    tree = dpp6()
    del tree["credentialSubject"]["emissionsScorecard"]
    assert ("vacuous_content", "/credentialSubject") in found(read(tree))
    assert read(tree).verdict is Verdict.REFUSE
    tree["credentialSubject"]["conformityClaim"] = [{"id": "https://example.org/c", "conformance": True}]
    assert read(tree).verdict is Verdict.PARTIAL


def test_mass_fractions_are_summed_exactly() -> None:
    tree = dpp6()
    tree["credentialSubject"]["materialsProvenance"] = [{"name": "a", "massFraction": 0.1} for _ in range(10)]
    assert "mass_fraction_sum" not in codes(read(tree))
    tree["credentialSubject"]["materialsProvenance"].pop()
    (finding,) = [one for one in read(tree).findings if one.code == "mass_fraction_sum"]
    assert (finding.stated, finding.computed) == ("0.9", "1")


def test_a_link_needs_a_digest_that_is_one() -> None:
    tree = dpp6()
    link = {"linkURL": "https://example.org/file", "linkName": "file"}
    tree["credentialSubject"]["dueDiligenceDeclaration"] = link
    assert ("digest_missing", "/credentialSubject/dueDiligenceDeclaration") in found(read(tree))
    link |= {"hashDigest": "ab" * 32, "hashMethod": "SHA-256"}
    assert "digest_missing" not in codes(read(tree))
    link["hashDigest"] = "abc"
    assert ("digest_missing", "/credentialSubject/dueDiligenceDeclaration/hashDigest") in found(read(tree))
    link["encryptionMethod"] = "none"
    assert ("source_schema_invalid", "/credentialSubject/dueDiligenceDeclaration/encryptionMethod") in found(read(tree))


def test_a_batch_is_a_lot_that_is_found_by_product_and_number() -> None:
    tree = dpp6()
    tree["credentialSubject"]["granularityLevel"] = "batch"
    assert ("granularity_unsupported", "/credentialSubject/granularityLevel") in found(read(tree))
    tree["credentialSubject"]["product"]["batchNumber"] = "L1"
    report = read(tree, parameters=SUPPLIED)
    assert "granularity_unsupported" not in codes(report)
    assert "CarbonPassport.subjectLot" in report.missing
    product = {
        "type": "ProductType",
        "id": "https://example.org/litchi",
        "identifiers": [{"type": "Identifier", "scheme": "gtin", "identifierValue": "6930000000127"}],
    }
    lot = {"type": "Lot", "id": "https://example.org/lot", "product": product["id"], "lotNumber": "L1"}
    known = read(tree, parameters=SUPPLIED, known=(product, lot))
    assert of(known, "CarbonPassport")["subjectLot"] == "https://example.org/lot"


def test_a_performance_of_another_unit_or_metric_is_told() -> None:
    report = read(dpp7(unit="TNE"))
    measure = "/credentialSubject/performanceClaim/0/claimedPerformance/0/measure"
    assert ("unit_not_allowed_for_metric", f"{measure}/unit") in found(report)
    assert of(report, "CarbonPassport")["totalExclUptake"] == "710"
    tree = dpp7()
    metric = tree["credentialSubject"]["performanceClaim"][0]["claimedPerformance"][0]["metric"]
    metric["id"] = f"{VOCABULARY}performance-metrics/recyclability-rate"
    assert ("not_a_product_footprint", "/credentialSubject/performanceClaim") in found(read(tree))


def test_one_undeclared_iri_is_refused_but_a_document_of_another_vocabulary_stays_a_fragment() -> None:
    tree = dpp7()
    claim = tree["credentialSubject"]["performanceClaim"][0]
    claim["claimedPerformance"][0]["metric"]["id"] = f"{VOCABULARY}performance-metric/product-carbon-footprint"
    assert read(tree).verdict is Verdict.REFUSE
    claim["conformityTopic"][0]["id"] = f"{VOCABULARY}conformity-topic/greenhouse-gas-emissions"
    report = read(tree)
    assert report.verdict is Verdict.PARTIAL
    assert len([code for code, _ in found(report) if code == "vocabulary_iri_undeclared"]) == 2


def test_a_performance_without_a_measure_says_nothing_but_does_not_silence_the_others() -> None:
    tree = dpp7()
    performances = tree["credentialSubject"]["performanceClaim"][0]["claimedPerformance"]
    performances.append({"metric": performances[0]["metric"]})
    report = read(tree)
    place = "/credentialSubject/performanceClaim/0/claimedPerformance/1"
    assert ("vacuous_content", place) in found(report)
    assert report.verdict is Verdict.PARTIAL
    performances.pop(0)
    assert read(tree).verdict is Verdict.REFUSE


def test_a_claim_without_a_performance_says_nothing_at_its_place() -> None:
    tree = dpp7()
    claims = tree["credentialSubject"]["performanceClaim"]
    claims.append({**claims[0], "claimedPerformance": []})
    assert ("vacuous_content", "/credentialSubject/performanceClaim/1") in found(read(tree))
    assert read(tree).verdict is Verdict.PARTIAL
    claims.pop(0)
    assert found(read(tree)) == [("vacuous_content", "/credentialSubject/performanceClaim/0")]
    assert read(tree).verdict is Verdict.REFUSE


def test_a_country_that_is_not_assigned_is_told_wherever_it_stands() -> None:
    tree = dpp7()
    tree["credentialSubject"]["relatedParty"] = [{"party": {"registrationCountry": {"countryCode": "NN"}}}]
    path = "/credentialSubject/relatedParty/0/party/registrationCountry/countryCode"
    assert ("geography_code_unknown", path) in found(read(tree))
    assert read(tree).verdict is Verdict.PARTIAL
    tree["credentialSubject"]["countryOfProduction"]["countryCode"] = "NN"
    report = read(tree)
    assert report.verdict is Verdict.REFUSE
    assert found(report).count(("geography_code_unknown", "/credentialSubject/countryOfProduction/countryCode")) == 1


def test_a_credential_without_a_proof_is_told() -> None:
    tree = dpp6()
    assert "proof_missing" not in codes(read(tree))
    del tree["proof"]
    assert ("proof_missing", "") in found(read(tree))


def enveloped(tree: dict[str, Any], media: str = "application/vc+jwt") -> dict[str, Any]:
    """Return a credential as the payload of a token whose signature nobody looks at here."""
    parts = [{"alg": "EdDSA"}, tree]
    encoded = [base64.urlsafe_b64encode(json.dumps(part).encode()).decode().rstrip("=") for part in parts]
    token = ".".join([*encoded, "c2lnbmF0dXJl"])
    context = ["https://www.w3.org/ns/credentials/v2"]
    return {"@context": context, "type": "EnvelopedVerifiableCredential", "id": f"data:{media},{token}"}


@pytest.mark.parametrize("make", [dpp6, dpp7])
def test_a_credential_in_a_signed_envelope_is_read_like_any_other(make: Any) -> None:
    plain = make()
    del plain["proof"]
    report = read(enveloped(plain), parameters=SUPPLIED)
    assert of(report, "CarbonPassport") == of(read(make(), parameters=SUPPLIED), "CarbonPassport")
    assert "proof_missing" not in codes(report)
    wrong = read(enveloped({**plain, "validUntil": "2001-01-01T00:00:00Z"}))
    assert ("period_reversed", "/id/validUntil") in found(wrong)


@pytest.mark.parametrize("name", ["data:application/vc+jwt,a.b.c", "data:application/vc+jwt,", "https://example.org"])
def test_an_envelope_without_a_credential_is_refused(name: str) -> None:
    tree = {**enveloped(dpp6()), "id": name}
    report = read(tree, "untp-0.7.0")
    assert report.verdict is Verdict.REFUSE
    assert ("source_schema_invalid", "/@context") in found(report)


def test_a_version_that_is_not_read_is_refused() -> None:
    tree = dpp6()
    tree["@context"][1] = "https://test.uncefact.org/vocabulary/untp/dpp/0.5.0/"
    assert found(read(tree)) == [("version_unsupported", "/@context")]


def test_a_claim_is_written_only_with_the_callers_wording() -> None:
    more = {"declaredUnit": {"value": "1", "unit": "kg"}, "boundary": "cradle_to_gate", "primaryDataShare": "50"}
    parameters = {**SUPPLIED, "CarbonPassport": {**SUPPLIED["CarbonPassport"], **more}}
    assert [tree["type"] for tree in read(dpp7(), parameters=parameters).documents] == [
        "Party",
        "ProductType",
        "CarbonPassport",
    ]
    claim = {
        "tier": "t1_measured",
        "markets": ["CN"],
        "wording": {"en": "0.71 kg CO2e per kg", "zh": "每千克 0.71 kg CO2e"},
        "consumerFacing": False,
        "future": False,
        "comparative": False,
    }
    tree = dpp7()
    other = {**tree["credentialSubject"]["performanceClaim"][0], "id": "https://growers.example.org/other"}
    tree["credentialSubject"]["performanceClaim"].append(other)
    report = read(tree, parameters={**parameters, "Claim": claim})
    written = of(report, "Claim")
    assert written["id"] == "https://growers.example.org/claim"
    lost = [outcome.stated for outcome in report.fields if outcome.ours == "Claim"]
    assert lost == ["https://growers.example.org/other"]
    assert written["issuedAt"] == "2026-08-02T00:00:00Z"
    assert written["claimant"] == of(report, "CarbonPassport")["issuer"]


# Conformity credentials


STATEMENT = {"level": "limited", "materiality": "5"}


def passport() -> dict[str, Any]:
    return of(read(dpp6(), parameters=SUPPLIED), "CarbonPassport")


@pytest.mark.parametrize("old", [True, False])
def test_a_credential_about_a_passport_the_caller_names_becomes_a_statement(old: bool) -> None:
    subject = passport()
    more = {**STATEMENT, "subjects": [subject["id"]]}
    report = read(dcc(True, True, old=old), parameters={**PASSED, "VerificationStatement": more}, known=(subject,))
    statement = of(report, "VerificationStatement")
    assert found(report) == []
    assert statement["subjects"] == [{"type": "DocumentReference", "target": subject["id"], "digest": digest(subject)}]
    assert (statement["opinion"], statement["standard"]) == ("unmodified", "iso_14064_3")
    assert statement["completedOn"] == "2026-08-02"
    assert broken_rules(statement) == set()


@pytest.mark.parametrize(("said", "opinion"), [((True, False), "adverse"), ((True, None), None), ((None,), None)])
def test_the_opinion_is_what_the_assessments_say_or_missing(said: tuple[Any, ...], opinion: str | None) -> None:
    report = read(dcc(*said))
    assert of(report, "VerificationStatement").get("opinion") == opinion
    assert ("VerificationStatement.opinion" in report.missing) == (opinion is None)


def test_a_credential_that_names_no_passport_is_no_statement() -> None:
    report = read(dcc(True), parameters={**PASSED, "VerificationStatement": STATEMENT})
    assert ("subject_mismatch", "/credentialSubject/conformityAssessment/0") in found(report)
    assert report.verdict is Verdict.PARTIAL


def test_a_credential_that_holds_for_more_than_three_years_is_told() -> None:
    tree = dcc(True)
    tree["validUntil"] = "2030-01-01T00:00:00Z"
    assert ("validity_over_three_years", "/validUntil") in found(read(tree))


@pytest.mark.parametrize(("value", "differs"), [(0.71, False), (0.8, True)])
def test_a_footprint_in_a_credential_is_held_against_the_passport_and_changes_nothing(
    value: float, differs: bool
) -> None:
    subject = passport()
    tree = dcc(True)
    metric = {"id": f"{VOCABULARY}performance-metrics/product-carbon-footprint", "name": "pcf"}
    performance = {"metric": metric, "measure": {"value": value, "unit": "KGM"}}
    tree["credentialSubject"]["conformityAssessment"][0]["assessedPerformance"] = [performance]
    parameters = {**PASSED, "VerificationStatement": {**STATEMENT, "subjects": [subject["id"]]}}
    report = read(tree, parameters=parameters, known=(subject,))
    path = "/credentialSubject/conformityAssessment/0/assessedPerformance/0/measure/value"
    assert (("source_identity_violated", path) in found(report)) == differs
    assert ("denominator_missing", "") in found(report)


def test_an_address_of_the_machine_itself_is_kept_and_told() -> None:
    tree = dpp6()
    tree["id"] = "http://localhost/credentials/1"
    report = read(tree, parameters=SUPPLIED)
    assert of(report, "CarbonPassport")["id"] == tree["id"]
    assert any(outcome.note and "nobody else can resolve" in outcome.note.en for outcome in report.fields)


# Back

CALLER = {
    "assessorLevel": "3rdParty",
    "issuedToParty": {"id": "https://example.org/p", "name": "Growers"},
    "productCategory": [{"code": "01319", "name": "Fruit", "schemeId": "https://example.org/", "schemeName": "CPC"}],
}
LEVELS = {"untp-0.6.1": "Verified", "untp-0.7.0": "scheme-self"}


def exported(name: str, *trees: dict[str, Any]) -> tuple[LossReport, list[Any]]:
    parameters = {name: {**CALLER, "assessmentLevel": LEVELS[name]}}
    out = export_documents(trees, ImportOptions(language="en", parameters=parameters), name)
    assert out.content is not None, (out.report.missing, [finding.message.en for finding in out.report.findings])
    made = json.loads(out.content)
    made = made if isinstance(made, list) else [made]
    for credential in made:
        assert contract_faults(name, credential) == []
    return out.report, made


def example() -> list[dict[str, Any]]:
    kept = [tree for tree in litchi() if tree["type"] in ("Party", "ProductType", "Lot", "Site")]
    return [*kept, *litchi("passport-fruit", "verification-fruit")]


SCHEMAS = {
    ("untp-0.6.1", "DigitalProductPassport"): "v0.6-working/dpp/untp-dpp-schema.json",
    ("untp-0.6.1", "DigitalConformityCredential"): "v0.6-working/dcc/untp-dcc-schema.json",
    ("untp-0.7.0", "DigitalProductPassport"): "v0.7.0/schema/dpp/DigitalProductPassport.json",
    ("untp-0.7.0", "DigitalConformityCredential"): "v0.7.0/schema/dcc/ConformityCredential.json",
}


@pytest.mark.parametrize(("name", "kind"), SCHEMAS)
def test_the_example_validates_against_the_published_schema(name: str, kind: str) -> None:
    jsonschema = pytest.importorskip("jsonschema")
    schema = json.loads(needed(f"untp/schemas/{SCHEMAS[name, kind]}").read_text(encoding="utf-8"))
    (credential,) = [one for one in exported(name, *example())[1] if kind in one["type"]]
    validator = jsonschema.Draft202012Validator(schema, format_checker=jsonschema.FormatChecker())
    errors = [error for error in validator.iter_errors(credential) if list(error.path) != ["@context", 1]]
    assert errors == []


def test_what_a_credential_cannot_hold_is_listed() -> None:
    report, _ = exported("untp-0.7.0", *example())
    lost = {outcome.ours for outcome in report.fields if outcome.relation is Relation.LOST}
    assert {
        "CarbonPassport.components",
        "CarbonPassport.primaryDataShare",
        "CarbonPassport.boundary",
        "VerificationStatement.level",
        "VerificationStatement.materiality",
    } <= lost


def test_a_qualified_opinion_cannot_be_written() -> None:
    (statement,) = litchi("verification-fruit")
    out = export_documents([{**statement, "opinion": "qualified"}], ImportOptions(), "untp-0.7.0")
    assert out.content is None
    assert ("code_unknown", "/opinion") in found(out.report)


def test_a_gate_to_gate_passport_has_no_code_in_the_older_form() -> None:
    (tree,) = litchi("passport-fruit")
    out = export_documents([{**tree, "boundary": "gate_to_gate"}, *example()], ImportOptions(), "untp-0.6.1")
    assert ("code_unknown", "/boundary") in found(out.report)


@settings(max_examples=40, deadline=None)
@given(
    total=st.decimals(-1000, 1000, places=6),
    amount=st.sampled_from(["1", "2", "8", "2.5", "3", "7"]),
    unit=st.sampled_from(["kg", "L", "m3", "m2", "kW.h", "MJ", "t.km", "h", "{piece}", "t"]),
    share=st.integers(0, 10_000),
    boundary=st.sampled_from(["cradle_to_gate", "cradle_to_grave"]),
)
def test_there_and_back_keeps_what_the_older_form_holds_exactly(
    total: Decimal, amount: str, unit: str, share: int, boundary: str
) -> None:
    (tree,) = copy.deepcopy(litchi("passport-fruit"))
    percent = format((Decimal(share) / 100).normalize(), "f")
    text = format(total.normalize(), "f")
    tree |= {
        "totalExclUptake": "0" if text == "-0" else text,
        "declaredUnit": {"type": "Quantity", "value": amount, "unit": unit},
        "primaryDataShare": percent,
        "boundary": boundary,
    }
    others = [one for one in example() if one["type"] not in ("CarbonPassport", "VerificationStatement")]
    report, (made,) = exported("untp-0.6.1", tree, *others)
    back = of(read(made, known=tuple(others)), "CarbonPassport")
    for name in ("id", "issuer", "issuedAt", "subjectLot", "primaryDataShare", "boundary"):
        assert back[name] == tree[name], name
    assert back["validity"]["end"] == tree["validity"]["end"]
    assert back["declaredUnit"]["unit"] == unit
    value = Decimal(back["totalExclUptake"])
    cut = "amount_is_binary_number" in codes(report)
    assert abs(value * Decimal(amount) - total) <= (Decimal("0.00000001") if cut else 0)


@settings(max_examples=30, deadline=None)
@given(
    total=st.decimals(-1000, 1000, places=6),
    start=st.dates(date(2020, 1, 1), date(2026, 1, 1)),
    days=st.integers(0, 700),
    seconds=st.integers(0, 10**8),
)
def test_there_and_back_keeps_what_the_newer_form_holds_exactly(
    total: Decimal, start: date, days: int, seconds: int
) -> None:
    (tree,) = copy.deepcopy(litchi("passport-fruit"))
    text = format(total.normalize(), "f")
    issued = datetime(2021, 1, 1) + timedelta(seconds=seconds)  # noqa: DTZ001 - written as UTC below
    tree |= {
        "totalExclUptake": "0" if text == "-0" else text,
        "period": {"type": "Period", "start": str(start), "end": str(start + timedelta(days))},
        "issuedAt": f"{issued:%Y-%m-%dT%H:%M:%SZ}",
        "validity": {"type": "Period", "start": f"{issued:%Y-%m-%d}", "end": f"{issued.year + 2}-03-01"},
    }
    others = [one for one in example() if one["type"] not in ("CarbonPassport", "VerificationStatement")]
    _, (made,) = exported("untp-0.7.0", tree, *others)
    back = of(read(made, known=tuple(others)), "CarbonPassport")
    for name in ("id", "issuer", "issuedAt", "subjectLot", "period", "validity", "totalExclUptake"):
        assert back[name] == tree[name], name


@settings(max_examples=30, deadline=None)
@given(
    opinion=st.sampled_from(["unmodified", "adverse"]),
    done=st.dates(date(2024, 1, 1), date(2026, 8, 1)),
    years=st.integers(1, 3),
    old=st.booleans(),
)
def test_a_statement_comes_back_with_what_a_credential_holds_exactly(
    opinion: str, done: date, years: int, old: bool
) -> None:
    name = "untp-0.6.1" if old else "untp-0.7.0"
    (statement,) = copy.deepcopy(litchi("verification-fruit"))
    validity = {"type": "Period", "start": "2026-08-05", "end": f"{2026 + years}-08-04"}
    statement |= {
        "issuer": statement["verifier"],
        "issuedAt": "2026-08-05T08:00:00Z",
        "opinion": opinion,
        "completedOn": str(done),
        "validity": validity,
    }
    others = [one for one in example() if one["type"] not in ("CarbonPassport", "VerificationStatement")]
    (subject,) = litchi("passport-fruit")
    _, made = exported(name, statement, subject, *others)
    (credential,) = [one for one in made if "DigitalConformityCredential" in one["type"]]
    more = {**STATEMENT, "subjects": [subject["id"]], "standard": statement["standard"]}
    report = read(credential, parameters={**PASSED, "VerificationStatement": more}, known=(subject, *others))
    back = of(report, "VerificationStatement")
    for field in ("id", "issuer", "verifier", "issuedAt", "opinion", "completedOn", "validity"):
        assert back[field] == statement[field], field
    assert back["subjects"][0]["target"] == subject["id"]
