"""When evidence is revoked, what was said with it is taken back within the notice, and says why.

The debt stays (GCL-LNK-065). What became of the goods, of removals and of labels on money is in ``aftermath``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from gclink._text import Text
from gclink.bundle._dates import night, plus
from gclink.bundle._deals import NOTICE, notice_days
from gclink.bundle._entry import Entry, Path
from gclink.bundle._index import Bundle
from gclink.bundle._registry import Hit, procedure
from gclink.bundle._values import find, follow, once, same
from gclink.bundle._words import since
from gclink.bundle.link.evidence import EVIDENCE
from gclink.bundle.link.standing import evidence_of

#: States in which a facility or transaction has no price any more.
_OVER = frozenset({"matured", "terminated", "closed", "settled", "written_off", "rejected", "cancelled"})


@dataclass(frozen=True, slots=True)
class Owed:
    """What has to be taken back: the document, the place that cites what fell, since when, and how many days are left.

    ``machine`` and ``states`` say which event answers.
    """

    entry: Entry
    path: Path
    at: str
    notice: int
    machine: str
    states: tuple[str, ...]

    @property
    def limit(self) -> str:
        """The last day in time."""
        return plus(self.at, self.notice)

    @property
    def by(self) -> Text:
        """The last day in time, with its arithmetic."""
        told, state = f"{self.limit} = {self.at[:10]} + {self.notice}", self.states[0]
        return Text(f"{state} by {told} days", f"不晚于 {told} 天转为 {state}")

    def answers(self, bundle: Bundle) -> list[Entry]:
        """Return the events that answer, in time or late."""
        events = bundle.events(self.entry.id, self.machine)
        return [event for event in events if event.tree["toState"] in self.states]

    def late(self, bundle: Bundle) -> Text | None:
        """Return what is there instead of an answer in time; None where there is one or none is due yet."""
        if bundle.day <= self.limit:
            return None
        days = [event.tree["effectiveAt"][:10] for event in self.answers(bundle)]
        if any(day <= self.limit for day in days):
            return None
        return Text(f"on {days[0]}", f"{days[0]}") if days else same(str(bundle.state(self.entry)))


def fallen(bundle: Bundle) -> dict[str, str]:
    """Return the instant of revocation of each revoked document, by id."""
    names = {entry.id for entry in bundle.entries if entry.status == "revoked"}
    for event in bundle.of("LifecycleEvent"):
        tree = event.tree
        if tree["machine"] == "document" and tree["toState"] == "revoked":
            names.add(tree["entity"])
    found: dict[str, str] = {}
    for name in sorted(names):
        entry = bundle.get(name)
        spans = bundle.spans(entry) if entry is not None else ()
        found.update((name, span.start) for span in spans[-1:] if span.status == "revoked")
    return found


def notice_of(bundle: Bundle, entry: Entry) -> int:
    """Return the notice of the terms that a document names itself, 7 without terms."""
    terms = follow(bundle, entry.tree, "terms", "SustainabilityTerms")
    return int(terms.tree["noticeDays"]) if terms is not None else NOTICE


def links_owed(bundle: Bundle) -> Iterator[Owed]:
    """Yield the links in force that cite revoked evidence."""
    for entry, path, at in _citing(bundle, "CarbonLink", EVIDENCE):
        if bundle.in_force(entry, max(at, entry.issued_at)):
            transaction = follow(bundle, entry.tree, "transactionReference", "FinancingTransaction")
            yield Owed(entry, path, at, notice_days(bundle, transaction), "carbon_link", ("revoked",))


def observations_owed(bundle: Bundle) -> Iterator[Owed]:
    """Yield the observations in force that rest on revoked evidence."""
    for entry, path, at in _citing(bundle, "KpiObservation", ("evidence", "verification")):
        if bundle.in_force(entry, at):
            yield Owed(entry, path, at, notice_of(bundle, entry), "kpi_observation", ("withdrawn",))


def _citing(bundle: Bundle, cls: str, members: tuple[str, ...]) -> Iterator[tuple[Entry, Path, str]]:
    """Yield each document of a class that cites a revoked one, with place and instant, the first to fall first."""
    for target, at in sorted(bundle.shared(fallen).items(), key=lambda pair: (pair[1], pair[0])):
        for entry, reference in bundle.referring(target):
            if entry.type == cls and reference.field in members:
                yield entry, reference.path, at


def adjustments_owed(bundle: Bundle) -> Iterator[Owed]:
    """Yield the adjustments that were applied and rest on a withdrawn observation."""
    revoked = bundle.shared(fallen)
    for entry in once(bundle.of("MarginAdjustment")):
        tree = entry.tree
        target = follow(bundle, tree, "appliesTo", "FinancingTransaction")
        if target is not None and target.tree["pricing"]["discountMethod"] == "advance_discount":
            continue  # a price already paid stays, GCL-LNK-064
        events = [event.tree for event in bundle.events(entry.id, "margin_adjustment")]
        if tree["state"] != "applied" and all(event["toState"] != "applied" for event in events):
            continue
        since_: list[tuple[str, int]] = []
        for index, cited in enumerate(tree.get("observations", ())):
            observation = find(bundle, cited["target"], "KpiObservation")
            if observation is None:
                continue
            gone = _withdrawn(bundle, observation)
            if gone is not None:
                under = [revoked[e.id] for _, e in evidence_of(bundle, observation) if e.id in revoked]
                since_.append((min([gone, *under]), index))
        if since_:
            at, index = min(since_)
            if bundle.in_force(entry, at) and at[:10] <= tree["effectiveTo"]:
                place = ("observations", index)
                yield Owed(entry, place, at, notice_of(bundle, entry), "margin_adjustment", ("reversed", "expired"))


def _withdrawn(bundle: Bundle, observation: Entry) -> str | None:
    for event in bundle.events(observation.id, "kpi_observation"):
        if event.tree["toState"] == "withdrawn":
            return str(event.tree["effectiveAt"])
    return None


def _missed(bundle: Bundle, owed: Iterable[Owed], *states: str) -> Iterator[Hit]:
    """Yield once what stood in one of the states when its evidence fell and was not taken back in time."""
    seen: set[str] = set()
    for duty in owed:
        stood = bundle.state(duty.entry, max(duty.at, duty.entry.issued_at)) in states
        found = duty.late(bundle) if stood and duty.entry.id not in seen else None
        if found is not None:
            seen.add(duty.entry.id)
            yield Hit(duty.entry, duty.path, duty.by, found)


@procedure("GCL-LNK-061")
def link_revoked_in_time(bundle: Bundle) -> Iterator[Hit]:
    """A link to revoked evidence is revoked within the notice."""
    yield from _missed(bundle, links_owed(bundle), "active")


@procedure("GCL-LNK-062")
def observation_withdrawn_in_time(bundle: Bundle) -> Iterator[Hit]:
    """An observation that counts is taken back within the notice when its evidence is revoked."""
    yield from _missed(bundle, observations_owed(bundle), "verified", "applied")


@procedure("GCL-LNK-063")
def adjustment_reversed_in_time(bundle: Bundle) -> Iterator[Hit]:
    """A step on a withdrawn observation is reversed within the notice, and another one follows for the time after."""
    for owed in adjustments_owed(bundle):
        if bundle.day <= owed.limit or bundle.state(owed.entry, owed.at) in owed.states:
            continue
        found = owed.late(bundle)
        if found is not None:
            yield Hit(owed.entry, owed.path, owed.by, found)
        target = find(bundle, owed.entry.tree["appliesTo"], "Facility", "FinancingTransaction")
        if target is None or bundle.state(target, night(owed.limit)) in _OVER:
            continue
        index, unknown = bundle.shared(_by_target), owed.entry.tree["terms"]["target"]
        later = [o for name in (target.id, unknown) for o in index.get(name, ()) if o.id != owed.entry.id]
        if not any(_follows(bundle, other, owed.at[:10]) for other in later):
            days = [other.tree["effectiveFrom"] for other in later]
            told = since(owed.at[:10])
            wanted = Text(f"another adjustment, effective {told.en}", f"另一利差调整，{told.zh}生效")
            yield Hit(owed.entry, ("appliesTo",), wanted, same(", ".join(days)) if days else Text("none", "无"))


def _by_target(bundle: Bundle) -> dict[str, list[Entry]]:
    """Return the adjustments in force by what they apply to; by their terms where that is not in the bundle."""
    index: dict[str, list[Entry]] = {}
    for entry in once(bundle.of("MarginAdjustment")):
        if bundle.in_force(entry) and bundle.state(entry) != "reversed":
            known = find(bundle, entry.tree["appliesTo"], "Facility", "FinancingTransaction") is not None
            index.setdefault(entry.tree["appliesTo"] if known else entry.tree["terms"]["target"], []).append(entry)
    return index


def _follows(bundle: Bundle, other: Entry, day: str) -> bool:
    """Whether an adjustment is for the time from a day on and rests on no withdrawn observation."""
    cited = (find(bundle, o["target"], "KpiObservation") for o in other.tree.get("observations", ()))
    sound = all(observation is None or _withdrawn(bundle, observation) is None for observation in cited)
    return bool(sound and other.tree["effectiveFrom"] >= day)
