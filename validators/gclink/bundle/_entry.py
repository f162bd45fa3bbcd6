"""One document of a bundle: the few facts that stay in memory, and the way to the rest."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Any

from gclink._model import Class, model

if TYPE_CHECKING:
    from gclink.bundle._spool import Spool

Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Reference:
    """One ``ref`` or ``docref`` member: where it stands, what it points at, which classes it may point at.

    ``digest`` is None for a plain reference. ``path`` leads to the IRI for a plain reference and to the
    DocumentReference object otherwise.
    """

    path: Path
    owner: str
    field: str
    target: str
    digest: str | None
    classes: tuple[str, ...]


@dataclass(slots=True, eq=False)
class Entry:
    """One document that is in the right form (T1). ``tree`` is read back from the spool when it is asked for."""

    number: int
    id: str
    type: str
    digest: str
    issuer: str
    issued_at: str
    status: str
    references: tuple[Reference, ...]
    source: str
    _spool: Spool = field(repr=False)

    @property
    def tree(self) -> dict[str, Any]:
        """The canonical tree."""
        return self._spool.read(self.number)

    @property
    def cls(self) -> Class:
        """The class of the document."""
        return model().classes[self.type]

    def is_a(self, *names: str) -> bool:
        """Whether the document is of one of the classes, abstract ones included."""
        return any(self.cls.is_a(name) for name in names)

    def refers(self, field_name: str) -> tuple[Reference, ...]:
        """Return the references of one member, by the member's name wherever it is embedded."""
        return tuple(reference for reference in self.references if reference.field == field_name)


def references_of(tree: dict[str, Any]) -> tuple[Reference, ...]:
    """Return every reference of a document, embedded ones included, in the order of the model."""
    return tuple(_references(tree["type"], tree, ()))


def _references(cls: str, tree: dict[str, Any], path: Path) -> Iterator[Reference]:
    for name, kind, owner, classes, many in _plan(cls):
        value = tree.get(name)
        if value is None:
            continue
        items: list[tuple[Path, Any]] = (
            [((*path, name, index), item) for index, item in enumerate(value)] if many else [((*path, name), value)]
        )
        for place, item in items:
            if kind == "ref":
                yield Reference(place, owner, name, item, None, classes)
            elif kind == "DocumentReference":
                yield Reference(place, owner, name, item["target"], item["digest"], classes)
            else:
                yield from _references(kind, item, place)


@cache
def _plan(cls: str) -> tuple[tuple[str, str, str, tuple[str, ...], bool], ...]:
    """Return the members of a class that hold references, at any depth: name, kind, owner, classes, array."""
    plan = []
    for field_ in model().classes[cls].fields.values():
        if field_.type in ("ref", "DocumentReference"):
            plan.append((field_.name, field_.type, field_.owner, field_.targets, field_.many))
        elif field_.embedded and _plan(field_.type):
            plan.append((field_.name, field_.type, field_.owner, (), field_.many))
    return tuple(plan)
