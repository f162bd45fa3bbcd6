"""Identifiers of at most 35 characters, as messages have them, for IRIs that are longer."""

from __future__ import annotations

import hashlib
from typing import Final

__all__ = ["LONGEST", "short_id"]

LONGEST: Final = 35


def short_id(iri: str) -> str:
    """Return an identifier for an IRI: itself where it is short enough, else 32 digits of its SHA-256."""
    return iri if len(iri) <= LONGEST else hashlib.sha256(iri.encode()).hexdigest()[:32]
