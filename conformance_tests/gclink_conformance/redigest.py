"""Digests that follow a change: a case changes one document, and what cites it must still cite it rightly."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from gclink.canonical import digest
from gclink.errors import GclinkError

Tree = dict[str, Any]

#: What a patch writes for a digest that is to be computed.
FOLLOW = "follow"


def redigest(trees: dict[str, Tree], pinned: set[tuple[str, str]]) -> dict[str, Tree]:
    """Return the documents with every citation of a document of the set brought up to date.

    ``pinned`` holds (document name, pointer) pairs that a patch has set and that stay as they are. Citations form no
    cycle; where a patch makes one, the digests inside it are left alone.
    """
    by_id = {tree["id"]: name for name, tree in trees.items() if isinstance(tree.get("id"), str)}
    done: dict[str, str | None] = {}
    for name in trees:
        _settle(name, trees, by_id, pinned, done)
    return trees


def _settle(
    name: str,
    trees: dict[str, Tree],
    by_id: dict[Any, str],
    pinned: set[tuple[str, str]],
    done: dict[str, str | None],
) -> str | None:
    if name in done:
        return done[name]
    done[name] = None  # marks "being settled", which ends a cycle
    for pointer, citation in _citations(trees[name], ""):
        cited = citation.get("target")
        target = by_id.get(cited) if isinstance(cited, str) else None
        touched = {pointer, f"{pointer}/digest"} & {place for owner, place in pinned if owner == name}
        if target is None or (touched and citation.get("digest") != FOLLOW):
            continue
        found = _settle(target, trees, by_id, pinned, done)
        if found is not None:
            citation["digest"] = found
    try:
        done[name] = digest(trees[name])
    except (GclinkError, TypeError, ValueError):
        done[name] = None  # a tree that is not canonical has no digest; the case is about that
    return done[name]


def _citations(node: Any, pointer: str) -> Iterator[tuple[str, dict[str, Any]]]:
    if isinstance(node, dict):
        if node.get("type") == "DocumentReference":
            yield pointer, node
        for key, value in node.items():
            yield from _citations(value, f"{pointer}/{key}")
    elif isinstance(node, list):
        for index, item in enumerate(node):
            yield from _citations(item, f"{pointer}/{index}")
