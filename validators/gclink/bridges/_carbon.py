"""What every footprint format needs on its way in: periods, geography, sums, flags.

The stated value is always carried; where it does not fit its own terms, the arithmetic is shown and nothing is mended.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, time
from decimal import Context, Decimal
from typing import Any, Final

from gclink._model import model
from gclink._text import Text
from gclink.bridges import _lexical as lexical
from gclink.bridges._json import ABSENT
from gclink.bridges._m49 import REGIONS, is_within
from gclink.bridges._reading import REFUSE, Reading
from gclink.bridges._report import Relation

__all__ = [
    "ADDITIVE",
    "check_capture",
    "check_flags",
    "check_identity",
    "check_mass",
    "check_uptake",
    "gross",
    "last_day",
    "missing_as_zero",
    "read_geography",
    "read_period",
    "read_validity",
    "whole_stage",
]

_P: Final = "CarbonPassport."
_C: Final = _P + "components."
_EMISSIONS: Final = ("fossilGhg", "landUseChange", "landManagementBiogenicCO2", "biogenicNonCO2")
_REMOVALS: Final = ("landManagementRemovals", "technologicalRemovals", "ccsCapture")
_NOT_INCLUDED: Final = Text("not included, but a value", "声明未计入，但有数值")
#: The additive members, and the sign each has.
ADDITIVE: Final = dict.fromkeys(_EMISSIONS, 1) | dict.fromkeys((*_REMOVALS, "biogenicUptake"), -1)


def moment(reading: Reading, path: str) -> datetime | None:
    """Return the instant at a path, which is taken; a value that is none refuses the document."""
    value = reading.take(path)
    if value is ABSENT:
        return None
    found = lexical.instant_of(value) if isinstance(value, str) else None
    if found is None:
        detail = Text("no dateTime with a time zone", "不是带时区的日期时间")
        reading.find("source_schema_invalid", path, detail, stated=value, consequence=REFUSE)
    return found


def last_day(reading: Reading, path: str, end: datetime) -> date:
    """Return the last day of a period that ends before an instant (L3)."""
    if end.time() == time():
        return lexical.day_before(end.date())
    reading.find("period_end_convention", path, stated=str(reading.get(path)), computed=end.date().isoformat())
    return end.date()


def read_period(reading: Reading, start_path: str, end_path: str) -> tuple[date, date] | None:
    """Read the reference period; an empty or reversed one refuses the document."""
    start, end = moment(reading, start_path), moment(reading, end_path)
    if start is None or end is None:
        return None
    first = start.date()
    if end <= start or (last := last_day(reading, end_path, end)) < first:
        detail = Text(f"from {start:%Y-%m-%d} to {end:%Y-%m-%d}", f"自 {start:%Y-%m-%d} 至 {end:%Y-%m-%d}")
        reading.find("period_reversed", end_path, detail, stated=str(reading.get(end_path)), consequence=REFUSE)
        return None
    _put_period(reading, _P + "period", first, last)
    reading.tell(Relation.COMPUTED, start_path, _P + "period.start", stated=reading.get(start_path), written=str(first))
    reading.tell(Relation.COMPUTED, end_path, _P + "period.end", stated=reading.get(end_path), written=str(last))
    issued = reading.value(_P + "issuedAt")
    prospective = reading.value(_P + "passportKind") == "prospective"
    if issued is not ABSENT and not prospective and str(last) > issued[:10]:
        detail = Text(f"ends {last}, issued {issued}", f"{last} 结束，{issued} 签发")
        reading.find("reference_period_not_ended", end_path, detail, stated=reading.get(end_path))
    return first, last


def read_validity(reading: Reading, start_path: str, end_path: str, period: tuple[date, date] | None) -> None:
    """Read the validity; where it is absent it runs from the end of the reference period for three years."""
    start, end = moment(reading, start_path), moment(reading, end_path)
    if period is None and (start is None or end is None):
        return
    limit = lexical.add_months(period[1], 36) if period is not None else None
    first = start.date() if start is not None else period[1] if period is not None else None
    last = last_day(reading, end_path, end) if end is not None else limit
    assert first is not None
    assert last is not None
    _put_period(reading, _P + "validity", first, last)
    for path, given, day, name in ((start_path, start, first, "start"), (end_path, end, last, "end")):
        reading.tell(
            Relation.COMPUTED,
            path,
            f"{_P}validity.{name}",
            stated=reading.get(path) if given else None,
            written=str(day),
        )
    if last < first:
        reading.find("period_reversed", end_path, stated=reading.get(end_path) or str(last), consequence=REFUSE)
        return
    if period is None or limit is None:
        return
    if first < period[1]:
        detail = Text(f"{first}, before {period[1]}", f"{first}，早于 {period[1]}")
        reading.find("validity_before_reference_period", start_path, detail, stated=str(first), computed=str(period[1]))
    if last > limit:
        detail = Text(f"{last}, after {limit}", f"{last}，晚于 {limit}")
        reading.find("validity_over_three_years", end_path, detail, stated=str(last), computed=str(limit))


def _put_period(reading: Reading, ours: str, first: date, last: date) -> None:
    reading.put(ours, {"type": "Period", "start": str(first), "end": str(last)})


def read_geography(reading: Reading, region_path: str, country_path: str, subdivision_path: str) -> None:
    """Read the one level of geography; several that nest give the narrowest, several that do not refuse."""
    region, country, subdivision = (reading.take(path) for path in (region_path, country_path, subdivision_path))
    countries = model().code_lists["iso3166_1"].codes
    unknown = {
        region_path: region is not ABSENT and not (isinstance(region, str) and region in REGIONS),
        country_path: country is not ABSENT and not (isinstance(country, str) and country in countries),
        subdivision_path: subdivision is not ABSENT and not _is_subdivision(subdivision, countries),
    }
    for path, bad in unknown.items():
        if bad:
            reading.find("geography_code_unknown", path, stated=reading.get(path), consequence=REFUSE)
    stated = [
        (name, path, value)
        for name, path, value in (
            ("subdivision", subdivision_path, subdivision),
            ("country", country_path, country),
            ("region", region_path, region),
        )
        if value is not ABSENT
    ]
    if not stated or any(unknown.values()):
        return
    if len(stated) > 1 and not _nest(region, country, subdivision):
        places = ", ".join(str(value) for _, _, value in stated)
        detail = Text(f"{places} contradict each other", f"{places} 相互矛盾")
        reading.find("geography_multiple", stated[0][1], detail, stated=places, consequence=REFUSE)
        for _, path, value in stated:
            reading.tell(Relation.CONTRADICTORY, path, _P + "geography", stated=value)
        return
    name, path, value = stated[0]
    reading.put(_P + "geography", {"type": "Geography", name: value})
    relation = Relation.EXACT if len(stated) == 1 else Relation.NARROWER
    reading.tell(relation, path, f"{_P}geography.{name}", stated=value, written=value)
    if len(stated) > 1:
        reading.find("geography_multiple", path, Text("the narrowest is taken", "取最窄的一级"), stated=str(value))
        for _, other, lost in stated[1:]:
            reading.tell(Relation.LOST, other, "", stated=lost)


def _is_subdivision(code: Any, countries: Mapping[str, Any]) -> bool:
    field = model().classes["Geography"].fields["subdivision"]
    assert field.pattern is not None
    return isinstance(code, str) and field.pattern.fullmatch(code) is not None and code[:2] in countries


def _nest(region: Any, country: Any, subdivision: Any) -> bool:
    inner = subdivision[:2] if subdivision is not ABSENT else country
    if country is not ABSENT and inner != country:
        return False
    return region is ABSENT or inner is ABSENT or is_within(inner, region)


def missing_as_zero(reading: Reading) -> tuple[str, ...]:
    """Return the additive members the source leaves out; write them as 0 if the caller says that absent means none."""
    absent = tuple(name for name in ADDITIVE if reading.value(_C + name) is ABSENT)
    if reading.options.absent_as_zero:
        note = Text("absent in the source; 0 by the caller's word", "源文件未列；按调用者的声明写为 0")
        for name in absent:
            reading.put(_C + name, "0")
            reading.tell(Relation.COMPUTED, "", _C + name, written="0", note=note)
    return absent


def gross(reading: Reading) -> None:
    """Write the gross emissions: the sum of the four emission components as stated."""
    values = [reading.value(_C + name) for name in _EMISSIONS]
    if any(value is ABSENT for value in values):
        return
    written = lexical.plain(lexical.total(Decimal(value) for value in values))
    reading.put(_P + "grossEmissions", written)
    reading.tell(Relation.COMPUTED, "", _P + "grossEmissions", written=written)


def check_identity(
    reading: Reading, path: str, stated: Any, terms: Mapping[str, Any], signs: Mapping[str, int] | None = None
) -> None:
    """Compare a stated total with the sum of its terms (name -> value or ABSENT).

    A difference that an absent term could explain by its sign leaves the identity open; any other breaks it.
    """
    if stated is ABSENT or all(value is ABSENT for value in terms.values()):
        return
    present = {name: Decimal(value) for name, value in terms.items() if value is not ABSENT}
    absent = [name for name in terms if name not in present]
    computed = lexical.total(present.values())
    number = Decimal(stated)
    residual = lexical.EXACT.subtract(number, computed)
    allowed = lexical.tolerance(number)
    if residual.copy_abs() <= allowed:
        return
    sign = 1 if residual > 0 else -1
    could = [name for name in absent if (signs or {}).get(name, sign) == sign]
    plain = lexical.plain
    shown = " + ".join(f"{name} {plain(value)}" for name, value in present.items())
    open_en = f"; absent: {', '.join(absent)}" if absent else ""
    open_zh = f"；未列：{'、'.join(absent)}" if absent else ""
    numbers = f"{plain(number)} - ({shown}) = {plain(residual)}"
    detail = Text(f"{numbers}, tolerance {plain(allowed)}{open_en}", f"{numbers}，容差 {plain(allowed)}{open_zh}")
    code = "components_missing" if could else "source_identity_violated"
    reading.find(code, path, detail, stated=plain(number), computed=plain(computed))


def check_uptake(reading: Reading, path: str, uptake: Any, content: Any) -> None:
    """Compare a biogenic uptake with 44/12 of the biogenic carbon content, exactly (both sides times 3)."""
    if uptake is ABSENT or content is ABSENT:
        return
    stated = Decimal(uptake)
    due = lexical.EXACT.multiply(Decimal(-11), Decimal(content))
    difference = lexical.EXACT.subtract(lexical.EXACT.multiply(Decimal(3), stated), due)
    if difference.copy_abs() > lexical.EXACT.multiply(Decimal(3), lexical.tolerance(stated)):
        wide = Context(prec=400)
        shown = lexical.plain(wide.quantize(wide.divide(due, 3), Decimal("0.000000001")))
        detail = Text(f"{content} kg C x -44/12 = {shown}", f"{content} kg C × -44/12 = {shown}")
        reading.find("uptake_content_mismatch", path, detail, stated=uptake, computed=shown)


def check_mass(reading: Reading, path: str) -> None:
    """Compare the mass per declared unit with a declared amount in kilogram."""
    unit, amount = reading.value(_P + "declaredUnit.unit"), reading.value(_P + "declaredUnit.value")
    mass = reading.value(_P + "massPerDeclaredUnit.value")
    if unit == "kg" and ABSENT not in (amount, mass) and amount != mass:
        reading.find("declared_mass_mismatch", path, stated=mass, computed=amount)


def check_flags(reading: Reading, packaging_path: str, flag_path: str, ccs_path: str, removal_path: str) -> None:
    """Read or compute the two flags, and report values that contradict them."""
    packaging, included = reading.value(_C + "packaging"), reading.value(_P + "packagingIncluded")
    if included is ABSENT:
        included = packaging is not ABSENT
        reading.put(_P + "packagingIncluded", included)
        reading.tell(Relation.COMPUTED, "", _P + "packagingIncluded", written=included)
    elif included and packaging is ABSENT:
        detail = Text("included, but no value", "声明计入，但没有数值")
        reading.find("flag_value_conflict", flag_path, detail, stated=included)
    elif not included and packaging is not ABSENT:
        reading.find("flag_value_conflict", packaging_path, _NOT_INCLUDED, stated=packaging)
    check_capture(reading, ccs_path, removal_path)


def check_capture(reading: Reading, ccs_path: str, removal_path: str) -> None:
    """Read or compute whether capture is included, and report values that contradict it."""
    captured = {ccs_path: reading.value(_C + "ccsCapture"), removal_path: reading.value(_C + "technologicalRemovals")}
    stated = {path: value for path, value in captured.items() if value not in (ABSENT, "0")}
    ccs = reading.value(_P + "ccsIncluded")
    if ccs is ABSENT:
        reading.put(_P + "ccsIncluded", bool(stated))
        reading.tell(Relation.COMPUTED, "", _P + "ccsIncluded", written=bool(stated))
    elif not ccs:
        for path, value in stated.items():
            reading.find("flag_value_conflict", path, _NOT_INCLUDED, stated=value)


def whole_stage(reading: Reading) -> None:
    """Give the whole footprint to one stage where the caller names that stage instead of a breakdown."""
    stages = reading.draft("CarbonPassport").get("stages")
    components = reading.value("CarbonPassport.components")
    if isinstance(stages, str):
        reading.implied.add("stages")
        del reading.draft("CarbonPassport")["stages"]
        if components is not ABSENT:
            whole = {"type": "StageFootprint", "stage": stages, "components": components}
            reading.put(_P + "stages", [whole])
