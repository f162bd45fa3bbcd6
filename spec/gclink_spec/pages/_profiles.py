"""One page per profile: what a role claims, or what a market asks, and the requirements it selects."""

from __future__ import annotations

from collections.abc import Iterator

from gclink_spec._model import Profile, Tier
from gclink_spec.pages import _paths as to
from gclink_spec.pages._site import Site
from gclink_spec.pages._words import both, code, crumbs, escape, heads, say, wide, word


def pages(site: Site, language: str) -> dict[str, str]:
    """Return ``reference/profiles/<name>.md`` for every profile, and their list."""
    profiles = site.model.profiles
    found = {f"reference/profiles/{name}.md": "\n".join(_page(site, each, language)) for name, each in profiles.items()}
    found["reference/profiles/index.md"] = "\n".join(_index(site, language))
    return found


def _kind(profile: Profile, language: str) -> str:
    return both(language, "market", "市场") if profile.kind == "market" else both(language, "role", "角色")


def _index(site: Site, language: str) -> Iterator[str]:
    yield f"# {word('profiles', language)}"
    yield ""
    yield both(
        language,
        "A role is what an implementation claims to get right; a market is where a claim is shown or a programme runs. "
        "`gclink validate --profile NAME` checks against one, `gclink explain NAME` tells it.",
        "角色表示实现所声称正确处理的范围；市场表示声明展示或计划运行之处。`gclink validate --profile 名称` 按其核对，"
        "`gclink explain 名称` 加以说明。",
    )
    yield ""
    yield from heads(language, ("Profile", "规则集"), "kind", "meaning", "requirements", numbers=1)
    for profile in site.model.profiles.values():
        yield (
            f"| [{say(profile.label, language)}]({to.profile(profile.name)}) `{profile.name}` | "
            f"{_kind(profile, language)} | {escape(say(profile.definition, language))} | {len(profile.requirements)} |"
        )


def _page(site: Site, profile: Profile, language: str) -> Iterator[str]:
    label = say(profile.label, language)
    yield from wide(label)
    yield from crumbs(language, (word("profiles", language), "@/reference/profiles/index.md"))
    yield f"# {label} · {profile.name}"
    yield ""
    yield f"*{_kind(profile, language)}* – {escape(say(profile.definition, language))}"
    yield ""
    if profile.markets or profile.programme:
        codes = ", ".join(code(each) for each in profile.markets) or "–"
        claims, programmes = f"{to.cls('Claim')}#field-markets", f"{to.cls('Programme')}#field-profiles"
        yield (
            f"[Claim.markets]({claims}): {codes} · [Programme.profiles]({programmes}): {code(profile.programme or '–')}"
        )
        yield ""
    if profile.rules:
        yield f"## {both(language, 'Rules of this market', '本市场的规则')} {{#market}}"
        yield ""
        for rule in profile.rules:
            since = "" if rule.since is None else both(language, f" (from {rule.since})", f"（自 {rule.since} 起）")
            link = f"[{rule.requirement}]({to.requirement(rule.requirement)})"
            yield f"- {link}{since} – {escape(say(rule.text, language))}"
            for name, value in rule.parameters.items():
                shown = ", ".join(value) if isinstance(value, tuple | list) else str(value)
                yield f"    <br>{code(name)} = {code(shown)}"
        yield ""
    yield f"## {both(language, 'Requirements selected', '选用的要求')} {{#selected data-search-exclude}}"
    yield ""
    for module, title in site.model.modules.items():
        for tier in Tier:
            own = [
                r
                for r in (site.model.requirements[each] for each in profile.requirements)
                if r.module == module and r.tier is tier
            ]
            if own:
                links = ", ".join(f"[{r.id}]({to.requirement(r.id)})" for r in own)
                yield f"**{say(title, language)} · {tier.value}** ({len(own)}): {links}"
                yield ""
