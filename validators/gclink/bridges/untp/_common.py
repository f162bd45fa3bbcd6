"""What every UNTP credential is asked: proof, links, identifiers and their schemes, validity, vocabulary, units."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Any, Final

from gclink._model import model
from gclink._text import Text
from gclink.bridges import _lexical as lexical
from gclink.bridges._carbon import last_day, moment
from gclink.bridges._json import ABSENT, Digits, escape
from gclink.bridges._lexical import Identified, identifier_fault, identifier_of
from gclink.bridges._reading import PARTIAL, REFUSE, Reading
from gclink.bridges._rec20 import is_known_unit
from gclink.bridges._report import Consequence, Item, Relation

__all__ = [
    "check_country",
    "check_credential",
    "check_facility",
    "check_measure",
    "is_gtin_scheme",
    "number_at",
    "objects",
    "party_identifiers",
    "product_identity",
    "read_validity",
]

_VOCABULARY: Final = "https://vocabulary.uncefact.org/"
_OWN_SCHEMES: Final = "https://w3id.org/gclink/identifierScheme/"
_COUNTRIES: Final = frozenset({"countryCode", "countryOfProduction", "originCountry", "jurisdictionCountry"})
_SHA256: Final = re.compile(r"[0-9a-fA-F]{64}")
_REGISTERED: Final = re.compile(r"([0-9]{8,14})(?:\.(?:21|10)?\.?(.+))?")


def objects(tree: Any, path: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield path and content of every object, outer ones first."""
    if isinstance(tree, dict):
        yield path, tree
        for name, value in tree.items():
            yield from objects(value, f"{path}/{escape(name)}")
    elif isinstance(tree, list):
        for index, value in enumerate(tree):
            yield from objects(value, f"{path}/{index}")


def is_gtin_scheme(scheme: Any) -> bool:
    """Whether an identifier scheme is that of trade items."""
    name = scheme.get("id", "") if isinstance(scheme, dict) else ""
    return isinstance(name, str) and re.fullmatch(r"https?://id\.gs1\.org/01/?", name) is not None


def check_credential(reading: Reading, *, signed: bool = False) -> None:
    """Report what any credential can lack: its proof, digests of links, schemes that fit, members where none belong.

    ``signed`` tells that it came in a signed envelope, which is its proof.
    """
    for path in ("/type", "/@context", "/name", "/credentialSubject/type"):
        reading.take(path)
    if reading.take("/proof") is ABSENT:
        if not signed:
            reading.find("proof_missing", "")
    else:
        note = Text("the proof stays with the source", "证明留在源文件")
        reading.tell(Relation.LOST, "/proof", "", note=note)
    closed = {name: frozenset(keys) for name, keys in reading.table.settings["closed"].items()}
    for path, content in objects(reading.tree):
        if "linkURL" in content:
            _check_link(reading, path, content)
            _closed(reading, path, content, closed["link"])
        if {"value", "unit"} <= content.keys() and not path.startswith("/credentialSubject/characteristics"):
            _closed(reading, path, content, closed["measure"])
        if "idScheme" in content and is_gtin_scheme(content["idScheme"]) and not _is_product(reading, path):
            scheme = content["idScheme"]["id"]
            reading.find("identifier_scheme_mismatch", f"{path}/idScheme", stated=scheme)
    _closed(reading, "/issuer", reading.get("/issuer"), closed["issuer"])
    _check_countries(reading)


def _check_countries(reading: Reading) -> None:
    """Report every country code that is not assigned, whatever it is said of."""
    assigned = model().code_lists["iso3166_1"].codes
    for path, content in objects(reading.tree):
        for name in _COUNTRIES & content.keys():
            code = content[name]
            if isinstance(code, str) and code and code not in assigned:
                reading.find("geography_code_unknown", f"{path}/{name}", stated=code)


def _is_product(reading: Reading, path: str) -> bool:
    whole = reading.table.name == "untp-0.7.0" and path == "/credentialSubject"
    return whole or path.rpartition("/")[2] == "product"


def _closed(reading: Reading, path: str, content: Any, allowed: frozenset[str]) -> None:
    for name in content.keys() - allowed - {"type"} if isinstance(content, dict) else ():
        reading.find("source_schema_invalid", f"{path}/{escape(name)}", Text("no such member", "没有此成员"))


def _check_link(reading: Reading, path: str, link: dict[str, Any]) -> None:
    digest = link.get("hashDigest", link.get("digestMultibase"))
    if not isinstance(digest, str) or not digest:
        reading.find("digest_missing", path, stated=link.get("linkURL"))
    elif "hashDigest" in link and link.get("hashMethod") == "SHA-256" and not _SHA256.fullmatch(digest):
        reading.find("digest_missing", f"{path}/hashDigest", Text("no SHA-256 value", "不是 SHA-256 值"), stated=digest)


def number_at(reading: Reading, path: str) -> str | None:
    """Return a JSON number as a decimal of ours; anything else refuses the document."""
    value = reading.take(path)
    if value is ABSENT:
        return None
    if not isinstance(value, Digits):
        reading.find("lexical_not_decimal", path, stated=value, consequence=REFUSE)
        return None
    return lexical.plain(lexical.number_of(value))


def check_country(reading: Reading, path: str) -> Any:
    """Return the country at a path; one that is not assigned refuses the document."""
    code = reading.take(path)
    if code is not ABSENT and not (isinstance(code, str) and code in model().code_lists["iso3166_1"].codes):
        reading.find("geography_code_unknown", path, stated=code, consequence=REFUSE)
        return ABSENT
    return code


def tell_unreachable(reading: Reading, owner: str) -> None:
    """Tell that a credential names itself by an address of the machine it was made on; it is not changed."""
    name = reading.get("/id")
    if isinstance(name, str) and re.match(r"https?://(localhost|127\.|\[::1\])", name):
        note = Text("an address that nobody else can resolve, kept as it is", "他人无法解析的地址，照原样保留")
        reading.tell(Relation.EXACT, "/id", f"{owner}.id", stated=name, written=name, note=note)


def read_validity(reading: Reading, owner: str) -> None:
    """Read issue and validity of a credential: both begin with validFrom."""
    tell_unreachable(reading, owner)
    start, end = moment(reading, "/validFrom"), moment(reading, "/validUntil")
    if start is not None:
        issued = start.strftime("%Y-%m-%dT%H:%M:%SZ")
        reading.put(f"{owner}.issuedAt", issued)
        stated = reading.get("/validFrom")
        note = Text("used for issue and validity", "同时用作签发时间与有效期起始")
        reading.tell(Relation.BROADER, "/validFrom", f"{owner}.issuedAt", stated=stated, written=issued, note=note)
        received = reading.options.received
        if received is not None and issued > received:
            reading.find("future_dated", "/validFrom", stated=issued)
    if start is None or end is None:
        return
    if end <= start or (last := last_day(reading, "/validUntil", end)) < start.date():
        reading.find("period_reversed", "/validUntil", stated=reading.get("/validUntil"), consequence=REFUSE)
        return
    reading.put(f"{owner}.validity", {"type": "Period", "start": str(start.date()), "end": str(last)})
    reading.tell(
        Relation.COMPUTED, "/validUntil", f"{owner}.validity.end", stated=reading.get("/validUntil"), written=str(last)
    )


def party_identifiers(reading: Reading, path: str) -> list[tuple[str, str, Identified]]:
    """Return path, text and reading of a party's own IRI and of those it is also known by."""
    found: list[tuple[str, str, Identified]] = []
    party = reading.take(path)
    if not isinstance(party, dict):
        return found
    name = party.get("id")
    if isinstance(name, str) and name:
        identified = identifier_of(name)
        for code in identified.faults:
            nameless = code == "identifier_scheme_missing"
            reading.find(code, f"{path}/id", stated=name, consequence=REFUSE if nameless else Consequence.NOTE)
        found.append((f"{path}/id", name, identified))
    for list_name in ("issuerAlsoKnownAs", "partyAlsoKnownAs"):
        for index, other in enumerate(party.get(list_name) or []):
            if not isinstance(other, dict) or is_gtin_scheme(other.get("idScheme")):
                continue  # under a scheme that is not its own the number identifies nobody
            registered, iri = other.get("registeredId"), other.get("id")
            scheme = _scheme(other.get("idScheme"))
            place = f"{path}/{list_name}/{index}"
            if scheme is not None and isinstance(registered, str):
                fault = identifier_fault(scheme, registered)
                if fault is not None:
                    reading.find(fault, f"{place}/registeredId", stated=registered)
                found.append((f"{place}/registeredId", registered, Identified(scheme, registered)))
            elif isinstance(iri, str) and iri:
                found.append((f"{place}/id", iri, identifier_of(iri)))
    return found


def _scheme(scheme: Any) -> str | None:
    name = scheme.get("id", "") if isinstance(scheme, dict) else ""
    own = str(name).removeprefix(_OWN_SCHEMES)
    if own != name and own in model().code_lists["identifierScheme"].codes:
        return own
    if re.fullmatch(r"https?://id\.gs1\.org/41[47]/?", str(name)):
        return "gln"
    return "lei" if "lei" in re.split(r"[^a-z]+", str(name).lower()) else None


def product_identity(reading: Reading, path: str) -> list[Identified]:
    """Return what identifies a product: its Digital Link and its registered number; wrong digits are reported."""
    product = reading.get(path)
    if not isinstance(product, dict):
        return []
    found = []
    registered = product.get("registeredId")
    if isinstance(registered, str) and is_gtin_scheme(product.get("idScheme")):
        match = _REGISTERED.fullmatch(registered)
        number = match[1].zfill(14) if match else registered
        fault = identifier_fault("gtin", number)
        if fault is not None:
            reading.find(fault, f"{path}/registeredId", stated=registered)
        if fault != "identifier_malformed":
            found.append(Identified("gtin", number, () if fault is None else (fault,)))
    name = product.get("id")
    if isinstance(name, str) and name:
        identified = identifier_of(name)
        for code in identified.faults:
            reading.find(code, f"{path}/id", stated=name)
        found.append(identified)
    return found


def check_measure(reading: Reading, path: str, metric: str | None = None) -> str | None:
    """Return the unit of a measure in UCUM, None for one that has none here; a unit that does not exist is told.

    ``metric`` is the last segment of the metric's IRI, whose allowed unit is compared.
    """
    unit = reading.get(f"{path}/unit")
    if unit is ABSENT:
        return None
    if not is_known_unit(unit):
        reading.find("unit_unknown", f"{path}/unit", stated=unit, consequence=REFUSE)
        return None
    allowed = reading.table.settings.get("metrics", {}).get(metric) if metric else None
    if allowed is not None and unit != allowed:
        detail = Text(f"{metric} allows {allowed}", f"{metric} 允许 {allowed}")
        reading.find("unit_not_allowed_for_metric", f"{path}/unit", detail, stated=unit)
    return lexical.REC20_TO_UCUM.get(unit)


def check_vocabulary(reading: Reading) -> None:
    """Report IRIs that the vocabulary of this version does not declare.

    A document none of whose IRIs is declared was made with another state of the vocabulary: it stays a fragment. One
    undeclared IRI among declared ones points at nothing, and the document is refused.
    """
    settings = reading.table.settings
    declared = {f"{_VOCABULARY}performance-metrics/{name}" for name in settings["metrics"]}
    declared |= {f"{_VOCABULARY}conformity-topics/{name}" for name in settings["topics"].split()}
    used: dict[str, str] = {}
    for path, content in objects(reading.tree):
        name = content.get("id")
        kind = path.rstrip("/0123456789").rpartition("/")[2]
        if kind in ("metric", "conformityTopic") and isinstance(name, str) and name.startswith(_VOCABULARY):
            used[f"{path}/id"] = name
    dangling = {path: name for path, name in used.items() if name not in declared}
    consequence = REFUSE if len(dangling) < len(used) else PARTIAL
    for path, name in dangling.items():
        reading.find("vocabulary_iri_undeclared", path, stated=name, consequence=consequence)


def metric_name(content: Any) -> str | None:
    """Return the last segment of a performance's metric."""
    metric = content.get("metric") if isinstance(content, dict) else None
    name = metric.get("id") if isinstance(metric, dict) else None
    return name.rstrip("/").rpartition("/")[2] if isinstance(name, str) and name else None


def check_facility(reading: Reading) -> Item:
    """Return what a facility record says here: the total of a site is no footprint of a product."""
    reading.find("not_a_product_footprint", "/credentialSubject", consequence=PARTIAL)
    check_vocabulary(reading)
    check_country(reading, "/credentialSubject/countryOfOperation/countryCode")
    for path, content in objects(reading.tree):
        if isinstance(content.get("measure"), dict):
            check_measure(reading, f"{path}/measure", metric_name(content))
    reading.take("")
    reading.tell(Relation.LOST, "/credentialSubject", "", stated=reading.tree.get("id"))
    return reading.item()


def day(reading: Reading, path: str) -> date | None:
    """Return the calendar day at a path; anything else refuses the document."""
    value = reading.take(path)
    if value is ABSENT:
        return None
    try:
        return date.fromisoformat(str(value)[:10])
    except ValueError:
        reading.find("source_schema_invalid", path, Text("not a day", "不是日期"), stated=value, consequence=REFUSE)
        return None
