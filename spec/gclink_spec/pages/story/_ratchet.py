"""The margin ratchet: how many basis points each intensity costs or saves, and where the observation stands."""

from __future__ import annotations

from decimal import Decimal

from gclink_spec.pages import _svg as svg
from gclink_spec.pages._site import Site
from gclink_spec.pages._words import both
from gclink_spec.pages.story._read import number, shown

_WIDTH, _HEIGHT, _LEFT, _TOP = 720.0, 270.0, 70.0, 24.0
_LOW, _HIGH = Decimal("0.4"), Decimal("0.7")


def ratchet(site: Site, language: str) -> str:
    """Return the steps of the only ratchet of the terms, with the observed value on its step."""
    steps = site.litchi["terms"]["ratchets"][0]["steps"]
    observed = number(site.litchi["observation"]["value"])
    points = sorted({int(step["adjustmentBp"]) for step in steps})
    bottom = _HEIGHT - 58
    parts: list[str] = []

    def across(value: Decimal) -> float:
        return _LEFT + float((value - _LOW) / (_HIGH - _LOW)) * (_WIDTH - _LEFT - 30)

    def up(points_: int) -> float:
        return bottom - 16 - (points_ - points[0]) / (points[-1] - points[0]) * (bottom - 16 - _TOP)

    for each in points:
        parts.append(svg.line([(_LEFT, up(each)), (_WIDTH - 20, up(each))], "gcl-line gcl-thin"))
        parts.append(svg.text(_LEFT - 8, up(each) + 5, f"{shown(str(each))} bp", anchor="end", size=13))
    for step in steps:
        low = number(step["lower"]) if "lower" in step else _LOW
        high = number(step["upper"]) if "upper" in step else _HIGH
        inside = low < observed <= high
        style = "gcl-step gcl-here" if inside else "gcl-step"
        y = up(int(step["adjustmentBp"]))
        parts.append(svg.line([(across(low), y), (across(high), y)], style))
        if "upper" in step:
            parts.append(svg.line([(across(high), bottom), (across(high), bottom + 6)], "gcl-line"))
            parts.append(svg.text(across(high), bottom + 22, shown(high), anchor="middle", size=13))
    parts.append(svg.line([(_LEFT, bottom), (_WIDTH - 20, bottom)], "gcl-line"))
    x, y = across(observed), up(int(site.litchi["adjustment"]["adjustmentBp"]))
    parts.append(svg.line([(x, bottom), (x, y)], "gcl-line gcl-dashed"))
    parts.append(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="6" class="gcl-dot"/>')
    words = both(language, f"observed {shown(observed)}", f"观测值 {shown(observed)}")
    parts.append(svg.text(x, y - 12, words, anchor="middle", style="gcl-strong", size=13.5))
    unit = both(language, "intensity, kg CO2e per kg", "强度，kg CO2e/kg")
    parts.append(svg.text((_LEFT + _WIDTH) / 2, _HEIGHT - 12, unit, anchor="middle", style="gcl-soft", size=12.5))
    label = both(language, "Steps of the margin ratchet and the observed value", "利差阶梯与观测值")
    return svg.picture(_WIDTH, _HEIGHT, label, parts)
