"""Examples in the prose, each with the mark that says how it is proved.

Nothing here runs them: the tests do, with the library that readers use. A ``json`` or ``console`` block without a mark
is a problem, since a block that nobody runs is wrong sooner or later.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from gclink_spec.exceptions import Problem
from gclink_spec.prose._parts import Part

#: How an example is proved, and the language of its block.
#: ``quote FILE#POINTER`` equals that value, ``valid`` conforms by itself, ``change FILE gives ID POINTER...`` is a JSON
#: Patch after which the file breaks exactly that, ``command`` prints what stands below the line that starts with ``$``.
KINDS = {"quote": "json", "valid": "json", "change": "json", "command": "console"}

_MARK = re.compile(r"<!-- example (\S+)(?: (.+?))? -->")


@dataclass(frozen=True, slots=True)
class Example:
    """One block of a part; ``line`` is that of its fence."""

    kind: str
    arguments: tuple[str, ...]
    body: str
    part: Part
    line: int

    @property
    def place(self) -> str:
        """Return the path and line, for the name of a test."""
        return f"{self.part.path}:{self.line}"


def examples(part: Part) -> tuple[Example, ...]:
    """Return the marked examples of a part in their order."""
    return tuple(found for found in _read(part) if isinstance(found, Example))


def problems(part: Part) -> tuple[Problem, ...]:
    """Return the marks that no block follows, and the blocks that no mark precedes."""
    return tuple(found for found in _read(part) if isinstance(found, Problem))


def _read(part: Part) -> Iterator[Example | Problem]:
    lines = part.text.splitlines()
    mark: re.Match[str] | None = None
    at = 0
    number = 0
    while number < len(lines):
        line = lines[number]
        number += 1
        found = _MARK.fullmatch(line)
        if found:
            if mark is not None:
                yield _lonely(part, at)
            mark, at = found, number
        elif line.startswith("```"):
            start = number
            while number < len(lines) and lines[number] != "```":
                number += 1
            block = "\n".join(lines[start:number])
            number += 1
            yield from _block(part, mark, line.removeprefix("```"), block, start)
            mark = None
        elif line and mark is not None:
            yield _lonely(part, at)
            mark = None
    if mark is not None:
        yield _lonely(part, at)


def _block(part: Part, mark: re.Match[str] | None, language: str, block: str, line: int) -> Iterator[Example | Problem]:
    if mark is None:
        if language in KINDS.values():
            yield Problem(
                part.place(line), f"a {language} block that nothing proves", "put <!-- example ... --> before it"
            )
    elif KINDS.get(mark[1]) != language:
        yield Problem(
            part.place(line),
            f"example {mark[1]} before a block of {language or 'no language'}",
            f"use one of {', '.join(f'{kind} ({block})' for kind, block in KINDS.items())}",
        )
    else:
        yield Example(mark[1], tuple((mark[2] or "").split()), block, part, line)


def _lonely(part: Part, line: int) -> Problem:
    return Problem(part.place(line), "an example mark without a block", "put it directly before ```json or ```console")
