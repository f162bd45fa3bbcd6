"""The orchard, whole: two seasons on ten hectares, what was made of every branch, and who financed and rewarded it.

The bundle ``examples/orchard`` holds fruit, prunings, char in the soil, wood-fired chicken, mushrooms, honey, spirits
and ash; the brand; the passports with the removal inset; payables finance with a margin ratchet, dynamic discounting, a
loan against stock and one against an order; a subsidy, rating points and a reward for buyers. ``examples/what-if``
holds the scenario in which a lot is negative: a store underground, which the orchard does not have.
"""

from __future__ import annotations

from typing import Any

from gclink.convert import convert, ordered
from gclink_conformance.redigest import redigest

from examples.build.orchard import brand, byproducts, season, story, what_if

Tree = dict[str, Any]
_SYNTAXES = {"json": "json", "xml": "xml", "turtle": "ttl"}


def documents() -> dict[str, Tree]:
    """Return the documents of the orchard by file name, members in the order of the model, digests right."""
    return _ready(story.documents() | byproducts.documents() | season.documents() | brand.documents())


def scenario() -> dict[str, Tree]:
    """Return the documents of the what-if by file name."""
    return _ready(what_if.documents())


def _ready(found: dict[str, Tree]) -> dict[str, Tree]:
    return {name: ordered(tree) for name, tree in sorted(redigest(found, set()).items())}


def files() -> dict[str, bytes]:
    """Return every file of ``examples/orchard`` and ``examples/what-if`` by path."""
    return {
        f"{folder}/{syntax}/{name}.{ending}": convert(tree, syntax)
        for folder, made in (("orchard", documents()), ("what-if", scenario()))
        for name, tree in made.items()
        for syntax, ending in _SYNTAXES.items()
    }
