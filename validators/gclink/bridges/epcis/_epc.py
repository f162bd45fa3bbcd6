"""Names of lots and places: EPC URNs and GS1 Digital Links, matched with what is known."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote, unquote

from gclink.bridges._known import Known
from gclink.bridges._lexical import Identified, identifier_of

__all__ = ["Goods", "digital_link", "goods_of", "known_lot", "known_product", "known_site", "place_link"]

#: The resolver under which a Digital Link is written when it has no owner's domain.
_RESOLVER = "https://id.gs1.org"


@dataclass(frozen=True, slots=True)
class Goods:
    """What an EPC or class names: a trade item and its lot, one item, or a set of items (``pattern``)."""

    epc: str
    identified: Identified
    lot: str | None
    serial: str | None
    pattern: bool

    @property
    def gtin(self) -> str | None:
        """The trade item number with 14 digits, None where the name has none."""
        return self.identified.value if self.identified.scheme == "gtin" else None

    @property
    def granular(self) -> bool:
        """Whether it names one lot or one item, and not a whole class."""
        return not self.pattern and (self.lot is not None or self.serial is not None or self.gtin is None)


def goods_of(epc: str) -> Goods:
    """Return what an EPC or class names; a lot number is given as it is written, escapes undone."""
    found = identifier_of(epc)
    pattern = epc.lower().startswith("urn:epc:idpat:")
    lot = unquote(found.lot) if found.lot is not None else None
    serial = unquote(found.serial) if found.serial is not None else None
    return Goods(epc, found, lot, serial, pattern)


def known_product(known: Known, gtin: str | None) -> Mapping[str, Any] | None:
    """Return the known product type of a GTIN, with or without its leading zeros."""
    if gtin is None:
        return None
    digits = gtin.lstrip("0")
    forms = [gtin, *(digits.zfill(width) for width in (13, 12, 8) if len(digits) <= width)]
    return known.by_identifiers("ProductType", [{"scheme": "gtin", "identifierValue": form} for form in forms])


def known_lot(known: Known, goods: Goods) -> Mapping[str, Any] | None:
    """Return the known lot: by its name, else by product and lot number."""
    named = known.by_id(goods.epc, "Lot")
    product = known_product(known, goods.gtin)
    if named is not None or product is None or goods.lot is None:
        return named
    return known.lot(str(product["id"]), goods.lot)


def known_site(known: Known, place: str) -> tuple[Mapping[str, Any] | None, Identified]:
    """Return the known site of a place, by its name or its GLN, and what the place was read as."""
    found = identifier_of(place)
    link = re.search(r"/414/([0-9]{13})(/|$)", place)
    if link is not None:
        found = identifier_of(f"urn:gln:{link[1]}")
    named = known.by_id(place, "Site")
    if named is None and found.scheme == "gln" and not found.faults:
        named = known.by_identifiers("Site", [found.tree()])
    return named, found


def digital_link(gtin: str, lot: str) -> str:
    """Return the Digital Link of a lot of a trade item."""
    return f"{_RESOLVER}/01/{gtin.zfill(14)}/10/{quote(lot, safe='')}"


def place_link(gln: str) -> str:
    """Return the Digital Link of a place."""
    return f"{_RESOLVER}/414/{gln}"
