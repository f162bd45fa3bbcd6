"""One document from the shell: the whole command, start-up included."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from benchmarks._timing import Figure, medians

_THEIRS = """
import sys
import rdflib, pyshacl
data = rdflib.Graph().parse(sys.argv[1], format="turtle")
shapes = rdflib.Graph().parse(sys.argv[2], format="turtle")
# The verdict is not compared: by default rdflib rewrites the literals on the way. Only the time is.
pyshacl.validate(data, shacl_graph=shapes)
"""


def figures(root: Path, rounds: int) -> list[Figure]:
    """Compare ``gclink validate`` with a process that imports rdflib and pyshacl and validates the same document."""
    document = root / "examples" / "litchi" / "json" / "passport-fruit.json"
    turtle = root / "examples" / "litchi" / "turtle" / "passport-fruit.ttl"
    ours = [sys.executable, "-m", "gclink", "validate", str(document), "--as-of", "2026-10-01"]
    theirs = [sys.executable, "-c", _THEIRS, str(turtle), str(root / "ontology" / "shapes.ttl")]

    def run(command: list[str]) -> None:
        subprocess.run(command, check=True, capture_output=True)

    measured = medians({"ours": lambda: run(ours), "theirs": lambda: run(theirs)}, rounds, least=0)
    return [
        Figure(
            "shell, one document: ours / rdflib and pyshacl", measured["ours"] / measured["theirs"], "x", 0.5, False
        ),
        Figure("shell: ours", measured["ours"] * 1000, "ms"),
    ]
