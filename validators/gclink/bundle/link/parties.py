"""Parties that share an identifier are one party, whatever their documents are called."""

from __future__ import annotations

from gclink.bundle._index import Bundle
from gclink.bundle._values import once


def _groups(bundle: Bundle) -> dict[str, str]:
    """Return a common name for each party, by id: the first one that shares an identifier, at any distance."""
    leader: dict[str, str] = {}
    first: dict[tuple[str, str], str] = {}

    def root(name: str) -> str:
        while leader[name] != name:
            leader[name] = leader[leader[name]]
            name = leader[name]
        return name

    for party in once(bundle.of("Party")):
        leader[party.id] = party.id
        for identifier in party.tree.get("identifiers", ()):
            key = (identifier["scheme"], identifier["identifierValue"])
            leader[root(party.id)] = root(first.setdefault(key, party.id))
    return {name: root(name) for name in leader}


def group_of(bundle: Bundle, party: str) -> str:
    """Return the name that a party shares with every other party of one of its identifiers."""
    return bundle.shared(_groups).get(party, party)
