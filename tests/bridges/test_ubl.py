"""UBL invoices and credit notes become receivables as they say, with every sum that does not hold told."""

from __future__ import annotations

import copy
import json
from decimal import Decimal
from functools import cache
from typing import Any

import pytest
from gclink.bridges import ImportOptions, LossReport, Verdict
from gclink.bridges._contracts import as_json, contract_faults
from gclink.bridges._nodes import Node
from gclink.bridges.ubl import UBL, broken
from gclink.bridges.ubl._source import read_source
from gclink.canonical import digest
from gclink.errors import UnreadableInput
from gclink.limits import DEFAULT_LIMITS
from interop_files import assert_expected, broken_rules, codes, files_of, litchi, needed, read_file
from lxml import etree

BASE = "https://example.org/gclink/"
PASSED: dict[str, Any] = {
    "Receivable": {"id": f"{BASE}receivables/imported", "issuedAt": "2026-06-23T08:00:00Z", "state": "issued"},
    "Party": {
        "issuer": f"{BASE}parties/platform",
        "issuedAt": "2026-06-23T08:00:00Z",
        "partyKind": "legal_entity",
        "roles": ["trader"],
        "country": "CA",
    },
    "GoodsLine": {"product": f"{BASE}products/smoked"},
    "documents": {"seller": {"id": f"{BASE}parties/seller"}, "obligor": {"id": f"{BASE}parties/buyer"}},
}


def read(raw: bytes, *known: dict[str, Any], **parameters: Any) -> LossReport:
    return UBL.read(raw, ImportOptions(parameters={**PASSED, **parameters}, language="en", known=known))


@cache
def _invoice() -> bytes:
    out = UBL.write(litchi(), ImportOptions(language="en"))
    assert out.content is not None
    return out.content


def invoice(*changes: tuple[str, str]) -> bytes:
    """Return the example's invoice with texts replaced, each of which stands in it."""
    text = _invoice().decode()
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new)
    return text.encode()


def known() -> list[dict[str, Any]]:
    return [tree for tree in litchi() if tree["type"] in ("Party", "ProductType", "Lot")]


def receivable(report: LossReport) -> dict[str, Any]:
    (found,) = (tree for tree in (*report.documents, *report.fragments) if tree["type"] == "Receivable")
    return found


def root_of(raw: bytes) -> Node:
    return read_source(raw, "<test>", DEFAULT_LIMITS)


# Real files


@pytest.mark.parametrize("entry", files_of("ubl"))
def test_a_real_file_gives_exactly_the_expected_report(entry: dict[str, Any]) -> None:
    assert_expected(read(read_file(entry)), entry)


@pytest.mark.parametrize("entry", files_of("ubl"))
def test_every_identity_of_a_real_file_comes_out_as_measured(entry: dict[str, Any]) -> None:
    measured = entry.get("measured", {})
    if entry.get("family") != "ubl-json" and "BR-CO-15" in measured:
        found = {identity.rule for identity in broken(root_of(read_file(entry)))}
        rules = {rule for rule, sides in measured.items() if rule.startswith("BR-CO") and not sides["holds"]}
        assert found == rules


@pytest.mark.parametrize("entry", files_of("ubl"))
def test_stated_values_are_carried_and_never_the_recomputed_ones(entry: dict[str, Any]) -> None:
    report = read(read_file(entry))
    for tree in report.documents:
        if tree["type"] == "Receivable":
            total = root_of(read_file(entry)).first("LegalMonetaryTotal/PayableAmount")
            assert total is not None
            assert Decimal(tree["documentPayable"]["amount"]) == Decimal(total.text)
            assert "sha-256:" in tree["sourceDocument"]["digest"]


def test_xml_and_both_json_forms_give_the_same_receivable() -> None:
    made = []
    for name in ("ubl_invoice_2.1.xml", "ubl_invoice_2.1_legacy.json", "ubl_invoice_2.1_model.json"):
        tree = receivable(read(needed(f"ubl/examples/{name}").read_bytes()))
        tree.pop("sourceDocument")
        made.append(tree)
    assert made[0] == made[1] == made[2]


def test_an_invoice_that_breaks_its_sum_is_carried_and_stays_visible_downstream() -> None:
    tree = receivable(read(needed("ubl/examples/ubl_invoice_2.1.xml").read_bytes()))
    assert tree["documentPayable"]["amount"] == "729"
    assert broken_rules(tree) == {"GCL-FIN-012"}


# Own inputs


def test_the_examples_invoice_comes_back_with_every_exact_value() -> None:
    (ours,) = litchi("receivable")
    report = read(_invoice(), *known())
    assert report.verdict is Verdict.CONVERT
    back = receivable(report)
    kept = ("seller", "sellerIdentifier", "obligor", "faceValue", "uniquenessKey", "goodsLines", "invoiceNumber")
    kept += ("issueDate", "dueDate", "documentPayable", "taxInclusiveAmount", "lineNetTotal", "instalmentSeq")
    assert {name: back[name] for name in kept} == {name: ours[name] for name in kept}
    assert broken_rules(back) == set()
    assert [tree["type"] for tree in report.documents] == ["Receivable"]


@pytest.mark.parametrize(
    ("change", "code", "verdict"),
    [
        (('CNY">1200000</cbc:TaxInc', 'CNY">1200001</cbc:TaxInc'), "source_identity_violated", "convert_with_findings"),
        (("<cbc:DueDate>2026-09-18</cbc:DueDate>", ""), "due_date_missing", "partial"),
        (("2026-09-18", "2026-06-19"), "period_reversed", "convert_with_findings"),
        (("<cbc:DocumentCurrencyCode>CNY</cbc:DocumentCurrencyCode>", ""), "currency_code_missing", "partial"),
        (("<cbc:DocumentCurrencyCode>CNY", "<cbc:DocumentCurrencyCode>CNX"), "code_unknown", "refuse"),
        (('CNY">1200000</cbc:PayableAmount', 'CNY">-5</cbc:PayableAmount'), "sign_wrong", "refuse"),
        (('KGM">6000', 'KGM">-6000'), "negative_line", "convert"),
        (('KGM">6000', 'XBX">6000'), "unit_unknown", "partial"),
        (("<cbc:ID>2</cbc:ID>", "<cbc:ID>1</cbc:ID>"), "duplicate_identifier", "convert_with_findings"),
        (("6930000000134", "6930000000135"), "identifier_check_digit", "convert_with_findings"),
        (("2026-06-20", "2026-06-31"), "source_schema_invalid", "refuse"),
        (("<cbc:InvoiceTypeCode>380", "<cbc:InvoiceTypeCode>381"), "out_of_scope", "refuse"),
        (('CNY">720000', 'EUR">720000'), "source_identity_violated", "convert_with_findings"),
        (('CNY">720000', 'CNY">7e5'), "lexical_not_decimal", "partial"),
        (("CN</cbc:Id", "XQ</cbc:Id"), "", "convert"),
    ],
)
def test_what_an_invoice_gets_wrong_is_told_under_its_code(change: tuple[str, str], code: str, verdict: str) -> None:
    report = read(invoice(change), *known())
    assert report.verdict.value == verdict
    assert code in codes(report) if code else not codes(report)
    assert bool(report.documents) == report.verdict.writes


def test_the_arithmetic_of_a_broken_sum_is_shown() -> None:
    report = read(invoice(('CNY">1200000</cbc:TaxInc', 'CNY">1200001</cbc:TaxInc')), *known())
    found = [finding for finding in report.findings if finding.code == "source_identity_violated"]
    assert [(f.path, f.stated, f.computed) for f in found] == [
        ("/Invoice/cac:LegalMonetaryTotal/cbc:TaxInclusiveAmount", "1200001", "1200000"),
        ("/Invoice/cac:LegalMonetaryTotal/cbc:PayableAmount", "1200000", "1200001"),
    ]
    assert "BR-CO-15: BT-109 1200000 + BT-110 0 = 1200000" in found[0].message.en
    assert "tolerance 0" in found[0].message.en
    assert "相差 1" in found[0].message.zh


def test_the_day_of_payment_may_stand_with_the_means_of_payment_but_not_twice_differently() -> None:
    means = (
        "<cac:PaymentMeans><cbc:PaymentMeansCode>30</cbc:PaymentMeansCode>"
        "<cbc:PaymentDueDate>{}</cbc:PaymentDueDate></cac:PaymentMeans>"
    )
    without = ("<cbc:DueDate>2026-09-18</cbc:DueDate>", "")
    one = read(invoice(without, ("<cac:TaxTotal>", means.format("2026-09-18") + "<cac:TaxTotal>")), *known())
    assert codes(one) == {"due_date_from_payment_means"}
    assert one.verdict is Verdict.CONVERT
    assert receivable(one)["dueDate"] == "2026-09-18"
    two = means.format("2026-09-18") + means.format("2026-09-19")
    both = read(invoice(without, ("<cac:TaxTotal>", two + "<cac:TaxTotal>")), *known())
    assert both.verdict is Verdict.REFUSE
    assert codes(both) == {"due_date_missing"}


def test_instalments_give_one_receivable_each_and_come_back() -> None:
    terms = "".join(
        f'<cac:PaymentTerms><cbc:Amount currencyID="CNY">{amount}</cbc:Amount>'
        f"<cbc:InstallmentDueDate>{day}</cbc:InstallmentDueDate></cac:PaymentTerms>"
        for amount, day in (("700000", "2026-08-01"), ("500000", "2026-09-18"))
    )
    raw = invoice(("<cbc:DueDate>2026-09-18</cbc:DueDate>", ""), ("<cac:TaxTotal>", terms + "<cac:TaxTotal>"))
    ids = {f"LZ-0001#{seq}": {"id": f"{BASE}receivables/part-{seq}"} for seq in (1, 2)}
    report = read(raw, *known(), documents=ids)
    assert report.verdict is Verdict.CONVERT
    first, second = report.documents
    assert [first["faceValue"]["amount"], second["faceValue"]["amount"]] == ["700000", "500000"]
    assert [first["instalmentSeq"], second["instalmentSeq"]] == [1, 2]
    assert first["uniquenessKey"] != second["uniquenessKey"]
    assert broken_rules(first) == broken_rules(second) == set()
    out = UBL.write([first, second, *known()], ImportOptions(language="en"))
    assert out.content is not None
    again = read(out.content, *known(), documents=ids)
    for tree, other in zip(again.documents, (first, second), strict=True):
        assert {**tree, "sourceDocument": 0} == {**other, "sourceDocument": 0}
    assert UBL.write([first, *known()], ImportOptions()).report.verdict is Verdict.PARTIAL


def test_parties_are_matched_by_identifier_and_never_by_name() -> None:
    renamed = read(invoice(("Litchi cooperative", "Other words")), *known())
    assert receivable(renamed)["seller"] == f"{BASE}parties/cooperative"
    assert any(o.relation.value == "contradictory" and o.ours == "Party.name" for o in renamed.fields)
    same_name = read(invoice(("93440900MA5LTCH04R", "91440100MA5BANK27J")), *known())
    assert receivable(same_name)["seller"] == f"{BASE}parties/bank"
    stranger = read(invoice(("93440900MA5LTCH04R", "91350100M000100Y43")), *known())
    assert receivable(stranger)["seller"] == f"{BASE}parties/seller"
    (party,) = (tree for tree in stranger.documents if tree["type"] == "Party")
    assert party["name"] == {"en": "Litchi cooperative"}


def test_without_what_only_the_caller_knows_nothing_is_written() -> None:
    report = UBL.read(_invoice(), ImportOptions(known=tuple(known())))
    assert report.verdict is Verdict.PARTIAL
    assert report.documents == ()
    assert set(report.missing) == {"Receivable.id", "Receivable.issuedAt", "Receivable.state"}


def test_a_parameter_never_replaces_a_stated_value() -> None:
    report = read(
        _invoice(), *known(), Receivable={**PASSED["Receivable"], "dueDate": "2027-01-01", "invoiceNumber": "X"}
    )
    assert receivable(report)["dueDate"] == "2026-09-18"
    assert receivable(report)["invoiceNumber"] == "LZ-0001"


def test_an_invoice_whose_receivable_is_known_is_not_written_again() -> None:
    (ours,) = litchi("receivable")
    again = read(_invoice(), *known(), ours)
    assert (codes(again), again.verdict, again.documents) == (
        {"duplicate_identifier"},
        Verdict.CONVERT_WITH_FINDINGS,
        (),
    )
    later = read(invoice(("2026-09-18", "2026-09-30")), *known(), ours)
    assert (codes(later), later.verdict) == ({"duplicate_identifier", "subject_mismatch"}, Verdict.REFUSE)
    (found,) = (finding for finding in later.findings if finding.code == "subject_mismatch")
    assert (found.path, found.stated, found.computed) == ("/Invoice/cbc:DueDate", "2026-09-30", "2026-09-18")
    assert "GCL-FIN-014" in found.message.en


def test_a_passport_named_in_a_line_is_listed_and_no_link() -> None:
    report = read(_invoice(), *known())
    named = [o.stated for o in report.fields if o.ours == "CarbonLink.passport"]
    assert f"{BASE}passports/smoked-A" in named
    assert len(named) == 4


# Credit notes


def credit_note(amount: str = "200000", reference: str = "LZ-0001", number: str = "CN-1") -> bytes:
    text = _invoice().decode().replace("Invoice-2", "CreditNote-2").replace("<Invoice ", "<CreditNote ")
    text = text.replace("</Invoice>", "</CreditNote>").replace("InvoiceLine", "CreditNoteLine")
    text = text.replace("InvoicedQuantity", "CreditedQuantity").replace("<cbc:ID>LZ-0001", f"<cbc:ID>{number}")
    text = text.replace('CNY">1200000', f'CNY">{amount}').replace("<cbc:InvoiceTypeCode>380</cbc:InvoiceTypeCode>", "")
    named = (
        f"<cac:BillingReference><cac:InvoiceDocumentReference><cbc:ID>{reference}</cbc:ID>"
        "</cac:InvoiceDocumentReference></cac:BillingReference>"
    )
    return text.replace(
        "<cac:AccountingSupplierParty>", (named if reference else "") + "<cac:AccountingSupplierParty>"
    ).encode()


def test_a_credit_note_lowers_the_receivable_it_names_by_a_new_version() -> None:
    (ours,) = litchi("receivable")
    report = read(credit_note(), *known(), ours)
    assert report.verdict is Verdict.CONVERT_WITH_FINDINGS  # its lines add up to another sum
    (version,) = report.documents
    assert version["faceValue"]["amount"] == "1000000"
    assert version["creditNoteTotal"]["amount"] == "200000"
    assert version["supersedes"] == {"type": "DocumentReference", "target": ours["id"], "digest": digest(ours)}
    assert version["uniquenessKey"] == ours["uniquenessKey"]
    more = read(
        credit_note("50000", number="CN-2"),
        *known(),
        ours,
        version,
        Receivable={**PASSED["Receivable"], "id": f"{BASE}v3"},
    )
    (third,) = more.documents
    assert (third["creditNoteTotal"]["amount"], third["faceValue"]["amount"]) == ("250000", "950000")
    assert third["supersedes"]["target"] == version["id"]


def test_a_credit_note_never_becomes_a_receivable_of_its_own() -> None:
    (ours,) = litchi("receivable")
    assert read(credit_note(), *known()).documents == ()
    unnamed = read(credit_note(reference=""), *known(), ours)
    assert "credit_note_reference_missing" in codes(unnamed)
    assert unnamed.documents == ()
    used_up = read(credit_note("1200000"), *known(), ours)
    assert used_up.verdict is Verdict.PARTIAL
    assert used_up.missing == ("Receivable.faceValue",)
    negative = read(credit_note("-5"), *known(), ours)
    assert negative.verdict is Verdict.REFUSE


# Exports


@cache
def schema() -> etree.XMLSchema:
    return etree.XMLSchema(etree.parse(str(needed("ubl/schemas/maindoc/UBL-Invoice-2.1.xsd"))))


def test_an_export_fits_the_neighbours_schema() -> None:
    root = etree.fromstring(_invoice())
    assert schema().validate(root), schema().error_log


def test_an_export_fits_the_contract_and_a_spoilt_one_does_not() -> None:
    assert contract_faults("ubl", as_json(root_of(_invoice()))) == []
    spoilt = invoice((' currencyID="CNY"', ""))
    assert contract_faults("ubl", as_json(root_of(spoilt)))


def test_two_invoices_or_one_without_lines_are_not_written() -> None:
    (ours,) = litchi("receivable")
    other = {**copy.deepcopy(ours), "invoiceNumber": "LZ-0002"}
    assert UBL.write([ours, other], ImportOptions()).report.verdict is Verdict.REFUSE
    bare = {name: value for name, value in ours.items() if name != "goodsLines"}
    out = UBL.write([bare, *known()], ImportOptions())
    assert out.report.verdict is Verdict.PARTIAL
    assert out.content is None


# Hostile and foreign bytes


@pytest.mark.parametrize(
    "raw",
    [
        b'<!DOCTYPE x [<!ENTITY a "b">]><Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2"/>',
        b'<!DOCTYPE Invoice SYSTEM "file:///etc/passwd"><Invoice/>',
        b'{"_D":"urn:oasis:names:specification:ubl:schema:xsd:Invoice-2","Invoice":[{}],"Invoice":[{}]}',
        b'{"_D":"urn:oasis:names:specification:ubl:schema:xsd:Invoice-2"}',
        b'{"_D":"urn:oasis:names:specification:ubl:schema:xsd:Invoice-2","Invoice":[{},{}]}',
        b"",
    ],
)
def test_hostile_or_broken_bytes_are_unreadable(raw: bytes) -> None:
    with pytest.raises(UnreadableInput):
        read(raw)


def test_an_invoice_of_another_namespace_is_out_of_scope() -> None:
    report = read(b'<Invoice xmlns="urn:other"><ID>1</ID></Invoice>')
    assert codes(report) == {"out_of_scope"}
    assert report.verdict is Verdict.REFUSE


def test_what_nobody_reads_is_listed_as_lost() -> None:
    report = read(
        invoice(("<cac:TaxTotal>", "<cac:Delivery><cbc:ID>D-9</cbc:ID></cac:Delivery><cac:TaxTotal>")), *known()
    )
    assert [(o.theirs, o.stated) for o in report.fields if o.stated == "D-9"] == [
        ("/Invoice/cac:Delivery/cbc:ID", "D-9")
    ]
    assert json.loads(json.dumps(report.tree()))["verdict"] == "convert"
