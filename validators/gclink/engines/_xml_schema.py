"""xmlschema (Python) on the published XML Schema 1.0."""

from __future__ import annotations

from functools import cache
from typing import Any

from gclink._schemas import artefacts
from gclink.documents import Document
from gclink.engines._voices import Voice


def judge(document: Document) -> list[Voice]:
    """Return the structural faults that XSD 1.0 gives."""
    from gclink._xsd_reasons import reasons_from_xmlschema

    found: dict[Voice, None] = {}
    for error in schema().iter_errors(document.native):
        for reason in reasons_from_xmlschema(error, document.native):
            found[Voice(reason.requirement, "T1", reason.pointer, reason.key)] = None
    return list(found)


@cache
def schema() -> Any:
    import xmlschema

    with_path = artefacts("schemas/xsd") / "gclink.xsd"
    return xmlschema.XMLSchema10(str(with_path), allow="local", defuse="always")
