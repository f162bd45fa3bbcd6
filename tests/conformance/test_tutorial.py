"""The templates of the tutorial; that the tutorial does what it shows is tested with the other pages."""

from __future__ import annotations

import re
import shutil
import sys
from pathlib import Path

import pytest
from gclink_conformance.protocol_page import filled
from gclink_conformance.runner.session import Request, run
from miniatures import ROOT

TEMPLATES = ROOT / "conformance_tests" / "adapters"


@pytest.mark.parametrize("name", ["tutorial", "protocol"])
def test_both_languages_show_the_same_commands_and_examples(name: str) -> None:
    pages = [(ROOT / "docs" / language / "conformance" / f"{name}.md").read_text("utf-8") for language in ("en", "zh")]
    told = [re.findall(r"^(?:\$ |<!-- example ).*$", page.replace("--lang zh", "--lang en"), re.M) for page in pages]
    assert told[0]
    assert told[0] == told[1]


@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_message_of_the_protocol_stands_on_its_page_with_the_example_of_the_schema(language: str) -> None:
    page = (ROOT / "docs" / language / "conformance" / "protocol.md").read_text("utf-8")
    for kind in ("hello", "check", "convert", "derive", "digest", "bye"):
        assert f"request.{kind}/examples/0" in page
        assert f"response.{kind}/examples/0" in page
    assert filled(page) == page


def test_both_templates_give_the_same_results(tmp_path: Path) -> None:
    if shutil.which("node") is None:
        pytest.skip("node is not installed")
    commands = {
        "python": f"{sys.executable} {TEMPLATES / 'python_template' / 'adapter.py'}",
        "javascript": f"node {TEMPLATES / 'javascript_template' / 'adapter.mjs'}",
    }
    outcomes = {}
    for name, command in commands.items():
        result = run(Request(command, out=tmp_path / name, seed=1, pattern="gcl-cor-001-*"), reports=False)
        assert all(attempt.told is None for attempt in result.selftest)
        outcomes[name] = [(row["test"], row["outcome"]) for row in result.rows]
    assert outcomes["python"] == outcomes["javascript"]
    assert {outcome for _, outcome in outcomes["python"]} == {"pass", "fail"}


@pytest.mark.parametrize("name", ["python_template/adapter.py", "javascript_template/adapter.mjs"])
def test_a_template_is_short_and_needs_nothing(name: str) -> None:
    lines = (TEMPLATES / name).read_text(encoding="utf-8").splitlines()
    assert len(lines) <= 55
    imports = {line.split('"')[1] if '"' in line else line.split()[1] for line in lines if line.startswith("import")}
    assert imports <= {"json", "sys", "node:readline"}
