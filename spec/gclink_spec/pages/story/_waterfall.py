"""The waterfall of a footprint: what is added, what the total is, and what is only shown apart."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from gclink_spec.pages import _svg as svg
from gclink_spec.pages._site import Site, Tree
from gclink_spec.pages._words import both
from gclink_spec.pages.story._read import ADDED, code_label, field_label, number, shown

_LEFT, _WIDTH, _ROW, _TOP = 262.0, 800.0, 46.0, 12.0


@dataclass(frozen=True, slots=True)
class _Bar:
    """One bar from ``start`` to ``end``; a total starts at nought and has no stage."""

    label: str
    stage: str
    start: Decimal
    end: Decimal
    style: str


def waterfall(site: Site, language: str, name: str = "passport-fruit") -> str:
    """Return the bars of one passport, stage by stage and component by component."""
    tree = site.litchi[name]
    bars = list(_bars(site, tree, language))
    low = min(Decimal(0), *(min(bar.start, bar.end) for bar in bars))
    high = max(max(bar.start, bar.end) for bar in bars)
    scale = float(_WIDTH - _LEFT - 84) / float(high - low)
    height = _TOP + _ROW * len(bars) + 44
    zero = _LEFT + float(-low) * scale
    parts = [svg.line([(zero, _TOP - 4), (zero, height - 38)], "gcl-line")]
    for row, bar in enumerate(bars):
        y = _TOP + _ROW * row
        left = zero + float(min(bar.start, bar.end)) * scale
        size = max(2.0, float(abs(bar.end - bar.start)) * scale)
        strong = "gcl-strong" if "total" in bar.style else ""
        first = y + (17 if bar.stage else 26)
        words = svg.fitted(bar.label, 13.5, _LEFT - 14)
        parts.append(svg.text(_LEFT - 10, first, words, anchor="end", size=13.5, style=strong))
        if bar.stage:
            parts.append(svg.text(_LEFT - 10, y + 33, bar.stage, anchor="end", size=12.5, style="gcl-soft"))
        parts.append(svg.box(left, y + 8, size, _ROW - 20, bar.style, 2))
        value = bar.end if "total" in bar.style else bar.end - bar.start
        sign = "+" if value > 0 and "total" not in bar.style else ""
        parts.append(svg.text(left + size + 6, y + 26, sign + shown(value), size=13.5, style="gcl-strong"))
        if row + 1 < len(bars):
            edge = zero + float(bar.end) * scale
            parts.append(svg.line([(edge, y + _ROW - 12), (edge, y + _ROW + 8)], "gcl-line gcl-thin"))
    note = both(
        language,
        "kg CO2e per kg, cradle to farm gate. Uptake is shown apart: a label never shows the last line.",
        "kg CO2e/kg，从摇篮到农场大门。吸收单独列示：标章绝不使用最后一行的数值。",
    )
    parts.append(svg.text(8, height - 10, note, style="gcl-soft", size=12.5))
    label = both(language, "How the footprint of the fruit adds up", "鲜果碳足迹的组成")
    return svg.picture(_WIDTH, height, label, parts)


def _bars(site: Site, tree: Tree, language: str) -> list[_Bar]:
    bars: list[_Bar] = []
    running = Decimal(0)
    for stage in tree["stages"]:
        for component in ADDED:
            value = number(stage["components"].get(component, "0"))
            if value:
                words = field_label(site.model, "GhgComponents", component, language)
                where = code_label(site.model, "stage", stage["stage"], language)
                style = "gcl-up" if value > 0 else "gcl-down"
                bars.append(_Bar(words, where, running, running + value, style))
                running += value
    total, including = number(tree["totalExclUptake"]), number(tree["totalInclUptake"])
    uptake = number(tree["components"]["biogenicUptake"])
    nought = Decimal(0)

    def named(cls: str, member: str) -> str:
        return field_label(site.model, cls, member, language)

    return [
        *bars,
        _Bar(named("CarbonPassport", "totalExclUptake"), "", nought, total, "gcl-total"),
        _Bar(named("GhgComponents", "biogenicUptake"), "", total, total + uptake, "gcl-apart"),
        _Bar(named("CarbonPassport", "totalInclUptake"), "", nought, including, "gcl-total gcl-apart"),
    ]
