"""lxml (libxml2) on the published XML Schema 1.0."""

from __future__ import annotations

from functools import cache
from typing import Any

from lxml import etree

from gclink._schemas import artefacts
from gclink.documents import Document
from gclink.engines._voices import Voice


def judge(document: Document) -> list[Voice]:
    """Return the structural faults that XSD 1.0 gives."""
    from gclink._xsd_reasons import reasons_from_lxml

    # A document inside a Bundle is judged by itself: libxml2 reports lines, and lines repeat in a copy of one document.
    copy = etree.fromstring(etree.tostring(document.native))
    schema = _schema()
    if schema.validate(copy):
        return []
    return list(
        {
            Voice(reason.requirement, "T1", reason.pointer, reason.key): None
            for reason in reasons_from_lxml(schema.error_log, copy)
        }
    )


@cache
def _schema() -> Any:
    return etree.XMLSchema(etree.parse(str(artefacts("schemas/xsd") / "gclink.xsd")))
