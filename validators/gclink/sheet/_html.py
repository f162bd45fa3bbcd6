"""HTML from values, escaped once and everywhere."""

from __future__ import annotations

from html import escape


class Markup(str):
    """Text that is HTML already; everything else is escaped when it enters an element."""

    __slots__ = ()


def element(name: str, *content: str, **attributes: str) -> Markup:
    """Return an element; a trailing underscore lets attributes be called ``class_`` and ``for_``."""
    shown = "".join(f' {key.rstrip("_").replace("_", "-")}="{escape(value)}"' for key, value in attributes.items())
    return Markup(f"<{name}{shown}>{joined(*content)}</{name}>")


def joined(*content: str) -> Markup:
    """Return content side by side, escaping what is not HTML."""
    return Markup("".join(part if isinstance(part, Markup) else escape(part) for part in content))
