"""Setting up the implementations in other languages says what is missing instead of failing or keeping silent."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from other_languages import ADAPTERS

#: All that the script itself needs before it looks for a language.
_TOOLS = ("bash", "dirname", "grep", "head", "id")


@pytest.fixture
def bare_path(tmp_path: Path) -> str:
    """Return a search path with the script's own tools and no language."""
    for tool in _TOOLS:
        found = shutil.which(tool)
        if found is None:
            pytest.skip(f"there is no {tool} on this system")
        (tmp_path / tool).symlink_to(found)
    return str(tmp_path)


def _set_up(path: str, *names: str) -> subprocess.CompletedProcess[str]:
    bash = shutil.which("bash")
    assert bash is not None
    return subprocess.run(
        [bash, str(ADAPTERS / "setup.sh"), *names],
        env={"PATH": path},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


def test_without_node_and_jdk_it_says_so_and_goes_on(bare_path: str) -> None:
    done = _set_up(bare_path)
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines() == [
        "adapter node: skipped, there is no node with npm",
        "adapter java: skipped, there is no JDK (javac)",
    ]


def test_an_adapter_that_is_none_is_refused(bare_path: str) -> None:
    done = _set_up(bare_path, "cobol")
    assert done.returncode == 2
    assert "there is no adapter cobol" in done.stderr


def test_packages_are_pinned_exactly() -> None:
    import json

    package = json.loads((ADAPTERS / "node" / "package.json").read_text(encoding="utf-8"))
    assert all(version[0].isdigit() for version in package["dependencies"].values())
    lines = (ADAPTERS / "java" / "requirements.txt").read_text(encoding="utf-8").splitlines()
    pins = [line for line in lines if line and not line.startswith("#")]
    assert pins
    assert all("==" in line and "--hash=sha256:" in line for line in pins)


def test_they_share_no_code_with_the_library_or_the_compiler() -> None:
    sources = [*ADAPTERS.glob("node/*.js"), *ADAPTERS.glob("node/lib/*.js"), *ADAPTERS.glob("java/src/gclink/*.java")]
    assert len(sources) > 20
    for path in sources:
        text = path.read_text(encoding="utf-8")
        for folder in ("validators/", "gclink_spec", "gclink_conformance", "_generated", "spec/model"):
            assert folder not in text, f"{path.name} names {folder}"
