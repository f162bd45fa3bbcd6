"""The named definitions of ``common.json`` that hold no object: lexical forms, bounds and code lists.

Every keyword that can fail is named in ``x-kind`` of its own node with the kind of T1 constraint that it stands for.
Together with ``x-constraint`` of the member that an instance path leads to, this gives the key ``Owner.field#kind``
in any engine, also in those that report no path through ``$ref``.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from gclink_spec import lexical
from gclink_spec._model import Bound, Field, Model, Text
from gclink_spec.emit._json_names import bound_name, code_list_name, type_name, upper_camel

Node = dict[str, Any]

#: The largest number of 15 digits, which a JavaScript number still holds exactly.
_INTEGER_END = 10**15 - 1
#: Python's ``$`` lets one trailing newline through; ``not`` costs a memchr, an exact length costs nothing.
_ONE_LINE: Node = {"type": "string", "pattern": "\\n"}
#: Characters that XML 1.0 cannot carry; lone surrogates and the normal form are the reader's business.
XML_TEXT = "^[^\\u0000-\\u0008\\u000B\\u000C\\u000E-\\u001F\\uFFFE\\uFFFF]*$"


def anchored(pattern: str) -> str:
    """Return a pattern of the shared subset with the anchors that JSON Schema needs."""
    return f"^{pattern}$" if pattern.startswith("(") and _one_group(pattern) else f"^({pattern})$"


def _one_group(pattern: str) -> bool:
    """Whether the first parenthesis closes only at the end, so that the anchors bind the whole."""
    depth = 0
    for position, character in enumerate(pattern):
        depth += (character == "(") - (character == ")")
        if depth == 0:
            return position == len(pattern) - 1
    return False


def form(name: str, pattern: str, description: str, length: int | None = None) -> Node:
    """Return a string definition with a pattern and the guard against a trailing newline."""
    guard: Node = {"maxLength": length} if length is not None else {"not": _ONE_LINE}
    kinds = dict.fromkeys(("pattern", *guard), "pattern")
    return {
        "title": name,
        "description": description,
        "type": "string",
        "pattern": anchored(pattern),
        **guard,
        "x-kind": kinds,
    }


def fixed(model: Model) -> dict[str, Node]:
    """Return the definitions that do not depend on the fields of the model."""
    text: Node = {
        "title": "Text",
        "description": "Text that is not empty and that XML can carry; in Unicode normal form C.",
        "type": "string",
        "minLength": 1,
        "pattern": XML_TEXT,
        "x-kind": {"minLength": "text", "pattern": "text"},
    }
    reference = form("Reference", lexical.IRI, "Reference to a document by its IRI.")
    return {
        "Text": text,
        "Boolean": {"title": "Boolean", "description": "true or false.", "type": "boolean"},
        "Date": form("Date", lexical.DATE, "Calendar day YYYY-MM-DD, years 1900 to 2999.", 10),
        "DateTime": form("DateTime", lexical.DATE_TIME, "Instant in UTC, YYYY-MM-DDThh:mm:ssZ.", 20),
        "Digest": form("Digest", lexical.DIGEST, "SHA-256 of the canonical form, in lower-case hexadecimal.", 72),
        "Iri": form("Iri", lexical.IRI, "Absolute IRI."),
        "Reference": reference,
        "Ucum": form("Ucum", lexical.UCUM, "Unit of measure in UCUM, case-sensitive."),
        "LocalizedText": _localized_text(model),
    }


def _localized_text(model: Model) -> Node:
    cls = model.classes["LocalizedText"]
    return {
        "title": "LocalizedText",
        "description": cls.definition.en,
        **labels(cls.label, cls.definition),
        "type": "object",
        "minProperties": 1,
        "propertyNames": {
            "type": "string",
            "pattern": f"^{lexical.LANGUAGE}$",
            "not": _ONE_LINE,
            "x-kind": {"pattern": "language", "not": "language"},
        },
        "additionalProperties": {"$ref": "#/$defs/Text"},
        "x-kind": {"minProperties": "language"},
    }


def labels(label: Text, definition: Text | None) -> Node:
    """Return the bilingual annotations; a language without text is left out."""
    node: Node = {"x-label": _languages(label)}
    if definition is not None and (both := _languages(definition)):
        node["x-description"] = both
    return node


def _languages(text: Text) -> dict[str, str]:
    return {tag: value for tag, value in (("en", text.en), ("zh", text.zh)) if value}


def decimal(name: str, bound: Bound | None) -> Node:
    """Return a decimal string; each end of the bound is a pattern of its own, so that a fault names its end."""
    node = form(name, lexical.decimal(), "Decimal number as a string in canonical form.")
    ends: list[Node] = []
    if bound is not None and bound.minimum is not None:
        end = Bound(minimum=bound.minimum, exclusive_minimum=bound.exclusive_minimum)
        ends.append({"type": "string", "pattern": anchored(lexical.decimal(end)), "x-kind": {"pattern": "min"}})
    if bound is not None and bound.maximum is not None:
        end = Bound(maximum=bound.maximum, exclusive_maximum=bound.exclusive_maximum)
        ends.append({"type": "string", "pattern": anchored(lexical.decimal(end)), "x-kind": {"pattern": "max"}})
    if ends:
        node["allOf"] = ends
    return node


def integer(name: str, bound: Bound | None) -> Node:
    """Return a whole number of at most 15 digits; a digit more is a fault of type."""
    low = high = None
    if bound is not None and bound.minimum is not None:
        low = int(bound.minimum) + (1 if bound.exclusive_minimum else 0)
    if bound is not None and bound.maximum is not None:
        high = int(bound.maximum) - (1 if bound.exclusive_maximum else 0)
    return {
        "title": name,
        "description": "Whole number of at most 15 digits.",
        "type": "integer",
        "minimum": -_INTEGER_END if low is None else low,
        "maximum": _INTEGER_END if high is None else high,
        "x-kind": {
            "minimum": "type" if low is None else "min",
            "maximum": "type" if high is None else "max",
        },
    }


def enumeration(name: str, values: Iterable[str]) -> Node:
    """Return a closed list of strings."""
    return {"title": name, "type": "string", "enum": list(values), "x-kind": {"enum": "enum"}}


def code_lists(model: Model) -> dict[str, Node]:
    """Return one definition per code list; their labels live in the code lists, not here."""
    found: dict[str, Node] = {}
    for codes in model.code_lists.values():
        name = code_list_name(codes.name)
        if codes.pattern is not None:
            node = form(name, codes.pattern, codes.label.en)
        else:
            node = enumeration(name, codes.values())
        extra = {"x-codeList": codes.name, **labels(codes.label, codes.definition)}
        found[name] = {**node, "description": codes.label.en, **extra}
    return found


def scalar_fields(fields: Iterable[Field]) -> dict[str, Node]:
    """Return the definitions that bounds and value lists of scalar fields call for."""
    found: dict[str, Node] = {"Decimal": decimal("Decimal", None), "Integer": integer("Integer", None)}
    for field in fields:
        name = type_name(field)
        if field.type == "decimal":
            found.setdefault(name, decimal(name, field.bound))
        elif field.type == "integer":
            node = found.setdefault(name, integer(name, field.bound))
            if node != integer(name, field.bound):
                raise ValueError(f"{field.owner}.{field.name}: two bounds share the name {name}")
        elif field.values:
            node = found.setdefault(name, enumeration(upper_camel(field.name), field.values))
            if node["enum"] != list(field.values):
                raise ValueError(f"{field.owner}.{field.name}: two lists of values share the name {name}")
    for bound in {f.bound for f in fields if f.embedded and f.bound is not None}:
        name = f"Decimal{bound_name(bound)}"
        found.setdefault(name, decimal(name, bound))
    return found
