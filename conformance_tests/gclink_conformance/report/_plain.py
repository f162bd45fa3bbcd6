"""Text of an adapter made fit for XML and for documents of the standard: it may send anything."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

_ILLEGAL: Final = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_IRI: Final = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\s<>\"{}|\\^`\x00-\x1f\x7f-\x9f]+")


def legal(text: str) -> str:
    """Return a text that XML can carry; a sign that it cannot becomes visible."""
    return _ILLEGAL.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def line(text: str) -> str:
    """Return a text as one line in the normal form of the standard, never empty."""
    return unicodedata.normalize("NFC", " ".join(legal(text).split())) or "-"


def iri(text: object) -> str | None:
    """Return an address if it is an absolute IRI, else None."""
    return text if isinstance(text, str) and _IRI.fullmatch(text) else None
