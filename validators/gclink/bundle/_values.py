"""Words that the rules across documents share: numbers of trees, days, and the documents that members lead to."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

from gclink._text import Text
from gclink.bundle._entry import Entry
from gclink.bundle._index import Bundle
from gclink.calculations.daycount import add_months

Tree = dict[str, Any]

#: Durability classes from the shortest to the longest.
DURABILITY = ("d5", "d35", "d100", "d200", "d1000")
#: Classes that count as durable: what may stand against fossil carbon.
DURABLE = frozenset(DURABILITY[2:])
#: Tiers that a product can reach, from the lowest; a brand (t4) and a contribution stand outside.
LADDER = ("t0_disclosed", "t1_measured", "t2_low_carbon", "t3_carbon_neutral", "t5_carbon_negative")


def same(text: str) -> Text:
    """Return words that need no translation."""
    return Text(text, text)


def shown(number: Decimal) -> str:
    """Return a number as the standard writes it: no exponent, no trailing zeros, no minus zero."""
    text = f"{number:f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text == "-0" else text


def number(quantity: Tree) -> Decimal:
    """Return the value of a Quantity, or the amount of a Money."""
    return Decimal(quantity["value"] if "value" in quantity else quantity["amount"])


def tonnes(quantity: Tree) -> Decimal | None:
    """Return a Quantity in t, None where its unit is no mass of the standard."""
    value = Decimal(quantity["value"])
    return {"t": value, "kg": value.scaleb(-3)}.get(quantity["unit"])


def later(day: str, months: int) -> str:
    """Return the day so many months later, cut to the last day of that month."""
    return add_months(date.fromisoformat(day), months).isoformat()


def within(month_limit: int, start: str, end: str) -> bool:
    """Whether months(start, end) is at most a number."""
    return end <= later(start, month_limit)


def find(bundle: Bundle, identifier: str | None, *classes: str) -> Entry | None:
    """Return a document of one of the classes by id; None where it is missing or of another class (GCL-COR-022)."""
    entry = bundle.get(identifier)
    return entry if entry is not None and entry.is_a(*classes) else None


def follow(bundle: Bundle, tree: Tree, member: str, *classes: str) -> Entry | None:
    """Return what a reference or citation of a tree leads to, None where it is absent, missing or of another class."""
    value = tree.get(member)
    return find(bundle, value["target"] if isinstance(value, dict) else value, *classes)


def each(bundle: Bundle, tree: Tree, member: str, *classes: str) -> Iterator[tuple[int, Entry]]:
    """Yield index and target of every item of a member that leads to a document of the classes."""
    for index, value in enumerate(tree.get(member, ())):
        entry = find(bundle, value["target"] if isinstance(value, dict) else value, *classes)
        if entry is not None:
            yield index, entry


def complete(bundle: Bundle, tree: Tree, member: str, *classes: str) -> list[Entry] | None:
    """Return every target of a member, None as soon as one is missing: a sum over the others would accuse wrongly."""
    found = [entry for _, entry in each(bundle, tree, member, *classes)]
    return found if len(found) == len(tree.get(member, ())) else None


def once(entries: Iterator[Entry]) -> Iterator[Entry]:
    """Yield each id once: what a bundle holds twice is not counted twice."""
    seen: set[str] = set()
    for entry in entries:
        if entry.id not in seen:
            seen.add(entry.id)
            yield entry


def documents(bundle: Bundle, *classes: str) -> Iterator[Entry]:
    """Yield the documents of the classes, each id once."""
    return once(bundle.of(*classes))


def unit_statement(bundle: Bundle, source: Entry) -> Entry | None:
    """Return the RemovalStatement behind the source of an allocation: itself, or that of the unit."""
    if source.type == "RemovalStatement":
        return source
    return follow(bundle, source.tree, "statement", "RemovalStatement")
