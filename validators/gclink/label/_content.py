"""What a label says, before it is drawn: words and figures out of a Label and its Claim."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from gclink._model import model
from gclink._text import Text

Tree = dict[str, Any]

TITLE = Text("Carbon label", "碳排标章")
_ROWS = {
    "boundary": Text("Boundary", "系统边界"),
    "year": Text("Data year", "数据年份"),
    "verifier": Text("Verified by", "核查机构"),
    "validity": Text("Valid", "有效期"),
    "benchmark": Text("Benchmark", "比较基准"),
    "base": Text("Base year {year}", "基年 {year}"),
    "removals": Text("Removals in the chain", "链内清除"),
    "units": Text("Outside carbon units", "外部碳单位"),
    "covered": Text("Covers", "覆盖数量"),
}
_FIGURES = {
    "gross": Text("Emissions before removals", "清除前总排放"),
    "net": Text("Net", "净值"),
}
_SCAN = Text("Scan to verify", "扫码核验")
_NO_FIGURE = frozenset({"net_zero_mark", "contribution_note"})
_WITH_NET = frozenset({"neutral_mark", "negative_mark"})


@dataclass(frozen=True, slots=True)
class Figure:
    """One number shown large, with its unit and, where there are two, its name."""

    value: str
    unit: str
    name: Text | None = None


@dataclass(frozen=True, slots=True)
class Content:
    """Everything that is printed."""

    design: str
    tier: str
    mark: Text
    figures: tuple[Figure, ...]
    wording: Text
    rows: tuple[tuple[Text, Text], ...]
    link: str
    id: str
    digest: str
    scan: Text = _SCAN


def content_of(label: Tree, claim: Tree, digest: str) -> Content:
    """Return what a label prints; both documents are of the right form and the claim is the label's."""
    design: str = label["design"]
    return Content(
        design=design,
        tier=_short(claim["tier"]),
        mark=model().code_lists["labelDesign"].codes[design],
        figures=() if design in _NO_FIGURE or "displayedValue" not in label else _figures(label, claim),
        wording=_text(claim["wording"]),
        rows=tuple(_rows(label, claim)),
        link=label["qrUri"],
        id=label["id"],
        digest=digest,
    )


def _short(tier: str) -> str:
    head = tier.split("_")[0]
    return head.upper() if head[1:].isdigit() else ""


def _figures(label: Tree, claim: Tree) -> tuple[Figure, ...]:
    unit = typeset(label.get("displayedUnit", ""))
    shown = Figure(label["displayedValue"], unit)
    figures = claim.get("figures")
    if label["design"] not in _WITH_NET or figures is None or label["displayedValue"] == figures["grossPerUnit"]:
        return (shown,)
    # A net value never stands alone (GCL-BRD-018).
    return (
        Figure(figures["grossPerUnit"], unit, _FIGURES["gross"]),
        Figure(label["displayedValue"], unit, _FIGURES["net"]),
    )


def _rows(label: Tree, claim: Tree) -> list[tuple[Text, Text]]:
    figures: Tree = claim.get("figures", {})
    design = label["design"]
    rows = [(_ROWS["boundary"], _text(label["boundaryText"])), (_ROWS["year"], _same(str(label["dataYear"])))]
    unit = typeset(label.get("displayedUnit", ""))
    if design == "low_carbon_mark" and "benchmarkValue" in figures:
        rows.append((_ROWS["benchmark"], _same(f"{figures['benchmarkValue']} {unit}")))
    elif design == "low_carbon_mark" and "baseYearPerUnit" in figures:
        year = str(figures.get("baseYear", ""))
        name = Text(_ROWS["base"].en.format(year=year).strip(), _ROWS["base"].zh.format(year=year).strip())
        rows.append((name, _same(f"{figures['baseYearPerUnit']} {unit}")))
    if design in _WITH_NET:
        tonnes = typeset("t CO2e")
        rows.append((_ROWS["removals"], _same(f"{figures['removalsInset']} {tonnes}")))
        rows.append((_ROWS["units"], _same(f"{figures['externalUnits']} {tonnes}")))
        rows.append((_ROWS["covered"], _same(f"{figures['coveredUnits']} {figures['declaredUnitText']}")))
    rows.append((_ROWS["verifier"], _same(label["verifierText"])))
    start, end = label["validity"]["start"], label["validity"]["end"]
    rows.append((_ROWS["validity"], _same(f"{start} – {end}")))
    return rows


def typeset(unit: str) -> str:
    """Return a unit with the subscript that CO2 has in print, and a thin space around the stroke."""
    return unit.replace("CO2", "CO₂").replace("N2O", "N₂O").replace("CH4", "CH₄")


def minus(value: str) -> str:
    """Return a number with a real minus sign."""
    return value.replace("-", "−")


def _text(words: dict[str, str]) -> Text:
    """Return a text of a document in both languages; where one is missing the other serves."""
    chinese = next((words[tag] for tag in sorted(words) if tag.split("-")[0] == "zh"), None)
    english = next((words[tag] for tag in sorted(words) if tag.split("-")[0] == "en"), None)
    other = words[min(words)]
    return Text(english or chinese or other, chinese or english or other)


def _same(text: str) -> Text:
    return Text(text, text)
