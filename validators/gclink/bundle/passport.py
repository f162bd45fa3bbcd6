"""Rules across documents of module passport: the passport against its lot, product, runs, insets and siblings."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from gclink._rules_runtime import EXACT
from gclink._text import Text
from gclink.bundle._entry import Entry
from gclink.bundle._index import Bundle
from gclink.bundle._registry import Hit, procedure
from gclink.bundle._values import same, shown

Tree = dict[str, Any]

_POSITIVE = ("fossilGhg", "landUseChange", "landManagementBiogenicCO2", "biogenicNonCO2")
_COMPONENTS = {
    "soil_biochar": "land_management_removals",
    "soil_carbon": "land_management_removals",
    "land_biomass": "land_management_removals",
    "geological": "technological_removals",
    "construction_material": "technological_removals",
    "durable_product": "technological_removals",
}
_FOSSIL = frozenset({"diesel", "petrol", "lpg", "natural_gas", "electricity"})
_FIRES = frozenset({"combustion", "pyrolysis", "gasification"})


def lot_of(bundle: Bundle, passport: Entry) -> Entry | None:
    """Return the lot a passport speaks about, as far as the bundle holds it."""
    lot = bundle.get(passport.tree.get("subjectLot"))
    return lot if lot is not None and lot.type == "Lot" else None


def product_of(bundle: Bundle, passport: Entry) -> Tree | None:
    """Return the product behind a passport: its subject, or that of its lot."""
    lot = lot_of(bundle, passport)
    product = bundle.get(lot.tree["product"] if lot is not None else passport.tree.get("subjectProduct"))
    return product.tree if product is not None and product.type == "ProductType" else None


def _runs(bundle: Bundle, passport: Entry) -> Iterator[Tree]:
    for reference in passport.refers("processRuns"):
        run = bundle.get(reference.target)
        if run is not None and run.type == "ProcessRun":
            yield run.tree


@procedure("GCL-PAS-017")
def non_biogenic_has_no_uptake(bundle: Bundle) -> Iterator[Hit]:
    """A product that is not biogenic takes up nothing and holds no biogenic carbon."""
    for passport in bundle.of("CarbonPassport"):
        product = product_of(bundle, passport)
        if product is None or product["biogenicProduct"]:
            continue
        tree = passport.tree
        for path, value in (
            (("components", "biogenicUptake"), tree["components"]["biogenicUptake"]),
            (("carbonContent", "biogenic"), tree["carbonContent"]["biogenic"]),
        ):
            if value != "0":
                yield Hit(passport, path, same("0"), same(value))


@procedure("GCL-PAS-029")
def lot_in_reference_period(bundle: Bundle) -> Iterator[Hit]:
    """The lot was made in the reference period, or in the twelve months before its start."""
    for passport in bundle.of("CarbonPassport"):
        lot = lot_of(bundle, passport)
        if lot is None:
            continue
        period, made = passport.tree["period"], lot.tree["period"]
        if made["end"] > period["end"]:
            by = Text(f"ended by {period['end']}", f"不晚于 {period['end']} 结束")
            yield Hit(passport, ("period",), by, same(made["end"]))
        elif made["start"] < _year_before(period["start"]):
            within = Text(f"begun at most 12 months before {period['start']}", f"不早于 {period['start']} 前 12 个月")
            yield Hit(passport, ("period",), within, same(made["start"]))


def _year_before(day: str) -> str:
    """Return the day of the same name a year earlier, for comparing as text: 29 February needs no calendar here."""
    return f"{int(day[:4]) - 1:04}{day[4:]}"


@procedure("GCL-PAS-030")
def perennial_averaging(bundle: Bundle) -> Iterator[Hit]:
    """A perennial crop is averaged over three harvests, or the passport says how it was averaged."""
    for passport in bundle.of("CarbonPassport"):
        product, tree = product_of(bundle, passport), passport.tree
        if (
            product is not None
            and product["perennial"]
            and tree.get("harvestCount", 0) < 3
            and "averagingText" not in tree
        ):
            found = same(str(tree["harvestCount"])) if "harvestCount" in tree else Text("nothing", "缺失")
            wanted = Text("3 harvests or averagingText", "3 季采收或 averagingText")
            yield Hit(passport, ("harvestCount",), wanted, found)


@procedure("GCL-PAS-031")
def land_use_assessed(bundle: Bundle) -> Iterator[Hit]:
    """A biogenic product has its land looked back at over twenty years."""
    for passport in bundle.of("CarbonPassport"):
        product = product_of(bundle, passport)
        if product is not None and product["biogenicProduct"] and "landUse" not in passport.tree:
            yield Hit(passport, ("landUse",), Text("a look-back of 20 years", "回溯 20 年"), Text("nothing", "缺失"))


@procedure("GCL-PAS-036")
def no_offset_inside(bundle: Bundle) -> Iterator[Hit]:
    """No citation of a passport leads to a carbon unit or to an allocation that is not inset."""
    for passport in bundle.of("CarbonPassport"):
        for reference in passport.references:
            target = bundle.get(reference.target)
            if target is None:
                continue
            mode = target.tree["mode"] if target.type == "RemovalAllocation" else None
            source = bundle.get(target.tree["source"]["target"]) if target.type == "RemovalAllocation" else None
            if target.type == "CarbonUnit" or (source is not None and source.type == "CarbonUnit"):
                yield Hit(passport, reference.path, Text("no carbon unit", "非碳单位"), same("CarbonUnit"))
            elif mode not in (None, "inset"):
                yield Hit(passport, reference.path, same("inset"), same(str(mode)))


@procedure("GCL-PAS-038")
def inset_is_sound(bundle: Bundle) -> Iterator[Hit]:
    """An inset rests on an active, verified statement and on an allocation of that statement to this lot."""
    for passport in bundle.of("CarbonPassport"):
        for index, inset in enumerate(passport.tree.get("insetRemovals", ())):
            path = ("insetRemovals", index)
            statement = bundle.get(inset["statement"]["target"])
            allocation = bundle.get(inset["allocation"])
            if statement is not None and bundle.active(passport):
                if not bundle.active(statement):
                    yield Hit(passport, (*path, "statement"), same("active"), same(bundle.status(statement)))
                elif not bundle.verified(statement):
                    yield Hit(
                        passport, (*path, "statement"), Text("verified", "已核查"), Text("not verified", "未核查")
                    )
            if allocation is None or allocation.type != "RemovalAllocation":
                continue
            tree = allocation.tree
            for wanted, found in (
                ("inset", tree["mode"]),
                (inset["statement"]["target"], tree["source"]["target"]),
                (passport.tree.get("subjectLot"), tree.get("target")),
            ):
                if wanted != found:
                    yield Hit(passport, (*path, "allocation"), _named(wanted), _named(found))
                    break


def _named(value: str | None) -> Text:
    return Text("none", "无") if value is None else same(value)


@procedure("GCL-PAS-039")
def inset_within_allocation(bundle: Bundle) -> Iterator[Hit]:
    """What is inset per unit, over all units covered, is not more than the allocation; zero tolerance."""
    for passport in bundle.of("CarbonPassport"):
        tree = passport.tree
        if "coveredQuantity" not in tree:
            continue
        per_unit: dict[str, tuple[int, Decimal]] = {}
        for index, inset in enumerate(tree.get("insetRemovals", ())):
            first, total = per_unit.get(inset["allocation"], (index, Decimal(0)))
            per_unit[inset["allocation"]] = first, EXACT.add(total, Decimal(inset["perDeclaredUnit"]))
        covered, unit = Decimal(tree["coveredQuantity"]["value"]), Decimal(tree["declaredUnit"]["value"])
        for name, (index, total) in per_unit.items():
            allocation = bundle.get(name)
            if allocation is None or allocation.type != "RemovalAllocation":
                continue
            most = EXACT.scaleb(Decimal(allocation.tree["tonnes"]), 3)
            if EXACT.multiply(total, covered) > EXACT.multiply(most, unit):
                yield Hit(
                    passport,
                    ("insetRemovals", index, "perDeclaredUnit"),
                    Text(f"at most {shown(most)} kg in all", f"合计至多 {shown(most)} kg"),
                    same(f"{shown(total)} x {shown(covered)} / {shown(unit)} kg"),
                )


@procedure("GCL-PAS-040")
def inset_component_fits_storage(bundle: Bundle) -> Iterator[Hit]:
    """Soil and biomass stores enter land management removals, rock and materials technological removals."""
    for passport in bundle.of("CarbonPassport"):
        for index, inset in enumerate(passport.tree.get("insetRemovals", ())):
            statement = bundle.tree(inset["statement"]["target"])
            activity = bundle.tree(statement.get("activity")) if statement is not None else None
            if activity is None or "storageType" not in activity:
                continue
            wanted = _COMPONENTS[activity["storageType"]]
            if inset["component"] != wanted:
                yield Hit(passport, ("insetRemovals", index, "component"), same(wanted), same(inset["component"]))


@procedure("GCL-PAS-041")
def combustion_has_non_co2(bundle: Bundle) -> Iterator[Hit]:
    """Where biomass burns there is methane and nitrous oxide; a run on fossil fuel alone is not meant."""
    for passport in bundle.of("CarbonPassport"):
        burnt = any(run["processType"] in _FIRES and not _fossil_only(run) for run in _runs(bundle, passport))
        found = passport.tree["components"]["biogenicNonCO2"]
        if burnt and Decimal(found) <= 0:
            yield Hit(passport, ("components", "biogenicNonCO2"), same("> 0"), same(found))


def _fossil_only(run: Tree) -> bool:
    carriers = {use["carrier"] for use in run.get("energyUse", ())}
    return bool(carriers) and not run.get("inputs") and carriers <= _FOSSIL


@procedure("GCL-PAS-042")
def nitrogen_has_n2o(bundle: Bundle) -> Iterator[Hit]:
    """Where nitrogen was applied there is nitrous oxide."""
    for passport in bundle.of("CarbonPassport"):
        fed = any(
            run["processType"] == "cultivation" and Decimal(run.get("nitrogenApplied", {}).get("value", "0")) > 0
            for run in _runs(bundle, passport)
        )
        found = passport.tree["components"]["biogenicNonCO2"]
        if fed and Decimal(found) <= 0:
            yield Hit(passport, ("components", "biogenicNonCO2"), same("> 0"), same(found))


@procedure("GCL-PAS-043")
def residue_has_collection_only(bundle: Bundle) -> Iterator[Hit]:
    """A residue carries nothing of what it is left over from, but its collection."""
    residues = {
        flow["lot"]
        for run in bundle.of("ProcessRun")
        if bundle.in_force(run)
        for flow in run.tree["outputs"]
        if flow["role"] == "residue"
    }
    for passport in bundle.of("CarbonPassport"):
        if passport.tree.get("subjectLot") not in residues:
            continue
        collected = False
        for index, stage in enumerate(passport.tree["stages"]):
            burden = Decimal(0)
            for name in _POSITIVE:
                burden = EXACT.add(burden, Decimal(stage["components"][name]))
            collected = collected or (stage["stage"] == "collection" and burden > 0)
            if stage["stage"] in ("cultivation", "raw_materials") and burden != 0:
                yield Hit(passport, ("stages", index), same("0"), same(shown(burden)))
        if not collected:
            yield Hit(
                passport, ("stages",), Text("a stage collection > 0", "大于 0 的收集阶段"), Text("nothing", "缺失")
            )


@procedure("GCL-PAS-044")
def covered_within_lot(bundle: Bundle) -> Iterator[Hit]:
    """A passport does not speak for more than its lot."""
    for passport in bundle.of("CarbonPassport"):
        lot, covered = lot_of(bundle, passport), passport.tree.get("coveredQuantity")
        if lot is None or covered is None:
            continue
        held = lot.tree["quantity"]
        if held["unit"] != covered["unit"]:
            yield Hit(passport, ("coveredQuantity", "unit"), same(held["unit"]), same(covered["unit"]))
        elif Decimal(covered["value"]) > Decimal(held["value"]):
            yield Hit(passport, ("coveredQuantity", "value"), same(f"<= {held['value']}"), same(covered["value"]))


@procedure("GCL-PAS-045")
def one_active_passport(bundle: Bundle) -> Iterator[Hit]:
    """One active passport per subject, period, boundary, unit and issuer."""
    first: dict[tuple[str, ...], str] = {}
    for passport in bundle.of("CarbonPassport"):
        if not bundle.active(passport):
            continue
        tree = passport.tree
        for subject in ("subjectLot", "subjectProduct"):
            if subject not in tree:
                continue
            key = (
                tree[subject],
                tree["period"]["start"],
                tree["period"]["end"],
                tree["boundary"],
                tree["declaredUnit"]["unit"],
                passport.issuer,
            )
            other = first.setdefault(key, passport.id)
            if other != passport.id:
                yield Hit(passport, (), Text("one active passport of a kind", "同类有效护照至多一本"), same(other))
