"""The season of 2025-26 from the stories of its parts: char in the soil, incentives, four ways of finance.

Each part is told by documents of its own in the conformance suite. Here they become one bundle: a party, site or
product that several parts know is one document with all its roles and identifiers, and a lot of another field gets
another name.
"""

from __future__ import annotations

import copy
import json
from typing import Any

from gclink_conformance.bases._make import iri
from gclink_conformance.stories import early_payment, incentive, inset, order_loan, stock_loan

from examples.build import _bundle

Tree = dict[str, Any]

#: The fruit of the litchi example: its lot is lot A here, whose char goes back into the soil.
_FRUIT = ("lot-fruit", "passport-fruit", "claim-fruit", "label-fruit", "verification-fruit", "run-cultivation")
#: Capture at a boiler and its credits: the orchard has none, the what-if tells them.
_CAPTURE = (
    "activities/bioccs", "allocations/credited", "captures/boiler", "parties/boiler", "runs/boiler", "schemes/state",
    "sites/reservoir", "statements/bioccs", "storage/reservoir", "subsidies/2", "verifications/gas", "lots/prunings",
)  # fmt: skip


def documents() -> dict[str, Tree]:
    """Return the documents by the last parts of their ids."""
    litchi = {name: tree for name, tree in _bundle.documents().items() if name not in _FRUIT}
    parts = (
        litchi,
        incentive.documents(),
        inset.documents(),
        stock_loan.documents(),
        _renamed(order_loan.documents(), {"lots/A": "lots/next-season"}),
        _renamed(early_payment.documents(), {"lots/A": "lots/early-fruit"}),
    )
    found: dict[str, Tree] = {}
    left_out = {iri(each) for each in _CAPTURE}
    for part in parts:
        for tree in part.values():
            if tree["id"] in left_out:
                continue
            known = found.get(tree["id"])
            if known is None:
                found[tree["id"]] = copy.deepcopy(tree)
            else:
                _join(known, tree)
    return {file_name(identifier): tree for identifier, tree in found.items()}


def file_name(identifier: str) -> str:
    """Return the name of a document's file: the end of its id."""
    return identifier.removeprefix(iri("")).replace("/", "-")


def _renamed(documents: dict[str, Tree], names: dict[str, str]) -> dict[str, Tree]:
    text = json.dumps(documents, ensure_ascii=False)
    for old, new in names.items():
        text = text.replace(json.dumps(iri(old)), json.dumps(iri(new)))
    renamed: dict[str, Tree] = json.loads(text)
    for tree in renamed.values():
        if tree["type"] == "Lot" and tree["id"] in map(iri, names.values()):
            tree["lotNumber"] = tree["id"].rpartition("/")[2]
    return renamed


def _join(known: Tree, other: Tree) -> None:
    """Give a document what another part says beside it: further roles, identifiers by other schemes, absent members."""
    for member in ("roles", "siteRoles"):
        known.setdefault(member, []).extend(role for role in other.get(member, ()) if role not in known[member])
        if not known[member]:
            del known[member]
    schemes = {each["scheme"] for each in known.get("identifiers", ())}
    for each in other.get("identifiers", ()):
        if each["scheme"] not in schemes:
            known.setdefault("identifiers", []).append(each)
    for member, value in other.items():
        known.setdefault(member, value)
