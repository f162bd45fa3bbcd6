"""All documents of the story by name, their citations brought up to date, and the files they become."""

from __future__ import annotations

from typing import Any

from gclink.convert import convert, ordered
from gclink_conformance.redigest import redigest

from examples.build import finance, green, people, production

Tree = dict[str, Any]

_SYNTAXES = {"json": "json", "xml": "xml", "turtle": "ttl"}


def documents() -> dict[str, Tree]:
    """Return every document by file name, members in the order of the model, digests right."""
    found: dict[str, Tree] = {}
    for module in (people, production, green, finance):
        for name, tree in module.documents().items():
            if name in found:
                raise ValueError(f"two documents are called {name}")
            found[name] = tree
    return {name: ordered(tree) for name, tree in redigest(found, set()).items()}


def files() -> dict[str, bytes]:
    """Return every file of ``examples/litchi`` by path, byte for byte as committed."""
    return {
        f"litchi/{syntax}/{name}.{ending}": convert(tree, syntax)
        for name, tree in documents().items()
        for syntax, ending in _SYNTAXES.items()
    }
