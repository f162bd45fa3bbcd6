"""The figures of a claim against the passport, the benchmark and the allocations that they are copied from."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from gclink._text import Text
from gclink.bundle._entry import Entry
from gclink.bundle._index import Bundle
from gclink.bundle._registry import Hit, procedure
from gclink.bundle._values import DURABLE, Tree, complete, documents, each, follow, number, same, shown
from gclink.bundle.removal.allocations import source_of

#: Tiers that need the uncertainty of the passport.
_COMPARED = frozenset({"t2_low_carbon", "t3_carbon_neutral", "t5_carbon_negative"})
_LEVELS = ("region", "country", "subdivision")

#: Member of the figures, what it should be, what it is.
Difference = tuple[str, str, str]


def _figures(bundle: Bundle) -> Iterator[tuple[Entry, Tree]]:
    for claim in documents(bundle, "Claim"):
        if "figures" in claim.tree:
            yield claim, claim.tree["figures"]


@procedure("GCL-BRD-006")
def figures_equal_passport(bundle: Bundle) -> Iterator[Hit]:
    """The figures are those of one cited passport, and speak for no more than it covers."""
    for claim, figures in _figures(bundle):
        passports = complete(bundle, claim.tree, "passports", "CarbonPassport")
        if not passports:
            continue
        for member, wanted, found in min((_differences(figures, passport.tree) for passport in passports), key=len):
            yield Hit(claim, ("figures", member), same(wanted), same(found))


def _differences(figures: Tree, passport: Tree) -> list[Difference]:
    """Return where the figures depart from a passport."""
    pairs = [
        ("boundary", passport["boundary"]),
        ("declaredUnitText", passport["declaredUnit"]["unit"]),
        ("grossPerUnit", passport["grossEmissions"]),
        ("primaryDataShare", passport["primaryDataShare"]),
    ]
    if "dataQualityWorst" in figures:
        quality = passport.get("dataQuality", {})
        ratings = [Decimal(quality[name]) for name in ("technological", "geographical", "temporal") if name in quality]
        pairs.append(("dataQualityWorst", shown(max(ratings)) if ratings else "-"))
    found = [(member, wanted, figures[member]) for member, wanted in pairs if figures[member] != wanted]
    covered = passport.get("coveredQuantity")
    if covered is not None:
        size = Decimal(figures["coveredUnits"]) * number(passport["declaredUnit"])
        if size > number(covered):
            found.append(("coveredUnits", f"<= {covered['value']} {covered['unit']}", shown(size)))
    return found


@procedure("GCL-BRD-007")
def half_width_from_passport(bundle: Bundle) -> Iterator[Hit]:
    """The interval of the claim is as wide as that of the passport."""
    for claim, figures in _figures(bundle):
        gross, stated = Decimal(figures["grossPerUnit"]), figures["relativeHalfWidth"]
        for index, passport in each(bundle, claim.tree, "passports", "CarbonPassport"):
            tree = passport.tree
            if tree["grossEmissions"] != figures["grossPerUnit"]:
                continue  # the figures belong to another passport, or to none (GCL-BRD-006)
            if "uncertainty" not in tree:
                if claim.tree["tier"] in _COMPARED:
                    wanted = Text("a passport with uncertainty", "给出不确定性的护照")
                    yield Hit(claim, ("passports", index), wanted, Text("nothing", "缺失"))
                continue
            span = Decimal(tree["uncertainty"]["high"]) - Decimal(tree["uncertainty"]["low"])
            if abs(2 * Decimal(stated) * gross - span) > Decimal("0.002") * gross:
                wanted = same(f"{shown(span)} / (2 * {shown(gross)})")
                yield Hit(claim, ("figures", "relativeHalfWidth"), wanted, same(stated))


@procedure("GCL-BRD-013")
def benchmark_fits(bundle: Bundle) -> Iterator[Hit]:
    """The benchmark is of the same kind as the passport, real, recent, and copied as it is."""
    for claim in documents(bundle, "Claim"):
        benchmark = follow(bundle, claim.tree, "benchmark", "Benchmark")
        passports = complete(bundle, claim.tree, "passports", "CarbonPassport")
        if benchmark is None or passports is None:
            continue
        apart = min((_apart(benchmark.tree, passport.tree) for passport in passports), key=len, default=["passport"])
        if benchmark.tree["illustrative"]:
            apart = [*apart, "illustrative"]
        if apart:
            wanted = Text("a benchmark of the kind of the passport", "与护照同类的基准值")
            names = ", ".join(apart)
            yield Hit(claim, ("benchmark",), wanted, Text(f"other in {names}", f"不一致：{names}"))
        copied = claim.tree.get("figures", {}).get("benchmarkValue")
        if copied is not None and copied != benchmark.tree["value"]:
            yield Hit(claim, ("figures", "benchmarkValue"), same(benchmark.tree["value"]), same(copied))


def _apart(benchmark: Tree, passport: Tree) -> list[str]:
    """Return the members in which a benchmark is not of the kind of a passport."""
    own_rule = benchmark["productRule"]["methodName"], benchmark["productRule"]["version"]
    rules = {(rule["methodName"], rule["version"]) for rule in passport.get("productRules", ())}
    unit, own = benchmark["declaredUnit"], passport["declaredUnit"]
    years = abs(int(passport["period"]["end"][:4]) - benchmark["referenceYear"])
    checks = {
        "productRule": own_rule in rules,
        "declaredUnit": (unit["unit"], unit["value"]) == (own["unit"], own["value"]),
        "boundary": benchmark["boundary"] == passport["boundary"],
        "geography": _level(benchmark) == _level(passport),
        "gwpSet": benchmark["gwpSet"] == passport["gwpSet"],
        "referenceYear": years <= 5,
    }
    return [name for name, holds in checks.items() if not holds]


def _level(tree: Tree) -> str | None:
    return next((level for level in _LEVELS if level in tree["geography"]), None)


@procedure("GCL-BRD-028")
def inset_equals_allocations(bundle: Bundle) -> Iterator[Hit]:
    """The removals of a claim are the tonnes allocated to its lot, the durable ones those of durable classes."""
    for claim, figures in _figures(bundle):
        allocations = complete(bundle, claim.tree, "allocations", "RemovalAllocation")
        if allocations is None or not bundle.active(claim):
            continue
        inset = durable = Decimal(0)
        known = True
        for allocation in allocations:
            tree, source = allocation.tree, source_of(bundle, allocation)
            known = known and source is not None
            if tree["mode"] != "inset" or tree.get("target", "") != claim.tree.get("subjectLot"):
                continue
            if bundle.active(allocation) and source is not None:
                inset += Decimal(tree["tonnes"])
                durable += Decimal(tree["tonnes"]) if source.tree["durabilityClass"] in DURABLE else 0
        for member, wanted in (("removalsInset", inset), ("removalsDurable", durable)):
            if known and Decimal(figures[member]) != wanted:
                yield Hit(claim, ("figures", member), same(shown(wanted)), same(figures[member]))
