"""Share of biochar carbon that stays stored, by method; every coefficient comes from a table."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction

from gclink.calculations._checks import InputError, fraction, not_negative, one_of, shown
from gclink.calculations._convert import needed
from gclink.calculations._numbers import CO2_PER_C, clip, half_away, ratio
from gclink.calculations._registry import Result, Value, calculation
from gclink.tables import lookup, number, table

PURO, WOOLF, WOOLF_UNROUNDED = "puro_table_6_1_2025", "woolf100_2021_r2", "woolf100_2021_r6"
IPCC, IPCC_CARBON = "ipcc2019_app4_v1", "ipcc2019_fc_v1"
METHODS = ("puro_bc200", "woolf100", "ipcc2019_t1", "random_reflectance")
_MAX_H_TO_CORG = Decimal("0.70")


@dataclass(frozen=True, slots=True)
class Permanence:
    """A factor (0 to 1) with the row and the coefficients it comes from."""

    factor: Fraction
    row: int | None = None
    coefficients: Mapping[str, Value] = field(default_factory=dict)


def puro(soil_temperature: Decimal, h_to_corg: Decimal) -> Permanence:
    """Return the 200-year factor (M - a * H/Corg) / 100; the soil temperature is rounded up to its row.

    Rows are 7 to 40: 7 serves what is colder, above 40 there is no factor (GCL-REM-013, GCL-REM-014).
    """
    if soil_temperature > 40:
        raise InputError("soilTemperature_degC", "range", found=shown(soil_temperature), bound="<= 40 (GCL-REM-013)")
    row = max(7, -(-ratio(soil_temperature) // 1))
    m, a = number(PURO, row, "M"), number(PURO, row, "a")
    factor = clip((ratio(m) - ratio(a) * ratio(h_to_corg)) / 100, Fraction(0), Fraction(1))
    return Permanence(factor, row, {"M": m, "a": a})


def woolf(soil_temperature: Decimal, h_to_corg: Decimal) -> Permanence:
    """Return the 100-year factor c - m * H/Corg of the band: lower edge inside, upper edge outside (GCL-REM-015)."""
    for entry in table(WOOLF).rows:
        row = int(str(entry["Row"]))
        low, below = lookup(WOOLF, row, "fromCel"), lookup(WOOLF, row, "belowCel")
        above = not isinstance(low, Decimal) or soil_temperature >= low
        if above and (not isinstance(below, Decimal) or soil_temperature < below):
            break
    c, m = number(WOOLF, row, "c"), number(WOOLF, row, "m")
    factor = clip(ratio(c) - ratio(m) * ratio(h_to_corg), Fraction(0), Fraction(1))
    return Permanence(factor, row, {"c": c, "m": m})


def woolf_unrounded(soil_temperature: Decimal, h_to_corg: Decimal) -> Permanence:
    """Return the 100-year factor c + m * H/Corg of the unrounded regression, for its own temperatures only."""
    c = lookup(WOOLF_UNROUNDED, soil_temperature, "c")
    if not isinstance(c, Decimal):
        options = ", ".join(str(row["temperatureCel"]) for row in table(WOOLF_UNROUNDED).rows)
        found = shown(soil_temperature)
        raise InputError("soilTemperature_degC", "row", table=WOOLF_UNROUNDED, found=found, options=options)
    m = number(WOOLF_UNROUNDED, soil_temperature, "m")
    factor = clip(ratio(c) + ratio(m) * ratio(h_to_corg), Fraction(0), Fraction(1))
    return Permanence(factor, None, {"c": c, "m": m})


def ipcc(permanence_class: str | None, pyrolysis_temperature: Decimal | None) -> Permanence:
    """Return the Tier 1 factor of a permanence class, named or found from the pyrolysis temperature (GCL-REM-017)."""
    rows = table(IPCC).rows
    if permanence_class is not None:
        one_of("permanenceClass", permanence_class, (str(row["permanenceClass"]) for row in rows))
        chosen = [row for row in rows if row["permanenceClass"] == permanence_class]
    else:
        heat = needed("pyrolysisTemperature_degC", pyrolysis_temperature)
        chosen = [row for row in rows if _holds(row, heat)]
        if not chosen:
            raise InputError("pyrolysisTemperature_degC", "range", found=shown(heat), bound=">= 350")
    row = int(str(chosen[0]["Row"]))
    return Permanence(ratio(number(IPCC, row, "factor")), row)


def _holds(row: Mapping[str, object], heat: Decimal) -> bool:
    low = Decimal(str(row["fromCel"]))
    if heat < low or (heat == low and row["fromIncluded"] == "0"):
        return False
    if "untilCel" not in row:
        return True
    high = Decimal(str(row["untilCel"]))
    return heat < high or (heat == high and row["untilIncluded"] == "1")


@dataclass(frozen=True, slots=True)
class Char:
    """What the methods need to know about a char and its soil; each method demands its own part."""

    h_to_corg: Decimal | None
    soil_temperature: Decimal | None
    pyrolysis_temperature: Decimal | None = None
    permanence_class: str | None = None
    inertinite_share: Decimal | None = None


def permanence_of(method: str, char: Char) -> Permanence:
    """Return the factor of a method for a char; raises InputError for an input that the method lacks."""
    one_of("method", method, METHODS)
    if char.h_to_corg is not None:
        not_negative("hToCorg", char.h_to_corg)
    match method:
        case "puro_bc200":
            soil = needed("soilTemperature_degC", char.soil_temperature)
            return puro(soil, needed("hToCorg", char.h_to_corg))
        case "woolf100":
            soil = needed("soilTemperature_degC", char.soil_temperature)
            return woolf(soil, needed("hToCorg", char.h_to_corg))
        case "ipcc2019_t1":
            return ipcc(char.permanence_class, char.pyrolysis_temperature)
        case _:
            share = needed("inertiniteShare", char.inertinite_share)
            fraction("inertiniteShare", share)
            return Permanence(ratio(share))


def char_violations(h_to_corg: Decimal | None) -> list[str]:
    """Return GCL-REM-011 for a char that is not stable enough to count at all."""
    return ["GCL-REM-011"] if h_to_corg is not None and h_to_corg > _MAX_H_TO_CORG else []


@calculation(
    en="Permanence factor from a table",
    zh="查表计算永久系数",
    formula="puro_table_6_1_2025: (M - a * hToCorg)/100 with the row rounded up; woolf100_2021_r2: c - m * hToCorg of "
    "the band; woolf100_2021_r6: c + m * hToCorg at its own temperatures; ipcc2019_app4_v1: F_perm; each cut to 0..1",
    source=("GCL-REM-013", "GCL-REM-014", "GCL-REM-015", "GCL-REM-016", "GCL-REM-017"),
    results=("permanenceFactor", "tableRow", "c", "m", "M", "a", "violations"),
)
def permanence_factor(
    *,
    table: str,
    soil_temperature_deg_c: Decimal | None = None,
    h_to_corg: Decimal | None = None,
    pyrolysis_temperature_deg_c: Decimal | None = None,
    permanence_class: str | None = None,
) -> Result:
    """Give the factor and the coefficients of one table, named by its version or by the method that uses it.

    Hyphens in the name of a table are read as underscores. ``woolf100_2021_r6`` is informative; a temperature that it
    does not hold is an error, never interpolated.
    """
    char = Char(h_to_corg, soil_temperature_deg_c, pyrolysis_temperature_deg_c, permanence_class)
    methods = {PURO: "puro_bc200", WOOLF: "woolf100", IPCC: "ipcc2019_t1"}
    name = table.replace("-", "_")
    one_of("table", name, (*methods, WOOLF_UNROUNDED, *methods.values()))
    if name == WOOLF_UNROUNDED:
        soil = needed("soilTemperature_degC", soil_temperature_deg_c)
        found = woolf_unrounded(soil, needed("hToCorg", h_to_corg))
    else:
        found = permanence_of(methods.get(name, name), char)
    return {
        "permanenceFactor": half_away(found.factor),
        "tableRow": found.row,
        **found.coefficients,
        "violations": char_violations(h_to_corg),
    }


@calculation(
    en="Tier 1 stock change of biochar in mineral soil",
    zh="矿质土生物炭一级方法储量变化",
    formula="stockChange_tC = dryMass_t * F_C * F_perm; durableCO2_t = stockChange_tC * 44/12",
    source=("GCL-REM-017", "IPCC 2019 Vol. 4 App. 4"),
    results=("stockChange_tC", "durableCO2_t", "tableRow"),
)
def ipcc_tier1(
    *,
    dry_mass_t: Decimal,
    carbon_fraction_default: Decimal | None = None,
    permanence_default: Decimal | None = None,
    feed: str | None = None,
    process: str = "pyrolysis",
    permanence_class: str | None = None,
    pyrolysis_temperature_deg_c: Decimal | None = None,
) -> Result:
    """Give the carbon that default factors count as stored for 100 years.

    The two factors are given as numbers, or found: F_C from the feed and the process, F_perm from the permanence class
    or the pyrolysis temperature.
    """
    not_negative("dryMass_t", dry_mass_t)
    row: int | None = None
    if carbon_fraction_default is None:
        kind = needed("carbonFractionDefault" if feed is None else "feed", feed)
        one_of("feed", kind, (str(entry["feed"]) for entry in table(IPCC_CARBON).rows))
        one_of("process", process, ("pyrolysis", "gasification"))
        carbon_fraction_default = number(IPCC_CARBON, kind, process)
    fraction("carbonFractionDefault", carbon_fraction_default)
    if permanence_default is None:
        if permanence_class is None and pyrolysis_temperature_deg_c is None:
            needed("permanenceDefault", permanence_default)
        found = ipcc(permanence_class, pyrolysis_temperature_deg_c)
        kept, row = found.factor, found.row
    else:
        fraction("permanenceDefault", permanence_default)
        kept = ratio(permanence_default)
    change = ratio(dry_mass_t) * ratio(carbon_fraction_default) * kept
    return {"stockChange_tC": half_away(change), "durableCO2_t": half_away(change * CO2_PER_C), "tableRow": row}
