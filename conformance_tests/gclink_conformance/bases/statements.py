"""Bases of module removal, second part: statements by every method of permanence, each sum following from its lines."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from gclink_conformance.bases._make import Tree, dec, document, iri, period, run

#: The season that the removals of the orchard belong to.
SEASON = ("2025-08-01", "2026-07-31")
_PARTS = ("biomassSupply", "production", "processGas", "use", "infrastructure", "landUseChange")


def documents() -> dict[str, Tree]:
    """Return the bases by name."""
    return {
        "statement": _biochar(),
        "statement-puro": _puro(),
        "statement-ipcc": _ipcc(),
        "statement-bioccs": _bioccs(),
        "statement-product": _roof(),
        "statement-land": _land(),
    }


def basis(method_name: str, table: str, horizon: int, factor: str, **members: Any) -> Tree:
    """Return a PermanenceBasis."""
    return {
        "type": "PermanenceBasis",
        "permanenceMethod": method_name,
        "tableVersion": table,
        "horizonYears": horizon,
        "factor": dec(factor),
        **members,
    }


def line(event: str, stored: str, permanence: Tree) -> Tree:
    """Return a StatementLine; what lasts follows from what was stored."""
    durable = round(Decimal(stored) * Decimal(permanence["factor"]), 6)
    return {
        "type": "StatementLine",
        "event": iri(event),
        "storedCO2": dec(stored),
        "permanence": permanence,
        "durableCO2": dec(durable),
    }


def statement(
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
        period=period(*SEASON),
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
    permanence = basis(
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
    return line(event, dec(round(Decimal(found["storedCO2_t"]), 6)), permanence)


def _biochar() -> Tree:
    lines = [
        _char("storage/soil", "woolf100", "woolf100_2021_r2", 100, "0.35"),
        _char("storage/soil-2", "woolf100", "woolf100_2021_r2", 100, "0.4", dry="2.5"),
    ]
    emissions = {"biomassSupply": "0.075", "production": "0.1", "processGas": "0.6496"}
    return statement("statements/biochar", "d100", lines, emissions, "0.05")


def _puro() -> Tree:
    lines = [_char("storage/soil", "puro_bc200", "puro_table_6_1_2025", 200, "0.35")]
    return statement("statements/puro", "d200", lines, {"production": "0.4", "use": "0.1"}, "0.03", "0.25")


def _ipcc() -> Tree:
    found = run("ipcc_tier1", {"dryMass_t": "5", "feed": "wood", "pyrolysisTemperature_degC": "600"})
    stored = dec(round(Decimal(5) * Decimal("0.77") * 44 / 12, 6))
    permanence = basis(
        "ipcc2019_t1",
        "ipcc2019_app4_v1",
        100,
        "0.8",
        dryMassTonnes="5",
        organicCarbon="0.77",
        tableRow=int(found["tableRow"]),
    )
    lines = [line("storage/soil", stored, permanence)]
    return statement("statements/ipcc", "d100", lines, {"production": "0.4"}, "0.05")


def bioccs_figures() -> Tree:
    """Return the figures of 30 t of dry wood burnt with capture and stored below ground."""
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
    stored = dec(bioccs_figures()["storedCO2_t"])
    lines = [line("storage/reservoir", stored, basis("geological", "none", 1000, "1"))]
    emissions = {"biomassSupply": "1.8", "processGas": "5.4", "infrastructure": "0.2", "landUseChange": "0.1"}
    return statement("statements/bioccs", "d1000", lines, emissions, "0.02", "0.1")


def _roof() -> Tree:
    lines = [line("storage/roof", "8", basis("product_storage", "none", 50, "0.6"))]
    return statement("statements/roof", "d35", lines, {"production": "0.3"}, "0.1")


def _land() -> Tree:
    lines = [line("storage/land", "12", basis("stock_difference", "none", 5, "1"))]
    return statement("statements/land", "d5", lines, {"use": "0.4"}, "0.2", "0.3")
