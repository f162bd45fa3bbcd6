"""Rules of one document (tier T2): the generated checks, and the few procedures that one line could not say.

Only the module of the document's class is imported, so that checking one passport does not load the finance rules.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any

from gclink._model import model

Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Broken:
    """One rule that does not hold: requirement, line within it, and the path of the object it was applied to."""

    requirement: str
    line: int
    context: Path


@cache
def _check(name: str) -> Callable[[dict[str, Any]], list[tuple[str, int, Path]]]:
    from gclink._rules_runtime import exactly

    module = importlib.import_module(f"gclink._generated.rules_{model().classes[name].module}")
    return exactly(getattr(module, f"check_{name}"))


def violations(tree: dict[str, Any]) -> list[Broken]:
    """Return every violated rule of a document of the right form (T1); each requirement once per object."""
    found = _check(tree["type"])(tree)
    return [Broken(*each) for each in found] if found else []


def procedures(tree: dict[str, Any]) -> list[tuple[str, Any]]:
    """Return the violations that the procedures of tier T2 find, as (requirement, Hit)."""
    functions = _procedures(tree["type"])
    return [(requirement, hit) for requirement, function in functions for hit in function(tree)] if functions else []


@cache
def _procedures(name: str) -> tuple[tuple[str, Callable[[dict[str, Any]], Iterable[Any]]], ...]:
    from gclink._procedures import PROCEDURES

    cls = model().classes[name]
    return tuple(
        (requirement, function) for requirement, (on, function) in PROCEDURES.items() if any(cls.is_a(n) for n in on)
    )
