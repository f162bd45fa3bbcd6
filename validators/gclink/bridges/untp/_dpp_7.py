"""A product passport of UNTP 0.7.0: performances with a metric, and no place for what they are per."""

from __future__ import annotations

from typing import Any, Final

from gclink._text import Text
from gclink.bridges import _lexical as lexical
from gclink.bridges._json import ABSENT
from gclink.bridges._known import Known
from gclink.bridges._parties import spec_version
from gclink.bridges._reading import PARTIAL, REFUSE, Reading
from gclink.bridges._report import Item, Relation
from gclink.bridges.untp._claims import read_claims
from gclink.bridges.untp._common import (
    check_country,
    check_measure,
    check_vocabulary,
    day,
    metric_name,
    number_at,
    read_validity,
)
from gclink.bridges.untp._finish import finish
from gclink.bridges.untp._subject import read_issuer, read_subject

__all__ = ["read_passport_7"]

_P: Final = "CarbonPassport."
_S: Final = "/credentialSubject"
_CLAIMS: Final = f"{_S}/performanceClaim"
_CARBON: Final = "product-carbon-footprint"
#: Kilograms in a unit of mass that a footprint may be stated in.
_KILOGRAMS: Final = {"kg": "1", "t": "1000", "g": "0.001"}


def read_passport_7(reading: Reading, known: Known) -> Item:
    """Return the passport, or what there is of one."""
    spec_version(reading, "CarbonPassport")
    reading.put(_P + "status", "active")
    reading.apply_rows()
    read_validity(reading, "CarbonPassport")
    read_issuer(reading, known, "CarbonPassport")
    numbers = {"batch": f"{_S}/batchNumber", "item": f"{_S}/itemNumber"}
    read_subject(reading, known, _S, f"{_S}/idGranularity", numbers)
    country = check_country(reading, f"{_S}/countryOfProduction/countryCode")
    if country is not ABSENT:
        path = f"{_S}/countryOfProduction/countryCode"
        note = Text("the country of the site, not the geography of the footprint", "是场所所在国，不是足迹的地理范围")
        reading.tell(Relation.LOST, path, "Site.country", stated=country, note=note)
    check_vocabulary(reading)
    _performances(reading)
    read_claims(reading, _CLAIMS)
    return finish(reading, denominator="declaredUnit")


def _performances(reading: Reading) -> None:
    found = list(reading.matches(f"{_CLAIMS}/*/claimedPerformance/*"))
    empty = [place for place, one in found if not _says(one)]
    speaks = len(empty) < len(found)
    for place in empty:
        detail = Text("no metric with a measure", "没有带量值的指标")
        reading.find("vacuous_content", place, detail, consequence=PARTIAL if speaks else REFUSE)
    claims = list(reading.matches(f"{_CLAIMS}/*"))
    for place, claim in claims:
        if not (isinstance(claim, dict) and claim.get("claimedPerformance")):
            detail = Text("no performance is claimed", "没有声明任何绩效")
            reading.find("vacuous_content", place, detail, consequence=PARTIAL if speaks else REFUSE)
    if not claims:
        reading.find("vacuous_content", _S, Text("no claim", "没有声明"), consequence=REFUSE)
    for place, _ in claims:
        _period_order(reading, f"{place}/applicablePeriod")
    carbon = [(place, one) for place, one in found if _says(one) and metric_name(one) == _CARBON]
    for place, one in found:
        if _says(one):
            check_measure(reading, f"{place}/measure", metric_name(one))
    if speaks and not carbon:
        detail = Text("no performance is a carbon footprint", "没有任何指标是碳足迹")
        reading.find("not_a_product_footprint", _CLAIMS, detail, consequence=PARTIAL)
    if carbon:
        _footprint(reading, carbon[0][0])


def _says(performance: Any) -> bool:
    if not isinstance(performance, dict):
        return False
    measure = performance.get("measure")
    return metric_name(performance) is not None and isinstance(measure, dict) and "value" in measure


def _period_order(reading: Reading, path: str) -> None:
    start, end = day(reading, f"{path}/startDate"), day(reading, f"{path}/endDate")
    if start is not None and end is not None and end < start:
        reading.find("period_reversed", path, Text(f"{start} to {end}", f"{start} 至 {end}"), consequence=REFUSE)


def _footprint(reading: Reading, place: str) -> None:
    claim = "/".join(place.split("/")[:4])
    value = number_at(reading, f"{place}/measure/value")
    unit = check_measure(reading, f"{place}/measure", _CARBON)
    reading.take(f"{place}/measure/unit")
    if value is not None:
        if value.startswith("-"):
            detail = Text("a footprint below zero may be net of removals", "小于零的足迹可能已扣除清除")
            reading.find("sign_wrong", f"{place}/measure/value", detail, stated=value, consequence=PARTIAL)
        factor = _KILOGRAMS.get(unit or "")
        if unit is not None and factor is None:
            reading.find("unit_not_convertible", f"{place}/measure/unit", stated=unit, consequence=REFUSE)
        elif factor is not None:
            number = lexical.EXACT.multiply(lexical.number_of(value), lexical.number_of(factor))
            written = lexical.plain(number)
            reading.put(_P + "totalExclUptake", written)
            note = Text("not said whether uptake is in", "未说明是否含吸收")
            theirs = f"{place}/measure/value"
            reading.tell(Relation.BROADER, theirs, _P + "totalExclUptake", stated=value, written=written, note=note)
    for name in ("upperTolerance", "lowerTolerance"):
        tolerance = reading.take(f"{place}/measure/{name}")
        if tolerance is not ABSENT:
            reading.tell(Relation.LOST, f"{place}/measure/{name}", _P + "uncertainty", stated=tolerance)
    description = reading.take(f"{claim}/description")
    if description is not ABSENT and "declaredUnit" not in reading.options.of("CarbonPassport", reading.key):
        detail = Text("a text is not read for it", "不从文字中读取")
        reading.find("denominator_missing", f"{claim}/description", detail, consequence=PARTIAL)
        reading.tell(Relation.LOST, f"{claim}/description", "", stated=description)
    start, end = reading.get(f"{claim}/applicablePeriod/startDate"), reading.get(f"{claim}/applicablePeriod/endDate")
    if ABSENT not in (start, end) and not reading.found("period_reversed"):
        reading.put(_P + "period", {"type": "Period", "start": str(start)[:10], "end": str(end)[:10]})
        for name, stated in (("start", start), ("end", end)):
            theirs = f"{claim}/applicablePeriod/{name}Date"
            reading.tell(Relation.EXACT, theirs, f"{_P}period.{name}", stated=stated, written=str(stated)[:10])
