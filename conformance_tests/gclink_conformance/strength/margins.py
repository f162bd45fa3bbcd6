"""The margins: how many mutants of each requirement are caught, kept in a file that only ever gets better.

A run compares with the file: a score that falls is a defect of the suite, for a case was lost or weakened. Mutants
that no case can catch, because they do the same, stand in ``equivalents.yaml`` one by one, each with its reason.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict
from functools import cache
from pathlib import Path
from typing import Any, Final

import orjson
import yaml

from gclink_conformance.strength._mutant import Fate
from gclink_conformance.strength.trivial import Score
from gclink_conformance.suite import root

FORMAT: Final = "gclink-strength/1"
Margins = dict[str, Any]


def path() -> Path:
    """Return where the margins stand."""
    return root() / "margins.json"


@cache
def equivalents() -> Mapping[str, Mapping[str, str]]:
    """Return the mutants that do the same as the original: id -> reason in both languages.

    The file holds groups, each with one ``reason`` and the ``mutants`` that it is the reason for.
    """
    file = root() / "equivalents.yaml"
    listed = yaml.safe_load(file.read_text(encoding="utf-8")) if file.is_file() else None
    return {mutant: group["reason"] for group in listed or () for mutant in group["mutants"]}


def refuted(fates: Iterable[Fate]) -> Iterator[str]:
    """Yield the mutants that are listed as doing the same, and that a case notices all the same."""
    for fate in fates:
        if fate.killed and fate.id in equivalents():
            yield f"{fate.id}: listed as the same, but noticed by {fate.kills[0]}"


def stale(fates: Iterable[Fate]) -> Iterator[str]:
    """Yield what is listed as doing the same and is no mutant any more, given the fates of all mutants."""
    for identifier in sorted(equivalents().keys() - {fate.id for fate in fates}):
        yield f"{identifier}: listed as the same, but no such mutant is made"


def load(file: Path) -> Margins:
    """Return the margins of a file; empty ones where there is none yet."""
    if not file.is_file():
        return {"format": FORMAT, "requirements": {}, "trivial": [], "adapters": []}
    loaded: Margins = orjson.loads(file.read_bytes())
    return loaded


def save(margins: Margins, file: Path) -> None:
    """Write margins, byte for byte the same for the same content."""
    ordered = {**margins, "requirements": dict(sorted(margins["requirements"].items()))}
    file.write_bytes(orjson.dumps(ordered, option=orjson.OPT_INDENT_2) + b"\n")


def measured(fates: Iterable[Fate]) -> dict[str, dict[str, Any]]:
    """Return the margins of each requirement that a run was about.

    ``mutants`` counts those that are not equivalent; ``killed`` those that a case notices, ``safe`` those that two do.
    ``reasons`` are the mutants among them that have the right verdict and the wrong reason or place.
    """
    found: dict[str, dict[str, Any]] = {}
    known = equivalents()
    for fate in fates:
        entry = found.setdefault(
            fate.requirement,
            {
                "mutants": 0,
                "killed": 0,
                "safe": 0,
                "equivalent": 0,
                "reasons": [0, 0],
                "layers": {},
                "operators": {},
                "survivors": [],
            },
        )
        if fate.id in known and not fate.killed:
            entry["equivalent"] += 1
            continue
        _count(entry, fate)
    return found


def _count(entry: dict[str, Any], fate: Fate) -> None:
    row = (1, int(fate.killed), int(fate.safe))
    for name, value in zip(("mutants", "killed", "safe"), row, strict=True):
        entry[name] += value
    for table, key in (("layers", fate.layer), ("operators", fate.operator)):
        before = entry[table].get(key, [0, 0, 0])
        entry[table][key] = [one + other for one, other in zip(before, row, strict=True)]
    if fate.reason:
        entry["reasons"] = [entry["reasons"][0] + 1, entry["reasons"][1] + int(fate.killed)]
    if not fate.killed:
        entry["survivors"].append(fate.id)


def drops(before: Margins, now: Mapping[str, Mapping[str, Any]]) -> Iterator[str]:
    """Yield what became worse, given the whole of the requirements that were measured."""
    for requirement, entry in now.items():
        known = before["requirements"].get(requirement)
        if known is None:
            continue
        for name in ("killed", "safe"):
            old, new = known[name] * entry["mutants"], entry[name] * known["mutants"]
            if new < old:
                yield f"{requirement}: {name} {entry[name]}/{entry['mutants']}, was {known[name]}/{known['mutants']}"


def losses(before: Margins, fates: Iterable[Fate]) -> Iterator[str]:
    """Yield the mutants of a sample that are not caught though the margins say that they are."""
    for fate in fates:
        known = before["requirements"].get(fate.requirement)
        if known is None or fate.id in equivalents():
            continue
        if not fate.killed and fate.id not in known["survivors"]:
            yield f"{fate.id}: no case notices it any more"


def unlisted(now: Mapping[str, Mapping[str, Any]]) -> list[str]:
    """Return the survivors that are neither killed nor explained."""
    return [identifier for entry in now.values() for identifier in entry["survivors"]]


def scored(scores: Iterable[Score]) -> list[dict[str, Any]]:
    """Return the scores of trivial implementations as they are written."""
    return [asdict(made) for made in scores]
