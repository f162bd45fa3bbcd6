"""One trade told by four neighbours: events, footprint, invoice and request become one bundle that conforms as a whole.

The four files of the trade are written by hand. What none of them can say (the programme and its facility, the
pledge, who the parties are) stands here; the rest comes out of the bridges, and the links between them are made here.
"""

from __future__ import annotations

import copy
import json
from functools import cache
from typing import Any

import pytest
from gclink.bridges import ImportOptions, LossReport, Verdict, import_sources
from gclink.bridges.ubl import importer_findings
from gclink.canonical import digest
from gclink.check import Options, check
from gclink.documents import read_bytes
from gclink.findings import Report
from interop_files import AS_OF, ROOT, codes, litchi

TRADE = ROOT / "examples" / "bridges" / "trade"
BASE = "https://example.org/gclink/"
COOPERATIVE, MARKET, BANK = (f"{BASE}parties/{name}" for name in ("cooperative", "supermarket", "bank"))
LOT = "urn:epc:class:lgtin:6930000.000013.SM-77"

Tree = dict[str, Any]


def cny(amount: str) -> Tree:
    return {"type": "Money", "amount": amount, "currency": "CNY"}


def cite(tree: Tree) -> Tree:
    return {"type": "DocumentReference", "target": tree["id"], "digest": digest(tree)}


def envelope(kind: str, name: str, issuer: str, issued: str) -> Tree:
    head = {"type": kind, "id": f"{BASE}{name}", "specVersion": "1.0.0", "issuer": issuer}
    return {**head, "issuedAt": issued, "status": "active"}


def known() -> list[Tree]:
    """Return what is known before anything is imported: parties, sites, products, the fruit, programme and facility."""
    trees = [tree for tree in litchi() if tree["type"] in ("Party", "Site", "ProductType")]
    grower = next(tree for tree in trees if tree["id"] == COOPERATIVE)
    grower["identifiers"].append({"type": "Identifier", "scheme": "lei", "identifierValue": "9999GCLCOOP000000036"})
    (fruit,) = litchi("lot-fruit")
    fruit |= {"id": f"{BASE}lots/fruit-77", "lotNumber": "fruit-77", "issuedAt": "2026-05-11T08:00:00Z"}
    fruit["quantity"] = {"type": "Quantity", "value": "3200", "unit": "kg"}
    fruit["period"] = {"type": "Period", "start": "2026-05-10", "end": "2026-05-11"}
    (programme,), (facility,) = litchi("programme"), litchi("facility")
    programme |= {"id": f"{BASE}programmes/77", "technique": "loan_against_receivables", "owner": BANK, "issuer": BANK}
    programme |= {"ledBy": "financier", "name": {"en": "Loans on invoices", "zh": "发票质押融资"}}
    programme["rateCard"]["discountMethod"] = "interest_in_arrears"
    facility |= {"id": f"{BASE}facilities/77", "programme": programme["id"]}
    facility["pricing"]["discountMethod"] = "interest_in_arrears"
    facility.pop("sustainabilityTerms")
    return [*trees, fruit, programme, facility]


PARAMETERS: Tree = {
    "Lot": {
        "issuer": COOPERATIVE,
        "custodyModel": "identity_preserved",
        "period": {"type": "Period", "start": "2026-05-12", "end": "2026-05-12"},
    },
    "ProcessRun": {"issuer": COOPERATIVE, "allocationMethod": "none"},
    "MethodReference": {"version": "2018"},
    "MaterialFlow": {"role": "main_product", "allocationFactor": "1"},
    "Receivable": {"id": f"{BASE}receivables/SM-77", "issuedAt": "2026-06-23T08:00:00Z", "state": "issued"},
}


def four(*names: str) -> list[tuple[str, bytes]]:
    return [(name, (TRADE / name).read_bytes()) for name in names]


def footprint_parameters() -> Tree:
    """Return what PACT leaves out of a passport, from the example's passport of the same product."""
    (passport,) = litchi("passport-smoked-a")
    names = ("coveredQuantity", "stages", "exemptedLargest", "landUse", "processRuns")
    given = {name: passport[name] for name in names}
    given["coveredQuantity"] = {"type": "Quantity", "value": "2400", "unit": "kg"}
    given["processRuns"] = [f"{BASE}runs/smoking-77"]
    return given


def pledge(receivable: Tree) -> Tree:
    tree = envelope("Assignment", "assignments/77", COOPERATIVE, "2026-06-24T07:00:00Z")
    item = {"type": "AssignedItem", "asset": cite(receivable), "assignedAmount": receivable["faceValue"]}
    registration = litchi("assignment")[0]["registration"]
    return tree | {
        "assignmentKind": "pledge",
        "assignor": COOPERATIVE,
        "assignee": BANK,
        "assignedItems": [item],
        "itemCount": 1,
        "assignedTotal": receivable["faceValue"],
        "effectiveDate": "2026-06-24",
        "disclosure": "disclosed",
        "notified": True,
        "notifiedAt": "2026-06-24T03:00:00Z",
        "registration": {**registration, "number": "R-77"},
    }


def terms(assignment: Tree, facility: Tree) -> Tree:
    """Return what a request does not say of a transaction."""
    return {
        "FinancingTransaction": {
            "id": f"{BASE}transactions/77",
            "issuer": BANK,
            "programme": f"{BASE}programmes/77",
            "technique": "loan_against_receivables",
            "facility": facility["id"],
            "advanceRate": "0.8",
            "financedAmount": cny("250000"),
            "valueDate": "2026-06-25",
            "maturityDate": "2026-09-18",
            "pricing": facility["pricing"],
            "feeTotal": cny("0"),
            "netProceeds": cny("250000"),
            "recourse": "full",
            "disclosure": "disclosed",
            "assignmentKind": "pledge",
            "assignment": cite(assignment),
            "financeLabel": "none",
            "state": "requested",
        },
        "FinancedAsset": {"financedAmount": cny("250000")},
    }


def link(receivable: Tree, transaction: Tree, passport: Tree) -> Tree:
    tree = envelope("CarbonLink", "links/77", BANK, "2026-06-24T09:00:00Z")
    return tree | {
        "asset": cite(receivable),
        "lineNumber": "1",
        "lot": LOT,
        "transactionReference": cite(transaction),
        "purposes": ["information"],
        "coveredQuantity": {"type": "Quantity", "value": "2400", "unit": "kg"},
        "passport": cite(passport),
        "extract": {
            "type": "PassportExtract",
            "declaredUnitText": "kg",
            "intensity": passport["grossEmissions"],
            "referencePeriod": passport["period"],
            "validUntil": passport["validity"]["end"],
            "gwpSet": passport["gwpSet"],
            "boundary": passport["boundary"],
        },
        "coveredEmissions": {"type": "Quantity", "value": "1200", "unit": "kg"},
        "checkedAt": "2026-06-24T08:30:00Z",
        "state": "active",
    }


@cache
def imported() -> tuple[list[LossReport], tuple[str, ...]]:
    """Import all four, the request last, because it cites the others; return reports, and documents as JSON."""
    before = known()
    parameters = {**PARAMETERS, "CarbonPassport": footprint_parameters()}
    options = ImportOptions(parameters=parameters, known=tuple(before), language="en", received=AS_OF)
    reports = import_sources(four("events.jsonld", "footprint.json", "invoice.xml"), options)
    trees = [*before, *(dict(tree) for report in reports for tree in report.documents)]
    assignment = pledge(one(trees, "Receivable"))
    request = ImportOptions(parameters=terms(assignment, one(trees, "Facility")), known=(*trees, assignment))
    reports += import_sources(four("request.xml"), request)
    trees += [assignment, *(dict(tree) for tree in reports[-1].documents)]
    if reports[-1].documents:
        trees.append(link(one(trees, "Receivable"), one(trees, "FinancingTransaction"), one(trees, "CarbonPassport")))
    return reports, tuple(json.dumps(tree, ensure_ascii=False) for tree in trees)


def bundle() -> list[Tree]:
    return [json.loads(text) for text in imported()[1]]


def one(trees: list[Tree], kind: str) -> Tree:
    (found,) = (tree for tree in trees if tree["type"] == kind)
    return found


def judged(trees: list[Tree]) -> Report:
    documents = [found for tree in trees for found in read_bytes(json.dumps(tree).encode(), "json", tree["id"])]
    return check(documents, Options(as_of=AS_OF, scope="bundle"))


def test_each_of_the_four_converts_without_a_finding() -> None:
    reports, _ = imported()
    assert [report.format for report in reports] == ["epcis-json", "pact-3.0", "ubl", "iso20022-tsin.001"]
    assert [(report.verdict, codes(report), report.missing) for report in reports] == [(Verdict.CONVERT, set(), ())] * 4


def test_the_whole_bundle_conforms() -> None:
    report = judged(bundle())
    assert [(finding.requirement, finding.document, finding.pointer) for finding in report.findings] == []
    assert len(report.documents) == len(bundle())


def test_the_four_meet_in_one_lot_and_one_receivable() -> None:
    trees = bundle()
    lot = next(tree for tree in trees if tree["id"] == LOT)
    assert lot["producedFrom"] == [f"{BASE}lots/fruit-77"]
    assert one(trees, "ProcessRun")["outputs"][0]["lot"] == LOT
    assert one(trees, "CarbonPassport")["subjectLot"] == LOT
    receivable = one(trees, "Receivable")
    assert receivable["goodsLines"][0]["lot"] == LOT
    assert one(trees, "FinancingTransaction")["items"][0]["asset"] == cite(receivable)
    assert importer_findings(receivable, (TRADE / "invoice.xml").read_bytes()) == ()


@pytest.mark.parametrize(
    ("kind", "change", "requirement"),
    [
        ("Receivable", {"invoiceNumber": "SM-78"}, "GCL-FIN-016"),
        ("CarbonPassport", {"grossEmissions": "0.4"}, "GCL-PAS-006"),
        ("ProcessRun", {"site": f"{BASE}sites/nowhere"}, "GCL-COR-022"),
        ("FinancingTransaction", {"requestedAmount": cny("1")}, "GCL-FIN-056"),
    ],
)
def test_a_change_in_any_of_them_is_seen_in_the_bundle(kind: str, change: Tree, requirement: str) -> None:
    trees = copy.deepcopy(bundle())
    one(trees, kind).update(change)
    assert requirement in {finding.requirement for finding in judged(trees).findings}
