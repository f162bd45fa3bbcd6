"""A carbon passport on its way to Catena-X 9.0.0."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any, Final

from gclink._text import Text
from gclink.bridges import _lexical as lexical
from gclink.bridges._json import ABSENT, Digits, at
from gclink.bridges._known import Known
from gclink.bridges._m49 import region_of
from gclink.bridges._mapping import Table
from gclink.bridges._pact_out import identity_of, write_company, write_period, write_product, write_status, write_unit
from gclink.bridges._registry import ImportOptions
from gclink.bridges._report import Consequence, Finding, Item, Relation
from gclink.bridges._writing import Writing, number

__all__ = ["write_footprints"]

_P: Final = "CarbonPassport."
_C: Final = _P + "components."
_INFO: Final = "/pcfAssessmentAndMethodology/0/pcfAssessmentInformation/0"
_METHOD: Final = "/pcfAssessmentAndMethodology/0/pcfMethodology/0"
_COMPANY: Final = "/companyAndProductInformation/0/companyInformation/0"
_PRODUCT: Final = "/companyAndProductInformation/0/productInformation/0"
_STAGES: Final = "/productLifeCycleStagesAndEmissions/0"


def write_footprints(
    table: Table, documents: Sequence[Mapping[str, Any]], options: ImportOptions
) -> tuple[list[Item], list[Any]]:
    """Return the item and the footprint of the one passport among the documents."""
    known = Known([*documents, *options.known])
    passports = [tree for tree in documents if tree.get("type") == "CarbonPassport"]
    if len(passports) != 1:
        detail = Text(f"{len(passports)} passports; a file holds one", f"{len(passports)} 份护照；每个文件只含一份")
        return [Item("", (Finding.of("out_of_scope", "", detail, consequence=Consequence.REFUSE),), ())], []
    writing = Writing(table, options, passports[0], known)
    _footprint(writing)
    return [writing.item()], [writing.made]


def _footprint(writing: Writing) -> None:
    writing.put("/scopeOfPcfForm/0/specVersion", "urn:io.catenax.pcf:datamodel:version:9.0.0")
    writing.put(f"{_INFO}/idAndVersion/0/id", identity_of(writing, f"{_INFO}/idAndVersion/0/id"))
    writing.put(f"{_INFO}/idAndVersion/0/version", Digits("0"))
    _refusals(writing)
    write_status(writing, f"{_INFO}/idAndVersion/0/status")
    writing.apply_rows()
    write_company(writing, f"{_COMPANY}/companyName", f"{_COMPANY}/companyIds")
    write_product(writing, _PRODUCT)
    write_period(writing, "validity", f"{_INFO}/time/0/validityPeriodStart", f"{_INFO}/time/0/validityPeriodEnd")
    write_period(writing, "period", f"{_INFO}/time/0/referencePeriodStart", f"{_INFO}/time/0/referencePeriodEnd")
    write_unit(writing, f"{_PRODUCT}/declaredUnitOfMeasurement", f"{_PRODUCT}/declaredUnitAmount", numbers=True)
    _geography(writing)
    _names(writing)
    _required(writing)
    _content(writing)
    _supersedes(writing)
    places = (f"{_COMPANY}/companyName", f"{_COMPANY}/companyIds", f"{_PRODUCT}/productNameCompany")
    writing.require(
        *places, f"{_PRODUCT}/productIds", f"{_METHOD}/allocationInForeground/0/allocationWasteIncineration"
    )


def _refusals(writing: Writing) -> None:
    """Refuse what the format has no attribute for, rather than let a total lose a term in silence."""
    for name in ("technologicalRemovals", "ccsCapture"):
        value = writing.take(_C + name)
        if value not in (ABSENT, "0"):
            detail = Text("no attribute holds this term of the total", "没有属性可容纳总量的这一项")
            writing.find("out_of_scope", _C + name, detail, stated=value, consequence=Consequence.REFUSE)
    if writing.take(_P + "outboundLogisticsIncluded") is True:
        detail = Text("their total excludes it", "对方总量不含此项")
        writing.find("out_of_scope", _P + "outboundLogisticsIncluded", detail, consequence=Consequence.REFUSE)
    total = writing.get(_P + "totalExclUptake")
    if total is not ABSENT and total.startswith("-"):
        detail = Text("their total is not below zero", "对方总量不得小于零")
        writing.find("range_exceeded", _P + "totalExclUptake", detail, stated=total, consequence=Consequence.REFUSE)


def _geography(writing: Writing) -> None:
    path = f"{_INFO}/geography/0"
    region, country = writing.take(_P + "geography.region"), writing.take(_P + "geography.country")
    subdivision = writing.take(_P + "geography.subdivision")
    if subdivision is not ABSENT:
        writing.put(f"{path}/geographyCountrySubdivision", subdivision)
        theirs = f"{path}/geographyCountrySubdivision"
        writing.tell(Relation.EXACT, _P + "geography.subdivision", theirs, stated=subdivision, written=subdivision)
    elif country is not ABSENT:
        writing.put(f"{path}/geographyCountry", country)
        theirs = f"{path}/geographyCountry"
        writing.tell(Relation.EXACT, _P + "geography.country", theirs, stated=country, written=country)
    inner = subdivision[:2] if subdivision is not ABSENT else country
    named = region if region is not ABSENT else region_of(inner)
    writing.put(f"{path}/geographyRegionOrSubregion", named)
    relation = Relation.EXACT if region is not ABSENT else Relation.COMPUTED
    writing.tell(relation, _P + "geography.region", f"{path}/geographyRegionOrSubregion", written=named)


def _names(writing: Writing) -> None:
    base = f"{_METHOD}/standards/0"
    for field, path in (
        ("methodologies", f"{base}/crossSectoralStandards"),
        ("productRules", f"{base}/productOrSectorSpecificRules"),
        ("secondarySources", "/pcfAssessmentAndMethodology/0/dataSourcesAndQuality/0/secondaryEmissionFactorSources"),
    ):
        names: list[str] = []
        for index, reference in enumerate(writing.take(_P + field) or []):
            text = f"{reference['methodName']} {reference['version']}"
            if field != "secondarySources":
                text = reference.get("uri", reference["methodName"]) if field == "productRules" else text
            if text not in names:
                names.append(text)
            writing.tell(Relation.NARROWER, f"{_P}{field}.{index}", f"{path}/{index}", stated=reference, written=text)
        if names or field != "secondarySources":
            writing.put(path, names)


def _required(writing: Writing) -> None:
    """Write what the format demands and a passport does not say, each told."""
    writing.put("/general/0/pcfLegalStatement", "Converted from a carbon passport; not summed beyond production.")
    packaging = f"{_STAGES}/packagingStage/0/packagingEmissionsIncluded"
    included = writing.take(_P + "packagingIncluded")
    writing.put(packaging, False)
    note = Text("inside the production total, not a stage beside it", "计入生产总量，不是另列的阶段")
    writing.tell(Relation.COMPUTED, _P + "packagingIncluded", packaging, stated=included, written=False, note=note)
    writing.put(f"{_STAGES}/distributionStage/0/distributionStageIncluded", False)
    balance = f"{_METHOD}/massBalancingInformation/0"
    lot = writing.known.by_id(writing.get(_P + "subjectLot"), "Lot")
    used = (lot or {}).get("custodyModel") == "mass_balance"
    writing.put(f"{balance}/massBalancingUsed", used)
    writing.put(f"{balance}/freeAttributionInMassBalancing", "not applicable")
    writing.put(f"{balance}/massBalancingCertificateScheme", "none")
    if lot is not None:
        theirs = f"{balance}/massBalancingUsed"
        writing.tell(Relation.COMPUTED, "Lot.custodyModel", theirs, stated=lot.get("custodyModel"), written=used)
    writing.supply(f"{_METHOD}/allocationInForeground/0/allocationWasteIncineration", "allocationWasteIncineration")


def _content(writing: Writing) -> None:
    parts = [writing.get(f"{_P}carbonContent.{name}") for name in ("fossil", "biogenic")]
    total = lexical.plain(lexical.total(Decimal(part) for part in parts if part is not ABSENT))
    theirs = "/carbonContent/0/carbonContentTotal"
    writing.put(theirs, number(writing, _P + "carbonContent", total))
    writing.tell(Relation.COMPUTED, _P + "carbonContent", theirs, written=total)


def _supersedes(writing: Writing) -> None:
    former = writing.take(_P + "supersedes")
    if former is ABSENT:
        return
    path = f"{_INFO}/idAndVersion/0/precedingPfIds/0/id"
    target = former["target"]
    if target.startswith("urn:uuid:"):
        writing.put(path, target.removeprefix("urn:uuid:"))
        writing.tell(Relation.EXACT, _P + "supersedes", path, stated=target, written=at(writing.made, path))
    else:
        writing.tell(Relation.LOST, _P + "supersedes", "", stated=target)
