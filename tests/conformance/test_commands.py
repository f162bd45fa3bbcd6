"""The commands, as a user types them: what they print, in both languages, and how they end."""

from __future__ import annotations

import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import orjson
import pytest
import yaml
from gclink.cli import main
from gclink_conformance.protocol import validator
from gclink_conformance.reference import answer
from gclink_conformance.report.results import load
from gclink_conformance.runner._conclude import Exit
from gclink_conformance.runner.compare import compare
from miniatures import ROOT, Trying, command

TEMPLATE = f"{sys.executable} {ROOT / 'conformance_tests' / 'adapters' / 'python_template' / 'adapter.py'}"


def told(capsys: pytest.CaptureFixture[str], *arguments: str, language: str = "en") -> tuple[int, str, str]:
    code = main(["conformance", *arguments, "--lang", language])
    out = capsys.readouterr()
    return code, out.out, out.err


@pytest.mark.parametrize("language", ["en", "zh"])
def test_show_tells_the_sentence_the_patch_and_what_has_to_come(
    language: str, capsys: pytest.CaptureFixture[str]
) -> None:
    code, out, _ = told(capsys, "show", "gcl-pas-007-n01", "--format", "xml", language=language)
    assert code == 0
    assert {"en": "MUST equal fossilGhg", "zh": "必须"}[language] in out
    assert '"/totalExclUptake"' in out
    assert "verdict: violates" in out
    assert "<totalExclUptake>0.717</totalExclUptake>" in out


def test_show_prints_the_message_as_an_adapter_gets_it(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = told(capsys, "show", "digest-passport-p01/turtle", "--request")
    assert code == 0
    assert validator("messages", "request.digest").is_valid({"id": "1", **orjson.loads(out)})


@pytest.mark.parametrize("arguments", [["show", "gcl-xxx-000-n01"], ["list", "--filter", "no-such*"]])
def test_a_case_that_is_not_there_is_a_usage_error(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    for language in ("en", "zh"):
        code, out, err = told(capsys, *arguments, language=language)
        assert code == Exit.USAGE
        assert out == ""
        assert "gclink conformance list" in err


def test_a_template_is_written_once_and_never_over_something(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "mine.mjs"
    code, out, _ = told(capsys, "template", "javascript", "--out", str(target))
    assert code == 0
    assert f"node {target}" in out
    template = ROOT / "conformance_tests" / "adapters" / "javascript_template" / "adapter.mjs"
    assert target.read_bytes() == template.read_bytes()
    target.write_text("my work")
    code, _, err = told(capsys, "template", "python", "--out", str(target))
    assert code == Exit.USAGE
    assert "mine.mjs" in err
    assert target.read_text() == "my work"


def test_manifest_prints_the_cases_of_a_requirement_as_json_ld(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["conformance", "manifest", "gcl-pas-007"]) == 0
    printed = orjson.loads(capsys.readouterr().out)
    assert (printed["@type"], printed["@id"]) == ("Manifest", "GCL-PAS-007")
    assert main(["conformance", "manifest", "../../x"]) == Exit.USAGE


def test_list_names_cases_for_people_and_for_programs(capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = told(capsys, "list", "--filter", "GCL-PAS-007", "--profile", "passport_issuer")
    assert "gcl-pas-007-n01  GCL-PAS-007 MUST T2  json,xml,jsonld,turtle  Just beyond the tolerance" in out
    _, out, _ = told(capsys, "list", "--filter", "GCL-PAS-007", "--json")
    entries = [orjson.loads(line) for line in out.splitlines()]
    assert {entry["operation"] for entry in entries} == {"check", "derive"}
    assert all(entry["title"]["zh"] for entry in entries)


def test_a_run_writes_results_that_fit_their_schema_and_reports(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    arguments = ["run", "--adapter", TEMPLATE, "--filter", "gcl-cor-001-*", "--seed", "4", "--jobs", "1"]
    code, out, _ = told(capsys, *arguments, "--out", str(tmp_path))
    assert code == Exit.NONCONFORMANT
    assert "gcl-cor-001-n04/json GCL-COR-001: verdict conforms, expected violates" in out
    lines = [orjson.loads(line) for line in (tmp_path / "results.jsonl").read_bytes().splitlines()]
    for line in lines:
        assert [error.message for error in validator("results").iter_errors(line)] == []
    assert [line["kind"] for line in lines] == ["header", *["row"] * (len(lines) - 2), "footer"]
    assert load(tmp_path / "results.jsonl").footer["exit"] == code
    assert (tmp_path / "report.html").is_file()


def test_a_report_that_cannot_be_written_is_told_and_the_results_stay(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: Any) -> list[Path]:
        raise OSError("no space left")

    monkeypatch.setattr("gclink_conformance.report.write_all", broken)
    arguments = ["run", "--adapter", TEMPLATE, "--filter", "gcl-cor-001-n0?", "--jobs", "1", "--out", str(tmp_path)]
    code, _, err = told(capsys, *arguments)
    assert code == Exit.NO_REPORT
    assert "no space left" in err
    assert load(tmp_path / "results.jsonl").rows


def test_selftest_says_that_it_is_the_adapter(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = told(capsys, "selftest", "--adapter", TEMPLATE)
    assert (code, "2 trials, all well" in out) == (Exit.PASS, True)
    code, out, _ = told(capsys, "selftest", "--adapter", command("accepts-all", tmp_path / "memory"))
    assert code == Exit.BROKEN_ADAPTER
    assert "half a text: conforms, expected violates" in out
    assert "look at your adapter" in out


def test_an_adapter_that_cannot_be_started_is_told_with_its_hint(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for language, part in (("en", "cannot be started"), ("zh", "无法启动适配器")):
        code, out, err = told(capsys, "run", "--adapter", "no-such-program", "--out", str(tmp_path), language=language)
        assert code == Exit.BROKEN_ADAPTER
        assert out == ""
        assert part in err
        assert "adapter.log" in err


def test_a_profile_that_is_not_claimed_or_not_known_is_a_usage_error(capsys: pytest.CaptureFixture[str]) -> None:
    code, _, err = told(capsys, "selftest", "--adapter", TEMPLATE, "--profile", "financier")
    assert code == Exit.USAGE
    assert "does not claim the profile financier" in err
    code, _, err = told(capsys, "selftest", "--adapter", TEMPLATE, "--profile", "astrologer")
    assert code == Exit.USAGE
    assert "there is no profile astrologer" in err


def test_rerun_shows_one_case_with_what_came(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = told(capsys, "rerun", "gcl-cor-001-n04", "--adapter", TEMPLATE)
    assert code == Exit.NONCONFORMANT
    assert "gcl-cor-001-n04/json: fail [none] verdict conforms, expected violates" in out
    assert "verdict: conforms" in out
    code, out, _ = told(capsys, "rerun", "gcl-pas-007-n01", "--adapter", TEMPLATE)
    assert code == Exit.INCONCLUSIVE
    assert "does not claim what this case is about" in out


def test_requests_that_were_prepared_are_answered_elsewhere_and_scored(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, out, _ = told(capsys, "prepare", "--out", str(tmp_path), "--seed", "5", "--filter", "gcl-pas-007-*")
    assert code == 0
    assert "(seed 5)" in out
    requests = [orjson.loads(line) for line in (tmp_path / "requests.jsonl").read_bytes().splitlines()]
    assert [requests[0]["op"], requests[-1]["op"]] == ["hello", "bye"]
    for request in requests:
        assert validator("messages", f"request.{request['op']}").is_valid(request)
    answers = [answer(request) for request in requests]
    responses = tmp_path / "responses.jsonl"
    responses.write_bytes(b"".join(orjson.dumps(item) + b"\n" for item in answers))
    code, out, _ = told(capsys, "score", str(tmp_path), str(responses))
    assert code == Exit.PASS, out
    rows = load(tmp_path / "results.jsonl").rows
    assert {(row.outcome, row.grade) for row in rows} == {("pass", "explained")}
    responses.write_bytes(b"".join(orjson.dumps(item) + b"\n" for item in answers[:-4]))
    code, out, _ = told(capsys, "score", str(tmp_path), str(responses))
    assert code == Exit.BROKEN_ADAPTER
    assert "there is no answer to this request" in out


def test_answers_to_another_suite_are_not_scored(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    told(capsys, "prepare", "--out", str(tmp_path), "--filter", "gcl-pas-007-p01")
    prepared = orjson.loads((tmp_path / "prepared.json").read_bytes())
    prepared["suite"]["digest"] = "sha-256:" + "0" * 64
    (tmp_path / "prepared.json").write_bytes(orjson.dumps(prepared))
    (tmp_path / "responses.jsonl").write_bytes(b"")
    code, _, err = told(capsys, "score", str(tmp_path), str(tmp_path / "responses.jsonl"))
    assert code == Exit.USAGE
    assert "another suite" in err


@pytest.mark.parametrize("content", [b"{", b"[]", b'{"claims": []}'])
def test_a_file_of_claims_that_is_none_is_a_usage_error(
    content: bytes, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "claims.json").write_bytes(content)
    code, _, err = told(capsys, "prepare", "--out", str(tmp_path), "--claims", str(tmp_path / "claims.json"))
    assert code == Exit.USAGE
    assert "claims.json" in err


def day(offset: int) -> str:
    return (datetime.now(UTC) + timedelta(days=offset)).strftime("%Y-%m-%d")


def baseline(path: Path, *entries: dict[str, str]) -> Path:
    path.write_text(yaml.safe_dump({"expectedFailures": list(entries)}), encoding="utf-8")
    return path


def test_expected_failures_do_not_fail_a_run_and_stand_in_its_rows(trying: Trying, tmp_path: Path) -> None:
    excuse = {"match": "gcl-pas-007-*", "reason": "ticket 12", "expires": day(1)}
    path = baseline(tmp_path / "known.yaml", excuse)
    result = trying("cannot-tell", baseline=path)
    assert result.exit is Exit.PASS
    assert {row["expectedFailure"] for row in result.rows} == {"ticket 12"}
    (made,) = result.profiles.values()
    assert made["result"] == "fail"  # an excuse is for a build; it makes nothing conform


@pytest.mark.parametrize(
    ("entry", "manner", "part"),
    [
        ({"match": "gcl-pas-007-n01", "expires": day(1)}, "good", "passes although it is excused"),
        ({"match": "gcl-pas-999-*", "expires": day(1)}, "good", "fits no test of this run"),
        ({"match": "gcl-pas-007-*", "expires": day(-1)}, "cannot-tell", "the excuse ended on"),
    ],
)
def test_an_excuse_that_does_not_hold_is_told(
    entry: dict[str, str], manner: str, part: str, trying: Trying, tmp_path: Path
) -> None:
    path = baseline(tmp_path / "known.yaml", {"reason": "x", **entry})
    result = trying(manner, "gcl-pas-007-[np]01*", baseline=path)
    assert result.exit is Exit.BASELINE
    assert any(part in text["en"] and text["zh"] for text in result.baseline)


@pytest.mark.parametrize(
    "content",
    ["", "expectedFailures: x", "expectedFailures: [{match: a, reason: b, expires: 2026-02-30}]", "a: [", "[]"],
)
def test_a_list_of_excuses_that_cannot_be_read_is_a_usage_error(
    content: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "known.yaml").write_text(content, encoding="utf-8")
    arguments = ["run", "--adapter", TEMPLATE, "--out", str(tmp_path), "--baseline", str(tmp_path / "known.yaml")]
    code, _, err = told(capsys, *arguments)
    assert code == Exit.USAGE
    assert "known.yaml" in err


def test_compare_lists_what_got_worse(trying: Trying, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    paths = []
    for manner in ("good", "wrong-place", "cannot-tell"):
        result = trying(manner)
        assert result.results is not None
        paths.append(result.results.rename(tmp_path / f"{manner}.jsonl"))
    good, verdict, wrong = paths
    code, out, _ = told(capsys, "compare", str(good), str(verdict))
    assert code == 1
    assert "gcl-pas-007-n01/json GCL-PAS-007: pass (explained) → pass (verdict)" in out
    code, out, _ = told(capsys, "compare", str(wrong), str(good))
    assert code == 0
    assert "worse: 0" in out
    assert "better: 0" not in out
    code, out, _ = told(capsys, "compare", str(good), str(good), language="zh")
    assert code == 0
    assert "退步: 0" in out
    assert compare(load(good), load(wrong)).profiles


def test_every_command_of_the_group_can_be_asked_for_help(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["conformance", "--help"]) == 0
    listed = capsys.readouterr().out
    for name in ("run", "selftest", "prepare", "score", "compare", "list", "show", "rerun", "report"):
        assert f"\n  {name} " in listed
        assert main(["conformance", name, "--help"]) == 0
        assert any("\u4e00" <= letter <= "\u9fff" for letter in capsys.readouterr().out)
