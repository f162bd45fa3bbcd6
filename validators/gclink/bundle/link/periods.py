"""The time of an observation: covered by its evidence without a gap, and none of the financed lots of it left out."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from gclink._text import Text
from gclink.bundle._dates import plus
from gclink.bundle._deals import Deal, deals, items, terms_of
from gclink.bundle._entry import Entry
from gclink.bundle._index import Bundle
from gclink.bundle._registry import Hit, procedure
from gclink.bundle._values import Tree, find, follow, once, same
from gclink.bundle._words import together

#: States in which an observation says nothing any more.
ENDED = frozenset({"withdrawn", "superseded", "rejected"})


def speaks(bundle: Bundle, observation: Entry) -> bool:
    """Whether an observation is in force and was neither rejected, replaced nor taken back."""
    return bundle.in_force(observation) and bundle.state(observation) not in ENDED


def _spans(bundle: Bundle, observation: Entry) -> list[tuple[str, str]] | None:
    """Return the reference periods of the passports cited, by start; None where evidence is missing in the bundle."""
    found = []
    for part in observation.tree["observationInputs"]:
        evidence = find(bundle, part["evidence"]["target"], "Document")
        if evidence is None:
            return None
        if evidence.type == "CarbonPassport":
            found.append((evidence.tree["period"]["start"], evidence.tree["period"]["end"]))
    return sorted(found)


def _told(spans: list[tuple[str, str]]) -> Text:
    return together(f"{start} - {end}" for start, end in dict.fromkeys(spans))


@procedure("GCL-LNK-055")
def period_contains_date(bundle: Bundle) -> Iterator[Hit]:
    """The day of an observation lies in the time of one of its passports."""
    for observation in once(bundle.of("KpiObservation")):
        day, spans = observation.tree["observationDate"], _spans(bundle, observation)
        if spans and not any(start <= day <= end for start, end in spans):
            yield Hit(observation, ("observationDate",), _told(spans), same(day))


@procedure("GCL-LNK-056")
def periods_cover(bundle: Bundle) -> Iterator[Hit]:
    """The passports of an observation together speak about every day of its period."""
    for observation in once(bundle.of("KpiObservation")):
        period, spans = observation.tree["period"], _spans(bundle, observation)
        if not spans:
            continue
        reached = plus(period["start"], -1)
        for start, end in spans:
            if start > plus(reached, 1):
                break
            reached = max(reached, end)
        if reached < period["end"]:
            day = plus(reached, 1)
            wanted = Text(
                f"evidence for {period['start']} to {period['end']}", f"{period['start']} 至 {period['end']} 的依据"
            )
            yield Hit(observation, ("period",), wanted, Text(f"none for {day}", f"{day} 无依据"))


@procedure("GCL-LNK-060")
def no_cherry_picking(bundle: Bundle) -> Iterator[Hit]:
    """What was financed under the terms and made in the time of an observation is part of it."""
    for observation in once(bundle.of("KpiObservation")):
        tree = observation.tree
        named = {part["lot"] for part in tree["observationInputs"] if "lot" in part}
        missing_one = any(find(bundle, lot, "Lot") is None for lot in named)
        if not named or missing_one or not speaks(bundle, observation):
            continue
        period, issued = tree["period"], tree["issuedAt"][:10]
        missing: dict[str, str] = {}
        financed = bundle.shared(_financed).get(tree["terms"]["target"], [])
        for start, end, lot, day in financed[bisect_left(financed, (period["start"],)) :]:
            if start > period["end"]:
                break
            if end <= period["end"] and day <= issued and lot not in named:
                missing.setdefault(lot, day)
        if missing:
            told = together(f"{lot} ({day})" for lot, day in missing.items())
            wanted = Text("every lot financed under the terms in the period", "条款下该期间内已融资的全部批次")
            found = Text(f"left out, financed on: {told.en}", f"遗漏（融资日）：{told.zh}")
            yield Hit(observation, ("observationInputs",), wanted, found)


def _financed(bundle: Bundle) -> dict[str, list[tuple[str, ...]]]:
    """Return start and end of production, id and first day of money of each lot financed, by terms, in their order."""
    first: dict[tuple[str, str], str] = {}
    for deal in bundle.shared(deals).values():
        terms = terms_of(bundle, deal.entry.tree) if deal.funded else None
        if terms is not None:
            for lot in _lots(bundle, deal):
                key = (terms.id, lot)
                first[key] = min(first.get(key, deal.start), deal.start)
    index: dict[str, list[tuple[str, ...]]] = {}
    for (terms_id, lot), day in first.items():
        entry = find(bundle, lot, "Lot")
        if entry is not None:
            made: Tree = entry.tree["period"]
            index.setdefault(terms_id, []).append((made["start"], made["end"], lot, day))
    for found in index.values():
        found.sort()
    return index


def _lots(bundle: Bundle, deal: Deal) -> Iterator[str]:
    """Yield the lots of a transaction: of the goods lines and the stock of its assets, and of the links to it."""
    for _, asset, _ in items(bundle, deal.entry.tree):
        for member in ("goodsLines", "lots"):
            for part in asset.tree.get(member, ()):
                if "lot" in part:
                    yield part["lot"]
    for link, _ in bundle.referring(deal.entry.id, "transactionReference"):
        if bundle.in_force(link):
            lot = follow(bundle, link.tree, "lot", "Lot")
            if lot is not None:
                yield lot.id
