"""A document of the standard inside a credential: as it stands, with its digest and under its own id."""

from __future__ import annotations

import uuid
from typing import Any, Final

from gclink.canonical import digest

Tree = dict[str, Any]

#: The context every Verifiable Credential 2.0 begins with.
VC_CONTEXT: Final = "https://www.w3.org/ns/credentials/v2"
#: Ours, for the three terms that carry a document.
CONTEXT: Final = "https://w3id.org/gclink/context/credential/v1"
#: The class of our credentials, and of what they speak about.
CREDENTIAL: Final = "GreenCarbonLinkCredential"
SUBJECT: Final = "SignedDocument"


def wrap(tree: Tree, issuer: str, valid_from: str, valid_until: str | None = None) -> Tree:
    """Return an unsigned credential about a document.

    ``tree`` is the canonical tree of a sound document, ``issuer`` the DID of the key that will sign, the instants are
    dateTimes in UTC. The id follows from what is signed and by whom, so that the same act gives the same credential.
    """
    content = digest(tree)
    credential: Tree = {
        "@context": [VC_CONTEXT, CONTEXT],
        "id": f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, f'{issuer} {content} {valid_from}')}",
        "type": ["VerifiableCredential", CREDENTIAL],
        "issuer": issuer,
        "validFrom": valid_from,
    }
    if valid_until is not None:
        credential["validUntil"] = valid_until
    credential["credentialSubject"] = {
        "id": tree["id"],
        "type": SUBJECT,
        "digest": content,
        "document": {name: value for name, value in tree.items() if name != "@context"},
    }
    return credential
