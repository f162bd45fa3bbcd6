"""What the pictures read from documents, and how they write numbers."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from gclink_spec._model import Model
from gclink_spec.pages._words import say

Tree = dict[str, Any]

#: Components that are added up, in the order in which a waterfall shows them.
ADDED = (
    "fossilGhg",
    "landUseChange",
    "landManagementBiogenicCO2",
    "biogenicNonCO2",
    "landManagementRemovals",
    "technologicalRemovals",
    "ccsCapture",
)


def number(text: str) -> Decimal:
    """Return a decimal of a document."""
    return Decimal(text)


def shown(value: Decimal | str) -> str:
    """Return a number for a reader: thousands apart, minus sign, nothing rounded."""
    text = format(Decimal(value), ",f")
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return text.replace("-", "−")


def code_label(model: Model, code_list: str, value: str, language: str) -> str:
    """Return the label of a code."""
    return next(say(c.label, language) for c in model.code_lists[code_list].codes if c.value == value)


def field_label(model: Model, cls: str, name: str, language: str) -> str:
    """Return the label of a member."""
    field = model.field(cls, name)
    assert field is not None
    return say(field.label, language)


def references(node: Any) -> Iterator[str]:
    """Yield every IRI that a document cites or refers to."""
    if isinstance(node, dict):
        for value in node.values():
            yield from references(value)
    elif isinstance(node, list):
        for value in node:
            yield from references(value)
    elif isinstance(node, str) and ":" in node:
        yield node


def name_of(tree: Tree, language: str) -> str:
    """Return the name of a document in a language."""
    name: dict[str, str] = tree["name"]
    return name.get(language) or next(iter(name.values()))
