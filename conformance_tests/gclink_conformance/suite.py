"""The suite as a whole: every case, from files and from the model, and one digest that names exactly this suite."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Final

from gclink import __version__

from gclink_conformance.cases import Case, example, load

#: The version of the suite; it moves with the standard.
VERSION: Final = __version__


@cache
def root() -> Path:
    """Return the folder that holds cases, bases and vectors: in a checkout, or inside the installed package."""
    inside = Path(__file__).parent / "_data"
    return inside if inside.is_dir() else Path(__file__).parents[1]


@cache
def cases() -> tuple[Case, ...]:
    """Return every case that asks for a verdict: those of the files, then those generated."""
    from gclink_conformance.generated.damaged import damaged
    from gclink_conformance.generated.faults import faults

    return (*load(root() / "cases"), *damaged(root()), *faults(root()))


@cache
def digest() -> str:
    """Return the digest over everything that a run depends on: cases, bases, vectors, worked example, generators."""
    total = hashlib.sha256()
    for path in _files():
        total.update(path.name.encode() + b"\0" + hashlib.sha256(path.read_bytes()).digest())
    return f"sha-256:{total.hexdigest()}"


def _files() -> Iterator[Path]:
    for folder in ("cases", "bases", "vectors"):
        yield from sorted(path for path in (root() / folder).rglob("*") if path.suffix in (".yaml", ".json"))
    yield from sorted(example(root(), "litchi").glob("*.json"))
    yield from sorted((Path(__file__).parent / "generated").glob("*.py"))
