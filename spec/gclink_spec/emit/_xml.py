"""A tree of elements and its text, for the XML artefacts: attributes in the order given, two blanks per level.

Own code because the standard serialisers neither keep a stable layout of long attributes nor leave text untouched.
"""

from __future__ import annotations

from dataclasses import dataclass

GENERATED = "Generated from spec/ by the compiler of the standard: do not edit."

_TEXT = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})
_ATTRIBUTE = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\t": "&#x9;", "\n": "&#xA;", "\r": "&#xD;"}


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment; two hyphens in a row are refused by XML and therefore here."""

    text: str


@dataclass(frozen=True, slots=True)
class Element:
    """One element: name with prefix, attributes as pairs, and either text or children."""

    name: str
    attributes: tuple[tuple[str, str], ...] = ()
    children: tuple[Element | Comment, ...] = ()
    text: str | None = None


def element(tag: str, /, *children: Element | Comment | None, text: str | None = None, **attributes: str) -> Element:
    """Build an element; ``xml_lang`` becomes ``xml:lang``, a trailing underscore is dropped, None children vanish."""
    named = tuple((_attribute_name(key), value) for key, value in attributes.items())
    return Element(tag, named, tuple(child for child in children if child is not None), text)


def render(root: Element, *comments: str) -> bytes:
    """Return a whole document as UTF-8 with the generated mark and further comments above the root."""
    lines = ['<?xml version="1.0" encoding="UTF-8"?>']
    for text in (GENERATED, *comments):
        _write(Comment(text), 0, lines)
    _write(root, 0, lines)
    return ("\n".join(lines) + "\n").encode()


def escape_attribute(value: str) -> str:
    """Return an attribute's value escaped; invisible characters as references, so that a reader can see them."""
    return "".join(_ATTRIBUTE.get(c, c if c.isprintable() else f"&#x{ord(c):X};") for c in value)


def _attribute_name(key: str) -> str:
    return "xml:lang" if key == "xml_lang" else key.rstrip("_").replace("__", ":")


def _write(node: Element | Comment, level: int, lines: list[str]) -> None:
    pad = "  " * level
    if isinstance(node, Comment):
        if "--" in node.text:
            raise ValueError(f"a comment cannot hold two hyphens: {node.text!r}")
        lines.append(f"{pad}<!-- {node.text} -->")
        return
    head = node.name + "".join(f' {name}="{escape_attribute(value)}"' for name, value in node.attributes)
    if node.text is not None:
        lines.append(f"{pad}<{head}>{node.text.translate(_TEXT)}</{node.name}>")
    elif node.children:
        lines.append(f"{pad}<{head}>")
        for child in node.children:
            _write(child, level + 1, lines)
        lines.append(f"{pad}</{node.name}>")
    else:
        lines.append(f"{pad}<{head}/>")
