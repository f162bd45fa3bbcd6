"""Text made to fit: SVG neither measures nor wraps, so widths are estimated and kept a little generous."""

from __future__ import annotations

import unicodedata

#: Width of a character as a part of the font size, for the proportions of common sans-serif faces.
_NARROW = frozenset("iljtfrI.,:;'|!()[]-·/ ")
_BROAD = frozenset("mwMW@%—")


def width(text: str, size: float) -> float:
    """Return the estimated width of a line."""
    return size * sum(_part(character) for character in text)


def _part(character: str) -> float:
    if unicodedata.east_asian_width(character) in "WF":
        return 1.0
    if character in _NARROW:
        return 0.36
    if character in _BROAD:
        return 0.92
    return 0.68 if character.isupper() else 0.58


def shrunk(text: str, size: float, room: float, least: float = 0.0) -> float:
    """Return the size at which a line fits its room, not below ``least``."""
    needed = width(text, size)
    return size if needed <= room else max(least, size * room / needed)


def wrapped(text: str, size: float, room: float, most: int) -> tuple[list[str], float]:
    """Return a text as lines of at most ``room`` and the size at which it takes at most ``most`` lines."""
    while True:
        lines = _lines(text, size, room)
        if len(lines) <= most:
            return lines, size
        size *= 0.95


def _lines(text: str, size: float, room: float) -> list[str]:
    lines = [""]
    for piece in _pieces(text):
        if lines[-1] and width((lines[-1] + piece).rstrip(), size) > room:
            lines[-1] = lines[-1].rstrip()
            lines.append(piece.lstrip())
        else:
            lines[-1] += piece
    return [line.rstrip() for line in lines]


#: Punctuation that does not begin a line.
_CLOSING = frozenset("，。、；：！？）》」』”’,.;:!?)")


def _pieces(text: str) -> list[str]:
    """Return what a line may be broken between: Latin words with their blanks, single Chinese characters."""
    pieces: list[str] = []
    latin = False
    for character in text:
        wide = unicodedata.east_asian_width(character) in "WF"
        joins = character in _CLOSING or (latin and not wide and pieces and not pieces[-1].endswith(" "))
        if pieces and joins:
            pieces[-1] += character
        else:
            pieces.append(character)
        latin = not wide
    return pieces
