"""The front page of the reference: modules with their counts and links."""

from __future__ import annotations

from gclink_spec._model import Kind, Model
from gclink_spec.pages._words import say, word


def pages(model: Model, language: str) -> dict[str, str]:
    """Return ``index.md``."""
    lines = [f"# {word('reference', language)}", "", word("generated", language), ""]
    for name, label in model.modules.items():
        classes = [cls for cls in model.classes.values() if cls.module == name]
        count = sum(requirement.module == name for requirement in model.requirements.values())
        lines += [f"## {say(label, language)}", ""]
        lines.append(
            f"[{word('requirements', language)} ({count})](requirements/{name}.md)"
            + (
                f" · [{word('codelists', language)}](codelists/{name}.md)"
                if any(code_list.module == name for code_list in model.code_lists.values())
                else ""
            )
        )
        lines.append("")
        for kind in (Kind.DOCUMENT, Kind.ABSTRACT, Kind.VALUE):
            links = [f"[{cls.name}](classes/{cls.name}.md)" for cls in classes if cls.kind is kind]
            if links:
                lines += [f"{word(kind.value, language)}: {', '.join(links)}", ""]
    lines += [f"[{word('gaps', language)}](gaps.md)"]
    return {"index.md": "\n".join(lines)}
