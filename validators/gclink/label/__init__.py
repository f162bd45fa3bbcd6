"""The carbon label: a Label and its Claim drawn as SVG for print, once both conform.

>>> from gclink.label import draw_label
>>> svg = draw_label(label_tree, claim_tree)                       # doctest: +SKIP
"""

from __future__ import annotations

from typing import Any

from gclink.label._content import Content, content_of
from gclink.label._draw import draw

__all__ = ["Content", "content_of", "draw", "draw_label"]


def draw_label(label: dict[str, Any], claim: dict[str, Any], languages: str = "both") -> str:
    """Return a label as SVG; ``languages`` is en, zh or both.

    The documents must conform: ``gclink.label`` draws, ``gclink.check`` judges, and the command does both.
    """
    from gclink.canonical import digest

    return draw(content_of(label, claim, digest(label)), languages)
