"""The suite as a whole: every case, from files and from the model, and one digest that names exactly this suite."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Final

import orjson
from gclink import __version__

from gclink_conformance.cases import EXAMPLES, Case, example, written

#: The version of the suite; it moves with the standard.
VERSION: Final = __version__


@cache
def root() -> Path:
    """Return the folder that holds cases, bases and vectors: in a checkout, or inside the installed package."""
    inside = Path(__file__).parent / "_data"
    return inside if inside.is_dir() else Path(__file__).parents[1]


@cache
def cases() -> tuple[Case, ...]:
    """Return every case that asks for a verdict: those of the files, by people and by search, then those generated."""
    return (*written(root()), *_generated())


@cache
def _generated() -> tuple[Case, ...]:
    from gclink_conformance.generated.damaged import damaged
    from gclink_conformance.generated.disorder import disorder
    from gclink_conformance.generated.faults import faults

    return (*damaged(root()), *disorder(root()), *faults(root()))


@cache
def digest() -> str:
    """Return the digest over everything that a run depends on: cases, bases, vectors, worked example."""
    total = hashlib.sha256()
    for path in _files():
        total.update(path.name.encode() + b"\0" + hashlib.sha256(path.read_bytes()).digest())
    for case in _generated():
        total.update(_told(case))
    return f"sha-256:{total.hexdigest()}"


def _files() -> Iterator[Path]:
    for folder in ("cases", "near", "bases", "vectors"):
        yield from sorted(path for path in (root() / folder).rglob("*") if path.suffix in (".yaml", ".json"))
    for name in EXAMPLES:
        yield from sorted(example(root(), name).glob("*.json"))


def _told(case: Case) -> bytes:
    """Return all that a generated case is, as bytes."""
    raw = [(item.name, item.format, hashlib.sha256(item.content).hexdigest()) for item in case.raw]
    found = [(item.requirement, item.document, item.location) for item in case.findings]
    patch = [dict(step) for step in case.patch]
    return orjson.dumps([case.id, case.base, patch, raw, case.formats, case.scope, case.as_of, case.verdict, found])
