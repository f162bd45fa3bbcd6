"""What an observation rests on: evidence of the agreed kind and method, and the very value it states."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from gclink._text import Text
from gclink.bundle._entry import Entry, Path
from gclink.bundle._index import Bundle
from gclink.bundle._registry import Hit, procedure
from gclink.bundle._values import Tree, find, follow, once, same, shown, tonnes
from gclink.bundle._words import at_most
from gclink.bundle.finance.observation import kpi_of
from gclink.bundle.link.goods import inset_per_unit, intensity

#: Classes of evidence by the kind of source that an indicator names.
_SOURCES = {
    "passport": ("CarbonPassport", "RemovalStatement"),
    "label": ("Label",),
    "carbon_account": ("CarbonAccountGrade",),
    "rating": ("EsgPointEntry",),
}
_PER_UNIT = ("emissions_excluding_removals", "emissions_net_of_inset_removals")


def inputs(bundle: Bundle, observation: Entry) -> Iterator[tuple[Path, Tree, Entry]]:
    """Yield place, tree and evidence of each input whose evidence is in the bundle and of one of the classes."""
    for index, part in enumerate(observation.tree["observationInputs"]):
        evidence = find(bundle, part["evidence"]["target"], *(cls for kinds in _SOURCES.values() for cls in kinds))
        if evidence is not None:
            yield ("observationInputs", index), part, evidence


def _observed(bundle: Bundle) -> Iterator[tuple[Entry, Tree]]:
    """Yield each observation with its indicator, as far as its terms are in the bundle and have it."""
    for observation in once(bundle.of("KpiObservation")):
        terms = follow(bundle, observation.tree, "terms", "SustainabilityTerms")
        kpi = kpi_of(terms.tree, observation.tree["kpiKey"]) if terms is not None else None
        if kpi is not None:
            yield observation, kpi


def _fits(evidence: Entry, kpi: Tree) -> bool:
    return evidence.is_a(*_SOURCES[kpi["sourceType"]])


@procedure("GCL-LNK-052")
def input_class(bundle: Bundle) -> Iterator[Hit]:
    """Each input cites the exact content of a document of the kind that the indicator names."""
    for observation, kpi in _observed(bundle):
        for place, part, evidence in inputs(bundle, observation):
            cited = part["evidence"]["digest"]
            if all(cited != copy.digest for copy in bundle.all(evidence.id)):
                yield Hit(observation, (*place, "evidence", "digest"), same(evidence.digest), same(cited))
            if not _fits(evidence, kpi):
                wanted = same(" / ".join(_SOURCES[kpi["sourceType"]]))
                yield Hit(observation, (*place, "evidence"), wanted, same(evidence.type))


@procedure("GCL-LNK-053")
def input_value(bundle: Bundle) -> Iterator[Hit]:
    """The value of an input is the one its evidence states for what the indicator measures."""
    for observation, kpi in _observed(bundle):
        for place, part, evidence in inputs(bundle, observation):
            if not _fits(evidence, kpi):
                continue  # said by GCL-LNK-052
            if kpi["measure"] == "removals_quantity" and evidence.type == "RemovalStatement":
                yield from _tonnes(observation, place, part, evidence)
                continue
            due = _due(evidence, kpi["measure"])
            if due is None:
                if kpi["measure"] != "other":
                    wanted = Text(f"evidence with a value for {kpi['measure']}", f"具有 {kpi['measure']} 数值的依据")
                    yield Hit(observation, (*place, "evidence"), wanted, same(evidence.type))
            elif Decimal(part["value"]) != due[0]:
                yield Hit(observation, (*place, "value"), same(due[1]), same(part["value"]))


def _due(evidence: Entry, measure: str) -> tuple[Decimal, str] | None:
    """Return the value of evidence for a measure, with its arithmetic; None where it has none."""
    tree = evidence.tree
    match evidence.type:
        case "CarbonPassport" if measure in _PER_UNIT:
            gross, inset = intensity(tree), inset_per_unit(tree)
            if gross is None or inset is None:
                return None
            if measure == _PER_UNIT[0]:
                return Decimal(gross), f"{gross} = {tree['grossEmissions']} / {tree['declaredUnit']['value']}"
            net = Decimal(gross) + Decimal(inset)
            return net, f"{shown(net)} = {gross} + {inset}"
        case "Label" if measure != "removals_quantity":
            return Decimal(tree["displayedValue"]), tree["displayedValue"]
        case "CarbonAccountGrade" if measure != "removals_quantity":
            return Decimal(tree["intensity"]), tree["intensity"]
        case "EsgPointEntry" if measure == "other":
            return Decimal(tree["points"]), tree["points"]
    return None


def _tonnes(observation: Entry, place: Path, part: Tree, statement: Entry) -> Iterator[Hit]:
    """Yield where the tonnes of an input are not its quantity, or more than its statement has to give."""
    weight, value, most = tonnes(part["quantity"]), Decimal(part["value"]), Decimal(statement.tree["issuable"])
    if weight is None or weight != value:
        quantity = part["quantity"]
        told = f"{quantity['value']} {quantity['unit']}"
        wanted = same(f"{shown(weight)} t = {told}") if weight is not None else Text(f"{told} in t", f"{told}，以 t 计")
        yield Hit(observation, (*place, "value"), wanted, same(part["value"]))
    if value > most:
        yield Hit(observation, (*place, "value"), at_most(most), same(part["value"]))


@procedure("GCL-LNK-054")
def inputs_comparable(bundle: Bundle) -> Iterator[Hit]:
    """Unit, boundary, warming potentials and method of the evidence are those of the indicator."""
    for observation, kpi in _observed(bundle):
        for place, _, evidence in inputs(bundle, observation):
            if _fits(evidence, kpi):
                for due, told in _unlike(bundle, evidence, kpi):
                    yield Hit(observation, (*place, "evidence"), same(due), same(told) if told else Text("none", "无"))


def _unlike(bundle: Bundle, evidence: Entry, kpi: Tree) -> Iterator[tuple[str, str]]:
    """Yield what an indicator asks for and what its evidence has instead."""
    tree = evidence.tree
    method = f"{kpi['methodologyUri']} {kpi['methodologyVersion']}"
    match evidence.type:
        case "CarbonPassport" | "CarbonAccountGrade":
            unit = tree["declaredUnit"]["unit"] if evidence.type == "CarbonPassport" else tree["declaredUnitText"]
            if kpi["unit"] != f"kg/{unit}":
                yield kpi["unit"], f"kg/{unit}"
            for member in ("boundary", "gwpSet"):
                if tree[member] != kpi[member]:
                    yield kpi[member], tree[member]
            if evidence.type == "CarbonPassport":
                yield from _other_method(method, tree.get("methodologies", ()))
        case "RemovalStatement":
            activity = follow(bundle, tree, "activity", "RemovalActivity")
            if activity is not None:
                yield from _other_method(method, (activity.tree["methodology"],))


def _other_method(wanted: str, methods: tuple[Tree, ...] | list[Tree]) -> Iterator[tuple[str, str]]:
    told = [f"{method.get('uri', method['methodName'])} {method['version']}" for method in methods]
    if wanted not in told:
        yield wanted, ", ".join(told)


@procedure("GCL-LNK-057")
def lot_observed_once(bundle: Bundle) -> Iterator[Hit]:
    """A lot is weighed once in an observation, and with no more than there is of it."""
    for observation in once(bundle.of("KpiObservation")):
        seen: set[str] = set()
        for index, part in enumerate(observation.tree["observationInputs"]):
            lot, place = follow(bundle, part, "lot", "Lot"), ("observationInputs", index)
            if lot is None:
                continue
            if lot.id in seen:
                yield Hit(observation, (*place, "lot"), Text("each lot once", "每个批次一次"), same(lot.id))
            seen.add(lot.id)
            weight, whole = part["quantity"], lot.tree["quantity"]
            if weight["unit"] != whole["unit"]:
                yield Hit(observation, (*place, "quantity", "unit"), same(whole["unit"]), same(weight["unit"]))
            elif Decimal(weight["value"]) > Decimal(whole["value"]):
                found = same(f"{weight['value']} {weight['unit']}")
                yield Hit(
                    observation, (*place, "quantity", "value"), at_most(f"{whole['value']} {whole['unit']}"), found
                )


@procedure("GCL-LNK-059")
def input_matches_link(bundle: Bundle) -> Iterator[Hit]:
    """A link beside an input is about the same lot and passport, and was made for an indicator."""
    for observation in once(bundle.of("KpiObservation")):
        for index, part in enumerate(observation.tree["observationInputs"]):
            link, place = follow(bundle, part, "carbonLink", "CarbonLink"), ("observationInputs", index)
            if link is None:
                continue
            tree, purposes = link.tree, ", ".join(link.tree["purposes"])
            lot, passport = follow(bundle, tree, "lot", "Lot"), follow(bundle, tree, "passport", "CarbonPassport")
            own, evidence = follow(bundle, part, "lot", "Lot"), follow(bundle, part, "evidence", "Document")
            if lot is not None and "lot" not in part:
                yield Hit(observation, place, same(lot.id), Text("no lot", "无批次"))
            elif lot is not None and own is not None and own.id != lot.id:
                yield Hit(observation, (*place, "lot"), same(lot.id), same(own.id))
            if passport is not None and evidence is not None and evidence.id != passport.id:
                yield Hit(observation, (*place, "evidence"), same(passport.id), same(evidence.id))
            if "kpi" not in tree["purposes"]:
                wanted = Text("a link with purpose kpi", "用途含 kpi 的链接")
                yield Hit(observation, (*place, "carbonLink"), wanted, same(purposes))
