"""The what-if: lot B with half the nitrogen and all prunings in a boiler with capture and a store underground.

Everything that the negative claim rests on, and nothing else: the documents of the brand story that its label reaches.
"""

from __future__ import annotations

import copy
from typing import Any

from gclink.bundle._entry import references_of
from gclink_conformance.stories import brand

from examples.build.orchard import story

Tree = dict[str, Any]


def documents() -> dict[str, Tree]:
    """Return the documents by file name."""
    told = {tree["id"]: tree for tree in brand.documents().values()}
    claims = [tree["id"] for tree in told.values() if tree["type"] == "Claim" and tree["tier"] == "t5_carbon_negative"]
    shown = [tree["id"] for tree in told.values() if tree["type"] == "Label" and tree["claim"]["target"] in claims]
    reached: set[str] = set()
    open_ = [*shown, *claims]
    while open_:
        identifier = open_.pop()
        if identifier in reached or identifier not in told:
            continue
        reached.add(identifier)
        open_ += [reference.target for reference in references_of(told[identifier])]
        # What speaks about a document stands with it: who verified it, what became of a tonne.
        open_ += [
            tree["id"]
            for tree in told.values()
            if tree["type"] in ("VerificationStatement", "StorageEvent", "CaptureRecord")
            and identifier in {reference.target for reference in references_of(tree)}
        ]
    return {story.file_name(identifier): copy.deepcopy(told[identifier]) for identifier in reached}
