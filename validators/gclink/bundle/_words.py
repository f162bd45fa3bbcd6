"""Short texts that many findings across documents are made of, in both languages."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from gclink._text import Text
from gclink.bundle._values import Tree, same, shown

__all__ = ["amount", "at_least", "at_most", "by", "money", "since", "together"]


def at_most(limit: Decimal | int | str) -> Text:
    """Return "at most ..."."""
    told = limit if isinstance(limit, str) else shown(Decimal(limit))
    return Text(f"at most {told}", f"至多 {told}")


def at_least(limit: Decimal | int | str) -> Text:
    """Return "at least ..."."""
    told = limit if isinstance(limit, str) else shown(Decimal(limit))
    return Text(f"at least {told}", f"至少 {told}")


def by(day: str) -> Text:
    """Return "on or before ..."."""
    return Text(f"on or before {day}", f"不晚于 {day}")


def since(day: str) -> Text:
    """Return "on or after ..."."""
    return Text(f"on or after {day}", f"不早于 {day}")


def money(value: Tree) -> str:
    """Return a Money as amount and currency."""
    return f"{value['amount']} {value['currency']}"


def amount(value: Tree) -> Decimal:
    """Return the amount of a Money."""
    return Decimal(value["amount"])


def together(names: Iterable[str], most: int = 3) -> Text:
    """Return a list of names, cut after a few with the number of the others."""
    listed = list(names)
    head, rest = ", ".join(listed[:most]), len(listed) - most
    return same(head) if rest <= 0 else Text(f"{head} and {rest} more", f"{head} 等 {len(listed)} 项")
