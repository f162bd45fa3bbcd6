"""The brand behind the claims: cut first, balance the rest for good, keep the products to what the brand promises."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from decimal import Decimal

from gclink._text import Text
from gclink.bundle._entry import Entry
from gclink.bundle._index import Bundle
from gclink.bundle._registry import Hit, procedure
from gclink.bundle._values import LADDER, Tree, complete, documents, each, find, follow, same, shown

_NET_ZERO = ("net zero", "net-zero", "净零")
#: Primary data that every product needs under a net-zero brand, in percent.
_PRIMARY = Decimal(70)


def _net_zero(bundle: Bundle) -> dict[str, Entry]:
    """Return the brand profiles that an active t4 claim stands on, by id."""
    found: dict[str, Entry] = {}
    for claim in documents(bundle, "Claim"):
        if claim.tree["tier"] == "t4_net_zero_aligned" and bundle.active(claim):
            brand = follow(bundle, claim.tree, "subjectBrand", "BrandProfile")
            if brand is not None:
                found[brand.id] = brand
    return found


@procedure("GCL-BRD-019")
def net_zero_reduction(bundle: Bundle) -> Iterator[Hit]:
    """Net zero means cutting first: nine tenths of energy and industry, 72 % of the land sector."""
    for brand in bundle.shared(_net_zero).values():
        for member, least in (("verifiedReduction", "0.9"), ("verifiedFlagReduction", "0.72")):
            if member in brand.tree and Decimal(brand.tree[member]) < Decimal(least):
                yield Hit(brand, (member,), same(f">= {least}"), same(brand.tree[member]))


@procedure("GCL-BRD-020")
def net_zero_neutralised(bundle: Bundle) -> Iterator[Hit]:
    """What is left is balanced: fossil carbon by durable removals, all of it by tonnes that are used for this."""
    for brand in bundle.shared(_net_zero).values():
        tree = brand.tree
        for residual, balance in (("residualFossil", "neutralisedDurable"), ("residual", "neutralisedTotal")):
            if Decimal(tree[residual]) > Decimal(tree[balance]):
                yield Hit(brand, (balance,), same(f">= {tree[residual]}"), same(tree[balance]))
        for index, allocation in each(bundle, tree, "neutralisations", "RemovalAllocation"):
            if not _for_brand(bundle, brand, allocation.tree):
                wanted = Text("inset, or retired for this brand", "内嵌，或为本品牌注销")
                yield Hit(brand, ("neutralisations", index), wanted, same(allocation.tree["mode"]))
        allocations = complete(bundle, tree, "neutralisations", "RemovalAllocation")
        if allocations is not None:
            total = sum((Decimal(allocation.tree["tonnes"]) for allocation in allocations), Decimal(0))
            if Decimal(tree["neutralisedTotal"]) != total:
                yield Hit(brand, ("neutralisedTotal",), same(shown(total)), same(tree["neutralisedTotal"]))


def _for_brand(bundle: Bundle, brand: Entry, allocation: Tree) -> bool:
    if allocation["mode"] == "inset":
        return True
    claim = find(bundle, allocation.get("target"), "Claim")
    owned = claim is not None and claim.tree.get("subjectBrand") == brand.id
    return allocation["mode"] == "retired" and (owned or allocation.get("target") == brand.id)


@procedure("GCL-BRD-021")
def reduction_recomputed(bundle: Bundle) -> Iterator[Hit]:
    """The reductions of a brand follow from two verified inventories of its owner."""
    strict = bundle.shared(_net_zero)
    for brand in documents(bundle, "BrandProfile"):
        base = follow(bundle, brand.tree, "baseInventory", "EntityInventory")
        current = follow(bundle, brand.tree, "currentInventory", "EntityInventory")
        for member, inventory in (("baseInventory", base), ("currentInventory", current)):
            if inventory is not None:
                yield from _sound(bundle, brand, member, inventory)
        if base is None or current is None:
            continue
        yield from _recomputed(brand, base.tree, current.tree)
        most = Decimal("0.1") * Decimal(base.tree["energyIndustry"])
        if brand.id in strict and Decimal(current.tree["energyIndustry"]) > most:
            wanted = Text(f"energyIndustry of at most {shown(most)}", f"energyIndustry 至多 {shown(most)}")
            yield Hit(brand, ("currentInventory",), wanted, same(current.tree["energyIndustry"]))


def _sound(bundle: Bundle, brand: Entry, member: str, inventory: Entry) -> Iterator[Hit]:
    """Yield what keeps an inventory from carrying a brand: not verified, of somebody else, or not adding up."""
    tree = inventory.tree
    if bundle.active(brand) and not bundle.verified(inventory):
        yield Hit(brand, (member,), Text("a verified inventory", "经核查的清单"), Text("not verified", "未核查"))
    if tree["reportingEntity"] != brand.tree["owner"]:
        yield Hit(brand, (member,), same(brand.tree["owner"]), same(tree["reportingEntity"]))
    total = Decimal(tree["energyIndustry"]) + Decimal(tree["flag"])
    if Decimal(tree["total"]) != total:
        wanted = Text(
            f"total of {shown(total)} = energyIndustry + flag", f"total = energyIndustry + flag = {shown(total)}"
        )
        yield Hit(brand, (member,), wanted, same(tree["total"]))


def _recomputed(brand: Entry, base: Tree, current: Tree) -> Iterator[Hit]:
    for member, part in (("verifiedReduction", "energyIndustry"), ("verifiedFlagReduction", "flag")):
        if member not in brand.tree:
            continue
        whole, left = Decimal(base[part]), Decimal(current[part])
        if abs(whole * (1 - Decimal(brand.tree[member])) - left) > Decimal("0.005") * whole:
            yield Hit(brand, (member,), same(f"1 - {shown(left)} / {shown(whole)}"), same(brand.tree[member]))
    for member, part in (("residual", "total"), ("residualFossil", "fossilPart")):
        if brand.tree[member] != current[part]:
            yield Hit(brand, (member,), same(current[part]), same(brand.tree[member]))


@procedure("GCL-BRD-022")
def net_zero_names_entity(bundle: Bundle) -> Iterator[Hit]:
    """Net zero is said of an entity by its name, and never of a fruit."""
    promised = bundle.shared(_promises)
    for claim in documents(bundle, "Claim"):
        if claim.tree["tier"] == "t4_net_zero_aligned":
            yield from _named(bundle, claim)
        elif any((claim.tree["claimant"], product) in promised for product in _product(bundle, claim)):
            for language, words in claim.tree["wording"].items():
                term = next((term for term in _NET_ZERO if term in _folded(words)), None)
                if term is not None:
                    wanted = Text("no net zero of a product", "产品不得自称净零")
                    yield Hit(claim, ("wording", language), wanted, same(words))


def _named(bundle: Bundle, claim: Entry) -> Iterator[Hit]:
    brand = follow(bundle, claim.tree, "subjectBrand", "BrandProfile")
    owner = follow(bundle, brand.tree, "owner", "Party") if brand is not None else None
    if owner is None:
        return
    names = [_folded(name) for name in owner.tree["name"].values()]
    for language, words in claim.tree["wording"].items():
        if not any(name in _folded(words) for name in names):
            wanted = same(" / ".join(owner.tree["name"].values()))
            yield Hit(claim, ("wording", language), wanted, same(words))


def _folded(words: str) -> str:
    return unicodedata.normalize("NFKC", words).casefold()


def _product(bundle: Bundle, claim: Entry) -> list[str]:
    """Return the product that a claim is about, directly or through its lot; nothing where it is about none."""
    lot = find(bundle, claim.tree.get("subjectLot"), "Lot")
    product = lot.tree["product"] if lot is not None else claim.tree.get("subjectProduct")
    return [product] if product is not None else []


def _promises(bundle: Bundle) -> dict[tuple[str, str], list[tuple[str, str, str]]]:
    """Return (required tier, from day, brand) of each owner and product in the brand profiles."""
    found: dict[tuple[str, str], list[tuple[str, str, str]]] = {}
    for brand in documents(bundle, "BrandProfile"):
        for row in brand.tree["products"]:
            key = brand.tree["owner"], row["product"]
            found.setdefault(key, []).append((row["requiredTier"], row["fromDate"], brand.id))
    return found


@procedure("GCL-BRD-042")
def brand_product_tier(bundle: Bundle) -> Iterator[Hit]:
    """A product under a brand reaches what the brand promises, on the data that a net-zero brand needs."""
    promised, strict = bundle.shared(_promises), bundle.shared(_net_zero)
    for claim in documents(bundle, "Claim"):
        tier, start = claim.tree["tier"], claim.tree["validity"]["start"]
        if tier not in LADDER or not bundle.active(claim):
            continue
        for product in _product(bundle, claim):
            rows = [
                row for row in promised.get((claim.tree["claimant"], product), ()) if bundle.active(bundle.get(row[2]))
            ]
            due = [row[0] for row in rows if row[0] in LADDER and row[1] <= start]
            most = max(due, key=LADDER.index, default=tier)
            if LADDER.index(tier) < LADDER.index(most):
                yield Hit(claim, ("tier",), Text(f"{most} or higher", f"{most} 或更高"), same(tier))
            share = claim.tree.get("figures", {}).get("primaryDataShare")
            if share is not None and Decimal(share) < _PRIMARY and any(row[2] in strict for row in rows):
                yield Hit(claim, ("figures", "primaryDataShare"), same(f">= {_PRIMARY}"), same(share))
