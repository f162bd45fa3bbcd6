"""Deprecated names move to what takes their place where nothing has to be guessed; the rest is told."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import orjson
import pytest
from click.testing import CliRunner
from gclink import migrate as module
from gclink.check import Options, check
from gclink.cli.migrate import command
from gclink.documents import Document
from gclink.migrate import Note, migrate, notes
from gclink_spec import history, load_model, published

ROOT = Path(__file__).resolve().parents[2]
LOT = ROOT / "conformance_tests" / "bases" / "lot.json"
FIELD = Note("field", "Lot", "batchNumber", "lotNumber", "1.1.0", "2.0.0", True)
CODE = Note("code", "custodyModel", "segregated", "mass_balance", "1.1.0", "2.0.0", True)
CLASS = Note("class", None, "Batch", "Lot", "1.1.0", "2.0.0", True)
BY_HAND = Note("field", "Document", "status", None, "1.1.0", "2.0.0", False)


def lot(**members: Any) -> dict[str, Any]:
    tree: dict[str, Any] = orjson.loads(LOT.read_bytes())
    return tree | members


def test_this_version_has_the_notes_of_its_source() -> None:
    assert [note.name for note in notes()] == [note["name"] for note in history.notes(load_model(ROOT / "spec"))]


def test_a_member_moves_with_its_value_and_its_place() -> None:
    tree = lot()
    old = {"batchNumber" if name == "lotNumber" else name: value for name, value in tree.items()}
    moved, uses = migrate(old, [FIELD])
    assert moved == tree
    assert list(moved) == list(tree)
    assert [(use.path, use.moved) for use in uses] == [(("batchNumber",), True)]


def test_a_member_does_not_move_over_one_that_is_there() -> None:
    tree = lot(batchNumber="7")
    moved, uses = migrate(tree, [FIELD])
    assert moved == tree
    assert [use.moved for use in uses] == [False]


def test_a_code_moves_only_where_its_list_is_meant() -> None:
    moved, uses = migrate(lot(custodyModel="segregated", lotNumber="segregated"), [CODE])
    assert (moved["custodyModel"], moved["lotNumber"]) == ("mass_balance", "segregated")
    assert [use.path for use in uses] == [("custodyModel",)]


def test_a_class_moves_by_its_type() -> None:
    note = Note("class", None, "Lot", "Site", "1.1.0", "2.0.0", True)
    moved, uses = migrate(lot(), [note])
    assert moved["type"] == "Site"
    assert uses[0].text.zh == "Lot 已改为 Site"


def test_what_has_no_successor_is_told_and_left() -> None:
    moved, uses = migrate(lot(), [BY_HAND])
    assert moved == lot()
    assert uses[0].text.en == "Document.status is deprecated since 1.1.0 and gone from 2.0.0; nothing takes its place"


def test_a_document_with_a_deprecated_name_conforms_and_the_report_notes_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "notes", lambda: (CODE,))
    document = Document(lot(custodyModel="segregated"), "lot.json", "json")
    report = check([document], Options(as_of="2026-10-01T00:00:00Z", scope="document"))
    assert report.verdict == "conforms"
    assert any("lot.json/custodyModel: custodyModel.segregated is deprecated" in note.en for note in report.notes)


def test_the_command_writes_drafts_and_says_what_is_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    source = tmp_path / "lot.json"
    source.write_bytes(orjson.dumps(lot(custodyModel="segregated")))
    monkeypatch.setattr(module, "notes", lambda: (CODE,))
    run = CliRunner().invoke(command, [str(source), "-o", str(tmp_path / "out")], standalone_mode=False)
    assert run.return_value == 0
    (written,) = (tmp_path / "out").glob("*.json")
    assert orjson.loads(written.read_bytes())["custodyModel"] == "mass_balance"
    monkeypatch.setattr(module, "notes", lambda: (BY_HAND,))
    run = CliRunner().invoke(command, [str(source), "--lang", "zh"], standalone_mode=False)
    assert run.return_value == 1
    assert "无替代" in run.output


CUSTODY = "model/codelists/custodyModel.yaml"
OLD = "  segregated: {en:"


@pytest.mark.parametrize(
    ("entry", "message"),
    [
        ("deprecated: 1.1.0, ", "is deprecated and does not say until when it stays"),
        ("removedIn: 2.0.0, ", "is replaced or removed but not deprecated"),
        ("deprecated: 2.1.0, removedIn: 2.0.0, ", "is removed before it is deprecated"),
        ("deprecated: 1.1.0, removedIn: 2.0.0, replacedBy: other, ", "is replaced by other, which is not there"),
        ("since: 1.2.0, deprecated: 1.1.0, removedIn: 2.0.0, ", "is deprecated before it came in 1.2.0"),
    ],
)
def test_a_deprecation_without_an_end_or_a_place_to_go_is_refused(
    edited: Callable[..., Path], entry: str, message: str
) -> None:
    spec = edited((CUSTODY, OLD, f"  segregated: {{{entry}en:"), build_too=False) / "spec"
    found = [problem.message for problem in history.check(load_model(spec))]
    assert [text for text in found if f"code custodyModel/segregated {message}" in text] == found[:1]


def test_a_published_name_may_go_only_with_an_entry_of_where_it_went(edited: Callable[..., Path]) -> None:
    text = (ROOT / "spec" / CUSTODY).read_text()
    line = next(line for line in text.splitlines(keepends=True) if OLD in line)
    spec = edited((CUSTODY, line, ""), build_too=False) / "spec"
    ratchet = spec / "published.yaml"
    gone = "custodyModel/segregated was published and is gone"
    assert [problem.message for problem in published.check(load_model(spec), ratchet)] == [gone]
    entry = (
        "removed:\n  - {kind: code, in: custodyModel, name: segregated, replacedBy: mass_balance,"
        " deprecated: 1.1.0, removedIn: 2.0.0, automatic: true}\n"
    )
    migrations = spec / "migrations.yaml"
    migrations.write_text(migrations.read_text().replace("removed: []\n", entry))
    model = load_model(spec)
    assert list(published.check(model, ratchet)) == []
    assert list(history.check(model)) == []
    assert [(note["name"], note["replacedBy"]) for note in history.notes(model)] == [("segregated", "mass_balance")]
