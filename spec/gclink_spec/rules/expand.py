"""Where rules apply: abstract classes stand for all concrete ones, embedded classes for every place that holds them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from gclink_spec._model import Field, Kind, Model


def contexts(model: Model, declared: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """Return the pairs (class as written, concrete document class or embedded class) of a rule, each class once."""
    found: dict[str, str] = {}
    for name in declared:
        for concrete in model.concrete(name):
            found.setdefault(concrete, name)
    return tuple((name, concrete) for concrete, name in found.items())


@dataclass(frozen=True, slots=True)
class Place:
    """One member that holds embedded objects, with the places inside them.

    ``place.field.owner`` and ``place.field.name`` are what an ``except`` names. ``holder`` is the class of the object
    that carries the member (a subclass of the owner, when the member is inherited).
    """

    holder: str
    field: Field
    places: tuple[Place, ...]

    @property
    def cls(self) -> str:
        """The class of the embedded objects."""
        return self.field.type

    @property
    def label(self) -> str:
        """``Owner.field``, as an ``except`` writes it."""
        return f"{self.field.owner}.{self.field.name}"


def places(model: Model, name: str) -> tuple[Place, ...]:
    """Return the members of a class that hold embedded objects, at every depth.

    The classes of the standard embed each other without cycles (the linter refuses one), so the walk ends.
    """
    return tuple(Place(name, f, places(model, f.type)) for f in model.fields_of(name) if f.embedded)


def holders(model: Model, name: str) -> tuple[tuple[str, Field], ...]:
    """Return every (concrete class, field) that holds an embedded class directly."""
    return tuple(
        (cls.name, f)
        for cls in model.classes.values()
        if cls.kind is not Kind.ABSTRACT
        for f in model.fields_of(cls.name)
        if f.type == name
    )
