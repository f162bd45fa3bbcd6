"""Where pages lie, and links between them.

A page names another one from the root of its language, ``@/reference/classes/Lot.md#fields``; what stands in the file
is relative, so that the site works from a folder, a server or a stick alike.
"""

from __future__ import annotations

import posixpath
import re

_LINK = re.compile(r'(\]\(|(?:href|src)=")@/([^)"#\s]*)')


def requirement(identifier: str) -> str:
    """Return the page of a requirement."""
    return f"@/reference/requirements/{identifier}.md"


def finding(name: str) -> str:
    """Return the page of a finding: a requirement's id, or a kind of structural fault."""
    return f"@/reference/findings/{name}.md"


def cls(name: str) -> str:
    """Return the page of a class."""
    return f"@/reference/classes/{name}.md"


def code_list(name: str) -> str:
    """Return the page of a code list."""
    return f"@/reference/codelists/{name}.md"


def table(name: str) -> str:
    """Return the page of a table."""
    return f"@/reference/tables/{name}.md"


def machine(name: str) -> str:
    """Return the place of a life-cycle machine."""
    return f"@/reference/machines/{name}.md"


def profile(name: str) -> str:
    """Return the page of a profile."""
    return f"@/reference/profiles/{name}.md"


def calculation(family: str, name: str) -> str:
    """Return the place of a calculation."""
    return f"@/reference/calculations/{family}.md#{name}"


def part(name: str, anchor: str = "") -> str:
    """Return a part of the standard, or a place in it."""
    return f"@/standard/{name}.md" + (f"#{anchor}" if anchor else "")


def resolve(path: str, text: str) -> str:
    """Return the text of a page with its links made relative to it; in HTML they name the built page."""
    folder = posixpath.dirname(path)

    def relative(found: re.Match[str]) -> str:
        target = posixpath.relpath(found[2], folder or ".")
        if found[1] != "](" and target.endswith(".md"):
            target = target.removesuffix(".md") + ".html"
        return found[1] + target

    return _LINK.sub(relative, text)
