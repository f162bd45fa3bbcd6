"""Two versions of the standard side by side: this one, and one built from an edited copy of its source."""

from __future__ import annotations

import importlib
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from gclink_spec import build, load_model
from gclink_spec.versions import Artefacts, Change, compare, open_place, snapshot

ROOT = Path(__file__).resolve().parents[2]
#: (file below spec/, text, its replacement)
Edit = tuple[str, str, str]
SOURCES = ("spec", "schemas/source")


#: What a comparison reads; the other artefacts follow from the same source and would only take time.
EMITTERS = ("runtime", "json_schema", "owl", "skos", "shacl_core", "xsd")


def built(root: Path) -> None:
    """Write the compared artefacts of a copy of the source."""
    model = load_model(root / "spec")
    files: dict[str, bytes] = {}
    for name in EMITTERS:
        files |= importlib.import_module(f"gclink_spec.emit.{name}").emit(model)
    build.write(files, root)


@pytest.fixture(scope="session")
def here() -> Artefacts:
    return open_place(str(ROOT), ROOT)


@pytest.fixture
def edited(tmp_path: Path) -> Callable[..., Path]:
    """Return what builds a checkout whose source has some edits."""

    def make(*edits: Edit, build_too: bool = True) -> Path:
        for name in SOURCES:
            skip = shutil.ignore_patterns("gclink_spec", "parts")
            shutil.copytree(ROOT / name, tmp_path / name, ignore=skip, dirs_exist_ok=True)
        for file, old, new in edits:
            path = tmp_path / "spec" / file
            text = path.read_text(encoding="utf-8")
            assert old in text, (file, old)
            path.write_text(text.replace(old, new, 1), encoding="utf-8")
        if build_too:
            built(tmp_path)
        shutil.copytree(ROOT / "changes", tmp_path / "changes", dirs_exist_ok=True)
        return tmp_path

    return make


@pytest.fixture
def changes(edited: Callable[..., Path], here: Artefacts) -> Callable[..., tuple[Change, ...]]:
    """Return what tells the changes that some edits make."""

    def tell(*edits: Edit) -> tuple[Change, ...]:
        return compare(snapshot(here), snapshot(open_place(str(edited(*edits)), ROOT)))

    return tell
