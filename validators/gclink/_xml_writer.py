"""A canonical tree as XML: elements named as fields, in the order of the model.

Written as text rather than through a tree of nodes: the form is small and fixed, and the result is the same byte for
byte on every machine.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from gclink._model import Class, Field, model
from gclink._xml_names import BUNDLE, NAMESPACE
from gclink.canonical import canonical_bytes

_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
#: A carriage return would be read back as a line feed; a tab or line feed in text is kept by the reader.
_ENTITIES = {"\r": "&#13;"}


def write_xml(tree: dict[str, Any]) -> bytes:
    """Return one document as XML; the tree is of the right form (T1)."""
    cls = model().classes[tree["type"]]
    return (_HEAD + "\n".join(_element(cls, cls.name, tree, 0, root=True)) + "\n").encode()


def write_xml_bundle(trees: Iterable[dict[str, Any]]) -> bytes:
    """Return several documents below one Bundle element, in the order given."""
    lines = [f"<{BUNDLE} xmlns={quoteattr(NAMESPACE)}>"]
    for tree in trees:
        cls = model().classes[tree["type"]]
        lines += _element(cls, cls.name, tree, 1, root=False)
    lines.append(f"</{BUNDLE}>")
    return (_HEAD + "\n".join(lines) + "\n").encode()


def _element(cls: Class, name: str, tree: dict[str, Any], depth: int, *, root: bool) -> Iterator[str]:
    pad = "  " * depth
    namespace = f" xmlns={quoteattr(NAMESPACE)}" if root else ""
    yield f"{pad}<{name}{namespace}>"
    for field in cls.fields.values():
        if field.name in tree:
            yield from _member(field, tree[field.name], depth + 1)
    yield f"{pad}</{name}>"


def _member(field: Field, value: Any, depth: int) -> Iterator[str]:
    if field.many:
        for item in _ordered(field, value):
            yield from _single(field, item, depth)
    else:
        yield from _single(field, value, depth)


def _ordered(field: Field, items: list[Any]) -> list[Any]:
    """Sort an array as the canonical form does, so that equal content gives equal bytes."""
    if field.embedded and "position" in model().classes[field.type].fields:
        return sorted(items, key=lambda item: item.get("position", 0))
    return sorted(items, key=_sort_key)


def _sort_key(item: Any) -> bytes:
    return canonical_bytes(item)


def _single(field: Field, value: Any, depth: int) -> Iterator[str]:
    pad = "  " * depth
    if field.type == "LocalizedText":
        for tag in sorted(value):
            yield f"{pad}<{field.name} xml:lang={quoteattr(tag)}>{_text(value[tag])}</{field.name}>"
    elif field.embedded:
        yield from _element(model().classes[field.type], field.name, value, depth, root=False)
    elif isinstance(value, bool):
        yield f"{pad}<{field.name}>{'true' if value else 'false'}</{field.name}>"
    else:
        yield f"{pad}<{field.name}>{_text(str(value))}</{field.name}>"


def _text(value: str) -> str:
    return escape(value, _ENTITIES)
