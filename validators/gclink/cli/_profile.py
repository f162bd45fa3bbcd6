"""A profile told to a reader: what it selects and, for a market, its own rules with their dates and parameters."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from gclink._text import Language, Text
from gclink.profiles import Profile

_KINDS = {"role": Text("role", "角色"), "market": Text("market", "市场")}
_SELECTS = Text("selects {count} requirements", "选用 {count} 项要求")
_CHOSEN = Text(
    "applies to claims for {markets} and programmes under {programme}, or to everything with --profile {name}",
    "适用于面向 {markets} 的声明和采用 {programme} 的融资计划；以 --profile {name} 指定时适用于全部文档",
)
_SINCE = Text("from {day}", "自 {day} 起")


def lines(profile: Profile, language: Language) -> Iterator[str]:
    """Yield a profile as lines."""
    kind = _KINDS[profile.kind].within(language)
    yield f"{profile.name}  {profile.label.within(language)} ({kind})"
    yield from _wrapped(profile.definition.within(language), "  ")
    yield "  " + _SELECTS.within(language).format(count=len(profile.requirements))
    if profile.kind != "market":
        return
    chosen = _CHOSEN.within(language).format(
        markets=", ".join(profile.markets), programme=profile.programme, name=profile.name
    )
    yield from _wrapped(chosen, "  ")
    for rule in profile.rules:
        yield ""
        since = "" if rule.since is None else "  " + _SINCE.within(language).format(day=rule.since)
        yield f"  {rule.requirement}{since}"
        yield from _wrapped(rule.text.within(language), "    ")
        for name, value in rule.parameters.items():
            shown = ", ".join(value) if isinstance(value, list) else value
            yield f"    {name} = {shown}"


def _wrapped(text: str, margin: str) -> list[str]:
    return textwrap.wrap(text, 100, initial_indent=margin, subsequent_indent=margin)
