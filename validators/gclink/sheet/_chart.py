"""The footprint of a passport as bars: what adds to the total, what takes away from it, and the total."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from gclink._model import model
from gclink._text import Language
from gclink.sheet import _words as words
from gclink.sheet._html import Markup, element, joined

Tree = dict[str, Any]
_WIDTH, _ROW, _LABEL, _NUMBER = 640, 26, 230, 90
#: Of-which items, which are part of another component and would be drawn twice.
_PART_OF = frozenset({"landManagementFossil", "aircraft", "packaging", "outboundLogistics", "landCarbonLeakage"})


def of_passport(tree: Tree, language: Language) -> Markup:
    """Return the charts of a CarbonPassport: by component, and by stage where it has several."""
    fields = model().classes["GhgComponents"].fields
    parts = [
        (field.label.within(language), Decimal(tree["components"][name]))
        for name, field in fields.items()
        if name in tree["components"] and name not in _PART_OF and Decimal(tree["components"][name])
    ]
    charts = [_chart(words.COMPONENTS.within(language), parts, language)] if parts else []
    codes = model().code_lists["stage"].codes
    stages = [
        (codes[stage["stage"]].within(language), _gross(stage["components"], set(fields))) for stage in tree["stages"]
    ]
    if len(stages) > 1:
        charts.append(_chart(words.STAGES.within(language), stages, language))
    return joined(*charts)


def _gross(components: Tree, names: set[str]) -> Decimal:
    """Return what a stage adds and takes away, biogenic uptake aside, which passes through the product."""
    return sum(
        (Decimal(components[name]) for name in names - _PART_OF - {"biogenicUptake"} if name in components), Decimal()
    )


def _chart(title: str, parts: list[tuple[str, Decimal]], language: Language) -> Markup:
    most = max(abs(value) for _, value in parts) or Decimal(1)
    room = _WIDTH - _LABEL - _NUMBER
    zero = _LABEL + (room // 2 if any(value < 0 for _, value in parts) else 0)
    scale = Decimal(room - (zero - _LABEL)) / most
    rows = []
    for index, (label, value) in enumerate(parts):
        y, length = 8 + index * _ROW, abs(value) * scale
        x = zero if value >= 0 else zero - length
        kind = "plus" if value >= 0 else "minus"
        rows += [
            element("text", label, x="0", y=str(y + 15)),
            element("rect", x=f"{x:.1f}", y=str(y), width=f"{max(length, Decimal(1)):.1f}", height="18", class_=kind),
            element("text", f"{value.normalize():f}", x=str(_WIDTH), y=str(y + 15), text_anchor="end"),
        ]
    height = 16 + len(parts) * _ROW
    described = "; ".join(f"{label} {value.normalize():f}" for label, value in parts)
    name = element("title", f"{title}: {described}")
    svg = element("svg", name, *rows, viewBox=f"0 0 {_WIDTH} {height}", role="img", class_="chart")
    return element("figure", element("figcaption", f"{title} ({words.PER_UNIT.within(language)})"), svg)
