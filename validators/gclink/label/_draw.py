"""The carbon label as SVG: 70 mm wide, in units of 0.1 mm, text as text."""

from __future__ import annotations

from gclink._text import Text
from gclink.label._code import drawn, payload
from gclink.label._content import TITLE, Content, Figure, minus
from gclink.label._fit import shrunk, wrapped
from gclink.label._svg import FONTS, element, number, plain, text

#: ``en``, ``zh``, or ``both``: Chinese first, English below.
Languages = str

_WIDTH = 700.0
_EDGE = 44.0
_ROOM = _WIDTH - 2 * _EDGE
_INK, _SOFT, _LINE, _PAPER = "#12211c", "#4c5b55", "#d5ddd9", "#ffffff"
#: Ground of each design; white on every one of them has a contrast of at least 4.5.
_GROUNDS = {
    "footprint_mark": "#0b5d46",
    "low_carbon_mark": "#0a5f7d",
    "neutral_mark": "#2b4f9b",
    "net_zero_mark": "#3b3f8c",
    "negative_mark": "#5b2d86",
    "contribution_note": "#6b5512",
}
_HEAD = 168.0
_CODE = 262.0


def draw(content: Content, languages: Languages = "both") -> str:
    """Return the label as an SVG document; the same content gives the same text."""
    ground = _GROUNDS[content.design]
    parts = [_head(content, languages, ground)]
    y = _HEAD
    body, y = _figures(content, languages, y, ground)
    parts += body
    body, y = _wording(content, languages, y)
    parts += body
    body, y = _rows(content, languages, y + 18)
    parts += body
    body, y = _foot(content, languages, y + 22)
    parts += body
    height = y + _EDGE - 8
    frame = [
        element("rect", x=0, y=0, width=_WIDTH, height=height, rx=28, fill=_PAPER),
        *parts,
        element(
            "rect", x=2, y=2, width=_WIDTH - 4, height=height - 4, rx=26, fill="none", stroke=ground, stroke_width=4
        ),
    ]
    title, description = _told(content, languages)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        + element(
            "svg",
            [
                element("title", plain(title), id="label-title"),
                element("desc", plain(description), id="label-desc"),
                element("g", frame, font_family=FONTS, fill=_INK),
            ],
            xmlns="http://www.w3.org/2000/svg",
            version="1.1",
            width="70mm",
            height=f"{number(height / 10)}mm",
            viewBox=f"0 0 {number(_WIDTH)} {number(height)}",
            role="img",
            aria_labelledby="label-title label-desc",
            xml__lang="en" if languages == "en" else "zh",
        ).replace("xml--lang", "xml:lang", 1)
        + "\n"
    )


def _pair(words: Text, languages: Languages) -> tuple[str, str | None]:
    """Return the line that leads and the one below it, None where only one language is asked for or both are one."""
    if languages == "en":
        return words.en, None
    return words.zh, None if languages == "zh" or words.en == words.zh else words.en


def _head(content: Content, languages: Languages, ground: str) -> str:
    lead, below = _pair(TITLE, languages)
    mark, mark_below = _pair(content.mark, languages)
    pill = 112 if content.tier else 0
    room = _ROOM - 118 - pill
    items = [
        element(
            "path",
            d=f"M0 28a28 28 0 0 1 28-28h{number(_WIDTH - 56)}a28 28 0 0 1 28 28v{number(_HEAD - 28)}H0z",
            fill=ground,
        ),
        _glyph(_EDGE, 38),
        text(lead, _EDGE + 116, 86 if below else 92, shrunk(lead, 50, room), font_weight="700", fill=_PAPER),
    ]
    if below is not None:
        items.append(text(below, _EDGE + 116 + _after(lead, room), 86, 26, font_weight="500", fill=_PAPER))
    line = mark if mark_below is None else f"{mark} · {_capital(mark_below)}"
    items.append(text(_capital(line), _EDGE + 118, 130, shrunk(_capital(line), 25, _ROOM - 118), fill=_PAPER))
    if content.tier:
        x = _WIDTH - _EDGE - 96
        items.append(element("rect", x=x, y=40, width=96, height=56, rx=28, fill=_PAPER))
        items.append(text(content.tier, x + 48, 80, 36, font_weight="700", fill=ground, text_anchor="middle"))
    return element("g", items)


def _after(lead: str, room: float) -> float:
    from gclink.label._fit import width

    size = shrunk(lead, 50, room)
    return width(lead, size) + 16


def _capital(line: str) -> str:
    return line[:1].upper() + line[1:]


def _glyph(x: float, y: float) -> str:
    """Return the sign of the standard: a leaf whose vein is a link of a chain."""
    return element(
        "g",
        [
            element("circle", cx=47, cy=47, r=47, fill="none", stroke=_PAPER, stroke_width=5),
            element("path", d="M24 68C20 38 40 22 72 22C74 54 58 74 28 70", fill="none", stroke=_PAPER, stroke_width=6,
                    stroke_linecap="round", stroke_linejoin="round"),
            element("path", d="M20 76C32 60 44 48 58 37", fill="none", stroke=_PAPER, stroke_width=6,
                    stroke_linecap="round"),
        ],
        transform=f"translate({number(x)} {number(y)})",
    )  # fmt: skip


def _figures(content: Content, languages: Languages, y: float, ground: str) -> tuple[list[str], float]:
    if not content.figures:
        return [], y + 12
    if len(content.figures) == 1:
        figure = content.figures[0]
        size = shrunk(minus(figure.value), 124, _ROOM * 0.86)
        return [
            text(minus(figure.value), _EDGE, y + 130, size, font_weight="700", fill=ground),
            text(figure.unit, _EDGE + 4, y + 182, shrunk(figure.unit, 36, _ROOM), font_weight="500", fill=_SOFT),
        ], y + 202
    column = _ROOM / 2
    items: list[str] = []
    size = min(shrunk(minus(figure.value), 84, column - 24) for figure in content.figures)
    names = [_pair(figure.name, languages)[0] for figure in content.figures if figure.name is not None]
    name_size = min(shrunk(name, 27, column - 24) for name in names)
    depth = 198.0 if languages == "both" else 172.0
    for index, figure in enumerate(content.figures):
        items += _column(
            figure, languages, _EDGE + index * (column + 12), y, depth, (name_size, size), column - 24, ground
        )
    middle = _EDGE + column - 6
    items.append(
        element("path", d=f"M{number(middle)} {number(y + 34)}v{number(depth - 30)}", stroke=_LINE, stroke_width=3)
    )
    return items, y + depth + 20


def _column(
    figure: Figure,
    languages: Languages,
    x: float,
    y: float,
    depth: float,
    sizes: tuple[float, float],
    room: float,
    ground: str,
) -> list[str]:
    assert figure.name is not None
    lead, below = _pair(figure.name, languages)
    items = [text(lead, x, y + 54, sizes[0], font_weight="600", fill=_INK)]
    if below is not None:
        items.append(text(below, x, y + 80, shrunk(below, 20, room), fill=_SOFT))
    items.append(text(minus(figure.value), x, y + depth - 36, sizes[1], font_weight="700", fill=ground))
    items.append(text(figure.unit, x + 2, y + depth, shrunk(figure.unit, 26, room), fill=_SOFT))
    return items


def _wording(content: Content, languages: Languages, y: float) -> tuple[list[str], float]:
    """Return the words of the claim; they lead where no figure is shown."""
    lead, below = _pair(content.wording, languages)
    size = 30.0 if content.figures else 44.0
    items: list[str] = []
    lines, size = wrapped(lead, size, _ROOM, 4)
    for line in lines:
        y += size * 1.36
        items.append(text(line, _EDGE, y, size, font_weight="600"))
    if below is not None:
        y += 6
        lines, size = wrapped(below, 22 if content.figures else 28, _ROOM, 4)
        for line in lines:
            y += size * 1.42
            items.append(text(line, _EDGE, y, size, fill=_SOFT))
    return items, y + 10


_NAME = 236.0


def _rows(content: Content, languages: Languages, y: float) -> tuple[list[str], float]:
    items: list[str] = []
    x = _EDGE + _NAME
    room = _ROOM - _NAME
    names = [_pair(name, languages) for name, _ in content.rows]
    size_1 = min(shrunk(lead, 25, _NAME - 16) for lead, _ in names)
    size_2 = min(shrunk(below or "", 19, _NAME - 16) for _, below in names)
    for name, value in content.rows:
        items.append(element("path", d=f"M{number(_EDGE)} {number(y)}h{number(_ROOM)}", stroke=_LINE, stroke_width=2))
        lead, below = _pair(name, languages)
        items.append(text(lead, _EDGE, y + 38, size_1, fill=_SOFT))
        if below is not None:
            items.append(text(below, _EDGE, y + 64, size_2, fill=_SOFT))
        first, second = _pair(value, languages)
        lines, size = wrapped(first, 26, room, 2)
        at = y + 38.0
        for index, line in enumerate(lines):
            at = y + 38 + index * size * 1.24
            items.append(text(line, x, at, size, font_weight="600"))
        if second is not None:
            lines, small = wrapped(second, 19, room, 2)
            for line in lines:
                at += small * 1.36
                items.append(text(line, x, at, small, fill=_SOFT))
        y = max(y + (78 if below is not None else 56), at + 18)
    items.append(element("path", d=f"M{number(_EDGE)} {number(y)}h{number(_ROOM)}", stroke=_LINE, stroke_width=2))
    return items, y


def _foot(content: Content, languages: Languages, y: float) -> tuple[list[str], float]:
    """Return the code with what it leads to, in words that a person can type or compare."""
    x = _EDGE + _CODE + 22
    room = _WIDTH - _EDGE - x
    lead, below = _pair(content.scan, languages)
    items = [
        drawn(payload(content.link, content.id, content.digest), _EDGE - 18, y - 4, _CODE + 20, _INK),
        text(lead, x, y + 44, 30, font_weight="700"),
    ]
    at = y + 44
    if below is not None:
        at += 30
        items.append(text(below, x, at, 21, fill=_SOFT))
    algorithm, _, digits = content.digest.partition(":")
    at += 14
    for line in (*_cut(content.id, 17, room, 4), None, algorithm.upper(), *_cut(digits, 17, room, 4)):
        at += 12 if line is None else 23
        if line is not None:
            items.append(text(line, x, at, 17, fill=_SOFT, font_family="'Noto Sans Mono', Menlo, Consolas, monospace"))
    return items, max(y + _CODE, at)


def _cut(line: str, size: float, room: float, most: int) -> list[str]:
    """Return a long name in lines of equal measure: letters of a fixed width take 0.6 of their size."""
    letters = max(int(room / (0.602 * size)), 1)
    lines = [line[start : start + letters] for start in range(0, len(line), letters)]
    return lines if len(lines) <= most else [*lines[: most - 1], lines[most - 1][:-1] + "…"]


def _told(content: Content, languages: Languages) -> tuple[str, str]:
    """Return title and description, for readers who do not see the label."""
    told = []
    for language in ("en", "zh") if languages == "both" else (languages,):
        chinese = language == "zh"
        mark = content.mark.zh if chinese else _capital(content.mark.en)
        title = f"{TITLE.zh if chinese else TITLE.en}: {mark}" + (f" ({content.tier})" if content.tier else "")
        said = [content.wording.zh if chinese else content.wording.en]
        for figure in content.figures:
            name = "" if figure.name is None else f"{figure.name.zh if chinese else figure.name.en}: "
            said.append(f"{name}{minus(figure.value)} {figure.unit}")
        said += [f"{n.zh if chinese else n.en}: {v.zh if chinese else v.en}" for n, v in content.rows]
        said.append(f"{content.id} {content.digest}")
        told.append((title, "; ".join(said)))
    return " / ".join(title for title, _ in told), " / ".join(text_ for _, text_ in told)
