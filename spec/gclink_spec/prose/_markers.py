"""Markers of a part: ``<!-- req GCL-PAS-012 -->`` to ``<!-- /req -->``, and the lines between and around them.

A marker is a comment alone on its line. Everything else that looks like one is a problem: a typing mistake would
otherwise leave a sentence that no build rewrites.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from gclink_spec.exceptions import Problem
from gclink_spec.prose._parts import HEAD, Part

#: Kinds of markers and what their name names.
KINDS = {
    "req": "requirement",
    "fields": "class",
    "codes": "code list",
    "table": "table",
    "machine": "machine",
}

_OPEN = re.compile(rf"<!-- ({'|'.join(KINDS)}) (\S+) -->")
_CLOSE = re.compile(rf"<!-- /({'|'.join(KINDS)}) -->")
_EXAMPLE = re.compile(r"<!-- example \S.* -->")


@dataclass(frozen=True, slots=True)
class Marker:
    """One marked stretch; ``line`` and ``end`` are the 1-based lines of its two comments."""

    kind: str
    name: str
    line: int
    end: int


@dataclass(frozen=True, slots=True)
class Scan:
    """The marked stretches of a part, and the lines that people wrote (number, text, inside a code fence)."""

    markers: tuple[Marker, ...]
    prose: tuple[tuple[int, str, bool], ...]
    problems: tuple[Problem, ...]


def scan(part: Part) -> Scan:
    """Return what a part holds; a marker that is not closed, or closed by another kind, is a problem."""
    markers: list[Marker] = []
    prose: list[tuple[int, str, bool]] = []
    problems: list[Problem] = []
    opened: tuple[str, str, int] | None = None
    fenced = False
    for number, line in enumerate(part.text.splitlines(), 1):
        start, stop = _OPEN.fullmatch(line), _CLOSE.fullmatch(line)
        if opened is None and not start and not stop:
            if line.startswith("```"):
                prose.append((number, line, True))
                fenced = not fenced
                continue
            if not fenced and "<!--" in line and line != HEAD and not _EXAMPLE.fullmatch(line):
                problems.append(
                    Problem(part.place(number), f"{line.strip()!r} is a comment that nothing reads", _mend_marker())
                )
            prose.append((number, line, fenced))
        elif start and opened is None and not fenced:
            opened = (start[1], start[2], number)
        elif stop and opened is not None and stop[1] == opened[0]:
            markers.append(Marker(*opened, number))
            opened = None
        elif start or stop:
            wrong = f"the marker of line {opened[2]} is still open" if opened else "no marker is open here"
            problems.append(Problem(part.place(number), f"{line}: {wrong}", _mend_marker()))
    if opened is not None:
        problems.append(
            Problem(
                part.place(opened[2]), f"marker {opened[0]} {opened[1]} is never closed", f"add <!-- /{opened[0]} -->"
            )
        )
    return Scan(tuple(markers), tuple(prose), tuple(problems))


def _mend_marker() -> str:
    return f"write <!-- KIND NAME --> and <!-- /KIND --> alone on their lines, KIND one of {', '.join(KINDS)}"
