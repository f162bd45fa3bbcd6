"""The list of requirements of each module, with an anchor for each."""

from __future__ import annotations

from gclink_spec._model import Model, Requirement, Tier
from gclink_spec.pages import _paths as to
from gclink_spec.pages._words import anchor, both, cell, crumbs, escape, listed, say, word

_TIERS = {
    Tier.T1: ("form of one document", "单份文档的形式"),
    Tier.T2: ("rules inside one document", "单份文档内的规则"),
    Tier.T3: ("rules across documents", "跨文档的规则"),
}


def pages(model: Model, language: str) -> dict[str, str]:
    """Return ``reference/requirements/<module>.md``, the overview of all, and the withdrawn ones."""
    found = {"reference/requirements/index.md": "\n".join(_overview(model, language))}
    for module in model.modules:
        found[f"reference/requirements/{module}.md"] = "\n".join(_module(model, module, language))
    found["reference/requirements/withdrawn.md"] = "\n".join(_withdrawn(model, language))
    return found


def tier(name: Tier, language: str) -> str:
    """Return what a tier looks at."""
    return both(language, *_TIERS[name])


def _overview(model: Model, language: str) -> list[str]:
    lines = [f"# {word('requirements', language)}", ""]
    lines += [
        both(
            language,
            "Every normative sentence has an id that is never reused, and a page of its own: the sentence in both "
            "languages, its rule in every rule language, the cases that show it kept and broken, and what to do "
            "about a finding.",
            "每条规范性条文都有永不重用的编号和独立页面：中英文语句、各规则语言中的规则、正反用例，以及出现问题时的处理办法。",
        ),
        "",
        f"| {word('module', language)} | {' | '.join(f'{t.value}: {tier(t, language)}' for t in Tier)} | "
        f"{both(language, 'all', '合计')} |",
        "|---|--:|--:|--:|--:|",
    ]
    for module, label in model.modules.items():
        own = [requirement for requirement in model.requirements.values() if requirement.module == module]
        counts = " | ".join(str(sum(r.tier is t for r in own)) for t in Tier)
        lines.append(f"| [{say(label, language)}](@/reference/requirements/{module}.md) | {counts} | {len(own)} |")
    total = model.requirements.values()
    counts = " | ".join(str(sum(r.tier is t for r in total)) for t in Tier)
    lines += [f"| {both(language, 'all', '合计')} | {counts} | {len(total)} |", ""]
    lines.append(f"[{word('withdrawn', language)}](@/reference/requirements/withdrawn.md) ({len(model.withdrawn)})")
    return lines


def _module(model: Model, module: str, language: str) -> list[str]:
    title = f"{word('requirements', language)} · {say(model.modules[module], language)}"
    lines = listed(title)
    lines += crumbs(language, (word("requirements", language), "@/reference/requirements/index.md"))
    lines += [f"# {title}", ""]
    for name in Tier:
        own = [r for r in model.requirements.values() if r.module == module and r.tier is name]
        if own:
            lines += [f"## {name.value} · {tier(name, language)}", ""]
            for requirement in own:
                lines += _line(requirement, language)
    return lines


def _line(requirement: Requirement, language: str) -> list[str]:
    about = ", ".join(f"[{name}]({to.cls(name)})" for name in classes(requirement))
    return [
        f'<a id="{anchor(requirement.id)}"></a>**[{requirement.id}]({to.requirement(requirement.id)})** · '
        f"{requirement.level.value}{f' · {about}' if about else ''} · "
        f"[{both(language, 'on a finding', '出现问题时')}]({to.finding(requirement.id)})",
        "",
        f": {escape(say(requirement.statement, language))}",
        "",
    ]


def classes(requirement: Requirement) -> tuple[str, ...]:
    """Return the classes a requirement speaks about; none where it is every document."""
    named = [name for line in requirement.rules for name in line.on]
    return tuple(dict.fromkeys(named or requirement.over or ((requirement.owner,) if requirement.owner else ())))


def _withdrawn(model: Model, language: str) -> list[str]:
    lines = crumbs(language, (word("requirements", language), "@/reference/requirements/index.md"))
    lines += [f"# {word('withdrawn', language)}", ""]
    lines += [f"| {word('requirement', language)} | {both(language, 'replaced by', '由何取代')} |", "|---|---|"]
    for identifier, by in model.withdrawn.items():
        new = f"[{by}]({to.requirement(by)})" if by in model.requirements else cell(by)
        lines.append(f'| <a id="{anchor(identifier)}"></a>{identifier} | {new} |')
    return lines
