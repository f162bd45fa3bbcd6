"""From lot to label to loan: the documents of the story and what each cites, read from the documents."""

from __future__ import annotations

from gclink_spec.pages import _paths as to
from gclink_spec.pages import _svg as svg
from gclink_spec.pages._site import Site, Tree
from gclink_spec.pages._words import both, say
from gclink_spec.pages.story._read import number, references, shown

_BOX_WIDTH, _BOX_HEIGHT, _COLUMN, _ROW = 136.0, 62.0, 166.0, 80.0

#: Where each document stands: column, row.
_PLACES: dict[str, tuple[int, float]] = {
    "run-cultivation": (0, 0),
    "run-smoking": (0, 2.5),
    "lot-fruit": (1, 0),
    "lot-smoked-a": (1, 2),
    "lot-smoked-b": (1, 3),
    "passport-fruit": (2, 0),
    "passport-smoked-a": (2, 2),
    "passport-smoked-b": (2, 3),
    "verification-fruit": (3, 1),
    "verification-smoked": (3, 4),
    "claim-fruit": (3, 0),
    "label-fruit": (4, 0),
    "observation": (4, 4),
    "adjustment": (5, 4),
    "link-a": (4, 2),
    "link-b": (4, 3),
    "receivable": (5, 1.5),
    "transaction": (5, 2.5),
    "settlement-payment": (6, 2.5),
}
#: Citations that say nothing new in the picture: each leads back over a path that is drawn.
_HIDDEN = {("observation", "lot-smoked-a"), ("observation", "lot-smoked-b"), ("claim-fruit", "lot-fruit")}


def flow(site: Site, language: str) -> str:
    """Return the documents as boxes and their citations as arrows."""
    by_id = {site.litchi[name]["id"]: name for name in _PLACES}
    width = 7 * _COLUMN - 18
    height = 5 * _ROW + 34
    parts: list[str] = []
    for name in _PLACES:
        for target in dict.fromkeys(references(site.litchi[name])):
            cited = by_id.get(target)
            if cited is not None and cited != name and (name, cited) not in _HIDDEN:
                parts.append(_arrow(_PLACES[cited], _PLACES[name]))
    for name in _PLACES:
        parts.append(_box(site, name, language))
    legend = both(
        language,
        "A line joins two documents of which one cites the other, by digest where the standard asks for it. "
        "Each box leads to its class.",
        "连线表示一份文档引用另一份（标准要求时以摘要引用）；点击方框查看其类。",
    )
    parts.append(svg.text(8, height - 8, legend, style="gcl-soft", size=12.5))
    label = both(language, "From the lot to the label and to the loan", "从批次到标章，再到贷款")
    return svg.picture(width, height, label, parts, links=True)


def _at(place: tuple[int, float]) -> tuple[float, float]:
    return 6 + place[0] * _COLUMN, 8 + place[1] * _ROW


def _box(site: Site, name: str, language: str) -> str:
    tree = site.litchi[name]
    x, y = _at(_PLACES[name])
    cls = tree["type"]
    label = say(site.model.classes[cls].label, language)
    style = "gcl-box gcl-self" if cls in ("CarbonPassport", "Label", "FinancingTransaction") else "gcl-box"
    first, second = _facts(tree, language)
    return svg.link(
        to.cls(cls),
        svg.box(x, y, _BOX_WIDTH, _BOX_HEIGHT, style)
        + _line(x, y + 18, label, "gcl-name", 13)
        + _line(x, y + 36, first, "gcl-strong", 13)
        + _line(x, y + 53, second, "gcl-soft", 12),
    )


def _line(x: float, y: float, content: str, style: str, size: float) -> str:
    return svg.within(x + _BOX_WIDTH / 2, y, content, style, size, _BOX_WIDTH - 8)


def _facts(tree: Tree, language: str) -> tuple[str, str]:
    """Return the two lines that a box shows under its class."""
    match tree["type"]:
        case "ProcessRun":
            return str(tree["period"]["start"]), f"– {tree['period']['end']}"
        case "Lot":
            return str(tree["lotNumber"]), f"{shown(tree['quantity']['value'])} {tree['quantity']['unit']}"
        case "CarbonPassport":
            return shown(tree["totalExclUptake"]), "kg CO2e/kg"
        case "VerificationStatement":
            return both(language, "opinion", "意见"), str(tree["completedOn"])
        case "Claim":
            return shown(tree["figures"]["grossPerUnit"]), str(tree["tier"])
        case "Label":
            return shown(tree["displayedValue"]), both(
                language, f"{shown(str(tree['printRun']))} labels", f"{shown(str(tree['printRun']))} 枚"
            )
        case "CarbonLink":
            return both(language, f"line {tree['lineNumber']}", f"第 {tree['lineNumber']} 行"), _mass(
                tree["coveredEmissions"]
            )
        case "KpiObservation":
            return shown(tree["value"]), str(tree["observationDate"])
        case "MarginAdjustment":
            return f"{shown(str(tree['adjustmentBp']))} bp", str(tree["effectiveFrom"])
        case "Receivable":
            return _money(tree["faceValue"]), str(tree["invoiceNumber"])
        case "FinancingTransaction":
            rate = shown(number(tree["pricing"]["allInRate"]) * 100)
            return _money(tree["financedAmount"]), f"{rate} %"
        case "Settlement":
            return _money(tree["settledAmount"]), str(tree["settledOn"])
    raise ValueError(f"no facts to show of a {tree['type']}")


def _money(value: Tree) -> str:
    return f"{shown(value['amount'])} {value['currency']}"


def _mass(value: Tree) -> str:
    return f"{shown(value['value'])} {value['unit']} CO2e"


def _arrow(first: tuple[int, float], second: tuple[int, float]) -> str:
    """Return the line between two boxes; it is read from left to right, in a column downwards."""
    (ax, ay), (bx, by) = sorted((_at(first), _at(second)))
    y, level = ay + _BOX_HEIGHT / 2, by + _BOX_HEIGHT / 2
    if ax == bx:
        x = ax + _BOX_WIDTH / 2
        return svg.line([(x, ay + _BOX_HEIGHT), (x, by)]) + svg.head(x, by, "down")
    x = ax + _BOX_WIDTH
    bend = (x + bx) / 2
    data = f"M{x:.0f} {y:.0f} C{bend:.0f} {y:.0f} {bend:.0f} {level:.0f} {bx - 6:.0f} {level:.0f}"
    return svg.path(data) + svg.head(bx, level, "right")
