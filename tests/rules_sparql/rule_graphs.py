"""From a tree to N-Triples, as the standard maps them; written apart from the library, for these tests only.

Every object also gets its JSON pointer as a triple, so that an engine's blank node can be told by its place.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from gclink_spec import Model
from gclink_spec._model import Field

Tree = dict[str, Any]

POINTER = "urn:test:pointer"
_XSD = "http://www.w3.org/2001/XMLSchema#"
_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"


def completed(model: Model, cls: str, members: Tree) -> Tree:
    """Return a tree with ``type`` on every object, and an ``id`` when it is a document."""
    tree: Tree = {"type": cls}
    if model.classes[cls].kind == "document":
        tree["id"] = "urn:test:document"
    for name, value in members.items():
        field = model.field(cls, name)
        assert field is not None, f"{cls}.{name}"
        if field.embedded:
            items = [completed(model, field.type, item) for item in (value if field.many else [value])]
            value = items if field.many else items[0]
        tree[name] = value
    return tree


def triples(model: Model, *trees: Tree) -> str:
    """Return documents, or bare objects, as N-Triples."""
    writer = _Writer(model)
    for tree in trees:
        writer.node(tree, "")
    return "\n".join(writer.lines) + "\n"


class _Writer:
    def __init__(self, model: Model) -> None:
        self.model = model
        self.lines: list[str] = []
        self.blank = 0

    def node(self, tree: Tree, pointer: str) -> str:
        self.blank += 1
        subject = f"<{tree['id']}>" if "id" in tree else f"_:b{self.blank}"
        self.lines.append(f"{subject} <{_TYPE}> <{self.model.iri(tree['type'])}> .")
        self.lines.append(f"{subject} <{POINTER}> {json.dumps(pointer)} .")
        for name, value in tree.items():
            field = self.model.field(tree["type"], name)
            if field is None or name in ("type", "id"):
                continue
            for index, item in enumerate(value if field.many else [value]):
                place = f"{pointer}/{name}/{index}" if field.many else f"{pointer}/{name}"
                for term in self.terms(field, item, place):
                    self.lines.append(f"{subject} <{self.model.iri(name)}> {term} .")
        return subject

    def terms(self, field: Field, value: Any, pointer: str) -> Iterator[str]:
        match field.type:
            case "LocalizedText":
                yield from (f"{json.dumps(text)}@{tag}" for tag, text in value.items())
            case "decimal" | "integer" | "date" | "dateTime":
                yield f'"{value}"^^<{_XSD}{field.type}>'
            case "boolean":
                yield f'"{str(value).lower()}"^^<{_XSD}boolean>'
            case "iri" | "ref":
                yield f"<{value}>"
            case "code" if field.code_list and not self.model.code_lists[field.code_list].outside:
                yield f"<{self.model.code_iri(field.code_list, value)}>"
            case "code" | "text":
                yield json.dumps(value)
            case _:
                yield self.node(value, pointer)
