"""The graph of lots and what they were made from: cycles in it, and all that descends from some lots.

Each question costs one walk over the graph, whatever its depth: a chain may be thousands of lots long.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from gclink.bundle._index import Bundle

#: Lots by id, each with the ids it leads to.
Edges = dict[str, list[str]]


def sources(bundle: Bundle) -> Edges:
    """Return each lot with the lots it was produced from, as far as the bundle holds them."""
    edges: Edges = {}
    for lot in bundle.of("Lot"):
        edges[lot.id] = [
            reference.target
            for reference in lot.refers("producedFrom")
            if (source := bundle.get(reference.target)) is not None and source.type == "Lot"
        ]
    return edges


def turned(edges: Edges) -> Edges:
    """Return the graph with every edge the other way round: from a lot to what was made of it."""
    back: Edges = {name: [] for name in edges}
    for name, targets in edges.items():
        for target in targets:
            back.setdefault(target, []).append(name)
    return back


def reached(edges: Edges, starts: Iterable[str]) -> set[str]:
    """Return the starts and everything they lead to."""
    found = set(starts)
    waiting = list(found)
    while waiting:
        for target in edges.get(waiting.pop(), ()):
            if target not in found:
                found.add(target)
                waiting.append(target)
    return found


def on_cycles(edges: Edges) -> set[str]:
    """Return the lots that lead back to themselves."""
    return {name for ring in rings(edges) for name in ring}


def rings(edges: Edges) -> Iterator[list[str]]:
    """Yield each group of names of which every one leads to every other, and a name that leads to itself.

    Two walks in depth, the second against the edges in the reverse order of leaving (Kosaraju): what it reaches from
    one start leads to the start and back.
    """
    seen: set[str] = set()
    left = [name for start in edges for name in _walk(edges, start, seen)]
    back = turned(edges)
    seen = set()
    for start in reversed(left):
        group = list(_walk(back, start, seen))
        if len(group) > 1 or start in edges.get(start, ()):
            yield group


def _walk(edges: Edges, start: str, seen: set[str]) -> Iterator[str]:
    """Yield what a start leads to and was not seen yet, each when the walk leaves it; without recursion."""
    if start in seen:
        return
    seen.add(start)
    open_ = [(start, iter(edges.get(start, ())))]
    while open_:
        name, rest = open_[-1]
        following = next((target for target in rest if target not in seen), None)
        if following is None:
            open_.pop()
            yield name
        else:
            seen.add(following)
            open_.append((following, iter(edges.get(following, ()))))
