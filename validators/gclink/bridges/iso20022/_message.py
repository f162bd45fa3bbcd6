"""A message as nodes, its form checked against the contract before anything is read from it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final

from gclink.bridges._contracts import as_json, contract_faults
from gclink.bridges._lexical import EXACT, decimal_of, instant_of, plain
from gclink.bridges._nodes import Node
from gclink.bridges._work import Tree, Work

__all__ = ["NAMESPACE", "Amounts", "body_of", "day_of", "instant", "percent"]

NAMESPACE: Final = "urn:iso:std:iso:20022:tech:xsd:"
#: How many faults of form are listed; one is enough to refuse.
_MOST: Final = 20


def body_of(work: Work, root: Node, message: str) -> Node | None:
    """Return the message below ``Document``, or None after refusing one that does not have the form of ``message``."""
    wanted = f"{NAMESPACE}{message}.001.01"
    if root.namespace != wanted:
        named = root.namespace or "-"
        work.refuse(
            "version_unsupported", root.path, f"{named} instead of {wanted}", f"{named}，应为 {wanted}", stated=named
        )
        return None
    faults = contract_faults(message, as_json(root))
    for pointer, text in faults[:_MOST]:
        work.refuse("source_schema_invalid", _xpath(pointer), text, text)
    return None if faults else root.children[0]


def _xpath(pointer: str) -> str:
    """Return the XPath that a pointer into the JSON rendering stands for; indices count elements of one name."""
    steps = [f"[{int(step) + 1}]" if step.isdigit() else f"/{step}" for step in pointer.split("/")[1:] if step != "_"]
    return "".join(steps) or "/"


@dataclass(frozen=True, slots=True)
class Amounts:
    """Reads amounts; ``currency`` is that of the message, None where it names none."""

    work: Work
    currency: str | None

    def of(self, node: Node | None) -> Tree | None:
        """Return an amount as Money."""
        if node is None:
            return None
        value = decimal_of(node.text)
        if value is None:
            self.work.refuse("lexical_not_decimal", node.path, stated=node.text)
            return None
        stated = node.attributes.get("Ccy", "")
        if self.currency is not None and stated != self.currency:
            en, zh = (
                f"the amount is in {stated}, the message in {self.currency}",
                f"金额币种为 {stated}，报文币种为 {self.currency}",
            )
            self.work.find("source_identity_violated", node.path, en, zh, stated=stated, computed=self.currency)
        return {"type": "Money", "amount": plain(value), "currency": stated}


def day_of(work: Work, node: Node | None) -> str | None:
    """Return a day; a time zone is dropped and told, what is no day of the calendar is refused."""
    if node is None or not node.text:
        return None
    day, zone = node.text[:10], node.text[10:]
    try:
        date.fromisoformat(day)
    except ValueError:
        work.refuse("source_schema_invalid", node.path, "not a calendar day", "不是日历日", stated=node.text)
        return None
    if zone:
        work.find("date_zone_suffix", node.path, stated=node.text, computed=day)
    return day


def instant(work: Work, node: Node | None) -> str | None:
    """Return an instant in UTC; one without a zone is refused."""
    if node is None:
        return None
    found = instant_of(node.text)
    if found is None:
        work.refuse("source_schema_invalid", node.path, "a time without a zone", "没有时区的时间", stated=node.text)
        return None
    return f"{found:%Y-%m-%dT%H:%M:%SZ}"


def percent(work: Work, node: Node | None) -> str | None:
    """Return a number out of 100 as a fraction above 0 up to 1; outside that it is told and not written."""
    value = decimal_of(node.text) if node is not None else None
    if node is None or value is None:
        return None
    if not 0 < value <= 100:
        work.find("range_exceeded", node.path, "above 0 up to 100", "大于 0 且不超过 100", stated=node.text)
        return None
    if value <= 1:
        work.find("share_scale_ambiguous", node.path, stated=node.text)
    return plain(EXACT.divide(value, Decimal(100)))
