"""One page per class: definition, diagram, fields, requirements, an example, and the way back to the standard."""

from __future__ import annotations

import json
from collections.abc import Iterator

from gclink_spec._model import Class, Field, Kind, Model
from gclink_spec.pages import _paths as to
from gclink_spec.pages._alignments import of_class
from gclink_spec.pages._class_diagram import diagram, incoming
from gclink_spec.pages._places import in_part
from gclink_spec.pages._requirements import classes as classes_of
from gclink_spec.pages._site import Site, Tree
from gclink_spec.pages._words import both, cell, code, code_cell, crumbs, escape, fence, heads, say, terms, wide, word

#: Lines of an example that are shown unfolded and at all.
_MOST_LINES = 120


def pages(site: Site, language: str) -> dict[str, str]:
    """Return ``reference/classes/<Class>.md`` for every class, and their list."""
    model = site.model
    found = {
        f"reference/classes/{cls.name}.md": "\n".join(_page(site, cls, language)) for cls in model.classes.values()
    }
    found["reference/classes/index.md"] = "\n".join(_index(model, language))
    return found


def _index(model: Model, language: str) -> Iterator[str]:
    yield f"# {word('classes', language)}"
    yield ""
    for module, label in model.modules.items():
        own = [cls for cls in model.classes.values() if cls.module == module]
        yield f"## {say(label, language)} {{#{module}}}"
        yield ""
        yield from heads(language, "class", "label", "kind", "meaning")
        for cls in sorted(own, key=lambda c: (c.kind is Kind.VALUE, c.name)):
            yield (
                f"| [{cls.name}]({to.cls(cls.name)}) | {cell(say(cls.label, language))} | "
                f"{word(cls.kind.value, language)} | {cell(say(cls.definition, language))} |"
            )
        yield ""


def _page(site: Site, cls: Class, language: str) -> Iterator[str]:
    model = site.model
    yield from wide(cls.name, boost=2)
    module = say(model.modules[cls.module], language)
    yield from crumbs(
        language,
        (word("classes", language), "@/reference/classes/index.md"),
        (module, f"@/reference/classes/index.md#{cls.module}"),
    )
    yield f"# {cls.name} · {say(cls.label, language)}"
    yield ""
    parent = f" · {both(language, 'a kind of', '父类')} [{cls.parent}]({to.cls(cls.parent)})" if cls.parent else ""
    yield f"*{word(cls.kind.value, language)}*{parent}"
    yield ""
    yield escape(say(cls.definition, language))
    yield ""
    place = in_part(model, "fields", cls.name, language)
    yield f"{place} · IRI {code(model.iri(cls.name))}"
    yield ""
    if cls.mapping:
        yield f"**{word('mapping', language)}** – {terms(cls.mapping)}"
        yield ""
    yield diagram(model, cls, language)
    yield ""
    yield from _fields(model, cls, language)
    yield from _requirements(model, cls, language)
    yield from _derived(site, cls, language)
    yield from _example(site, cls, language)
    yield from of_class(model, cls, language)
    yield from _used(model, cls, language)
    yield from _forms(cls, language)


def _fields(model: Model, cls: Class, language: str) -> Iterator[str]:
    fields = model.fields_of(cls.name)
    if not fields:
        return
    yield f"## {both(language, 'Fields', '字段')} {{#fields}}"
    yield ""
    yield from heads(language, "field", "label", "type", "cardinality", "meaning")
    for field in fields:
        yield _row(model, cls, field, language)
    yield ""


def _row(model: Model, cls: Class, field: Field, language: str) -> str:
    low, high = field.minimum, field.maximum
    most = "\\*" if high is None else str(high)
    cardinality = str(low) if low == high else f"{low}..{most}"
    meaning = cell(say(field.definition, language))
    if field.owner != cls.name:
        link = f"[{field.owner}]({to.cls(field.owner)})"
        meaning += f" ({word('inherited', language).format(parent=link)})"
    if field.mapping:
        meaning += f" · {terms(field.mapping)}"
    kind = _type(model, field, language)
    name = f'<a id="field-{field.name}"></a>`{field.name}`'
    return f"| {name} | {cell(say(field.label, language))} | {kind} | {cardinality} | {meaning} |"


def _type(model: Model, field: Field, language: str) -> str:
    parts = []
    if field.type == "code" and field.code_list is not None:
        parts.append(f"[{field.code_list}]({to.code_list(field.code_list)})")
    elif field.targets:
        prefix = "docref" if field.type == "DocumentReference" else "ref"
        parts.append(f"{prefix} " + ", ".join(f"[{target}]({to.cls(target)})" for target in field.targets))
    elif field.type in model.classes:
        parts.append(f"[{field.type}]({to.cls(field.type)})")
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
    for requirement in dict.fromkeys(filter(None, (field.bound_by, field.units_by, field.requirement))):
        if requirement in model.requirements:
            parts.append(f"[{requirement}]({to.requirement(requirement)})")
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
    about = [r for r in model.requirements.values() if r.owner == cls.name or cls.name in classes_of(r)]
    if not about:
        return
    yield f"## {word('requirements', language)} {{#requirements data-search-exclude}}"
    yield ""
    for requirement in about:
        rules = [line.text for line in requirement.rules if cls.name in line.on or requirement.owner == cls.name]
        yield (
            f"- [{requirement.id}]({to.requirement(requirement.id)}) {requirement.level.value}, "
            f"{requirement.tier.value} – {escape(say(requirement.statement, language))}"
            + "".join(f"<br>{code_cell(rule)}" for rule in rules)
        )
    yield ""


def _derived(site: Site, cls: Class, language: str) -> Iterator[str]:
    rows = [row for rows in site.derivations.values() for row in rows if row.cls == cls.name]
    if not rows:
        return
    yield f"## {both(language, 'Derived members', '可推导成员')} {{#derived data-search-exclude}}"
    yield ""
    yield both(
        language,
        "These follow from other members; `gclink derive FILE` shows the sums and fills in what is absent.",
        "下列成员由其他成员得出；`gclink derive 文件` 显示算式并补上缺失值。",
    )
    yield ""
    for row in rows:
        relation = {"=": "=", ">=": "≥", "<=": "≤"}[row.relation]
        yield (
            f"- {code(row.member)} {relation} {code(row.formula)} "
            f"([{row.requirement}]({to.requirement(row.requirement)}))"
        )
    yield ""


def _example(site: Site, cls: Class, language: str) -> Iterator[str]:
    found = site.example(cls.name)
    if found is None:
        for child in site.model.concrete(cls.name) if cls.kind is Kind.ABSTRACT else ():
            found = site.example(child)
            if found:
                break
    if found is None:
        return
    path, tree = found
    yield f"## {both(language, 'Example', '示例')} {{#example data-search-exclude}}"
    yield ""
    yield both(language, f"From `{path}`:", f"摘自 `{path}`：")
    yield ""
    lines = _json(tree)
    yield from fence("\n".join(lines[:_MOST_LINES]), "json")
    if len(lines) > _MOST_LINES:
        yield ""
        rest = len(lines) - _MOST_LINES
        yield both(language, f"… and {rest} more lines in the file.", f"……文件中另有 {rest} 行。")
    yield ""


def _json(tree: Tree) -> list[str]:
    return json.dumps(tree, ensure_ascii=False, indent=2).splitlines()


def _used(model: Model, cls: Class, language: str) -> Iterator[str]:
    used = incoming(model, cls)
    children = [c.name for c in model.classes.values() if c.parent == cls.name]
    if not used and not children:
        return
    yield f"## {both(language, 'Used by', '使用者')} {{#used data-search-exclude}}"
    yield ""
    if children:
        links = ", ".join(f"[{name}]({to.cls(name)})" for name in children)
        yield f"{both(language, 'Parent of', '下级类')}: {links}"
        yield ""
    if used:
        yield ", ".join(f"[{name}.{member}]({to.cls(name)}#field-{member})" for name, member in used)
        yield ""


def _forms(cls: Class, language: str) -> Iterator[str]:
    yield f"## {both(language, 'In the artefacts', '在生成物中')} {{#artefacts data-search-exclude}}"
    yield ""
    if cls.kind is Kind.DOCUMENT:
        yield f"- JSON Schema `schemas/json/{cls.name}.json`"
        yield f"- XML `schemas/xsd/gclink.xsd`, {both(language, 'root element', '根元素')} `{cls.name}`"
    elif cls.kind is Kind.VALUE:
        yield f"- JSON Schema `schemas/json/common.json#/$defs/{cls.name}`"
        yield f"- XML `schemas/xsd/gclink.xsd`, {both(language, 'type', '类型')} `{cls.name}`"
    ontology = both(language, "ontology", "本体")
    yield f"- RDF `gcl:{cls.name}` ({ontology} `ontology/gclink.ttl`, SHACL `ontology/shapes.ttl`)"
    if cls.kind is not Kind.ABSTRACT:
        yield f"- Python `from gclink.models import {cls.name}`"
