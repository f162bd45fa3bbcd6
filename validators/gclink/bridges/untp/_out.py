"""Passports and statements on their way to UNTP credentials, which are written without a proof."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

from gclink._text import Text
from gclink.bridges._known import Known
from gclink.bridges._mapping import Table
from gclink.bridges._registry import ImportOptions
from gclink.bridges._report import Consequence, Finding, Item, Relation
from gclink.bridges._writing import Writing
from gclink.bridges.untp._out_dcc import write_conformity
from gclink.bridges.untp._out_dpp import write_passport_6, write_passport_7

__all__ = ["write_credentials"]

_WRITERS: Final = {
    ("untp-0.6.1", "CarbonPassport"): write_passport_6,
    ("untp-0.7.0", "CarbonPassport"): write_passport_7,
    ("untp-0.6.1", "VerificationStatement"): write_conformity,
    ("untp-0.7.0", "VerificationStatement"): write_conformity,
}


def write_credentials(
    table: Table, documents: Sequence[Mapping[str, Any]], options: ImportOptions
) -> tuple[list[Item], list[Any]]:
    """Return an item and a credential for every passport and statement; the others serve as what is known."""
    known = Known([*documents, *options.known])
    items, made = [], []
    for tree in documents:
        writer = _WRITERS.get((table.name, str(tree.get("type"))))
        if writer is None:
            continue
        writing = Writing(table, options, tree, known)
        writing.tell(Relation.LOST, "", "/proof", note=Text("sign the credential to give it one", "签名后凭证才有证明"))
        writer(writing)
        items.append(writing.item())
        made.append(writing.made)
    if not items:
        detail = Text("no passport and no statement among the documents", "文档中没有护照或核查声明")
        items.append(Item("", (Finding.of("out_of_scope", "", detail, consequence=Consequence.REFUSE),), ()))
    return items, made
