"""Models in Python carry every document of the example without a loss; a missing generator is named with its cure."""

from __future__ import annotations

import importlib.util
import shutil
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import orjson
import pytest
from click.testing import CliRunner
from gclink.canonical import digest
from gclink.cli.generate import command
from gclink.errors import GclinkError
from gclink.generate import LANGUAGES, generate
from gclink.generate import _run as running

CORPUS = sorted((Path(__file__).parents[2] / "examples" / "litchi" / "json").glob("*.json"))


def _imported(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[path.stem] = module  # pydantic looks up annotations there
    spec.loader.exec_module(module)
    return module


def test_every_document_comes_through_the_python_models_with_its_digest(
    tmp_path: Path, digests: dict[str, str]
) -> None:
    (path,) = generate(LANGUAGES["python"], tmp_path)
    models: Any = _imported(path)
    for file in CORPUS:
        document = models.AnyDocument.model_validate_json(file.read_bytes())
        assert type(document.root).__name__ == orjson.loads(file.read_bytes())["type"]
        back = document.model_dump(mode="json", by_alias=True, exclude_none=True)
        assert digest(back) == digests[file.name]


def test_models_of_one_class_hold_nothing_of_the_others(tmp_path: Path) -> None:
    (path,) = generate(LANGUAGES["python"], tmp_path, "Lot")
    text = path.read_text()
    assert "class Lot(" in text
    assert "class Quantity(" in text
    assert "class Facility(" not in text


def test_a_generator_that_no_client_can_fetch_is_named_with_the_command_that_installs_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shutil, "which", lambda _name: None)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(running.sys, "executable", str(tmp_path / "python"))
    with pytest.raises(GclinkError) as error:
        generate(LANGUAGES["typescript"], tmp_path)
    assert error.value.code == "generator_missing"
    assert error.value.hint.en == "npm install json-schema-to-typescript@16.0.0"


def test_a_generator_that_fails_is_told_with_its_last_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(running, "_program", lambda _tool: [sys.executable, "-c", "raise SystemExit('no luck')"])
    with pytest.raises(GclinkError) as error:
        generate(LANGUAGES["go"], tmp_path)
    assert error.value.code == "generator_failed"
    assert "no luck" in error.value.message.en


def test_an_unknown_class_is_refused_before_anything_is_run(tmp_path: Path) -> None:
    with pytest.raises(GclinkError) as error:
        generate(LANGUAGES["python"], tmp_path, "Passport")
    assert error.value.code == "unknown_class"
    with pytest.raises(GclinkError) as error:
        generate(LANGUAGES["sql"], tmp_path, "Lot")
    assert error.value.code == "not_by_class"


def test_the_list_names_each_language_with_its_generator_and_what_is_lost() -> None:
    result = CliRunner().invoke(command, ["--lang", "zh"], standalone_mode=False)
    lines = result.output.splitlines()
    assert [line.split()[0] for line in lines] == list(LANGUAGES)
    assert all("请先验证" in line or "不携带规则" in line for line in lines)
