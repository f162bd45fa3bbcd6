"""A product passport of UNTP 0.6.1: one number for the footprint, with its unit, its scope and its primary share."""

from __future__ import annotations

from typing import Any, Final

from gclink._text import Text
from gclink.bridges import _lexical as lexical
from gclink.bridges._json import ABSENT, Digits
from gclink.bridges._known import Known
from gclink.bridges._pact_3 import method
from gclink.bridges._parties import spec_version
from gclink.bridges._reading import PARTIAL, REFUSE, Reading
from gclink.bridges._rec20 import is_known_unit
from gclink.bridges._report import Item, Relation
from gclink.bridges.untp._claims import read_claims
from gclink.bridges.untp._common import check_country, number_at, read_validity
from gclink.bridges.untp._finish import finish
from gclink.bridges.untp._subject import read_issuer, read_subject

__all__ = ["read_passport_6"]

_P: Final = "CarbonPassport."
_S: Final = "/credentialSubject"
_CARD: Final = f"{_S}/emissionsScorecard"
_LENGTHS: Final = frozenset({"MTR", "CMT", "MMT", "KMT", "DMT", "INH", "FOT", "YRD"})
_VOLUMES: Final = frozenset({"MTQ", "LTR", "MLT", "DMQ", "CMQ", "MMQ", "HLT", "CLT", "DLT"})
_MASSES: Final = frozenset({"KGM", "GRM", "MGM", "TNE", "KTN", "DTN", "LBR", "ONZ", "MC"})
_ALLOWED: Final = {"weight": _MASSES, "length": _LENGTHS, "width": _LENGTHS, "height": _LENGTHS, "volume": _VOLUMES}


def read_passport_6(reading: Reading, known: Known) -> Item:
    """Return the passport, or what there is of one."""
    spec_version(reading, "CarbonPassport")
    reading.put(_P + "status", "active")
    reading.apply_rows()
    read_validity(reading, "CarbonPassport")
    read_issuer(reading, known, "CarbonPassport")
    numbers = {"batch": f"{_S}/product/batchNumber", "item": f"{_S}/product/serialNumber"}
    read_subject(reading, known, f"{_S}/product", f"{_S}/granularityLevel", numbers)
    country = check_country(reading, f"{_S}/product/countryOfProduction")
    if country is not ABSENT:
        note = Text("the place of production is not the geography of a footprint", "生产地不等于足迹的地理范围")
        path = f"{_S}/product/countryOfProduction"
        reading.tell(Relation.LOST, path, _P + "geography", stated=country, note=note)
    _dimensions(reading)
    _materials(reading)
    _scorecard(reading)
    read_claims(reading, f"{_S}/conformityClaim")
    return finish(reading, denominator=None)


def _dimensions(reading: Reading) -> None:
    path = f"{_S}/product/dimensions"
    for name, allowed in _ALLOWED.items():
        unit = reading.get(f"{path}/{name}/unit")
        if unit is not ABSENT and unit not in allowed:
            detail = Text(f"no unit of {name}", f"不是 {name} 的单位")
            reading.find("unit_not_convertible", f"{path}/{name}/unit", detail, stated=unit)


def _materials(reading: Reading) -> None:
    path = f"{_S}/materialsProvenance"
    fractions = []
    for place, material in reading.matches(f"{path}/*"):
        value = material.get("massFraction") if isinstance(material, dict) else None
        if not isinstance(value, Digits):
            continue
        number = lexical.number_of(value)
        fractions.append(number)
        if number < 0 or number > 1:
            reading.find("range_exceeded", f"{place}/massFraction", Text("0 to 1", "0 至 1"), stated=value)
    sum_of_all = lexical.total(fractions)
    if fractions and sum_of_all != 1:
        shown = " + ".join(lexical.plain(number) for number in fractions)
        detail = Text(f"{shown} is not 1", f"{shown} 不等于 1")
        reading.find("mass_fraction_sum", path, detail, stated=lexical.plain(sum_of_all), computed="1")


def _scorecard(reading: Reading) -> None:
    card = reading.get(_CARD)
    if not isinstance(card, dict) or not card:
        # With claims it says something, if nothing of a footprint; without any it says nothing at all.
        said = bool(reading.get(f"{_S}/conformityClaim"))
        detail = Text("no emissions scorecard", "没有排放记分卡")
        reading.find("vacuous_content", _S, detail, consequence=PARTIAL if said else REFUSE)
        return
    value = number_at(reading, f"{_CARD}/carbonFootprint")
    if value is not None:
        if value.startswith("-"):
            detail = Text("a footprint below zero may be net of removals", "小于零的足迹可能已扣除清除")
            reading.find("sign_wrong", f"{_CARD}/carbonFootprint", detail, stated=value, consequence=PARTIAL)
        reading.put(_P + "totalExclUptake", value)
        note = Text("not said whether uptake is in", "未说明是否含吸收")
        theirs = f"{_CARD}/carbonFootprint"
        reading.tell(Relation.BROADER, theirs, _P + "totalExclUptake", stated=value, written=value, note=note)
    unit = _declared_unit(reading, f"{_CARD}/declaredUnit")
    if unit is not None:
        reading.put(_P + "declaredUnit.value", "1")
        reading.put(_P + "declaredUnit.unit", unit)
        stated = reading.get(f"{_CARD}/declaredUnit")
        reading.tell(Relation.EXACT, f"{_CARD}/declaredUnit", _P + "declaredUnit.unit", stated=stated, written=unit)
        reading.tell(Relation.COMPUTED, "", _P + "declaredUnit.value", written="1")
    scope = reading.take(f"{_CARD}/operationalScope")
    boundary = reading.table.ours_of("scopes", scope) if isinstance(scope, str) else None
    if boundary is not None:
        reading.put(_P + "boundary", boundary)
        reading.tell(Relation.EXACT, f"{_CARD}/operationalScope", _P + "boundary", stated=scope, written=boundary)
    elif "boundary" not in reading.options.of("CarbonPassport", reading.key):
        reading.find("boundary_missing", f"{_CARD}/operationalScope", stated=scope or None, consequence=PARTIAL)
    _standard(reading)


def _declared_unit(reading: Reading, path: str) -> str | None:
    """Return the declared unit in UCUM; a code that does not exist or has no unit here is told."""
    code = reading.take(path)
    if code is ABSENT:
        return None
    unit = lexical.REC20_TO_UCUM.get(code) if isinstance(code, str) else None
    if unit is None or unit not in reading.table.settings["declaredUnits"]:
        name = "unit_not_convertible" if is_known_unit(code) else "unit_unknown"
        reading.find(name, path, stated=code, consequence=REFUSE)
        return None
    return unit


def _standard(reading: Reading) -> None:
    path = f"{_CARD}/reportingStandard"
    standard: Any = reading.get(path)
    if not isinstance(standard, dict) or not isinstance(standard.get("name"), str):
        return
    for name in ("name", "id"):
        reading.take(f"{path}/{name}")
    iri = standard.get("id")
    more = {"uri": iri} if isinstance(iri, str) and iri else {}
    made = method(reading, standard["name"], **more)
    reading.put(_P + "methodologies", [made])
    reading.tell(Relation.NARROWER, path, _P + "methodologies", stated=standard["name"], written=standard["name"])
