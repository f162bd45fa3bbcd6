"""The life of the loan: what happened to which document on which day."""

from __future__ import annotations

from itertools import pairwise

from gclink_spec.pages import _svg as svg
from gclink_spec.pages._site import Site, Tree
from gclink_spec.pages._words import both
from gclink_spec.pages.story._read import code_label

_LEFT, _COLUMN, _ROW, _TOP = 150.0, 118.0, 66.0, 44.0
_LANES = ("kpi_observation", "receivable", "transaction", "margin_adjustment")


def timeline(site: Site, language: str) -> str:
    """Return a lane per thing that lives and a column per day on which something happened."""
    events = sorted(
        (tree for name, tree in site.litchi.items() if name.startswith("event-")),
        key=lambda tree: (tree["effectiveAt"], tree["sequence"]),
    )
    days = sorted({event["effectiveAt"][:10] for event in events})
    width = _LEFT + _COLUMN * len(days) + 10
    height = _TOP + _ROW * len(_LANES) + 12
    parts: list[str] = []
    for index, day in enumerate(days):
        centre = _LEFT + _COLUMN * (index + 0.5)
        parts.append(svg.text(centre, 22, day, anchor="middle", style="gcl-strong", size=13.5))
        parts.append(svg.line([(centre, 32), (centre, height - 8)], "gcl-line gcl-thin"))
    for row, lane in enumerate(_LANES):
        middle = _TOP + _ROW * (row + 0.5)
        name = code_label(site.model, "machine", lane, language)
        for rank, words in enumerate(svg.wrapped(name, 13.5, _LEFT - 16)):
            parts.append(svg.text(8, middle + 4 + 17 * rank, words, size=13.5))
        own = [event for event in events if event["machine"] == lane]
        parts += _lane(site, own, days, middle, language)
    label = both(
        language,
        "States of the observation, the receivable, the transaction and the adjustment, day by day",
        "观测、应收账款、交易与调整的逐日状态",
    )
    return svg.picture(width, height, label, parts)


def _lane(site: Site, events: list[Tree], days: list[str], middle: float, language: str) -> list[str]:
    parts: list[str] = []
    centres = [_LEFT + _COLUMN * (days.index(event["effectiveAt"][:10]) + 0.5) for event in events]
    for left, right in pairwise(centres):
        parts.append(svg.line([(left + 52, middle), (right - 58, middle)]))
        parts.append(svg.head(right - 52, middle, "right"))
    for centre, event in zip(centres, events, strict=True):
        parts.append(svg.box(centre - 52, middle - 17, 104, 34, "gcl-box", 12))
        state = code_label(site.model, "state", event["toState"], language)
        parts.append(svg.within(centre, middle + 5, state, "gcl-name", 13, 98))
    return parts
