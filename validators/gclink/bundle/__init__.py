"""Rules across documents (tier T3): an index over the documents of one check, and one function per rule.

A bundle is the set of documents given to one check, and a closed world: what is not in it does not exist.
"""

from gclink.bundle._entry import Entry, Reference
from gclink.bundle._index import Bundle
from gclink.bundle._registry import Hit, procedure, procedures, run

__all__ = ["Bundle", "Entry", "Hit", "Reference", "procedure", "procedures", "run"]
