"""Bases of module removal: char in the orchard's soil, gas in a reservoir, wood in a roof, carbon in the land."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

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
from gclink_conformance.bases.statements import SEASON, bioccs_figures


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
    found = bioccs_figures()
    return document(
        "CaptureRecord",
        "captures/boiler",
        "parties/boiler",
        "2026-08-03",
        activity=iri("activities/bioccs"),
        run=iri("runs/boiler"),
        period=period(*SEASON),
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
    found = bioccs_figures()
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
        period=period(*SEASON),
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
