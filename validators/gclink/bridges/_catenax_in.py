"""A footprint of Catena-X on its way to a carbon passport, whichever of the two layouts it has."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Any, Final

from gclink._text import Text
from gclink.bridges import _carbon as carbon
from gclink.bridges import _lexical as lexical
from gclink.bridges import _pact_3 as pact
from gclink.bridges._json import ABSENT, Digits
from gclink.bridges._known import Known
from gclink.bridges._parties import read_company, read_product, spec_version
from gclink.bridges._reading import REFUSE, Reading
from gclink.bridges._report import Item, Relation
from gclink.bridges._verification import read_verification

__all__ = ["read_footprint"]

_P: Final = "CarbonPassport."
_C: Final = _P + "components."
_UUID: Final = re.compile(r"(?:urn:uuid:)?([0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})")
_IRI: Final = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\s<>\"{}|\\^`]+")
#: The parts of a stage, without its prefix, and the component of ours that each is.
_PARTS: Final = {
    "FossilGhgEmissions": "fossilGhg",
    "LandUseChangeGhgEmissions": "landUseChange",
    "LandManagementBiogenicCO2Emissions": "landManagementBiogenicCO2",
    "BiogenicNonCO2Emissions": "biogenicNonCO2",
    "LandManagementBiogenicCO2Removals": "landManagementRemovals",
}


class _Places:
    """Where each attribute stands in the layout at hand: the last step of a path names it in both."""

    def __init__(self, reading: Reading) -> None:
        self._paths = {row.theirs.rstrip("*/").rpartition("/")[2]: row.theirs for row in reading.table.rows}

    def __getitem__(self, name: str) -> str:
        return self._paths[name].removesuffix("/*")


def read_footprint(reading: Reading, known: Known) -> Item:
    """Return the passport of one footprint, with its Party, ProductType and statement where they are written."""
    at = _Places(reading)
    reading.take(at["specVersion"])
    spec_version(reading, "CarbonPassport")
    _identity(reading, at)
    reading.apply_rows()
    reading.put(_P + "outboundLogisticsIncluded", False)
    reading.tell(Relation.COMPUTED, "", _P + "outboundLogisticsIncluded", written=False)
    pact.check_received(reading, at["created"])
    units = ("declaredUnitOfMeasurement", "declaredUnitAmount", "productMassPerDeclaredUnit")
    pact.read_declared_unit(reading, *(at[name] for name in units))
    read_company(reading, known, at["companyName"], at["companyIds"])
    read_product(reading, known, at["productIds"], at["productNameCompany"], at["productClassifications"])
    _supersedes(reading, known, at)
    period = carbon.read_period(reading, at["referencePeriodStart"], at["referencePeriodEnd"])
    carbon.read_validity(reading, at["validityPeriodStart"], at["validityPeriodEnd"], period)
    levels = ("geographyRegionOrSubregion", "geographyCountry", "geographyCountrySubdivision")
    carbon.read_geography(reading, *(at[level] for level in levels))
    for name, field in (
        ("crossSectoralStandards", "methodologies"),
        ("productOrSectorSpecificRules", "productRules"),
        ("secondaryEmissionFactorSources", "secondarySources"),
    ):
        _methods(reading, at[name], field)
    pact.read_ratings(reading, at["technologicalDQR"].removesuffix("technologicalDQR"))
    _production(reading, at)
    _content(reading, at)
    _packaging(reading, at)
    _distribution(reading, at)
    _mass_balance(reading, at)
    reading.check_shall()
    pact.finish(reading)
    _include_packaging(reading)
    return _attestation(reading)


def _identity(reading: Reading, at: _Places) -> None:
    path = at["retroOrProspectivePcfType"].rpartition("/")[0] + "/id"
    stated = reading.take(path)
    match = _UUID.fullmatch(stated) if isinstance(stated, str) else None
    if stated is not ABSENT and match is None:
        reading.find("identifier_malformed", path, stated=stated, consequence=REFUSE)
    elif match is not None:
        name = f"urn:uuid:{match[1]}"
        reading.put(_P + "id", name)
        reading.tell(Relation.EXACT, path, _P + "id", stated=stated, written=name)


def _supersedes(reading: Reading, known: Known, at: _Places) -> None:
    path = at["retroOrProspectivePcfType"].rpartition("/")[0] + "/precedingPfIds"
    listed = []
    for place, entry in reading.matches(f"{path}/*"):
        name = entry.get("id") if isinstance(entry, dict) else None
        if not isinstance(name, str) or not name:
            reading.take(place)
            reading.find("vacuous_content", place, Text("no id", "没有 id"))
        else:
            listed.append((f"{place}/id", name.removeprefix("urn:uuid:")))
    pact.read_supersedes(reading, known, listed)


def _methods(reading: Reading, path: str, field: str) -> None:
    """Read names of standards, rules or databases: the text is the name, an IRI its address too."""
    found: list[dict[str, Any]] = []
    for place, text in reading.matches(f"{path}/*"):
        reading.take(place)
        if not isinstance(text, str) or not text:
            continue
        more = {"uri": text} if _IRI.fullmatch(text) else {}
        made = pact.method(reading, text, **more)
        if made not in found:
            found.append(made)
        reading.tell(Relation.BROADER, place, _P + field, stated=text, written=text)
    if found:
        reading.put(_P + field, found)


def _production(reading: Reading, at: _Places) -> None:
    terms = {name: reading.value(_C + name) for name in carbon.ADDITIVE}
    uptake = terms.pop("biogenicUptake")
    excluding, including = reading.value(_P + "totalExclUptake"), reading.value(_P + "totalInclUptake")
    # These two have no attribute, so that their silence explains nothing.
    for name in ("technologicalRemovals", "ccsCapture"):
        terms.pop(name)
    carbon.check_identity(reading, at["pcfExcludingBiogenicUptake"], excluding, terms, carbon.ADDITIVE)
    both = {"totalExclUptake": excluding, "biogenicUptake": uptake}
    if excluding is not ABSENT:
        carbon.check_identity(reading, at["pcfIncludingBiogenicUptake"], including, both, carbon.ADDITIVE)
    carbon.check_uptake(reading, at["biogenicCO2Uptake"], uptake, reading.value(_P + "carbonContent.biogenic"))
    carbon.check_capture(reading, "", "")


def _content(reading: Reading, at: _Places) -> None:
    total = _decimal(reading, at["carbonContentTotal"])
    parts = {name: reading.value(f"{_P}carbonContent.{name}") for name in ("fossil", "biogenic")}
    if total is not None and ABSENT not in parts.values():
        carbon.check_identity(reading, at["carbonContentTotal"], total, parts)


def _decimal(reading: Reading, path: str) -> str | None:
    value = reading.get(path)
    return lexical.plain(lexical.number_of(value)) if isinstance(value, Digits) else None


def _stage(reading: Reading, at: _Places, prefix: str) -> Mapping[str, Any]:
    """Return the components of a stage beside production, and hold its total against them."""
    values: dict[str, Any] = {}
    for part, ours in (*_PARTS.items(), ("BiogenicCO2Uptake", "biogenicUptake")):
        number = _decimal(reading, at[prefix + part])
        values[ours] = ABSENT if number is None else number
    terms = {ours: values[ours] for ours in _PARTS.values()}
    excluding = _decimal(reading, at[f"{prefix}PcfExcludingBiogenicUptake"])
    if excluding is not None:
        path = at[f"{prefix}PcfExcludingBiogenicUptake"]
        carbon.check_identity(reading, path, excluding, terms, carbon.ADDITIVE)
    including = _decimal(reading, at[f"{prefix}PcfIncludingBiogenicUptake"])
    if excluding is not None and including is not None:
        both = {"excluding": excluding, "biogenicUptake": values["biogenicUptake"]}
        path = at[f"{prefix}PcfIncludingBiogenicUptake"]
        carbon.check_identity(reading, path, including, both, carbon.ADDITIVE)
    return values


def _packaging(reading: Reading, at: _Places) -> None:
    values = _stage(reading, at, "packaging")
    flag = reading.get(at["packagingEmissionsIncluded"])
    stated = [name for name, value in values.items() if value not in (ABSENT, "0")]
    if flag is False and stated:
        detail = Text("not included, but values", "声明未计入，但有数值")
        reading.find("flag_value_conflict", at["packagingEmissionsIncluded"], detail, stated=flag)
    included = reading.options.of("CarbonPassport", reading.key).get("packagingIncluded") is True
    if included and stated:
        emissions = [values[name] for name in list(_PARTS.values())[:4] if values[name] is not ABSENT]
        written = lexical.plain(lexical.total(Decimal(value) for value in emissions))
        reading.put(_C + "packaging", written)
        reading.tell(Relation.NARROWER, at["packagingEmissionsIncluded"], _C + "packaging", written=written)
    elif "packagingIncluded" not in reading.options.of("CarbonPassport", reading.key):
        reading.put(_P + "packagingIncluded", False)
        reading.tell(Relation.COMPUTED, "", _P + "packagingIncluded", written=False)


def _include_packaging(reading: Reading) -> None:
    """A packaging value without the flag is no value: the caller said that the total holds it, or it was lost."""
    if reading.value(_P + "packagingIncluded") is False:
        components = reading.value(_P + "components")
        if components is not ABSENT:
            components.pop("packaging", None)


def _distribution(reading: Reading, at: _Places) -> None:
    values = _stage(reading, at, "distributionStage")
    flag = reading.get(at["distributionStageIncluded"])
    total = _decimal(reading, at["distributionStagePcfExcludingBiogenicUptake"])
    if flag is False and (total not in (None, "0") or any(value not in (ABSENT, "0") for value in values.values())):
        detail = Text("not included, but values", "声明未计入，但有数值")
        reading.find("flag_value_conflict", at["distributionStageIncluded"], detail, stated=flag)


def _mass_balance(reading: Reading, at: _Places) -> None:
    free = reading.get(at["freeAttributionInMassBalancing"])
    if free == "true":
        detail = Text("free attribution has no custody model here", "自由归属没有对应的监管模式")
        reading.find("code_unknown", at["freeAttributionInMassBalancing"], detail, stated=free)


def _attestation(reading: Reading) -> Item:
    for place, entry in reading.matches("/attestationOfConformance/*"):
        link = entry.get("attestationOfConformanceLink") if isinstance(entry, dict) else None
        if isinstance(link, str) and link and not _IRI.fullmatch(link):
            reading.find("identifier_malformed", f"{place}/attestationOfConformanceLink", stated=link)
    base = "/attestationOfConformance/0"
    return read_verification(reading, {n: f"{base}/{n}" for n in ("providerName", "completedAt", "standardName")})
