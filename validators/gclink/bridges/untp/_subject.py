"""Who issued a credential and what it is about, as references to documents of this standard."""

from __future__ import annotations

from typing import Any, Final

from gclink._text import Text
from gclink.bridges._json import ABSENT
from gclink.bridges._known import Known
from gclink.bridges._parties import FOUND, NAMED, own_document
from gclink.bridges._reading import PARTIAL, Reading
from gclink.bridges._report import Relation
from gclink.bridges.untp._common import party_identifiers, product_identity

__all__ = ["read_issuer", "read_subject"]

_P: Final = "CarbonPassport."


def read_issuer(reading: Reading, known: Known, owner: str) -> str | None:
    """Write the issuer of a credential: a known party, the caller's, or a Party made from what it says."""
    found = party_identifiers(reading, "/issuer")
    trees: list[dict[str, str]] = []
    for _, _, one in found:
        if one.tree() not in trees:
            trees.append(one.tree())
    party = known.by_identifiers("Party", trees)
    party = party or next((tree for _, text, _ in found if (tree := known.by_id(text, "Party"))), None)
    name = reading.get("/issuer/name")
    caller = reading.options.of(owner, reading.key).get("issuer")
    target = party["id"] if party is not None else caller
    if target is None:
        target = reading.options.of("Party", reading.key).get("id") or next((text for _, text, _ in found), None)
        if isinstance(name, str):
            reading.put("Party.name", {reading.options.language: name})
            reading.tell(Relation.EXACT, "/issuer/name", "Party.name", stated=name, written=name)
        if trees:
            reading.put("Party.identifiers", trees)
        for place, text, one in found:
            reading.tell(Relation.EXACT, place, "Party.identifiers", stated=text, written=one.value)
        own_document(reading, "Party", target, target, reading.value(f"{owner}.issuedAt"))
    else:
        note = FOUND if party is not None else NAMED
        for place, text, _ in found:
            reading.tell(Relation.EXACT, place, f"{owner}.issuer", stated=text, written=target, note=note)
        if name is not ABSENT:
            reading.tell(Relation.LOST, "/issuer/name", "Party.name", stated=name, note=note)
    if isinstance(target, str):
        reading.put(f"{owner}.issuer", target)
        return target
    return None


def read_subject(reading: Reading, known: Known, product_path: str, level_path: str, numbers: dict[str, str]) -> None:
    """Write what a passport is about, at the level it states: a model, a batch, or one item.

    ``numbers`` are the paths of the number that a ``batch`` and an ``item`` need.
    """
    identified = product_identity(reading, product_path)
    level = reading.take(level_path)
    number_path = numbers.get(str(level))
    number = reading.take(number_path) if number_path is not None else ABSENT
    if number_path is not None and number is ABSENT:
        detail = Text(f"{level} without its number", f"{level} 没有编号")
        reading.find("granularity_unsupported", level_path, detail, stated=level, consequence=PARTIAL)
    gtins = [one.tree() for one in identified if one.scheme == "gtin"]
    name = reading.take(f"{product_path}/id")
    product = known.by_identifiers("ProductType", gtins) or known.by_id(name, "ProductType")
    supplied = reading.options.of("CarbonPassport", reading.key)
    stated = str(number) if number is not ABSENT else None
    lot = known.lot(product["id"], stated) if product is not None and stated is not None else None
    for field, target, note in (
        ("subjectLot", lot["id"] if lot is not None else None, FOUND),
        ("subjectLot", supplied.get("subjectLot"), NAMED),
        ("subjectProduct", product["id"] if product is not None and level == "model" else None, FOUND),
        ("subjectProduct", supplied.get("subjectProduct"), NAMED),
    ):
        if target is not None:
            reading.put(_P + field, target)
            reading.tell(Relation.EXACT, f"{product_path}/id", _P + field, stated=name, written=target, note=note)
            _tell_number(reading, number_path, number)
            _lose(reading, product_path, note)
            return
    if level == "model":
        _own_product(reading, product_path, gtins, name)
        return
    reading.missing.append(_P + "subjectLot")
    reading.tell(Relation.MISSING, f"{product_path}/id", _P + "subjectLot", stated=name)
    _tell_number(reading, number_path, number)
    _lose(reading, product_path, None)


def _tell_number(reading: Reading, path: str | None, number: Any) -> None:
    if path is not None and number is not ABSENT:
        reading.tell(Relation.EXACT, path, "Lot.lotNumber", stated=number)


def _lose(reading: Reading, product_path: str, note: Text | None) -> None:
    name = reading.take(f"{product_path}/name")
    if name is not ABSENT:
        reading.tell(Relation.LOST, f"{product_path}/name", "ProductType.name", stated=name, note=note)


def _own_product(reading: Reading, path: str, gtins: list[dict[str, str]], name: Any) -> None:
    label = reading.take(f"{path}/name")
    if label is not ABSENT:
        reading.put("ProductType.name", {reading.options.language: label})
        reading.tell(Relation.EXACT, f"{path}/name", "ProductType.name", stated=label, written=label)
    if gtins:
        reading.put("ProductType.identifiers", [gtins[0]])
    classes = [
        iri
        for place, entry in reading.matches(f"{path}/productCategory/*")
        if (iri := _concept(entry)) is not None and (reading.take(place) or True)
    ]
    if classes:
        reading.put("ProductType.classifications", list(dict.fromkeys(classes)))
        for iri in dict.fromkeys(classes):
            reading.tell(Relation.EXACT, f"{path}/productCategory", "ProductType.classifications", written=iri)
    target = reading.options.of("ProductType", reading.key).get("id") or (name if isinstance(name, str) else None)
    issuer = reading.value(_P + "issuer")
    own_document(reading, "ProductType", target, issuer, reading.value(_P + "issuedAt"))
    if target is not None:
        reading.put(_P + "subjectProduct", target)
        reading.tell(Relation.EXACT, f"{path}/id", _P + "subjectProduct", stated=name, written=target)


def _concept(entry: Any) -> str | None:
    """Return the IRI of a class: its own, else that of its scheme with its code."""
    if not isinstance(entry, dict):
        return None
    own = entry.get("id")
    if isinstance(own, str) and own:
        return own
    scheme, code = entry.get("schemeId", entry.get("schemeID")), entry.get("code")
    if not isinstance(scheme, str) or not isinstance(code, str) or not scheme or not code:
        return None
    return scheme + code if scheme.endswith(("/", "#")) else f"{scheme}/{code}"
