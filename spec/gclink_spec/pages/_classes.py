"""One page per class: definition, fields with their constraints, requirements that speak about it."""

from __future__ import annotations

from collections.abc import Iterator

from gclink_spec._model import Class, Field, Model
from gclink_spec.pages._words import anchor, cell, escape, say, terms, word


def pages(model: Model, language: str) -> dict[str, str]:
    """Return ``classes/<Class>.md`` for every class."""
    return {f"classes/{cls.name}.md": "\n".join(_page(model, cls, language)) for cls in model.classes.values()}


def _page(model: Model, cls: Class, language: str) -> Iterator[str]:
    yield f"# {say(cls.label, language)} · {cls.name}"
    yield ""
    parent = f" · [{cls.parent}]({cls.parent}.md)" if cls.parent else ""
    module = f"[{say(model.modules[cls.module], language)}](../requirements/{cls.module}.md)"
    yield f"*{word(cls.kind.value, language)}*{parent} · {module}"
    yield ""
    yield escape(say(cls.definition, language))
    yield ""
    yield f"IRI: `{model.iri(cls.name)}`"
    yield ""
    if cls.mapping:
        yield f"{word('mapping', language)}: {terms(cls.mapping)}"
        yield ""
    fields = model.fields_of(cls.name)
    if fields:
        heads = [word(name, language) for name in ("field", "label", "type", "cardinality", "meaning")]
        yield f"| {' | '.join(heads)} |"
        yield "|---|---|---|---|---|"
        for field in fields:
            yield _row(model, cls, field, language)
        yield ""
    yield from _requirements(model, cls, language)


def _row(model: Model, cls: Class, field: Field, language: str) -> str:
    low, high = field.minimum, field.maximum
    cardinality = f"{low}" if low == high else f"{low}..{'*' if high is None else high}"
    meaning = cell(say(field.definition, language))
    if field.owner != cls.name:
        link = f"[{field.owner}]({field.owner}.md)"
        meaning += f" ({word('inherited', language).format(parent=link)})"
    if field.mapping:
        meaning += f" · {terms(field.mapping)}"
    kind = _type(model, field, language)
    return f"| `{field.name}` | {cell(say(field.label, language))} | {kind} | {cardinality} | {meaning} |"


def _type(model: Model, field: Field, language: str) -> str:
    parts = []
    if field.type == "code" and field.code_list is not None:
        code_list = model.code_lists[field.code_list]
        parts.append(f"[{field.code_list}](../codelists/{code_list.module}.md#{anchor(field.code_list)})")
    elif field.targets:
        prefix = "docref" if field.type == "DocumentReference" else "ref"
        parts.append(f"{prefix} " + ", ".join(f"[{target}]({target}.md)" for target in field.targets))
    elif field.type in model.classes:
        parts.append(f"[{field.type}]({field.type}.md)")
    else:
        parts.append(field.type)
    if field.restrict:
        parts.append(f"{field.restrict[0]}: {cell(', '.join(field.restrict[1]))}")
    elif field.stated_units:
        parts.append(f"{word('unit', language)}: {cell(', '.join(field.stated_units))}")
    elif field.unit:
        parts.append(f"{word('unit', language)}: {cell(field.unit)}")
    bound = field.stated_bound or (_bound(field) if field.bound else "")
    if bound:
        parts.append(f"{word('bound', language)}: {cell(bound)}")
    return "<br>".join(parts)


def _bound(field: Field) -> str:
    assert field.bound is not None
    low, high = field.bound.minimum, field.bound.maximum
    if low is not None and high is not None:
        return f"{low}..{high}"
    if low is not None:
        return f"{'>' if field.bound.exclusive_minimum else '>='}{low}"
    return f"{'<' if field.bound.exclusive_maximum else '<='}{high}"


def _requirements(model: Model, cls: Class, language: str) -> Iterator[str]:
    about = [
        requirement
        for requirement in model.requirements.values()
        if requirement.owner == cls.name
        or cls.name in requirement.over
        or any(cls.name in line.on for line in requirement.rules)
    ]
    if not about:
        return
    yield f"## {word('requirements', language)}"
    yield ""
    for requirement in about:
        link = f"../requirements/{requirement.module}.md#{anchor(requirement.id)}"
        yield f"- [{requirement.id}]({link}) {escape(say(requirement.statement, language))}"
    yield ""
