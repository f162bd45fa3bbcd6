"""One product footprint of PACT 3.0 on its way to a carbon passport."""

from __future__ import annotations

from typing import Any, Final

from gclink._text import Text
from gclink.bridges import _carbon as carbon
from gclink.bridges._json import ABSENT
from gclink.bridges._known import Known
from gclink.bridges._mapping import Table
from gclink.bridges._parties import read_company, read_product, spec_version
from gclink.bridges._reading import REFUSE, Reading
from gclink.bridges._registry import ImportOptions
from gclink.bridges._report import Item, Relation
from gclink.bridges._verification import read_verification

__all__ = [
    "begin",
    "check_received",
    "extensions",
    "finish",
    "listed",
    "method",
    "read_declared_unit",
    "read_footprint_3",
    "read_methods",
    "read_ratings",
    "read_rules",
    "read_sources",
    "read_supersedes",
]

_P: Final = "CarbonPassport."
_C: Final = _P + "components."
_PCF: Final = "/pcf/"


def read_footprint_3(
    table: Table, options: ImportOptions, tree: dict[str, Any], base: str, key: str | None, known: Known
) -> Item:
    """Return the passport of one footprint, with its Party, ProductType and statement where they are written."""
    reading = Reading(table, options, tree, base, key)
    begin(reading)
    check_received(reading, "/created")
    units = (
        f"{_PCF}{name}" for name in ("declaredUnitOfMeasurement", "declaredUnitAmount", "productMassPerDeclaredUnit")
    )
    read_declared_unit(reading, *units)
    read_company(reading, known, "/companyName", "/companyIds")
    read_product(reading, known, "/productIds", "/productNameCompany", "/productClassifications")
    read_supersedes(reading, known, listed(reading))
    period = carbon.read_period(reading, _PCF + "referencePeriodStart", _PCF + "referencePeriodEnd")
    carbon.read_validity(reading, "/validityPeriodStart", "/validityPeriodEnd", period)
    carbon.read_geography(
        reading,
        _PCF + "geographyRegionOrSubregion",
        _PCF + "geographyCountry",
        _PCF + "geographyCountrySubdivision",
    )
    _gwp_set(reading)
    read_methods(reading, _PCF + "crossSectoralStandards")
    read_rules(reading, _PCF + "productOrSectorSpecificRules")
    read_sources(reading, _PCF + "secondaryEmissionFactorSources")
    read_ratings(reading, _PCF + "dqi/")
    check_totals(reading)
    finish(reading)
    extensions(reading)
    verification = {
        name: f"/pcf/verification/{name}" for name in ("coverage", "providerName", "completedAt", "standardName")
    }
    return read_verification(reading, verification)


def begin(reading: Reading) -> None:
    """Write what every footprint of this family is, and apply the rows of the table."""
    reading.take("/specVersion")
    reading.put(_P + "passportKind", "retrospective")
    reading.put(_P + "boundary", "cradle_to_gate")
    reading.put(_P + "outboundLogisticsIncluded", False)
    for name in ("passportKind", "boundary", "outboundLogisticsIncluded"):
        reading.tell(Relation.COMPUTED, "", _P + name, written=reading.value(_P + name))
    spec_version(reading, "CarbonPassport")
    reading.apply_rows()


def listed(reading: Reading) -> list[tuple[str, Any]]:
    """Return path and value of the footprints this one replaces."""
    reading.take("/precedingPfIds")
    return list(reading.matches("/precedingPfIds/*"))


def check_received(reading: Reading, path: str) -> None:
    """Report a footprint that was made after it came in."""
    issued, received = reading.value(_P + "issuedAt"), reading.options.received
    if issued is not ABSENT and received is not None and issued > received:
        detail = Text(f"received {received}", f"收到于 {received}")
        reading.find("future_dated", path, detail, stated=issued)


def read_declared_unit(reading: Reading, path: str, amount_path: str, mass_path: str) -> None:
    """Read the unit of the declared amount, and hold amount and mass against each other."""
    unit = reading.take(path)
    if unit is not ABSENT:
        ours = reading.table.ours_of("units", unit) if isinstance(unit, str) else None
        if ours is None:
            reading.find("unit_not_convertible", path, stated=unit, consequence=REFUSE)
        else:
            reading.put(_P + "declaredUnit.unit", ours)
            reading.tell(Relation.EXACT, path, _P + "declaredUnit.unit", stated=unit, written=ours)
    if reading.value(_P + "massPerDeclaredUnit.value") is not ABSENT:
        reading.put(_P + "massPerDeclaredUnit.unit", "kg")
    amount = reading.value(_P + "declaredUnit.value")
    if amount is not ABSENT and (amount == "0" or amount.startswith("-")):
        detail = Text("it must be above 0", "必须大于 0")
        reading.find("range_exceeded", amount_path, detail, stated=amount, consequence=REFUSE)
    carbon.check_mass(reading, mass_path)


def read_supersedes(reading: Reading, known: Known, listed: list[tuple[str, Any]]) -> None:
    """Refer to the passport this one replaces, if it is among the known documents."""
    for path, value in listed:
        target = f"urn:uuid:{value}"
        reading.take(path)
        if target == reading.key:
            reading.find("self_reference", path, stated=value)
            reading.tell(Relation.LOST, path, _P + "supersedes", stated=value)
            continue
        reference = known.reference(target) if reading.value(_P + "supersedes") is ABSENT else None
        if reference is None:
            reading.tell(Relation.LOST, path, _P + "supersedes", stated=value)
        else:
            reading.put(_P + "supersedes", reference)
            reading.tell(Relation.NARROWER, path, _P + "supersedes", stated=value, written=target)


def _gwp_set(reading: Reading) -> None:
    path = _PCF + "ipccCharacterizationFactors"
    values = reading.take(path)
    if not isinstance(values, list) or not values:
        return
    for index, value in enumerate(values):
        if reading.table.ours_of("gwp", str(value)) is None:
            reading.find("code_unknown", f"{path}/{index}", stated=value, consequence=REFUSE)
            return
    chosen = values[0]
    if len(set(values)) > 1:
        # A total under two sets is not defined: only the caller can know under which one it was made.
        chosen = reading.options.of("CarbonPassport", reading.key).get("gwpSet")
        if chosen not in values:
            detail = Text("more than one set, none named by the caller", "多于一套，且调用者未指明")
            stated = ", ".join(map(str, values))
            reading.find("code_unknown", path, detail, stated=stated, consequence=REFUSE)
            return
    reading.put(_P + "gwpSet", chosen)
    for index, value in enumerate(values):
        kept = value == chosen
        relation = Relation.NARROWER if kept else Relation.LOST
        reading.tell(relation, f"{path}/{index}", _P + "gwpSet", stated=value, written=chosen if kept else None)


def method(reading: Reading, name: str, **more: str) -> dict[str, Any]:
    """Return a MethodReference; its version is the one given, else the one in the name, else the caller's."""
    supplied = reading.options.of("MethodReference", reading.key)
    tree: dict[str, Any] = {"type": "MethodReference", "methodName": name, **more}
    if "version" not in tree:
        of_name = supplied.get("versions", {}).get(name)
        inside = name.removeprefix("PACT-") if name.startswith("PACT-") else None
        version = inside or of_name or supplied.get("version")
        if version is not None:
            tree["version"] = version
    return {key: tree[key] for key in ("type", "methodName", "version", "uri", "publisher") if key in tree}


def read_methods(reading: Reading, path: str) -> None:
    """Read the cross-sector standards by their codes."""
    names = reading.take(path)
    found = []
    for index, name in enumerate(names if isinstance(names, list) else []):
        if not isinstance(name, str) or not name:
            reading.find("source_schema_invalid", f"{path}/{index}", stated=name, consequence=REFUSE)
            continue
        if reading.table.ours_of("standards", name) is None:
            reading.find("code_unknown", f"{path}/{index}", stated=name)
        found.append(method(reading, name))
        reading.tell(Relation.BROADER, f"{path}/{index}", _P + "methodologies", stated=name, written=name)
    if found:
        reading.put(_P + "methodologies", _once(found))


def read_rules(reading: Reading, path: str) -> None:
    """Read the rules of a product or sector, one reference for each name."""
    found = []
    for place, rule in reading.matches(path + "/*"):
        if not isinstance(rule, dict):
            continue
        publisher = reading.take(place + "/otherOperatorName")
        operator = reading.take(place + "/operator")
        publisher = operator if publisher is ABSENT else publisher
        for name_place, name in reading.matches(f"{path}/{place.rpartition('/')[2]}/ruleNames/*"):
            reading.take(name_place)
            if not isinstance(name, str) or not name:
                continue
            more = {"publisher": publisher} if isinstance(publisher, str) else {}
            found.append(method(reading, name, **more))
            reading.tell(Relation.BROADER, name_place, _P + "productRules", stated=name, written=name)
    if found:
        reading.put(_P + "productRules", _once(found))


def read_sources(reading: Reading, path: str) -> None:
    """Read databases of emission factors, each with name and version."""
    found = []
    for place, source in reading.matches(path + "/*"):
        reading.take(place)
        name, version = (source.get("name"), source.get("version")) if isinstance(source, dict) else (None, None)
        if not isinstance(name, str) or not isinstance(version, str) or not name or not version:
            detail = Text("name and version are texts", "名称与版本应为文本")
            reading.find("source_schema_invalid", place, detail, stated=source, consequence=REFUSE)
            continue
        found.append(method(reading, name, version=version))
        reading.tell(Relation.EXACT, place, _P + "secondarySources", stated=source, written=f"{name} {version}")
    if found:
        reading.put(_P + "secondarySources", _once(found))


def _once(trees: list[dict[str, Any]]) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    for tree in trees:
        if tree not in found:
            found.append(tree)
    return found


def read_ratings(reading: Reading, prefix: str) -> None:
    """Report ratings off the scale; leave all out where one of the three is not stated."""
    names = {"technological": "technologicalDQR", "geographical": "geographicalDQR", "temporal": "temporalDQR"}
    ours = {name: reading.value(f"{_P}dataQuality.{name}") for name in names}
    for name, value in ours.items():
        if value is not ABSENT and not 1 <= float(value) <= 5:
            reading.find("range_exceeded", prefix + names[name], Text("1 to 5", "1 至 5"), stated=value)
    if any(value is ABSENT for value in ours.values()) and reading.draft("CarbonPassport").pop("dataQuality", None):
        for name, value in ours.items():
            if value is not ABSENT:
                reading.tell(Relation.LOST, prefix + names[name], f"{_P}dataQuality.{name}", stated=value)


def check_totals(reading: Reading) -> None:
    """Hold the two totals against their terms, the uptake against the carbon, the values against the flags."""
    terms = {name: reading.value(_C + name) for name in carbon.ADDITIVE}
    uptake = terms.pop("biogenicUptake")
    excluding = reading.value(_P + "totalExclUptake")
    including = reading.value(_P + "totalInclUptake")
    if not reading.found("lexical_not_decimal"):  # a value that cannot be read says nothing about a sum
        carbon.check_identity(reading, _PCF + "pcfExcludingBiogenicUptake", excluding, terms, carbon.ADDITIVE)
        if excluding is not ABSENT:
            both = {"totalExclUptake": excluding, "biogenicUptake": uptake}
            carbon.check_identity(reading, _PCF + "pcfIncludingBiogenicUptake", including, both, carbon.ADDITIVE)
    carbon.check_uptake(reading, _PCF + "biogenicCO2Uptake", uptake, reading.value(_P + "carbonContent.biogenic"))
    carbon.check_flags(
        reading,
        _PCF + "packagingGhgEmissions",
        _PCF + "packagingEmissionsIncluded",
        _PCF + "ccsTechnologicalCO2Capture",
        _PCF + "technologicalCO2Removals",
    )
    reading.check_shall()


def finish(reading: Reading) -> None:
    """Compute what follows from the rest, fill in what the caller supplies, and list what was lost."""
    carbon.missing_as_zero(reading)
    carbon.gross(reading)
    if reading.value(_P + "exemptedPercent") == "0":
        reading.put(_P + "exemptedLargest", "0")
        reading.tell(Relation.COMPUTED, "", _P + "exemptedLargest", written="0")
    reading.fill("CarbonPassport", reading.key)
    carbon.whole_stage(reading)


def extensions(reading: Reading) -> None:
    """List extensions, which have no place here."""
    for place, value in list(reading.matches("/extensions/*")):
        reading.take(place)
        schema = value.get("dataSchema") if isinstance(value, dict) else None
        reading.find("extension_not_mapped", place, stated=schema)
        reading.tell(Relation.LOST, place, "", stated=value)
