"""An invoice whose receivable is known already: the same is not written again, another one is refused.

Two receivables of one invoice are what double financing is made of; so the second file is held against the first
receivable (GCL-FIN-014) instead of becoming another.
"""

from __future__ import annotations

from typing import Final

from gclink.bridges._nodes import Node
from gclink.bridges._report import Consequence
from gclink.bridges._work import Tree, Work, known_of

__all__ = ["is_known"]

#: What a receivable has from its invoice, and where the invoice says it.
_COMPARED: Final = (
    ("invoiceNumber", "ID"),
    ("issueDate", "IssueDate"),
    ("dueDate", "DueDate"),
    ("documentPayable", "LegalMonetaryTotal/PayableAmount"),
)


def is_known(work: Work, root: Node, draft: Tree) -> bool:
    """Whether a receivable with the uniqueness key of a draft is known; differences and doubles are told."""
    key = draft.get("uniquenessKey")
    known = [tree for tree in known_of(work.options, "Receivable") if key is not None and tree["uniquenessKey"] == key]
    if not known:
        return False
    replaced = {tree.get("supersedes", {}).get("target") for tree in known}
    newest = next((tree for tree in known if tree["id"] not in replaced), known[0])
    differing = [(name, path) for name, path in _COMPARED if name in draft and draft[name] != newest.get(name)]
    for name, path in differing:
        place = root.first(path)
        ours, theirs = _shown(newest.get(name)), _shown(draft[name])
        work.find(
            "subject_mismatch",
            root.path if place is None else place.path,
            f"GCL-FIN-014, {name} of {newest['id']}",
            f"GCL-FIN-014，{newest['id']} 的 {name}",
            stated=theirs,
            computed=ours,
        )
    number = root.first("ID") or root
    en = f"its receivable is known as {newest['id']}; not written again"
    zh = f"其应收账款已知为 {newest['id']}；不再写出"
    consequence = Consequence.REFUSE if differing else Consequence.NOTE
    work.find("duplicate_identifier", number.path, en, zh, stated=key, consequence=consequence)
    return True


def _shown(value: object) -> str:
    return f"{value['amount']} {value['currency']}" if isinstance(value, dict) else str(value)
