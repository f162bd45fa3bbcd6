"""What every credential that is written has: type, context, issuer and validity."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from gclink._text import Text
from gclink.bridges._pact_out import next_midnight
from gclink.bridges._report import Relation
from gclink.bridges._writing import Writing

__all__ = ["GS1", "write_head", "write_product_id"]

GS1: Final = "https://id.gs1.org/01/"
_CONTEXT: Final = "https://www.w3.org/ns/credentials/v2"
_OLD: Final = "https://test.uncefact.org/vocabulary/untp/{kind}/0.6.1/"
_NEW: Final = "https://vocabulary.uncefact.org/untp/0.7.0/context/"


def write_head(writing: Writing, kind: str, credential: str) -> None:
    """Write everything around the subject; ``kind`` is dpp or dcc."""
    old = writing.table.name == "untp-0.6.1"
    writing.put("/type", [credential, "VerifiableCredential"])
    writing.put("/@context", [_CONTEXT, _OLD.format(kind=kind) if old else _NEW])
    owner = writing.owner
    name = writing.take(f"{owner}.id")
    writing.put("/id", name)
    writing.tell(Relation.EXACT, f"{owner}.id", "/id", stated=name, written=name)
    _issuer(writing, owner)
    issued, validity = writing.take(f"{owner}.issuedAt"), writing.take(f"{owner}.validity")
    writing.put("/validFrom", issued)
    writing.tell(Relation.EXACT, f"{owner}.issuedAt", "/validFrom", stated=issued, written=issued)
    until = next_midnight(validity["end"])
    writing.put("/validUntil", until)
    writing.tell(Relation.EXACT, f"{owner}.validity.end", "/validUntil", stated=validity["end"], written=until)
    if validity["start"] != issued[:10]:
        note = Text("the credential is valid from its issue", "凭证自签发时起有效")
        writing.tell(Relation.LOST, f"{owner}.validity.start", "", stated=validity["start"], note=note)
    status = writing.take(f"{owner}.status")
    writing.tell(Relation.LOST, f"{owner}.status", "", stated=status)


def _issuer(writing: Writing, owner: str) -> None:
    issuer = writing.take(f"{owner}.issuer")
    party = writing.known.by_id(issuer, "Party")
    identifiers = list((party or {}).get("identifiers", ()))
    own = next((one["identifierValue"] for one in identifiers if one["scheme"] == "did"), issuer)
    writing.put("/issuer/type", ["CredentialIssuer"])
    writing.put("/issuer/id", own)
    writing.tell(Relation.EXACT, f"{owner}.issuer", "/issuer/id", stated=issuer, written=own)
    if party is None:
        writing.supply("/issuer/name", "issuerName")
        writing.require("/issuer/name")
        return
    name = writing.text("Party.name", party["name"])
    writing.put("/issuer/name", name)
    writing.tell(Relation.NARROWER, "Party.name", "/issuer/name", stated=party["name"], written=name)
    others = [_also(one, name) for one in identifiers if one["identifierValue"] != own]
    if others:
        writing.put("/issuer/issuerAlsoKnownAs", others)
        writing.tell(Relation.EXACT, "Party.identifiers", "/issuer/issuerAlsoKnownAs", stated=identifiers)
    for lost in ("partyKind", "roles", "country", "subdivision", "accreditations"):
        if lost in party:
            writing.tell(Relation.LOST, f"Party.{lost}", "", stated=party[lost])


def _also(identifier: Mapping[str, str], name: str) -> dict[str, Any]:
    scheme, value = identifier["scheme"], identifier["identifierValue"]
    known = {
        "gln": (f"https://id.gs1.org/417/{value}", "https://id.gs1.org/417/", "Global Location Number (GLN)"),
        "lei": (f"https://www.gleif.org/lei/{value}", "https://www.gleif.org/lei/", "Legal Entity Identifier (LEI)"),
    }
    if scheme in known:
        iri, scheme_id, scheme_name = known[scheme]
    else:
        iri = value if ":" in value else f"urn:pact:w3id.org:gclink:{scheme}:{value}"
        scheme_id, scheme_name = f"https://w3id.org/gclink/identifierScheme/{scheme}", scheme
    return {
        "id": iri,
        "name": name,
        "registeredId": value,
        "idScheme": {"type": ["IdentifierScheme"], "id": scheme_id, "name": scheme_name},
    }


def write_product_id(
    product: Mapping[str, Any] | None, lot: Mapping[str, Any] | None, fallback: str
) -> tuple[str, str | None]:
    """Return the IRI of what is meant, and its GTIN: a Digital Link where there is one, else the document's IRI."""
    gtins = [one["identifierValue"] for one in (product or {}).get("identifiers", ()) if one["scheme"] == "gtin"]
    if not gtins:
        return fallback, None
    gtin = gtins[0].zfill(14)
    return f"{GS1}{gtin}" + (f"/10/{lot['lotNumber']}" if lot is not None else ""), gtin
