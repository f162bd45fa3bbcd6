"""The modules that hold no class: lexical forms, named types and code lists."""

from __future__ import annotations

from gclink_spec import lexical
from gclink_spec._model import Bound, CodeList, Field, Model
from gclink_spec.emit._json_names import bound_name, code_list_name, type_name
from gclink_spec.emit._json_scalars import XML_TEXT, anchored
from gclink_spec.emit._pydantic_names import MARK, both, docstring, irregular, literal, member_name

_INTEGER_END = "999_999_999_999_999"


def fields_of_all(model: Model) -> list[Field]:
    """Return every field of every class once."""
    return [field for cls in model.classes.values() for field in cls.fields]


def lexical_module(model: Model) -> str:
    """Return the patterns, and the names that no rule gives."""
    names = irregular({field.name for field in fields_of_all(model)})
    patterns = {
        "DECIMAL": anchored(lexical.decimal()),
        "DATE": anchored(lexical.DATE),
        "DATE_TIME": anchored(lexical.DATE_TIME),
        "IRI": anchored(lexical.IRI),
        "DIGEST": anchored(lexical.DIGEST),
        "UCUM": anchored(lexical.UCUM),
        "LANGUAGE": anchored(lexical.LANGUAGE),
        "TEXT": XML_TEXT,
    }
    lines = [
        MARK,
        '"""Lexical forms as anchored patterns; in Rust ``$`` is the end of the text and nothing else."""\n\n',
    ]
    lines += [f"{name} = {literal(pattern)}\n" for name, pattern in patterns.items()]
    lines += [
        "\n#: Python names from which the camel-case rule would not find the JSON name.\n",
        "IRREGULAR_NAMES = {\n",
    ]
    lines += [f'    "{python}": "{json}",\n' for python, json in names.items()]
    return "".join([*lines, "}\n"])


def bound_arguments(bound: Bound | None) -> str:
    """Return the keyword arguments of a DecimalForm."""
    if bound is None:
        return ""
    parts = []
    for name, end, exclusive in (
        ("minimum", bound.minimum, bound.exclusive_minimum),
        ("maximum", bound.maximum, bound.exclusive_maximum),
    ):
        if end is not None:
            parts.append(f'{name}=Decimal("{end}")')
        if exclusive:
            parts.append(f"exclusive_{name}=True")
    return ", ".join(parts)


def _integer(bound: Bound | None) -> str:
    low, high = f"-{_INTEGER_END}", _INTEGER_END
    if bound is not None and bound.minimum is not None:
        low = str(int(bound.minimum) + (1 if bound.exclusive_minimum else 0))
    if bound is not None and bound.maximum is not None:
        high = str(int(bound.maximum) - (1 if bound.exclusive_maximum else 0))
    return f"Annotated[int, Field(strict=True, ge={low}, le={high})]"


def base_module(model: Model) -> str:
    """Return the named types that fields of every module use."""
    decimals: dict[str, str] = {}
    integers = {"Integer": _integer(None)}
    for field in fields_of_all(model):
        if field.type == "decimal" and field.bound is not None:
            decimals[type_name(field)] = bound_arguments(field.bound)
        elif field.type == "integer":
            integers[type_name(field)] = _integer(field.bound)
        elif field.bound is not None:
            decimals[f"Decimal{bound_name(field.bound)}"] = bound_arguments(field.bound)
    lines = [
        MARK,
        '"""The named types of the standard: how a value is spelled in JSON, and what it is in Python."""\n',
        _BASE_IMPORTS,
        "CanonicalDecimal = Annotated[Decimal, DecimalForm()]\n",
    ]
    lines += [f"{name} = Annotated[Decimal, DecimalForm({decimals[name]})]\n" for name in sorted(decimals)]
    lines += [f"{name} = {integers[name]}\n" for name in sorted(integers)]
    return "".join([*lines, _BASE_TYPES])


_BASE_IMPORTS = """
from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Annotated, TypeVar

from pydantic import AfterValidator, Field

from gclink.models import _lexical
from gclink.models._forms import DateForm, DateTimeForm, DecimalForm, NotNull, is_absent, unique

T = TypeVar("T")

"""

_BASE_TYPES = """Boolean = Annotated[bool, Field(strict=True)]
Date = Annotated[date, DateForm()]
DateTime = Annotated[datetime, DateTimeForm()]
# Unicode normal form C is settled by the reader, on the raw text.
Text = Annotated[str, Field(strict=True, min_length=1, pattern=_lexical.TEXT)]
Iri = Annotated[str, Field(strict=True, pattern=_lexical.IRI)]
Reference = Annotated[str, Field(strict=True, pattern=_lexical.IRI)]
Digest = Annotated[str, Field(strict=True, pattern=_lexical.DIGEST)]
Ucum = Annotated[str, Field(strict=True, pattern=_lexical.UCUM)]
LanguageTag = Annotated[str, Field(strict=True, pattern=_lexical.LANGUAGE)]
LocalizedText = Annotated[dict[LanguageTag, Text], Field(min_length=1)]

#: A member that may be left out.
Maybe = Annotated[T | None, NotNull(), Field(exclude_if=is_absent)]
#: An array whose order says nothing and whose items differ.
SetOf = Annotated[tuple[T, ...], Field(min_length=1), AfterValidator(unique)]
#: An array whose items carry their position.
SequenceOf = Annotated[tuple[T, ...], Field(min_length=1)]
"""


def codes_module(model: Model) -> str:
    """Return one enumeration per code list, and per field that lists its values itself."""
    lines = [
        MARK,
        '"""The code lists of the standard."""\n\nfrom __future__ import annotations\n\nfrom enum import StrEnum\n',
        "from typing import Annotated\n\nfrom pydantic import Field\n",
    ]
    for codes in model.code_lists.values():
        lines.append(_pattern_list(codes) if codes.pattern is not None else _enumeration(codes))
    seen: set[str] = set()
    for field in fields_of_all(model):
        name = type_name(field)
        if field.values and name not in seen:
            seen.add(name)
            members = "".join(f'    {member_name(value)} = "{value}"\n' for value in field.values)
            text = docstring("    ", [f"{field.label.en} ({field.label.zh}).", *both(field.definition)])
            lines.append(f"\n\nclass {name}(StrEnum):\n{text}\n{members}")
    return "".join(lines)


def _pattern_list(codes: CodeList) -> str:
    assert codes.pattern is not None
    pattern = literal(anchored(codes.pattern))
    note = f"#: {codes.label.en} ({codes.label.zh}).\n"
    return f"\n\n{note}{code_list_name(codes.name)} = Annotated[str, Field(strict=True, pattern={pattern})]\n"


def _enumeration(codes: CodeList) -> str:
    definition = both(codes.definition) if codes.definition is not None else []
    text = docstring("    ", [f"{codes.label.en} ({codes.label.zh}).", *definition])
    names: set[str] = set()
    members: list[str] = []
    for code in codes.codes:
        name = member_name(code.value)
        if name in names:
            raise ValueError(f"code list {codes.name}: two codes share the Python name {name}")
        names.add(name)
        members.append(f'    {name} = "{code.value}"\n')
        if code.label.en != code.value:
            members.append(docstring("    ", [f"{code.label.en} ({code.label.zh})."]))
    return f"\n\nclass {code_list_name(codes.name)}(StrEnum):\n{text}\n{''.join(members)}"
