"""Where each structural constraint can be broken: in the bases, and at a second place too.

The first place is the object with the fewest neighbours in arrays in the smallest base. The second one is in another
document, of the bases, the stories or the worked examples, or else at another place of the same document.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path as FilePath
from typing import Any

import orjson
from gclink._model import Class, Field, model
from gclink.findings import pointer_of

from gclink_conformance.cases import EXAMPLES, base, example

Tree = dict[str, Any]
Path = tuple[str | int, ...]
#: How well a place serves, least is best: of a story or example or not, neighbours, size, base, pointer.
Rank = tuple[bool, int, int, str, str]


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a constraint is broken: a base, the path of the object in it, and the field (None: the closed class)."""

    base: str
    tree: Tree
    path: Path
    holder: Class
    field: Field | None
    kind: str
    second: bool = False


def spots(root: FilePath) -> tuple[Spot, ...]:
    """Return one place in the bases for each constraint that they reach."""
    return tuple(spot for spot, _ in _pairs(root))


def second_spots(root: FilePath) -> tuple[Spot, ...]:
    """Return a second place for each constraint that has one."""
    return tuple(replace(spot, second=True) for _, spot in _pairs(root) if spot is not None)


@cache
def _pairs(root: FilePath) -> tuple[tuple[Spot, Spot | None], ...]:
    found: dict[str, list[tuple[Rank, Spot]]] = {}
    for far, name, tree in _documents(root):
        size = len(orjson.dumps(tree))
        for path, holder, node, crowd, owned in _objects(model().classes[tree["type"]], tree, (), 0, ""):
            closed = Spot(name, tree, path, holder, None, "closed")
            place = pointer_of(path)
            found.setdefault(f"{holder.name}#closed", []).append(((far, crowd, size, name, place), closed))
            for field in holder.fields.values():
                if field.name not in node:
                    continue
                value = node[field.name]
                more = len(value) - 1 if isinstance(value, list) else 0
                # Codes that the owner restricts are broken in two ways at once.
                narrowed = field.name == owned
                rank = (far, crowd + more + narrowed, size, name, place)
                for kind in field.requirements:
                    found.setdefault(field.key(kind), []).append((rank, Spot(name, tree, path, holder, field, kind)))
    return tuple(_two(listed) for listed in found.values() if not min(listed, key=_rank)[0][0])


def _two(listed: list[tuple[Rank, Spot]]) -> tuple[Spot, Spot | None]:
    (_, first), *others = sorted(listed, key=_rank)
    elsewhere = [spot for _, spot in others if spot.base != first.base] or [spot for _, spot in others]
    return first, elsewhere[0] if elsewhere else None


def _rank(pair: tuple[Rank, Spot]) -> Rank:
    return pair[0]


def _documents(root: FilePath) -> Iterator[tuple[bool, str, Tree]]:
    """Yield the single documents among the bases, then those of the stories and of the worked examples."""
    for path in sorted((root / "bases").glob("*.json")):
        yield False, path.stem, base(root, path.stem)[path.stem]
    stories = [folder for folder in sorted((root / "bases").iterdir()) if folder.is_dir()]
    for folder in (*stories, *(example(root, name) for name in EXAMPLES)):
        name = folder.name if folder in stories else folder.parent.name
        for path in sorted(folder.glob("*.json")):
            yield True, f"{name}/{path.stem}", base(root, f"{name}/{path.stem}")[path.stem]


def _objects(
    cls: Class, node: Tree, path: Path, crowd: int, owned: str
) -> Iterator[tuple[Path, Class, Tree, int, str]]:
    """Yield the objects of a document: path, class, object, neighbours in arrays, member its owner restricts."""
    yield path, cls, node, crowd, owned
    for field in cls.fields.values():
        if not field.embedded or field.name not in node:
            continue
        value = node[field.name]
        inner, narrow = model().classes[field.type], field.restrict[0] if field.restrict else ""
        if isinstance(value, list):
            for index, item in enumerate(value):
                yield from _objects(inner, item, (*path, field.name, index), crowd + len(value) - 1, narrow)
        else:
            yield from _objects(inner, value, (*path, field.name), crowd, narrow)


def at(node: Any, path: Path) -> Any:
    """Return what stands at a path."""
    for step in path:
        node = node[step]
    return node
