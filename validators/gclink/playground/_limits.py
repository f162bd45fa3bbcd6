"""How much one visit to the playground may ask for."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PlaygroundLimits:
    """Bytes of one request, documents in it, and seconds of work; beyond them the answer is an error that says so."""

    max_bytes: int = 8_000_000
    max_documents: int = 1000
    seconds: float = 30.0
