"""Rules across documents of module link: the goods line, the lot, the passport and the money are the same trade.

The rules of this module that have no function yet are told by every report that follows references.
"""

from gclink.bundle.link import (  # each topic registers its rules when it is imported
    cycles,
    evidence,
    goods,
    holding,
    quantities,
    refinancing,
    wording,
)

__all__ = ["cycles", "evidence", "goods", "holding", "quantities", "refinancing", "wording"]
