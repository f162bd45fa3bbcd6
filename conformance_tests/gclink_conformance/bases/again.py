"""Second documents of a kind, for members that one base alone has: the same facts, another id and hour.

Every structural constraint is broken at two places, so that an implementation that is right about one document by
chance is found out by the other.
"""

from __future__ import annotations

import copy
from typing import Any, Final

Tree = dict[str, Any]

#: The bases whose members no other base, story or example has.
_ALONE: Final = (
    "batch-default",
    "claim-t0",
    "conformance",
    "eligibility-eu",
    "impact",
    "link",
    "lot",
    "passport-product",
    "programme-factoring",
    "receivable-instalment",
    "run",
    "transaction",
    "transaction-forfaiting",
    "transaction-green",
    "undertaking",
)


def documents() -> dict[str, Tree]:
    """Return the documents by name: that of the first one and ``-again``."""
    from gclink_conformance.bases import MODULES

    firsts = {name: tree for module in MODULES for name, tree in module.documents().items()}
    return {f"{name}-again": _again(firsts[name]) for name in _ALONE}


def _again(first: Tree) -> Tree:
    issued = first["issuedAt"]
    assert issued.endswith("T08:00:00Z"), first["id"]
    return {**copy.deepcopy(first), "id": f"{first['id']}-again", "issuedAt": f"{issued[:11]}09:00:00Z"}
