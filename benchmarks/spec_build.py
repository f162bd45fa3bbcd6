"""The compiler: the whole model to every artefact."""

from __future__ import annotations

from pathlib import Path

from gclink_spec import load_model
from gclink_spec.build import artefacts

from benchmarks._timing import Figure, medians


def figures(root: Path, rounds: int) -> list[Figure]:
    """Time a build from the YAML to the bytes of every artefact."""
    measured = medians({"build": lambda: artefacts(load_model(root / "spec"))}, min(rounds, 3), least=0)
    return [Figure("gclink spec build, whole model", measured["build"], "s", 5, at_least=False)]
