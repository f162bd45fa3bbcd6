"""What makes a credential believable: its form, its proof, its times, its key, and the document it carries."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from gclink.canonical import CanonicalFormError, digest
from gclink.credential._problems import Problem, RefusalError, Refused
from gclink.credential._proof import check_proof
from gclink.credential._wrap import CREDENTIAL, VC_CONTEXT

Tree = dict[str, Any]
_INSTANT = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]+)?(Z|[+-][0-9]{2}:[0-9]{2})")


@dataclass(frozen=True, slots=True)
class Verified:
    """The outcome: reasons to refuse (none if believed), the DIDs that signed, our document where there is one."""

    refused: tuple[Refused, ...]
    signers: tuple[str, ...]
    document: Tree | None


def verify(credential: Any, as_of: str, trusted: Collection[str] = ()) -> Verified:
    """Verify a credential as of an instant (dateTime in UTC).

    ``trusted`` are DIDs whose keys may speak for the issuer. Without any, the issuer has to be the did:key that signed:
    nothing else ties a key to an issuer without a network. A credential of any kind is accepted (a product passport of
    UNTP as well as ours); ours must carry the document whose digest and id it states.
    """
    try:
        _form(credential)
    except RefusalError as refusal:
        return Verified((refusal.reason,), (), None)
    refused: list[Refused] = []
    signers: list[str] = []
    for proof, pointer in _proofs(credential):
        try:
            did = check_proof(credential, proof, pointer)
            signers.append(did)
            refused += _times(proof, ("created", "expires"), as_of, pointer)
            refused += _key(credential, did, trusted, pointer)
        except RefusalError as refusal:
            refused.append(refusal.reason)
    if not signers and not refused:
        refused.append(RefusalError(Problem.NO_PROOF, "/proof", "the credential has no proof", "凭证没有证明").reason)
    refused += _times(credential, ("validFrom", "validUntil"), as_of, "")
    document, faults = _document(credential)
    return Verified((*refused, *faults), tuple(signers), document)


def _form(credential: Any) -> None:
    if not isinstance(credential, dict):
        raise RefusalError(Problem.NOT_A_CREDENTIAL, "", "a credential is a JSON object", "凭证必须是 JSON 对象")
    context, kinds = credential.get("@context"), credential.get("type")
    if not isinstance(context, list) or not context or context[0] != VC_CONTEXT:
        raise RefusalError(
            Problem.NOT_A_CREDENTIAL,
            "/@context",
            f"the context does not begin with {VC_CONTEXT} (Verifiable Credentials 2.0)",
            f"上下文未以 {VC_CONTEXT} 开头（可验证凭证 2.0）",
        )
    kinds = kinds if isinstance(kinds, list) else [kinds]
    if "EnvelopedVerifiableCredential" in kinds:
        raise RefusalError(
            Problem.OTHER_CRYPTOSUITE,
            "/type",
            "the credential is enveloped (JOSE or COSE); only an embedded proof is checked here",
            "凭证为封装形式（JOSE 或 COSE）；此处只检查嵌入式证明",
        )
    if "VerifiableCredential" not in kinds:
        raise RefusalError(
            Problem.NOT_A_CREDENTIAL, "/type", "type lacks VerifiableCredential", "type 缺少 VerifiableCredential"
        )
    for name in ("issuer", "credentialSubject"):
        if name not in credential:
            raise RefusalError(Problem.NOT_A_CREDENTIAL, f"/{name}", f"{name} is missing", f"缺少 {name}")


def _proofs(credential: Tree) -> list[tuple[Any, str]]:
    proof = credential.get("proof")
    if proof is None:
        return []
    if isinstance(proof, list):
        return [(each, f"/proof/{index}") for index, each in enumerate(proof)]
    return [(proof, "/proof")]


def _times(holder: Tree, names: tuple[str, str], as_of: str, pointer: str) -> list[Refused]:
    """Compare the first and the last instant of a thing with the instant of the check."""
    refused = []
    first, last = names
    for name in names:
        if name not in holder:
            continue
        value = holder[name]
        if not isinstance(value, str) or not _INSTANT.fullmatch(value) or (instant := _read(value)) is None:
            en, zh = f"{name} is no dateTime with a time zone: {value!r}", f"{name} 不是带时区的日期时间：{value!r}"
            refused.append(RefusalError(Problem.PROOF_MALFORMED, f"{pointer}/{name}", en, zh).reason)
        elif name == first and instant > _at(as_of):
            en, zh = f"valid only from {value}; the check is as of {as_of}", f"{value} 起有效；核对时点为 {as_of}"
            refused.append(RefusalError(Problem.NOT_YET_VALID, f"{pointer}/{name}", en, zh).reason)
        elif name == last and instant < _at(as_of):
            en, zh = f"expired on {value}; the check is as of {as_of}", f"已于 {value} 到期；核对时点为 {as_of}"
            refused.append(RefusalError(Problem.EXPIRED, f"{pointer}/{name}", en, zh).reason)
    return refused


def _read(value: str) -> datetime | None:
    try:
        return _at(value)
    except ValueError:
        return None


def _at(value: str) -> datetime:
    return datetime.fromisoformat(value)


def _key(credential: Tree, did: str, trusted: Collection[str], pointer: str) -> list[Refused]:
    """Demand that the key speaks for the issuer: it is trusted, or the issuer is the key itself."""
    if did in trusted:
        return []
    issuer = credential["issuer"]
    named = issuer.get("id") if isinstance(issuer, dict) else issuer
    if not trusted and named == did:
        return []
    wanted = ", ".join(sorted(trusted)) if trusted else str(named)
    return [
        RefusalError(
            Problem.WRONG_KEY,
            f"{pointer}/verificationMethod",
            f"signed by {did}, which is not tied to {wanted}; name a key you trust with --trust",
            f"由 {did} 签署，与 {wanted} 无关联；可用 --trust 指明所信任的密钥",
        ).reason
    ]


def _document(credential: Tree) -> tuple[Tree | None, list[Refused]]:
    """Return the document of one of our credentials and what is wrong with how it is carried."""
    kinds = credential["type"] if isinstance(credential["type"], list) else [credential["type"]]
    if CREDENTIAL not in kinds:
        return None, []
    subject, pointer = credential["credentialSubject"], "/credentialSubject"
    document = subject.get("document") if isinstance(subject, dict) else None
    if not isinstance(document, dict):
        en, zh = "the credential carries no document", "凭证未携带文档"
        return None, [RefusalError(Problem.WRONG_SUBJECT, f"{pointer}/document", en, zh).reason]
    refused = []
    if subject.get("id") != document.get("id"):
        en = f"the subject is {subject.get('id')}, the document {document.get('id')}"
        zh = f"主体为 {subject.get('id')}，文档为 {document.get('id')}"
        refused.append(RefusalError(Problem.WRONG_SUBJECT, f"{pointer}/id", en, zh).reason)
    due = _digest(document)
    if due is None or subject.get("digest") != due:
        en = f"the digest of the document is {due}, stated is {subject.get('digest')}"
        zh = f"文档的摘要为 {due}，声明为 {subject.get('digest')}"
        refused.append(RefusalError(Problem.DIGEST_MISMATCH, f"{pointer}/digest", en, zh).reason)
    return document, refused


def _digest(document: Tree) -> str | None:
    """The digest, None for what has no canonical form; the check of the document says why it has none."""
    try:
        return digest(document)
    except CanonicalFormError:
        return None
