"""The square code of a label: where it leads, and which document it speaks of, by identifier and digest."""

from __future__ import annotations

from urllib.parse import quote

import segno

from gclink.label._svg import element, number

#: Modules of white around the code, as its standard asks.
QUIET = 4


def payload(link: str, identifier: str, digest: str) -> str:
    """Return what the code holds: the printed link, with id and digest of the label behind ``#``.

    A phone opens the page; a checker needs no page, since the digest says which content was printed. What stands behind
    ``#`` never reaches the server, so the page is the same for every label.
    """
    joint = "&" if "#" in link else "#"
    return f"{link}{joint}id={quote(identifier, safe=':/')}&digest={digest}"


def drawn(content: str, x: float, y: float, size: float, ink: str) -> str:
    """Return a code as one path of whole modules, with its white margin inside ``size``."""
    matrix = segno.make(content, error="m", micro=False, boost_error=False).matrix
    module = size / (len(matrix) + 2 * QUIET)
    steps: list[str] = []
    for row, cells in enumerate(matrix):
        column = 0
        while column < len(cells):
            if not cells[column]:
                column += 1
                continue
            start = column
            while column < len(cells) and cells[column]:
                column += 1
            steps.append(f"M{start + QUIET} {row + QUIET}h{column - start}v1h-{column - start}z")
    scale = f"translate({number(x)} {number(y)}) scale({module:.5f})"
    return element("path", d="".join(steps), fill=ink, transform=scale, shape_rendering="crispEdges")
