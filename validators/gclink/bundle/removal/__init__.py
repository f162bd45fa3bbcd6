"""Rules across documents of module removal: from the feed to the store, from the store to the one use of each tonne."""

from gclink.bundle.removal import allocations, ledgers, lines, storage

__all__ = ["allocations", "ledgers", "lines", "storage"]
