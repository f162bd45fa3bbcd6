"""Nobody shines twice: lenders claim nothing, and what is pledged, sold or issued counts nowhere else."""

from __future__ import annotations

from collections.abc import Iterator

from gclink._text import Text
from gclink.bundle._entry import Entry, Path
from gclink.bundle._index import Bundle
from gclink.bundle._registry import Hit, procedure
from gclink.bundle._values import documents, each, find, follow, same
from gclink.bundle.link._observed import observations, passports_of
from gclink.bundle.link._pledges import allocation_of, ended_in, made_of, pledges
from gclink.bundle.link.security import creditors_of

#: What a lender holds and reports in: nothing that a tonne can be given to.
_LENDING = ("Facility", "FinancingTransaction", "ImpactRecord")
#: What says something about money and nothing about a product.
_FINANCE = (*_LENDING, "SustainabilityTerms", "MarginAdjustment")


@procedure("GCL-LNK-043")
def lender_claims_nothing(bundle: Bundle) -> Iterator[Hit]:
    """No tonne goes to who lends, but by enforcement, and then no claim of a lender rests on it."""
    lenders, taken = _lenders(bundle), _taken_over(bundle)
    nothing = Text("no lender, loan or impact record", "非资金方、授信、交易或影响记录")
    for allocation in documents(bundle, "RemovalAllocation"):
        target = bundle.get(allocation.tree.get("target"))
        if target is None or not bundle.in_force(allocation):
            continue
        if target.is_a(*_LENDING):
            yield Hit(allocation, ("target",), nothing, same(target.type))
        elif target.id in lenders and not (allocation.tree["mode"] == "sold" and allocation.id in taken):
            yield Hit(allocation, ("target",), nothing, Text(f"lender {target.id}", f"资金方 {target.id}"))
    for claim in documents(bundle, "Claim"):
        if taken and claim.tree["claimant"] in lenders and bundle.in_force(claim):
            for index, allocation in each(bundle, claim.tree, "allocations", "RemovalAllocation"):
                if allocation.id in taken:
                    wanted = Text("no tonnes taken over on enforcement", "非处置取得的吨数")
                    yield Hit(claim, ("allocations", index), wanted, same(allocation.id))


def _lenders(bundle: Bundle) -> set[str]:
    """Return every party that lends in the bundle."""
    return {name for debt in documents(bundle, "Facility", "FinancingTransaction") for name in creditors_of(debt)}


def _taken_over(bundle: Bundle) -> set[str]:
    """Return the allocations that came of the enforcement of a pledge, directly or in later hands."""
    waiting = [
        allocation
        for pledge in pledges(bundle)
        if ended_in(bundle, pledge, "enforced") is not None
        and (allocation := allocation_of(bundle, pledge)) is not None
    ]
    taken: set[str] = set()
    while waiting:
        for made in made_of(bundle, waiting.pop()):
            if made.id not in taken:
                taken.add(made.id)
                waiting.append(made)
    return taken


@procedure("GCL-LNK-046")
def net_counts_inset_only(bundle: Bundle) -> Iterator[Hit]:
    """What lowers a net figure is inset in the passport cited, and still is."""
    for observation, _, kpi in observations(bundle):
        if kpi["measure"] != "emissions_net_of_inset_removals":
            continue
        for index, passport in passports_of(bundle, observation):
            for inset in passport.tree.get("insetRemovals", ()):
                allocation = find(bundle, inset["allocation"], "RemovalAllocation")
                found = _not_inset(bundle, allocation) if allocation is not None else None
                if found is not None:
                    wanted = Text("an allocation in force, inset", "有效的内嵌分配")
                    yield Hit(observation, ("observationInputs", index, "evidence"), wanted, found)


def _not_inset(bundle: Bundle, allocation: Entry) -> Text | None:
    """Return what an allocation is instead of inset, None where it is."""
    mode = allocation.tree["mode"]
    if mode != "inset":
        return Text(f"{allocation.id} is {mode}", f"{allocation.id}：{mode}")
    if follow(bundle, allocation.tree, "source", "CarbonUnit") is not None:
        return Text(f"{allocation.id} is of a carbon unit", f"{allocation.id} 来自碳单位")
    if not bundle.in_force(allocation):
        uses = "".join(f", {made.tree['mode']}" for made in made_of(bundle, allocation))
        status = bundle.status(allocation)
        return Text(f"{allocation.id} is {status}{uses}", f"{allocation.id}：{status}{uses}")
    return None


@procedure("GCL-LNK-047")
def no_claim_on_pledge(bundle: Bundle) -> Iterator[Hit]:
    """Nothing is said on tonnes that somebody else may take."""
    for entry in documents(bundle, "Claim", "Label"):
        claim = entry if entry.type == "Claim" else follow(bundle, entry.tree, "claim", "Claim")
        if claim is None or not bundle.in_force(entry):
            continue
        for index, allocation in each(bundle, claim.tree, "allocations", "RemovalAllocation"):
            if allocation.tree["mode"] == "pledged":
                path: Path = ("allocations", index) if entry is claim else ("claim",)
                yield Hit(entry, path, Text("no pledged tonnes", "非已质押的吨数"), same(allocation.id))


@procedure("GCL-LNK-048")
def finance_no_product_evidence(bundle: Bundle) -> Iterator[Hit]:
    """Money is no evidence of what a product is."""
    for claim in documents(bundle, "Claim"):
        for reference in claim.references:
            cited = find(bundle, reference.target, *_FINANCE)
            if cited is not None and reference.digest is not None:
                wanted = Text("evidence on the product", "关于产品的依据")
                yield Hit(claim, reference.path, wanted, same(cited.type))
