"""EPCIS 2.0 object and transformation events, in JSON-LD and in XML, as lots and process runs, both ways."""

from gclink.bridges.epcis._bridge import EPCIS_JSON, EPCIS_XML

__all__ = ["EPCIS_JSON", "EPCIS_XML"]
