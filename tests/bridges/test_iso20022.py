"""Messages of invoice financing: checked for their form first, then read as they say; three of them can be written."""

from __future__ import annotations

import csv
import json
from functools import cache
from typing import Any

import pytest
from gclink.bridges import ImportOptions, LossReport, Verdict, detect
from gclink.bridges.iso20022 import PAYMENT, TSIN_001, TSIN_002, TSIN_006
from gclink.bridges.iso20022._ids import short_id
from gclink.canonical import digest
from gclink.errors import UnreadableInput
from interop_files import assert_expected, broken_rules, codes, files_of, litchi, needed, read_file
from lxml import etree

BASE = "https://example.org/gclink/"
BRIDGES = {"001": TSIN_001, "002": TSIN_002, "006": TSIN_006}
#: What each message does not say of the documents it is about.
CALLER = {
    "001": (
        "id issuer programme technique facility advanceRate financedAmount valueDate maturityDate pricing "
        "marginAdjustment discountAmount feeTotal netProceeds recourse disclosure assignmentKind assignment "
        "financeLabel sustainabilityTerms simpleYield effectiveRate paymentRef state"
    ),
    "006": "id assignmentKind disclosure notified notifiedAt registration",
}


def document(cls: str) -> dict[str, Any]:
    (found,) = (tree for tree in litchi() if tree["type"] == cls)
    return found


def funded() -> list[dict[str, Any]]:
    """Return the example with its transaction funded by a new version of it."""
    before = document("FinancingTransaction")
    after = {
        **before,
        "id": f"{BASE}transactions/1-funded",
        "state": "funded",
        "supersedes": {"type": "DocumentReference", "target": before["id"], "digest": digest(before)},
    }
    return [after if tree["id"] == before["id"] else tree for tree in litchi()]


@cache
def written(message: str) -> bytes:
    documents = funded() if message == "002" else litchi()
    out = BRIDGES[message].write(documents, ImportOptions(language="en", known=tuple(litchi())))
    assert out.report.verdict is Verdict.CONVERT, out.report.tree()
    assert out.content is not None
    return out.content


def changed(message: str, *changes: tuple[str, str]) -> bytes:
    text = written(message).decode()
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new)
    return text.encode()


def read(message: str, raw: bytes, *known: dict[str, Any], **parameters: Any) -> LossReport:
    options = ImportOptions(parameters=parameters, known=known or tuple(litchi()), language="en")
    return BRIDGES[message].read(raw, options)


def passed(message: str, tree: dict[str, Any]) -> dict[str, Any]:
    given: dict[str, Any] = {tree["type"]: {name: tree[name] for name in CALLER[message].split() if name in tree}}
    if message == "001":
        item = tree["items"][0]
        given["FinancedAsset"] = {name: item[name] for name in ("financedAmount", "transferableRecord") if name in item}
    return given


# Real files


@pytest.mark.parametrize("entry", files_of("iso20022"))
def test_a_real_file_gives_exactly_the_expected_report(entry: dict[str, Any]) -> None:
    raw = read_file(entry)
    assert PAYMENT.detect(raw)
    assert not any(bridge.detect(raw) for bridge in BRIDGES.values())
    assert detect(raw) == "iso20022-payment"
    report = PAYMENT.read(raw, ImportOptions())
    assert_expected(report, entry)
    (count,) = (finding for finding in report.findings if finding.code == "source_identity_violated")
    assert (count.stated, count.computed) == (
        entry["measured"]["transactionsStated"],
        str(entry["measured"]["transactionsFound"]),
    )


@pytest.mark.parametrize("message", sorted(BRIDGES))
def test_an_export_has_only_elements_of_the_message_in_their_order(message: str) -> None:
    rows = csv.DictReader(needed("iso20022/tsin_elements.csv").read_text(encoding="utf-8").splitlines())
    listed = [row for row in rows if row["message"] == f"tsin.{message}.001.01"]
    order = {row["path"]: place for place, row in enumerate(listed)}
    least = {row["path"] for row in listed if row["min"] != "0"}
    root = etree.fromstring(written(message))

    def visit(element: Any, path: str) -> None:
        names = [etree.QName(child).localname for child in element]
        paths = [f"{path}/{name}" for name in names]
        described = [order[child] for child in paths if child in order]
        assert described == sorted(described), paths
        if path in order:
            deep = any(known.startswith(f"{path}/") and not known.endswith("/value") for known in order)
            assert not deep or all(child in order for child in paths), paths
        must = {known for known in least if known.rpartition("/")[0] == path and "@" not in known}
        assert must - {f"{path}/value"} <= set(paths), path
        for child, place in zip(element, paths, strict=True):
            visit(child, place)

    (body,) = root
    visit(body, f"/{etree.QName(body).localname}")


# The request


def test_a_request_gives_the_transaction_with_its_known_receivable() -> None:
    tree = document("FinancingTransaction")
    report = read("001", written("001"), **passed("001", tree))
    assert (report.verdict, codes(report)) == (Verdict.CONVERT, set())
    (back,) = report.documents
    assert back == tree
    assert broken_rules(back) == set()


def test_a_receivable_that_is_not_known_is_written_from_the_request() -> None:
    tree = document("FinancingTransaction")
    others = [other for other in litchi() if other["type"] != "Receivable"]
    own = {"id": f"{BASE}receivables/new", "issuedAt": "2026-06-24T08:00:00Z", "state": "issued"}
    report = read("001", written("001"), *others, **passed("001", tree), Receivable=own)
    receivable, transaction = report.documents
    known = document("Receivable")
    for name in ("seller", "sellerIdentifier", "obligor", "faceValue", "uniquenessKey", "issueDate", "dueDate"):
        assert receivable[name] == known[name]
    assert receivable["sourceDocument"] == {"type": "SourceDocument", "format": "iso20022_tsin", "number": "LZ-0001"}
    assert broken_rules(receivable) == set()
    assert transaction["items"][0]["asset"]["digest"] == digest(receivable)


@pytest.mark.parametrize(
    ("change", "code", "verdict"),
    [
        (("<NbOfInvcReqs>1<", "<NbOfInvcReqs>2<"), "source_identity_violated", "convert_with_findings"),
        (('CNY">1200000</TtlBlk', 'CNY">1200001</TtlBlk'), "source_identity_violated", "convert_with_findings"),
        (('CNY">0</TtlTaxAmt', 'CNY">5</TtlTaxAmt'), "source_identity_violated", "convert_with_findings"),
        (("2026-09-18</PmtDueDt", "2026-09-19</PmtDueDt"), "subject_mismatch", "convert_with_findings"),
        (("2026-06-24T08:00:00Z", "2026-06-24T08:00:00"), "source_schema_invalid", "refuse"),
        (("<DocNb>LZ-0001</DocNb>", "<InvcNb>LZ-0001</InvcNb>"), "source_schema_invalid", "refuse"),
        (("<DocTp>CINV</DocTp>", ""), "source_schema_invalid", "refuse"),
        (("<DocTp>CINV<", "<DocTp>XINV<"), "source_schema_invalid", "refuse"),
        (("tsin.001.001.01", "tsin.001.001.02"), "version_unsupported", "refuse"),
        (("USCC</IdTp>", "ODD</IdTp>"), "", "partial"),
        (("93440900MA5LTCH04R</Id>", "93440900MA5LTCH04X</Id>"), "identifier_check_digit", "partial"),
        (("2026-06-20</IsseDt>", "2026-06-20Z</IsseDt>"), "date_zone_suffix", "convert"),
        (("2026-06-20</IsseDt>", "2026-06-31</IsseDt>"), "source_schema_invalid", "refuse"),
        (("<Ccy>CNY<", "<Ccy>EUR<"), "source_identity_violated", "convert_with_findings"),
    ],
)
def test_what_a_request_gets_wrong_is_told_under_its_code(change: tuple[str, str], code: str, verdict: str) -> None:
    report = read("001", changed("001", change), **passed("001", document("FinancingTransaction")))
    assert code in codes(report) if code else not codes(report)
    assert report.verdict.value == verdict
    assert bool(report.documents) == report.verdict.writes


def test_an_adjustment_has_a_direction_of_its_own() -> None:
    lowered = (
        'CNY">0</TtlTaxAmt>',
        'CNY">9</TtlTaxAmt><Adjstmnt><Drctn>SUBS</Drctn><Amt Ccy="CNY">9</Amt></Adjstmnt>',
    )
    tree = document("FinancingTransaction")
    assert codes(read("001", changed("001", lowered), **passed("001", tree))) == set()
    raised = read("001", changed("001", lowered, ("SUBS", "ADDD")), **passed("001", tree))
    assert codes(raised) == {"source_identity_violated"}


@pytest.mark.parametrize(
    ("rate", "fraction", "code"),
    [("90", "0.9", None), ("100", "1", None), ("0.9", "0.009", "share_scale_ambiguous"), ("0", None, "range_exceeded")],
)
def test_a_rate_out_of_100_becomes_a_fraction(rate: str, fraction: str | None, code: str | None) -> None:
    tree = document("FinancingTransaction")
    given = passed("001", tree)
    given["FinancingTransaction"].pop("advanceRate")
    given["FinancingTransaction"]["requestedAmount"] = tree["requestedAmount"]
    raw = changed("001", ('<Amt Ccy="CNY">1080000</Amt>', f"<Rate>{rate}</Rate>"))
    report = read("001", raw, **given)
    found = [t for t in (*report.documents, *report.fragments) if t["type"] == "FinancingTransaction"]
    assert found[0].get("advanceRate") == fraction
    assert codes(report) == ({code} if code else set())


def test_a_credit_or_debit_note_without_sign_is_not_decided() -> None:
    note = ("<ReqdAmt>", '<CdtDbtNoteAmt Ccy="CNY">100</CdtDbtNoteAmt><ReqdAmt>')
    given = passed("001", document("FinancingTransaction"))
    assert codes(read("001", changed("001", note), **given)) == {"subject_mismatch"}
    others = [other for other in litchi() if other["type"] != "Receivable"]
    unknown = read("001", changed("001", note), *others, **given)
    assert "attribute_type_doubtful" in codes(unknown)
    assert unknown.documents == ()


def test_without_what_only_the_caller_knows_nothing_is_written() -> None:
    report = read("001", written("001"))
    assert (report.verdict, report.documents) == (Verdict.PARTIAL, ())
    assert {"FinancingTransaction.pricing", "FinancedAsset.financedAmount"} <= set(report.missing)


# The result


def test_a_result_gives_the_next_version_of_the_request() -> None:
    before = document("FinancingTransaction")
    report = read("002", written("002"), FinancingTransaction={"id": f"{BASE}transactions/1-funded"})
    assert (report.verdict, codes(report)) == (Verdict.CONVERT, set())
    (after,) = report.documents
    assert after["supersedes"] == {"type": "DocumentReference", "target": before["id"], "digest": digest(before)}
    assert (after["state"], after["valueDate"], after["advanceRate"]) == ("funded", "2026-06-25", "0.9")
    assert after == {**next(tree for tree in funded() if tree["type"] == "FinancingTransaction")}


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (('CNY">1080000</TtlFincd', 'CNY">1080001</TtlFincd'), "source_identity_violated"),
        (("<ApldPctg>90<", "<ApldPctg>80<"), "source_identity_violated"),
        (("<FincdItmNb>1<", "<FincdItmNb>2<"), "source_identity_violated"),
        (("<DocNb>LZ-0001<", "<DocNb>LZ-0009<"), "subject_mismatch"),
        (('CNY">1200000</TtlInvcAmt', 'CNY">1200001</TtlInvcAmt'), "subject_mismatch"),
        (("<IsseDt>2026-06-20<", "<IsseDt>2026-06-21<"), "subject_mismatch"),
        (("<PmtDueDt>2026-09-18<", "<PmtDueDt>2026-09-19<"), "subject_mismatch"),
    ],
)
def test_what_a_result_gets_wrong_is_told(change: tuple[str, str], code: str) -> None:
    report = read("002", changed("002", change), FinancingTransaction={"id": f"{BASE}transactions/2"})
    assert codes(report) == {code}


@pytest.mark.parametrize(("status", "state"), [("PDNG", "requested"), ("NTFD", "rejected")])
def test_the_status_of_an_invoice_is_the_state_of_the_transaction(status: str, state: str) -> None:
    raw = changed("002", ("<FincgReqSts>FNCD<", f"<FincgReqSts>{status}<"), ("<FincdItmNb>1<", "<FincdItmNb>0<"))
    report = read("002", raw, FinancingTransaction={"id": f"{BASE}transactions/2"})
    assert report.documents[0]["state"] == state
    unknown = read("002", changed("002", ("FNCD", "XXXX")), FinancingTransaction={"id": f"{BASE}transactions/2"})
    assert unknown.verdict is Verdict.REFUSE


def test_mixed_results_are_split_and_never_averaged() -> None:
    detail = written("002").decode().partition("<InvcFincgDtls>")[2].partition("</InvcFincgDtls>")[0]
    other = detail.replace("FNCD", "NTFD").replace("<FincdAmt>", "<!--").replace("</FincdAmt>", "-->")
    raw = changed("002", ("</FincgInfAndSts>", f"<InvcFincgDtls>{other}</InvcFincgDtls></FincgInfAndSts>"))
    name = short_id(document("FinancingTransaction")["id"])
    ids = {f"{name}#{code}": {"id": f"{BASE}transactions/{code}"} for code in ("FNCD", "NTFD")}
    report = read("002", raw, documents=ids)
    assert [(tree["id"], tree["state"]) for tree in report.documents] == [
        (f"{BASE}transactions/FNCD", "funded"),
        (f"{BASE}transactions/NTFD", "rejected"),
    ]


def test_a_result_about_receivables_that_are_not_at_hand_is_not_written() -> None:
    documents = [tree for tree in funded() if tree["type"] != "Receivable"]
    out = TSIN_002.write(documents, ImportOptions())
    assert (out.report.verdict, out.content) == (Verdict.PARTIAL, None)
    assert out.report.missing == ("FinancingTransaction.items",)


# The assignment


def test_an_assignment_comes_back_with_its_items() -> None:
    tree = document("Assignment")
    report = read("006", written("006"), **passed("006", tree))
    assert (report.verdict, codes(report)) == (Verdict.CONVERT, set())
    (back,) = report.documents
    assert back == {**tree, "issuedAt": "2026-06-24T00:00:00Z"}, "a day is all that the letter states"
    assert broken_rules(back) == set()


@pytest.mark.parametrize(
    ("change", "code", "verdict"),
    [
        (("<ItmCnt>1<", "<ItmCnt>2<"), "source_identity_violated", "convert_with_findings"),
        (('CNY">1200000</TtlReqAmt', 'CNY">1200001</TtlReqAmt'), "source_identity_violated", "convert_with_findings"),
        (("<Assgne>P2<", "<Assgne>P9<"), "source_schema_invalid", "refuse"),
        (("<Ctry>CN<", "<Ctry>FR<"), "subject_mismatch", "convert_with_findings"),
        (("<Dgst>e697", "<Dgst>e698"), "subject_mismatch", "convert_with_findings"),
        (("<Idr>LZ-0001<", "<Idr>LZ-0009<"), "subject_mismatch", "partial"),
        (("<CdtDbtInd>DBIT<", "<CdtDbtInd>CRDT<"), "source_identity_violated", "partial"),
        (("FinItm>", "FinItem>"), "source_schema_invalid", "refuse"),
    ],
)
def test_what_an_assignment_gets_wrong_is_told(change: tuple[str, str], code: str, verdict: str) -> None:
    report = read("006", changed("006", change), **passed("006", document("Assignment")))
    assert code in codes(report)
    assert report.verdict.value == verdict


def test_an_exchange_rate_is_never_an_interest_rate() -> None:
    rate = ("</TtlReqAmt>", "</TtlReqAmt><AgrdRate><XchgRate>7.1</XchgRate><UnitCcy>EUR</UnitCcy></AgrdRate>")
    report = read("006", changed("006", rate), **passed("006", document("Assignment")))
    (lost,) = (outcome for outcome in report.fields if outcome.theirs.endswith("AgrdRate"))
    assert (lost.relation.value, lost.ours) == ("lost", "")


# Limits


def test_a_message_is_written_of_one_document_only() -> None:
    for bridge in (*BRIDGES.values(), PAYMENT):
        out = bridge.write(litchi("party-bank"), ImportOptions())
        assert (out.report.verdict, out.content) == (Verdict.REFUSE, None)


def test_an_international_payment_gives_no_document_but_its_references_are_compared() -> None:
    raw = (
        b'<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.001.001.09"><CstmrCdtTrfInitn>'
        b"<GrpHdr><NbOfTxs>1</NbOfTxs><CtrlSum>5</CtrlSum></GrpHdr><PmtInf><CdtTrfTxInf><PmtId><EndToEndId>PAY-1</EndToEndId></PmtId>"
        b'<Amt><InstdAmt Ccy="CNY">5</InstdAmt></Amt></CdtTrfTxInf></PmtInf></CstmrCdtTrfInitn></Document>'
    )
    report = PAYMENT.read(raw, ImportOptions(known=tuple(litchi())))
    assert (report.verdict, codes(report), report.documents) == (Verdict.PARTIAL, {"out_of_scope"}, ())
    compared, *lost = report.fields
    assert (compared.stated, compared.written) == ("PAY-1", f"{BASE}transactions/1")
    assert {(o.relation.value, o.stated) for o in lost} == {("lost", "1"), ("lost", "5")}


def test_a_message_that_no_bridge_reads_is_out_of_scope() -> None:
    raw = b'<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pacs.008.001.08"><FIToFICstmrCdtTrf/></Document>'
    assert detect(raw) == "iso20022-payment"
    report = PAYMENT.read(raw, ImportOptions())
    assert (codes(report), report.verdict) == ({"out_of_scope"}, Verdict.REFUSE)


def test_hostile_xml_is_unreadable() -> None:
    with pytest.raises(UnreadableInput):
        read("001", b'<!DOCTYPE Document [<!ENTITY a "b">]>' + written("001").partition(b"?>")[2])


def test_the_contracts_are_those_of_the_messages() -> None:
    for message in BRIDGES:
        spoilt = written(message).replace(b"<Nm>", b"<Name>").replace(b"</Nm>", b"</Name>")
        report = read(message, spoilt)
        if message == "002":  # it names no party
            continue
        assert codes(report) == {"source_schema_invalid"}
        assert json.dumps(report.tree(), ensure_ascii=False)
