"""A carbon passport as a product passport of UNTP: one number per unit, the rest is told as lost."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import ROUND_HALF_EVEN, Context, Decimal, Inexact
from typing import Any, Final

from gclink._text import Text
from gclink.bridges import _lexical as lexical
from gclink.bridges._json import ABSENT
from gclink.bridges._report import Consequence, Relation
from gclink.bridges._writing import Writing, number
from gclink.bridges.untp._out_common import GS1, write_head, write_product_id

__all__ = ["write_passport_6", "write_passport_7"]

_P: Final = "CarbonPassport."
_S: Final = "/credentialSubject"
_PLACES: Final = Decimal("0.000000001")
_TOPICS: Final = "https://vocabulary.uncefact.org/conformity-topics/greenhouse-gas-emissions"
_METRIC: Final = "https://vocabulary.uncefact.org/performance-metrics/product-carbon-footprint"
_GTIN_SCHEME: Final = {
    "type": ["IdentifierScheme"],
    "id": GS1,
    "name": "Global Trade Item Number (GTIN)",
}


def _per_unit(writing: Writing) -> str:
    """Return the total without uptake per one unit: exact, or told to be cut after nine decimals."""
    total, amount = writing.take(_P + "totalExclUptake"), writing.take(_P + "declaredUnit.value")
    exact = Context(prec=40, traps=[Inexact])
    try:
        value = exact.divide(Decimal(total), Decimal(amount))
    except Inexact:
        value = Context(prec=60).divide(Decimal(total), Decimal(amount)).quantize(_PLACES, ROUND_HALF_EVEN)
        detail = Text(f"{total} / {amount} does not end", f"{total} / {amount} 除不尽")
        cut = lexical.plain(value)
        writing.find("amount_is_binary_number", _P + "totalExclUptake", detail, stated=total, computed=cut)
    return lexical.plain(value)


def _subject(writing: Writing) -> tuple[Mapping[str, Any] | None, Mapping[str, Any] | None, str]:
    lot_name, product_name = writing.take(_P + "subjectLot"), writing.take(_P + "subjectProduct")
    lot = writing.known.by_id(lot_name, "Lot")
    if lot_name is not ABSENT and lot is None:
        writing.missing.append(lot_name)
    name = product_name if product_name is not ABSENT else (lot or {}).get("product")
    product = writing.known.by_id(name, "ProductType")
    fallback = lot_name if lot_name is not ABSENT else product_name
    return lot, product, str(fallback)


def _tell_product(writing: Writing, product: Mapping[str, Any] | None, path: str) -> None:
    if product is None:
        writing.supply(f"{path}/name", "productName")
        return
    name = writing.text("ProductType.name", product["name"])
    writing.put(f"{path}/name", name)
    writing.tell(Relation.NARROWER, "ProductType.name", f"{path}/name", stated=product["name"], written=name)
    for lost in ("biogenicProduct", "perennial", "productRule"):
        if lost in product:
            writing.tell(Relation.LOST, f"ProductType.{lost}", "", stated=product[lost])


def write_passport_6(writing: Writing) -> None:
    """Write the credential of 0.6.1."""
    write_head(writing, "dpp", "DigitalProductPassport")
    lot, product, fallback = _subject(writing)
    writing.put(f"{_S}/type", ["ProductPassport"])
    writing.put(f"{_S}/granularityLevel", "batch" if lot is not None else "model")
    path = f"{_S}/product"
    iri, gtin = write_product_id(product, lot, fallback)
    writing.put(f"{path}/type", ["Product"])
    writing.put(f"{path}/id", iri)
    _tell_product(writing, product, path)
    if gtin is not None:
        writing.put(f"{path}/registeredId", gtin)
        writing.put(f"{path}/idScheme", dict(_GTIN_SCHEME))
        writing.tell(Relation.EXACT, "ProductType.identifiers", f"{path}/registeredId", written=gtin)
    if lot is not None:
        writing.put(f"{path}/batchNumber", lot["lotNumber"])
        writing.tell(
            Relation.EXACT, "Lot.lotNumber", f"{path}/batchNumber", stated=lot["lotNumber"], written=lot["lotNumber"]
        )
    classes = [
        {"type": ["Classification"], "id": one, "name": one} for one in (product or {}).get("classifications", ())
    ]
    if classes:
        writing.put(f"{path}/productCategory", classes)
        for one in classes:
            writing.tell(Relation.EXACT, "ProductType.classifications", f"{path}/productCategory", stated=one["id"])
    _scorecard(writing)
    writing.require(f"{path}/name")


def _scorecard(writing: Writing) -> None:
    card = f"{_S}/emissionsScorecard"
    writing.put(f"{card}/type", ["EmissionsPerformance"])
    value = _per_unit(writing)
    writing.put(f"{card}/carbonFootprint", number(writing, _P + "totalExclUptake", value))
    note = Text("the total without uptake, per one unit", "每一单位的不含吸收总量")
    theirs = f"{card}/carbonFootprint"
    stated = writing.get(_P + "totalExclUptake")
    writing.tell(Relation.NARROWER, _P + "totalExclUptake", theirs, stated=stated, written=value, note=note)
    unit = writing.take(_P + "declaredUnit.unit")
    code = lexical.UCUM_TO_REC20.get(unit)
    if code is None:
        writing.find("unit_not_convertible", _P + "declaredUnit.unit", stated=unit, consequence=Consequence.REFUSE)
    else:
        writing.put(f"{card}/declaredUnit", code)
        writing.tell(Relation.EXACT, _P + "declaredUnit.unit", f"{card}/declaredUnit", stated=unit, written=code)
    boundary = writing.take(_P + "boundary")
    scope = writing.table.theirs_of("scopes", boundary)
    if scope is None:
        writing.find("code_unknown", _P + "boundary", stated=boundary, consequence=Consequence.REFUSE)
    else:
        writing.put(f"{card}/operationalScope", scope)
        theirs = f"{card}/operationalScope"
        writing.tell(Relation.NARROWER, _P + "boundary", theirs, stated=boundary, written=scope)
    writing.apply_rows()  # the primary share
    methods = writing.take(_P + "methodologies")
    first, *others = methods
    publisher = {"id": first.get("uri", "urn:pact:w3id.org:gclink:unnamed"), "name": first.get("publisher", "")}
    standard: dict[str, Any] = {"type": ["Standard"], "name": first["methodName"], "issuingParty": publisher}
    if "uri" in first:
        standard = {"type": ["Standard"], "id": first["uri"], "name": first["methodName"], "issuingParty": publisher}
    if "publisher" in first:
        writing.put(f"{card}/reportingStandard", standard)
        theirs = f"{card}/reportingStandard"
        writing.tell(Relation.NARROWER, _P + "methodologies.0", theirs, stated=first, written=standard)
    else:
        note = Text("the format asks for the publisher of a standard", "该格式要求给出标准的发布者")
        writing.tell(Relation.LOST, _P + "methodologies.0", "", stated=first, note=note)
    for index, method in enumerate(others, 1):
        writing.tell(Relation.LOST, f"{_P}methodologies.{index}", "", stated=method)


def write_passport_7(writing: Writing) -> None:
    """Write the credential of 0.7.0."""
    write_head(writing, "dpp", "DigitalProductPassport")
    lot, product, fallback = _subject(writing)
    iri, gtin = write_product_id(product, lot, fallback)
    writing.put(f"{_S}/type", ["Product"])
    writing.put(f"{_S}/id", iri)
    _tell_product(writing, product, _S)
    scheme = _GTIN_SCHEME if gtin is not None else _own_scheme(writing)
    writing.put(f"{_S}/idScheme", dict(scheme))
    writing.put(f"{_S}/idGranularity", "batch" if lot is not None else "model")
    if lot is not None:
        writing.put(f"{_S}/batchNumber", lot["lotNumber"])
        writing.tell(
            Relation.EXACT, "Lot.lotNumber", f"{_S}/batchNumber", stated=lot["lotNumber"], written=lot["lotNumber"]
        )
    _categories(writing, product)
    _site(writing, lot)
    label = writing.made["credentialSubject"].get("name", "")
    writing.put("/name", f"Carbon passport, {label}")
    _claim(writing)
    places = ("/name", "/producedAtFacility", "/countryOfProduction/countryCode", "/productCategory")
    writing.require(*(f"{_S}{place}" for place in places))


def _own_scheme(writing: Writing) -> dict[str, Any]:
    issuer = str(writing.get(_P + "issuer"))
    return {"type": ["IdentifierScheme"], "id": issuer, "name": "Identifiers of the issuer"}


def _categories(writing: Writing, product: Mapping[str, Any] | None) -> None:
    found = []
    for iri in (product or {}).get("classifications", ()):
        scheme, slash, code = iri.rpartition("/") if "/" in iri else iri.rpartition(":")
        entry = {
            "code": code,
            "name": code,
            "schemeId": scheme + slash,
            "schemeName": scheme,
        }
        found.append(entry)
        writing.tell(Relation.EXACT, "ProductType.classifications", f"{_S}/productCategory", stated=iri, written=entry)
    if found:
        writing.put(f"{_S}/productCategory", found)
    else:
        writing.supply(f"{_S}/productCategory", "productCategory")


def _site(writing: Writing, lot: Mapping[str, Any] | None) -> None:
    site = writing.known.by_id((lot or {}).get("producedAt"), "Site")
    if site is None:
        writing.supply(f"{_S}/producedAtFacility", "producedAtFacility")
        writing.supply(f"{_S}/countryOfProduction", "countryOfProduction")
        return
    name = writing.text("Site.name", site["name"])
    writing.put(f"{_S}/producedAtFacility", {"type": ["Facility"], "id": site["id"], "name": name})
    writing.tell(Relation.NARROWER, "Site.name", f"{_S}/producedAtFacility/name", stated=site["name"], written=name)
    writing.put(f"{_S}/countryOfProduction", {"countryCode": site["country"]})
    theirs = f"{_S}/countryOfProduction/countryCode"
    writing.tell(Relation.EXACT, "Site.country", theirs, stated=site["country"], written=site["country"])


def _claim(writing: Writing) -> None:
    claim = f"{_S}/performanceClaim/0"
    value = _per_unit(writing)
    period = writing.take(_P + "period")
    issued = writing.get(_P + "issuedAt")
    criteria = []
    for index, method in enumerate(writing.take(_P + "methodologies")):
        name = method["methodName"]
        iri = method.get("uri", f"urn:pact:w3id.org:gclink:method:{name.replace(' ', '-')}")
        criteria.append({"type": ["Criterion"], "id": iri, "name": name})
        theirs = f"{claim}/referenceCriteria/{index}"
        writing.tell(Relation.NARROWER, f"{_P}methodologies.{index}", theirs, stated=method, written=name)
    topic = {"type": ["ConformityTopic"], "id": _TOPICS, "name": "Greenhouse gas emissions"}
    metric = {"type": ["PerformanceMetric"], "id": _METRIC, "name": "Product carbon footprint"}
    measure = {"value": number(writing, _P + "totalExclUptake", value), "unit": "KGM"}
    for name, content in (
        ("type", ["Claim"]),
        ("id", f"{writing.get(_P + 'id')}#footprint"),
        ("name", "Product carbon footprint"),
        ("referenceCriteria", criteria),
        ("claimDate", issued[:10]),
        ("applicablePeriod", {"startDate": period["start"], "endDate": period["end"]}),
        ("claimedPerformance", [{"metric": metric, "measure": measure}]),
        ("conformityTopic", [topic]),
    ):
        writing.put(f"{claim}/{name}", content)
    theirs = f"{claim}/claimedPerformance/0/measure/value"
    note = Text(
        "the total without uptake, per one unit that the format cannot name",
        "每一单位的不含吸收总量，该格式无法写明单位",
    )
    stated = writing.get(_P + "totalExclUptake")
    writing.tell(Relation.NARROWER, _P + "totalExclUptake", theirs, stated=stated, written=value, note=note)
    unit = writing.take(_P + "declaredUnit.unit")
    writing.tell(Relation.LOST, _P + "declaredUnit.unit", "", stated=unit)
    for ours, name in (("start", "startDate"), ("end", "endDate")):
        theirs = f"{claim}/applicablePeriod/{name}"
        writing.tell(Relation.EXACT, f"{_P}period.{ours}", theirs, stated=period[ours], written=period[ours])
