"""The wheel by itself: installed outside the checkout it finds schemas, ontology and cases, and validates."""

from __future__ import annotations

import json
import subprocess
import sys
import sysconfig
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]

_LOOK = """
import json, pathlib, gclink, gclink_conformance
from gclink._schemas import artefacts
base = pathlib.Path(gclink.__file__).parent
print(json.dumps({
    "gclink": str(base),
    "schemas": sorted(p.name for p in (artefacts("schemas/json")).iterdir()),
    "ontology": sorted(p.name for p in artefacts("ontology").iterdir()),
    "cases": len(list((pathlib.Path(gclink_conformance.__file__).parent / "_data" / "cases").rglob("*.yaml"))),
}))
"""


@pytest.fixture(scope="module")
def python(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the Python of a fresh environment that holds the wheel; dependencies are lent by this one."""
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(ROOT)],
        check=True,
        capture_output=True,
    )
    (wheel,) = folder.glob("*.whl")
    environment = folder / "env"
    subprocess.run([sys.executable, "-m", "venv", str(environment)], check=True)
    fresh = environment / "bin" / "python"
    place = subprocess.run(
        [str(fresh), "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"],
        check=True,
        capture_output=True,
        text=True,
    ).stdout.strip()
    # A path in a .pth file lends packages without running the .pth files in it, so the checkout stays out of sight.
    (Path(place) / "lent.pth").write_text(sysconfig.get_path("purelib") + "\n")
    subprocess.run(
        [str(fresh), "-m", "pip", "install", "--quiet", "--no-deps", "--no-index", str(wheel)],
        check=True,
        capture_output=True,
    )
    return fresh


def _run(python: Path, folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([str(python), *arguments], cwd=folder, capture_output=True, text=True, check=False)


def test_the_wheel_carries_schemas_ontology_and_cases(python: Path, tmp_path: Path) -> None:
    ran = _run(python, tmp_path, "-c", _LOOK)
    assert ran.returncode == 0, ran.stderr
    seen: dict[str, Any] = json.loads(ran.stdout)
    assert str(ROOT) not in seen["gclink"]
    assert seen["schemas"] == sorted(path.name for path in (ROOT / "schemas" / "json").iterdir())
    assert {"gclink.ttl", "codelists.ttl", "shapes.ttl", "rules.ttl"} <= set(seen["ontology"])
    assert seen["cases"] == len(list((ROOT / "conformance_tests" / "cases").rglob("*.yaml")))


def test_the_wheel_validates_the_example_from_outside(python: Path, tmp_path: Path) -> None:
    for syntax in ("json", "xml", "turtle"):
        folder = ROOT / "examples" / "litchi" / syntax
        ran = _run(python, tmp_path, "-m", "gclink", "validate", str(folder), "--as-of", "2026-10-01")
        assert ran.returncode == 0, ran.stdout + ran.stderr


def test_the_reference_engines_run_from_the_wheel(python: Path, tmp_path: Path) -> None:
    document = next((ROOT / "examples" / "litchi" / "json").glob("party-*.json"))
    ran = _run(python, tmp_path, "-m", "gclink", "validate", "--engine", "all", str(document))
    assert ran.returncode == 0, ran.stdout + ran.stderr


def test_the_conformance_suite_runs_from_the_wheel(python: Path, tmp_path: Path) -> None:
    adapter = f"{python} -m gclink_conformance.reference"
    arguments = [
        "conformance",
        "run",
        "--adapter",
        adapter,
        "--out",
        str(tmp_path / "out"),
        "--jobs",
        "1",
        "--lang",
        "en",
    ]
    ran = _run(python, tmp_path, "-m", "gclink", *arguments, "--filter", "GCL-LNK-012")
    assert ran.returncode == 0, ran.stdout + ran.stderr
    assert "0 fail, 0 error" in ran.stdout
    ran = _run(python, tmp_path, "-m", "gclink", "conformance", "template", "python", "--lang", "en")
    assert (tmp_path / "adapter.py").is_file(), ran.stdout + ran.stderr
    digests = [
        _run(fresh, tmp_path, "-c", "from gclink_conformance.suite import digest; print(digest())").stdout
        for fresh in (python, Path(sys.executable))
    ]
    assert digests[0].startswith("sha-256:")
    assert digests[0] == digests[1]  # the suite of the wheel is the suite of the checkout
