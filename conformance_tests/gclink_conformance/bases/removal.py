"""Bases of module removal: char in the orchard's soil, gas in a reservoir, wood in a roof, carbon in the land."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from gclink.calculations import run
from gclink_conformance.bases._make import (
    Tree,
    cite,
    dec,
    document,
    evidence,
    iri,
    method,
    period,
    quantity,
    text,
)

_SEASON = ("2025-08-01", "2026-07-31")
_PARTS = ("biomassSupply", "production", "processGas", "use", "infrastructure", "landUseChange")


def documents() -> dict[str, Tree]:
    """Return the bases of the module by name."""
    return {
        "activity": _activity(),
        "batch": _batch(),
        "batch-default": _batch_by_default(),
        "capture": _capture(),
        "stock": _stock(),
        "storage": _storage(),
        "storage-injection": _injection(),
        "storage-stocks": _standing(),
        "statement": _biochar(),
        "statement-puro": _puro(),
        "statement-ipcc": _ipcc(),
        "statement-bioccs": _bioccs(),
        "statement-product": _roof(),
        "statement-land": _land(),
        "allocation": _allocation(),
        "allocation-reserved": _reserved(),
        "unit": _unit(),
        "unit-retired": _retired(),
        "buffer": _buffer(),
        "reversal": _reversal(),
    }


def _activity() -> Tree:
    return document(
        "RemovalActivity",
        "activities/biochar",
        "parties/cooperative",
        "2025-07-20",
        name=text("Char of the orchard", "果园生物炭"),
        operator=iri("parties/cooperative"),
        storageType="soil_biochar",
        methodology=method("Biochar method", "2025", "https://rules.example.org/biochar", "Example registry"),
        permanenceMethod="woolf100",
        country="CN",
        ndcCovered="no",
        sites=[iri("sites/orchard"), iri("sites/kiln")],
        baselineText=text("Prunings rot on the ground", "剪枝在地面腐烂"),
        additionalityText=text("No rule asks for it and it does not pay by itself", "无法规要求，自身亦无收益"),
        period=period("2025-08-01", "2030-07-31"),
        monitoringEnd="2040-07-31",
        startedOn="2025-08-01",
        hydrocarbonRecovery=False,
    )


def _feed(lot: str, dry: str, share: str) -> Tree:
    return {"type": "FeedUse", "lot": iri(lot), "dryMass": quantity(dry, "t"), "share": share}


def _lab(**changes: Any) -> Tree:
    """Return an analysis: 0.81 - 0.01 organic carbon, H/Corg 12 * hydrogen / organic carbon."""
    organic = Decimal("0.81") - Decimal("0.01")
    hydrogen = round(Decimal("0.35") * organic / 12, 6)
    return {
        "type": "LabAnalysis",
        "laboratory": iri("parties/laboratory"),
        "accredited": True,
        "sampledOn": "2026-04-20",
        "totalCarbon": "0.81",
        "inorganicCarbon": "0.01",
        "hydrogen": dec(hydrogen),
        "organicCarbon": dec(organic),
        "hToCorg": "0.35",
        "inertiniteShare": "0.92",
        "report": evidence("lab-char.pdf"),
        **changes,
    }


def _batch() -> Tree:
    return document(
        "ProductionBatch",
        "batches/char",
        "parties/cooperative",
        "2026-05-01",
        activity=iri("activities/biochar"),
        lot=iri("lots/char"),
        run=iri("runs/pyrolysis"),
        feeds=[_feed("lots/prunings-north", "12", "0.6"), _feed("lots/prunings-south", "8", "0.4")],
        wetMass=quantity("6.25", "t"),
        moisture="0.2",
        dryMass=quantity(dec(Decimal("6.25") * Decimal("0.8")), "t"),
        temperature=quantity("600", "Cel"),
        temperatureMin=quantity("520", "Cel"),
        lab=_lab(),
        methaneTest={
            "type": "MethaneTest",
            "runs": 3,
            "mean": "4.2",
            "standardDeviation": "0.6",
            "value": "4.8",
        },
        methaneDefaultUsed=False,
    )


def _batch_by_default() -> Tree:
    """A batch of low yield that uses the default for methane and says why the yield is low."""
    tree = _batch()
    del tree["methaneTest"]
    tree.update(
        id=iri("batches/char-2"),
        feeds=[_feed("lots/prunings-east", "60", "1")],
        methaneDefaultUsed=True,
        yieldText=text("Open kiln with much ash", "敞口窑，灰分较高"),
    )
    return tree


def _capture() -> Tree:
    found = _bioccs_figures()
    return document(
        "CaptureRecord",
        "captures/boiler",
        "parties/boiler",
        "2026-08-03",
        activity=iri("activities/bioccs"),
        run=iri("runs/boiler"),
        period=period(*_SEASON),
        co2Captured=quantity(dec(found["captured_t"]), "t"),
        biogenicFraction="1",
        biogenicMethod="feed_mass_balance",
        feeds=[_feed("lots/prunings", "30", "1")],
        meter=evidence("meter-2026.csv", "text/csv"),
    )


def _stock() -> Tree:
    return document(
        "StockMeasurement",
        "stocks/2026",
        "parties/cooperative",
        "2026-08-01",
        activity=iri("activities/land"),
        site=iri("sites/orchard"),
        measuredOn="2026-07-30",
        stock=quantity("612.5", "t"),
        biocharCarbon=quantity("4", "t"),
    )


def _storage() -> Tree:
    return document(
        "StorageEvent",
        "storage/soil",
        "parties/cooperative",
        "2026-05-20",
        activity=iri("activities/biochar"),
        batch=iri("batches/char"),
        site=iri("sites/orchard"),
        storedOn="2026-05-18",
        storedMass=quantity("5", "t"),
        storageUse="soil",
        appliedArea=quantity("10", "har"),
        priorApplication=quantity("4.5", "t/har"),
        evidenceFiles=[evidence("spreading.jpg", "image/jpeg")],
    )


def _injection() -> Tree:
    found = _bioccs_figures()
    return document(
        "StorageEvent",
        "storage/reservoir",
        "parties/boiler",
        "2026-08-04",
        activity=iri("activities/bioccs"),
        capture=iri("captures/boiler"),
        site=iri("sites/reservoir"),
        storedOn="2026-07-31",
        storedMass=quantity(dec(found["storedCO2_t"]), "t"),
        lossFraction="0.02",
        storageUse="injection",
        evidenceFiles=[evidence("injection.csv", "text/csv")],
    )


def _standing() -> Tree:
    return document(
        "StorageEvent",
        "storage/land",
        "parties/cooperative",
        "2026-08-04",
        activity=iri("activities/land"),
        stocks=[iri("stocks/2021"), iri("stocks/2026")],
        site=iri("sites/orchard"),
        storedOn="2026-07-30",
        storedMass=quantity("12", "t"),
        storageUse="standing",
        evidenceFiles=[evidence("cores.csv", "text/csv")],
    )


def _basis(method_name: str, table: str, horizon: int, factor: str, **members: Any) -> Tree:
    return {
        "type": "PermanenceBasis",
        "permanenceMethod": method_name,
        "tableVersion": table,
        "horizonYears": horizon,
        "factor": dec(factor),
        **members,
    }


def _line(event: str, stored: str, permanence: Tree) -> Tree:
    durable = round(Decimal(stored) * Decimal(permanence["factor"]), 6)
    return {
        "type": "StatementLine",
        "event": iri(event),
        "storedCO2": dec(stored),
        "permanence": permanence,
        "durableCO2": dec(durable),
    }


def _statement(
    name: str, durability: str, lines: list[Tree], emissions: dict[str, str], rate: str, half_width: str = "0.15"
) -> Tree:
    """Return a statement; every sum, the discount, the deposit and the issuable tonnes follow from its lines."""
    gross = sum((Decimal(line["storedCO2"]) for line in lines), Decimal(0))
    durable = sum((Decimal(line["durableCO2"]) for line in lines), Decimal(0))
    project = sum(map(Decimal, emissions.values()), Decimal(0))
    leakage = Decimal("0.05")
    before = durable - project - leakage
    found = run(
        "discount_and_buffer",
        {"netBeforeDiscount_t": dec(before), "relativeHalfWidth": half_width, "bufferRate": rate},
    )
    net = Decimal(found["net_t"])
    deposit = round(Decimal(found["bufferDeposit_t"]) + Decimal("0.0000005"), 6)
    return document(
        "RemovalStatement",
        name,
        "parties/registry",
        "2026-08-06",
        activity=iri("activities/biochar"),
        period=period(*_SEASON),
        vintage=2026,
        exAnte=False,
        durabilityClass=durability,
        lines=lines,
        grossStored=dec(gross),
        durableStored=dec(durable),
        baseline="0",
        projectEmissions={
            "type": "ProjectEmissions",
            **{part: emissions.get(part, "0") for part in _PARTS},
            "total": dec(project),
        },
        leakage={"type": "Leakage", "ecologicalLeakage": "0.02", "marketLeakage": "0.03", "total": dec(leakage)},
        netBeforeDiscount=dec(before),
        relativeHalfWidth=half_width,
        discount=dec(found["discount_t"]),
        net=dec(net),
        bufferDeposit=dec(deposit),
        issuable=dec(net - deposit),
    )


def _char(event: str, method_name: str, table: str, horizon: int, half: str, dry: str = "5") -> Tree:
    """Return a line of char in soil of 24.5 Cel with 80 % organic carbon."""
    found = run(
        "biochar_durable",
        {
            "dryMass_t": dry,
            "organicCarbon": "0.8",
            "method": method_name,
            "hToCorg": half,
            "soilTemperature_degC": "24.5",
        },
    )
    basis = _basis(
        method_name,
        table,
        horizon,
        found["permanenceFactor"],
        dryMassTonnes=dry,
        organicCarbon="0.8",
        hToCorg=half,
        soilTemperatureCelsius="24.5",
        tableRow=int(found["tableRow"]),
    )
    return _line(event, dec(round(Decimal(found["storedCO2_t"]), 6)), basis)


def _biochar() -> Tree:
    lines = [
        _char("storage/soil", "woolf100", "woolf100_2021_r2", 100, "0.35"),
        _char("storage/soil-2", "woolf100", "woolf100_2021_r2", 100, "0.4", dry="2.5"),
    ]
    emissions = {"biomassSupply": "0.075", "production": "0.1", "processGas": "0.6496"}
    return _statement("statements/biochar", "d100", lines, emissions, "0.05")


def _puro() -> Tree:
    lines = [_char("storage/soil", "puro_bc200", "puro_table_6_1_2025", 200, "0.35")]
    return _statement("statements/puro", "d200", lines, {"production": "0.4", "use": "0.1"}, "0.03", "0.25")


def _ipcc() -> Tree:
    found = run("ipcc_tier1", {"dryMass_t": "5", "feed": "wood", "pyrolysisTemperature_degC": "600"})
    stored = dec(round(Decimal(5) * Decimal("0.77") * 44 / 12, 6))
    basis = _basis(
        "ipcc2019_t1",
        "ipcc2019_app4_v1",
        100,
        "0.8",
        dryMassTonnes="5",
        organicCarbon="0.77",
        tableRow=int(found["tableRow"]),
    )
    lines = [_line("storage/soil", stored, basis)]
    return _statement("statements/ipcc", "d100", lines, {"production": "0.4"}, "0.05")


def _bioccs_figures() -> Tree:
    return run(
        "bioccs_net_removal",
        {
            "dryWood_t": "30",
            "carbonFraction": "0.48",
            "captureRate": "0.9",
            "lossFraction": "0.02",
            "energy_t": "5.4",
            "supply_t": "1.8",
        },
    )


def _bioccs() -> Tree:
    stored = dec(_bioccs_figures()["storedCO2_t"])
    lines = [_line("storage/reservoir", stored, _basis("geological", "none", 1000, "1"))]
    emissions = {"biomassSupply": "1.8", "processGas": "5.4", "infrastructure": "0.2", "landUseChange": "0.1"}
    return _statement("statements/bioccs", "d1000", lines, emissions, "0.02", "0.1")


def _roof() -> Tree:
    lines = [_line("storage/roof", "8", _basis("product_storage", "none", 50, "0.6"))]
    return _statement("statements/roof", "d35", lines, {"production": "0.3"}, "0.1")


def _land() -> Tree:
    lines = [_line("storage/land", "12", _basis("stock_difference", "none", 5, "1"))]
    return _statement("statements/land", "d5", lines, {"use": "0.4"}, "0.2", "0.3")


def _allocation() -> Tree:
    return document(
        "RemovalAllocation",
        "allocations/inset-A",
        "parties/cooperative",
        "2026-08-07",
        source=cite("statements/biochar"),
        mode="inset",
        target=iri("passports/A-inset"),
        tonnes="9.652697",
        period=period(*_SEASON),
        owner=iri("parties/cooperative"),
    )


def _reserved() -> Tree:
    tree = _allocation()
    del tree["target"]
    tree.update(id=iri("allocations/reserved"), mode="reserved", tonnes="3.65", source=cite("units/1"))
    return tree


def _unit() -> Tree:
    return document(
        "CarbonUnit",
        "units/1",
        "parties/registry",
        "2026-08-08",
        registry=iri("parties/registry"),
        registryKind="removal_technical",
        statement=cite("statements/bioccs"),
        hostCountry="CN",
        ndcCovered="no",
        serialStart=1001,
        serialEnd=1038,
        unitCount=38,
        vintage=2026,
        durabilityClass="d1000",
        unitStatus="held",
        correspondingAdjustment="not_required",
        caStatus="not_started",
    )


def _retired() -> Tree:
    tree = _unit()
    tree.update(
        id=iri("units/2"),
        serialStart=1,
        serialEnd=1,
        unitCount=1,
        unitStatus="retired",
        correspondingAdjustment="committed",
        caStatus="completed",
        beneficiary=iri("parties/supermarket"),
        retiredOn="2026-09-01",
        purpose=iri("claims/contribution"),
        statusReason=text("Retired for a contribution", "为贡献声明注销"),
    )
    return tree


def _entry(position: int, kind: str, day: str, tonnes: str, purpose: str) -> Tree:
    sign = "" if kind == "deposit" else "-"
    return {
        "type": "BufferEntry",
        "position": position,
        "entryKind": kind,
        "bookedOn": day,
        "tonnes": tonnes,
        "signedTonnes": f"{sign}{tonnes}",
        "bookedFor": iri(purpose),
    }


def _buffer() -> Tree:
    entries = [
        _entry(1, "deposit", "2026-08-06", "0.75", "statements/biochar"),
        _entry(2, "deposit", "2026-08-07", "0.35", "statements/ipcc"),
        _entry(3, "reversal_cover", "2026-09-10", "0.5", "reversals/1"),
        _entry(4, "release", "2026-09-20", "0.1", "statements/biochar"),
    ]
    balance = sum((Decimal(entry["signedTonnes"]) for entry in entries), Decimal(0))
    return document(
        "BufferAccount",
        "buffers/d100",
        "parties/registry",
        "2026-09-30",
        holder=iri("parties/registry"),
        durabilityClass="d100",
        entries=entries,
        balance=dec(balance),
        asOf="2026-09-30",
    )


def _reversal() -> Tree:
    return document(
        "ReversalEvent",
        "reversals/1",
        "parties/cooperative",
        "2026-09-05",
        statement=cite("statements/biochar"),
        occurredOn="2026-09-01",
        tonnes="0.5",
        cause="unavoidable",
        coveredTonnes="0.5",
        coveredBy=[iri("buffers/d100")],
        dueBy="2026-11-30",
    )
