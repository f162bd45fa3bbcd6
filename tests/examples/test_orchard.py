"""The orchard, whole: it conforms in every syntax, says what it may, and shows what a negative claim would need."""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from gclink.canonical import digest
from gclink.check import Options, check
from gclink.documents import Document, read_documents

from examples.build import orchard

ROOT = Path(__file__).resolve().parents[2] / "examples"
AS_OF = "2026-10-01T00:00:00Z"
Trees = dict[str, dict[str, Any]]


@cache
def built(folder: str) -> Trees:
    return orchard.documents() if folder == "orchard" else orchard.scenario()


@pytest.mark.parametrize("folder", ["orchard", "what-if"])
def test_the_committed_files_are_what_the_builder_gives(folder: str) -> None:
    made = {path: raw for path, raw in orchard.files().items() if path.startswith(f"{folder}/")}
    there = {path.relative_to(ROOT).as_posix() for path in (ROOT / folder).rglob("*.*")}
    assert there == set(made)
    assert [path for path, raw in made.items() if (ROOT / path).read_bytes() != raw] == []


@pytest.mark.parametrize("syntax", ["json", "xml", "turtle"])
@pytest.mark.parametrize("folder", ["orchard", "what-if"])
def test_the_bundle_conforms_with_the_same_digests_in_every_syntax(folder: str, syntax: str) -> None:
    documents = list(read_documents([ROOT / folder / syntax]))
    report = check(documents, Options(as_of=AS_OF, scope="bundle"))
    assert report.findings == ()
    assert {document.id: digest(document.tree) for document in documents} == {
        tree["id"]: digest(tree) for tree in built(folder).values()
    }


def test_everything_that_the_orchard_gives_is_there() -> None:
    trees = built("orchard")
    kinds = {tree["processType"] for tree in trees.values() if tree["type"] == "ProcessRun"}
    assert {
        "cultivation",
        "harvest",
        "pyrolysis",
        "mushroom_cultivation",
        "beekeeping",
        "distillation",
        "ash_return",
    } <= kinds
    techniques = {tree["technique"] for tree in trees.values() if tree["type"] == "FinancingTransaction"}
    assert techniques == {"payables_finance", "dynamic_discounting", "loan_against_inventory", "pre_shipment_finance"}
    rewarded = {tree["type"] for tree in trees.values()}
    assert {"PolicySubsidy", "EsgPointEntry", "PurchaseReward", "BrandProfile", "Label", "StorageEvent"} <= rewarded
    seasons = {trees[name]["period"]["end"] for name in ("passports-fruit-2025", "passports-A-inset")}
    assert len(seasons) == 2


def test_the_fruit_is_low_and_not_negative() -> None:
    trees = built("orchard")
    passport, statement = trees["passports-A-inset"], trees["statements-biochar"]
    assert (passport["grossEmissions"], passport["totalExclUptake"]) == ("0.71335", "0.507096")
    assert (statement["net"], statement["issuable"]) == ("10.160733", "9.652696")
    emitted = Decimal(passport["grossEmissions"]) * Decimal(passport["coveredQuantity"]["value"]) / 1000
    assert emitted == Decimal("33.38478")
    assert Decimal(statement["issuable"]) < emitted
    assert {tree["tier"] for tree in trees.values() if tree["type"] == "Claim"} == {"t1_measured"}


def test_the_chicken_weighs_as_much_as_the_fruit_and_the_brand_counts_it() -> None:
    trees = built("orchard")
    chicken = trees["passports-chicken"]
    tonnes = Decimal(chicken["grossEmissions"]) * Decimal(chicken["coveredQuantity"]["value"]) / 1000
    assert tonnes == Decimal("34.7841")
    fossil, other = orchard.byproducts.emissions()
    inventory = trees["inventories-2026"]
    assert Decimal(inventory["total"]) == fossil + other + 20 + Decimal("13.3848")
    assert trees["brands-litchi"]["neutralisedTotal"] == "0"


def test_no_tonne_of_the_season_is_used_twice() -> None:
    trees = built("orchard")
    given = [Decimal(tree["tonnes"]) for tree in trees.values() if tree["type"] == "RemovalAllocation"]
    assert sum(given) <= Decimal(trees["statements-biochar"]["issuable"])


def test_the_what_if_is_negative_by_a_store_underground() -> None:
    trees = built("what-if")
    (claim,) = [tree for tree in trees.values() if tree["type"] == "Claim"]
    figures = claim["figures"]
    assert claim["tier"] == "t5_carbon_negative"
    emitted = Decimal(figures["grossPerUnit"]) * Decimal(figures["coveredUnits"]) / 1000
    durable, width = Decimal(figures["removalsDurable"]), Decimal(figures["removalHalfWidth"])
    assert durable * (1 - width) - emitted * (1 + Decimal(figures["relativeHalfWidth"])) > 0
    assert trees["activities-bioccs"]["storageType"] == "geological"


def test_without_the_store_underground_the_claim_falls() -> None:
    trees = {name: tree for name, tree in built("what-if").items() if name != "storage-reservoir"}
    documents = [Document(tree, name, "json") for name, tree in trees.items()]
    report = check(documents, Options(as_of=AS_OF, scope="bundle"))
    assert {finding.requirement for finding in report.findings} >= {"GCL-COR-022"}
    assert report.verdict == "violates"
