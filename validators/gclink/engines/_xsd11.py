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
from gclink.engines._xml_schema import refuse_odd_blanks, structural

_ID = re.compile(r"GCL-[A-Z]{3}-[0-9]{3}")


def judge(document: Document) -> list[Voice]:
    """Return the structural faults; where there are none, the rules whose assertions fail."""
    refuse_odd_blanks(document.native)
    with localcontext() as context:
        context.prec = 80
        errors = list(_schema().iter_errors(document.native))
    broken = [error for error in errors if type(error.validator).__name__ == "XsdAssert"]
    faults = structural((error for error in errors if error not in broken), document.native)
    # An assertion over values of the wrong form says nothing.
    return faults or list(dict.fromkeys(_rule(error, document) for error in broken))


def _rule(error: Any, document: Document) -> Voice:
    identifier = _ID.search(str(error.validator.id or ""))
    if identifier is None:
        raise RuntimeError(f"an assertion without a requirement failed: {error.reason}")
    return Voice(identifier[0], "T2", pointer_to(document.native, error.elem))


@cache
def _schema() -> Any:
    import xmlschema

    with_path = artefacts("schemas/xsd") / "gclink-rules.xsd"
    return xmlschema.XMLSchema11(str(with_path), allow="local", defuse="always")
