"""The goods behind a link: one line, one lot, one passport, and figures copied without a change."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from gclink._text import Text
from gclink.bundle._entry import Entry, Path
from gclink.bundle._index import Bundle
from gclink.bundle._registry import Hit, procedure
from gclink.bundle._values import Tree, follow, once, same, shown
from gclink.calculations._numbers import half_away


def lines_of(bundle: Bundle, link: Tree) -> list[Tree]:
    """Return the goods lines of the linked asset that carry the link's number."""
    asset = follow(bundle, link, "asset", "Asset")
    lines = asset.tree.get("goodsLines", ()) if asset is not None else ()
    return [line for line in lines if line["lineNumber"] == link["lineNumber"]]


def line_of(bundle: Bundle, link: Tree) -> Tree | None:
    """Return the goods line that a link means; None where its number is that of none or of several (GCL-LNK-001)."""
    lines = lines_of(bundle, link)
    return lines[0] if len(lines) == 1 else None


def standing(bundle: Bundle) -> Iterator[Entry]:
    """Yield the links that are in force and whose state is active."""
    for link in once(bundle.of("CarbonLink")):
        if bundle.in_force(link) and bundle.state(link) == "active":
            yield link


@procedure("GCL-LNK-001")
def line_exists(bundle: Bundle) -> Iterator[Hit]:
    """The asset has exactly one goods line of the link's number."""
    for link in once(bundle.of("CarbonLink")):
        tree = link.tree
        if follow(bundle, tree, "asset", "Asset") is not None and len(lines_of(bundle, tree)) != 1:
            wanted = Text("one line of the asset", "资产中唯一的货物行")
            yield Hit(link, ("lineNumber",), wanted, same(tree["lineNumber"]))


@procedure("GCL-LNK-002")
def asset_of_transaction(bundle: Bundle) -> Iterator[Hit]:
    """The linked asset is one that the linked transaction finances."""
    for link in once(bundle.of("CarbonLink")):
        transaction = follow(bundle, link.tree, "transactionReference", "FinancingTransaction")
        if transaction is None:
            continue
        financed = {item["asset"]["target"] for item in transaction.tree["items"]}
        if link.tree["asset"]["target"] not in financed:
            yield Hit(link, ("asset",), same(", ".join(sorted(financed))), same(link.tree["asset"]["target"]))


@procedure("GCL-LNK-007")
def same_goods(bundle: Bundle) -> Iterator[Hit]:
    """Line, lot and passport speak about the same goods."""
    for link in once(bundle.of("CarbonLink")):
        lot = follow(bundle, link.tree, "lot", "Lot")
        if lot is None:
            continue
        product, line = lot.tree["product"], line_of(bundle, link.tree)
        if line is not None and line["product"] != product:
            yield Hit(link, ("lot",), same(line["product"]), same(product))
        elif line is not None and line.get("lot", lot.id) != lot.id:
            yield Hit(link, ("lot",), same(line["lot"]), same(lot.id))
        passport = follow(bundle, link.tree, "passport", "CarbonPassport")
        if passport is not None:
            subject = passport.tree.get("subjectLot") or passport.tree.get("subjectProduct")
            if subject not in (lot.id, product):
                yield Hit(link, ("passport",), same(f"{lot.id} / {product}"), same(str(subject)))


@procedure("GCL-LNK-008")
def cover_within_line(bundle: Bundle) -> Iterator[Hit]:
    """The links of one line and transaction cover no more than the line, in its unit."""
    covered: dict[tuple[str, str, str], Decimal] = {}
    for link in standing(bundle):
        tree = link.tree
        line = line_of(bundle, tree)
        if line is None:
            continue
        lot = follow(bundle, tree, "lot", "Lot")
        unit, quantity = tree["coveredQuantity"]["unit"], Decimal(tree["coveredQuantity"]["value"])
        units = {line["quantity"]["unit"]} | ({lot.tree["quantity"]["unit"]} if lot is not None else set())
        if units != {unit}:
            yield Hit(link, ("coveredQuantity", "unit"), same(", ".join(sorted(units))), same(unit))
            continue
        key = (tree["asset"]["target"], tree["lineNumber"], tree["transactionReference"]["target"])
        before, most = covered.get(key, Decimal(0)), Decimal(line["quantity"]["value"])
        covered[key] = before + quantity
        if covered[key] > most:
            whole = Text(f"at most {shown(most)} {unit} of the line", f"该行至多 {shown(most)} {unit}")
            told = f"{shown(before)} + {shown(quantity)} = {shown(covered[key])} {unit}"
            yield Hit(link, ("coveredQuantity", "value"), whole, same(told))


@procedure("GCL-LNK-009")
def link_unique(bundle: Bundle) -> Iterator[Hit]:
    """One link in force per asset, line, lot and transaction."""
    first: dict[tuple[str, ...], str] = {}
    for link in standing(bundle):
        tree = link.tree
        key = (tree["asset"]["target"], tree["lineNumber"], tree["lot"], tree["transactionReference"]["target"])
        other = first.setdefault(key, link.id)
        if other != link.id:
            yield Hit(link, (), Text("one link of a kind", "同类链接唯一"), same(other))


@procedure("GCL-LNK-010")
def extract_equals_passport(bundle: Bundle) -> Iterator[Hit]:
    """What a link copies from a passport is what the passport says, to the last digit."""
    for link in once(bundle.of("CarbonLink")):
        passport = follow(bundle, link.tree, "passport", "CarbonPassport")
        if passport is None:
            continue
        extract = link.tree["extract"]
        for path, due, told in _extract_of(passport.tree):
            stated = extract
            for step in path:
                stated = stated.get(step) if isinstance(stated, dict) else None
            if path == ("insetPerUnit",) and stated is None and due == "0":
                continue  # nothing is inset, and nothing is said about it
            if stated != due:
                found = same(str(stated)) if stated is not None else Text("absent", "缺失")
                yield Hit(link, ("extract", *(path if stated is not None else ())), same(told), found)


def _extract_of(passport: Tree) -> Iterator[tuple[Path, str, str]]:
    """Yield place, value and told value of each member of an extract."""
    unit = passport["declaredUnit"]
    yield ("declaredUnitText",), unit["unit"], unit["unit"]
    for member, value, told in (("intensity", intensity(passport), passport["grossEmissions"]),
                                ("insetPerUnit", inset_per_unit(passport), _removals_told(passport))):  # fmt: skip
        if value is not None:
            yield (member,), value, f"{value} = {told} / {unit['value']}"
    for end in ("start", "end"):
        yield ("referencePeriod", end), passport["period"][end], passport["period"][end]
    yield ("validUntil",), passport["validity"]["end"], passport["validity"]["end"]
    for member in ("gwpSet", "boundary"):
        yield (member,), passport[member], passport[member]


def intensity(passport: Tree) -> str | None:
    """Return grossEmissions per one declared unit, half up to 6 decimals; None where the unit is nothing."""
    return _per_unit(Fraction(passport["grossEmissions"]), passport)


def inset_per_unit(passport: Tree) -> str | None:
    """Return the inset removals per one declared unit, negative, half up to 6 decimals; None where it is nothing."""
    parts = passport["components"]
    removals = Fraction(parts["landManagementRemovals"]) + Fraction(parts["technologicalRemovals"])
    return _per_unit(removals, passport)


def _per_unit(amount: Fraction, passport: Tree) -> str | None:
    unit = Fraction(passport["declaredUnit"]["value"])
    return shown(half_away(amount / unit, 6)) if unit else None


def _removals_told(passport: Tree) -> str:
    parts = passport["components"]
    return f"({parts['landManagementRemovals']} + {parts['technologicalRemovals']})"


@procedure("GCL-LNK-013")
def passport_covers_lot(bundle: Bundle) -> Iterator[Hit]:
    """A passport vouches for its own lot, and the mean of a product only for lots that were made in its time."""
    for link in once(bundle.of("CarbonLink")):
        lot = follow(bundle, link.tree, "lot", "Lot")
        passport = follow(bundle, link.tree, "passport", "CarbonPassport")
        if lot is None or passport is None:
            continue
        own = passport.tree.get("subjectLot")
        made, measured = lot.tree["period"], passport.tree["period"]
        if own is not None:
            if own != lot.id:
                yield Hit(link, ("passport",), same(lot.id), same(own))
        elif not (measured["start"] <= made["start"] and made["end"] <= measured["end"]):
            wanted = Text(
                f"a lot made within {measured['start']} to {measured['end']}",
                f"生产期在 {measured['start']} 至 {measured['end']} 内的批次",
            )
            yield Hit(link, ("lot",), wanted, same(f"{made['start']} - {made['end']}"))
