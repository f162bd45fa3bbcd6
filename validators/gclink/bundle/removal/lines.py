"""The lines of a statement against what they come from: storage, batch, laboratory, capture, stock."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from gclink._text import Text
from gclink.bundle._entry import Entry
from gclink.bundle._index import Bundle
from gclink.bundle._registry import Hit, procedure
from gclink.bundle._values import Tree, documents, each, find, follow, later, number, same, shown

_BIOCHAR = frozenset({"puro_bc200", "woolf100", "ipcc2019_t1"})
#: Global warming potential of methane that is not fossil (AR6), per thousand kilograms.
_METHANE = Decimal("0.027")
#: Methane of a batch without test, kg per t of char.
_METHANE_DEFAULT = Decimal(30)
_THOUSANDTH = Decimal("0.001")


def lines_of(bundle: Bundle, statement: Entry) -> Iterator[tuple[int, Tree, Entry]]:
    """Yield index, line and StorageEvent of a statement, as far as the bundle holds the event."""
    for index, line in enumerate(statement.tree["lines"]):
        event = find(bundle, line["event"], "StorageEvent")
        if event is not None:
            yield index, line, event


def _batches(bundle: Bundle, statement: Entry) -> Iterator[tuple[int, Tree, Entry, Entry]]:
    """Yield index, line, event and batch of the lines that store char."""
    for index, line, event in lines_of(bundle, statement):
        batch = follow(bundle, event.tree, "batch", "ProductionBatch")
        if batch is not None:
            yield index, line, event, batch


@procedure("GCL-REM-018")
def reflectance_report(bundle: Bundle) -> Iterator[Hit]:
    """A factor by random reflectance is the share that the laboratory measured."""
    for statement in documents(bundle, "RemovalStatement"):
        for index, line, event in lines_of(bundle, statement):
            basis = line["permanence"]
            batch = follow(bundle, event.tree, "batch", "ProductionBatch")
            if basis["permanenceMethod"] != "random_reflectance" or (batch is None and "batch" in event.tree):
                continue
            share = batch.tree["lab"].get("inertiniteShare") if batch is not None else None
            if share != basis["factor"]:
                wanted = (
                    Text("inertiniteShare of the laboratory", "检测报告的惰质组份额") if share is None else same(share)
                )
                yield Hit(statement, ("lines", index, "permanence", "factor"), wanted, same(basis["factor"]))


@procedure("GCL-REM-019")
def line_repeats_sources(bundle: Bundle) -> Iterator[Hit]:
    """A line of char repeats storage, laboratory and site to the digit; each follows the method of the activity."""
    for statement in documents(bundle, "RemovalStatement"):
        activity = follow(bundle, statement.tree, "activity", "RemovalActivity")
        for index, line, event in lines_of(bundle, statement):
            basis = line["permanence"]
            if activity is not None and basis["permanenceMethod"] != activity.tree["permanenceMethod"]:
                wanted = same(activity.tree["permanenceMethod"])
                place = ("lines", index, "permanence", "permanenceMethod")
                yield Hit(statement, place, wanted, same(basis["permanenceMethod"]))
            if basis["permanenceMethod"] not in _BIOCHAR:
                continue
            for member, source in _sources(bundle, event, basis):
                if basis.get(member) != source:
                    wanted = same(source) if source is not None else Text("stated by the site", "场地已说明")
                    found = same(basis[member]) if member in basis else Text("nothing", "缺失")
                    yield Hit(statement, ("lines", index, "permanence", member), wanted, found)


def _sources(bundle: Bundle, event: Entry, basis: Tree) -> Iterator[tuple[str, str | None]]:
    """Yield the members of a permanence basis that are copies, with what they are copied from (None: nothing there)."""
    yield "dryMassTonnes", event.tree["storedMass"]["value"]
    batch = follow(bundle, event.tree, "batch", "ProductionBatch")
    if batch is not None:
        if basis["permanenceMethod"] != "ipcc2019_t1":
            yield "organicCarbon", batch.tree["lab"]["organicCarbon"]
        if "hToCorg" in basis:
            yield "hToCorg", batch.tree["lab"]["hToCorg"]
    site = follow(bundle, event.tree, "site", "Site")
    if site is not None and "soilTemperatureCelsius" in basis:
        yield "soilTemperatureCelsius", site.tree.get("soilTemperature", {}).get("value")


@procedure("GCL-REM-024")
def batch_at_activity_site(bundle: Bundle) -> Iterator[Hit]:
    """What a statement counts was made on the sites of its activity."""
    for statement in documents(bundle, "RemovalStatement"):
        activity = follow(bundle, statement.tree, "activity", "RemovalActivity")
        if activity is None:
            continue
        for index, _, _, batch in _batches(bundle, statement):
            run = follow(bundle, batch.tree, "run", "ProcessRun")
            if run is not None and run.tree["site"] not in activity.tree["sites"]:
                sites = ", ".join(activity.tree["sites"])
                yield Hit(statement, ("lines", index, "event"), same(sites), same(run.tree["site"]))


@procedure("GCL-REM-027")
def process_methane(bundle: Bundle) -> Iterator[Hit]:
    """The gas of the process is at least the methane of the batches: as tested, or 30 kg per t of char."""
    for statement in documents(bundle, "RemovalStatement"):
        batches = {batch.id: batch.tree for _, _, _, batch in _batches(bundle, statement)}
        least = sum((_methane(batch) for batch in batches.values()), Decimal(0))
        stated = statement.tree["projectEmissions"]["processGas"]
        if Decimal(stated) < least:
            wanted = Text(
                f"at least {shown(least)} t, the methane of its batches times 27.0",
                f"至少 {shown(least)} t，即各批次甲烷 × 27.0",
            )
            yield Hit(statement, ("projectEmissions", "processGas"), wanted, same(stated))


def _methane(batch: Tree) -> Decimal:
    tested = batch.get("methaneTest")
    return (Decimal(tested["value"]) if tested else _METHANE_DEFAULT) * number(batch["dryMass"]) * _METHANE


@procedure("GCL-REM-039")
def no_line_for_ash(bundle: Bundle) -> Iterator[Hit]:
    """Behind a line stands char or gas from pyrolysis or gasification, not ash and not wood."""
    for statement in documents(bundle, "RemovalStatement"):
        for index, _, _, batch in _batches(bundle, statement):
            run = follow(bundle, batch.tree, "run", "ProcessRun")
            if run is not None and run.tree["processType"] not in ("pyrolysis", "gasification"):
                yield Hit(
                    statement,
                    ("lines", index, "event"),
                    same("pyrolysis / gasification"),
                    same(run.tree["processType"]),
                )


@procedure("GCL-REM-065")
def permanence_row_matches_batch(bundle: Bundle) -> Iterator[Hit]:
    """The row of the IPCC table is that of the temperature in the kiln."""
    for statement in documents(bundle, "RemovalStatement"):
        for index, line, _, batch in _batches(bundle, statement):
            basis = line["permanence"]
            if basis["permanenceMethod"] != "ipcc2019_t1" or "tableRow" not in basis:
                continue
            heat = number(batch.tree["temperature"])
            row = 1 if heat < 450 else 2 if heat <= 600 else 3
            if basis["tableRow"] != row:
                wanted = Text(f"{row} at {shown(heat)} Cel", f"{shown(heat)} ℃ 时为 {row}")
                yield Hit(statement, ("lines", index, "permanence", "tableRow"), wanted, same(str(basis["tableRow"])))


@procedure("GCL-REM-040")
def stock_change(bundle: Bundle) -> Iterator[Hit]:
    """Char in the soil is no soil carbon: it is part of the stock, and leaves both ends of the change."""
    for stock in documents(bundle, "StockMeasurement"):
        char, whole = stock.tree["biocharCarbon"]["value"], stock.tree["stock"]["value"]
        if Decimal(char) > Decimal(whole):
            yield Hit(stock, ("biocharCarbon", "value"), same(f"<= {whole}"), same(char))
    for statement in documents(bundle, "RemovalStatement"):
        for index, line, event in lines_of(bundle, statement):
            change = _change(bundle, event)
            stated = Decimal(line["storedCO2"])
            if change is not None and abs(3 * stated - 11 * change) > 3 * stated * _THOUSANDTH:
                wanted = Text(f"{shown(change)} t of carbon * 44/12", f"碳 {shown(change)} t × 44/12")
                yield Hit(statement, ("lines", index, "storedCO2"), wanted, same(line["storedCO2"]))


def measurements(bundle: Bundle, event: Entry) -> list[Tree]:
    """Return the stock measurements of an event by date."""
    return sorted(
        (stock.tree for _, stock in each(bundle, event.tree, "stocks", "StockMeasurement")),
        key=lambda stock: stock["measuredOn"],
    )


def _change(bundle: Bundle, event: Entry) -> Decimal | None:
    stocks = measurements(bundle, event)
    if len(stocks) != 2 or stocks[0]["measuredOn"] == stocks[1]["measuredOn"]:
        return None
    first, second = (number(stock["stock"]) - number(stock["biocharCarbon"]) for stock in stocks)
    return second - first


@procedure("GCL-REM-042")
def bioccs_stored(bundle: Bundle) -> Iterator[Hit]:
    """Of injected gas the biogenic part counts, and no more is injected than was captured."""
    for statement in documents(bundle, "RemovalStatement"):
        for index, line, event in lines_of(bundle, statement):
            capture = follow(bundle, event.tree, "capture", "CaptureRecord")
            if capture is None:
                continue
            mass, share = number(event.tree["storedMass"]), Decimal(capture.tree["biogenicFraction"])
            stated = Decimal(line["storedCO2"])
            if abs(stated - mass * share) > stated * _THOUSANDTH:
                yield Hit(
                    statement,
                    ("lines", index, "storedCO2"),
                    same(f"{shown(mass)} * {shown(share)} = {shown(mass * share)}"),
                    same(line["storedCO2"]),
                )
    yield from _captures(bundle)


def _captures(bundle: Bundle) -> Iterator[Hit]:
    taken: dict[str, Fraction] = {}
    for event in documents(bundle, "StorageEvent"):
        capture = follow(bundle, event.tree, "capture", "CaptureRecord")
        if capture is not None and bundle.active(event):
            kept = 1 - Fraction(event.tree.get("lossFraction", "0"))
            mass = Fraction(event.tree["storedMass"]["value"])
            taken[capture.id] = taken.get(capture.id, Fraction(0)) + (mass / kept if kept else mass)
    for capture in documents(bundle, "CaptureRecord"):
        captured = capture.tree["co2Captured"]["value"]
        if taken.get(capture.id, Fraction(0)) > Fraction(captured) * Fraction("1.001"):
            need = shown(_six(taken[capture.id]))
            wanted = Text(f"at least {need} t for what was stored", f"至少 {need} t，方足以封存")
            yield Hit(capture, ("co2Captured", "value"), wanted, same(captured))


def _six(number: Fraction) -> Decimal:
    """Return a fraction with six digits, half up."""
    return Decimal((number * 10**6 + Fraction(1, 2)) // 1).scaleb(-6)


@procedure("GCL-REM-048")
def stored_in_period(bundle: Bundle) -> Iterator[Hit]:
    """What a statement counts was stored in its period and in its year."""
    for statement in documents(bundle, "RemovalStatement"):
        period, vintage = statement.tree["period"], statement.tree["vintage"]
        for index, _, event in lines_of(bundle, statement):
            day = event.tree["storedOn"]
            if not period["start"] <= day <= period["end"] or int(day[:4]) != vintage:
                days = f"{period['start']} - {period['end']}"
                wanted = Text(f"stored in {vintage}, within {days}", f"{vintage} 年内且在 {days} 之间封存")
                yield Hit(statement, ("lines", index, "event"), wanted, same(day))


@procedure("GCL-REM-044")
def durable_product_limits(bundle: Bundle) -> Iterator[Hit]:
    """A store of 35 years is watched for 35 years."""
    for statement in documents(bundle, "RemovalStatement"):
        activity = follow(bundle, statement.tree, "activity", "RemovalActivity")
        if statement.tree["durabilityClass"] != "d35" or activity is None:
            continue
        end = activity.tree.get("monitoringEnd")
        for index, _, event in lines_of(bundle, statement):
            if end is None or end < later(event.tree["storedOn"], 420):
                wanted = Text(
                    f"monitoring for 420 months from {event.tree['storedOn']}",
                    f"自 {event.tree['storedOn']} 起监测 420 个月",
                )
                yield Hit(statement, ("lines", index, "event"), wanted, same(end) if end else Text("nothing", "缺失"))
