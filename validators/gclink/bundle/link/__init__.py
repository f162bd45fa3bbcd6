"""Rules across documents of module link: the goods line, the lot, the passport and the money are the same trade.

The rules of this module that have no function yet are told by every report that follows references.
"""

from gclink.bundle.link import evidence, goods, holding  # each topic registers its rules when it is imported

__all__ = ["evidence", "goods", "holding"]
