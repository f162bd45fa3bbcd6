"""Rules across documents of module link: the goods line, the lot, the passport and the money are the same trade.

The rules of this module that have no function yet are told by every report that follows references.
"""

from gclink.bundle.link import (  # each topic registers its rules when it is imported
    aftermath,
    counted,
    cycles,
    double_use,
    evidence,
    goods,
    holding,
    observations,
    periods,
    pledge,
    propagation,
    quantities,
    refinancing,
    removals_gone,
    reversal,
    security,
    stacking,
    standing,
    wording,
)

__all__ = [
    "aftermath",
    "counted",
    "cycles",
    "double_use",
    "evidence",
    "goods",
    "holding",
    "observations",
    "periods",
    "pledge",
    "propagation",
    "quantities",
    "refinancing",
    "removals_gone",
    "reversal",
    "security",
    "stacking",
    "standing",
    "wording",
]
