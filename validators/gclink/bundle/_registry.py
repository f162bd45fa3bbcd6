"""The functions behind the rules across documents, by requirement.

A rule's function has the name that its requirement gives in the source (``procedure``); a test holds the two together,
so that no requirement is without a function and no function without a requirement.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from decimal import Context, localcontext
from functools import cache, wraps

from gclink._text import Text
from gclink.bundle._entry import Entry, Path
from gclink.bundle._index import Bundle


@dataclass(frozen=True, slots=True)
class Hit:
    """One violation that a procedure found: the document, the place in it, and what was expected and found there."""

    entry: Entry
    path: Path = ()
    expected: Text | None = None
    found: Text | None = None


Procedure = Callable[[Bundle], Iterable[Hit]]

_MODULES = ("core", "passport", "removal", "brand", "incentive", "finance", "link")
_procedures: dict[str, Procedure] = {}
#: Wide enough for every sum and product of a bundle; the caller's context is left as it was.
_EXACT = Context(prec=400)


def procedure(requirement: str) -> Callable[[Procedure], Procedure]:
    """Register a function as the check of one requirement."""

    def register(function: Procedure) -> Procedure:
        if requirement in _procedures:
            raise ValueError(f"{requirement} has two procedures")
        _procedures[requirement] = _exactly(function)
        return function

    return register


def _exactly(function: Procedure) -> Procedure:
    @wraps(function)
    def run_exactly(bundle: Bundle) -> list[Hit]:
        with localcontext(_EXACT):
            return list(function(bundle))

    return run_exactly


@cache
def procedures() -> dict[str, Procedure]:
    """Return every procedure by requirement id, in the order of ids."""
    for module in _MODULES:
        importlib.import_module(f"gclink.bundle.{module}")
    return dict(sorted(_procedures.items()))


def run(bundle: Bundle, only: Callable[[str], bool] = bool) -> Iterator[tuple[str, Hit]]:
    """Run the procedures over a bundle and yield each violation with its requirement."""
    for requirement, function in procedures().items():
        if only(requirement):
            for hit in function(bundle):
                yield requirement, hit
