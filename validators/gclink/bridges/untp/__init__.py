"""UNTP credentials 0.6.1 and 0.7.0: product passports and conformity credentials, both ways.

A product passport of UNTP holds one number where ours holds eight components, so it stays a fragment until the caller
supplies the rest; what keeps it from being more is told with its code.
"""

from gclink.bridges.untp._bridge import UNTP_6, UNTP_7

__all__ = ["UNTP_6", "UNTP_7"]
