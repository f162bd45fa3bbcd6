"""Under which programme and facility a transaction runs, and how long what it finances may run."""

from __future__ import annotations

from collections.abc import Iterator

from gclink._text import Text
from gclink.bundle._dates import dawn, days
from gclink.bundle._deals import items, programme_of, under_profile
from gclink.bundle._entry import Entry
from gclink.bundle._index import Bundle
from gclink.bundle._registry import Hit, procedure
from gclink.bundle._values import Tree, follow, later, once, same


@procedure("GCL-FIN-030")
def technique_of_programme(bundle: Bundle) -> Iterator[Hit]:
    """A transaction uses the technique of its programme."""
    for entry in once(bundle.of("FinancingTransaction")):
        tree = entry.tree
        programme = programme_of(bundle, tree)
        if programme is not None and programme["technique"] != tree["technique"]:
            yield Hit(entry, ("technique",), same(programme["technique"]), same(tree["technique"]))


@procedure("GCL-FIN-043")
def tenor_twelve_months(bundle: Bundle) -> Iterator[Hit]:
    """Under profile cn a voucher runs twelve months at most."""
    yield from _too_long(bundle, 12)


@procedure("GCL-FIN-044")
def tenor_six_months(bundle: Bundle) -> Iterator[Hit]:
    """Under profile cn a voucher should run six months at most."""
    yield from _too_long(bundle, 6)


def _too_long(bundle: Bundle, months: int) -> Iterator[Hit]:
    for receivable in once(_vouchers(bundle)):
        tree = receivable.tree
        last = later(tree["issueDate"], months)
        if tree["dueDate"] > last:
            issued = tree["issueDate"]
            wanted = Text(
                f"on or before {last}, {months} months after {issued}", f"不晚于 {last}，即 {issued} 后 {months} 个月"
            )
            yield Hit(receivable, ("dueDate",), wanted, same(tree["dueDate"]))


def _vouchers(bundle: Bundle) -> Iterator[Entry]:
    """Yield the receivables that a transaction under profile cn finances and a voucher evidences."""
    for entry in bundle.of("FinancingTransaction"):
        tree = entry.tree
        if under_profile(bundle, tree, "cn"):
            for _, asset, _ in items(bundle, tree, "Receivable"):
                if any(record.tree["recordType"] == "receivable_voucher" for record in _records(bundle, asset)):
                    yield asset


def _records(bundle: Bundle, asset: Entry) -> Iterator[Entry]:
    """Yield the record that an asset names, and those that name the asset: either end may leave the other out."""
    named = follow(bundle, asset.tree, "transferableRecord", "TransferableRecord")
    if named is not None:
        yield named
    for record, _ in bundle.referring(asset.id, "evidencedAsset"):
        if record.type == "TransferableRecord":
            yield record


@procedure("GCL-FIN-059")
def facility_available(bundle: Bundle) -> Iterator[Hit]:
    """A drawing falls into the term of a facility that is open that day, of the same programme, from a lender of it."""
    for entry in once(bundle.of("FinancingTransaction")):
        tree = entry.tree
        facility = follow(bundle, tree, "facility", "Facility")
        if facility is None:
            continue
        given, day = facility.tree, tree["valueDate"]
        first, last = given["availableFrom"], given["maturityDate"]
        if not first <= day <= last:
            yield Hit(entry, ("valueDate",), Text(f"{first} to {last}", f"{first} 至 {last}"), same(day))
        if given["programme"] != tree["programme"]:
            yield Hit(entry, ("facility",), same(tree["programme"]), same(given["programme"]))
        lenders = [share["lender"] for share in given["lenders"]]
        if tree["financier"] not in lenders:
            yield Hit(entry, ("financier",), same(" / ".join(lenders)), same(tree["financier"]))
        states = _states_on(bundle, facility, day)
        if "available" not in states:
            wanted = Text(f"available on {day}", f"{day} 时可用")
            yield Hit(entry, ("facility",), wanted, same(" / ".join(states)))


def _states_on(bundle: Bundle, facility: Entry, day: str) -> list[str]:
    """Return the states of a facility at some instant of a day."""
    morning = bundle.state(facility, dawn(day))
    of_day = [e.tree for e in bundle.events(facility.id, "facility") if e.tree["effectiveAt"][:10] == day]
    return [str(morning), *(event["toState"] for event in of_day)]


@procedure("GCL-FIN-064")
def maturity_within_grace(bundle: Bundle) -> Iterator[Hit]:
    """A transaction ends at most a few days after the last of its assets is due."""
    for entry in once(bundle.of("FinancingTransaction")):
        tree: Tree = entry.tree
        due = [item["dueDate"] for item in tree["items"] if "dueDate" in item]
        programme = programme_of(bundle, tree)
        if not due or programme is None:
            continue
        grace, over = programme["graceDays"], days(max(due), tree["maturityDate"])
        if over > grace:
            wanted = Text(f"at most {grace} days after {max(due)}", f"{max(due)} 后至多 {grace} 天")
            yield Hit(entry, ("maturityDate",), wanted, Text("1 day" if over == 1 else f"{over} days", f"{over} 天"))
