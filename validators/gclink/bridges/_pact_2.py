"""One product footprint of PACT 2.3: read, and told what keeps it from being a carbon passport."""

from __future__ import annotations

from typing import Any, Final

from gclink._text import Text
from gclink.bridges import _carbon as carbon
from gclink.bridges import _pact_3 as pact
from gclink.bridges._json import ABSENT
from gclink.bridges._known import Known
from gclink.bridges._mapping import Table
from gclink.bridges._parties import read_company, read_product
from gclink.bridges._reading import PARTIAL, REFUSE, Reading
from gclink.bridges._registry import ImportOptions
from gclink.bridges._report import Item, Relation
from gclink.bridges._verification import read_verification

__all__ = ["read_footprint_2"]

_P: Final = "CarbonPassport."
_PCF: Final = "/pcf/"
_CPC: Final = "urn:pact:productclassification:un-cpc:"


def read_footprint_2(
    table: Table, options: ImportOptions, tree: dict[str, Any], base: str, key: str | None, known: Known
) -> Item:
    """Return what a footprint of the older version gives; its totals are other quantities, so it stays partial."""
    reading = Reading(table, options, tree, base, key)
    reading.find("version_deprecated", "/specVersion", stated=tree.get("specVersion"))
    pact.begin(reading)
    pact.check_received(reading, "/created")
    pact.read_declared_unit(
        reading, _PCF + "declaredUnit", _PCF + "unitaryProductAmount", _PCF + "productMassPerDeclaredUnit"
    )
    read_company(reading, known, "/companyName", "/companyIds")
    read_product(reading, known, "/productIds", "/productNameCompany", "/productClassifications")
    _category(reading)
    pact.read_supersedes(reading, known, pact.listed(reading))
    period = carbon.read_period(reading, _PCF + "referencePeriodStart", _PCF + "referencePeriodEnd")
    carbon.read_validity(reading, "/validityPeriodStart", "/validityPeriodEnd", period)
    levels = ("geographyRegionOrSubregion", "geographyCountry", "geographyCountrySubdivision")
    carbon.read_geography(reading, *(_PCF + level for level in levels))
    factors = reading.take(_PCF + "characterizationFactors")
    if factors is not ABSENT:
        if reading.table.ours_of("gwp", str(factors)) is None:
            reading.find("code_unknown", _PCF + "characterizationFactors", stated=factors, consequence=REFUSE)
        else:
            reading.put(_P + "gwpSet", factors)
            reading.tell(
                Relation.EXACT, _PCF + "characterizationFactors", _P + "gwpSet", stated=factors, written=factors
            )
    for name in ("crossSectoralStandards", "crossSectoralStandardsUsed"):
        if reading.get(_PCF + name) is not ABSENT:
            pact.read_methods(reading, _PCF + name)
    pact.read_rules(reading, _PCF + "productOrSectorSpecificRules")
    pact.read_sources(reading, _PCF + "secondaryEmissionFactorSources")
    _totals(reading)
    carbon.check_flags(reading, _PCF + "packagingGhgEmissions", _PCF + "packagingEmissionsIncluded", "", "")
    pact.finish(reading)
    pact.extensions(reading)
    names = ("coverage", "providerName", "completedAt", "standardName")
    return read_verification(reading, {name: f"/pcf/assurance/{name}" for name in names})


def _category(reading: Reading) -> None:
    code = reading.take("/productCategoryCpc")
    if not isinstance(code, str):
        return
    kept = "ProductType" in reading.drafts
    if kept:
        draft = reading.draft("ProductType")
        draft["classifications"] = list(dict.fromkeys([*draft.get("classifications", ()), _CPC + code]))
    relation = Relation.COMPUTED if kept else Relation.LOST
    written = _CPC + code if kept else None
    reading.tell(relation, "/productCategoryCpc", "ProductType.classifications", stated=code, written=written)


def _totals(reading: Reading) -> None:
    for name in ("pCfExcludingBiogenic", "pCfIncludingBiogenic"):
        value = reading.get(_PCF + name)
        if value is not ABSENT:
            detail = Text("biogenic CO2 as a whole is left out or in", "整体计入或不计入生物源 CO2")
            reading.find("total_definition_differs", _PCF + name, detail, stated=value, consequence=PARTIAL)
    for name in ("landManagementGhgEmissions", "otherBiogenicGhgEmissions"):
        value = reading.get(_PCF + name)
        if value is not ABSENT:
            detail = Text("one number for several components; not split", "一个数值含多个组成；不予拆分")
            reading.find("components_missing", _PCF + name, detail, stated=value)
