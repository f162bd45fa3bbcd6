"""One page per life-cycle machine: a diagram of its states, its transitions with the roles that may make them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from gclink_spec._model import Code, Model, Text
from gclink_spec.pages import _paths as to
from gclink_spec.pages import _svg as svg
from gclink_spec.pages._places import in_part
from gclink_spec.pages._site import Site
from gclink_spec.pages._words import both, cell, code, crumbs, escape, heads, say, wide, word
from gclink_spec.prose._render import machines

_BOX_WIDTH, _BOX_HEIGHT = 116.0, 40.0
_COLUMN, _ROW = 168.0, 62.0


@dataclass(frozen=True, slots=True)
class Machine:
    """States by kind and transitions of one machine, in the order of the tables."""

    name: str
    label: Text
    states: tuple[tuple[str, str], ...]
    moves: tuple[tuple[str, str, tuple[str, ...], str], ...]


def pages(site: Site, language: str) -> dict[str, str]:
    """Return ``reference/machines/<machine>.md`` for every machine, and their list."""
    found = {
        f"reference/machines/{name}.md": "\n".join(_page(site.model, machine(site.model, name), language))
        for name in machines(site.model)
    }
    found["reference/machines/index.md"] = "\n".join(_index(site.model, language))
    return found


def machine(model: Model, name: str) -> Machine:
    """Return one machine from the tables."""
    label = next(entry.label for entry in model.code_lists["machine"].codes if entry.value == name)
    states = [row for row in model.tables["machine_states"].rows if row["machine"] == name]
    moves = [row for row in model.tables["machine"].rows if row["machine"] == name]
    return Machine(
        name,
        label,
        tuple((str(row["state"]), str(row["kind"])) for row in states),
        tuple((str(row["from"]), str(row["to"]), tuple(row["roles"]), str(row.get("note") or "")) for row in moves),
    )


def _index(model: Model, language: str) -> Iterator[str]:
    yield f"# {word('machines', language)}"
    yield ""
    yield both(
        language,
        "What may happen to a programme, a receivable, a link and so on after it was issued. A LifecycleEvent moves "
        "one thing from one state to the next; a transition that no table lists is forbidden.",
        "计划、应收账款、链接等签发之后可能发生的变化。每个 LifecycleEvent 使一个对象由一个状态进入下一状态；"
        "表中未列的迁移均被禁止。",
    )
    yield ""
    for name in machines(model):
        entry = machine(model, name)
        states, moves = len(entry.states), len(entry.moves)
        counts = both(language, f"{states} states, {moves} transitions", f"{states} 个状态，{moves} 种迁移")
        yield f"- [{say(entry.label, language)}]({to.machine(name)}) `{name}` – {counts}"


def _page(model: Model, entry: Machine, language: str) -> Iterator[str]:
    label = say(entry.label, language)
    title = f"{label} · {entry.name}"
    yield from wide(title, toc=False)
    yield from crumbs(language, (word("machines", language), "@/reference/machines/index.md"))
    yield f"# {title}"
    yield ""
    place = in_part(model, "machine", entry.name, language)
    yield f"{place} · [LifecycleEvent]({to.cls('LifecycleEvent')})"
    yield ""
    yield diagram(model, entry, language)
    yield ""
    yield f"## {both(language, 'Transitions', '迁移')} {{#transitions data-search-exclude}}"
    yield ""
    yield from heads(language, ("From", "原状态"), ("To", "新状态"), ("Who may", "可由"), ("Note", "说明"))
    roles = {each.value: each for each in model.code_lists["actorRole"].codes}
    for before, after, who, note in entry.moves:
        names = ", ".join(say(roles[role].label, language) if role in roles else role for role in who)
        yield (
            f"| {_state(model, before, language)} | {_state(model, after, language)} | {cell(names)} | "
            f"{cell(note) or '–'} |"
        )
    yield ""
    yield f"[{word('codelist', language)} state]({to.code_list('state')}) · [actorRole]({to.code_list('actorRole')})"


def _label(model: Model, state: str) -> Code:
    return next(entry for entry in model.code_lists["state"].codes if entry.value == state)


def _state(model: Model, state: str, language: str) -> str:
    return f"{escape(say(_label(model, state).label, language))} {code(state)}"


def diagram(model: Model, entry: Machine, language: str) -> str:
    """Return the states in columns by their distance from the first, and the transitions between them."""
    columns = _columns(entry)
    rows = max(len(column) for column in columns)
    width = len(columns) * _COLUMN - (_COLUMN - _BOX_WIDTH) + 24
    height = rows * _ROW + 46
    place = {
        state: (12 + index * _COLUMN, 12 + (rows - len(column)) * _ROW / 2 + rank * _ROW)
        for index, column in enumerate(columns)
        for rank, state in enumerate(column)
    }
    parts = [_arrow(place, before, after) for before, after, _, _ in entry.moves]
    kinds = dict(entry.states)
    for state, (x, y) in place.items():
        style = {"initial": "gcl-box gcl-first", "final": "gcl-box gcl-last"}.get(kinds[state], "gcl-box")
        label = say(_label(model, state).label, language)
        parts.append(
            svg.box(x, y, _BOX_WIDTH, _BOX_HEIGHT, style, 12)
            + svg.within(x + _BOX_WIDTH / 2, y + 25, label, "gcl-name", 13.5, _BOX_WIDTH - 8)
        )
    legend = both(
        language,
        "thick frame: where it starts · filled: where it ends · dashed: a way back",
        "粗框：起点 · 填充：终点 · 虚线：返回",
    )
    parts.append(svg.text(12, height - 8, legend, style="gcl-soft", size=12))
    label = both(
        language,
        f"States of {entry.label.en}: {len(entry.states)}, transitions: {len(entry.moves)}, listed below",
        f"{entry.label.zh}：{len(entry.states)} 个状态，{len(entry.moves)} 种迁移，见下表",
    )
    return svg.picture(max(width, 420), height, label, parts)


def _columns(entry: Machine) -> list[list[str]]:
    """Return the states by their distance from where the machine starts, final ones never before the others."""
    follow: dict[str, list[str]] = {}
    for before, after, _, _ in entry.moves:
        follow.setdefault(before, []).append(after)
    first = [state for state, kind in entry.states if kind == "initial"]
    depth = dict.fromkeys(first, 0)
    queue = list(first)
    while queue:
        state = queue.pop(0)
        for after in follow.get(state, ()):
            if after not in depth:
                depth[after] = depth[state] + 1
                queue.append(after)
    for state, _ in entry.states:
        depth.setdefault(state, 0)
    deepest = max(depth.values())
    return [[state for state, _ in entry.states if depth[state] == level] for level in range(deepest + 1)]


def _arrow(place: dict[str, tuple[float, float]], before: str, after: str) -> str:
    (ax, ay), (bx, by) = place[before], place[after]
    if bx > ax:
        x, y = ax + _BOX_WIDTH, ay + _BOX_HEIGHT / 2
        end, level = bx, by + _BOX_HEIGHT / 2
        bend = (x + end) / 2
        return svg.path(
            f"M{x:.0f} {y:.0f} C{bend:.0f} {y:.0f} {bend:.0f} {level:.0f} {end - 6:.0f} {level:.0f}"
        ) + svg.head(end, level, "right")
    if bx == ax:
        down = by > ay
        x = ax + _BOX_WIDTH * (0.62 if down else 0.38)
        start, end = (ay + _BOX_HEIGHT, by) if down else (ay, by + _BOX_HEIGHT)
        bulge = x if abs(by - ay) <= _ROW else ax + _BOX_WIDTH + 26
        stop = end - 6 if down else end + 6
        return svg.path(
            f"M{x:.0f} {start:.0f} C{bulge:.0f} {start:.0f} {bulge:.0f} {stop:.0f} {x:.0f} {stop:.0f}"
        ) + svg.head(x, end, "down" if down else "up")
    x, y = ax + _BOX_WIDTH / 2, ay + _BOX_HEIGHT
    end, level = bx + _BOX_WIDTH / 2, by + _BOX_HEIGHT
    drop = max(y, level) + 18
    return svg.path(
        f"M{x:.0f} {y:.0f} C{x:.0f} {drop:.0f} {end:.0f} {drop:.0f} {end:.0f} {level + 6:.0f}", "gcl-line gcl-dashed"
    ) + svg.head(end, level, "up")
