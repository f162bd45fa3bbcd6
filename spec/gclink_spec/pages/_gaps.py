"""What each target language cannot express, by requirement: nothing is left out without being named here."""

from __future__ import annotations

from gclink_spec.pages import _paths as to
from gclink_spec.pages._site import Site
from gclink_spec.pages._words import cell, say, word


def pages(site: Site, language: str) -> dict[str, str]:
    """Return ``reference/gaps.md``."""
    lines = [
        f"# {word('gaps', language)}",
        "",
        f"| {word('requirement', language)} | {word('target', language)} | {word('reason', language)} |",
        "|---|---|---|",
    ]
    for found in site.gaps.values():
        for gap in found:
            link = f"[{gap.requirement}]({to.requirement(gap.requirement)})"
            lines.append(f"| {link} | {gap.target} | {cell(say(gap.reason, language))} |")
    return {"reference/gaps.md": "\n".join(lines)}
