"""Small helpers to draw SVG: text that is measured, boxes, arrows. Colours come from the style sheet of the site.

Every picture is inline in its page, so that light and dark follow the reader's switch, and scrolls by itself where
the screen is narrow. Coordinates are CSS pixels.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from html import escape


def width_of(text: str, size: float) -> float:
    """Return about how wide a text is in a sans-serif face; Chinese characters are square."""
    return sum(size if unicodedata.east_asian_width(c) in "WF" else size * 0.56 for c in text)


def fitted(text: str, size: float, most: float) -> str:
    """Return a text cut to a width, with an ellipsis where something is missing."""
    if width_of(text, size) <= most:
        return text
    while text and width_of(text + "…", size) > most:
        text = text[:-1]
    return text.rstrip() + "…"


def within(x: float, y: float, content: str, style: str, size: float, most: float) -> str:
    """Return a line of text around a point that fits a width: a little smaller where it is long, then cut."""
    smaller = max(11.0, min(size, size * most / width_of(content, size)))
    return text(x, y, fitted(content, smaller, most), style=style, anchor="middle", size=smaller)


def wrapped(text: str, size: float, most: float) -> list[str]:
    """Return a text in lines of at most a width; Chinese breaks anywhere, other scripts at blanks."""
    lines: list[str] = []
    line = ""
    for word in _words(text):
        if line and width_of((line + word).rstrip(), size) > most:
            lines.append(line.rstrip())
            line = word.lstrip()
        else:
            line += word
    return [*lines, line.rstrip()] if line.strip() else lines


def _words(text: str) -> list[str]:
    words: list[str] = []
    for character in text:
        wide = unicodedata.east_asian_width(character) in "WF"
        if words and not wide and not words[-1].endswith(" ") and not _is_wide(words[-1][-1]):
            words[-1] += character
        else:
            words.append(character)
    return words


def _is_wide(character: str) -> bool:
    return unicodedata.east_asian_width(character) in "WF"


def text(x: float, y: float, content: str, *, style: str = "", anchor: str = "start", size: float = 14) -> str:
    """Return one line of text; ``style`` names classes of the style sheet."""
    klass = f' class="{style}"' if style else ""
    where = f' text-anchor="{anchor}"' if anchor != "start" else ""
    return f'<text x="{_n(x)}" y="{_n(y)}" font-size="{_n(size)}"{where}{klass}>{escape(content)}</text>'


def box(x: float, y: float, width: float, height: float, style: str = "gcl-box", radius: float = 6) -> str:
    """Return a rectangle."""
    return (
        f'<rect x="{_n(x)}" y="{_n(y)}" width="{_n(width)}" height="{_n(height)}" rx="{_n(radius)}" class="{style}"/>'
    )


def line(points: Iterable[tuple[float, float]], style: str = "gcl-line") -> str:
    """Return a line through points."""
    return f'<polyline points="{" ".join(f"{_n(x)},{_n(y)}" for x, y in points)}" class="{style}"/>'


def path(data: str, style: str = "gcl-line") -> str:
    """Return a path."""
    return f'<path d="{data}" class="{style}"/>'


def link(target: str, content: str) -> str:
    """Return something that leads to a page."""
    return f'<a href="{escape(target)}">{content}</a>'


def head(x: float, y: float, towards: str = "right", style: str = "gcl-head") -> str:
    """Return the head of an arrow with its tip at a point."""
    shapes = {
        "right": ((-8, -4.5), (-8, 4.5)),
        "left": ((8, -4.5), (8, 4.5)),
        "down": ((-4.5, -8), (4.5, -8)),
        "up": ((-4.5, 8), (4.5, 8)),
    }
    (ax, ay), (bx, by) = shapes[towards]
    return f'<polygon points="{_n(x)},{_n(y)} {_n(x + ax)},{_n(y + ay)} {_n(x + bx)},{_n(y + by)}" class="{style}"/>'


def picture(
    width: float, height: float, label: str, content: Iterable[str], *, links: bool = False, style: str = "gcl-picture"
) -> str:
    """Return a picture in a frame that scrolls; ``label`` says to those who cannot see it what it shows.

    A picture with links is a group of them; one without is an image.
    """
    role = "group" if links else "img"
    inner = "".join(content)
    drawing = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_n(width)} {_n(height)}" width="{_n(width)}" '
        f'height="{_n(height)}" role="{role}" aria-label="{escape(label)}">{inner}</svg>'
    )
    return framed(drawing, label, style)


def framed(drawing: str, label: str, style: str = "gcl-picture") -> str:
    """Return a drawing in its frame, which the keyboard can scroll."""
    return f'<div class="{style}" tabindex="0" role="region" aria-label="{escape(label)}">{drawing}</div>'


def bare(document: str) -> str:
    """Return a drawing without its XML declaration, to stand inside a page."""
    return document[document.index("<svg") :]


def _n(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")
