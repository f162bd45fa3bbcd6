"""One page per code list: codes with labels and meanings, who uses the list, the rules that name its codes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gclink_spec._model import CodeList, Model
from gclink_spec.pages import _paths as to
from gclink_spec.pages._places import in_part
from gclink_spec.pages._site import Site
from gclink_spec.pages._words import anchor, both, cell, code, crumbs, escape, heads, row, say, wide, word


def pages(site: Site, language: str) -> dict[str, str]:
    """Return ``reference/codelists/<list>.md``, a list per module, and the list of all."""
    model = site.model
    found = {
        f"reference/codelists/{entry.name}.md": "\n".join(_page(model, entry, language))
        for entry in model.code_lists.values()
    }
    found["reference/codelists/index.md"] = "\n".join(_index(model, language))
    return found


def _index(model: Model, language: str) -> Iterator[str]:
    yield f"# {word('codelists', language)}"
    yield ""
    for module, label in model.modules.items():
        own = [entry for entry in model.code_lists.values() if entry.module == module]
        if not own:
            continue
        yield f"## {say(label, language)} {{#{module}}}"
        yield ""
        yield from heads(language, "codelist", "label", "meaning", ("Codes", "代码数"), numbers=1)
        for entry in sorted(own, key=lambda each: (each.outside, each.name)):
            meaning = cell(say(entry.definition, language)) if entry.definition else ""
            count = str(len(entry.codes)) if entry.codes else "–"
            link = f"[{entry.name}]({to.code_list(entry.name)})"
            yield row(link, cell(say(entry.label, language)), meaning, count)
        yield ""


def _page(model: Model, entry: CodeList, language: str) -> Iterator[str]:
    yield from wide(entry.name)
    yield from crumbs(
        language,
        (word("codelists", language), "@/reference/codelists/index.md"),
        (say(model.modules[entry.module], language), f"@/reference/codelists/index.md#{entry.module}"),
    )
    yield f"# {entry.name} · {say(entry.label, language)} {{#{anchor(entry.name)}}}"
    yield ""
    if entry.definition:
        yield escape(say(entry.definition, language))
        yield ""
    place = in_part(model, "codes", entry.name, language)
    if place:
        yield place
        yield ""
    if entry.owner:
        yield f"{both(language, 'Kept by', '维护者')}: {escape(entry.owner)}"
        yield ""
    yield from _codes(model, entry, language)
    yield from _uses(model, entry, language)
    yield from _rules(model, entry, language)


def _codes(model: Model, entry: CodeList, language: str) -> Iterator[str]:
    if entry.pattern:
        yield f"{both(language, 'Form', '形式')}: {code(entry.pattern)}"
        yield ""
    elif entry.outside:
        yield ", ".join(f"`{value}`" for value in entry.values())
        yield ""
    else:
        yield f"IRI: `{model.code_iri(entry.name, both(language, 'CODE', '代码'))}`"
        yield ""
        yield f"| {word('code', language)} | {word('label', language)} | {word('meaning', language)} |"
        yield "|---|---|---|"
        for each in entry.codes:
            meaning = cell(say(each.definition, language)) if each.definition else ""
            if each.deprecated:
                meaning += f" ({both(language, 'deprecated since', '弃用自')} {each.deprecated})"
            yield f'| <a id="code-{each.value}"></a>`{each.value}` | {cell(say(each.label, language))} | {meaning} |'
        yield ""


def _uses(model: Model, entry: CodeList, language: str) -> Iterator[str]:
    uses = [(f.owner, f.name) for cls in model.classes.values() for f in cls.fields if f.code_list == entry.name]
    if uses:
        yield f"## {both(language, 'Used by', '使用者')} {{#used data-search-exclude}}"
        yield ""
        yield ", ".join(f"[{owner}.{name}]({to.cls(owner)}#field-{name})" for owner, name in uses)
        yield ""


def _rules(model: Model, entry: CodeList, language: str) -> Iterator[str]:
    """Yield the requirements that name a field of this list in their rule, or the list in their sentence."""
    names = {f.name for cls in model.classes.values() for f in cls.fields if f.code_list == entry.name}
    pattern = re.compile(rf"\b({'|'.join(map(re.escape, sorted(names | {entry.name})))})\b")
    about = [
        requirement
        for requirement in model.requirements.values()
        if any(pattern.search(line.text) for line in requirement.rules)
        or re.search(rf"\b{re.escape(entry.name)}\b", requirement.statement.en)
    ]
    if about:
        yield f"## {word('requirements', language)} {{#requirements data-search-exclude}}"
        yield ""
        for requirement in about:
            link = f"[{requirement.id}]({to.requirement(requirement.id)})"
            yield f"- {link} {escape(say(requirement.statement, language))}"
        yield ""
