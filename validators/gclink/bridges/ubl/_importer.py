"""The two requirements that only an importer can judge, because they speak about the source of a receivable.

GCL-FIN-014: the receivable says what its source says. GCL-FIN-015: a source that claims EN 16931 satisfies its
arithmetic.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from gclink._requirements import requirement
from gclink._text import Text
from gclink.bridges._lexical import plain
from gclink.bridges._nodes import Node
from gclink.bridges.ubl._amounts import TOTALS, broken, claims_en_16931, document_currency
from gclink.bridges.ubl._invoice import days_of_payment
from gclink.bridges.ubl._source import amount_of, day_of, read_source
from gclink.findings import Finding, Severity
from gclink.limits import DEFAULT_LIMITS, Limits

__all__ = ["importer_findings"]

_MATCH = "GCL-FIN-014"
_SUMS = "GCL-FIN-015"


def importer_findings(
    receivable: Mapping[str, Any], source: bytes, *, name: str = "<input>", limits: Limits = DEFAULT_LIMITS
) -> tuple[Finding, ...]:
    """Return what a receivable and the bytes of its source document break of GCL-FIN-014 and GCL-FIN-015.

    A source without a due date leaves it to the receivable. The amount rules are judged where the source names EN 16931
    as its customisation. Raises UnreadableInput for a source that is no UBL.
    """
    root = read_source(source, name, limits)
    return (*_differences(receivable, root, name), *_sums(receivable, root, name))


def _finding(
    identifier: str, receivable: Mapping[str, Any], name: str, pointer: str, stated: str, found: str
) -> Finding:
    entry = requirement(identifier) or {}
    return Finding(
        requirement=identifier,
        tier="T2",
        severity=Severity.ERROR,
        document=str(receivable.get("id", "")),
        source=name,
        pointer=pointer,
        message=Text(entry["statement"]["en"], entry["statement"]["zh"]),
        expected=Text(stated, stated),
        found=Text(found, found),
        context="",
    )


def _differences(receivable: Mapping[str, Any], root: Node, name: str) -> Iterator[Finding]:
    payable = amount_of(root.first(f"{TOTALS}/PayableAmount"))
    issued, _ = day_of(root.value("IssueDate") or "")
    due, means = days_of_payment(root)
    days = {day_of(node.text)[0] for node in ([due] if due is not None else means)}
    money = receivable.get("documentPayable", {})
    sides: list[tuple[str, str | None, str | None]] = [
        ("/invoiceNumber", root.value("ID"), receivable.get("invoiceNumber")),
        ("/issueDate", issued, receivable.get("issueDate")),
        ("/documentPayable/amount", None if payable is None else plain(payable), money.get("amount")),
        ("/documentPayable/currency", document_currency(root), money.get("currency")),
    ]
    if len(days) == 1 and receivable.get("instalmentAmount") is None:
        sides.append(("/dueDate", days.pop(), receivable.get("dueDate")))
    for pointer, stated, found in sides:
        if stated != found:
            yield _finding(_MATCH, receivable, name, pointer, stated or "-", found or "-")


def _sums(receivable: Mapping[str, Any], root: Node, name: str) -> Iterator[Finding]:
    if not claims_en_16931(root):
        return
    for identity in broken(root):
        stated = f"{identity.rule}: {identity.arithmetic}"
        yield _finding(_SUMS, receivable, name, "/sourceDocument", stated, plain(Decimal(identity.stated)))
