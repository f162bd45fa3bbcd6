"""The one form of a document, whatever syntax it came in, and the digest over it.

Two parties compare documents by digest, so the form leaves nothing open: ``@context`` is left out, arrays (which are
sets) are sorted by the RFC 8785 bytes of their items or by their ``position``, and RFC 8785 fixes the rest. Values are
never changed: a decimal with a trailing zero is a structural fault, not something to mend here.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from decimal import Decimal
from typing import Any, Final

import orjson
import rfc8785

from gclink.errors import GclinkError, Text

__all__ = [
    "DIGEST_PREFIX",
    "CanonicalFormError",
    "canonical_bytes",
    "canonical_decimal",
    "canonical_order",
    "canonical_tree",
    "digest",
    "repeated_items",
]

#: What stands before the hexadecimal digits of a digest.
DIGEST_PREFIX: Final = "sha-256:"

#: The most digits a decimal is written with; an exponent of a million must not become a million zeros.
_MOST_DIGITS: Final = 1000

_SORTED: Final = orjson.OPT_SORT_KEYS | orjson.OPT_STRICT_INTEGER
#: First bytes of UTF-8 for characters beyond U+FFFF. Only where one occurs can code point order (orjson) differ from
#: UTF-16 order (RFC 8785).
_BEYOND_BMP: Final = tuple(range(0xF0, 0xF5))


class CanonicalFormError(GclinkError):
    """A value that has no canonical form, because a document of this standard cannot hold it."""


def canonical_bytes(tree: dict[str, Any]) -> bytes:
    """Return the canonical form of a document (UTF-8).

    Raises ``CanonicalFormError`` for null, fractions, integers beyond 2^53 - 1 and half surrogate pairs, none of which
    a document can hold: a digest must never hide what the other party may read differently.
    """
    return _encoded(canonical_tree(tree))


def digest(tree: dict[str, Any]) -> str:
    """Return the digest of a document as other documents cite it: ``sha-256:`` and 64 hexadecimal digits."""
    return DIGEST_PREFIX + hashlib.sha256(canonical_bytes(tree)).hexdigest()


def canonical_tree(tree: dict[str, Any]) -> dict[str, Any]:
    """Return the document without ``@context`` and with every array in canonical order; the argument stays as it is."""
    ordered: dict[str, Any] = _ordered(tree)
    if "@context" in ordered:
        ordered = {name: value for name, value in ordered.items() if name != "@context"}
    return ordered


def canonical_order(items: list[Any]) -> list[Any]:
    """Return the items of an array in canonical order.

    If every item is an object with an integer ``position``, by that, and equal positions by their bytes; otherwise by
    the bytes of RFC 8785, so that two parties that collect the same set in different order write the same document.
    """
    return _sorted([_ordered(item) for item in items])


def repeated_items(items: list[Any]) -> tuple[int, ...]:
    """Return the indices of items that equal an earlier one in canonical form (GCL-COR-007)."""
    seen: set[bytes] = set()
    repeated = []
    for index, item in enumerate(items):
        encoded = _encoded(_ordered(item))
        if encoded in seen:
            repeated.append(index)
        seen.add(encoded)
    return tuple(repeated)


def canonical_decimal(value: Decimal) -> str:
    """Return a decimal as documents write it: no exponent, no superfluous zeros, never ``-0``.

    The digits are kept exactly, whatever the precision of the current decimal context. Raises ``CanonicalFormError``
    for infinities, NaN, and numbers of more than a thousand digits.
    """
    if not value.is_finite():
        raise _no_form(f"the number {value}", f"数字 {value}")
    _, digits, exponent = value.as_tuple()
    if not any(digits):
        return "0"
    if not isinstance(exponent, int) or len(digits) + abs(exponent) > _MOST_DIGITS:
        raise _no_form("a number of that many digits", "位数如此之多的数字")
    text = f"{value:f}"
    return text.rstrip("0").removesuffix(".") if exponent < 0 else text


def _ordered(value: Any) -> Any:
    """Return the value with every array in canonical order; what needs no change is shared, not copied."""
    kind = type(value)
    if kind is dict:
        changed: dict[str, Any] = {}
        for name, item in value.items():
            if type(item) is str:
                continue
            ordered = _ordered(item)
            if ordered is not item:
                changed[name] = ordered
        return {**value, **changed} if changed else value
    if kind is list:
        items = [item if type(item) is str else _ordered(item) for item in value]
        return _sorted(items) if len(items) > 1 else items
    if kind is str or kind is int or kind is bool:
        return value
    name = "null" if value is None else kind.__name__
    raise _no_form(f"a value of the type {name}", f"类型为 {name} 的值")


def _sorted(items: list[Any]) -> list[Any]:
    if not all(type(item) is dict and type(item.get("position")) is int for item in items):
        return sorted(items, key=_encoded)
    if len({item["position"] for item in items}) == len(items):
        return sorted(items, key=lambda item: item["position"])
    return sorted(items, key=lambda item: (item["position"], _encoded(item)))


def _encoded(value: Any) -> bytes:
    """Return the RFC 8785 bytes of a value whose arrays are in order.

    orjson writes strings and integers exactly as RFC 8785 does, twenty times faster than the reference; its order of
    names differs only where some name has a character beyond U+FFFF.
    """
    try:
        encoded = orjson.dumps(value, option=_SORTED)
        if encoded.isascii() or not _any_byte(encoded, _BEYOND_BMP):
            return encoded
        return rfc8785.dumps(value)
    except (orjson.JSONEncodeError, rfc8785.CanonicalizationError) as error:
        raise _no_form(f"this value ({error})", f"该值（{error}）") from error


def _any_byte(data: bytes, wanted: Iterable[int]) -> bool:
    return any(byte in data for byte in wanted)


def _no_form(en: str, zh: str) -> CanonicalFormError:
    return CanonicalFormError(
        "no_canonical_form",
        Text(f"{en} has no canonical form", f"{zh}没有规范形式"),
        Text("Mend the faults of the document; then it has a digest.", "请先修正文档中的错误，之后才能计算摘要。"),
    )
