"""Rules across documents of module link: the goods line, the lot, the passport and the money are the same trade.

The rules of this module that have no function yet are told by every report that follows references.
"""

from gclink.bundle.link import (  # each topic registers its rules when it is imported
    counted,
    cycles,
    double_use,
    evidence,
    goods,
    holding,
    pledge,
    quantities,
    refinancing,
    reversal,
    security,
    stacking,
    wording,
)

__all__ = [
    "counted",
    "cycles",
    "double_use",
    "evidence",
    "goods",
    "holding",
    "pledge",
    "quantities",
    "refinancing",
    "reversal",
    "security",
    "stacking",
    "wording",
]
