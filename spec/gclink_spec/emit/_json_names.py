"""Names of the shared types that JSON Schema, the typed models and LinkML have in common.

A name says what the type holds (``DecimalNonNegative``, ``QuantityTPositive``, ``IdentifierGln``), so that a reader
of generated code meets the same word in every language.
"""

from __future__ import annotations

import re
from decimal import Decimal

from gclink_spec._model import Bound, Field

_SCALARS = {
    "text": "Text",
    "decimal": "Decimal",
    "integer": "Integer",
    "boolean": "Boolean",
    "date": "Date",
    "dateTime": "DateTime",
    "iri": "Iri",
    "ref": "Reference",
}
_FORMATS = {"digest": "Digest", "ucum": "Ucum"}
#: The member of an embedded class that a bound of the outer field narrows.
BOUNDED_MEMBER = {"Quantity": "value", "Money": "amount"}


def upper_camel(name: str) -> str:
    """Return a lowerCamelCase or snake_case name in UpperCamelCase; acronyms inside stay as they are."""
    return "".join(part[0].upper() + part[1:] for part in name.split("_") if part)


def code_list_name(name: str) -> str:
    """Return the type name of a code list; digits keep their underscore (``Iso3166_1``)."""
    return name[0].upper() + name[1:]


def bound_name(bound: Bound | None, *, whole: bool = False) -> str:
    """Return the suffix that a bound gives to a type name, empty for none."""
    if bound is None:
        return ""
    low, high = bound.minimum, bound.maximum
    if high is None and low is not None:
        if low == 0:
            return "Positive" if bound.exclusive_minimum else "NonNegative"
        if whole and low == 1 and not bound.exclusive_minimum:
            return "Positive"
        return ("Above" if bound.exclusive_minimum else "From") + _number(low)
    if low is None and high is not None:
        if high == 0:
            return "Negative" if bound.exclusive_maximum else "NonPositive"
        return ("Below" if bound.exclusive_maximum else "UpTo") + _number(high)
    if low is None or high is None:
        return ""
    start = ("Above" if bound.exclusive_minimum else "From") + _number(low)
    return start + ("Below" if bound.exclusive_maximum else "To") + _number(high)


def _number(value: Decimal) -> str:
    return format(value, "f").replace("-", "Minus").replace(".", "Point")


def restrict_name(field: Field) -> str:
    """Return the suffix that the allowed units or schemes of a field give to a type name, empty for none."""
    if field.restrict is None:
        return ""
    member, values = field.restrict
    return "Or".join(_unit(value) if member == "unit" else upper_camel(value) for value in values)


def _unit(unit: str) -> str:
    """Return a UCUM unit as part of a name: ``kW.h`` is KWH, ``t/har`` TPerHar, ``{piece}`` Piece."""
    words = re.findall(r"[A-Za-z0-9]+|/|[^\x00-\x7f]", unit)
    return "".join(
        "Per" if word == "/" else word[0].upper() + word[1:] if word.isascii() else f"U{ord(word):04X}"
        for word in words
    )


def type_name(field: Field) -> str:
    """Return the name of the shared type of one value of a field (of one item, when the field is an array)."""
    if field.embedded:
        return field.type + restrict_name(field) + bound_name(field.bound)
    if field.type == "LocalizedText":
        return "LocalizedText"
    if field.values:
        return upper_camel(field.name)
    if field.type == "code":
        assert field.code_list is not None
        return code_list_name(field.code_list)
    if field.format is not None:
        return _FORMATS[field.format]
    return _SCALARS[field.type] + bound_name(field.bound, whole=field.type == "integer")
