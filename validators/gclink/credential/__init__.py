"""A document in verifiable form: a W3C Verifiable Credential 2.0 with an ``eddsa-jcs-2022`` Data Integrity proof.

The credential carries the document as it stands, with its digest, so that whoever trusts the key knows that not one
member has changed. Keys are Ed25519 and go by ``did:key``, which needs no registry and no network. Signing needs the
extra ``sign`` (cryptography, base58).

Sources: W3C Verifiable Credentials Data Model 2.0; W3C Data Integrity EdDSA Cryptosuites 1.0, section 3.3.
"""

from gclink.credential._keys import PrivateKey, new_key, read_key
from gclink.credential._problems import Problem, Refused
from gclink.credential._proof import add_proof
from gclink.credential._verify import Verified, verify
from gclink.credential._wrap import CONTEXT, VC_CONTEXT, wrap

__all__ = [
    "CONTEXT",
    "VC_CONTEXT",
    "PrivateKey",
    "Problem",
    "Refused",
    "Verified",
    "add_proof",
    "new_key",
    "read_key",
    "verify",
    "wrap",
]
