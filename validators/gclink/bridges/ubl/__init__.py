"""UBL 2.1 invoices and credit notes, in XML and in the two JSON forms, with the amount rules of EN 16931."""

from gclink.bridges.ubl._amounts import Identity, broken, identities
from gclink.bridges.ubl._bridge import UBL
from gclink.bridges.ubl._importer import importer_findings

__all__ = ["UBL", "Identity", "broken", "identities", "importer_findings"]
