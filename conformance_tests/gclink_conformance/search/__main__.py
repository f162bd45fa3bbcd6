"""``python -m gclink_conformance.search GLOB``: look for cases that notice what the suite does not, and write them."""

from __future__ import annotations

import argparse
import fnmatch
import multiprocessing
import time

from gclink_conformance.search._find import search, weak
from gclink_conformance.search._made import Found
from gclink_conformance.search._written import write
from gclink_conformance.strength import _hunt
from gclink_conformance.strength.margins import equivalents
from gclink_conformance.suite import cases, root


def main() -> None:
    """Hunt the mutants of the requirements named, search for what notices the weak ones, and write the cases."""
    parser = argparse.ArgumentParser(prog="python -m gclink_conformance.search", description=__doc__)
    parser.add_argument("patterns", nargs="+", metavar="GLOB", help="requirements, as in GCL-LNK-*")
    parser.add_argument("--seconds", type=float, default=60.0, help="for each requirement")
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args()
    wanted = sorted(
        name
        for part in _hunt.parts()
        if part.tier != "T1"
        for name in part.requirements
        if any(fnmatch.fnmatchcase(name, pattern) for pattern in options.patterns)
    )
    cases()
    work = [(name, options.seconds, options.seed) for name in wanted]
    with multiprocessing.get_context("fork").Pool(options.jobs, maxtasksperchild=8) as pool:
        for name, said, found in pool.imap_unordered(_one, work):
            write((one.case for one in found), root() / "near")
            print(f"{name}: {said}", flush=True)


def _one(task: tuple[str, float, int]) -> tuple[str, str, list[Found]]:
    name, seconds, seed = task
    started = time.perf_counter()
    fates = _hunt.hunt(_hunt.parts(name))
    hunted = weak(name, {fate.id: fate.kills for fate in fates}, frozenset(equivalents()))
    found = search(hunted, seconds, seed) if hunted.mutants else []
    noticed = {key: sum(key in one.kills for one in found) for key in hunted.lack}
    left = sum(noticed[key] < count for key, count in hunted.lack.items())
    said = f"{len(hunted.mutants)} weak, {left} left, {len(found)} cases, {time.perf_counter() - started:.0f} s"
    return name, said, found


if __name__ == "__main__":
    main()
