"""Where a search starts: the documents of a case, and what a rule reads of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from gclink._model import Field, model
from gclink.bundle import Bundle
from gclink.bundle._spool import Spool

from gclink_conformance.cases import Case

Tree = dict[str, Any]
Path = tuple[str | int, ...]
#: A path whose steps into arrays are all the same.
Shape = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Member:
    """A member of an object in a document; ``value`` is None where the object does not have it."""

    document: str
    path: Path
    field: Field
    value: Any


@dataclass(slots=True)
class World:
    """The documents of a case by name, in the order they are written, and the members that a rule read."""

    case: Case
    trees: dict[str, Tree]
    reads: set[tuple[str, Shape]] = field(default_factory=set)

    @property
    def read(self) -> list[str]:
        """The names of the documents that were looked into."""
        touched = {name for name, _ in self.reads}
        return [name for name in self.trees if name in touched]

    def members(self) -> Iterator[Member]:
        """Yield the members that decide: those that were read, and what every document is asked about."""
        for name in self.read:
            for member in members(name, self.trees[name]):
                plain = member.path in (("status",), ("issuedAt",), ("issuer",))
                points = member.value is not None and member.field.type in ("ref", "DocumentReference")
                if plain or points or (name, shape(member.path)) in self.reads:
                    yield member


def shape(path: Path) -> Shape:
    """Return a path without the numbers of items."""
    return tuple("*" if isinstance(step, int) else step for step in path)


def members(name: str, tree: Tree) -> Iterator[Member]:
    """Yield every member that a document has or could have, embedded objects included."""
    yield from _members(name, tree, ())


def _members(name: str, node: Tree, path: Path) -> Iterator[Member]:
    for item in model().classes[node["type"]].fields.values():
        place = (*path, item.name)
        value = node.get(item.name)
        yield Member(name, place, item, value)
        if item.embedded and value is not None:
            for index, inner in enumerate(value) if isinstance(value, list) else ((None, value),):
                yield from _members(name, inner, place if index is None else (*place, index))


class Traced(dict[str, Any]):
    """A tree that writes down which of its members are asked for."""

    __slots__ = ("_log", "_name", "_path")

    def __init__(self, tree: Tree, name: str, path: Shape, log: set[tuple[str, Shape]]) -> None:
        super().__init__({key: _traced(value, name, (*path, key), log) for key, value in tree.items()})
        self._name, self._path, self._log = name, path, log

    def _note(self, key: Any) -> None:
        self._log.add((self._name, (*self._path, str(key))))

    def __getitem__(self, key: str) -> Any:
        self._note(key)
        return super().__getitem__(key)

    def get(self, key: str, default: Any = None) -> Any:
        self._note(key)
        return super().get(key, default)

    def __contains__(self, key: object) -> bool:
        self._note(key)
        return super().__contains__(key)

    def items(self) -> Any:
        for key in self:
            self._note(key)
        return super().items()


def _traced(value: Any, name: str, path: Shape, log: set[tuple[str, Shape]]) -> Any:
    if isinstance(value, dict):
        return Traced(value, name, path, log)
    if isinstance(value, list):
        return [_traced(item, name, (*path, "*"), log) for item in value]
    return value


class TracedSpool(Spool):
    """A spool that gives traced trees for those it was given."""

    def __init__(self, names: dict[str, str], log: set[tuple[str, Shape]]) -> None:
        super().__init__()
        self._names, self._log = names, log

    def append(self, tree: Tree) -> int:
        """Keep a tree, traced."""
        return super().append(Traced(tree, self._names[tree["id"]], (), self._log))


def traced_bundle(trees: dict[str, Tree], as_of: str, log: set[tuple[str, Shape]]) -> Bundle:
    """Return a bundle of documents that writes down what is read of them from now on."""
    made = Bundle(as_of, TracedSpool({tree["id"]: name for name, tree in trees.items()}, log))
    for tree in trees.values():
        made.add(tree, tree["id"])
    log.clear()
    return made
