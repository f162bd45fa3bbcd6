"""The thin layer between JSON and the typed arguments of a calculation, in both directions.

A decimal travels as text; a binary float is refused, because 0.1 is none of them. Nested objects are closed: an unknown
member is a fault and not a silent default.
"""

from __future__ import annotations

import re
import types
from collections.abc import Mapping, Sequence
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from functools import cache
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

from gclink.calculations._checks import InputError, shown
from gclink.calculations._members import json_name
from gclink.calculations._messages import KINDS
from gclink.calculations._numbers import canonical

T = TypeVar("T")

_DECIMAL = re.compile(r"-?[0-9]+(?:\.[0-9]+)?", re.ASCII)
_INTEGER = re.compile(r"-?[0-9]+", re.ASCII)
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", re.ASCII)
_INSTANT = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})T([0-9]{2}:[0-9]{2}:[0-9]{2}(?:\.[0-9]{1,6})?)Z", re.ASCII)
_YEARS = range(1900, 3000)


def kind_of(hint: Any) -> str:
    """Return the kind of an argument (a key of KINDS) from its type."""
    hint = strip_optional(hint)
    if get_origin(hint) is tuple:
        return "list"
    if get_origin(hint) in (Mapping, dict) or is_dataclass(hint):
        return "object"
    plain = {Decimal: "decimal", int: "integer", bool: "boolean", str: "text", date: "date", datetime: "instant"}
    return plain[hint]


def strip_optional(hint: Any) -> Any:
    """Return the type without ``| None``."""
    if get_origin(hint) in (Union, types.UnionType):
        (hint,) = (part for part in get_args(hint) if part is not type(None))
    return hint


def convert(hint: Any, value: object, member: str) -> Any:
    """Return the value in the type of the argument; raises InputError naming the member and the form expected."""
    hint = strip_optional(hint)
    kind = kind_of(hint)
    match kind:
        case "list":
            if not isinstance(value, Sequence) or isinstance(value, str):
                raise _form(member, value, kind)
            item = get_args(hint)[0]
            return tuple(convert(item, part, f"{member}[{place}]") for place, part in enumerate(value))
        case "object" if is_dataclass(hint):
            return _object(hint, value, member)
        case "object":
            if not isinstance(value, Mapping):
                raise _form(member, value, kind)
            part = get_args(hint)[1]
            return {str(name): convert(part, cell, f"{member}.{name}") for name, cell in value.items()}
        case _:
            return _scalar(kind, value, member)


def _scalar(kind: str, value: object, member: str) -> Any:
    match kind, value:
        case "boolean", bool():
            return value
        case _, bool() | float():
            raise _form(member, value, kind)
        case "decimal", Decimal() if value.is_finite():
            return value
        case "decimal", int():
            return Decimal(value)
        case "decimal", str() if _DECIMAL.fullmatch(value):
            return Decimal(value)
        case "integer", int():
            return value
        case "integer", Decimal() if value.is_finite() and value == int(value):
            return int(value)
        case "integer", str() if _INTEGER.fullmatch(value):
            return int(value)
        case "text", str():
            return value
        case "date", date() if not isinstance(value, datetime):
            return value
        case "date", str() if _DATE.fullmatch(value):
            return _day(value, member)
        case "instant", datetime() if value.tzinfo is not None:
            return value.astimezone(UTC)
        case "instant", str() if found := _INSTANT.fullmatch(value):
            _day(found[1], member)
            try:
                return datetime.fromisoformat(f"{found[1]}T{found[2]}+00:00")
            except ValueError:
                raise _form(member, value, kind) from None
        case _:
            raise _form(member, value, kind)


def _day(text: str, member: str) -> date:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        raise _form(member, text, "date") from None
    if day.year not in _YEARS:
        raise InputError(member, "range", found=text, bound="1900-01-01..2999-12-31")
    return day


def _object(hint: Any, value: object, member: str) -> Any:
    if isinstance(value, hint):
        return value
    if not isinstance(value, Mapping):
        raise _form(member, value, "object")
    declared = members_of(hint)
    for name in value:
        if name not in declared:
            raise InputError(f"{member}.{name}", "unknown_member", options=", ".join(declared))
    arguments: dict[str, Any] = {}
    for name, (argument, part, required) in declared.items():
        cell = value.get(name)
        if cell is not None:
            arguments[argument] = convert(part, cell, f"{member}.{name}")
        elif required:
            raise missing(f"{member}.{name}", part)
    return hint(**arguments)


@cache
def members_of(hint: Any) -> Mapping[str, tuple[str, Any, bool]]:
    """Return the JSON names of a nested object: attribute, type and whether it has to be there."""
    hints = get_type_hints(hint)
    return {_json_field(part): (part.name, hints[part.name], _required(part)) for part in fields(hint)}


def _json_field(part: Field[Any]) -> str:
    return str(part.metadata.get("json") or json_name(part.name))


def _required(part: Field[Any]) -> bool:
    return part.default is MISSING and part.default_factory is MISSING


def missing(member: str, hint: Any) -> InputError:
    """Return the fault of an input that has no default and was not given."""
    kind = kind_of(hint)
    return InputError(member, "missing", expected=kind, example=KINDS[kind][2])


def needed(member: str, value: T | None, hint: Any = Decimal) -> T:
    """Return an optional input that this case cannot do without; raises InputError where it was not given."""
    if value is None:
        raise missing(member, hint)
    return value


def _form(member: str, value: object, kind: str) -> InputError:
    found = f'"{value}"' if isinstance(value, str) else shown(value)
    return InputError(member, "form", found=found, expected=kind, example=KINDS[kind][2])


def encode(value: object) -> object:
    """Return a result as JSON carries it: canonical decimal text, ISO dates, lists, objects without absent members."""
    match value:
        case bool() | int() | str():
            return value
        case Decimal():
            return canonical(value)
        case datetime():
            return value.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        case date():
            return value.isoformat()
        case Mapping():
            return {str(name): encode(part) for name, part in value.items() if part is not None}
        case list() | tuple():
            return [encode(part) for part in value]
        case _:
            raise TypeError(f"a result cannot hold {type(value).__name__}")
