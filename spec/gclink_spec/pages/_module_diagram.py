"""The documents of a module and what they cite, in columns: what cites nothing stands at the left."""

from __future__ import annotations

from gclink_spec._model import Kind, Model
from gclink_spec.pages import _paths as to
from gclink_spec.pages import _svg as svg
from gclink_spec.pages._words import both, say

_BOX_WIDTH, _BOX_HEIGHT = 150.0, 40.0
_COLUMN, _ROW = 206.0, 54.0


def diagram(model: Model, module: str, language: str) -> str:
    """Return the picture of a module, each box with a link to its class."""
    edges = _edges(model, module)
    own = [cls.name for cls in model.classes.values() if cls.module == module and cls.kind is Kind.DOCUMENT]
    names = list(dict.fromkeys([*own, *(target for _, target in edges)]))
    columns = _columns(names, edges)
    rows = max(len(column) for column in columns)
    place = {
        name: (8 + index * _COLUMN, 8 + (rows - len(column)) * _ROW / 2 + rank * _ROW)
        for index, column in enumerate(columns)
        for rank, name in enumerate(column)
    }
    parts = [_arrow(place[target], place[source]) for source, target in edges if source != target]
    for name, (x, y) in place.items():
        style = "gcl-box" if name in own else "gcl-box gcl-value"
        label = say(model.classes[name].label, language)
        parts.append(
            svg.link(
                to.cls(name),
                svg.box(x, y, _BOX_WIDTH, _BOX_HEIGHT, style)
                + _middle(x, y + 17, name, "gcl-name", 13)
                + _middle(x, y + 32, label, "gcl-soft", 12),
            )
        )
    label = both(language, "Documents and their citations", "文档及其引用")
    return svg.picture(len(columns) * _COLUMN - 40, rows * _ROW + 16, label, parts, links=True)


def _middle(x: float, y: float, content: str, style: str, size: float) -> str:
    return svg.within(x + _BOX_WIDTH / 2, y, content, style, size, _BOX_WIDTH - 8)


def _edges(model: Model, module: str) -> list[tuple[str, str]]:
    """Return (who cites, what is cited) between documents, value classes looked through, parties left out."""
    found: dict[tuple[str, str], None] = {}
    for cls in model.classes.values():
        if cls.module == module and cls.kind is Kind.DOCUMENT:
            for target in _cited(model, cls.name, set()):
                for concrete in model.concrete(target):
                    if concrete not in ("Party", cls.name):
                        found[(cls.name, concrete)] = None
    return list(found)


def _cited(model: Model, name: str, seen: set[str]) -> list[str]:
    targets: list[str] = []
    if name in seen:
        return targets
    seen.add(name)
    for field in model.fields_of(name):
        if field.owner == "Document":
            continue
        if field.targets:
            targets += [target for target in field.targets if target in model.classes and target != "Document"]
        elif field.embedded and field.type in model.classes:
            targets += _cited(model, field.type, seen)
    return targets


def _columns(names: list[str], edges: list[tuple[str, str]]) -> list[list[str]]:
    depth = dict.fromkeys(names, 0)
    for _ in range(len(names)):
        moved = False
        for source, target in edges:
            if depth[source] <= depth[target] < len(names) and not _circular(edges, source, target):
                depth[source] = depth[target] + 1
                moved = True
        if not moved:
            break
    deepest = max(depth.values())
    columns = [[name for name in names if depth[name] == level] for level in range(deepest + 1)]
    return [column for column in columns if column]


def _circular(edges: list[tuple[str, str]], source: str, target: str) -> bool:
    """Whether the cited document leads back to the one that cites it."""
    follow: dict[str, set[str]] = {}
    for a, b in edges:
        follow.setdefault(a, set()).add(b)
    reached, queue = set[str](), [target]
    while queue:
        for following in follow.get(queue.pop(), ()):
            if following not in reached:
                reached.add(following)
                queue.append(following)
    return source in reached


def _arrow(cited: tuple[float, float], citing: tuple[float, float]) -> str:
    (ax, ay), (bx, by) = citing, cited
    y, level = ay + _BOX_HEIGHT / 2, by + _BOX_HEIGHT / 2
    if bx < ax:
        end = bx + _BOX_WIDTH
        bend = (ax + end) / 2
        data = f"M{ax:.0f} {y:.0f} C{bend:.0f} {y:.0f} {bend:.0f} {level:.0f} {end + 6:.0f} {level:.0f}"
        return svg.path(data) + svg.head(end, level, "left")
    x = ax + _BOX_WIDTH
    end = bx + _BOX_WIDTH
    data = f"M{x:.0f} {y:.0f} C{x + 30:.0f} {y:.0f} {end + 30:.0f} {level:.0f} {end + 6:.0f} {level:.0f}"
    return svg.path(data, "gcl-line gcl-dashed") + svg.head(end, level, "left")
