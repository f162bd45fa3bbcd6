"""Storage by itself: fresh samples, enough feed and char, the right use on the right ground, counted once."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from gclink._text import Text
from gclink.bundle._entry import Entry
from gclink.bundle._index import Bundle
from gclink.bundle._registry import Hit, procedure
from gclink.bundle._values import documents, find, follow, later, number, same, shown, tonnes, within
from gclink.bundle.removal.lines import lines_of, measurements

_NOT_STORED = frozenset({"fuel", "other"})
_FITS = {
    "soil": frozenset({"soil_biochar"}),
    "concrete": frozenset({"construction_material"}),
    "asphalt": frozenset({"construction_material"}),
    "injection": frozenset({"geological"}),
    "product": frozenset({"durable_product"}),
    "standing": frozenset({"land_biomass", "soil_carbon"}),
}


@procedure("GCL-REM-022")
def sample_is_fresh(bundle: Bundle) -> Iterator[Hit]:
    """Char is stored within twelve months of its analysis."""
    for event in documents(bundle, "StorageEvent"):
        batch = follow(bundle, event.tree, "batch", "ProductionBatch")
        if batch is None:
            continue
        sampled, stored = batch.tree["lab"]["sampledOn"], event.tree["storedOn"]
        if not within(12, sampled, stored):
            by = later(sampled, 12)
            yield Hit(event, ("storedOn",), Text(f"by {by}", f"不晚于 {by}"), same(stored))


@procedure("GCL-REM-028")
def feed_within_lot(bundle: Bundle) -> Iterator[Hit]:
    """All batches and captures together feed on no more of a lot than its dry mass."""
    fed: dict[str, Decimal] = {}
    for user in documents(bundle, "ProductionBatch", "CaptureRecord"):
        if bundle.active(user):
            for feed in user.tree["feeds"]:
                fed[feed["lot"]] = fed.get(feed["lot"], Decimal(0)) + number(feed["dryMass"])
    for name, used in fed.items():
        lot = find(bundle, name, "Lot")
        mass = tonnes(lot.tree["quantity"]) if lot is not None else None
        if lot is None or mass is None:
            continue
        dry = mass * Decimal(lot.tree.get("dryMatterFraction", "1"))
        if used > dry:
            wanted = Text(f"at least {shown(used)} t of dry mass", f"至少 {shown(used)} t 干质量")
            yield Hit(lot, ("quantity", "value"), wanted, same(f"{shown(dry)} t"))


@procedure("GCL-REM-031")
def stored_within_batch(bundle: Bundle) -> Iterator[Hit]:
    """No more char is stored than the batch holds."""
    stored: dict[str, Decimal] = {}
    for event in documents(bundle, "StorageEvent"):
        if "batch" in event.tree and bundle.active(event):
            name = event.tree["batch"]
            stored[name] = stored.get(name, Decimal(0)) + number(event.tree["storedMass"])
    for batch in documents(bundle, "ProductionBatch"):
        mass = batch.tree["dryMass"]["value"]
        if stored.get(batch.id, Decimal(0)) > Decimal(mass):
            wanted = Text(
                f"at least {shown(stored[batch.id])} t, the mass stored", f"至少为封存量 {shown(stored[batch.id])} t"
            )
            yield Hit(batch, ("dryMass", "value"), wanted, same(mass))


@procedure("GCL-REM-032")
def one_event_one_statement(bundle: Bundle) -> Iterator[Hit]:
    """One storage, one line of one statement in force, and of the same activity."""
    first: dict[str, Entry] = {}
    for statement in documents(bundle, "RemovalStatement"):
        if not bundle.in_force(statement):
            continue
        own: set[str] = set()
        for index, _, event in lines_of(bundle, statement):
            other = first.setdefault(event.id, statement)
            again = event.id in own
            own.add(event.id)
            if other is not statement or again:
                wanted = Text("one line of one statement in force", "仅列入一份有效声明的一行")
                yield Hit(statement, ("lines", index, "event"), wanted, same(other.id))
            elif event.tree["activity"] != statement.tree["activity"]:
                place = ("lines", index, "event")
                yield Hit(statement, place, same(statement.tree["activity"]), same(event.tree["activity"]))


@procedure("GCL-REM-034")
def fuel_is_not_stored(bundle: Bundle) -> Iterator[Hit]:
    """What is burnt or has no use of storage is in no statement."""
    for statement in documents(bundle, "RemovalStatement"):
        for index, _, event in lines_of(bundle, statement):
            if event.tree["storageUse"] in _NOT_STORED:
                wanted = Text("a use that stores", "具有封存作用的用途")
                yield Hit(statement, ("lines", index, "event"), wanted, same(event.tree["storageUse"]))


@procedure("GCL-REM-035")
def use_fits_storage(bundle: Bundle) -> Iterator[Hit]:
    """The carbon goes where the activity says that it goes."""
    for event in documents(bundle, "StorageEvent"):
        activity = follow(bundle, event.tree, "activity", "RemovalActivity")
        use = event.tree["storageUse"]
        if activity is None or use in _NOT_STORED:
            continue
        if activity.tree["storageType"] not in _FITS[use]:
            kind = activity.tree["storageType"]
            uses = " / ".join(name for name, kinds in _FITS.items() if kind in kinds)
            yield Hit(event, ("storageUse",), same(uses), same(use))


@procedure("GCL-REM-036")
def mineral_soil(bundle: Bundle) -> Iterator[Hit]:
    """Char is counted in mineral soil only."""
    for event in documents(bundle, "StorageEvent"):
        site = follow(bundle, event.tree, "site", "Site")
        if event.tree["storageUse"] == "soil" and site is not None and site.tree.get("soilType") != "mineral":
            found = same(site.tree["soilType"]) if "soilType" in site.tree else Text("not stated", "未说明")
            yield Hit(event, ("site",), Text("mineral soil", "矿质土"), found)


@procedure("GCL-REM-038")
def no_overlapping_claim(bundle: Bundle) -> Iterator[Hit]:
    """Two activities do not count one batch on one site."""
    first: dict[tuple[str, str], str] = {}
    for statement in documents(bundle, "RemovalStatement"):
        if not bundle.active(statement):
            continue
        for index, _, event in lines_of(bundle, statement):
            if "batch" not in event.tree:
                continue
            key = event.tree["batch"], event.tree["site"]
            activity = first.setdefault(key, statement.tree["activity"])
            if activity != statement.tree["activity"]:
                yield Hit(
                    statement,
                    ("lines", index, "event"),
                    Text("a batch and site of no other activity", "未被其他活动使用的批次与场所"),
                    same(activity),
                )


@procedure("GCL-REM-041")
def stock_interval(bundle: Bundle) -> Iterator[Hit]:
    """Two measurements of one place, one to five years apart."""
    for event in documents(bundle, "StorageEvent"):
        stocks = measurements(bundle, event)
        if len(stocks) != 2:
            continue
        if stocks[0]["site"] != stocks[1]["site"]:
            yield Hit(event, ("stocks",), same(stocks[0]["site"]), same(stocks[1]["site"]))
        before, after = (stock["measuredOn"] for stock in stocks)
        if after < later(before, 12) or not within(60, before, after):
            wanted = Text("12 to 60 months apart", "间隔 12–60 个月")
            yield Hit(event, ("stocks",), wanted, same(f"{before} - {after}"))
