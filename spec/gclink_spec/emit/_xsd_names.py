"""Names of the types of the XML Schema: the same for the same content, readable, without a clash.

A code generator turns a type's name into a class name, so units and bounds are spelled in letters.
"""

from __future__ import annotations

import re
from decimal import Decimal

from gclink_spec._model import Bound, Field

#: Simple types of the scalars; ``code`` and formatted text have types of their own.
SCALAR_TYPES = {
    "text": "Text",
    "decimal": "Decimal",
    "integer": "Integer",
    "boolean": "Boolean",
    "date": "Date",
    "dateTime": "DateTime",
    "iri": "Iri",
    "ref": "Reference",
}
FORMAT_TYPES = {"digest": "Digest", "ucum": "UcumCode", "className": "ClassName"}

#: Source of the machine-readable notes: ``Owner.field kind:requirement ...``.
CONSTRAINTS = "https://w3id.org/gclink/constraints"

#: The member of an embedded class that a bound of the field narrows.
BOUNDED_MEMBER = {"Quantity": "value", "Money": "amount"}


def upper(name: str) -> str:
    """Return a lowerCamelCase name in UpperCamelCase."""
    return name[0].upper() + name[1:]


def code_type(code_list: str) -> str:
    """Return the name of a code list's type."""
    return f"{upper(code_list)}Code"


def bound_suffix(bound: Bound | None) -> str:
    """Return a bound in letters: Positive, NonNegative, NonPositive, From0To1, Min20."""
    if bound is None:
        return ""
    low, high = bound.minimum, bound.maximum
    if high is None and low == 0:
        return "Positive" if bound.exclusive_minimum else "NonNegative"
    if low is None and high == 0:
        return "Negative" if bound.exclusive_maximum else "NonPositive"
    below, above = ("Above" if bound.exclusive_minimum else "From"), ("Below" if bound.exclusive_maximum else "To")
    if high is None:
        assert low is not None
        return f"{'Above' if bound.exclusive_minimum else 'Min'}{_number(low)}"
    if low is None:
        return f"{'Below' if bound.exclusive_maximum else 'Max'}{_number(high)}"
    return f"{below}{_number(low)}{above}{_number(high)}"


def set_suffix(restrict: tuple[str, tuple[str, ...]] | None) -> str:
    """Return a set of units or schemes in letters: InT, InKgOrT, InTPerHar."""
    if restrict is None:
        return ""
    return "In" + "Or".join(_letters(value) for value in restrict[1])


def restricted_set_type(restrict: tuple[str, tuple[str, ...]]) -> str:
    """Return the name of the simple type that holds one set of units or schemes."""
    return f"{upper(restrict[0])}{set_suffix(restrict)}"


def values_type(field: Field) -> str:
    """Return the name of the type of a text with a closed set of values, which belongs to one field."""
    return f"{upper(field.name)}Value"


def simple_type(field: Field) -> str:
    """Return the simple type of a scalar field."""
    if field.type == "code":
        assert field.code_list is not None
        return code_type(field.code_list)
    if field.values:
        return values_type(field)
    if field.format is not None:
        return FORMAT_TYPES[field.format]
    return SCALAR_TYPES[field.type] + bound_suffix(field.bound)


def complex_type(field: Field) -> str:
    """Return the complex type of an embedded field, narrowed by its bound and its set of units or schemes."""
    return f"{field.type}{set_suffix(field.restrict)}{bound_suffix(field.bound)}"


def _number(value: Decimal) -> str:
    return format(value.normalize(), "f").replace("-", "Minus").replace(".", "Point")


def _letters(value: str) -> str:
    spelled = value.replace("/", " Per ").replace(".", "").replace("%", "Percent").replace("_", " ")
    words = re.sub(r"[^A-Za-z0-9]+", " ", spelled).split()
    if not words:
        raise ValueError(f"the unit or scheme {value!r} has no letters to name a type with")
    return "".join(upper(word) for word in words)
