"""elementpath on the published Schematron."""

from __future__ import annotations

from gclink._schematron import violations
from gclink.documents import Document
from gclink.engines._voices import Voice
from gclink.engines._xml_places import pointer_to


def judge(document: Document) -> list[Voice]:
    """Return the rules whose assertions fail; the document is valid against XSD 1.0."""
    return list(
        {
            Voice(violation.requirement, "T2", pointer_to(document.native, violation.element)): None
            for violation in violations(document.native)
        }
    )
