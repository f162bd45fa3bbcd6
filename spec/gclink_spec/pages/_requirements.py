"""One page of requirements per module, each with an anchor of its own that findings link to."""

from __future__ import annotations

from collections.abc import Iterator

from gclink_spec._model import Model, Requirement
from gclink_spec.pages._words import anchor, escape, say, word


def pages(model: Model, language: str) -> dict[str, str]:
    """Return ``requirements/<module>.md``."""
    found = {}
    for module, label in model.modules.items():
        lines = [f"# {word('requirements', language)} · {say(label, language)}", ""]
        for requirement in model.requirements.values():
            if requirement.module == module:
                lines += _requirement(requirement, language)
        found[f"requirements/{module}.md"] = "\n".join(lines)
    lines = [f"# {word('withdrawn', language)}", ""]
    lines += [f"- {identifier}: {by}" for identifier, by in model.withdrawn.items()]
    found["requirements/withdrawn.md"] = "\n".join(lines)
    return found


def _requirement(requirement: Requirement, language: str) -> Iterator[str]:
    yield f"## {requirement.id} {{#{anchor(requirement.id)}}}"
    yield ""
    yield f"**{requirement.level.value}** · {requirement.tier.value}"
    yield ""
    yield escape(say(requirement.statement, language))
    yield ""
    if requirement.rationale:
        yield f"{word('why', language)}: {escape(say(requirement.rationale, language))}"
        yield ""
    yield f"{word('source', language)}: {escape(requirement.source)}"
    yield ""
    for line in requirement.rules:
        classes = ", ".join(f"[{name}](../classes/{name}.md)" for name in line.on)
        yield f"{word('rule', language)} ({classes}):"
        yield ""
        yield "```text"
        yield line.text
        yield "```"
        yield ""
    if requirement.structural:
        yield f"{word('structure', language)}: {escape(requirement.structural)}"
        yield ""
    if requirement.procedure:
        classes = ", ".join(f"[{name}](../classes/{name}.md)" for name in requirement.over)
        yield f"{word('procedure', language)} `{requirement.procedure}`" + (f" ({classes})" if classes else "")
        yield ""
    if requirement.algorithm:
        yield f"{word('algorithm', language)}: {escape(requirement.algorithm)}"
        yield ""
    if requirement.decision:
        yield f"{word('decision', language)}: {escape(requirement.decision)}"
        yield ""
    if requirement.sparql:
        yield f'??? note "{word("query", language)}"'
        yield ""
        yield "    ```sparql"
        yield f"    {requirement.sparql}"
        yield "    ```"
        yield ""
