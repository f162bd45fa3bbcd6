"""A FinancingTransaction as tsin.002: the status of the request that it decides."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from gclink.bridges._lexical import plain, total
from gclink.bridges._registry import Exported
from gclink.bridges.iso20022._ids import short_id
from gclink.bridges.iso20022._out import Out, Tree

__all__ = ["write_result"]

_T = "FinancingTransaction."
_SUMMARY = "FincgInfAndSts/FincgAllwdSummry"


def write_result(out: Out) -> Exported:
    """Write the message."""
    tree = out.one("FinancingTransaction")
    if tree is None:
        return out.exported()
    code = out.work.table.theirs_of("requestStatus", tree["state"])
    if code is None:
        out.work.refuse("code_unknown", "", tree["state"], tree["state"], stated=tree["state"])
        return out.exported()
    body = out.group(out.root, "InvcFincgReqSts")
    status = out.group(body, "StsId")
    out.identifier(status, "Id", tree["id"], f"{_T}id", "StsId/Id")
    out.text(status, "CreDtTm", tree["issuedAt"])
    out.went(f"{_T}issuedAt", tree["issuedAt"], theirs="StsId/CreDtTm")
    _original(out, body, tree)
    result = out.group(body, "FincgInfAndSts")
    _summary(out, result, tree, financed=code == "FNCD")
    for item in tree["items"]:
        _detail(out, result, item, code)
    out.went(f"{_T}state", tree["state"], code)
    out.lost(tree, parts="items")
    return out.exported()


def _original(out: Out, body: Any, tree: Tree) -> None:
    target = tree.get("supersedes", {}).get("target", tree["id"])
    before = out.known.by_id(target, "FinancingTransaction")
    original = out.group(body, "OrgnlReqInfAndSts")
    out.text(original, "Id", short_id(target))
    out.text(original, "CreDtTm", before["issuedAt"] if before is not None else f"{tree['requestedOn']}T00:00:00Z")
    out.went(f"{_T}supersedes", target, short_id(target))
    out.text(original, "VldtnStsInf/Sts", "RCCF")


def _summary(out: Out, result: Any, tree: Tree, *, financed: bool) -> None:
    summary = out.group(result, "FincgAllwdSummry")
    faces = total(Decimal(item["faceAmount"]["amount"]) for item in tree["items"])
    currency = tree["items"][0]["faceAmount"]["currency"]
    out.text(summary, "FincdItmNb", str(len(tree["items"]) if financed else 0))
    accepted = plain(faces) if financed else "0"
    out.amount(summary, "TtlAccptdItmsAmt", {"amount": accepted, "currency": currency})
    rate = out.percent(summary, "ApldPctg", tree["advanceRate"])
    out.went(f"{_T}advanceRate", tree["advanceRate"], rate, theirs=f"{_SUMMARY}/ApldPctg")
    zero = {**tree["financedAmount"], "amount": "0"}
    out.amount(summary, "TtlFincdAmt", tree["financedAmount"] if financed else zero)
    if financed:
        out.went(f"{_T}financedAmount", tree["financedAmount"]["amount"])
        out.text(summary, "FincgDtDtls/CdtDt", tree["valueDate"])
        out.went(f"{_T}valueDate", tree["valueDate"])


def _detail(out: Out, result: Any, item: Tree, code: str) -> None:
    asset = out.known.by_id(item["asset"]["target"], "Receivable")
    if asset is None:
        out.work.missing.append(f"{_T}items")
        return
    detail = out.group(result, "InvcFincgDtls")
    original = out.group(detail, "OrgnlInvcInf")
    out.text(original, "DocNb", out.number(asset["invoiceNumber"]))
    out.amount(original, "TtlInvcAmt", asset["documentPayable"])
    out.text(original, "IsseDt", asset["issueDate"])
    out.text(original, "PmtDueDt", asset["dueDate"])
    out.went("FinancedAsset.asset", asset["invoiceNumber"])
    decided = out.group(detail, "InvcFincgRslt")
    out.text(decided, "FincgReqSts", code)
    if code == "FNCD":
        out.amount(decided, "FincdAmt/Amt", item["financedAmount"])
        out.went("FinancedAsset.financedAmount", item["financedAmount"]["amount"])
