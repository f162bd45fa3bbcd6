"""What the runner has to know about a requirement: its tier, level, module, sentence, and the classes it is about."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import orjson
from gclink._model import model


@dataclass(frozen=True, slots=True)
class Requirement:
    """One requirement of the standard."""

    id: str
    module: str
    tier: str
    level: str
    statement: Mapping[str, str]
    classes: frozenset[str]

    def concerns(self, name: object) -> bool:
        """Whether an object of the class named is what the requirement is about."""
        cls = model().classes.get(name) if isinstance(name, str) else None
        return cls is not None and any(cls.is_a(other) for other in self.classes)


@cache
def requirements() -> Mapping[str, Requirement]:
    """Return every requirement by id."""
    loaded = orjson.loads((files("gclink") / "_data" / "requirements.json").read_bytes())["requirements"]
    return {
        name: Requirement(
            name,
            entry["module"],
            entry["tier"],
            entry["level"],
            entry["statement"],
            frozenset(_classes(entry)),
        )
        for name, entry in loaded.items()
    }


def _classes(entry: Mapping[str, Any]) -> Iterator[str]:
    if entry["class"] is not None:
        yield entry["class"]
    yield from entry["over"]
    for rule in entry["rules"]:
        yield from rule["on"]


def requirement(name: str) -> Requirement:
    """Return one requirement."""
    return requirements()[name]
