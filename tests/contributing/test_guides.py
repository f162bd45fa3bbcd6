"""The guides for contributors are followed step by step on a copy of the checkout, and everything follows."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
GUIDES = ("add-a-code", "add-a-field", "add-a-class", "add-a-rule")
COPIED = ("spec", "schemas", "ontology", "validators", "conformance_tests", "examples")
#: A console block holds commands with what they show (exit-1: they fail), a yaml block with a title is a file to write.
_BLOCK = re.compile(r"^```(console|yaml)( [^\n]*)?\n(.*?)^```$", re.S | re.M)


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    for name in COPIED:
        skip = shutil.ignore_patterns("__pycache__", "node_modules", ".lib")
        shutil.copytree(ROOT / name, tmp_path / name, ignore=skip)
    return tmp_path


def run(command: str, checkout: Path) -> subprocess.CompletedProcess[str]:
    path = os.pathsep.join(str(checkout / name) for name in ("validators", "spec", "conformance_tests"))
    python = f"{sys.executable} -m gclink "
    return subprocess.run(
        re.sub(r"(?m)^gclink |(?<=&& )gclink ", python, command),
        shell=True,
        cwd=checkout,
        env={**os.environ, "PYTHONPATH": path, "GCLINK_LANG": "en"},
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )


def follow(guide: str, checkout: Path) -> None:
    """Run each console block, compare what it shows, and write each file block."""
    text = (ROOT / "docs" / "en" / "contributing" / f"{guide}.md").read_text(encoding="utf-8")
    blocks = _BLOCK.findall(text.replace("``` {.console .exit-1}", "```console exit-1"))
    assert blocks
    for kind, info, body in blocks:
        if kind == "yaml":
            file = re.search(r'title="([^"]+)"', info)
            if file is not None:
                (checkout / file[1]).write_text(body, encoding="utf-8")
            continue
        due = 1 if "exit-1" in info else 0
        commands = re.findall(r"^\$ (.*(?:\\\n.*)*)", body, re.M)
        shown = [line for line in body.splitlines() if line and not line.startswith(("$ ", "  --", "    "))]
        output = ""
        for command in commands:
            done = run(command, checkout)
            assert done.returncode == due, (command, done.stdout, done.stderr)
            output += done.stdout + done.stderr
        for line in shown:
            assert line.strip() in output, (line, output)


@pytest.mark.long
@pytest.mark.parametrize("guide", GUIDES)
def test_a_guide_holds_when_it_is_followed(guide: str, checkout: Path) -> None:
    follow(guide, checkout)
    done = run("gclink spec check", checkout)
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("sound: ")


@pytest.mark.parametrize("guide", GUIDES)
def test_a_guide_has_the_same_steps_in_both_languages(guide: str) -> None:
    commands = [
        re.findall(r"^\$ (.*)$", (ROOT / "docs" / language / "contributing" / f"{guide}.md").read_text("utf-8"), re.M)
        for language in ("en", "zh")
    ]
    assert commands[0] == commands[1] != []
