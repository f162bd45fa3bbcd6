"""Ed25519 keys as Multikey text and as did:key, and the file a private key is kept in.

A Multikey is base58-btc (prefix ``z``) over a two-byte kind and the 32 bytes of the key: ``ed 01`` public, ``80 26``
private.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from gclink.credential._problems import Problem, RefusalError
from gclink.errors import GclinkError, Text

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

_PUBLIC = b"\xed\x01"
_PRIVATE = b"\x80\x26"
_LENGTH = 32


@dataclass(frozen=True, slots=True)
class PrivateKey:
    """A private key: its 32 bytes; shown by its DID alone, never by its bytes."""

    secret: bytes

    @property
    def multibase(self) -> str:
        """The public half as Multikey text."""
        return encode(_PUBLIC + self._key().public_key().public_bytes_raw())

    @property
    def did(self) -> str:
        """The DID that the public half is."""
        return f"did:key:{self.multibase}"

    @property
    def method(self) -> str:
        """The verification method that a proof by this key names."""
        return f"{self.did}#{self.multibase}"

    def sign(self, data: bytes) -> bytes:
        """Return the signature of some bytes (64 bytes)."""
        return self._key().sign(data)

    def _key(self) -> Ed25519PrivateKey:
        installed()
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

        return Ed25519PrivateKey.from_private_bytes(self.secret)

    def __repr__(self) -> str:
        return f"PrivateKey({self.did})"


def installed() -> None:
    """Say which extra lacks where the packages for signing are not there."""
    try:
        import base58  # noqa: F401
        import cryptography  # noqa: F401
    except ImportError as error:
        raise GclinkError(
            "extra_missing",
            Text(
                f"signing and verifying need the package {error.name}, which is not installed",
                f"签名与验证需要软件包 {error.name}，当前未安装",
            ),
            Text("pip install 'gclink[sign]'", "pip install 'gclink[sign]'"),
        ) from error


def encode(raw: bytes) -> str:
    """Return bytes as base58-btc multibase text."""
    installed()
    import base58

    return "z" + base58.b58encode(raw).decode()


def decode(text: object) -> bytes:
    """Return the bytes of base58-btc multibase text; raises ValueError."""
    installed()
    import base58

    if not isinstance(text, str) or not text.startswith("z"):
        raise ValueError("not base58-btc multibase text")
    return base58.b58decode(text[1:])


def new_key() -> PrivateKey:
    """Make a key from the system's source of randomness."""
    installed()
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    return PrivateKey(Ed25519PrivateKey.generate().private_bytes_raw())


def write_key(key: PrivateKey, path: Path) -> None:
    """Write a private key to a new file that only its owner may read; raises FileExistsError."""
    import os

    text = json.dumps(
        {
            "type": "Multikey",
            "id": key.method,
            "controller": key.did,
            "publicKeyMultibase": key.multibase,
            "secretKeyMultibase": encode(_PRIVATE + key.secret),
        },
        indent=2,
    )
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
        file.write(text + "\n")


def read_key(path: Path) -> PrivateKey:
    """Read a private key from a Multikey file (JSON with ``secretKeyMultibase``) or a PKCS #8 file (PEM)."""
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise _unusable(path, error.strerror or "?", "请检查文件名") from error
    if raw.lstrip().startswith(b"-----BEGIN"):
        return PrivateKey(_from_pem(path, raw))
    try:
        document = json.loads(raw)
        secret = decode(document["secretKeyMultibase"])
    except (ValueError, KeyError, TypeError) as error:
        raise _unusable(path, "it holds no secretKeyMultibase", "其中没有 secretKeyMultibase") from error
    if not secret.startswith(_PRIVATE) or len(secret) != len(_PRIVATE) + _LENGTH:
        raise _unusable(path, "it is no private Ed25519 key", "不是 Ed25519 私钥")
    return PrivateKey(secret[len(_PRIVATE) :])


def _from_pem(path: Path, raw: bytes) -> bytes:
    installed()
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
    from cryptography.hazmat.primitives.serialization import load_pem_private_key

    try:
        key = load_pem_private_key(raw, None)
    except (ValueError, TypeError) as error:
        raise _unusable(path, "it is no PKCS #8 key without a password", "不是无口令的 PKCS #8 私钥") from error
    if not isinstance(key, Ed25519PrivateKey):
        raise _unusable(path, "it is no Ed25519 key", "不是 Ed25519 私钥")
    return key.private_bytes_raw()


def _unusable(path: Path, en: str, zh: str) -> GclinkError:
    return GclinkError(
        "key_unusable",
        Text(f"the key cannot be used: {en}", f"私钥无法使用：{zh}"),
        Text("make one with `gclink sign --new-key FILE`", "可用 `gclink sign --new-key FILE` 生成"),
        source=str(path),
    )


def public_key(method: object, pointer: str) -> tuple[str, Ed25519PublicKey]:
    """Return the DID and the public key of a verification method of did:key; raises RefusalError."""
    installed()
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    if not isinstance(method, str) or not method.startswith("did:key:"):
        raise RefusalError(
            Problem.KEY_MALFORMED,
            pointer,
            f"the key {method!r} is not a did:key; no other kind can be followed without a network",
            f"密钥 {method!r} 不是 did:key；其他方式离线无法解析",
        )
    did, sign, fragment = method.partition("#")
    name = did.removeprefix("did:key:")
    try:
        raw = decode(name)
    except ValueError:
        raw = b""
    if (sign and fragment != name) or not raw.startswith(_PUBLIC) or len(raw) != len(_PUBLIC) + _LENGTH:
        raise RefusalError(
            Problem.KEY_MALFORMED, pointer, f"{method} names no Ed25519 key", f"{method} 不是 Ed25519 密钥"
        )
    return did, Ed25519PublicKey.from_public_bytes(raw[len(_PUBLIC) :])
