"""The sound documents that cases are patched from: one or more for every class, computed, never typed by hand.

Run ``python -m gclink_conformance.bases`` from the checkout to write them; a test holds the written files to this code.
"""

from __future__ import annotations

from typing import Any

import orjson
from gclink.convert import ordered

from gclink_conformance.bases import (
    again,
    brand,
    core,
    finance,
    incentive,
    link,
    passport,
    removal,
    rights,
    statements,
    terms,
    transactions,
)

__all__ = ["MODULES", "documents", "files"]

Tree = dict[str, Any]

#: The modules that give documents, in the order of the standard.
MODULES = (core, passport, removal, statements, brand, incentive, finance, rights, terms, transactions, link)


def documents() -> dict[str, Tree]:
    """Return every base by name, members in the order of the model."""
    found: dict[str, Tree] = {}
    for module in (*MODULES, again):
        for name, tree in module.documents().items():
            if name in found:
                raise ValueError(f"two bases are called {name}")
            found[name] = ordered(tree)
    return found


def files() -> dict[str, bytes]:
    """Return the content of every file ``<name>.json``, byte for byte as committed."""
    options = orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE
    return {f"{name}.json": orjson.dumps(tree, option=options) for name, tree in documents().items()}
