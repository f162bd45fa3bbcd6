"""A brand with a claim of every tier: measured fruit with its own char inset, fruit below the benchmark, neutral and
negative fruit on gas below ground, the brand at net zero, and a contribution; with labels, units and inventories.
"""

from __future__ import annotations

from decimal import Decimal

from gclink_conformance.bases import brand, core, passport, removal
from gclink_conformance.bases._make import Tree, cite, dec, iri, quantity, text
from gclink_conformance.stories import inset
from gclink_conformance.stories._gas import allocation, chain, verification
from gclink_conformance.stories._parts import party

_GAS = "statements/bioccs"
#: Days in which an inset allocation is good for claims.
_SEASONS = ("2026-07-31", "2029-07-31")
#: Fruit of lots B, C and D in kg.
_FRUIT = {"B": "20000", "C": "10000", "D": "15000"}
#: Share of primary data that a net-zero brand asks of every product.
_PRIMARY = "72"
_NOTE = text("mark by reference to the national footprint mark", "标识参照国家产品碳足迹标识")


def documents() -> dict[str, Tree]:
    """Return the documents by name."""
    story = {**inset.documents(), **chain(), **_fruit(), **_units(), **_allocations(), **_brand()}
    story["passport"]["primaryDataShare"] = _PRIMARY
    fruit = [f"passports/{name}" for name in ("A-inset", *_FRUIT)]
    return {
        **story,
        "verification-fruit": verification("fruit", *fruit),
        "verification-brand": verification("brand", "inventories/2019", "inventories/2025", "units/brand"),
        "rules": party("rules", "Rule office", "规则机构", "scheme_operator"),
        "benchmark": {**brand.documents()["benchmark"], "illustrative": False, "geography": _geography()},
        **_claims(),
        **_labels(),
    }


def _geography() -> Tree:
    return {"type": "Geography", "subdivision": "CN-HI"}


def _fruit() -> dict[str, Tree]:
    """Three lots that were sold, each with a passport from the fertiliser to the bin."""
    found: dict[str, Tree] = {}
    for name, mass in _FRUIT.items():
        lot, grave = core.documents()["lot"], passport.documents()["passport-grave"]
        lot.pop("producedFrom")
        lot.update(id=iri(f"lots/{name}"), lotNumber=name, quantity=quantity(mass, "kg"))
        grave.update(
            id=iri(f"passports/{name}"), subjectLot=iri(f"lots/{name}"), coveredQuantity=quantity(mass, "kg"),
            primaryDataShare=_PRIMARY,
        )  # fmt: skip
        found |= {f"lot-{name.lower()}": lot, f"passport-{name.lower()}": grave}
    return found


def _unit(name: str, first: int, last: int, purpose: str) -> Tree:
    tree = removal.documents()["unit-retired"]
    del tree["statement"]
    tree.update(
        id=iri(f"units/{name}"), serialStart=first, serialEnd=last, unitCount=last - first + 1,
        beneficiary=iri("parties/cooperative"), retiredOn="2026-08-25", purpose=iri(purpose),
    )  # fmt: skip
    return tree


def _units() -> dict[str, Tree]:
    """Units of others: one behind the neutral fruit, five paid for and not counted, thirty behind the brand."""
    return {
        "unit-neutral": _unit("neutral", 1, 1, "claims/t3"),
        "unit-contribution": _unit("contribution", 2, 6, "claims/contribution"),
        "unit-brand": _unit("brand", 101, 130, "brands/litchi"),
    }


def _allocations() -> dict[str, Tree]:
    return {
        "allocation-b": allocation("inset-B", "boiler", _GAS, "inset", "28", _SEASONS, "lots/B"),
        "allocation-c": allocation("inset-C", "boiler", _GAS, "inset", "9", _SEASONS, "lots/C"),
        "allocation-brand": allocation(
            "brand", "cooperative", "units/brand", "retired", "18", ("2026-08-25", "2026-08-25"), "brands/litchi"
        ),
    }


def _inventory(year: int, energy: str, land: str, fossil: str) -> Tree:
    tree = brand.documents()["entity-inventory"]
    tree.update(
        id=iri(f"inventories/{year}"), year=year, energyIndustry=energy, flag=land, fossilPart=fossil,
        total=dec(Decimal(energy) + Decimal(land)),
    )  # fmt: skip
    return tree


def _brand() -> dict[str, Tree]:
    """From 140 t in 2019 to 18 t, of which 6 t are fossil; the 18 t are balanced by gas below ground."""
    profile = brand.documents()["brand"]
    profile.update(
        products=profile["products"][:1], verifiedReduction="0.92", verifiedFlagReduction="0.75", residual="18",
        residualFossil="6", neutralisations=[cite("allocations/brand")], neutralisedDurable="18",
        neutralisedTotal="18",
    )  # fmt: skip
    profile["products"][0]["requiredTier"] = "t1_measured"
    return {
        "inventory-2019": _inventory(2019, "100", "40", "90"),
        "inventory-2025": _inventory(2025, "8", "10", "6"),
        "plan": brand.documents()["plan"],
        "brand": profile,
    }


def _figures(tree: Tree, footprint: Tree, units: str, inset_tonnes: str = "0", half: str = "0", **members: str) -> None:
    """Fill in what the figures of a claim copy from its passport, and the net value that follows."""
    gross = Decimal(footprint["grossEmissions"])
    span = Decimal(footprint["uncertainty"]["high"]) - Decimal(footprint["uncertainty"]["low"])
    tree["figures"].update(
        coveredUnits=units, grossPerUnit=dec(gross), relativeHalfWidth=dec(round(span / (2 * gross), 6)),
        removalsInset=inset_tonnes, removalsDurable=inset_tonnes, removalHalfWidth=half,
        netPerUnit=dec(round(gross - Decimal(inset_tonnes) * 1000 / Decimal(units), 6)),
        boundary=footprint["boundary"], primaryDataShare=_PRIMARY, **members,
    )  # fmt: skip
    if "dataQualityWorst" in tree["figures"]:
        tree["figures"]["dataQualityWorst"] = "2"


def _claims() -> dict[str, Tree]:
    bases = brand.documents()
    measured, low, neutral, zero, negative, gift = (
        bases[f"claim-{name}"] for name in ("t1", "t2", "t3", "t4", "t5", "contribution")
    )
    own, sold = passport.documents()["passport-inset"], passport.documents()["passport-grave"]
    for tree, name in ((measured, "A"), (negative, "B"), (neutral, "C"), (low, "D")):
        _about(tree, name)
    measured.update(
        allocations=[cite("allocations/inset-A")],
        wording=text("Measured: 0.71 kg CO2e per kg at the gate", "经测算：出园每千克 0.71 kg CO2e"),
    )
    _figures(measured, own, "46800", "9.652696", "0.1")
    _figures(low, sold, _FRUIT["D"], benchmarkValue="1.25")
    _figures(neutral, sold, _FRUIT["C"], "9", "0.1", externalUnits="1", baseYearPerUnit="1.2")
    neutral["units"] = [cite("units/neutral")]
    _figures(negative, sold, _FRUIT["B"], "28", "0.1")
    negative["markets"] = ["CN", "EU"]
    gift["units"] = [cite("units/contribution")]
    return {
        "claim-measured": measured,
        "claim-low": low,
        "claim-neutral": neutral,
        "claim-zero": zero,
        "claim-negative": negative,
        "claim-contribution": gift,
    }


def _about(tree: Tree, name: str) -> None:
    tree.update(subjectLot=iri(f"lots/{name}"), verifications=[cite("verifications/fruit")])
    tree["passports"] = [cite("passports/A-inset" if name == "A" else f"passports/{name}")]
    if name in ("B", "C"):
        tree["allocations"] = [cite(f"allocations/inset-{name}")]


def _labels() -> dict[str, Tree]:
    return {
        "label-measured": _label("t1", "footprint_mark", "0.71335", "kg CO2e/kg", "46800"),
        "label-low": _label("t2", "low_carbon_mark", "0.980895", "kg CO2e/kg", _FRUIT["D"]),
        "label-neutral": _label("t3", "neutral_mark", "0.080895", "kg CO2e/kg", _FRUIT["C"], gross="0.981"),
        "label-negative": _label("t5", "negative_mark", "-0.419105", "kg CO2e/kg", _FRUIT["B"], gross="0.980895"),
        "label-zero": _label("t4", "net_zero_mark", "18", "t CO2e", "1"),
        "label-contribution": _label("contribution", "contribution_note", "5", "t CO2e", "1"),
    }


def _label(name: str, design: str, shown: str, unit: str, run: str, gross: str | None = None) -> Tree:
    tree = brand.documents()["label"]
    beside = text(f"gross {gross} kg CO2e/kg; ", f"总排放 {gross} kg CO2e/kg；") if gross else text("", "")
    tree.update(
        id=iri(f"labels/{name}"), claim=cite(f"claims/{name}"), design=design, displayedValue=shown,
        displayedUnit=unit, printRun=int(run), qrUri=iri(f"claims/{name}"),
        boundaryText={language: beside[language] + _NOTE[language] for language in _NOTE},
    )  # fmt: skip
    tree["validity"]["end"] = "2028-08-31"
    return tree
