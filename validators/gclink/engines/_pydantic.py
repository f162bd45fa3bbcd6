"""pydantic on the generated models."""

from __future__ import annotations

from pydantic import ValidationError

from gclink.documents import Document
from gclink.engines._voices import Voice
from gclink.findings import pointer_of
from gclink.models import document_from_tree
from gclink.models._reasons import reasons


def judge(document: Document) -> list[Voice]:
    """Return the structural faults that the typed model of the document's class gives."""
    try:
        document_from_tree(document.tree)
    except ValidationError as error:
        return [
            Voice(reason.requirement, "T1", pointer_of(reason.pointer), reason.key)
            for reason in reasons(error, document.tree)
        ]
    return []
