"""The worked example: computed, equal in every syntax, conformant, and broken exactly where it is broken."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

import orjson
import pytest
from gclink.canonical import digest
from gclink.check import Options, check
from gclink.documents import read_bytes, read_documents

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from examples import build  # noqa: E402
from examples.build import broken  # noqa: E402

LITCHI = ROOT / "examples" / "litchi"
OPTIONS = Options(as_of="2026-10-01T00:00:00Z", scope="bundle")


def test_the_committed_files_are_what_the_build_gives() -> None:
    files = build.files() | broken.files()
    assert [name for name, content in files.items() if (ROOT / "examples" / name).read_bytes() != content] == []
    kept = {path.relative_to(ROOT / "examples").as_posix() for path in LITCHI.rglob("*.*")}
    assert kept == {name for name in files if name.startswith("litchi/")}


@pytest.mark.parametrize("syntax", ["json", "xml", "turtle"])
@pytest.mark.parametrize("as_of", ["2026-10-01T00:00:00Z", "2028-12-31T00:00:00Z"])
def test_the_bundle_conforms_without_a_single_finding(syntax: str, as_of: str) -> None:
    report = check(read_documents([LITCHI / syntax]), Options(as_of=as_of, scope="bundle"))
    assert [(finding.requirement, finding.source, finding.pointer) for finding in report.findings] == []
    assert len(report.documents) == len(build.documents())


def test_every_document_has_one_digest_in_all_syntaxes() -> None:
    folders = [{d.id: digest(d.tree) for d in read_documents([LITCHI / s])} for s in ("json", "xml", "turtle")]
    assert folders[0] == folders[1] == folders[2]
    assert len(folders[0]) == len(build.documents())


def test_a_zip_and_an_ndjson_file_hold_the_same_bundle(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "litchi.zip", "w") as archive:
        for path in sorted((LITCHI / "json").iterdir()):
            archive.write(path, path.name)
    lines = [orjson.dumps(tree) for tree in build.documents().values()]
    (tmp_path / "litchi.ndjson").write_bytes(b"\n".join(lines))
    for name in ("litchi.zip", "litchi.ndjson"):
        report = check(read_documents([tmp_path / name]), OPTIONS)
        assert report.findings == ()
        assert len(report.documents) == len(lines)


def test_the_figures_are_the_published_ones() -> None:
    trees = build.documents()
    fruit = trees["passport-fruit"]
    assert fruit["grossEmissions"] == "0.71335"
    assert fruit["components"]["fossilGhg"] == "0.42735"
    assert fruit["components"]["biogenicNonCO2"] == "0.286"
    assert fruit["components"]["biogenicUptake"] == "-0.2772"
    assert [trees[f"passport-smoked-{name}"]["grossEmissions"] for name in "ab"] == ["0.5", "0.575"]
    assert trees["observation"]["value"] == "0.53"
    assert trees["adjustment"]["adjustmentBp"] == -10
    transaction = trees["transaction"]
    assert transaction["pricing"]["allInRate"] == "0.041"
    assert transaction["financedAmount"]["amount"] == "1080000"
    assert transaction["discountAmount"]["amount"] == "10455"
    assert transaction["netProceeds"]["amount"] == "1069545"
    assert transaction["simpleYield"] == "0.041401"
    assert transaction["effectiveRate"] == "0.042657"
    assert trees["receivable"]["uniquenessKey"] == (
        "sha-256:9cf4f530a33d87b1a2c2d83c8af4a25812e9689baa1c9d3c8ba68cfedf888458"
    )
    assert [trees[f"link-{name}"]["coveredEmissions"]["value"] for name in "ab"] == ["3000", "2300"]
    assert trees["impact"]["attributedEmissions"]["value"] == "4.77"


@pytest.mark.parametrize("variant", broken.variants(), ids=lambda variant: variant.name)
def test_a_broken_variant_gives_exactly_its_findings(variant: broken.Variant) -> None:
    raw = (ROOT / "examples" / "broken" / f"{variant.name}.json").read_bytes()
    report = check(read_bytes(raw, "json"), Options(as_of="2026-10-01T00:00:00Z"))
    found = sorted((f.requirement, f.pointer, f.context) for f in report.findings)
    assert len(found) == len(variant.finds)
    for requirement, place in variant.finds:
        assert any(name == requirement and place in (at, context) for name, at, context in found), found


def test_the_demo_runs_to_its_end_and_speaks_both_languages() -> None:
    done = subprocess.run(
        [sys.executable, str(ROOT / "examples" / "demo.py")], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.count("conforms: 45 documents") == 3
    assert "不符合" in done.stdout
    assert "\x1b[" not in done.stdout
