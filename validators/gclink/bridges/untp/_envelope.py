"""Credentials in an envelope: the JWT form in which many issuers sign, opened to be read and not verified.

Whoever relies on the signature verifies it first; a converted document is a new one either way, and the signature stays
with the source.
"""

from __future__ import annotations

import base64
import binascii
import re
from typing import Any, Final

from gclink.bridges import _json
from gclink.errors import GclinkError
from gclink.limits import DEFAULT_LIMITS, Limits

__all__ = ["opened"]

_DATA: Final = re.compile(r"data:application/(?:vc(?:-ld)?\+(?:jwt|sd-jwt)|vc\+ld\+json\+jwt|jwt)[;,]?(.*)", re.DOTALL)
_JWT: Final = re.compile(r"[A-Za-z0-9_-]+\.([A-Za-z0-9_-]+)\.[A-Za-z0-9_~.-]*")


def opened(tree: Any, limits: Limits = DEFAULT_LIMITS) -> dict[str, Any] | None:
    """Return the credential inside an EnvelopedVerifiableCredential, None for anything that is no such envelope."""
    if not isinstance(tree, dict) or "EnvelopedVerifiableCredential" not in _strings(tree.get("type")):
        return None
    data = _DATA.fullmatch(tree["id"]) if isinstance(tree.get("id"), str) else None
    token = _JWT.fullmatch(data[1].removeprefix(",")) if data is not None else None
    if token is None:
        return None
    try:
        raw = base64.urlsafe_b64decode(token[1] + "=" * (-len(token[1]) % 4))
        inner = _json.parse(raw, limits=limits)
    except (binascii.Error, GclinkError):
        return None
    if isinstance(inner, dict) and isinstance(inner.get("vc"), dict):
        inner = inner["vc"]  # the older way of putting a credential into a token
    return inner if isinstance(inner, dict) else None


def _strings(value: Any) -> list[str]:
    values = value if isinstance(value, list) else [value]
    return [item for item in values if isinstance(item, str)]
