"""The table of derived members: one row per member and rule, in an order in which they can be filled in."""

from __future__ import annotations

from functools import cache
from typing import Final

from gclink._model import model
from gclink.derive._derivation import Derivation
from gclink.derive._table_carbon import CARBON
from gclink.derive._table_finance import FINANCE

TABLE: Final[tuple[Derivation, ...]] = (*CARBON, *FINANCE)


@cache
def derivations_of(name: str) -> tuple[Derivation, ...]:
    """Return the rows about objects of a class, those of its parents included."""
    cls = model().classes.get(name)
    return () if cls is None else tuple(row for row in TABLE if cls.is_a(row.cls))
