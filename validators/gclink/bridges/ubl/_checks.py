"""What an invoice says that does not fit: amounts that do not add up, totals that lack, currencies that differ."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Context, Decimal

from gclink._model import model
from gclink.bridges._lexical import plain
from gclink.bridges._nodes import Node
from gclink.bridges._work import Work
from gclink.bridges.ubl._amounts import (
    TOTALS,
    Identity,
    broken,
    claims_en_16931,
    document_currency,
    tax_totals,
)
from gclink.bridges.ubl._source import amount_of

__all__ = ["check_amounts", "check_currency"]


def check_currency(work: Work, root: Node) -> str | None:
    """Return the currency of the document; a document without one is partial, one outside ISO 4217 is refused."""
    node = root.first("DocumentCurrencyCode")
    currency = document_currency(root)
    if node is None or currency is None:
        work.partial("currency_code_missing", root.path)
        return None
    if currency not in model().code_lists["iso4217"].codes:
        work.refuse("code_unknown", node.path, currency, currency, stated=currency)
    work.came("Money.currency", node.path, node.text)
    return currency


def check_amounts(work: Work, root: Node) -> None:
    """Report every broken amount rule with its arithmetic, and what else there is to say about the amounts."""
    totals = root.first(TOTALS)
    names = ("LineExtensionAmount", "TaxExclusiveAmount", "TaxInclusiveAmount", "PayableAmount")
    absent = [name for name in names if totals is None or amount_of(totals.first(name)) is None]
    if absent and absent != ["PayableAmount"]:
        listed = ", ".join(name for name in absent if name != "PayableAmount")
        work.find("totals_missing", totals.path if totals is not None else root.path, listed, listed)
    duty = "GCL-FIN-015, " if claims_en_16931(root) else ""
    for identity in broken(root):
        _violated(work, identity, duty)
        if identity.rule == "BR-CO-15" and _hides_rounding(root, identity):
            amount = plain(identity.difference)
            work.find("rounding_inside_total", identity.path, amount, amount, stated=plain(identity.stated))
    _other_tax(work, root)
    if any(node.number for node in root.walk()):
        first = next(node for node in root.walk() if node.number)
        work.find(
            "amount_is_binary_number", first.path, "amounts are JSON numbers", "金额为 JSON 数字", stated=first.text
        )


def _violated(work: Work, identity: Identity, duty: str) -> None:
    absent = f"; absent and taken as 0: {', '.join(identity.absent)}" if identity.absent else ""
    missing = f"；缺少并按 0 计：{'、'.join(identity.absent)}" if identity.absent else ""
    stated, gap = plain(identity.stated), plain(identity.difference)
    work.find(
        "source_identity_violated",
        identity.path,
        f"{duty}{identity.rule}: {identity.arithmetic}, stated {stated}, difference {gap}, tolerance 0{absent}",
        f"{duty}{identity.rule}：{identity.arithmetic}，原值 {stated}，相差 {gap}，容差 0{missing}",
        stated=stated,
        computed=plain(identity.computed),
    )


def _hides_rounding(root: Node, identity: Identity) -> bool:
    """Whether the difference is the rounding amount, or what rounding to a whole unit gives."""
    rounding = amount_of(root.first(f"{TOTALS}/PayableRoundingAmount"))
    if rounding:
        return identity.difference == rounding
    whole = identity.computed.quantize(Decimal(1), rounding=ROUND_HALF_UP, context=Context(prec=400))
    return identity.stated == whole


def _other_tax(work: Work, root: Node) -> None:
    _, other = tax_totals(root)
    for node in other:
        amount = node.first("TaxAmount") or node
        currency = amount.attributes.get("currencyID", "")
        work.find(
            "tax_total_multiple_currency", amount.path, currency, currency, stated=f"{amount.text} {currency}".strip()
        )
        work.lost(amount.path, amount.text, "cac:TaxTotal")
