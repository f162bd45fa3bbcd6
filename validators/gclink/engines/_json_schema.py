"""jsonschema (Python) on the published JSON Schemas."""

from __future__ import annotations

from functools import cache
from typing import Any

from jsonschema import Draft202012Validator
from referencing import Registry, Resource

from gclink._schema_reasons import explain
from gclink._schemas import BASE, schema
from gclink.documents import Document
from gclink.engines._voices import Voice
from gclink.findings import pointer_of


def judge(document: Document) -> list[Voice]:
    """Return the structural faults that the schema of the document's class gives."""
    errors = validator(document.type).iter_errors(document.tree)
    return [
        Voice(reason.requirement, "T1", pointer_of(reason.pointer), reason.key)
        for reason in explain(errors, document.tree)
    ]


@cache
def validator(name: str | None) -> Any:
    """Return the validator of a class, or of any document where the class is not known."""
    from gclink._model import model

    known = name if model().document(name) is not None else "document"
    registry = _registry()
    if known == "document":
        names = [name for name, cls in model().classes.items() if cls.kind == "document"]
        registry = registry.with_resources(
            (f"{BASE}{name}.json", Resource.from_contents(schema(name))) for name in names
        )
    return Draft202012Validator(schema(str(known)), registry=registry)


@cache
def _registry() -> Registry[Any]:
    """Return a registry that holds the common definitions; nothing else is referred to, and nothing is fetched."""
    registry: Registry[Any] = Registry().with_resource(f"{BASE}common.json", Resource.from_contents(schema("common")))
    return registry
