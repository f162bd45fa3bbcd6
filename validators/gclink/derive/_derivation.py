"""One row of the table of derived members."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from gclink._text import Text


class Fill(StrEnum):
    """When an absent member is filled in."""

    #: Whenever the formula can be computed: the member is due.
    DUE = "due"
    #: On request only: the standard lets a document leave it out, or a person has to choose it.
    ASKED = "asked"
    #: Never: it is measured or agreed, and the formula only tests it.
    NEVER = "never"


@dataclass(frozen=True, slots=True)
class Derivation:
    """How one member follows from others.

    Attributes:
        cls: class of the objects that hold the member (descendants too)
        member: path of the member from such an object; where it runs through an array it means every item, and the
            formulas may speak of ``item``
        formula: the value, over the members of the object, ``item``, and ``root`` for the document
        requirement: the rule that recomputes it
        tolerance: the greatest difference allowed, a formula in which ``stated`` is the stated value
        relation: ``=``; ``>=`` or ``<=`` where the rule only bounds the stated value
        when: condition under which the row applies
        fill: when an absent member is filled in
        unit: formula of the unit or currency of a Quantity or Money that is filled in
        places: decimals of a value that is filled in and does not end
        note: what a reader should know of the row

    """

    cls: str
    member: str
    formula: str
    requirement: str
    tolerance: str = "0"
    relation: str = "="
    when: str = "True"
    fill: Fill = Fill.DUE
    unit: str = ""
    places: int = 9
    note: Text | None = None
