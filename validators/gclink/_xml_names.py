"""Names of the XML form that reader and writer share."""

from __future__ import annotations

from typing import Final

NAMESPACE: Final = "https://w3id.org/gclink/"
BUNDLE: Final = "Bundle"
XML_LANG: Final = "{http://www.w3.org/XML/1998/namespace}lang"
XSI: Final = "{http://www.w3.org/2001/XMLSchema-instance}"


def qualified(name: str) -> str:
    """Return the name of one of our elements as lxml writes it."""
    return f"{{{NAMESPACE}}}{name}"


def local(tag: str) -> str:
    """Return the local name of one of our elements; a foreign name keeps its namespace and so matches no field.

    A name without a namespace is foreign too, and told as ``{}name``.
    """
    prefix = f"{{{NAMESPACE}}}"
    if tag.startswith(prefix):
        return tag[len(prefix) :]
    return tag if tag.startswith("{") else f"{{}}{tag}"
