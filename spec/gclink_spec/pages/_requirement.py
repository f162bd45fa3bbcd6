"""One page per requirement: sentence, rule in every language, cases, places, history."""

from __future__ import annotations

import json
from collections.abc import Iterator

from gclink_conformance.cases import Case

from gclink_spec._model import Requirement, Tier
from gclink_spec.constraints import constraints
from gclink_spec.pages import _paths as to
from gclink_spec.pages._places import in_part
from gclink_spec.pages._requirements import classes, tier
from gclink_spec.pages._site import Site
from gclink_spec.pages._structure import example, forms
from gclink_spec.pages._words import (
    anchor,
    both,
    code,
    code_cell,
    crumbs,
    escape,
    fence,
    say,
    wide,
    word,
)

_LANGUAGES = {"json": "JSON Schema", "xml": "XML Schema 1.0", "turtle": "SHACL"}
#: A rule that stands for many classes reads the same for each; so many are shown.
_MOST = 2
_TARGETS = {"shacl": "SHACL-SPARQL", "schematron": "Schematron", "xsd11": "XSD 1.1", "sparql": "SPARQL"}


def pages(site: Site, language: str) -> dict[str, str]:
    """Return ``reference/requirements/<id>.md`` for every requirement in force."""
    order = list(site.model.requirements)
    return {
        f"reference/requirements/{name}.md": "\n".join(_page(site, site.model.requirements[name], order, language))
        for name in order
    }


def _page(site: Site, requirement: Requirement, order: list[str], language: str) -> Iterator[str]:
    name, other = requirement.id, "en" if language == "zh" else "zh"
    yield from wide(name, boost=3)
    module = say(site.model.modules[requirement.module], language)
    yield from crumbs(
        language,
        (word("requirements", language), "@/reference/requirements/index.md"),
        (module, f"@/reference/requirements/{requirement.module}.md#{anchor(name)}"),
    )
    yield f"# {name}"
    yield ""
    yield f"**{requirement.level.value}** · {requirement.tier.value}, {tier(requirement.tier, language)}"
    yield ""
    yield f"> {escape(say(requirement.statement, language))}"
    yield ">"
    yield f'> <span lang="{other}">{escape(say(requirement.statement, other))}</span>'
    yield ""
    yield from _places(site, requirement, language)
    if requirement.rationale:
        yield f"**{word('why', language)}** – {escape(say(requirement.rationale, language))}"
        yield ""
    yield f"**{word('source', language)}** – {escape(requirement.source)}"
    yield ""
    yield from _rule(site, requirement, language)
    yield from _cases(site, requirement, language)
    yield from _related(site, requirement, language)
    yield from _history(site, requirement, language)
    yield from _neighbours(order, name)


def _places(site: Site, requirement: Requirement, language: str) -> Iterator[str]:
    place = in_part(site.model, "req", requirement.id, language, ("In its place in Part {}", "在第 {} 部分中的位置"))
    yield (
        f"{place} · "
        f"[{both(language, 'You got this finding?', '收到此问题？')}]({to.finding(requirement.id)}) · "
        f"[{word('cases', language)}](#cases) · [{word('rule', language)}](#rule)"
    )
    yield ""
    named = classes(requirement)
    about = ", ".join(f"[{name}]({to.cls(name)})" for name in named) or both(language, "every document", "全部文档")
    yield f"**{both(language, 'Speaks about', '对象')}** – {about}"
    yield ""


def _rule(site: Site, requirement: Requirement, language: str) -> Iterator[str]:
    yield f"## {word('rule', language)} {{#rule data-search-exclude}}"
    yield ""
    for line in requirement.rules:
        yield ", ".join(f"[{name}]({to.cls(name)})" for name in line.on) + both(language, ":", "：")
        yield ""
        yield from fence(line.text, "text")
        yield ""
    if requirement.structural:
        yield from _structure(site, requirement, language)
    if requirement.procedure:
        yield f"{word('procedure', language)} {code(requirement.procedure)}"
        yield ""
    if requirement.algorithm:
        yield f'**{word("algorithm", language)}** – <span lang="en">{escape(requirement.algorithm)}</span>'
        yield ""
    if requirement.rules or requirement.procedure:
        yield from _languages(site, requirement, language)
    for gap in site.gaps.get(requirement.id, ()):
        yield f"*{_TARGETS.get(gap.target, gap.target)}* – {escape(say(gap.reason, language))}"
        yield ""


def _languages(site: Site, requirement: Requirement, language: str) -> Iterator[str]:
    """Yield the rule as it stands in the artefacts, folded, and kept out of the search."""
    rules, name = site.rules, requirement.id
    python = rules.python(name)
    if python:
        yield from _folded("Python", [("", python)], "python", language)
    yield from _folded("SHACL-SPARQL · `ontology/rules.ttl`", rules.shacl.get(name, ()), "sparql", language)
    schematron = "XPath 2.0 · `schemas/schematron/gclink.sch`"
    if name in rules.xsd11:
        schematron += both(language, ", also `schemas/xsd/gclink-rules.xsd`", "，亦见 `schemas/xsd/gclink-rules.xsd`")
    yield from _folded(schematron, rules.schematron.get(name, ()), "text", language)
    query = rules.query(name)
    if query:
        yield from _folded(f"SPARQL · `ontology/queries/{name}.rq`", [("", query)], "sparql", language)


def _folded(
    title: str, pieces: tuple[tuple[str, str], ...] | list[tuple[str, str]], lexer: str, language: str
) -> Iterator[str]:
    if not pieces:
        return
    yield f'??? example "{title}"'
    yield ""
    for about, text in pieces[:_MOST]:
        if about:
            yield f"    {code(about)}"
            yield ""
        yield from fence(text, lexer, "    ")
        yield ""
    if len(pieces) > _MOST:
        more = len(pieces) - _MOST
        yield "    " + both(language, f"The same for {more} more.", f"另有 {more} 处相同。")
        yield ""


def _structure(site: Site, requirement: Requirement, language: str) -> Iterator[str]:
    yield f'{word("structure", language)}: <span lang="en">{escape(requirement.structural or "")}</span>'
    yield ""
    own = [c for c in constraints(site.model) if c.requirement == requirement.id]
    if not own:
        return
    kinds = dict.fromkeys(c.kind for c in own)
    yield both(language, "Checked at these places, by kind of fault:", "按错误种类，在下列位置核对：")
    yield ""
    for kind in kinds:
        keys = [c.key for c in own if c.kind == kind]
        shown = ", ".join(code(key) for key in keys[:4]) + (" …" if len(keys) > 4 else "")
        yield f"- [{kind}]({to.finding(kind)}) ({len(keys)}): {shown}"
    yield ""
    chosen = example(site.model, requirement.id)
    assert chosen is not None
    yield both(language, f"For example {code(chosen.key)} stands in", f"例如 {code(chosen.key)} 见于")
    yield ""
    for file, lexer, text in forms(site.model, site.root, chosen):
        yield from _folded(f"{_LANGUAGES[lexer]} · `{file}`", [("", text)], lexer, language)


def _cases(site: Site, requirement: Requirement, language: str) -> Iterator[str]:
    yield f"## {word('cases', language)} {{#cases data-search-exclude}}"
    yield ""
    cases = site.cases.get(requirement.id, ())
    if not cases:
        yield both(
            language,
            "No hand-written case: generated cases of the conformance suite, or an importer, show it.",
            "无手写用例：由符合性套件生成的用例或导入程序核对。",
        )
        yield ""
        return
    yield f"`conformance_tests/cases/{requirement.module}/{requirement.id}.yaml`"
    yield ""
    for case in cases:
        yield from _case(case, language)


def _case(case: Case, language: str) -> Iterator[str]:
    sign = "✗" if case.negative else "✓"
    title = case.title.get(language) or case.title["en"]
    kept = both(language, "breaks", "违反") if case.negative else both(language, "keeps", "满足")
    yield f"- {sign} **{escape(title)}** `{case.id}` – {kept}"
    yield ""
    base = f"{both(language, 'base', '基准')} `{case.base}`" if case.base else both(language, "raw text", "原始文本")
    scope = both(language, "bundle", "文档集") if case.scope == "bundle" else both(language, "one document", "单份文档")
    yield f"    {base}, {scope}" + (
        f", {both(language, 'as of', '核对时刻')} {case.as_of}" if case.as_of != "2026-10-01T00:00:00Z" else ""
    )
    for operation in case.patch[:6]:
        yield f"    <br>{change(operation)}"
    if len(case.patch) > 6:
        yield f"    <br>… {both(language, f'{len(case.patch) - 6} more changes', f'另有 {len(case.patch) - 6} 处改动')}"
    for found in case.findings:
        where = " ".join(part for part in (found.document or "", found.location or "/") if part)
        link = f"[{found.requirement}]({to.requirement(found.requirement)})"
        yield f"    <br>⇒ {link} {code_cell(where)}"
    yield ""


def change(operation: object) -> str:
    """Return one operation of a patch as a line of HTML."""
    assert isinstance(operation, dict)
    place = " ".join(str(operation[key]) for key in ("document", "path") if operation.get(key) is not None)
    value = ""
    if "value" in operation:
        text = json.dumps(operation["value"], ensure_ascii=False)
        value = " " + code_cell(text if len(text) <= 160 else text[:157] + "...")
    return f"{operation['op']} {code_cell(place)}{value}"


def _related(site: Site, requirement: Requirement, language: str) -> Iterator[str]:
    rows = site.derivations.get(requirement.id, ())
    calculations = [entry for entry in site.calculations if requirement.id in entry.source]
    profiles = [p for p in site.model.profiles.values() if requirement.id in p.requirements]
    yield f"## {both(language, 'Related', '相关')} {{#related data-search-exclude}}"
    yield ""
    for row in rows:
        yield (
            f"- {both(language, 'recomputes', '重算')} [{row.cls}]({to.cls(row.cls)}) {code(row.member)} = "
            f"{code(row.formula)}"
        )
    for entry in calculations:
        yield (
            f"- {both(language, 'calculation', '计算')} [{escape(entry.titles[language])}]"
            f"({to.calculation(entry.family, entry.name)}) `{entry.name}`"
        )
    for code_list in _lists(site, requirement):
        yield f"- {word('codelist', language)} [{code_list}]({to.code_list(code_list)})"
    if profiles:
        links = ", ".join(f"[{say(p.label, language)}]({to.profile(p.name)})" for p in profiles)
        yield f"- {both(language, 'selected by', '选用者')} {links}"
    if requirement.tier is not Tier.T3 and any(case.negative for case in site.cases.get(requirement.id, ())):
        yield f"- {both(language, 'on the command line', '命令行')} `gclink explain {requirement.id}`"
    yield ""


def _lists(site: Site, requirement: Requirement) -> list[str]:
    """Return the code lists of the members that the rule reads."""
    text = " ".join(line.text for line in requirement.rules)
    words = set(text.replace(".", " ").replace("(", " ").replace(")", " ").replace(",", " ").split())
    found: list[str] = []
    for name in classes(requirement):
        for field in site.model.fields_of(name):
            if field.code_list is not None and field.name in words:
                found.append(field.code_list)
    return list(dict.fromkeys(found))


def _history(site: Site, requirement: Requirement, language: str) -> Iterator[str]:
    yield f"## {both(language, 'History', '沿革')} {{#history data-search-exclude}}"
    yield ""
    yield f"- {both(language, 'in force since version', '自版本')} {requirement.since}{both(language, '', ' 起有效')}"
    if requirement.deprecated:
        by = requirement.replaced_by
        link = f" → [{by}]({to.requirement(by)})" if by else ""
        yield f"- {both(language, 'deprecated since', '弃用自')} {requirement.deprecated}{link}"
    for old, by in site.model.withdrawn.items():
        if by == requirement.id:
            yield f"- {both(language, f'took the place of {old}', f'取代 {old}')}"
    if requirement.decision:
        yield f'- {word("decision", language)}: <span lang="en">{escape(requirement.decision)}</span>'
    yield ""


def _neighbours(order: list[str], name: str) -> Iterator[str]:
    index = order.index(name)
    links = []
    if index > 0:
        links.append(f"← [{order[index - 1]}]({to.requirement(order[index - 1])})")
    if index + 1 < len(order):
        links.append(f"[{order[index + 1]}]({to.requirement(order[index + 1])}) →")
    yield " · ".join(links)
