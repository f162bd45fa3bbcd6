"""``gclink import`` and ``gclink export`` as a user runs them: what they print, write and return."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from footprints import PASSED, pact
from gclink.cli import main
from gclink.cli import root as group
from gclink.documents import read_documents
from gclink.errors import UnreadableInput
from interop_files import ROOT

EXAMPLES = ROOT / "examples" / "bridges"
LITCHI = ROOT / "examples" / "litchi" / "json"


def gclink(*arguments: str, stdin: bytes | None = None) -> Result:
    return CliRunner(env={"GCLINK_LANG": "en"}).invoke(group, arguments, input=stdin, standalone_mode=False)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "with.json").write_text(json.dumps(PASSED))
    (tmp_path / "good.json").write_text(json.dumps(pact()))
    (tmp_path / "bad.json").write_text(json.dumps(pact({"fossilGhgEmissions": "banana"})))
    (tmp_path / "sum.json").write_text(json.dumps(pact({"fossilGhgEmissions": "0.5"})))
    return tmp_path


def common(folder: Path) -> list[str]:
    return ["--with", str(folder / "with.json"), "--received", "2026-11-25", "--text-language", "en"]


def test_the_format_is_detected_and_documents_are_written(folder: Path) -> None:
    done = gclink("import", str(folder / "good.json"), *common(folder), "-o", str(folder / "out"))
    assert done.return_value == 0
    assert "[pact-3.0]\n  verdict: converted; documents: 3" in done.output
    written = {document.type for document in read_documents([folder / "out"])}
    assert written == {"Party", "ProductType", "CarbonPassport"}
    assert main(["validate", str(folder / "out"), "--scope", "document", "--as-of", "2026-11-25"]) == 0


def test_the_json_report_has_the_promised_form(folder: Path) -> None:
    done = gclink("import", str(folder / "sum.json"), *common(folder), "--format", "json")
    report: dict[str, Any] = json.loads(done.output)
    assert report["verdict"] == "convert_with_findings"
    assert len(report["documents"]) == 3
    (finding,) = report["findings"]
    assert finding["code"] == "source_identity_violated"
    assert finding["path"] == "/pcf/pcfExcludingBiogenicUptake"
    assert finding["level"] == "error"
    assert set(finding["message"]) == {"en", "zh"}
    assert (finding["stated"], finding["computed"]) == ("0.71", "0.79")
    assert {outcome["relation"] for outcome in report["fields"]} >= {"exact", "computed", "missing", "lost"}


@pytest.mark.parametrize(
    ("name", "strict", "code"),
    [("good", True, 0), ("good", False, 0), ("sum", False, 0), ("sum", True, 1), ("bad", False, 1)],
)
def test_the_exit_code_says_how_it_ended(folder: Path, name: str, strict: bool, code: int) -> None:
    more = ["--strict"] if strict else []
    assert gclink("import", str(folder / f"{name}.json"), *common(folder), *more).return_value == code


def test_what_is_missing_is_an_unfinished_conversion(folder: Path) -> None:
    done = gclink("import", str(folder / "good.json"), "-o", str(folder / "out"))
    assert done.return_value == 1
    assert "CarbonPassport.stages" in done.output
    assert list((folder / "out").iterdir()) == []


def test_single_values_can_be_set_on_the_command_line(folder: Path) -> None:
    done = gclink(
        "import", str(folder / "good.json"), *common(folder), "--set", "CarbonPassport.exemptedLargest=0.25",
        "--set", 'CarbonPassport.exemptedText={"en": "x", "zh": "y"}', "--format", "json",
    )  # fmt: skip
    passport = json.loads(done.output)["documents"][-1]
    assert passport["exemptedLargest"] == "0.25"
    assert passport["exemptedText"] == {"en": "x", "zh": "y"}


def test_standard_input_and_several_files_are_read(folder: Path) -> None:
    raw = (folder / "good.json").read_bytes()
    done = gclink("import", "-", str(folder / "good.json"), *common(folder), "--format", "json", stdin=raw)
    report = json.loads(done.output)
    assert [one["source"] for one in report["reports"]] == ["<stdin>", str(folder / "good.json")]
    assert [finding["code"] for finding in report["findings"]] == ["duplicate_identifier"]


def test_the_report_is_told_in_chinese(folder: Path) -> None:
    done = gclink("import", str(folder / "sum.json"), *common(folder), "--lang", "zh")
    assert "源文件不满足其自身的等式" in done.output
    assert "按原值转换，并有问题" in done.output


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["import", "--from", "banana", "x.json"], 2),
        (["export", "--to", "banana", "x.json"], 2),
        (["import", "--set", "nonsense", "good.json"], 2),
        (["import", "--set", "CarbonPasport.stages=processing", "good.json"], 2),
        (["import", "--set", "CarbonPassport.stage=processing", "good.json"], 2),
        (["import", "--received", "yesterday", "good.json"], 2),
        (["import", "nowhere.json"], 3),
        (["import", "with.json"], 3),
        (["import", "--from", "pact", "text.txt"], 3),
        (["export", "--to", "pact", "nowhere.json"], 3),
    ],
)
def test_usage_and_unreadable_input_are_told_apart(
    folder: Path, arguments: list[str], code: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "text.txt").write_text("{ not json")
    monkeypatch.chdir(folder)
    assert main(arguments) == code


HOSTILE = [
    b'{"pcf": {"a": 1, "a": 2}}',
    b'{"pcf": NaN}',
    b"[" * 100_000,
    b'\xff\xfe{"pcf"',
    rb'{"pcf": {}, "id": "\ud800"}',
    b"",
]


@pytest.mark.parametrize("raw", HOSTILE)
def test_a_hostile_file_is_unreadable_and_no_crash(folder: Path, raw: bytes) -> None:
    (folder / "hostile.json").write_bytes(raw)
    done = gclink("import", "--from", "pact-3.0", str(folder / "hostile.json"))
    assert isinstance(done.exception, UnreadableInput)


def test_a_footprint_goes_out_and_the_report_goes_to_standard_error(folder: Path) -> None:
    arguments = ["export", "--to", "pact", str(LITCHI / "passport-fruit.json"), "--bundle", str(LITCHI)]
    done = subprocess.run(
        [sys.executable, "-m", "gclink", *arguments, "--lang", "en"], capture_output=True, check=False
    )
    assert done.returncode == 0
    assert json.loads(done.stdout)["pcf"]["declaredUnitOfMeasurement"] == "kilogram"
    assert b"lost: CarbonPassport.stages" in done.stderr


def test_an_export_can_be_written_to_files(folder: Path) -> None:
    made, told = folder / "made.json", folder / "told.json"
    source = [str(LITCHI / "passport-fruit.json"), "--bundle", str(LITCHI)]
    done = gclink("export", "--to", "pact", *source, "-o", str(made), "--report", str(told), "--format", "json")
    assert (done.return_value, done.output) == (0, "")
    assert json.loads(made.read_text())["specVersion"] == "3.0.0"
    assert json.loads(told.read_text())["verdict"] == "convert"


def test_a_parameter_of_a_format_with_a_dot_in_its_name_is_taken() -> None:
    source = [str(LITCHI / "passport-fruit.json"), "--bundle", str(LITCHI)]
    assert gclink("export", "--to", "catenax", *source).return_value == 1
    setting = ["--set", "catenax-9.0.allocationWasteIncineration=cut-off"]
    assert gclink("export", "--to", "catenax", *source, *setting).return_value == 0


def test_an_export_that_is_refused_writes_nothing(folder: Path) -> None:
    made = folder / "made.json"
    done = gclink("export", "--to", "pact", str(LITCHI / "passport-smoked-a.json"), "-o", str(made))
    assert done.return_value == 1
    assert not made.exists()
    assert "out_of_scope" in done.output


def test_a_document_that_is_not_of_the_right_form_is_not_exported(folder: Path) -> None:
    (folder / "broken.json").write_text('{"type": "CarbonPassport", "id": "urn:uuid:1"}')
    assert gclink("export", "--to", "pact", str(folder / "broken.json")).return_value == 1


def test_a_bundle_whose_documents_are_not_of_the_right_form_is_not_referred_to(folder: Path) -> None:
    (folder / "broken.json").write_text('{"type": "Party", "id": "urn:uuid:1"}')
    assert main(["import", str(folder / "good.json"), "--bundle", str(folder / "broken.json")]) == 2


def test_the_example_files_of_the_pages_are_read() -> None:
    names = {path.stem for path in EXAMPLES.glob("*.json")}
    for name in ("pact-2.3", "pact-3.0", "untp-0.6.1", "untp-0.7.0", "catenax-8.0", "catenax-9.0"):
        assert name in names
        assert f"[{name}]" in gclink("import", str(EXAMPLES / f"{name}.json")).output


@pytest.mark.parametrize("number", ["1e999999999", "1e-999999999", "1" * 300, "1e" + "9" * 5000])
def test_a_number_beyond_all_sense_is_not_spelt_out(folder: Path, number: str) -> None:
    raw = json.dumps(pact()).replace('"0.42"', number)
    (folder / "huge.json").write_text(raw)
    done = gclink("import", "--from", "pact-3.0", str(folder / "huge.json"), *common(folder))
    assert isinstance(done.exception, UnreadableInput)
