"""Prunings to char to soil to the passport of the fruit: a removal of the own chain, inset and nothing else."""

from __future__ import annotations

from typing import Any

from gclink_conformance.bases import core, passport, removal, statements
from gclink_conformance.bases._make import Tree, cite, dec, iri, period, run
from gclink_conformance.stories._parts import flow, lot, party
from gclink_conformance.stories._parts import run as process_run

_CHAR = {
    "dryMass_t": "5", "organicCarbon": "0.8", "hToCorg": "0.35", "soilTemperature_degC": "24.5", "method": "woolf100",
    "transport_t": "0.075", "chipping_t": "0.1", "processCH4_t_CO2e": "0.6496", "leakage_t": "0", "baseline_t": "0",
    "discount_t": "0", "bufferRate": "0.05",
}  # fmt: skip


def documents() -> dict[str, Tree]:
    """Return the documents by name."""
    bases = {**core.documents(), **removal.documents(), **statements.documents(), **passport.documents()}
    activity, batch, storage = (bases[name] for name in ("activity", "batch", "storage"))
    activity["sites"] = [iri("sites/orchard")]
    fruit = bases["lot"]
    fruit.pop("producedFrom")
    return {
        "cooperative": bases["party"],
        **{name: party(name, *words, name) for name, words in _PARTIES.items()},
        "orchard": bases["site"],
        "litchi": bases["product"],
        "lot": fruit,
        "prunings": lot("prunings-north", "12000"),
        "prunings-south": lot("prunings-south", "8000"),
        "char": lot("char", "5000"),
        "cultivation": process_run("cultivation", "cultivation", [flow("A", "46.8")]),
        "harvest": process_run("harvest", "harvest", [flow("A", "46.8")]),
        "pyrolysis": process_run("pyrolysis", "pyrolysis", [flow("char", "5")]),
        "activity": activity,
        "batch": batch,
        "storage": storage,
        "statement": _statement(bases["statement"]),
        "verification": _verification(bases["verification"]),
        "allocation": _allocation(bases["allocation"]),
        "passport": _passport(bases["passport-inset"]),
    }


_PARTIES = {
    "verifier": ("Verification body", "核查机构"),
    "laboratory": ("Laboratory", "实验室"),
    "registry": ("Registry", "登记机构"),
}


def _statement(tree: Tree) -> Tree:
    """One batch of 5 t of char: 14.67 t stored, 10.16 t net, 9.65 t after the buffer."""
    found = run("biochar_net_removal", _CHAR)
    line = tree["lines"][0]
    line.update(storedCO2=dec(round(_number(found["storedCO2_t"]), 6)), durableCO2=_six(found["durableCO2_t"]))
    tree["projectEmissions"]["total"] = dec(found["projectTotal_t"])
    tree["leakage"].update(ecologicalLeakage="0", marketLeakage="0", total="0")
    tree.update(
        lines=[line], grossStored=line["storedCO2"], durableStored=line["durableCO2"], baseline="0",
        netBeforeDiscount=_six(found["net_t"]), discount="0", relativeHalfWidth="0.1", net=_six(found["net_t"]),
    )  # fmt: skip
    deposit = _number("0.508037")
    tree.update(bufferDeposit=dec(deposit), issuable=dec(_number(tree["net"]) - deposit))
    return tree


def _number(value: Any) -> Any:
    from decimal import Decimal

    return Decimal(value)


def _six(value: Any) -> str:
    return dec(round(_number(value), 6))


def _verification(tree: Tree) -> Tree:
    tree.update(id=iri("verifications/biochar"), subjects=[cite("statements/biochar")], level="reasonable")
    return tree


def _allocation(tree: Tree) -> Tree:
    tree.update(target=iri("lots/A"), tonnes="9.652696", period=period("2026-07-31", "2029-07-31"))
    return tree


def _passport(tree: Tree) -> Tree:
    tree.pop("supersedes")
    return tree
