"""Each tonne once: allocations against their source, over time, and what they may be used for."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from gclink._text import Text
from gclink.bundle._entry import Entry
from gclink.bundle._index import Bundle
from gclink.bundle._registry import Hit, procedure
from gclink.bundle._values import DURABLE, complete, documents, each, find, follow, same, shown, unit_statement
from gclink.bundle.removal.ledgers import issued_units

#: Modes whose tonnes are used up from the first day on.
CONSUMING = frozenset({"inset", "sold", "retired", "policy_credited"})
_TARGETS = {
    "inset": ("Lot",),
    "sold": ("Party",),
    "retired": ("Claim", "BrandProfile"),
    "pledged": ("RemovalPledge",),
    "policy_credited": ("IncentiveScheme",),
}
_SOURCES = ("RemovalStatement", "CarbonUnit")
#: A day after every other.
_NEVER = "9999-12-31"


def source_of(bundle: Bundle, allocation: Entry) -> Entry | None:
    """Return the statement or unit that an allocation divides."""
    return follow(bundle, allocation.tree, "source", *_SOURCES)


def _by_source(bundle: Bundle) -> Iterator[tuple[Entry, list[Entry]]]:
    """Yield each source with its allocations in force."""
    groups: dict[str, list[Entry]] = {}
    for allocation in documents(bundle, "RemovalAllocation"):
        if bundle.in_force(allocation):
            groups.setdefault(allocation.tree["source"]["target"], []).append(allocation)
    for name, allocations in groups.items():
        source = find(bundle, name, *_SOURCES)
        if source is not None:
            yield source, allocations


def _limit(source: Entry) -> tuple[str, Decimal]:
    member = "issuable" if source.type == "RemovalStatement" else "unitCount"
    return member, Decimal(source.tree[member])


def freed(bundle: Bundle, allocation: Entry) -> tuple[str, bool]:
    """Return the day from which the tonnes are free again, and whether they still count on that day.

    Consuming modes and enforced pledges are never free; a pledge that was released or cancelled is free on that day;
    pledges and reserves are free after the end of their period.
    """
    tree = allocation.tree
    if tree["mode"] in CONSUMING:
        return _NEVER, True
    end = tree["period"]["end"]
    for event in bundle.events(tree.get("target", ""), "removal_pledge"):
        state, day = event.tree["toState"], event.tree["effectiveAt"][:10]
        if state == "enforced":
            return _NEVER, True
        if state in ("released", "cancelled") and day <= end:
            return day, False
    return end, True


@procedure("GCL-REM-058")
def allocations_within_source(bundle: Bundle) -> Iterator[Hit]:
    """On no day are more tonnes given out than there are; zero tolerance."""
    for source, allocations in _by_source(bundle):
        member, most = _limit(source)
        # On one day: first what is free again on it, then what begins, then what still counts on it.
        moves: list[tuple[str, bool, Decimal]] = []
        for allocation in allocations:
            start, mass = allocation.tree["period"]["start"], Decimal(allocation.tree["tonnes"])
            end, still = freed(bundle, allocation)
            if start <= end:
                moves += [(start, False, mass), (end, still, -mass)]
        given = Decimal(0)
        for day, _, mass in sorted(moves):
            given += mass
            if given > most:
                out = Text(f"at least {shown(given)} t, given out on {day}", f"至少为 {day} 已分配的 {shown(given)} t")
                yield Hit(source, (member,), out, same(shown(most)))
                break


@procedure("GCL-REM-059")
def one_use_per_tonne(bundle: Bundle) -> Iterator[Hit]:
    """Insets, sales, retirements and public credits together are no more than the source, whenever they begin."""
    for source, allocations in _by_source(bundle):
        member, most = _limit(source)
        used = sum(
            (Decimal(a.tree["tonnes"]) for a in allocations if a.tree["mode"] in CONSUMING),
            Decimal(0),
        )
        if used > most:
            out = Text(f"at least {shown(used)} t, used for good", f"至少为永久使用的 {shown(used)} t")
            yield Hit(source, (member,), out, same(shown(most)))


@procedure("GCL-REM-064")
def unit_or_direct(bundle: Bundle) -> Iterator[Hit]:
    """A tonne is in a unit or allocated by hand, not both."""
    issued = issued_units(bundle)
    for source, allocations in _by_source(bundle):
        if source.type != "RemovalStatement" or source.id not in issued:
            continue
        direct = sum((Decimal(a.tree["tonnes"]) for a in allocations if _occupies(bundle, a)), Decimal(0))
        units, most = issued[source.id], source.tree["issuable"]
        if units + direct > Decimal(most):
            out = Text(
                f"at least {shown(units)} units + {shown(direct)} t allocated directly",
                f"至少为单位 {shown(units)} 与直接分配 {shown(direct)} t 之和",
            )
            yield Hit(source, ("issuable",), out, same(most))


def _occupies(bundle: Bundle, allocation: Entry) -> bool:
    """Whether the tonnes count on the day of the check or after it."""
    free, still = freed(bundle, allocation)
    return bundle.day < free or (bundle.day == free and still)


@procedure("GCL-REM-061")
def allocation_after_statement(bundle: Bundle) -> Iterator[Hit]:
    """Tonnes are given out when the period that made them is over."""
    for allocation in documents(bundle, "RemovalAllocation"):
        source = source_of(bundle, allocation)
        statement = unit_statement(bundle, source) if source is not None else None
        if statement is None:
            continue
        end, start = statement.tree["period"]["end"], allocation.tree["period"]["start"]
        if start < end:
            yield Hit(allocation, ("period", "start"), Text(f"{end} or later", f"不早于 {end}"), same(start))


@procedure("GCL-REM-062")
def allocation_source_verified(bundle: Bundle) -> Iterator[Hit]:
    """What is used for good was verified, and for a carbon-negative lot with reasonable assurance."""
    strict = {
        reference.target
        for claim in documents(bundle, "Claim")
        if claim.tree["tier"] == "t5_carbon_negative"
        for reference in claim.refers("allocations")
    }
    for allocation in documents(bundle, "RemovalAllocation"):
        source = source_of(bundle, allocation)
        if source is None or allocation.tree["mode"] not in CONSUMING or not bundle.active(allocation):
            continue
        levels = assurance(bundle, source)
        if not levels:
            yield Hit(
                allocation, ("source",), Text("a verified source", "经核查的来源"), Text("not verified", "未核查")
            )
        elif allocation.id in strict and "reasonable" not in levels:
            yield Hit(allocation, ("source",), same("reasonable"), same("limited"))


def assurance(bundle: Bundle, source: Entry) -> set[str]:
    """Return the levels of the verifications of a source; a unit inherits those of its statement."""
    found = {str(opinion.tree["level"]) for opinion in bundle.verifications(source)}
    statement = unit_statement(bundle, source)
    if statement is not None:
        found |= {str(opinion.tree["level"]) for opinion in bundle.verifications(statement)}
    return found


@procedure("GCL-REM-063")
def allocation_target_class(bundle: Bundle) -> Iterator[Hit]:
    """Each mode goes to its kind of document, and the owner says so."""
    for allocation in documents(bundle, "RemovalAllocation"):
        tree = allocation.tree
        if tree["owner"] != allocation.issuer:
            yield Hit(allocation, ("owner",), same(allocation.issuer), same(tree["owner"]))
        classes = _TARGETS.get(tree["mode"])
        name = tree.get("target")
        if classes is None or name is None or name in bundle.broken:
            continue
        target = bundle.get(name)
        if target is None or target.type not in classes:
            allowed = " / ".join(classes)
            found = (
                same(target.type)
                if target is not None
                else Text(f"{name}, which is not in the bundle", f"{name}，文档集内没有")
            )
            yield Hit(allocation, ("target",), same(allowed), found)


@procedure("GCL-REM-045")
def d5_is_not_enough(bundle: Bundle) -> Iterator[Hit]:
    """Carbon of the land stands behind no carbon-negative lot, no retired unit of t3 and no fossil residual of t4."""
    for claim in documents(bundle, "Claim"):
        match claim.tree["tier"]:
            case "t5_carbon_negative":
                for index, allocation in each(bundle, claim.tree, "allocations", "RemovalAllocation"):
                    source = source_of(bundle, allocation)
                    if source is not None and source.tree["durabilityClass"] == "d5":
                        yield Hit(claim, ("allocations", index), same("d100 / d200 / d1000"), same("d5"))
            case "t3_carbon_neutral":
                for index, unit in each(bundle, claim.tree, "units", "CarbonUnit"):
                    if unit.tree["durabilityClass"] == "d5":
                        yield Hit(claim, ("units", index), Text("d35 or longer", "d35 或更高"), same("d5"))
            case "t4_net_zero_aligned":
                yield from _fossil_residual(bundle, claim)


def _fossil_residual(bundle: Bundle, claim: Entry) -> Iterator[Hit]:
    brand = follow(bundle, claim.tree, "subjectBrand", "BrandProfile")
    allocations = complete(bundle, brand.tree, "neutralisations", "RemovalAllocation") if brand is not None else None
    if brand is None or allocations is None:
        return
    durable = Decimal(0)
    for allocation in allocations:
        source = source_of(bundle, allocation)
        if source is None:
            return
        if source.tree["durabilityClass"] in DURABLE:
            durable += Decimal(allocation.tree["tonnes"])
    residual = brand.tree["residualFossil"]
    if durable < Decimal(residual):
        wanted = Text(
            f"{residual} t of d100 and above against fossil carbon", f"以 d100 及以上的 {residual} t 对应化石碳"
        )
        yield Hit(claim, ("subjectBrand",), wanted, same(f"{shown(durable)} t"))
