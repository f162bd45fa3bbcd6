"""The record of changes: released versions, the fragments since, withdrawn requirements."""

from __future__ import annotations

from collections.abc import Iterator

from gclink_spec.pages import _paths as to
from gclink_spec.pages._site import Site
from gclink_spec.pages._words import both, word


def pages(site: Site, language: str) -> dict[str, str]:
    """Return ``reference/changelog.md``."""
    return {"reference/changelog.md": "\n".join(_page(site, language))}


def _page(site: Site, language: str) -> Iterator[str]:
    yield f"# {both(language, 'Changes', '变更记录')}"
    yield ""
    yield both(
        language,
        "A published name keeps its meaning for ever; a requirement keeps its id. What a reader of an earlier version "
        "can notice stands here.",
        "已发布的名称永不改变含义；要求的编号永不变更。此处列出早期版本读者可察觉的变化（条目以英文书写）。",
    )
    yield ""
    fragments = [path for path in sorted((site.root / "changes").glob("*.md")) if path.stem != "README"]
    if fragments:
        yield f"## {both(language, 'Since the last release', '自上一版以来')} {{#next}}"
        yield ""
        for path in fragments:
            words = " ".join(path.read_text(encoding="utf-8").split())
            yield f"- {words}"
        yield ""
    text = (site.root / "CHANGELOG.md").read_text(encoding="utf-8")
    yield from (line for line in text.splitlines() if not line.startswith("# ") and "`changes/`" not in line)
    yield ""
    yield f"## {word('withdrawn', language)} {{#withdrawn}}"
    yield ""
    for old, new in site.model.withdrawn.items():
        link = f"[{new}]({to.requirement(new)})" if new in site.model.requirements else new
        yield f"- {old} → {link}"
