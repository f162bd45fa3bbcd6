"""Each kind of edit in the source is told by its class of change, in every artefact that it reaches."""

from __future__ import annotations

import json
import subprocess
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner
from gclink_spec.versions import (
    Artefacts,
    Change,
    Kind,
    PlaceError,
    Step,
    compare,
    faults,
    needed,
    open_place,
    snapshot,
)
from gclink_spec.versions._corpus import broken, documents
from gclink_spec.versions._verdict import taken
from gclink_spec.versions.cli import command

ROOT = Path(__file__).resolve().parents[2]
AS_OF = "2026-10-01T00:00:00Z"
LOT = "model/core/Lot.yaml"
CUSTODY = "model/codelists/custodyModel.yaml"
Changes = Callable[..., tuple[Change, ...]]


def told(changes: tuple[Change, ...]) -> set[tuple[str, str, str]]:
    return {(change.kind.value, change.artefact, change.key) for change in changes}


def field(cardinality: str) -> str:
    return (
        "fields:\n  grower:\n    type: text\n"
        f"    cardinality: '{cardinality}'\n    label: {{en: grower, zh: 种植者}}\n"
        "    definition:\n      en: Name of the grower.\n      zh: 种植者名称。\n"
    )


def test_the_same_version_has_no_change(here: Artefacts) -> None:
    assert compare(snapshot(here), snapshot(here)) == ()
    assert needed(()) is Step.NONE


def test_an_optional_member_is_an_addition(changes: Changes) -> None:
    found = changes((LOT, "fields:\n", field("0..1")), ("published.yaml", "", ""))
    assert {
        ("added", "terms", "grower"),
        ("added", "json-schema", "Lot.grower"),
        ("added", "xsd", "Lot.grower"),
    } <= told(found)
    assert {change.kind for change in found} == {Kind.ADDED}
    assert needed(found) is Step.MINOR


def test_a_required_member_of_a_known_class_narrows(changes: Changes) -> None:
    found = changes((LOT, "fields:\n", field("1")))
    assert {
        ("narrowed", "json-schema", "Lot.grower"),
        ("narrowed", "xsd", "Lot.grower"),
        ("narrowed", "shacl", "Lot.grower#required"),
    } <= told(found)
    assert needed(found) is Step.MAJOR


def test_a_member_that_need_not_be_given_any_more_widens(changes: Changes) -> None:
    found = changes(
        (LOT, "cardinality: '1'\n    label: {en: lot number", "cardinality: '0..1'\n    label: {en: lot number")
    )
    assert {
        ("widened", "json-schema", "Lot.lotNumber"),
        ("widened", "xsd", "Lot.lotNumber"),
        ("widened", "shacl", "Lot.lotNumber#required"),
    } <= told(found)
    assert needed(found) is Step.MINOR


def test_a_new_code_widens_its_list_in_every_artefact(changes: Changes) -> None:
    found = changes(
        (CUSTODY, "codes:\n", "codes:\n  mixed: {en: mixed, zh: 混合, definition: {en: Mixed., zh: 混合。}}\n")
    )
    assert {
        ("added", "code-lists", "custodyModel/mixed"),
        ("widened", "json-schema", "CustodyModel"),
        ("widened", "xsd", "CustodyModelCode"),
        ("widened", "shacl", "Lot.custodyModel#enum"),
    } <= told(found)
    assert needed(found) is Step.MINOR


@pytest.mark.long
def test_a_code_that_is_gone_narrows(changes: Changes) -> None:
    line = next(
        line for line in (ROOT / "spec" / CUSTODY).read_text().splitlines(keepends=True) if "  segregated:" in line
    )
    found = changes((CUSTODY, line, ""))
    assert {
        ("removed", "code-lists", "custodyModel/segregated"),
        ("narrowed", "json-schema", "CustodyModel"),
        ("narrowed", "shacl", "Lot.custodyModel#enum"),
    } <= told(found)
    assert needed(found) is Step.MAJOR


@pytest.mark.long
def test_a_sentence_that_becomes_weaker_widens(changes: Changes) -> None:
    found = changes((LOT, "  GCL-COR-020:\n    level: MUST", "  GCL-COR-020:\n    level: SHOULD"))
    assert ("widened", "requirements", "GCL-COR-020") in told(found)


def test_another_rule_is_a_change_that_nobody_can_call_wider_or_narrower(changes: Changes) -> None:
    found = changes((LOT, "rule: quantity.value > 0 and", "rule: quantity.value > 1 and"))
    assert ("changed", "requirements", "GCL-COR-020") in told(found)
    assert needed(found) is Step.MINOR
    assert needed(found, broken=1) is Step.MAJOR


@pytest.mark.long
def test_other_words_are_a_change_of_text_alone(changes: Changes) -> None:
    found = changes((LOT, "en: Lot code given by the producer.", "en: Code of the lot, given by its producer."))
    assert {change.kind for change in found} == {Kind.TEXT}
    assert ("text", "terms", "lotNumber") in told(found)
    assert needed(found) is Step.PATCH


OLD_CODE = "  segregated: {en: segregated, zh: 隔离,"
DEPRECATED = "  segregated: {deprecated: 1.1.0, removedIn: 2.0.0, replacedBy: mass_balance, en: segregated, zh: 隔离,"


@pytest.mark.long
def test_a_deprecated_code_is_told_with_nothing_narrowed(changes: Changes) -> None:
    found = changes((CUSTODY, OLD_CODE, DEPRECATED))
    assert ("deprecated", "code-lists", "custodyModel/segregated") in told(found)
    assert needed(found) is Step.MINOR


@pytest.mark.long
def test_a_code_that_goes_after_its_deprecation_is_a_renaming(edited: Callable[..., Path]) -> None:
    old = snapshot(open_place(str(edited((CUSTODY, OLD_CODE, DEPRECATED))), ROOT))
    lines = (ROOT / "spec" / CUSTODY).read_text().splitlines(keepends=True)
    line = next(line for line in lines if "  segregated:" in line)
    found = compare(old, snapshot(open_place(str(edited((CUSTODY, line, ""))), ROOT)))
    (renamed,) = [change for change in found if change.kind is Kind.RENAMED]
    assert (renamed.before, renamed.after) == ("custodyModel/segregated", "custodyModel/mass_balance")


@pytest.mark.parametrize(
    ("old", "new", "step"),
    [
        ("1.0.0", "1.0.0", Step.NONE),
        ("1.0.0", "1.0.1", Step.PATCH),
        ("1.0.9", "1.1.0", Step.MINOR),
        ("1.9.9", "2.0.0", Step.MAJOR),
    ],
)
def test_the_step_between_two_numbers(old: str, new: str, step: Step) -> None:
    assert taken(old, new) is step


def test_a_number_that_goes_back_is_refused() -> None:
    with pytest.raises(ValueError, match="is before"):
        taken("1.1.0", "1.0.9")


ADDED = (Change(Kind.ADDED, "terms", "grower", "field"),)


def test_number_and_changelog_have_to_fit_the_changes() -> None:
    assert faults(ADDED, "1.0.0", "1.1.0", {"grower.md": "Added a grower."}) == []
    (number,) = faults(ADDED, "1.0.0", "1.0.1", {"grower.md": "added: a grower."})
    assert "minor" in number.message
    (fragment,) = faults(ADDED, "1.0.0", "1.1.0", {"other.md": "Fixed a bug."})
    assert "grower is added and no fragment" in fragment.message
    (major,) = faults(ADDED, "1.0.0", "1.1.0", {"grower.md": "Added a grower."}, broken=1)
    assert "major" in major.message


def test_the_documents_of_this_version_conform_in_every_syntax(here: Artefacts) -> None:
    assert len(documents(here)) > 80
    assert list(broken(here, AS_OF)) == []


def test_a_document_of_an_earlier_version_that_no_longer_conforms_is_named(here: Artefacts) -> None:
    path = "conformance_tests/bases/lot.json"
    lot = json.loads(here.files[path]) | {"grower": "somebody"}
    earlier = Artefacts("earlier", {path: json.dumps(lot).encode()}, {})
    (found,) = broken(earlier, AS_OF)
    assert (found.document, found.syntax, found.reason) == (path, "json", "GCL-COR-002 /grower")


@pytest.mark.long
def test_a_revision_and_a_wheel_are_read_like_a_checkout(tmp_path: Path, edited: Callable[..., Path]) -> None:
    root = edited()
    wheel = tmp_path / "gclink-1.0.0-py3-none-any.whl"
    with zipfile.ZipFile(wheel, "w") as archive:
        for folder, inside in (
            ("schemas", "gclink/_artefacts/schemas"),
            ("ontology", "gclink/_artefacts/ontology"),
            ("validators/gclink/_data", "gclink/_data"),
        ):
            for file in sorted((root / folder).rglob("*.*")):
                archive.write(file, f"{inside}/{file.relative_to(root / folder).as_posix()}")
    repository = tmp_path / "repository"
    repository.mkdir()
    for name in ("schemas", "ontology", "validators"):
        (root / name).rename(repository / name)
    git = ["git", "-c", "user.name=t", "-c", "user.email=t@example.org", "-C", str(repository)]
    for arguments in (["init", "-q"], ["add", "-A"], ["commit", "-qm", "one"], ["tag", "v1.0.0"]):
        subprocess.run([*git, *arguments], check=True)
    versions = [snapshot(open_place(name, repository)) for name in (str(wheel), "v1.0.0", str(repository))]
    assert versions[0].facts == versions[1].facts == versions[2].facts


def test_what_holds_no_version_is_refused(tmp_path: Path) -> None:
    with pytest.raises(PlaceError, match=r"requirements\.json is missing"):
        open_place(str(tmp_path), ROOT)
    with pytest.raises(PlaceError, match="no folder, no wheel and no revision"):
        open_place("v99.0.0", ROOT)


def test_the_command_fails_where_the_number_does_not_fit(edited: Callable[..., Path]) -> None:
    root = edited((LOT, "fields:\n", field("0..1")))
    run = CliRunner().invoke(command, [str(ROOT), str(root), "--check"], standalone_mode=False)
    assert run.return_value == 1
    assert "the changes are minor, the version goes from 1.0.0 to 1.0.0" in run.output
    run = CliRunner().invoke(command, [str(ROOT), str(root), "--format", "json"], standalone_mode=False)
    assert run.return_value == 0
    value = json.loads(run.output)
    assert value["step"] == "minor"
    assert {change["kind"] for change in value["changes"]} == {"added"}
