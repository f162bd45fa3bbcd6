"""Whatever a receivable holds: everything the mapping calls exact comes back from an invoice as it went."""

from __future__ import annotations

import unicodedata
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from gclink.bridges import ImportOptions
from gclink.bridges._contracts import as_json, contract_faults
from gclink.bridges._lexical import UCUM_TO_REC20
from gclink.bridges.ubl import UBL
from gclink.bridges.ubl._source import read_source
from gclink.canonical import canonical_decimal
from gclink.limits import DEFAULT_LIMITS
from hypothesis import given, settings
from hypothesis import strategies as st
from interop_files import litchi

BASE = "https://example.org/gclink/"
TEXT = st.text(st.characters(codec="utf-8", categories=("L", "N", "P")), min_size=1, max_size=12).filter(
    lambda text: unicodedata.is_normalized("NFC", text)
)
AMOUNT = st.decimals(min_value=0, max_value=10**12, places=2).map(canonical_decimal)
POSITIVE = st.decimals(min_value=Decimal("0.01"), max_value=10**9, places=2).map(canonical_decimal)
QUANTITY = st.decimals(min_value=Decimal("0.001"), max_value=10**6, places=3).map(canonical_decimal)
KNOWN = tuple(tree for tree in litchi() if tree["type"] in ("Party", "ProductType", "Lot"))


def money(amount: str, currency: str = "CNY") -> dict[str, str]:
    return {"type": "Money", "amount": amount, "currency": currency}


@st.composite
def lines(draw: st.DrawFn, number: str) -> dict[str, Any]:
    quantity, net = draw(QUANTITY), draw(AMOUNT)
    line: dict[str, Any] = {
        "type": "GoodsLine",
        "lineNumber": number,
        "product": f"{BASE}products/smoked",
        "quantity": {"type": "Quantity", "value": quantity, "unit": draw(st.sampled_from(sorted(UCUM_TO_REC20)))},
        "lineAmount": money(net),
    }
    if draw(st.booleans()):
        line["lot"] = f"{BASE}lots/smoked-{draw(st.sampled_from('AB'))}"
    if draw(st.booleans()):
        price = draw(POSITIVE)
        exact = Decimal(quantity) * Decimal(price)
        line["unitPrice"] = money(price)
        line["lineAmount"] = money(canonical_decimal(exact.quantize(Decimal("0.01"), rounding=ROUND_HALF_UP)))
    return line


@st.composite
def receivables(draw: st.DrawFn) -> dict[str, Any]:
    (tree,) = litchi("receivable")
    numbers = draw(st.lists(TEXT, min_size=1, max_size=4, unique=True))
    tree["invoiceNumber"] = draw(TEXT)
    tree["documentPayable"] = money(draw(POSITIVE))
    tree["goodsLines"] = [draw(lines(number)) for number in numbers]
    tree["lineNetTotal"] = money(draw(AMOUNT))
    for name in ("taxInclusiveAmount", "prepaidAmount"):
        tree.pop(name, None)
        if draw(st.booleans()):
            tree[name] = money(draw(AMOUNT))
    if draw(st.booleans()):
        tree["roundingAmount"] = money(canonical_decimal(draw(st.decimals(min_value=-9, max_value=9, places=2))))
    return tree


EXACT = ("seller", "sellerIdentifier", "obligor", "invoiceNumber", "issueDate", "dueDate", "documentPayable")
EXACT += ("taxInclusiveAmount", "prepaidAmount", "roundingAmount", "lineNetTotal", "goodsLines")


@settings(max_examples=60, deadline=None)
@given(tree=receivables())
def test_every_exact_value_of_a_receivable_survives_an_invoice(tree: dict[str, Any]) -> None:
    out = UBL.write([tree, *KNOWN], ImportOptions(language="en"))
    assert out.content is not None, out.report.tree()
    assert contract_faults("ubl", as_json(read_source(out.content, "<test>", DEFAULT_LIMITS))) == []
    passed = {name: tree[name] for name in ("id", "issuer", "issuedAt", "state")}
    report = UBL.read(out.content, ImportOptions(known=KNOWN, parameters={"Receivable": passed}))
    (back,) = report.documents
    assert {name: back.get(name) for name in EXACT} == {name: tree.get(name) for name in EXACT}
    told = {outcome.ours for outcome in out.report.fields}
    assert {f"Receivable.{name}" for name in tree if name not in ("type", "specVersion", "goodsLines")} <= told
