"""Requests, results and assignments come back with every exact value, whatever the amounts, numbers and days."""

from __future__ import annotations

from decimal import Decimal

from gclink.bridges import ImportOptions
from gclink.bridges.iso20022._ids import short_id
from gclink.canonical import digest
from hypothesis import given, settings
from hypothesis import strategies as st
from interop_files import codes, litchi
from test_iso20022 import BASE, TSIN_001, TSIN_002, TSIN_006, document, passed

AMOUNT = st.decimals(min_value=1, max_value=10**9, places=2).map(lambda value: f"{value.normalize():f}")


@settings(max_examples=30, deadline=None)
@given(amount=AMOUNT, asked=AMOUNT, number=st.text("ABC123-/", min_size=1, max_size=35), days=st.integers(1, 300))
def test_every_exact_value_survives_request_and_result(amount: str, asked: str, number: str, days: int) -> None:
    money = {"type": "Money", "amount": amount, "currency": "CNY"}
    receivable = {
        **document("Receivable"),
        "invoiceNumber": number,
        "dueDate": f"2027-{1 + days // 28 % 12:02}-{1 + days % 28:02}",
        **dict.fromkeys(("documentPayable", "taxInclusiveAmount", "lineNetTotal", "faceValue"), money),
    }
    tree = document("FinancingTransaction")
    item = {
        **tree["items"][0],
        "asset": {"type": "DocumentReference", "target": receivable["id"], "digest": digest(receivable)},
        "faceAmount": money,
        "dueDate": receivable["dueDate"],
        "financedAmount": {**money, "amount": asked},
    }
    tree = {
        **tree,
        "items": [item],
        "requestedAmount": {**money, "amount": asked},
        "financedAmount": item["financedAmount"],
    }
    parties = [other for other in litchi() if other["type"] == "Party"]
    out = TSIN_001.write([tree, receivable, *parties], ImportOptions())
    assert out.content is not None
    known = (*parties, receivable)
    options = ImportOptions(parameters=passed("001", tree), known=known)
    (back,) = TSIN_001.read(out.content, options).documents
    assert back == tree
    decided = TSIN_002.write([{**tree, "state": "funded"}, receivable, *parties], ImportOptions())
    assert decided.content is not None
    given = {"FinancingTransaction": {"id": f"{BASE}transactions/9"}}
    (after,) = TSIN_002.read(decided.content, ImportOptions(parameters=given, known=(*known, tree))).documents
    kept = ("issuedAt", "financedAmount", "items", "valueDate", "advanceRate")
    assert {name: after[name] for name in kept} == {name: tree[name] for name in kept}


@settings(max_examples=20, deadline=None)
@given(
    amounts=st.lists(st.tuples(AMOUNT, AMOUNT), min_size=2, max_size=4), rate=st.integers(1, 100), split=st.booleans()
)
def test_several_invoices_survive_request_and_assignment(
    amounts: list[tuple[str, str]], rate: int, split: bool
) -> None:
    parties = [other for other in litchi() if other["type"] == "Party"]
    receivables, items, assigned = [], [], []
    for place, (amount, asked) in enumerate(amounts, 1):
        money = {"type": "Money", "amount": amount, "currency": "CNY"}
        receivable = {
            **document("Receivable"),
            "id": f"{BASE}receivables/{place}",
            "invoiceNumber": f"N-{place}",
            **dict.fromkeys(("documentPayable", "taxInclusiveAmount", "lineNetTotal", "faceValue"), money),
        }
        cite = {"type": "DocumentReference", "target": receivable["id"], "digest": digest(receivable)}
        receivables.append(receivable)
        items.append(
            {
                "type": "FinancedAsset",
                "asset": cite,
                "assetKind": "receivable",
                "faceAmount": money,
                "financedAmount": {**money, "amount": asked},
                "dueDate": receivable["dueDate"],
            }
        )
        assigned.append({"type": "AssignedItem", "asset": cite, "assignedAmount": money})
    together = f"{sum(Decimal(asked) for _, asked in amounts).normalize():f}"
    requested = together if split else f"{(Decimal(together) + 1).normalize():f}"
    fraction = f"{(Decimal(rate) / 100).normalize():f}"
    tree = {**document("FinancingTransaction"), "items": items, "advanceRate": fraction}
    tree |= {
        name: {"type": "Money", "amount": together, "currency": "CNY"} for name in ("financedAmount", "netProceeds")
    }
    tree["requestedAmount"] = {"type": "Money", "amount": requested, "currency": "CNY"}
    known = (*parties, *receivables)
    out = TSIN_001.write([tree, *known], ImportOptions())
    assert out.content is not None
    given = passed("001", tree)
    given["documents"] = {
        f"N-{place}": {"financedAmount": item["financedAmount"]} for place, item in enumerate(items, 1)
    }
    given["FinancedAsset"] = {}
    if split:  # the amounts say which invoice they are for
        given["FinancingTransaction"].pop("requestedAmount", None)
    else:  # only the rate can be sent
        given["FinancingTransaction"].pop("advanceRate")
        given["FinancingTransaction"]["requestedAmount"] = tree["requestedAmount"]
    (back,) = TSIN_001.read(out.content, ImportOptions(parameters=given, known=known)).documents
    assert back == tree
    total = f"{sum(Decimal(amount) for amount, _ in amounts).normalize():f}"
    assignment = {
        **document("Assignment"),
        "issuedAt": "2026-06-24T00:00:00Z",
        "assignedItems": assigned,
        "itemCount": len(assigned),
        "assignedTotal": {"type": "Money", "amount": total, "currency": "CNY"},
    }
    letter = TSIN_006.write([assignment, *known], ImportOptions())
    assert letter.content is not None
    options = ImportOptions(parameters=passed("006", assignment), known=known)
    assert TSIN_006.read(letter.content, options).documents == (assignment,)


def test_more_digits_or_characters_than_a_message_holds_are_refused() -> None:
    receivable = document("Receivable")
    small = {"type": "Money", "amount": "0.123456", "currency": "CNY"}
    others = [tree for tree in litchi() if tree["type"] != "Receivable"]
    for change in ({"documentPayable": small}, {"invoiceNumber": "N" * 36}):
        out = TSIN_001.write([{**receivable, **change}, *others], ImportOptions())
        assert (codes(out.report), out.content) == ({"range_exceeded"}, None)


def test_instalments_of_one_invoice_are_told_apart_by_their_place_and_split_by_their_day() -> None:
    receivable = document("Receivable")
    money = {"type": "Money", "amount": "600000", "currency": "CNY"}
    parts = [
        {
            **receivable,
            "id": f"{BASE}receivables/{seq}",
            "instalmentSeq": seq,
            "instalmentAmount": money,
            "faceValue": money,
            "dueDate": due,
        }
        for seq, due in ((1, "2026-09-18"), (2, "2026-10-18"))
    ]
    before = document("FinancingTransaction")
    items = [
        {
            **before["items"][0],
            "asset": {"type": "DocumentReference", "target": part["id"], "digest": digest(part)},
            "faceAmount": money,
            "financedAmount": {**money, "amount": "540000"},
            "dueDate": part["dueDate"],
        }
        for part in parts
    ]
    known = (*(tree for tree in litchi() if tree["type"] == "Party"), *parts)
    out = TSIN_001.write([{**before, "items": items}, *known], ImportOptions())
    assert out.content is not None
    given = passed("001", before)
    given["documents"] = {
        f"{short_id(before['id'])}#{part['dueDate']}": {"id": f"{BASE}transactions/{part['dueDate']}"} for part in parts
    }
    alone = TSIN_001.read(out.content, ImportOptions(parameters=given, known=known))
    assert alone.missing == ("FinancingTransaction.requestedAmount",), "nobody says how the whole divides"
    for entry in given["documents"].values():
        entry["requestedAmount"] = {**money, "amount": "540000"}
    given["FinancingTransaction"].pop("id")
    report = TSIN_001.read(out.content, ImportOptions(parameters=given, known=known))
    assert (codes(report), report.missing) == (set(), ())
    assert [tree["id"][-10:] for tree in report.documents] == ["2026-09-18", "2026-10-18"]
    assert [
        [(item["asset"]["target"], item["faceAmount"]["amount"], item["dueDate"]) for item in tree["items"]]
        for tree in report.documents
    ] == [[(part["id"], "600000", part["dueDate"])] for part in parts]
    short = out.content.replace(b'CNY">600000<', b'CNY">500000<', 1)
    assert codes(TSIN_001.read(short, ImportOptions(parameters=given, known=known))) >= {"source_identity_violated"}
