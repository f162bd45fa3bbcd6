"""Carbon passports on their way to PACT 3.0."""

from __future__ import annotations

import re
import uuid
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any, Final

from gclink._text import Text
from gclink.bridges import _lexical as lexical
from gclink.bridges._json import ABSENT, Digits
from gclink.bridges._known import Known
from gclink.bridges._mapping import Table
from gclink.bridges._registry import ImportOptions
from gclink.bridges._report import Consequence, Finding, Item, Relation
from gclink.bridges._writing import Writing

__all__ = [
    "identity_of",
    "next_midnight",
    "urn_of",
    "write_company",
    "write_footprints",
    "write_period",
    "write_product",
    "write_status",
    "write_unit",
]

_P: Final = "CarbonPassport."
_PCF: Final = "/pcf/"
_UUID: Final = re.compile(r"urn:uuid:([0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})")
_REQUIRED: Final = (
    "/companyName",
    "/companyIds",
    "/productDescription",
    "/productIds",
    "/productNameCompany",
    *(
        _PCF + name
        for name in (
            "declaredUnitOfMeasurement",
            "declaredUnitAmount",
            "productMassPerDeclaredUnit",
            "referencePeriodStart",
            "referencePeriodEnd",
            "pcfExcludingBiogenicUptake",
            "pcfIncludingBiogenicUptake",
            "fossilGhgEmissions",
            "fossilCarbonContent",
            "ipccCharacterizationFactors",
            "crossSectoralStandards",
            "exemptedEmissionsPercent",
        )
    ),
)


def write_footprints(
    table: Table, documents: Sequence[Mapping[str, Any]], options: ImportOptions
) -> tuple[list[Item], list[Any]]:
    """Return an item and a footprint for every passport among the documents; the others serve as what is known."""
    known = Known([*documents, *options.known])
    items, made = [], []
    for tree in documents:
        if tree.get("type") == "CarbonPassport":
            writing = Writing(table, options, tree, known)
            _footprint(writing)
            items.append(writing.item())
            made.append(writing.made)
    if not items:
        detail = Text("no carbon passport among the documents", "文档中没有碳排护照")
        items.append(Item("", (Finding.of("out_of_scope", "", detail, consequence=Consequence.REFUSE),), ()))
    return items, made


def _footprint(writing: Writing) -> None:
    writing.put("/id", identity_of(writing, "/id"))
    writing.put("/specVersion", "3.0.0")
    _refusals(writing)
    write_status(writing, "/status")
    writing.apply_rows()
    write_company(writing, "/companyName", "/companyIds")
    write_product(writing)
    write_period(writing, "validity", "/validityPeriodStart", "/validityPeriodEnd")
    write_period(writing, "period", _PCF + "referencePeriodStart", _PCF + "referencePeriodEnd")
    write_unit(writing, _PCF + "declaredUnitOfMeasurement", _PCF + "declaredUnitAmount")
    write_geography(writing)
    _lists(writing)
    supersedes = writing.take(_P + "supersedes")
    if supersedes is not ABSENT:
        former = _UUID.fullmatch(supersedes["target"])
        name = former[1] if former else str(uuid.uuid5(uuid.NAMESPACE_URL, supersedes["target"]))
        writing.put("/precedingPfIds", [name])
        writing.tell(
            Relation.EXACT if former else Relation.NARROWER,
            _P + "supersedes",
            "/precedingPfIds/0",
            stated=supersedes["target"],
            written=name,
        )
    writing.require(*_REQUIRED)


def identity_of(writing: Writing, theirs: str) -> str:
    """Return the UUID of a passport: its own, or one made from its IRI, always the same."""
    name = writing.take(_P + "id")
    own = _UUID.fullmatch(name)
    if own:
        writing.tell(Relation.EXACT, _P + "id", theirs, stated=name, written=own[1])
        return own[1]
    made = str(uuid.uuid5(uuid.NAMESPACE_URL, name))
    writing.tell(Relation.NARROWER, _P + "id", theirs, stated=name, written=made)
    return made


def _refusals(writing: Writing) -> None:
    """Refuse what the format cannot say: it knows one boundary, one kind, and no outbound logistics in the total."""
    for name, wanted in (
        ("boundary", "cradle_to_gate"),
        ("passportKind", "retrospective"),
        ("outboundLogisticsIncluded", False),
    ):
        value = writing.take(_P + name)
        if value == wanted:
            writing.tell(Relation.NARROWER, _P + name, "", stated=value)
        else:
            detail = Text("the format cannot say this", "该格式无法表达")
            writing.find("out_of_scope", _P + name, detail, stated=value, consequence=Consequence.REFUSE)


def write_status(writing: Writing, theirs: str) -> None:
    """Write a status that their codes do not have as Deprecated; the row writes the others."""
    status = writing.take(_P + "status")
    if status in ("suspended", "revoked"):
        writing.put(theirs, "Deprecated")
        writing.find("code_unknown", _P + "status", Text("written as Deprecated", "写为 Deprecated"), stated=status)
        writing.tell(Relation.NARROWER, _P + "status", theirs, stated=status, written="Deprecated")
        # The row would refuse the code: its map holds only what comes back as it was.
        writing.tree = {**writing.tree, "status": "superseded"}


def next_midnight(day: str) -> str:
    """Return the exclusive end of a period whose last day is given."""
    return f"{date.fromisoformat(day) + timedelta(days=1)}T00:00:00Z"


def write_period(writing: Writing, name: str, start_path: str, end_path: str) -> None:
    """Write a period with its end excluded."""
    period = writing.take(_P + name)
    if period is ABSENT:
        return
    for ours, theirs, value in (
        ("start", start_path, f"{period['start']}T00:00:00Z"),
        ("end", end_path, next_midnight(period["end"])),
    ):
        writing.put(theirs, value)
        relation = Relation.EXACT if name == "validity" else Relation.COMPUTED
        writing.tell(relation, f"{_P}{name}.{ours}", theirs, stated=period[ours], written=value)


def write_unit(writing: Writing, unit_path: str, amount_path: str, *, numbers: bool = False) -> None:
    """Write the declared unit; tonnes become kilograms with a thousand times the amount.

    ``numbers`` asks for a JSON number, since that is what some formats have where others have a text.
    """
    unit, amount = writing.take(_P + "declaredUnit.unit"), writing.get(_P + "declaredUnit.value")
    writing.take(_P + "massPerDeclaredUnit.unit")
    if unit == "t":
        unit, thousand = "kg", lexical.plain(lexical.EXACT.multiply(lexical.EXACT.create_decimal(amount), 1000))
        writing.put(amount_path, Digits(thousand) if numbers else thousand)
        writing.tell(Relation.NARROWER, _P + "declaredUnit", amount_path, stated=f"{amount} t", written=thousand)
    code = writing.table.theirs_of("units", unit)
    if code is None:
        writing.find("unit_not_convertible", _P + "declaredUnit.unit", stated=unit, consequence=Consequence.REFUSE)
        return
    writing.put(unit_path, code)
    writing.tell(Relation.EXACT, _P + "declaredUnit.unit", unit_path, stated=unit, written=code)


def write_geography(writing: Writing) -> None:
    """Write the one level of geography."""
    names = {
        "region": "geographyRegionOrSubregion",
        "country": "geographyCountry",
        "subdivision": "geographyCountrySubdivision",
    }
    for ours, theirs in names.items():
        value = writing.take(f"{_P}geography.{ours}")
        if value is ABSENT:
            continue
        if value == "Global":
            # The format has no name for the whole world: the place is left out, which there means unknown.
            writing.tell(Relation.LOST, f"{_P}geography.{ours}", _PCF + theirs, stated=value)
            continue
        writing.put(_PCF + theirs, value)
        writing.tell(Relation.EXACT, f"{_P}geography.{ours}", _PCF + theirs, stated=value, written=value)


def urn_of(identifier: Mapping[str, str], authority: str = "urn:pact:w3id.org:gclink") -> str:
    """Return the URN of an identifier: its scheme's own, else one under our name that reads back to it."""
    scheme, value = identifier["scheme"], identifier["identifierValue"]
    if scheme in ("gtin", "gln", "lei"):
        return f"urn:{scheme}:{value}"
    return value if value.lower().startswith("urn:") else f"{authority}:{scheme}:{value}"


def write_company(writing: Writing, name_path: str, ids_path: str) -> None:
    """Write the issuer's name and identifiers; its IRI stands for it where it is a URN and there is nothing else."""
    issuer = writing.take(_P + "issuer")
    party = writing.known.by_id(issuer, "Party")
    ids = [urn_of(identifier) for identifier in (party or {}).get("identifiers", ())]
    if issuer.lower().startswith("urn:") and issuer not in ids:
        ids.append(issuer)
    if party is not None:
        name = writing.text("Party.name", party["name"])
        writing.put(name_path, name)
        writing.tell(Relation.NARROWER, "Party.name", name_path, stated=party["name"], written=name)
        for lost in ("partyKind", "roles", "country", "subdivision", "accreditations"):
            if lost in party:
                writing.tell(Relation.LOST, f"Party.{lost}", "", stated=party[lost])
    else:
        writing.supply(name_path, "companyName")
    if ids:
        writing.put(ids_path, ids)
        writing.tell(Relation.NARROWER, _P + "issuer", ids_path, stated=issuer, written=ids)
    else:
        writing.supply(ids_path, "companyIds")


def write_product(writing: Writing, base: str = "") -> None:
    """Write the subject: the product's name, classes and identifiers, and the lot where a GTIN can carry it."""
    lot = writing.known.by_id(writing.take(_P + "subjectLot"), "Lot")
    subject = writing.take(_P + "subjectProduct")
    name = subject if subject is not ABSENT else (lot or {}).get("product")
    product = writing.known.by_id(name, "ProductType")
    ids = [urn_of(identifier) for identifier in (product or {}).get("identifiers", ())]
    ids = [*_lot_urn(writing, lot, product), *ids]
    if isinstance(name, str) and name.lower().startswith("urn:") and name not in ids:
        ids.append(name)
    if product is not None:
        label = writing.text("ProductType.name", product["name"])
        for path in (f"{base}/productNameCompany", f"{base}/productDescription"):
            writing.put(path, label)
        writing.tell(Relation.NARROWER, "ProductType.name", f"{base}/productNameCompany", stated=label, written=label)
        classes = [value for value in product.get("classifications", ()) if value.lower().startswith("urn:")]
        for value in product.get("classifications", ()):
            relation = Relation.EXACT if value in classes else Relation.LOST
            writing.tell(relation, "ProductType.classifications", f"{base}/productClassifications", stated=value)
        if classes:
            writing.put(f"{base}/productClassifications", classes)
        for lost in ("biogenicProduct", "perennial", "productRule"):
            if lost in product:
                writing.tell(Relation.LOST, f"ProductType.{lost}", "", stated=product[lost])
    else:
        writing.supply(f"{base}/productNameCompany", "productNameCompany")
        writing.supply(f"{base}/productDescription", "productDescription")
    if ids:
        writing.put(f"{base}/productIds", ids)
        writing.tell(Relation.NARROWER, _P + "subjectProduct", f"{base}/productIds", stated=name, written=ids)
    else:
        writing.supply(f"{base}/productIds", "productIds")


def _lot_urn(writing: Writing, lot: Mapping[str, Any] | None, product: Mapping[str, Any] | None) -> list[str]:
    """Return the LGTIN of a lot: it needs a GTIN, and the length of the company prefix, which only the owner knows."""
    if lot is None:
        return []
    gtins = [
        one["identifierValue"].zfill(14) for one in (product or {}).get("identifiers", ()) if one["scheme"] == "gtin"
    ]
    length = writing.options.of(writing.table.name, writing.tree.get("id")).get("companyPrefixLength")
    if (
        not gtins
        or not isinstance(length, int)
        or not 6 <= length <= 12
        or not re.fullmatch(r"[!-~]+", lot["lotNumber"])
    ):
        note = Text("the length of the GS1 company prefix is not given", "未给出 GS1 厂商识别代码的长度")
        writing.tell(Relation.LOST, "Lot.lotNumber", "", stated=lot["lotNumber"], note=note)
        return []
    gtin = gtins[0]
    urn = f"urn:epc:class:lgtin:{gtin[1 : 1 + length]}.{gtin[0]}{gtin[1 + length : 13]}.{lot['lotNumber']}"
    writing.tell(Relation.NARROWER, "Lot.lotNumber", "/productIds/0", stated=lot["lotNumber"], written=urn)
    return [urn]


def _lists(writing: Writing) -> None:
    gwp = writing.take(_P + "gwpSet")
    if gwp is not ABSENT:
        writing.put(_PCF + "ipccCharacterizationFactors", [gwp])
        writing.tell(Relation.EXACT, _P + "gwpSet", _PCF + "ipccCharacterizationFactors/0", stated=gwp, written=gwp)
    names = []
    for index, reference in enumerate(writing.take(_P + "methodologies") or []):
        code = reference["methodName"]
        names.append(code)
        writing.tell(
            Relation.NARROWER,
            f"{_P}methodologies.{index}",
            f"{_PCF}crossSectoralStandards/{index}",
            stated=reference,
            written=code,
        )
    if names:
        writing.put(_PCF + "crossSectoralStandards", list(dict.fromkeys(names)))
    for index, reference in enumerate(writing.take(_P + "productRules") or []):
        publisher = reference.get("publisher", "")
        rule: dict[str, Any] = {"operator": publisher, "ruleNames": [reference["methodName"]]}
        if publisher not in ("PEF", "EPD International"):
            rule = {"operator": "Other", "ruleNames": [reference["methodName"]]}
            if publisher and publisher != "Other":
                rule["otherOperatorName"] = publisher
        path = f"{_PCF}productOrSectorSpecificRules/{index}"
        writing.put(path, rule)
        writing.tell(Relation.NARROWER, f"{_P}productRules.{index}", path, stated=reference, written=rule)
    for index, reference in enumerate(writing.take(_P + "secondarySources") or []):
        source = {"name": reference["methodName"], "version": reference["version"]}
        path = f"{_PCF}secondaryEmissionFactorSources/{index}"
        writing.put(path, source)
        stated = {name: reference[name] for name in ("methodName", "version")}
        writing.tell(Relation.EXACT, f"{_P}secondarySources.{index}", path, stated=stated, written=source)
        for name in ("publisher", "uri"):
            if name in reference:
                writing.tell(Relation.LOST, f"{_P}secondarySources.{index}.{name}", "", stated=reference[name])
