"""A fact: one thing that an artefact says about one named thing, in a form that can be compared."""

from __future__ import annotations

from enum import StrEnum
from typing import TypeAlias

Value: TypeAlias = "str | int | bool | frozenset[str]"
#: Key of a thing (``Lot``, ``Lot.quantity``, ``custodyModel/mass_balance``, ``GCL-PAS-007``) -> facet -> value.
Facts: TypeAlias = "dict[str, dict[str, Value]]"


class Facet(StrEnum):
    """What can be said about a thing; the comparison treats each in its own way."""

    #: Kind of the thing: class, field, value form, constraint, code, requirement. Never changes by itself.
    IS = "is"
    REQUIRED = "required"
    #: The class that a requirement is about.
    OF = "of"
    #: Lower and upper limits of a number of items or of a value.
    LEAST = "least"
    MOST = "most"
    #: The values that are allowed.
    ONE_OF = "one of"
    #: What can only be told to be another, not whether it is wider or narrower.
    FORM = "form"
    RULE = "rule"
    CLOSED = "closed"
    UNIQUE = "unique"
    LEVEL = "level"
    #: Texts for people.
    TEXT = "text"
    DEPRECATED = "deprecated"
    REPLACED_BY = "replaced by"
