"""Versions of one document: a document never changes, another one supersedes it."""

from __future__ import annotations

from collections.abc import Iterator

from gclink.bundle._entry import Entry
from gclink.bundle._index import Bundle
from gclink.bundle._values import find


def earlier(bundle: Bundle, entry: Entry) -> Iterator[Entry]:
    """Yield the documents that a document replaced, the nearest first; a circle is walked once."""
    seen = {entry.id}
    while True:
        cited = next((r.target for r in entry.refers("supersedes") if len(r.path) == 1), None)
        old = find(bundle, cited, entry.type)
        if old is None or old.id in seen:
            return
        seen.add(old.id)
        yield old
        entry = old


def later(bundle: Bundle, entry: Entry) -> Iterator[Entry]:
    """Yield the documents that replaced a document, at any distance; one that is revoked replaces nothing."""
    seen, waiting = {entry.id}, [entry]
    while waiting:
        for other in bundle.successors(waiting.pop().id):
            if other.id not in seen and other.type == entry.type and bundle.status(other) != "revoked":
                seen.add(other.id)
                waiting.append(other)
                yield other
