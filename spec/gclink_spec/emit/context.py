"""The JSON-LD 1.1 context: every canonical JSON document read as the RDF of the standard.

Terms are type-scoped: a member has a meaning only inside the class that declares it, and every other key falls to
``@vocab`` and becomes ``.../undefined/<key>``, so that a closed shape sees what JSON-LD would have dropped silently.

A code is an IRI in the namespace of its list. Codes may be spelled like terms (an ``actorRole`` may be ``issuer``),
so the value is expanded in a context of its own that starts from nothing. That context has to define its one term
again: the algorithm applies a property-scoped context before it looks up the term's ``@type``, so that
``[null, {"@vocab": ...}]`` alone yields a plain literal in engines that follow the text (PyLD, Oxigraph) and the IRI in
others (rdflib). With the term repeated all three agree, on codes with a slash (``ACT/360``) as well.
"""

from __future__ import annotations

import json
from collections.abc import Collection
from typing import Any

from gclink_spec._model import Field, Kind, Model

#: Where the file stands, relative to the repository.
PATH = "schemas/context/v1.jsonld"
#: The same as a JSON document names it.
IRI = "https://w3id.org/gclink/context/v1"

_XSD = "http://www.w3.org/2001/XMLSchema#"
_DATATYPES = {"decimal": "decimal", "integer": "integer", "boolean": "boolean", "date": "date", "dateTime": "dateTime"}


def emit(model: Model) -> dict[str, bytes]:
    """Return the context file."""
    document = {"@context": context(model)}
    text = json.dumps(document, ensure_ascii=False, indent=1)
    return {PATH: (text + "\n").encode()}


def context(model: Model, classes: Collection[str] | None = None) -> dict[str, Any]:
    """Return the whole context, or the part for the classes that occur in a document.

    The part gives the same triples as long as it holds every value of ``type`` in the document. Engines without a cache
    process the context once a document, and the part is a tenth of the whole (Oxigraph: 1 ms instead of 44).
    """
    terms: dict[str, Any] = {"@version": 1.1, "@vocab": f"{model.base}undefined/", "type": "@type"}
    for name, cls in model.classes.items():
        if cls.kind is Kind.ABSTRACT or name == "LocalizedText" or (classes is not None and name not in classes):
            continue
        scoped: dict[str, Any] = {}
        for field in model.fields_of(name):
            # Only documents have an identity: an `id` inside a value object is an undeclared member like any other.
            scoped[field.name] = "@id" if field.name == "id" and cls.kind is Kind.DOCUMENT else term(model, field)
        terms[name] = {"@id": model.iri(name), "@context": scoped}
    return terms


def term(model: Model, field: Field) -> dict[str, Any] | str:
    """Return the definition of one member as a term."""
    iri = model.iri(field.name)
    if field.type in _DATATYPES:
        return {"@id": iri, "@type": _XSD + _DATATYPES[field.type]}
    if field.type in ("iri", "ref"):
        return {"@id": iri, "@type": "@id"}
    if field.type == "LocalizedText":
        return {"@id": iri, "@container": "@language"}
    if field.type == "code":
        assert field.code_list is not None
        codes = model.code_lists[field.code_list]
        if not codes.outside:
            if field.name in codes.values():
                raise ValueError(f"{field.owner}.{field.name}: a code of its list has the name of the member itself")
            own = {"@id": iri, "@type": "@vocab"}
            return {**own, "@context": [None, {"@vocab": model.code_iri(codes.name, ""), field.name: own}]}
    return iri
