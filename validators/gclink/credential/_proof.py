"""The Data Integrity proof ``eddsa-jcs-2022``: two hashes of RFC 8785 forms under one Ed25519 signature."""

from __future__ import annotations

from hashlib import sha256
from typing import Any

import rfc8785

from gclink.credential._keys import PrivateKey, decode, encode, public_key
from gclink.credential._problems import Problem, RefusalError

SUITE = "eddsa-jcs-2022"
Tree = dict[str, Any]


def add_proof(credential: Tree, key: PrivateKey, created: str) -> Tree:
    """Return a credential with a proof by a key, made at an instant (dateTime in UTC); the original stays as it was."""
    unsigned = {name: value for name, value in credential.items() if name != "proof"}
    proof: Tree = {
        "type": "DataIntegrityProof",
        "cryptosuite": SUITE,
        "created": created,
        "verificationMethod": key.method,
        "proofPurpose": "assertionMethod",
    }
    if "@context" in unsigned:
        proof["@context"] = unsigned["@context"]
    proof["proofValue"] = encode(key.sign(_hash_data(unsigned, proof)))
    return {**unsigned, "proof": proof}


def _hash_data(unsigned: Tree, configuration: Tree) -> bytes:
    """Return what is signed: the hash of the proof without its value, and the hash of the document without proof."""
    return sha256(rfc8785.dumps(configuration)).digest() + sha256(rfc8785.dumps(unsigned)).digest()


def check_proof(credential: Tree, proof: Any, pointer: str = "/proof") -> str:
    """Check one proof and return the DID whose key made it; raises RefusalError with the reason."""
    if not isinstance(proof, dict) or proof.get("type") != "DataIntegrityProof":
        raise RefusalError(
            Problem.PROOF_MALFORMED, pointer, "the proof is no DataIntegrityProof", "证明不是 DataIntegrityProof"
        )
    if proof.get("cryptosuite") != SUITE:
        found = proof.get("cryptosuite")
        raise RefusalError(
            Problem.OTHER_CRYPTOSUITE,
            f"{pointer}/cryptosuite",
            f"the cryptosuite is {found!r}; {SUITE} is the one that is checked here",
            f"密码套件为 {found!r}；此处只检查 {SUITE}",
        )
    if proof.get("proofPurpose") != "assertionMethod":
        raise RefusalError(
            Problem.PROOF_MALFORMED,
            f"{pointer}/proofPurpose",
            "the purpose of the proof is not assertionMethod",
            "证明用途不是 assertionMethod",
        )
    unsigned = {name: value for name, value in credential.items() if name != "proof"}
    _same_context(unsigned, proof, pointer)
    did, key = public_key(proof.get("verificationMethod"), f"{pointer}/verificationMethod")
    configuration = {name: value for name, value in proof.items() if name != "proofValue"}
    if "@context" in proof:
        unsigned["@context"] = proof["@context"]
    try:
        signature = decode(proof.get("proofValue"))
    except ValueError as error:
        raise RefusalError(
            Problem.PROOF_MALFORMED,
            f"{pointer}/proofValue",
            "the value of the proof is no base58-btc text",
            "证明值不是 base58-btc 文本",
        ) from error
    _verified(key, signature, _canonical(unsigned, configuration, pointer), pointer)
    return did


def _canonical(unsigned: Tree, configuration: Tree, pointer: str) -> bytes:
    try:
        return _hash_data(unsigned, configuration)
    except rfc8785.CanonicalizationError as error:
        raise RefusalError(
            Problem.PROOF_MALFORMED,
            pointer,
            f"the credential has no canonical form (RFC 8785): {error}",
            f"凭证没有规范形式（RFC 8785）：{error}",
        ) from error


def _verified(key: Any, signature: bytes, data: bytes, pointer: str) -> None:
    from cryptography.exceptions import InvalidSignature

    try:
        key.verify(signature, data)
    except InvalidSignature as error:
        raise RefusalError(
            Problem.TAMPERED,
            f"{pointer}/proofValue",
            "the signature does not fit: something was changed after signing, or another key signed",
            "签名不符：签名后内容被改动，或由其他密钥签署",
        ) from error


def _same_context(unsigned: Tree, proof: Tree, pointer: str) -> None:
    """Demand that the context of the document begins with that of the proof, as the cryptosuite asks."""
    if "@context" not in proof:
        return
    of_proof, of_document = _listed(proof["@context"]), _listed(unsigned.get("@context", []))
    if of_document[: len(of_proof)] != of_proof:
        raise RefusalError(
            Problem.CONTEXT_MISMATCH,
            f"{pointer}/@context",
            "the context of the credential does not begin with the one that was signed",
            "凭证的上下文与签名时的上下文不一致",
        )


def _listed(context: Any) -> list[Any]:
    return context if isinstance(context, list) else [context]
