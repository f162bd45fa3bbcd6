"""A small writer of SVG: elements with their attributes in the order given, so that one label is one text."""

from __future__ import annotations

from collections.abc import Sequence
from xml.sax.saxutils import escape, quoteattr

#: Inter and Noto are open; the others stand on every desktop. The last named families hold Chinese.
FONTS = (
    "Inter, 'Noto Sans', 'Segoe UI', 'Helvetica Neue', Arial, 'Noto Sans CJK SC', 'Source Han Sans SC', 'PingFang SC', "
    "'Microsoft YaHei', sans-serif"
)


def number(value: float) -> str:
    """Return a coordinate with at most two decimals and without superfluous zeros."""
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def element(name: str, content: str | Sequence[str] | None = None, **attributes: str | float) -> str:
    """Return one element; ``_`` in an attribute's name stands for ``-``, a trailing one for nothing."""
    told = "".join(
        f" {key.rstrip('_').replace('_', '-')}={quoteattr(value if isinstance(value, str) else number(value))}"
        for key, value in attributes.items()
    )
    if content is None:
        return f"<{name}{told}/>"
    inner = content if isinstance(content, str) else "\n" + "\n".join(content) + "\n"
    return f"<{name}{told}>{inner}</{name}>"


def text(content: str, x: float, y: float, size: float, **attributes: str | float) -> str:
    """Return a line of text with its left (or anchored) end on the base line at x, y."""
    return element("text", escape(content), x=x, y=y, font_size=size, **attributes)


def plain(content: str) -> str:
    """Return a text with the characters escaped that mean something in XML."""
    return escape(content)
