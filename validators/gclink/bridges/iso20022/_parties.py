"""Parties of messages: the identifiers under each of the forms that the messages have, matched with known parties."""

from __future__ import annotations

from collections.abc import Iterator

from gclink._text import Text
from gclink.bridges._known import Known
from gclink.bridges._lexical import identifier_fault
from gclink.bridges._nodes import Node
from gclink.bridges._report import Relation
from gclink.bridges._work import Work

__all__ = ["identifiers", "party_ref"]

#: Elements that hold an identifier by themselves.
_PLAIN = ("BIC", "BEI", "BICOrBEI", "IBEI", "EANGLN", "DUNS", "TaxIdNb")
#: Elements that name the kind of a proprietary identifier.
_KINDS = ("IdTp", "SchmeNm", "Issr")


def identifiers(work: Work, node: Node) -> tuple[tuple[str, str], ...]:
    """Return scheme and value of every identifier in a party; faults are told."""
    found = []
    for scheme, place in _identified(work, node):
        fault = identifier_fault(scheme, place.text)
        if fault is not None:
            work.find(fault, place.path, f"{scheme} {place.text}", f"{scheme} {place.text}", stated=place.text)
        found.append((scheme, place.text))
        work.read(place)
    return tuple(dict.fromkeys(found))


def _identified(work: Work, node: Node) -> Iterator[tuple[str, Node]]:
    for part in node.walk():
        if part.name in _PLAIN and part.text:
            name = "BIC" if part.name == "BICOrBEI" else part.name
            yield work.table.ours_of("identifierScheme", name) or "registry_id", part
        elif part.name == "PrtryId" and part.first("Id") is not None:
            kinds = [kind for name in _KINDS for kind in part.all(name)]
            work.read(*kinds)
            named = kinds[0].text.upper() if kinds else ""
            yield work.table.ours_of("identifierScheme", named) or "registry_id", part.all("Id")[0]
        elif part.name == "LglOrg" and part.first("Id") is not None:
            yield "registry_id", part.all("Id")[0]


def party_ref(work: Work, known: Known, node: Node | None, ours: str, theirs: str) -> str | None:
    """Return the known party of a node, else the one the caller names for the member, else None."""
    cls, member = ours.split(".")
    given = work.options.of(cls).get(member)
    if node is None:
        return given if isinstance(given, str) else None
    found = identifiers(work, node)
    name_node = next((part for part in node.walk() if part.name == "Nm" and part.text), None)
    work.read(name_node)
    shown = name_node.text if name_node is not None else ", ".join(value for _, value in found)
    sound = [
        {"scheme": scheme, "identifierValue": value}
        for scheme, value in found
        if scheme != "registry_id" and identifier_fault(scheme, value) is None
    ]
    tree = known.by_identifiers("Party", sound)
    if tree is not None:
        work.came(ours, node.path, shown, tree["id"], theirs=theirs)
        return str(tree["id"])
    if isinstance(given, str):
        note = Text("named by the caller", "由调用者指定")
        work.came(ours, node.path, shown, given, theirs=theirs, note=note)
        return given
    note = Text("no known party has one of its identifiers", "没有已知主体具有其标识符")
    work.came(ours, node.path, shown, theirs=theirs, relation=Relation.LOST, note=note)
    return None
