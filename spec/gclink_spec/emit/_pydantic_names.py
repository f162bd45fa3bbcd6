"""Names and texts of the generated Python."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterable

from pydantic.alias_generators import to_camel

from gclink_spec._model import Field, Text
from gclink_spec.emit._json_names import type_name

MARK = "# Generated from spec/ by `gclink spec build`; do not edit.\n"
_WIDTH = 112


def snake(name: str) -> str:
    """Return a lowerCamelCase name in snake_case: ``hToCorg`` is h_to_corg, ``storedCO2`` stored_co2."""
    split = re.sub(r"([a-z0-9])([A-Z])", r"\1_\2", name)
    return re.sub(r"([A-Z]+)([A-Z][a-z])", r"\1_\2", split).lower()


def irregular(names: Iterable[str]) -> dict[str, str]:
    """Return the Python names from which a camel-case rule would not find the JSON name."""
    return {snake(name): name for name in sorted(names) if to_camel(snake(name)) != name}


def python_type(field: Field) -> str:
    """Return the type of one value in the generated modules."""
    name = type_name(field)
    return "CanonicalDecimal" if name == "Decimal" else name


def member_name(code: str) -> str:
    """Return the name of an enumeration member for a code: ``ACT/360`` is ACT_360, ``30E/360`` is C_30E_360."""
    name = re.sub(r"[^A-Za-z0-9]+", "_", code).upper().strip("_")
    return f"C_{name}" if name[0].isdigit() else name


def docstring(indent: str, paragraphs: Iterable[str]) -> str:
    """Return a docstring; a single short paragraph stays on one line."""
    texts = [escape(paragraph) for paragraph in paragraphs if paragraph]
    if len(texts) == 1 and len(texts[0]) + len(indent) + 6 <= _WIDTH:
        return f'{indent}"""{texts[0]}"""\n'
    lines: list[str] = []
    for number, text in enumerate(texts):
        if number:
            lines.append("")
        lines += textwrap.wrap(text, _WIDTH - len(indent), break_long_words=False, break_on_hyphens=False) or [""]
    lines[0] = f'"""{lines[0]}'
    return "".join(f"{indent}{line}\n" if line else "\n" for line in [*lines, '"""'])


def escape(text: str) -> str:
    """Return a text as it can stand inside a docstring."""
    text = text.replace("\\", "\\\\").replace('"""', "'''")
    return text + " " if text.endswith('"') else text


def both(text: Text) -> list[str]:
    """Return the texts of a definition, English first; a language that says nothing is left out."""
    return [value for value in (text.en, text.zh) if value]


def literal(text: str) -> str:
    """Return a string literal, raw when that is easier to read."""
    if "\\" in text and '"' not in text and not text.endswith("\\"):
        return f'r"{text}"'
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
