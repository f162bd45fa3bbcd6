"""Rules across documents of module brand: claims against their evidence, labels against claims, brands against both."""

from gclink.bundle.brand import brands, claims, evidence, labels, tiers

__all__ = ["brands", "claims", "evidence", "labels", "tiers"]
