"""Prunings to char to soil to the passport of the fruit: a removal of the own chain, inset and nothing else."""

from __future__ import annotations

from typing import Any

from gclink_conformance.bases import core, passport, removal, statements
from gclink_conformance.bases._make import cite, dec, document, identifier, iri, period, quantity, run, text

Tree = dict[str, Any]

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
    lot = bases["lot"]
    lot.pop("producedFrom")
    return {
        "cooperative": bases["party"],
        **{name: _party(name, *words) for name, words in _PARTIES.items()},
        "orchard": bases["site"],
        "litchi": bases["product"],
        "lot": lot,
        "prunings": _lot("prunings-north", "12000"),
        "prunings-south": _lot("prunings-south", "8000"),
        "char": _lot("char", "5000"),
        "cultivation": _run("cultivation", "cultivation", [_flow("A", "46.8")]),
        "harvest": _run("harvest", "harvest", [_flow("A", "46.8")]),
        "pyrolysis": _run("pyrolysis", "pyrolysis", [_flow("char", "5")]),
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


def _party(name: str, en: str, zh: str) -> Tree:
    return document(
        "Party", f"parties/{name}", f"parties/{name}", "2025-01-05", name=text(en, zh), partyKind="legal_entity",
        identifiers=[identifier("registry_id", name)], roles=[name], country="CN",
    )  # fmt: skip


def _lot(name: str, amount: str) -> Tree:
    return document(
        "Lot", f"lots/{name}", "parties/cooperative", "2026-04-30", lotNumber=name, product=iri("products/litchi"),
        quantity=quantity(amount, "kg"), producedAt=iri("sites/orchard"), period=period("2026-02-01", "2026-04-15"),
        custodyModel="mass_balance",
    )  # fmt: skip


def _flow(lot: str, mass: str) -> Tree:
    return {
        "type": "MaterialFlow", "lot": iri(f"lots/{lot}"), "role": "main_product", "mass": quantity(mass, "t"),
        "allocationBasis": "1", "allocationFactor": "1", "economicShare": "1",
    }  # fmt: skip


def _run(name: str, process: str, outputs: list[Tree]) -> Tree:
    return document(
        "ProcessRun", f"runs/{name}", "parties/cooperative", "2026-07-31", processType=process,
        site=iri("sites/orchard"), period=period("2025-08-01", "2026-07-31"), outputs=outputs,
        allocationMethod="none",
    )  # fmt: skip


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
