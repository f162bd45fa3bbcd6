"""The common subset of regular expressions: what Python, SPARQL and XPath read alike.

Literals, classes, ``{n,m}``, ``*``, ``+``, ``?``, ``|`` and plain groups. No anchors (a pattern is anchored by the
language), no ``.`` outside a class (engines differ on line ends), no escapes, no ``(?``.
"""

from __future__ import annotations

import re

_TOKEN = re.compile(
    r"(?P<class>\[\^?[^\[\]\\^]+\])|(?P<repeat>\{[0-9]+(,[0-9]*)?\}|[*+?])|(?P<group>\((?!\?))|(?P<close>\))"
    r"|(?P<bar>\|)|(?P<literal>[^\[\](){}\\^$.|*+?])"
)


def fault(pattern: str) -> tuple[int, str] | None:
    """Return the offset and the text of what is outside the subset, or None for a sound pattern."""
    position, depth, repeatable = 0, 0, False
    while position < len(pattern):
        match = _TOKEN.match(pattern, position)
        if match is None:
            return position, pattern[position : position + 3]
        kind = match.lastgroup
        if kind == "repeat" and not repeatable:
            return position, match[0]
        depth += {"group": 1, "close": -1}.get(kind or "", 0)
        if depth < 0:
            return position, ")"
        repeatable = kind in ("class", "literal", "close")
        position = match.end()
    if depth:
        return len(pattern), "an open ("
    try:
        re.compile(pattern)
    except re.error as error:
        return error.pos or 0, str(error)
    return None
