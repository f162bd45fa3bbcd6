"""``gclink validate``: verdicts, exit codes, forms of the report."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest

ROOT = Path(__file__).resolve().parents[2]


def test_a_sound_document_conforms(gclink: Any, party: dict[str, Any]) -> None:
    gclink.write("party.json", party)
    ran = gclink("validate", "party.json")
    assert ran.code == 0
    assert ran.out.splitlines()[-1].startswith("conforms: 1 document, 0 errors")


def test_a_broken_document_violates_and_says_where_and_why(gclink: Any, party: dict[str, Any]) -> None:
    party["identifiers"][0]["identifierValue"] = "93440900MA5LTCH04X"
    gclink.write("party.json", party)
    ran = gclink("validate", "party.json")
    assert ran.code == 1
    assert "GCL-COR-016" in ran.out
    assert "/identifiers/0/identifierValue" in ran.out
    assert "93440900MA5LTCH04X" in ran.out
    assert "gclink explain GCL-COR-016" in ran.out
    line = next(
        number
        for number, text in enumerate((gclink.folder / "party.json").read_text(encoding="utf-8").splitlines(), 1)
        if "identifierValue" in text
    )
    assert f"party.json:{line}:" in ran.out


def test_the_same_report_in_chinese(gclink: Any, party: dict[str, Any]) -> None:
    party["status"] = "activ"
    gclink.write("party.json", party)
    ran = gclink("validate", "party.json", "--lang", "zh")
    assert ran.code == 1
    assert "代码不在代码表中" in ran.out
    assert ran.out.splitlines()[-1].startswith("不符合")


def test_the_language_follows_the_environment(gclink: Any, party: dict[str, Any]) -> None:
    gclink.write("party.json", party)
    assert gclink("validate", "party.json", language="zh_CN.UTF-8").out.splitlines()[-1].startswith("符合")


def test_a_json_report_follows_its_published_schema(gclink: Any, party: dict[str, Any]) -> None:
    party["country"], party["extra"] = "XX", 1
    gclink.write("party.json", party)
    ran = gclink("validate", "party.json", "--format", "json")
    assert ran.code == 1
    report = json.loads(ran.out)
    schema = json.loads((ROOT / "schemas" / "tools" / "report.json").read_text(encoding="utf-8"))
    jsonschema_rs.Draft202012Validator(schema).validate(report)
    found = {(f["requirement"], f["location"], f.get("constraint")) for f in report["findings"]}
    assert found == {
        ("GCL-COR-046", "/country", "Party.country#enum"),
        ("GCL-COR-002", "/extra", "Party#closed"),
    }


def test_sarif_points_at_the_line_and_names_the_rule(gclink: Any, party: dict[str, Any]) -> None:
    party["status"] = "activ"
    gclink.write("party.json", party)
    log = json.loads(gclink("validate", "party.json", "--format", "sarif").out)
    (result,) = log["runs"][0]["results"]
    assert result["ruleId"] == "GCL-COR-049"
    assert log["runs"][0]["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == "GCL-COR-049"
    assert result["locations"][0]["physicalLocation"]["region"]["startLine"] == 7


def test_workflow_commands_carry_file_line_and_title(gclink: Any, party: dict[str, Any]) -> None:
    party["status"] = "activ"
    gclink.write("party.json", party)
    first = gclink("validate", "party.json", "--format", "github").out.splitlines()[0]
    assert first.startswith("::error file=party.json,line=7,col=")
    assert "title=GCL-COR-049 /status::" in first


def test_plain_when_piped(gclink: Any, party: dict[str, Any]) -> None:
    party["status"] = "activ"
    gclink.write("party.json", party)
    assert "\x1b[" not in gclink("validate", "party.json").out


def test_a_broken_should_is_a_warning_and_conforms(gclink: Any, party: dict[str, Any]) -> None:
    del party["name"]["zh"]
    gclink.write("party.json", party)
    ran = gclink("validate", "party.json")
    assert ran.code == 0
    assert "GCL-COR-009" in ran.out
    assert "1 warning" in ran.out


@pytest.mark.parametrize("arguments", [("validate",), ("validate", "x.json", "--format", "pdf"), ("nonsense",)])
def test_wrong_usage_is_exit_code_two(gclink: Any, arguments: tuple[str, ...]) -> None:
    ran = gclink(*arguments)
    assert ran.code == 2
    assert "Traceback" not in ran.err


def test_a_wrong_instant_is_wrong_usage(gclink: Any, party: dict[str, Any]) -> None:
    gclink.write("party.json", party)
    ran = gclink("validate", "party.json", "--as-of", "2026-02-30")
    assert ran.code == 2
    assert "YYYY-MM-DD" in ran.err


def test_an_unknown_profile_names_those_there_are(gclink: Any, party: dict[str, Any]) -> None:
    gclink.write("party.json", party)
    ran = gclink("validate", "party.json", "--profile", "banker")
    assert ran.code == 2
    assert "financier" in ran.err


def test_a_profile_narrows_the_rules_and_never_the_structure(gclink: Any, party: dict[str, Any]) -> None:
    party["identifiers"][0]["identifierValue"] = "93440900MA5LTCH04X"
    gclink.write("party.json", party)
    assert gclink("validate", "party.json", "--profile", "passport_issuer").code == 1
    party["status"] = "activ"
    gclink.write("party.json", party)
    assert "GCL-COR-049" in gclink("validate", "party.json", "--profile", "financier").out


def test_unreadable_input_is_exit_code_three_without_traceback(gclink: Any) -> None:
    gclink.write("half.json", '{"type": "Party", ')
    for arguments in (("half.json",), ("absent.json",)):
        ran = gclink("validate", *arguments)
        assert ran.code == 3
        assert arguments[0] in ran.err
        assert "Traceback" not in ran.err


def test_standard_input_is_a_document_too(gclink: Any, party: dict[str, Any]) -> None:
    assert gclink("validate", "-", stdin=json.dumps(party).encode()).code == 0


def test_two_documents_are_a_bundle_and_references_are_followed(gclink: Any, party: dict[str, Any]) -> None:
    gclink.write("one.json", party)
    gclink.write("two.json", party | {"id": "https://example.org/party/other", "issuer": "https://example.org/nobody"})
    ran = gclink("validate", "one.json", "two.json")
    assert ran.code == 1
    assert "GCL-COR-022" in ran.out
    assert gclink("validate", "one.json", "two.json", "--scope", "document").code == 0


def test_a_claim_is_judged_as_if_shown_in_a_market(gclink: Any) -> None:
    claim = json.loads((ROOT / "conformance_tests" / "bases" / "claim-t3.json").read_text(encoding="utf-8"))
    gclink.write("claim.json", claim)
    assert gclink("validate", "claim.json", "--profile", "cn", "--as-of", "2026-10-01").code == 0
    ran = gclink("validate", "claim.json", "--profile", "eu", "--as-of", "2026-10-01")
    assert ran.code == 1
    assert "GCL-BRD-023" in ran.out
    assert gclink("validate", "claim.json", "--profile", "eu", "--engine", "all").code == 2
