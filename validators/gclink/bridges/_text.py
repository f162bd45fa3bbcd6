"""One language of a text in several, for neighbours that have room for one."""

from __future__ import annotations

from collections.abc import Mapping

__all__ = ["one_text"]


def one_text(texts: Mapping[str, str], language: str) -> tuple[str, tuple[str, ...]]:
    """Return the text in the asked language, else English, else the first; and the languages that are left out."""
    chosen = next((tag for tag in (language, "en") if tag in texts), min(texts))
    return texts[chosen], tuple(tag for tag in sorted(texts) if tag != chosen)
