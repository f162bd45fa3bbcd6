"""Amounts of an invoice as Money: the currency of the document, and a word about every amount in another one."""

from __future__ import annotations

from gclink.bridges._lexical import plain
from gclink.bridges._nodes import Node
from gclink.bridges._work import Tree, Work
from gclink.bridges.ubl._source import amount_of

__all__ = ["Money"]


class Money:
    """Reads the amounts of one document; ``currency`` is BT-5, None where the document states none."""

    def __init__(self, work: Work, currency: str | None) -> None:
        self._work = work
        self.currency = currency

    def of(self, node: Node | None) -> Tree | None:
        """Return an amount with its currency, None for no amount or no decimal."""
        if node is None:
            return None
        value = amount_of(node)
        if value is None:
            if node.text:
                self._work.find("lexical_not_decimal", node.path, stated=node.text)
            return None
        stated = node.attributes.get("currencyID")
        if stated is not None and self.currency is not None and stated != self.currency:
            self._work.find(
                "source_identity_violated",
                node.path,
                f"the amount is in {stated}, the document in {self.currency}",
                f"金额币种为 {stated}，文档币种为 {self.currency}",
                stated=stated,
                computed=self.currency,
            )
        currency = stated or self.currency
        return None if currency is None else {"type": "Money", "amount": plain(value), "currency": currency}
