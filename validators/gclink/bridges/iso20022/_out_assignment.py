"""An Assignment as tsin.006: a letter between the two parties and one list of items."""

from __future__ import annotations

from typing import Any

from gclink.bridges._registry import Exported
from gclink.bridges._report import Relation
from gclink.bridges._work import known_of
from gclink.bridges.iso20022._ids import short_id
from gclink.bridges.iso20022._out import Out, Tree
from gclink.bridges.iso20022._out_request import write_totals

__all__ = ["write_assignment"]

_A = "Assignment."
#: Names of the two parties inside the message.
_FROM, _TO = "P1", "P2"


def write_assignment(out: Out) -> Exported:
    """Write the message."""
    tree = out.one("Assignment")
    if tree is None:
        return out.exported()
    assets = [(item, out.known.by_id(item["asset"]["target"], "Receivable")) for item in tree["assignedItems"]]
    if any(asset is None for _, asset in assets):
        out.work.missing.append("AssignedItem.asset")
    items = [(item, asset) for item, asset in assets if asset is not None]
    body = out.group(out.root, "InvcAssgnmtReq")
    _header(out, body, tree, [asset for _, asset in items])
    listed = out.group(body, "AssgnmtList")
    out.identifier(listed, "Idr", tree["id"], f"{_A}id")
    out.text(listed, "IsseDt", tree["effectiveDate"])
    out.went(f"{_A}effectiveDate", tree["effectiveDate"])
    out.text(listed, "Assgne", _TO)
    out.text(listed, "Assgnr", _FROM)
    for place, (item, asset) in enumerate(items, 1):
        _item(out, listed, item, asset, place)
    out.text(listed, "ItmCnt", str(tree["itemCount"]))
    out.went(f"{_A}itemCount", tree["itemCount"])
    out.amount(listed, "TtlReqAmt", tree["assignedTotal"])
    out.went(f"{_A}assignedTotal", tree["assignedTotal"]["amount"])
    out.lost(tree, parts="assignedItems")
    return out.exported()


def _header(out: Out, body: Any, tree: Tree, assets: list[Tree]) -> None:
    header = out.group(body, "Hdr")
    letter = out.group(header, "LttrIdr")
    out.text(letter, "Id", short_id(tree["id"]))
    out.text(letter, "ElctrncOrgnl", "true")
    day = tree["issuedAt"][:10]
    out.text(header, "Dt", day)
    out.went(f"{_A}issuedAt", tree["issuedAt"], day)
    assignor = out.party(tree["assignor"], f"{_A}assignor")
    same = tree["issuer"] == tree["assignor"]
    out.went(f"{_A}issuer", tree["issuer"], relation=None if same else Relation.LOST)
    _party(out, header, "Orgtr", _FROM, assignor)
    _party(out, header, "PmryRcpt", _TO, out.party(tree["assignee"], f"{_A}assignee"))
    _party(out, header, "AuthstnUsr", "P3", assignor)
    for place, asset in enumerate(assets, 1):
        digest = asset["sourceDocument"].get("digest")
        if digest is None:
            continue
        document = out.group(header, "AssoctdDoc")
        out.text(document, "Id", f"D{place}")
        out.text(document, "ElctrncOrgnl", "true")
        entry = out.group(document, "Dgst")
        out.text(entry, "DgstAlgo", "HS25")
        out.text(entry, "Dgst", digest.removeprefix("sha-256:"))
        out.went("SourceDocument.digest", digest)
    programmes = known_of(out.work.options, "Programme", out.documents)
    laws = {str(tree.get("governingLaw")) for tree in programmes}
    if len(laws) == 1:
        country = laws.pop()
        law = out.group(header, "LglCntxt")
        out.text(law, "Id", "L1")
        out.text(law, "RuleId/Cd", "NONE")
        out.text(law, "AplblLaw/Ctry", country)
        out.went("Programme.governingLaw", country)


def _party(out: Out, header: Any, name: str, reference: str, party: Tree) -> None:
    element = out.group(header, name)
    out.text(element, "Id", reference)
    out.limited(element, "Pty/BasePty/PtyId/Nm", out.name_of(party), 35, "Party.name")
    bic, own = out.of_scheme(party, "bic"), out.proprietary(party)
    if own is not None:
        entry = out.group(element, "ShrtId/PrtryId")
        out.text(entry, "Id", own[0])
        out.text(entry, "SchmeNm", own[1])
    elif bic is not None:
        out.text(element, "ShrtId/BICOrBEI", bic)


def _item(out: Out, listed: Any, item: Tree, asset: Tree, place: int) -> None:
    element = out.group(listed, "FinItm")
    context = out.group(element, "ItmCntxt")
    out.text(context, "Idr", out.number(asset["invoiceNumber"]))
    out.text(context, "IsseDt", asset["issueDate"])
    out.went("AssignedItem.asset", item["asset"]["target"], asset["invoiceNumber"])
    out.text(element, "CdtDbtInd", "DBIT")
    write_totals(out, element, "TtlAmt", asset, asset["dueDate"], "AssgnmtList/FinItm/TtlAmt")
    out.amount(element, "DueAmt", item["assignedAmount"])
    out.went("AssignedItem.assignedAmount", item["assignedAmount"]["amount"])
    if "digest" in asset["sourceDocument"]:
        out.text(element, "AssoctdDoc", f"D{place}")
