"""ISO 20022 invoice financing: request (tsin.001), status (tsin.002) and assignment (tsin.006), both ways."""

from gclink.bridges.iso20022._bridge import PAYMENT, TSIN_001, TSIN_002, TSIN_006

__all__ = ["PAYMENT", "TSIN_001", "TSIN_002", "TSIN_006"]
