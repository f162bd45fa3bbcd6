"""Documents of this standard in which a conversion may find what a source refers to, looked up by id and identifier."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from gclink.canonical import digest

__all__ = ["Known"]


class Known:
    """An index over documents: the caller's bundle, and what the same source has brought so far."""

    def __init__(self, trees: Iterable[Mapping[str, Any]] = ()) -> None:
        self._by_id: dict[str, Mapping[str, Any]] = {}
        self._by_identifier: dict[tuple[str, str, str], Mapping[str, Any]] = {}
        self._lots: dict[tuple[str, str], Mapping[str, Any]] = {}
        for tree in trees:
            self.add(tree)

    def add(self, tree: Mapping[str, Any]) -> None:
        """Take a document in; the first of an id stays."""
        name, cls = tree.get("id"), tree.get("type")
        if not isinstance(name, str) or not isinstance(cls, str) or name in self._by_id:
            return
        self._by_id[name] = tree
        for identifier in tree.get("identifiers", ()):
            if isinstance(identifier, Mapping):
                key = (cls, *_same_width(str(identifier.get("scheme")), str(identifier.get("identifierValue"))))
                self._by_identifier.setdefault(key, tree)
        if cls == "Lot":
            self._lots.setdefault((str(tree.get("product")), str(tree.get("lotNumber"))), tree)

    def by_id(self, name: object, cls: str | None = None) -> Mapping[str, Any] | None:
        """Return the document with an id, of a class if one is named."""
        tree = self._by_id.get(name) if isinstance(name, str) else None
        return tree if tree is not None and (cls is None or tree["type"] == cls) else None

    def by_identifiers(self, cls: str, identifiers: Iterable[Mapping[str, str]]) -> Mapping[str, Any] | None:
        """Return the first document of a class that has one of the identifiers."""
        for identifier in identifiers:
            key = (cls, *_same_width(identifier["scheme"], identifier["identifierValue"]))
            if key in self._by_identifier:
                return self._by_identifier[key]
        return None

    def lot(self, product: str, number: str) -> Mapping[str, Any] | None:
        """Return the lot of a product with a lot number."""
        return self._lots.get((product, number))

    def reference(self, name: str) -> dict[str, str] | None:
        """Return a DocumentReference to a document that is here; never one to a document that is not."""
        tree = self._by_id.get(name)
        return None if tree is None else {"type": "DocumentReference", "target": name, "digest": digest(dict(tree))}


def _same_width(scheme: str, value: str) -> tuple[str, str]:
    """Return a GTIN with 14 digits, since the shorter forms are the same number."""
    return scheme, value.zfill(14) if scheme == "gtin" else value
