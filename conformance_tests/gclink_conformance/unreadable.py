"""Which requirement a text breaks that holds no document at all.

The protocol has no verdict "unreadable": such a text violates, and the finding stands at the whole document. A text of
another encoding or with broken bytes breaks the rule about text; a number that is none the rule about numbers; all
else (half a document, a document type with entities, broken Turtle) is not of the type that a document has.
"""

from __future__ import annotations

from gclink.errors import Unreadable, UnreadableInput

_REQUIREMENTS = {
    Unreadable.INVALID_UTF8: "GCL-COR-006",
    Unreadable.WRONG_ENCODING: "GCL-COR-006",
    Unreadable.BYTE_ORDER_MARK: "GCL-COR-006",
    Unreadable.BINARY: "GCL-COR-006",
    Unreadable.NOT_A_NUMBER: "GCL-COR-003",
}


def requirement_of(error: UnreadableInput) -> str:
    """Return the requirement that an unreadable text breaks."""
    return _REQUIREMENTS.get(Unreadable(error.code), "GCL-COR-048")
