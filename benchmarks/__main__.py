"""``python -m benchmarks``: every figure of the project that is a time, measured now, on this machine, as a ratio.

Runs are interleaved and the medians compared, because absolute speeds drift while a machine is busy. The documents are
those of the worked example, so that nothing is tuned to a toy.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from benchmarks import documents, process, registry, spec_build
from benchmarks._timing import Figure


def main() -> int:
    """Measure, print a table, and compare with the goals; exit code 1 where a goal is missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=9, help="interleaved rounds per figure")
    parser.add_argument("--json", metavar="FILE", help="write the figures as JSON too")
    options = parser.parse_args()
    root = Path(__file__).resolve().parent.parent
    figures: list[Figure] = []
    for measure in (
        documents.json_figures,
        documents.xml_figures,
        process.figures,
        spec_build.figures,
        registry.figures,
    ):
        figures += measure(root, options.rounds)
    width = max(len(figure.name) for figure in figures)
    for figure in figures:
        goal = "" if figure.goal is None else f"   goal {figure.goal_text}   {'met' if figure.met else 'MISSED'}"
        print(f"{figure.name.ljust(width)}  {figure.value:9.2f} {figure.unit}{goal}")
    if options.json:
        Path(options.json).write_text(json.dumps([figure.as_dict() for figure in figures], indent=2) + "\n")
    return 0 if all(figure.met for figure in figures) else 1


sys.exit(main())
