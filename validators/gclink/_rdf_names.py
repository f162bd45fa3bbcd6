"""The names that the RDF form of a document uses, and what each means in the tree.

A member is a property of the same name below the base, a class a class, a code of a list of this standard an IRI below
the list. ``id`` is the node itself and ``type`` is ``rdf:type``; neither is a property.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from gclink._model import Class, Field, model

RDF: Final = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
XSD: Final = "http://www.w3.org/2001/XMLSchema#"
RDF_TYPE: Final = RDF + "type"
RDF_FIRST: Final = RDF + "first"
RDF_NIL: Final = RDF + "nil"
LANG_STRING: Final = RDF + "langString"
STRING: Final = XSD + "string"

#: Datatype of a literal by type of the field; all other types are nodes.
DATATYPES: Final = {
    "text": STRING,
    "code": STRING,
    "decimal": XSD + "decimal",
    "integer": XSD + "integer",
    "boolean": XSD + "boolean",
    "date": XSD + "date",
    "dateTime": XSD + "dateTime",
    "LocalizedText": LANG_STRING,
}

#: Where the JSON-LD context puts a member it does not know.
UNDEFINED: Final = "undefined/"

CONTEXT: Final = "https://w3id.org/gclink/context/v1"

_WORD: Final = re.compile("[A-Za-z][A-Za-z0-9]*")


def is_concept(field: Field) -> bool:
    """Whether a field holds a code of a list of this standard, which is an IRI in RDF."""
    return field.code_list is not None and not model().code_lists[field.code_list].outside


@cache
def list_iri(code_list: str) -> str:
    """Return the namespace of the codes of a list."""
    return f"{model().base}{code_list}/"


def class_of(iri: str) -> str:
    """Return what a class IRI reads as in ``type``: the name below the base, or the IRI of a stranger."""
    local = iri.removeprefix(model().base).removeprefix(UNDEFINED)
    return local if _WORD.fullmatch(local) else iri


def class_iri(name: str) -> str:
    """Return the IRI of a class name; a name that is none of ours may be an IRI already."""
    return name if ":" in name else model().base + name


def member_of(iri: str, cls: Class | None) -> str:
    """Return the member that a property stands for in an object of a class.

    A property that the class does not declare keeps its short name where that says enough, so that structure reports
    the name its writer used; it keeps its IRI where the short name would mean something else.
    """
    base = model().base
    if not iri.startswith(base):
        return iri
    local = iri.removeprefix(base)
    fields = cls.fields if cls is not None else {}
    if local in fields and local != "id":
        return local
    if local.startswith(UNDEFINED):
        local = local.removeprefix(UNDEFINED)
    return iri if not local or local in fields or local in ("id", "type") or "/" in local else local


def member_iri(name: str, cls: Class | None) -> str:
    """Return the property of a member: below the base if the class declares it, below ``undefined/`` if not."""
    if cls is not None and name in cls.fields and name != "id":
        return model().base + name
    return name if ":" in name else model().base + UNDEFINED + name
