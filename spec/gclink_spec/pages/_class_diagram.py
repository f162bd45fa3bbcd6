"""The neighbourhood of a class: parents above, what refers to it at the left, what it holds and cites at the right."""

from __future__ import annotations

from dataclasses import dataclass

from gclink_spec._model import Class, Kind, Model
from gclink_spec.pages import _paths as to
from gclink_spec.pages import _svg as svg
from gclink_spec.pages._words import both, say

_WIDTH = 760
_BOX = 190
_ROW = 44
_MOST = 12


@dataclass(frozen=True, slots=True)
class _Edge:
    """One neighbour: the class, the members that lead there, and whether it is embedded."""

    cls: str
    members: tuple[str, ...]
    embedded: bool


def diagram(model: Model, cls: Class, language: str) -> str:
    """Return the picture of a class among its neighbours, with links to their pages."""
    left, right = _incoming(model, cls), _outgoing(model, cls)
    rows = max(len(left), len(right), 1)
    parents = tuple(reversed(model.ancestors(cls.name)))
    top = 14 + _ROW * len(parents)
    height = top + rows * _ROW + 26
    middle = top + rows * _ROW / 2
    x = (_WIDTH - _BOX) / 2
    parts: list[str] = []
    for index, parent in enumerate(parents):
        y = 8 + index * _ROW
        parts.append(_class_box(model, parent, x, y, language))
        below = 8 + (index + 1) * _ROW if index + 1 < len(parents) else middle - 24
        parts.append(svg.line([(_WIDTH / 2, y + 32 + 8), (_WIDTH / 2, below)], "gcl-line"))
        parts.append(svg.head(_WIDTH / 2, y + 32, "up", "gcl-hollow"))
    parts += _side(model, left, middle, top, rows, "left", language)
    parts += _side(model, right, middle, top, rows, "right", language)
    parts.append(svg.box(x, middle - 24, _BOX, 48, "gcl-box gcl-self"))
    parts.append(_middle(_WIDTH / 2, middle - 3, cls.name, "gcl-strong", 14.5, _BOX - 12))
    parts.append(_middle(_WIDTH / 2, middle + 15, say(cls.label, language), "gcl-soft", 12.5, _BOX - 12))
    parts.append(
        svg.text(
            8,
            height - 6,
            both(language, "solid: part of the document · dashed: reference", "实线：文档的一部分 · 虚线：引用"),
            style="gcl-soft",
            size=12,
        )
    )
    label = both(language, f"{cls.name} and the classes around it", f"{cls.name} 及其相关类")
    return svg.picture(_WIDTH, height, label, parts, links=True, style="gcl-picture gcl-centred")


def _side(
    model: Model, edges: list[_Edge], middle: float, top: float, rows: int, side: str, language: str
) -> list[str]:
    parts: list[str] = []
    offset = top + (rows - len(edges)) * _ROW / 2
    for index, edge in enumerate(edges):
        y = offset + index * _ROW
        centre = y + 16
        x = 4 if side == "left" else _WIDTH - _BOX - 4
        if edge.cls:
            parts.append(_class_box(model, edge.cls, x, y, language, ", ".join(edge.members)))
        else:
            parts.append(
                svg.text(x + _BOX / 2, centre + 5, edge.members[0], style="gcl-soft", anchor="middle", size=13)
            )
            continue
        style = "gcl-line" if edge.embedded else "gcl-line gcl-dashed"
        inner = (_WIDTH - _BOX) / 2
        start, end = (x + _BOX, inner) if side == "left" else (inner + _BOX, x)
        bend = (start + end) / 2
        here, there = (centre, middle) if side == "left" else (middle, centre)
        parts.append(
            svg.path(
                f"M{start:.0f} {here:.0f} C{bend:.0f} {here:.0f} {bend:.0f} {there:.0f} {end - 6:.0f} {there:.0f}",
                style,
            )
        )
        parts.append(svg.head(end, there, "right"))
    return parts


def _class_box(model: Model, name: str, x: float, y: float, language: str, members: str = "") -> str:
    second = members or say(model.classes[name].label, language)
    style = "gcl-box gcl-value" if model.classes[name].kind is Kind.VALUE else "gcl-box"
    return svg.link(
        to.cls(name),
        f"<title>{name}: {second}</title>"
        + svg.box(x, y, _BOX, 34, style)
        + _middle(x + _BOX / 2, y + 14, name, "gcl-name", 13, _BOX - 10)
        + _middle(x + _BOX / 2, y + 28, second, "gcl-soft", 11.5, _BOX - 10),
    )


def _middle(x: float, y: float, content: str, style: str, size: float, most: float) -> str:
    return svg.within(x, y, content, style, size, most)


def _outgoing(model: Model, cls: Class) -> list[_Edge]:
    found: dict[tuple[str, bool], list[str]] = {}
    for field in model.fields_of(cls.name):
        if field.targets:
            for target in field.targets:
                if target in model.classes and target != "Document":
                    found.setdefault((target, False), []).append(field.name)
        elif field.embedded and field.type in model.classes:
            found.setdefault((field.type, True), []).append(field.name)
    return _limited([_Edge(name, tuple(members), embedded) for (name, embedded), members in found.items()])


def _incoming(model: Model, cls: Class) -> list[_Edge]:
    wanted = {cls.name, *model.ancestors(cls.name)} - {"Document"}
    found: dict[tuple[str, bool], list[str]] = {}
    for other in model.classes.values():
        for field in other.fields:
            if field.targets and wanted & set(field.targets):
                found.setdefault((other.name, False), []).append(field.name)
            elif not field.targets and field.type == cls.name:
                found.setdefault((other.name, True), []).append(field.name)
    return _limited([_Edge(name, tuple(members), embedded) for (name, embedded), members in found.items()])


def _limited(edges: list[_Edge]) -> list[_Edge]:
    if len(edges) <= _MOST:
        return edges
    return [*edges[: _MOST - 1], _Edge("", (f"+ {len(edges) - _MOST + 1}",), False)]


def incoming(model: Model, cls: Class) -> list[tuple[str, str]]:
    """Return class and member of every member that holds or cites a class."""
    wanted = {cls.name, *model.ancestors(cls.name)} - ({"Document"} if cls.name != "Document" else set())
    return [
        (other.name, field.name)
        for other in model.classes.values()
        for field in other.fields
        if (field.targets and wanted & set(field.targets)) or (not field.targets and field.type == cls.name)
    ]
