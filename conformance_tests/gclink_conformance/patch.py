"""JSON Patch (RFC 6902): add, replace and remove, which is all that a one-fault case needs."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any


class PatchError(ValueError):
    """An operation that does not fit the document."""


def apply(tree: Any, operation: Mapping[str, Any]) -> Any:
    """Return the tree after one operation; the tree given is changed."""
    steps = [step.replace("~1", "/").replace("~0", "~") for step in operation["path"].split("/")[1:]]
    op = operation["op"]
    if not steps:
        if op != "replace":
            raise PatchError(f"{op} at the root of a document")
        return operation["value"]
    parent = tree
    for step in steps[:-1]:
        parent = _child(parent, step, operation["path"])
    last = steps[-1]
    if isinstance(parent, list):
        _in_array(parent, last, operation)
    elif isinstance(parent, dict):
        _in_object(parent, last, operation)
    else:
        raise PatchError(f"{operation['path']} leads into a value that holds nothing")
    return tree


def _child(parent: Any, step: str, path: str) -> Any:
    try:
        return parent[int(step)] if isinstance(parent, list) else parent[step]
    except (KeyError, IndexError, ValueError, TypeError) as error:
        raise PatchError(f"{path}: there is no {step!r}") from error


def _in_array(parent: list[Any], step: str, operation: Mapping[str, Any]) -> None:
    if operation["op"] == "add" and step == "-":
        parent.append(operation["value"])
        return
    index = int(step)
    if operation["op"] == "add":
        parent.insert(index, operation["value"])
        return
    if index >= len(parent):
        raise PatchError(f"{operation['path']}: the array has {len(parent)} items")
    if operation["op"] == "remove":
        del parent[index]
    elif operation["op"] == "replace":
        parent[index] = operation["value"]
    else:
        raise PatchError(f"no operation {operation['op']!r}")


def _in_object(parent: dict[str, Any], step: str, operation: Mapping[str, Any]) -> None:
    op = operation["op"]
    if op == "add":
        parent[step] = operation["value"]
        return
    if step not in parent:
        raise PatchError(f"{operation['path']}: there is no {step!r} to {op}")
    if op == "remove":
        del parent[step]
    elif op == "replace":
        parent[step] = operation["value"]
    else:
        raise PatchError(f"no operation {op!r}")
