"""The one order in which the arrays of a case travel, so that a place means the same in every syntax.

Arrays are sets: XML is written in canonical order and a graph has none. A case is written in the order of its base, so
its documents are put in canonical order before they are sent, and the places it expects move with them.
"""

from __future__ import annotations

from typing import Any

from gclink.canonical import canonical_order, canonical_tree
from gclink.errors import GclinkError
from gclink.findings import path_of, pointer_of

Tree = dict[str, Any]


def in_order(tree: Tree) -> Tree:
    """Return a document with its arrays in canonical order; one that has no canonical form stays as it is."""
    try:
        return canonical_tree(tree)
    except (GclinkError, TypeError, ValueError):
        return tree


def moved(tree: Tree, pointer: str) -> str:
    """Return where a place of the document as written stands in the document in order.

    Steps that lead to nothing (a missing member is a place too) stay as they are.
    """
    if in_order(tree) is tree:
        return pointer
    steps: list[str | int] = []
    node: Any = tree
    for step in path_of(pointer):
        if isinstance(node, list) and step.isdigit() and int(step) < len(node):
            steps.append(_rank(node, int(step)))
            node = node[int(step)]
        else:
            steps.append(step)
            node = node.get(step) if isinstance(node, dict) else None
    return pointer_of(tuple(steps))


def _rank(items: list[Any], index: int) -> int:
    """Return the new index of an item; of equal items the first stays first."""
    ordered = canonical_order(items)
    item = canonical_order([items[index]])[0]
    places = [place for place, other in enumerate(ordered) if other == item]
    earlier = sum(1 for other in items[:index] if canonical_order([other])[0] == item)
    return places[earlier]
