"""The seller and the buyer of an invoice: matched by identifier with a party that is known, else written."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from gclink._model import model
from gclink._text import Text
from gclink.bridges._lexical import identifier_fault
from gclink.bridges._nodes import Node
from gclink.bridges._report import Relation
from gclink.bridges._work import Tree, Work, known_of

__all__ = ["KEY_SCHEMES", "Side", "identifiers_of", "key_identifier", "party_of"]

#: The schemes that can stand in a uniqueness key, in the order in which they are taken.
KEY_SCHEMES: Final = ("uscc", "national_other", "lei", "gln", "did")


@dataclass(frozen=True, slots=True)
class Side:
    """One side of an invoice: the reference to its party, and the identifiers under which the key may name it."""

    ref: str | None
    identifiers: tuple[tuple[str, str], ...]


def party_of(work: Work, node: Node | None, role: str, ours: str) -> Side:
    """Return one side; a party that is not known is drafted with what the caller passes for ``role``."""
    theirs = "cac:AccountingSupplierParty" if role == "seller" else "cac:AccountingCustomerParty"
    party = node.first("Party") if node is not None else None
    given = work.options.of("Receivable").get(role)
    if node is None or party is None:
        return Side(given if isinstance(given, str) else None, ())
    identifiers = tuple(dict.fromkeys(_identifiers(work, party)))
    known = _known(work, identifiers)
    name = _name(party)
    if known is not None:
        ref = str(known["id"])
        _read_party(work, party, known)
        work.came(ours, party.path, name.text if name else "", ref, theirs=theirs)
        return Side(ref, (*identifiers_of(known), *identifiers))
    if isinstance(given, str):
        _read_party(work, party, None)
        work.came(ours, party.path, name.text if name else "", given, theirs=theirs)
        return Side(given, identifiers)
    drafted = _draft(work, party, name, identifiers, role)
    work.came(ours, party.path, name.text if name else "", drafted or "", theirs=theirs)
    return Side(drafted, identifiers)


def identifiers_of(tree: Mapping[str, Any]) -> tuple[tuple[str, str], ...]:
    """Return the identifiers of a party of this standard as pairs of scheme and value."""
    return tuple((entry["scheme"], entry["identifierValue"]) for entry in tree.get("identifiers", ()))


def key_identifier(identifiers: tuple[tuple[str, str], ...]) -> tuple[str, str] | None:
    """Return the identifier that enters the uniqueness key: the first scheme of the list that the seller has."""
    for scheme in KEY_SCHEMES:
        for found in identifiers:
            if found[0] == scheme:
                return found
    return None


def _identifiers(work: Work, party: Node) -> Iterator[tuple[str, str]]:
    """Yield the identifiers of a party in one order: numbers of the party, register, tax, address for messages."""
    nodes = [
        *party.all("PartyIdentification/ID"),
        *party.all("PartyLegalEntity/CompanyID"),
        *(
            company
            for scheme in party.all("PartyTaxScheme")
            if (scheme.value("TaxScheme/ID") or "").upper() == "VAT"
            for company in scheme.all("CompanyID")
        ),
        *party.all("EndpointID"),
    ]
    tax = {node.path for node in party.all("PartyTaxScheme/CompanyID")}
    for node in nodes:
        if not node.text:
            continue
        named = node.attributes.get("schemeID", "").strip()
        scheme = "national_other" if node.path in tax else _scheme(work, named)
        fault = identifier_fault(scheme, node.text)
        if fault is not None:
            work.find(
                fault, node.path, f"{named or scheme} {node.text}", f"{named or scheme} {node.text}", stated=node.text
            )
        listed = (
            Text(f"scheme {named or 'not stated'}", f"方案 {named or '未说明'}") if scheme == "registry_id" else None
        )
        work.came(
            "Party.identifiers",
            node.path,
            node.text,
            f"{scheme} {node.text}",
            relation=Relation.BROADER if listed is not None else None,
            note=listed,
        )
        yield scheme, node.text


def _scheme(work: Work, named: str) -> str:
    """Return our scheme for theirs; a register without a counterpart is ``registry_id``."""
    if len(named) == 4 and named.startswith("99"):
        return "national_other"
    return work.table.ours_of("identifierScheme", named.upper()) or "registry_id"


def _known(work: Work, identifiers: tuple[tuple[str, str], ...]) -> Mapping[str, Any] | None:
    """Return the known party that shares a sound identifier; one of an unnamed register proves nothing."""
    sound = {(s, v) for s, v in identifiers if s != "registry_id" and identifier_fault(s, v) is None}
    for tree in known_of(work.options, "Party", work.drafts):
        if sound & set(identifiers_of(tree)):
            return tree
    return None


def _name(party: Node) -> Node | None:
    return next(
        (n for n in (*party.all("PartyLegalEntity/RegistrationName"), *party.all("PartyName/Name")) if n.text), None
    )


def _read_party(work: Work, party: Node, known: Mapping[str, Any] | None) -> None:
    """Note what a document says about a party that is already described elsewhere."""
    name = _name(party)
    if name is not None:
        same = known is None or name.text in known.get("name", {}).values()
        note = Text("the known party keeps its name", "已知主体沿用其名称")
        work.came("Party.name", name.path, name.text, relation=None if same else Relation.CONTRADICTORY, note=note)
    country = party.first("PostalAddress/Country/IdentificationCode")
    if country is not None and country.text:
        same = known is None or known.get("country") == country.text
        work.came("Party.country", country.path, country.text, relation=None if same else Relation.CONTRADICTORY)


def _draft(
    work: Work, party: Node, name: Node | None, identifiers: tuple[tuple[str, str], ...], role: str
) -> str | None:
    draft: Tree = {"type": "Party"}
    if name is not None:
        written = unicodedata.normalize("NFC", name.text)
        draft["name"] = {work.options.language: written}
        work.came("Party.name", name.path, name.text, written)
    if identifiers:
        draft["identifiers"] = [
            {"type": "Identifier", "scheme": scheme, "identifierValue": value} for scheme, value in identifiers
        ]
    country = party.first("PostalAddress/Country/IdentificationCode")
    if country is not None and country.text:
        if country.text in model().code_lists["iso3166_1"].codes:
            draft["country"] = country.text
            work.came("Party.country", country.path, country.text)
        else:
            work.find("geography_code_unknown", country.path, country.text, country.text, stated=country.text)
            work.came("Party.country", country.path, country.text, relation=Relation.LOST)
    made = work.complete(draft, role)
    work.drafts.append(made)
    ref = made.get("id")
    return ref if isinstance(ref, str) else None
