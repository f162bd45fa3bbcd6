"""xmlschema (Python) on the published XML Schema 1.0."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Any

from gclink._model import model
from gclink._schemas import artefacts
from gclink._xml_names import local
from gclink.documents import Document
from gclink.engines._voices import AbstainsError, Voice

#: What XML Schema takes for white space; the library strips every blank of Unicode.
_BLANKS = " \t\r\n"


def judge(document: Document) -> list[Voice]:
    """Return the structural faults that XSD 1.0 gives."""
    refuse_odd_blanks(document.native)
    return structural(schema().iter_errors(document.native), document.native)


def structural(errors: Iterable[Any], root: Any) -> list[Voice]:
    """Return errors of xmlschema in the words of the standard."""
    from gclink._xsd_reasons import reasons_from_xmlschema

    found: dict[Voice, None] = {}
    for error in errors:
        for reason in reasons_from_xmlschema(error, root):
            found[Voice(reason.requirement, "T1", reason.pointer, reason.key)] = None
    return list(found)


def refuse_odd_blanks(root: Any) -> None:
    """Abstain where this library would pass over a blank that XML Schema takes for a character like any other.

    A no-break space before a date is a fault to libxml2 and to the JDK; xmlschema 4 strips it away with the rest.
    """
    exact = _texts()
    for element in root.iter():
        for text in (element.text if local(str(element.tag)) not in exact else None, element.tail):
            if text is not None and not text.isascii() and text.strip() != text.strip(_BLANKS):
                raise AbstainsError("a blank that is none in XML stands at the edge of a value")


@cache
def _texts() -> frozenset[str]:
    """Return the members that are taken exactly as written; a name has one type in the whole standard."""
    return frozenset(
        field.name
        for cls in model().classes.values()
        for field in cls.fields.values()
        if field.type == "LocalizedText" or (field.type == "text" and field.pattern is None and not field.values)
    )


@cache
def schema() -> Any:
    """Return the compiled schema."""
    import xmlschema

    with_path = artefacts("schemas/xsd") / "gclink.xsd"
    return xmlschema.XMLSchema10(str(with_path), allow="local", defuse="always")
