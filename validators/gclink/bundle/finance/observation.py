"""What was observed: as the indicator says, verified by somebody outside the deal, and often enough."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from gclink._text import Text
from gclink.bundle._dates import days, night, plus
from gclink.bundle._deals import of_terms
from gclink.bundle._entry import Entry
from gclink.bundle._index import Bundle
from gclink.bundle._registry import Hit, procedure
from gclink.bundle._values import Tree, complete, each, find, follow, once, same
from gclink.bundle._words import together
from gclink.bundle.finance._verified import VERIFIED, latest, standing

#: Days that a month has at most, as the terms count them, and the longest time between two observations.
_MONTH, _YEAR = 31, 366
#: What defines an indicator: when one of these changes, old values say nothing under the new terms.
_DEFINING = ("baselineValue", "baselineDate", "boundary", "gwpSet", "methodologyUri", "methodologyVersion")


def kpi_of(terms: Tree, key: str) -> Tree | None:
    """Return an indicator of terms by its key."""
    return next((kpi for kpi in terms.get("kpis", ()) if kpi["key"] == key), None)


def alike(bundle: Bundle, terms: Entry, old: Entry, key: str) -> bool:
    """Whether terms supersede others directly and define an indicator as those did."""
    if old not in [follow(bundle, terms.tree, "supersedes", "SustainabilityTerms")]:
        return False
    one, other = kpi_of(terms.tree, key), kpi_of(old.tree, key)
    return one is not None and other is not None and all(one[member] == other[member] for member in _DEFINING)


def statements_on(bundle: Bundle, observation: Entry) -> list[Entry]:
    """Return the verification statements of an observation: the one it cites, and those that list its exact content."""
    cited = follow(bundle, observation.tree, "verification", "VerificationStatement")
    found = [cited] if cited is not None else []
    for statement, reference in bundle.referring(observation.id, "subjects"):
        exact = reference.digest == observation.digest
        if statement.type == "VerificationStatement" and exact and statement not in found:
            found.append(statement)
    return found


@procedure("GCL-FIN-104")
def verified_observation_has_verification(bundle: Bundle) -> Iterator[Hit]:
    """An observation that was issued as verified names the statement that verified it, or is named by one."""
    for entry in once(bundle.of("KpiObservation")):
        tree = entry.tree
        if tree["state"] not in VERIFIED or "verification" in tree:
            continue
        if not any(other.type == "VerificationStatement" for other, _ in bundle.referring(entry.id, "subjects")):
            wanted = Text("a verification, cited or listing it", "引用的核查声明，或列明该观测的核查声明")
            yield Hit(entry, ("state",), wanted, same(tree["state"]))


@procedure("GCL-FIN-105")
def observation_matches_kpi(bundle: Bundle) -> Iterator[Hit]:
    """Unit, digits and method of an observation are those of its indicator."""
    for entry in once(bundle.of("KpiObservation")):
        tree = entry.tree
        terms = follow(bundle, tree, "terms", "SustainabilityTerms")
        if terms is None:
            continue
        kpi = kpi_of(terms.tree, tree["kpiKey"])
        if kpi is None:
            keys = ", ".join(kpi["key"] for kpi in terms.tree.get("kpis", ()))
            yield Hit(entry, ("kpiKey",), same(keys) if keys else Text("an indicator", "指标"), same(tree["kpiKey"]))
            continue
        for member in ("unit", "decimals", "methodologyVersion"):
            if tree[member] != kpi[member]:
                yield Hit(entry, (member,), same(str(kpi[member])), same(str(tree[member])))


@procedure("GCL-FIN-108")
def no_data_adjustment(bundle: Bundle) -> Iterator[Hit]:
    """Without a verified and fresh observation the step for no data applies, and then none is cited."""
    observed: dict[str, list[Entry]] = {}
    for entry in once(bundle.of("MarginAdjustment")):
        tree = entry.tree
        terms = follow(bundle, tree, "terms", "SustainabilityTerms")
        if tree["adjustmentBasis"] == "no_data":
            if tree.get("observations"):
                yield Hit(
                    entry, ("observations",), Text("no observation", "不引用观测"), same(str(len(tree["observations"])))
                )
            if terms is not None and tree["adjustmentBp"] != terms.tree["noDataAdjustmentBp"]:
                due = terms.tree["noDataAdjustmentBp"]
                yield Hit(entry, ("adjustmentBp",), same(str(due)), same(str(tree["adjustmentBp"])))
        elif terms is not None and _cites_whole(bundle, tree):
            observed.setdefault(terms.id, []).append(entry)
    for name, entries in observed.items():
        agreed = find(bundle, name, "SustainabilityTerms")
        if agreed is not None:
            yield from _without_data(bundle, agreed, entries)


def _cites_whole(bundle: Bundle, adjustment: Tree) -> bool:
    """Whether the observations that an adjustment cites, and their terms, are in the bundle."""
    cited = complete(bundle, adjustment, "observations", "KpiObservation")
    return cited is not None and all(follow(bundle, one.tree, "terms", "SustainabilityTerms") for one in cited)


def _without_data(bundle: Bundle, terms: Entry, entries: list[Entry]) -> Iterator[Hit]:
    """Yield each adjustment whose ratchets lack an observation that is verified and fresh when it takes effect."""
    agreed = terms.tree
    most = _MONTH * agreed["observationFrequencyMonths"] + agreed["observationGraceDays"]
    first_days = {entry.id: str(entry.tree["effectiveFrom"]) for entry in entries}
    instants = [night(day) for day in first_days.values()]
    last_of = {}
    for ratchet in agreed.get("ratchets", ()):
        found = _observations(bundle, terms, ratchet["kpiKey"])
        last_of[ratchet["kpiKey"]] = latest((s for one in found for s in standing(bundle, one)), instants)
    for entry in entries:
        day = first_days[entry.id]
        for key, known in last_of.items():
            last = known[night(day)]
            if last is None or days(last, day) > most:
                wanted = Text(
                    f"no_data, as {key} has no verified observation within {most} days of {day}",
                    f"no_data：{key} 在 {day} 前 {most} 天内无已核查观测",
                )
                told = Text(f"observed, the last one of {last}", f"observed，最近一次 {last}")
                yield Hit(entry, ("adjustmentBasis",), wanted, told if last is not None else same("observed"))
                break


def _observations(bundle: Bundle, terms: Entry, key: str) -> list[Entry]:
    """Return the observations of an indicator under terms, or under those they supersede and define alike."""
    index = bundle.shared(_by_kpi)
    found = list(index.get((terms.id, key), ()))
    old = follow(bundle, terms.tree, "supersedes", "SustainabilityTerms")
    if old is not None and alike(bundle, terms, old, key):
        found += index.get((old.id, key), ())
    return found


def _by_kpi(bundle: Bundle) -> dict[tuple[str, str], list[Entry]]:
    index: dict[tuple[str, str], list[Entry]] = {}
    for entry in once(bundle.of("KpiObservation")):
        tree = entry.tree
        index.setdefault((tree["terms"]["target"], tree["kpiKey"]), []).append(entry)
    return index


@procedure("GCL-FIN-110")
def verifier_independent(bundle: Bundle) -> Iterator[Hit]:
    """Somebody outside the deal has verified the observation, or all that it rests on, and that still holds."""
    for entry in once(bundle.of("MarginAdjustment")):
        tree = entry.tree
        for index, observation in each(bundle, tree, "observations", "KpiObservation"):
            found = statements_on(bundle, observation)
            cited = observation.tree.get("verification")
            if cited is not None and find(bundle, cited["target"], "VerificationStatement") is None:
                continue
            barred = _parties(bundle, tree["appliesTo"]) | _passport_issuers(bundle, observation)
            day = tree["effectiveFrom"]
            reasons = [_shortfall(bundle, statement, observation, day, barred) for statement in found]
            if all(reason is not None for reason in reasons):
                told = [reason for reason in reasons if reason is not None] or [Text("none", "无")]
                wanted = Text(
                    "an independent statement in its validity that covers it", "独立、有效且覆盖该观测的核查声明"
                )
                yield Hit(entry, ("observations", index), wanted, told[0])


def _shortfall(bundle: Bundle, statement: Entry, observation: Entry, day: str, barred: set[str]) -> Text | None:
    """Return what a statement lacks to carry an observation, None where it carries it or nobody can tell."""
    tree, (subjects, exact, whole) = statement.tree, bundle.shared(_subjects)[statement.id]
    evidence = {item["evidence"]["target"] for item in observation.tree["observationInputs"]}
    if not whole or any(bundle.get(name) is None for name in evidence):
        return None
    itself = (observation.id, observation.digest) in exact
    if not itself and not evidence <= subjects:
        return Text(f"{statement.id} does not cover all inputs", f"{statement.id} 未覆盖全部输入")
    if tree["validity"]["end"] < day:
        return Text(
            f"{statement.id} ended on {tree['validity']['end']}", f"{statement.id} 于 {tree['validity']['end']} 失效"
        )
    if tree["verifier"] in barred:
        return Text(f"{tree['verifier']} is a party to the deal", f"{tree['verifier']} 为当事方")
    return None


def _subjects(bundle: Bundle) -> dict[str, tuple[frozenset[str], frozenset[tuple[str, str]], bool]]:
    """Return of each statement its subjects by id, those with a digest that fits, and whether all are in the bundle.

    That the digests of the evidence fit is GCL-COR-023; the observation itself is a subject by its exact content.
    """
    index = {}
    for statement in once(bundle.of("VerificationStatement")):
        cited = statement.refers("subjects")
        exact = frozenset((reference.target, str(reference.digest)) for reference in cited)
        names = frozenset(reference.target for reference in cited)
        index[statement.id] = (names, exact, all(bundle.get(name) is not None for name in names))
    return index


def _parties(bundle: Bundle, target: str) -> set[str]:
    """Return the parties of a transaction and its facility, or of a facility and its transactions."""
    entity = find(bundle, target, "Facility", "FinancingTransaction")
    if entity is None:
        return set()
    if entity.type == "Facility":
        return _lending(entity.tree) | bundle.shared(_trading).get(entity.id, set())
    facility = follow(bundle, entity.tree, "facility", "Facility")
    return _dealing(entity.tree) | (_lending(facility.tree) if facility is not None else set())


def _lending(facility: Tree) -> set[str]:
    return {facility["borrower"], *(share["lender"] for share in facility["lenders"])}


def _dealing(transaction: Tree) -> set[str]:
    return {transaction[role] for role in ("seller", "obligor", "financier") if role in transaction}


def _trading(bundle: Bundle) -> dict[str, set[str]]:
    """Return the parties of the transactions of each facility."""
    index: dict[str, set[str]] = {}
    for entry in once(bundle.of("FinancingTransaction")):
        tree = entry.tree
        if "facility" in tree:
            index.setdefault(tree["facility"], set()).update(_dealing(tree))
    return index


def _passport_issuers(bundle: Bundle, observation: Entry) -> set[str]:
    cited = (item["evidence"]["target"] for item in observation.tree["observationInputs"])
    passports = (find(bundle, target, "CarbonPassport") for target in cited)
    return {passport.issuer for passport in passports if passport is not None}


@procedure("GCL-FIN-111")
def observation_rhythm(bundle: Bundle) -> Iterator[Hit]:
    """While money is owed under terms, each indicator is observed often enough."""
    for terms in once(bundle.of("SustainabilityTerms")):
        tree = terms.tree
        if tree["sleeping"]:
            continue
        most = min(_YEAR, _MONTH * tree["observationFrequencyMonths"])
        owed, until = _owed(bundle, terms), _until(bundle, terms)
        for index, kpi in enumerate(tree.get("kpis", ())):
            dates = _dates(bundle, terms, kpi["key"])
            missed = [day for day in (_missed(gap, owed, most) for gap in _gaps(dates, until)) if day is not None]
            if missed:
                wanted = Text(
                    f"observed again by {missed[0]}, {most} days later", f"{most} 天后即 {missed[0]} 前再次观测"
                )
                yield Hit(terms, ("kpis", index, "key"), wanted, together(dates, 12))


def _dates(bundle: Bundle, terms: Entry, key: str) -> list[str]:
    """Return the days of observation under terms, after the last one under those they supersede and define alike."""
    days_of: dict[bool, set[str]] = {True: set(), False: set()}
    for observation in _observations(bundle, terms, key):
        if bundle.in_force(observation):
            own = observation.tree["terms"]["target"] == terms.id
            days_of[own].add(observation.tree["observationDate"])
    return sorted(days_of[True] | set(sorted(days_of[False])[-1:]))


def _until(bundle: Bundle, terms: Entry) -> str:
    """Return the day until which terms ask for observations: that of the check, or that of their end if earlier."""
    ended = (span.start[:10] for span in bundle.spans(terms) if span.status in ("superseded", "revoked"))
    return min(bundle.day, next(ended, bundle.day))


def _gaps(dates: list[str], until: str) -> Iterator[tuple[str, str]]:
    """Yield each day of observation with the next one, or the day until which the terms ask for one."""
    yield from zip(dates, [min(day, until) for day in [*dates[1:], until]] if dates else [], strict=True)


def _owed(bundle: Bundle, terms: Entry) -> list[tuple[str, str]]:
    """Return the days on which something is owed under terms, as disjoint spans in their order."""
    merged: list[tuple[str, str]] = []
    for start, end in sorted((deal.start, deal.end) for deal in of_terms(bundle, terms.id) if deal.funded):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _missed(gap: tuple[str, str], owed: list[tuple[str, str]], most: int) -> str | None:
    """Return the day by which an observation was due in a gap, None where none was."""
    start, until = gap
    place = max(bisect_right(owed, (start, "9999-12-31")) - 1, 0)
    for first, last in owed[place:]:
        if first >= until:
            break
        due = plus(max(start, first), most)
        if due < min(last, until):
            return due
    return None
