"""The amount rules of EN 16931 (BR-CO-10 to BR-CO-16), recomputed over an invoice or credit note, without tolerance.

Every term is an exact decimal in the currency of the document; a tax total in another currency is never a term.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from gclink.bridges._lexical import EXACT, total
from gclink.bridges._nodes import Node
from gclink.bridges.ubl._source import amount_of

__all__ = ["Identity", "broken", "claims_en_16931", "document_currency", "identities", "tax_totals"]

TOTALS: Final = "LegalMonetaryTotal"
EN_16931: Final = "urn:cen.eu:en16931"


@dataclass(frozen=True, slots=True)
class Identity:
    """One rule over one document: what it states, what its terms give, and the terms by their names."""

    rule: str
    path: str
    stated: Decimal
    computed: Decimal
    terms: tuple[tuple[str, Decimal], ...]
    #: The names of the terms that the document leaves out and that count as zero.
    absent: tuple[str, ...] = ()

    @property
    def holds(self) -> bool:
        """Whether both sides are equal."""
        return self.stated == self.computed

    @property
    def difference(self) -> Decimal:
        """Stated less computed."""
        return EXACT.subtract(self.stated, self.computed)

    @property
    def arithmetic(self) -> str:
        """The computation as a line of text: ``BT-109 1436.5 + BT-110 292.2 = 1728.7``."""
        shown = [f"{'+' if value >= 0 else '-'} {name} {abs(value):f}" for name, value in self.terms]
        return f"{' '.join(shown).removeprefix('+ ')} = {self.computed:f}"


def document_currency(root: Node) -> str | None:
    """Return the currency of the document, BT-5."""
    return root.value("DocumentCurrencyCode")


def claims_en_16931(root: Node) -> bool:
    """Whether a document names EN 16931 as its customisation, which makes its amount rules a duty (GCL-FIN-015)."""
    return EN_16931 in (root.value("CustomizationID") or "")


def tax_totals(root: Node) -> tuple[list[Node], list[Node]]:
    """Return the tax totals in the currency of the document and those in another."""
    currency = document_currency(root)
    own: list[Node] = []
    other: list[Node] = []
    for node in root.all("TaxTotal"):
        amount = node.first("TaxAmount")
        theirs = amount.attributes.get("currencyID") if amount is not None else None
        (own if currency is None or theirs in (None, currency) else other).append(node)
    return own, other


def broken(root: Node) -> list[Identity]:
    """Return the identities that do not hold."""
    return [identity for identity in identities(root) if not identity.holds]


def identities(root: Node) -> Iterator[Identity]:
    """Yield the rules whose stated side and main term are present; optional terms left out count as zero."""
    totals = root.first(TOTALS)
    if totals is None:
        return
    lines = [amount_of(line.first("LineExtensionAmount")) for line in _lines(root)]
    if lines and None not in lines:
        terms = tuple((f"BT-131[{place}]", value) for place, value in enumerate(lines, 1) if value is not None)
        yield from _sum("BR-CO-10", totals, "LineExtensionAmount", terms)
    yield from _allowances(root, totals)
    net = _of(totals, "LineExtensionAmount")
    if net is not None:
        yield from _with(
            "BR-CO-13",
            totals,
            "TaxExclusiveAmount",
            [("BT-106", net), ("BT-107", _negated(_of(totals, "AllowanceTotalAmount")))],
            [("BT-108", _of(totals, "ChargeTotalAmount"))],
        )
    yield from _tax(root, totals)
    gross = _of(totals, "TaxInclusiveAmount")
    if gross is not None:
        yield from _with(
            "BR-CO-16",
            totals,
            "PayableAmount",
            [("BT-112", gross), ("BT-113", _negated(_of(totals, "PrepaidAmount")))],
            [("BT-114", _of(totals, "PayableRoundingAmount"))],
        )


def _lines(root: Node) -> list[Node]:
    return root.all("CreditNoteLine" if root.name == "CreditNote" else "InvoiceLine")


def _of(node: Node, name: str) -> Decimal | None:
    return amount_of(node.first(name))


def _negated(value: Decimal | None) -> Decimal | None:
    return None if value is None else value.copy_negate()


def _sum(rule: str, totals: Node, name: str, terms: tuple[tuple[str, Decimal], ...]) -> Iterator[Identity]:
    node = totals.first(name)
    stated = amount_of(node)
    if node is not None and stated is not None:
        yield Identity(rule, node.path, stated, total(value for _, value in terms), terms)


def _with(
    rule: str,
    totals: Node,
    name: str,
    first: list[tuple[str, Decimal | None]],
    then: list[tuple[str, Decimal | None]],
) -> Iterator[Identity]:
    node = totals.first(name)
    stated = amount_of(node)
    if node is None or stated is None:
        return
    entries = [*first, *then]
    terms = tuple((term, value) for term, value in entries if value is not None)
    absent = tuple(term for term, value in entries if value is None)
    yield Identity(rule, node.path, stated, total(value for _, value in terms), terms, absent)


def _allowances(root: Node, totals: Node) -> Iterator[Identity]:
    """BR-CO-11 and BR-CO-12: allowances and charges of the whole document."""
    for rule, name, indicator, term in (
        ("BR-CO-11", "AllowanceTotalAmount", "false", "BT-92"),
        ("BR-CO-12", "ChargeTotalAmount", "true", "BT-99"),
    ):
        values = [
            amount_of(node.first("Amount"))
            for node in root.all("AllowanceCharge")
            if (node.value("ChargeIndicator") or "").lower() in (indicator, {"true": "1", "false": "0"}[indicator])
        ]
        terms = tuple((f"{term}[{place}]", value) for place, value in enumerate(values, 1) if value is not None)
        node = totals.first(name)
        if node is None and not any(value for _, value in terms):
            continue
        stated = Decimal(0) if node is None else amount_of(node)
        if stated is not None:
            path = totals.path if node is None else node.path
            yield Identity(rule, path, stated, total(value for _, value in terms), terms)


def _tax(root: Node, totals: Node) -> Iterator[Identity]:
    """BR-CO-14 and BR-CO-15: the breakdown of the tax, and the total with it."""
    own, _ = tax_totals(root)
    amounts = [amount_of(node.first("TaxAmount")) for node in own]
    for node, stated in zip(own, amounts, strict=True):
        parts = [amount_of(part.first("TaxAmount")) for part in node.all("TaxSubtotal")]
        if parts and stated is not None and None not in parts:
            terms = tuple((f"BT-117[{place}]", value) for place, value in enumerate(parts, 1) if value is not None)
            place = node.first("TaxAmount") or node
            yield Identity("BR-CO-14", place.path, stated, total(value for _, value in terms), terms)
    net = _of(totals, "TaxExclusiveAmount")
    if net is not None:
        known = [value for value in amounts if value is not None]
        yield from _with(
            "BR-CO-15",
            totals,
            "TaxInclusiveAmount",
            [("BT-109", net)],
            [("BT-110", total(known) if known else None)],
        )
