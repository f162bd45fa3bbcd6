"""``python -m gclink_spec.pages.links site``: every link and anchor of the built site leads somewhere, offline.

mkdocs checks what it wrote from Markdown; this reads what a browser reads: links inside drawings and raw HTML, anchors
on other pages, and anything that would be fetched from elsewhere.
"""

from __future__ import annotations

import posixpath
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from urllib.parse import unquote, urlsplit

from lxml import html

#: What a browser fetches by itself, by element and attribute.
_FETCHED = {
    "script": "src",
    "img": "src",
    "iframe": "src",
    "source": "src",
    "link": "href",
    "image": "href",
    "use": "href",
}
#: Kinds of ``link`` elements that only tell something and are not fetched.
_TOLD = frozenset({"canonical", "alternate", "prev", "next"})
_OUTSIDE = re.compile(r"^(?:[a-z][a-z0-9+.-]*:)?//", re.IGNORECASE)
_IMPORT = re.compile(r"url\(\s*['\"]?(?:https?:)?//|@import\s+['\"](?:https?:)?//", re.IGNORECASE)


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """One thing that is wrong on a page of the site."""

    page: str
    target: str
    reason: str

    def __str__(self) -> str:
        return f"{self.page}: {self.target}: {self.reason}"


@dataclass(frozen=True, slots=True)
class _Page:
    anchors: frozenset[str]
    links: tuple[str, ...]
    fetched: tuple[str, ...]


def faults(site: Path) -> list[Fault]:
    """Return every broken link or anchor, and every request to elsewhere, of a built site."""
    files = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    pages = {name: _read(site / name) for name in files if name.endswith(".html")}
    found: set[Fault] = set()
    for name, page in pages.items():
        if name == "404.html":
            continue  # its links are meant for the root of a server
        found.update(_broken(name, page, pages, files))
        found |= {Fault(name, target, "is fetched from elsewhere") for target in page.fetched if _OUTSIDE.match(target)}
    for name in files:
        if name.endswith(".css") and _IMPORT.search((site / name).read_text(encoding="utf-8")):
            found.add(Fault(name, "url()", "is fetched from elsewhere"))
    return sorted(found)


def _broken(name: str, page: _Page, pages: dict[str, _Page], files: set[str]) -> Iterator[Fault]:
    for link in page.links:
        target = urlsplit(link)
        if target.scheme or target.netloc:
            continue
        path = name
        if target.path:
            path = posixpath.normpath(posixpath.join(posixpath.dirname(name), unquote(target.path)))
            if link.startswith("/"):
                yield Fault(name, link, "is absolute: the site is read from a folder too")
                continue
            if path.endswith("/") or path == ".":
                path = posixpath.normpath(posixpath.join(path, "index.html"))
        if path not in files:
            yield Fault(name, link, "there is no such page")
        elif target.fragment and path in pages and unquote(target.fragment) not in pages[path].anchors:
            yield Fault(name, link, "the page has no such anchor")


@cache
def _read(path: Path) -> _Page:
    tree = html.fromstring(path.read_bytes(), parser=html.HTMLParser(encoding="utf-8"))
    anchors, links, fetched = set[str](), list[str](), list[str]()
    for element in tree.iter():
        anchors.update(filter(None, (element.get("id"), element.get("name") if element.tag == "a" else None)))
        if element.tag in ("a", "area") and element.get("href") is not None:
            links.append(str(element.get("href")))
        attribute = _FETCHED.get(element.tag) if isinstance(element.tag, str) else None
        value = element.get(attribute) if attribute else None
        if value and not (element.tag == "link" and _TOLD & set((element.get("rel") or "").split())):
            fetched.append(value)
    return _Page(frozenset(anchors), tuple(links), tuple(fetched))


def main() -> int:
    """Print what is wrong with a site and return how the command ends."""
    found = faults(Path(sys.argv[1]))
    for fault in found:
        print(fault)
    print(f"{len(found)} faults")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
