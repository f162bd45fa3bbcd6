"""A register of several thousand documents: what is planted is found, and told at its line, and nothing else is."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from gclink import _kept  # noqa: E402
from gclink.bundle import _spool  # noqa: E402
from gclink.check import Options, check  # noqa: E402
from gclink.documents import read_documents  # noqa: E402
from gclink.findings import Report  # noqa: E402

from benchmarks import registry  # noqa: E402

AS_OF = "2026-10-01T23:59:59Z"


@pytest.fixture(scope="module")
def made() -> registry.Template:
    return registry.template(ROOT)


def _checked(path: Path) -> Report:
    return check(read_documents([str(path)]), Options(as_of=AS_OF))


def _found(report: Report) -> list[tuple[str, str]]:
    return sorted((finding.requirement, finding.document) for finding in report.findings)


def _alone(made: registry.Template, folder: Path, number: int, plant: str) -> list[tuple[str, str]]:
    path = folder / f"{plant}.ndjson"
    trees = registry.planted(registry.cell(made, number), plant)
    path.write_text("\n".join(json.dumps(t) for t in (*made.shared, *trees.values())), encoding="utf-8")
    return _found(_checked(path))


def test_a_register_without_a_fault_conforms(made: registry.Template, tmp_path: Path) -> None:
    path = tmp_path / "register.ndjson"
    documents = registry.write(path, made, 1_000)
    report = _checked(path)
    assert len(report.documents) == documents
    assert _found(report) == []


@pytest.mark.parametrize("plant", registry.PLANTS)
def test_a_planted_fault_is_found_by_the_rule_it_is_planted_for(
    made: registry.Template, tmp_path: Path, plant: str
) -> None:
    found = _alone(made, tmp_path, 3, plant)
    assert plant in {requirement for requirement, _ in found}
    assert all("-3" in document for _, document in found)


def test_planted_faults_are_found_exactly_among_documents_on_disk(made: registry.Template, tmp_path: Path) -> None:
    size = 3_000
    assert size > max(_spool.IN_MEMORY, _kept.WHOLE)
    last = (size - len(made.shared)) // len(made.cell) - 1
    plants = dict(zip((2, last - 1, last), registry.PLANTS, strict=True))
    path = tmp_path / "register.ndjson"
    registry.write(path, made, size, plants)
    report = _checked(path)
    due = sorted(pair for number, plant in plants.items() for pair in _alone(made, tmp_path, number, plant))
    assert _found(report) == due
    lines: dict[str, Any] = {}
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        lines[json.loads(line)["id"]] = number
    for finding in report.findings:
        assert finding.line == lines[finding.document]
        assert finding.column is not None
        assert (finding.column > 1) == (finding.pointer != "")


def test_a_register_in_one_text_is_told_at_the_right_place(
    made: registry.Template, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(_kept.Sources.__init__, "__defaults__", (5,))
    trees = registry.planted(registry.cell(made, 1), "GCL-REM-058")
    path = tmp_path / "register.json"
    path.write_text(json.dumps([*made.shared, *trees.values()], indent=1), encoding="utf-8")
    (finding,) = (f for f in _checked(path).findings if f.requirement == "GCL-REM-058")
    text = path.read_text(encoding="utf-8").splitlines()
    assert finding.line is not None
    start = next(n for n, line in enumerate(text, 1) if f'"id": "{finding.document}"' in line)
    assert start <= finding.line <= start + 40
