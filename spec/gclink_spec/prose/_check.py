"""What sound prose holds: every sentence of the model once, nothing normative beside them, two languages alike."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import zip_longest
from pathlib import Path

from gclink_spec._model import Model
from gclink_spec.exceptions import Problem
from gclink_spec.prose import _examples
from gclink_spec.prose._markers import KINDS, Marker, Scan, scan
from gclink_spec.prose._parts import LANGUAGES, Part, names, parts
from gclink_spec.prose._render import machines

#: Words that only a normative sentence of the model may use; in code they are mentioned and not used.
_NORMATIVE = {
    "en": re.compile(r"\b(?:MUST|SHALL|SHOULD|MAY|REQUIRED|RECOMMENDED|OPTIONAL)\b|\b[Ss]hall\b"),
    "zh": re.compile(r"必须|不得|应当|(?<![无毋])须|(?<![适便事合相])宜|\b(?:MUST|SHALL|SHOULD|MAY)\b"),
}
_CODE = re.compile(r"(`+)[^`]+\1")
_REQUIREMENT = re.compile(r"GCL-[A-Z]{3}-[0-9]{3}")
_HEADING = re.compile(r"(#+) (.+)")
#: Titles of the clauses that every part starts with, and of its two annexes.
_FRAME = {
    "en": (
        "1 Scope",
        "2 References",
        "3 Definitions",
        "4 Abbreviations",
        "5 Conventions",
        "Annex A (normative)",
        "Annex B (informative)",
    ),
    "zh": ("1 范围", "2 参考文献", "3 定义", "4 缩略语", "5 约定", "附录 A（规范性）", "附录 B（资料性）"),
}
#: The life cycles are placed machine by machine, not as the tables that hold them.
_AS_MACHINES = frozenset({"machine", "machine_states", "machine_roles"})


def check(model: Model, spec: Path) -> Iterator[Problem]:
    """Yield every problem of the parts below a ``spec`` folder; a folder without parts has none."""
    found = [(part, scan(part)) for part in parts(spec)]
    if not found:
        return
    for part, held in found:
        yield from held.problems
        yield from _examples.problems(part)
        yield from _names(model, part, held)
        yield from _words(part, held)
        yield from _frame(part, held)
    yield from _files(spec, [part for part, _ in found])
    for language in LANGUAGES:
        yield from _placed(model, language, [(part, held) for part, held in found if part.language == language])
    yield from _alike(found)


def expected(model: Model) -> dict[str, tuple[str, ...]]:
    """Return what has to be placed, by kind of marker."""
    return {
        "req": tuple(model.requirements),
        "fields": tuple(model.classes),
        "codes": tuple(code_list.name for code_list in model.code_lists.values() if not code_list.outside),
        "table": tuple(name for name in model.tables if name not in _AS_MACHINES),
        "machine": machines(model),
    }


def _names(model: Model, part: Part, held: Scan) -> Iterator[Problem]:
    known = expected(model)
    for marker in held.markers:
        if marker.name not in known[marker.kind]:
            yield Problem(
                part.place(marker.line),
                f"{KINDS[marker.kind]} {marker.name} is not one of the standard",
                _withdrawn(model, marker) or "correct the name",
            )
    for number, line, _ in held.prose:
        for identifier in _REQUIREMENT.findall(line):
            if identifier not in model.requirements and identifier not in model.withdrawn:
                yield Problem(part.place(number), f"{identifier} does not exist", "correct the id")


def _withdrawn(model: Model, marker: Marker) -> str | None:
    by = model.withdrawn.get(marker.name)
    return f"it is withdrawn; {by} replaces it" if by else None


def _words(part: Part, held: Scan) -> Iterator[Problem]:
    for number, line, fenced in held.prose:
        found = None if fenced else _NORMATIVE[part.language].search(_CODE.sub("", line))
        if found:
            yield Problem(
                part.place(number),
                f"{found[0]!r} outside a requirement",
                "say it without the word, or make it a requirement of the model and place it with <!-- req ... -->",
            )


def _frame(part: Part, held: Scan) -> Iterator[Problem]:
    titles = [title for level, title, _ in _headings(held) if level == 2]
    at = -1
    for wanted in _FRAME[part.language]:
        later = [number for number, title in enumerate(titles) if number > at and title.startswith(wanted)]
        if not later:
            yield Problem(part.place(1), f"no clause {wanted!r} in its place", f"add `## {wanted}`")
        else:
            at = later[0]


def _headings(held: Scan) -> Iterator[tuple[int, str, int]]:
    for number, line, fenced in held.prose:
        found = None if fenced else _HEADING.fullmatch(line)
        if found:
            yield len(found[1]), found[2], number


def _files(spec: Path, found: list[Part]) -> Iterator[Problem]:
    there = {(part.name, part.language) for part in found}
    for name in names():
        for language in LANGUAGES:
            if (name, language) not in there:
                file = spec / "parts" / f"{name}.{language}.md"
                yield Problem(str(file), "this part is missing", "write it, with the clauses of the others")


def _placed(model: Model, language: str, found: list[tuple[Part, Scan]]) -> Iterator[Problem]:
    first: dict[tuple[str, str], str] = {}
    for part, held in found:
        for marker in held.markers:
            place = part.place(marker.line)
            known = first.setdefault((marker.kind, marker.name), place)
            if known != place:
                yield Problem(
                    place, f"{KINDS[marker.kind]} {marker.name} stands at {known} already", "keep one of the two places"
                )
    for kind, wanted in expected(model).items():
        for name in wanted:
            if (kind, name) not in first:
                yield Problem(
                    f"{found[0][0].file.parent}/*.{language}.md" if found else language,
                    f"{KINDS[kind]} {name} is placed nowhere",
                    f"add <!-- {kind} {name} --> and <!-- /{kind} --> to the part of its module, in every language",
                )


def _alike(found: list[tuple[Part, Scan]]) -> Iterator[Problem]:
    """Both languages of a part have the same markers and the same outline, so that a reader can compare them."""
    by_name: dict[str, dict[str, tuple[Part, Scan]]] = {}
    for part, held in found:
        by_name.setdefault(part.name, {})[part.language] = (part, held)
    for pair in by_name.values():
        if len(pair) == len(LANGUAGES):
            (_, first), (part, second) = (pair[language] for language in LANGUAGES)
            yield from _outline(part, first, second)


def _outline(part: Part, first: Scan, second: Scan) -> Iterator[Problem]:
    for left, right in zip_longest(_order(first), _order(second)):
        if left is None or right is None or left[0] != right[0]:
            here, there = (entry[0] if entry else "nothing" for entry in (right, left))
            line = right[1] if right else len(part.text.splitlines())
            other = left[1] if left else "the end"
            yield Problem(
                part.place(line),
                f"{here} stands where {LANGUAGES[0]} has {there} (line {other})",
                "bring both languages into the same order",
            )
            return


def _order(held: Scan) -> list[tuple[str, int]]:
    entries = [(f"{marker.kind} {marker.name}", marker.line) for marker in held.markers]
    entries += [(f"a heading of level {level}{_number(title)}", line) for level, title, line in _headings(held)]
    return sorted(entries, key=lambda entry: entry[1])


def _number(title: str) -> str:
    found = re.match(r"[0-9]+(\.[0-9]+)*|[AB]\.[0-9]+", title)
    return f" ({found[0]})" if found else ""
