"""What each target language cannot express, by requirement: nothing is left out without being named here."""

from __future__ import annotations

from gclink_spec._model import Model
from gclink_spec.build import gaps
from gclink_spec.pages._words import anchor, cell, say, word


def pages(model: Model, language: str) -> dict[str, str]:
    """Return ``gaps.md``."""
    lines = [
        f"# {word('gaps', language)}",
        "",
        f"| {word('requirements', language)} | {word('target', language)} | {word('reason', language)} |",
        "|---|---|---|",
    ]
    for gap in gaps(model):
        requirement = model.requirements[gap.requirement]
        link = f"requirements/{requirement.module}.md#{anchor(gap.requirement)}"
        lines.append(f"| [{gap.requirement}]({link}) | {gap.target} | {cell(say(gap.reason, language))} |")
    return {"gaps.md": "\n".join(lines)}
