"""What mkdocs asks while it builds the site: pictures, lists of pages, and the menu of pages that others add.

A page takes in a picture of the litchi story with ``<!-- picture waterfall -->`` and lists the pages of a folder with
``<!-- pages conformance -->``. Pages below the folders of ``FOLDERS`` enter the menu by being there.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any

from mkdocs.plugins import event_priority

from gclink_spec._load import load_model
from gclink_spec.pages._folders import FOLDERS
from gclink_spec.pages._paths import resolve
from gclink_spec.pages._words import LANGUAGES
from gclink_spec.pages._write import site_of
from gclink_spec.pages.story import pictures

_PICTURE = re.compile(r"^<!-- picture ([a-z-]+) -->$", re.MULTILINE)
_PAGES = re.compile(r"^<!-- pages ([a-z]+) -->$", re.MULTILINE)
_ROOT = Path(__file__).resolve().parents[3]


def on_config(config: Any) -> Any:
    """Add the pages of the open folders to the menu, the list of each first."""
    docs = Path(config["docs_dir"])
    for entry in config["nav"] or ():
        for name, pages in entry.items() if isinstance(entry, dict) else ():
            folder = next((f for f, heading in FOLDERS.items() if heading == name), None)
            if folder is not None and isinstance(pages, list):
                pages += [path for path in _below(docs / "en", folder) if path not in pages]
    return config


def on_page_markdown(markdown: str, page: Any, config: Any, **_: Any) -> str:
    """Take in pictures and lists of pages."""
    source = page.file.src_uri
    language = next((each for each in LANGUAGES if source.startswith(f"{each}/")), None) or _language(page)
    inside = source.removeprefix(f"{language}/")
    markdown = _PICTURE.sub(lambda found: resolve(inside, _drawn(language)[found[1]]), markdown)
    return _PAGES.sub(lambda found: _list(Path(config["docs_dir"]) / language, found[1], inside), markdown)


@event_priority(-1000)
def on_post_build(config: Any) -> None:
    """Write the index of the search as a script too: a page opened from a folder cannot fetch it.

    Last of all, since the pages of every language have to be in it.
    """
    index = Path(config["site_dir"]) / "search" / "search_index.json"
    if index.is_file():
        script = f"var __index = {index.read_text(encoding='utf-8')}"
        index.with_suffix(".js").write_text(script, encoding="utf-8")


def _language(page: Any) -> str:
    return str(getattr(page.file, "locale", None) or "en")


@cache
def _drawn(language: str) -> dict[str, str]:
    return pictures(site_of(_model()), language)


@cache
def _model() -> Any:
    return load_model(_ROOT / "spec")


def _below(docs: Path, folder: str) -> list[str]:
    paths = sorted((docs / folder).rglob("*.md"), key=lambda path: (path.stem != "index", path.as_posix()))
    return [path.relative_to(docs).as_posix() for path in paths]


def _list(docs: Path, folder: str, page: str) -> str:
    lines = []
    for path in _below(docs, folder):
        if path != page:
            title = re.search(r"^# (.+?)(?: \{.*\})?$", (docs / path).read_text(encoding="utf-8"), re.MULTILINE)
            lines.append(f"- [{title[1] if title else path}](@/{path})")
    return resolve(page, "\n".join(lines))
