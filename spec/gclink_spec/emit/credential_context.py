"""The JSON-LD context of a signed document: the few terms that the context of Verifiable Credentials has not.

The document is carried as a JSON literal. It keeps a context of its own, which gives names such as ``issuer`` another
meaning than a credential does, and JSON-LD forbids a term to mean two things in one scope.
"""

from __future__ import annotations

import json

from gclink_spec._model import Model

#: Where the file stands, relative to the repository.
PATH = "schemas/context/credential-v1.jsonld"

_BASE = "https://w3id.org/gclink/credential#"


def emit(model: Model) -> dict[str, bytes]:  # noqa: ARG001 - every emitter is called with the model
    """Return the context file."""
    context = {
        "@version": 1.1,
        "@protected": True,
        "GreenCarbonLinkCredential": f"{_BASE}GreenCarbonLinkCredential",
        "SignedDocument": {
            "@id": f"{_BASE}SignedDocument",
            "@context": {
                "@protected": True,
                "id": "@id",
                "type": "@type",
                "digest": {"@id": f"{_BASE}digest"},
                "document": {"@id": f"{_BASE}document", "@type": "@json"},
            },
        },
    }
    text = json.dumps({"@context": context}, indent=1, ensure_ascii=False)
    return {PATH: text.encode() + b"\n"}
