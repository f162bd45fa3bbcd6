"""Rules across documents of module incentive: what is granted, on what evidence, how much, and once."""

from gclink.bundle.incentive import amounts, grants, once_only

__all__ = ["amounts", "grants", "once_only"]
