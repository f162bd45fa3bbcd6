"""From an XML element back to the JSON Pointer of what it holds."""

from __future__ import annotations

from typing import Any

from gclink._model import Class, model
from gclink._xml_names import local
from gclink.findings import pointer_of


def pointer_to(root: Any, element: Any) -> str:
    """Return the pointer of an element of a document; arrays count their elements in document order."""
    chain = []
    node = element
    while node is not None and node is not root:
        chain.append(node)
        node = node.getparent()
    cls: Class | None = model().document(local(root.tag))
    path: list[str | int] = []
    for node in reversed(chain):
        name = local(node.tag)
        field = cls.fields.get(name) if cls is not None else None
        path.append(name)
        if field is not None and field.many:
            siblings = [other for other in node.getparent() if other.tag == node.tag]
            path.append(siblings.index(node))
        cls = model().classes.get(field.type) if field is not None and field.embedded else None
    return pointer_of(tuple(path))
