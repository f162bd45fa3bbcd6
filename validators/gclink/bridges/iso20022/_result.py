"""tsin.002: what was decided about a request, as a new version of the transaction that had been requested."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any, Final

from gclink._text import Text
from gclink.bridges._lexical import EXACT, decimal_of, plain, total
from gclink.bridges._nodes import Node
from gclink.bridges._report import Relation
from gclink.bridges._work import Tree, Work, known_of
from gclink.bridges.iso20022._ids import short_id
from gclink.bridges.iso20022._message import Amounts, day_of, instant, percent
from gclink.canonical import digest

__all__ = ["import_result"]

_T: Final = "FinancingTransaction."
_SUMMARY: Final = "FincgInfAndSts/FincgAllwdSummry"
_STATUS: Final = "FincgInfAndSts/InvcFincgDtls/InvcFincgRslt/FincgReqSts"
#: What a new version does not take over from the request: its identity is its own.
_OWN: Final = frozenset({"id", "issuedAt", "supersedes", "state"})


def import_result(work: Work, body: Node) -> None:
    """Draft the transaction as decided, one for each status where the invoices have several."""
    original = body.first("OrgnlReqInfAndSts/Id")
    name = original.text if original is not None else ""
    before = _request(work, name)
    if original is not None:
        had = None if before is None else str(before["id"])
        note = None if had is not None else Text("no such request is known", "没有已知的该申请")
        work.came(f"{_T}supersedes", original.path, name, had, relation=None if had else Relation.LOST, note=note)
    own = body.first("StsId/Id")
    if own is not None:
        work.came(f"{_T}id", own.path, own.text, theirs="StsId/Id")
    details = body.all("FincgInfAndSts/InvcFincgDtls")
    if not details:
        work.partial("vacuous_content", body.path, "no decision about an invoice", "没有关于发票的决定")
        return
    codes = list(dict.fromkeys(detail.value("InvcFincgRslt/FincgReqSts") or "" for detail in details))
    _check(work, body, details)
    for code in codes:
        chosen = [detail for detail in details if detail.value("InvcFincgRslt/FincgReqSts") == code]
        identity = name if len(codes) == 1 else f"{name}#{code}"
        _version(work, body, chosen, code, before, identity, whole=len(codes) == 1)


def _request(work: Work, name: str) -> Mapping[str, Any] | None:
    """Return the known transaction of an identifier: its IRI, the short one made of it, or what the caller names."""
    given = work.options.of("FinancingTransaction", name).get("supersedes")
    target = given.get("target") if isinstance(given, Mapping) else None
    found = [tree for tree in work.options.known if tree.get("type") == "FinancingTransaction"]
    return next((t for t in found if target == t["id"] or name in (t["id"], short_id(t["id"]))), None)


def _version(
    work: Work,
    body: Node,
    details: list[Node],
    code: str,
    before: Mapping[str, Any] | None,
    identity: str,
    *,
    whole: bool,
) -> None:
    draft: Tree = {"type": "FinancingTransaction"}
    if before is not None:
        draft |= {name: value for name, value in before.items() if name not in _OWN}
        draft["supersedes"] = {"type": "DocumentReference", "target": before["id"], "digest": digest(dict(before))}
    made = body.first("StsId/CreDtTm")
    at = instant(work, made)
    if made is not None and at is not None:
        draft["issuedAt"] = at
        work.came(f"{_T}issuedAt", made.path, made.text, at, theirs="StsId/CreDtTm")
    state = work.table.ours_of("requestStatus", code)
    place = details[0].first("InvcFincgRslt/FincgReqSts") or details[0]
    if state is None:
        work.refuse("code_unknown", place.path, code, code, stated=code)
        return
    draft["state"] = state
    work.came(f"{_T}state", place.path, code, state, theirs=_STATUS)
    items = [_item(work, detail, before) for detail in details]
    chosen = [item for item in items if item is not None]
    if chosen:
        draft["items"] = chosen
    if code == "FNCD":
        _summary(work, body, draft, whole=whole)
    work.drafts.append(work.complete(draft, identity))


def _item(work: Work, detail: Node, before: Mapping[str, Any] | None) -> Tree | None:
    """Return the financed asset of an invoice, with the amount decided."""
    number = detail.value("OrgnlInvcInf/DocNb") or ""
    work.read(*detail.all("InvcFincgRslt/FincgReqSts"))
    named = {t["id"]: t for t in known_of(work.options, "Receivable") if t.get("invoiceNumber") == number}
    listed = [] if before is None else [entry for entry in before["items"] if entry["asset"]["target"] in named]
    if not listed:
        work.find("subject_mismatch", detail.path, number, number, stated=number)
        return None
    due = detail.value("OrgnlInvcInf/PmtDueDt") or ""
    item = next((entry for entry in listed if named[entry["asset"]["target"]].get("dueDate") == due[:10]), listed[0])
    _original(work, detail, named[item["asset"]["target"]])
    node = detail.first("InvcFincgRslt/FincdAmt/Amt")
    amount = Amounts(work, None).of(node)
    if node is None or amount is None:
        return dict(item)
    work.came("FinancedAsset.financedAmount", node.path, node.text, amount["amount"])
    return {**item, "financedAmount": amount}


def _original(work: Work, detail: Node, receivable: Mapping[str, Any]) -> None:
    """Say which receivable an invoice of the result is, and where the two say different things."""
    place = detail.first("OrgnlInvcInf")
    if place is None:
        return
    work.came("FinancedAsset.asset", place.path, place.value("DocNb") or "", receivable["id"])
    work.read(place.first("DocNb"))
    payable, issued, due = (place.first(name) for name in ("TtlInvcAmt", "IsseDt", "PmtDueDt"))
    stated = (Amounts(work, None).of(payable), day_of(work, issued), day_of(work, due))
    for node, member, value in zip(
        (payable, issued, due), ("documentPayable", "issueDate", "dueDate"), stated, strict=True
    ):
        if node is None or value is None:
            continue
        work.read(node)
        had = receivable.get(member)
        if value != had:
            ours = had.get("amount") if isinstance(had, Mapping) else had
            work.find("subject_mismatch", node.path, member, member, stated=node.text, computed=ours)


def _summary(work: Work, body: Node, draft: Tree, *, whole: bool) -> None:
    """Take the totals of what was financed; they belong to all invoices, so only where all have one status."""
    financed = body.first(f"{_SUMMARY}/TtlFincdAmt")
    amount = Amounts(work, None).of(financed)
    if financed is not None and amount is not None:
        draft["financedAmount"] = amount
        work.came(f"{_T}financedAmount", financed.path, financed.text, amount["amount"])
    rate_node = body.first(f"{_SUMMARY}/ApldPctg")
    rate = percent(work, rate_node)
    if rate_node is not None and rate is not None and whole:
        draft["advanceRate"] = rate
        work.came(f"{_T}advanceRate", rate_node.path, rate_node.text, rate, theirs=f"{_SUMMARY}/ApldPctg")
    credited = body.first(f"{_SUMMARY}/FincgDtDtls/CdtDt")
    day = day_of(work, credited)
    if credited is not None and day is not None:
        draft["valueDate"] = day
        work.came(f"{_T}valueDate", credited.path, credited.text, day)


def _check(work: Work, body: Node, details: list[Node]) -> None:
    """Compare totals with items: sum of financed amounts, count, and accepted amount times the rate."""
    summary = body.first(_SUMMARY)
    if summary is None:
        return
    financed = [detail for detail in details if detail.value("InvcFincgRslt/FincgReqSts") == "FNCD"]
    values = [decimal_of(detail.value("InvcFincgRslt/FincdAmt/Amt") or "") for detail in financed]
    node, stated = summary.first("TtlFincdAmt"), decimal_of(summary.value("TtlFincdAmt") or "")
    if node is not None and stated is not None and values and None not in values:
        together = total(value for value in values if value is not None)
        if together != stated:
            sum_text = f"{' + '.join(plain(value) for value in values if value is not None)} = {plain(together)}"
            work.violated(node.path, sum_text, plain(stated), plain(together))
    count = summary.first("FincdItmNb")
    if count is not None:
        work.lost(count.path, count.text, f"{_SUMMARY}/FincdItmNb")
        if int(count.text) != len(financed):
            work.violated(count.path, f"{len(financed)} items", count.text, len(financed))
    accepted = summary.first("TtlAccptdItmsAmt")
    if accepted is None:
        return
    work.lost(accepted.path, accepted.text, f"{_SUMMARY}/TtlAccptdItmsAmt")
    rate, base = decimal_of(summary.value("ApldPctg") or ""), decimal_of(accepted.text)
    if node is None or rate is None or base is None or stated is None:
        return
    most = EXACT.divide(EXACT.multiply(base, rate), Decimal(100))
    if stated > most:
        shown = f"{plain(base)} x {plain(rate)} / 100 = {plain(most)}"
        work.violated(node.path, f"at most {shown}", plain(stated), plain(most))
