"""The step of the margin: that of the observed value, combined and clamped as agreed, never backwards in time."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from gclink._text import Text
from gclink.bundle._dates import plus
from gclink.bundle._deals import terms_of
from gclink.bundle._entry import Entry
from gclink.bundle._index import Bundle
from gclink.bundle._overlap import Span, later_ones
from gclink.bundle._registry import Hit, procedure
from gclink.bundle._values import Tree, each, follow, once, same, shown
from gclink.bundle._words import by, since
from gclink.bundle.finance.observation import alike, statements_on


@procedure("GCL-FIN-066")
def adjustment_applied(bundle: Bundle) -> Iterator[Hit]:
    """The adjustment in a price is that of a document that applies to the transaction on its valueDate."""
    for entry in once(bundle.of("FinancingTransaction")):
        tree = entry.tree
        points, place = tree["pricing"]["adjustmentBp"], ("pricing", "adjustmentBp")
        if "marginAdjustment" not in tree:
            if points != 0:
                yield Hit(
                    entry, place, Text("0 without a margin adjustment", "未引用利差调整时为 0"), same(str(points))
                )
            terms = terms_of(bundle, tree)
            linked = tree["financeLabel"] == "sustainability_linked"
            if linked and terms is not None and terms.tree.get("ratchets"):
                wanted = Text("a marginAdjustment, as the terms have ratchets", "条款有阶梯，须引用 marginAdjustment")
                yield Hit(entry, ("financeLabel",), wanted, Text("none", "无"))
            continue
        adjustment = follow(bundle, tree, "marginAdjustment", "MarginAdjustment")
        if adjustment is None:
            continue
        cited, day = adjustment.tree, tree["valueDate"]
        if cited["adjustmentBp"] != points:
            yield Hit(entry, place, same(str(cited["adjustmentBp"])), same(str(points)))
        if cited["appliesTo"] not in (entry.id, tree.get("facility")):
            wanted = same(" / ".join(name for name in (tree.get("facility"), entry.id) if name))
            yield Hit(entry, ("marginAdjustment",), wanted, same(cited["appliesTo"]))
        if not cited["effectiveFrom"] <= day <= cited["effectiveTo"]:
            found = Text(
                f"{cited['effectiveFrom']} to {cited['effectiveTo']}",
                f"{cited['effectiveFrom']} 至 {cited['effectiveTo']}",
            )
            yield Hit(entry, ("marginAdjustment",), Text(f"in effect on {day}", f"{day} 时生效"), found)


@procedure("GCL-FIN-106")
def step_of_observation(bundle: Bundle) -> Iterator[Hit]:
    """A component has the value of the cited observation, and the step of the ratchet in which that value lies."""
    for entry in once(bundle.of("MarginAdjustment")):
        tree = entry.tree
        terms = follow(bundle, tree, "terms", "SustainabilityTerms")
        observed: dict[str, set[Decimal]] = {}
        for _, observation in each(bundle, tree, "observations", "KpiObservation"):
            observed.setdefault(observation.tree["kpiKey"], set()).add(Decimal(observation.tree["value"]))
        missing = len(list(each(bundle, tree, "observations", "KpiObservation"))) < len(tree.get("observations", ()))
        for index, part in enumerate(tree.get("adjustmentComponents", ())):
            place, value = ("adjustmentComponents", index), Decimal(part["observedValue"])
            values = observed.get(part["kpiKey"], set())
            if value not in values and not missing:
                told = ", ".join(shown(v) for v in sorted(values))
                wanted = (
                    same(told) if values else Text(f"an observation of {part['kpiKey']}", f"{part['kpiKey']} 的观测")
                )
                yield Hit(entry, (*place, "observedValue"), wanted, same(part["observedValue"]))
            if terms is not None:
                yield from _step(entry, terms.tree, index, part)


def _step(entry: Entry, terms: Tree, index: int, part: Tree) -> Iterator[Hit]:
    place, value = ("adjustmentComponents", index), Decimal(part["observedValue"])
    ratchet = next((r for r in terms.get("ratchets", ()) if r["kpiKey"] == part["kpiKey"]), None)
    if ratchet is None:
        keys = ", ".join(r["kpiKey"] for r in terms.get("ratchets", ()))
        yield Hit(entry, (*place, "kpiKey"), same(keys), same(part["kpiKey"]))
        return
    steps = [step for step in ratchet["steps"] if _holds(step, value)]
    if len(steps) != 1:
        return  # a ratchet with a gap or an overlap is GCL-FIN-096
    step, stated = steps[0], part["observedValue"]
    if step["position"] != part["stepPosition"]:
        wanted = Text(f"{step['position']}, which holds {stated}", f"{step['position']}，含 {stated}")
        yield Hit(entry, (*place, "stepPosition"), wanted, same(str(part["stepPosition"])))
    elif step["adjustmentBp"] != part["adjustmentBp"]:
        wanted = Text(
            f"{step['adjustmentBp']} of step {step['position']}", f"第 {step['position']} 档为 {step['adjustmentBp']}"
        )
        yield Hit(entry, (*place, "adjustmentBp"), wanted, same(str(part["adjustmentBp"])))


def _holds(step: Tree, value: Decimal) -> bool:
    lower, upper = step.get("lower"), step.get("upper")
    above = lower is None or Decimal(lower) < value or (step["lowerInclusive"] and Decimal(lower) == value)
    below = upper is None or value < Decimal(upper) or (step["upperInclusive"] and Decimal(upper) == value)
    return bool(above and below)


@procedure("GCL-FIN-107")
def combined_adjustment(bundle: Bundle) -> Iterator[Hit]:
    """There is one component per ratchet, and together they give the adjustment within floor and cap."""
    for entry in once(bundle.of("MarginAdjustment")):
        tree = entry.tree
        terms = follow(bundle, tree, "terms", "SustainabilityTerms")
        if tree["adjustmentBasis"] != "observed" or terms is None:
            continue
        agreed = terms.tree
        keys = sorted(ratchet["kpiKey"] for ratchet in agreed.get("ratchets", ()))
        parts = tree.get("adjustmentComponents", ())
        named = sorted(part["kpiKey"] for part in parts)
        if keys != named:
            place = ("adjustmentComponents",) if parts else ()
            found, none = Text(", ".join(named), "、".join(named)), Text("none", "无")
            due_keys = Text(f"one component for: {', '.join(keys)}", f"各一分项：{'、'.join(keys)}")
            yield Hit(entry, place, due_keys if keys else none, found if named else none)
            continue
        steps = [part["adjustmentBp"] for part in parts]
        raw = sum(steps) if agreed["combination"] == "sum" else max(steps, default=0)
        due = max(agreed["floorBp"], min(agreed["capBp"], raw))
        if due != tree["adjustmentBp"]:
            steps_told, ends = ", ".join(map(str, steps)), f"{agreed['floorBp']}, {agreed['capBp']}"
            told = f"{due} = clip({agreed['combination']}({steps_told}), {ends})"
            yield Hit(entry, ("adjustmentBp",), same(told), same(str(tree["adjustmentBp"])))


@procedure("GCL-FIN-109")
def not_retroactive(bundle: Bundle) -> Iterator[Hit]:
    """A step takes effect after the verification and the agreed lag, and never before it was issued."""
    for entry in once(bundle.of("MarginAdjustment")):
        tree = entry.tree
        first, issued = tree["effectiveFrom"], tree["issuedAt"][:10]
        if first < issued:
            yield Hit(entry, ("effectiveFrom",), since(issued), same(first))
            continue
        terms = follow(bundle, tree, "terms", "SustainabilityTerms")
        lag = terms.tree["effectiveLagDays"] if terms is not None else 0
        for _, observation in each(bundle, tree, "observations", "KpiObservation"):
            days = sorted(statement.issued_at[:10] for statement in statements_on(bundle, observation))
            counted = [day for day in days if day <= issued] or days[:1]
            if counted and first < plus(counted[-1], lag):
                day, told = plus(counted[-1], lag), f"{counted[-1]} + {lag}"
                wanted = Text(f"on or after {day} = {told} days", f"不早于 {day} = {told} 天")
                yield Hit(entry, ("effectiveFrom",), wanted, same(first))
                break


@procedure("GCL-FIN-112")
def same_terms(bundle: Bundle) -> Iterator[Hit]:
    """An observation is priced by the ratchet of its own terms, or of new terms that define the indicator alike."""
    for entry in once(bundle.of("MarginAdjustment")):
        terms = follow(bundle, entry.tree, "terms", "SustainabilityTerms")
        if terms is None:
            continue
        for index, observation in each(bundle, entry.tree, "observations", "KpiObservation"):
            old = follow(bundle, observation.tree, "terms", "SustainabilityTerms")
            if old is not None and old.id != terms.id and not alike(bundle, terms, old, observation.tree["kpiKey"]):
                yield Hit(entry, ("observations", index), same(terms.id), same(old.id))


@procedure("GCL-FIN-113")
def adjustments_disjoint(bundle: Bundle) -> Iterator[Hit]:
    """For one day there is one adjustment of a target, and a discount deducted in advance stays what it was."""
    spans: dict[str, list[Span[Entry]]] = {}
    for entry in once(bundle.of("MarginAdjustment")):
        tree = entry.tree
        first, last = tree["effectiveFrom"], tree["effectiveTo"]
        if first > last:
            yield Hit(entry, ("effectiveTo",), since(first), same(last))
        if not bundle.in_force(entry):
            continue
        if bundle.state(entry) != "reversed":
            spans.setdefault(tree["appliesTo"], []).append(Span(first, plus(last, 1), entry.id, entry, entry.id))
        target = follow(bundle, tree, "appliesTo", "FinancingTransaction")
        if target is not None and target.tree["pricing"]["discountMethod"] == "advance_discount":
            day = target.tree["valueDate"]
            if first > day:
                yield Hit(entry, ("effectiveFrom",), by(day), same(first))
    for found in spans.values():
        for entry, other in later_ones(found):
            tree = entry.tree
            wanted = Text(
                f"after {other.tree['effectiveTo']} of {other.id}", f"晚于 {other.id} 的 {other.tree['effectiveTo']}"
            )
            yield Hit(entry, ("effectiveFrom",), wanted, same(tree["effectiveFrom"]))
