"""A tree as XML, faults and all; the library writes only documents of the right form."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from gclink._model import Class, Field, model

NAMESPACE = "https://w3id.org/gclink/"


@dataclass(frozen=True, slots=True)
class Inside:
    """What stands inside an element, as it is written."""

    content: str


class Turned(dict[str, Any]):
    """An object whose members are written in its own order, not in that of the model."""


def to_xml(tree: dict[str, Any]) -> bytes:
    """Return a document as XML: known members in the order of the model, unknown ones behind them."""
    cls = model().classes[tree["type"]]
    return f"<{cls.name} xmlns={quoteattr(NAMESPACE)}>{_object(cls, tree)}</{cls.name}>".encode()


def _object(cls: Class, tree: dict[str, Any]) -> str:
    order = [name for name in tree if name in cls.fields] if isinstance(tree, Turned) else list(cls.fields)
    known = "".join(_member(cls.fields[name], tree[name]) for name in order if name in tree)
    strange = "".join(
        f"<{name}>{escape(str(value))}</{name}>"
        for name, value in tree.items()
        if name != "type" and name not in cls.fields
    )
    return known + strange


def _member(field: Field, value: Any) -> str:
    return "".join(_one(field, item) for item in (value if isinstance(value, list) else [value]))


def _one(field: Field, value: Any) -> str:
    name = field.name
    if isinstance(value, dict) and field.type == "LocalizedText":
        return "".join(
            f"<{name}{'' if tag is None else f' xml:lang={quoteattr(tag)}'}>{escape(text)}</{name}>"
            for tag, text in value.items()
        )
    return f"<{name}>{_content(field, value)}</{name}>"


def _content(field: Field, value: Any) -> str:
    if isinstance(value, Inside):
        return value.content
    if isinstance(value, dict):
        return _object(model().classes[field.type], value)
    if isinstance(value, bool):
        return "true" if value else "false"
    return escape(str(value), {"\r": "&#13;"})


def holds_markup(value: Any) -> bool:
    """Whether a member can be written as XML only: it holds elements of its own, or a text without a language."""
    if isinstance(value, Inside):
        return True
    if isinstance(value, list):
        return any(map(holds_markup, value))
    return isinstance(value, dict) and (None in value or any(map(holds_markup, value.values())))
