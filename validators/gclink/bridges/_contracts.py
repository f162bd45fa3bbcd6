"""Minimal contracts of the neighbours' forms, in our own words, as JSON Schemas that ship with the library.

They let a bridge tell a file that does not have its own form, and let exports be checked where the neighbour's schema
is not at hand. An XML file is held against its JSON rendering (``as_json``).
"""

from __future__ import annotations

import json
from functools import cache
from typing import Any

import jsonschema_rs

from gclink._schemas import artefacts
from gclink.bridges._json import Digits, escape
from gclink.bridges._nodes import Node

__all__ = ["as_json", "contract_faults"]


def as_json(node: Node) -> dict[str, Any]:
    """Return an element as JSON: each name holds an array, ``_`` the text, ``@name`` an attribute."""
    return {node.name: [_inner(node)]}


def _inner(node: Node) -> dict[str, Any]:
    found: dict[str, Any] = {f"@{name}": value for name, value in node.attributes.items()}
    if node.text or not node.children:
        found["_"] = node.text
    for child in node.children:
        found.setdefault(child.name, []).append(_inner(child))
    return found


def contract_faults(name: str, tree: Any) -> list[tuple[str, str]]:
    """Return JSON Pointer and message of everything a tree breaks of the contract ``name``; ``Digits`` are numbers."""
    errors = _validator(name).iter_errors(_plain(tree))
    return [("".join(f"/{escape(str(step))}" for step in error.instance_path), error.message) for error in errors]


@cache
def _validator(name: str) -> Any:
    raw = (artefacts("schemas/contracts") / f"{name}.json").read_text(encoding="utf-8")
    return jsonschema_rs.Draft202012Validator(json.loads(raw))


def _plain(value: Any) -> Any:
    """Return a tree of plain JSON values, of which a schema asks only the type."""
    if isinstance(value, Digits):
        return int(value) if value.lstrip("-").isdigit() else float(value)
    if isinstance(value, dict):
        return {name: _plain(item) for name, item in value.items()}
    return [_plain(item) for item in value] if isinstance(value, list) else value
