"""Short words for the parts that every document is made of."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Context, Decimal
from hashlib import sha256
from typing import Any

from gclink import calculations

Tree = dict[str, Any]

_EXACT = Context(prec=60)


def iri(name: str) -> str:
    """Return the IRI of a document of the examples."""
    return f"https://example.org/gclink/{name}"


def dec(value: Decimal | str | int, places: int | None = None) -> str:
    """Return a number in canonical form; with ``places`` it must have no more fraction digits."""
    number = Decimal(value)
    if places is not None and -int(number.normalize(_EXACT).as_tuple().exponent) > places:
        raise ValueError(f"{value} has more than {places} fraction digits")
    text = format(number.normalize(_EXACT), "f")
    return "0" if text == "-0" else text


def run(name: str, inputs: Mapping[str, Any]) -> dict[str, Any]:
    """Return the members of a named calculation, numbers as text."""
    return dict(calculations.run(name, inputs))


def calc(name: str, member: str, **inputs: Any) -> str:
    """Return one member of a named calculation as a canonical decimal."""
    return dec(run(name, {key: value for key, value in inputs.items() if value is not None})[member])


def document(cls: str, name: str, issuer: str, issued: str, /, **members: Any) -> Tree:
    """Return a document with its envelope; ``issuer`` is the name of a party, ``issued`` a day."""
    return {
        "type": cls,
        "id": iri(name),
        "specVersion": "1.0.0",
        "issuer": iri(issuer),
        "issuedAt": f"{issued}T08:00:00Z",
        "status": "active",
        **members,
    }


def quantity(value: str, unit: str) -> Tree:
    """Return a Quantity."""
    return {"type": "Quantity", "value": dec(value), "unit": unit}


def money(amount: str | Decimal, currency: str = "CNY") -> Tree:
    """Return a Money; the amount may be written with trailing zeros and is stored without."""
    return {"type": "Money", "amount": dec(amount), "currency": currency}


def period(start: str, end: str) -> Tree:
    """Return a Period; both days belong to it."""
    return {"type": "Period", "start": start, "end": end}


def identifier(scheme: str, value: str) -> Tree:
    """Return an Identifier."""
    return {"type": "Identifier", "scheme": scheme, "identifierValue": value}


def cite(name: str) -> Tree:
    """Return a DocumentReference to a document that is not at hand; its digest is the one of the name."""
    return {"type": "DocumentReference", "target": iri(name), "digest": digest(name)}


def digest(name: str) -> str:
    """Return a digest of the right form for something that is not at hand."""
    return f"sha-256:{sha256(name.encode()).hexdigest()}"


def text(en: str, zh: str) -> dict[str, str]:
    """Return a text in both languages."""
    return {"en": en, "zh": zh}


def evidence(name: str, media: str = "application/pdf") -> Tree:
    """Return an Evidence: a file by IRI and digest."""
    return {
        "type": "Evidence",
        "uri": f"https://files.example.org/{name}",
        "digest": digest(name),
        "mediaType": media,
        "title": text(f"Record {name}", f"记录 {name}"),
    }


def method(name: str, version: str, uri: str | None = None, publisher: str | None = None) -> Tree:
    """Return a MethodReference."""
    tree: Tree = {"type": "MethodReference", "methodName": name, "version": version}
    if uri is not None:
        tree["uri"] = uri
    if publisher is not None:
        tree["publisher"] = publisher
    return tree


def checked(scheme: str, body: str) -> Tree:
    """Return an Identifier whose check digits are computed."""
    return identifier(scheme, run("check_digit", {"scheme": scheme, "body": body})["value"])


#: Identifiers of the parties of the worked example.
SELLER = identifier("uscc", "93440900MA5LTCH04R")
OBLIGOR = identifier("uscc", "91440100MA5MARK79D")
BANK = identifier("uscc", "91440100MA5BANK27J")
BANK_LEI = identifier("lei", "9999GCLBANK000000078")
