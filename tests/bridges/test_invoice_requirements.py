"""What an importer owes an invoice: the receivable says what it says (GCL-FIN-014), and its sums hold (GCL-FIN-015)."""

from __future__ import annotations

import pytest
from gclink.bridges.ubl import broken, importer_findings
from interop_files import litchi
from test_ubl import _invoice, invoice, known, read, receivable, root_of


def test_a_receivable_that_says_what_its_invoice_says_satisfies_the_importer() -> None:
    assert importer_findings(receivable(read(_invoice(), *known())), _invoice()) == ()


@pytest.mark.parametrize(
    ("member", "value", "pointer"),
    [
        ("invoiceNumber", "LZ-0002", "/invoiceNumber"),
        ("issueDate", "2026-06-19", "/issueDate"),
        ("dueDate", "2026-09-17", "/dueDate"),
        ("documentPayable", {"type": "Money", "amount": "1200001", "currency": "CNY"}, "/documentPayable/amount"),
        ("documentPayable", {"type": "Money", "amount": "1200000", "currency": "EUR"}, "/documentPayable/currency"),
    ],
)
def test_a_receivable_that_differs_from_its_invoice_breaks_fin_014(member: str, value: object, pointer: str) -> None:
    tree = {**litchi("receivable")[0], member: value}
    (finding,) = importer_findings(tree, _invoice())
    assert (finding.requirement, finding.pointer) == ("GCL-FIN-014", pointer)
    assert finding.expected != finding.found


def test_a_due_date_that_the_invoice_does_not_state_is_left_to_the_receivable() -> None:
    raw = invoice(("<cbc:DueDate>2026-09-18</cbc:DueDate>", ""))
    assert importer_findings(litchi("receivable")[0], raw) == ()


@pytest.mark.parametrize(
    ("change", "rules"),
    [
        (('CNY">720000', 'CNY">720001'), {"BR-CO-10"}),
        (('CNY">1200000</cbc:TaxExc', 'CNY">1200002</cbc:TaxExc'), {"BR-CO-13", "BR-CO-15"}),
        (('CNY">1200000</cbc:Payable', 'CNY">1200003</cbc:Payable'), {"BR-CO-16"}),
    ],
)
def test_an_invoice_that_claims_en_16931_and_breaks_its_sums_breaks_fin_015(
    change: tuple[str, str], rules: set[str]
) -> None:
    claim = "<cbc:CustomizationID>urn:cen.eu:en16931:2017</cbc:CustomizationID>"
    raw = invoice(change, ("</cbc:UBLVersionID>", "</cbc:UBLVersionID>" + claim))
    tree = receivable(read(raw, *known()))
    found = [finding for finding in importer_findings(tree, raw) if finding.requirement == "GCL-FIN-015"]
    assert {str(finding.expected).partition(":")[0] for finding in found} == rules
    told = [finding for finding in read(raw, *known()).findings if finding.code == "source_identity_violated"]
    assert all(finding.message.en.partition(": ")[2].startswith("GCL-FIN-015, BR-CO") for finding in told)
    assert importer_findings(tree, invoice(change)) == (), "no claim, no duty"


ALLOWANCES = (
    "<cac:AllowanceCharge><cbc:ChargeIndicator>{}</cbc:ChargeIndicator>"
    '<cbc:Amount currencyID="CNY">{}</cbc:Amount></cac:AllowanceCharge>'
)


@pytest.mark.parametrize(
    ("indicator", "total", "rule"),
    [("false", "AllowanceTotalAmount", "BR-CO-11"), ("true", "ChargeTotalAmount", "BR-CO-12")],
)
def test_allowances_and_charges_add_up_to_their_totals(indicator: str, total: str, rule: str) -> None:
    listed = (
        "<cac:TaxTotal>",
        ALLOWANCES.format(indicator, "10") + ALLOWANCES.format(indicator, "5") + "<cac:TaxTotal>",
    )

    def with_total(value: str) -> set[str]:
        stated = ("<cbc:PayableAmount", f'<cbc:{total} currencyID="CNY">{value}</cbc:{total}><cbc:PayableAmount')
        return {identity.rule for identity in broken(root_of(invoice(listed, stated)))}

    assert rule not in with_total("15")
    assert rule in with_total("14")
    assert rule in {identity.rule for identity in broken(root_of(invoice(listed)))}


def test_the_breakdown_of_the_tax_adds_up() -> None:
    part = '<cac:TaxSubtotal><cbc:TaxAmount currencyID="CNY">{}</cbc:TaxAmount></cac:TaxSubtotal>'
    parts = part.format("3") + part.format("-3")
    right = ("0</cbc:TaxAmount>", "0</cbc:TaxAmount>" + parts)
    assert broken(root_of(invoice(right))) == []
    wrong = ("0</cbc:TaxAmount>", "0</cbc:TaxAmount>" + part.format("3"))
    assert {identity.rule for identity in broken(root_of(invoice(wrong)))} == {"BR-CO-14"}
