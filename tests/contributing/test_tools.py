"""What editors and commits are set up with names files that are there."""

from __future__ import annotations

import json
from pathlib import Path

import yaml

ROOT = Path(__file__).resolve().parents[2]


def test_the_editor_checks_every_file_of_the_source_with_a_schema_that_is_there() -> None:
    settings = json.loads((ROOT / ".vscode" / "settings.json").read_text())
    covered: set[Path] = set()
    for schema, patterns in settings["yaml.schemas"].items():
        assert (ROOT / schema).is_file()
        for pattern in [patterns] if isinstance(patterns, str) else patterns:
            found = set(ROOT.glob(pattern))
            assert found, pattern
            covered |= found
    folders = ("spec/model", "spec/bundle")
    own = {"spec/bundle/withdrawn.yaml"}
    rest = {
        path.relative_to(ROOT).as_posix()
        for folder in folders
        for path in (ROOT / folder).rglob("*.yaml")
        if path not in covered and "tables" not in path.parts
    }
    assert rest - own == set()


def test_the_snippets_are_yaml_once_their_places_are_filled() -> None:
    import re

    snippets = json.loads((ROOT / ".vscode" / "standard.code-snippets").read_text())
    for snippet in snippets.values():
        text = "\n".join(snippet["body"])
        text = re.sub(r"\$\{[0-9]+\|([^,|]*)[^}]*\|\}", r"\1", text)
        text = re.sub(r"\$\{[0-9]+:([^}]*)\}", r"\1", text)
        assert "${" not in text
        assert yaml.safe_load(text)


def test_the_hooks_before_a_commit_call_what_the_environment_has() -> None:
    hooks = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text())["repos"][0]["hooks"]
    assert [hook["entry"].split()[0] for hook in hooks] == [".venv/bin/ruff", ".venv/bin/ruff", ".venv/bin/gclink"]


def test_the_templates_ask_for_the_classes_of_change_that_the_comparison_knows() -> None:
    from gclink_spec.versions import Kind

    text = (ROOT / ".github" / "pull_request_template.md").read_text()
    for kind in Kind:
        assert kind is Kind.CHANGED or kind.value in text


def test_every_file_of_tests_has_a_name_of_its_own() -> None:
    names = [path.name for path in (ROOT / "tests").rglob("test_*.py")]
    assert sorted({name for name in names if names.count(name) > 1}) == []
