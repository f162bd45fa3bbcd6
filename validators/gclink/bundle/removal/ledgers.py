"""The books of a registry: serial numbers, issued units, buffers, and what a reversal asks for."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from gclink._text import Text
from gclink.bundle._entry import Entry
from gclink.bundle._index import Bundle
from gclink.bundle._registry import Hit, procedure
from gclink.bundle._values import DURABILITY, complete, documents, follow, later, same, shown, within

#: What may make good a reversal.
_COVERS = ("BufferAccount", "RemovalStatement", "CarbonUnit")


@procedure("GCL-REM-052")
def reversal_is_covered(bundle: Bundle) -> Iterator[Hit]:
    """Bad luck is paid by the buffer, neglect by the operator, and both within a year."""
    for reversal in documents(bundle, "ReversalEvent"):
        tree = reversal.tree
        if not within(12, tree["occurredOn"], tree["dueBy"]):
            by = later(tree["occurredOn"], 12)
            yield Hit(reversal, ("dueBy",), Text(f"by {by}", f"不晚于 {by}"), same(tree["dueBy"]))
        covers = complete(bundle, tree, "coveredBy", *_COVERS)
        if covers is None:
            continue
        if tree["cause"] == "unavoidable":
            yield from _by_buffer(bundle, reversal, covers)
        else:
            yield from _by_operator(bundle, reversal, covers)


def _booked(bundle: Bundle) -> dict[tuple[str, str], Decimal]:
    """Return what each buffer has booked to cover each reversal."""
    booked: dict[tuple[str, str], Decimal] = {}
    for account in documents(bundle, "BufferAccount"):
        for entry in account.tree["entries"]:
            if entry["entryKind"] == "reversal_cover":
                key = account.id, entry["bookedFor"]
                booked[key] = booked.get(key, Decimal(0)) + Decimal(entry["tonnes"])
    return booked


def _by_buffer(bundle: Bundle, reversal: Entry, covers: list[Entry]) -> Iterator[Hit]:
    books = bundle.shared(_booked)
    accounts = dict.fromkeys(account.id for account in covers if account.type == "BufferAccount")
    booked = sum((books.get((account, reversal.id), Decimal(0)) for account in accounts), Decimal(0))
    covered = reversal.tree["coveredTonnes"]
    if Decimal(covered) > booked:
        most = Text(f"at most {shown(booked)} t, booked in the buffer", f"至多为缓冲入账的 {shown(booked)} t")
        yield Hit(reversal, ("coveredTonnes",), most, same(covered))


def _by_operator(bundle: Bundle, reversal: Entry, covers: list[Entry]) -> Iterator[Hit]:
    statement = follow(bundle, reversal.tree, "statement", "RemovalStatement")
    if Decimal(reversal.tree["coveredTonnes"]) > 0 and not covers:
        yield Hit(reversal, ("coveredBy",), Text("other removals", "其他清除"), Text("nothing", "缺失"))
    if statement is None:
        return
    least = statement.tree["durabilityClass"]
    for index, cover in enumerate(covers):
        own = cover.tree["durabilityClass"]
        if cover.type == "BufferAccount":
            wanted = Text("removals of the operator", "运营方的其他清除")
            yield Hit(reversal, ("coveredBy", index), wanted, same(cover.type))
        elif DURABILITY.index(own) < DURABILITY.index(least):
            yield Hit(reversal, ("coveredBy", index), Text(f"{least} or longer", f"{least} 或更高"), same(own))


@procedure("GCL-REM-053")
def open_reversal_suspends(bundle: Bundle) -> Iterator[Hit]:
    """As long as a loss is not made good, the statement rests."""
    told: set[str] = set()
    for reversal in documents(bundle, "ReversalEvent"):
        tree = reversal.tree
        statement = follow(bundle, tree, "statement", "RemovalStatement")
        if statement is None or not bundle.active(reversal) or statement.id in told:
            continue
        if Decimal(tree["coveredTonnes"]) < Decimal(tree["tonnes"]):
            status = bundle.status(statement)
            if status not in ("suspended", "revoked"):
                told.add(statement.id)
                yield Hit(
                    statement,
                    ("status",),
                    same("suspended"),
                    Text(f"{status}, {reversal.id} is open", f"{status}，{reversal.id} 未弥补"),
                )


@procedure("GCL-REM-055")
def serials_do_not_overlap(bundle: Bundle) -> Iterator[Hit]:
    """No serial number of a registry is in two units in force."""
    blocks: dict[str, list[tuple[int, int, int, Entry]]] = {}
    for unit in documents(bundle, "CarbonUnit"):
        if bundle.in_force(unit):
            tree = unit.tree
            block = (tree["serialStart"], unit.number, tree["serialEnd"], unit)
            blocks.setdefault(tree["registry"], []).append(block)
    for units in blocks.values():
        units.sort(key=lambda block: block[:2])
        taken, holder = 0, ""
        for start, _, end, unit in units:
            if start <= taken:
                yield Hit(
                    unit,
                    ("serialStart",),
                    Text(f"above {taken}, the end of {holder}", f"大于 {holder} 的末号 {taken}"),
                    same(str(start)),
                )
            if end > taken:
                taken, holder = end, unit.id


@procedure("GCL-REM-056")
def units_within_issuable(bundle: Bundle) -> Iterator[Hit]:
    """No more units than tonnes."""
    issued = issued_units(bundle)
    for statement in documents(bundle, "RemovalStatement"):
        most = statement.tree["issuable"]
        count = issued.get(statement.id)
        if count is not None and count > Decimal(most):
            wanted = Text(
                f"at least {shown(count)}, the units issued",
                f"至少为已签发单位 {shown(count)}",
            )
            yield Hit(statement, ("issuable",), wanted, same(most))


def issued_units(bundle: Bundle) -> dict[str, Decimal]:
    """Return the units in force of each statement."""
    issued: dict[str, Decimal] = {}
    for unit in documents(bundle, "CarbonUnit"):
        if "statement" in unit.tree and bundle.in_force(unit):
            name = unit.tree["statement"]["target"]
            issued[name] = issued.get(name, Decimal(0)) + unit.tree["unitCount"]
    return issued
