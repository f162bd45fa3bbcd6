"""The build: the same bytes every time, and drift that cannot pass."""

from __future__ import annotations

from pathlib import Path

import pytest
from gclink_spec import Model, load_model
from gclink_spec.build import GENERATED, artefacts, drift, write

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def model() -> Model:
    return load_model(ROOT / "spec")


@pytest.fixture(scope="module")
def files(model: Model) -> dict[str, bytes]:
    return artefacts(model)


def test_two_builds_give_the_same_bytes(files: dict[str, bytes]) -> None:
    assert artefacts(load_model(ROOT / "spec")) == files


def test_the_committed_artefacts_match_the_source(files: dict[str, bytes]) -> None:
    assert [str(difference) for difference in drift(files, ROOT)] == []


def test_every_kind_of_drift_is_named(files: dict[str, bytes], tmp_path: Path) -> None:
    write(files, tmp_path)
    assert drift(files, tmp_path) == ()
    changed, missing = sorted(files)[0], sorted(files)[1]
    (tmp_path / changed).write_bytes(b"other")
    (tmp_path / missing).unlink()
    stranger = f"{GENERATED[0]}/stranger.json"
    (tmp_path / stranger).write_bytes(b"{}")
    kinds = {(difference.path, difference.kind) for difference in drift(files, tmp_path)}
    assert kinds == {(changed, "changed"), (missing, "missing"), (stranger, "unknown")}


def test_generated_text_files_say_that_they_are_generated(files: dict[str, bytes]) -> None:
    silent = [
        path
        for path, content in files.items()
        if not any(word in content[:3000].lower() for word in (b"generated", b"do not edit", b"by gclink spec build"))
    ]
    # Schemas and tables are data that other programs load whole: their folder says it (build.GENERATED).
    assert [path for path in silent if not path.endswith(".json") and not path.endswith(".jsonld")] == []


def test_every_gap_is_named_with_a_requirement_and_both_languages(model: Model) -> None:
    from gclink_spec.build import gaps

    for gap in gaps(model):
        assert gap.requirement in model.requirements
        assert gap.reason.en
        assert gap.reason.zh
