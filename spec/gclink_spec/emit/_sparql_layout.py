"""Lay a query out over lines: one line per statement, indented by its braces.

The source keeps a query as running text; whoever reads the published file should see its parts. Only blanks and line
ends change.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_TOKEN = re.compile(
    r"""
    "(?:[^"\\]|\\.)*"(?:@[A-Za-z-]+|\^\^[\w:]+)?   # a text
    | <[^<>\s{}|^`\\]*>                            # an IRI
    | [?$]?[A-Za-z_][\w:-]*                        # a variable, a name, a word
    | -?[0-9]+(?:\.[0-9]+)?
    | &&|\|\||!=|<=|>=|\^\^|\S
    """,
    re.VERBOSE,
)
_OPENS = frozenset({"FILTER", "BIND", "OPTIONAL", "VALUES", "GROUP", "HAVING", "WHERE"})
_STAYS = frozenset({"UNION", "."})
_TAKES = frozenset({"WHERE", "OPTIONAL", "UNION", "EXISTS", "MINUS", "CONSTRUCT", "}"})
_LAST = re.compile(r"\w+|\S")
_WIDTH = 120
_INDENT = "  "


def layout(query: str) -> str:
    """Return the query over lines of at most 120 columns where a token allows it; the text ends with a line end."""
    return "\n".join(line for level, text in _lines(query) for line in _wrapped(text, level)) + "\n"


def _lines(query: str) -> Iterator[tuple[int, str]]:
    """Yield each line with its level: a brace opens one, a statement ends its line, the rows of VALUES stay on one."""
    tokens = _spaced(query)
    outer: list[int | None] = []
    line, depth = "", 0
    for number, (gap, part) in enumerate(tokens):
        following = tokens[number + 1][1] if number + 1 < len(tokens) else ""
        level = sum(held is not None for held in outer)
        if part == "{" and _is_data(tokens, number):
            line = f"{line} {{"
            outer.append(None)
        elif part == "{":
            if line and _LAST.findall(line)[-1] not in _TAKES:
                yield level, line
                line = ""
            yield level, f"{line} {{".lstrip()
            line = ""
            outer.append(depth)
            depth = 0
        elif part == "}":
            held = outer.pop()
            if held is None:
                line += " }"
            else:
                depth = held
                if line:
                    yield level, line
                line = "}"
            level = sum(held is not None for held in outer)
            if following not in _STAYS and not following.startswith((")", "|", "&")):
                yield level, line
                line = ""
        else:
            if part in _OPENS and not depth and line and not line.endswith("SELECT"):
                yield level, line
                line = ""
            line = f"{line}{' ' if gap and line else ''}{part}"
            depth += {"(": 1, ")": -1}.get(part, 0)
            if part == "." and not depth:
                yield level, line
                line = ""
    if line:
        yield 0, line


def _is_data(tokens: list[tuple[bool, str]], number: int) -> bool:
    """Whether a brace opens the rows of VALUES, which stay on their line."""
    back = number - 1
    while back >= 0 and tokens[back][1] not in ("{", "}", "VALUES"):
        back -= 1
    between = {token for _, token in tokens[back + 1 : number]}
    return back >= 0 and tokens[back][1] == "VALUES" and all(t in "()" or t[0] == "?" for t in between)


def _spaced(query: str) -> list[tuple[bool, str]]:
    """Return the tokens, each with whether a blank stood before it."""
    return [(match.start() > 0 and query[match.start() - 1].isspace(), match[0]) for match in _TOKEN.finditer(query)]


def _wrapped(text: str, level: int) -> Iterator[str]:
    indent = _INDENT * level
    line = indent
    for word in re.findall(r'(?:"(?:[^"\\]|\\.)*"|[^\s"])+', text):
        if len(line) + 1 + len(word) > _WIDTH and line.strip():
            yield line
            line = indent + _INDENT * 2
        line += word if not line.strip() else f" {word}"
    yield line
