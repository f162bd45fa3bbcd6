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
    return Draft202012Validator(schema(str(known)), registry=_registry())


@cache
def _registry() -> Registry[Any]:
    return Registry(retrieve=_retrieve)  # type: ignore[call-arg]


def _retrieve(iri: str) -> Resource[Any]:
    if not iri.startswith(BASE):
        raise LookupError(iri)
    return Resource.from_contents(schema(iri.removeprefix(BASE).removesuffix(".json")))
