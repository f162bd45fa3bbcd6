"""What the linter refuses: each fault is made in a copy of the source and must be named with file, line and mend."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from gclink_spec import SpecError, load_model
from gclink_spec.exceptions import Problem
from gclink_spec.lint import lint

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def spec(tmp_path: Path) -> Path:
    for name in ("spec", "schemas/source"):
        shutil.copytree(ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("gclink_spec", "parts"))
    return tmp_path / "spec"


def problems(spec: Path) -> list[Problem]:
    try:
        return lint(load_model(spec), spec)
    except SpecError as error:
        return list(error.problems)


def change(spec: Path, file: str, old: str, new: str) -> int:
    """Replace the first occurrence of a text in a file; return the line on which it stood."""
    path = spec / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return text[: text.index(old)].count("\n") + 1


def only(found: list[Problem], part: str) -> Problem:
    matching = [problem for problem in found if part in problem.message]
    assert matching, f"no problem about {part!r} among {[problem.message for problem in found]}"
    return matching[0]


def test_the_source_is_sound(spec: Path) -> None:
    assert problems(spec) == []


def test_a_missing_translation_is_named_with_its_line(spec: Path) -> None:
    line = change(spec, "model/core/Party.yaml", "zh: 主体类别", "zh: ''")
    problem = only(problems(spec), "field Party.partyKind has no label in zh")
    assert problem.place.startswith(str(spec / "model/core/Party.yaml"))
    assert abs(int(problem.place.rsplit(":", 1)[1]) - line) <= 4
    assert "label" in problem.mend


def test_a_field_name_with_two_meanings_is_refused(spec: Path) -> None:
    change(
        spec, "model/core/Site.yaml", "  country:\n    type: code\n    list: iso3166_1", "  country:\n    type: text"
    )
    assert "one IRI, two meanings" in only(problems(spec), "country is").message


def test_an_unknown_path_in_a_rule_is_named(spec: Path) -> None:
    change(
        spec,
        "model/passport/CarbonPassport.yaml",
        "grossEmissions = components.fossilGhg",
        "grossEmission = components.fossilGhg",
    )
    problem = only(problems(spec), "grossEmission")
    assert "CarbonPassport.yaml:" in problem.place
    assert problem.mend


def test_a_pattern_outside_the_common_subset_is_refused(spec: Path) -> None:
    change(spec, "model/codelists/outside/iso3166_2.yaml", "[A-Z]{2}-", r"\d{2}-")
    assert "which engines read differently" in only(problems(spec), "pattern").message


def test_a_requirement_id_is_never_used_twice(spec: Path) -> None:
    change(spec, "model/core/Site.yaml", "GCL-COR-019:", "GCL-COR-017:")
    assert "stands already at" in only(problems(spec), "GCL-COR-017").message


def test_a_withdrawn_id_is_never_used_again(spec: Path) -> None:
    change(spec, "model/core/Site.yaml", "GCL-COR-019:", "GCL-FIN-002:")
    assert "withdrawn" in only(problems(spec), "GCL-FIN-002").message


def test_a_published_iri_cannot_vanish_or_change_its_meaning(spec: Path) -> None:
    change(spec, "published.yaml", '"geometryWkt": "field text"', '"geometryWkt": "field decimal"')
    change(spec, "published.yaml", '"Lot":', '"Batch":')
    found = problems(spec)
    assert "was published as `field decimal` and is now `field text`" in only(found, "geometryWkt").message
    assert "was published and is gone" in only(found, "Batch").message
    assert "is new and not yet listed" in only(found, "Lot").message


def test_a_reference_to_a_class_that_is_not_there_is_refused(spec: Path) -> None:
    change(spec, "model/core/Site.yaml", "target: [Party]", "target: [Person]")
    only(problems(spec), "Site.operator refers to Person")


def test_a_requirement_without_a_check_is_refused(spec: Path) -> None:
    path = spec / "model/core/Site.yaml"
    text = path.read_text(encoding="utf-8")
    kept = [line for line in text.splitlines(keepends=True) if not line.startswith("    rule: ")]
    path.write_text("".join(kept), encoding="utf-8")
    only(problems(spec), "GCL-COR-019 has 0 of rule, procedure and structural")


def test_a_member_that_the_form_does_not_know_is_named_with_its_line(spec: Path) -> None:
    line = change(spec, "model/core/Site.yaml", "    cardinality: '1'", "    cardinalty: '1'")
    found = problems(spec)
    assert any("cardinalty" in problem.message for problem in found)
    assert any(int(problem.place.rsplit(":", 1)[1]) in range(line - 3, line + 3) for problem in found)


def test_broken_yaml_is_named_with_its_line(spec: Path) -> None:
    line = change(spec, "model/core/Site.yaml", "kind: document", "kind: [document")
    assert any("not YAML" in problem.message for problem in problems(spec)), line


def test_a_duplicate_key_is_refused(spec: Path) -> None:
    change(spec, "model/core/Site.yaml", "kind: document", "kind: document\nkind: value")
    only(problems(spec), "'kind' occurs twice")
