"""One page of code lists per module."""

from __future__ import annotations

from collections.abc import Iterator

from gclink_spec._model import CodeList, Model
from gclink_spec.pages._words import anchor, cell, escape, say, word


def pages(model: Model, language: str) -> dict[str, str]:
    """Return ``codelists/<module>.md``."""
    found = {}
    for module, label in model.modules.items():
        lists = [code_list for code_list in model.code_lists.values() if code_list.module == module]
        if lists:
            lines = [f"# {word('codelists', language)} · {say(label, language)}", ""]
            for code_list in lines_of(lists):
                lines += _list(code_list, language)
            found[f"codelists/{module}.md"] = "\n".join(lines)
    return found


def lines_of(lists: list[CodeList]) -> list[CodeList]:
    """Return own lists first, then those that an outside body owns."""
    return sorted(lists, key=lambda code_list: (code_list.outside, code_list.name))


def _list(code_list: CodeList, language: str) -> Iterator[str]:
    yield f"## {code_list.name} {{#{anchor(code_list.name)}}}"
    yield ""
    yield escape(say(code_list.label, language))
    if code_list.definition:
        yield ""
        yield escape(say(code_list.definition, language))
    yield ""
    if code_list.pattern:
        yield f"`{code_list.pattern}`"
        yield ""
    elif code_list.outside:
        yield ", ".join(f"`{value}`" for value in code_list.values())
        yield ""
    else:
        yield f"| {word('code', language)} | {word('label', language)} | {word('meaning', language)} |"
        yield "|---|---|---|"
        for code in code_list.codes:
            meaning = cell(say(code.definition, language)) if code.definition else ""
            yield f"| `{code.value}` | {cell(say(code.label, language))} | {meaning} |"
        yield ""
