"""What stands on the goods: the figure of the claim, the mark of its tier, by its claimant, not more than there is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal

from gclink._text import Text
from gclink.bundle._entry import Entry
from gclink.bundle._index import Bundle
from gclink.bundle._registry import Hit, procedure
from gclink.bundle._values import complete, documents, follow, same, shown

_DESIGN = {
    "t1_measured": "footprint_mark",
    "t2_low_carbon": "low_carbon_mark",
    "t3_carbon_neutral": "neutral_mark",
    "t4_net_zero_aligned": "net_zero_mark",
    "t5_carbon_negative": "negative_mark",
    "contribution": "contribution_note",
}
_NET = frozenset({"t3_carbon_neutral", "t5_carbon_negative"})
#: Who has to issue which document, where the party stands in the document itself.
_OWNER = {"BrandProfile": "owner", "ReductionPlan": "reportingEntity", "EntityInventory": "reportingEntity"}
_BY_REFERENCE = ("参照", "by reference")


def _labels(bundle: Bundle) -> Iterator[tuple[Entry, Entry]]:
    for label in documents(bundle, "Label"):
        claim = follow(bundle, label.tree, "claim", "Claim")
        if claim is not None:
            yield label, claim


@procedure("GCL-BRD-018")
def displayed_value(bundle: Bundle) -> Iterator[Hit]:
    """The number on the goods is the number of the claim; a net value does not stand without the gross one."""
    for label, claim in _labels(bundle):
        shown_value = Decimal(label.tree["displayedValue"])
        values = _allowed(bundle, claim)
        if not values or any(_close(shown_value, value) for value in values[:1]):
            continue
        if not any(_close(shown_value, value) for value in values):
            wanted = same(" / ".join(shown(value) for value in values))
            yield Hit(label, ("displayedValue",), wanted, same(label.tree["displayedValue"]))
            continue
        for language, words in label.tree["boundaryText"].items():
            if not _holds(words, values[0]):
                wanted = Text(f"the gross value {shown(values[0])}", f"注明总排放 {shown(values[0])}")
                yield Hit(label, ("boundaryText", language), wanted, same(words))


def _allowed(bundle: Bundle, claim: Entry) -> list[Decimal]:
    """Return the values that a label of a claim may show, the one that needs no company first; none: not known."""
    tree = claim.tree
    if "figures" in tree:
        gross, net = tree["figures"]["grossPerUnit"], tree["figures"]["netPerUnit"]
        return [Decimal(gross), Decimal(net)] if tree["tier"] in _NET else [Decimal(gross)]
    if tree["tier"] == "t4_net_zero_aligned":
        brand = follow(bundle, tree, "subjectBrand", "BrandProfile")
        return [Decimal(brand.tree["residual"])] if brand is not None else []
    units = complete(bundle, tree, "units", "CarbonUnit") if tree["tier"] == "contribution" else None
    return [sum((Decimal(unit.tree["unitCount"]) for unit in units), Decimal(0))] if units is not None else []


def _close(stated: Decimal, value: Decimal) -> bool:
    """Whether two values agree within max(0.5 %, 0.005) of the stated one."""
    return abs(stated - value) * 200 <= max(abs(stated), Decimal(1))


def _holds(words: str, value: Decimal) -> bool:
    """Whether a text holds a value as a number of its own: in full, or rounded half up to two or three digits."""
    rounded = (value.quantize(Decimal(step), ROUND_HALF_UP) for step in ("0.01", "0.001"))
    return any(_pattern(shown(figure)).search(words) for figure in (value, *rounded))


def _pattern(text: str) -> re.Pattern[str]:
    digits = re.escape(text) + ("0*" if "." in text else r"(\.0+)?")
    return re.compile(rf"(^|[^0-9.]){digits}([^0-9]|$)")


@procedure("GCL-BRD-031")
def print_run(bundle: Bundle) -> Iterator[Hit]:
    """No more labels than goods."""
    printed: dict[Entry, Decimal] = {}
    for label, claim in _labels(bundle):
        if bundle.status(label) != "superseded":
            units = label.tree["printRun"] * Decimal(label.tree["unitsPerLabel"])
            printed[claim] = printed.get(claim, Decimal(0)) + units
    for claim, units in printed.items():
        covered = claim.tree.get("figures", {}).get("coveredUnits")
        if covered is not None and units > Decimal(covered):
            wanted = Text(f"at least {shown(units)}, the labels printed", f"至少为标识覆盖量 {shown(units)}")
            yield Hit(claim, ("figures", "coveredUnits"), wanted, same(covered))


@procedure("GCL-BRD-038")
def design_fits_tier(bundle: Bundle) -> Iterator[Hit]:
    """Each tier has its mark; t0 has none."""
    for label, claim in _labels(bundle):
        design = _DESIGN.get(claim.tree["tier"])
        if label.tree["design"] != design:
            wanted = same(design) if design else Text("no label for t0", "T0 没有标识")
            yield Hit(label, ("design",), wanted, same(label.tree["design"]))


@procedure("GCL-BRD-041")
def cn_reference_note(bundle: Bundle) -> Iterator[Hit]:
    """On the Chinese market the mark says that it follows the national one by reference."""
    for label, claim in _labels(bundle):
        if "CN" not in claim.tree["markets"]:
            continue
        texts = [*label.tree["boundaryText"].values(), label.tree["verifierText"]]
        if not any(phrase in words.lower() for words in texts for phrase in _BY_REFERENCE):
            wanted = Text('"by reference" or 参照', "“参照”或 by reference")
            yield Hit(label, ("boundaryText",), wanted, same(" / ".join(texts)))


@procedure("GCL-BRD-044")
def issuer_owns_document(bundle: Bundle) -> Iterator[Hit]:
    """Labels, brands, plans and inventories bind those who issue them."""
    for label, claim in _labels(bundle):
        if label.issuer != claim.tree["claimant"]:
            yield Hit(label, ("issuer",), same(claim.tree["claimant"]), same(label.issuer))
    for entry in documents(bundle, *_OWNER):
        owner = entry.tree[_OWNER[entry.type]]
        if entry.issuer != owner:
            yield Hit(entry, ("issuer",), same(owner), same(entry.issuer))
