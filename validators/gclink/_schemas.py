"""The published JSON Schemas, compiled once per class for the fast path.

Schemas are read from the package and resolved by ``$id`` among themselves; a reference to anything else is an error,
because nothing is fetched while validating.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

import jsonschema_rs
import orjson

BASE = "https://w3id.org/gclink/schema/1.0/"


def artefacts(folder: str) -> Traversable:
    """Return a folder of published artefacts: inside the wheel, or at the root of a checkout.

    ``folder`` is ``schemas/...`` or ``ontology``; the wheel carries both below the package as ``_artefacts``.
    """
    inside = files("gclink") / "_artefacts" / folder
    if inside.is_dir():
        return inside
    checkout = Path(__file__).resolve().parents[2] / folder
    if checkout.is_dir():
        return checkout
    raise FileNotFoundError(f"the published artefacts ({folder}) are neither in the package nor in a checkout")


@cache
def schema(name: str) -> dict[str, Any]:
    """Return one published schema by class name (or ``common``)."""
    loaded: dict[str, Any] = orjson.loads((artefacts("schemas/json") / f"{name}.json").read_bytes())
    return loaded


def _definition(name: str) -> dict[str, Any]:
    found: dict[str, Any] = schema("common")["$defs"][name]
    return found


def _nothing_else(iri: str) -> dict[str, Any]:
    raise ValueError(f"{iri} is not a schema of this standard, and nothing is fetched")


@cache
def acceptor(name: str) -> Callable[[Any], bool]:
    """Return the function that says whether the published schema of a class accepts a tree."""
    from gclink._lean_schema import lean

    validator = jsonschema_rs.Draft202012Validator(lean(schema(name), _definition), retriever=_nothing_else)
    accepts: Callable[[Any], bool] = validator.is_valid
    return accepts


def is_valid(name: str, tree: dict[str, Any]) -> bool:
    """Whether the published schema of a class accepts a tree."""
    return acceptor(name)(tree)
