"""Carbon Data Open Protocol 2: units, issued batches and buffer totals; units can be written, too."""

from gclink.bridges.cdop._bridge import CDOP

__all__ = ["CDOP"]
