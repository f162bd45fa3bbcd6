"""Derived members: every value of a document that follows from others, with the parts it follows from.

    >>> from gclink.derive import derive
    >>> [d for d in derive(passport) if d.outcome == "differs"]        # doctest: +SKIP

``TABLE`` says for every derived member of every class how it is computed, which requirement recomputes it and how far a
stated value may lie off. A test holds the table against the rules.
"""

from gclink.derive._derivation import Derivation, Fill
from gclink.derive._derive import Derived, Outcome, complete, derive
from gclink.derive._lines import Line
from gclink.derive._table import TABLE, derivations_of

__all__ = ["TABLE", "Derivation", "Derived", "Fill", "Line", "Outcome", "complete", "derivations_of", "derive"]
