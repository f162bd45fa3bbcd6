"""xmlschema (Python) on the published XML Schema 1.1, whose assertions are the rules."""

from __future__ import annotations

import re
from decimal import localcontext
from functools import cache
from typing import Any

from gclink._schemas import artefacts
from gclink.documents import Document
from gclink.engines._voices import Voice
from gclink.engines._xml_places import pointer_to

_ID = re.compile(r"(GCL-[A-Z]{3}-[0-9]{3})")


def judge(document: Document) -> list[Voice]:
    """Return the rules whose assertions fail; the document is valid against XSD 1.0."""
    found: dict[Voice, None] = {}
    with localcontext() as context:
        context.prec = 80
        for error in _schema().iter_errors(document.native):
            identifier = _ID.search(
                str((getattr(error.validator, "elem", None) is not None and error.validator.id) or "")
            )
            requirement = identifier[1] if identifier else str(error.reason)
            pointer = pointer_to(document.native, error.elem)
            found[Voice(requirement, "T2", pointer)] = None
    return list(found)


@cache
def _schema() -> Any:
    import xmlschema

    with_path = artefacts("schemas/xsd") / "gclink-rules.xsd"
    return xmlschema.XMLSchema11(str(with_path), allow="local", defuse="always")
