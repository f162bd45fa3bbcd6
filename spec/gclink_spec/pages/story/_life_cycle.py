"""The life cycle of the goods: which stages each passport covers, and how much each emits."""

from __future__ import annotations

from decimal import Decimal

from gclink_spec.pages import _svg as svg
from gclink_spec.pages._site import Site, Tree
from gclink_spec.pages._words import both
from gclink_spec.pages.story._read import ADDED, code_label, number, shown

_LEFT, _COLUMN, _ROW = 138.0, 84.0, 104.0
_TOP = 84.0
_LOTS = (("passport-fruit", "lot-fruit"), ("passport-smoked-a", "lot-smoked-a"), ("passport-smoked-b", "lot-smoked-b"))


def life_cycle(site: Site, language: str) -> str:
    """Return a row per lot and a column per stage of the code list; the area of a disc is what the stage emits."""
    stages = site.model.code_lists["stage"].values()
    width = _LEFT + _COLUMN * len(stages) + 8
    height = _TOP + _ROW * len(_LOTS) + 34
    most = max(value for name, _ in _LOTS for value in emitted(site.litchi[name]).values())
    parts = [_head(site, stage, index, language) for index, stage in enumerate(stages)]
    parts.append(svg.line([(_LEFT, _TOP - 8), (width - 14, _TOP - 8)], "gcl-line"))
    parts.append(svg.head(width - 8, _TOP - 8, "right"))
    for row, (passport, lot) in enumerate(_LOTS):
        parts += _row(site, passport, lot, row, stages, most, language)
    parts.append(
        svg.text(
            8,
            height - 8,
            both(
                language,
                "kg CO2e per kg; dashed: outside the boundary of the passport (cradle to gate)",
                "kg CO2e/kg；虚线：不在护照边界之内（从摇篮到大门）",
            ),
            style="gcl-soft",
            size=12.5,
        )
    )
    label = both(
        language,
        "Stages of the life cycle of the fruit and the two smoked lots, with the emissions of each stage",
        "鲜果与两批熏制荔枝的生命周期阶段及各阶段排放",
    )
    return svg.picture(width, height, label, parts)


def emitted(passport: Tree) -> dict[str, Decimal]:
    """Return what each stage adds to the total without uptake."""
    return {
        stage["stage"]: sum((number(stage["components"].get(name, "0")) for name in ADDED), Decimal(0))
        for stage in passport["stages"]
    }


def _head(site: Site, stage: str, index: int, language: str) -> str:
    centre = _LEFT + _COLUMN * (index + 0.5)
    lines = svg.wrapped(code_label(site.model, "stage", stage, language), 12.5, _COLUMN - 6)
    start = _TOP - 22 - 15 * (len(lines) - 1)
    return "".join(
        svg.text(centre, start + 15 * rank, line, anchor="middle", size=12.5) for rank, line in enumerate(lines)
    )


def _row(
    site: Site, passport: str, lot: str, row: int, stages: tuple[str, ...], most: Decimal, language: str
) -> list[str]:
    tree = site.litchi[passport]
    values = emitted(tree)
    middle = _TOP + _ROW * (row + 0.5)
    batch = site.litchi[lot]
    quantity = f"{shown(batch['quantity']['value'])} {batch['quantity']['unit']}"
    parts = [
        svg.text(8, middle - 16, f"{both(language, 'lot', '批次')} {batch['lotNumber']}", style="gcl-strong", size=14),
        svg.text(8, middle + 3, quantity, style="gcl-soft", size=12.5),
        svg.text(8, middle + 22, f"= {shown(tree['totalExclUptake'])}", style="gcl-strong", size=15),
    ]
    for index, stage in enumerate(stages):
        centre = _LEFT + _COLUMN * (index + 0.5)
        if stage in values:
            radius = max(4.0, 36 * float(values[stage] / most) ** 0.5)
            parts.append(f'<circle cx="{centre:.1f}" cy="{middle - 6:.1f}" r="{radius:.1f}" class="gcl-disc"/>')
            parts.append(
                svg.text(centre, middle + 47, shown(values[stage]), anchor="middle", style="gcl-strong", size=13)
            )
        else:
            parts.append(f'<circle cx="{centre:.1f}" cy="{middle - 6:.1f}" r="14" class="gcl-none"/>')
    return parts
